/** Dates as Swedish and English minutes write them. */
import { noBreak } from '#contract/typography.ts'
import { wordEnd, wordStart } from './words.ts'

export interface FoundDate {
  /** Null where the text gives no year. */
  year: number | null
  month: number
  /** Null for a month alone. */
  day: number | null
  /** 1 Monday … 7 Sunday, as written. */
  weekday: number | null
  /** Place in the text searched. */
  index: number
  end: number
  quote: string
  /** Day and month could be the other way round (11/10/2021 in English). */
  ambiguous: boolean
}

const monthNames: ReadonlyArray<readonly [RegExp, number]> = [
  [/^jan/iu, 1],
  [/^feb/iu, 2],
  [/^mar/iu, 3],
  [/^apr/iu, 4],
  [/^(?:maj|may)/iu, 5],
  [/^jun/iu, 6],
  [/^jul/iu, 7],
  [/^aug/iu, 8],
  [/^sep/iu, 9],
  [/^o[kc]t/iu, 10],
  [/^nov/iu, 11],
  [/^dec/iu, 12],
]
/** A pattern for the name of a month, with one group. */
export const month =
  '(januari|january|jan|februari|february|febr?|mars|march|mar|april|apr|maj|may|juni|june|jun|juli|july|jul|augusti|august|aug|september|sept?|oktober|october|okt|oct|november|nov|december|dec)'
const weekdays = ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön']
const weekdaysEnglish = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const weekday =
  '(?:(måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mån|tis|ons|tors?|fre|lör|sön|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:en|s)?(?: (?:morning|afternoon|evening|night|förmiddag|eftermiddag|kväll)(?:en)?)?\\.?,? +)?'

