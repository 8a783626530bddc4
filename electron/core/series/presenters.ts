/** Who a presenter's name stands for. */
import type { ReadableDb } from '#db/connection.ts'
import { knownPeople } from '#core/register/known.ts'
import { matchNames } from '#core/register/matching.ts'

/**
 * Finds the person a presenter's name stands for: exact and unambiguous, those listed first, or nobody. The register is
 * read once, for the first name that is not listed.
 */
export function presenterFinder(
  db: ReadableDb,
  listed: readonly { personId: string; name: string }[],
): (name: string | null) => string | null {
  let known: ReturnType<typeof knownPeople> | null = null
  return (name) => {
    if (name === null || name === '') return null
    const here = [...new Set(listed.filter((one) => one.name === name).map(({ personId }) => personId))]
    if (here.length > 0) return here.length === 1 ? (here[0] ?? null) : null
    known ??= knownPeople(db)
    const [match] = matchNames([{ name, organisation: null }], known)
    return match?.verdict === 'exact' ? (match.candidates[0]?.id ?? null) : null
  }
}
