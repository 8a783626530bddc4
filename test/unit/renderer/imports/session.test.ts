/** A reading-in whose answers come late: only what was asked last is shown. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reset, session, takeFiles, takeText } from '../../../../renderer/features/imports/session.ts'

const refused = { ok: false, error: { code: 'call.internal', params: {} } }
let answers: ((reply: object) => void)[] = []
let readers: { onload: () => void; result: string }[] = []

beforeEach(() => {
  answers = []
  readers = []
  vi.stubGlobal('window', {
    kansli: {
      call: () => new Promise((resolve) => answers.push(resolve)),
      on: () => () => undefined,
    },
  })
  vi.stubGlobal(
    'FileReader',
    class {
      result = 'data:text/plain;base64,QQ=='
      onload = () => undefined
      readAsDataURL() {
        readers.push(this)
      }
    },
  )
})
afterEach(() => {
  reset()
  vi.unstubAllGlobals()
})

test('a text that could not be read is not told of once it has been left', async () => {
  const reading = takeText('Minnesanteckningar')
  reset()
  answers[0]?.(refused)
  await reading
  expect(session()).toMatchObject({ refused: null, busy: false, error: null })
})

test('a file that was left while the browser read it is not read in', async () => {
  const reading = takeFiles([new File(['A'], 'a.txt')])
  reset()
  readers[0]?.onload()
  await reading
  expect(answers).toEqual([])
  expect(session()).toMatchObject({ draft: null, refused: null, busy: false })
})

test('of two files given one after the other the second is read in, however late the first one comes', async () => {
  const first = takeFiles([new File(['A'], 'a.txt')])
  const second = takeFiles([new File(['B'], 'b.txt')])
  readers[1]?.onload()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  readers[0]?.onload()
  await first
  answers[0]?.(refused)
  await second
  expect(answers).toHaveLength(1)
  expect(session().refused).toMatchObject({ name: 'b.txt' })
})
