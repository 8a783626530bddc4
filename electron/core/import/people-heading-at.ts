/** A heading of people in its place: verified by the names on or below it. */
import { bulletMark, cellsOf, isRule } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { readNumber } from './numbering.ts'
import { readPeopleHeading, toldPresence } from './people-headings.ts'
import type { PeopleHeading } from './people-headings.ts'
import { isCount, isLoneNames, isNobody, isSubHeading, namesSomebody } from './people-list-shape.ts'
import { isFullName } from './names.ts'
import { readPeopleLine } from './people.ts'
import { plainHabits } from './person.ts'
import { sentencesOf } from './sentences.ts'
import { startsLower, wordsOf } from './words.ts'
import { isHeaderRow, isMarkColumn, nameColumn } from './table-columns.ts'
import { isVacant, namesNobody } from './vacant.ts'
import { joinCut } from './wrap.ts'

/** A heading of people, also when numbered ("2. Närvarande"), verified by a name on or below it. */
export function headingAt(lines: readonly SourceLine[], index: number, early = false): PeopleHeading | null {
  const line = lines[index]
  if (line === undefined || line.blank) return null
  if (line.forced !== null && line.forced !== 'participantHeading') return null
  if (line.forced === null && startsLower(line.text) && leavesOpen(lines[index - 1])) return null
  // "närvarande       NN": the rest of the label above, beside the first name under its second heading.
  const above = lines[index - 1]?.raw ?? ''
  if (labelTail.test(line.raw) && !labelTail.test(above) && headingAt(lines, index - 1, early)?.nested === true)
    return null
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
  const heading =
    withLabelTail(readPeopleHeading(text, early), lines[index + 1]) ?? (early ? toldOverLines(lines, index) : null)
  if (
    heading === null &&
    line.forced === null &&
    isHeaderRow(line.raw) &&
    cellsOf(line.raw).some((cell) => nameColumn.test(cell))
  ) {
    const below = lines.slice(index + 1, index + 5).filter((other) => !other.blank && !isRule(other.text))
    const next = below.find((other, at) => at > 0 || !isSubHeading(other.text) || namesSomebody(other.raw))
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
  // "12 a Två ledamöter: NN", "7.2 Revisor: NN": who was elected, in a number below that of the item.
  if (numbered !== null && numbered.sub.length > 0 && heading.status === null && heading.rest !== '') return null
  if (!early && isSigned(lines, index, heading)) return null
  const counted = heading.said === true ? null : countedBefore(heading.rest)
  if (counted !== null) Object.assign(heading, { rest: counted.names, after: counted.words })
  const told = heading.said === true || counted !== null ? null : tellsMore(heading.rest)
  if (told !== null) Object.assign(heading, { rest: told.names, after: told.words })
  const nested = nestedHeading(line, heading, lines[index + 1])
  if (nested !== null) return nested
  const columns =
    heading.rest !== '' &&
    (readPeopleHeading(heading.rest) !== null || isHeaderRow(line.raw) || isMarkColumn(heading.rest))
  if (columns) heading.rest = ''
  // Of several sentences the first has to name somebody.
  const first = heading.said === true ? (heading.rest.split(/(?<=\p{L}{2})\. (?=\p{Lu})/u)[0] ?? '') : heading.rest
  if (heading.rest !== '')
    return namesSomebody(first) ||
      isNobody(heading.rest) ||
      isLoneNames(heading.rest) ||
      (isCount(heading.rest) && heading.status !== null)
      ? heading
      : null
  let looked = 0
  for (let at = index + 1; at < lines.length && looked < 4; at += 1) {
    const next = lines[at]
    if (next === undefined || next.blank || isRule(next.text)) continue
    if (next.forced === 'participant' || isNobody(next.text) || isVacant(next.text)) return heading
    const nested = readPeopleHeading(next.text)
    if (nested !== null && isBoard(line.text)) return null
    if (namesSomebody(next.raw)) return heading
    if (nested !== null && nested.rest !== '' && namesSomebody(nested.rest)) return heading
    looked += 1
    if (
      nested === null &&
      !isSubHeading(next.text) &&
      !isHeaderRow(next.raw) &&
      !isCount(next.text) &&
      !namesNobody(next.raw)
    )
      return null
  }
  return null
}

/** "27 medlemmar enligt bilagd lista samt NN från Studieringen": so many, and by name those behind. */
function countedBefore(rest: string): { names: string; words: string } | null {
  const { words, names } =
    /^(?<words>(?:cirka |ca |about )?\d{1,4} \p{Ll}[^,;:()]{2,60}?),? (?:samt|och|jämte|and|plus|as well as) (?<names>\p{Lu}.+)$/u.exec(
      rest,
    )?.groups ?? {}
  return words !== undefined && names !== undefined && namesSomebody(names)
    ? { names: names.replace(/(?<=\p{L}{2})\.$/u, ''), words }
    : null
}

/** How far from a text's start its people may be told of among other sentences. */
const toldReach = 25

/** "We met in the shed. NN, NN" above "and NN were there. It rained.": the names, and the sentences around them. */
function toldOverLines(lines: readonly SourceLine[], index: number): PeopleHeading | null {
  const [line, below] = [lines[index], lines[index + 1]]
  if (index > toldReach || line === undefined || line.text.length > 400 || !line.text.includes(',')) return null
  const more = below !== undefined && !below.blank && below.forced === null ? below : null
  // Where the line says it all, the one below is another.
  const alone = more === null || toldPresence.test(line.text)
  const text = alone ? line.text : joinCut(line.text, more.text)
  if (!toldPresence.test(text)) return null
  const sentences = sentencesOf(text).map((one) => one.text)
  const at = sentences.findIndex((one) => readPeopleHeading(one, true)?.status === 'present')
  const heading = readPeopleHeading(sentences[at] ?? '', true)
  if (heading === null || !namesSomebody(heading.rest)) return null
  const after = sentences.filter((_, place) => place !== at).join(' ')
  return { ...heading, ...(after === '' ? {} : { after }), ...(alone ? {} : { tail: more.n }) }
}

/** "Plats: Rosenbad och" above "digitalt": the line below goes on with it. */
function leavesOpen(above: SourceLine | undefined): boolean {
  return above !== undefined && !above.blank && /(?: och| samt| and| eller| or)$/iu.test(above.text)
}

/** "NN (Vinnova). Vinnova gave its proxy to Luftverket.": the names, and the sentence behind them that names nobody more. */
function tellsMore(rest: string): { names: string; words: string } | null {
  const { names, words } = /^(?<names>.{3,}?(?:\)|\p{L}{2}))\. (?<words>\p{Lu}[^:;]*\.)$/u.exec(rest)?.groups ?? {}
  if (names === undefined || words === undefined || !namesSomebody(names)) return null
  const all = wordsOf(words)
  const sentence = all.length > 3 && all.filter((word) => startsLower(word)).length >= all.length / 2
  return sentence && readPeopleLine(words, plainHabits).every((person) => !isFullName(person.name))
    ? { names, words }
    : null
}

