/** The meetings of a calendar file (RFC 5545), as Outlook and others write them. Pure. */
import { isDay } from '#contract/calendar.ts'
import { KansliError } from '#contract/errors.ts'
import { calledAs } from '#core/exchange/called.ts'
import { oneLine } from '#core/exchange/contact.ts'
import { contentLines, unescaped, type ContentLine } from '#core/exchange/content-lines.ts'
import { homeTime, zoneOf } from './zones.ts'

/** Events, and people of one, that are looked at. */
const [mostEvents, mostPeople] = [200, 1000]

export type ReadPerson = {
  name: string | null
  email: string
  organiser: boolean
  answer: 'accepted' | 'declined' | 'tentative' | 'none'
}
export type ReadEvent = {
  uid: string
  title: string
  date: string
  start: string | null
  end: string | null
  place: string | null
  remote: string | null
  description: string
  cancelled: boolean
  recurring: boolean
  sequence: number
  people: ReadPerson[]
}

type Moment = { day: string; time: string | null }

/** A DATE or DATE-TIME with its zone; null when it is none. */
function momentOf({ parameters, value }: Pick<ContentLine, 'parameters' | 'value'>): Moment | null {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/iu.exec(value.trim())
  if (found === null) return null
  const day = found.slice(1, 4).join('-')
  if (!isDay(day)) return null
  const [, , , , hours, minutes, , utc] = found
  if (hours === undefined || minutes === undefined) return { day, time: null }
  if (Number(hours) > 23 || Number(minutes) > 59) return null
  const wall = Date.parse(`${day}T${hours}:${minutes}:00Z`)
  const tzid = parameters.get('TZID')?.[0]
  const zone = utc === undefined ? (tzid === undefined ? null : zoneOf(tzid)) : 'UTC'
  const home = homeTime(wall, zone)
  return { day: home.slice(0, 10), time: home.slice(11) }
}

/** Minutes of a DURATION such as PT1H30M; null when it is none. */
function durationOf(value: string): number | null {
  const found = /^\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?$/iu.exec(
    value.trim(),
  )
  if (found === null) return null
  const [weeks, days, hours, minutes] = found.slice(1).map((part) => Number(part ?? 0))
  return (weeks ?? 0) * 10_080 + (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0)
}

const answers: Readonly<Record<string, ReadPerson['answer']>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
}

function personOf({ name, parameters, value }: ContentLine): ReadPerson | null {
  // A room or a projector is nobody.
  if (/^(?:ROOM|RESOURCE)$/iu.test(parameters.get('CUTYPE')?.[0] ?? '')) return null
  const address = parameters.get('EMAIL')?.[0] ?? value
  const email = /^(?:mailto:)?([^\s@<>]{1,200}@[^\s@<>]{1,200})$/iu.exec(address.trim())?.[1] ?? ''
  const called = oneLine(parameters.get('CN')?.[0] ?? '').slice(0, 500)
  const known = called === '' || called.includes('@') ? null : called
  if (known === null && email === '') return null
  return {
    name: known === null ? null : calledAs(known).name,
    email,
    organiser: name === 'ORGANIZER',
    answer: answers[(parameters.get('PARTSTAT')?.[0] ?? '').toUpperCase()] ?? 'none',
  }
}

