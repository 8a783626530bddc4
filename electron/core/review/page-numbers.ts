/** Printed page numbers that slid into a sentence. */
import { findLeak } from '#core/import/page-leaks.ts'
import { raise, within, type Raised, type ReviewInput } from './passages.ts'

/** The words shown: the number with its neighbours. */
const around = /(?:[\p{L}-]+ )?\d{1,3} [\p{L}-]+$/u

export function pageNumbers({ passages }: ReviewInput): Raised[] {
  return passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence): Raised[] => {
      const leak = findLeak(sentence.text)
      if (leak === null || within(passage.quoted, sentence.from + leak.index)) return []
      const next = /^\d{1,3} [\p{L}-]+/u.exec(sentence.text.slice(leak.index))?.[0] ?? ''
      const words = around.exec(sentence.text.slice(0, leak.index + next.length))?.[0] ?? next
      const to = sentence.from + leak.index + next.length
      const range = { from: to - words.length, to }
      return [raise('page-number', passage, range, { kind: 'words', text: words.replace(/(?<=^|\s)\d{1,3} /u, '') })]
    }),
  )
}
