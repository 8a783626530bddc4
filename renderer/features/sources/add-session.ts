/** A text on its way in: what was given, how it was read, what went wrong. */
import type { Input, Output } from '#contract/methods.ts'
import { maxImportText } from '#contract/envelope.ts'
import { call } from '../../transport/client.ts'
import { CallError } from '../../transport/host.ts'
import { createStore } from '../../ui/store.ts'
import { fileAsBase64 } from '../welcome/file.ts'

type Adding = {
  open: boolean
  busy: boolean
  preview: Output<'sources.preview'> | null
  error: unknown
}

const closed: Adding = { open: false, busy: false, preview: null, error: null }
const store = createStore<Adding>(closed)
export const useAdding = store.use

/** Bytes that fit into a call as base64. */
const mostBytes = 20_900_000

let asked = 0

async function look(give: () => Promise<Input<'sources.preview'>>): Promise<void> {
  asked += 1
  const mine = asked
  store.set({ open: true, busy: true, preview: null, error: null })
  try {
    const preview = await call('sources.preview', await give())
    if (mine === asked) store.set({ open: true, busy: false, preview, error: null })
  } catch (error) {
    if (mine === asked) store.set({ open: true, busy: false, preview: null, error })
  }
}

/** Opens the field, with nothing read. */
export function openAdding(): void {
  store.set({ ...closed, open: true })
}

export function closeAdding(): void {
  asked += 1
  store.set(closed)
}

export function lookAtText(text: string): Promise<void> {
  return look(() => {
    if (text.length > maxImportText) throw new CallError('import.too-large', { limit: maxImportText })
    return Promise.resolve({ text: text.toWellFormed() })
  })
}

export function lookAtFile(file: File): Promise<void> {
  return look(async () => {
    if (file.size > mostBytes) throw new CallError('import.too-large', { limit: maxImportText })
    try {
      return { base64: await fileAsBase64(file), name: file.name.toWellFormed().slice(0, 500) }
    } catch {
      throw new CallError('file.unreadable', { file: file.name })
    }
  })
}
