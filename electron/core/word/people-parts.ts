/** In which part of formal minutes somebody present stands: those who decide, deputies, others. */
import type { MeetingJson } from '#contract/minutes.ts'

export type Participant = MeetingJson['participants'][number]
export type PresentPart = 'deciding' | 'serving' | 'deputies' | 'others'

/** Parts in their order, and those of the list as it was printed before it had any. */
export type PeopleLayout = 'parts' | 'groups'

const order: readonly PresentPart[] = ['deciding', 'serving', 'deputies', 'others']

const chairs = /(?<!\p{L})(?:(?:vice ?)?ordförande|(?:vice[- ]|deputy )?chair(?:man|woman|person)?)(?!\p{L})/iu
/** Of this meeting, and not of something else: "ordförande, jurist", but not "ordförande i båtklubben". */
const chairsHere = new RegExp(`^${chairs.source}(?! (?:i|för|vid|på|of|in|at) )`, 'iu')
const beside =
  /adjunger|föredrag|observ|åhör|inbjud|insyn|sekreterare|secretary|protokollförare|tjänste(?:man|person)|chef|direktör|handläggare|ekonom(?!i)|jurist|revisor|utredare|strateg|kommunalråd i opposition|official|staff|clerk|presenter|invited/iu

/** What somebody's own words say; null where they leave it to the rest of the list. */
function saidOf({ capacity, deputyFor }: Participant): PresentPart | null {
  const words = (capacity ?? '').toLocaleLowerCase('sv')
  if (deputyFor !== undefined) return 'serving'
  if (/ersättare|suppleant|deputy member|substitute/u.test(words)) {
    const serves =
      /tjänstgörande|serving/u.test(words) && !/(?:icke|ej|inte|not)[- ](?:tjänstgörande|serving)/u.test(words)
    return serves ? 'serving' : 'deputies'
  }
  if (/beslutande|ledam[oö]t|(?<!\p{L})(?:voting )?member/u.test(words)) return 'deciding'
  return beside.test(words) && !chairsHere.test(words) ? 'others' : null
}

/** What the people of one block of the list say together; null where they differ or say nothing. */
function ofBlock(people: readonly Participant[]): PresentPart | null {
  const said = new Set(people.map(saidOf).filter((part) => part !== null))
  return said.size === 1 ? ([...said][0] ?? null) : null
}

/**
 * Those present by part, in the parts' order, each part in the order of the list. Null where the list does not say
 * of everybody whether they decide, or its numbers would not stand in order any more.
 */
export function presentParts(people: readonly Participant[]): { part: PresentPart; people: Participant[] }[] | null {
  if (!people.some((person) => saidOf(person) === 'deciding')) return null
  const blocks = new Map<number, Participant[]>()
  for (const person of people) blocks.set(person.group, [...(blocks.get(person.group) ?? []), person])
  const block = new Map([...blocks].map(([group, all]) => [group, ofBlock(all)]))
  const partOf = (person: Participant): PresentPart => {
    const said = saidOf(person)
    const chair = chairs.test(person.capacity ?? '')
    return said ?? block.get(person.group) ?? (chair ? 'deciding' : 'others')
  }
  // A heading over a block gives everybody of it a capacity: whoever has none there stands under no heading.
  const told = new Set(people.filter((person) => saidOf(person) !== null).map(({ group }) => group))
  const untold = people.some((person) => person.capacity === null && saidOf(person) === null && told.has(person.group))
  if (untold) return null
  const parts = order
    .map((part) => ({ part, people: people.filter((person) => partOf(person) === part) }))
    .filter((one) => one.people.length > 0)
  const numbers = parts
    .flatMap((one) => one.people)
    .flatMap(({ listNumber }) => (listNumber === null ? [] : [listNumber]))
  const before = people.flatMap(({ listNumber }) => (listNumber === null ? [] : [listNumber]))
  return numbers.every((number, at) => number === before[at]) ? parts : null
}

/** Whether a list of those who decide calls them so; else they are its members. */
export function callsDeciding(people: readonly Participant[]): boolean {
  return people.some(({ capacity }) => /beslutande/iu.test(capacity ?? ''))
}

/** What a heading says already, as somebody's whole capacity. */
const repeated: Readonly<Record<PresentPart, RegExp | null>> = {
  deciding: /^(?:beslutande|ledamot|member)$/iu,
  serving: /^(?:tjänstgörande ersättare|serving deputy)$/iu,
  deputies: /^(?:ersättare|deputy(?: member)?)$/iu,
  others: null,
}

export function repeats(part: PresentPart, capacity: string): boolean {
  return repeated[part]?.test(capacity.trim()) === true
}

/** The parties of the national assembly, as minutes write them in brackets; "LIF" is none. */
const party = /^(?:S|M|SD|C|V|KD|L|MP|FP|FI)$/u
/** A local party's letters, among people some of whom have a national one. */
const letters = /^[A-ZÅÄÖ]{2,5}$/u

/** The organisations of a list that are parties. */
export function partiesOf(people: readonly Participant[]): ReadonlySet<string> {
  const named = people.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]))
  if (!named.some((name) => party.test(name))) return new Set()
  const seated = people.filter((person) => saidOf(person) !== 'others')
  const local = seated.flatMap(({ organisation }) =>
    organisation !== null && letters.test(organisation) ? [organisation] : [],
  )
  return new Set([...named.filter((name) => party.test(name)), ...local])
}
