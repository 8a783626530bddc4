/** The meetings of a calendar file (RFC 5545), as Outlook and others write them. Pure. */
import { KansliError } from '#contract/errors.ts'
import { oneLine } from '#core/exchange/contact.ts'
import { contentLines, unescaped, type ContentLine } from '#core/exchange/content-lines.ts'
import { clockOf, entryOf, eventOf, firstOf, untilOf, type Entry, type ReadEvent } from './calendar-entry.ts'
import { ofSeries, partOfSeries } from './calendar-series.ts'
import { zonesOf, type ZoneLines } from './file-zones.ts'

/** Events, and changes of the clock in one zone, that are looked at. */
const [mostEvents, mostChanges] = [200, 50]

/** Key of an entry that has no identifier of its own: its words tell it. */
function keyed(entry: Entry): Entry {
  if (entry.uid !== '') return entry
  const title = oneLine(unescaped(firstOf(entry.lines, 'SUMMARY')?.value ?? '').normalize('NFC')).slice(0, 500)
  return { ...entry, uid: `${entry.start.day} ${entry.start.time ?? ''} ${title}`.trim() }
}

/** The newest of those that speak of the same day of a series. */
function newest(entries: readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>()
  for (const entry of entries) {
    const key = entry.recurrence === null ? '' : clockOf(entry.recurrence)
    const before = found.get(key)
    if (before === undefined || entry.sequence > before.sequence) found.set(key, entry)
  }
  return [...found.values()]
}

type Parts = { events: ContentLine[][]; zones: ZoneLines[]; cancels: boolean }

/** @throws KansliError calendar.unreadable */
function partsOf(text: string): Parts {
  if (!/^\s*BEGIN:VCALENDAR\s*$/imu.test(text.slice(0, 10_000))) throw new KansliError('calendar.unreadable')
  const inside: string[] = []
  const parts: Parts = { events: [], zones: [], cancels: false }
  let lines: ContentLine[] | null = null
  for (const line of contentLines(text)) {
    const value = line.value.trim().toUpperCase()
    const zone = parts.zones.at(-1)
    if (line.name === 'BEGIN') {
      inside.push(value)
      if (inside.length > 50 || parts.events.length >= mostEvents || parts.zones.length > mostEvents)
        throw new KansliError('calendar.unreadable')
      if (value === 'VEVENT') lines = []
      else if (value === 'VTIMEZONE') parts.zones.push({ tzid: '', parts: [] })
      else if (inside.at(-2) === 'VTIMEZONE' && (zone?.parts.length ?? 0) < mostChanges) zone?.parts.push([])
    } else if (line.name === 'END') {
      inside.pop()
      if (value === 'VEVENT' && lines !== null) {
        parts.events.push(lines)
        lines = null
      }
    } else if (lines !== null && inside.at(-1) === 'VEVENT') lines.push(line)
    else if (inside.at(-1) === 'VTIMEZONE' && line.name === 'TZID' && zone !== undefined) zone.tzid = line.value.trim()
    else if (inside.at(-2) === 'VTIMEZONE') zone?.parts.at(-1)?.push(line)
    else if (line.name === 'METHOD' && inside.length === 1) parts.cancels = value === 'CANCEL'
  }
  return parts
}

/**
 * Every meeting of the file once, by its identifier; of those that recur, the first day that is held.
 * @throws KansliError calendar.unreadable, calendar.no-event, calendar.no-date
 */
export function readCalendar(text: string): ReadEvent[] {
  const { events, zones: described, cancels } = partsOf(text)
  if (events.length === 0) throw new KansliError('calendar.no-event')
  const read = events.map((lines) => {
    const zones = zonesOf(described)
    const entry = entryOf(lines, zones)
    return entry === null ? null : keyed(entry)
  })
  const entries = read.filter((entry) => entry !== null)
  if (entries.length === 0) throw new KansliError('calendar.no-date')
  return [...Map.groupBy(entries, ({ uid }) => uid).values()].flatMap((same): ReadEvent[] => {
    const zones = zonesOf(described)
    const [series] = newest(same.filter(({ recurrence }) => recurrence === null))
    const instead = newest(same.filter(({ recurrence }) => recurrence !== null))
    const recurs =
      instead.length > 0 || series?.lines.some(({ name }) => /^(?:RRULE|RDATE|EXDATE)$/u.test(name)) === true
    const found =
      series === undefined
        ? instead.map((entry) => partOfSeries(entry, zones, cancels))
        : recurs
          ? [ofSeries(series, instead, zones, cancels)]
          : [eventOf(series, { start: series.start, end: untilOf(series, zones) }, cancels)]
    // What these times are in is told of these alone.
    for (const entry of [series, ...instead]) if (entry !== undefined) entryOf(entry.lines, zones)
    const unknown = [...zones.unknown].map((words) => ({ code: 'zone-unknown' as const, words }))
    return found.map((event) => ({ ...event, warnings: [...unknown, ...event.warnings] }))
  })
}
