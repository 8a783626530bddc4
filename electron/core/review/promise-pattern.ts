/** What a promise is written with: words, and what around them makes them something else. */

export const start = '(?<![\\p{L}\\p{N}-])'
export const end = '(?![\\p{L}\\p{N}])'

export type Pattern = {
  words: RegExp
  /** After a question word or "om", "för att", "som" it says how or whether, and promises nothing. */
  asks: boolean
  /** What the clause around the words has to be like. */
  clause?: (words: string) => boolean
  /** What the whole sentence has to be like. */
  sentence?: (words: string) => boolean
}

export const asks = (words: RegExp): Pattern => ({ words, asks: true })
export const says = (words: RegExp): Pattern => ({ words, asks: false })
