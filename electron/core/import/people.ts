/** One line of a list of people: who, in what capacity, for whom, and with which marks. */
import type { AttendanceMode, AttendanceStatus } from '#contract/minutes.ts'
import { bulletMark, cellsOf } from './lines.ts'
import { noMarks, readBareMark, takeMarks } from './marks.ts'
import type { Marks } from './marks.ts'
import { couldBeName, isFirstName, isFullName, nameScore, splitHonorific } from './names.ts'
import { hasOrganisationWord, hasRoleWord, isPartyMark, isRoleLabel, readAffiliation } from './roles.ts'
import { startsLower } from './words.ts'

export interface ReadPerson {
  listNumber: number | null
  name: string
  /** The name in the source's own characters. */
  asWritten: string
  repaired: boolean
  capacity: string | null
  organisation: string | null
  status: AttendanceStatus | null
  mode: AttendanceMode | null
  items: string | null
  /** Words of the line that have no field. */
  kept: string[]
}

/** What the lines around tell about a list. */
export interface ListHabits {
  /** One person per line, further segments are roles or organisations. */
  onePerLine: boolean
  /** Segments known to be organisations from other lines, folded. */
  organisations: ReadonlySet<string>
  /** Family name first ("Ek, Anna"). */
  familyFirst: boolean
}

export const plainHabits: ListHabits = { onePerLine: false, organisations: new Set(), familyFirst: false }

/** Commas, semicolons and dashes between spaces, but not inside brackets. */
export function segmentsOf(text: string): string[] {
  const segments: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]
    if (sign === '(' || sign === '[') depth += 1
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      const dash =
        (sign === '–' || sign === '-' || sign === '—' || sign === '/') && text[i - 1] === ' ' && text[i + 1] === ' '
      if (sign === ',' || sign === ';' || dash) {
        segments.push(text.slice(from, i))
        from = i + 1
      }
    }
  }
  segments.push(text.slice(from))
  return segments
    .map((segment) =>
      segment
        .trim()
        .replace(/^[–—-] |[,;]$/gu, '')
        .trim(),
    )
    .filter((segment) => segment !== '')
}

