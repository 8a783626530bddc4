/** A value that is shown as it was given last, until the store says something itself. */
import { useEffect, useRef, useState } from 'react'
import { onceRead } from '../../../transport/hooks.ts'

/**
 * `shown` is what somebody gave while it is being saved, and then until it has been read: what is read on the way there
 * never takes the place of what was given after it. `give` saves, and gives false when that did not go through; true
 * also when something given later decides.
 */
export function useGiven<V>(value: V, save: (value: V) => Promise<boolean>) {
  const [given, setGiven] = useState<{ value: V; busy: boolean } | null>(null)
  const [seen, setSeen] = useState(value)
  const count = useRef(0)
  if (!Object.is(seen, value)) {
    setSeen(value)
    if (given?.busy === false) setGiven(null)
  }
  // Read again it may be the value of before: by then it has been taken back.
  useEffect(() => (given?.busy === false ? onceRead(() => setGiven(null)) : undefined), [given])
  const give = async (next: V): Promise<boolean> => {
    count.current += 1
    const mine = count.current
    setGiven({ value: next, busy: true })
    const done = await save(next)
    if (mine !== count.current) return true
    setGiven(done ? { value: next, busy: false } : null)
    return done
  }
  return { shown: given === null ? value : given.value, give }
}
