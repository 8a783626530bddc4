/** A file of contacts is read by the browser first, and that may take longer than for the one given after it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startOver, takeFile } from '../../../renderer/features/exchange/session.ts'

let asked: { name: string; input: object }[] = []
let readers: { onload: () => void; onerror: () => void; result: string }[] = []

beforeEach(() => {
  asked = []
  readers = []
  vi.stubGlobal('window', {
    kansli: {
      call: (name: string, input: object) => {
        asked.push({ name, input })
        return Promise.resolve({ ok: false, error: { code: 'call.internal', params: {} } })
      },
      on: () => () => undefined,
    },
  })
  vi.stubGlobal(
    'FileReader',
    class {
      result = `data:text/csv;base64,file${readers.length}`
      onload = () => undefined
      onerror = () => undefined
      readAsDataURL() {
        readers.push(this)
      }
    },
  )
})
afterEach(() => {
  startOver()
  vi.unstubAllGlobals()
})

test('of two files of contacts given one after the other the second stands, however late the first is read', async () => {
  const first = takeFile(new File(['A'], 'a.csv'))
  const second = takeFile(new File(['B'], 'b.csv'))
  readers[1]?.onload()
  await second
  readers[0]?.onload()
  await first
  expect(asked).toEqual([{ name: 'contacts.preview', input: { base64: 'file1' } }])
})
