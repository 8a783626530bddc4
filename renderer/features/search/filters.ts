/** Filters of a search: what they can be, and what they are called. Pure. */
import type { Input } from '#contract/methods.ts'
import type { Key, T } from '../../i18n/resources.ts'

export const filterNames = ['kind', 'body', 'date', 'person'] as const
export type FilterName = (typeof filterNames)[number]

/** Kinds that are asked for together. */
export const kindGroups = {
  headings: ['meeting', 'item'],
  decision: ['decision'],
  action: ['action'],
  paragraph: ['paragraph'],
  source: ['source'],
  person: ['person'],
  organisation: ['organisation'],
  body: ['body'],
  theme: ['theme'],
  assignment: ['assignment'],
  post: ['post'],
  event: ['event'],
} as const satisfies Record<string, Input<'search.find'>['kinds']>
export type KindGroup = keyof typeof kindGroups
// Keys of the table above.
export const kindGroupNames = Object.keys(kindGroups) as KindGroup[]

export type Filters = {
  kind: KindGroup | null
  body: { id: string; name: string } | null
  date: { from: string | null; to: string | null; label: string } | null
  person: { id: string; name: string } | null
  order: 'newest' | 'best'
}
export const noFilters: Filters = { kind: null, body: null, date: null, person: null, order: 'newest' }

export const filterKeys: Record<FilterName, Key> = {
  kind: 'search:kind',
  body: 'search:body',
  date: 'search:date',
  person: 'search:person',
}

export const isFiltered = (filters: Filters) => filterNames.some((name) => filters[name] !== null)

/** What a filter is set to, in words; null when it is not set. */
export function filterValue(filters: Filters, name: FilterName, t: T): string | null {
  if (name === 'kind') return filters.kind === null ? null : t(`search:kinds.${filters.kind}`)
  if (name === 'date') return filters.date?.label ?? null
  return filters[name]?.name ?? null
}

/** What is asked of the core. */
export function searchInput(query: string, filters: Filters, limit: number): Input<'search.find'> {
  return {
    query: query.slice(0, 500),
    kinds: filters.kind === null ? [] : [...kindGroups[filters.kind]],
    bodyId: filters.body?.id ?? null,
    from: filters.date?.from ?? null,
    to: filters.date?.to ?? null,
    personId: filters.person?.id ?? null,
    order: filters.order,
    limit,
  }
}
