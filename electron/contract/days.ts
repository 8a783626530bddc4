/** The shapes of days and spans of days; calendar.ts reckons with them. */
import { z } from 'zod'
import { daysOf, isDay, standings } from '#contract/calendar.ts'

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as precise as the text is. */
export const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)

/** One day of the calendar, `YYYY-MM-DD`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => isDay(value))

/** A date that the calendar has, as precise as it is known. */
export const date = partialDate.refine((value) => (value.length === 10 ? isDay(value) : daysOf(value) !== null))

/** A moment as ISO in UTC, or a day, which means its end. */
export const moment = z.union([day, z.iso.datetime({ offset: true })])

/** known: the text gives it; open: it goes on; unknown: it ended or began, no text says when. */
export const endKind = z.enum(['open', 'known', 'unknown'])

/** The days of a fact as the register keeps them; from and to are inclusive, as written. */
export const span = z.strictObject({
  from: partialDate.nullable(),
  /** Null start: it is known only that it began after this day. */
  fromAfter: partialDate.nullable(),
  to: partialDate.nullable(),
  toKind: endKind,
  basis: z.enum(['stated', 'inferred', 'unknown']),
  /** First and last day on which texts show it to hold. */
  seenFrom: partialDate.nullable(),
  seenTo: partialDate.nullable(),
})
export type Span = z.infer<typeof span>

/** How a fact stands on one day. */
export const standing = z.enum(standings)
