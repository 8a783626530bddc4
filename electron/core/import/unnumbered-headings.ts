/** Headings without numbers, known by their looks. */
import { tellsOfBreak } from './breaks.ts'
import { isDecisionNumber, numbersDecision } from './decision-headings.ts'
import type { Heading, HeadingField } from './heading-field.ts'
import { isInnerHeading as isKnownInner, isKnownTitle } from './known-titles.ts'
import { cellsOf, headingMark, isMarkedHeading, isRule, listMark } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { readNumber } from './numbering.ts'
import { registryLine, titleAndRegistry } from './registry.ts'
import { endsSentence, foldText, startsLower, wordsOf } from './words.ts'

const isInnerHeading = (text: string) => isKnownInner(text) || numbersDecision(text) || isDecisionNumber(text)

/** Columns side by side: a row of a table, unless the last column only holds a registry number. */
function isRow(line: SourceLine): boolean {
  const cells = cellsOf(line.raw)
  if (/\t|\|/u.test(line.raw.trim())) return true
  return cells.length > 2 || (cells.length === 2 && registryLine(cells[1] ?? '') === null)
}

/** "Bilaga 2", "Appendix A – Votes": what follows the items. */
const annex = /^(?:bilaga|bil\.|appendix|annex|attachment|enclosure) (?:\d{1,2}|[a-zåäö])(?![\p{L}\d])/iu

/**
 * Lines as "## Actions" that stand once, marked as the other headings are: they head what is all the meeting's. In
 * bold such a word heads a list of several entries; else it tells of the item it stands in.
 */
function markedAlike(field: HeadingField): Set<number> {
  const words = new Map<string, { n: number; at: number; times: number; mark: string }>()
  const others = new Map<string, number>()
  field.lines.forEach((line, at) => {
    const mark = field.taken(line) || line.forced !== null ? null : headingMark(line)
    if (mark === null) return
    const word = foldText(line.text)
    const known = words.get(word)
    if (known !== undefined) known.times += 1
    else if (isInnerHeading(line.text)) words.set(word, { n: line.n, at, times: 1, mark })
    else others.set(mark, (others.get(mark) ?? 0) + 1)
  })
  return new Set(
    [...words.values()]
      .filter(
        ({ at, times, mark }) =>
          times === 1 && (others.get(mark) ?? 0) >= 2 && (!mark.startsWith('*') || headsEntries(field, at)),
      )
      .map(({ n }) => n),
  )
}

/** Two entries of a list below, none of them a clause that goes on with a sentence ("att …"). */
function headsEntries(field: HeadingField, at: number): boolean {
  const below = field.lines.slice(at + 1, at + 3)
  return (
    below.length > 1 &&
    below.every(({ text }) => listMark(text) > 0 && !/^(?:att|that) /iu.test(text.slice(listMark(text))))
  )
}

/** How much an unnumbered line looks like a heading; 0 and below: not. */
function looks(field: HeadingField, at: number, siblings: ReadonlySet<number>): number {
  const line = field.lines[at]
  if (line === undefined || field.taken(line)) return -9
  if (line.forced === 'itemHeading') return 50
  if (line.forced !== null) return -9
  const { text } = line
  if (tellsOfBreak(text)) return -9
  if (isMarkedHeading(line)) return isInnerHeading(text) && !siblings.has(line.n) ? 0 : 5
  const next = field.lines[at + 1]
  const words = wordsOf(text)
  if (text.length > 90 || words.length === 0 || words.length > 12) return -9
  if (!/^["“”»]?[\p{Lu}\d]/u.test(text) || listMark(text) > 0 || readNumber(text) !== null) return -9
  if (/[.!,;]$/u.test(text) || isInnerHeading(text) || annex.test(text) || isRow(line)) return -9
  if (next === undefined || isRule(text)) return -9
  if (text.endsWith(':') && listMark(next.text) > 0) return -9
  const underlined = isRule(next.text) && !field.gapAfter(at)
  let weight = underlined ? 4 : 0
  if (field.gapBefore(at)) weight += 2
  else weight -= 2
  if (field.gapAfter(at)) weight += 0.5
  if (isKnownTitle(text)) weight += 2.5
  if (words.length <= 6) weight += 0.6
  if (text.length > 60) weight -= 1
  if (isCapitals(text)) weight += 1.5
  if (text.endsWith(':')) weight -= 0.8
  if (/: /u.test(text)) weight -= 1.5
  if (text.endsWith('?')) weight -= 0.3
  if (!underlined && next.text.length <= text.length && !endsSentence(next.text) && listMark(next.text) === 0)
    weight -= 1.2
  if (startsLower(next.text)) weight -= 2
  if (next.text.length > 60 || endsSentence(next.text) || listMark(next.text) > 0) weight += 0.6
  if (/\d{4}-\d{2}-\d{2}|^\p{L}+:\s*\S/u.test(text)) weight -= 1
  return weight
}

export function unnumberedHeadings(
  field: HeadingField,
  threshold: number,
  only: (line: SourceLine) => boolean,
): Heading[] {
  const found: Heading[] = []
  const siblings = markedAlike(field)
  field.lines.forEach((line, at) => {
    if (!only(line)) return
    const weight = looks(field, at, siblings)
    if (weight < threshold) return
    found.push({
      line,
      titleLine: null,
      number: null,
      style: 'none',
      ...titleAndRegistry(line.text.replace(/\s*:$/u, '')),
      rest: '',
      registryLine: null,
      certain: weight >= 2.5,
    })
  })
  return found
}

export function isCapitals(text: string): boolean {
  return text === text.toLocaleUpperCase('sv') && /\p{L}{3}/u.test(text)
}
