/** A value outside React that components can follow. */
import { useSyncExternalStore } from 'react'
import { createValue, type Value } from './value.ts'

export type Store<T> = Value<T> & { use: () => T }

export function createStore<T>(initial: T): Store<T> {
  const value = createValue(initial)
  return { ...value, use: () => useSyncExternalStore(value.subscribe, value.get) }
}
