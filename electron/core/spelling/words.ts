/** Which words of a text a spelling is asked of. Pure. */

export type Language = 'sv' | 'en'
export type Stretch = { from: number; to: number }
/** `word`: as the dictionary is asked for it. */
export type Asked = Stretch & { word: string; language: Language }

const token = /\S+/gu
const word = /\p{L}[\p{L}\p{M}]*(?:[’'\u00ad-]\p{L}[\p{L}\p{M}]*)*(?::\p{Ll}+)?/gu
/** Addresses, and what has digits or signs inside as registry numbers and file names do. */
const machine = /:\/\/|www\.|@|[_\\=/]|\p{L}\d|\d\p{L}|\p{L}\.\p{L}{2,}/iu

const other: Readonly<Record<Language, Language>> = { sv: 'en', en: 'sv' }

/** Every word, with the language it is read in. Single letters, shouted short forms and what machines read are passed over. */
export function askedWords(text: string, language: Language, foreign: readonly Stretch[]): Asked[] {
  const found: Asked[] = []
  for (const { 0: whole, index } of text.matchAll(token)) {
    if (machine.test(whole)) continue
    for (const match of whole.matchAll(word)) {
      const from = index + match.index
      const raw = match[0]
      // "EU:s", "VD:n": what stands before the colon.
      const bare = raw
        .replace(/:\p{Ll}+$/u, '')
        .replaceAll('’', "'")
        .replaceAll('\u00ad', '')
      if (bare.length < 2 || (bare === bare.toUpperCase() && bare !== bare.toLowerCase())) continue
      const isForeign = foreign.some((one) => one.from <= from && from < one.to)
      found.push({ from, to: from + raw.length, word: bare, language: isForeign ? other[language] : language })
    }
  }
  return found
}

/** Forms under which a list of own words or names may have a word. */
export function formsOf(word: string): string[] {
  const small = word.toLowerCase()
  return small.length > 2 && /'?s$/u.test(small) ? [small, small.replace(/'?s$/u, '')] : [small]
}

/** A word of several, tied by hyphens: its parts, but those of a letter. */
export const partsOf = (word: string) => (word.includes('-') ? word.split('-').filter((part) => part.length > 1) : [])
