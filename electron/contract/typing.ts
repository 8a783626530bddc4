/**
 * Typography while somebody types: what a letter just typed settles, one sign for one sign, so that nothing moves. What
 * was left as it is when it could have been set, or was put back, stays. Pure.
 */
import { intervalTokens } from '#contract/intervals.ts'
import { clocks, figures, joins, noBreak, opensQuote, type Language } from '#contract/typography.ts'

/** One sign that becomes another; `at` counts in UTF-16 units of the words and the letter behind them. */
export type Correction = { at: number; put: string }
/** Half-open. */
export type Stretch = { from: number; to: number }

/** Longer than anything that one sign settles. */
const reach = 200

/** Addresses and other things that a machine reads. */
const verbatim = /\S*(?::\/\/|www\.|@|[_\\=])\S*/giu

/** Every sign of words that are complete that stands as another in print. */
function settled(words: string, language: Language): Map<number, string> {
  const text = words.replaceAll(noBreak, ' ')
  const found = new Map<number, string>()
  for (const { index } of text.matchAll(/(?<=\s)-(?=\s)/g)) found.set(index, '–')
  for (const { at } of intervalTokens(text)) found.set(at, '–')
  for (const { index, 0: figure } of text.matchAll(figures))
    for (const space of figure.matchAll(/ /g)) found.set(index + space.index, noBreak)
  for (const { index } of text.matchAll(joins[language])) found.set(index, noBreak)
  if (language === 'sv')
    for (const { index, 0: time } of text.matchAll(clocks)) found.set(index + time.indexOf(':'), '.')
  for (const { index, 0: word } of text.matchAll(verbatim))
    for (let at = index; at < index + word.length; at += 1) found.delete(at)
  return found
}

function quote(before: string, typed: string, language: Language): string | null {
  const word = /\S*$/u.exec(before)?.[0] ?? ''
  if (new RegExp(verbatim.source, 'iu').test(word)) return null
  if (language === 'sv') return typed === '"' ? '”' : '’'
  const opens = opensQuote.test(before.slice(-1))
  return typed === '"' ? (opens ? '“' : '”') : opens ? '‘' : '’'
}

/**
 * What is to be set once `typed` stands behind `before`. An empty `typed` is the end of the paragraph.
 * @param keep stretches that stay as they are: words of another language
 */
export function corrections(
  before: string,
  typed: string,
  language: Language,
  keep: readonly Stretch[] = [],
): Correction[] {
  const kept = (at: number) => keep.some(({ from, to }) => from <= at && at < to)
  if (typed === '"' || typed === "'") {
    const put = kept(before.length - 1) ? null : quote(before, typed, language)
    return put === null ? [] : [{ at: before.length, put }]
  }
  if (typed !== '' && !/^\s$/u.test(typed)) return []
  // Only what stands near is looked at; a word is never cut.
  const cut = before.length > reach ? before.indexOf(' ', before.length - reach) + 1 : 0
  const near = before.slice(cut)
  const last = Math.max(near.lastIndexOf(' '), near.lastIndexOf(noBreak))
  const known = settled(near.slice(0, last + 1), language)
  const text = near + (typed === '' ? ' ' : typed)
  // A hyphen that ends the paragraph has nothing to part.
  const hanging = typed === '' && near.endsWith('-') ? near.length - 1 : -1
  return [...settled(text, language)]
    .filter(([at]) => at !== hanging)
    .filter(([at, put]) => at < near.length + typed.length && text[at] !== put && !known.has(at) && !kept(cut + at))
    .map(([at, put]) => ({ at: cut + at, put }))
    .toSorted((a, b) => a.at - b.at)
}
