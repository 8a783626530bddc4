/**
 * Everything a workspace holds of one person: rows that point at the person, rows whose text names the
 * person, and the words that prove either. Found by the file's own description of its tables.
 */
import type { Extract } from '#contract/privacy.ts'
import { all, type ReadableDb } from '#db/connection.ts'
import { isRecord } from '#db/queries/attachments.ts'
import { identitiesOf } from '#db/queries/identity.ts'
import { fallenAbout } from '#db/queries/fallen.ts'
import { statesWith } from '#db/queries/text-history.ts'
import { columnsOf, references, rowsNaming, rowsWhere, storedTables, tellBy, type WholeRow } from '#db/queries/whole.ts'
import { keptRows } from '#core/text-history/beside.ts'
import { finder } from './naming-places.ts'
import { finderOf, formsOfSubject, subjectOf, type Subject } from './subject.ts'
import { cutToNaming, keyFormsOf } from './wording.ts'

type Why = Extract['sections'][number]['rows'][number]['why']
type Found = Map<string, Map<string, { row: WholeRow; why: Why }>>

/** Facts of a person that have rows of their own to prove them. */
const proven = ['tenure', 'relation', 'holder_proposal', 'interaction', 'attendance'] as const
/** Steps of undo are counted and not printed: they repeat what stands elsewhere. */
const counted = new Set(['undo_change', 'undo_step'])

const keyOf = (row: WholeRow, key: readonly string[]) => key.map((name) => String(row[name])).join(' ')

/** Rows of a person by table, with why they are there. */
export function rowsOf(db: ReadableDb, subject: Subject): Found {
  const found: Found = new Map()
  const add = (table: string, rows: readonly WholeRow[], why: Why) => {
    const key = columnsOf(db, table).flatMap((column) => (column.key ? [column.name] : []))
    const known = found.get(table) ?? new Map<string, { row: WholeRow; why: Why }>()
    for (const row of rows) {
      const id = keyOf(row, key)
      if (!known.has(id)) known.set(id, { row, why })
    }
    if (known.size > 0) found.set(table, known)
  }
  const all_ = references(db)
  const { id } = subject
  if (id !== null) {
    add('person', rowsWhere(db, 'person', 'id', [id]), 'refers')
    for (const { table, column, target } of all_)
      if (target === 'person') add(table, rowsWhere(db, table, column, [id]), 'refers')
    // These keep ids without a reference: what they speak of may be gone.
    for (const column of ['a_id', 'b_id'])
      add('identity_decision', rowsWhere(db, 'identity_decision', column, [id]), 'refers')
    add('audit_log', rowsWhere(db, 'audit_log', 'subject_id', [id]), 'refers')
    add('retention_keep', rowsWhere(db, 'retention_keep', 'subject_id', [id]), 'refers')
    add('source_name', rowsWhere(db, 'source_name', 'entity_id', [id]), 'refers')
    add('node_position', rowsWhere(db, 'node_position', 'id', [id]), 'refers')
    add('fallen_row', fallenAbout(db, identitiesOf(db, 'person', id)), 'refers')
    // Within JSON, also under the id of an entry that was merged into this one since.
    add('paragraph_version', statesWith(db, identitiesOf(db, 'person', id)), 'refers')
    for (const fact of proven) {
      const ids = [...(found.get(fact)?.values() ?? [])].map(({ row }) => String(row['id']))
      if (ids.length === 0) continue
      for (const { table, column, target } of all_)
        if (target === fact) add(table, rowsWhere(db, table, column, ids), 'proves')
    }
  }
  const find = finderOf(subject, [])
  const keys = id === null ? [] : keyFormsOf(subject.names)
  for (const table of storedTables(db))
    add(
      table,
      rowsNaming(db, table, keys, (text) => find(text).length > 0),
      'names',
    )
  return found
}

