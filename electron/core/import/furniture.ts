/** A page's own header, footer and number, where they clearly are that. */
import { isDecisionHeading, isDecisionNumber } from './decision-headings.ts'
import { isInnerHeading } from './known-titles.ts'
import { cellsOf, isRule } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { isFullName } from './names.ts'
import { hasMeetingWord, isTitleLine } from './titles.ts'
import { endsSentence, foldText, startsLower, startsUpper } from './words.ts'

const pageWords = /^(?:sida|sid\.?|s\.|page|p\.|blad)\s*:?\s*\d{1,4}(?:\s*(?:av|of|\/|\()\s*\d{1,4}\)?)?$/iu
const pageOf = /^\d{1,4}\s?(?:\(\d{1,4}\)|\/\s?\d{1,4}|av \d{1,4}|of \d{1,4})$/iu
/** Strokes on both sides set a page's number off; a dash in front alone is an entry of a list. */
const setOff = /^[-–—|]{1,3}\s*(?<within>[^\-–—|].*?)\s*[-–—|]{1,3}$/u
const tail =
  /(?:\s+(?:sida|sid\.?|page|blad)\s*:?\s*\d{1,4}(?:\s*(?:av|of|\/)\s*\d{1,4}|\s?\(\d{1,4}\))?|\s+\d{1,4}\s?\(\d{1,4}\)|\s+\d{1,3} \/ \d{1,3})\s*$/iu

/** "Sida 3 av 7", "3(7)", "- 3 -". */
export function isPageNumber(text: string): boolean {
  if (text.length > 30 || !/\d/u.test(text)) return false
  const within = setOff.exec(text)?.groups?.['within']
  const words = within ?? text
  if (pageWords.test(words) || (within !== undefined && /^\d{1,4}$/u.test(within))) return true
  const m = /(\d{1,4})\s?(?:\(|\/|av|of)\s?(\d{1,4})/iu.exec(words)
  return pageOf.test(words) && m !== null && Number(m[1]) <= Number(m[2])
}

/** The text before a page number at a line's end ("Kommunstyrelsen 3(12)"), or null. */
export function withoutPageTail(text: string): string | null {
  const match = text.length < 200 && /[\d)]\s*$/u.test(text) ? tail.exec(text) : null
  return match === null || match.index === 0 ? null : text.slice(0, match.index).trim()
}

/** The same of a whole line, where a column of its own may hold the number ("Nämnden    2024-02-08    2 / 2"). */
function withoutPage(line: SourceLine): string | null {
  const before = withoutPageTail(line.text)
  if (before !== null || line.text.length > 200) return before
  const cells = cellsOf(line.raw)
  return cells.length > 1 && isPageNumber(cells.at(-1) ?? '') ? cells.slice(0, -1).join(' ') : null
}

/** A line without blanks, with what a page's number on it says of it. */
interface PageLine {
  line: SourceLine
  /** It is a page's number and nothing else. */
  number: boolean
  /** The words before a page's number at its end; null where it has none. */
  before: string | null
  /** How it compares with other lines. */
  key: string
}

function onPage(line: SourceLine): PageLine {
  const before = withoutPage(line)
  const number = isPageNumber(line.text) || isPageNumber(line.raw.trim())
  return { line, number, before, key: foldSpaces(before ?? line.text) }
}

function foldSpaces(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** How far from a text's start its own head is looked for. */
const topLines = 3

/** A column of the text's first lines that stands alone beside the number of a later page: the page's short head. */
function findShortHeads(usable: readonly PageLine[], found: Set<number>): void {
  const heads = new Set(
    usable.slice(0, topLines).flatMap(({ line }) => {
      const cells = cellsOf(line.raw)
      return cells.length > 1 ? cells.filter((cell) => /\p{L}{3}/u.test(cell) && !isFullName(cell)).map(foldSpaces) : []
    }),
  )
  usable.forEach(({ line, before, key }, at) => {
    if (at < topLines || line.forced !== null || !heads.has(key)) return
    if (usable[at - 1]?.number === true || before !== null) found.add(line.n)
  })
}

/** How many lines of a text's start say what the heads of its pages may say again. */
const headLines = 8

function foldedWords(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '')
}

/**
 * A page's head that stands once ("Minutes 14 May 2024" on the second of two pages): beside a page number or with one,
 * naming the meeting and its day in no word that the text's first lines have not.
 */
function findSecondHeads(usable: readonly PageLine[], found: Set<number>): void {
  const said = new Set(usable.slice(0, headLines).flatMap(({ line }) => foldedWords(line.text)))
  usable.forEach(({ line, before }, at) => {
    if (at < headLines || line.forced !== null || line.text.length > 120 || found.has(line.n)) return
    const beside = [usable[at - 1], usable[at + 1]].some(
      (other) => other?.number === true && other.line.forced === null,
    )
    if (!beside && before === null) return
    const words = before ?? line.text
    if (!(hasMeetingWord(words) || isTitleLine(words)) || !/\d/u.test(words) || endsSentence(words)) return
    const parts = foldedWords(words)
    if (parts.length >= 3 && parts.every((word) => said.has(word))) found.add(line.n)
  })
}