/** True for "För arbetsgivaren" below "Justeras": whom the signature speaks for. */
function isSigned(lines: readonly SourceLine[], index: number, heading: PeopleHeading): boolean {
  return (
    heading.status === null &&
    /^(?:för|från) /iu.test(heading.title) &&
    lines
      .slice(Math.max(0, index - 12), index)
      .some((line) => /^(?:vid protokollet|justera[st]|justerare|underskrift|signatur)/iu.test(line.text))
  )
}

/** "Board of Trustees" above "Present: NN": the body that met. */
function isBoard(text: string): boolean {
  return /^(?:the )?board of \p{L}+$/iu.test(text)
}

const labelTail = /^ {0,3}\p{Ll}{4,} {3,}\p{Lu}/u

/** "Övriga närvarande      Ej tjänstgörande ersättare" with names below the second: a heading inside a labelled column. */
function nestedHeading(line: SourceLine, outer: PeopleHeading, below: SourceLine | undefined): PeopleHeading | null {
  if (outer.rest === '' || below === undefined || cellsOf(line.raw).length !== 2 || isHeaderRow(line.raw)) return null
  const inner = readPeopleHeading(outer.rest)
  const start = line.raw.lastIndexOf(outer.rest)
  if (inner === null || inner.rest !== '' || start < 12) return null
  const beside = below.raw.slice(0, start).trim()
  const under = /^\p{Lu}/u.test(below.raw.slice(start)) && (beside === '' || labelTail.test(below.raw))
  return under && namesSomebody(below.raw.slice(start))
    ? { ...inner, status: inner.status ?? outer.status, mode: inner.mode ?? outer.mode, nested: true }
    : null
}

/** "Ej tjänstgörande       NN" with "ersättare" below: a label too long for its column. */
function withLabelTail(heading: PeopleHeading | null, below: SourceLine | undefined): PeopleHeading | null {
  if (heading === null || heading.rest === '' || below === undefined || !/^\p{Ll}{4,}$/u.test(below.text))
    return heading
  const whole = readPeopleHeading(`${heading.title} ${below.text}`)
  return whole === null ? heading : { ...whole, mode: heading.mode ?? whole.mode, rest: heading.rest, tail: below.n }
}
