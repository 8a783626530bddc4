/** Clock times where a meeting is held. */
import { z } from 'zod'

/** 24 h clock, `HH:MM`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
