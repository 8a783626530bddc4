/** A meeting as a calendar entry (iCalendar, RFC 5545). Pure. */
import { addDays } from '#contract/calendar.ts'
import { splitTime } from '#contract/day-time.ts'
import type { MeetingView } from '#contract/meetings.ts'
import { isBeyond } from '#core/attendance/clock.ts'
import { documentTexts, fill } from '#core/word/texts.ts'
import { folded } from '#core/exchange/vcard-out.ts'

export type CalendarOptions = {
  uid: string
  /** Grows with every entry given out, so that a later one takes the place of an earlier. */
  sequence: number
  madeAt: Date
  /** Those whose addresses are known. */
  attendees: readonly { name: string; email: string }[]
}

/** Summer time of Sweden, as the European Union has had it since 1996. */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Stockholm',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** TEXT of RFC 5545: what calendars cannot hold at all is left out. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '')
    .replace(/\\/gu, '\\\\')
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/gu, '\\n')
    .replace(/[,;]/gu, '\\$&')
}

/** A parameter's value: quoted, its signs as RFC 6868 writes them. */
function quoted(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/gu, ' ')
    .replace(/\^/gu, '^^')
    .replace(/"/gu, "^'")
  return `"${plain}"`
}

const isAddress = (email: string) => /^[^\s@<>"',;:\\]+@[^\s@<>"',;:\\]+$/u.test(email)

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/gu, '')
const local = (date: string, time: string) => `${date}T${time}:00`.replace(/[-:]/gu, '')

/** So many minutes after a moment: its day and clock time. */
function later(date: string, start: string, minutes: number): [date: string, time: string] {
  const at = new Date(Date.parse(`${date}T${start}:00Z`) + minutes * 60_000).toISOString()
  return [at.slice(0, 10), at.slice(11, 16)]
}

/** When it ends, or is planned to; null where that is not known. A meeting may pass midnight. */
function endOf({ head: { date, start, end }, items }: MeetingView): [date: string, time: string] | null {
  if (date === null || start === null) return null
  if (end === null) {
    const planned = items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
    return planned === 0 ? null : later(date, start, planned)
  }
  if (end === start || isBeyond(end, { date, start, end: null })) return null
  const { day, time } = splitTime(end)
  if (day !== null) return [day, time]
  return [end < start ? addDays(date, 1) : date, end]
}

function times(meeting: MeetingView): string[] {
  const { head } = meeting
  // A meeting without a time is a whole day's.
  const date = head.date ?? ''
  if (head.start === null) return [`DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`]
  const end = endOf(meeting)
  const at = (name: string, day: string, time: string) => `${name};TZID=Europe/Stockholm:${local(day, time)}`
  return [at('DTSTART', date, head.start), ...(end === null ? [] : [at('DTEND', ...end)])]
}

function agenda({ head, items }: MeetingView): string {
  const texts = documentTexts(head.language)
  const named = items.filter(({ title }) => title !== '')
  if (named.length === 0) return ''
  const lines = named.map(({ number, numberStyle, title, presenter, minutes }) => {
    const sign = number === null ? '–' : numberStyle === 'paragraph' ? `§ ${number}` : `${number}.`
    const more = [presenter, minutes === null ? null : fill(texts.minutesShort, { minutes: String(minutes) })]
    return `${sign} ${title}${more.map((part) => (part === null || part === '' ? '' : `, ${part}`)).join('')}`
  })
  return `${texts.agenda}:\n${lines.join('\n')}`
}

/** The entry's text with CRLF line ends. The meeting's date must be a whole day. */
export function calendarText(meeting: MeetingView, { uid, sequence, madeAt, attendees }: CalendarOptions): string {
  const { head } = meeting
  const place = [head.place, head.remoteTool].filter((part) => part !== null && part !== '').join('; ')
  const description = agenda(meeting)
  const people = attendees.filter(({ email }) => isAddress(email))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kansli//Kansli//SV',
    'CALSCALE:GREGORIAN',
    // Without people it is published for whoever takes it in; a list of people is the sender's own to send.
    ...(people.length === 0 ? ['METHOD:PUBLISH'] : []),
    ...zone,
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp(madeAt)}`,
    ...times(meeting),
    `SUMMARY:${escaped(head.title)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...people.map(
      ({ name, email }) =>
        `ATTENDEE;CN=${quoted(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${email}`,
    ),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
