/** The labelled pairs, weighed as the application weighs them. */
import { readFileSync } from 'node:fs'
import { drawersOf } from '#core/identity/candidates.ts'
import { judgeOrganisations } from '#core/identity/judge-organisation.ts'
import { judgeNames, nothingKnown, type Circumstances } from '#core/identity/judge-person.ts'

export type Label = 'same' | 'different' | 'undecidable'
export type Pair = { family: string; label: Label; a: string; b: string; organisations: [string, string] | null }
export type Half = 'tuned' | 'held-out'

type Family = { name: string; label: Label; why: string; pairs: string[][] }

/** One half of the set, or all of it. */
export function pairs(half?: Half): Pair[] {
  const file = new URL('../../fixtures/names/pairs.json', import.meta.url)
  // The file is ours; a test checks its shape.
  const { families } = JSON.parse(readFileSync(file, 'utf8')) as { families: Family[] }
  return families.flatMap(({ name, label, pairs: list }) =>
    list
      .filter((_, place) => half === undefined || (place % 2 === 0) === (half === 'tuned'))
      .map(([a = '', b = '', one, two]) => ({
        family: name,
        label,
        a,
        b,
        organisations: one === undefined || two === undefined ? null : [one, two],
      })),
  )
}

function circumstancesOf({ organisations }: Pair): Circumstances {
  if (organisations === null) return nothingKnown
  const [one, two] = organisations.map((name) => ({ name, type: null }))
  const shared = one !== undefined && two !== undefined && judgeOrganisations(one, two)?.verdict === 'same'
  return { ...nothingKnown, organisations: shared ? 'shared' : 'other' }
}

/** What the application proposes: names that never meet in its drawers are not even weighed. */
export function proposed(pair: Pair): 'same' | 'undecided' | null {
  const meets = new Set(drawersOf(pair.a))
  if (!drawersOf(pair.b).some((drawer) => meets.has(drawer))) return null
  return judgeNames(pair.a, pair.b, circumstancesOf(pair))?.verdict ?? null
}

/** Of the pairs labelled same, how many are proposed as same; of those proposed, how many are labelled so. */
export function score(list: readonly Pair[]): { recall: number; precision: number; wrong: (Pair & { got: string })[] } {
  const judged = list.map((pair) => ({ ...pair, got: proposed(pair) ?? 'none' }))
  const said = judged.filter(({ got }) => got === 'same')
  const right = said.filter(({ label }) => label === 'same')
  return {
    recall: right.length / judged.filter(({ label }) => label === 'same').length,
    precision: right.length / said.length,
    wrong: judged.filter(({ label, got }) => (label === 'same') !== (got === 'same')),
  }
}
