/** Numbered headings: chains of numbers that rise through the text. */
import { actionRows } from './action-columns.ts'
import { labelledAction } from './action-entries.ts'
import { decisionLabel, isDecisionHeading, numbersDecision } from './decision-headings.ts'
import { bestChain, fillGaps, mixedChain, onlySequence, withRepeated } from './heading-chains.ts'
import type { Candidate, Chain } from './heading-chains.ts'
import type { Heading, HeadingField } from './heading-field.ts'
import { isInnerHeading, isKnownTitle } from './known-titles.ts'
import { cellsOf, isMarkedHeading, listMark } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { lettersBelow } from './letters-below.ts'
import { readNumber } from './numbering.ts'
import type { NumberedLine } from './numbering.ts'
import { openingTitle } from './opening-title.ts'
import { registryLine, titleAndRegistry } from './registry.ts'
import { tellsItsPoints } from './told-paragraphs.ts'
import { endsSentence, startsLower, startsUpper, wordsOf } from './words.ts'

const decisionLead = /(?:beslut\p{L}*|att-satser|följande|that|resolved|decided|agreed|:)\s*:?$/iu

/** The line with the title of a number that stands alone; a registry number may stand between. */
function titleBelow(field: HeadingField, at: number): { line: SourceLine; registry: SourceLine | null } | null {
  const next = field.lines[at + 1]
  const registry = next?.forced === null && !field.taken(next) && registryLine(next.text) !== null ? next : null
  const line = registry === null ? next : field.lines[at + 2]
  if (line === undefined || field.taken(line) || readNumber(line.text) !== null) return null
  if (
    (line.text.length > 120 && openingTitle(line.text) === null) ||
    isInnerHeading(line.text) ||
    numbersDecision(line.text) ||
    startsLower(line.text) ||
    listMark(line.text) > 0 ||
    registryLine(line.text) !== null
  )
    return null
  return line.text.endsWith('.') && openingTitle(line.text) === null ? null : { line, registry }
}

function isYearly(read: NumberedLine): boolean {
  return read.format === 'yearly' || read.format === 'ofYear'
}

