/** Merges, edits and merges taken back, in any order: every reference ends where it belongs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KansliError } from '#contract/errors.ts'
import { decide, reverse } from '#core/identity/decide.ts'
import { split } from '#core/identity/split.ts'
import type { Ports } from '#core/ports.ts'
import { all, get, raw, run, update, type WritableDb } from '#db/connection.ts'
import { survivorOf } from '#db/queries/identity.ts'
import { newWorkspace, someDay } from '../helpers/workspace.ts'
import { attend, entry, meeting, newId, tenure } from './identity-register.ts'

type Context = { db: WritableDb; ports: Ports }

function context(db: WritableDb): Context {
  let ticks = 0
  // Answers want nothing but a clock and new ids.
  const ports = { clock: () => new Date(someDay.getTime() + (ticks += 1000)), newId } as unknown as Ports
  return { db, ports }
}

/** Where every row belongs when all merges are taken back, as "table id". */
type Homes = Map<string, string>

type Scene = { db: WritableDb; at: Context; people: string[]; homes: Homes; where: string }

function scene(db: WritableDb): Scene {
  const homes: Homes = new Map()
  const where = meeting(db)
  const names = ['Karl Provkvist', 'Carl Provqvist', 'Karl Provqvist', 'Kalle Provkvist', 'K. Provkvist']
  const people = names.map((name) => entry(db, 'person', name, { names: [`${name} den förste`] }))
  for (const [place, id] of people.entries()) {
    homes.set(`attendance ${attend(db, meeting(db), id, `Skrivet ${place}`)}`, id)
    homes.set(`tenure ${tenure(db, { person_id: id, title: `Titel ${place}` })}`, id)
  }
  for (const { id, owner } of all<{ id: string; owner: string }>(db, 'SELECT id, person_id AS owner FROM person_name'))
    homes.set(`person_name ${id}`, owner)
  return { db, at: context(db), people, homes, where }
}

const living = ({ db }: Scene) => all<{ id: string }>(db, 'SELECT id FROM person ORDER BY rowid').map(({ id }) => id)
const standing = ({ db }: Scene) =>
  all<{ id: string }>(
    db,
    `SELECT id FROM identity_decision WHERE verdict = 'same' AND reversed_at IS NULL ORDER BY rowid`,
  ).map(({ id }) => id)
const pick = <T>(list: readonly T[], choice: number): T | undefined => list[choice % Math.max(1, list.length)]

function refusable(act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof KansliError)) throw error
  }
}

const acts: Readonly<Record<string, (scene: Scene, x: number, y: number) => void>> = {
  merge(scene, x, y) {
    const [a, b] = [pick(living(scene), x), pick(living(scene), y)]
    if (a === undefined || b === undefined || a === b) return
    const name = pick(['Karl Provkvist', 'Carl Provqvist', 'Karl den Tredje', undefined], x + y)
    refusable(() =>
      decide(scene.at, {
        kind: 'person',
        ids: [a, b],
        verdict: 'same',
        keep: a,
        ...(name === undefined ? {} : { name }),
      }),
    )
  },
  reverse(scene, x) {
    const decision = pick(standing(scene), x)
    if (decision !== undefined) reverse(scene.at, decision)
  },
  add(scene, x) {
    const owner = pick(living(scene), x)
    if (owner !== undefined) scene.homes.set(`attendance ${attend(scene.db, scene.where, owner, 'Senare')}`, owner)
  },
  remove(scene, x) {
    const rows = [...scene.homes.keys()].filter((key) => key.startsWith('attendance'))
    const key = pick(rows, x)
    if (key === undefined) return
    run(scene.db, 'DELETE FROM attendance WHERE id = ?', [key.split(' ')[1] ?? ''])
    scene.homes.delete(key)
  },
  /** Somebody gives a row of a list to another person by hand; each row at most once. */
  give(scene, x, y) {
    const row = pick(all<{ id: string }>(scene.db, `SELECT id FROM attendance WHERE items IS NULL ORDER BY rowid`), x)
    const owner = pick(living(scene), y)
    if (row === undefined || owner === undefined) return
    const key = `attendance ${row.id}`
    const before = get<{ owner: string }>(scene.db, 'SELECT person_id AS owner FROM attendance WHERE id = ?', [row.id])
    if (before?.owner === owner) return
    update(scene.db, 'attendance', row.id, { person_id: owner, items: 'given' })
    scene.homes.set(key, owner)
  },
  /** A fact is corrected: retired, and another in its place. */
  correct(scene, x) {
    const row = pick(
      all<{ id: string; owner: string }>(
        scene.db,
        'SELECT id, person_id AS owner FROM tenure WHERE retired_at IS NULL ORDER BY rowid',
      ),
      x,
    )
    if (row === undefined) return
    update(scene.db, 'tenure', row.id, { retired_at: '2032-01-01T00:00:00.000Z' })
    const made = tenure(scene.db, { person_id: row.owner, title: 'Rättad', replaces_id: row.id })
    scene.homes.set(`tenure ${made}`, scene.homes.get(`tenure ${row.id}`) ?? row.owner)
  },
  rename(scene, x, y) {
    const id = pick(living(scene), x)
    if (id !== undefined) update(scene.db, 'person', id, { name: `Omdöpt ${y % 3}`, sort_key: 'omdöpt' })
  },
  split(scene, x) {
    const id = pick(living(scene), x)
    if (id === undefined) return
    const [row] = all<{ id: string }>(
      scene.db,
      `SELECT id FROM attendance WHERE person_id = ? AND items IS NULL ORDER BY rowid`,
      [id],
    )
    if (row === undefined) return
    const made = split(scene.at, {
      kind: 'person',
      id,
      name: 'Utbruten',
      names: [],
      references: [{ table: 'attendance', column: 'person_id', row: row.id }],
    })
    update(scene.db, 'attendance', row.id, { items: 'given' })
    scene.homes.set(`attendance ${row.id}`, made.id)
  },
}

