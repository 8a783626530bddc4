/** Finds the lists of people in a text and reads them: which lines, which group, which standing. */
import type { AttendanceMode, AttendanceStatus } from '#contract/minutes.ts'
import type { ProposedParticipant } from '#contract/proposal.ts'
import { bulletMark, cellsOf, isRule } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { noMarks, takeMarks } from './marks.ts'
import { couldBeName, isFirstName, isFullName, nameScore } from './names.ts'
import { readHeadLine } from './head-labels.ts'
import { readNumber } from './numbering.ts'
import { readPeopleHeading } from './people-headings.ts'
import type { PeopleHeading } from './people-headings.ts'
import { lowerRole, plainHabits, readPeopleLine, segmentsOf, splitPeople, takeListNumber } from './people.ts'
import type { ListHabits, ReadPerson } from './people.ts'
import { hasOrganisationWord, hasRoleWord, isRoleLabel } from './roles.ts'
import { endsSentence, startsLower, startsUpper, wordsOf } from './words.ts'

export interface PeopleResult {
  participants: ProposedParticipant[]
  /** Line number → index of the first person on it. */
  personLines: Map<number, number>
  headingLines: Set<number>
  /** Lines inside a list that name nobody. */
  strangeLines: SourceLine[]
  /** Words with no field, per line. */
  keptWords: Array<{ line: number; words: string }>
  repaired: Array<{ line: number; name: string; asWritten: string }>
  /** First line index of every list, for those who look for the head's end. */
  starts: number[]
}

interface Standing {
  status: AttendanceStatus
  capacity: string | null
  mode: AttendanceMode | null
  organisation: string | null
  /** The heading itself spoke of presence or absence. */
  explicit: boolean
  /** Columns of a table with crosses. */
  columns: Columns | null
}

/** A heading of people, also when numbered ("2. Närvarande"), verified by a name on or below it. */
export function headingAt(lines: readonly SourceLine[], index: number, early = false): PeopleHeading | null {
  const line = lines[index]
  if (line === undefined || line.blank) return null
  if (line.forced !== null && line.forced !== 'participantHeading') return null
  const numbered = readNumber(line.text)
  const bulleted = bulletMark(line.text) > 0 && line.text.includes(':')
  const inColumns = bulleted
    ? line.text.slice(bulletMark(line.text))
    : line.raw.trim().replace(/(?<=\S) {3,}(?=\S)/u, '\t')
  const text = bulleted
    ? inColumns
    : inColumns.includes('\t') && numbered === null
      ? inColumns
      : (numbered?.title ?? line.text)
  const heading = withLabelTail(readPeopleHeading(text, early), lines[index + 1])
  if (
    heading === null &&
    line.forced === null &&
    isHeaderRow(line.raw) &&
    cellsOf(line.raw).some((cell) => nameColumn.test(cell))
  ) {
    const next = lines.slice(index + 1).find((other) => !other.blank && !isRule(other.text))
    if (next !== undefined && next.n - line.n <= 3 && namesSomebody(next.raw)) {
      return { status: null, capacity: null, mode: null, organisation: null, rest: '', title: line.text }
    }
  }
  if (heading === null) {
    return line.forced === 'participantHeading'
      ? { status: null, capacity: null, mode: null, organisation: null, rest: '', title: line.text }
      : null
  }
  if (line.forced === 'participantHeading') return heading
  const columns = heading.rest !== '' && (readPeopleHeading(heading.rest) !== null || isHeaderRow(line.raw))
  if (columns) heading.rest = ''
  if (heading.rest !== '')
    return namesSomebody(heading.rest) || isNobody(heading.rest) || isLoneNames(heading.rest) ? heading : null
  let looked = 0
  for (let at = index + 1; at < lines.length && looked < 4; at += 1) {
    const next = lines[at]
    if (next === undefined || next.blank || isRule(next.text)) continue
    if (next.forced === 'participant' || isNobody(next.text)) return heading
    if (namesSomebody(next.raw)) return heading
    const nested = readPeopleHeading(next.text)
    if (nested !== null && nested.rest !== '' && namesSomebody(nested.rest)) return heading
    looked += 1
    if (nested === null && !isSubHeading(next.text) && !isHeaderRow(next.raw) && !isCount(next.text)) return null
  }
  return null
}

