/** How many keys a text took, told in every way it can be counted. */
import { stdout } from 'node:process'
import type { MeetingView } from '#contract/meetings.ts'
import type { Keys } from './counted-keys.ts'

type Told = {
  keys: Keys
  meeting: MeetingView
  phrases: readonly { name: string; text: string }[]
  /** Names of the phrases that were used, as often as they were. */
  taken: readonly string[]
  /** The first part whose keys count. */
  from: string
}

/**
 * Prints the keys of each part and the characters of the items' text as approved. Headings, lists of people and of
 * actions are no items' text and count nowhere; what the office's phrases gave counts, and is told apart.
 *
 * Gives the strictest figure: every key that went down from the part `from` on, Shift and Ctrl too, for each character
 * that remains without the sentences of presence, which the app writes by itself.
 */
export function reportKeys({ keys, meeting, phrases, taken, from }: Told): number {
  const say = (words: string) => stdout.write(`${words}\n`)
  const paragraphs = meeting.items.flatMap((item) => item.paragraphs)
  const told = new Set(
    meeting.attendance.flatMap(({ intervals }) =>
      intervals.flatMap(({ fromParagraphId, toParagraphId }) => [fromParagraphId, toParagraphId]),
    ),
  )
  const signs = (texts: readonly string[]) => texts.reduce((sum, text) => sum + [...text].length, 0)
  const all = signs(paragraphs.map(({ text }) => text))
  const ofPresence = signs(paragraphs.filter(({ id }) => told.has(id)).map(({ text }) => text))
  const ofPhrases = signs(
    taken.map((name) => phrases.find((one) => one.name === name)?.text.replaceAll(/\{[^}]*\}/g, '') ?? ''),
  )
  const parts = keys.parts()
  for (const { part, presses, downs } of parts) say(`${part}: ${downs} keys, ${presses} with a chord as one`)
  say(`characters: ${all}, of them ${ofPresence} in sentences of presence, ${ofPhrases} in phrases of the office`)
  const since = (first: string) => {
    const counted = parts.slice(parts.findIndex(({ part }) => part === first))
    const downs = counted.reduce((sum, one) => sum + one.downs, 0)
    const presses = counted.reduce((sum, one) => sum + one.presses, 0)
    const per = (count: number) =>
      `${(count / (all - ofPresence)).toFixed(3)} a character without sentences of presence, ${(count / all).toFixed(3)} with`
    say(`from ${first}: ${downs} keys, ${per(downs)}`)
    say(`from ${first}: ${presses} with a chord as one, ${per(presses)}`)
    return downs / (all - ofPresence)
  }
  for (const { part } of parts.slice(parts.findIndex(({ part }) => part === from)).slice(1, 3)) since(part)
  return since(from)
}