const patterns = {
  iso: new RegExp(
    `${weekday}(?<![\\d.:/]|(?<!-|\\d{4}-\\d{2}-\\d{2})-)((?:19|20)\\d{2})([-–./])(\\d{1,2})\\3(\\d{1,2})(?![\\d/])`,
    'giu',
  ),
  words: new RegExp(
    `${wordStart}${weekday}(?:den +|the +)?(?<!\\d[.:])(\\d{1,2})(?::?e|:?a|st|nd|rd|th|\\.)?(?: ?[-–—] ?\\d{1,2}(?:st|nd|rd|th)?| (?:och|and|&) \\d{1,2})? ?(?:of +)?${month}(?:\\.(?= )|${wordEnd})(?:,? +((?:19|20)\\d{2})(?!\\d)| ?[-–’'](\\d{2})(?![\\d.:-]| ?${month}))?`,
    'giu',
  ),
  american: new RegExp(
    `${wordStart}${weekday}${month}\\.? +(\\d{1,2})(?:st|nd|rd|th)?(?:[-–]\\d{1,2})?(?:,? +((?:19|20)\\d{2}))?(?![\\d:]|\\.\\d|\\p{L})`,
    'giu',
  ),
  slash: new RegExp(
    `${wordStart}${weekday}(?:den +)?(\\d{1,2})([/.])(\\d{1,2})(?:(?: ?[-–/.] ?| +)((?:19|20)\\d{2}|\\d{2}(?=$|[ ,;)])))?(?![\\d.:/]|\\p{L})`,
    'giu',
  ),
  monthYear: new RegExp(`(?<!\\d(?::?e|\\.)? )${wordStart}${month} +((?:19|20)\\d{2})(?!\\d)`, 'giu'),
  compact: /(?<![\d-])((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?![\d-])/gu,
  /** "24-03-20" in Swedish, where a day is expected. */
  shortIso: /(?<![\p{L}\d.,:/+-])(1[89]|2\d|3\d)-(0[1-9]|1[0-2])-([0-2]\d|3[01])(?![\p{L}\d.,:/-]*[\p{L}\d])/gu,
  /** "240320", where a day is expected: no amount, no number with more to it. */
  sixFigures:
    /(?<![\p{L}\d.,:/+-]|\d |(?:nr|no|tel|dnr|org)\.? ?)(\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?![\p{L}\d-]|[.,:/]\d| ?(?:kr|kronor|sek|tkr|st|eur|%)(?!\p{L})| \d{3}(?!\d))/giu,
}

/** 1 to 12 for the name of a month in Swedish or English, 0 for any other word. */
export function monthNumber(name: string): number {
  return monthNames.find(([pattern]) => pattern.test(name))?.[1] ?? 0
}

function weekdayNumber(name: string | undefined): number | null {
  if (name === undefined) return null
  const lower = name.toLowerCase()
  const swedish = weekdays.findIndex((day) => lower.startsWith(day))
  if (swedish >= 0) return swedish + 1
  const english = weekdaysEnglish.findIndex((day) => lower.startsWith(day))
  return english >= 0 ? english + 1 : null
}

function daysInMonth(year: number, monthOfYear: number): number {
  return new Date(Date.UTC(year, monthOfYear, 0)).getUTCDate()
}

export function isDay(year: number | null, monthOfYear: number, day: number): boolean {
  return monthOfYear >= 1 && monthOfYear <= 12 && day >= 1 && day <= daysInMonth(year ?? 2024, monthOfYear)
}

/** Words that Christmas (jul) follows: "före jul 2030" is not before July. */
const christmasLead = new RegExp(
  `${wordStart}(?:före|innan|efter|till|inför|mot|över|om|under|vid|kring|runt|sedan|i) $`,
  'iu',
)

/** Whether "jul" is Christmas rather than July shortened. */
function isChristmas(text: string, { index = 0 }: RegExpMatchArray, name: string | undefined): boolean {
  return name?.toLowerCase() === 'jul' && christmasLead.test(text.slice(0, index))
}

const dayOrHour =
  /^(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?|(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|tue|wed|thu|sat|kl)$/iu

/** "2. Jan Bergqvist", "3. May Lindholm (S)": the numbered name of somebody called as a month is. */
function namesSomebody(text: string, match: RegExpMatchArray): boolean {
  const { index = 0, 0: whole, 1: named, 4: year, 5: shortYear } = match
  if (named !== undefined || year !== undefined || shortYear !== undefined) return false
  if (text.slice(0, index).trim() !== '' || !/^\d{1,2}\. ?(?:Jan|Maj|May|April|June|August|Juni|Juli)$/u.test(whole))
    return false
  const next = /^[ -](\p{Lu}\p{L}+)/u.exec(text.slice(index + whole.length))?.[1]
  return next !== undefined && !dayOrHour.test(next)
}

interface DateOptions {
  /** Accept "17/1" without a year: only where a date is expected. */
  slash?: boolean
  /** English reading: 11/10/2021 is ambiguous. */
  english?: boolean
}

/** A day and its month that stand as `quote` at `index` of a text, without a year; null for a day no month has. */
export function yearlessDay(quote: string, index: number, day: number, monthOfYear: number): FoundDate | null {
  return isDay(null, monthOfYear, day)
    ? {
        year: null,
        month: monthOfYear,
        day,
        weekday: null,
        index,
        end: index + quote.length,
        quote,
        ambiguous: false,
      }
    : null
}

/** With plain spaces: a space that does not break, as typography sets it between a day and its month, is one here. */
export const plain = (text: string): string => text.replaceAll(noBreak, ' ')

/** All dates of a text in order, not overlapping. Impossible days ("31 februari") are not dates. */
export function findDates(words: string, options: DateOptions = {}): FoundDate[] {
  if (!/\d/u.test(words)) return []
  const text = plain(words)
  const found: FoundDate[] = []
  const add = (
    match: RegExpMatchArray,
    parts: { year: string | undefined; month: number; day: string | undefined; weekday?: string | undefined },
    ambiguous = false,
  ): void => {
    const index = match.index ?? 0
    const rawYear = parts.year === undefined ? null : Number(parts.year)
    const year = rawYear !== null && rawYear < 100 ? 2000 + rawYear : rawYear
    const day = parts.day === undefined ? null : Number(parts.day)
    if (parts.month < 1 || parts.month > 12) return
    if (day !== null && !isDay(year, parts.month, day)) return
    const end = index + match[0].length
    if (found.some((other) => index < other.end && other.index < end)) return
    found.push({
      year,
      month: parts.month,
      day,
      weekday: weekdayNumber(parts.weekday),
      index,
      end,
      quote: words
        .slice(index, end)
        .trim()
        .replace(/(?<=\p{L}{4})\.$/u, ''),
      ambiguous,
    })
  }
  for (const m of text.matchAll(patterns.iso)) {
    add(m, { year: m[2], month: Number(m[4]), day: m[5], weekday: m[1] })
  }
  for (const m of text.matchAll(patterns.compact)) add(m, { year: m[1], month: Number(m[2]), day: m[3] })
  if (options.slash === true && options.english !== true)
    for (const m of text.matchAll(patterns.shortIso)) add(m, { year: m[1], month: Number(m[2]), day: m[3] })
  if (options.slash === true)
    for (const m of text.matchAll(patterns.sixFigures)) add(m, { year: m[1], month: Number(m[2]), day: m[3] })
  for (const m of text.matchAll(patterns.words)) {
    if (namesSomebody(text, m)) continue
    add(m, { year: m[4] ?? m[5], month: monthNumber(m[3] ?? ''), day: m[2], weekday: m[1] })
  }
  for (const m of text.matchAll(patterns.american)) {
    if (isChristmas(text, m, m[2])) continue
    add(m, { year: m[4], month: monthNumber(m[2] ?? ''), day: m[3], weekday: m[1] })
  }
  for (const m of text.matchAll(patterns.monthYear)) {
    if (isChristmas(text, m, m[1])) continue
    add(m, { year: m[2], month: monthNumber(m[1] ?? ''), day: undefined })
  }
  for (const m of text.matchAll(patterns.slash)) {
    const [, named, first, sign, second, year] = m
    const bare = year === undefined || year.length < 4
    if (bare && (sign === '.' || (options.slash !== true && named === undefined && !/^den/iu.test(m[0])))) continue
    const a = Number(first)
    const b = Number(second)
    if (b > 12 && a <= 12) add(m, { year, month: a, day: second, weekday: named })
    else add(m, { year, month: b, day: first, weekday: named }, options.english === true && a <= 12 && a !== b)
  }
  return found.toSorted((a, b) => a.index - b.index)
}

/** What stands before a number that is no day: "nr 31 februari". */
const counts = /(?:§|(?<!\p{L})(?:nr|no|nummer|number|punkt|item|sid|sidan?|page|kap|kapitel|dnr|diarienr)\.?:?) *$/iu

/** Days written with their month that no calendar has ("den 31 februari", "2021-02-29"), in order. */
export function findImpossibleDays(words: string): { index: number; end: number }[] {
  if (!/\d/u.test(words)) return []
  const text = plain(words)
  const dates = findDates(words)
  const found: { index: number; end: number }[] = []
  const add = (match: RegExpMatchArray, year: string | undefined, monthOfYear: number, day: number): void => {
    const [whole] = match
    const [index, end] = [match.index ?? 0, (match.index ?? 0) + whole.length]
    if (monthOfYear < 1 || monthOfYear > 12 || day < 1) return
    if (isDay(year === undefined ? null : Number(year), monthOfYear, day)) return
    // "38 mars" may count something; "den 38 mars" does not.
    if (day > 31 && !/^(?:den|the) /iu.test(whole)) return
    if (counts.test(text.slice(0, index))) return
    if (![...dates, ...found].some((other) => index < other.end && other.index < end)) found.push({ index, end })
  }
  for (const m of text.matchAll(patterns.iso)) if (m[3] === '-') add(m, m[2], Number(m[4]), Number(m[5]))
  for (const m of text.matchAll(patterns.words)) add(m, m[4], monthNumber(m[3] ?? ''), Number(m[2]))
  // Without a year the figure counts something: "i februari 30 personer".
  for (const m of text.matchAll(patterns.american))
    if (m[4] !== undefined) add(m, m[4], monthNumber(m[2] ?? ''), Number(m[3]))
  return found.toSorted((a, b) => a.index - b.index)
}

const two = (value: number): string => String(value).padStart(2, '0')

/** ISO as far as known; null without a year. */
export function isoOf(date: FoundDate, year: number | null = date.year): string | null {
  if (year === null) return null
  if (date.day === null) return `${year}-${two(date.month)}`
  return date.day <= daysInMonth(year, date.month) ? `${year}-${two(date.month)}-${two(date.day)}` : null
}

/** The first such day on or after `from` (`YYYY-MM-DD`, or less precise). */
export function yearForward(date: FoundDate, from: string): string | null {
  const start = Number(from.slice(0, 4))
  const floor = from.length === 10 ? from : from.length === 7 ? `${from}-01` : `${from}-01-01`
  for (let year = start; year < start + 9; year += 1) {
    const iso = isoOf(date, year)
    if (iso !== null && (iso >= floor || (date.day === null && iso >= floor.slice(0, 7)))) return iso
  }
  return null
}

/** The last such day on or before `to`. */
export function yearBackward(date: FoundDate, to: string): string | null {
  const start = Number(to.slice(0, 4))
  for (let year = start; year > start - 9; year -= 1) {
    const iso = isoOf(date, year)
    if (iso !== null && iso <= to) return iso
  }
  return null
}

/** 1 Monday … 7 Sunday of an ISO day. */
export function weekdayOf(iso: string): number {
  const day = new Date(`${iso}T00:00:00Z`).getUTCDay()
  return day === 0 ? 7 : day
}
