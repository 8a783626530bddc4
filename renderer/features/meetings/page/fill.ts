/**
 * Long minutes stand on the page a few items at a time: first those one looks at, then the others while nothing else is
 * to be done. Until then an item is its frame, which is as high as one whose text the browser has not laid out yet, so
 * that nothing moves.
 */
import { useEffect, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { whenIdle } from '../../../shell/idle.ts'

/** More items than this make minutes long: the browser lays out only those in view. */
export const manyItems = 12
/** Items that fill a screen: the one that one is at, the one before it and those that follow. */
const [before, after] = [1, 3]
/** Items in one idle moment: some ten milliseconds of work. */
const atOnce = 10

/** The ids that one sees at `at`; at the beginning when it is none of them. */
export function inView(ids: readonly string[], at: string | null): string[] {
  const index = Math.max(0, at === null ? 0 : ids.indexOf(at))
  return ids.slice(Math.max(0, index - before), index + after + 1)
}

/** At most `count` ids that are not in `filled`, the nearest to `at` first. */
export function nextToFill(
  ids: readonly string[],
  filled: ReadonlySet<string>,
  at: string | null,
  count = atOnce,
): string[] {
  const index = Math.max(0, at === null ? 0 : ids.indexOf(at))
  const found: string[] = []
  const take = (id: string | undefined) => {
    if (id !== undefined && !filled.has(id) && found.length < count) found.push(id)
  }
  for (let away = 0; away < ids.length && found.length < count; away += 1) {
    take(ids[index + away])
    if (away > 0) take(ids[index - away])
  }
  return found
}

/**
 * Items whose text stands on the page; null: all of them, for good.
 * @param at the item one is at
 * @param everything something asks for the whole text now
 */
export function useFilled(ids: readonly string[], at: string | null, everything: boolean): ReadonlySet<string> | null {
  const [filled, setFilled] = useState<ReadonlySet<string> | null>(() =>
    everything || ids.length <= manyItems ? null : new Set(inView(ids, at)),
  )
  const waiting = filled !== null
  useLayoutEffect(() => {
    if (everything) setFilled(null)
    else setFilled((now) => (now === null ? null : new Set([...now, ...inView(ids, at)])))
    // Where one is decides; a list that changed is seen to by the next idle moment.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [at, everything])
  useEffect(() => {
    if (filled === null) return
    return whenIdle(() => {
      const next = nextToFill(ids, filled, at)
      setFilled(next.length === 0 ? null : new Set([...filled, ...next]))
    })
  }, [ids, filled, at])
  useEffect(() => {
    if (!waiting) return
    const whole = () => flushSync(() => setFilled(null))
    window.addEventListener('beforeprint', whole)
    return () => window.removeEventListener('beforeprint', whole)
  }, [waiting])
  return filled
}
