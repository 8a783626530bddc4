/** What waits for a choice is brought to the file as it is written, and taken out of it when it is settled. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Input } from '#contract/methods.ts'

type Told = Input<'setAside.set'>
const told: Told[] = []
const file: { texts: object[] } = { texts: [] }
vi.mock('../../../../renderer/transport/client.ts', () => ({
  call: (name: string, input: Told) => {
    if (name === 'setAside.list') return Promise.resolve(file)
    told.push(input)
    return Promise.resolve({})
  },
  callLeaving: (_: string, input: Told) => told.push(input) > 0,
}))
const { isKept, keepAside, readAside, sayAside } =
  await import('../../../../renderer/features/meetings/text/set-aside.ts')

const [meetingId, itemId] = ['m', 'i']
const row = (paragraphId: string, text: string) =>
  ({ paragraphId, position: 0, kind: 'paragraph', text, fields: null }) as const
const waits = (rows: ReturnType<typeof row>[], busy = false) => ({ meetingId, itemId, title: 'Punkten', rows, busy })
const said = () => told.splice(0).map(({ put, settled }) => [put.map(({ text }) => text), settled])

describe('text that waits for a choice', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(async () => {
    keepAside([])
    await vi.runAllTimersAsync()
    told.length = 0
    vi.useRealTimers()
  })

  test('is said within a moment, again when it is another, and once only', async () => {
    keepAside([waits([row('a', 'ett')])])
    await vi.advanceTimersByTimeAsync(150)
    expect(said()).toEqual([[['ett'], []]])
    keepAside([waits([row('a', 'ett')])])
    await vi.advanceTimersByTimeAsync(1000)
    expect(said()).toEqual([])
    keepAside([waits([row('a', 'ett två')])])
    await vi.advanceTimersByTimeAsync(150)
    expect(said()).toEqual([[['ett två'], []]])
  })

  test('is taken out when it is settled, and not before what was chosen is stored', async () => {
    keepAside([waits([row('a', 'ett')])])
    await vi.advanceTimersByTimeAsync(150)
    said()
    keepAside([waits([], true)])
    await vi.advanceTimersByTimeAsync(1000)
    expect(said()).toEqual([])
    keepAside([])
    await vi.advanceTimersByTimeAsync(150)
    expect(said()).toEqual([[[], ['a']]])
  })

  test('is said at once by a page that is leaving', () => {
    keepAside([waits([row('a', 'ett')])])
    sayAside()
    expect(said()).toEqual([[['ett'], []]])
  })

  test('stays in the file where it was read and is not asked about: only what is asked about can be settled', async () => {
    file.texts = [
      { ...row('a', 'ett'), itemId, title: 'Punkten', spans: [] },
      { ...row('b', 'två'), itemId, title: 'Punkten', spans: [] },
    ]
    expect((await readAside(meetingId)).map(({ waiting }) => waiting.length)).toEqual([2])
    keepAside([])
    await vi.advanceTimersByTimeAsync(1000)
    expect(said()).toEqual([])
    isKept(waits([row('a', 'ett')]))
    keepAside([])
    await vi.advanceTimersByTimeAsync(150)
    expect(said()).toEqual([[[], ['a']]])
  })
})
