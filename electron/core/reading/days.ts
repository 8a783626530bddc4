/** Days and spans of days as texts give them. */
import { findDates, isoOf, yearBackward, yearForward } from '#core/import/dates.ts'
import type { FoundDate } from '#core/import/dates.ts'
import type { Span } from '#contract/reading.ts'

export interface Day {
  start: number
  end: number
  iso: string | null
  /** The date where the year is missing. */
  found: FoundDate | null
  text: string
}

const bareYear = /(?<![\p{L}\p{N}/:.-])((?:19|20)\d{2})(?![\p{N}/]|:(?!\s)|[-–.]\d|\.\d|\p{L})/gu

/** Dates, months with a year, and — when asked for — years alone, in order and not overlapping. */
export function findDays(text: string, withYears = false): Day[] {
  const days: Day[] = findDates(text).map((found) => ({
    start: found.index,
    end: found.end,
    iso: isoOf(found),
    found,
    text: found.quote,
  }))
  if (withYears) {
    for (const match of text.matchAll(bareYear)) {
      const [start, end] = [match.index, match.index + 4]
      if (days.some((day) => start < day.end && day.start < end)) continue
      days.push({ start, end, iso: match[1] ?? null, found: null, text: match[0] })
    }
  }
  return days.toSorted((a, b) => a.start - b.start)
}

export interface Publication {
  from: string | null
  to: string | null
  /** Line it stands on; null also where the document says it beside its text. */
  line: number | null
}

/** The line of a page that says from when to when it was there. */
export const publicPeriod =
  /(?:innehållet publicerades under perioden|publicerad(?:es)? under perioden|content was published (?:between|from|during the period))\s+(?:from )?(.{6,40}?)\s+(?:och|till(?: och med)?|and|to|until|–|-)\s+(.{6,40})$/iu

const pastVerb =
  /(?<!\p{L})(?:presenterades|inrättades|bildades|grundades|genomfördes|startade|beslutade|tillsattes|utsågs|lanserades|hölls|invigdes|ägde rum|fick|gav|lämnade|lämnades|levererades|skapades|etablerades|valdes|was|were|launched|founded|presented|adopted|decided|appointed|held|opened)(?!\p{L})/iu

/** The latest day that the text tells of as past: it was written on it or later. */
export function readWrittenAfter(sentences: readonly string[]): string | null {
  let latest: string | null = null
  for (const sentence of sentences) {
    const verb = pastVerb.exec(sentence)
    if (verb === null || publicPeriod.test(sentence)) continue
    for (const day of findDays(sentence)) {
      if (day.iso === null || day.start > verb.index + 90 || day.end < verb.index - 90) continue
      if (latest === null || day.iso > latest) latest = day.iso
    }
  }
  return latest
}

/** A span of which the text gives no day. */
export function openSpan(publication: Publication, writtenAfter: string | null): Span {
  return {
    from: null,
    fromAfter: null,
    to: null,
    toKind: 'unknown',
    basis: 'unknown',
    seenFrom: publication.from,
    seenTo: publication.to,
    writtenAfter,
  }
}

/** The year of a day without one, by when the text was public: within its period; else last before or next after its day. */
export function inferYear(
  found: FoundDate,
  publication: Publication,
  hint: number | null,
  past: boolean,
): string | null {
  if (hint !== null) return isoOf(found, hint)
  const { from, to } = publication
  if (from === null || to === null) return null
  const days: string[] = []
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)) + 1; year += 1) {
    const iso = isoOf(found, year)
    if (iso !== null && iso >= from.slice(0, iso.length) && iso <= to) days.push(iso)
  }
  if (from !== to) return days.length === 1 ? (days[0] ?? null) : null
  return past ? yearBackward(found, to) : yearForward(found, to)
}
