/** Themes: areas, objectives under them, and what groups have taken on. */
import { all, get, type ReadableDb } from '../connection.ts'

export type ThemeRow = {
  id: string
  type: 'area' | 'objective' | 'challenge'
  code: string | null
  title: string
  parentId: string | null
  bodyId: string | null
  body: string | null
}

export function themeRow(db: ReadableDb, id: string): ThemeRow | undefined {
  return get(
    db,
    `SELECT t.id, t.type, t.code, t.title, t.parent_id AS parentId, t.body_id AS bodyId, b.name AS body
     FROM theme t LEFT JOIN body b ON b.id = t.body_id WHERE t.id = ?`,
    [id],
  )
}

export type ThemeRef = { id: string; code: string | null; title: string }

// Codes are numbers in two steps: 2.10 comes after 2.9.
const order = (t: string) => `${t}.code IS NULL, CAST(${t}.code AS INTEGER),
  CAST(substr(${t}.code, instr(${t}.code, '.') + 1) AS INTEGER) * (instr(${t}.code, '.') > 0), ${t}.code, ${t}.sort_key, ${t}.id`

/** The themes above one, outermost first. A ring of parents ends where it began. */
export function themesAbove(db: ReadableDb, id: string): ThemeRef[] {
  return all(
    db,
    `WITH RECURSIVE up (id, depth) AS (
       SELECT parent_id, 1 FROM theme WHERE id = @id AND parent_id IS NOT NULL
       UNION SELECT t.parent_id, up.depth + 1 FROM up JOIN theme t ON t.id = up.id
       WHERE t.parent_id IS NOT NULL AND up.depth < 20)
     SELECT t.id, t.code, t.title FROM up JOIN theme t ON t.id = up.id WHERE t.id <> @id GROUP BY t.id
     ORDER BY max(up.depth) DESC`,
    { id },
  )
}

/** A theme and all below it. */
export function themesUnder(db: ReadableDb, id: string): string[] {
  return all<{ id: string }>(
    db,
    `WITH RECURSIVE down (id) AS (SELECT @id UNION SELECT t.id FROM down JOIN theme t ON t.parent_id = down.id)
     SELECT id FROM down`,
    { id },
  ).map((row) => row.id)
}

export function childThemes(db: ReadableDb, id: string): ThemeRef[] {
  return all(db, `SELECT t.id, t.code, t.title FROM theme t WHERE t.parent_id = ? ORDER BY ${order('t')}`, [id])
}

/** Areas of a programme, or what a group has taken on. */
export function themesOfBody(db: ReadableDb, bodyId: string, type: 'area' | 'challenge'): ThemeRef[] {
  return all(
    db,
    `SELECT t.id, t.code, t.title FROM theme t WHERE t.body_id = ? AND t.type = ? AND t.parent_id IS NULL ORDER BY ${order('t')}`,
    [bodyId, type],
  )
}
