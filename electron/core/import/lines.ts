/** A text as numbered lines, each with what later steps ask of it again and again. */
import type { LineOverride } from '#contract/proposal.ts'

export interface SourceLine {
  /** Counted from 1 in the text as given. */
  n: number
  raw: string
  /** Trimmed, runs of space as one, invisible characters and Markdown emphasis left out. */
  text: string
  /** Columns of space in front. */
  indent: number
  blank: boolean
  /** What a person decided by hand about the line. */
  forced: LineOverride | null
}

const lineEnd = /\r\n|[\r\n\u2028\u2029\u0085]|(?<![\r\n\f\v]|^)[\f\v]+(?![\r\n\f\v]|$)/u
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu

/**
 * Cuts at CRLF, CR, LF, NEL, U+2028, U+2029, and at form feeds and vertical tabs within a line. One beside a line
 * end (a page break as PDF tools write it) is white space, so that lines count as every editor counts them. The
 * empty text is one empty line.
 */
export function cutLines(text: string): string[] {
  return text.split(lineEnd)
}

/** "== Budget ==", "— Budget —": a title between two marks of one kind. */
const fenced = /^(?<mark>={2,4}|-{1,3}|–|—|~{2,3}) (?<title>[^-–—=~]{2,80}) \k<mark>$/u

function stripMarkup(text: string): string {
  const heading = /^#{1,6} (.*?) ?#*$/u.exec(text)
  const inner = heading?.[1] ?? fenced.exec(text)?.groups?.['title'] ?? text
  const bold = /^(\*\*|__)([^*_]+)\1:?$/u.exec(inner)
  if (bold?.[2] !== undefined) return bold[2].trim() + (inner.endsWith(':') && !bold[2].endsWith(':') ? ':' : '')
  const plain = inner.includes('**') ? inner.replaceAll('**', '') : inner
  const slanted = isSlantedTitle(plain) ? plain.replace(/^([*_])(.+)\1(:?)$/u, '$2$3') : plain
  return slanted.replace(/(?<=^|[\s(])\*(\p{L}[^*]{0,80}[\p{L}:.])\*(?=$|[\s,.;:)])/gu, '$1')
}

/** "*Deliverable D4.3*", "_Budget_": a title between the signs of italics, no sentence that leans on its own. */
function isSlantedTitle(text: string): boolean {
  const title = /^([*_])(?<title>[\p{Lu}\d"“”][^*_]{1,78})\1:?$/u.exec(text)?.groups?.['title']
  return title !== undefined && !/[.!,;]$/u.test(title) && title.split(' ').length <= 9
}

/** Word's second bullet comes out as the letter o, further in or with a gap behind it; alone it would be a word. */
function readBullet(visible: string): string {
  return visible.replace(/^(?:(\s+)o\s|o(?:\t| {2,}))(?=\s*\S)/u, '$1◦ ')
}

/** How a heading is marked (`## Title`, `== Title ==`, `**Title**`, `*Title*`): those with one mark are of one level. */
export function headingMark(line: SourceLine): string | null {
  const trimmed = line.raw.trim()
  const hashes = /^(#{1,6}) \S/u.exec(trimmed)?.[1]
  if (hashes !== undefined) return hashes
  if (/\p{L}/u.test(trimmed)) {
    const fence = fenced.exec(trimmed)?.groups?.['mark']
    if (fence !== undefined) return fence
  }
  if (/^(\*\*|__)[^*_]+\1:?$/u.test(trimmed)) return '**'
  return isSlantedTitle(trimmed) ? '*' : null
}

/** True for a heading marked by Markdown (`## Title`, `**Title**`, `*Title*`). */
export function isMarkedHeading(line: SourceLine): boolean {
  return headingMark(line) !== null
}

/** "> " in front of the lines of an answered mail. */
const quoteMark = /^\s{0,3}(?:>[ ]?){1,5}/u

/** True when nearly all of a text is quoted: the marks are none of list entries then. */
function isQuoted(written: readonly string[]): boolean {
  const filled = written.filter((line) => line.trim() !== '')
  const marked = filled.filter((line) => quoteMark.test(line))
  return marked.length >= 8 && marked.length > filled.length * 0.6
}

/** The lines of a text; `overrides` maps line numbers to a part chosen by hand. */
export function readLines(text: string, overrides?: ReadonlyMap<number, LineOverride>): SourceLine[] {
  const written = cutLines(text)
  const quoted = isQuoted(written)
  return written.map((whole, index) => {
    const raw = quoted ? whole.replace(quoteMark, '') : whole
    const visible = raw.replace(invisible, '')
    const plain = stripMarkup(readBullet(visible).replace(/\s+/gu, ' ').trim())
    return {
      n: index + 1,
      raw,
      text: plain,
      indent: visible.length - visible.trimStart().length,
      blank: plain === '',
      forced: overrides?.get(index + 1) ?? null,
    }
  })
}

const bullet =
  /^(?:\p{Extended_Pictographic}\uFE0F?|\[[ xX]?\]|[-=]{1,2}>|[☐☑→⇒►➢✓-]|[–—•●◦▪■‣·○∙*+]|o(?= {2,})|>{1,2})\s+(?=\S)/u
const enumerated = /^(?:\(?(?:\d{1,3}|[a-zåäö]|[ivx]{1,5})[).]|\d{1,3}\.)\s+(?=\S)/u

/** Length of a list mark in front (`-`, `•`, `a)`, `1.`), 0 when there is none. */
export function listMark(text: string): number {
  return (bullet.exec(text) ?? enumerated.exec(text))?.[0].length ?? 0
}

const pointed = /^\d{1,3}(?:\.\d{1,3}){1,3}[.:)]?\s+(?=["“”»(]?\p{Lu})/u

/** Length of a number of several parts in front of a sentence ("3.3 Anna …"), 0 when there is none. */
export function pointMark(text: string): number {
  return pointed.exec(text)?.[0].length ?? 0
}

export function bulletMark(text: string): number {
  return bullet.exec(text)?.[0].length ?? 0
}

/** Cells of a table row: pipes, tabs, or runs of three spaces. One cell when the line is no row. */
export function cellsOf(raw: string): string[] {
  const visible = raw.replace(invisible, '').trim()
  const pieces = visible.includes('|')
    ? visible.replace(/^\||\|$/gu, '').split('|')
    : visible.includes('\t')
      ? visible.split(/\t+/u)
      : visible.split(/ {3,}/u)
  return pieces.map((piece) => piece.replace(/\s+/gu, ' ').trim().replaceAll('**', ''))
}

/** A line that only draws: `-----`, `_____`, `====`, `|---|---|`. */
export function isRule(text: string): boolean {
  return /^[-–—_=*~.·|+: ]{3,}$/u.test(text) && !/^\.{3,}$/u.test(text)
}
