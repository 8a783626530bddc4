/** The only door to the application: methods by name, events by listener. Which host stands behind it is hidden here. */
import type { Reply } from '#contract/envelope.ts'
import type { KansliEvent } from '#contract/events.ts'
import type { Input, MethodName, Output } from '#contract/methods.ts'
import { setConnection } from './connection.ts'
import { CallError, type Host } from './host.ts'
import { createHttpHost } from './http.ts'
import { createIpcHost } from './ipc.ts'

let host: Host | undefined
const listeners = new Set<(event: KansliEvent) => void>()
const reconnections = new Set<() => void>()

function connected(): Host {
  if (host === undefined) {
    host = window.kansli === undefined ? createHttpHost() : createIpcHost(window.kansli)
    host.listen(
      (event) => listeners.forEach((listener) => listener(event)),
      () => reconnections.forEach((listener) => listener()),
    )
  }
  return host
}

/** Kind of host: a browser has no file dialogs of ours. */
export function hostKind(): Host['kind'] {
  return connected().kind
}

/**
 * Runs a method of the application. Throws `CallError` with the method's own code, `host.unreachable`
 * when the program has ended, or `host.session` when this page is no longer let in.
 */
export async function call<K extends MethodName>(name: K, input: Input<K>): Promise<Output<K>> {
  const way = connected()
  let reply: Reply
  try {
    reply = await way.send(name, input)
  } catch (error) {
    const code = error instanceof CallError ? error.code : 'host.unreachable'
    setConnection(code === 'host.session' ? 'expired' : 'lost')
    throw error instanceof CallError ? error : new CallError('host.unreachable')
  }
  setConnection('open')
  if (!reply.ok) throw new CallError(reply.error.code, reply.error.params)
  // The core checks what it sends against the same table the type is derived from.
  return reply.value as Output<K>
}

/**
 * Runs a method for a page that is leaving: it arrives although nobody waits for its reply. False when it is more than
 * can be said so late; then nothing is sent.
 */
export function callLeaving<K extends MethodName>(name: K, input: Input<K>): boolean {
  return connected().sendLeaving(name, input)
}

/** Hears every event until the returned function is called. */
export function on(listener: (event: KansliEvent) => void): () => void {
  connected()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Hears when the way back to the host was lost and found: anything read before may be old. */
export function onReconnected(listener: () => void): () => void {
  connected()
  reconnections.add(listener)
  return () => reconnections.delete(listener)
}
