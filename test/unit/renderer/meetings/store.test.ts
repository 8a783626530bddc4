import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diff, storedText, type Block } from '../../../../renderer/features/meetings/text/blocks.ts'
import { newApp } from '../../../helpers/app.ts'
import { changes, edited } from './edits.ts'

test('the application keeps exactly the text that the operations were made from', async () => {
  const app = newApp()
  const meeting = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: null, body: null })
  const [item] = (await app.call('meetings.get', { id: meeting.id })).items
  if (item === undefined) throw new Error('a new meeting has an item')
  let stored: Block[] = []
  await fc.assert(
    fc.asyncProperty(changes, async (steps) => {
      const written = edited(stored, steps).map((block) => ({
        ...block,
        id: block.id.startsWith('n') ? crypto.randomUUID() : block.id,
        text: storedText(block.text),
      }))
      const batch = diff(stored, written)
      if (batch !== null)
        await app.call('items.saveText', { id: item.id, operations: [...batch.operations], order: [...batch.order] })
      const [now] = (await app.call('meetings.get', { id: meeting.id })).items
      stored = (now?.paragraphs ?? []).map(({ id, kind, text }) => ({ id, kind, text }))
      expect(stored).toEqual(written)
    }),
    { numRuns: 100 },
  )
})
