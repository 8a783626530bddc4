/**
 * Typography of a document, set in the file only: quotes, dashes, intervals and no-break spaces. The stored
 * text stays as the source has it. Words never change: only quotation marks, hyphens, dashes, the
 * colon of a clock time and white space do. Rules: the Swedish state's writing rules (Myndigheternas skrivregler).
 */
import { intervalTokens } from '#contract/intervals.ts'
import { clocks, figures, joins, noBreak, opensQuote, type Language } from '#contract/typography.ts'

export type { Language } from '#contract/typography.ts'

/** How a clock time that the text writes with a colon is printed: as the language's rules say, or as it stands. */
export type Clocks = 'set' | 'asWritten'

/** Sets one paragraph. Idempotent; line breaks and tabs become spaces. */
export function typeset(text: string, language: Language, clockTimes: Clocks = 'set'): string {
  let out = text
    .replace(/\s{2,}/g, (run) => (/[^\u00a0]/.test(run) ? ' ' : noBreak))
    .replace(/[\t\n\v\f\r\u2028\u2029]/g, ' ')
  out = setQuotes(out, language)
  out = setDashes(out, language)
  if (language === 'sv' && clockTimes === 'set') out = out.replace(clocks, (time) => time.replace(':', '.'))
  out = out.replace(figures, (figure) => figure.replaceAll(' ', noBreak))
  // Last: a hyphen between spaces is a dash also where they end the paragraph, as it is while somebody types.
  return out.replace(joins[language], noBreak).trim()
}

function setQuotes(text: string, language: Language): string {
  if (!/["'\u2018\u201a\u201b\u201c-\u201f\u2033]/.test(text)) return text
  // Swedish has the same mark on both sides.
  if (language === 'sv')
    return text.replace(/["\u201c\u201e\u201f\u2033]/g, '\u201d').replace(/['\u2018\u201a\u201b]/g, '\u2019')
  return text
    .replace(/["\u201e\u201f\u2033]/g, (_mark, at: number) =>
      opensQuote.test(text.slice(Math.max(0, at - 1), at)) ? '\u201c' : '\u201d',
    )
    .replace(/'/g, (_mark, at: number) => (opensQuote.test(text.slice(Math.max(0, at - 1), at)) ? '\u2018' : '\u2019'))
}

function setDashes(text: string, language: Language): string {
  if (!/[-\u2013\u2014]/.test(text)) return text
  let out = text
  if (language === 'sv' && out.includes('\u2014')) {
    out = out
      .replace(/\s*\u2014\s*/g, ' \u2013 ')
      .replace(/\s{2,}/g, ' ')
      .trim()
  }
  out = out.replace(/(?<=\s)--?(?=\s)/g, '\u2013')
  return setClocks(setIntervals(out))
}

function setIntervals(out: string): string {
  if (!/\d-\d/.test(out)) return out
  const pieces: string[] = []
  let at = 0
  for (const token of intervalTokens(out)) {
    pieces.push(out.slice(at, token.at), '\u2013')
    at = token.at + 1
  }
  return pieces.join('') + out.slice(at)
}

/** After the intervals: the figures on both sides of a clock time's dash are no interval of their own. */
function setClocks(out: string): string {
  if (!/\d\s?[-\u2013]\s?\d/.test(out)) return out
  return out.replace(/(?<=(?<!\d)\d{1,2}[.:]\d\d)\s?[-\u2013]\s?(?=\d{1,2}[.:]\d\d(?!\d))/g, '\u2013')
}
