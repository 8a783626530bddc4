/** The desktop: two functions from the preload script, nothing else of Electron. */
import type { Reply } from '#contract/envelope.ts'
import type { KansliEvent } from '#contract/events.ts'
import type { Host } from './host.ts'

export type KansliBridge = {
  call: (name: string, input: unknown) => Promise<Reply>
  on: (listener: (event: KansliEvent) => void) => () => void
}

declare global {
  interface Window {
    readonly kansli?: KansliBridge
  }
}

export function createIpcHost(bridge: KansliBridge): Host {
  return {
    kind: 'desktop',
    send: (name, input) => bridge.call(name, input),
    // The main process has it before it hears that the page is gone.
    sendLeaving(name, input) {
      bridge.call(name, input).catch(() => undefined)
      return true
    },
    listen: (listener) => bridge.on(listener),
  }
}
