/** Attendance in a glyph and words: both say the same, and no more than is known. */
import { isThereForItem } from '#contract/one-item.ts'
import type { T } from '../../../i18n/resources.ts'
import type { Presence } from '../../../ui/marks.tsx'
import type { View } from '../text/savers.ts'

export type Person = View['attendance'][number]
type Standing = Pick<Person, 'status' | 'mode' | 'intervals'>
export type Interval = Person['intervals'][number]
export type Deputyship = Person['deputyships'][number]

/** The stretch that says where somebody is, or how they went; undefined while there is none. */
export function lastOf({ intervals }: Pick<Person, 'intervals'>): Interval | undefined {
  return intervals.at(-1)
}

/** In the room or linked to it, now or, once the meeting is over, at its end. */
export function isThere(person: Pick<Person, 'status' | 'intervals'>): boolean {
  return person.status === 'present' && (lastOf(person)?.ended ?? null) === null
}

/** How somebody who is not there any more went; null for everybody else. */
export function goneAs({
  status,
  intervals,
}: Pick<Person, 'status' | 'intervals'>): 'left' | 'lost' | 'recused' | null {
  const ended = status === 'present' ? (intervals.at(-1)?.ended ?? null) : null
  return ended === 'moved' ? null : ended
}

export function presenceOf(person: Standing): Presence {
  const { status, mode } = person
  if (status === 'absent' || status === 'excused') return 'absent'
  if (status === 'unknown' || status === 'expected') return 'unknown'
  const gone = goneAs(person)
  if (gone !== null) return gone === 'lost' ? 'lost' : 'left'
  if (mode === 'room' && lastOf(person)?.began === 'arrived') return 'late'
  return mode === 'room' ? 'room' : mode === 'unknown' ? 'here' : 'remote'
}

function modeWord(mode: Person['mode'], t: T): string {
  if (mode === 'room') return t('meetings:people.mode.room')
  if (mode === 'remote') return t('meetings:people.mode.remote')
  if (mode === 'phone') return t('meetings:people.mode.phone')
  return t('meetings:people.status.present')
}

export function presenceWord(person: Standing, t: T): string {
  const { status, mode } = person
  if (status === 'absent') return t('meetings:people.status.absent')
  if (status === 'excused') return t('meetings:people.status.excused')
  if (status === 'expected') return t('attendance:standing.expected')
  if (status === 'unknown') return t('unknown')
  const gone = goneAs(person)
  return gone === null ? modeWord(mode, t) : t(`attendance:standing.${gone}`)
}

/** "kom", "åter", "flyttade": how the last stretch began, where that is worth a word; null where somebody was there from the start. */
export function cameWord(person: Standing, t: T): string | null {
  const last = lastOf(person)
  if (person.status !== 'present' || last === undefined || last.ended !== null || last.began === 'start') return null
  return t(`attendance:came.${last.began}`)
}

/** The time that stands beside a row: when somebody came or went last, and of which stretch's edge it is. */
export function timeOf(person: Standing): { interval: Interval; edge: 'fromTime' | 'toTime'; time: string } | null {
  const interval = lastOf(person)
  if (person.status !== 'present' || interval === undefined) return null
  const edge = interval.ended === null ? 'fromTime' : 'toTime'
  const time = interval[edge]
  return time === null ? null : { interval, edge, time }
}

const known: readonly Person['status'][] = ['present', 'excused', 'absent', 'expected', 'unknown']

/** Somebody may stand on the list twice and is one person in the room: the row that tells most stands for them. */
export function peopleOf(rows: readonly Person[]): Person[] {
  const rank = (row: Person) => (isThere(row) ? -1 : known.indexOf(row.status))
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].flatMap((own) =>
    own.toSorted((a, b) => rank(a) - rank(b)).slice(0, 1),
  )
}

/** All rows of the person of one row. */
export function ownRows({ attendance }: Pick<View, 'attendance'>, { personId }: Person): readonly Person[] {
  return attendance.filter((row) => row.personId === personId)
}

/**
 * Somebody as they stand at one item of a running meeting: whoever is there for that item alone is there while it is
 * dealt with, whatever the list has of the items around it.
 */
export function standingAt({ head }: Pick<View, 'head'>, person: Person, here: string | null): Person {
  if (head.state !== 'running' || here === null || person.status !== 'present') return person
  if (!isThereForItem(person.intervals, here)) return person
  const last = person.intervals.length - 1
  return {
    ...person,
    intervals: person.intervals.map((one, at) => ({
      ...one,
      ...(at === 0 ? { began: 'start' } : {}),
      ...(at === last ? { ended: null } : {}),
    })),
  }
}

/** All rows as they stand at one item. */
export function shownNow(view: Pick<View, 'head' | 'attendance'>, here: string | null): readonly Person[] {
  return view.attendance.map((person) => standingAt(view, person, here))
}

/** `18 på plats · 9 på distans · 3 frånvarande`: only what there is. */
export function presenceSummary(rows: readonly Person[], t: T): string {
  const people = peopleOf(rows)
  const count = (fits: (person: Person) => boolean) => people.filter(fits).length
  const there = (...modes: Person['mode'][]) => count((person) => isThere(person) && modes.includes(person.mode))
  const status = (...wanted: Person['status'][]) => count((person) => wanted.includes(person.status))
  const part = (number: number, words: string) => ({ number, words })
  const gone = count((person) => goneAs(person) !== null)
  return (
    [
      part(there('room'), t('meetings:people.sum.room', { count: there('room') })),
      part(there('remote', 'phone'), t('meetings:people.sum.remote', { count: there('remote', 'phone') })),
      part(there('unknown'), t('meetings:people.sum.present', { count: there('unknown') })),
      part(gone, t('attendance:sum.gone', { count: gone })),
      part(status('expected'), t('attendance:sum.expected', { count: status('expected') })),
      part(status('absent', 'excused'), t('meetings:people.sum.absent', { count: status('absent', 'excused') })),
      part(status('unknown'), t('meetings:people.sum.unknown', { count: status('unknown') })),
    ]
      .filter(({ number }) => number > 0)
      // A figure stays with its word.
      .map(({ words }) => words.replaceAll(' ', '\u00a0'))
      .join(' · ')
  )
}

/** The source's blocks in their order. */
export function groupsOf(people: readonly Person[]): { group: number; people: Person[] }[] {
  const groups = new Map<number, Person[]>()
  for (const person of people) groups.set(person.group, [...(groups.get(person.group) ?? []), person])
  return [...groups].map(([group, rows]) => ({ group, people: rows })).sort((a, b) => a.group - b.group)
}
