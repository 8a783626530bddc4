/** What stands beside the words of a paragraph, and comes back with them from the history. */
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { BlockFields, BlockKind, Contribution } from '#contract/blocks.ts'
import type { Input } from '#contract/methods.ts'
import { brand } from '#db/connection.ts'
import { references } from '#db/queries/whole.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { list } from '../../helpers/listed.ts'

type Part = Pick<Contribution, 'role' | 'choice'>
type Block = { kind: BlockKind; text: string; fields?: BlockFields; people?: readonly Part[] }

const part = (role: Contribution['role'], choice: Contribution['choice'] = null): Part => ({ role, choice })

/** One of each kind that has more than its words. */
const blocks: readonly Block[] = [
  { kind: 'presentation', text: 'Läget visades.', fields: { work: 'Vindkartan' }, people: [part('presenter')] },
  { kind: 'motion', text: 'Bifall yrkades.', people: [part('mover'), part('mover')] },
  {
    kind: 'vote',
    text: 'Omröstning hölls.',
    fields: { method: 'roll-call', outcome: 'yes', yes: 1, no: 1 },
    people: [part('voter', 'yes'), part('voter', 'no')],
  },
  { kind: 'decision', text: 'att avslå' },
  { kind: 'action', text: 'Ta fram underlag' },
  { kind: 'dissent', text: 'Reservation anmäldes.', fields: { dissent: 'reservation' }, people: [part('dissenter')] },
  { kind: 'recusal', text: 'Jäv anmäldes.', people: [part('recused')] },
  { kind: 'recusal', text: '', people: [part('recused')] },
]

/** A draft with two listed, and one paragraph of each block between two of words alone. */
async function draft(own: readonly Block[]) {
  const app = newApp()
  const { id } = await app.call('meetings.create', {
    title: 'Prov',
    kind: 'protokoll',
    date: '2030-05-06',
    body: 'Provrådet',
  })
  await list(app, id, 'Ada Påhitt', 'Bo Övning')
  const first = await app.call('meetings.get', { id })
  const itemId = first.items[0]?.id ?? ''
  const names = first.attendance.map(({ personId, name }) => ({ personId, name }))
  const people = (parts: readonly Part[]) =>
    parts.map((one, at) => ({ id: crypto.randomUUID(), ...one, ...(names[at] ?? { personId: null, name: 'Okänd' }) }))
  const plain = (text: string): Block => ({ kind: 'paragraph', text })
  const operations = [plain('Mötet öppnades.'), ...own, plain('Mötet avslutades.')].map((block) => ({
    op: 'put' as const,
    paragraphId: crypto.randomUUID(),
    kind: block.kind,
    text: block.text,
    base: null,
    ...(block.fields === undefined ? {} : { fields: block.fields }),
    ...(block.people === undefined ? {} : { people: people(block.people) }),
  }))
  const order = operations.map(({ paragraphId }) => paragraphId)
  await app.call('items.saveText', { id: itemId, operations, order })
  const [paragraphId = ''] = order.slice(1)
  const view = async () => {
    const { version: _version, ...rest } = await app.call('meetings.get', { id })
    return rest
  }
  const item = async () => (await view()).items[0]
  const save = (changes: Input<'items.saveText'>['operations']) =>
    app.call('items.saveText', { id: itemId, operations: changes, order })
  const remove = (which = paragraphId, base = own[0]?.text ?? '') =>
    app.call('items.saveText', {
      id: itemId,
      operations: [{ op: 'remove', paragraphId: which, base }],
      order: order.filter((one) => one !== which),
    })
  /** Puts the newest kept state back, or the newest of these words. */
  const back = async (base: string | null, words?: string, which = paragraphId) => {
    const { versions } = await app.call('paragraphs.history', { paragraphId: which })
    const found = versions.find(({ versionId, text }) => versionId !== null && (words === undefined || text === words))
    return app.call('paragraphs.restore', { versionId: found?.versionId ?? 0, base })
  }
  return { app, id, itemId, order, paragraphId, people: names, view, item, save, remove, back }
}

/** Works on the file itself. */
function inFile<T>(app: TestApp, work: (file: Database.Database) => T): T {
  app.close()
  const file = new Database(app.path)
  file.pragma('foreign_keys = ON')
  const value = work(file)
  file.close()
  app.openWorkspace(app.path)
  return value
}

/** Every row that points to paragraphs, or to what they decide and charge, as the file describes itself. */
const rowsBeside = (app: TestApp) =>
  inFile(app, (file) => {
    const db = brand(file)
    const owned = new Set(['paragraph', 'decision', 'action'])
    const tables = new Set(references(db).flatMap(({ table, target }) => (owned.has(target) ? [table] : [])))
    return Object.fromEntries(
      [...tables, 'paragraph'].toSorted().map((table) => [
        table,
        file
          .prepare(`SELECT * FROM ${table} ORDER BY id`)
          .all()
          // It is there since it was put back, and so its mentions are.
          .map((row) => ({ ...Object(row), created_at: null, ...(table === 'text_span' ? { id: null } : {}) })),
      ]),
    )
  })

