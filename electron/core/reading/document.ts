/** A text as headings, list entries and paragraphs, each able to say where in the source its words stand. */
import type { Place } from '#contract/reading.ts'
import { bulletMark, cutLines, isRule } from '#core/import/lines.ts'

export interface Piece {
  kind: 'heading' | 'bullet' | 'text'
  /** Composed letters, runs of space as one, list marks left out. */
  text: string
  /** First and last source line, from 1. */
  line: number
  toLine: number
  indent: number
  /** True when an empty line, or nothing, stands before it. */
  apart: boolean
  /** The words from `from` up to `to` of `text` as they stand in the source. */
  place: (from?: number, to?: number) => Place
}

export interface Document {
  /** Lines of the source as given. */
  lines: readonly string[]
  pieces: readonly Piece[]
}

const invisible = /^[\u00AD\u200B-\u200D\u2060\uFEFF]$/u
/** Longer pieces are no text that anybody wrote; they are read in parts. */
const longestPiece = 5_000

interface Raw {
  line: number
  indent: number
  bullet: boolean
  apart: boolean
  /** Offset of the line in the whole, and where its own words start. */
  start: number
  from: number
  raw: string
}

/** One line's characters, composed and with single spaces, each with its offset in the whole. */
function appendText(chars: string[], offsets: number[], raw: string, base: number): void {
  for (const match of raw.matchAll(/\P{Mark}\p{Mark}*|\p{Mark}+/gu)) {
    const cluster = match[0]
    if (invisible.test(cluster)) continue
    const at = base + match.index
    if (/^\s/u.test(cluster)) {
      if (cluster === '\t' && chars.length > 0 && /[^\s,]/u.test(chars.at(-1) ?? '')) {
        // Cells of a table are read as a list.
        chars.push(',', ' ')
        offsets.push(at, at)
      } else if (chars.length > 0 && chars.at(-1) !== ' ') {
        chars.push(' ')
        offsets.push(at)
      }
      continue
    }
    for (const unit of cluster.normalize('NFC')) {
      for (let i = 0; i < unit.length; i += 1) {
        chars.push(unit.charAt(i))
        offsets.push(at)
      }
    }
  }
}

/** The line whose start is the last one at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function clusterEnd(whole: string, at: number): number {
  const point = whole.codePointAt(at)
  let end = at + (point !== undefined && point > 0xffff ? 2 : 1)
  while (end < whole.length && /\p{Mark}/u.test(whole.charAt(end))) end += 1
  return end
}

const smallWord =
  /(?:^|\s)(?:och|att|med|för|av|i|på|till|som|en|ett|den|det|de|samt|vid|om|från|the|and|of|to|in|for|with|a|an)$/iu

/**
 * Lines that go on from the one before because a program wrapped them: in their block every break stands where
 * the next word had no room left. Indexes from 0.
 */
function wrappedLines(lines: readonly string[]): Set<number> {
  const found = new Set<number>()
  let from = 0
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && (lines[at] ?? '').trim() !== '') continue
    const block = lines.slice(from, at).map((line) => line.trim())
    const width = block.reduce((most, line) => Math.max(most, line.length), 0)
    const breaks = block
      .slice(1)
      .map((next, index) => (block[index] ?? '').length + 1 + (/^\S+/u.exec(next)?.[0].length ?? 0))
    const tight = block.length > 1 && width >= 50 && width <= 120 && breaks.every((length) => length > width - 2)
    if (tight && !block.some((line) => bulletMark(line) > 0))
      for (let index = from + 1; index < at; index += 1) found.add(index)
    from = at + 1
  }
  return found
}

/** Whether a line goes on in the next: cut in the middle of a sentence by a page or a mail program. */
function goesOn(before: string, next: string): boolean {
  if (/[.!?:;]["”’)]?$/u.test(before) || /^["”“»–—-]\s?\p{Lu}/u.test(next)) return false
  // A numbered line opens for itself, whatever word the one before ends with.
  if (/^\d{1,2}\.\d{1,2}\.? \p{Lu}/u.test(next)) return false
  if (/^\p{Ll}/u.test(next)) return before.length >= 25 || smallWord.test(before)
  return before.length >= 30 && (smallWord.test(before) || (before.endsWith(',') && before.length >= 60))
}

