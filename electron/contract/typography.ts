/** Signs that a document sets and that are set while somebody types: what both rules share. Pure. */

export type Language = 'sv' | 'en'

export const noBreak = '\u00a0'

const months: Readonly<Record<Language, string>> = {
  sv: 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
  en: 'January|February|March|April|May|June|July|August|September|October|November|December',
}

// A day and its month, a clock time, a paragraph sign and its number, a figure and its unit stay on one line.
// Each rule says what stands before and after a space; the space comes first in the pattern, because it is found fast.
const joinAt = (rules: readonly (readonly [before: string, after: string])[]) =>
  rules.map(([before, after]) => ` (?<=${before} )(?=${after})`).join('|')
/** Every space that must not break. */
export const joins: Readonly<Record<Language, RegExp>> = {
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

/** Clock times that say they are: "kl. 13:00", and the end of "kl. 13:00–14:30". Swedish parts hours and minutes by a full stop. */
export const clocks =
  /(?<=(?<!\p{L})kl(?:\.|ockan)?[ \u00a0]?)\d{1,2}:\d\d(?!:?\d)|(?<=(?<!\p{L})kl(?:\.|ockan)?[ \u00a0]?\d{1,2}[.:]\d\d ?[-\u2013] ?)\d{1,2}:\d\d(?!:?\d)/giu

/** Figures of more than three digits, in threes parted by spaces. */
export const figures = /(?<![\d.,]|\d[ \u00a0])\d{1,3}(?: \d{3})+(?!\d)/g

/** What stands before a mark that opens a quotation. */
export const opensQuote = /^$|[\s([{\u2013\u2014/\u2018\u201c-]$/u

/** The signs that stand for an apostrophe within a name. */
const apostrophe = /(?<=\p{L})['’‘ʼ´`](?=\p{L})/gu

/** A name as it is looked for by those who do not know which sign stands in it: "O’Brien" as "OBrien". */
export const withoutApostrophes = (name: string): string => name.replace(apostrophe, '')

/** A name with the straight sign, for comparing: the app sets ’ where ' was typed. */
export const plainApostrophes = (name: string): string => name.replace(apostrophe, "'")
