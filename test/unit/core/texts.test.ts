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
