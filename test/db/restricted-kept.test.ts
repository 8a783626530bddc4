/** What is remembered of restricted people follows the rows that change, and is what all rows would give. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Called } from '#core/privacy/called.ts'
import { restrictedIn } from '#core/privacy/restricted.ts'
import { calledIn, finderOf, partsOf, subjectOf } from '#core/privacy/subject.ts'
import { insert, raw, reading, run, type WritableDb } from '#db/connection.ts'
import { calledRows, type CalledRow } from '#db/queries/called.ts'
import { restrictedPeople } from '#db/queries/privacy.ts'
import { markOf, moveHistory, recordStep, toldSince, watchChanges } from '#db/undo.ts'
import { newWorkspace, someDay } from '../helpers/workspace.ts'

const words = ['Zorva', 'Qvirn', 'Ek', 'Zorva-Qvirn', 'Dottra', 'zorva']
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
const point = fc.constantFrom('zorva@prov.example', 'ek@prov.example', '070-555 01 02', '+46 70 555 01 02', '08-555 03')
const who = fc.constantFrom('a', 'b', 'c')

describe('what others are called', () => {
  const row = fc.oneof(
    fc.record({ tbl: fc.constantFrom('person', 'person_name'), owner: who, kind: fc.constant('name'), text }),
    fc.record({ tbl: fc.constantFrom('body', 'theme'), owner: fc.constant(null), kind: fc.constant('name'), text }),
    fc.record({
      tbl: fc.constant('contact_point'),
      owner: fc.option(who),
      kind: fc.constantFrom('email', 'phone'),
      text: point,
    }),
  ) as fc.Arbitrary<Omit<CalledRow, 'id'>>
  const change = fc.tuple(fc.constantFrom('1', '2'), row, fc.boolean())

  it('is after any changes the same as when it is worked out of the rows there are', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), fc.array(text, { maxLength: 3 }), (changes, forms) => {
        const [told, rows] = [new Called([]), new Map<string, CalledRow>()]
        const seen = (called: Called) =>
          ['a', 'b', 'nobody'].map((id) => {
            const isOthers = called.wordOfOthers(id)
            return [
              called.keptBy(id, forms).toSorted(),
              called.ownPoints(id).toSorted(),
              ['zorva', 'qvirn', 'ek', 'dottra'].map(isOthers),
            ]
          })
        for (const [id, one, goes] of changes) {
          const now: CalledRow = { ...one, id }
          if (goes) rows.delete(`${now.tbl} ${id}`)
          else rows.set(`${now.tbl} ${id}`, now)
          told.change(now, goes ? null : now)
          expect(seen(told)).toEqual(seen(new Called([...rows.values()])))
        }
      }),
    )
  })
})

const names = (db: WritableDb, id: string, name: string) =>
  insert(db, 'person_name', { id: `n${id}`, person_id: id, text: name, match_key: name, fold_key: name })

/** Each changes one thing, and changes nothing where it cannot. */
const acts: ((db: WritableDb, id: string, to: string) => void)[] = [
  (db, id, to) => run(db, 'UPDATE person SET name = ? WHERE id = ?', [to, id]),
  (db, id, to) => run(db, 'UPDATE person_name SET text = ? WHERE person_id = ?', [to, id]),
  (db, id) => run(db, 'DELETE FROM person_name WHERE person_id = ?', [id]),
  (db, id, to) => {
    run(db, 'DELETE FROM person_name WHERE person_id = ?', [id])
    names(db, id, to)
  },
  // A write that leaves what is there may not hide that something came.
  (db, id, to) => run(db, 'INSERT OR IGNORE INTO person (id, name, sort_key) VALUES (?, ?, ?)', [`${id}${to}`, to, to]),
  (db, id) => run(db, `UPDATE person SET status = iif(status = 'active', 'restricted', 'active') WHERE id = ?`, [id]),
  (db, id) => {
    run(db, 'DELETE FROM contact_point WHERE id = ?', [id])
    insert(db, 'contact_point', { id, person_id: id, kind: 'email', value: 'zorva@prov.example' })
  },
  (db, id) => run(db, `UPDATE contact_point SET kind = 'url' WHERE id = ?`, [id]),
  (db, _, to) => run(db, 'UPDATE body SET name = ?', [to]),
]

function register(): WritableDb {
  const { db } = newWorkspace()
  for (const id of ['a', 'b', 'c']) {
    insert(db, 'person', {
      id,
      name: `Zorva ${id.toUpperCase()}`,
      sort_key: id,
      status: id === 'a' ? 'restricted' : 'active',
    })
    names(db, id, `Zorva ${id.toUpperCase()}`)
  }
  insert(db, 'body', { id: 'body', name: 'Rådet', sort_key: 'r', match_key: 'r', fold_key: 'r' })
  return db
}

