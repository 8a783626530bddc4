import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { storeMeeting } from '../long-meeting.ts'
import { byTurns, same, type Bench } from '../measure.ts'
import { subject, type Subject } from '../subject.ts'

/** Where the words are saved: an item, and the paragraphs that stand in it already. */
type Place = { meetingId: string; itemId: string; beside: readonly string[] }

/** One acknowledged change of a paragraph through dispatch, against the disk's own price of durability. */
async function saves({ call, folder }: Subject, { meetingId, itemId, beside }: Place) {
  const paragraphId = crypto.randomUUID()
  const order = [...beside, paragraphId]
  const text = (number: number) => `Ordförande öppnade mötet och hälsade alla välkomna, version ${number}. `.repeat(8)
  let number = 0
  // As the page does: the order is told along with a paragraph that is new, and not while somebody types in it.
  const save = (base: string | null) =>
    call('items.saveText', {
      id: itemId,
      operations: [{ op: 'put', paragraphId, kind: 'paragraph', text: text(number), base }],
      ...(base === null ? { order } : {}),
    })
  await save(null)
  const block = Buffer.alloc(4096, 7)
  const file = openSync(join(folder, 'limit'), 'w')
  const result = await byTurns(
    () => {
      const base = text(number)
      number += 1
      return save(base)
    },
    () => {
      writeSync(file, block, 0, 4096, 0)
      fdatasyncSync(file)
    },
    { rounds: 401, warm: 150 },
  )
  closeSync(file)
  const stored = (await call('meetings.get', { id: meetingId })).items.find(({ id }) => id === itemId)?.paragraphs
  same([stored?.length, stored?.at(-1)?.text], [order.length, text(number)], 'the stored text')
  return result
}

/** In the first item of a new meeting. */
export const durableSave: Bench = {
  name: 'durable-save',
  what: 'one paragraph saved and acknowledged',
  against: 'a 4 KB write and fdatasync',
  target: 2.5,
  async run() {
    const at = subject()
    try {
      const { id } = await at.call('meetings.create', { title: 'Möte', kind: 'protokoll', date: null, body: null })
      const [item] = (await at.call('meetings.get', { id })).items
      return await saves(at, { meetingId: id, itemId: item?.id ?? '', beside: [] })
    } finally {
      at.end()
    }
  },
}

/** In the middle of minutes of 200 pages. */
export const saveAcknowledged: Bench = {
  name: 'save-ack',
  what: 'one paragraph of 200 pages saved and acknowledged',
  against: 'a 4 KB write and fdatasync',
  target: 2,
  async run() {
    const at = subject()
    try {
      const { id, items } = await storeMeeting(at.call, 'Möte om 200 sidor', 200)
      const item = items[100]
      return await saves(at, { meetingId: id, itemId: item?.id ?? '', beside: item?.paragraphs ?? [] })
    } finally {
      at.end()
    }
  },
}
