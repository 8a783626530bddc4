/** Events over a long answer: one JSON object a line. A broken line is taken up again. */
import type { KansliEvent } from '#contract/events.ts'
import { setConnection } from './connection.ts'

const kinds: ReadonlySet<unknown> = new Set<KansliEvent['type']>(['changed', 'reopened', 'workspace'])
const pauses = [250, 500, 1000, 2000, 5000]

/** Splits what has come so far into whole lines and the rest. */
export function takeLines(buffer: string): { lines: string[]; rest: string } {
  const parts = buffer.split('\n')
  const rest = parts.pop() ?? ''
  return { lines: parts.filter((line) => line.trim() !== ''), rest }
}

export function parseEvent(line: string): KansliEvent | null {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || !('type' in value)) return null
    // The event types are told apart by `type`; the host writes nothing else on this line.
    return kinds.has(value.type) ? (value as KansliEvent) : null
  } catch {
    return null
  }
}

/** Follows `/events` until the returned function is called. `reconnected` runs when the line was taken up again. */
export function followEvents(
  pass: Promise<string>,
  listener: (event: KansliEvent) => void,
  reconnected: () => void,
): () => void {
  const stop = new AbortController()
  let failures = 0
  let before = false

  const once = async (bearer: string) => {
    const response = await fetch('/events', { headers: { Authorization: `Bearer ${bearer}` }, signal: stop.signal })
    if (response.status === 401 || response.status === 403) {
      setConnection('expired')
      stop.abort()
      return
    }
    if (!response.ok || response.body === null) throw new Error('no event line')
    failures = 0
    setConnection('open')
    if (before) reconnected()
    before = true
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let buffer = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const { lines, rest } = takeLines(buffer + value)
      buffer = rest
      for (const line of lines) {
        const event = parseEvent(line)
        if (event !== null) listener(event)
      }
    }
  }

  const follow = async () => {
    const bearer = await pass
    while (!stop.signal.aborted) {
      try {
        await once(bearer)
      } catch {
        if (stop.signal.aborted) return
        failures += 1
        // One miss is a hiccup; the second means that nobody answers.
        if (failures > 1) setConnection('lost')
      }
      const pause = pauses[Math.min(failures, pauses.length - 1)]
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  follow().catch(() => undefined)
  return () => stop.abort()
}