describe('a paragraph that is restored from the history', () => {
  it.each(blocks)('comes back as it stood: $kind “$text”, and one step takes it away again', async (block) => {
    const { app, view, remove, back } = await draft([block])
    const before = await view()
    await remove()
    const without = await view()
    expect(without).not.toEqual(before)
    await back(null)
    expect(await view()).toEqual(before)
    await app.call('history.undo', {})
    expect(await view()).toEqual(without)
    await app.call('history.redo', {})
    expect(await view()).toEqual(before)
  })

  it('brings every row back that any table had for it, whatever it is tied to', async () => {
    const { app, id, item, people, paragraphId, remove, back } = await draft([
      { kind: 'action', text: 'Ada Påhitt tar fram underlag.', people: [part('presenter')] },
    ])
    const [said] = (await item())?.actions ?? []
    await app.call('actions.set', { id: said?.id ?? '', owner: 'Ada Påhitt', due: 'den 4 mars' })
    await app.call('actions.note', { id: said?.id ?? '', text: 'Halvvägs.' })
    await app.call('actions.setStatus', { id: said?.id ?? '', status: 'done', on: '2030-06-01' })
    const next = await app.call('meetings.create', { title: 'Nästa', kind: 'protokoll', date: null, body: null })
    inFile(app, (file) => {
      const ids = { paragraph: paragraphId, action: said?.id, meeting: id, next: next.id, person: people[0]?.personId }
      const add = (sql: string) => file.prepare(sql).run(ids)
      add('UPDATE paragraph SET line_from = 3, line_to = 4 WHERE id = @paragraph')
      add(`INSERT INTO decision (id, item_id, paragraph_id, position, text, inline, number)
        SELECT 'd', item_id, id, 0, 'underlag', 1, 7 FROM paragraph WHERE id = @paragraph`)
      add(`INSERT INTO action_carry (id, action_id, meeting_id, item_id)
        SELECT 'c', @action, meeting_id, id FROM agenda_item WHERE meeting_id = @next`)
      add(
        `INSERT INTO review_answer (id, meeting_id, key, answer, action_id) VALUES ('r', @meeting, 'k', 'accepted', @action)`,
      )
      add(`INSERT INTO number_meant (id, paragraph_id, item_id, number)
        SELECT 'n', id, item_id, '3' FROM paragraph WHERE id = @paragraph`)
      add(`INSERT INTO text_span (id, paragraph_id, from_offset, to_offset, kind, person_id)
        VALUES ('s', @paragraph, 0, 10, 'person', @person)`)
      for (const [one, edge] of [
        ['i', 'from'],
        ['j', 'to'],
      ])
        add(`INSERT INTO attendance_interval (id, attendance_id, position, mode, began, ${edge}_paragraph_id)
          SELECT '${one}', id, 0, 'room', 'arrived', @paragraph FROM attendance WHERE person_id = @person`)
      add(`INSERT INTO deputyship (id, attendance_id, seat_id, position, began, from_paragraph_id)
        SELECT 'v', id, id, 0, 'arrived', @paragraph FROM attendance WHERE person_id = @person`)
    })
    const before = rowsBeside(app)
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([])
    await remove(paragraphId, 'Ada Påhitt tar fram underlag.')
    expect(rowsBeside(app)['action']).toEqual([])
    await back(null)
    expect(rowsBeside(app)).toEqual(before)
    await app.call('history.undo', {})
    expect(rowsBeside(app)['action']).toEqual([])
  })

  it('has its action where it was in the list of actions, with its owner, day and state', async () => {
    const { app, item, paragraphId, remove, back } = await draft([
      { kind: 'action', text: 'Boka sal' },
      { kind: 'action', text: 'Beställa kaffe' },
    ])
    for (const { id } of (await item())?.actions ?? [])
      await app.call('actions.set', { id, owner: 'Bo Övning', due: 'till nästa möte' })
    const list = async () => (await app.call('actions.list', { today: '2030-06-01', status: 'all' })).actions
    const before = await list()
    expect(before.map(({ text, owner }) => [text, owner])).toEqual([
      ['Boka sal', 'Bo Övning'],
      ['Beställa kaffe', 'Bo Övning'],
    ])
    await remove(paragraphId, 'Boka sal')
    await back(null)
    expect(await list()).toEqual(before)
  })

  it('lets the words of the day come to what they mean after the meeting was moved', async () => {
    const { app, id, item, remove, back } = await draft([{ kind: 'action', text: 'Boka sal' }])
    const [said] = (await item())?.actions ?? []
    await app.call('actions.set', { id: said?.id ?? '', due: 'den 4 mars' })
    await remove()
    await app.call('meetings.setHead', { id, change: { date: '2031-05-06' } })
    await back(null)
    expect((await item())?.actions).toMatchObject([{ due: 'den 4 mars', dueDate: '2032-03-04' }])
  })

  it('keeps the number of its decision, unless another decision was given it meanwhile', async () => {
    const { app, id, item, remove, back } = await draft([{ kind: 'decision', text: 'att avslå' }])
    inFile(app, (file) => file.exec('UPDATE decision SET number = 7'))
    await remove()
    await back(null)
    expect((await item())?.decisions).toMatchObject([{ text: 'att avslå', number: 7 }])
    await remove()
    const other = await app.call('meetings.create', {
      title: 'Annat',
      kind: 'protokoll',
      date: '2030-09-01',
      body: 'Provrådet',
    })
    const otherItem = (await app.call('meetings.get', { id: other.id })).items[0]?.id ?? ''
    const put = {
      op: 'put',
      paragraphId: crypto.randomUUID(),
      kind: 'decision',
      text: 'att bifalla',
      base: null,
    } as const
    await app.call('items.saveText', { id: otherItem, operations: [put], order: [put.paragraphId] })
    inFile(app, (file) => file.exec('UPDATE decision SET number = 7'))
    await back(null)
    expect((await item())?.decisions).toMatchObject([{ text: 'att avslå', number: null }])
    expect((await app.call('meetings.get', { id: other.id })).items[0]?.decisions).toMatchObject([{ number: 7 }])
    expect((await app.call('meetings.get', { id })).items[0]?.decisions).toHaveLength(1)
  })

  it('has all beside it also when redo took it away', async () => {
    const { app, view, remove, back } = await draft(blocks.filter(({ kind }) => kind === 'vote'))
    const before = await view()
    // A step of its own.
    app.clock.now = new Date(app.clock.now.getTime() + 60_000)
    await remove()
    await app.call('history.undo', {})
    expect(await view()).toEqual(before)
    await app.call('history.redo', {})
    await back(null)
    expect(await view()).toEqual(before)
  })

  it('names whom somebody was merged into, as owner and beside the block', async () => {
    const { app, people, item, view, remove, back } = await draft([
      { kind: 'action', text: 'Boka sal', people: [part('presenter')] },
    ])
    const [said] = (await item())?.actions ?? []
    await app.call('actions.set', { id: said?.id ?? '', owner: 'Ada Påhitt' })
    await remove()
    const [gone = '', keep = ''] = people.map(({ personId }) => personId)
    await app.call('identity.decide', { kind: 'person', ids: [keep, gone], verdict: 'same', keep })
    await back(null)
    expect((await item())?.paragraphs[1]?.people).toMatchObject([{ personId: keep, name: 'Ada Påhitt' }])
    const { actions } = await app.call('actions.list', { today: '2030-06-01' })
    expect(actions).toMatchObject([{ owner: 'Ada Påhitt', ownerKind: 'person', ownerId: keep }])
    expect(JSON.stringify(await view())).not.toContain(gone)
  })

  it('lets people who have gone with their block to another one stay there', async () => {
    const { app, itemId, order, item, paragraphId, back } = await draft([
      { kind: 'motion', text: 'Bifall yrkades.', people: [part('mover')] },
      { kind: 'motion', text: 'Avslag yrkades.' },
    ])
    const people = (await item())?.paragraphs[1]?.people ?? []
    const [, , other = ''] = order
    await app.call('items.saveText', {
      id: itemId,
      operations: [
        { op: 'remove', paragraphId, base: 'Bifall yrkades.' },
        {
          op: 'put',
          paragraphId: other,
          kind: 'motion',
          text: 'Bifall yrkades. Avslag yrkades.',
          base: 'Avslag yrkades.',
          people: [...people],
        },
      ],
      order: order.filter((one) => one !== paragraphId),
    })
    await back(null)
    const [, restored, joined] = (await item())?.paragraphs ?? []
    expect(joined?.people).toEqual(people)
    expect(restored?.people).toEqual([{ ...people[0], id: restored?.people[0]?.id }])
  })
})

