/** What the lines of a list of people look like, and where such a list ends. */
import { isGridHeader } from './attendance-grid.ts'
import { fieldOf } from './head-labels.ts'
import { bulletMark, isRule } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { noMarks } from './marks.ts'
import { couldBeName, isFirstName, isFullName, nameScore } from './names.ts'
import { peopleInBracket } from './name-runs.ts'
import { readNumber } from './numbering.ts'
import type { PeopleHeading } from './people-headings.ts'
import { readPeopleLine, takeListNumber } from './people.ts'
import { plainHabits } from './person.ts'
import { hasOrganisationWord, isRoleLabel } from './roles.ts'
import { isHeaderRow } from './table-columns.ts'
import { namesNobody } from './vacant.ts'
import { endsSentence, startsLower, startsUpper, wordsOf } from './words.ts'

export function namesSomebody(text: string): boolean {
  const people = readPeopleLine(text, plainHabits)
  if (people.length === 0) return false
  const first = people[0]
  if (first === undefined) return false
  return isSentence(text) ? people.length > 1 : isFullName(first.name) || isFirstName(first.name) || people.length > 1
}

/** "Inte med: Pirjo": given names nobody knows, after a heading that leaves no doubt. */
export function isLoneNames(text: string): boolean {
  return (
    text.length < 60 &&
    text.split(/, | och | and | samt /u).every((word) => couldBeName(word.trim()) && !word.trim().includes(' '))
  )
}

export function isNobody(text: string): boolean {
  return /^(?:[-–—]|inga?|ingen|none|nil|n\/a|-)\.?$/iu.test(text.trim())
}

/** "17 fastigheter enligt röstlängd": a count of those present. */
export function isCount(text: string): boolean {
  return (
    /^(?:[Cc]irka |[Cc]a\.? |[Tt]otalt |[Dd]rygt |[Oo]mkring |[Aa]bout |[Ss]ome |[Aa]round |[Aa]pprox\.? )*\d{1,4} \p{Ll}{2}/u.test(
      text,
    ) && text.length < 120
  )
}

export function isSubHeading(text: string): boolean {
  return (
    text.length < 70 &&
    !endsSentence(text) &&
    startsUpper(text) &&
    !namesNobody(text) &&
    (text.endsWith(':') ||
      hasOrganisationWord(text) ||
      isRoleLabel(text) ||
      /^(?:från|för|ur|from|for) .{3,50}$/iu.test(text) ||
      wordsOf(text).length <= 3)
  )
}

/** Running text: a closing full stop and a good many words, or far too long for an entry. */
function isSentence(text: string): boolean {
  // "t.o.m." and "p.g.a." are one word each, not three.
  const words = wordsOf(text).filter((word) => word.length > 1)
  if (words.length > 7 && endsSentence(text) && words.filter((word) => startsLower(word)).length > words.length * 0.5)
    return true
  return words.length > 12 && words.filter((word) => startsLower(word)).length > words.length * 0.6
}

/** True where a list ends for good: another heading, or running text. */
export function endsList(lines: readonly SourceLine[], index: number, listNumbers: boolean): boolean {
  const line = lines[index]
  if (line === undefined) return true
  if (line.forced !== null)
    return line.forced !== 'participant' && line.forced !== 'participantHeading' && line.forced !== 'furniture'
  const numbered = readNumber(line.text)
  const people = readPeopleLine(line.raw, plainHabits)
  if (numbered?.style === 'paragraph') return true
  if (numbered?.format === 'word') return true
  const below = lines[index + 1]
  if (isHeadingAbove(line, below, lines[index - 1])) return true
  if (standsAlone(line, lines[index - 1], below)) return true
  // Several full names with what is said of each are no sentence, however many small words ("på distans", "ej") they have.
  const names = people.length > 1 && !endsSentence(line.text) && people.every((person) => isFullName(person.name))
  if (people.length > 0 && (names || !isSentence(line.text))) {
    if (numbered !== null && !listNumbers && numbered.first === 1) {
      const name = people[0]?.name ?? ''
      const next = lines.slice(index + 1, index + 4).find((other) => !other.blank)
      if (!isFullName(name)) return true
      return nameScore(name) < 3 && next !== undefined && readPeopleLine(next.raw, plainHabits).length === 0
    }
    return false
  }
  if (isRule(line.text) || isHeaderRow(line.raw) || isNobody(line.text)) return false
  return people.length > 0 || !namesNobody(line.raw)
}

