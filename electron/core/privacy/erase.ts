/**
 * Removing a person for good. What is no record loses every form of the name, with the person's addresses and numbers; minutes stay, with an entry
 * that says only that somebody was erased. No step of undo leads back.
 */
import type { Extract } from '#contract/privacy.ts'
import { all, get, run, type ReadableDb, type WritableDb } from '#db/connection.ts'
import { forgetIdentity, identitiesOf } from '#db/queries/identity.ts'
import { fallenAbout } from '#db/queries/fallen.ts'
import { setErasing } from '#db/queries/settings.ts'
import { withoutTriggers } from '#db/triggers.ts'
import { columnsOf, references, rowsNaming, setTexts, storedTables, type WholeRow } from '#db/queries/whole.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { matchKey } from '#core/register/names.ts'
import type { Called } from './called.ts'
import { blankContactRows, contactRowsOf } from './contact-rows.ts'
import { recordsOf, rowsOf } from './extract.ts'
import { calledIn, finderOf, partsOf, subjectOf, type Subject } from './subject.ts'
import { keyFormsOf, replacerOf } from './wording.ts'

export type ErasurePlan = {
  subject: Subject
  parts: string[]
  records: Extract['records']
}

/**
 * @param along entries of the same person that go too
 * @param called what everybody is called, when the caller has worked it out
 * @throws KansliError entity.not-found
 */
export function planErasure(
  db: ReadableDb,
  id: string,
  along: readonly string[] = [],
  called: Called = calledIn(db),
): ErasurePlan {
  const subject = subjectOf(db, { id }, called, along)
  const parts = partsOf(called, id, subject.names, along)
  // A word that is theirs alone is replaced too: minutes that have no more of them stay as well.
  return { subject, parts, records: recordsOf(db, subject, parts) }
}

/** Minutes of several plans, each once. */
export function recordsIn(plans: readonly Pick<ErasurePlan, 'records'>[]): Extract['records'] {
  return [...new Map(plans.flatMap(({ records }) => records.map((one) => [one.meetingId, one]))).values()]
}

/** How many rows of each table erasures touch, records left out; a row that several touch counts once. */
export function touchedRows(db: ReadableDb, plans: readonly ErasurePlan[]): { table: string; rows: number }[] {
  const isKept = keeper(db, new Set(recordsIn(plans).map(({ meetingId }) => meetingId)))
  const touched = new Map<string, Set<string>>()
  for (const { subject } of plans)
    for (const [table, rows] of rowsOf(db, subject)) {
      if (table.startsWith('undo_') || table === 'audit_log') continue
      const known = touched.get(table) ?? new Set<string>()
      for (const [key, { row }] of rows) if (!isKept(table, row)) known.add(key)
      if (known.size > 0) touched.set(table, known)
    }
  return [...touched].map(([table, rows]) => ({ table, rows: rows.size }))
}

/** What was written on the way to minutes and beside them: it is no part of them. */
const beside = new Set([
  'paragraph_version',
  'private_note',
  'review_comment',
  'action_change',
  'set_aside',
  'note_aside',
])

/** Tells the rows that belong to minutes that stay. */
function keeper(db: ReadableDb, meetings: ReadonlySet<string>): (table: string, row: WholeRow) => boolean {
  const list = JSON.stringify([...meetings])
  const ids = (sql: string) => new Set(all<{ id: string }>(db, sql, [list]).map(({ id }) => id))
  const items = ids('SELECT id FROM agenda_item WHERE meeting_id IN (SELECT value FROM json_each(?))')
  const paragraphs = ids(
    `SELECT p.id FROM paragraph p JOIN agenda_item i ON i.id = p.item_id
     WHERE i.meeting_id IN (SELECT value FROM json_each(?))`,
  )
  const sources = ids(
    'SELECT source_id AS id FROM meeting WHERE source_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))',
  )
  const has = (set: ReadonlySet<string>, value: string | number | null | undefined) => set.has(String(value))
  return (table, row) => {
    if (beside.has(table)) return false
    if (table === 'meeting' || table === 'import_report') return has(meetings, row['id'])
    if (table === 'source' || table === 'agenda_item') return has(table === 'source' ? sources : items, row['id'])
    return has(meetings, row['meeting_id']) || has(items, row['item_id']) || has(paragraphs, row['paragraph_id'])
  }
}

