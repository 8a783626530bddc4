/** Signs that a list explains itself: "* = joined on Zoom", "[T] = via Teams". A sign behind a name is read as its words. */
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
  /^[([]?(?<sign>\*{1,3}\)?|[†‡#°¹²³⁴]\)?|[([]\p{Lu}{1,3}[)\]]|\p{Lu}{1,3}(?= ?[=–-] ))(?: ?(?:=|:|–|-|betyder|means|denotes|indicates|markerar) ?| ?)(?<words>\p{L}[^*=]{2,70}?)[)\].]*$/u

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
    .split(/[,;] (?=[*†‡#([]|\p{Lu}{1,3} ?[=–-])/u)
    .map((piece) => shape.exec(piece.trim())?.groups)
  const legends = found.flatMap((groups) =>
    groups?.['sign'] !== undefined && groups['words'] !== undefined && isMark(groups['words'].trim())
      ? [{ sign: groups['sign'].replace(/(?<=^[^([]+)\)$/u, ''), words: groups['words'].trim() }]
      : [],
  )
  return legends.length === found.length ? legends : []
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
}

/** Where a sign stands behind a name: in brackets of its own, in a cell, or right at the word. */
function placesOf(sign: string): RegExp {
  const bare = sign.replace(/^[([]|[)\]]$/gu, '')
  return /^\p{Lu}/u.test(bare)
    ? new RegExp(`(?<=\\S)(?: ?[([]${escaped(bare)}[)\\]]|(?:\\t| {2,}|, )${escaped(bare)}(?=\\t| {2,}|$))`, 'gu')
    : new RegExp(`(?<=[\\p{L})\\].])(?: ?\\(${escaped(bare)}\\)| ?${escaped(bare)})(?![*\\p{L}])`, 'gu')
}

/**
 * The lines with every explained sign put as the words of its legend, and the numbers of the legends' own lines. Lines
 * without a sign are the same objects.
 */
export function readLegends(lines: readonly SourceLine[]): { lines: SourceLine[]; legends: Set<number> } {
  const read = [...lines]
  const legends = new Set<number>()
  for (const [at, line] of lines.entries()) {
    if (line.blank || line.forced !== null) continue
    const inside = /^(?<title>\p{Lu}[^():]{3,40}) ?\((?<legend>[^()]*[=–][^()]*)\)(?<rest>:.*)?$/u.exec(
      line.text,
    )?.groups
    const own = legendsOf(inside?.['legend'] ?? line.raw.trim())
    if (own.length === 0) continue
    if (inside === undefined) legends.add(line.n)
    else {
      const text = `${inside['title'] ?? ''}${inside['rest'] ?? ''}`
      read[at] = { ...line, raw: text, text }
    }
    for (const { sign, words } of own) {
      const places = placesOf(sign)
      for (let other = Math.max(0, at - reach); other < Math.min(lines.length, at + reach); other += 1) {
        const marked = read[other]
        if (marked === undefined || (other === at && inside === undefined) || marked.raw.length > 1000) continue
        const put = (text: string): string => text.replace(places, ` (${words})`)
        const raw = put(marked.raw)
        if (raw !== marked.raw) read[other] = { ...marked, raw, text: put(marked.text) }
      }
    }
  }
  return { lines: read, legends }
}
