/** The importer of minutes as text: from any text to proposed meetings, or a refusal. */
import { KansliError } from '#contract/errors.ts'
import type { LineOverride, ProposedMeeting } from '#contract/proposal.ts'
import { cleanText } from './decode.ts'
import { evidenceFor, evidenceNeeded } from './evidence.ts'
import { readLines } from './lines.ts'
import { readMeeting } from './meeting.ts'
import { splitMeetings } from './split-meetings.ts'

export interface ParseOptions {
  /** Parts chosen by hand, by line number from 1. */
  overrides?: ReadonlyMap<number, LineOverride>
  /** `YYYY-MM-DD`: helps where a meeting's date has no year. */
  today?: string
}

/**
 * Reads a text as minutes. Several meetings in one text come apart; every source line has exactly one
 * placement. Throws `import.not-minutes` for text that is no minutes; with `overrides` a person has
 * already said that it is.
 */
export function parseMinutes(text: string, options: ParseOptions = {}): ProposedMeeting[] {
  const clean = cleanText(text).text
  const lines = readLines(clean, options.overrides)
  if (lines.every((line) => line.blank)) throw new KansliError('import.not-minutes')
  const parts = splitMeetings(lines)
  const read = parts.map((part) => {
    const own = parts.length === 1 ? clean : part.map((line) => line.raw).join('\n')
    const { meeting, titled } = readMeeting(part, own, options.today)
    return { meeting, points: evidenceFor(meeting, own, titled) }
  })
  const asked = options.overrides !== undefined && options.overrides.size > 0
  const best = read.reduce((most, one) => Math.max(most, one.points), 0)
  if (!asked && best < evidenceNeeded) throw new KansliError('import.not-minutes')
  return read.map((one) => one.meeting)
}

/** True when `parseMinutes` would accept the text. */
export function looksLikeMinutes(text: string): boolean {
  try {
    parseMinutes(text)
    return true
  } catch (error) {
    if (error instanceof KansliError) return false
    throw error
  }
}
