/** Counts what a document holds beside its running text, so that nothing is lost unsaid. */
import type { DocumentNote, NoteCode } from '#contract/sources.ts'

const mostQuotes = 5
const longestQuote = 160

export type NoteBook = {
  /** @param words what it says, if it says anything @param kept whether the words stand in the text */
  add(code: NoteCode, words?: string, kept?: boolean): void
  list(): DocumentNote[]
}

function shortened(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').trim().toWellFormed()
  return plain.length <= longestQuote ? plain : `${plain.slice(0, longestQuote - 1).toWellFormed()}…`
}

export function noteBook(): NoteBook {
  const notes = new Map<string, DocumentNote>()
  return {
    add(code, words = '', kept = false) {
      const key = `${code} ${kept}`
      let note = notes.get(key)
      if (note === undefined) notes.set(key, (note = { code, count: 0, kept, quotes: [] }))
      note.count += 1
      const quote = shortened(words)
      if (quote !== '' && note.quotes.length < mostQuotes && !note.quotes.includes(quote)) note.quotes.push(quote)
    },
    list: () => [...notes.values()],
  }
}
