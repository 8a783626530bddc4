/** What a merge remembers beside the references it moved, as JSON in its answer. */
import type { DecisionRow, Position, Row } from '#db/queries/identity.ts'

export type Snapshot = {
  /** The whole row of the one that went. */
  row: Row
  position: Position | null
  /** Ids of the rows that pointed to the one that stayed, by "table.column": what came later is told by it. */
  before: Readonly<Record<string, readonly string[]>>
  /** The shown name of the one that stayed, before and after, with its keys; null when it stayed as it was. */
  shown: { before: Row; after: Row } | null
  /** What the one that stayed took over because it had none, with what it had. */
  taken: Readonly<Record<string, { before: string | number | null; after: string | number | null }>>
  /** The place on the map went over too. */
  placed: boolean
  /** Rows of names that the merge itself made. */
  added: readonly string[]
}

/** The snapshot of a merge, and the name in it. Null when it was forgotten. */
export function readSnapshot(decision: Pick<DecisionRow, 'snapshot'>): (Snapshot & { name: string }) | null {
  if (decision.snapshot === null) return null
  // Only merges of this program write it, in this shape.
  const snapshot = JSON.parse(decision.snapshot) as Snapshot
  return { ...snapshot, name: String(snapshot.row['name'] ?? '') }
}

export function writeSnapshot({ row, position, before, shown, taken, placed, added }: Snapshot): string {
  return JSON.stringify({ row, position, before, shown, taken, placed, added })
}
