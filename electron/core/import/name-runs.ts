/** A run of names taken apart: where one person ends and the next begins. */
import { noMarks, takeMarks } from './marks.ts'
import { couldBeName, isFirstName, isFullName, isTitled, nameScore, splitHonorific } from './names.ts'
import { plainHabits, readPerson } from './person.ts'
import { splitUnmarked } from './unmarked.ts'
import type { ListHabits, ReadPerson } from './person.ts'
import { isPersonLabel } from './name-labels.ts'
import { isOrganisationShape } from './organisation-shape.ts'
import { hasOrganisationWord, hasRoleWord } from './roles.ts'
import { isVacant } from './vacant.ts'
import { startsLower } from './words.ts'

/** A person's text without what stands in brackets, wherever they stand. */
function withoutBrackets(segment: string): string {
  return segment
    .replace(/[([][^()[\]]*[)\]]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** "Anna Ek" of "Anna Ek", "Anna Ek på distans", "Anna Ek sekreterare": the name in front of roles and marks. */
export function nameIn(text: string): string {
  const plain = takeMarks(text, noMarks()).replace(/\s+/gu, ' ').trim()
  return couldBeName(plain) ? plain : (splitUnmarked(plain)?.name ?? '')
}

/** How sure we are that a segment after a comma begins a new person. */
function beginsPerson(segment: string, habits: ListHabits, wholeNames: boolean, afterBracket: boolean): boolean {
  // "Bo Ål (C) – sekreterare": what follows the dash is said of the name before it.
  if (isVacant(segment) || peopleInBracket(segment) !== null) return true
  const bare = withoutBrackets(segment).replace(/^(\p{L}[^–—]*?) [–—-] .*$/u, '$1')
  if (habits.organisations.has(bare.toLowerCase())) return false
  const marks = noMarks()
  const unmarked = takeMarks(bare, marks).replace(/\s+/gu, ' ').trim()
  const titled = splitHonorific(unmarked)
  const split = titled.name === unmarked ? splitUnmarked(unmarked) : { name: titled.name, affiliations: ['chair'] }
  // "Bo Ål (C) whatever is said of him": the bracket closes a name.
  const bracketed =
    couldBeName(unmarked) || split !== null || !segment.includes('(') ? '' : nameIn(segment.replace(/\s*\(.*$/u, ''))
  const core = bracketed === '' ? (split?.name ?? unmarked) : bracketed
  const beside = split?.affiliations.join(' ') ?? ''
  const about =
    bracketed !== '' || hasRoleWord(beside) || /^(?:från|vid|hos|from|of|at) /u.test(beside) ? core : unmarked
  const score = isTitled(unmarked) ? 3 : nameScore(core)
  if ((hasOrganisationWord(core) || hasOrganisationWord(about) || isOrganisationShape(core)) && score < 3) return false
  if (habits.onePerLine && !afterBracket)
    return score >= 3 && !hasOrganisationWord(unmarked.replace(/ (?:från|vid|på|of|from|at) .*$/u, ''))
  return score >= 2 || (!wholeNames && score >= 0.5) || (score >= 1.5 && !habits.onePerLine)
}

/** A stroke, or nothing at all after a bracket, before a sure name: a comma is meant. */
function withJoints(text: string): string {
  return text.replace(/(?:(?<=[)\]])| \/) (?=\p{Lu})/gu, (sign, at: number) => {
    const after = text.slice(at + sign.length)
    const name = nameIn(/^[^,;(/]+?(?=,|;|\(|\/| och | samt | and | & |$)/u.exec(after)?.[0] ?? '')
    const bracketed = sign === ' ' && after.slice(name.length).trimStart().startsWith('(')
    const sure = nameScore(name) >= (bracketed ? 2 : 3) && name.includes(' ')
    return sure && after.startsWith(name) && !hasOrganisationWord(name) ? ', ' : sign
  })
}

/** "Anna Ek, Bo Ål, Cia Ö" between semicolons: where one further name is sure the others are people as well. */
function isRun(part: string, habits: ListHabits): boolean {
  return part
    .split(/,(?![^(]*\))/u)
    .slice(1)
    .some((segment) => beginsPerson(segment.trim(), { ...habits, onePerLine: true }, true, false))
}

/** A bracket closes the person before, marks may follow it; so does one on both sides of the comma. */
function isClosed(before: string, segment: string): boolean {
  const after = before.slice(before.lastIndexOf(')') + 1)
  if (after === before || after.includes(',')) return false
  return takeMarks(after, noMarks()).trim() === '' || segment.includes('(')
}

/** "Tyréns AB genom Max Hed": who spoke for an organisation, as "Max Hed (Tyréns AB)". */
export function throughSomebody(text: string): string {
  return text.replace(
    /(?<=^|[,;:] ?| och | and | samt )(?<whose>\p{Lu}[^,;:()]{1,60}?),? (?:genom|företrädd av|representera[dt] av|represented by|through) (?<who>\p{Lu}[\p{L}’'-]*(?: (?:\p{Ll}{2,3} )?\p{Lu}[\p{L}’'-]*){1,3})/gu,
    (whole, whose: string, who: string) =>
      isFullName(who) && (hasOrganisationWord(whose) || nameScore(whose) < 2) ? `${who} (${whose})` : whole,
  )
}

const sharedMark =
  /^(?<names>(?:[^,;()]|\([^()]*\))+ (?:och|and|samt|&) (?:[^,;()]|\([^()]*\))+), (?<mark>(?:(?:båda|both) )?(?:var med|deltog|närvarade|medverkade|attended|joined|were present) [^,;()]+)$/u

/** "Vidar och Esma, var med på punkt 1–3": what the verb behind the comma tells is said of both. Null for any other text. */
function withShared(text: string, habits: ListHabits): string[] | null {
  const { names, mark } = (text.length < 300 ? sharedMark.exec(text) : null)?.groups ?? {}
  if (names === undefined || mark === undefined || takeMarks(mark, noMarks()).trim() !== '') return null
  const people = splitPeople(names, { ...habits, onePerLine: false })
  return people.length > 1 ? people.map((person) => `${person}, ${mark}`) : null
}

/** "Rör Arkitekter" behind "Blom &": of two people the second alone would have two names, and neither a given one. */
function isFirmTail(left: string, right: string): boolean {
  return !/\s/u.test(left) && !isFirstName(left) && right.includes(' ') && !isFirstName(right.split(' ')[0] ?? '')
}

/** Splits a run of names ("Anna Ek (ordf.), Bo Ål och Cia Ö") into one text per person. */
export function splitPeople(whole: string, habits: ListHabits): string[] {
  const text = throughSomebody(whole)
    .replace(/(?<=\p{Lu}\p{L}+)\.$/u, '')
    .replace(/(?<=\p{L}) (m\.? ?fl\.?|med flera|et al\.?|and others)$/u, ', $1')
    .replace(/,? (?:och|samt|and|plus|\+) (?:cirka |ca |about |a further )?\d{1,4} (?:\p{Ll}+ ?){1,4}\.?$/u, '')
  const joined = withJoints(text)
  const semicolons = joined
    .split(/;(?![^(]*\))/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const shared = semicolons.length === 1 ? withShared(text, habits) : null
  if (shared !== null) return shared
  if (semicolons.length > 1) {
    return semicolons.flatMap((part) => splitPeople(part, { ...habits, onePerLine: !isRun(part, habits) }))
  }
  const byAnd = joined.replace(
    /(?:,)? (?:och|samt|and|&) (?=(?:\p{Ll}[\p{Ll}.-]+ ){0,3}\p{Lu})/gu,
    (sign, at: number) => {
      const before = joined.slice(0, at)
      const open = (before.match(/\(/gu)?.length ?? 0) > (before.match(/\)/gu)?.length ?? 0)
      const after = joined.slice(at + sign.length)
      const next = /^[^,;(]+?(?=,|;|\(| och | samt | and |$)/u.exec(after)?.[0]?.trim() ?? ''
      const nextCore = nameIn(next)
      const left = before.slice(Math.max(...[',', ';', ')'].map((stop) => before.lastIndexOf(stop))) + 1).trim()
      // "Advokatfirman Rehnberg & Ask"
      const firm =
        sign.includes('&') &&
        left !== '' &&
        nameScore(nameIn(left)) < 1 &&
        (hasOrganisationWord(left) || isFirmTail(left, nextCore))
      return !open &&
        !firm &&
        !/^(?:Söner|Bröder|Döttrar|Dotter|Son|Sons|Daughters?|Brothers|Bros|Co|Company|Partners?)(?!\p{L})/u.test(
          after,
        ) &&
        (nameScore(nextCore) >= 2 || (nameScore(nextCore) >= 0.5 && !/ /u.test(nextCore))) &&
        !hasOrganisationWord(nextCore)
        ? ', '
        : sign
    },
  )
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
  const bareFirst = nameIn(withoutBrackets(segments[0] ?? ''))
  const wholeNames =
    isFullName(bareFirst) ||
    (!couldBeName(bareFirst) && segments.some((segment) => isFullName(withoutBrackets(segment))))
  const people: string[] = []
  const singles = wholeNames && singlesAreNames(segments)
  for (const written of segments) {
    if (written === '') continue
    const colon = written.indexOf(': ')
    const named = colon > 0 && isPersonLabel(written.slice(0, colon))
    const segment = named ? `${written.slice(0, colon)}, ${written.slice(colon + 2)}` : written
    if (
      people.length === 0 ||
      named ||
      (singles && !habits.onePerLine && isLoneName(segment)) ||
      beginsPerson(segment, habits, wholeNames, isClosed(people.at(-1) ?? '', segment))
    )
      people.push(segment)
    else people[people.length - 1] = `${people.at(-1)}, ${segment}`
  }
  return people
}

/** The people of a text that names them and nothing else. Unless `known` says that people are named, one of them is a sure name. */
export function severalIn(text: string, habits: ListHabits, known = false): ReadPerson[] {
  const people = splitPeople(text, { ...habits, onePerLine: false }).map((part) =>
    readPerson(part, habits, null, noMarks()),
  )
  const sure = people.every(
    (person) => person !== null && nameScore(person.name) >= 2 && !hasOrganisationWord(person.name),
  )
  return sure && (known || people.some((person) => person !== null && nameScore(person.name) >= 3))
    ? people.filter((person) => person !== null)
    : []
}

/** A label that is nobody's name: "Klass 2B", "Region Syd", "Personal". */
export function isColumnLabel(cell: string): boolean {
  return (
    !isFirstName(cell.split(' ')[0] ?? '') &&
    (nameScore(withoutBrackets(cell)) < 2 || hasOrganisationWord(withoutBrackets(cell))) &&
    /\p{L}/u.test(cell)
  )
}

const bracketed = /^(?<label>\p{L}[^:;,()]{1,60}?) ?\((?<names>[^()]{4,400})\)[.,]?$/u

/** "Byalaget i Norra Berg", "Friends of Kelmoor": what is of a place is nobody's name. */
const ofPlace = /^\p{Lu}\p{Ll}{3,} (?:i|på|vid|of|in) (?:the )?\p{Lu}/u

/** "Region Syd (Dan Ek, Eva Fors)": an organisation with its people in brackets. Null where the bracket tells of a person. */
export function peopleInBracket(text: string, sure = false): { label: string; names: string } | null {
  const { label, names } = bracketed.exec(text.trim())?.groups ?? {}
  if (label === undefined || names === undefined || !isColumnLabel(label) || hasRoleWord(label)) return null
  const people = severalIn(names, plainHabits, sure || hasOrganisationWord(label))
  const named = people.length > 1 || hasOrganisationWord(label) || !label.includes(' ') || ofPlace.test(label)
  return people.length > 0 && named ? { label, names } : null
}

function isLoneName(segment: string): boolean {
  const bare = takeMarks(withoutBrackets(segment), noMarks()).trim()
  return !bare.includes(' ') && couldBeName(bare) && !hasOrganisationWord(bare) && !hasRoleWord(bare)
}

/**
 * Single words among full names are people too where organisations stand in brackets, or where they
 * do not follow the names in turn ("Anna Ek, Vinnova, Bo Ål, Luftverket"). Where roles follow names between commas an
 * organisation does too ("Anna Ek, ordförande, Bo Ål, Vinnova").
 */
function singlesAreNames(segments: readonly string[]): boolean {
  const lone = segments.filter((segment) => isLoneName(segment)).length
  const full = segments.filter((segment) => isFullName(withoutBrackets(segment))).length
  const roled = segments.some((segment) => startsLower(segment) && hasRoleWord(segment))
  const bracketed = segments.some((segment) => /\((?:\p{Lu}\p{Ll}|\p{Lu}{2,}\p{L}* )[^)]*\)/u.test(segment))
  return lone > 0 && (bracketed || (lone < full * 0.4 && !roled) || lone > full)
}