/** A short line alone above running text is a heading, however much it looks like a name. */
function isHeadingAbove(line: SourceLine, below: SourceLine | undefined, above: SourceLine | undefined): boolean {
  if (below === undefined || below.n !== line.n + 1 || below.blank) return false
  if (above !== undefined && !above.blank) return false
  if (
    /[,;:(|\t]/u.test(line.raw) ||
    bulletMark(line.text) > 0 ||
    takeListNumber(line.text, noMarks()).listNumber !== null
  )
    return false
  return (
    isSentence(below.text) ||
    (endsSentence(below.text) && wordsOf(below.text).length > 4 && readPeopleLine(below.raw, plainHabits).length === 0)
  )
}

/** The first line that plainly opens an item ("§ 1 …", "1. Mötets öppnande"). */
export function firstItem(lines: readonly SourceLine[]): number {
  const line = lines.find((one) => {
    const numbered = readNumber(one.text)
    if (numbered === null || numbered.title === '' || isGridHeader(one)) return false
    return (
      numbered.style === 'paragraph' ||
      numbered.format === 'word' ||
      (numbered.first === 1 && readPeopleLine(one.raw, plainHabits).length === 0)
    )
  })
  return line?.n ?? Number.POSITIVE_INFINITY
}

/** "Föredragande: NN" inside an item tells who presented it; it is no list. */
export function isAside(heading: PeopleHeading): boolean {
  return (
    heading.rest !== '' &&
    /^(?:föredragande|presenter|speaker|gäst|inbjuden|ledamot|suppleant|adjungerad|observatör|ersättare|guest)$/iu.test(
      heading.title,
    )
  )
}

/** One unknown word with blank lines around is no entry of a list. */
function standsAlone(line: SourceLine, above: SourceLine | undefined, below: SourceLine | undefined): boolean {
  if (/\s/u.test(line.text) || isFirstName(line.text)) return false
  return above?.blank === true && (below === undefined || below.blank)
}

/** A numbered or bulleted person: an entry of a list even after a run of names and a blank line. */
export function isEntry(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index]
  if (line === undefined) return false
  const marked = bulletMark(line.text) > 0 || takeListNumber(line.text, noMarks()).listNumber !== null
  const people = readPeopleLine(line.raw, plainHabits)
  return (
    marked &&
    people.length > 0 &&
    people.every((person) => isFullName(person.name)) &&
    readNumber(line.text)?.first !== 1
  )
}

export function isRoleLine(line: SourceLine): boolean {
  return readPeopleLine(line.raw, plainHabits).some((person) => isFullName(person.name))
}

/** A short organisation or role alone above names: a label for those below. */
export function isGroupLabel(lines: readonly SourceLine[], index: number, block: readonly SourceLine[]): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (line === undefined || next === undefined || next.blank || line.forced !== null) return false
  if (readNumber(line.text) !== null || bulletMark(line.text) > 0) return false
  if (!isSubHeading(line.text) || readPeopleLine(next.raw, plainHabits).length === 0 || isSentence(next.text))
    return false
  return block.length === 0 || line.text.endsWith(':') || hasOrganisationWord(line.text) || isRoleLabel(line.text)
}

