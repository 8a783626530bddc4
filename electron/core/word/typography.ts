/**
 * Typography of a document, set in the file only: quotes, dashes, intervals and no-break spaces. The stored
 * text stays as the source has it. Words never change: only quotation marks, hyphens, dashes and
 * white space do. Rules: the Swedish state's writing rules (Myndigheternas skrivregler).
 */
import { intervalTokens } from './intervals.ts'

export type Language = 'sv' | 'en'

const months: Readonly<Record<Language, string>> = {
  sv: 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
  en: 'January|February|March|April|May|June|July|August|September|October|November|December',
}

// A day and its month, a clock time, a paragraph sign and its number, a figure and its unit stay on one line.
// Each rule says what stands before and after a space; the space comes first in the pattern, because it is found fast.
const joinAt = (rules: readonly (readonly [before: string, after: string])[]) =>
  rules.map(([before, after]) => ` (?<=${before} )(?=${after})`).join('|')
const joins: Readonly<Record<Language, RegExp>> = {
  sv: new RegExp(
    joinAt([
      ['(?<!\\d)\\d{1,2}', `(?:${months.sv})(?!\\p{L})`],
      ['(?<!\\p{L})[Kk]l(?:ockan|\\.)?', '\\d'],
      ['§', '\\d'],
      ['\\d', '§'],
      ['\\d', '%|(?:kr|tkr|mkr|mnkr|mdkr|km|kg|SEK|EUR)(?!\\p{L})'],
      ['(?<!\\p{L})\\p{Ll}{1,2}\\.', '\\p{Ll}{1,2}\\.'],
    ]),
    'gu',
  ),
  en: new RegExp(
    joinAt([
      ['(?<!\\d)\\d{1,2}', `(?:${months.en})(?!\\p{L})`],
      ['§', '\\d'],
      ['\\d', '%|(?:a\\.m\\.|p\\.m\\.|am|pm|km|kg|SEK|EUR|GBP)(?!\\p{L})'],
      ['(?<!\\p{L})(?:SEK|EUR|GBP)', '\\d'],
    ]),
    'gu',
  ),
}

const noBreak = '\u00a0'

/** Sets one paragraph. Idempotent; line breaks and tabs become spaces. */
export function typeset(text: string, language: Language): string {
  let out = text
    .replace(/\s{2,}/g, (run) => (/[^\u00a0]/.test(run) ? ' ' : noBreak))
    .replace(/[\t\n\v\f\r\u2028\u2029]/g, ' ')
  out = out.trim()
  out = setQuotes(out, language)
  out = setDashes(out, language)
  out = out.replace(/(?<![\d.,]|\d[ \u00a0])\d{1,3}(?: \d{3})+(?!\d)/g, (figure) => figure.replaceAll(' ', noBreak))
  return out.replace(joins[language], noBreak)
}

function setQuotes(text: string, language: Language): string {
  if (!/["'\u2018\u201a\u201b\u201c-\u201f\u2033]/.test(text)) return text
  // Swedish has the same mark on both sides.
  if (language === 'sv')
    return text.replace(/["\u201c\u201e\u201f\u2033]/g, '\u201d').replace(/['\u2018\u201a\u201b]/g, '\u2019')
  const opens = /^$|[\s([{\u2013\u2014/\u2018\u201c-]$/u
  return text
    .replace(/["\u201e\u201f\u2033]/g, (_mark, at: number) =>
      opens.test(text.slice(Math.max(0, at - 1), at)) ? '\u201c' : '\u201d',
    )
    .replace(/'/g, (_mark, at: number) => (opens.test(text.slice(Math.max(0, at - 1), at)) ? '\u2018' : '\u2019'))
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
  if (/\d\s?[-\u2013]\s?\d/.test(out)) {
    out = out.replace(/(?<=(?<!\d)\d{1,2}[.:]\d\d)\s?[-\u2013]\s?(?=\d{1,2}[.:]\d\d(?!\d))/g, '\u2013')
  }
  if (!/\d-\d/.test(out)) return out
  const pieces: string[] = []
  let at = 0
  for (const token of intervalTokens(out)) {
    pieces.push(out.slice(at, token.at), '\u2013')
    at = token.at + 1
  }
  return pieces.join('') + out.slice(at)
}
