/**
 * Undo for every write, in one place: while a step is open, triggers of this connection store how
 * each row was before the step's first change. How it was after the last stands in the table until
 * the step is taken back, and is stored then: typing on writes nothing here. Undoing puts the rows
 * back within one transaction, with foreign keys checked at its end, so that their order is of no
 * matter. Steps are taken back last first, so no two can conflict.
 */
import { assert, KansliError } from '#contract/errors.ts'
import {
  all,
  get,
  isAsThen,
  isReading,
  raw,
  run,
  tables,
  writtenAt,
  type ReadableDb,
  type Table,
  type WritableDb,
} from './connection.ts'
import { assertNoneApproved, type RowThen } from './undo-floor.ts'

/** Steps kept; older ones can no longer be taken back. */
const keptSteps = 500
/** Writes of one method and key join into a step while less than this lies between them, in milliseconds. */
const joinWithin = 30_000
/** A joined write moves the step's time no more often than this: one page less to sync for each pause in typing. */
const moveTimeAfter = 1000
/** Changes that are kept by their rows for whoever follows them: beyond these all rows are read anew. */
const keptTold = 2000

type Step = { step: number; method: string; at: string; key: string | null }
type Change = { tbl: string; id: string; before: string | null; after: string | null }

function columns(db: ReadableDb, table: string): string[] {
  return all<{ name: string }>(db, 'SELECT name FROM pragma_table_info(?)', [table]).map((row) => row.name)
}

/** A row as a JSON object of its columns. `side` names the row where it stands, such as OLD. */
function image(names: readonly string[], side: string): string {
  return `json_object(${names.map((name) => `'${name}', ${side}."${name}"`).join(', ')})`
}

/** The mark that stood when the watch began. */
const watched = new WeakMap<object, string>()

const named = ['person', 'person_name', 'organisation', 'organisation_name', 'body', 'body_name'] as const
const told = [...named, 'theme', 'post', 'contact_point'] as const
/** What is worked out of many rows at once, by the tables that it is worked out of. */
const marks = {
  names: named,
  /** Whom words point to. */
  bearers: [...told, 'evidence'],
} as const satisfies Readonly<Record<string, readonly Table[]>>

/**
 * Installs the recording triggers before a connection's first step: opening a workspace to read it
 * does not wait for them. They are temporary and live and die with the connection. Outside any
 * transaction: a rollback would take them away again.
 */
export function watchChanges(db: WritableDb): void {
  if (watched.has(db)) return
  watched.set(db, unwatchedMark(db))
  const script = ['CREATE TEMP TABLE undo_open (step INTEGER NOT NULL)']
  for (const table of tables) {
    const before = image(columns(db, table), 'OLD')
    const record = (event: string, row: 'OLD' | 'NEW') =>
      `CREATE TEMP TRIGGER undo_${table}_${event} AFTER ${event} ON main.${table}
       BEGIN
         INSERT INTO undo_change (step, tbl, id, before)
         SELECT step, '${table}', ${row}.id, ${row === 'OLD' ? before : 'NULL'} FROM temp.undo_open AS open
         WHERE NOT EXISTS (
           SELECT 1 FROM main.undo_change AS known
           WHERE known.step = open.step AND known.tbl = '${table}' AND known.id = ${row}.id
         );
       END`
    script.push(record('INSERT', 'NEW'), record('UPDATE', 'OLD'), record('DELETE', 'OLD'))
  }
  for (const mark of Object.keys(marks))
    script.push(`CREATE TEMP TABLE ${mark}_changes (n INTEGER NOT NULL)`, `INSERT INTO temp.${mark}_changes VALUES (0)`)
  // Ids alone: a name that goes is to be nowhere.
  script.push('CREATE TEMP TABLE told_change (n INTEGER PRIMARY KEY, tbl TEXT NOT NULL, id TEXT NOT NULL)')
  const noted = (table: Table, row: 'OLD' | 'NEW') =>
    `INSERT INTO told_change SELECT n, '${table}', ${row}.id FROM temp.bearers_changes;`
  for (const [mark, counted] of Object.entries(marks))
    for (const table of counted)
      for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
        const isTold = mark === 'bearers' && told.some((one) => one === table)
        // In one trigger: nobody says which of two comes first.
        script.push(
          `CREATE TEMP TRIGGER ${mark}_${table}_${event} AFTER ${event} ON main.${table}
           BEGIN
             UPDATE ${mark}_changes SET n = n + 1;
             ${isTold ? noted(table, event === 'INSERT' ? 'NEW' : 'OLD') : ''}
           END`,
        )
      }
  raw(db).exec(`${script.join(';\n')};`)
}

