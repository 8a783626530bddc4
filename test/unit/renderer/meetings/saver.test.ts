import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { plainBlock, type Block } from '../../../../renderer/features/meetings/text/blocks.ts'
import { Saver } from '../../../../renderer/features/meetings/text/saver.ts'
import { changes, edited, texts } from './edits.ts'
import { FakeStore, Refused } from './fake-store.ts'

const block = (id: string, text: string): Block => plainBlock(id, 'paragraph', text)
function setUp(blocks: readonly Block[] = [block('a', 'one')]) {
  const store = new FakeStore(blocks)
  const shown: (readonly Block[])[] = []
  const groups: number[] = []
  const saver = new Saver(store.seen(), {
    send: (batch, group) => {
      groups.push(group)
      return store.send(batch)
    },
    read: () => Promise.resolve(store.seen()),
    codeOf: (error) => (error instanceof Refused ? error.code : 'call.internal'),
    timers: {
      now: () => Date.now(),
      set: (run, wait) => setTimeout(run, wait),
      clear: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
    },
    replaced: (next) => shown.push(next),
    changed: () => undefined,
  })
  return { store, saver, shown, groups }
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('when to send', () => {
  test('after a pause of 150 ms, and not before', async () => {
    const { store, saver } = setUp()
    saver.edit([block('a', 'one t')])
    await pass(149)
    expect(store.received).toEqual([])
    await pass(10)
    expect(store.blocks).toEqual([block('a', 'one t')])
    expect(saver.state()).toMatchObject({ clean: true, savedAt: 't2', late: false })
  })

  test('at most 400 ms after the first key of constant typing', async () => {
    const { store, saver } = setUp()
    for (let at = 0; at < 400; at += 50) {
      saver.edit([block('a', `one ${at}`)])
      await pass(50)
    }
    expect(store.received).toHaveLength(1)
  })

  test('never two at a time: what is written meanwhile goes together afterwards', async () => {
    const { store, saver } = setUp()
    store.plan = ['hang']
    saver.edit([block('a', '1')])
    await pass(200)
    for (const text of ['12', '123', '1234']) {
      saver.edit([block('a', text)])
      await pass(300)
    }
    expect(store.received).toHaveLength(1)
    store.hanging.forEach((go) => go())
    await pass(400)
    expect(store.received).toHaveLength(2)
    expect(store.received[1]?.operations).toEqual([
      { op: 'put', paragraphId: 'a', kind: 'paragraph', text: '1234', base: '1' },
    ])
  })

  test('a step to take back stays one when the next begins while a call is under way', async () => {
    const { store, saver, groups } = setUp()
    store.plan = ['hang']
    saver.edit([block('a', 'one')], 1)
    saver.edit([block('a', 'one t')], 1)
    await pass(200)
    saver.edit([block('a', 'one two "')], 1)
    saver.edit([block('a', 'one two ”')], 2)
    saver.edit([block('a', 'one two ”three')], 3)
    store.hanging.forEach((go) => go())
    await pass(500)
    expect(store.received.map(({ operations: [put] }) => put?.op === 'put' && put.text)).toEqual([
      'one t',
      'one two "',
      'one two ”',
      'one two ”three',
    ])
    expect(groups).toEqual([1, 1, 2, 3])
    expect(saver.state()).toMatchObject({ clean: true })
  })

  test('steps stay apart when a read in between brings nothing, and when more begin before the first is sent', async () => {
    const { store, saver, groups } = setUp()
    store.plan = ['hang']
    saver.edit([block('a', 'one -')], 1)
    await pass(200)
    saver.edit([block('a', 'one - ')], 2)
    store.hanging.forEach((go) => go())
    await pass(1)
    saver.received(store.seen())
    saver.edit([block('a', 'one – ')], 3)
    saver.edit([block('a', 'one – "')], 4)
    saver.received(store.seen())
    saver.edit([block('a', 'one – ”')], 5)
    await pass(500)
    expect(store.received.map(({ operations: [put] }) => put?.op === 'put' && put.text)).toEqual([
      'one -',
      'one - ',
      'one – ',
      'one – "',
      'one – ”',
    ])
    expect(groups).toEqual([1, 2, 3, 4, 5])
  })

  test('a step that waits is not sent when something came from elsewhere: it would take that away', async () => {
    const { store, saver, groups } = setUp([block('a', 'one'), block('b', 'two')])
    store.plan = ['hang']
    saver.edit([block('a', 'one t'), block('b', 'two')], 1)
    await pass(200)
    saver.edit([block('a', 'one th'), block('b', 'two')], 1)
    saver.edit([block('a', 'one thr'), block('b', 'two')], 2)
    store.blocks = [block('a', 'one'), block('b', 'changed there')]
    store.version = 5
    store.hanging.forEach((go) => go())
    saver.received({ blocks: [block('a', 'one t'), block('b', 'changed there')], version: 7 })
    await pass(500)
    expect(store.blocks.map(({ text }) => text)).toEqual(['one thr', 'changed there'])
    expect(groups).toEqual([1, 2])
  })

  test('at once when flushed, and the promise waits for the answer', async () => {
    const { store, saver } = setUp()
    saver.edit([block('a', 'x')])
    let done = false
    void saver.flush().then(() => (done = true))
    expect(store.received).toHaveLength(1)
    expect(done).toBe(false)
    await pass(5)
    expect(done).toBe(true)
  })

  test('nothing is sent when the text is back where it was', async () => {
    const { store, saver } = setUp()
    saver.edit([block('a', 'one!')])
    saver.edit([block('a', 'one')])
    await pass(1000)
    expect(store.received).toEqual([])
    expect(saver.state().clean).toBe(true)
  })
})

describe('failures', () => {
  test('over two seconds without an answer is late, and over when the answer comes', async () => {
    const { store, saver } = setUp()
    store.plan = ['hang']
    saver.edit([block('a', 'x')])
    await pass(1999)
    expect(saver.state().late).toBe(false)
    await pass(1)
    expect(saver.state()).toMatchObject({ late: true, clean: false })
    store.hanging.forEach((go) => go())
    await pass(1)
    expect(saver.state()).toMatchObject({ late: false, clean: true, savedAt: 't2' })
  })

  test('a refused call is tried again until it goes through, typing or not', async () => {
    const { store, saver } = setUp()
    store.plan = ['refuse', 'refuse', 'refuse']
    saver.edit([block('a', 'x')])
    await pass(300)
    expect(saver.state()).toMatchObject({ clean: false, error: 'workspace.disk', savedAt: null })
    saver.edit([block('a', 'xy')])
    await pass(5000)
    expect(store.blocks).toEqual([block('a', 'xy')])
    expect(saver.state()).toMatchObject({ clean: true, error: null })
  })

  test('after a lost answer the same call is sent again, then what was written since', async () => {
    const { store, saver } = setUp()
    store.plan = ['lose']
    saver.edit([block('a', 'x'), block('b', 'new')])
    await pass(160)
    saver.edit([block('a', 'xy'), block('b', 'newer')])
    await pass(2000)
    expect(store.received[1]).toEqual(store.received[0])
    expect(store.blocks).toEqual([block('a', 'xy'), block('b', 'newer')])
    expect(saver.state()).toMatchObject({ clean: true, conflicts: [] })
  })

  test('an answer lost and the store changed elsewhere is no conflict with oneself', async () => {
    const { store, saver } = setUp([block('a', 'one'), block('b', 'two')])
    store.plan = ['lose']
    saver.edit([block('a', 'mine'), block('b', 'two')])
    await pass(160)
    store.put({
      operations: [{ op: 'put', paragraphId: 'a', kind: 'paragraph', text: 'mine', base: 'mine' }],
      order: ['a', 'b'],
    })
    store.put({
      operations: [{ op: 'put', paragraphId: 'b', kind: 'paragraph', text: 'TWO', base: 'two' }],
      order: ['a', 'b'],
    })
    saver.edit([block('a', 'mine more'), block('b', 'two')])
    saver.received(store.seen())
    await pass(2000)
    expect(store.blocks).toEqual([block('a', 'mine more'), block('b', 'TWO')])
    expect(saver.state().conflicts).toEqual([])
  })

  test('text the store will never take stops, stays on the screen and counts as unsaved', async () => {
    const { store, saver } = setUp()
    vi.spyOn(store, 'send').mockRejectedValue(new Refused('call.too-large'))
    saver.edit([block('a', 'x')])
    await pass(60_000)
    expect(store.send).toHaveBeenCalledTimes(1)
    expect(saver.state()).toMatchObject({ clean: false, late: true, error: 'call.too-large' })
    expect(saver.written()).toEqual([block('a', 'x')])
  })

  test('text of an item that is gone is kept until somebody gives it up', async () => {
    const { store, saver } = setUp()
    vi.spyOn(store, 'send').mockRejectedValue(new Refused('item.not-found'))
    saver.edit([block('a', 'x')])
    await pass(500)
    expect(saver.state()).toMatchObject({ clean: false, gone: true })
    expect(saver.written()).toEqual([block('a', 'x')])
    saver.discard()
    expect(saver.state()).toMatchObject({ clean: true, gone: false })
  })
})

describe('changes from elsewhere', () => {
  test('are shown, and unsaved text in other paragraphs stays', async () => {
    const { store, saver, shown } = setUp([block('a', 'one'), block('b', 'two')])
    saver.edit([block('a', 'one, and'), block('b', 'two')])
    store.put({ operations: [{ op: 'remove', paragraphId: 'b', base: 'two' }], order: ['a'] })
    saver.received(store.seen())
    expect(shown).toEqual([[block('a', 'one, and')]])
    await pass(500)
    expect(store.blocks).toEqual([block('a', 'one, and')])
  })

  test('to the paragraph being written are asked about, and nothing is overwritten until then', async () => {
    const { store, saver, shown } = setUp()
    saver.edit([block('a', 'mine')])
    store.put({
      operations: [{ op: 'put', paragraphId: 'a', kind: 'paragraph', text: 'theirs', base: 'one' }],
      order: ['a'],
    })
    await pass(1000)
    expect(saver.state().conflicts).toEqual([{ id: 'a', stored: block('a', 'theirs') }])
    expect(store.blocks).toEqual([block('a', 'theirs')])
    expect(saver.written()).toEqual([block('a', 'mine')])
    saver.resolve('a', 'mine')
    await pass(500)
    expect(store.blocks).toEqual([block('a', 'mine')])
    expect(saver.state()).toMatchObject({ conflicts: [], clean: true })
    expect(shown).toEqual([])
  })

  test('can be taken instead of the own text', async () => {
    const { store, saver, shown } = setUp()
    saver.edit([block('a', 'mine')])
    store.put({
      operations: [{ op: 'put', paragraphId: 'a', kind: 'paragraph', text: 'theirs', base: 'one' }],
      order: ['a'],
    })
    await pass(1000)
    saver.resolve('a', 'stored')
    await pass(500)
    expect(shown.at(-1)).toEqual([block('a', 'theirs')])
    expect(saver.state()).toMatchObject({ conflicts: [], clean: true })
    expect(store.blocks).toEqual([block('a', 'theirs')])
  })

  test('can stand beside the own text, which becomes a paragraph of its own', async () => {
    const { store, saver, shown } = setUp([block('a', 'one'), block('b', 'two')])
    saver.edit([block('a', 'mine'), block('b', 'two')])
    store.put({
      operations: [{ op: 'put', paragraphId: 'a', kind: 'paragraph', text: 'theirs', base: 'one' }],
      order: ['a', 'b'],
    })
    await pass(1000)
    saver.resolve('a', { copy: 'c' })
    await pass(500)
    const both = [block('a', 'theirs'), block('c', 'mine'), block('b', 'two')]
    expect(shown.at(-1)).toEqual(both)
    expect(store.blocks).toEqual(both)
    expect(saver.state()).toMatchObject({ conflicts: [], clean: true })
  })

  test('other paragraphs go on being saved while one waits for an answer', async () => {
    const { store, saver } = setUp([block('a', 'one'), block('b', 'two')])
    saver.edit([block('a', 'mine'), block('b', 'two')])
    store.put({
      operations: [{ op: 'put', paragraphId: 'a', kind: 'paragraph', text: 'theirs', base: 'one' }],
      order: ['a', 'b'],
    })
    await pass(1000)
    saver.edit([block('a', 'mine'), block('b', 'two!')])
    await pass(500)
    expect(store.blocks).toEqual([block('a', 'theirs'), block('b', 'two!')])
    expect(saver.state().conflicts).toHaveLength(1)
  })

  test('a read older than the last acknowledged save is passed over', async () => {
    const { store, saver, shown } = setUp()
    const old = store.seen()
    saver.edit([block('a', 'x')])
    await pass(500)
    saver.received(old)
    expect(shown).toEqual([])
    expect(saver.written()).toEqual([block('a', 'x')])
  })
})

describe('leaving', () => {
  test('says in one call what is under way and what came since, whether the one under way arrives or not', async () => {
    for (const arrives of [true, false]) {
      const { store, saver } = setUp()
      store.plan = ['hang']
      saver.edit([block('a', 'x'), block('b', 'new')])
      await pass(200)
      saver.edit([block('a', 'xy'), block('b', 'new')])
      const last = saver.farewell()
      if (last === null) throw new Error('there was something to say')
      if (arrives) store.hanging.forEach((go) => go())
      await Promise.resolve()
      store.put(last.batch)
      expect(store.blocks).toEqual([block('a', 'xy'), block('b', 'new')])
    }
  })

  test('has nothing to say when all is acknowledged, and nothing twice', async () => {
    const { saver } = setUp()
    expect(saver.farewell()).toBeNull()
    saver.edit([block('a', 'x')])
    const last = saver.farewell()
    expect(last?.batch.operations).toHaveLength(1)
    // Not sent after all: it is still to be said.
    expect(saver.farewell()).not.toBeNull()
    last?.said()
    expect(saver.farewell()).toBeNull()
    saver.edit([block('a', 'xy')])
    expect(saver.farewell()).not.toBeNull()
    await pass(1000)
    expect(saver.farewell()).toBeNull()
  })

  test('keeps a text that waits for an answer out of what it says', async () => {
    const { store, saver } = setUp([block('a', 'one'), block('b', 'two')])
    saver.edit([block('a', 'mine'), block('b', 'two')])
    store.put({
      operations: [{ op: 'put', paragraphId: 'a', kind: 'paragraph', text: 'theirs', base: 'one' }],
      order: ['a', 'b'],
    })
    await pass(1000)
    saver.edit([block('a', 'mine'), block('b', 'two!')])
    const last = saver.farewell()
    if (last === null) throw new Error('there was something to say')
    store.put(last.batch)
    expect(store.blocks).toEqual([block('a', 'theirs'), block('b', 'two!')])
  })

  test('is not taken back by a call that failed before it and is due again once the page stays', async () => {
    const { store, saver } = setUp([block('a', 'one')])
    store.plan = ['refuse']
    saver.edit([block('a', ''), block('b', 'one')])
    await pass(200)
    const joined: Block = { ...block('a', 'one'), kind: 'quotation' }
    saver.edit([joined])
    const last = saver.farewell()
    if (last === null) throw new Error('there was something to say')
    last.said()
    store.put(last.batch)
    await pass(5000)
    expect(store.received).toHaveLength(1)
    expect(store.blocks).toEqual([joined])
    expect(saver.state()).toMatchObject({ clean: true, conflicts: [] })
  })

  test('loses nothing at any moment of any changes, and a page that stays after all is in no conflict with itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.array(fc.record({ steps: changes, wait: fc.nat({ max: 600 }) }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.constantFrom('ok' as const, 'refuse' as const, 'lose' as const, 'hang' as const), { maxLength: 6 }),
        changes,
        async (start, turns, plan, after) => {
          const { store, saver } = setUp(start)
          store.plan = [...plan]
          let turn = 0
          for (const { steps, wait } of turns) {
            saver.edit(edited(saver.written(), steps, `n${(turn += 1)}-`))
            await pass(wait)
          }
          const last = saver.farewell()
          last?.said()
          store.plan = []
          // What is under way comes first: the host takes calls in turn.
          store.hanging.forEach((go) => go())
          await pass(5)
          try {
            if (last !== null) store.put(last.batch)
          } catch {
            // Refused: the next call has come before it, and said the same.
          }
          expect(store.blocks).toEqual(saver.written())
          saver.edit(edited(saver.written(), after, 'after-'))
          if (turn % 2 === 0) saver.received(store.seen())
          await pass(60_000)
          expect(store.blocks).toEqual(saver.written())
          expect(saver.state()).toMatchObject({ clean: true, conflicts: [] })
        },
      ),
      { numRuns: 150 },
    )
  })
})

