/** What is about to be changed is kept as it was known, for whoever asks what was known then. */
import { keepSaid, type Said } from '#db/queries/fallen.ts'
import type { WriteContext } from '#core/context.ts'

/** Keeps what a row says until this moment; call it before the row is changed. `told` as keepSaid has it. */
export function keepBefore(
  { db, ports }: WriteContext,
  table: Said,
  id: string,
  told?: Readonly<Record<string, string | null>>,
): void {
  keepSaid(db, ports.newId(), ports.clock().toISOString(), { table, id, ...(told === undefined ? {} : { told }) })
}
