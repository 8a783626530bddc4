/** What the palette shows for a query: things of the register, meetings, commands; the best first. */
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { Output } from '#contract/methods.ts'
import { shortDate } from '../i18n/dates.ts'
import { useLanguage, useT } from '../i18n/i18n.ts'
import type { T } from '../i18n/resources.ts'
import { routes } from '../features/index.ts'
import { readOptions } from '../transport/hooks.ts'
import type { IconName } from '../ui/icon.tsx'
import type { Kind } from '../ui/marks.tsx'
import { visible } from '../ui/visible.ts'
import { fuzzy, type Hit } from './fuzzy.ts'
import { available, useCommandList, type Command, type CommandContext } from './registry.ts'

export type Row = {
  id: string
  text: string
  ranges: Hit['ranges']
  detail: string | null
  mark: { kind: Kind } | { icon: IconName } | null
  shortcut: string | null
  /** Words of the record are set in its face. */
  record: boolean
  run: (context: CommandContext) => void | Promise<void>
}
export type Section = { title: string; rows: Row[] }

const perSection = 6
const kinds = ['person', 'organisation', 'body'] as const

function has(path: string): boolean {
  return routes.some((route) => route.path.startsWith(path))
}

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

function registerRows(query: string, lists: readonly (Output<'register.list'> | undefined)[], t: T): Row[] {
  const rows = lists
    .flatMap((list) => list?.rows ?? [])
    .map((row) => ({
      id: row.id,
      text: visible(row.name),
      detail: [row.detail, t('palette.inMeetings', { count: row.meetings })]
        .filter((part) => part !== null)
        .join(' · '),
      mark: { kind: row.kind },
      shortcut: null,
      record: false,
      run: (context: CommandContext) => context.navigate(`/register/${row.kind}/${row.id}`),
    }))
  const hits = ranked<Row>(query, rows, (row) => row.text)
  // The core also finds other spellings of a name: they follow, without marked letters.
  const others = rows.filter((row) => !hits.some((hit) => hit.id === row.id)).map((row) => ({ ...row, ranges: [] }))
  return [...hits, ...others].slice(0, perSection)
}

function meetingRows(query: string, list: Output<'meetings.list'> | undefined, language: 'sv' | 'en'): Row[] {
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

/** Rows for `typed`; a leading `>` asks for commands only. */
export function usePaletteSections(typed: string, context: CommandContext): Section[] {
  const t = useT()
  const language = useLanguage()
  const commandsOnly = typed.trimStart().startsWith('>')
  const query = (commandsOnly ? typed.trimStart().slice(1) : typed).trim()
  const search = !commandsOnly && query !== '' && context.open
  const lists = useQueries({
    queries: kinds.map((kind) => ({
      ...readOptions('register.list', { kind, query: query.slice(0, 200), limit: 20 }),
      enabled: search && has('/register'),
      placeholderData: keepPreviousData,
    })),
  })
  const [meetings] = useQueries({
    queries: [{ ...readOptions('meetings.list', { limit: 500 }), enabled: !commandsOnly && has('/moten') }],
  })
  const commands = commandRows(query, available(useCommandList(), context), t)
  const sections: Section[] = []
  if (search)
    sections.push({
      title: t('palette.register'),
      rows: registerRows(
        query,
        lists.map((list) => list.data),
        t,
      ),
    })
  if (!commandsOnly) {
    const found = meetingRows(query, meetings.data, language)
    sections.push({ title: t('palette.meetings'), rows: query === '' ? found.slice(0, 4) : found })
  }
  sections.push({ title: t('palette.commands'), rows: query === '' ? commands : commands.slice(0, perSection) })
  return query === '' ? sections.filter(({ rows }) => rows.length > 0) : bestFirst(query, sections)
}

/**
 * The section with the best hit first, and a command before a thing that fits no better: what the
 * register answers a moment later never takes the place of what Enter was meant for.
 */
function bestFirst(query: string, sections: readonly Section[]): Section[] {
  const best = ({ rows: [row] }: Section) => (row === undefined ? 0 : (fuzzy(query, row.text)?.score ?? 0))
  return sections
    .filter(({ rows }) => rows.length > 0)
    .toReversed()
    .toSorted((a, b) => best(b) - best(a))
}