/** Each once; whoever calls the meeting and is called to it too is one. */
function each(people: readonly ReadPerson[]): ReadPerson[] {
  const found = new Map<string, ReadPerson>()
  for (const one of people.slice(0, mostPeople)) {
    const key = one.email === '' ? `n ${one.name ?? ''}` : one.email.toLowerCase()
    const before = found.get(key)
    found.set(
      key,
      before === undefined
        ? one
        : {
            ...before,
            name: before.name ?? one.name,
            organiser: before.organiser || one.organiser,
            answer: before.answer === 'none' ? one.answer : before.answer,
          },
    )
  }
  return [...found.values()]
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

function eventOf(lines: readonly ContentLine[], cancels: boolean): ReadEvent | 'no-date' {
  const first = (name: string) => lines.find((line) => line.name === name)
  const words = (name: string) => unescaped(first(name)?.value ?? '').normalize('NFC')
  const begins = first('DTSTART')
  const start = begins === undefined ? null : momentOf(begins)
  if (start === null) return 'no-date'
  const ends = first('DTEND')
  const end = ends === undefined ? null : momentOf(ends)
  const lasts = durationOf(first('DURATION')?.value ?? '')
  const until =
    end ??
    (lasts === null || start.time === null
      ? null
      : momentOf({
          parameters: new Map(),
          value: new Date(Date.parse(`${start.day}T${start.time}:00Z`) + lasts * 60_000)
            .toISOString()
            .slice(0, 16)
            .replace(/[-:]/gu, ''),
        }))
  const place = oneLine(words('LOCATION')).slice(0, 500)
  const description = words('DESCRIPTION').trim().slice(0, 20_000)
  const sequence = Number(first('SEQUENCE')?.value.trim())
  return {
    uid: (first('UID')?.value.trim() ?? '').slice(0, 1000),
    title: oneLine(words('SUMMARY')).slice(0, 500),
    date: start.day,
    start: start.time,
    // A meeting that goes on past midnight ends on no time of its own day.
    end:
      until !== null && until.time !== null && until.day === start.day && until.time > (start.time ?? '')
        ? until.time
        : null,
    place: place === '' ? null : place,
    remote: remoteOf(lines, [place, description]),
    description,
    cancelled: cancels || /^CANCELLED$/iu.test(first('STATUS')?.value.trim() ?? ''),
    recurring: lines.some(({ name }) => name === 'RRULE' || name === 'RDATE'),
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? Math.min(sequence, 2_147_483_647) : 0,
    people: each(
      lines.filter(({ name }) => name === 'ORGANIZER' || name === 'ATTENDEE').flatMap((line) => personOf(line) ?? []),
    ),
  }
}

/** Key of an entry that has no identifier of its own: its words tell it. */
const nameless = (event: ReadEvent) => `${event.date} ${event.start ?? ''} ${event.title}`.trim()

/**
 * Every meeting of the file once, by its identifier; of those that recur, the first day.
 * @throws KansliError calendar.unreadable, calendar.no-event, calendar.no-date
 */
export function readCalendar(text: string): ReadEvent[] {
  if (!/^\s*BEGIN:VCALENDAR\s*$/imu.test(text.slice(0, 10_000))) throw new KansliError('calendar.unreadable')
  const inside: string[] = []
  let cancels = false
  let lines: ContentLine[] | null = null
  const events: { lines: ContentLine[]; exception: boolean }[] = []
  for (const line of contentLines(text)) {
    const value = line.value.trim().toUpperCase()
    if (line.name === 'BEGIN') {
      inside.push(value)
      if (inside.length > 50 || events.length >= mostEvents) throw new KansliError('calendar.unreadable')
      if (value === 'VEVENT') lines = []
    } else if (line.name === 'END') {
      inside.pop()
      if (value === 'VEVENT' && lines !== null) {
        events.push({ lines, exception: lines.some(({ name }) => name === 'RECURRENCE-ID') })
        lines = null
      }
    } else if (lines !== null && inside.at(-1) === 'VEVENT') lines.push(line)
    else if (line.name === 'METHOD' && inside.length === 1) cancels = value === 'CANCEL'
  }
  if (events.length === 0) throw new KansliError('calendar.no-event')
  const found = new Map<string, ReadEvent>()
  let undated = false
  // The series itself before the days that differ from it.
  for (const { lines: own, exception } of events.toSorted((a, b) => Number(a.exception) - Number(b.exception))) {
    const event = eventOf(own, cancels)
    if (event === 'no-date') undated = true
    else {
      const uid = event.uid === '' ? nameless(event) : event.uid
      const before = found.get(uid)
      if (before === undefined || (!exception && event.sequence > before.sequence)) found.set(uid, { ...event, uid })
    }
  }
  if (found.size === 0) throw new KansliError(undated ? 'calendar.no-date' : 'calendar.no-event')
  return [...found.values()]
}
