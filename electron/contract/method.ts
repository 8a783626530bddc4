/** How a method is described. The table in methods.ts is the only list of what the application can do. */
import { z } from 'zod'
import { maxText } from '#contract/envelope.ts'

// zod compiles schemas with `new Function`, which a page's content security policy forbids; the core is quicker for it.
z.config({ jitless: 'document' in globalThis })

/**
 * read: gets the connection read-only; write: runs synchronously in one transaction and is one undo
 * step; task: asynchronous, outside any transaction (documents, files, dialogs, other workspaces).
 */
export type MethodKind = 'read' | 'write' | 'task'

export type Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: MethodKind
  input: I
  output: O
}

export function read<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'read', input, output } as const
}
export function write<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'write', input, output } as const
}
export function task<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'task', input, output } as const
}

/** Below U+0300 every character is as NFC has it, and next to none asks whether it composes. */
const mayCompose = /[\u0300-\uffff]/

/** Text within `max` UTF-16 units, without lone surrogates, in NFC. */
export const text = (max = maxText) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed())
    // Not transform, which makes a pipe of two schemas: this is on the way of every save.
    .overwrite((value) => (mayCompose.test(value) ? value.normalize('NFC') : value))

/** One line of text: a name, a title. */
export const line = (max = 500) =>
  text(max)
    .refine((value) => !/[\u0000-\u001f\u007f\u2028\u2029]/.test(value))
    .overwrite((value) => value.trim())

/** A line that says something. */
export const label = (max = 500) => line(max).refine((value) => value !== '')

export const id = z.uuid()
export const nothing = z.strictObject({})
