/** One line of a list of people: who, in what capacity, for whom, and with which marks. */
import { bulletMark, cellsOf } from './lines.ts'
import { noMarks, readBareMark, takeMarks } from './marks.ts'
import type { Marks } from './marks.ts'
import { couldBeName, isFirstName, isFullName, nameScore, splitHonorific } from './names.ts'
import { labelOrganisation, stretchesOf, underLabel } from './name-labels.ts'
import { isColumnLabel, nameIn, peopleInBracket, severalIn, splitPeople, throughSomebody } from './name-runs.ts'
import { isInitials } from './initials.ts'
import { finish, plainHabits, readPerson, segmentsOf, takeBrackets } from './person.ts'
import type { ListHabits, ReadPerson } from './person.ts'
import { organisationBeside } from './parties.ts'
import { hasOrganisationWord, hasRoleWord, isPartyMark } from './roles.ts'
import { lowerRole } from './unmarked.ts'

const numberMark = /^\(?(\d{1,4})(?:[.)]\s*|:\s+|:(?=\p{Lu})|\s+)(?=[\p{L}"“([])/u

/** The person's own number and the rest of the line; bullets and check boxes are taken off. */
export function takeListNumber(text: string, marks: Marks): { listNumber: number | null; rest: string } {
  // A box is a bullet too, and tells more than that.
  const boxed = /^(?:[-–•*] )?(?=\[[ xX]?\]|[☐☑☒✓✔])/u.exec(text)?.[0].length
  let rest = text.slice(boxed ?? bulletMark(text)).trim()
  const box = /^(\[[ xX]?\]|[☐☑☒✓✔]|[xX](?= +\p{Lu}))\s*/u.exec(rest)
  if (box?.[1] !== undefined) {
    readBareMark(box[1], marks)
    rest = rest.slice(box[0].length)
  }
  rest = rest.replace(/^@(?=\p{Lu})/u, '')
  const number = numberMark.exec(rest)
  if (number?.[1] === undefined) return { listNumber: null, rest }
  return { listNumber: Number(number[1]), rest: rest.slice(number[0].length).trim() }
}

function readRow(raw: string, marks: Marks): ReadPerson | null {
  const cells = cellsOf(raw.slice(bulletMark(raw))).filter((cell) => cell !== '')
  if (cells.length < 2) return null
  let listNumber: number | null = null
  if (/^\d{1,3}[.)]?$/u.test(cells[0] ?? '')) listNumber = Number.parseInt(cells.shift() ?? '', 10)
  const scores = cells.map((cell) => {
    const head = segmentsOf(cell.replace(/\(.*?\)/gu, ' '))[0] ?? ''
    const score = nameScore(takeMarks(head, noMarks()).trim())
    return hasOrganisationWord(head) && score < 3 ? 0 : score
  })
  const best = Math.max(...scores)
  if (best <= 0) return null
  const nameCell = cells[scores.indexOf(best)] ?? ''
  const person = readPerson(nameCell, plainHabits, listNumber, marks)
  if (person === null) return null
  const others = cells.filter((_, index) => index !== scores.indexOf(best))
  const affiliations: string[] = []
  const { title } = splitHonorific(nameCell)
  for (const full of others) {
    const crossed = /^[xX][ ,]+(?=\S)/u.exec(full)
    if (crossed !== null) readBareMark('X', marks)
    const cell = crossed === null ? full : full.slice(crossed[0].length)
    if (readBareMark(cell, marks) || isInitials(cell, `${person.name} (`)) continue
    if (isPartyMark(cell) && cell.length <= 2) affiliations.push(cell)
    // "För Saco-S:" in a column of its own: whom the one named speaks for.
    else if (/^(?:för|från|for|from) .+:$/iu.test(cell)) affiliations.push(labelOrganisation(cell.slice(0, -1)))
    else affiliations.push(...segmentsOf(takeBrackets(takeMarks(cell, marks), marks, affiliations)))
  }
  const rest = finish(person.name, person.asWritten, listNumber, affiliations, marks, false, others.join(' '))
  const kept = [...new Set([...person.kept, ...rest.kept])]
  const organisations = [person.organisation, rest.organisation].filter((part) => part !== null)
  const courtesy = rest.capacity !== null && title !== null && person.capacity === lowerRole(title)
  return {
    ...rest,
    capacity: [courtesy ? null : person.capacity, rest.capacity].filter((part) => part !== null).join(', ') || null,
    organisation: organisationBeside(organisations, kept),
    kept,
  }
}

/** A role in the plural before a run of names, and what it makes of each. */
const plurals: ReadonlyMap<string, string> = new Map([
  ['councillors', 'councillor'],
  ['cllrs', 'Cllr'],
  ['members', 'member'],
  ['directors', 'director'],
  ['trustees', 'trustee'],
  ['commissioners', 'commissioner'],
  ['messrs', ''],
  ['professors', 'professor'],
  ['drs', ''],
  ['ledamöterna', 'ledamot'],
  ['ledamöter', 'ledamot'],
  ['suppleanterna', 'suppleant'],
  ['ersättarna', 'ersättare'],
])

/** The role in the singular that a plural in front of a run of names gives to each; null where none opens the run. */
export function pluralRole(run: string): string | null {
  const first = /^(?<role>\p{L}+)\.? \p{Lu}/u.exec(run)?.groups?.['role'] ?? ''
  return plurals.get(first.toLowerCase()) || null
}

/** Each of those behind a plural has its role, and a doctor among councillors too. */
export function inPlural(person: ReadPerson, role: string): ReadPerson {
  return person.capacity === null || /^(?:dr|cllrs?)\.?$/iu.test(person.capacity)
    ? { ...person, capacity: role }
    : person
}

/** "Councillors B Ek, S Ål and F Ö": everybody named, each with the role in the singular. */
function readPlural(text: string, habits: ListHabits): ReadPerson[] {
  const match = /^(?<role>\p{L}+)\.? (?<names>\p{Lu}.+(?:,| and | och | samt ).+)$/u.exec(text)
  const role = plurals.get(match?.groups?.['role']?.toLowerCase() ?? '')
  if (role === undefined || match?.groups?.['names'] === undefined) return []
  const people = splitPeople(match.groups['names'], { ...habits, onePerLine: false }).map((part) =>
    readPerson(part, habits, null, noMarks()),
  )
  if (people.length < 2 || !people.every((person) => person !== null)) return []
  return people.map((person) => (role === '' ? person : inPlural(person, role)))
}

/**
 * Columns that are no fields of one person: a label beside several names ("Klass 2B   Anna Ek, Bo Ål"), or a name in each
 * of them ("Anna Ek   Bo Ål"). Null where they are.
 */
function readColumns(raw: string, habits: ListHabits): ReadPerson[] | null {
  const cells = cellsOf(raw.replace(/^(\S+) {2}(?=\S)/u, '$1 ')).filter((cell) => cell !== '')
  const [label = '', names = '', ...others] = cells
  if (cells.length < 2) return null
  if (cells.every((cell) => numberMark.test(cell))) {
    const numbered = cells.map((cell) => readPeopleLine(cell, habits))
    if (numbered.every(([person, more]) => person !== undefined && more === undefined && nameScore(person.name) >= 2))
      return numbered.flat()
  }
  if (others.length === 0 && isColumnLabel(label)) {
    const people = severalIn(names, habits, hasOrganisationWord(label))
    return people.length > 1 ? readLabelled(label.replace(/:$/u, ''), names, null, habits) : null
  }
  const each = cells.map((cell) =>
    nameScore(nameIn(cell.replace(/\s*[([,].*$/u, ''))) >= (habits.sideBySide ? 2 : 3)
      ? severalIn(cell, habits, habits.sideBySide)
      : [],
  )
  return each.every((people) => people.length === 1) ? each.flat() : null
}

const twoInOne =
  /^(?<one>[^,;:()]{3,60}) (?:och|samt|and|&) (?<other>[^,;:()]{3,60}) \((?<whose>[^()]{2,80})\)[^,;:()]{0,80}$/u

/** "Anna Ek och Bo Alm (Havsverket)" on a line of their own: the bracket tells whom both come from. */
function sharedBracket(text: string, people: ReadPerson[]): ReadPerson[] {
  const [first, second, more] = people
  const whose = twoInOne.exec(text)?.groups?.['whose']
  if (whose === undefined || more !== undefined || first === undefined || second?.organisation !== whose) return people
  if (first.organisation !== null || first.capacity !== null || isPartyMark(whose)) return people
  return [{ ...first, organisation: whose }, second]
}

/** "För ST: – (Anna Ek har anmält förhinder)": nobody came, and who would have stands in the bracket. */
function awayInBracket(text: string): string {
  const { label = '', inside } =
    /^(?<label>[^:()]{2,60}: ?)?[-–—]? ?\((?<inside>[^()]{5,90})\)$/u.exec(text)?.groups ?? {}
  if (inside === undefined) return text
  const marks = noMarks()
  const name = takeMarks(inside, marks).replace(/[\s,–-]+$/u, '')
  return (marks.status === 'excused' || marks.status === 'absent') && nameScore(name) >= 2 && name.includes(' ')
    ? label + inside
    : text
}

/** Everybody on one line of a list. Empty when the line names nobody. */
export function readPeopleLine(raw: string, habits: ListHabits): ReadPerson[] {
  if (raw.length > 4000) return []
  const marks = noMarks()
  const trimmed = raw.trim()
  const columns = /[|\t]| {3}/u.test(trimmed) ? readColumns(trimmed, habits) : null
  if (columns !== null) return columns
  if (/[|\t]/u.test(trimmed) || / {2,}/u.test(trimmed.replace(/^\S+\s+/u, ''))) {
    const row = readRow(trimmed.replace(/ {2,}/gu, trimmed.includes('|') ? ' ' : '\t'), marks)
    if (row !== null) return [row]
  }
  const { listNumber, rest: written } = takeListNumber(trimmed.replace(/\s+/gu, ' '), marks)
  const rest = throughSomebody(awayInBracket(written))
  // The colon of "1:e vice ordförande" parts nothing, nor does that of "18:50".
  const label =
    /^((?:\d{1,2}:\p{Ll}{1,3}|[^:,(]{1,60})(?: \([^():]{1,30}\))?):(?!(?<=\d:)(?:\p{Ll}{1,3}(?: |:)|\d{2}(?!\d))) *(.+)$/u.exec(
      rest,
    )
  if (label?.[1] !== undefined && label[2] !== undefined && !/\bkl\.? ?\d|^[\d .:–-]+$/u.test(label[1])) {
    return readLabelled(label[1].trim(), label[2], listNumber, habits)
  }
  // "Kustbevakningen, Region Syd: NN": a part of an organisation.
  const part = /^(?<whose>\p{Lu}[^:,()]{2,60}), (?<unit>\p{Lu}[^:,()]{1,40}): (?<names>\p{Lu}.+)$/u.exec(rest)?.groups
  if (
    part?.['whose'] !== undefined &&
    part['names'] !== undefined &&
    !mayName(part['whose']) &&
    nameScore(part['unit'] ?? '') < 3
  ) {
    const named = readLabelled(`${part['whose']}, ${part['unit'] ?? ''}`, part['names'], listNumber, habits)
    if (named.length > 0) return named
  }
  const dashed = /^([^:,(–—]{2,60}) [–—-] (.+,.+)$/u.exec(rest)
  if (
    dashed?.[1] !== undefined &&
    dashed[2] !== undefined &&
    hasOrganisationWord(dashed[1]) &&
    !couldBeName(dashed[1])
  ) {
    const named = readLabelled(dashed[1].trim(), dashed[2], listNumber, habits)
    if (named.length > 1) return named
  }
  const plural = listNumber === null ? readPlural(rest, habits) : []
  if (plural.length > 0) return plural
  const stretches = stretchesOf(rest)
  if (stretches.length > 1 || (stretches[0]?.label ?? null) !== null) {
    const people = readStretches(stretches, null, listNumber, habits)
    if (people.length > 0) return people
  }
  if (listNumber === null) {
    const { one = '', other = '' } = twoInOne.exec(rest)?.groups ?? {}
    const two = [one, other].every((name) => isFullName(name) && !hasOrganisationWord(name))
    const people = readParts(splitPeople(rest, two ? { ...habits, onePerLine: false } : habits), null, habits)
    if (people.length > 1 || peopleInBracket(rest) !== null) return sharedBracket(rest, people)
  }
  const person = readPerson(rest, habits, listNumber, marks)
  return person === null ? [] : [person]
}

/** A whole name, or one word that is known as a given name. */
function mayName(words: string): boolean {
  return (
    isFirstName(words.split(' ')[0] ?? '') || (words.includes(' ') && couldBeName(words) && !hasOrganisationWord(words))
  )
}

function readLabelled(label: string, text: string, listNumber: number | null, habits: ListHabits): ReadPerson[] {
  if (
    couldBeName(label) &&
    !hasOrganisationWord(label) &&
    !hasRoleWord(label) &&
    isFirstName(label.split(' ')[0] ?? '')
  ) {
    const person = readPerson(`${label}, ${text}`, habits, listNumber, noMarks())
    return person === null ? [] : [person]
  }
  return readStretches(stretchesOf(text), label, listNumber, { ...habits, onePerLine: false })
}

/** One person each; what could not be read is kept as words of the person before it, or of the first. */
function readParts(parts: readonly string[], listNumber: number | null, habits: ListHabits): ReadPerson[] {
  const people: ReadPerson[] = []
  const unread: string[] = []
  const sure = parts.some((part) => peopleInBracket(part) !== null)
  for (const part of parts) {
    const inside = peopleInBracket(part, sure)
    if (inside !== null) {
      people.push(...readLabelled(inside.label, inside.names, listNumber, habits))
      continue
    }
    const person = readPerson(part, { ...habits, onePerLine: false }, listNumber, noMarks())
    if (person !== null) people.push(person)
    else if (people.length > 0) people.at(-1)?.kept.push(part)
    else unread.push(part)
  }
  people[0]?.kept.push(...unread)
  return people
}

/** People under labels of their own; `over` is the label in front of the first ones. */
function readStretches(
  stretches: ReturnType<typeof stretchesOf>,
  over: string | null,
  listNumber: number | null,
  habits: ListHabits,
): ReadPerson[] {
  const people: ReadPerson[] = []
  const unread: string[] = []
  for (const [at, stretch] of stretches.entries()) {
    const label = stretch.label ?? (at === 0 ? over : null)
    const read = readParts(splitPeople(stretch.text, habits), listNumber, habits)
    if (read.length === 0) unread.push(stretch.label === null ? stretch.text : `${stretch.label}: ${stretch.text}`)
    people.push(...read.map((person, index) => (label === null ? person : underLabel(person, label, index === 0))))
  }
  people[0]?.kept.push(...unread)
  return people
}