// Before the first step of a connection nothing is counted, and any change of any row may be one that matters.
const unwatchedMark = (db: ReadableDb) => `t${get<{ n: number }>(db, 'SELECT total_changes() AS n')?.n ?? 0}`

/**
 * A mark that differs whenever a row of what it stands for may have changed since another: whoever has worked something
 * out about all of them keeps it as long as the mark stands. Not settled: within a write that may yet be rolled back,
 * after which the same mark may come again for other rows.
 */
export function markOf(db: ReadableDb, of: keyof typeof marks): { mark: string; settled: boolean } {
  const counted = watched.has(db)
    ? `n${get<{ n: number }>(db, `SELECT n FROM temp.${of}_changes`)?.n ?? 0}`
    : unwatchedMark(db)
  return { mark: counted, settled: (isReading(db) && !isAsThen(db)) || !raw(db).inTransaction }
}

/**
 * Rows of names, titles, addresses and numbers that may have changed since a settled mark of `bearers`, each once; null
 * where nobody can tell, or so much has changed that all may as well be read.
 */
export function toldSince(db: ReadableDb, mark: string): { tbl: string; id: string }[] | null {
  const began = watched.get(db)
  if (began === undefined || (mark.startsWith('t') && mark !== began)) return null
  const since = mark === began ? 0 : Number(mark.slice(1))
  const changes = get<{ n: number }>(db, 'SELECT n FROM temp.bearers_changes')?.n ?? 0
  if (changes - since > keptTold) return null
  return all(db, 'SELECT DISTINCT tbl, id FROM temp.told_change WHERE n > ?', [since])
}

/** Top of the done or the undone steps. */
function top(db: ReadableDb, undone: boolean): Step | undefined {
  return undone
    ? get<Step>(db, 'SELECT step, method, at, key FROM undo_step WHERE undone = 1 ORDER BY step LIMIT 1')
    : get<Step>(db, 'SELECT step, method, at, key FROM undo_step WHERE undone = 0 ORDER BY step DESC LIMIT 1')
}

/**
 * Runs a write as one step. Within the caller's transaction.
 * @param key joins writes of the same method and key that follow each other quickly (typing)
 */
