/** Lines of a list that say who holds an office: fields of the head, or labels over somebody of the list. */
import { circulated, readHeadLine } from './head-labels.ts'
import type { SourceLine } from './lines.ts'
import { isFullName } from './names.ts'
import { headingAt } from './people-heading-at.ts'
import type { PeopleResult } from './people-result.ts'
import { readPeopleLine } from './people.ts'
import { plainHabits } from './person.ts'
import { isRoleLabel } from './roles.ts'

/** "Justerare: NN", or "Sekreterare: NN" for somebody already on the list: a field of the head, no further person. */
export function isOfficerLine(
  line: SourceLine,
  blocks: ReadonlyArray<readonly SourceLine[]>,
  result: PeopleResult,
): boolean {
  const [entry] = readHeadLine(line.raw)
  if (entry === undefined) return false
  if (/ (?:by|av|taken|fört|fördes)$/iu.test(entry.label)) return true
  if (!/:|\t|\S {2,}\S/u.test(line.raw.trim())) return false
  if (
    entry.field === 'adjuster' ||
    /^(?:vid |protokoll|minutes|antecknat|nedtecknat|notes|taken|recorded)/iu.test(entry.label) ||
    circulated.test(entry.label)
  )
    return true
  if (entry.field !== 'chair' && entry.field !== 'secretary') return false
  const names = readPeopleLine(entry.value, plainHabits).map((person) => person.name)
  const recent = result.participants.slice(-400)
  return names.some(
    (name) =>
      recent.some((person) => person.name === name) ||
      blocks.slice(-8).some((lineBlock) => lineBlock.slice(-200).some((other) => other.text.includes(name))),
  )
}

/** "Ordförande" alone on the line above a person who is not on the list yet: a label in the list, no field of the head. */
export function isRoleAbove(
  lines: readonly SourceLine[],
  index: number,
  blocks: ReadonlyArray<readonly SourceLine[]>,
  result: PeopleResult,
): boolean {
  const label = lines[index]
  const below = lines[index + 1]
  if (label === undefined || below === undefined || below.blank || headingAt(lines, index + 1) !== null) return false
  if (!isRoleLabel(label.text) || /^(?:justerare|protokoll)/iu.test(label.text)) return false
  const [entry] = readHeadLine(label.raw)
  if (entry === undefined || entry.value !== '' || (entry.field !== 'chair' && entry.field !== 'secretary'))
    return false
  const people = readPeopleLine(below.raw, plainHabits)
  return (
    people.length > 0 &&
    people.every(
      ({ name }) =>
        isFullName(name) &&
        !result.participants.slice(-400).some((person) => person.name === name) &&
        !blocks.slice(-8).some((block) => block.slice(-200).some((other) => other.text.includes(name))),
    )
  )
}
