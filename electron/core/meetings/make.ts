/** A meeting that begins here, and no text yet says anything of. */
import type { MinutesKind } from '#contract/minutes.ts'
import { insert } from '#db/connection.ts'
import { readSettings } from '#db/queries/settings.ts'
import type { WriteContext } from '#core/context.ts'

type Facts = { kind: MinutesKind; language: 'sv' | 'en'; title: string; date: string | null }

/** Columns that nobody gives stay empty: unknown. Returns its id. */
export function makeMeeting(
  { db, ports }: WriteContext,
  facts: Facts & Readonly<Record<string, string | number | null>>,
): string {
  const id = ports.newId()
  const sender = readSettings(db).sender || null
  insert(db, 'meeting', { id, ...facts, sender, created_at: ports.clock().toISOString() })
  return id
}

/** The item that a meeting without an agenda is begun in. */
export function makeFirstItem({ db, ports }: WriteContext, meetingId: string, kind: MinutesKind): void {
  insert(db, 'agenda_item', {
    id: ports.newId(),
    meeting_id: meetingId,
    position: 0,
    number: '1',
    number_style: kind === 'protokoll' ? 'paragraph' : 'plain',
    title: '',
  })
}
