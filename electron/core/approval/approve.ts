/** Locking minutes as a version that nobody can change, and opening them again. */
import { lastDay } from '#contract/day-time.ts'
import { KansliError } from '#contract/errors.ts'
import type { MeetingView } from '#contract/meetings.ts'
import type { Parsed, Output } from '#contract/methods.ts'
import { revision, update, type ReadableDb } from '#db/connection.ts'
import {
  addUnlock,
  addVersion,
  commentsOf,
  lastVersion,
  standingOf,
  keepNumbers,
  versionContent,
} from '#db/queries/approval.ts'
import { bodyByKey } from '#db/queries/entities.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { personHead } from '#db/queries/register.ts'
import { takenNumbers } from '#db/queries/series.ts'
import { setFloor } from '#db/undo-floor.ts'
import type { TaskContext } from '#core/context.ts'
import { answersOf } from '#core/approval/answers.ts'
import { blockingOf, isBefore, type Standing } from '#core/approval/blocking.ts'
import { numberDecisions } from '#core/approval/numbers.ts'
import {
  buildApproved,
  contentText,
  documentHash,
  printedNow,
  readContent,
  type ApprovedContent,
} from '#core/approval/version.ts'
import type { Ports } from '#core/ports.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { checkDocument } from '#core/word/check.ts'

/**
 * Whether what was approved was approved in the series that the minutes are in now: of the same year, and of the same
 * body as far as its name of then still names one.
 */
function isOfSeries(db: ReadableDb, { meeting }: ApprovedContent, { head }: MeetingView): boolean {
  if (meeting.date?.slice(0, 4) !== head.date?.slice(0, 4)) return false
  const then = meeting.body === null ? null : bodyByKey(db, keysOf(meeting.body).match)
  return then === null || then === head.bodyId
}

/**
 * What blocks approval beside the minutes themselves. A number that was approved in an earlier version of them stands in
 * the series it was approved in, whoever has it too; in another series it is as any other.
 */
export function standsOf(db: ReadableDb, ports: Ports, view: MeetingView): Standing {
  const taken = takenNumbers(db, view.id)
  const version = taken.length === 0 ? 0 : lastVersion(db, view.id)
  const approved = version === 0 ? null : readContent(versionContent(db, view.id, version).content)
  const items = approved !== null && isOfSeries(db, approved, view) ? approved.meeting.items : []
  const stand = new Set(items.map(({ number }) => number))
  const held = view.officers.flatMap(({ personId }) => personId ?? [])
  return {
    erased: new Set(held.filter((id) => personHead(db, id)?.status === 'pseudonymised')),
    asked: answersOf(db, ports, view.id, () => view),
    comments: commentsOf(db, view.id),
    taken: taken.filter(({ number }) => !stand.has(number)).map(({ number: _number, ...one }) => one),
  }
}

/** The day of the answer that came last; empty before any. */
function lastAnswer({ asked }: Standing): string {
  return (
    asked
      .map(({ answeredOn }) => answeredOn ?? '')
      .toSorted()
      .at(-1) ?? ''
  )
}

function contentOf(db: ReadableDb, ports: Ports, { meetingId, on }: Parsed<'approval.approve'>): ApprovedContent {
  const view = getMeeting(db, meetingId)
  const standing = standsOf(db, ports, view)
  const missing = blockingOf(view, standing)
  if (view.head.state !== 'draft' && view.head.state !== 'circulated') throw new KansliError('approval.state')
  if (isBefore(on, view.head)) throw new KansliError('approval.too-early', { date: lastDay(view.head) ?? '' })
  const last = view.head.state === 'circulated' ? lastAnswer(standing) : ''
  if (on < last) throw new KansliError('approval.before-answers', { date: last })
  if (missing.length > 0) throw new KansliError('approval.blocked', { count: missing.length })
  return printedNow(db, view, on)
}

/** What is no step of undo is news all the same. */
function changed({ ports, workspace, emit }: TaskContext, method: 'approval.approve' | 'approval.unlock'): void {
  emit({ type: 'changed', method, savedAt: workspace.savedAt ?? ports.clock().toISOString() })
}

/** Refuses while anything is missing. What is locked is exactly what the document was made of. */
export async function approve(
  context: TaskContext,
  input: Parsed<'approval.approve'>,
): Promise<Output<'approval.approve'>> {
  const { ports } = context
  const { meetingId, on } = input
  // Refused minutes get no numbers; the numbers are a part of what is approved.
  context.read((db) => contentOf(db, ports, input))
  context.keep((db) => numberDecisions(db, meetingId))
  const { content, seen } = context.read((db) => ({ content: contentOf(db, ports, input), seen: revision(db) }))
  const document = await buildApproved(content, ports.clock())
  const sha256 = documentHash(ports, document)
  const version = context.keep((db) => {
    // Somebody wrote while the document was made: what was hashed is not what would be locked.
    if (revision(db) !== seen) throw new KansliError('approval.changed')
    const next = lastVersion(db, meetingId) + 1
    const made = { id: ports.newId(), meetingId, version: next, approvedOn: on, madeAt: ports.clock().toISOString() }
    addVersion(db, { ...made, content: contentText(content), sha256 })
    keepNumbers(db, meetingId)
    update(db, 'meeting', meetingId, { state: 'approved', approved_on: on })
    setFloor(db, meetingId)
    return next
  })
  changed(context, 'approval.approve')
  return { version, sha256, findings: checkDocument(document.bytes, content.meeting) }
}

/** The approved version stays as it is; the minutes become the draft of the next. */
export function unlock(context: TaskContext, { meetingId, reason }: Parsed<'approval.unlock'>): void {
  const { ports } = context
  context.keep((db) => {
    const { state } = standingOf(db, meetingId)
    if (state !== 'approved' && state !== 'archived') throw new KansliError('approval.state')
    const version = lastVersion(db, meetingId)
    addUnlock(db, { id: ports.newId(), meetingId, version, reason, at: ports.clock().toISOString() })
    update(db, 'meeting', meetingId, { state: 'draft', approved_on: null })
  })
  changed(context, 'approval.unlock')
}
