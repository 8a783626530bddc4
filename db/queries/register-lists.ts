/** The lists of the register, each in Swedish order. Whoever is restricted is in none. */
import type { RegisterKind } from '#contract/register.ts'
import { all, get, type ReadableDb } from '../connection.ts'
import { heldThen, mayHold, metBy, now, type Then } from './past.ts'

/** Where a meeting counts for somebody: the text does not say that they were away. */
export const attended = `status IN ('present', 'unknown')`
export const newestFirst = 'm.date DESC, m.created_at DESC, m.id'

const listed = `FROM attendance a JOIN meeting m ON m.id = a.meeting_id`
/**
 * The affiliation a list shows for the person `p`: the latest organisation, else one held by role or a post, else a
 * capacity. `counts` says which roles do.
 */
const bestKnown = (counts: string) => `coalesce(
  (SELECT o.name ${listed} JOIN organisation o ON o.id = a.organisation_id
   WHERE a.person_id = p.id AND ${metBy('m')} ORDER BY ${newestFirst} LIMIT 1),
  (SELECT coalesce(o.name, x.title) FROM tenure t LEFT JOIN organisation o ON o.id = t.organisation_id
   LEFT JOIN post x ON x.id = t.post_id WHERE t.person_id = p.id AND coalesce(o.id, x.id) IS NOT NULL AND ${counts}
   ORDER BY t.body_id IS NOT NULL, o.id IS NULL, t.rowid LIMIT 1),
  (SELECT a.capacity ${listed}
   WHERE a.person_id = p.id AND a.capacity IS NOT NULL AND ${metBy('m')} ORDER BY ${newestFirst} LIMIT 1))`

const counted = (whose: string) =>
  `(SELECT count(DISTINCT a.meeting_id) ${listed} WHERE a.${whose} = p.id AND a.${attended} AND ${metBy('m')})`
type List = {
  /** Expression for the name that is shown. */
  name: string
  where: string
  detail: string
  meetings: string
  /** Left out for everybody. */
  hidden?: string
  /** Where two entries are one: what else a row is found by, and what else it is. */
  together?: { where: string; also: string }
  order?: string
}

const lists: Readonly<Record<RegisterKind, List>> = {
  person: {
    name: 'p.name',
    where: `p.id IN (SELECT person_id FROM person_name WHERE fold_key LIKE @like ESCAPE '\\')`,
    detail: bestKnown(`${heldThen('t')} AND ${mayHold('t')}`),
    meetings: counted('person_id'),
    hidden: `p.status <> 'restricted'`,
  },
  organisation: {
    name: 'p.name',
    where: `p.id IN (SELECT organisation_id FROM organisation_name WHERE fold_key LIKE @like ESCAPE '\\')`,
    detail: 'p.type',
    meetings: counted('organisation_id'),
    together: {
      where: `p.id IN (SELECT b.same_organisation_id FROM body b WHERE b.same_organisation_id IS NOT NULL
        AND (b.fold_key LIKE @like ESCAPE '\\'
          OR b.id IN (SELECT body_id FROM body_name WHERE fold_key LIKE @like ESCAPE '\\')))`,
      also: '(SELECT b.name FROM body b WHERE b.same_organisation_id = p.id ORDER BY b.rowid LIMIT 1)',
    },
  },
  body: {
    name: 'p.name',
    where: `(p.fold_key LIKE @like ESCAPE '\\'
      OR p.id IN (SELECT body_id FROM body_name WHERE fold_key LIKE @like ESCAPE '\\'))`,
    detail: 'coalesce(p.type, (SELECT name FROM body WHERE id = p.parent_id))',
    meetings: `(SELECT count(*) FROM meeting m WHERE m.body_id = p.id AND ${metBy('m')})`,
    together: {
      where: `p.same_organisation_id IN (SELECT organisation_id FROM organisation_name
        WHERE fold_key LIKE @like ESCAPE '\\')`,
      also: '(SELECT o.name FROM organisation o WHERE o.id = p.same_organisation_id)',
    },
  },
  theme: {
    name: `coalesce(p.code || ' ', '') || p.title`,
    where: `(p.fold_key LIKE @like ESCAPE '\\' OR p.code LIKE @like ESCAPE '\\')`,
    detail: '(SELECT name FROM body WHERE id = p.body_id)',
    meetings: '0',
    order: `CASE p.type WHEN 'challenge' THEN 1 ELSE 0 END, p.code IS NULL, CAST(p.code AS INTEGER),
      CAST(substr(p.code, instr(p.code, '.') + 1) AS INTEGER) * (instr(p.code, '.') > 0), p.code,`,
  },
  post: {
    name: 'p.title',
    where: `p.fold_key LIKE @like ESCAPE '\\'`,
    detail: `(SELECT group_concat(h.name, ', ') FROM (
      SELECT DISTINCT h.name, h.sort_key FROM tenure t JOIN person h ON h.id = t.person_id
      WHERE t.post_id = p.id AND ${heldThen('t')} AND ${mayHold('t')} AND h.status <> 'restricted'
      ORDER BY h.sort_key) h)`,
    meetings: '0',
  },
  event: {
    name: 'p.title',
    where: `p.match_key LIKE @like ESCAPE '\\'`,
    detail: 'p.from_date',
    meetings: '0',
    order: 'p.from_date IS NULL, p.from_date DESC,',
  },
  assignment: {
    name: 'p.title',
    where: `p.match_key LIKE @like ESCAPE '\\'`,
    detail: '(SELECT coalesce(code, title) FROM theme WHERE id = p.theme_id)',
    meetings: '0',
  },
}