export function recordStep<T>(
  db: WritableDb,
  step: { method: string; key: string | null; at: Date },
  write: () => T,
): T {
  assert(watched.has(db), 'changes are watched before the first step')
  // Undone steps are always the newest ones.
  const newest = get<Step & { undone: number }>(
    db,
    'SELECT step, method, at, key, undone FROM undo_step ORDER BY step DESC LIMIT 1',
  )
  if (newest?.undone === 1) run(db, 'DELETE FROM undo_step WHERE undone = 1')
  const last = newest?.undone === 1 ? top(db, false) : newest
  // A clock that was set back says nothing of how quickly one write followed the other.
  const between = last === undefined ? Number.NaN : step.at.getTime() - Date.parse(last.at)
  const joins =
    last !== undefined &&
    step.key !== null &&
    last.method === step.method &&
    last.key === step.key &&
    between >= 0 &&
    between < joinWithin
  const at = step.at.toISOString()
  let number: number
  if (joins) {
    number = last.step
    if (between >= moveTimeAfter) run(db, 'UPDATE undo_step SET at = ? WHERE step = ?', [at, number])
  } else {
    run(db, 'INSERT INTO undo_step (method, key, at) VALUES (?, ?, ?)', [step.method, step.key, at])
    number = get<{ step: number }>(db, 'SELECT last_insert_rowid() AS step')?.step ?? 0
    run(db, 'DELETE FROM undo_step WHERE step <= ?', [number - keptSteps])
  }
  run(db, 'INSERT INTO temp.undo_open VALUES (?)', [number])
  run(db, 'DELETE FROM temp.told_change WHERE n <= (SELECT n FROM temp.bearers_changes) - ?', [keptTold])
  const value = writtenAt(db, at, write)
  run(db, 'DELETE FROM temp.undo_open')
  // A joined step has changes already.
  const empty = !joins && get(db, 'SELECT 1 FROM undo_change WHERE step = ? LIMIT 1', [number]) === undefined
  if (empty) run(db, 'DELETE FROM undo_step WHERE step = ?', [number])
  return value
}

/** Puts one row as it was: absent, or with exactly these columns. */
function putRow(db: WritableDb, { image, ...change }: RowThen): void {
  if (image === null) {
    run(db, `DELETE FROM ${change.tbl} WHERE id = ?`, [change.id])
    return
  }
  // A row stored before the table got a further column takes that column's default.
  const kept = new Set(all<{ key: string }>(db, 'SELECT key FROM json_each(?)', [image]).map(({ key }) => key))
  const names = columns(db, change.tbl).filter((name) => kept.has(name))
  const values = names.map((name) => `json_extract(@image, '$.${name}')`)
  const exists = get(db, `SELECT 1 FROM ${change.tbl} WHERE id = ?`, [change.id]) !== undefined
  if (exists) {
    const set = names.map((name, index) => `"${name}" = ${values[index]}`).join(', ')
    run(db, `UPDATE ${change.tbl} SET ${set} WHERE id = @id`, { image, id: change.id })
  } else {
    const list = names.map((name) => `"${name}"`).join(', ')
    run(db, `INSERT INTO ${change.tbl} (${list}) SELECT ${values.join(', ')}`, { image })
  }
}

/** Stores how a row is now, for the way forward again. */
function keepAfter(db: WritableDb, step: number, { tbl, id }: Change): void {
  const now = `(SELECT ${image(columns(db, tbl), 'now')} FROM ${tbl} AS now WHERE now.id = @id)`
  run(db, `UPDATE undo_change SET after = ${now} WHERE step = @step AND tbl = @tbl AND id = @id`, { step, tbl, id })
}

/** Takes the last step back, or does the last undone one again. Within the caller's transaction. */
export function moveHistory(db: WritableDb, direction: 'undo' | 'redo'): void {
  const step = top(db, direction === 'redo')
  if (step === undefined) throw new KansliError('undo.nothing')
  raw(db).pragma('defer_foreign_keys = ON')
  // Paragraphs first: a state that is kept as one changes or goes keeps what stands beside its words.
  const changes = all<Change>(
    db,
    `SELECT tbl, id, before, after FROM undo_change WHERE step = ? ORDER BY tbl <> 'paragraph'`,
    [step.step],
  )
  // Before any row moves: one that goes may take others along.
  if (direction === 'undo') changes.forEach((change) => keepAfter(db, step.step, change))
  const images = changes.map((change) => ({ ...change, image: direction === 'undo' ? change.before : change.after }))
  assertNoneApproved(db, step.step, images, putRow)
  images.forEach((row) => putRow(db, row))
  run(db, 'UPDATE undo_step SET undone = ? WHERE step = ?', [direction === 'undo' ? 1 : 0, step.step])
}

/** What undo and redo would do next. */
export function historyState(db: ReadableDb): { undo: Step | null; redo: Step | null } {
  return { undo: top(db, false) ?? null, redo: top(db, true) ?? null }
}
