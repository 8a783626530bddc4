/** Lines of the log of what was done with personal data: who, what and when, never what was said. */
import type { WritableDb } from '#db/connection.ts'
import { logAct, type Act } from '#db/queries/privacy.ts'
import type { Ports } from '#core/ports.ts'

/** @param detail a code or numbers, never a name or a text */
export type Entry = { act: Act; kind: string; subject: string | null; detail?: string | null }

export function log(db: WritableDb, ports: Ports, { act, kind, subject, detail = null }: Entry): void {
  logAct(db, { id: ports.newId(), at: ports.clock().toISOString(), act, kind, subject, detail })
}
