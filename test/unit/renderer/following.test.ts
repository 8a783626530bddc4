/** What is shown follows the core; while somebody types it is left as it is. */
import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { KansliEvent } from '#contract/events.ts'
import {
  followChanges,
  holdReading,
  queryClient,
  readOptions,
  releaseReading,
  write,
} from '../../../renderer/transport/hooks.ts'

let tell: (event: KansliEvent) => void = () => undefined
const asked = vi.fn<(name: string) => void>()
const changed = () => tell({ type: 'changed', method: 'items.saveText', savedAt: '2030-05-06T10:00:00.000Z' })
const ends: (() => void)[] = []

let kept = Promise.withResolvers<{ ok: true; value: object }>()
const reads = () => asked.mock.calls.flat().toSorted()
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

beforeEach(async () => {
  vi.stubGlobal('window', {
    kansli: {
      call: (name: string) => {
        asked(name)
        if (name === 'retention.keep') return kept.promise
        return Promise.resolve({ ok: true, value: {} })
      },
      on: (listener: typeof tell) => {
        tell = listener
        return () => undefined
      },
    },
  })
  ends.push(followChanges(() => undefined))
  for (const options of [readOptions('workspace.status', {}), readOptions('history.state', {})])
    ends.push(
      new QueryObserver<unknown>(queryClient, { ...options, queryFn: () => options.queryFn() }).subscribe(
        () => undefined,
      ),
    )
  await vi.waitFor(() => {
    if (asked.mock.calls.length < 2) throw new Error('not read yet')
  })
  asked.mockClear()
})
afterEach(async () => {
  releaseReading()
  // What waited is read before the next test looks.
  await later(60)
  ends.splice(0).forEach((end) => end())
  queryClient.clear()
  vi.unstubAllGlobals()
})

test('several writes in a row are followed by one reading of what is shown', async () => {
  changed()
  changed()
  await vi.waitFor(() => expect(reads()).toEqual(['history.state', 'workspace.status']))
  await later(60)
  expect(reads()).toHaveLength(2)
})

test('while somebody types nothing is read again but whether there is something to take back', async () => {
  holdReading()
  changed()
  await later(60)
  expect(reads()).toEqual(['history.state'])
})

test('a pause in typing reads what waited, and nothing where nothing was written', async () => {
  holdReading()
  releaseReading()
  await later(60)
  expect(reads()).toEqual([])
  holdReading()
  changed()
  await later(60)
  asked.mockClear()
  releaseReading()
  await vi.waitFor(() => expect(reads()).toEqual(['history.state', 'workspace.status']))
})

test('a reading that is due when typing goes on waits for the next pause', async () => {
  changed()
  holdReading()
  await later(60)
  expect(reads()).toEqual([])
  releaseReading()
  await vi.waitFor(() => expect(reads()).toEqual(['history.state', 'workspace.status']))
})

test('what is read for the first time while something changes is read once more: its answer may be from before', async () => {
  const answers: ((value: unknown) => void)[] = []
  const options = { queryKey: ['review.list', {}], queryFn: () => new Promise((resolve) => answers.push(resolve)) }
  const observer = new QueryObserver<unknown>(queryClient, options)
  ends.push(observer.subscribe(() => undefined))
  changed()
  await vi.waitFor(() => expect(reads()).toContain('workspace.status'))
  changed()
  await vi.waitFor(() => expect(reads().filter((name) => name === 'workspace.status')).toHaveLength(2))
  expect(answers).toHaveLength(1)
  answers[0]?.('before')
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  expect(observer.getCurrentResult().data).toBe('before')
  answers[1]?.('after')
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('after'))
  await later(60)
  expect(answers).toHaveLength(2)
})

test('a change that was made here is shown once its answer is here, and after two seconds without one', async () => {
  for (const isAnswered of [true, false]) {
    kept = Promise.withResolvers()
    asked.mockClear()
    const answer = write('retention.keep', { kind: 'contact', id: 'c', until: '2031-01-01' })
    changed()
    await later(100)
    expect(reads()).toEqual(['retention.keep'])
    if (isAnswered) kept.resolve({ ok: true, value: {} })
    const wait = { timeout: 5000 }
    await vi.waitFor(() => expect(reads()).toEqual(['history.state', 'retention.keep', 'workspace.status']), wait)
    kept.resolve({ ok: true, value: {} })
    await answer
  }
})
