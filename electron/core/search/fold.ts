/** Words cut as the index cuts them, and letters with their marks forgiven. Pure. */
import { foldKey } from '#core/register/names.ts'

/** A run of letters, digits and marks. */
const wordPattern = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
const wordSign = /[\p{L}\p{N}\p{M}\p{Co}]/u

/** Words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(wordPattern) ?? []
}

/** Words with their places in the text, in UTF-16 units. */
export function* placedWords(text: string): Generator<{ word: string; from: number; to: number }> {
  for (const match of text.matchAll(wordPattern))
    yield { word: match[0].toLowerCase(), from: match.index, to: match.index + match[0].length }
}

/** Whether the sign at a place of a text belongs to a word. */
export function inWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return false
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  // Half of a pair is judged with the other half.
  const point = code >= 0xdc00 && code <= 0xdfff ? text.codePointAt(at - 1) : text.codePointAt(at)
  return wordSign.test(String.fromCodePoint(point ?? code))
}

/** Without marks; words of plain letters are known by a glance. */
export function fold(word: string): string {
  return /^[a-z0-9]*$/u.test(word) ? word : foldKey(word)
}

/**
 * Whether `asked`, found in `word` at `at` with marks forgiven, may be meant: å, ä and ö that somebody
 * typed are just those letters, a letter typed without marks is any. `folded` is the word without marks.
 */
export function allowed(asked: string, word: string, folded: string, at: number): boolean {
  // Letters that fold into two move the places; there, marks are forgiven.
  if (folded.length !== word.length) return true
  for (let index = 0; index < asked.length; index += 1) {
    const letter = asked[index]
    if ((letter === 'å' || letter === 'ä' || letter === 'ö') && word[at + index] !== letter) return false
  }
  return true
}
