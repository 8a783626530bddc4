/** Quotation marks: Swedish has ” on both sides, English “ and ”; straight marks and foreign ones among them are pointed out. */
import { raise, type Passage, type Raised, type ReviewInput } from './passages.ts'

const marks = /["\u201c\u201d\u201e\u201f]/u
const pair =
  /["\u201c\u201d\u201e\u201f](?=[^\s"\u201c\u201d\u201e\u201f])(?<inside>[^"\u201c\u201d\u201e\u201f]{1,500}?)(?<=\S)["\u201c\u201d\u201e\u201f]/gu

type Language = 'sv' | 'en'
const sides = { sv: ['\u201d', '\u201d'], en: ['\u201c', '\u201d'] } as const

/** Quotations whose marks are others than the language's; the words between them stay. */
function wrongIn(text: string, language: Language): { from: number; to: number; right: string }[] {
  const [open, close] = sides[language]
  return [...text.matchAll(pair)].flatMap((match) => {
    const right = open + (match.groups?.['inside'] ?? '') + close
    return right === match[0] ? [] : [{ from: match.index, to: match.index + match[0].length, right }]
  })
}

/** One finding a paragraph, from the first quotation to mend to the last. */
function inPassage(passage: Passage, language: Language): Raised[] {
  const wrong = wrongIn(passage.text, language)
  const [first, last] = [wrong[0], wrong.at(-1)]
  if (first === undefined || last === undefined) return []
  let text = passage.text.slice(first.from, last.to)
  for (const { from, to, right } of wrong.toReversed())
    text = text.slice(0, from - first.from) + right + text.slice(to - first.from)
  return [raise('quotes', passage, { from: first.from, to: last.to }, { kind: 'words', text })]
}

export function quotation({ view, passages }: ReviewInput): Raised[] {
  const { language } = view.head
  return passages
    .filter(({ text, paragraph }) => paragraph.kind !== 'quotation' && marks.test(text))
    .flatMap((passage) => inPassage(passage, language))
}
