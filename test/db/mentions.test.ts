import { expect, it } from 'vitest'
import { insert, raw, type WritableDb } from '#db/connection.ts'
import { now } from '#db/queries/past.ts'
import { personView } from '#core/register/views.ts'
import { newWorkspace, someDay } from '../helpers/workspace.ts'

/** Minutes in which every paragraph holds the letters looked for, and only one in `every` the name. */
function fill(db: WritableDb, count: number, every: number): void {
  const keys = { sort_key: 'b', match_key: 'b', fold_key: 'b' }
  insert(db, 'person', { id: 'p', name: 'Bo', sort_key: 'b' })
  for (const text of ['Bo', 'o'])
    insert(db, 'person_name', { id: text, person_id: 'p', text, match_key: keys.match_key, fold_key: keys.fold_key })
  raw(db).transaction(() => {
    for (let at = 0; at < count; at += 1) {
      const id = String(at).padStart(6, '0')
      raw(db)
        .prepare(
          `INSERT INTO meeting (id, kind, language, title, date, created_at) VALUES (?, 'minutes', 'sv', 'M', '2031-03-03', ?)`,
        )
        .run(id, someDay.toISOString())
      raw(db)
        .prepare(
          `INSERT INTO agenda_item (id, meeting_id, position, number_style, title) VALUES (?, ?, 0, 'none', 'P')`,
        )
        .run(id, id)
      const text = at % every === 0 ? `Bo talade ${at}.` : 'Bokföring och Bolag.'
      raw(db)
        .prepare(`INSERT INTO paragraph (id, item_id, position, kind, text) VALUES (?, ?, 0, 'paragraph', ?)`)
        .run(id, id, text)
    }
  })()
}

it('finds the fifty newest sentences of a name that stands inside thousands of other words, and lets the connection go', () => {
  const { db } = newWorkspace()
  fill(db, 6000, 100)
  const { mentions } = personView(db, 'p', { on: '2030-05-06', past: now })
  expect(mentions).toHaveLength(50)
  expect(mentions[0]?.quote).toBe('Bo talade 0.')
  expect(mentions.at(-1)?.quote).toBe('Bo talade 4900.')
  // Left in the middle, the reading is over: the connection takes writes again.
  insert(db, 'person', { id: 'q', name: 'Ny', sort_key: 'n' })
})
