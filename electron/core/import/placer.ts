/** Every line's place, each exactly once. */
import type { LinePart, Placement } from '#contract/proposal.ts'
import type { SourceLine } from './lines.ts'

export class Placer {
  readonly #places = new Map<number, Placement>()

  put(line: number, part: LinePart, index: Partial<Placement> = {}): void {
    this.#places.set(line, { line, part, item: null, block: null, participant: null, ...index })
  }

  remove(line: number): void {
    this.#places.delete(line)
  }

  has(line: number): boolean {
    return this.#places.has(line)
  }

  all(lines: readonly SourceLine[]): Placement[] {
    return lines.map((line) => {
      const part: LinePart = line.blank ? 'blank' : 'unplaced'
      return this.#places.get(line.n) ?? { line: line.n, part, item: null, block: null, participant: null }
    })
  }
}
