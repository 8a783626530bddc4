/** Who an id stands for today: a merge takes an entry away, and whoever kept its address still comes to the right one. */
import type { RegisterKind } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import { survivorOf } from '#db/queries/identity.ts'
import { eventOf } from '#db/queries/merged-events.ts'

/** The entry that an id was merged into, through any number of merges; the id itself where there is none. */
export function standingFor(db: ReadableDb, kind: RegisterKind, id: string): string {
  if (kind === 'event') return eventOf(db, id) ?? id
  return kind === 'person' || kind === 'organisation' || kind === 'body' ? (survivorOf(db, kind, id) ?? id) : id
}
