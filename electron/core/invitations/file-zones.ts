/** Time zones as a calendar file describes them itself (VTIMEZONE of RFC 5545): for names that nobody else knows. Pure. */
import { addDays, isDay } from '#contract/calendar.ts'
import type { ContentLine } from '#core/exchange/content-lines.ts'
import { readRule, recursOn } from './recurrence.ts'
import { homeTime, zoneOf } from './zones.ts'

/** Standard or summer time: since when, and how many minutes it is ahead of UTC. */
type Observance = {
  start: string
  time: string
  rule: ReturnType<typeof readRule>
  /** Days beside the first, where they are listed. */
  days: readonly string[]
  before: number
  ahead: number
  /** Days of its rule, by year. */
  known: Map<number, string[]>
}

/** The lines of one STANDARD or DAYLIGHT. */
export type ZoneLines = { tzid: string; parts: ContentLine[][] }

function offsetOf(text: string | undefined): number | null {
  const found = /^([+-])(\d\d)(\d\d)(?:\d\d)?$/u.exec(text?.trim() ?? '')
  return found === null ? null : (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]))
}

function momentsOf(lines: readonly ContentLine[], name: string): { day: string; time: string }[] {
  return lines
    .filter((line) => line.name === name)
    .flatMap(({ value }) => value.split(','))
    .flatMap((value) => {
      const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/iu.exec(value.trim())
      const day = found?.slice(1, 4).join('-') ?? ''
      return isDay(day) ? [{ day, time: `${found?.[4] ?? '00'}:${found?.[5] ?? '00'}` }] : []
    })
}

function observanceOf(lines: readonly ContentLine[]): Observance | null {
  const value = (name: string) => lines.find((line) => line.name === name)?.value
  const [start] = momentsOf(lines, 'DTSTART')
  const [before, ahead] = [offsetOf(value('TZOFFSETFROM')), offsetOf(value('TZOFFSETTO'))]
  if (start === undefined || before === null || ahead === null) return null
  const rrule = value('RRULE')
  const rule = rrule === undefined ? null : readRule(rrule)
  // A change of the clock at days that are not read here would be told wrong.
  if (rrule !== undefined && rule === null) return null
  const days = momentsOf(lines, 'RDATE').map(({ day }) => day)
  return { start: start.day, time: start.time, rule, days, before, ahead, known: new Map() }
}

/** The days of a year on which a rule changes the clock. */
function changesIn({ start, rule, known }: Observance, year: number): string[] {
  let found = known.get(year)
  if (found !== undefined) return found
  found = []
  for (let day = `${String(year).padStart(4, '0')}-01-01`; Number(day.slice(0, 4)) === year; day = addDays(day, 1))
    if (rule !== null && day > start && (rule.until === null || day <= rule.until) && recursOn(rule, start, day))
      found.push(day)
  known.set(year, found)
  return found
}

/** The last time the clock was changed to this before a wall time, as `YYYY-MM-DDTHH:MM`; null when it never was. */
function lastChange(one: Observance, wall: string): string | null {
  const year = Number(wall.slice(0, 4))
  const ruled = one.rule === null ? [] : [...changesIn(one, year - 1), ...changesIn(one, year)]
  const changes = [one.start, ...one.days, ...ruled].map((day) => `${day}T${one.time}`)
  return (
    changes
      .filter((change) => change <= wall)
      .toSorted()
      .at(-1) ?? null
  )
}

/** Minutes that a zone is ahead of UTC when its clocks show a wall time. */
function aheadAt(observances: readonly Observance[], wall: string): number {
  const changed = observances
    .map((one) => ({ ahead: one.ahead, at: lastChange(one, wall) ?? '' }))
    .filter(({ at }) => at !== '')
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const first = observances.toSorted((a, b) => (a.start < b.start ? -1 : 1))[0]
  return changed.at(-1)?.ahead ?? first?.before ?? 0
}

export type Zones = {
  /** Swedish wall time, `YYYY-MM-DDTHH:MM`, of a wall time in a zone; milliseconds as if that were UTC. */
  home: (wall: number, tzid: string) => string
  /** Names that stand for no zone known, here or in the file: their times are taken as Swedish. */
  unknown: ReadonlySet<string>
}

/** The zones of a file: the system's by their names, the file's own where it alone knows them. */
export function zonesOf(described: readonly ZoneLines[]): Zones {
  const own = new Map<string, readonly Observance[]>()
  for (const { tzid, parts } of described) {
    const read = parts.map(observanceOf)
    const observances = read.filter((one) => one !== null)
    if (observances.length > 0 && observances.length === read.length) own.set(tzid, observances)
  }
  const unknown = new Set<string>()
  return {
    unknown,
    home: (wall, tzid) => {
      const zone = zoneOf(tzid)
      if (zone !== null) return homeTime(wall, zone)
      const observances = own.get(tzid)
      if (observances === undefined) {
        unknown.add(tzid)
        return homeTime(wall, null)
      }
      const ahead = aheadAt(observances, new Date(wall).toISOString().slice(0, 16))
      return homeTime(wall - ahead * 60_000, 'UTC')
    },
  }
}
