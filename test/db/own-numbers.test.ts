import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { brand } from '#db/connection.ts'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/open.ts'

describe('the migration to numbers of one’s own', () => {
  it('holds numbers that do not follow the first of their begun meeting for set by hand, and no others', () => {
    const db = new Database(':memory:')
    const before = migrations.filter(({ version }) => version < 150)
    migrate(brand(db), 0, before)
    db.exec(`INSERT INTO body (id, name, sort_key, match_key, fold_key) VALUES ('b', 'Provrådet', 'p', 'p', 'p');
      INSERT INTO meeting_series (id, body_id, year, kind, language, title, number_rule, created_at)
      VALUES ('s', 'b', 2030, 'protokoll', 'sv', 'Provrådet', 'running', '2030-01-01')`)
    const meeting = db.prepare(`INSERT INTO meeting (id, kind, language, title, created_at, state, series_id)
      VALUES (?, 'protokoll', 'sv', 'Möte', '2030-01-01', ?, ?)`)
    const item = db.prepare(`INSERT INTO agenda_item (id, meeting_id, position, number, number_style, title)
      VALUES (?, ?, ?, ?, 'paragraph', 'Ärende')`)
    const add = (id: string, state: string, series: string | null, numbers: readonly (string | null)[]) => {
      meeting.run(id, state, series)
      numbers.forEach((number, at) => item.run(`${id}-${number ?? 'none'}`, id, at, number))
    }
    add('running', 'running', 's', ['6', null, '7', '7 a', '8', '12', '10'])
    add('planned', 'planned', 's', ['3', '9'])
    add('loose', 'draft', null, ['3', '9'])
    migrate(brand(db), 140)
    expect(db.prepare('SELECT id FROM agenda_item WHERE own_number = 1 ORDER BY id').pluck().all()).toEqual([
      'running-12',
      'running-7 a',
    ])
  })
})
