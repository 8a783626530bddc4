/** What calls people to a meeting: the summons as a Word document, and calendar entries out and in. */
import { z } from 'zod'
import { maxImportText } from '#contract/envelope.ts'
import { match } from '#contract/imports.ts'
import { day } from '#contract/days.ts'
import { id, label, read, task, text, write } from '#contract/method.ts'
import { clockTime, dayTime } from '#contract/times.ts'
import { documentFinding } from '#contract/word.ts'

const saved = { saved: z.string().nullable(), fileName: z.string() }

/** Somebody named by a calendar entry. */
export const invited = z.strictObject({
  /** Null where the entry has nothing but an address. */
  name: z.string().nullable(),
  email: z.string(),
  organiser: z.boolean(),
  /** declined is told as an excuse; anything else is expected. */
  answer: z.enum(['accepted', 'declined', 'tentative', 'none']),
  /** By name and by whose address it is. */
  match,
})
export type Invited = z.infer<typeof invited>

/** What of an entry is not as it was written. Each has a sentence in the locale files, with the words in it. */
export const calendarWarning = z.strictObject({
  code: z.enum([
    'zone-unknown', // a time zone that nobody knows: its times are taken as Swedish; words: its name
    'end-later', // it ends on a later day without a time, or after too many days, and gets no end; words: when it ends
    'first-excluded', // its first day is taken out of the series, and no other can be told; words: that day
    'other-days', // days of the series that differ from it are not read; words: those days
    'one-of-series', // one day of a series; words: the day as it was first set
  ]),
  words: z.string(),
})
export type CalendarWarning = z.infer<typeof calendarWarning>

export const calendarEvent = z.strictObject({
  uid: z.string(),
  title: z.string(),
  /** Where the meeting is held: times of other zones are reckoned to Swedish time. */
  date: day,
  start: clockTime.nullable(),
  end: dayTime.nullable(),
  place: z.string().nullable(),
  /** Address of the remote meeting. */
  remote: z.string().nullable(),
  description: z.string(),
  cancelled: z.boolean(),
  /** Only its first day that is held is read. */
  recurring: z.boolean(),
  sequence: z.int(),
  people: z.array(invited),
  /** The meeting that an earlier form of this entry made. */
  meeting: z
    .strictObject({
      id,
      title: z.string(),
      /** It runs or is over, and nothing from a calendar changes it. */
      begun: z.boolean(),
    })
    .nullable(),
  /** That meeting has been changed by a later form already. */
  outdated: z.boolean(),
  warnings: z.array(calendarWarning),
})
export type CalendarEvent = z.infer<typeof calendarEvent>

const calendarFile = { base64: z.string().max(2 * maxImportText) }

export const invitationMethods = {
  /** Kallelse with agenda. `list`: names everybody invited; else it says that they follow a list of its own. */
  'invitations.summons': task(
    z.strictObject({ meetingId: id, list: z.boolean().default(true) }),
    z.strictObject({ ...saved, findings: z.array(documentFinding) }),
  ),
  /** The meeting as a calendar entry (.ics, RFC 5545). `attendees`: with everybody whose address is known. Errors: calendar.no-date. */
  'invitations.calendar': task(
    z.strictObject({ meetingId: id, attendees: z.boolean().default(false) }),
    z.strictObject({ ...saved, sequence: z.int() }),
  ),
  /** The meetings of a calendar file; nothing is stored. Errors: calendar.unreadable, calendar.no-event, calendar.no-date. */
  'invitations.read': read(z.strictObject(calendarFile), z.strictObject({ events: z.array(calendarEvent) })),
  /**
   * Makes the meeting of an entry, or brings the one it made before up to date; a cancelled one that is only planned is
   * removed, and its id is null then. One that has begun is not changed: `calendar.begun`, `calendar.held`. Whoever is exactly known is on the list; others only where they are chosen.
   */
  'invitations.take': write(
    z.strictObject({
      ...calendarFile,
      uid: text(1000),
      /** Series to plan the new meeting from. */
      seriesId: id.nullable().default(null),
      people: z
        .array(
          z.strictObject({
            /** Place in `people` of the event. */
            index: z.int().min(0).max(5000),
            /** Null: not on the list. */
            person: z.union([z.strictObject({ id }), z.strictObject({ name: label() })]).nullable(),
          }),
        )
        .max(5000)
        .default([]),
    }),
    z.strictObject({ id: id.nullable(), version: z.int() }),
  ),
} as const
