/** Small helpers over Swedish and English words. `\b` does not know å, ä, ö, so borders are spelled out. */

/** Start and end of a word for patterns under the `u` flag. */
export const wordStart = '(?<![\\p{L}\\p{N}])'
export const wordEnd = '(?![\\p{L}\\p{N}])'

/** A pattern for any of the words as whole words, case-insensitive. */
export function anyWord(words: readonly string[], flags = 'iu'): RegExp {
  return new RegExp(`${wordStart}(?:${words.join('|')})${wordEnd}`, flags)
}

export function startsUpper(text: string): boolean {
  return /^["“”»'(]?\p{Lu}/u.test(text)
}

export function startsLower(text: string): boolean {
  return /^\p{Ll}/u.test(text)
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’:-]*/gu) ?? []
}

/** A closing point that only shortens a word: "at 9.30 a.m.", "kl. 9 m.m.". */
export function endsShortened(text: string): boolean {
  return /(?<!\p{L})(?:[ap]\.m|m\.m|m\.fl|etc|tim|st|Ltd|Inc|Co)\.$/iu.test(text)
}

export function endsSentence(text: string): boolean {
  return /[.!?…][”"’')»\]]*$/u.test(text)
}

/** First letter as a capital, the rest as written. */
export function capitalise(text: string): string {
  const first = text.slice(0, 1)
  return first.toLocaleUpperCase('sv') + text.slice(1)
}

/** Letters only, lower case: for comparing headings and names. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
