/** Clock times where a meeting is held. */
import { z } from 'zod'
import { isDay } from './calendar.ts'
import { splitTime } from './day-time.ts'

/** 24 h clock, `HH:MM`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** The same, or with its day, `YYYY-MM-DDTHH:MM`, where that is a later one of the meeting than its first. */
export const dayTime = z
  .string()
  .max(16)
  .refine((value) => {
    const { day, time } = splitTime(value)
    return (day === null || isDay(day)) && clockTime.safeParse(time).success
  })
