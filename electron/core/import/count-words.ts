/** Small numbers written as words, in Swedish and English. */

const values: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  one: 1,
  två: 2,
  two: 2,
  tre: 3,
  three: 3,
  fyra: 4,
  four: 4,
  fem: 5,
  five: 5,
  sex: 6,
  six: 6,
  sju: 7,
  seven: 7,
  åtta: 8,
  eight: 8,
  nio: 9,
  nine: 9,
  tio: 10,
  ten: 10,
  elva: 11,
  eleven: 11,
  tolv: 12,
  twelve: 12,
  tretton: 13,
  thirteen: 13,
  fjorton: 14,
  fourteen: 14,
  femton: 15,
  fifteen: 15,
}

/** Alternatives for a pattern: any of them. */
export const countWord = Object.keys(values).join('|')
/** Those that count more than one, which no article looks like. */
export const severalWord = Object.keys(values)
  .filter((word) => values[word] !== 1)
  .join('|')

/** The number that a word or figures say; an article is one. `NaN` for anything else. */
export function countOf(text: string): number {
  const word = text.toLocaleLowerCase('sv')
  return word === 'a' || word === 'an' ? 1 : (values[word] ?? (text === '' ? Number.NaN : Number(text)))
}
