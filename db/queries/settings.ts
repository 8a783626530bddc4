/** Settings of the workspace: one row a key, values as JSON. */
import type { Settings } from '#contract/workspace.ts'
import { all, run, type ReadableDb, type WritableDb } from '../connection.ts'

export type StoredSettings = Settings & {
  /** This workspace was made by the program to be explored. */
  example: boolean
  /** ISO instant of the first close at which no copy could be made; absent when the last attempt went well. */
  uncopiedSince: string
  /** Somebody was erased, and the file still has to be written anew. */
  erasing: boolean
}

/** What has been set; a key never set is absent. */
export function readSettings(db: ReadableDb): Partial<StoredSettings> {
  const rows = all<{ id: string; value: string }>(db, 'SELECT id, value FROM setting')
  // Only writeSettings fills the table, with the types of StoredSettings.
  return Object.fromEntries(rows.map((row) => [row.id, JSON.parse(row.value) as unknown])) as Partial<StoredSettings>
}

export function writeSettings(
  db: WritableDb,
  change: { [K in keyof StoredSettings]?: StoredSettings[K] | undefined },
): void {
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue
    run(db, 'INSERT INTO setting (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value', [
      key,
      JSON.stringify(value),
    ])
  }
}

/** Keeps since when there is no copy of what was last saved; null forgets it. */
export function setUncopied(db: WritableDb, since: string | null): void {
  if (since === null) run(db, "DELETE FROM setting WHERE id = 'uncopiedSince'")
  else writeSettings(db, { uncopiedSince: since })
}

/** Marks that somebody was erased and the file is not yet written anew without what is left of the name. */
export function setErasing(db: WritableDb, on: boolean): void {
  if (on) writeSettings(db, { erasing: true })
  else run(db, "DELETE FROM setting WHERE id = 'erasing'")
}

export function uncopiedSince(db: ReadableDb): string | null {
  return readSettings(db).uncopiedSince ?? null
}
