/** Names on a heading's own line and on the lines that go on with it. */
import type { SourceLine } from './lines.ts'
import { noMarks, takeMarks } from './marks.ts'
import { splitHonorific } from './names.ts'
import { readNumber } from './numbering.ts'
import type { HeadLabelTest } from './people-blocks.ts'
import { headingAt } from './people-heading-at.ts'
import { isCount, isNobody } from './people-list-shape.ts'
import { addPerson } from './people-result.ts'
import type { PeopleResult, Standing } from './people-result.ts'
import { stretchesOf, underLabel } from './name-labels.ts'
import { peopleInBracket, splitPeople } from './name-runs.ts'
import { inPlural, pluralRole, readPeopleLine } from './people.ts'
import { plainHabits } from './person.ts'
import type { ListHabits } from './person.ts'
import { hasRoleWord } from './roles.ts'
import { areSideBySide } from './table-rows.ts'
import { startsLower } from './words.ts'
import { joinCut } from './wrap.ts'

/** Lines that go on with a run of names: after a closing comma or "och", or hanging in under the heading. */
export function continuation(
  lines: readonly SourceLine[],
  from: number,
  rest: string,
  isHead: HeadLabelTest,
  said: boolean,
): number {
  let at = from
  let before = rest
  for (;;) {
    if (at - from > 300) return at
    const line = lines[at]
    if (line === undefined || line.blank || line.forced !== null || isHead(line)) return at
    const open =
      /(?:,|;| och| samt| and|[–-])$/u.test(before) ||
      (before.match(/\(/gu)?.length ?? 0) > (before.match(/\)/gu)?.length ?? 0)
    if (said && /(?<!\(\p{L}{2,5})[.]$/u.test(before)) return at
    const wrapped = said || /^[(\p{Ll}]/u.test(line.text)
    const hanging = line.indent >= 3 && readNumber(line.text) === null
    const list =
      before.includes(',') &&
      before.length > 55 &&
      readPeopleLine(line.raw, plainHabits).length > 0 &&
      readNumber(line.text) === null
    const cut = cutsName(before, line.text, at > from || before.length > 45)
    if ((!open && !hanging && !list && !wrapped && !cut) || headingAt(lines, at) !== null) return at
    before = line.text
    at += 1
  }
}

/** Lines of a run as one text: an entry that is closed where its line ends is parted by a semicolon. */
export function joinRun(said: boolean, pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => {
    if (said) return joinCut(text, piece)
    const open =
      /(?:[,;–-]| och| samt| and)$/u.test(text) ||
      /^(?:och|samt|and|\p{Ll}|\()/u.test(piece) ||
      isOpen(text) ||
      cutsName(text, piece, text.length > 45)
    return open ? joinCut(text, piece) : `${text}; ${piece}`
  })
}

/** "…, Honor" with "Batstone (Secretary), …" below: the line's end fell between the words of one name. */
function cutsName(text: string, piece: string, long: boolean): boolean {
  const words = text.replace(/^.*(?:[,;:] | och | samt | and )/u, '')
  const title = splitHonorific(`${words} X`).name === 'X'
  if (/(?<!\p{L})(?:von|af|av|de|van)$/u.test(words) || title) return true
  const next = /^[^,;(*]+?(?=$|[,;(*]| och | samt | and )/u.exec(piece)?.[0]?.trim() ?? ''
  const lone = (one: string): boolean => /^\p{Lu}\p{Ll}[\p{L}’'-]*$|^\p{Lu}\.?$/u.test(one) && !hasRoleWord(one)
  return long && words !== text && lone(words) && lone(next) && !/^\p{Lu}\.?$/u.test(next)
}

function isOpen(text: string): boolean {
  return (text.match(/\(/gu)?.length ?? 0) > (text.match(/\)/gu)?.length ?? 0)
}

/** Rows of columns beside a heading and hanging below it, one person each. */
export function addRows(
  first: string,
  over: readonly SourceLine[],
  standing: Standing,
  group: number,
  result: PeopleResult,
): number {
  let added = 0
  const rows = over.map((line, at) => (at === 0 ? first : line.raw))
  const habits = { ...plainHabits, onePerLine: true, sideBySide: areSideBySide(rows) }
  over.forEach((line, at) => {
    const people = readPeopleLine(rows[at] ?? line.raw, habits)
    for (const person of people) addPerson(person, line, standing, group, result)
    if (people.length === 0) result.strangeLines.push(line)
    added += people.length
  })
  return added
}

const ofOne =
  /^(?:inbjuden|inbjuden gäst|gäst|adjungerad|observatör|(?:invited )?guest|observer|visitor|invited|speaker|presenter)$/iu

/** "Inbjuden: Anna Ek, förvaltare, Nabo": one person, and what stands behind the role tells of them unless it is a sure name. */
function habitsUnder(title: string, run: string): ListHabits {
  const [, second = ''] = run.split(/, /u)
  return ofOne.test(title) && startsLower(second) && hasRoleWord(second)
    ? { ...plainHabits, onePerLine: true }
    : plainHabits
}

/** "All members except Jim Dale": the only one named was away. */
const exceptFor =
  /^(?:[Aa]ll|[Ss]amtliga|[Hh]ela) \p{Ll}[^,;]{0,60} (?:except(?: for)?|with the exception of|utom|förutom) (?<names>\p{Lu}.+)$/u

const markEnds = /(?<=\S)(?<sign>[,)] ?)(?<mark>\p{Ll}[\p{Ll} ]{2,30})\. (?=\p{Lu})/gu

/** "Anna Ek (Havsverket), sjuk. Kustbolaget": a point behind a mark closes what is said of the one before. */
function markCloses(whole: string, sign: string, mark: string): string {
  return takeMarks(mark, noMarks()).trim() === '' ? `${sign}${mark}; ` : whole
}

/** A run of names over one or more lines, one group. Returns how many people were added. */
export function addRun(
  text: string,
  over: readonly SourceLine[],
  standing: Standing,
  group: number,
  result: PeopleResult,
  title = '',
): number {
  const [told] = over
  if (isCount(text) && readPeopleLine(text, plainHabits).length === 0 && told !== undefined) {
    // So many were there, without a name: the heading's line says it, and its words are kept.
    result.keptWords.push({ line: told.n, words: text })
    for (const line of over.slice(1)) result.strangeLines.push(line)
    return 0
  }
  const away = exceptFor.exec(text)?.groups?.['names']
  if (away !== undefined)
    return addRun(away, over, { ...standing, status: 'absent', explicit: true }, group, result, title)
  let added = 0
  let lineAt = 0
  for (const { label, text: run } of stretchesOf(text.replace(/\.$/u, '').replace(markEnds, markCloses))) {
    let first = true
    let several: string | null = null
    let named = 0
    let from = 0
    const parts = splitPeople(run, habitsUnder(title, run))
    const bracketed = parts.some((part) => peopleInBracket(part) !== null)
    for (const written of parts) {
      // "France (Marie Petit)" beside "Sweden (Anna Lind, Bo Ek)"
      const inside = bracketed ? peopleInBracket(written, true) : null
      const part = inside === null ? written : `${inside.label}: ${inside.names}`
      // "Professors T Ek, M Ål; Dr C Ö": a semicolon closes the plural.
      const at = Math.max(from, run.indexOf(written, from))
      if (named > 1 && run.slice(from, at).includes(';')) several = null
      from = at
      const plural = pluralRole(part)
      named = plural === null ? named + 1 : 1
      several = plural ?? several
      const people = readPeopleLine(part, { ...plainHabits, onePerLine: true })
      const line = over[lineAt]
      if (people.length === 0 && line !== undefined && !isNobody(part))
        result.keptWords.push({ line: line.n, words: label === null || !first ? part : `${label}: ${part}` })
      for (const person of people) {
        const found = over.findIndex(
          (other, at) => at >= lineAt && other.text.includes(person.asWritten.split(' ')[0] ?? ''),
        )
        if (found >= 0) lineAt = found
        const named = several === null ? person : inPlural(person, several)
        const whole = label === null ? named : underLabel(named, label, first)
        addPerson(whole, over[lineAt] ?? over[0], standing, group, result)
        first = false
        added += 1
      }
    }
  }
  const [head, ...others] = over
  for (const line of others) {
    if (added === 0) result.strangeLines.push(line)
    else if (!result.personLines.has(line.n)) result.personLines.set(line.n, result.participants.length - 1)
  }
  if (head !== undefined && added === 0) result.strangeLines.push(head)
  return added
}
