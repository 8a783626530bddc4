/** Counting of found, missed and invented things, with a note for each that is wrong. */

export type Tally = {
  hit: number
  missed: number
  extra: number
  /** `- what was not found`, `+ what was invented`, `! what is wrong (right: …)`. */
  notes: string[]
}

export function emptyTally(): Tally {
  return { hit: 0, missed: 0, extra: 0, notes: [] }
}

/** How a value compares: what is rightly left open counts nowhere, so that figures speak of what is there. */
export type Verdict = { right: boolean; expectedNothing: boolean; foundNothing: boolean }

/** Counts one value: a wrong one is missed, invented, or both. */
export function judge(tally: Tally, verdict: Verdict, note: string): void {
  if (verdict.right) {
    if (!verdict.foundNothing) tally.hit += 1
    return
  }
  if (!verdict.expectedNothing) tally.missed += 1
  if (!verdict.foundNothing) tally.extra += 1
  tally.notes.push(`! ${note}`)
}

export function addTally(into: Tally, from: Tally, prefix: string): void {
  into.hit += from.hit
  into.missed += from.missed
  into.extra += from.extra
  into.notes.push(...from.notes.map((note) => `${prefix}${note}`))
}

/** 0..1; 1 when nothing was to be found and nothing was. */
export function precision(tally: Tally): number {
  return tally.hit + tally.extra === 0 ? 1 : tally.hit / (tally.hit + tally.extra)
}

/** 0..1; 1 when nothing was to be found. */
export function recall(tally: Tally): number {
  return tally.hit + tally.missed === 0 ? 1 : tally.hit / (tally.hit + tally.missed)
}

/** Harmonic mean of precision and recall, 0..1. */
export function f1(tally: Tally): number {
  const found = 2 * tally.hit + tally.missed + tally.extra
  return found === 0 ? 1 : (2 * tally.hit) / found
}

/**
 * Pairs expected with found things, each used once; the first test that a pair passes decides, so
 * give the strictest first. Unpaired optional ones are no misses.
 */
export function pairUp<E, A>(
  expected: readonly E[],
  found: readonly A[],
  tests: readonly ((expected: E, found: A) => boolean)[],
): { pairs: [E, A][]; missed: E[]; extra: A[] } {
  const leftExpected = new Set(expected)
  const leftFound = new Set(found)
  const pairs: [E, A][] = []
  for (const test of tests) {
    for (const one of leftExpected) {
      for (const other of leftFound) {
        if (!test(one, other)) continue
        pairs.push([one, other])
        leftExpected.delete(one)
        leftFound.delete(other)
        break
      }
    }
  }
  return { pairs, missed: [...leftExpected], extra: [...leftFound] }
}
