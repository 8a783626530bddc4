/**
 * The register as it was at an earlier moment, within a read that is not kept: the one rule by which every page, list and
 * map leaves out what came later. Facts that are dated themselves (roles, ties, meetings) are left out by their readers.
 */
import { raw, run, type WritableDb } from '../connection.ts'
import { survivorOf } from './identity.ts'
import { eventOf } from './merged-events.ts'

type Entry = 'person' | 'organisation' | 'body' | 'theme' | 'post' | 'event' | 'assignment'

/** Facts of an entry `e` that were known then: who came here by a merge or a split is as old as they are. */
const listed = (column: string) =>
  `SELECT 1 FROM attendance f JOIN meeting m ON m.id = f.meeting_id WHERE f.${column} = e.id AND m.created_at <= @known`
const dated = (table: 'tenure' | 'relation' | 'assessment', column: string) =>
  `SELECT 1 FROM ${table} f WHERE f.${column} = e.id AND f.recorded_at <= @known`
const tied = (kind: 'person' | 'organisation' | 'body') => [
  dated('relation', `from_${kind}_id`),
  dated('relation', `to_${kind}_id`),
]
const held = (table: 'evidence' | 'party', kind: Entry) => `SELECT 1 FROM ${table} f WHERE f.${kind}_id = e.id`

const facts: Readonly<Record<Entry, readonly string[]>> = {
  event: [held('evidence', 'event')],
  assignment: [held('evidence', 'assignment')],
  person: [
    held('evidence', 'person'),
    held('party', 'person'),
    listed('person_id'),
    'SELECT 1 FROM officer f JOIN meeting m ON m.id = f.meeting_id WHERE f.person_id = e.id AND m.created_at <= @known',
    dated('tenure', 'person_id'),
    dated('assessment', 'person_id'),
    ...tied('person'),
  ],
  organisation: [
    held('evidence', 'organisation'),
    held('party', 'organisation'),
    listed('organisation_id'),
    dated('tenure', 'organisation_id'),
    dated('tenure', 'represents_id'),
    dated('assessment', 'organisation_id'),
    ...tied('organisation'),
  ],
  body: [
    held('evidence', 'body'),
    held('party', 'body'),
    'SELECT 1 FROM meeting f WHERE f.body_id = e.id AND f.created_at <= @known',
    dated('tenure', 'body_id'),
    ...tied('body'),
  ],
  post: [dated('tenure', 'post_id')],
  theme: [held('evidence', 'theme'), dated('relation', 'to_theme_id')],
}
// What has parts goes before those who have them: a part goes along.
const entries = ['event', 'assignment', 'person', 'organisation', 'body', 'post', 'theme'] as const satisfies Entry[]

/** Takes out the entries, words, parts, names and addresses that came after the moment. */
function takeOut(db: WritableDb, known: string, asked: string | null): void {
  run(
    db,
    `DELETE FROM evidence WHERE recorded_at > @known
     OR source_id IN (SELECT id FROM source WHERE added_at > @known)`,
    { known },
  )
  for (const table of ['party', 'contact_point'] as const)
    run(db, `DELETE FROM ${table} WHERE recorded_at > @known`, { known })
  for (const kind of ['person', 'organisation', 'body'] as const)
    run(
      db,
      `DELETE FROM ${kind}_name AS n WHERE recorded_at > @known
       AND text <> (SELECT name FROM ${kind} e WHERE e.id = n.${kind}_id)`,
      { known },
    )
  for (const kind of entries) {
    const later = `recorded_at > @known AND ${facts[kind].map((sql) => `NOT EXISTS (${sql})`).join(' AND ')}`
    const own = asked === null ? '' : standing(db, kind, asked)
    run(db, `DELETE FROM ${kind} AS e WHERE ${later} AND id <> @own`, { known, own })
    const bare = blank[kind]
    if (own !== '' && bare !== undefined)
      run(db, `UPDATE ${kind} AS e SET ${bare} WHERE ${later} AND id = @own`, { known, own })
  }
  if (asked !== null)
    run(
      db,
      'DELETE FROM amount WHERE assignment_id IN (SELECT id FROM assignment WHERE id = @asked AND recorded_at > @known)',
      { known, asked },
    )
  run(db, 'UPDATE event SET meeting_id = NULL WHERE meeting_id IN (SELECT id FROM meeting WHERE created_at > @known)', {
    known,
  })
  loosen(db)
}

/** Whom an id stands for, among entries of a kind. */
function standing(db: WritableDb, kind: Entry, id: string): string {
  if (kind === 'event') return eventOf(db, id) ?? id
  return kind === 'person' || kind === 'organisation' || kind === 'body' ? (survivorOf(db, kind, id) ?? id) : id
}

/** What is left of an entry that was not there yet and is asked for by its own id: the name it is known by today. */
const blank: Readonly<Partial<Record<Entry, string>>> = {
  organisation: 'type = NULL, dissolved_on = NULL',
  body: 'type = NULL, parent_id = NULL, organisation_id = NULL, same_organisation_id = NULL, mandate = NULL, target_size = NULL',
  theme: 'parent_id = NULL, body_id = NULL',
  post: 'organisation_id = NULL',
  event: `from_date = NULL, to_date = NULL, basis = 'unknown', as_written = NULL, venue = NULL, body_id = NULL, meeting_id = NULL`,
  assignment: `text = '', theme_id = NULL, issued = NULL, due = NULL`,
}

/** Which entry a column of another points to. */
const pointing = [
  ['body', 'parent_id', 'body'],
  ['body', 'organisation_id', 'organisation'],
  ['body', 'same_organisation_id', 'organisation'],
  ['theme', 'parent_id', 'theme'],
  ['theme', 'body_id', 'body'],
  ['assignment', 'theme_id', 'theme'],
  ['event', 'body_id', 'body'],
  ['post', 'organisation_id', 'organisation'],
] as const satisfies (readonly [Entry, string, Entry])[]

/** Entries that are left point to none that is not there yet. */
function loosen(db: WritableDb): void {
  for (const [kind, column, target] of pointing)
    run(
      db,
      `UPDATE ${kind} SET ${column} = NULL WHERE ${column} IS NOT NULL AND ${column} NOT IN (SELECT id FROM ${target})`,
    )
}

/**
 * For a transaction that is not kept, after what fell or was changed since has been laid back.
 * @param known ISO instant
 * @param asked id of the entry whose page is asked for: it has an empty one where it was not known yet
 */
export function setBack(db: WritableDb, known: string, asked: string | null): void {
  raw(db).pragma('defer_foreign_keys = ON')
  takeOut(db, known, asked)
}
