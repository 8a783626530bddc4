import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { all, get, insert, reading, run, type WritableDb } from '#db/connection.ts'
import { newWorkspace } from '../helpers/workspace.ts'

describe('a read', () => {
  it('is refused every kind of change by force, where a cast got round the types, and leaves each byte as it was', () => {
    const { db, path } = newWorkspace()
    insert(db, 'setting', { id: 'prov', value: '1' })
    const bytes = () => [path, `${path}-wal`].map((file) => readFileSync(file).toString('base64'))
    const before = bytes()
    for (const sql of [
      "INSERT INTO setting (id, value) VALUES ('x', '1')",
      "UPDATE setting SET value = '2'",
      'DELETE FROM setting',
      'DROP TABLE setting',
      "UPDATE setting SET value = '2' RETURNING value",
    ])
      // What a handler would have to do on purpose.
      expect(() => reading(db, (only) => run(only as WritableDb, sql)), sql).toThrow('a read tried to write')
    expect(() => reading(db, (only) => all(only, "UPDATE setting SET value = '2' RETURNING value"))).toThrow()
    expect(bytes()).toEqual(before)
    expect(get(db, "SELECT value FROM setting WHERE id = 'prov'")).toEqual({ value: '1' })
  })

  it('within a read leaves the outer one a read, and writing goes on after both, also after a fault', () => {
    const { db } = newWorkspace()
    const write = () => run(db, "INSERT INTO setting (id, value) VALUES ('y', '1')")
    expect(() =>
      reading(db, () => {
        reading(db, () => 1)
        write()
      }),
    ).toThrow('a read tried to write')
    expect(write()).toBe(1)
  })
})
