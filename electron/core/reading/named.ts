/** Names with the words that stand for them. */
import type { Named } from '#contract/reading.ts'

export function namedOf(mention: { name: string; asWritten: string }): Named {
  return { name: mention.name, asWritten: mention.asWritten }
}

/** A name taken from capitalised words as they stand. */
export function capitalOf(text: string): Named {
  const written = text.replace(/[\s,;.]+$/u, '')
  return { name: written, asWritten: written }
}
