import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { MeetingView, TextOperation } from '#contract/meetings.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

async function newMeeting(app: TestApp): Promise<{ id: string; view: () => Promise<MeetingView>; item: string }> {
  const { id } = await app.call('meetings.create', {
    title: 'Möte med rådet',
    kind: 'protokoll',
    date: '2030-05-06',
    body: 'Rådet för prov',
  })
  const view = () => app.call('meetings.get', { id })
  return { id, view, item: (await view()).items[0]?.id ?? '' }
}

const put = (
  text: string,
  options: Partial<Extract<TextOperation, { op: 'put' }>> = {},
): Extract<TextOperation, { op: 'put' }> => ({
  op: 'put',
  paragraphId: crypto.randomUUID(),
  kind: 'paragraph',
  text,
  base: null,
  ...options,
})

describe('the text of an item', () => {
  it('is stored as whole paragraphs in the order given', async () => {
    const app = newApp()
    const { item, view } = await newMeeting(app)
    const [a, b] = [put('Ett'), put('Två', { kind: 'list' })]
    await app.call('items.saveText', { id: item, operations: [a, b], order: [b.paragraphId, a.paragraphId] })
    const texts = (await view()).items[0]?.paragraphs.map(({ kind, text }) => [kind, text])
    expect(texts).toEqual([
      ['list', 'Två'],
      ['paragraph', 'Ett'],
    ])
  })

  it('is never overwritten by a writer who saw another text', async () => {
    const app = newApp()
    const { item, view } = await newMeeting(app)
    const first = put('Ett')
    await app.call('items.saveText', { id: item, operations: [first], order: [first.paragraphId] })
    const late = put('Mitt', { paragraphId: first.paragraphId, base: 'Något äldre' })
    expect(await app.refused('items.saveText', { id: item, operations: [late], order: [] })).toBe('text.conflict')
    expect((await view()).items[0]?.paragraphs[0]?.text).toBe('Ett')
  })

  it('takes the same operation twice without harm, as after an answer lost on the way', async () => {
    const app = newApp()
    const { item, view } = await newMeeting(app)
    const first = put('Ett')
    const change = put('Ett och två', { paragraphId: first.paragraphId, base: 'Ett' })
    const save = (operation: TextOperation) =>
      app.call('items.saveText', { id: item, operations: [operation], order: [first.paragraphId] })
    await save(first)
    await save(change)
    await save(change)
    expect((await view()).items[0]?.paragraphs.map((one) => one.text)).toEqual(['Ett och två'])
  })

  it('takes several operations on one paragraph in turn, also when the first of them had arrived before', async () => {
    for (const before of [true, false]) {
      const app = newApp()
      const { item, view } = await newMeeting(app)
      const made = put('Ett')
      const { paragraphId } = made
      const save = (operations: TextOperation[]) =>
        app.call('items.saveText', { id: item, operations, order: [paragraphId] })
      await save([made])
      const fields = { ordered: true }
      const first = put('Ett och', { paragraphId, base: 'Ett', kind: 'list', fields })
      const was = { kind: 'list' as const, fields, people: [] }
      const second = put('Ett och två', { paragraphId, base: 'Ett och', kind: 'list', fields: null, was })
      if (before) await save([first])
      await save([first, second])
      expect((await view()).items[0]?.paragraphs).toMatchObject([{ kind: 'list', text: 'Ett och två', fields: null }])
    }
  })

  it('keeps nothing to take back of a save that changes nothing', async () => {
    const app = newApp()
    const { item } = await newMeeting(app)
    const first = put('Ett')
    await app.call('items.saveText', { id: item, operations: [first], order: [first.paragraphId] })
    await app.call('items.set', { id: item, title: 'Senare' })
    const again = put('Ett', { paragraphId: first.paragraphId, base: 'Ett' })
    await app.call('items.saveText', { id: item, operations: [again], order: [first.paragraphId] })
    expect((await app.call('history.state', {})).undo?.method).toBe('items.set')
  })

  it('stays in the order another window gave it while somebody types on, and has no gap where a paragraph went', async () => {
    const app = newApp()
    const { item, view } = await newMeeting(app)
    const [a, b, c] = [put('Ett'), put('Två'), put('Tre')]
    const save = (operations: TextOperation[], order?: string[]) =>
      app.call('items.saveText', { id: item, operations, ...(order === undefined ? {} : { order }) })
    const texts = async () => (await view()).items[0]?.paragraphs.map(({ text }) => text)
    await save([a, b, c], [a.paragraphId, b.paragraphId, c.paragraphId])
    await save([], [c.paragraphId, b.paragraphId, a.paragraphId])
    await save([{ ...a, base: 'Ett', text: 'Ett till' }])
    expect(await texts()).toEqual(['Tre', 'Två', 'Ett till'])
    await save([{ op: 'remove', paragraphId: b.paragraphId, base: 'Två' }])
    await save([put('Fyra')])
    expect(await texts()).toEqual(['Tre', 'Ett till', 'Fyra'])
    await save([{ ...c, base: 'Tre', text: '3' }], [c.paragraphId, a.paragraphId])
    expect(await texts()).toEqual(['3', 'Ett till', 'Fyra'])
  })

  it('is put in order also where paragraphs went or nothing was written', async () => {
    const app = newApp()
    const { item, view } = await newMeeting(app)
    const [a, b, c] = [put('Ett'), put('Två'), put('Tre')]
    const save = (operations: TextOperation[], order: TextOperation[]) =>
      app.call('items.saveText', { id: item, operations, order: order.map(({ paragraphId }) => paragraphId) })
    const texts = async () => (await view()).items[0]?.paragraphs.map(({ text }) => text)
    await save([a, b, c], [a, b, c])
    await save([], [c, a, b])
    expect(await texts()).toEqual(['Tre', 'Ett', 'Två'])
    await save([{ op: 'remove', paragraphId: a.paragraphId, base: 'Ett' }], [c, b])
    const d = put('Fyra')
    await save([d], [c, d, b])
    expect(await texts()).toEqual(['Tre', 'Fyra', 'Två'])
    expect(await app.refused('items.saveText', { id: crypto.randomUUID(), operations: [], order: [] })).toBe(
      'item.not-found',
    )
  })

  it('keeps paragraphs that another window added meanwhile, where they were put first', async () => {
    const app = newApp()
    const { item, view } = await newMeeting(app)
    const [mine, theirs] = [put('Mitt'), put('Deras')]
    await app.call('items.saveText', { id: item, operations: [theirs], order: [theirs.paragraphId] })
    await app.call('items.saveText', { id: item, operations: [mine], order: [mine.paragraphId] })
    expect((await view()).items[0]?.paragraphs.map((one) => one.text)).toEqual(['Deras', 'Mitt'])
  })

  it('makes a decision and an action of blocks so marked, and follows them as they are rewritten', async () => {
    const app = newApp()
    const { item, view } = await newMeeting(app)
    const [decision, action] = [put('att anta planen', { kind: 'decision' }), put('Skriva planen', { kind: 'action' })]
    const order = [decision.paragraphId, action.paragraphId]
    await app.call('items.saveText', { id: item, operations: [decision, action], order })
    const actionId = (await view()).items[0]?.actions[0]?.id ?? ''
    await app.call('actions.set', { id: actionId, owner: 'Prov Provsson', due: '2030-06-01' })
    const operations = [
      { ...decision, base: decision.text, text: 'att anta planen i ändrat skick' },
      { ...action, base: action.text, text: 'Skriva om planen' },
    ]
    await app.call('items.saveText', { id: item, operations, order })
    const stored = (await view()).items[0]
    expect(stored?.decisions.map((one) => one.text)).toEqual(['att anta planen i ändrat skick'])
    expect(stored?.actions.map(({ text, owner, due }) => [text, owner, due])).toEqual([
      ['Skriva om planen', 'Prov Provsson', '2030-06-01'],
    ])
    const plain = [
      { ...decision, kind: 'paragraph' as const, base: 'att anta planen i ändrat skick', text: 'Inget beslut.' },
    ]
    await app.call('items.saveText', { id: item, operations: plain, order })
    expect((await view()).items[0]?.decisions).toEqual([])
  })

  it('of another item cannot be written by mistake', async () => {
    const app = newApp()
    const { id, item } = await newMeeting(app)
    const first = put('Ett')
    await app.call('items.saveText', { id: item, operations: [first], order: [first.paragraphId] })
    const other = await app.call('items.add', { meetingId: id, after: item, title: 'Annat', number: '2' })
    const stray = put('Fel', { paragraphId: first.paragraphId, base: 'Ett' })
    expect(await app.refused('items.saveText', { id: other.id, operations: [stray], order: [] })).toBe('item.not-found')
  })
})

