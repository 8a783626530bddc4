/** What the palette shows for a query: things of the register, meetings, commands; the best first. */
import type { SearchResult } from '#contract/search.ts'
import type { Output } from '#contract/methods.ts'
import { shortDate } from '../i18n/dates.ts'
import { useLanguage, useT } from '../i18n/i18n.ts'
import type { Language } from '../i18n/languages.ts'
import type { T } from '../i18n/resources.ts'
import { isFiltered, searchInput, type Filters } from '../features/search/filters.ts'
import { nameSection, textSections } from '../features/search/rows.ts'
import { useSearch } from '../features/search/use-search.ts'
import { useRead } from '../transport/hooks.ts'
import type { CallError } from '../transport/host.ts'
import { visible } from '../ui/visible.ts'
import { fuzzy, type Hit } from './fuzzy.ts'
import type { Row, Section } from './palette-row.ts'
import { available, useCommandList, type Command, type CommandContext } from './registry.ts'

const perSection = 6
/** Sentences shown at first, and when more are asked for. */
export const hitsAtFirst = 12
export const hitsAtMost = 150

function ranked<V extends { text: string; ranges: Hit['ranges'] }>(
  query: string,
  rows: readonly Omit<V, 'ranges'>[],
  textOf: (row: Omit<V, 'ranges'>) => string,
): V[] {
  return (
    rows
      .map((row) => ({ row, hit: fuzzy(query, textOf(row)) }))
      .filter((entry): entry is { row: Omit<V, 'ranges'>; hit: Hit } => entry.hit !== null)
      .sort((a, b) => b.hit.score - a.hit.score)
      // The pieces make up V again: every field of it but ranges, and ranges.
      .map(({ row, hit }) => ({ ...row, ranges: hit.ranges }) as unknown as V)
  )
}

function meetingRows(query: string, list: Output<'meetings.list'> | undefined, language: Language): Row[] {
  const rows = (list?.meetings ?? []).map((meeting) => ({
    id: meeting.id,
    text: visible(meeting.title),
    detail: [meeting.date === null ? null : shortDate(meeting.date, language), meeting.body]
      .filter((part) => part !== null)
      .join(' · '),
    mark: { kind: 'meeting' as const },
    shortcut: null,
    record: true,
    run: (context: CommandContext) => context.navigate(`/moten/${meeting.id}`),
  }))
  return ranked<Row>(query, rows, (row) => `${row.text} ${row.detail ?? ''}`)
    .map((row) => ({ ...row, ranges: row.ranges.filter(([, to]) => to <= row.text.length) }))
    .slice(0, perSection)
}

function commandRows(query: string, commands: readonly Command[], t: T): Row[] {
  const rows = commands
    .filter((command) => command.hidden !== true)
    .map((command) => ({
      id: command.id,
      text: t(command.labelKey, command.labelValues ?? {}),
      detail: null,
      mark: command.icon === undefined ? null : { icon: command.icon },
      shortcut: command.shortcut ?? null,
      record: false,
      run: command.run,
    }))
  return ranked<Row>(query, rows, (row) => row.text)
}

export type PaletteContent = {
  sections: Section[]
  /** The search's own answer behind them. */
  result: SearchResult | undefined
  /** What is shown answers what stood in the field a moment ago. */
  stale: boolean
  error: CallError | null
}

/** Rows for `typed`; a leading `>` asks for commands only, a filter for what it lets through. */
export function usePaletteContent(
  typed: string,
  context: CommandContext,
  filters: Filters,
  limit: number,
): PaletteContent {
  const t = useT()
  const language = useLanguage()
  const commandsOnly = typed.trimStart().startsWith('>')
  const query = (commandsOnly ? typed.trimStart().slice(1) : typed).trim()
  const filtered = isFiltered(filters)
  const wanted = !commandsOnly && context.open && (query !== '' || filtered)
  // The space behind a word says that it is whole.
  const found = useSearch(wanted ? searchInput(typed, filters, limit) : null)
  const meetings = useRead('meetings.list', { limit: 500 }, { enabled: !commandsOnly && context.open && !filtered })
  const list = useCommandList()
  const commands = filtered ? [] : commandRows(query, available(list, context), t)
  const result = found.data
  const recent = commandsOnly || filtered ? [] : meetingRows(query, meetings.data, language)
  const own = { title: t('palette.commands'), rows: query === '' ? commands : commands.slice(0, perSection) }
  const dated = { title: t('palette.meetings'), rows: query === '' ? recent.slice(0, 4) : recent }
  const named = nameSection(result, t, language)
  // A meeting that stands among the meetings is no sentence besides.
  const known = new Set(recent.map((row) => row.id))
  const texts = textSections(result, t, language).map((section) => ({
    ...section,
    rows: section.rows.filter((row) => row.meeting === undefined || !known.has(row.meeting)),
  }))
  const sections = query === '' && !filtered ? [dated, own] : bestFirst(query, [named, dated, own], texts)
  return { sections: sections.filter(({ rows }) => rows.length > 0), result, stale: found.stale, error: found.error }
}

/** From here on a name or a command was meant by its own words, not by letters strewn about in it. */
const meant = 45

/**
 * The section with the best hit first, and a command before a thing that fits no better: what the core
 * answers a moment later never takes the place of what Enter was meant for. Sentences follow what
 * bears the query in its name, and go before what has only letters in common with it.
 */
function bestFirst(query: string, sections: readonly Section[], texts: readonly Section[]): Section[] {
  const best = ({ rows: [row] }: Section) => (row === undefined ? 0 : (fuzzy(query, row.text)?.score ?? 0))
  const order = sections
    .filter(({ rows }) => rows.length > 0)
    .toReversed()
    .toSorted((a, b) => best(b) - best(a))
  return [
    ...order.filter((section) => best(section) >= meant),
    ...texts,
    ...order.filter((section) => best(section) < meant),
  ]
}
