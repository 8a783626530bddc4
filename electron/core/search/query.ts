/** What somebody typed, as words to find and to leave out. Pure; nothing that can be typed is an error. */
import { untagged } from '#db/search/tags.ts'
import { inWord, wordsOf } from './fold.ts'

/** One word, or several that must follow each other. */
export type Chunk = {
  words: readonly string[]
  /** What begins with the last word is meant too. */
  open: boolean
  /** A letter by itself that may be the beginning of a word still typed. */
  begun?: true
}

export type Query = { all: readonly Chunk[]; none: readonly Chunk[] }

/** More words say nothing more; each costs. */
const mostChunks = 24
const quotes = /["“”„«»]/u

/** Pieces between spaces, quoted pieces whole; `closed` where a quote ended it. */
function* pieces(typed: string): Generator<{ text: string; minus: boolean; quoted: boolean; end: boolean }> {
  let at = 0
  while (at < typed.length) {
    while (at < typed.length && /\s/u.test(typed[at] ?? '')) at += 1
    const minus = typed[at] === '-' && (inWord(typed, at + 1) || quotes.test(typed[at + 1] ?? ''))
    if (minus) at += 1
    const quoted = quotes.test(typed[at] ?? '')
    const from = quoted ? at + 1 : at
    let to = from
    while (to < typed.length && !(quoted ? quotes : /[\s"“”„«»]/u).test(typed[to] ?? '')) to += 1
    if (to > from) yield { text: typed.slice(from, to), minus, quoted, end: to >= typed.length }
    at = quoted ? to + 1 : Math.max(to, at)
    if (!quoted && to === from && at < typed.length && !quotes.test(typed[at] ?? '')) at += 1
  }
}

/** @param typing the last word may still grow, as long as no space or quote follows it */
export function parseQuery(typed: string, typing: boolean): Query {
  const all: Chunk[] = []
  const none: Chunk[] = []
  for (const { text, minus, end } of pieces(untagged(typed.normalize('NFC')))) {
    const words = wordsOf(text)
    if (words.length === 0 || all.length + none.length >= mostChunks) continue
    const last = words.at(-1) ?? ''
    const growing = typing && !minus && end
    // A single letter begins a tenth of all words: it is one by itself.
    const letter = [...last].length === 1
    ;(minus ? none : all).push({
      words,
      open: growing && !letter,
      ...(growing && letter && words.length === 1 ? { begun: true } : {}),
    })
  }
  return { all, none }
}