/** A short line that stands for what follows it. */
function looksLikeHeading(text: string, apart: boolean): boolean {
  if (text.length > 140 || text.length < 2) return false
  if (/[.!;,]$/u.test(text) && !/^\d+(?:\.\d+)*\.$/u.test(text)) return false
  if (text.endsWith(':')) return false
  return apart && /^["”“»(]?[\p{Lu}\d#]/u.test(text)
}

/** Reads any text; an empty one has no pieces. Time and memory grow with its length. */
export function readDocument(text: string): Document {
  const lines = cutLines(text)
  const whole = lines.join('\n')
  const starts: number[] = []
  let offset = 0
  for (const line of lines) {
    starts.push(offset)
    offset += line.length + 1
  }
  const groups: Raw[][] = []
  const wrapped = wrappedLines(lines)
  let apart = true
  lines.forEach((raw, index) => {
    const trimmed = raw.replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '').trim()
    if (trimmed === '' || isRule(trimmed)) {
      apart = true
      return
    }
    const lead = raw.length - raw.trimStart().length
    const own = raw.slice(lead)
    const mark = isSpeech(own) ? 0 : bulletMark(own) > 0 ? bulletMark(own) : markdownMark(own)
    const row: Raw = {
      line: index + 1,
      indent: lead,
      bullet: mark > 0 && !own.startsWith('#'),
      apart,
      start: starts[index] ?? 0,
      from: lead + mark,
      raw,
    }
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last !== undefined && before !== undefined && !apart && mark === 0) {
      const size = last.reduce((sum, one) => sum + one.raw.length, 0)
      if (size < longestPiece && (wrapped.has(index) || goesOn(before.raw.trim(), trimmed))) {
        last.push(row)
        return
      }
    }
    groups.push([row])
    apart = false
  })
  const pieces = groups.flatMap((rows) => makePieces(rows, whole, starts))
  return { lines, pieces }
}

/** "– Vi är glada, säger …": a dash that opens speech, not a list entry. */
function isSpeech(own: string): boolean {
  return /^[–—]\s/u.test(own) && (/[.!?]$/u.test(own.trim()) || own.length > 140)
}

/** "## Heading": the mark in front, 0 for none. */
function markdownMark(own: string): number {
  return /^#{1,6}\s+/u.exec(own)?.[0].length ?? 0
}

function makePieces(rows: readonly Raw[], whole: string, starts: readonly number[]): Piece[] {
  const [first] = rows
  if (first === undefined) return []
  const chars: string[] = []
  const offsets: number[] = []
  for (const row of rows) {
    if (chars.length > 0 && chars.at(-1) !== ' ') {
      chars.push(' ')
      offsets.push(row.start - 1)
    }
    appendText(chars, offsets, row.raw.slice(row.from), row.start + row.from)
  }
  while (chars.at(-1) === ' ') {
    chars.pop()
    offsets.pop()
  }
  const full = chars.join('')
  const pieces: Piece[] = []
  for (let from = 0; from < full.length; from += longestPiece) {
    const text = full.slice(from, from + longestPiece)
    if (text.trim() === '') continue
    const place = (a = 0, b = text.length): Place =>
      placeOf(offsets, from + a, from + Math.max(b, a + 1), whole, starts)
    const all = place()
    const heading =
      !first.bullet && rows.length === 1 && !first.raw.trim().includes('\t') && looksLikeHeading(text, first.apart)
    pieces.push({
      kind: first.bullet ? 'bullet' : heading ? 'heading' : 'text',
      text,
      line: all.from,
      toLine: all.to,
      indent: first.indent,
      apart: first.apart,
      place,
    })
  }
  return pieces
}

function placeOf(offsets: readonly number[], a: number, b: number, whole: string, starts: readonly number[]): Place {
  const last = Math.min(b, offsets.length) - 1
  let from = offsets[Math.min(a, last)] ?? 0
  let to = clusterEnd(whole, offsets[last] ?? 0)
  while (from < to - 1 && /\s/u.test(whole.charAt(from))) from += 1
  while (to > from + 1 && /\s/u.test(whole.charAt(to - 1))) to -= 1
  return { from: lineAt(starts, from) + 1, to: lineAt(starts, to - 1) + 1, quote: whole.slice(from, to) }
}
