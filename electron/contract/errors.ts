/**
 * Errors people meet. Only code and parameters cross a layer or a process; the sentence, which says
 * what to do, stands in assets/locales/<language>/errors.json under the same code.
 */
export const errorCodes = [
  'call.unknown-method',
  'call.bad-input',
  'call.too-large',
  'call.internal',
  'workspace.none-open',
  'workspace.not-found',
  'workspace.exists',
  'workspace.not-a-workspace',
  'workspace.from-future',
  'workspace.in-use',
  'workspace.damaged',
  'workspace.name-unusable',
  'workspace.disk',
  'workspace.read-only',
  'workspace.gone',
  'import.not-text',
  'import.not-minutes',
  'import.too-large',
  'import.already-there',
  'import.changed',
  'file.not-found',
  'file.unreadable',
  'file.write-failed',
  'file.exists',
  'file.too-slow',
  'file.broke-off',
  'meeting.not-found',
  'meeting.ambiguous',
  'meeting.locked',
  'meeting.was-approved',
  'approval.state',
  'approval.blocked',
  'approval.changed',
  'approval.no-version',
  'approval.not-approved',
  'approval.nobody',
  'approval.too-early',
  'approval.by-too-early',
  'approval.before-answers',
  'approval.before-asked',
  'meeting.not-begun',
  'meeting.running',
  'meeting.end-day',
  'attendance.there',
  'attendance.away',
  'attendance.order',
  'attendance.outside',
  'attendance.deputy',
  'attendance.deputy-away',
  'attendance.seat-present',
  'attendance.seat-taken',
  'attendance.deputies-overlap',
  'item.not-found',
  'text.conflict',
  'review.gone',
  'review.settled',
  'attachment.empty',
  'attachment.too-large',
  'attachment.too-many',
  'attachment.not-found',
  'calendar.unreadable',
  'calendar.no-event',
  'calendar.no-date',
  'calendar.cancelled',
  'calendar.held',
  'calendar.begun',
  'series.not-found',
  'series.exists',
  'source.not-found',
  'source.already-there',
  'source.empty',
  'source.unsafe',
  'source.withdrawn',
  'proposal.settled',
  'entity.not-found',
  'entity.in-use',
  'identity.conflict',
  'identity.merged',
  'identity.within',
  'identity.sealed',
  'identity.not-found',
  'date.unusable',
  'date.order',
  'tenure.nowhere',
  'relation.end',
  'holder.named',
  'theme.ring',
  'body.ring',
  'body.itself',
  'body.taken',
  'name.known',
  'name.shown',
  'name.written',
  'event.same',
  'undo.nothing',
  'undo.approved',
  'phrases.too-many',
  'privacy.name-too-short',
  'contacts.nothing',
  'contacts.unreadable',
  'contacts.unsafe',
  'contacts.too-many',
  'contacts.too-wide',
  'whole.not-export',
  'whole.damaged',
  'word.not-docx',
  'word.unsafe',
  'picker.unavailable',
  'runtime.too-old',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Values put into the sentence. Plain data, so that they survive a process boundary. */
export type ErrorParams = Readonly<Record<string, string | number>>

/** An error a person can act on. Everything else is a bug and crosses as `call.internal`. */
export class KansliError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams
  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(code)
    this.name = 'KansliError'
    if (options?.cause !== undefined) Object.defineProperty(this, 'cause', { value: options.cause })
    this.code = code
    this.params = params
  }
}

/** Stops at a state that only a bug can reach. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`)
}
