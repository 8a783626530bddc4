import { expect, test } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'

async function meeting(app: TestApp) {
  const { id } = await app.call('meetings.create', { title: 'Möte', kind: 'protokoll', date: '2030-05-06', body: null })
  await app.call('items.add', { meetingId: id, after: null, title: 'Två', number: null })
  return { id, items: (await app.call('meetings.get', { id })).items.map((item) => item.id) }
}
const put = (paragraphId: string, text: string, base: string | null) => ({
  op: 'put' as const,
  paragraphId,
  kind: 'paragraph' as const,
  text,
  base,
})
const words = async (app: TestApp, id: string) =>
  (await app.call('meetings.get', { id })).items.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join())

test('text of several items is written as one step, all of it or nothing', async () => {
  const app = newApp()
  const { id, items } = await meeting(app)
  const ids = [crypto.randomUUID(), crypto.randomUUID()]
  const save = (texts: string[], bases: (string | null)[]) => ({
    meetingId: id,
    items: items.map((item, index) => ({
      id: item,
      operations: [put(ids[index] ?? '', texts[index] ?? '', bases[index] ?? null)],
      order: [ids[index] ?? ''],
    })),
  })
  await app.call('texts.save', save(['ett råd', 'två råd'], [null, null]))
  await app.call('texts.save', save(['ett möte', 'två möten'], ['ett råd', 'två råd']))
  expect(await words(app, id)).toEqual(['ett möte', 'två möten'])
  expect(await app.refused('texts.save', save(['x', 'y'], ['ett möte', 'annat']))).toBe('text.conflict')
  expect(await words(app, id)).toEqual(['ett möte', 'två möten'])
  await app.call('history.undo', {})
  expect(await words(app, id)).toEqual(['ett råd', 'två råd'])
  const other = await meeting(app)
  expect(await app.refused('texts.save', { ...save(['x', 'y'], ['ett råd', 'två råd']), meetingId: other.id })).toBe(
    'item.not-found',
  )
})

const besides = async (app: TestApp, id: string) =>
  (await app.call('meetings.get', { id })).items.map(({ title, prepared, proposal }) => [title, prepared, proposal])

test('headings, prepared texts and proposals go with the text as one step; other words than were seen stay, all of them', async () => {
  const app = newApp()
  const { id, items } = await meeting(app)
  const [one = '', two = ''] = items
  await app.call('items.set', { id: one, title: 'Om rådet' })
  await app.call('items.set', { id: two, title: 'Två' })
  await app.call('items.prepare', { id: one, change: { prepared: 'PM från rådet', proposal: 'Rådet antar' } })
  const before = await besides(app, id)
  const beside = (text: string, base: string) => ({ text, base })
  const save = {
    meetingId: id,
    items: [
      {
        id: one,
        operations: [],
        beside: { title: beside('Om nämnden', 'Om rådet'), proposal: beside('', 'Rådet antar') },
      },
      { id: two, operations: [], beside: { prepared: beside('Nytt', ''), title: beside('Tre', 'Två') } },
    ],
  }
  await app.call('texts.save', save)
  expect(await besides(app, id)).toEqual([
    ['Om nämnden', 'PM från rådet', null],
    ['Tre', 'Nytt', null],
  ])
  expect(await app.refused('texts.save', save)).toBe('text.conflict')
  for (const part of ['title', 'prepared', 'proposal'])
    expect(
      await app.refused('texts.save', {
        meetingId: id,
        items: [
          { id: two, operations: [], beside: { title: beside('Fyra', 'Tre') } },
          { id: one, operations: [], beside: { [part]: beside('x', 'Annat') } },
        ],
      }),
    ).toBe('text.conflict')
  expect((await besides(app, id))[1]).toEqual(['Tre', 'Nytt', null])
  await app.call('history.undo', {})
  expect(await besides(app, id)).toEqual(before)
})
