/** A query as an expression of FTS5. Words hold letters and digits only, so that nothing typed is taken for syntax. Pure. */
import { tag } from '#db/search/tags.ts'
import type { Chunk } from './query.ts'

/** Words that stand for a chunk beside its own; `instead`: they are all it can mean. */
export type Widening = { words: readonly string[]; instead: boolean }

const quoted = (words: readonly string[]) => `"${words.join(' ')}"`

function chunkExpression(chunk: Chunk, widening: Widening | undefined): string {
  const own = quoted(chunk.words) + (chunk.open ? ' *' : '')
  if (widening === undefined || widening.words.length === 0) return own
  const others = widening.words.map((word) => quoted([word]))
  return `(${(widening.instead ? others : [own, ...others]).join(' OR ')})`
}

export type Filters = { kinds: readonly string[]; bodyId: string | null; meetings: readonly string[] | null }

const anyOf = (what: 'kind' | 'body' | 'meeting', ids: readonly string[]) =>
  `(${ids.map((id) => quoted([tag(what, id)])).join(' OR ')})`

/** Null when nothing could be found by it: neither words nor a filter, or a filter that lets nothing through. */
export function expression(
  all: readonly Chunk[],
  none: readonly Chunk[],
  widenings: ReadonlyMap<Chunk, Widening>,
  filters: Filters,
): string | null {
  const parts = all.map((chunk) => chunkExpression(chunk, widenings.get(chunk)))
  if (filters.meetings !== null) {
    if (filters.meetings.length === 0) return null
    parts.push(anyOf('meeting', filters.meetings))
  }
  if (filters.bodyId !== null) parts.push(anyOf('body', [filters.bodyId]))
  if (filters.kinds.length > 0) parts.push(anyOf('kind', filters.kinds))
  if (parts.length === 0) return null
  const wanted = parts.join(' AND ')
  return none.length === 0
    ? wanted
    : `(${wanted}) NOT (${none.map((chunk) => chunkExpression(chunk, undefined)).join(' OR ')})`
}
