/** Attendance in a glyph and words: both say the same, and no more than the text does. */
import type { T } from '../../../i18n/resources.ts'
import type { Presence } from '../../../ui/marks.tsx'
import type { View } from '../text/savers.ts'

export type Person = View['attendance'][number]
type Standing = Pick<Person, 'status' | 'mode'>

export function presenceOf({ status, mode }: Standing): Presence {
  if (status === 'absent' || status === 'excused') return 'absent'
  if (status === 'unknown') return 'unknown'
  return mode === 'room' ? 'room' : mode === 'unknown' ? 'here' : 'remote'
}

export function presenceWord({ status, mode }: Standing, t: T): string {
  if (status === 'absent') return t('meetings:people.status.absent')
  if (status === 'excused') return t('meetings:people.status.excused')
  if (status === 'unknown') return t('unknown')
  if (mode === 'room') return t('meetings:people.mode.room')
  if (mode === 'remote') return t('meetings:people.mode.remote')
  if (mode === 'phone') return t('meetings:people.mode.phone')
  return t('meetings:people.status.present')
}

/** `18 på plats · 9 på distans · 3 frånvarande`: only what there is. */
export function presenceSummary(people: readonly Person[], t: T): string {
  const count = (...kinds: Presence[]) => people.filter((person) => kinds.includes(presenceOf(person))).length
  return (
    [
      { count: count('room'), words: t('meetings:people.sum.room', { count: count('room') }) },
      { count: count('remote'), words: t('meetings:people.sum.remote', { count: count('remote') }) },
      { count: count('here'), words: t('meetings:people.sum.present', { count: count('here') }) },
      { count: count('absent'), words: t('meetings:people.sum.absent', { count: count('absent') }) },
      { count: count('unknown'), words: t('meetings:people.sum.unknown', { count: count('unknown') }) },
    ]
      .filter((part) => part.count > 0)
      // A figure stays with its word.
      .map((part) => part.words.replaceAll(' ', '\u00a0'))
      .join(' · ')
  )
}

/** The source's blocks in their order. */
export function groupsOf(people: readonly Person[]): { group: number; people: Person[] }[] {
  const groups = new Map<number, Person[]>()
  for (const person of people) groups.set(person.group, [...(groups.get(person.group) ?? []), person])
  return [...groups].map(([group, rows]) => ({ group, people: rows })).sort((a, b) => a.group - b.group)
}
