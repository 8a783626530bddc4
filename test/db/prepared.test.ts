import { expect, it, vi } from 'vitest'
import { all, insert } from '#db/connection.ts'
import { newWorkspace } from '../helpers/workspace.ts'

it('a statement of two tables, with an order or a limit, is compiled once, whatever values it is given', () => {
  const { db } = newWorkspace()
  for (const id of ['a', 'b']) {
    insert(db, 'person', { id, name: id, sort_key: id })
    insert(db, 'person_name', { id, person_id: id, text: id, match_key: id, fold_key: id })
  }
  // Behind each compiling the driver makes itself a function for the rows, by the only means it has of making one.
  const made = vi.spyOn(globalThis, 'Function')
  const statements = [
    'SELECT n.text FROM person_name n JOIN person p ON p.id = n.person_id WHERE p.id = @id AND n.text <> @no',
    'SELECT n.text FROM person_name n WHERE n.person_id IS @id AND n.text <> @no ORDER BY n.match_key LIMIT @most',
  ]
  const bind = (id: string) => ({ id, no: 'c', most: 1 })
  try {
    for (const sql of statements)
      for (const id of ['a', 'b', 'a']) expect(all(db, sql, bind(id))).toEqual([{ text: id }])
    expect(made).toHaveBeenCalledTimes(statements.length)
  } finally {
    made.mockRestore()
  }
})
