/** One entry of a calendar (VEVENT of RFC 5545), as Outlook and others write it. Pure. */
import { addDays, isDay } from '#contract/calendar.ts'
import { withDay } from '#contract/day-time.ts'
import type { CalendarWarning } from '#contract/invitations.ts'
import { isBeyond } from '#core/attendance/clock.ts'
import { oneLine } from '#core/exchange/contact.ts'
import { unescaped, type ContentLine } from '#core/exchange/content-lines.ts'
import { peopleOf, type ReadPerson } from './calendar-people.ts'
import type { Zones } from './file-zones.ts'
import { homeTime } from './zones.ts'

export type ReadEvent = {
  uid: string
  title: string
  date: string
  start: string | null
  /** With its day where that is a later one, as in day-time.ts. */
  end: string | null
  place: string | null
  remote: string | null
  description: string
  cancelled: boolean
  recurring: boolean
  /** Of a series: its identifier, and the day that is read as it was first set. */
  partOf: { uid: string; day: string } | null
  sequence: number
  people: ReadPerson[]
  warnings: CalendarWarning[]
}

export type Moment = { day: string; time: string | null }

type Timed = Pick<ContentLine, 'parameters' | 'value'>

/** A DATE or DATE-TIME with its zone, as Swedish time; null when it is none. */
export function momentOf({ parameters, value }: Timed, zones: Zones): Moment | null {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/iu.exec(value.trim())
  if (found === null) return null
  const day = found.slice(1, 4).join('-')
  if (!isDay(day)) return null
  const [, , , , hours, minutes, , utc] = found
  if (hours === undefined || minutes === undefined) return { day, time: null }
  if (Number(hours) > 23 || Number(minutes) > 59) return null
  const wall = Date.parse(`${day}T${hours}:${minutes}:00Z`)
  const tzid = parameters.get('TZID')?.[0]
  const home =
    utc !== undefined ? homeTime(wall, 'UTC') : tzid === undefined ? homeTime(wall, null) : zones.home(wall, tzid)
  return { day: home.slice(0, 10), time: home.slice(11) }
}

export const clockOf = ({ day, time }: Moment) => `${day} ${time ?? ''}`
export const byTime = (a: Moment, b: Moment) => (clockOf(a) < clockOf(b) ? -1 : clockOf(a) > clockOf(b) ? 1 : 0)
export const minutesBetween = (from: Moment, to: Moment) =>
  (Date.parse(`${to.day}T${to.time ?? '00:00'}:00Z`) - Date.parse(`${from.day}T${from.time ?? '00:00'}:00Z`)) / 60_000
/** A day without a time stands for whatever is on it. */
export const isSame = (a: Moment, b: Moment) =>
  a.day === b.day && (a.time === null || b.time === null || a.time === b.time)

/** Minutes of a DURATION such as PT1H30M; null when it is none. */
function durationOf(value: string): number | null {
  const found = /^\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?$/iu.exec(
    value.trim(),
  )
  if (found === null) return null
  const [weeks, days, hours, minutes] = found.slice(1).map((part) => Number(part ?? 0))
  return (weeks ?? 0) * 10_080 + (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0)
}

