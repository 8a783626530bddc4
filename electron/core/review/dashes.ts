/** Hyphens that do a dash's work: between words with space around them, and between figures where they mean "to". */
import { intervalTokens } from '#contract/intervals.ts'
import { raise, within, type Passage, type Raised, type ReviewInput } from './passages.ts'

const spaced = /(?<![^\s([])[^\s]+ (?:--?) [^\s]+/gu

function dashesIn(passage: Passage): Raised[] {
  return [...passage.text.matchAll(spaced)].flatMap((match): Raised[] => {
    const [before = '', , after = ''] = match[0].split(' ')
    // Tables and forms draw with hyphens; telephone numbers are grouped by them.
    if (/^[-–—_|•*]+$/u.test(before) || /^[-–—_|]/u.test(after) || (/^0\d*$/u.test(before) && /^\d/u.test(after)))
      return []
    const figures = /^[\d.,:]+$/u.test(before) && /^\d[\d.,:]*$/u.test(after)
    const code = figures ? 'interval' : 'dash'
    const text = figures ? `${before}\u2013${after}` : `${before} \u2013 ${after}`
    return [raise(code, passage, { from: match.index, to: match.index + match[0].length }, { kind: 'words', text })]
  })
}

function intervalsIn(passage: Passage): Raised[] {
  return intervalTokens(passage.text).map(({ at, quote }) => {
    const from = passage.text.lastIndexOf(quote, at)
    const words = quote.replace(/[.:!?\u2026]+$/u, '')
    const text = `${words.slice(0, at - from)}\u2013${words.slice(at - from + 1)}`
    return raise('interval', passage, { from, to: from + words.length }, { kind: 'words', text })
  })
}

export function dashes({ passages }: ReviewInput): Raised[] {
  return passages
    .filter(({ text, paragraph: { kind } }) => kind !== 'table' && kind !== 'quotation' && text.includes('-'))
    .flatMap((passage) => [...dashesIn(passage), ...intervalsIn(passage)])
    .filter(({ passage, from }) => passage !== null && !within(passage.foreign, from))
}
