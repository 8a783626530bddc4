/** How a row is measured: both sides in one run, by turns, judged by their ratio alone. */

export type Row = {
  name: string
  /** Median of our side, milliseconds (or the unit the name says). */
  ours: number
  /** Median of the limit or peer in the same run; a fixed budget where an issue names one. */
  reference: number
  ratio: number
  /** The ratio may not be above this. */
  target: number
  holds: boolean
}

/** One comparison. `what` and `against` say in words what the two sides are. */
export type Bench = {
  name: string
  what: string
  against: string
  target: number
  /** Checks that both sides do the same job, then measures. */
  run(): Promise<{ ours: number; reference: number; ratio?: number }>
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Milliseconds a piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/**
 * Runs both sides by turns, changing who goes first, after unmeasured rounds that warm both.
 * @returns the medians, and the median of the ratios of two rounds each, one a way: a slow moment of the machine hits both
 *   sides, and a short side is quicker where it follows itself, so that the rounds of either way would have ratios of their own
 */
export async function byTurns(
  ours: () => unknown,
  reference: () => unknown,
  { rounds, warm = 3 }: { rounds: number; warm?: number },
): Promise<{ ours: number; reference: number; ratio: number }> {
  const mine: number[] = []
  const theirs: number[] = []
  for (let round = -warm; round < rounds; round += 1) {
    const first = round % 2 === 0
    const a = first ? await timed(ours) : undefined
    const b = await timed(reference)
    const c = a ?? (await timed(ours))
    if (round < 0) continue
    mine.push(c)
    theirs.push(b)
  }
  const two = (values: readonly number[], at: number) => (values[at] ?? Number.NaN) + (values[at + 1] ?? Number.NaN)
  const pairs = Array.from(
    { length: Math.floor(rounds / 2) },
    (_, index) => two(mine, 2 * index) / two(theirs, 2 * index),
  )
  return { ours: median(mine), reference: median(theirs), ratio: median(pairs) }
}

/** Stops a row whose two sides do not give the same result: a wrong answer has no speed. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (a !== b) throw new Error(`${what} differs: ${a.slice(0, 200)} against ${b.slice(0, 200)}`)
}