describe('every part of a meeting', () => {
  it('can be undone also when the first write of all failed', async () => {
    const app = newApp()
    expect(await app.refused('items.remove', { id: crypto.randomUUID() })).toBe('item.not-found')
    await newMeeting(app)
    await app.call('history.undo', {})
    expect((await app.call('meetings.list', {})).total).toBe(0)
  })

  it('can be changed and taken back, step by step, to what it was', async () => {
    const app = newApp()
    const { id, view, item } = await newMeeting(app)
    const bare = (meeting: MeetingView) => ({ ...meeting, version: 0 })
    const states = [bare(await view())]
    const acts: (() => Promise<unknown>)[] = [
      () => app.call('meetings.setHead', { id, change: { place: 'Salen', form: 'hybrid', body: 'Annat råd' } }),
      () => app.call('meetings.setOfficers', { id, role: 'adjuster', names: ['Prov Provsson', 'Test Testlund'] }),
      () => app.call('items.add', { meetingId: id, after: null, title: 'Först', number: '0' }),
      () => app.call('items.move', { id: item, after: null }),
      () => app.call('items.set', { id: item, title: 'Öppnande', number: null }),
      () => app.call('items.saveText', { id: item, operations: [put('Text')], order: [] }),
      () =>
        app.call('attendance.add', {
          meetingId: id,
          name: 'Prov Provsson',
          capacity: 'ledamot',
          organisation: 'Provverket',
          group: null,
          status: 'present',
          mode: 'remote',
          items: '1–2',
        }),
      async () => {
        const [row] = (await view()).attendance
        return app.call('attendance.set', { id: row?.id ?? '', mode: 'room', organisation: null })
      },
      async () => {
        const [row] = (await view()).attendance
        return app.call('attendance.remove', { id: row?.id ?? '' })
      },
      () => app.call('items.remove', { id: item }),
    ]
    for (const act of acts) {
      await act()
      states.push(bare(await view()))
      // Typing joins into one step within half a minute; the acts here lie further apart.
      app.clock.now = new Date(app.clock.now.getTime() + 60_000)
    }
    for (const [index, state] of states.slice(1).entries()) expect(state).not.toEqual(states[index])
    for (const state of states.slice(0, -1).toReversed()) {
      await app.call('history.undo', {})
      expect(bare(await view())).toEqual(state)
    }
    for (const state of states.slice(1)) {
      await app.call('history.redo', {})
      expect(bare(await view())).toEqual(state)
    }
  })

  it('has no day that the calendar does not have, and shows one that an older file keeps', async () => {
    const app = newApp()
    const own = { title: 'Möte', kind: 'protokoll', body: null } as const
    const { id } = await app.call('meetings.create', { ...own, date: '2030-02-28' })
    for (const day of ['2030-02-31', '2031-04-31', '2031-02-29', '0000-01-01']) {
      for (const change of [{ date: day }, { nextDate: day }])
        expect([change, await app.refused('meetings.setHead', { id, change })]).toEqual([change, 'call.bad-input'])
      expect([day, await app.refused('meetings.create', { ...own, date: day })]).toEqual([day, 'call.bad-input'])
    }
    expect((await app.call('meetings.get', { id })).head).toMatchObject({ date: '2030-02-28', nextDate: null })
    for (const day of ['2032-02-29', '2030-02', '2030', null])
      await app.call('meetings.setHead', { id, change: { date: day } })
    app.close()
    const driver = new Database(app.path)
    driver.prepare("UPDATE meeting SET date = '2030-02-31'").run()
    driver.close()
    app.openWorkspace(app.path)
    expect((await app.call('meetings.get', { id })).head.date).toBe('2030-02-31')
    await app.call('meetings.setHead', { id, change: { title: 'Annat' } })
    expect((await app.call('approval.get', { meetingId: id })).blocking[0]?.code).toBe('date')
  })

  it('is gone with the meeting, and so are people whom nothing else names; undo brings all back', async () => {
    const app = newApp()
    const { id, view } = await newMeeting(app)
    const person = {
      meetingId: id,
      name: 'Prov Provsson',
      capacity: null,
      organisation: 'Provverket',
      group: null,
      items: null,
    }
    await app.call('attendance.add', { ...person, status: 'present', mode: 'unknown' })
    const before = await view()
    await app.call('meetings.remove', { id })
    expect((await app.call('workspace.status', {})).counts).toEqual({
      meetings: 0,
      people: 0,
      organisations: 0,
      bodies: 0,
    })
    await app.call('history.undo', {})
    expect({ ...(await view()), version: 0 }).toEqual({ ...before, version: 0 })
  })
})