/** Minutes in which one of the names stands, or one of these words of them, or whose list has the person. */
export function recordsOf(db: ReadableDb, subject: Subject, parts: readonly string[] = []): Extract['records'] {
  const find = finderOf(subject, parts)
  tellBy(db, (text) => find(text).length > 0)
  return all(
    db,
    `WITH hit AS (
       SELECT a.meeting_id AS id FROM attendance a WHERE a.person_id = @id
         OR (told(a.name) OR told(a.as_written))
       UNION SELECT f.meeting_id FROM officer f WHERE f.person_id = @id OR (told(f.name))
       UNION SELECT i.meeting_id FROM agenda_item i LEFT JOIN paragraph p ON p.item_id = i.id
         WHERE (told(p.text) OR told(i.title) OR told(p.fields)
           OR told(i.presenter) OR told(i.prepared) OR told(i.proposal))
       UNION SELECT i.meeting_id FROM contribution c JOIN paragraph p ON p.id = c.paragraph_id
         JOIN agenda_item i ON i.id = p.item_id WHERE c.person_id = @id OR (told(c.name))
       UNION SELECT a.meeting_id FROM approval a WHERE a.person_id = @id OR (told(a.name))
       UNION SELECT v.meeting_id FROM minutes_version v WHERE (told(v.content))
       UNION SELECT a.meeting_id FROM attachment a
         WHERE (told(a.title) OR told(a.file_name))
       UNION SELECT m.id FROM meeting m JOIN source s ON s.id = m.source_id
         WHERE (told(s.text))
       UNION SELECT m.id FROM meeting m WHERE (told(m.title)))
     SELECT m.id AS meetingId, m.title, m.date FROM meeting m
     WHERE m.id IN (SELECT id FROM hit) AND ${isRecord}
     ORDER BY m.date DESC, m.id`,
    { id: subject.id },
  )
}

/** Of the rows that stood beside a past state of text, those with one of the marks: the rest is about others. */
function rowsAbout(beside: string, isMarked: (words: string) => boolean): string | null {
  const kept = keptRows.safeParse(JSON.parse(beside))
  if (!kept.success) return beside
  const about = Object.entries(kept.data).flatMap(([table, rows]) => {
    const own = rows.filter((row) => Object.values(row).some((value) => isMarked(String(value))))
    return own.length === 0 ? [] : [[table, own] as const]
  })
  return about.length === 0 ? null : JSON.stringify(Object.fromEntries(about))
}

/** The extract as data, but for the files of meetings, which the core does not open. @param madeAt ISO instant */
export function extractOf(
  db: ReadableDb,
  by: { id: string } | { name: string },
  madeAt: string,
): Omit<Extract, 'files'> {
  const subject = subjectOf(db, by)
  const forms = formsOfSubject(subject)
  const marks = subject.id === null ? forms : [...forms, ...identitiesOf(db, 'person', subject.id)]
  const find = finderOf(subject, [])
  const marked = finder(marks, [], subject.kept)
  const found = rowsOf(db, subject)
  const sections = [...found]
    .filter(([table]) => !counted.has(table))
    .map(([table, rows]) => ({
      table,
      rows: [...rows].map(([id, { row, why }]) => ({
        id,
        why,
        fields: Object.entries(row).flatMap(([name, value]) => {
          // Keys for sorting and finding repeat the name in other letters.
          if (value === null || name.endsWith('_key')) return []
          const told = name === 'beside' ? rowsAbout(String(value), (words) => marked(words).length > 0) : String(value)
          return told === null ? [] : [{ name, value: cutToNaming(told, name === 'beside' ? marked : find) }]
        }),
      })),
    }))
  const steps = new Set([...(found.get('undo_change')?.values() ?? [])].map(({ row }) => row['step']))
  return {
    personId: subject.id,
    name: subject.name,
    names: subject.names,
    status: subject.status,
    madeAt,
    sections,
    records: recordsOf(db, subject),
    undoSteps: steps.size,
  }
}
