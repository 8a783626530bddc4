import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { byTurns, same, type Bench } from '../measure.ts'
import { subject } from '../subject.ts'

/** One acknowledged change of a paragraph through dispatch, against the disk's own price of durability. */
export const durableSave: Bench = {
  name: 'durable-save',
  what: 'one paragraph saved and acknowledged',
  against: 'a 4 KB write and fdatasync',
  target: 2.5,
  async run() {
    const { call, folder, end } = subject()
    try {
      const { id } = await call('meetings.create', { title: 'Möte', kind: 'protokoll', date: null, body: null })
      const [item] = (await call('meetings.get', { id })).items
      const paragraphId = crypto.randomUUID()
      const text = (number: number) =>
        `Ordförande öppnade mötet och hälsade alla välkomna, version ${number}. `.repeat(8)
      let number = 0
      const save = (base: string | null) =>
        call('items.saveText', {
          id: item?.id ?? '',
          operations: [{ op: 'put', paragraphId, kind: 'paragraph', text: text(number), base }],
          order: [paragraphId],
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
      same((await call('meetings.get', { id })).items[0]?.paragraphs[0]?.text, text(number), 'the stored text')
      return result
    } finally {
      end()
    }
  },
}
