/** Where the found words stand in a text, and the part of the text that shows them. Pure. */
import type { TextRange } from '#contract/search.ts'
import { inWord, placedWords } from './fold.ts'
import type { Chunk } from './query.ts'

/** More marks in one text help nobody. */
const mostMarks = 60
/** So many words are looked for one by one; more are known as the text is cut. */
const fewWords = 12

/** What a hit's words are known by: the query's own, and those that stand for them. */
export type Wanted = { chunks: readonly Chunk[]; words: ReadonlySet<string> }

function merged(ranges: TextRange[]): TextRange[] {
  const out: TextRange[] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out.slice(0, mostMarks)
}

/** Places of one word as a whole word, or as a word's beginning. */
function markWord(lower: string, word: string, open: boolean, out: TextRange[]): void {
  for (let at = lower.indexOf(word); at >= 0 && out.length < mostMarks; at = lower.indexOf(word, at + word.length)) {
    const end = at + word.length
    if (!inWord(lower, at - 1) && (open || !inWord(lower, end))) out.push([at, end])
  }
}

/** Places of words that follow each other. */
function markPhrase(text: string, { words, open }: Chunk, out: TextRange[]): void {
  const placed = [...placedWords(text)]
  placed.forEach((_, start) => {
    const fits = words.every((word, index) => {
      const found = placed[start + index]?.word
      return found !== undefined && (index === words.length - 1 && open ? found.startsWith(word) : found === word)
    })
    const [first, last] = [placed[start], placed[start + words.length - 1]]
    if (!fits || first === undefined || last === undefined) return
    const spare = last.word.length - (open ? (words.at(-1)?.length ?? 0) : last.word.length)
    out.push([first.from, last.to - spare])
  })
}

/** Places of the words anywhere in a name, for those that were found inside its words. */
export function partsIn(name: string, words: readonly string[]): TextRange[] {
  const lower = name.toLowerCase()
  if (lower.length !== name.length) return []
  return merged(
    words.flatMap((word): TextRange[] => {
      const at = lower.indexOf(word)
      return at < 0 ? [] : [[at, at + word.length]]
    }),
  )
}

/** Marks of a text, in UTF-16 units, sorted and apart. */
export function marksIn(text: string, { chunks, words }: Wanted): TextRange[] {
  const out: TextRange[] = []
  const lower = text.toLowerCase()
  // Lower case moves the places in a few writings only; there, words are gone through one by one.
  const steady = lower.length === text.length
  for (const chunk of chunks) {
    const [word] = chunk.words
    if (chunk.words.length === 1 && word !== undefined && steady) markWord(lower, word, chunk.open, out)
    else markPhrase(text, chunk, out)
  }
  if (steady && words.size <= fewWords) for (const word of words) markWord(lower, word, false, out)
  else for (const { word, from, to } of placedWords(text)) if (words.has(word)) out.push([from, to])
  return merged(out)
}

/** Signs before the first mark: a row of the palette shows some fifty in all. */
const before = 26
const longest = 220

/** A place where the text may be cut: behind a space near `at`, never inside a pair of surrogates. */
function cut(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  if (space >= 0 && space - at < 16) return space + 1
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}

/** The part of a text around its first mark, with the marks as they stand in it. */
export function snippetOf(text: string, marks: readonly TextRange[]): { snippet: string; ranges: TextRange[] } {
  const first = marks[0]?.[0] ?? 0
  const from = first <= before + 4 ? 0 : cut(text, first - before)
  const to = text.length <= from + longest ? text.length : Math.min(text.length, cut(text, from + longest))
  const head = from > 0 ? '…' : ''
  const shift = head.length - from
  return {
    snippet: `${head}${text.slice(from, to).replace(/[\n\t]/gu, ' ')}${to < text.length ? '…' : ''}`,
    ranges: marks
      .filter(([start]) => start >= from && start < to)
      .map(([start, end]) => [start + shift, Math.min(end, to) + shift]),
  }
}
