import { beforeEach, describe, expect, test } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { list } from '../../helpers/listed.ts'

let app: TestApp
let meetingId = ''
let itemId = ''
const [first, second, gone] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
const block = (paragraphId: string, text: string, position = 0) =>
  ({ paragraphId, position, text, fields: null, kind: 'paragraph' }) as const
const set = (put: ReturnType<typeof block>[], settled: string[] = [], item = itemId) =>
  app.call('setAside.set', { meetingId, itemId: item, title: 'Punkten', put, settled })
const waiting = async () => (await app.call('setAside.list', { meetingId })).texts
const write = (
  text: string,
  base: string | null,
  ...spans: { from: number; to: number; kind: 'person'; ref: string }[]
) =>
  app.call('items.saveText', {
    id: itemId,
    operations: [{ op: 'put', paragraphId: first, kind: 'paragraph', text, base, spans }],
    order: [first],
  })

beforeEach(async () => {
  app = newApp()
  const made = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: '2030-05-06', body: null })
  meetingId = made.id
  itemId = (await app.call('items.add', { meetingId, after: null, title: 'Punkten', number: null })).id
})

describe('text that waits for a choice', () => {
  test('is kept as it was written last, by item and place, until it is settled', async () => {
    await set([block(second, 'Ett nytt stycke.', 1), block(first, 'Mina ord.')])
    await set([block(first, 'Mina ord, och flera.')])
    expect((await waiting()).map(({ text, title }) => [title, text])).toEqual([
      ['Punkten', 'Mina ord, och flera.'],
      ['Punkten', 'Ett nytt stycke.'],
    ])
    await set([], [first])
    expect((await waiting()).map(({ text }) => text)).toEqual(['Ett nytt stycke.'])
    const nowhere = { meetingId: first, itemId, title: '', put: [], settled: [] }
    expect(await app.refused('setAside.set', nowhere)).toBe('meeting.not-found')
  })

  test('is no step to take back, no state of the paragraph, and not in the minutes', async () => {
    await write('Deras ord.', null)
    const before = await app.call('meetings.get', { id: meetingId })
    const { undo } = await app.call('history.state', {})
    await set([block(first, 'Mina ord.')])
    expect((await app.call('meetings.get', { id: meetingId })).items).toEqual(before.items)
    expect((await app.call('history.state', {})).undo).toEqual(undo)
    expect((await app.call('paragraphs.history', { paragraphId: first })).versions).toHaveLength(1)
    expect(JSON.stringify(await app.call('meetings.show', { which: meetingId }))).not.toContain('Mina ord')
  })

  test('does not wait any more once the same stands in the minutes', async () => {
    await write('Deras ord.', null)
    await set([block(first, 'Mina ord.')])
    expect(await waiting()).toHaveLength(1)
    await write('Mina ord.', 'Deras ord.')
    expect(await waiting()).toEqual([])
  })

  test('has the mentions of the stored paragraph whose words it has too', async () => {
    await list(app, meetingId, 'Asta Provsson')
    const [asta] = (await app.call('meetings.get', { id: meetingId })).attendance
    await write('Asta Provsson kom.', null, { from: 0, to: 13, kind: 'person', ref: asta?.personId ?? '' })
    await set([block(first, 'Då kom Asta Provsson.')])
    expect((await waiting())[0]?.spans).toEqual([{ from: 7, to: 20, kind: 'person', ref: asta?.personId }])
  })

  test('outlives its item, not its meeting, and is there when the file is opened again', async () => {
    await set([block(gone, 'Ord utan punkt.')], [], gone)
    await app.call('items.remove', { id: itemId })
    await app.call('workspace.close', {})
    app.openWorkspace(app.path)
    expect((await waiting()).map(({ itemId: id, text }) => [id, text])).toEqual([[gone, 'Ord utan punkt.']])
    await app.call('meetings.remove', { id: meetingId })
    expect(await waiting()).toEqual([])
  })
})