/** An entry too long for its line goes on below: after a comma, or hanging in with a small letter. */
export function wraps(previous: SourceLine | undefined, line: SourceLine): boolean {
  if (previous === undefined || line.n !== previous.n + 1) return false
  // An entry with a number or a bullet of its own begins anew, whatever the one above ends with.
  if (takeListNumber(line.text, noMarks()).listNumber !== null || bulletMark(line.text) > 0) return false
  // A dash in a cell of its own is a mark, not a text that goes on.
  if (/[,;–-]$/u.test(previous.text) && !/(?:: ?| {3,}|\t|\|)[–-]$/u.test(previous.raw.trimEnd())) return true
  if (endsSentence(line.text)) return false
  if (line.indent > previous.indent) return /^[(\p{Ll}]/u.test(line.text) || previous.text.length > 50
  // At the edge of a page's text a line breaks wherever it is full: before a bracket, or inside a name.
  return previous.text.length > 60 && (/^\(\p{L}/u.test(line.text) || cutsKnownName(previous.text, line.text))
}

/** "…, Ann" above "Ek, Bo Alm": a given name alone at the end of a full line, a family name alone at the start of the next. */
function cutsKnownName(above: string, below: string): boolean {
  const given = /, (?<given>\p{Lu}[\p{L}-]+)$/u.exec(above)?.groups?.['given'] ?? ''
  const family = /^\p{Lu}[\p{L}’'-]+(?=,|$| \()/u.exec(below)?.[0] ?? ''
  return family !== '' && isFirstName(given) && couldBeName(family) && !isFirstName(family)
}

/** A line among entries, with entries right after, that is no entry itself. */
export function isOddEntry(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index]
  const previous = lines[index - 1]
  const next = lines[index + 1]
  if (line === undefined || previous === undefined || next === undefined) return false
  if (previous.blank || next.blank || isSentence(line.text)) return false
  return readPeopleLine(next.raw, plainHabits).length > 0 && readPeopleLine(previous.raw, plainHabits).length > 0
}

const labelled = /^(?<label>\p{Lu}[^:;,()]{1,40}): \S/u

/** "Vision: Anna Ek": whom somebody speaks for, in front of sure names; no field of the head and nobody's role. */
export function isLabelledEntry(line: SourceLine, least = 3, hanging: readonly SourceLine[] = []): boolean {
  const label = labelled.exec(line.text)?.groups?.['label']
  if (label === undefined || line.forced !== null || fieldOf(label) !== null || isRoleLabel(label)) return false
  const people = readPeopleLine([line.raw, ...hanging.map(({ text }) => text)].join(' '), plainHabits)
  // "För hamnen:" is whom somebody speaks for whatever their names.
  const sure = /^(?:för|från) \p{L}/iu.test(label) ? Math.min(least, 2) : least
  return people.length > 0 && people.every((person) => nameScore(person.name) >= sure) && !couldBeFullName(label)
}

function couldBeFullName(label: string): boolean {
  return isFullName(label) && isFirstName(label.split(' ')[0] ?? '')
}

/** Two lines of people under labels of their own: a list that no heading opens. */
export function opensLabelled(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index]
  if (line === undefined) return false
  let below = index + 1
  // What hangs in below the first entry is the rest of it.
  while (
    below - index < 4 &&
    (lines[below]?.indent ?? 0) > line.indent + 3 &&
    wraps(lines[below - 1], lines[below] ?? line)
  )
    below += 1
  const next = lines[below]
  if (next === undefined || !isLabelledEntry(line, 3, lines.slice(index + 1, below))) return false
  const after = lines[below + 1]
  return isLabelledEntry(next, 2) || (namesNobody(next.raw) && after !== undefined && isLabelledEntry(after))
}

/** "Styrelsen:" above people: a list headed by nothing but whom they are. */
export function headedByBody(lines: readonly SourceLine[], index: number): boolean {
  const [title, ...below] = lines.slice(index, index + 3)
  if (title === undefined || title.forced !== null) return false
  return (
    /^(?:the )?(?:\p{L}*(?:styrelsen|nämnden|rådet|gruppen|kommittén|utskottet)|board|committee|council|(?:working |steering )?group|team):$/iu.test(
      title.text,
    ) &&
    below.length === 2 &&
    below.every((line) => {
      const people = readPeopleLine(line.raw, plainHabits)
      return people.length > 0 && people.every((person) => isFullName(person.name)) && !isSentence(line.text)
    })
  )
}

/** A line with a label in front of its people: before a colon, in a column of its own, or with them in brackets. */
export function hasOwnLabel(line: SourceLine): boolean {
  if (line.indent > 0) return false
  const label = /^(?<label>\p{Lu}[^:,;(\t]{1,40}?)(?:: |\t+| {3,})\S/u.exec(line.raw)?.groups?.['label']
  return (label !== undefined && nameScore(label) < 2) || peopleInBracket(line.text) !== null
}
