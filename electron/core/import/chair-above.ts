/** A chair named on the line above "Members:", who is one of those the list is of. */
import type { SourceLine } from './lines.ts'
import { isFullName, nameWords } from './names.ts'
import type { PeopleHeading } from './people-headings.ts'
import { readPeopleLine } from './people.ts'
import { plainHabits } from './person.ts'
import type { ReadPerson } from './person.ts'

/**
 * Whoever the line right above the heading at `index` names as chair ("Chair: NN", "NN (ordförande)"). Null where the
 * heading is of anybody else than members, says who was present, or where the name stands further down as well.
 */
export function chairAbove(lines: readonly SourceLine[], index: number, heading: PeopleHeading): ReadPerson | null {
  const above = lines[index - 1]
  if (heading.capacity === null || heading.status !== null || above === undefined || above.blank) return null
  if (above.forced !== null || above.text.length > 100 || !/ordf|chair/iu.test(above.text)) return null
  const [person, ...others] = readPeopleLine(above.raw, plainHabits)
  if (person === undefined || others.length > 0 || !isFullName(person.name)) return null
  if (!/^(?:mötes)?(?:ordförande|ordf\.?)$|^chair(?:man|woman|person)?$/iu.test(person.capacity?.split(',')[0] ?? ''))
    return null
  const own = nameWords(person.name).join(' ')
  const again = lines
    .slice(index, index + 100)
    .some((line) => readPeopleLine(line.raw, plainHabits).some(({ name }) => nameWords(name).join(' ') === own))
  return again ? null : person
}
