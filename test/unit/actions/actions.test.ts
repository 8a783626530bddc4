/** Actions and decisions over all meetings, by the application's own door. */
import { describe, expect, it } from 'vitest'
import type { ActionRow } from '#contract/actions.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

const today = '2026-11-20'
type Kind = 'paragraph' | 'decision' | 'action'

/** A meeting with one item that says these blocks; the ids of its actions and its item. */
async function meeting(app: TestApp, date: string, body: string, blocks: readonly (readonly [Kind, string])[]) {
  const { id } = await app.call('meetings.create', { title: `Möte ${date}`, kind: 'protokoll', date, body })
  const itemId = (await app.call('meetings.get', { id })).items[0]?.id ?? ''
  const operations = blocks.map(([kind, text]) => ({
    op: 'put' as const,
    paragraphId: crypto.randomUUID(),
    kind,
    text,
    base: null,
  }))
  await app.call('items.saveText', { id: itemId, operations, order: operations.map((one) => one.paragraphId) })
  const item = (await app.call('meetings.get', { id })).items[0]
  return { id, itemId, actions: item?.actions.map((one) => one.id) ?? [] }
}

const texts = (rows: readonly ActionRow[]) => rows.map(({ text }) => text)

async function threeMeetings() {
  const app = newApp()
  const first = await meeting(app, '2026-09-01', 'Testrådet', [
    ['action', 'Ta fram budget'],
    ['action', 'Boka sal'],
  ])
  const second = await meeting(app, '2026-10-01', 'Provnämnden', [['action', 'Åka till Öland']])
  const [budget = '', room = ''] = first.actions
  const [trip = ''] = second.actions
  await app.call('actions.set', { id: budget, owner: 'Ada Påhitt', due: '2026-10' })
  await app.call('actions.set', { id: room, owner: null, due: '2026-11-28' })
  return { app, budget, room, trip }
}

describe('the list of actions', () => {
  it('has the overdue first, then by day, then those without one; a month is over on its last day', async () => {
    const { app } = await threeMeetings()
    const { actions, total, overdue } = await app.call('actions.list', { today })
    expect(actions.map((one) => [one.text, one.overdue])).toEqual([
      ['Ta fram budget', true],
      ['Boka sal', false],
      ['Åka till Öland', false],
    ])
    expect([total, overdue]).toEqual([3, 1])
    expect((await app.call('actions.list', { today: '2026-10-31' })).overdue).toBe(0)
    expect((await app.call('actions.list', { today: '2026-11-01' })).overdue).toBe(1)
  })

  it('is narrowed by each filter, and by several at once', async () => {
    const { app, room } = await threeMeetings()
    const list = async (filter: object) => texts((await app.call('actions.list', { today, ...filter })).actions)
    const { bodies } = await app.call('actions.list', { today })
    expect(bodies.map(({ name }) => name)).toEqual(['Provnämnden', 'Testrådet'])
    expect(await list({ due: 'overdue' })).toEqual(['Ta fram budget'])
    expect(await list({ due: 'soon' })).toEqual(['Boka sal'])
    expect(await list({ due: 'none' })).toEqual(['Åka till Öland'])
    expect(await list({ owner: 'påhitt' })).toEqual(['Ta fram budget'])
    expect(await list({ unowned: true })).toEqual(['Boka sal', 'Åka till Öland'])
    expect(await list({ bodyId: bodies[0]?.id ?? '' })).toEqual(['Åka till Öland'])
    expect(await list({ words: 'åka' })).toEqual(['Åka till Öland'])
    expect(await list({ words: '%' })).toEqual([])
    expect(await list({ unowned: true, bodyId: bodies[1]?.id ?? '' })).toEqual(['Boka sal'])
    await app.call('actions.setStatus', { id: room, status: 'done', on: today })
    expect(await list({})).toEqual(['Ta fram budget', 'Åka till Öland'])
    expect(await list({ status: 'done' })).toEqual(['Boka sal'])
    expect(await list({ status: 'all', limit: 1, offset: 2 })).toEqual(['Boka sal'])
  })
})

describe('an action', () => {
  it('keeps every change with what was there before, and undo takes change and history back together', async () => {
    const { app, budget } = await threeMeetings()
    await app.call('actions.set', { id: budget, due: '2026-12-01' })
    await app.call('actions.setStatus', { id: budget, status: 'done', on: today })
    await app.call('actions.note', { id: budget, text: 'Klar i förtid.' })
    const changes = async () =>
      (await app.call('actions.history', { id: budget })).changes.map((one) => [one.field, one.old, one.new])
    expect(await changes()).toEqual([
      ['owner', null, 'Ada Påhitt'],
      ['due', null, '2026-10'],
      ['due', '2026-10', '2026-12-01'],
      ['status', 'open', 'done'],
      ['note', null, 'Klar i förtid.'],
    ])
    await app.call('history.undo', {})
    await app.call('history.undo', {})
    expect((await changes()).length).toBe(3)
    expect((await app.call('actions.list', { today, status: 'done' })).total).toBe(0)
  })

  it('refuses what is not there', async () => {
    const { app, budget } = await threeMeetings()
    const id = crypto.randomUUID()
    expect(await app.refused('actions.setStatus', { id, status: 'done', on: today })).toBe('entity.not-found')
    expect(await app.refused('actions.history', { id })).toBe('entity.not-found')
    expect(await app.refused('actions.note', { id: budget, text: ' ' })).toBe('call.bad-input')
    expect(await app.refused('actions.uncarry', { id })).toBe('entity.not-found')
  })
})

describe('the list of decisions', () => {
  it('has clauses that follow each other as one decision, newest meeting first, and filters by body, year and words', async () => {
    const app = newApp()
    await meeting(app, '2025-05-05', 'Testrådet', [['decision', 'att vila']])
    await meeting(app, '2026-05-05', 'Provnämnden', [
      ['decision', 'att anta planen'],
      ['decision', 'att sprida den'],
      ['paragraph', 'Därefter talades om annat.'],
      ['decision', 'att resa'],
    ])
    const { decisions, bodies, years, total } = await app.call('decisions.list', {})
    expect(decisions.map(({ clauses, number }) => [clauses, number])).toEqual([
      [['att anta planen', 'att sprida den'], null],
      [['att resa'], null],
      [['att vila'], null],
    ])
    expect([total, years]).toEqual([3, [2026, 2025]])
    const list = async (filter: object) =>
      (await app.call('decisions.list', filter)).decisions.map(({ clauses: [one] }) => one)
    expect(await list({ year: 2025 })).toEqual(['att vila'])
    expect(await list({ bodyId: bodies.find(({ name }) => name === 'Provnämnden')?.id ?? '' })).toEqual([
      'att anta planen',
      'att resa',
    ])
    expect(await list({ words: 'SPRIDA' })).toEqual(['att anta planen'])
    expect(await list({ limit: 1, offset: 1 })).toEqual(['att resa'])
  })
})
