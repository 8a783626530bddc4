/** Below a list of people: "Rektor Anna Ek hade anmält förhinder. Bo Ål svarade i hennes ställe." */
import { isFullName } from './names.ts'
import { splitPeople } from './name-runs.ts'
import type { PeopleHeading } from './people-headings.ts'
import { readPeopleLine } from './people.ts'
import { plainHabits } from './person.ts'

const away =
  /^(?<names>\p{Lu}[^.:;?!]{3,120}?) (?<title>(?:(?:hade|har) )?(?:anmält|meddelat|lämnat) (?:förhinder|frånvaro|återbud)|(?:kunde|kan) (?:tyvärr )?(?:inte|ej) (?:delta|komma|medverka|närvara)|(?:hade|har) förhinder|var förhindrade?(?: att (?:delta|komma|medverka|närvara))?|(?:(?:had|has|have) )?(?:sent|given|offered) (?:(?:his|her|their) )?apologies|(?:was|were) (?:unable|not able) to (?:attend|come|join)|could not (?:attend|come|join))(?: (?:till|på|vid|för|at|for) (?:mötet|the meeting))?\.(?: (?<after>\p{Lu}.*))?$/u

/** A sentence that names who is away, as a heading with its people; null for any other line. */
export function excusedSaid(text: string): PeopleHeading | null {
  const { names, title, after } = (text.length > 300 ? null : away.exec(text))?.groups ?? {}
  if (names === undefined || title === undefined) return null
  const people = splitPeople(names, plainHabits).map((part) => readPeopleLine(part, plainHabits))
  if (!people.every((read) => read.length > 0 && read.every(({ name }) => isFullName(name)))) return null
  const heading = { status: 'excused', capacity: null, mode: null, organisation: null, rest: names, title } as const
  return after === undefined ? { ...heading, whole: true } : { ...heading, whole: true, after }
}
