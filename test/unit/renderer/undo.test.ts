/** Taking back outside a text. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { undo } from '../../../renderer/commands/undo.ts'

/** Calls in the order they came, each with the way to answer it. */
let calls: { name: string; answer: (value: object) => void }[] = []

beforeEach(() => {
  calls = []
  vi.stubGlobal('window', {
    kansli: {
      call: (name: string) =>
        new Promise((resolve) => calls.push({ name, answer: (value) => resolve({ ok: true, value }) })),
      on: () => () => undefined,
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

const asked = () => calls.map(({ name }) => name)
const step = { step: 1, method: 'themes.add', at: '2031-01-01T10:00:00.000Z' }

test('a step asked back while another one goes back is looked for after it: the last one is not taken for two', async () => {
  const both = Promise.all([undo(), undo()])
  await vi.waitFor(() => expect(asked()).toEqual(['history.state']))
  calls[0]?.answer({ undo: step, redo: null })
  await vi.waitFor(() => expect(asked()).toEqual(['history.state', 'history.undo']))
  calls[1]?.answer({})
  await vi.waitFor(() => expect(asked()).toEqual(['history.state', 'history.undo', 'history.state']))
  calls[2]?.answer({ undo: null, redo: step })
  await both
  expect(asked()).toHaveLength(3)
})
