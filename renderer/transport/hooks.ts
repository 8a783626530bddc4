/** Reading and writing from components. What a write changes is read again; only an acknowledged write counts as saved. */
import { QueryClient, type Query, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { methods, Input, MethodName, Output } from '#contract/methods.ts'
import { call, on, onReconnected } from './client.ts'
import { connection, type Connection } from './connection.ts'
import type { CallError } from './host.ts'
import { createValue } from '../ui/value.ts'
import { acknowledge, trackWrite } from './saved.ts'

type Kind<K extends MethodName> = (typeof methods)[K]['kind']
export type ReadName = { [K in MethodName]: Kind<K> extends 'read' ? K : never }[MethodName]
export type WriteName = { [K in MethodName]: Kind<K> extends 'write' ? K : never }[MethodName]
export type TaskName = { [K in MethodName]: Kind<K> extends 'task' ? K : never }[MethodName]

export const queryClient = new QueryClient({
  defaultOptions: {
    // The host is on this machine: whether the machine has a network is of no interest.
    queries: { networkMode: 'always', retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Whether the program behind the page can be reached. */
export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.get)
}

/** What `useRead(name, input)` keeps its value under. */
export function readKey<K extends MethodName>(name: K, input: Input<K>) {
  return [name, input] as const
}

export function readOptions<K extends MethodName>(name: K, input: Input<K>) {
  return { queryKey: readKey(name, input), queryFn: () => call(name, input) }
}

/**
 * The value of a method that changes nothing: a read, or a task that only looks (`network.get`,
 * `workspace.status`). Read again after every write. `enabled: false` waits.
 */
export function useRead<K extends ReadName | TaskName>(
  name: K,
  input: Input<K>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<Output<K>, CallError> {
  return useQuery<Output<K>, CallError>({
    ...readOptions(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true
      ? { placeholderData: (previous: Output<K> | undefined) => previous as never }
      : {}),
  })
}

/** Milliseconds that what is shown waits for the answer to a change made here before it is read again. */
const longestAnswer = 2000
let unanswered = 0

/**
 * A call that may change what is shown. Everybody is told of a change, and that may come before the answer: what is
 * shown stays until then, for a row that goes with the change is to hear the answer first, say it and give the focus on.
 */
async function beforeReading<T>(answer: Promise<T>): Promise<T> {
  unanswered += 1
  let over = false
  const end = () => {
    if (over) return
    over = true
    unanswered -= 1
    if (due && !held) readAgainSoon()
  }
  const timer = setTimeout(end, longestAnswer)
  try {
    return await answer
  } finally {
    clearTimeout(timer)
    end()
  }
}

/** Runs a write and follows it, so that the foot never says "saved" too early. Throws `CallError`. */
export function write<K extends WriteName>(name: K, input: Input<K>): Promise<Output<K>> {
  return trackWrite(beforeReading(call(name, input)))
}

/** A write for components: `mutate(input)`, `isPending`, `error`. */
export function useWrite<K extends WriteName>(name: K) {
  return useMutation<Output<K>, CallError, Input<K>>({ mutationFn: (input) => write(name, input) })
}

/** A task for components: documents, files, workspaces. */
export function useTask<K extends TaskName>(name: K) {
  return useMutation<Output<K>, CallError, Input<K>>({ mutationFn: (input) => beforeReading(call(name, input)) })
}

let begun = 0
const readings = createValue(0)

/** Hears once, when what is shown has been read again from now on; gives the way to stop hearing. */
export function onceRead(listener: () => void): () => void {
  const since = begun
  const stop = readings.subscribe(() => {
    if (readings.get() <= since) return
    stop()
    listener()
  })
  return stop
}

/** Queries whose first reading is followed by another one. */
const followed = new WeakSet<Query>()

/**
 * Reads again what is shown, or `only` that. What is being read for the first time is read once more after it: its
 * answer may be from before the change, and the library waits for it instead of asking anew.
 */
function readAnew(only: { queryKey?: readonly unknown[] } = {}): void {
  for (const query of queryClient.getQueryCache().findAll({ ...only, fetchStatus: 'fetching' })) {
    if (query.state.data !== undefined || followed.has(query)) continue
    followed.add(query)
    const again = () => {
      followed.delete(query)
      return queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true })
    }
    // Gives the reading that is under way.
    query.fetch().then(again, again)
  }
  const all = only.queryKey === undefined
  if (all) begun += 1
  const mine = begun
  void queryClient.invalidateQueries(only).then(() => {
    // One that was overtaken has read nothing. Whoever follows a query is told in a turn of its own, before this.
    if (all && mine === begun) setTimeout(() => readings.set(mine))
  })
}

let waiting: ReturnType<typeof setTimeout> | undefined
let held = false
let due = false
let dueSince = 0

/** Several writes in a row are followed by one reading. */
function readAgainSoon(): void {
  if (!due) dueSince = performance.now()
  due = true
  // Whether there is something to take back is shown at once: the button for it may be the next thing pressed.
  if (held) readAnew({ queryKey: ['history.state'] })
  else waiting ??= setTimeout(readAgain, 30)
}

function readAgain(): void {
  waiting = undefined
  if (held || !due) return
  // However many follow one another: what is shown is not older than that.
  if (unanswered > 0 && performance.now() - dueSince < longestAnswer) return
  due = false
  readAnew()
}

/** While somebody types, what the page shows is not read again for each saved word. */
export function holdReading(): void {
  held = true
}

/** Reads what waited. */
export function releaseReading(): void {
  held = false
  if (due) readAgainSoon()
}

/** Keeps what has been read in step with the core. Returns its own end. */
export function followChanges(onWorkspace: () => void): () => void {
  const stopEvents = on((event) => {
    if (event.type === 'changed') {
      acknowledge(event.savedAt)
      readAgainSoon()
    } else if (event.type === 'reopened') {
      readAgainSoon()
    } else {
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'workspace.status' })
      void queryClient.invalidateQueries()
      onWorkspace()
    }
  })
  const stopReconnections = onReconnected(() => readAnew())
  return () => {
    stopEvents()
    stopReconnections()
  }
}
