/** Carrying out, or setting aside, what a finding proposes. Nothing here changes a sentence unasked. */
import { KansliError } from '#contract/errors.ts'
import type { MeetingWarning } from '#contract/meetings.ts'
import { get, run, update } from '#db/connection.ts'
import { saidIn, setSaid } from '#db/queries/meeting-edit.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import type { WriteContext } from '#core/context.ts'
import { addAttendance } from '#core/meetings/attendance.ts'

/** The capacity of somebody who acts but is not listed, in the words of the minutes' language. */
export const guest = { sv: 'gäst', en: 'guest' } as const

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
    const view = getMeeting(context.db, meetingId)
    const there = view.attendance.some((one) => one.name === warning.name)
    const item = view.items.find((one) => one.id === warning.itemId)
    const groups = view.attendance.map((one) => one.group)
    const said = [warning.name, warning.capacity, warning.organisation].filter((part) => part !== null).join(', ')
    // A group of their own, the guests': the source lists them in none.
    const guests = view.attendance.find((one) => one.capacity === guest[view.head.language])?.group
    if (!there)
      addAttendance(
        context,
        {
          meetingId,
          name: warning.name,
          capacity: guest[view.head.language],
          organisation: warning.organisation,
          group: guests ?? Math.max(0, ...groups) + 1,
          status: 'present',
          mode: 'unknown',
          items: item?.number ?? null,
        },
        said,
      )
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
  update(db, 'warning', id, { state })
}
