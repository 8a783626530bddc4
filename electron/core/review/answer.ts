/** Answering a finding, and taking the answer back: one undo step each. */
import { KansliError } from '#contract/errors.ts'
import type { MeetingView } from '#contract/meetings.ts'
import type { Parsed } from '#contract/methods.ts'
import type { ReviewFinding } from '#contract/review.ts'
import { run, update } from '#db/connection.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { answersAt, removeAnswer, setAnswer } from '#db/queries/review.ts'
import type { WriteContext } from '#core/context.ts'
import { removeGuest } from '#core/attendance/guests.ts'
import { resolveWarning } from '#core/meetings/warnings.ts'
import { carryOut, putWords } from './apply.ts'
import { findings } from './list.ts'
import { longestKeyed } from './review.ts'

/** The words that were put go out again, where they still stand; an action or a guest that was made goes. */
function takeBack(context: WriteContext, view: MeetingView, finding: ReviewFinding): void {
  const answer = answersAt(context.db, view.id).find(({ key }) => key === finding.key)
  if (answer === undefined) return
  const { paragraphId, from, to } = finding
  const put = answer.answer === 'dismissed' ? null : answer.put
  if (put !== null && finding.code === 'actor-not-listed') removeGuest(context, view, put)
  else if (put !== null && paragraphId !== null) {
    // Words that stand elsewhere too, or no more, are only taken back by undoing.
    if (from === null || to === null || finding.words.length >= longestKeyed) throw new KansliError('review.gone')
    putWords(context, view, paragraphId, { from, to }, finding.words)
  } else if (put !== null && finding.attendanceId !== null)
    update(context.db, 'attendance', finding.attendanceId, { name: finding.words })
  removeAnswer(context.db, view.id, finding.key)
  if (answer.actionId !== null) run(context.db, 'DELETE FROM action WHERE id = ?', [answer.actionId])
}

/** @throws KansliError meeting.not-found, review.gone, meeting.locked */
export function answer(context: WriteContext, input: Parsed<'review.answer'>): void {
  const { db, ports } = context
  const view = getMeeting(db, input.meetingId)
  const listed = findings(db, view).find(({ finding }) => finding.key === input.key)
  if (listed === undefined) throw new KansliError('review.gone')
  const { finding, warningId } = listed
  const settled = { accept: 'accepted', dismiss: 'dismissed', open: 'open' } as const
  if (finding.key.startsWith('import|') && warningId !== null) {
    resolveWarning(context, warningId, settled[input.answer])
    return
  }
  if (finding.state === 'open' && input.answer === 'open') return
  if (finding.state !== 'open' && input.answer !== 'open') throw new KansliError('review.settled')
  if (warningId !== null) update(db, 'warning', warningId, { state: settled[input.answer] })
  if (input.answer === 'open') {
    takeBack(context, view, finding)
    return
  }
  const done = input.answer === 'accept' ? carryOut(context, view, listed, input.change) : { put: null, actionId: null }
  setAnswer(db, view.id, {
    id: ports.newId(),
    key: finding.key,
    answer: input.answer === 'dismiss' ? 'dismissed' : input.change === undefined ? 'accepted' : 'changed',
    ...done,
  })
}