/** Rows that are the register's knowledge of a person; each table's reference columns come from the file. */
const removed = new Set([
  'tenure',
  'relation',
  'holder_proposal',
  'contact_point',
  'assessment',
  'interaction_party',
  'party',
  'evidence',
  'person_name',
  'text_span',
])
/** Where the entry stays, and says only that somebody was erased. */
const standing = new Set(['attendance', 'officer'])
/** Rows that are nothing but their words. */
const wordsAlone = new Set(['known_word', 'review_answer', 'fallen_row'])

function forget(db: WritableDb, id: string): void {
  for (const { table, column, target } of references(db))
    if (target === 'person' && removed.has(table)) run(db, `DELETE FROM ${table} WHERE ${column} = ?`, [id])
    else if (target === 'person' && !standing.has(table))
      run(db, `UPDATE ${table} SET ${column} = NULL WHERE ${column} = ?`, [id])
  run(db, 'DELETE FROM interaction WHERE id NOT IN (SELECT interaction_id FROM interaction_party)')
  const identities = identitiesOf(db, 'person', id)
  for (const row of fallenAbout(db, identities)) run(db, 'DELETE FROM fallen_row WHERE id = ?', [row['id'] ?? null])
  for (const one of identities) {
    // What is left are those of the paragraph itself, if it stands.
    run(db, 'UPDATE paragraph_version SET spans = NULL WHERE instr(spans, ?) > 0', [one])
    // As a reference of a row that stands: the words of the row stay, without whom they stood for.
    run(
      db,
      `UPDATE paragraph_version SET beside = replace(beside, json_quote(@one), 'null') WHERE instr(beside, @one) > 0`,
      { one },
    )
  }
  forgetIdentity(db, 'person', id)
  run(db, 'DELETE FROM retention_keep WHERE subject_id = ?', [id])
  run(db, 'DELETE FROM source_name WHERE entity_id = ?', [id])
  run(db, 'DELETE FROM node_position WHERE id = ?', [id])
}

/** The column that a table's keys are made from. */
const keyed: Readonly<Record<string, string>> = {
  organisation: 'name',
  organisation_name: 'text',
  body: 'name',
  body_name: 'text',
  theme: 'title',
  post: 'title',
  event: 'title',
  merged_event: 'title',
  assignment: 'title',
  person: 'name',
  person_name: 'text',
}

function newKeys(table: string, columns: readonly string[], label: string): Record<string, string> {
  const keys = keysOf(label)
  const values: Readonly<Record<string, string>> = {
    sort_key: keys.sort,
    match_key: keys.match,
    fold_key: keys.fold,
  }
  return Object.fromEntries(
    columns.flatMap((name) => (keyed[table] !== undefined && values[name] !== undefined ? [[name, values[name]]] : [])),
  )
}

/** Marks of other words go along with them; one whose words are no longer there goes. */
function moveSpans(db: WritableDb, paragraphId: string, before: string, take: (text: string) => string): void {
  const after = take(before)
  const spans = all<{ id: string; from: number; to: number }>(
    db,
    'SELECT id, from_offset AS "from", to_offset AS "to" FROM text_span WHERE paragraph_id = ?',
    [paragraphId],
  )
  for (const { id, from, to } of spans) {
    const words = before.slice(from, to)
    const start = take(before.slice(0, from)).length
    if (take(words) === words && after.slice(start, start + words.length) === words)
      run(db, 'UPDATE text_span SET from_offset = ?, to_offset = ? WHERE id = ?', [start, start + words.length, id])
    else run(db, 'DELETE FROM text_span WHERE id = ?', [id])
  }
}

/** Rows of other tables that are kept as JSON: their values are words, the names of their columns are not. */
function withinJson(json: string, take: (text: string) => string): string {
  return JSON.stringify(JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? take(value) : value)))
}

