/** Entries offered before a letter is typed. */
import { all, type ReadableDb } from '../connection.ts'

/** The first themes in Swedish order, with their codes. */
export function firstThemes(
  db: ReadableDb,
  limit: number,
): { kind: 'theme'; id: string; name: string; detail: string | null }[] {
  return all(db, `SELECT 'theme' AS kind, id, title AS name, code AS detail FROM theme ORDER BY sort_key, id LIMIT ?`, [
    limit,
  ])
}
