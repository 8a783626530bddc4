/** What a filter can be set to, for what has been typed. */
import { useRead } from '../../transport/hooks.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { parseDate, shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { visible } from '../../ui/visible.ts'
import type { Kind } from '../../ui/marks.tsx'
import { kindGroupNames, type FilterName, type Filters } from './filters.ts'
import { useSearch } from './use-search.ts'

export type Choice = { id: string; text: string; detail: string | null; kind: Kind | null; set: Partial<Filters> }

/** Spans of days: of a typed date, else the last years. */
function useDates(typed: string): Choice[] {
  const t = useT()
  const language = useLanguage()
  const date = parseDate(typed)
  const year = Number(today().slice(0, 4))
  const choice = (key: 'in' | 'from' | 'to', iso: string): Choice => {
    const text = t(`search:${key}`, { date: shortDate(iso, language) })
    const span = { from: key === 'to' ? null : iso, to: key === 'from' ? null : iso }
    return { id: `${key} ${iso}`, text, detail: null, kind: null, set: { date: { ...span, label: text } } }
  }
  if (date !== null) return (['in', 'from', 'to'] as const).map((key) => choice(key, date))
  if (typed.trim() !== '') return []
  return [
    choice('in', String(year)),
    choice('in', String(year - 1)),
    choice('from', String(year - 1)),
    choice('from', String(year - 5)),
  ]
}

/** `filter` null is nothing to choose. */
export function useChoices(filter: FilterName | null, typed: string): { choices: Choice[]; stale: boolean } {
  const t = useT()
  const dates = useDates(typed)
  const bodies = useRead('search.filters', {}, { enabled: filter === 'body' })
  const people = useSearch(
    filter === 'person' && typed.trim() !== '' ? { query: typed.slice(0, 500), kinds: ['person'], names: 20 } : null,
  )
  const like = (text: string) => text.toLowerCase().includes(typed.trim().toLowerCase())
  if (filter === 'kind') {
    const choices = kindGroupNames.map((kind): Choice => {
      const text = t(`search:kinds.${kind}`)
      return { id: kind, text, detail: null, kind: null, set: { kind } }
    })
    return { choices: choices.filter(({ text }) => like(text)), stale: false }
  }
  if (filter === 'body') {
    const choices = (bodies.data?.bodies ?? []).map(({ id, name, meetings }): Choice => {
      const text = visible(name)
      const detail = t('search:meetingsCount', { count: meetings })
      return { id, text, detail, kind: 'body', set: { body: { id, name: text } } }
    })
    return { choices: choices.filter(({ text }) => like(text)), stale: bodies.isPending }
  }
  if (filter === 'date') return { choices: dates, stale: false }
  if (filter === null) return { choices: [], stale: false }
  const choices = (people.data?.names ?? []).map(({ id, name, detail }): Choice => {
    const text = visible(name)
    return { id, text, detail, kind: 'person', set: { person: { id, name: text } } }
  })
  return { choices, stale: people.stale }
}