test('whatever fails, and in whatever order, the store ends with the text on the screen', async () => {
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.array(fc.record({ steps: changes, wait: fc.nat({ max: 600 }) }), { maxLength: 6 }),
      fc.array(fc.constantFrom('ok' as const, 'refuse' as const, 'lose' as const), { maxLength: 10 }),
      async (start, turns, plan) => {
        const { store, saver } = setUp(start)
        store.plan = [...plan]
        let turn = 0
        for (const { steps, wait } of turns) {
          saver.edit(edited(saver.written(), steps, `n${(turn += 1)}-`))
          await pass(wait)
          if (wait % 3 === 0) saver.received(store.seen())
        }
        await pass(60_000)
        expect(store.blocks).toEqual(saver.written())
        expect(saver.state()).toMatchObject({ clean: true, conflicts: [] })
      },
    ),
    { numRuns: 150 },
  )
})

test('a page that is killed at any moment of any typing loses at most the last 500 ms of it', async () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(gaps, fc.integer({ min: 0, max: 800 }), async (pauses, rest) => {
      const { store, saver } = setUp()
      const typed: { at: number; text: string }[] = [{ at: Number.NEGATIVE_INFINITY, text: 'one' }]
      for (const pause of pauses) {
        const text = `${typed.at(-1)?.text ?? ''}a`
        saver.edit([block('a', text)])
        typed.push({ at: Date.now(), text })
        await pass(pause)
      }
      await pass(rest)
      // What the store has now is what is left of the page.
      const least = typed.findLast(({ at }) => at <= Date.now() - 500)?.text ?? ''
      expect(store.blocks[0]?.text.startsWith(least)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