/**
 * Numbers of the lines that are page furniture. A repeated line counts when it carries a page number
 * itself, or stands next to one every time but the
 * first; the first time it may be the meeting's own title and stays.
 */
export function findFurniture(lines: readonly SourceLine[]): Set<number> {
  const found = new Set<number>()
  const filled = lines.filter((line) => !line.blank)
  const usable = filled.map(onPage)
  for (const { line, number } of usable) {
    if (line.forced === 'furniture' || (line.forced === null && (number || isDrawing(line)))) found.add(line.n)
  }
  findLoneNumbers(filled, found)
  findShortHeads(usable, found)
  findSecondHeads(usable, found)
  const seen = new Map<string, number[]>()
  usable.forEach(({ line, key }, at) => {
    if (line.text.length > 120 || line.forced !== null) return
    const places = seen.get(key)
    if (places === undefined) seen.set(key, [at])
    else places.push(at)
  })
  const paged = (at: number): boolean => {
    const own = usable[at]
    if (own === undefined) return false
    return usable
      .slice(Math.max(0, at - 6), at + 7)
      .some(
        (other) =>
          Math.abs(other.line.n - own.line.n) <= 8 && (other.before !== null || (other.number && other !== own)),
      )
  }
  for (const alike of seen.values()) {
    const places = alike.length < 2 ? [] : alike.filter((at) => !standsInItems(filled[at]?.text ?? ''))
    const [first, ...rest] = places
    if (first === undefined || rest.length === 0) continue
    const clear = places.filter(paged).length >= Math.max(2, places.length * 0.75) || rest.every(paged)
    // "Luftverket • Box 118" above the next page's head, and as the text's last line.
    const last = rest.at(-1)
    if (
      last === usable.length - 1 &&
      [first, ...rest.slice(0, -1)].every((at) => (filled[at]?.n ?? 0) > headLines && opensPage(usable[at + 1]))
    ) {
      for (const at of places) found.add(filled[at]?.n ?? 0)
      continue
    }
    if (clear) for (const at of rest) found.add(filled[at]?.n ?? 0)
    if (rest.every(paged) && paged(first) && (filled[first]?.n ?? 0) > 12 && rest.length > 1) {
      found.add(filled[first]?.n ?? 0)
    }
  }
  return found
}

/** A page's number, or a head with one at its end. */
function opensPage(line: PageLine | undefined): boolean {
  return line !== undefined && (line.number || line.before !== null)
}

/** "Beslut", "Bakgrund": every item has one, whatever pages they fall on. */
function standsInItems(text: string): boolean {
  return isDecisionHeading(text) || isInnerHeading(text) || isDecisionNumber(text)
}

/** Rulers between parts carry nothing; a ruler for a signature stands with names and is left to that. */
function isDrawing({ text }: SourceLine): boolean {
  return isRule(text) && !/[.…]/u.test(text) && !text.includes('_')
}

/**
 * Bare numbers alone on lines, rising through the text, with sentences running on across them. Inside a sentence one
 * is furniture only where three and more count pages one by one: else it may be the sentence's own ("av dem blev / 12 /
 * kvar") and stays in it.
 */
function findLoneNumbers(usable: readonly SourceLine[], found: Set<number>): void {
  const lone: Array<{ at: number; value: number }> = []
  usable.forEach((line, at) => {
    if (line.forced === null && isBareNumber(line.text)) lone.push({ at, value: Number(line.text) })
  })
  const inSentence = ({ at }: { at: number }): boolean => {
    const [before, after] = [usable[at - 1], usable[at + 1]]
    return before !== undefined && after !== undefined && runsAcross(before, after)
  }
  const broken = lone.filter((one) => {
    const { at } = one
    const before = usable[at - 1]
    const after = usable[at + 1]
    if (after === undefined) return lone.length > 1
    if (before === undefined) return false
    const gap = after.n - (usable[at]?.n ?? 0) > 1 || !startsUpper(after.text)
    return inSentence(one) || (gap && after.text.length > 90)
  })
  const rising = lone.every((entry, at) => at === 0 || entry.value > (lone[at - 1]?.value ?? 0))
  if (broken.length === 0 || !rising) return
  const pages =
    lone.length >= 3 && lone.every((entry, at) => at === 0 || entry.value === (lone[at - 1]?.value ?? 0) + 1)
  const gone = broken.length >= lone.length / 2 ? lone : broken
  for (const one of gone)
    if (pages || besidePage(usable, one.at, found) || !inSentence(one)) found.add(usable[one.at]?.n ?? 0)
}

/** True where the line before or after is a page's own. */
function besidePage(usable: readonly SourceLine[], at: number, found: ReadonlySet<number>): boolean {
  return [at - 1, at + 1].some((other) => found.has(usable[other]?.n ?? 0))
}

/** A number and nothing else: a page's, or one that a line's end tore off. */
export function isBareNumber(text: string): boolean {
  return /^\d{1,3}$/u.test(text)
}

/** True when a sentence that `before` leaves open goes on in `after`. */
export function runsAcross(before: SourceLine, after: SourceLine): boolean {
  return !/[.!?:…]["”»)]?$/u.test(before.text) && startsLower(after.text)
}
