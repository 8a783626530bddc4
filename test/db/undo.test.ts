import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, insert, raw, run, tables, type WritableDb } from '#db/connection.ts'
import { historyState, moveHistory, recordStep, watchChanges } from '#db/undo.ts'
import { newWorkspace, someDay } from '../helpers/workspace.ts'

function step(db: WritableDb, write: () => void, key: string | null = null, at = someDay): void {
  watchChanges(db)
  raw(db).transaction(() => recordStep(db, { method: 'items.add', key, at }, write))()
}
function move(db: WritableDb, direction: 'undo' | 'redo'): void {
  raw(db).transaction(() => moveHistory(db, direction))()
}
function everything(db: WritableDb): unknown {
  return Object.fromEntries(tables.map((table) => [table, all(db, `SELECT * FROM ${table} ORDER BY id`)]))
}

const body = (id: string, parent: string | null = null) => ({
  id,
  name: `Grupp ${id}`,
  type: null,
  parent_id: parent,
  sort_key: id,
  match_key: id,
  fold_key: id,
})

const meeting = { id: 'm', kind: 'protokoll', language: 'sv', title: 'Prov', created_at: someDay.toISOString() }

describe('undo', () => {
  it('puts back rows that a removal took along, with their parents', () => {
    const { db } = newWorkspace()
    insert(db, 'organisation', { id: 'o', name: 'Myndigheten', type: null, sort_key: 'm' })
    insert(db, 'organisation_name', {
      id: 'n',
      organisation_id: 'o',
      text: 'Myndigheten',
      match_key: 'm',
      fold_key: 'm',
    })
    const before = everything(db)
    step(db, () => run(db, 'DELETE FROM organisation'))
    expect(all(db, 'SELECT * FROM organisation_name')).toEqual([])
    move(db, 'undo')
    expect(everything(db)).toEqual(before)
  })

  it('joins quick writes to the same thing into one step, and keeps slow ones apart', () => {
    const { db } = newWorkspace()
    const later = (seconds: number) => new Date(someDay.getTime() + seconds * 1000)
    insert(db, 'body', body('a'))
    step(db, () => run(db, "UPDATE body SET name = 'x'"), 'a', later(0))
    step(db, () => run(db, "UPDATE body SET name = 'xy'"), 'a', later(2))
    step(db, () => run(db, "UPDATE body SET name = 'xyz'"), 'a', later(60))
    move(db, 'undo')
    expect(all(db, 'SELECT name FROM body')).toEqual([{ name: 'xy' }])
    move(db, 'undo')
    expect(all(db, 'SELECT name FROM body')).toEqual([{ name: 'Grupp a' }])
  })

  it('takes back a step that was stored before its table got further columns', () => {
    const { db } = newWorkspace()
    insert(db, 'meeting', meeting)
    step(db, () => run(db, "UPDATE meeting SET title = 'Därefter', state = 'planned'"))
    // As a program stored it that did not know the columns of live minutes.
    const later = ['state', 'series_id', 'number', 'remote_tool', 'previous_id', 'approve_by', 'calendar_uid']
    run(db, `UPDATE undo_change SET before = json_remove(before, ${later.map((name) => `'$.${name}'`).join(', ')})`)
    move(db, 'undo')
    expect(all(db, 'SELECT title, state FROM meeting')).toEqual([{ title: 'Prov', state: 'planned' }])
    step(db, () => run(db, 'DELETE FROM meeting'))
    run(db, `UPDATE undo_change SET before = json_remove(before, ${later.map((name) => `'$.${name}'`).join(', ')})`)
    move(db, 'undo')
    expect(all(db, 'SELECT title, state, number FROM meeting')).toEqual([
      { title: 'Prov', state: 'draft', number: null },
    ])
  })

  it('has nothing to redo after a new write', () => {
    const { db } = newWorkspace()
    step(db, () => insert(db, 'body', body('a')))
    move(db, 'undo')
    expect(historyState(db).redo).not.toBeNull()
    step(db, () => insert(db, 'body', body('b')))
    expect(historyState(db).redo).toBeNull()
    expect(() => move(db, 'redo')).toThrow('undo.nothing')
  })

  it('makes no step of a write that changed nothing', () => {
    const { db } = newWorkspace()
    step(db, () => undefined)
    expect(historyState(db).undo).toBeNull()
  })

  it('walks any sequence of writes back to the start and forward to the end', () => {
    const ids = ['a', 'b', 'c', 'd']
    const act = fc.oneof(
      fc.record({
        do: fc.constant('add' as const),
        id: fc.constantFrom(...ids),
        parent: fc.option(fc.constantFrom(...ids), { nil: null }),
      }),
      fc.record({
        do: fc.constant('rename' as const),
        id: fc.constantFrom(...ids),
        name: fc.string({ unit: 'grapheme' }),
      }),
      fc.record({ do: fc.constant('remove' as const), id: fc.constantFrom(...ids) }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (steps) => {
        const { db, close } = newWorkspace()
        const start = everything(db)
        for (const acts of steps) {
          step(db, () => {
            for (const one of acts) {
              const has = (id: string) => all(db, 'SELECT 1 FROM body WHERE id = ?', [id]).length > 0
              if (one.do === 'add' && !has(one.id))
                insert(db, 'body', body(one.id, one.parent !== null && has(one.parent) ? one.parent : null))
              if (one.do === 'rename')
                run(db, 'UPDATE body SET name = ? WHERE id = ?', [one.name.toWellFormed(), one.id])
              if (one.do === 'remove' && all(db, 'SELECT 1 FROM body WHERE parent_id = ?', [one.id]).length === 0)
                run(db, 'DELETE FROM body WHERE id = ?', [one.id])
            }
          })
        }
        const back: unknown[] = [everything(db)]
        while (historyState(db).undo !== null) {
          move(db, 'undo')
          back.push(everything(db))
        }
        expect(back.at(-1)).toEqual(start)
        while (historyState(db).redo !== null) {
          back.pop()
          move(db, 'redo')
          expect(everything(db)).toEqual(back.at(-1))
        }
        expect(back).toHaveLength(1)
        close({ at: someDay })
      }),
      { numRuns: 40 },
    )
  })
})
