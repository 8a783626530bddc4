/** What a way to the core looks like, and the error every way throws. */
import type { Reply } from '#contract/envelope.ts'
import type { ErrorCode, ErrorParams } from '#contract/errors.ts'
import type { KansliEvent } from '#contract/events.ts'

/** Codes that only the way to the host can give; their sentences stand with the interface's own. */
export type TransportCode = 'host.unreachable' | 'host.session'

/** What `call` throws: a code with the values for its sentence. */
export class CallError extends Error {
  readonly code: ErrorCode | TransportCode
  readonly params: ErrorParams
  constructor(code: ErrorCode | TransportCode, params: ErrorParams = {}) {
    super(code)
    this.name = 'CallError'
    this.code = code
    this.params = params
  }
}

/** A way to the core. `send` never throws for an error of the application; that comes as a reply. */
export type Host = {
  kind: 'desktop' | 'browser'
  send: (name: string, input: unknown) => Promise<Reply>
  /**
   * Sends what the page has to say in leaving: it arrives although the page is gone, and no reply is waited for. False,
   * and nothing is sent, when it is more than can be said so late.
   */
  sendLeaving: (name: string, input: unknown) => boolean
  /** Calls `listener` for every pushed event, and `reconnected` when some may have been missed. */
  listen: (listener: (event: KansliEvent) => void, reconnected: () => void) => () => void
}