function weigh(field: HeadingField, at: number, read: NumberedLine, title: string): number {
  const line = field.lines[at]
  if (line === undefined) return -9
  const previous = field.lines[at - 1]
  const next = field.lines[at + 1]
  let weight = read.style === 'paragraph' ? 4 : read.format === 'word' || isYearly(read) ? 3 : 1
  const words = wordsOf(title).length
  if (field.gapBefore(at)) weight += 1.5
  if (field.gapAfter(at)) weight += 0.7
  if (isMarkedHeading(line)) weight += 3
  if (isKnownTitle(title)) weight += 3
  if (startsLower(title)) weight -= 4
  if (/^att /iu.test(title)) weight -= 5
  if (title === '') weight -= 1
  if (endsSentence(title)) weight -= words > 9 ? 1.8 : 0.8
  if (/[,;]$/u.test(title)) weight -= 2.5
  if (words > 18) weight -= 1.5
  if (line.indent >= 3) weight -= 0.8
  if (read.format === 'bare') weight -= title === '' || startsUpper(title) || /^["“”]/u.test(title) ? 0.4 : 5
  if (read.format === 'roman') weight -= 0.5
  if (
    read.style === 'plain' &&
    previous !== undefined &&
    !field.gapBefore(at) &&
    decisionLead.test(previous.text) &&
    readNumber(previous.text) === null
  )
    weight -= 4
  if (next !== undefined && !field.taken(next)) {
    const below = readNumber(next.text)
    if (below !== null && below.format === read.format && below.first === read.first + 1 && !field.gapAfter(at))
      weight -= 1.6
    else if (below === null && !field.gapAfter(at) && !startsLower(next.text) && next.text.length > title.length)
      weight += 0.8
    else if (below === null && startsLower(next.text) && listMark(next.text) === 0 && !field.gapAfter(at)) weight -= 2
  }
  if (previous !== undefined && !field.gapBefore(at)) {
    const above = readNumber(previous.text)
    if (above !== null && above.format === read.format && above.first === read.first - 1) weight -= 1
  }
  return weight
}

function collect(field: HeadingField): Candidate[] {
  const candidates: Candidate[] = []
  const rows = actionRows(field.lines)
  field.lines.forEach((line, at) => {
    if (field.taken(line) || line.text.length > 400 || (rows.has(line.n) && line.forced === null)) return
    if (line.forced !== null && line.forced !== 'itemHeading') return
    const numbered = readNumber(line.text)
    if (numbered === null || numbered.first > 1500) return
    const registry = registryLine(numbered.title)
    const read = registry === null ? numbered : { ...numbered, title: '' }
    const below = read.title === '' ? titleBelow(field, at) : null
    const titleLine = below?.line ?? null
    const title = titleLine?.text ?? read.title
    if (read.title === '' && titleLine === null && read.style !== 'paragraph') return
    if (read.format === 'bare' && read.title !== '' && !/^["“”'(]?[\p{Lu}\d]/u.test(read.title)) return
    const head = titleLine === null ? splitTitle(read, true).title : title
    const weight = line.forced === 'itemHeading' ? 50 : weigh(field, at, read, head)
    candidates.push({ at, line, titleLine, read, weight, registry, registryLine: below?.registry ?? null })
  })
  return candidates.map((candidate) => ({ ...candidate, read: countedHalf(candidate.read, candidates) }))
}

/** "23/44", "23/45": the half that changes through the text counts, whichever is the greater. */
function countedHalf(read: NumberedLine, candidates: readonly Candidate[]): NumberedLine {
  if (!isYearly(read)) return read
  const halves = candidates.filter((one) => isYearly(one.read)).map((one) => one.read.number.split('/').map(Number))
  const steady = (half: 0 | 1): boolean => new Set(halves.map((pair) => pair[half])).size === 1
  if (halves.length < 2 || steady(0) === steady(1)) return read
  const own = Number(read.number.split('/')[steady(0) ? 1 : 0])
  return { ...read, format: 'yearly', first: own, last: own }
}

function splitTitle(read: NumberedLine, own: boolean): { title: string; rest: string } {
  const { title } = read
  const known = own ? /^([^.:]{3,60})[.:] +(["“”(]?[\p{Lu}\d].*)$/u.exec(title) : null
  if (known?.[1] !== undefined && known[2] !== undefined && isKnownTitle(known[1]) && endsSentence(known[2]))
    return { title: known[1], rest: known[2] }
  if (!own || title.length < 28) return { title, rest: '' }
  const m = /^(.{2,90}?(?:[.:](?= +["“”(]?\p{Lu})| [–—]))\s+(.{15,})$/u.exec(title)
  if (m?.[1] === undefined || m[2] === undefined) return { title, rest: '' }
  const head = m[1].replace(/ ?[.:–—]$/u, '').trim()
  if (wordsOf(head).length > 9 || /(?:\b(?:kl|nr|dr|prof|bl\.a|t\.ex|m\.m|ca|st|ordf)|\b\p{Lu})$/iu.test(head))
    return { title, rest: '' }
  if (m[1].endsWith(':') || m[1].endsWith('.')) {
    return endsSentence(m[2]) ? { title: head, rest: m[2] } : { title, rest: '' }
  }
  return endsSentence(m[2]) && wordsOf(m[2]).length > 5 ? { title: head, rest: m[2] } : { title, rest: '' }
}

function toHeading(candidate: Candidate): Heading {
  const own = candidate.titleLine === null
  const opening = candidate.titleLine === null ? null : openingTitle(candidate.titleLine.text)
  const whole = titleAndRegistry(opening?.title ?? candidate.titleLine?.text ?? candidate.read.title)
  const split = {
    ...splitTitle({ ...candidate.read, title: whole.title }, own),
    ...(opening === null ? {} : { rest: opening.rest }),
  }
  const { title, dnr } = whole.dnr === null ? titleAndRegistry(split.title) : { title: split.title, dnr: whole.dnr }
  // One of two numbers stays where it stands.
  const two = candidate.registry !== null && dnr !== null
  const text = two ? (opening?.title ?? candidate.titleLine?.text ?? split.title) : title
  const below = candidate.registryLine
  const spare = candidate.registry === null && dnr === null
  return {
    line: candidate.line,
    titleLine: candidate.titleLine,
    number: candidate.read.number,
    style: candidate.read.style,
    title: text.replace(/\s*:$/u, ''),
    rest: split.rest,
    dnr: candidate.registry ?? dnr ?? (below === null ? null : registryLine(below.text)),
    registryLine: spare ? below : null,
    certain: candidate.weight > 0.5,
  }
}

/** "1 a", "1 b" where no "1" stands: its number fits between the headings before and after it. */
function inTurn(candidate: Candidate, chain: readonly Candidate[]): boolean {
  const { read, line } = candidate
  if (typeof read.sub[0] !== 'string' || !chain.some((main) => main.read.format === read.format)) return false
  return chain.every((main) => (main.line.n < line.n ? main.read.last < read.first : main.read.first > read.first))
}

/** "None.", "Inga frågor.": there was nothing to tell. */
function isNothing(title: string): boolean {
  return /^(?:none|nil|nothing|no|inga|inget|ingen)(?!\p{L})/iu.test(title)
}

/** "3.3 Action: NN to …", "3.1 The chair told that …": a number in front of what is said, no title. */
function tells({ titleLine, read }: Candidate): boolean {
  if (titleLine !== null) return false
  return (
    decisionLabel(read.title) > 0 ||
    labelledAction(read.title) !== null ||
    (endsSentence(read.title) && (wordsOf(read.title).length > 3 || isNothing(read.title)))
  )
}

/**
 * Without the numbers of several parts that only count what is said: siblings are headings all, or none. A label of a
 * decision or an action is never a title.
 */
function withoutPoints(candidates: readonly Candidate[]): Candidate[] {
  const dotted = (one: Candidate): boolean => one.line.forced === null && typeof one.read.sub[0] === 'number'
  const siblings = new Map<number, { all: number; telling: number }>()
  for (const one of candidates.filter(dotted)) {
    const sum = siblings.get(one.read.first) ?? { all: 0, telling: 0 }
    siblings.set(one.read.first, { all: sum.all + 1, telling: sum.telling + (tells(one) ? 1 : 0) })
  }
  return candidates.filter((one) => {
    const sum = siblings.get(one.read.first)
    if (!dotted(one) || sum === undefined) return true
    const labelled =
      one.titleLine === null && (decisionLabel(one.read.title) > 0 || labelledAction(one.read.title) !== null)
    return !labelled && sum.telling * 2 < sum.all
  })
}

/** "2.1 Ny brygga⇥Byalaget⇥20 000" right below a row of as many columns: its number is the project's. */
function isTableRow(field: HeadingField, { at, line }: Candidate): boolean {
  const above = field.lines[at - 1]
  if (above === undefined || field.gapBefore(at) || !/[\t|]/u.test(line.raw.trim())) return false
  const cells = cellsOf(line.raw).filter((cell) => /\p{L}|\d{2}/u.test(cell))
  return cells.length > 2 && cellsOf(above.raw).length === cellsOf(line.raw).length
}

/** "4A", "4B": capitals behind a number count from A ("3D Printing" does not); `last` keeps each number's last. */
function countsOn({ first, sub }: NumberedLine, last: Map<number, string>): boolean {
  const [letter] = sub
  if (typeof letter !== 'string' || !/^\p{Lu}$/u.test(letter)) return true
  const before = last.get(first)
  if (letter !== (before === undefined ? 'A' : String.fromCharCode(before.charCodeAt(0) + 1))) return false
  last.set(first, letter)
  return true
}

/** Sub-items ("3.1", "3a", "a)") between two headings of the chain. */
function subHeadings(field: HeadingField, candidates: readonly Candidate[], chain: readonly Candidate[]): Heading[] {
  const found: Heading[] = []
  const mains = new Map<number, Candidate>()
  for (const main of chain)
    for (let n = main.read.first; n <= main.read.last; n += 1) if (!mains.has(n)) mains.set(n, main)
  const capitals = new Map<number, string>()
  const told = mains.size > 0 && tellsItsPoints(field, candidates)
  for (const candidate of candidates) {
    const { read, line } = candidate
    if (read.sub.length === 0 || chain.includes(candidate)) continue
    if (line.forced === null && ((told && typeof read.sub[0] === 'number') || isTableRow(field, candidate))) continue
    const parent = mains.get(read.first)
    if (mains.size > 0 && parent === undefined && !inTurn(candidate, chain)) continue
    if (parent !== undefined && parent.line.n > line.n) continue
    if (!countsOn(read, capitals)) continue
    const words = wordsOf(read.title).length
    if (isDecisionHeading(read.title) || candidate.weight < -0.5 || (endsSentence(read.title) && words > 10)) continue
    found.push(toHeading(candidate))
  }
  return [...found, ...lettersBelow(field, chain)]
}

export function numberedHeadings(field: HeadingField): Heading[] {
  const candidates = withoutPoints(collect(field))
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const key = candidate.read.format
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [candidate])
    else group.push(candidate)
  }
  let best: Chain = { chain: [], score: 0 }
  for (const [key, group] of groups) {
    const found = bestChain(group)
    const bonus = key === '§' ? 6 : key === 'word' || key === 'yearly' || key === 'ofYear' ? 3 : 0
    if (found.chain.length > 0 && found.score + bonus > best.score)
      best = { chain: found.chain, score: found.score + bonus }
  }
  const mixed = mixedChain(best, candidates)
  if (mixed !== null) best = mixed
  const whole = onlySequence(field, candidates)
  if (whole.length > best.chain.length) best = { chain: whole, score: 99 }
  if (best.chain.length === 0) {
    const subs = candidates.filter((candidate) => candidate.read.sub.length > 0 && candidate.weight > 0.5)
    return subs.length >= 2 ? subs.map((candidate) => toHeading(candidate)) : []
  }
  if (best.chain.length === 1 && best.score < 3.5) return []
  const chain = withRepeated(field, fillGaps(best.chain, candidates), candidates)
  const forced = candidates.filter((candidate) => candidate.line.forced === 'itemHeading' && !chain.includes(candidate))
  return [...chain, ...forced].map((candidate) => toHeading(candidate)).concat(subHeadings(field, candidates, chain))
}
