/** What the core finds for what is typed: asked a moment after the last key, the last answer kept until the next is there. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Input, Output } from '#contract/methods.ts'
import { call } from '../../transport/client.ts'
import type { CallError } from '../../transport/host.ts'
import { queryClient, readOptions } from '../../transport/hooks.ts'
import { whenIdle } from '../../shell/idle.ts'

/** Milliseconds without a key before the core is asked. */
const pause = 40

/** `value` as it was when it last stood still for `pause`. */
function useSteady<V>(value: V, key: string): { steady: V; moving: boolean } {
  const [kept, setKept] = useState({ value, key })
  useEffect(() => {
    if (kept.key === key) return undefined
    const timer = setTimeout(() => setKept({ value, key }), pause)
    return () => clearTimeout(timer)
  }, [kept.key, key, value])
  return { steady: kept.value, moving: kept.key !== key }
}

export type Found = {
  data: Output<'search.find'> | undefined
  error: CallError | null
  /** What is shown answers an older question. */
  stale: boolean
}

/** `input` null asks nothing. */
export function useSearch(input: Input<'search.find'> | null): Found {
  const { steady, moving } = useSteady(input, JSON.stringify(input))
  const found = useQuery<Output<'search.find'>, CallError>({
    ...readOptions('search.find', steady ?? { query: '' }),
    enabled: steady !== null,
    placeholderData: keepPreviousData,
    // What is searched for is seldom searched for again.
    gcTime: 60_000,
  })
  if (input === null) return { data: undefined, error: null, stale: false }
  return {
    data: steady === null ? undefined : found.data,
    error: found.error,
    stale: moving || found.isPlaceholderData || found.isPending,
  }
}

/** Takes what waits into the index, at idle moments until nothing is left. Returns what calls it off. */
export function prepareSearch(): () => void {
  let stopped = false
  let stopIdle = () => undefined as void
  const step = async () => {
    try {
      const { pending } = await call('search.prepare', {})
      if (stopped) return
      if (pending > 0) stopIdle = whenIdle(() => void step())
      else void queryClient.invalidateQueries({ queryKey: ['search.find'], refetchType: 'active' })
    } catch {
      // Nothing is lost: the next search tries again, and says what is wrong.
    }
  }
  stopIdle = whenIdle(() => void step())
  return () => {
    stopped = true
    stopIdle()
  }
}
