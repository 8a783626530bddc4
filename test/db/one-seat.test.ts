/** Whose seat a deputy takes now follows from their times of service, whichever way either is written. */
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { all, brand, get, raw, type WritableDb } from '#db/connection.ts'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/open.ts'
import { moveHistory, recordStep, watchChanges } from '#db/undo.ts'

const upTo = (version: number) => migrations.filter((step) => step.version <= version)
const version = (db: Database.Database) => db.pragma('user_version', { simple: true }) as number

/** A running meeting at a version, with the rows a (who may serve), b and c. */
function meeting(at: number, state = 'running') {
  const driver = new Database(':memory:')
  driver.pragma('foreign_keys = ON')
  const db = brand(driver)
  migrate(db, 0, upTo(at))
  driver.exec(`
    INSERT INTO person (id, name, sort_key) VALUES ('p', 'Prov', 'prov');
    INSERT INTO meeting (id, kind, language, title, created_at, state) VALUES ('m', 'protokoll', 'sv', 'Prov', '', '${state}');
  `)
  for (const [position, id] of ['a', 'b', 'c'].entries())
    driver.exec(`INSERT INTO attendance (id, meeting_id, position, list_group, person_id, name, as_written, status, mode)
      VALUES ('${id}', 'm', ${position}, 1, 'p', '${id}', '${id}', 'present', 'room')`)
  return { driver, db }
}

const seat = (db: WritableDb) =>
  get<{ at: string | null }>(db, "SELECT deputy_for_id AS at FROM attendance WHERE id = 'a'")?.at
const served = (db: WritableDb) =>
  all<{ seat: string; ended: string | null }>(
    db,
    "SELECT seat_id AS seat, ended FROM deputyship WHERE attendance_id = 'a' ORDER BY position",
  ).map((one) => [one.seat, one.ended])

/** A step as it was kept before there were times of service: of the row of the list alone. */
function oldStep(driver: Database.Database, change: string): void {
  const image = () => {
    const row = driver.prepare("SELECT * FROM attendance WHERE id = 'a'").get()
    return row === undefined ? null : JSON.stringify(row)
  }
  const before = image()
  driver.exec(change)
  const { lastInsertRowid } = driver.prepare("INSERT INTO undo_step (method, at) VALUES ('old', '')").run()
  driver
    .prepare("INSERT INTO undo_change (step, tbl, id, before) VALUES (?, 'attendance', 'a', ?)")
    .run(lastInsertRowid, before)
}

const serves = (id: string | null) =>
  `UPDATE attendance SET deputy_for_id = ${id === null ? 'NULL' : `'${id}'`} WHERE id = 'a'`

describe('the seat that a deputy takes now', () => {
  it('is that of the time of service that has not ended, through any steps back and forth', () => {
    const { driver, db } = meeting(Infinity)
    watchChanges(db)
    const step = (sql: string) => {
      driver.exec('BEGIN')
      recordStep(db, { method: 'prov', key: null, at: new Date(0) }, () => driver.exec(sql))
      driver.exec('COMMIT')
    }
    step("INSERT INTO deputyship (id, attendance_id, seat_id, position, began) VALUES ('x', 'a', 'b', 0, 'arrived')")
    step("UPDATE deputyship SET ended = 'left'")
    step("INSERT INTO deputyship (id, attendance_id, seat_id, position, began) VALUES ('y', 'a', 'c', 1, 'arrived')")
    step("DELETE FROM deputyship WHERE id = 'y'")
    step('UPDATE deputyship SET ended = NULL')
    step("DELETE FROM attendance WHERE id = 'b'")
    const states = ['b', null, 'c', null, 'b', null]
    expect(seat(db)).toBe(states.at(-1))
    const move = (direction: 'undo' | 'redo') => {
      driver.exec('BEGIN')
      moveHistory(db, direction)
      driver.exec('COMMIT')
      return seat(db)
    }
    for (const state of states.slice(0, -1).toReversed()) expect(move('undo')).toBe(state)
    expect(move('undo')).toBeNull()
    for (const state of states) expect(move('redo')).toBe(state)
  })

  it('cannot be written beside them', () => {
    const { driver, db } = meeting(Infinity)
    driver.exec(serves('b'))
    expect(seat(db)).toBeNull()
    driver.exec(
      "INSERT INTO deputyship (id, attendance_id, seat_id, position, began) VALUES ('x', 'a', 'b', 0, 'arrived')",
    )
    driver.exec(serves('c'))
    expect(seat(db)).toBe('b')
  })

  it('comes back with its time of service by steps that are older than those, and goes forward again', () => {
    const { driver, db } = meeting(210)
    oldStep(driver, serves('b'))
    oldStep(driver, "UPDATE attendance SET capacity = 'ledamot' WHERE id = 'a'")
    oldStep(driver, serves('c'))
    oldStep(driver, serves(null))
    oldStep(driver, serves('b'))
    migrate(db, version(driver))
    watchChanges(db)
    expect([seat(db), served(db)]).toEqual(['b', [['b', null]]])
    const move = (direction: 'undo' | 'redo') => {
      driver.exec('BEGIN')
      moveHistory(db, direction)
      driver.exec('COMMIT')
      return [seat(db), served(db)]
    }
    const states = [
      [null, []],
      ['c', [['c', null]]],
      ['b', [['b', null]]],
      ['b', [['b', null]]],
      [null, []],
    ]
    for (const state of states) expect(move('undo')).toEqual(state)
    expect(driver.pragma('foreign_key_check')).toEqual([])
    const forward = [
      ['b', [['b', null]]],
      ['b', [['b', null]]],
      ['c', [['c', null]]],
      [null, []],
      ['b', [['b', null]]],
    ]
    for (const state of forward) expect(move('redo')).toEqual(state)
  })

  it('goes forward again by old steps that were undone as the file became newer', () => {
    const { driver, db } = meeting(210)
    oldStep(driver, serves('b'))
    const after = JSON.stringify(driver.prepare("SELECT * FROM attendance WHERE id = 'a'").get())
    driver.exec(serves(null))
    driver.prepare('UPDATE undo_change SET after = ?').run(after)
    driver.exec('UPDATE undo_step SET undone = 1')
    migrate(db, version(driver))
    watchChanges(db)
    raw(db).transaction(() => moveHistory(db, 'redo'))()
    expect([seat(db), served(db)]).toEqual(['b', [['b', null]]])
  })

  it('is put right in a file that has the two apart, but in approved minutes', () => {
    for (const [state, expected] of [
      ['draft', null],
      ['approved', 'b'],
    ] as const) {
      const { driver, db } = meeting(230, 'draft')
      driver.exec(serves('b'))
      driver.exec(`UPDATE meeting SET state = '${state}'`)
      migrate(db, version(driver))
      expect([state, seat(db)]).toEqual([state, expected])
    }
  })
})
