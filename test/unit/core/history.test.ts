/** Undo through the application's own door: whatever was done, in any order, across restarts. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { tables } from '#db/connection.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

const text = (month: string, second: string) => `Påhittsrådet

Minnesanteckningar från Påhittsrådet den 3 ${month} 2031

1 Öppnande

Anna Dittelin öppnade mötet. Berit Utanför presenterade budgeten.

2 Båten

Rådet beslutade att köpa en båt.
Anna Dittelin får i uppdrag att söka en brygga senast den 4 juni 2031.

Deltagare

1. Anna Dittelin, ordförande
2. ${second}, Påhittbolaget AB
`

/** Everything a person wrote or accepted. The file is closed: nobody's lock is lost. */
function rows(path: string): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true })
  try {
    return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]))
  } finally {
    db.close()
  }
}

async function closed(app: TestApp): Promise<Record<string, unknown[]>> {
  await app.call('workspace.close', {})
  const found = rows(app.path)
  app.openWorkspace(app.path)
  return found
}

type Act = (app: TestApp, pick: <T>(list: readonly T[]) => T | undefined) => Promise<unknown>

const meetingIds = async (app: TestApp) => (await app.call('meetings.list', {})).meetings.map(({ id }) => id)
async function aMeeting(app: TestApp, pick: Parameters<Act>[1]) {
  const id = pick(await meetingIds(app))
  return id === undefined ? undefined : app.call('meetings.get', { id })
}

const acts: Readonly<Record<string, Act>> = {
  import: (app, pick) =>
    app.call('imports.commit', {
      name: 'a.txt',
      text: text(pick(['mars', 'april', 'maj']) ?? 'mars', pick(['Per Hittepå', 'Per-Arne Hittepå']) ?? ''),
      encoding: 'utf-8',
      again: true,
    }),
  create: (app) =>
    app.call('meetings.create', { title: 'Nytt möte', kind: 'protokoll', date: null, body: 'Nya rådet' }),
  remove: async (app, pick) => {
    const id = pick(await meetingIds(app))
    return id === undefined ? undefined : app.call('meetings.remove', { id })
  },
  head: async (app, pick) => {
    const id = pick(await meetingIds(app))
    if (id !== undefined) await app.call('meetings.setHead', { id, change: { body: pick(['A', 'B']) ?? null } })
  },
  officer: async (app, pick) => {
    const id = pick(await meetingIds(app))
    if (id !== undefined)
      await app.call('meetings.setOfficers', { id, role: 'adjuster', names: ['Anna Dittelin', 'X'] })
  },
  write: async (app, pick) => {
    const item = pick((await aMeeting(app, pick))?.items ?? [])
    if (item === undefined) return
    const paragraphId = crypto.randomUUID()
    const [first] = item.paragraphs
    const words = pick(['Nya ord\u0000\t"\\', '{"a": [1]}', 'å\u{1f1f8}\u{1f1ea} 1e400 null', '']) ?? ''
    await app.call('items.saveText', {
      id: item.id,
      operations: [
        { op: 'put', paragraphId, kind: 'decision', base: null, text: words },
        ...(first === undefined ? [] : [{ op: 'remove' as const, paragraphId: first.id, base: first.text }]),
      ],
      order: [paragraphId],
    })
  },
  item: async (app, pick) => {
    const item = pick((await aMeeting(app, pick))?.items ?? [])
    if (item !== undefined) await app.call('items.remove', { id: item.id })
  },
  leave: async (app, pick) => {
    const one = pick((await aMeeting(app, pick))?.attendance ?? [])
    if (one !== undefined) await app.call('attendance.remove', { id: one.id })
  },
  rename: async (app, pick) => {
    const one = pick((await aMeeting(app, pick))?.attendance ?? [])
    if (one !== undefined) await app.call('attendance.set', { id: one.id, name: 'Cecil Annan', organisation: 'Verket' })
  },
  accept: async (app, pick) => {
    const warning = pick((await aMeeting(app, pick))?.warnings ?? [])
    if (warning !== undefined) await app.call('warnings.resolve', { id: warning.id, state: 'accepted' })
  },
  register: async (app, pick) => {
    const kind = pick(['person', 'organisation', 'body'] as const) ?? 'person'
    const one = pick((await app.call('register.list', { kind })).rows)
    if (one !== undefined) await app.call('register.rename', { kind, id: one.id, name: `${one.name} den nya` })
  },
  look: (app) => app.call('network.get', {}),
  move: async (app, pick) => {
    const node = pick((await app.call('network.get', {})).nodes)
    if (node !== undefined) await app.call('network.move', { positions: [{ id: node.id, x: 0.1 + 0.2, y: -1e-7 / 3 }] })
  },
  relayout: (app) => app.call('network.relayout', {}),
  settings: (app) => app.call('settings.set', { office: 'Kontoret "1"' }),
}

