/** Who is in the list and was never said to be there or away, once the meeting has been held. */
import { peopleOf } from '#core/attendance/people.ts'
import { sameName } from '#core/import/names.ts'
import type { Raised, ReviewInput } from './passages.ts'

/** Silent about a list that says nothing of anybody: minutes read from a text print what is unknown as unknown. */
export function presence({ view, passages }: ReviewInput): Raised[] {
  const { attendance, head } = view
  if (head.state === 'planned' || head.state === 'running') return []
  const open = peopleOf(attendance).filter(({ status }) => status === 'expected' || status === 'unknown')
  if (peopleOf(attendance).every(({ status }) => status === 'unknown')) return []
  const acting = passages.flatMap(({ paragraph }) => paragraph.people)
  return open.map((row): Raised => {
    const acts =
      acting.some(({ personId, name }) => personId === row.personId || sameName(name, row.name)) ||
      passages.some(({ text }) => text.includes(row.name))
    return {
      code: 'never-marked',
      passage: null,
      attendanceId: row.id,
      from: 0,
      to: 0,
      words: row.name,
      proposal: { kind: 'presence', status: acts ? 'present' : 'absent' },
    }
  })
}
