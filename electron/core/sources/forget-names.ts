/** Names that a text brought, once the text no longer counts. */
import { get, run, update, type WritableDb } from '#db/connection.ts'
import { isRestricted } from '#db/queries/privacy.ts'
import { namesOfSource } from '#db/queries/sources.ts'
import type { Words } from '#db/queries/withdrawal.ts'

/** A spelling stays where it is the shown name, another text brought it too, or minutes list the person by it. */
function stillUsed(db: WritableDb, row: ReturnType<typeof namesOfSource>[number]): boolean {
  const { kind, entityId, name } = row
  if (get(db, `SELECT 1 FROM ${kind} WHERE id = ? AND name = ?`, [entityId, name]) !== undefined) return true
  if (
    kind === 'person' &&
    get(db, 'SELECT 1 FROM attendance WHERE person_id = ? AND name = ?', [entityId, name]) !== undefined
  )
    return true
  const other = get<{ id: string }>(
    db,
    'SELECT id FROM source_name WHERE kind = ? AND entity_id = ? AND name = ? AND source_id <> ? ORDER BY rowid LIMIT 1',
    [kind, entityId, name, row.sourceId],
  )
  if (other !== undefined) update(db, 'source_name', other.id, { name_id: row.nameId })
  return other !== undefined
}

/**
 * Forgets whom names stand for: those of entries that are gone everywhere, and, when a whole source is
 * withdrawn, everything its names were settled to be. What a person said of a name stays said.
 * @param fallen entries that are gone, as `kind id`
 */
export function forgetNames(db: WritableDb, fallen: ReadonlySet<string>, words: Words): void {
  for (const key of fallen) {
    const [kind = '', id = ''] = key.split(' ')
    run(db, `DELETE FROM source_name WHERE kind = ? AND entity_id = ? AND standing <> 'apart'`, [kind, id])
    run(db, 'UPDATE source_name SET entity_id = NULL, name_id = NULL WHERE kind = ? AND entity_id = ?', [kind, id])
  }
  if (!('sourceId' in words)) return
  for (const row of namesOfSource(db, words.sourceId)) {
    // By all of them somebody who is restricted is known again.
    if (row.kind === 'person' && row.entityId !== null && isRestricted(db, row.entityId)) continue
    if (row.nameId !== null && row.entityId !== null && !stillUsed(db, row))
      run(db, `DELETE FROM ${row.kind}_name WHERE id = ?`, [row.nameId])
    if (row.standing === 'found') run(db, 'DELETE FROM source_name WHERE id = ?', [row.id])
    else if (row.nameId !== null) update(db, 'source_name', row.id, { name_id: null })
  }
}
