/** Carrying out, or setting aside, what a finding proposes. Nothing here changes a sentence unasked. */
import { KansliError } from '#contract/errors.ts'
import type { MeetingWarning } from '#contract/meetings.ts'
import { get, run, update } from '#db/connection.ts'
import { saidIn, setSaid } from '#db/queries/meeting-edit.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import type { WriteContext } from '#core/context.ts'
import { addGuest, removeGuest } from '#core/attendance/guests.ts'
import { introduced } from '#core/import/actors.ts'

/** Removes the leaked number where the finding's words stand in the meeting's text. */
function replaceWords(context: WriteContext, meetingId: string, warning: MeetingWarning): void {
  const { line, quote, suggestion } = warning
  if (suggestion === null) return
  const holders = getMeeting(context.db, meetingId)
    .items.flatMap((item) => item.paragraphs.map((paragraph) => ({ ...paragraph, itemId: item.id })))
    .filter((paragraph) => paragraph.text.includes(quote))
  // The same words may stand elsewhere: the finding is about those of its own line.
  const own = holders.find(({ lines }) => line !== null && lines !== null && lines[0] <= line && line <= lines[1])
  const holder = own ?? holders[0]
  // The words have been edited since: there is nothing left to mend.
  if (holder === undefined) return
  const mend = (text: string) => text.replace(quote, () => suggestion)
  update(context.db, 'paragraph', holder.id, { text: mend(holder.text) })
  for (const table of ['decision', 'action'] as const)
    for (const said of saidIn(context.db, table, holder.id)) setSaid(context.db, table, said.id, mend(said.text))
}

function carryOut(context: WriteContext, meetingId: string, warning: MeetingWarning): void {
  if (warning.code === 'page-number-in-text') replaceWords(context, meetingId, warning)
  if (warning.code === 'actor-not-listed' && warning.name !== null) {
    const { name, capacity, organisation, itemId, quote } = warning
    const words = introduced(quote, name)
    addGuest(context, getMeeting(context.db, meetingId), { name, capacity, organisation, words }, itemId)
  }
  if (warning.code === 'year-inferred' && warning.suggestion !== null)
    run(context.db, "UPDATE meeting SET next_basis = 'stated' WHERE id = ? AND next_date = ? AND next_line = ?", [
      meetingId,
      warning.suggestion,
      warning.line,
    ])
}

/** @throws KansliError entity.not-found */
export function resolveWarning(context: WriteContext, id: string, state: MeetingWarning['state']): void {
  const { db } = context
  const row = get<{ meetingId: string }>(db, 'SELECT meeting_id AS meetingId FROM warning WHERE id = ?', [id])
  if (row === undefined) throw new KansliError('entity.not-found')
  const warning = getMeeting(db, row.meetingId).warnings.find((one) => one.id === id)
  if (warning === undefined) throw new KansliError('entity.not-found')
  if (state === 'accepted' && warning.state !== 'accepted') carryOut(context, row.meetingId, warning)
  if (state !== 'accepted' && warning.state === 'accepted' && warning.code === 'actor-not-listed')
    removeGuest(context, getMeeting(db, row.meetingId), warning.name ?? '')
  update(db, 'warning', id, { state })
}
