/** Hard line breaks: which lines are one paragraph, and how they join. */
import type { SourceLine } from './lines.ts'
import { endsSentence, startsLower } from './words.ts'

export interface Wrapping {
  /** Column where this text breaks its lines; null when it does not. */
  width: number | null
  /** Words that the text itself writes with a hyphen, lower case. */
  hyphenated: ReadonlySet<string>
}

/** Looks at all lines of a text for a break column. */
export function readWrapping(lines: readonly SourceLine[]): Wrapping {
  const broken: number[] = []
  let long = 0
  let longest = 0
  let filled = 0
  const hyphenated = new Set<string>()
  lines.forEach((line, at) => {
    if (line.blank) return
    filled += 1
    const length = line.raw.trimEnd().length
    if (length > 130) long += 1
    for (const match of (line.text.includes('-') ? line.text : '').matchAll(
      /(?<!\p{L})\p{L}{1,40}-\p{L}{1,40}(?!\p{L})/gu,
    ))
      hyphenated.add(match[0].toLowerCase())
    const next = lines[at + 1]
    longest = Math.max(longest, length)
    // A number alone may be a page's: it tells nothing of where lines end.
    if (next === undefined || next.blank || !/^(?!\d+$)[\p{Ll}\d(]/u.test(next.text)) return
    if (!endsSentence(line.text) && !line.text.endsWith(':') && length >= 40 && length <= 130) broken.push(length)
  })
  if (broken.length < (longest <= 100 ? 1 : 2) || long > filled * 0.15) return { width: null, hyphenated }
  const sorted = broken.toSorted((a, b) => a - b)
  const width = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.97))] ?? null
  return { width, hyphenated }
}

const looseEnd =
  /(?:[,–—]|(?<=\p{L})-|(?<!\p{L})(?:och|eller|samt|att|som|av|för|med|på|i|till|den|det|en|ett|and|or|of|the|to|a|in|for|with|that))$/iu

/** What no sentence ends in before a name or a figure: a comma, and "projektstöd med högst", "stycket om", "the report of". */
const leavesOpen =
  /(?:,|(?<!\p{L})(?:och|eller|samt|att|som|av|för|med|på|i|till|om|från|hos|vid|ur|under|efter|mot|enligt|genom|mellan|den|det|en|ett|högst|minst|cirka|ca|omkring|drygt|knappt|and|or|of|the|to|an?|in|for|with|that|by|from|at|about|between|least|most))$/iu
/** What a sentence or a clause is closed with; a comma closes neither. */
const closingMark = /[.!?…:;][”"’')»\]]*$/u

/** "… until" and "30 September 2024.": a day goes on with what leads it in, however short the line. */
const leadsToDay =
  /(?<!\p{L})(?:until|till|by|before|later than|from|on|of|since|due|deadline|den|klart?|senast|före|innan|från|fram till|t\.?o\.?m\.?)$/iu
const day = /^\d{1,2}(?::?e|:?a|st|nd|rd|th)? (?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)\p{L}*/iu

/** "… closed the meeting at" and "9.12 p.m." */
const leadsToClock = /(?<!\p{L})(?:at|kl\.?|klockan)$/iu
const clock = /^\d{1,2}(?:[.:]\d{2}| ?[ap]\.?m)/iu

/** True when `next` goes on with the paragraph of `line` (no blank line between them). */
export function runsOn(line: SourceLine, next: SourceLine, wrapping: Wrapping): boolean {
  const lower = startsLower(next.text)
  if (line.text.endsWith(':')) return false
  if (leadsToDay.test(line.text) && day.test(next.text)) return true
  if (leadsToClock.test(line.text) && clock.test(next.text)) return true
  if (wrapping.width !== null) {
    const length = line.raw.trimEnd().length
    const word = next.text.split(' ', 1)[0] ?? ''
    const full = length + 1 + word.length > wrapping.width - 1 && length > wrapping.width * 0.5
    if (full) return true
    return (lower ? !endsSentence(line.text) : leavesOpen.test(line.text)) && length > wrapping.width * 0.4
  }
  if (!lower) return leavesOpen.test(line.text) && line.text.length > 40
  return !endsSentence(line.text) && (looseEnd.test(line.text) || line.text.length > 40)
}

/**
 * True when an att-clause that began on `first` and has come to `line` goes on in `next`, which begins no clause: it
 * hangs in, or says a figure or a small letter, and nothing closes the line before.
 */
export function clauseRunsOn(first: SourceLine, line: SourceLine, next: SourceLine, wrapping: Wrapping): boolean {
  if (closingMark.test(line.text)) return false
  if (next.indent >= first.indent + 3 || (leavesOpen.test(line.text) && !line.text.endsWith(','))) return true
  const long = line.text.length > (wrapping.width ?? 100) * 0.4
  return long && /^(?:[\p{Ll}(]|[€£$]?\d(?!\d{0,2}[.)]? \p{Lu}))/u.test(next.text)
}

/**
 * Joins a line to a paragraph's last piece: both as they shall follow each other, with one space
 * between, or none where a word was cut at the line's end.
 */
export function joinLines(last: string, next: string, wrapping: Wrapping): [string, string] {
  const cut = /(\p{L}{1,60})[-\u2010]$/u.exec(last.slice(-64))
  if (cut?.[1] !== undefined && startsLower(next)) {
    const word = /^\p{L}+/u.exec(next)?.[0] ?? ''
    if (/^(?:och|eller|samt|respektive|and|or)$/u.test(word)) return [last, ` ${next}`]
    const spelled = `${cut[1]}-${word}`.toLowerCase()
    if (wrapping.hyphenated.has(spelled) || /^\p{Lu}{2,}$/u.test(cut[1])) return [last, next]
    return [last.slice(0, -1), next]
  }
  return [last, ` ${next}`]
}

/** Two lines of a run of people or of a title as one: a word cut at the line's end is whole again, and a double name keeps its hyphen. */
export function joinCut(text: string, piece: string): string {
  if (!/\p{L}[-\u2010]$/u.test(text.slice(-4))) return `${text} ${piece}`
  if (!/^\p{L}/u.test(piece)) return `${text} ${piece}`
  if (/\p{Lu}[-\u2010]$/u.test(text) || !startsLower(piece)) return `${text}${piece}`
  return joinLines(text, piece, { width: null, hyphenated: new Set() }).join('')
}
