/** Approval (justering): asking, answering, commenting, locking, comparing. */
import { lastDay } from '#contract/day-time.ts'
import { KansliError } from '#contract/errors.ts'
import type { MeetingState } from '#contract/minutes.ts'
import { all, get, insert, run, update, type ReadableDb } from '#db/connection.ts'
import { lastVersion, standingOf, versionContent, versionsOf, waiting } from '#db/queries/approval.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { answeredHash, answersOf } from '#core/approval/answers.ts'
import { approve, standsOf, unlock } from '#core/approval/approve.ts'
import { blockingOf, isBefore } from '#core/approval/blocking.ts'
import { compareMinutes } from '#core/approval/compare.ts'
import { exportDecision } from '#core/approval/extract.ts'
import { contentNow, readContent, type ApprovedContent } from '#core/approval/version.ts'
import { isSameHolder } from '#core/meetings/officer-names.ts'
import { numbersAnew } from '#core/series/follow.ts'

function assertState(db: ReadableDb, meetingId: string, states: readonly MeetingState[]): void {
  if (!states.includes(standingOf(db, meetingId).state)) throw new KansliError('approval.state')
}

/** The minutes as approved, or as they stand now for version 0. */
function versionOf(db: ReadableDb, meetingId: string, version: number): ApprovedContent {
  if (version !== 0) return readContent(versionContent(db, meetingId, version).content)
  return contentNow(db, getMeeting(db, meetingId), '')
}

/** The chair and the adjusters, each once. */
function answering(db: ReadableDb, meetingId: string): { role: string; name: string; personId: string | null }[] {
  const officers = all<{ role: string; name: string; personId: string | null }>(
    db,
    `SELECT role, name, person_id AS personId FROM officer WHERE meeting_id = ? AND role IN ('chair', 'adjuster')
     ORDER BY role <> 'chair', position`,
    [meetingId],
  )
  return officers.filter((one, index) => officers.findIndex((other) => isSameHolder(other, one)) === index)
}

/**
 * Whose answer minutes that are out wait for: of those asked whoever has not answered, or answered for another text than
 * the one of now, and whoever came to answer for them since.
 */
function owing({ db, ports }: Pick<WriteContext, 'ports'> & { db: ReadableDb }, meetingId: string): string[] {
  const asked = answersOf(db, ports, meetingId, () => getMeeting(db, meetingId))
  const unasked = answering(db, meetingId).filter((one) => !asked.some((row) => isSameHolder(row, one)))
  return [...asked.filter(({ outcome, outdated }) => outcome === null || outdated), ...unasked].map(({ name }) => name)
}

/** Asks the chair and each adjuster once, as the minutes name them. */
function ask({ db, ports }: WriteContext, meetingId: string, on: string): void {
  const version = lastVersion(db, meetingId) + 1
  const asked = answering(db, meetingId)
  if (asked.length === 0) throw new KansliError('approval.nobody')
  // A round that was withdrawn gives way: who is asked now is asked about the text of now.
  run(db, 'DELETE FROM approval WHERE meeting_id = ? AND version = ?', [meetingId, version])
  for (const { role, name, personId } of asked)
    insert(db, 'approval', {
      id: ports.newId(),
      meeting_id: meetingId,
      version,
      role,
      person_id: personId,
      name,
      asked_on: on,
      answered_on: null,
      outcome: null,
      answered_sha256: null,
    })
}

type Asked = { meetingId: string; version: number; askedOn: string; date: string | null; end: string | null }

/** @throws KansliError entity.not-found */
function askedAs(db: ReadableDb, id: string): Asked {
  const row = get<Asked>(
    db,
    `SELECT a.meeting_id AS meetingId, a.version, a.asked_on AS askedOn, m.date, m.end_time AS end
     FROM approval a JOIN meeting m ON m.id = a.meeting_id WHERE a.id = ?`,
    [id],
  )
  if (row === undefined) throw new KansliError('entity.not-found')
  return row
}

