/** Presence: what the screen asks and does. */
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { removeAttendance } from '#core/meetings/attendance.ts'
import { takeOver, takeOverAfter } from '#core/series/take-over.ts'
import { revision } from '#db/connection.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { addPerson, event, removeInterval, setInterval, setPerson } from './acts.ts'
import { boardOf } from './board.ts'
import { removeDeputyship, setDeputy, setDeputyship } from './deputies.ts'
import { begin, end, markAll, setFor, setRules, setVoting } from './list.ts'

/** The number this write will have got when it is committed. */
const changed = ({ db }: WriteContext) => ({ version: revision(db) + 1 })

/** Runs a change that has nothing to tell. */
const then =
  <Input>(act: (context: WriteContext, input: Input) => void) =>
  (context: WriteContext, input: Input) => {
    act(context, input)
    return changed(context)
  }

export const attendanceHandlers: HandlersOf<'attendance'> &
  Pick<HandlersOf<'meetings'>, 'meetings.begin' | 'meetings.end'> &
  Pick<HandlersOf<'bodies'>, 'bodies.setRules'> = {
  'attendance.board': ({ db }, { meetingId }) => boardOf(getMeeting(db, meetingId)),
  'attendance.add': (context, input) => ({ id: addPerson(context, input), ...changed(context) }),
  'attendance.set': then(setPerson),
  'attendance.remove': then((context, { id }) => removeAttendance(context, id)),
  'attendance.event': (context, input) => ({ paragraphId: event(context, input), ...changed(context) }),
  'attendance.setInterval': then(setInterval),
  'attendance.removeInterval': then((context, { id }) => removeInterval(context, id)),
  'attendance.setDeputy': (context, input) => ({ paragraphId: setDeputy(context, input), ...changed(context) }),
  'attendance.setDeputyship': then(setDeputyship),
  'attendance.removeDeputyship': then((context, { id }) => removeDeputyship(context, id)),
  'attendance.setFor': then(setFor),
  'attendance.setVoting': then(setVoting),
  'attendance.markAll': (context, input) => ({ marked: markAll(context, input), ...changed(context) }),
  'meetings.begin': then((context, input) => {
    // What was written up after the meeting before had ended; nothing once the meeting is more than planned.
    takeOver(context, input.id)
    begin(context, input)
  }),
  'meetings.end': then((context, input) => {
    end(context, input)
    takeOverAfter(context, input.id)
  }),
  'bodies.setRules': then(setRules),
}