describe('a paragraph that stands and gets an earlier state', () => {
  it('keeps the people, owner and day that were set since, where only the words are other ones', async () => {
    const { app, item, people, paragraphId, save, back } = await draft([
      { kind: 'action', text: 'Boka sal', people: [part('presenter')] },
    ])
    const put = { op: 'put', paragraphId, kind: 'action', text: 'Boka en stor sal', base: 'Boka sal' } as const
    const bo = { id: crypto.randomUUID(), role: 'presenter', ...people[1], choice: null } as const
    await save([{ ...put, people: [{ ...bo, personId: bo.personId ?? null, name: bo.name ?? '' }] }])
    const [said] = (await item())?.actions ?? []
    await app.call('actions.set', { id: said?.id ?? '', owner: 'Bo Övning', due: '2030-09-01' })
    await back('Boka en stor sal')
    expect((await item())?.paragraphs[1]).toMatchObject({ text: 'Boka sal', people: [{ name: 'Bo Övning' }] })
    expect((await item())?.actions).toMatchObject([{ id: said?.id, text: 'Boka sal', owner: 'Bo Övning' }])
  })

  it('keeps its own action, where the one of then went as the block was another kind for a while', async () => {
    const { app, item, paragraphId, save, back } = await draft([{ kind: 'action', text: 'Boka sal' }])
    const put = { op: 'put', paragraphId, base: 'Boka sal' } as const
    await save([{ ...put, kind: 'paragraph', text: 'Boka sal' }])
    await save([{ ...put, kind: 'action', text: 'Boka en stor sal' }])
    const [said] = (await item())?.actions ?? []
    await app.call('actions.set', { id: said?.id ?? '', owner: 'Bo Övning', due: null })
    await back('Boka en stor sal')
    expect((await item())?.actions).toMatchObject([{ id: said?.id, text: 'Boka sal', owner: 'Bo Övning' }])
  })

  it('has again whom it concerned and what it charged before it became another kind', async () => {
    const { app, item, view, paragraphId, save, back } = await draft([
      { kind: 'action', text: 'Boka sal', people: [part('presenter')] },
    ])
    const [said] = (await item())?.actions ?? []
    await app.call('actions.set', { id: said?.id ?? '', owner: 'Bo Övning', due: '2030-09-01' })
    const before = await view()
    await save([{ op: 'put', paragraphId, kind: 'motion', text: 'Boka sal', base: 'Boka sal', people: [] }])
    expect((await item())?.actions).toEqual([])
    await back('Boka sal')
    expect(await view()).toEqual(before)
  })

  it('has what a sentence charged again with the sentence, and not what was taken off one that stands', async () => {
    const { app, item, paragraphId, save, back } = await draft([
      { kind: 'paragraph', text: 'Ada bokar sal. Bo kokar kaffe.' },
    ])
    const [a, b] = [crypto.randomUUID(), crypto.randomUUID()]
    inFile(app, (file) => {
      const add = file.prepare(`INSERT INTO action (id, item_id, paragraph_id, position, text, owner, inline)
        SELECT ?, item_id, id, ?, ?, 'någon', 1 FROM paragraph WHERE id = ?`)
      add.run(a, 0, 'Ada bokar sal.', paragraphId)
      add.run(b, 1, 'Bo kokar kaffe.', paragraphId)
    })
    const put = { op: 'put', paragraphId, kind: 'paragraph' } as const
    await save([{ ...put, text: 'Bo kokar kaffe.', base: 'Ada bokar sal. Bo kokar kaffe.' }])
    inFile(app, (file) => file.prepare('DELETE FROM action WHERE id = ?').run(b))
    expect((await item())?.actions).toEqual([])
    await back('Bo kokar kaffe.')
    expect((await item())?.actions).toMatchObject([{ id: a, text: 'Ada bokar sal.', owner: 'någon' }])
  })

  it('keeps the people it has where the state is from before they were kept', async () => {
    const { app, item, paragraphId, save, back } = await draft([
      { kind: 'motion', text: 'Bifall yrkades.', people: [part('mover')] },
    ])
    await save([{ op: 'put', paragraphId, kind: 'dissent', text: 'Bifall yrkades.', base: 'Bifall yrkades.' }])
    inFile(app, (file) => file.exec('UPDATE paragraph_version SET beside = NULL'))
    await back('Bifall yrkades.')
    expect((await item())?.paragraphs[1]).toMatchObject({ kind: 'motion', people: [{ name: 'Ada Påhitt' }] })
  })
})

describe('an item that is removed', () => {
  it('leaves whole states of its paragraphs, for the day undo brings it back', async () => {
    const { app, itemId, item, view, remove, back } = await draft([{ kind: 'action', text: 'Boka sal' }])
    const [said] = (await item())?.actions ?? []
    await app.call('actions.set', { id: said?.id ?? '', owner: 'Bo Övning' })
    const before = await view()
    await app.call('items.remove', { id: itemId })
    await app.call('history.undo', {})
    await remove()
    // The states that the removal of the item left are all there is to go by.
    inFile(app, (file) => file.exec('DELETE FROM paragraph_version WHERE id = (SELECT max(id) FROM paragraph_version)'))
    await back(null)
    expect(await view()).toEqual(before)
  })
})
