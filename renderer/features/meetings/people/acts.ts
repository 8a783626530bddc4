/** What each key does to somebody on the list, by where the meeting and the person stand. */
import { daysBetween } from '#contract/calendar.ts'
import { hasDays, longestClock, minutesUntil, mostDays, splitTime, withDay } from '#contract/day-time.ts'
import type { Input } from '#contract/methods.ts'
import { translate } from '../../../i18n/i18n.ts'
import { today } from '../../../i18n/today.ts'
import { announce } from '../../../shell/announce.ts'
import { change } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { itemIn, placeIn } from './place.ts'
import { goneAs, isThere, peopleOf, presenceWord, standingAt, type Person } from './presence.ts'

export const actKeys = ['p', 'd', 't', 'l', 'b', 'm', 'j', 'e', 'a', 'v'] as const
export type ActKey = (typeof actKeys)[number]

type EventName = Input<'attendance.event'>['event']
type Mode = Person['mode']

/** Whoever is marked within so many minutes of the start was there from the start. */
const lateAfter = 5

/** The clock of this machine, `HH:MM`. */
export function clockNow(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(now.getHours())}:${two(now.getMinutes())}`
}

/**
 * The clock as a meeting counts it: with the day, once it is a later one of a meeting that is known to last for days, or
 * that no clock time alone would reach any more.
 */
export function timeNow({ head, attendance }: Pick<View, 'head' | 'attendance'>, now = new Date()): string {
  const time = clockNow(now)
  const { date, start } = head
  if (head.state !== 'running' || date?.length !== 10) return time
  const day = today(now)
  const passed = daysBetween(date, day) ?? 0
  if (passed < 1 || passed > mostDays) return time
  const lasts = hasDays({ head, attendance }) || (start !== null && minutesUntil(start, time) > longestClock)
  return lasts ? withDay(day, time) : time
}

/** The meeting runs, and not since just now: who comes now is late. */
function isUnderWay({ head, attendance }: View): boolean {
  if (head.state !== 'running' || head.start === null) return head.state === 'running'
  if (splitTime(timeNow({ head, attendance })).day !== null) return true
  const since = minutesUntil(head.start, clockNow())
  // Beyond that the start has been corrected to a time still ahead.
  return since >= lateAfter && since < longestClock
}

const modes: Partial<Record<ActKey, Mode>> = { p: 'room', d: 'remote', t: 'phone' }

type Plan =
  | { set: Pick<Input<'attendance.set'>, 'status' | 'mode'> }
  | { event: EventName; mode?: Mode }
  /** There is nothing to do: so it is already, or it cannot be. */
  | null

/** Somebody as they stand where an act would happen. */
export function standingIn(view: View, person: Person): Person {
  return standingAt(view, person, itemIn(view)?.id ?? null)
}

/** What a key means for somebody who stands so. */
export function planOf(view: View, person: Person, key: ActKey): Plan {
  const running = view.head.state === 'running'
  const there = isThere(person)
  const gone = goneAs(person)
  const mode = modes[key]
  if (mode !== undefined) {
    if (!running) return { set: { status: 'present', mode } }
    // Where nobody knew how somebody took part, it is told now: nobody has moved.
    if (there)
      return person.mode === mode ? null : person.mode === 'unknown' ? { set: { mode } } : { event: 'moved', mode }
    if (gone === null && !isUnderWay(view)) return { set: { status: 'present', mode } }
    return { event: 'arrived', mode }
  }
  if (key === 'e') return { set: { status: 'excused' } }
  if (key === 'a') return { set: { status: 'absent' } }
  if (key === 'v') return { set: { status: 'unknown', mode: 'unknown' } }
  if (!running) return null
  if (key === 'l') return there ? { event: 'left' } : null
  if (key === 'm') return there ? { event: 'moved' } : null
  if (key === 'b') return there ? { event: 'lost' } : gone === 'lost' || gone === 'left' ? { event: 'back' } : null
  return there ? { event: 'recused' } : gone === 'recused' ? { event: 'cleared' } : null
}

/** Whether a key can do something to somebody now. */
export function canAct(view: View, person: Person, key: ActKey): boolean {
  return planOf(view, standingIn(view, person), key) !== null
}

/** Does it, with its sentence, and says what became of it. Gives whether anything was done. */
export async function act(view: View, row: Person, key: ActKey): Promise<boolean> {
  const t = translate()
  const person = standingIn(view, row)
  const plan = planOf(view, person, key)
  if (plan === null) {
    announce(t('attendance:nothing', { name: person.name, standing: presenceWord(person, t) }))
    return false
  }
  if ('set' in plan) {
    if (!(await change('attendance.set', { id: person.id, ...plan.set }))) return false
    announce(`${person.name}: ${presenceWord({ ...person, intervals: [], ...defined(plan.set) }, t)}`)
    return true
  }
  const place = placeIn(view)
  const done = await change('attendance.event', {
    id: person.id,
    ...plan,
    time: timeNow(view),
    itemId: place?.itemId ?? null,
    after: place?.after ?? null,
    write: place !== null,
  })
  if (done) announce(t(`attendance:done.${plan.event}`, { name: person.name }))
  return done
}

const defined = ({ status, mode }: { status?: Person['status'] | undefined; mode?: Mode | undefined }) => ({
  ...(status === undefined ? {} : { status }),
  ...(mode === undefined ? {} : { mode }),
})

/** Those who are invited and wait to be marked, each person once. */
export function waiting(view: View): readonly Person[] {
  return peopleOf(view.attendance).filter(({ status }) => status === 'expected')
}

/** Whether a meeting can begin here: planned, or written by hand and not over. */
export function canBegin({ head, source }: View): boolean {
  return head.state === 'planned' || (head.state === 'draft' && source === null && head.end === null)
}

export async function beginMeeting(view: View): Promise<void> {
  const t = translate()
  if (await change('meetings.begin', { id: view.id, time: clockNow() })) announce(t('attendance:meeting.begun'))
}

export async function endMeeting(view: View): Promise<void> {
  const t = translate()
  const left = waiting(view).length
  if (await change('meetings.end', { id: view.id, time: timeNow(view) }))
    announce(left === 0 ? t('attendance:meeting.ended') : t('attendance:meeting.endedAsk', { count: left }))
}

export async function markAllThere(view: View, mode: Mode): Promise<void> {
  const t = translate()
  const count = waiting(view).length
  if (await change('attendance.markAll', { meetingId: view.id, mode })) announce(t('attendance:markedAll', { count }))
}