export const approvalHandlers: HandlersOf<'approval'> &
  HandlersOf<'comments'> &
  Pick<HandlersOf<'word'>, 'word.extract'> = {
  'approval.get': ({ db, ports }, { meetingId }) => {
    const view = getMeeting(db, meetingId)
    const standing = standsOf(db, ports, view)
    const { asked, comments } = standing
    const { state, approveBy } = view.head
    const locked = state === 'approved' || state === 'archived'
    const blocking = locked ? [] : blockingOf(view, standing)
    return { state, approveBy, asked, comments, blocking, versions: versionsOf(db, meetingId) }
  },
  'approval.circulate': (context, { meetingId, on, approveBy }) => {
    assertState(context.db, meetingId, ['draft'])
    const { head } = getMeeting(context.db, meetingId)
    if (isBefore(on, head)) throw new KansliError('approval.too-early', { date: lastDay(head) ?? '' })
    if (approveBy !== null && approveBy < on) throw new KansliError('approval.by-too-early', { date: on })
    ask(context, meetingId, on)
    update(context.db, 'meeting', meetingId, { state: 'circulated', approve_by: approveBy })
    return {}
  },
  'approval.withdraw': (context, { meetingId }) => {
    assertState(context.db, meetingId, ['circulated'])
    update(context.db, 'meeting', meetingId, { state: 'draft' })
    // Meetings before it may have got items while it was out.
    numbersAnew(context, meetingId)
    return {}
  },
  'approval.answer': ({ db, ports }, { id, outcome, on }) => {
    const { meetingId, version, askedOn, ...days } = askedAs(db, id)
    assertState(db, meetingId, ['circulated'])
    // What was answered about an approved version stays.
    if (version <= lastVersion(db, meetingId)) throw new KansliError('approval.state')
    if (outcome !== null && isBefore(on, days))
      throw new KansliError('approval.too-early', { date: lastDay(days) ?? '' })
    if (outcome !== null && on < askedOn) throw new KansliError('approval.before-asked', { date: askedOn })
    const taken = { outcome: null, answered_on: null, answered_sha256: null }
    const given = () => ({
      outcome,
      answered_on: on,
      answered_sha256: answeredHash(db, ports, getMeeting(db, meetingId)),
    })
    update(db, 'approval', id, outcome === null ? taken : given())
    return {}
  },
  'approval.approve': approve,
  'approval.unlock': (context, input) => {
    unlock(context, input)
    return {}
  },
  'approval.archive': ({ db }, { meetingId, archived }) => {
    assertState(db, meetingId, [archived ? 'approved' : 'archived'])
    update(db, 'meeting', meetingId, { state: archived ? 'archived' : 'approved' })
    return {}
  },
  'approval.version': ({ db }, { meetingId, version }) => versionOf(db, meetingId, version).meeting,
  'approval.compare': ({ db }, { meetingId, left, right }) => ({
    rows: compareMinutes(versionOf(db, meetingId, left), versionOf(db, meetingId, right)),
  }),
  'approval.due': (context) => ({
    meetings: waiting(context.db).map((one) => ({
      ...one,
      waitingFor: one.state === 'circulated' ? owing(context, one.id) : [],
    })),
  }),
  'comments.add': ({ db, ports }, { meetingId, itemId, author, text }) => {
    standingOf(db, meetingId)
    const ofMeeting =
      itemId === null || get(db, 'SELECT 1 FROM agenda_item WHERE id = ? AND meeting_id = ?', [itemId, meetingId])
    if (ofMeeting === undefined) throw new KansliError('item.not-found')
    const id = ports.newId()
    insert(db, 'review_comment', {
      id,
      meeting_id: meetingId,
      item_id: itemId,
      item_title: null,
      author,
      text,
      made_at: ports.clock().toISOString(),
      resolved_at: null,
    })
    return { id }
  },
  'comments.resolve': ({ db, ports }, { id, resolved }) => {
    if (!update(db, 'review_comment', id, { resolved_at: resolved ? ports.clock().toISOString() : null }))
      throw new KansliError('entity.not-found')
    return {}
  },
  'comments.remove': ({ db }, { id }) => {
    if (run(db, 'DELETE FROM review_comment WHERE id = ?', [id]) === 0) throw new KansliError('entity.not-found')
    return {}
  },
  'word.extract': exportDecision,
}