/** First places on the map are no act of a person: they come and go beside the history. */
function withoutPlaces({ node_position: _places, ...rest }: Record<string, unknown[]>) {
  return rest
}

describe('history', () => {
  it('takes any sequence of methods back to the empty workspace and forward to its end, across restarts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ act: fc.constantFrom(...Object.keys(acts)), choice: fc.nat(1000) }), {
          minLength: 4,
          maxLength: 14,
        }),
        async (list) => {
          const app = newApp()
          const start = await closed(app)
          await acts['import']?.(app, (choices) => choices[0])
          for (const { act, choice } of list) {
            // A minute lies between two acts: each is a step of its own.
            app.clock.now = new Date(app.clock.now.getTime() + 60_000)
            await acts[act]?.(app, (choices) => choices[choice % Math.max(1, choices.length)])
          }
          const end = await closed(app)
          while ((await app.call('history.state', {})).undo !== null) await app.call('history.undo', {})
          expect(withoutPlaces(await closed(app))).toEqual(withoutPlaces(start))
          while ((await app.call('history.state', {})).redo !== null) await app.call('history.redo', {})
          expect(withoutPlaces(await closed(app))).toEqual(withoutPlaces(end))
          while ((await app.call('history.state', {})).undo !== null) await app.call('history.undo', {})
          expect(withoutPlaces(await closed(app))).toEqual(withoutPlaces(start))
          await app.call('workspace.close', {})
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)

  it('keeps a title and a date apart that were changed one after the other, and a title being typed together', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', { title: 'M', kind: 'minutes', date: null, body: null })
    for (const title of ['Mö', 'Mötet']) await app.call('meetings.setHead', { id, change: { title } })
    await app.call('meetings.setHead', { id, change: { date: '2031-03-03' } })
    await app.call('history.undo', {})
    expect((await app.call('meetings.get', { id })).head).toMatchObject({ title: 'Mötet', date: null })
    await app.call('history.undo', {})
    expect((await app.call('meetings.get', { id })).head.title).toBe('M')
  })

  it('takes text back pause by pause when each has a number, and what was done between in its place', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: null, body: null })
    const item = (await app.call('meetings.get', { id })).items[0]?.id ?? ''
    const paragraphId = crypto.randomUUID()
    const words = async () => (await app.call('meetings.get', { id })).items[0]?.paragraphs[0]?.text ?? ''
    const type = async (text: string, group: number) => {
      const base = (await words()) || null
      const operations = [{ op: 'put' as const, paragraphId, kind: 'paragraph' as const, text, base }]
      await app.call('items.saveText', { id: item, operations, order: [paragraphId], group })
    }
    await type('e', 1)
    await type('ett', 1)
    await type('ett två', 2)
    await app.call('meetings.setHead', { id, change: { place: 'Salen' } })
    await type('ett två tre', 2)
    const seen: string[] = []
    for (let step = 0; step < 4; step += 1) {
      await app.call('history.undo', {})
      seen.push(`${await words()} ${(await app.call('meetings.get', { id })).head.place ?? '-'}`)
    }
    expect(seen).toEqual(['ett två Salen', 'ett två -', 'ett -', ' -'])
    for (let step = 0; step < 4; step += 1) await app.call('history.redo', {})
    expect(await words()).toBe('ett två tre')
  })

  it('does not join what was typed on different days of a clock that was set back', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', { title: 'M', kind: 'minutes', date: null, body: null })
    await app.call('meetings.setHead', { id, change: { title: 'Ett' } })
    app.clock.now = new Date(app.clock.now.getTime() - 400 * 86_400_000)
    await app.call('meetings.setHead', { id, change: { title: 'Två' } })
    await app.call('history.undo', {})
    expect((await app.call('meetings.get', { id })).head.title).toBe('Ett')
  })
})

describe('a choice that fits nothing', () => {
  it('is refused with a code, and changes no row', async () => {
    const app = newApp()
    const before = await closed(app)
    const stranger = crypto.randomUUID()
    const commit = { name: 'a.txt', text: text('mars', 'Per Hittepå'), encoding: 'utf-8' }
    for (const kind of ['person', 'organisation', 'body']) {
      const links = [{ meeting: 0, kind, name: 'Per Hittepå', to: stranger }]
      expect(await app.refused('imports.commit', { ...commit, links })).toBe('entity.not-found')
    }
    expect(await app.refused('imports.commit', { ...commit, skip: [0] })).toBe('import.changed')
    const accept = [{ meeting: 3, finding: 0 }]
    expect(await app.refused('imports.commit', { ...commit, accept })).toBe('import.changed')
    for (const office of ['a\ud800', 'a\u0000b', 'a\nb', 'x'.repeat(100_000)])
      expect(await app.refused('settings.set', { office })).toMatch(/^call\.(bad-input|too-large)$/)
    expect(await closed(app)).toEqual(before)
  })
})
