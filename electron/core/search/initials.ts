/** People by the first letters of their names. */
import { fold, wordsOf } from './fold.ts'
import type { Entry } from './gathered.ts'
import { spellingsOf } from './spellings.ts'

/** First letters of all words of a name, and of its first and last, without marks. */
export function initialsOf(entry: Entry): Set<string> {
  const keys = new Set<string>()
  if (entry.kind !== 'person') return keys
  for (const name of spellingsOf(entry)) {
    const letters = wordsOf(name).map((word) => fold(word)[0] ?? '')
    if (letters.length < 2) continue
    keys.add(letters.join(''))
    keys.add(`${letters[0] ?? ''}${letters.at(-1) ?? ''}`)
  }
  return keys
}

/** Places of people among `entries` by each of their initials. */
export function placesByInitials(entries: readonly Entry[]): Map<string, number[]> {
  const byInitials = new Map<string, number[]>()
  for (const [place, entry] of entries.entries())
    for (const key of initialsOf(entry)) {
      const places = byInitials.get(key)
      if (places === undefined) byInitials.set(key, [place])
      else places.push(place)
    }
  return byInitials
}
