/** Writes that the file's own triggers must not hear of: rows put back as they were, and words that must go for good. */
import { all, raw, type WritableDb } from './connection.ts'

/** The index for searching follows every write. */
const always = 'search_'

/**
 * Runs `write` without the locks of approved minutes and the history of paragraphs, within the caller's transaction:
 * a rollback brings the triggers back with everything else. Outside one it refuses.
 */
export function withoutTriggers<T>(db: WritableDb, write: () => T): T {
  const driver = raw(db)
  if (!driver.inTransaction) throw new Error('triggers are set aside within a transaction only')
  const aside = all<{ name: string; sql: string }>(
    db,
    `SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND substr(name, 1, ?) <> ? ORDER BY rowid`,
    [always.length, always],
  )
  for (const { name } of aside) driver.exec(`DROP TRIGGER main."${name}"`)
  const value = write()
  for (const { sql } of aside) driver.exec(sql)
  return value
}
