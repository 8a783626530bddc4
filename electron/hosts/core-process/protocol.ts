/**
 * What a host and the core's own process say to each other. Plain data that survives structured
 * cloning; the same over a utility process and over a forked child.
 */
import type { Reply } from '#contract/envelope.ts'
import type { ErrorCode, ErrorParams } from '#contract/errors.ts'
import type { KansliEvent } from '#contract/events.ts'
import type { LogLevel } from '#core/ports.ts'

export type CodedError = { code: ErrorCode; params: ErrorParams }

/** A workspace to open before anything else: the file the program was started with. */
export type OpenFirst = { path: string; create: boolean }

export type StartMessage = { kind: 'start'; dataFolder: string; open: OpenFirst | null }

/** Questions only a host can answer; their answers are the ports' own results. */
export type Question = { port: 'saveFile'; name: string; bytes: Uint8Array } | { port: 'pickWorkspace' }

export type Answer = { ok: true; value: string | null } | { ok: false; error: CodedError }

export type ToCore =
  | StartMessage
  | { kind: 'call'; id: number; name: string; input: unknown }
  | { kind: 'answer'; id: number; answer: Answer }
  | { kind: 'close' }

export type FromCore =
  /** The application stands; `failed` is why the first workspace could not be opened. */
  | { kind: 'ready'; failed: CodedError | null }
  | { kind: 'reply'; id: number; reply: Reply }
  | { kind: 'event'; event: KansliEvent }
  | { kind: 'ask'; id: number; question: Question }
  | { kind: 'log'; level: LogLevel; message: string }