const link = /https:\/\/[^\s<>"]{4,1500}/u
const remoteHost =
  /https:\/\/[^\s<>"/]*(?:teams\.(?:microsoft|live)\.com|zoom\.us|meet\.google\.com|webex\.com|whereby\.com|gotomeeting\.com|jitsi|bluejeans)[^\s<>"]*/iu

/** Where the remote meeting is: a property that says so, else an address of a known service. */
function remoteOf(lines: readonly ContentLine[], texts: readonly string[]): string | null {
  const own = lines.find(({ name }) =>
    [
      'X-MICROSOFT-SKYPETEAMSMEETINGURL',
      'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
      'X-GOOGLE-CONFERENCE',
      'CONFERENCE',
    ].includes(name),
  )
  const said = own === undefined ? null : (link.exec(own.value)?.[0] ?? null)
  const found = said ?? texts.map((text) => remoteHost.exec(text)?.[0]).find((url) => url !== undefined) ?? null
  return found === null || found.length > 500 ? null : found
}

/** A moment so many minutes of the clock later. */
export function later({ day, time }: Moment, minutes: number): Moment {
  const at = new Date(Date.parse(`${day}T${time ?? '00:00'}:00Z`) + minutes * 60_000).toISOString()
  return { day: at.slice(0, 10), time: time === null ? null : at.slice(11, 16) }
}

export type Occurrence = { start: Moment; end: Moment | null }

/**
 * When a meeting ends: on the clock that began with it, which may pass midnight, or on a later day, said with it. One
 * that ends on a later day without a time, or after more days than a meeting lasts, has no such end, which is said.
 */
function endOf({ start, end }: Occurrence): { end: string | null; warnings: CalendarWarning[] } {
  const known = (value: string) => ({ end: value, warnings: [] })
  const none = (words: string) => ({ end: null, warnings: words === '' ? [] : [{ code: 'end-later' as const, words }] })
  if (end === null) return none('')
  if (start.time === null || end.time === null) {
    // A whole day's end is the day after its last.
    const last = end.time === null ? addDays(end.day, -1) : end.day
    return none(last > start.day ? last : '')
  }
  const to = clockOf(end)
  if (to <= clockOf(start)) return none('')
  const span = { date: start.day, start: start.time, end: null }
  const onClock = end.day === start.day || (end.day === addDays(start.day, 1) && end.time < start.time)
  if (onClock && !isBeyond(end.time, span)) return known(end.time)
  const onDay = withDay(end.day, end.time)
  return isBeyond(onDay, span) ? none(to) : known(onDay)
}

/** One VEVENT, with what of its series concerns it. */
export type Entry = {
  lines: readonly ContentLine[]
  uid: string
  sequence: number
  start: Moment
  recurrence: Moment | null
}

export const firstOf = (lines: readonly ContentLine[], name: string) => lines.find((line) => line.name === name)

export function entryOf(lines: readonly ContentLine[], zones: Zones): Entry | null {
  const [begins, instead] = [firstOf(lines, 'DTSTART'), firstOf(lines, 'RECURRENCE-ID')]
  const start = begins === undefined ? null : momentOf(begins, zones)
  if (start === null) return null
  const sequence = Number(firstOf(lines, 'SEQUENCE')?.value.trim())
  return {
    lines,
    uid: (firstOf(lines, 'UID')?.value.trim() ?? '').slice(0, 1000),
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? Math.min(sequence, 2_147_483_647) : 0,
    start,
    recurrence: instead === undefined ? null : (momentOf(instead, zones) ?? start),
  }
}

export function untilOf({ lines, start }: Entry, zones: Zones): Moment | null {
  const ends = firstOf(lines, 'DTEND')
  const end = ends === undefined ? null : momentOf(ends, zones)
  const lasts = durationOf(firstOf(lines, 'DURATION')?.value ?? '')
  return end ?? (lasts === null ? null : later(start, lasts))
}

export const isCancelled = (lines: readonly ContentLine[]) =>
  /^CANCELLED$/iu.test(firstOf(lines, 'STATUS')?.value.trim() ?? '')

/** The event that an entry says, at its own time or that of another day of its series. */
export function eventOf(entry: Entry, occurrence: Occurrence, cancels: boolean): ReadEvent {
  const { lines, uid, sequence } = entry
  const words = (name: string) => unescaped(firstOf(lines, name)?.value ?? '').normalize('NFC')
  const place = oneLine(words('LOCATION')).slice(0, 500)
  const description = words('DESCRIPTION').trim().slice(0, 20_000)
  return {
    uid,
    title: oneLine(words('SUMMARY')).slice(0, 500),
    date: occurrence.start.day,
    start: occurrence.start.time,
    ...endOf(occurrence),
    place: place === '' ? null : place,
    remote: remoteOf(lines, [place, description]),
    description,
    cancelled: cancels || isCancelled(lines),
    recurring: lines.some(({ name }) => name === 'RRULE' || name === 'RDATE'),
    partOf: null,
    sequence,
    people: peopleOf(lines),
  }
}
