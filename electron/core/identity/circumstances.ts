/** What texts and meetings say of two people beside their names. */
import type { ReadableDb } from '#db/connection.ts'
import { pairsInOneMeeting, tiesOf } from '#db/queries/identity-names.ts'
import type { Circumstances } from './judge-person.ts'

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

export type CircumstancesOf = (a: string, b: string) => Circumstances & { shared: string[] }

/**
 * Looks up all pairs at once. `isOne` says which entry an organisation is counted as, so that two spellings of
 * one firm do not speak against anybody. `shared` are the ids of organisations and bodies in common.
 */
export function circumstancesOf(
  db: ReadableDb,
  pairs: readonly (readonly [string, string])[],
  isOne: (organisation: string) => string,
): CircumstancesOf {
  const organisations = new Map<string, Set<string>>()
  const bodies = new Map<string, Set<string>>()
  const put = (map: Map<string, Set<string>>, id: string, value: string) => {
    const known = map.get(id)
    if (known === undefined) map.set(id, new Set([value]))
    else known.add(value)
  }
  for (const tie of tiesOf(db, [...new Set(pairs.flat())])) {
    if (tie.organisationId !== null) put(organisations, tie.id, isOne(tie.organisationId))
    if (tie.bodyId !== null) put(bodies, tie.id, tie.bodyId)
  }
  const together = new Set(pairsInOneMeeting(db, pairs).map(([a, b]) => pairKey(a, b)))
  const common = (map: Map<string, Set<string>>, a: string, b: string) =>
    [...(map.get(a) ?? [])].filter((value) => map.get(b)?.has(value) === true)
  return (a, b) => {
    const shared = common(organisations, a, b)
    const groups = common(bodies, a, b)
    const known = organisations.has(a) && organisations.has(b)
    return {
      organisations: shared.length > 0 ? 'shared' : known ? 'other' : 'unknown',
      sharedGroup: groups.length > 0,
      sameMeeting: together.has(pairKey(a, b)),
      shared: [...shared, ...groups],
    }
  }
}