describe('a participant', () => {
  const add = (app: TestApp, meetingId: string, name: string, group: number) =>
    app.call('attendance.add', {
      meetingId,
      name,
      capacity: null,
      organisation: null,
      group,
      status: 'present',
      mode: 'unknown',
      items: null,
    })

  it('given another name is somebody else; who stood there by mistake is gone when nothing else holds them', async () => {
    const app = newApp()
    const { id, view } = await newMeeting(app)
    const row = await add(app, id, 'Prov Provson', 1)
    await app.call('attendance.set', { id: row.id, name: 'Prov Provsson' })
    const people = (await app.call('register.list', { kind: 'person' })).rows.map((one) => one.name)
    expect([(await view()).attendance[0]?.name, people]).toEqual(['Prov Provsson', ['Prov Provsson']])
    expect((await view()).attendance[0]?.asWritten).toBe('Prov Provson')
  })

  it('moved to another group stands last in it', async () => {
    const app = newApp()
    const { id, view } = await newMeeting(app)
    const first = await add(app, id, 'Ett Ettsson', 1)
    await add(app, id, 'Två Tvåsson', 1)
    await add(app, id, 'Tre Tresson', 2)
    await app.call('attendance.set', { id: first.id, group: 2 })
    expect((await view()).attendance.map((one) => [one.name, one.group])).toEqual([
      ['Två Tvåsson', 1],
      ['Tre Tresson', 2],
      ['Ett Ettsson', 2],
    ])
  })
})

describe('meetings.show', () => {
  it('finds a meeting by id, date, start of a date and "latest", and says when several fit', async () => {
    const app = newApp()
    const { id } = await newMeeting(app)
    await app.call('meetings.create', { title: 'Senare', kind: 'minutes', date: '2030-05-20', body: null })
    const title = async (which: string) => (await app.call('meetings.show', { which })).title
    expect(await Promise.all([id, '2030-05-06', '2030-05-20', 'latest'].map(title))).toEqual([
      'Möte med rådet',
      'Möte med rådet',
      'Senare',
      'Senare',
    ])
    expect(await app.refused('meetings.show', { which: '2030-05' })).toBe('meeting.ambiguous')
    expect(await app.refused('meetings.show', { which: '2029' })).toBe('meeting.not-found')
  })
})
