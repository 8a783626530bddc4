import { describe, expect, test, vi } from 'vitest'
import { NoteSaver, type NoteWays } from '../../../../renderer/features/meetings/notes/saver.ts'

/** A store of one note that answers when told to, and a clock of its own. */
function setUp(stored = '') {
  const store = { text: stored, fails: 0, gone: false, kept: '' }
  const sent: string[] = []
  const shown: string[] = []
  const ways: NoteWays = {
    send: (text, base) => {
      sent.push(text)
      if (store.fails > 0) {
        store.fails -= 1
        return Promise.reject(new Error('lost'))
      }
      if (store.gone) return Promise.reject(new Error('gone'))
      if (store.text !== base) return Promise.reject(new Error('conflict'))
      store.text = text
      return Promise.resolve()
    },
    read: () => Promise.resolve(store.text),
    keep: (text) => {
      store.kept = text
      return Promise.resolve()
    },
    isGone: (error) => error instanceof Error && error.message === 'gone',
    isConflict: (error) => error instanceof Error && error.message === 'conflict',
    replaced: (text) => shown.push(text),
    now: () => Date.now(),
    set: (run, wait) => setTimeout(run, wait),
    // What `set` gave.
    clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  }
  return { store, sent, shown, saver: new NoteSaver(stored, ways) }
}

describe('a note that is typed', () => {
  test('goes at a pause, whole, and counts as saved when it is acknowledged', async () => {
    vi.useFakeTimers()
    const { store, sent, saver } = setUp()
    saver.edit('f')
    saver.edit('fråga')
    expect(saver.dirty).toBe(true)
    await vi.runAllTimersAsync()
    expect(sent).toEqual(['fråga'])
    expect([store.text, saver.dirty]).toEqual(['fråga', false])
    vi.useRealTimers()
  })

  test('goes while it is typed without a pause, so that a page that dies loses half a second at most', async () => {
    vi.useFakeTimers()
    const { store, saver } = setUp()
    for (let at = 0; at < 2000; at += 50) {
      saver.edit(`${saver.text}a`)
      await vi.advanceTimersByTimeAsync(50)
      expect(saver.text.length - store.text.length).toBeLessThanOrEqual(500 / 50)
    }
    vi.useRealTimers()
  })

  test('is sent again until it is taken, and leaving waits for it', async () => {
    vi.useFakeTimers()
    const { store, sent, saver } = setUp()
    store.fails = 2
    saver.edit('fråga')
    const left = saver.flush()
    await vi.runAllTimersAsync()
    await left
    expect(sent).toEqual(['fråga', 'fråga', 'fråga'])
    expect(store.text).toBe('fråga')
    vi.useRealTimers()
  })

  test('is said in leaving over whatever may be stored, and a page that stays goes on with it', async () => {
    vi.useFakeTimers()
    const { store, saver } = setUp('gammalt')
    expect(saver.farewell()).toBeNull()
    saver.edit('fråga')
    expect(saver.farewell()).toEqual({ text: 'fråga', bases: ['gammalt'] })
    expect(saver.farewell()).toBeNull()
    store.text = 'fråga'
    saver.edit('fråga två')
    void saver.flush()
    // One is under way, and has arrived or not.
    saver.edit('fråga tre')
    expect(saver.farewell()).toEqual({ text: 'fråga tre', bases: ['gammalt', 'fråga två'] })
    store.text = 'fråga tre'
    saver.edit('en fråga')
    await vi.runAllTimersAsync()
    expect([store.text, saver.text, saver.dirty, saver.failing]).toEqual(['en fråga', 'en fråga', false, false])
    vi.useRealTimers()
  })

  test('that cannot be saved counts as failing until it is', async () => {
    vi.useFakeTimers()
    const { store, saver } = setUp()
    store.fails = 1
    saver.edit('fråga')
    await vi.advanceTimersByTimeAsync(500)
    expect(saver.failing).toBe(true)
    await vi.runAllTimersAsync()
    expect(saver.failing).toBe(false)
    vi.useRealTimers()
  })

  test('is kept aside once its item is gone, and within half a second of each word after that', async () => {
    vi.useFakeTimers()
    const { store, sent, saver } = setUp('gammalt')
    store.gone = true
    saver.edit('fråga')
    await vi.runAllTimersAsync()
    expect([store.kept, saver.gone, saver.dirty, saver.failing]).toEqual(['fråga', true, false, false])
    for (let at = 0; at < 2000; at += 50) {
      saver.edit(`${saver.text}a`)
      await vi.advanceTimersByTimeAsync(50)
      expect(saver.text.length - store.kept.length).toBeLessThanOrEqual(500 / 50)
    }
    expect(sent).toEqual(['fråga'])
    saver.edit('sist')
    expect(saver.farewell()).toMatchObject({ text: 'sist' })
    await vi.runAllTimersAsync()
    store.gone = false
    saver.received('gammalt')
    expect([saver.gone, saver.text]).toEqual([false, 'gammalt'])
    saver.edit('på punkten igen')
    store.text = 'gammalt'
    await vi.runAllTimersAsync()
    expect([store.text, store.kept]).toEqual(['på punkten igen', 'sist'])
    vi.useRealTimers()
  })

  test('in two windows keeps both', async () => {
    vi.useFakeTimers()
    const { store, shown, saver } = setUp('gammalt')
    store.text = 'deras'
    saver.edit('mitt')
    await vi.runAllTimersAsync()
    expect(store.text).toBe('deras\nmitt')
    expect(shown).toEqual(['deras\nmitt'])
    expect(saver.dirty).toBe(false)
    vi.useRealTimers()
  })
})
