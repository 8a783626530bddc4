/** Words are looked up while somebody types, and learnt meanwhile. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EditorApi } from '../../../../renderer/features/meetings/editor/api.ts'
import { makeDoc } from '../../../../renderer/features/meetings/editor/schema.ts'
import { Checker, forgetSpelling, marksOf } from '../../../../renderer/features/meetings/spelling/checker.ts'
import { plainBlock } from '../../../../renderer/features/meetings/text/blocks.ts'

let answers: ((marks: object[][]) => void)[] = []

beforeEach(() => {
  vi.useFakeTimers()
  answers = []
  vi.stubGlobal('window', {
    kansli: {
      call: () => new Promise((resolve) => answers.push((marks) => resolve({ ok: true, value: { marks } }))),
      on: () => () => undefined,
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('an answer from before a word was learnt marks nothing: the text is asked about again', async () => {
  const doc = makeDoc([plainBlock('p', 'paragraph', 'Havsvindkartan')])
  // The checker asks its editor for nothing but the meeting's language.
  const editor = { view: () => ({ head: { language: 'sv' } }) } as unknown as EditorApi
  const checker = new Checker(
    editor,
    () => doc,
    () => undefined,
  )
  checker.later()
  await vi.runOnlyPendingTimersAsync()
  expect(answers).toHaveLength(1)
  forgetSpelling()
  answers[0]?.([[{ from: 0, to: 14 }]])
  await vi.runOnlyPendingTimersAsync()
  expect(answers).toHaveLength(2)
  answers[1]?.([[]])
  await vi.runOnlyPendingTimersAsync()
  expect(marksOf(doc.child(0))).toEqual([])
  checker.end()
})
