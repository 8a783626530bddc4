/** Whether each word of a query has a word of a name for itself. Pure. */
import { fold } from './fold.ts'

/**
 * Places of the asked words that one word could answer together: equal ones, and those of which one is in the other.
 * All others have words of their own whenever they are found at all.
 */
export function crowded(asked: readonly string[]): number[] {
  if (asked.length < 2) return []
  const keys = asked.map(fold)
  return keys.flatMap((key, place) =>
    keys.some((other, index) => index !== place && (other.includes(key) || key.includes(other))) ? [place] : [],
  )
}

/** Words of a name and its spellings, each as often as the spelling has it that has it most. */
export function wordsTogether(spellings: readonly (readonly string[])[]): string[] {
  const [only] = spellings
  if (only !== undefined && spellings.length === 1) return [...only]
  const most = new Map<string, number>()
  for (const words of spellings) {
    const own = new Map<string, number>()
    for (const word of words) own.set(word, (own.get(word) ?? 0) + 1)
    for (const [word, times] of own) most.set(word, Math.max(times, most.get(word) ?? 0))
  }
  return [...most].flatMap(([word, times]) => Array.from({ length: times }, () => word))
}

/** Whether so many asked words can be given a word each: a word is handed on as long as its holder finds another. */
export function eachHasOne<Word>(
  asked: number,
  words: readonly Word[],
  fits: (asked: number, word: Word) => boolean,
): boolean {
  if (words.length < asked) return false
  if (asked === 2) return twoHave(words, fits)
  const holders: number[] = words.map(() => -1)
  const give = (one: number, tried: Set<number>): boolean =>
    words.some((word, place) => {
      if (tried.has(place) || !fits(one, word)) return false
      tried.add(place)
      const holder = holders[place] ?? -1
      if (holder >= 0 && !give(holder, tried)) return false
      holders[place] = one
      return true
    })
  for (let one = 0; one < asked; one += 1) if (!give(one, new Set())) return false
  return true
}

/** Two are what is asked nearly always, and of thousands of names at each key. */
function twoHave<Word>(words: readonly Word[], fits: (asked: number, word: Word) => boolean): boolean {
  let [first, second, either] = [0, 0, 0]
  for (const word of words) {
    const [one, other] = [fits(0, word), fits(1, word)]
    if (one) first += 1
    if (other) second += 1
    if (one || other) either += 1
  }
  return first > 0 && second > 0 && either > 1
}