export type ListRow = { id: string; name: string; detail: string | null; meetings: number; also: string | null }

/**
 * Entries in Swedish order. `fold` is the folded part of a name looked for; '' gives all. What came after the
 * knowledge asked for has been taken out before: see set-back.ts.
 */
export function listEntities(
  db: ReadableDb,
  kind: RegisterKind,
  fold: string,
  limit: number,
  then: Then & { on: string },
  together = false,
): { total: number; rows: ListRow[] } {
  const { name, where, detail, meetings, hidden, order = '', ...list } = lists[kind]
  const one = together ? list.together : undefined
  const like = `%${fold.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`
  const found = one === undefined ? where : `(${where} OR ${one.where})`
  const conditions = [fold === '' ? undefined : found, hidden].filter((part) => part !== undefined)
  const condition = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const bind = { like, limit, ...then }
  const total = get<{ n: number }>(db, `SELECT count(*) AS n FROM ${kind} p ${condition}`, bind)?.n ?? 0
  const rows = all<ListRow>(
    db,
    `SELECT p.id, ${name} AS name, ${detail} AS detail, ${meetings} AS meetings,
       ${one?.also ?? 'NULL'} AS also FROM ${kind} p ${condition}
     ORDER BY ${order} p.sort_key, name, p.id LIMIT @limit`,
    bind,
  )
  return { total, rows }
}

/** The best known affiliation of one person, of any day. */
export function affiliationOf(db: ReadableDb, id: string): string | null {
  const sql = `SELECT ${bestKnown(heldThen('t'))} AS detail FROM person p WHERE p.id = @id`
  return get<{ detail: string | null }>(db, sql, { id, ...now })?.detail ?? null
}

/** As affiliationOf, of many people. */
export function affiliationsOf(db: ReadableDb, ids: readonly string[]): Map<string, string | null> {
  const sql = `SELECT p.id, ${bestKnown(heldThen('t'))} AS detail FROM json_each(@ids) f JOIN person p ON p.id = f.value`
  const rows = all<{ id: string; detail: string | null }>(db, sql, { ids: JSON.stringify(ids), ...now })
  return new Map(rows.map(({ id, detail }) => [id, detail]))
}