/** Entries of others who are called the same keep their name. */
function namesakes({ id, names }: Subject): (table: string, row: WholeRow) => boolean {
  const keys = new Set(names.map(matchKey))
  const isSame = (value: unknown) => typeof value === 'string' && keys.has(matchKey(value))
  return (table, row) =>
    (table === 'person' && row['id'] !== id && isSame(row['name'])) ||
    (table === 'person_name' && row['person_id'] !== id && isSame(row['text']))
}

/** Takes every form of the name, every address and number out of every row that is no record. */
function scrub(db: WritableDb, plan: ErasurePlan, kept: ReadonlySet<string>, replacement: string, hash: Hash): void {
  const find = finderOf(plan.subject, plan.parts)
  const take = replacerOf(find, replacement)
  const isKept = keeper(db, kept)
  const isOthers = namesakes(plan.subject)
  const keys = keyFormsOf(plan.subject.names)
  for (const table of storedTables(db)) {
    if (table.startsWith('undo_')) continue
    const columns = columnsOf(db, table)
    for (const row of rowsNaming(db, table, keys, (text) => find(text).length > 0)) {
      if (isKept(table, row) || isOthers(table, row)) continue
      if (wordsAlone.has(table)) {
        run(db, `DELETE FROM ${table} WHERE id = ?`, [row['id'] ?? null])
        continue
      }
      const texts: Record<string, string> = {}
      for (const { name, type, key } of columns) {
        const value = row[name]
        if (type !== 'TEXT' || key || typeof value !== 'string' || name.endsWith('_key')) continue
        const without = name === 'beside' ? withinJson(value, take) : take(value)
        if (without !== value) texts[name] = without
      }
      const label = keyed[table]
      const shown = label === undefined ? undefined : texts[label]
      if (shown !== undefined)
        Object.assign(
          texts,
          newKeys(
            table,
            columns.map(({ name }) => name),
            shown,
          ),
        )
      if (table === 'source' && texts['text'] !== undefined) texts['sha256'] = hash(texts['text'])
      if (table === 'paragraph' && texts['text'] !== undefined)
        moveSpans(db, String(row['id']), String(row['text']), take)
      if (table === 'paragraph_version' && texts['text'] !== undefined)
        run(db, 'UPDATE paragraph_version SET spans = NULL WHERE id = ?', [row['id'] ?? null])
      // It is no longer the document that was approved.
      if (table === 'minutes_version' && texts['content'] !== undefined) texts['sha256'] = ''
      setTexts(
        db,
        table,
        Object.fromEntries(columns.flatMap(({ name, key }) => (key ? [[name, row[name] ?? null]] : []))),
        texts,
      )
    }
  }
}

type Hash = (text: string) => string

/**
 * Erases within the caller's transaction; the caller then rewrites the file and its copies.
 * @param kept minutes that stay as they are
 */
export function erasePerson(
  db: WritableDb,
  plan: ErasurePlan,
  kept: ReadonlySet<string>,
  replacement: string,
  hash: Hash,
): void {
  const id = plan.subject.id ?? ''
  // Somebody's right goes before a lock, and what was taken out is no earlier wording.
  withoutTriggers(db, () => {
    const rows = contactRowsOf(db, plan.subject)
    forget(db, id)
    blankContactRows(db, rows, replacement, hash)
    scrub(db, plan, kept, replacement, hash)
  })
  const held = get(
    db,
    'SELECT 1 FROM attendance WHERE person_id = @id UNION ALL SELECT 1 FROM officer WHERE person_id = @id',
    { id },
  )
  if (held === undefined) run(db, 'DELETE FROM person WHERE id = ?', [id])
  else
    run(db, `UPDATE person SET name = ?, sort_key = ?, status = 'pseudonymised', review_on = NULL WHERE id = ?`, [
      replacement,
      keysOf(replacement).sort,
      id,
    ])
  run(db, 'DELETE FROM undo_change')
  run(db, 'DELETE FROM undo_step')
  setErasing(db, true)
}