function namesSomebody(text: string): boolean {
  const people = readPeopleLine(text, plainHabits)
  if (people.length === 0) return false
  const first = people[0]
  if (first === undefined) return false
  return isSentence(text) ? people.length > 1 : isFullName(first.name) || isFirstName(first.name) || people.length > 1
}

/** "Inte med: Pirjo": given names nobody knows, after a heading that leaves no doubt. */
function isLoneNames(text: string): boolean {
  return (
    text.length < 60 &&
    text.split(/, | och | and | samt /u).every((word) => couldBeName(word.trim()) && !word.trim().includes(' '))
  )
}

export function isNobody(text: string): boolean {
  return /^(?:[-–—]|inga?|ingen|none|nil|n\/a|-)\.?$/iu.test(text.trim())
}

/** "17 fastigheter enligt röstlängd": a count of those present. */
function isCount(text: string): boolean {
  return /^(?:cirka |ca |totalt |about )?\d{1,4} \p{Ll}/u.test(text) && text.length < 120
}

const headerCell =
  /^(?:namn|name|roll|role|organisation|organization|funktion|när(?:v.*)?|ej|frånv.*|titel|title|nr|no\.?|#|present|attend.*|absent|uppdrag|parti|party|myndighet|kommentar|anm.*|företag|company|affiliation|form|mode|paragraf.*|e-?post|tel.*|signatur|sign\.?)$/iu
const nameColumn = /^(?:namn|name|deltagare|ledamot|ledamöter|närvarande|participant|member)$/iu
const presentColumn = /^(?:när|närv.*|present|attend.*)$/iu
const absentColumn = /^(?:ej|frånv.*|absent|förhinder)$/iu

function isHeaderRow(raw: string): boolean {
  const cells = cellsOf(raw)
  return cells.length > 1 && cells.filter((cell) => headerCell.test(cell)).length >= 2
}

interface Columns {
  /** Column of a cell by its place among the cells; null where columns are set with spaces. */
  byIndex: readonly string[] | null
  /** Column headings with the character they start at. */
  byPlace: ReadonlyArray<{ title: string; start: number }>
}

function columnsOf(raw: string): Columns | null {
  const titles = cellsOf(raw)
  if (titles.length < 2 || !titles.slice(1).some((title) => presentColumn.test(title) || absentColumn.test(title)))
    return null
  const byPlace: Array<{ title: string; start: number }> = []
  let from = 0
  for (const title of titles) {
    const start = raw.indexOf(title, from)
    byPlace.push({ title, start })
    from = start + title.length
  }
  return { byIndex: /[|\t]/u.test(raw.trim()) ? titles : null, byPlace }
}

/** What the column of a cross says; with a column of presence and no cross at all: absent. */
function statusInColumns(raw: string, columns: Columns): AttendanceStatus | null {
  const cross = /(?<![\p{L}\d])[xX✓✔](?![\p{L}\d])/u.exec(raw)
  if (cross === null) {
    const marked = cellsOf(raw)
      .slice(1)
      .some((cell) =>
        /^[-–—]$|förhinder|frånv|absent|apolog|excused|länk|distans|online|plats|on site|remote|phone/iu.test(cell),
      )
    return marked ? null : 'absent'
  }
  const cells = cellsOf(raw)
  const at = cells.findIndex((cell) => /^[xX✓✔](?:[,. ].*)?$/u.test(cell))
  const nearest = columns.byPlace.toSorted(
    (a, b) => Math.abs(a.start - cross.index) - Math.abs(b.start - cross.index),
  )[0]
  const title = columns.byIndex?.[at] ?? nearest?.title ?? ''
  return absentColumn.test(title) ? 'absent' : presentColumn.test(title) ? 'present' : null
}

function isSubHeading(text: string): boolean {
  return (
    text.length < 70 &&
    !endsSentence(text) &&
    startsUpper(text) &&
    (text.endsWith(':') ||
      hasOrganisationWord(text) ||
      isRoleLabel(text) ||
      /^(?:från|för|ur|from|for) .{3,50}$/iu.test(text) ||
      wordsOf(text).length <= 3)
  )
}

/** Running text: a closing full stop and a good many words, or far too long for an entry. */
function isSentence(text: string): boolean {
  const words = wordsOf(text)
  if (words.length > 7 && endsSentence(text) && words.filter((word) => startsLower(word)).length > words.length * 0.5)
    return true
  return words.length > 12 && words.filter((word) => startsLower(word)).length > words.length * 0.6
}

/** How the lines of one list are built, seen over all of them. */
function habitsOf(lines: readonly SourceLine[]): ListHabits {
  let paired = 0
  let run = 0
  let marked = 0
  let family = 0
  let lone = 0
  const seconds = new Map<string, number>()
  for (const line of lines) {
    const { listNumber, rest } = takeListNumber(line.text, noMarks())
    if (listNumber !== null || bulletMark(line.text) > 0) marked += 1
    const segments = segmentsOf(takeMarks(rest.replace(/\(.*?\)/gu, ' '), noMarks())).filter(
      (segment) => segment !== '',
    )
    const [first = '', second] = segments
    if (second === undefined) {
      lone += 1
      continue
    }
    const scores = segments.map((segment) => nameScore(segment))
    if (
      segments.length === 2 &&
      !first.includes(' ') &&
      couldBeName(first) &&
      isFirstName(second) &&
      !isFirstName(first)
    )
      family += 1
    const sure = segments.slice(1).some((segment) => startsLower(segment) && hasRoleWord(segment))
    if (!sure && scores.filter((score) => score >= 2).length >= Math.max(2, segments.length * 0.7)) run += 1
    else if ((scores[0] ?? 0) > 0) paired += 1
    const key = second.toLocaleLowerCase('sv')
    seconds.set(key, (seconds.get(key) ?? 0) + 1)
  }
  const organisations = new Set<string>()
  for (const [key, count] of seconds) if (count > 1 && !couldBeFirst(key)) organisations.add(key)
  const onePerLine =
    (lines.length === 1 && paired === 1 && lone === 0) ||
    (lines.length > 1 && (marked >= lines.length * 0.6 || paired > run || lone > lines.length * 0.6))
  return { onePerLine, organisations, familyFirst: family >= 2 && family >= lines.length * 0.5 }
}

function couldBeFirst(key: string): boolean {
  return isFirstName(key.split(' ')[0] ?? '') && key.includes(' ')
}

/** True where a list ends for good: another heading, or running text. */
function endsList(lines: readonly SourceLine[], index: number, listNumbers: boolean): boolean {
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
  if (people.length > 0 && !isSentence(line.text)) {
    if (numbered !== null && !listNumbers && numbered.first === 1) {
      const name = people[0]?.name ?? ''
      const next = lines.slice(index + 1, index + 4).find((other) => !other.blank)
      if (!isFullName(name)) return true
      return nameScore(name) < 3 && next !== undefined && readPeopleLine(next.raw, plainHabits).length === 0
    }
    return false
  }
  if (isRule(line.text) || isHeaderRow(line.raw) || isNobody(line.text)) return false
  return true
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
function firstItem(lines: readonly SourceLine[]): number {
  const line = lines.find((one) => {
    const numbered = readNumber(one.text)
    if (numbered === null || numbered.title === '') return false
    return (
      numbered.style === 'paragraph' ||
      numbered.format === 'word' ||
      (numbered.first === 1 && readPeopleLine(one.raw, plainHabits).length === 0)
    )
  })
  return line?.n ?? Number.POSITIVE_INFINITY
}

/** "Föredragande: NN" inside an item tells who presented it; it is no list. */
function isAside(heading: PeopleHeading): boolean {
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

export interface HeadLabelTest {
  /** True for a line that is a head field ("Plats: …"), which ends a list of people. */
  (line: SourceLine): boolean
}

/** Reads all lists of people of one meeting. `skip` marks page furniture; `isHead` ends a list. */
export function readPeople(
  lines: readonly SourceLine[],
  skip: ReadonlySet<number>,
  isHead: HeadLabelTest,
): PeopleResult {
  const result: PeopleResult = {
    participants: [],
    personLines: new Map(),
    headingLines: new Set(),
    strangeLines: [],
    keptWords: [],
    repaired: [],
    starts: [],
  }
  const usable = lines.filter((line) => !skip.has(line.n))
  const itemsFrom = firstItem(usable)
  let group = 0
  let index = 0
  while (index < usable.length) {
    const early = (usable[index]?.n ?? 0) < itemsFrom
    const found = headingAt(usable, index, early)
    const heading = found !== null && !early && isAside(found) ? null : found
    const forcedPerson = usable[index]?.forced === 'participant'
    if (heading === null && !forcedPerson) {
      index += 1
      continue
    }
    result.starts.push(usable[index]?.n ?? 0)
    const zone = readZone(usable, index, heading, group, isHead, result)
    group = zone.group
    index = Math.max(zone.next, index + 1)
  }
  return result
}

const unknownStanding: Standing = {
  status: 'present',
  capacity: null,
  mode: null,
  organisation: null,
  explicit: false,
  columns: null,
}

function standingFrom(heading: PeopleHeading, previous: Standing, hadPeople: boolean): Standing {
  const inherits = heading.status === null && previous.explicit && !hadPeople
  return {
    status: heading.status ?? (inherits ? previous.status : 'present'),
    capacity: heading.capacity,
    mode: heading.mode ?? (inherits ? previous.mode : null),
    organisation: heading.organisation,
    explicit: heading.status !== null || inherits,
    columns: null,
  }
}

function readZone(
  lines: readonly SourceLine[],
  from: number,
  firstHeading: PeopleHeading | null,
  groupBefore: number,
  isHead: HeadLabelTest,
  result: PeopleResult,
): { next: number; group: number } {
  let group = groupBefore
  let index = from
  let standing = unknownStanding
  let peopleUnder = 0
  let heading: PeopleHeading | null = firstHeading
  let afterRun = false
  let afterBlank = false
  while (index < lines.length) {
    const line = lines[index]
    if (line === undefined) break
    heading = index === from ? firstHeading : headingAt(lines, index, firstHeading !== null)
    if (heading !== null) {
      standing = { ...standingFrom(heading, standing, peopleUnder > 0), columns: columnsOf(line.raw) }
      peopleUnder = 0
      afterBlank = false
      result.headingLines.add(line.n)
      index += 1
      if (heading.tail !== undefined) {
        result.headingLines.add(heading.tail)
        index += 1
      }
      if (heading.rest !== '') {
        const more = continuation(lines, index, heading.rest, isHead, heading.said === true)
        if (!isNobody(heading.rest)) {
          group += 1
          if (/\S {3,}\S|\t/u.test(heading.rest)) {
            peopleUnder += addRows(heading.rest, [line, ...lines.slice(index, more)], standing, group, result)
            index = more
            afterRun = true
            continue
          }
          const text = joinRun(heading.said === true, [
            heading.rest,
            ...lines.slice(index, more).map((other) => other.text),
          ])
          const added = addRun(text, [line, ...lines.slice(index, more)], standing, group, result)
          peopleUnder += added
        }
        index = more
        afterRun = true
      } else afterRun = false
      continue
    }
    if (line.blank) {
      index += 1
      afterBlank = true
      continue
    }
    if (isCount(line.text) && readPeopleLine(line.raw, plainHabits).length === 0) {
      result.strangeLines.push(line)
      index += 1
      continue
    }
    if (afterRun && afterBlank && !isEntry(lines, index)) break
    const goesOn = afterRun && !afterBlank
    afterBlank = false
    afterRun = false
    const next = readBlocks(lines, index, standing, goesOn ? group - 1 : group, isHead, result, peopleUnder > 0)
    if (next === null) break
    peopleUnder += next.added
    group = next.group
    index = next.next
  }
  return { next: index, group }
}

/** "Ej tjänstgörande       NN" with "ersättare" below: a label too long for its column. */
function withLabelTail(heading: PeopleHeading | null, below: SourceLine | undefined): PeopleHeading | null {
  if (heading === null || heading.rest === '' || below === undefined || !/^\p{Ll}{4,}$/u.test(below.text))
    return heading
  const whole = readPeopleHeading(`${heading.title} ${below.text}`)
  return whole === null ? heading : { ...whole, mode: heading.mode ?? whole.mode, rest: heading.rest, tail: below.n }
}

/** A numbered or bulleted person: an entry of a list even after a run of names and a blank line. */
function isEntry(lines: readonly SourceLine[], index: number): boolean {
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

/** Lines that go on with a run of names: after a closing comma or "och", or hanging in under the heading. */
function continuation(
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
    if ((!open && !hanging && !list && !wrapped) || headingAt(lines, at) !== null) return at
    before = line.text
    at += 1
  }
}

/** Lines of a run as one text: an entry that is closed where its line ends is parted by a semicolon. */
function joinRun(said: boolean, pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => {
    if (said) return `${text} ${piece}`
    const open = /(?:[,;–-]| och| samt| and)$/u.test(text) || /^(?:och|samt|and|\p{Ll}|\()/u.test(piece) || isOpen(text)
    return open ? `${text} ${piece}` : `${text}; ${piece}`
  })
}

function isOpen(text: string): boolean {
  return (text.match(/\(/gu)?.length ?? 0) > (text.match(/\)/gu)?.length ?? 0)
}

/** Rows of columns beside a heading and hanging below it, one person each. */
function addRows(
  first: string,
  over: readonly SourceLine[],
  standing: Standing,
  group: number,
  result: PeopleResult,
): number {
  let added = 0
  over.forEach((line, at) => {
    const people = readPeopleLine(at === 0 ? first : line.raw, { ...plainHabits, onePerLine: true })
    for (const person of people) addPerson(person, line, standing, group, result)
    if (people.length === 0) result.strangeLines.push(line)
    added += people.length
  })
  return added
}

/** A run of names over one or more lines, one group. Returns how many people were added. */
function addRun(
  text: string,
  over: readonly SourceLine[],
  standing: Standing,
  group: number,
  result: PeopleResult,
): number {
  let added = 0
  const parts = splitPeople(text.replace(/\.$/u, ''), plainHabits)
  let lineAt = 0
  for (const part of parts) {
    const [person] = readPeopleLine(part, { ...plainHabits, onePerLine: true })
    if (person === undefined) {
      const line = over[lineAt]
      if (line !== undefined && !isNobody(part)) result.keptWords.push({ line: line.n, words: part })
      continue
    }
    const found = over.findIndex((line, at) => at >= lineAt && line.text.includes(person.asWritten.split(' ')[0] ?? ''))
    if (found >= 0) lineAt = found
    addPerson(person, over[lineAt] ?? over[0], standing, group, result)
    added += 1
  }
  const [head, ...others] = over
  for (const line of others) {
    if (!result.personLines.has(line.n)) result.personLines.set(line.n, result.participants.length - 1)
  }
  if (head !== undefined && added === 0) result.strangeLines.push(head)
  return added
}

function addPerson(
  person: ReadPerson,
  line: SourceLine | undefined,
  standing: Standing,
  group: number,
  result: PeopleResult,
): void {
  if (line === undefined) return
  const { repaired, kept, ...read } = person
  result.participants.push({
    ...read,
    capacity:
      read.capacity === 'ersättare' && standing.capacity?.includes('ersättare') === true
        ? standing.capacity
        : (read.capacity ?? standing.capacity),
    organisation: read.organisation ?? standing.organisation,
    status: read.status ?? standing.status,
    mode: read.mode ?? standing.mode ?? 'unknown',
    group,
    line: line.n,
  })
  if (!result.personLines.has(line.n)) result.personLines.set(line.n, result.participants.length - 1)
  if (kept.length > 0) result.keptWords.push({ line: line.n, words: kept.join(', ') })
  if (repaired) result.repaired.push({ line: line.n, name: read.name, asWritten: read.asWritten })
}

/**
 * Reads entries one per line until the list ends. Blank lines part groups, unless every entry
 * stands alone. Null when the very first line is no entry.
 */
function readBlocks(
  lines: readonly SourceLine[],
  from: number,
  standing: Standing,
  groupBefore: number,
  isHead: HeadLabelTest,
  result: PeopleResult,
  hadPeople: boolean,
): { next: number; group: number; added: number } | null {
  const blocks: SourceLine[][] = [[]]
  let index = from
  let listNumbers = false
  let end = from
  for (; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined) break
    if (line.blank) {
      if ((blocks.at(-1)?.length ?? 0) > 0) blocks.push([])
      continue
    }
    if (index > from && headingAt(lines, index) !== null) break
    if (isHead(line) && line.forced === null && (!isRoleLine(line) || isOfficerLine(line, blocks, result))) break
    if (endsList(lines, index, listNumbers)) {
      if (isGroupLabel(lines, index, blocks.at(-1) ?? [])) {
        blocks.at(-1)?.push(line)
        end = index + 1
        continue
      }
      if (wraps(blocks.at(-1)?.at(-1), line) || isOddEntry(lines, index)) {
        blocks.at(-1)?.push(line)
        end = index + 1
        continue
      }
      break
    }
    if (takeListNumber(line.text, noMarks()).listNumber !== null) listNumbers = true
    blocks.at(-1)?.push(line)
    end = index + 1
  }
  const filled = blocks.filter((lineBlock) => lineBlock.length > 0)
  if (filled.length === 0) return null
  const all = filled.flat()
  const habits = habitsOf(all)
  const spaced = filled.length > 2 && filled.every((lineBlock) => lineBlock.length === 1)
  let group = groupBefore
  let added = 0
  for (const [at, lineBlock] of filled.entries()) {
    if (!spaced || at === 0) group += 1
    const count = addBlock(lineBlock, habits, standing, group, result, hadPeople || added > 0)
    if (count === 0 && !spaced) group -= 1
    added += count
  }
  return { next: end, group, added }
}

/** "Justerare: NN", or "Sekreterare: NN" for somebody already on the list: a field of the head, no further person. */
function isOfficerLine(line: SourceLine, blocks: ReadonlyArray<readonly SourceLine[]>, result: PeopleResult): boolean {
  const [entry] = readHeadLine(line.raw)
  if (entry === undefined || !/:|\t|\S {2,}\S/u.test(line.raw.trim())) return false
  if (
    entry.field === 'adjuster' ||
    /^(?:vid |protokoll|minutes|antecknat|nedtecknat|notes|taken|recorded)/iu.test(entry.label)
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

function isRoleLine(line: SourceLine): boolean {
  return readPeopleLine(line.raw, plainHabits).some((person) => isFullName(person.name))
}

/** A short organisation or role alone above names: a label for those below. */
function isGroupLabel(lines: readonly SourceLine[], index: number, block: readonly SourceLine[]): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (line === undefined || next === undefined || next.blank || line.forced !== null) return false
  if (readNumber(line.text) !== null || bulletMark(line.text) > 0) return false
  if (!isSubHeading(line.text) || readPeopleLine(next.raw, plainHabits).length === 0 || isSentence(next.text))
    return false
  return block.length === 0 || line.text.endsWith(':') || hasOrganisationWord(line.text) || isRoleLabel(line.text)
}

/** An entry too long for its line goes on below: after a comma, or hanging in with a small letter. */
function wraps(previous: SourceLine | undefined, line: SourceLine): boolean {
  if (previous === undefined || line.n !== previous.n + 1) return false
  if (/[,;–-]$/u.test(previous.text)) return true
  return (
    line.indent > previous.indent && (startsLower(line.text) || previous.text.length > 50) && !endsSentence(line.text)
  )
}

/** A line among entries, with entries right after, that is no entry itself. */
function isOddEntry(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index]
  const previous = lines[index - 1]
  const next = lines[index + 1]
  if (line === undefined || previous === undefined || next === undefined) return false
  if (previous.blank || next.blank || isSentence(line.text)) return false
  return readPeopleLine(next.raw, plainHabits).length > 0 && readPeopleLine(previous.raw, plainHabits).length > 0
}

/** "Från Vinnova", "För arbetsgivaren": the organisation a label names; a bare noun is none. */
function affiliationOf(label: string): string | null {
  const bare = label.replace(/^(?:från|för|from|for|of) (?:the )?/iu, '')
  return bare === label || /^\p{Lu}/u.test(bare) ? bare : null
}

/** A line a person called a participant, whatever it looks like. */
function namedByHand(text: string): ReadPerson {
  const { listNumber, rest } = takeListNumber(text, noMarks())
  return {
    listNumber,
    name: rest,
    asWritten: rest,
    repaired: false,
    capacity: null,
    organisation: null,
    status: null,
    mode: null,
    items: null,
    kept: [],
  }
}

function addBlock(
  block: readonly SourceLine[],
  habits: ListHabits,
  standing: Standing,
  group: number,
  result: PeopleResult,
  hadPeople: boolean,
): number {
  let added = 0
  let local: Standing = standing
  let waiting: SourceLine[] = []
  const flush = (): void => {
    const [first, ...rest] = waiting
    if (first === undefined) return
    const raw = rest.length === 0 ? first.raw : waiting.map((line) => line.text).join(' ')
    const people = readPeopleLine(
      raw,
      rest.length > 0 ? { ...habits, onePerLine: habits.onePerLine && !/,$/u.test(first.text) } : habits,
    )
    for (const person of people) {
      const line = waiting.find((other) => other.text.includes(person.asWritten)) ?? first
      const status = local.columns === null || rest.length > 0 ? null : statusInColumns(line.raw, local.columns)
      addPerson(status === null ? person : { ...person, status }, line, local, group, result)
    }
    for (const line of rest)
      if (!result.personLines.has(line.n)) result.personLines.set(line.n, result.participants.length - 1)
    if (people.length === 0 && first.forced === 'participant') {
      addPerson(namedByHand(first.text), first, local, group, result)
      added += 1
    } else if (people.length === 0) result.strangeLines.push(...waiting)
    added += people.length
    waiting = []
  }
  for (const [at, line] of block.entries()) {
    if (isRule(line.text) || isHeaderRow(line.raw)) {
      flush()
      result.headingLines.add(line.n)
      if (!isRule(line.text)) local = { ...local, columns: columnsOf(line.raw) ?? local.columns }
      continue
    }
    if (isNobody(line.text)) {
      result.headingLines.add(line.n)
      continue
    }
    if (wraps(waiting.at(-1), line)) {
      waiting.push(line)
      continue
    }
    flush()
    const people = readPeopleLine(line.raw, habits)
    const next = block[at + 1]
    const label = line.text.replace(/:$/u, '')
    const isLabel = people.length === 0 || (line.text.endsWith(':') && !couldBeName(label))
    const loneWord =
      people.length === 1 &&
      !line.text.includes(' ') &&
      !isFirstName(label) &&
      (hasOrganisationWord(line.text) || (at === 0 && next !== undefined && /[,–(\t]/u.test(next.raw)))
    if ((isLabel || loneWord) && next !== undefined && isSubHeading(line.text)) {
      result.headingLines.add(line.n)
      local =
        isRoleLabel(label) || (hasRoleWord(label) && !hasOrganisationWord(label))
          ? { ...standing, capacity: lowerRole(label) }
          : {
              ...standing,
              organisation: affiliationOf(label),
              capacity: hadPeople || added > 0 ? null : standing.capacity,
            }
      continue
    }
    waiting.push(line)
  }
  flush()
  return added
}
