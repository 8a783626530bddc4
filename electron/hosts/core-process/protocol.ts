/**
 * What a host and the core's own process say to each other. Plain data that survives structured
 * cloning; the same over a utility process and over a forked child.
 */
import type { Reply } from '#contract/envelope.ts'
import type { ErrorCode, ErrorParams } from '#contract/errors.ts'
import type { KansliEvent } from '#contract/events.ts'
import type { FileKind } from '#core/openers.ts'
import type { LogLevel } from '#core/ports.ts'

export type CodedError = { code: ErrorCode; params: ErrorParams }

/** A workspace to open before anything else: the file the program was started with. */
export type OpenFirst = { path: string; create: boolean }

export type StartMessage = { kind: 'start'; dataFolder: string; open: OpenFirst | null }

/** Questions only a host can answer; their answers are the ports' own results. */
export type Question = { port: 'saveFile'; name: string; bytes: Uint8Array } | { port: 'pickWorkspace' }

/** A file from outside, to be opened in a process of its own. */
export type OpenFile = { port: 'openFile'; file: FileKind; input: unknown }

/** `value` is the port's own result: what the opener of the file's kind gives, a name or null. */
export type Answer = { ok: true; value: unknown } | { ok: false; error: CodedError }

export type ToReader = { kind: 'open'; file: FileKind; input: unknown }

export type FromReader =
  | { kind: 'ready' }
  /** `log`: where a bug is, when it was none of the file's own faults. */
  | { kind: 'opened'; result: { ok: true; value: unknown } | { ok: false; error: CodedError; log: string | null } }

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
  | { kind: 'ask'; id: number; question: Question | OpenFile }
  | { kind: 'log'; level: LogLevel; message: string }
