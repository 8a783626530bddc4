/** What is truly saved: the time of the last acknowledged write, and how many are still on their way. */
import { createStore } from '../ui/store.ts'
import { CallError } from './host.ts'

export type Saved = {
  /** ISO instant of the last write that reached the disk; null before the first of this run. */
  at: string | null
  pending: number
  /** The last write was lost: what the screen shows may not be stored. */
  failed: boolean
  /** Something typed is not sent until the person has chosen what to do with it. */
  held: boolean
}

const store = createStore<Saved>({ at: null, pending: 0, failed: false, held: false })

export const useSaved = store.use
export const savedState = store.get

/** Takes a save time from the core; an older one than the known is passed over. */
export function acknowledge(at: string): void {
  const state = store.get()
  if (state.at === null || at > state.at) store.set({ ...state, at })
}

export function forgetSaved(): void {
  store.set({ at: null, pending: 0, failed: false, held: false })
}

/** Says whether something typed waits for the person. */
export function setHeld(held: boolean): void {
  if (store.get().held !== held) store.set({ ...store.get(), held })
}

/** A refusal ("still in use") leaves everything stored as it was; these leave something typed that is not. */
const losing: ReadonlySet<string> = new Set([
  'host.unreachable',
  'host.session',
  'workspace.disk',
  'workspace.none-open',
  'call.internal',
  'call.too-large',
  'call.bad-input',
])

/** Counts a write as pending until it is answered. */
export async function trackWrite<T>(write: Promise<T>): Promise<T> {
  store.set({ ...store.get(), pending: store.get().pending + 1 })
  let { failed } = store.get()
  try {
    const value = await write
    failed = false
    return value
  } catch (error) {
    failed = !(error instanceof CallError) || losing.has(error.code)
    throw error
  } finally {
    store.set({ ...store.get(), pending: store.get().pending - 1, failed })
  }
}
