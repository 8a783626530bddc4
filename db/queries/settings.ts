/** Settings of the workspace: one row a key, values as JSON. */
import type { Settings } from '#contract/workspace.ts'
import { all, run, type ReadableDb, type WritableDb } from '../connection.ts'

/** example: this workspace was made by the program to be explored. */
export type StoredSettings = Settings & { example: boolean }

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
