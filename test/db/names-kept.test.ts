import { expect, it } from 'vitest'
import { namePairs } from '#core/identity/name-pairs.ts'
import { knownPeople } from '#core/register/known.ts'
import { insert, raw, reading, type WritableDb } from '#db/connection.ts'
import { recordStep, watchChanges } from '#db/undo.ts'
import { newWorkspace, someDay } from '../helpers/workspace.ts'

function add(db: WritableDb, name: string): void {
  const key = { match_key: name.toLowerCase(), fold_key: name.toLowerCase() }
  insert(db, 'person', { id: name, name, sort_key: name })
  insert(db, 'person_name', { id: name, person_id: name, text: name, ...key })
}

it('what is worked out about all names is kept from one read to the next, until a name changes', () => {
  const { db } = newWorkspace()
  add(db, 'Asta Prov')
  const known = () => reading(db, knownPeople)
  const pairs = () => reading(db, (open) => namePairs(open, 'person'))
  const first = known()
  expect(known()).toBe(first)
  expect(pairs()).toEqual([])
  watchChanges(db)
  raw(db).transaction(() =>
    recordStep(db, { method: 'items.add', key: null, at: someDay }, () => add(db, 'Asta Proov')),
  )()
  expect(known().map(({ name }) => name)).toEqual(['Asta Prov', 'Asta Proov'])
  expect(known()).toBe(known())
  expect(pairs()).toHaveLength(1)
})
