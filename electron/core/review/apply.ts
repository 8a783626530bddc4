/** Carrying out an answer: exactly the words of the finding change, and nothing without consent. */
import type { TextSpan } from '#contract/blocks.ts'
import { KansliError } from '#contract/errors.ts'
import type { MeetingView } from '#contract/meetings.ts'
import type { ReviewChange, ReviewFinding } from '#contract/review.ts'
import { insert, run, update } from '#db/connection.ts'
import { addPersonName } from '#db/queries/entities.ts'
import { saidIn, setSaid } from '#db/queries/meeting-edit.ts'
import type { WriteContext } from '#core/context.ts'
import { setPerson } from '#core/attendance/acts.ts'
import { addGuest } from '#core/attendance/guests.ts'
import { introduced } from '#core/import/actors.ts'
import { daysOf, dueDay, ownerOf } from '#core/meetings/charge.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { saveText } from '#core/meetings/text.ts'
import type { Listed } from './list.ts'

/** What an answer leaves behind beside itself. put: its words in the text, or the name it put on the list. */
export type Done = { put: string | null; actionId: string | null }
const nothing: Done = { put: null, actionId: null }

/** Mentions behind the words move with them; one that the words cut goes. */
function moved(spans: readonly TextSpan[], from: number, to: number, by: number): TextSpan[] {
  return spans.flatMap((span): TextSpan[] => {
    if (span.to <= from) return [span]
    if (span.from >= to) return [{ ...span, from: span.from + by, to: span.to + by }]
    return span.from <= from && span.to >= to && span.to + by > span.from ? [{ ...span, to: span.to + by }] : []
  })
}

/** Puts `text` where `from` up to `to` stands in a paragraph, as one saved operation on its present words. */
export function putWords(
  context: WriteContext,
  view: MeetingView,
  paragraphId: string,
  { from, to }: { from: number; to: number },
  text: string,
): void {
  const item = view.items.find(({ paragraphs }) => paragraphs.some(({ id }) => id === paragraphId))
  const paragraph = item?.paragraphs.find(({ id }) => id === paragraphId)
  if (item === undefined || paragraph === undefined) throw new KansliError('review.gone')
  const words = paragraph.text.slice(from, to)
  const next = paragraph.text.slice(0, from) + text + paragraph.text.slice(to)
  const spans = moved(paragraph.spans, from, to, text.length - words.length)
  // What is decided or charged in running text keeps to its sentence as that changes.
  const said = (['decision', 'action'] as const).flatMap((table) =>
    saidIn(context.db, table, paragraphId)
      .filter((one) => one.inline === 1 && one.text.includes(words))
      .map((one) => ({ table, id: one.id, text: one.text.replace(words, () => text) })),
  )
  for (const one of said) if (next.includes(one.text)) setSaid(context.db, one.table, one.id, one.text)
  saveText(context, {
    id: item.id,
    operations: [{ op: 'put', paragraphId, kind: paragraph.kind, text: next, base: paragraph.text, spans }],
    order: item.paragraphs.map(({ id }) => id),
  })
}

/** An action in the words of the text; who and when may wait. */
function addAction(
  context: WriteContext,
  meetingId: string,
  { finding, passage }: Listed,
  owner: string | null,
  due: string | null,
): Done {
  if (passage === null || finding.proposal.kind !== 'action') throw new KansliError('review.gone')
  const actionId = context.ports.newId()
  const { db } = context
  insert(db, 'action', {
    id: actionId,
    item_id: passage.item.id,
    paragraph_id: passage.paragraph.id,
    position: saidIn(db, 'action', passage.paragraph.id).length,
    text: finding.proposal.text,
    owner: owner === '' ? null : owner,
    due: due === '' ? null : due,
    ...ownerOf(db, meetingId, owner),
    due_date: dueDay(due, daysOf(db, meetingId)),
    inline: 1,
  })
  return { put: null, actionId }
}

function putFound(context: WriteContext, view: MeetingView, finding: ReviewFinding, text: string): Done {
  const { paragraphId, from, to } = finding
  if (paragraphId === null || from === null || to === null) throw new KansliError('review.gone')
  if (text !== finding.words) putWords(context, view, paragraphId, { from, to }, text)
  return { put: text, actionId: null }
}

/** Keeps the spelling that goes out of the text with the person who bears it. */
function keepSpelling({ db, ports }: WriteContext, view: MeetingView, written: string, shown: string): void {
  const person = view.attendance.find(({ name }) => name === shown)?.personId
  if (person !== undefined) addPersonName(db, ports.newId(), person, written, keysOf(written))
}

/**
 * Carries out what is proposed, or `change` in its place.
 * @throws KansliError review.gone, call.bad-input when the change is of another kind than the proposal
 */
export function carryOut(context: WriteContext, view: MeetingView, listed: Listed, change?: ReviewChange): Done {
  const { finding } = listed
  const { proposal } = finding
  const { db } = context
  switch (proposal.kind) {
    case 'words':
    case 'date': {
      if (change !== undefined && change.kind !== 'words')
        throw new KansliError('call.bad-input', { method: 'review.answer' })
      const done = putFound(context, view, finding, change?.text ?? proposal.text)
      if (finding.code === 'name-variant' && change === undefined)
        keepSpelling(context, view, finding.words, proposal.text)
      if (proposal.kind === 'date' && change === undefined && view.head.nextDate === proposal.date)
        run(db, "UPDATE meeting SET next_basis = 'stated' WHERE id = ?", [view.id])
      return done
    }
    case 'guest': {
      if (change !== undefined && change.kind !== 'guest')
        throw new KansliError('call.bad-input', { method: 'review.answer' })
      const who = change ?? proposal
      // Whoever was written otherwise here is in nobody's words but those.
      const same = who.name === proposal.name && who.organisation === proposal.organisation
      const words = same ? introduced(listed.passage?.text ?? '', who.name) : null
      const { added } = addGuest(context, view, { ...who, words }, finding.itemId)
      return added ? { put: who.name, actionId: null } : nothing
    }
    case 'presence': {
      if (change !== undefined && change.kind !== 'presence')
        throw new KansliError('call.bad-input', { method: 'review.answer' })
      if (finding.attendanceId === null) throw new KansliError('review.gone')
      const { status, mode } = change ?? { status: proposal.status, mode: undefined }
      setPerson(context, { id: finding.attendanceId, status, ...(mode === undefined ? {} : { mode }) })
      return nothing
    }
    case 'name': {
      if (change !== undefined && change.kind !== 'words')
        throw new KansliError('call.bad-input', { method: 'review.answer' })
      if (finding.attendanceId === null) throw new KansliError('review.gone')
      const name = change?.text ?? proposal.text
      update(db, 'attendance', finding.attendanceId, { name })
      return { put: name, actionId: null }
    }
    case 'action': {
      if (change !== undefined && change.kind !== 'action')
        throw new KansliError('call.bad-input', { method: 'review.answer' })
      return addAction(context, view.id, listed, change?.owner ?? null, change?.due ?? null)
    }
    case 'seen':
      return nothing
  }
}
