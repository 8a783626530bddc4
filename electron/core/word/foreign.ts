/**
 * Finds titles in another language than the document's, so that a screen reader pronounces them and the
 * spelling checker leaves them alone. Careful on purpose: only quoted titles and titles in capitals,
 * and only when their words say so. Names of people and organisations are never tagged.
 */
import { foreignWords } from './foreign-words.ts'
import type { Language } from './typography.ts'

/** Half-open range of UTF-16 units, with the language tag its run carries. */
export type ForeignSpan = { start: number; end: number; tag: string }

export type ForeignOptions = {
  language: Language
  /** Names that stay untagged even in quotes or capitals. */
  names: ReadonlySet<string>
  /** Titles a person has pointed out; tagged wherever they stand. */
  titles: readonly string[]
}

const other: Readonly<Record<Language, string>> = { sv: 'en-GB', en: 'sv-SE' }
// Swedish has the same mark on both sides: what stands around it tells which one opens.
const quoted =
  /(?<=^|[\s([\u2013/])[\u201d\u201c"\u00ab\u00bb]([^\u201d\u201c"\u00ab\u00bb]{3,300})[\u201d\u201c"\u00ab\u00bb](?=$|[\s)\].,;:!?\u2026\u2013/])/gu
const capitals = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?: (?:\p{Lu}{2,}|&|\d{4}))+(?![\p{L}\p{N}])/gu

/** The spans of one paragraph, in order and without overlap. */
export function foreignSpans(text: string, options: ForeignOptions): ForeignSpan[] {
  const tag = other[options.language]
  const found: ForeignSpan[] = []
  const add = (start: number, words: string) => {
    if (!options.names.has(words)) found.push({ start, end: start + words.length, tag })
  }
  for (const title of options.titles) {
    if (title.trim() === '') continue
    for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + title.length)) add(at, title)
  }
  if (/[\u201d\u201c"\u00ab\u00bb]/.test(text)) {
    for (const match of text.matchAll(quoted)) {
      const inside = match[1] ?? ''
      if (isForeign(inside, options.language)) add(match.index + 1, inside)
    }
  }
  if (options.language === 'sv' && /[A-Z]{2} [A-Z&\d]/.test(text)) {
    for (const match of text.matchAll(capitals)) {
      if (isForeign(match[0], options.language)) add(match.index, match[0])
    }
  }
  const spans: ForeignSpan[] = []
  let end = 0
  for (const span of found.sort((a, b) => a.start - b.start)) {
    if (span.start < end) continue
    spans.push(span)
    end = span.end
  }
  return spans
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? []
}

/** Whether the words speak the other language: none of the document's own small words, and enough of the other's. */
function isForeign(text: string, language: Language): boolean {
  const words = wordsOf(text)
  const count = (set: ReadonlySet<string>) => words.filter((word) => set.has(word)).length
  const swedish = count(foreignWords.swedishSmall)
  const englishSmall = count(foreignWords.englishSmall)
  const english = englishSmall + count(foreignWords.english)
  if (language === 'en') return englishSmall === 0 && (swedish >= 2 || (swedish >= 1 && /[åäö]/i.test(text)))
  if (swedish > 0 || /[åäö]/i.test(text)) return false
  return (englishSmall >= 1 && english >= 2) || (english >= 2 && english * 2 >= words.length)
}
