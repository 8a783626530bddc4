/** The one envelope every host carries: a request names a method, a reply is a value or a coded error. */
import type { ErrorCode, ErrorParams } from '#contract/errors.ts'

export type Request = { name: string; input: unknown }
export type Reply<T = unknown> = { ok: true; value: T } | { ok: false; error: { code: ErrorCode; params: ErrorParams } }

/** Longest string any method takes, in UTF-16 units, unless the method's schema says otherwise. */
export const maxText = 200_000
/** Longest text an import takes: 5 million characters is over 2 000 pages. */
export const maxImportText = 5_000_000
