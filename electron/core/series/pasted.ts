/** What pasted lines say of the members of a body. Pure. */
import type { ReadPerson } from '#core/import/person.ts'
import { hyphenedKey, organisationKey } from '#core/register/names.ts'

const serves = /^(?:ersätter|ersatte|i ställe(?:t)? för|istället för) /iu

/** In what capacity somebody is a member: a deputy with whose one they are, which minutes have no field for. */
export function roleIn({ capacity, kept }: Pick<ReadPerson, 'capacity' | 'kept'>): string | null {
  if (capacity === null) return null
  const parts = capacity.split(', ')
  for (const words of kept) {
    const at = parts.findIndex((part) => words.startsWith(`${part} för `) || words.startsWith(`${part} for `))
    if (at >= 0) parts[at] = words
    else if (serves.test(words)) {
      const deputy = parts.indexOf('ersättare')
      if (deputy >= 0) parts[deputy] = `ersättare för ${words.replace(serves, '')}`
    }
  }
  return parts.join(', ')
}

type Line = { name: string; role: string | null; organisation: string | null }

const whereOf = ({ organisation }: Line) => (organisation === null ? null : organisationKey(organisation))

/** All that lines about one person say, at the place of the first: each role once. */
function merged<T extends Line>(first: T, lines: readonly T[]): T {
  const roles = new Map<string, string>()
  for (const part of lines.flatMap(({ role }) => role?.split(', ') ?? []))
    roles.set(part.toLowerCase(), roles.get(part.toLowerCase()) ?? part)
  const organisation = lines.find((one) => one.organisation !== null)?.organisation ?? null
  return { ...first, role: [...roles.values()].join(', ') || null, organisation }
}

/**
 * Each person once: lines of one name and one organisation are about one. A line without an organisation is about the
 * only bearer of its name; where lines give a name two organisations, nobody is told which of them it would be.
 */
export function together<T extends Line>(lines: readonly T[]): T[] {
  const bearers = Map.groupBy(lines, ({ name }) => hyphenedKey(name))
  const firsts = new Map<T, T>()
  for (const same of bearers.values()) {
    const places = new Set(same.map(whereOf).filter((where) => where !== null))
    const one = places.size <= 1
    for (const group of Map.groupBy(same, (line) => (one ? null : whereOf(line))).values()) {
      const [first] = group
      if (first !== undefined) firsts.set(first, merged(first, group))
    }
  }
  return lines.flatMap((line) => firsts.get(line) ?? [])
}

const unit =
  /^(?:institution|avdelning|enhet|sektion|fakultet|department|division|unit|faculty|school)(?:en)?(?!\p{L})/iu
/** A firm, an authority, a municipality, a university, an association: nothing that is a part of the one beside it. */
const ownForm =
  /(?<!\p{L})(?:AB|HB|KB|Ltd|LLP|Inc|plc|GmbH|Oy|AS)\.?$|(?:verket|myndigheten|universitet(?:et)?|university|högskolan?|kommun(?:en)?|förbundet|förening(?:en)?)$|^Region \p{Lu}\p{Ll}{3}/u
/** "Region Syd" is a part of whatever stands in front of it. */
const quarter = /^Region (?:Norra|Södra|Östra|Västra|Nord|Syd|Öst|Väst|Mitt|Norr|Söder|North|South|East|West)(?!\p{L})/u

/**
 * Whom somebody speaks for: two organisations where each part stands for itself ("Provverket, Testbolaget AB"), else one
 * by the whole name, as in minutes ("Institutionen för kemi, Lunds universitet").
 * @param isKnown whether the register has an organisation of a name
 */
export function organisationsIn(words: string, isKnown: (name: string) => boolean): string[] {
  const parts = words.split(', ').map((part) => part.trim())
  const each = parts.every((part) => !unit.test(part) && !quarter.test(part) && (ownForm.test(part) || isKnown(part)))
  return each && !isKnown(words) ? [...new Set(parts)] : [words]
}