const write = (db: WritableDb, of: () => void) =>
  raw(db).transaction(() => recordStep(db, { method: 'items.add', key: null, at: someDay }, of))()

const probes = [
  ...words,
  'Zorva A',
  'Zorva Bs',
  'ZORVA C',
  'Zorva Qvirn Ek',
  'Dottra Zorva talade',
  'zorva@prov.example',
  'ek@prov.example',
]

describe('what is remembered of restricted people', () => {
  it('is the same as what all rows give, after any writes, also such as are taken back or fail', () => {
    const act = fc.tuple(
      fc.nat({ max: acts.length - 1 }),
      who,
      text,
      fc.constantFrom('kept', 'kept', 'failed', 'undo', 'redo'),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.boolean(), (sequence, isEarly) => {
        const db = register()
        const told = () => {
          const restricted = reading(db, restrictedIn)
          return restricted === null ? null : probes.filter((probe) => restricted.isNamed(probe))
        }
        const anew = () => {
          const finders = restrictedPeople(db).map(({ id: person }) => {
            const subject = subjectOf(db, { id: person })
            return finderOf(subject, partsOf(calledIn(db), person, subject.names))
          })
          if (finders.length === 0) return null
          return probes.filter((probe) => finders.some((find) => find(probe).length > 0))
        }
        if (isEarly) told()
        watchChanges(db)
        for (const [which, id, to, how] of sequence) {
          const change = () => acts[which]?.(db, id, to)
          if (how === 'kept') write(db, change)
          else if (how === 'failed')
            expect(() =>
              write(db, () => {
                change()
                // Whoever looks within the write leaves nothing behind.
                restrictedIn(db)
                throw new Error('failed')
              }),
            ).toThrow('failed')
          else
            try {
              raw(db).transaction(() => moveHistory(db, how))()
            } catch (error) {
              expect(error).toMatchObject({ code: 'undo.nothing' })
            }
          expect(told()).toEqual(anew())
        }
      }),
      { numRuns: 40 },
    )
  })

  it('stands, with what was looked through by it, when somebody of no such name comes or goes', () => {
    const db = register()
    const first = reading(db, restrictedIn)
    watchChanges(db)
    const insertOther = (id: string, name: string) => insert(db, 'person', { id, name, sort_key: name })
    write(db, () => insertOther('other', 'Bodil Prov'))
    expect(reading(db, restrictedIn)).toBe(first)
    write(db, () => insertOther('like', 'Zorva A Ek'))
    expect(reading(db, restrictedIn)).not.toBe(first)
    expect(reading(db, restrictedIn)?.isNamed('Zorva A Ek')).toBe(false)
  })

  it('is told the rows that changed since, each once, and that it cannot be told of more', () => {
    const db = register()
    const before = markOf(db, 'bearers').mark
    watchChanges(db)
    write(db, () => run(db, `UPDATE person SET name = 'Ek' WHERE id = 'b'`))
    const between = markOf(db, 'bearers').mark
    write(db, () => run(db, `UPDATE person_name SET text = 'Ek' WHERE person_id = 'b'`))
    write(db, () => run(db, `UPDATE person_name SET text = 'Eks' WHERE person_id = 'b'`))
    const name = { tbl: 'person_name', id: 'nb' }
    expect(toldSince(db, between)).toEqual([name])
    expect(toldSince(db, before)?.toSorted((a, b) => a.tbl.localeCompare(b.tbl))).toEqual([
      { tbl: 'person', id: 'b' },
      name,
    ])
    expect(toldSince(db, 't999999')).toBeNull()
    expect(
      calledRows(db)
        .filter(({ owner }) => owner === 'b')
        .map(({ text: called }) => called),
    ).toEqual(['Ek', 'Eks'])
    const many = (count: number) =>
      write(db, () => {
        for (let at = 0; at < count; at += 1) run(db, `UPDATE person SET name = ? WHERE id = 'c'`, [`Ek ${at}`])
      })
    const last = markOf(db, 'bearers').mark
    many(2000)
    expect(toldSince(db, last)).toEqual([{ tbl: 'person', id: 'c' }])
    many(1)
    expect(toldSince(db, last)).toBeNull()
    // What nobody can be told of any more is not kept.
    many(1)
    expect(raw(db).prepare('SELECT count(*) FROM temp.told_change').pluck().get()).toBeLessThanOrEqual(2001)
  })
})
