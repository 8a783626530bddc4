/** One write has one time, whoever is told of it. */
import { expect, it } from 'vitest'
import { newApp } from '../../helpers/app.ts'

it('the answer to saved text has the same time as everybody else is told, and as the workspace says', async () => {
  const app = newApp()
  const { id } = await app.call('meetings.create', {
    title: 'Prov',
    kind: 'minnesanteckningar',
    date: null,
    body: null,
  })
  const itemId = (await app.call('meetings.get', { id })).items[0]?.id ?? ''
  // A clock that goes on by a second each time somebody looks at it.
  let seconds = 0
  Object.defineProperty(app.clock, 'now', { get: () => new Date(Date.UTC(2031, 2, 3, 5, 51, (seconds += 1))) })
  const told: string[] = []
  app.onEvent((event) => {
    if (event.type === 'changed') told.push(event.savedAt)
  })
  const paragraphId = crypto.randomUUID()
  const { savedAt } = await app.call('items.saveText', {
    id: itemId,
    operations: [{ op: 'put', paragraphId, kind: 'paragraph', text: 'Mötet öppnades.', base: null }],
    order: [paragraphId],
  })
  expect(told).toEqual([savedAt])
  expect((await app.call('workspace.status', {})).savedAt).toBe(savedAt)
})
