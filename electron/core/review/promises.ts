/** Loose promises: what is to be done, by nobody and at no time. */
import { dueIn } from '#core/import/due.ts'
import { raise, tells, within, type Passage, type Range, type Raised, type ReviewInput } from './passages.ts'
import { agent, hints, patterns, unsaid } from './promise-words.ts'

/** Longest clause shown as the words of a finding. */
const longestClause = 140

/** Where the clause that a promise opens ends: at a stop, or before a new clause begins. */
function clauseEnd(text: string, from: number, to: number): number {
  const rest = text.slice(from, to)
  const stop = /[,;:.!?](?:\s|$)| – | (?:samt|men|but|och att|and that|som|which|så att|runtom)(?!\p{L})/u.exec(rest)
  const end = from + (stop?.index ?? rest.length)
  if (end - from <= longestClause) return end
  const cut = text.slice(from, from + longestClause)
  return from + cut.lastIndexOf(' ')
}

/** So far to each side a clause is looked at, in UTF-16 units. */
const clauseReach = 400

/** The clause of a sentence around a place of it. */
function clauseAround(text: string, from: number, to: number): string {
  const parts = /[,;:]\s| – |(?<!\p{L})(?:och att|men|som|eftersom|medan|att)(?!\p{L})/gu
  const before = text.slice(Math.max(0, from - clauseReach), from)
  const after = text.slice(to, to + clauseReach)
  const opens = [...before.matchAll(parts)].at(-1)
  const start = opens === undefined ? 0 : opens.index + opens[0].length
  return before.slice(start) + text.slice(from, to) + after.slice(0, parts.exec(after)?.index)
}

/** Words of an action that is there already are promised to somebody or lie in the list of actions. */
function isTaken({ item, paragraph }: Passage, sentence: string): boolean {
  return [...item.actions, ...item.decisions].some(
    ({ paragraphId, text }) => paragraphId === paragraph.id && (sentence.includes(text) || text.includes(sentence)),
  )
}

/** The first loose promise of a sentence. */
function inSentence(passage: Passage, sentence: Range & { text: string }, language: 'sv' | 'en'): Range | null {
  if (sentence.text.endsWith('?') || !hints[language].test(sentence.text)) return null
  const found = patterns[language]
    .filter((pattern) => pattern.sentence?.(sentence.text) !== false)
    .flatMap(({ words, asks, clause }) => [...sentence.text.matchAll(words)].map((match) => ({ match, asks, clause })))
    .toSorted((a, b) => a.match.index - b.match.index)
  for (const { match, asks, clause } of found) {
    const subject = match.groups?.['subject'] ?? ''
    const before = sentence.text.slice(0, match.index)
    const after = sentence.text.slice(match.index + match[0].length)
    // Somebody comes back on a day.
    if (/(?:återkommer|återkopplar)$/iu.test(match[0]) && dueIn(sentence.text) !== null) continue
    const from = sentence.from + match.index
    if (within(passage.quoted, from) || within(passage.foreign, from)) continue
    if ((asks && unsaid[language].test(`${before}${subject}`)) || agent[language].test(after)) continue
    if (clause?.(clauseAround(sentence.text, match.index, match.index + match[0].length)) === false) continue
    const shown = /^att /iu.test(match[0]) ? from + 4 : from
    return { from: shown, to: clauseEnd(passage.text, from + match[0].length, sentence.to) }
  }
  return null
}

export function promises({ view, passages }: ReviewInput): Raised[] {
  const { language } = view.head
  return passages.filter(tells).flatMap((passage) =>
    passage.sentences.flatMap((sentence): Raised[] => {
      const range = isTaken(passage, sentence.text) ? null : inSentence(passage, sentence, language)
      return range === null ? [] : [raise('loose-promise', passage, range, { kind: 'action', text: sentence.text })]
    }),
  )
}
