/** Organisations that names propose as one: two spellings of a firm speak against nobody. */
import type { ReadableDb } from '#db/connection.ts'
import { nothingKnown } from './judge-person.ts'
import { namePairs, weigh } from './name-pairs.ts'

/** Which entry each is counted as, when those that names propose as one are taken together. */
export function unions(pairs: readonly { a: string; b: string }[]): (id: string) => string {
  const above = new Map<string, string>()
  const top = (id: string): string => {
    let now = id
    for (let next = above.get(now); next !== undefined; next = above.get(now)) now = next
    return now
  }
  for (const { a, b } of pairs) if (top(a) !== top(b)) above.set(top(a), top(b))
  return top
}

/** The entry that each organisation is counted as when people are compared. */
export function oneOrganisation(db: ReadableDb): (id: string) => string {
  return unions(
    namePairs(db, 'organisation').filter(
      ({ first, second }) => weigh('organisation', first, second, nothingKnown)?.verdict === 'same',
    ),
  )
}