/** A run that failed left its transaction open. */
function restart(db: WritableDb): void {
  if (raw(db).inTransaction) raw(db).exec('ROLLBACK')
  raw(db).exec('BEGIN')
}

const words = (db: WritableDb) => all(db, 'SELECT id, name, as_written, meeting_id FROM attendance ORDER BY id')

describe('any sequence of merges, edits and merges taken back', () => {
  it('loses no reference, and once all merges are taken back each is where it belongs', () => {
    const { db } = newWorkspace()
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(60), fc.nat(60)), { maxLength: 22 }),
        fc.nat(60),
        (list, order) => {
          restart(db)
          const one = scene(db)
          for (const [act, x, y] of list) {
            const before = words(one.db)
            acts[act]?.(one, x, y)
            // What the minutes say changes only by acts on the minutes.
            if (act === 'merge' || act === 'reverse' || act === 'split') expect(words(one.db)).toEqual(before)
            for (const [key, home] of one.homes) {
              const [table = '', id = ''] = key.split(' ')
              const row = get<{ owner: string }>(one.db, `SELECT person_id AS owner FROM ${table} WHERE id = ?`, [id])
              expect(row?.owner, `${act}: ${key}`).toBe(survivorOf(one.db, 'person', home))
            }
          }
          for (let left = standing(one); left.length > 0; left = standing(one)) acts['reverse']?.(one, order, 0)
          for (const [key, home] of one.homes) {
            const [table = '', id = ''] = key.split(' ')
            expect(get(one.db, `SELECT person_id AS owner FROM ${table} WHERE id = ?`, [id]), key).toEqual({
              owner: home,
            })
          }
          expect(living(one)).toEqual(expect.arrayContaining(one.people))
        },
      ),
      {
        numRuns: 80,
        examples: [
          // Carried on by a second merge, home by the first one taken back, and then given by hand to whom the second made.
          [
            [
              ['merge', 42, 14],
              ['merge', 21, 14],
              ['remove', 0, 0],
              ['reverse', 0, 0],
              ['remove', 0, 0],
              ['give', 20, 5],
            ],
            0,
          ],
        ],
      },
    )
  }, 120_000)

  it('without edits between ends with every row of every table as it was', () => {
    const { db } = newWorkspace()
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 5 }),
        fc.nat(60),
        (merges, order) => {
          restart(db)
          const one = scene(db)
          const rows = () =>
            ['person', 'person_name', 'attendance', 'tenure', 'node_position'].map((table) =>
              all(one.db, `SELECT * FROM ${table} ORDER BY id`),
            )
          one.people
            .slice(1)
            .forEach((id, place) =>
              run(one.db, 'INSERT INTO node_position (id, x, y, pinned) VALUES (?, ?, 0, 0)', [id, place]),
            )
          const before = rows()
          for (const [x, y] of merges) acts['merge']?.(one, x, y)
          for (let left = standing(one); left.length > 0; left = standing(one)) acts['reverse']?.(one, order, 0)
          expect(rows()).toEqual(before)
        },
      ),
      { numRuns: 80 },
    )
  }, 120_000)
})

describe('bodies under each other', () => {
  it('come back under the body they were under, whatever was merged and in whatever order it is taken back', () => {
    const { db } = newWorkspace()
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 6 }),
        fc.nat(60),
        (merges, order) => {
          const at = context(db)
          restart(db)
          const made: string[] = []
          for (let place = 0; place < 6; place += 1)
            made.push(
              entry(db, 'body', `Provgrupp ${place}`, { parent: place < 2 ? null : (made[place >> 1] ?? null) }),
            )
          const rows = () => [all(db, 'SELECT * FROM body ORDER BY id'), all(db, 'SELECT * FROM body_name ORDER BY id')]
          const before = rows()
          for (const [x, y] of merges) {
            const there = all<{ id: string }>(db, 'SELECT id FROM body ORDER BY rowid').map(({ id }) => id)
            const [a, b] = [pick(there, x), pick(there, y)]
            if (a !== undefined && b !== undefined && a !== b)
              refusable(() => decide(at, { kind: 'body', ids: [a, b], verdict: 'same', keep: a }))
          }
          const left = () =>
            all<{ id: string }>(db, 'SELECT id FROM identity_decision WHERE reversed_at IS NULL ORDER BY rowid')
          for (let rest = left(); rest.length > 0; rest = left()) reverse(at, pick(rest, order)?.id ?? '')
          expect(rows()).toEqual(before)
        },
      ),
      { numRuns: 80 },
    )
  }, 120_000)
})
