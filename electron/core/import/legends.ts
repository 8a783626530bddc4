/** Signs that a list explains itself: "* = joined on Zoom", "[T] = via Teams". A sign behind a name is read as its words. */
import { readGrids } from './attendance-grid.ts'
import type { SourceLine } from './lines.ts'
import { noMarks, readBareMark, takeMarks } from './marks.ts'

interface Legend {
  sign: string
  /** The words of the mark alone: "via Teams". */
  words: string
}

/** How far above its legend a sign is looked for; lists of people are shorter. */
const reach = 150

const shape =
  /^[([]?(?<sign>\*{1,3}\)?|[†‡#°¹²³⁴]\)?|[([]\p{Lu}{1,3}[)\]]|\p{Lu}{1,3}(?= ?[=–-] )|(?:\p{Ll}|[–—-])(?= ?= ))(?: ?(?:=|:|–|-|betyder|means|denotes|indicates|markerar) ?| ?)(?<words>\p{L}[^*=]{2,70}?)[)\].]*$/u

/** Words of who is marked ("ledamöter som deltog", "attended") say nothing beside the mark itself. */
function isMark(words: string): boolean {
  const marks = noMarks()
  if (readBareMark(words, marks)) return true
  const left = takeMarks(words, marks)
    .replace(
      /(?<!\p{L})(?:deltog|deltar|deltagit|deltagare|deltagande|närvarade|närvarande|medverkade|ledamöter|ledamot|person(?:er)?|som|har|under|hela|mötet|möte|the|meeting|member|members|who|was|were|joined|joining|attended|attending|participated|present|denotes|indicates|in|part|by|via|link|länk|länken|conference|konferens|call|connected|ansluten|anslutna|uppkopplad|uppkopplade)(?!\p{L})/giu,
      ' ',
    )
    .trim()
  return left === '' && (marks.mode !== null || marks.status !== null)
}

/** "N = närvarande, D = digitalt": several on one line, or one. Empty for a line that explains no sign. */
function legendsOf(text: string): Legend[] {
  if (text.length > 160) return []
  const found = text
    .replace(/^\((?=.*[^()\s]\)$)(?![^(]*\).*\()/u, '')
    .split(/(?:[,;] | {2,}|\t+)(?=[*†‡#([]|\p{Lu}{1,3} ?[=–-]|[\p{Ll}–—-] ?= )/u)
    .map((piece) => shape.exec(piece.trim())?.groups)
  const legends = found.flatMap((groups) =>
    groups?.['sign'] !== undefined && groups['words'] !== undefined && isMark(groups['words'].trim())
      ? [{ sign: groups['sign'].replace(/(?<=^[^([]+)\)$/u, ''), words: groups['words'].trim() }]
      : [],
  )
  return legends.length === found.length ? legends : []
}

/** True for a line that does nothing but explain signs. */
export function explainsSigns(line: SourceLine): boolean {
  return !line.blank && line.text.includes('=') && legendsOf(line.raw.trim()).length > 0
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
}

/** A small letter or a dash is a sign only where it is all of a cell in the table its legend stands at. */
function isCellSign(sign: string): boolean {
  return /^[\p{Ll}–—-]$/u.test(sign)
}

/** A cross for who is there: read for what it is wherever it stands. */
function isPlain({ sign, words }: Legend): boolean {
  const marks = noMarks()
  takeMarks(words, marks)
  return /^[Xx]$/u.test(sign) && marks.status === 'present' && marks.mode === null
}

/** Where a sign stands behind a name: in brackets of its own, in a cell, or right at the word. */
function placesOf(sign: string): RegExp {
  const bare = sign.replace(/^[([]|[)\]]$/gu, '')
  if (isCellSign(bare)) return new RegExp(`(?<=\\S(?: *[|\\t] *| {2,}))${bare}(?=\\s*(?:[|\\t]|$)| {2,}| \\()`, 'gu')
  return /^\p{Lu}/u.test(bare)
    ? new RegExp(
        `(?<=\\S)(?: ?[([]${escaped(bare)}[)\\]]|(?:\\t| {2,}|, )${escaped(bare)}(?=\\t| {2,}| \\(|$)|(?<=\\|) *${escaped(bare)}(?= *(?:\\||$))|(?<=[([])${escaped(bare)}(?=[,;] [^()[\\]]*[)\\]])|(?<=[([][^()[\\]]{1,60}[,;] )${escaped(bare)}(?=[)\\]]))`,
        'gu',
      )
    : new RegExp(`(?<=[\\p{L})\\].])(?: ?\\(${escaped(bare)}\\)| ?${escaped(bare)})(?![*\\p{L}])`, 'gu')
}

function explainedOn(line: SourceLine): { inside: Record<string, string> | undefined; own: Legend[] } | null {
  const inside = /^(?<title>\p{Lu}[^():]{3,40}) ?\((?<legend>[^()]*[=–][^()]*)\)(?<rest>:.*)?$/u.exec(line.text)?.groups
  const own = legendsOf(inside?.['legend'] ?? line.raw.trim())
  return own.length === 0 ? null : { inside, own }
}

/** The lines right above a legend, or right below it where no row of cells stands above: the table it explains. */
function tableAt(lines: readonly SourceLine[], at: number): { from: number; to: number } {
  const end = (step: 1 | -1): { near: number; far: number } => {
    let near = at + step
    while (lines[near]?.blank === true && Math.abs(near - at) < 3) near += step
    let far = near
    while (lines[far] !== undefined && lines[far]?.blank === false && Math.abs(far - at) < reach) far += step
    return { near, far }
  }
  const above = end(-1)
  if (/\S(?: *[|\t]| {2,})/u.test(lines[above.near]?.raw ?? '')) return { from: above.far + 1, to: at }
  return { from: at + 1, to: end(1).far }
}

/**
 * The lines with every explained sign put as the words of its legend, and the numbers of the legends' own lines. Lines
 * without a sign are the same objects.
 */
export function readLegends(lines: readonly SourceLine[]): { lines: SourceLine[]; legends: Set<number> } {
  const legends = new Set<number>()
  const explained = lines.map((line) => (line.blank || line.forced !== null ? null : explainedOn(line)))
  const signs = new Map(explained.flatMap((one) => one?.own.map(({ sign, words }) => [sign, words] as const) ?? []))
  const read = readGrids(lines, signs)
  const gridded = new Set(read.filter((line, at) => line !== lines[at]).map((line) => line.n))
  for (const [at, line] of lines.entries()) {
    const one = explained[at]
    if (one === null || one === undefined) continue
    const { inside, own } = one
    if (inside === undefined) legends.add(line.n)
    else {
      const text = `${inside['title'] ?? ''}${inside['rest'] ?? ''}`
      read[at] = { ...line, raw: text, text }
    }
    for (const { sign, words } of own.filter((one) => !isPlain(one))) {
      const places = placesOf(sign)
      const cell = isCellSign(sign)
      const bareSign = sign.replace(/^[([]|[)\]]$/gu, '')
      const { from, to } = cell ? tableAt(lines, at) : { from: at - reach, to: at + reach }
      for (let other = Math.max(0, from); other < Math.min(lines.length, to); other += 1) {
        const marked = read[other]
        if (marked === undefined || (other === at && inside === undefined) || marked.raw.length > 1000) continue
        if (cell && gridded.has(marked.n)) continue
        // In a row of a table the words take the cell of their sign.
        const put = (text: string): string =>
          text.replace(places, (written) => {
            if (cell) return words
            if (/^\p{Lu}/u.test(written) && written === bareSign && !text.includes('|')) return words
            if (written.startsWith('\t')) return `\t${words}`
            return text.includes('|') && /^ *\p{Lu}/u.test(written) ? ` ${words}` : ` (${words})`
          })
        const raw = put(marked.raw)
        if (raw !== marked.raw)
          read[other] = { ...marked, raw, text: cell ? raw.replace(/\s+/gu, ' ').trim() : put(marked.text) }
      }
    }
  }
  return { lines: read, legends }
}