const numberMark = /^\(?(\d{1,4})(?:[.):]\s*|\s+)(?=[\p{L}"“(\[])/u

/** The person's own number and the rest of the line; bullets and check boxes are taken off. */
export function takeListNumber(text: string, marks: Marks): { listNumber: number | null; rest: string } {
  let rest = text.slice(bulletMark(text)).trim()
  const box = /^(\[[ xX]?\]|[☐☑☒✓✔]|[xX](?= +\p{Lu}))\s*/u.exec(rest)
  if (box?.[1] !== undefined) {
    readBareMark(box[1], marks)
    rest = rest.slice(box[0].length)
  }
  const number = numberMark.exec(rest)
  if (number?.[1] === undefined) return { listNumber: null, rest }
  return { listNumber: Number(number[1]), rest: rest.slice(number[0].length).trim() }
}

/** "two members of the public": people without names. */
const countOfOthers =
  /^(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|several|some|två|tre|fyra|fem|sex|sju|åtta|nio|tio|flera|ett tiotal) \p{Ll}/iu

function finish(
  name: string,
  asWritten: string,
  listNumber: number | null,
  unordered: readonly string[],
  marks: Marks,
  repaired = false,
  whole = '',
): ReadPerson {
  const { name: plain, title } = splitHonorific(name)
  const affiliations = whole === '' ? unordered : unordered.toSorted((a, b) => place(whole, a) - place(whole, b))
  const capacities: string[] = []
  const organisations: string[] = []
  const kept = [...marks.kept]
  for (const segment of affiliations) {
    const cleaned = segment
      .replace(/^[\s,;–-]+|[\s,;–-]+$/gu, '')
      .replace(/\s+/gu, ' ')
      .trim()
    if (cleaned === '' || /^(?:och|samt|and|via|på|med|m\.?fl\.?)$/iu.test(cleaned)) continue
    if (cleaned.startsWith(party)) {
      organisations.push(cleaned.slice(1))
      continue
    }
    if (readBareMark(cleaned, marks)) continue
    if (countOfOthers.test(cleaned)) {
      kept.push(cleaned)
      continue
    }
    const { capacity, organisation } = readAffiliation(cleaned)
    if (capacity !== null) capacities.push(capacity)
    if (organisation !== null) organisations.push(organisation)
  }
  if (marks.capacity !== null && !capacities.some((capacity) => capacity.toLowerCase().includes('ersättare'))) {
    capacities.push(marks.capacity)
  }
  if (title !== null && capacities.length === 0) capacities.push(lowerRole(title))
  return {
    listNumber,
    name: plain,
    asWritten,
    repaired,
    capacity: capacities.length > 0 ? capacities.join(', ') : null,
    organisation: organisations.length > 0 ? [...new Set(organisations)].join(', ') : null,
    status: marks.status,
    mode: marks.mode,
    items: marks.items,
    kept,
  }
}

/** "(JB)" after Jane Brook: how the text calls her, no party and no organisation. */
function isInitials(content: string, text: string): boolean {
  if (!/^\p{Lu}{2,4}$/u.test(content)) return false
  const name = text
    .slice(0, text.indexOf('('))
    .replace(/^.*[,;]/u, '')
    .trim()
  const initials = name
    .split(/[\s-]+/u)
    .map((word) => word.slice(0, 1))
    .filter((letter) => /\p{Lu}/u.test(letter))
    .join('')
  if (!name.includes(' ') && content.startsWith(name.slice(0, 1).toLocaleUpperCase('sv')) && content.length <= 3)
    return true
  return initials === content || (initials.length > 2 && `${initials.slice(0, 1)}${initials.slice(-1)}` === content)
}

/** Marks a bracket as a party: a lone "(F)" must not be read as a mark of absence. */
const party = '\u0001'

function place(text: string, segment: string): number {
  const at = text.indexOf(segment.replace(party, ''))
  return at < 0 ? text.length : at
}

/** Brackets out of the text: their contents, marks read. */
function takeBrackets(text: string, marks: Marks, affiliations: string[]): string {
  return text.replace(/[([]([^()[\]]*)[)\]]/gu, (whole, inner: string) => {
    const content = inner.trim()
    if (content === '') return ' '
    if (isInitials(content, text)) return ' '
    if (isPartyMark(content) && !hasRoleWord(content)) {
      affiliations.push(`${party}${content === '-' ? 'partilös' : content}`)
      return ' '
    }
    const rest = takeMarks(content, marks)
    affiliations.push(...segmentsOf(rest).filter((segment) => !isInitials(segment, text)))
    return whole.length > 0 ? ' ' : ''
  })
}

/** "ordföranden Ragna Ek": the definite form before a name. */
const definites: ReadonlyMap<string, string> = new Map([
  ['ordföranden', 'ordförande'],
  ['sekreteraren', 'sekreterare'],
  ['ledamöterna', 'ledamot'],
  ['ledamoten', 'ledamot'],
  ['suppleanten', 'suppleant'],
  ['suppleanterna', 'suppleant'],
  ['ersättaren', 'ersättare'],
  ['ersättarna', 'ersättare'],
  ['kassören', 'kassör'],
  ['revisorn', 'revisor'],
  ['revisorerna', 'revisor'],
  ['gästen', 'gäst'],
  ['gästerna', 'gäst'],
])

/** A role that stood as a label in front of the name, as it would read after it: "Ordförande" → "ordförande". */
export function lowerRole(role: string): string {
  const definite = definites.get(role.toLocaleLowerCase('sv'))
  if (definite !== undefined) return definite
  return /^\p{Lu}\p{Ll}/u.test(role) && hasRoleWord(role.split(' ')[0] ?? '')
    ? role.slice(0, 1).toLocaleLowerCase('sv') + role.slice(1)
    : role
}

const trailingRole = /^(?<name>\p{Lu}.*?) (?<role>(?:1:e |2:e |förste |andre |v\. ?)?\p{Ll}[\p{L}.-]+(?: .*)?)$/u

/** "Anna Ek ordförande", "Ordförande Anna Ek", "Anna Ek från Vinnova", "Anna Ek Vinnova": no sign between. */
function splitUnmarked(text: string): { name: string; affiliations: string[] } | null {
  const words = text.split(' ')
  for (let cutAt = Math.min(words.length - 1, 5); cutAt >= 1; cutAt -= 1) {
    const head = words.slice(0, cutAt).join(' ')
    const tail = words.slice(cutAt).join(' ')
    const next = words[cutAt] ?? ''
    if (!isFullName(head)) continue
    if (/^(?:från|vid|på|hos|from|of|at|för|for|representing|i)$/iu.test(next)) {
      return { name: head, affiliations: [words.slice(cutAt).join(' ')] }
    }
    if (startsLower(next) && hasRoleWord(tail) && trailingRole.test(text)) return { name: head, affiliations: [tail] }
    if (!couldBeName(tail) && (hasRoleWord(next) || (hasOrganisationWord(tail) && cutAt >= 2))) {
      return { name: head, affiliations: [tail] }
    }
  }
  for (let cutAt = 1; cutAt <= Math.min(words.length - 1, 4); cutAt += 1) {
    const head = words.slice(0, cutAt).join(' ')
    const tail = words.slice(cutAt).join(' ')
    if (hasRoleWord(head) && isRoleLabel(head) && isFullName(tail) && !hasRoleWord(tail))
      return { name: tail, affiliations: [head] }
  }
  return null
}

/** Reads "Namn, roll, organisation" and its relatives as one person. Null when no name is found. */
export function readPerson(
  text: string,
  habits: ListHabits,
  listNumber: number | null,
  marks: Marks,
): ReadPerson | null {
  const affiliations: string[] = []
  const unmarked = takeMarks(text.replace(/\s+/gu, ' ').trim(), marks)
  const open = takeBrackets(unmarked, marks, affiliations)
    .replace(/\s+/gu, ' ')
    .replace(/ ,/gu, ',')
    .replace(/[\s,;–—-]+$/u, '')
    .trim()
  const segments = segmentsOf(open.replace(/[.:]$/u, (sign) => (/\b\p{L}{1,4}\.$/u.test(open) ? sign : '')))
  const first = segments[0] ?? ''
  if (first === '') return null
  const second = segments[1]
  if (habits.familyFirst && second !== undefined && !/\s/u.test(first) && couldBeName(first) && couldBeName(second)) {
    return finish(
      `${second} ${first}`,
      `${first}, ${second}`,
      listNumber,
      [...segments.slice(2), ...affiliations],
      marks,
    )
  }
  const stray = repairStray(segments, open, habits)
  if (stray !== null) {
    return finish(stray.name, stray.asWritten, listNumber, [...segments.slice(2), ...affiliations], marks, true)
  }
  if (couldBeName(first))
    return finish(first, first, listNumber, [...segments.slice(1), ...affiliations], marks, false, text)
  const split = splitUnmarked(first)
  if (split !== null) {
    return finish(
      split.name,
      split.name,
      listNumber,
      [...split.affiliations.map(lowerRole), ...segments.slice(1), ...affiliations],
      marks,
    )
  }
  const at = segments.findIndex((segment) => isFullName(segment))
  const before = segments.slice(0, Math.max(at, 0))
  if (at > 0 && at <= 2 && before.every((segment) => hasRoleWord(segment) || hasOrganisationWord(segment))) {
    const name = segments[at] ?? ''
    return finish(name, name, listNumber, [...before, ...segments.slice(at + 1), ...affiliations], marks)
  }
  return null
}

/** "Helena, Lind, ledamot": a comma slipped into the name, seen by two single words where others have full names. */
function repairStray(
  segments: readonly string[],
  written: string,
  habits: ListHabits,
): { name: string; asWritten: string } | null {
  const [first, second] = segments
  if (first === undefined || second === undefined) return null
  if (!habits.onePerLine || habits.familyFirst || /\s/u.test(first) || !couldBeName(first)) return null
  if (!couldBeName(second) || (/\s/u.test(second) && !isFirstName(first))) return null
  if (hasOrganisationWord(second) || hasRoleWord(second) || habits.organisations.has(second.toLocaleLowerCase('sv')))
    return null
  if (segments.length < 3 && !isFirstName(first)) return null
  const asWritten = written.slice(written.indexOf(first), written.indexOf(second, first.length) + second.length)
  return { name: `${first} ${second}`, asWritten }
}

/** How sure we are that a segment after a comma begins a new person. */
function beginsPerson(segment: string, habits: ListHabits, wholeNames: boolean, afterBracket: boolean): boolean {
  const bare = segment.replace(/\s*\(.*\)\s*$/u, '').trim()
  if (habits.organisations.has(bare.toLocaleLowerCase('sv'))) return false
  const marks = noMarks()
  const unmarked = takeMarks(bare, marks).trim()
  const titled = splitHonorific(unmarked)
  const split = titled.name === unmarked ? splitUnmarked(unmarked) : { name: titled.name, affiliations: ['chair'] }
  const core = split?.name ?? unmarked
  const about = split !== null && hasRoleWord(split.affiliations.join(' ')) ? core : unmarked
  const score = nameScore(core)
  if ((hasOrganisationWord(core) || hasOrganisationWord(about)) && score < 3) return false
  if (habits.onePerLine && !afterBracket) return score >= 3 && !hasOrganisationWord(core)
  return score >= 2 || (!wholeNames && score >= 0.5) || (score >= 1.5 && !habits.onePerLine)
}

/** Splits a run of names ("Anna Ek (ordf.), Bo Ål och Cia Ö") into one text per person. */
export function splitPeople(whole: string, habits: ListHabits): string[] {
  const text = whole
    .replace(/(?<=\p{Lu}\p{L}+)\.$/u, '')
    .replace(/,? (?:och|samt|and|plus|\+) (?:cirka |ca |about |a further )?\d{1,4} (?:\p{Ll}+ ?){1,4}\.?$/u, '')
  const byAnd = text.replace(/(?:,)? (?:och|samt|and|&) (?=(?:\p{Ll}{4,} )?\p{Lu})/gu, (sign, at: number) => {
    const before = text.slice(0, at)
    const open = (before.match(/\(/gu)?.length ?? 0) > (before.match(/\)/gu)?.length ?? 0)
    const after = text.slice(at + sign.length)
    const next = /^[^,;(]+?(?=,|;|\(| och | samt | and |$)/u.exec(after)?.[0]?.trim() ?? ''
    const nextPlain = takeMarks(next, noMarks()).trim()
    const nextCore = startsLower(nextPlain) ? (splitUnmarked(nextPlain)?.name ?? '') : nextPlain
    return !open &&
      (nameScore(nextCore) >= 2 || (nameScore(nextCore) >= 0.5 && !/ /u.test(nextCore))) &&
      !hasOrganisationWord(nextCore)
      ? ', '
      : sign
  })
  const semicolons = byAnd
    .split(/;(?![^(]*\))/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (semicolons.length > 1) return semicolons.flatMap((part) => splitPeople(part, { ...habits, onePerLine: true }))
  const segments: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < byAnd.length; i += 1) {
    const sign = byAnd[i]
    if (sign === '(') depth += 1
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (sign === ',' && depth === 0) {
      segments.push(byAnd.slice(from, i).trim())
      from = i + 1
    }
  }
  segments.push(byAnd.slice(from).trim())
  const bareFirst = (segments[0] ?? '').replace(/\(.*\)/u, '').trim()
  const wholeNames =
    isFullName(bareFirst) ||
    (!couldBeName(bareFirst) && segments.some((segment) => isFullName(segment.replace(/\(.*\)/u, '').trim())))
  const people: string[] = []
  const singles = wholeNames && singlesAreNames(segments)
  for (const segment of segments) {
    if (segment === '') continue
    if (
      people.length === 0 ||
      (singles && !habits.onePerLine && isLoneName(segment)) ||
      beginsPerson(segment, habits, wholeNames, people.at(-1)?.endsWith(')') === true)
    )
      people.push(segment)
    else people[people.length - 1] = `${people.at(-1)}, ${segment}`
  }
  return people
}

function isLoneName(segment: string): boolean {
  const bare = takeMarks(segment.replace(/\s*\(.*\)\s*$/u, ''), noMarks()).trim()
  return !bare.includes(' ') && couldBeName(bare) && !hasOrganisationWord(bare) && !hasRoleWord(bare)
}

/**
 * Single words among full names are people too where organisations stand in brackets, or where they
 * do not follow the names in turn ("Anna Ek, Vinnova, Bo Ål, Luftverket").
 */
function singlesAreNames(segments: readonly string[]): boolean {
  const lone = segments.filter((segment) => isLoneName(segment)).length
  const full = segments.filter((segment) => isFullName(segment.replace(/\(.*\)/u, '').trim())).length
  const bracketed = segments.some((segment) => /\((?:\p{Lu}\p{Ll}|\p{Lu}{2,}\p{L}* )[^)]*\)/u.test(segment))
  return lone > 0 && (bracketed || lone < full * 0.4 || lone > full)
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
  for (const full of others) {
    const crossed = /^[xX][ ,]+(?=\S)/u.exec(full)
    if (crossed !== null) marks.status ??= 'present'
    const cell = crossed === null ? full : full.slice(crossed[0].length)
    if (readBareMark(cell, marks) || isInitials(cell, `${person.name} (`)) continue
    if (isPartyMark(cell) && cell.length <= 2) affiliations.push(cell)
    else affiliations.push(...segmentsOf(takeBrackets(takeMarks(cell, marks), marks, affiliations)))
  }
  const rest = finish(person.name, person.asWritten, listNumber, affiliations, marks)
  return {
    ...rest,
    capacity: [person.capacity, rest.capacity].filter((part) => part !== null).join(', ') || null,
    organisation: [person.organisation, rest.organisation].filter((part) => part !== null).join(', ') || null,
    kept: [...new Set([...person.kept, ...rest.kept])],
  }
}

/** "För Brandmännens Riksfack" as a label: whom those named speak for; a bare noun ("arbetsgivaren") stays a noun. */
function labelOrganisation(label: string): string {
  return label.replace(/^(?:för|från|for|from) (?:the )?/iu, '')
}

/** Everybody on one line of a list. Empty when the line names nobody. */
export function readPeopleLine(raw: string, habits: ListHabits): ReadPerson[] {
  if (raw.length > 4000) return []
  const marks = noMarks()
  const trimmed = raw.trim()
  if (/[|\t]/u.test(trimmed) || / {2,}/u.test(trimmed.replace(/^\S+\s+/u, ''))) {
    const row = readRow(trimmed.replace(/ {2,}/gu, trimmed.includes('|') ? ' ' : '\t'), marks)
    if (row !== null) return [row]
  }
  const { listNumber, rest } = takeListNumber(trimmed.replace(/\s+/gu, ' '), marks)
  const label = /^([^:,(]{2,60}): *(.+)$/u.exec(rest)
  if (label?.[1] !== undefined && label[2] !== undefined && !/\bkl\.? ?\d|^[\d .:–-]+$/u.test(label[1])) {
    return readLabelled(label[1].trim(), label[2], listNumber, habits)
  }
  if (listNumber === null) {
    const people = splitPeople(rest, habits)
    if (people.length > 1) {
      const read = people.map((text) => readPerson(text, { ...habits, onePerLine: false }, null, noMarks()))
      if (read.every((person) => person !== null)) return read
    }
  }
  const person = readPerson(rest, habits, listNumber, marks)
  return person === null ? [] : [person]
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
  const role = isRoleLabel(label)
  const labelMarks = noMarks()
  const labelRest = takeMarks(label, labelMarks).trim()
  return splitPeople(text, { ...habits, onePerLine: false })
    .map((part) => {
      const person = readPerson(part, habits, listNumber, noMarks())
      if (person === null) return null
      if (labelRest === '')
        return { ...person, mode: person.mode ?? labelMarks.mode, status: person.status ?? labelMarks.status }
      return role
        ? { ...person, capacity: person.capacity ?? lowerRole(label) }
        : { ...person, organisation: person.organisation ?? labelOrganisation(label) }
    })
    .filter((person) => person !== null)
}
