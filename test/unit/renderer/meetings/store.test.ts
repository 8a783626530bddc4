import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockFrom, diff, storedSpans, told, type Block } from '../../../../renderer/features/meetings/text/blocks.ts'
import { newApp } from '../../../helpers/app.ts'
import { list } from '../../../helpers/listed.ts'
import { changes, edited } from './edits.ts'

test('the application keeps exactly the text that the operations were made from', async () => {
  const app = newApp()
  const meeting = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: null, body: null })
  const [item] = (await app.call('meetings.get', { id: meeting.id })).items
  if (item === undefined) throw new Error('a new meeting has an item')
  await list(app, meeting.id, 'Anna Test')
  const ref = (await app.call('meetings.get', { id: meeting.id })).attendance[0]?.personId ?? ''
  let stored: Block[] = []
  await fc.assert(
    fc.asyncProperty(changes, async (steps) => {
      const written = edited(stored, steps).map((block) => ({
        ...block,
        id: block.id.startsWith('n') ? crypto.randomUUID() : block.id,
        // Entries that the register has: any other is no entry.
        spans: storedSpans(
          block.text,
          block.spans.map((span) => (span.ref === null ? span : { ...span, ref })),
        ),
      }))
      const batch = diff(stored, written)
      if (batch !== null) await app.call('items.saveText', { id: item.id, ...told(batch) })
      const [now] = (await app.call('meetings.get', { id: meeting.id })).items
      stored = (now?.paragraphs ?? []).map(blockFrom)
      expect(stored).toEqual(written)
    }),
    { numRuns: 100 },
  )
})
