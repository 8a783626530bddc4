/** Dates without a year, reckoned from the meeting's day, and weekdays that their date does not have. */
import { findShortDays } from '#core/import/date-words.ts'
import {
  findDates,
  findImpossibleDays,
  isoOf,
  weekdayOf,
  yearBackward,
  yearForward,
  type FoundDate,
} from '#core/import/dates.ts'
import { raise, within, type Passage, type Raised, type ReviewInput } from './passages.ts'

/** Minutes and meetings gone by: "protokollet från den 13 juni". */
const pastLead =
  /(?:protokoll|anteckning|minutes|möte|sammanträde|meeting|föregående|förra|senaste|previous|last|sedan|since)\p{L}*(?: (?:of|from|held|från|som hölls|hölls|mötet|the meeting))*(?: on| den| the)?\s*$/iu
const nextLead = /(?:nästa|nytt|kommande|next|will|ska|kommer)/iu
const pastVerb =
  /(?:[\p{Ll}]{2,}(?:ades|tes|des|dde|ade)|hölls|höll|blev|gavs|gav|gick|kom|fick|tog|togs|var|skrev|skrevs|ägde|was|were|held|took|[\p{Ll}]{3,}ed)$/u
const laterVerb = /(?:[\p{Ll}]{3,}as|ska|skall|kommer|blir|sker|äger|hålls|ges|planeras|will|shall|is|are)$/u

/** The nearest verb before a date, or the one right behind it, tells that the day is past. */
function isPast(text: string, { index, end }: FoundDate): boolean {
  const before = text.slice(Math.max(0, index - 70), index)
  const sentence = before.slice(before.search(/[^.!?]*$/u))
  if (pastLead.test(sentence) && !nextLead.test(sentence)) return true
  for (const word of sentence
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '')
    .toReversed()) {
    if (laterVerb.test(word)) return false
    if (pastVerb.test(word)) return true
  }
  const [next = ''] = text
    .slice(end)
    .trimStart()
    .split(/[^\p{L}]+/u)
  return pastVerb.test(next)
}

const two = (value: number) => String(value).padStart(2, '0')
const dayOf = ({ month, day }: FoundDate) => `${two(month)}-${two(day ?? 0)}`

/** "3 mars–5 april 2022", "den 3 och den 5 april 2022": the year behind the last counts for those before it. */
function borrowsYear(text: string, date: FoundDate, dates: readonly FoundDate[]): boolean {
  const next = dates[dates.indexOf(date) + 1]
  if (next === undefined) return false
  const gap = text.slice(date.end, next.index)
  const joins =
    /^\s*(?:[-–—,]|och|till|samt|and|to|respektive|eller|or)?\s*(?:och|den|the|till)?\s*(?:den|the)?\s*$/iu.test(gap)
  return joins && (next.year !== null || borrowsYear(text, next, dates))
}

function withYear(words: string, iso: string, language: 'sv' | 'en'): string {
  const bare = words.trimEnd()
  const american = language === 'en' && /\d(?:st|nd|rd|th)?$/u.test(bare)
  return `${bare}${american ? ',' : ''} ${iso.slice(0, 4)}`
}

const weekdays = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
const weekdayWord =
  /^(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mån|tis|ons|tors?|fre|lör|sön|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?<ending>en|s)?(?<stop>\.?)(?!\p{L})/iu

/** The words with the weekday that the date has, as long as the written one and ended alike. */
function withWeekday(words: string, iso: string, language: 'sv' | 'en'): string {
  const match = weekdayWord.exec(words)
  if (match === null) return words
  const whole = weekdays[language][weekdayOf(iso) - 1] ?? ''
  const short = match[0].replace(/(?:en|s)?\.?$/u, '').length <= 5 && !/dag|day/iu.test(match[0])
  const cut = language === 'en' || whole.startsWith('tors') ? (language === 'en' ? 3 : 4) : 3
  const named = short
    ? `${whole.slice(0, cut)}${match.groups?.['stop'] ?? ''}`
    : `${whole}${match.groups?.['ending'] ?? ''}`
  const cased = /^\p{Lu}/u.test(words) ? named.charAt(0).toUpperCase() + named.slice(1) : named
  return cased + words.slice(match[0].length)
}

/** Days that stand somewhere in the minutes with their year, and the meeting's own: they are nobody's question. */
function settledDays(found: readonly FoundDate[], date: string | null): Set<string> {
  const settled = new Set(date?.length === 10 ? [date.slice(5)] : [])
  for (const one of found) if (one.year !== null && one.day !== null) settled.add(dayOf(one))
  return settled
}

/** The day forward from the meeting, or back where the words tell of the past; the weekday written may choose between them. */
function reckoned(text: string, date: FoundDate, held: string): string | null {
  const [forward, backward] = [yearForward(date, held), yearBackward(date, held)]
  const [first, second] = isPast(text, date) ? [backward, forward] : [forward, backward]
  const fits = (iso: string | null) => iso !== null && weekdayOf(iso) === date.weekday
  return date.weekday !== null && !fits(first) && fits(second) ? second : first
}

/** Dates of a passage in order, in Swedish those like "senast 4/2" among them. */
function datesIn(text: string, language: 'sv' | 'en'): FoundDate[] {
  const found = findDates(text, { english: language === 'en' })
  if (language === 'en') return found
  const short = findShortDays(text).filter(
    ({ index, end }) => !found.some((other) => index < other.end && other.index < end),
  )
  return [...found, ...short].toSorted((a, b) => a.index - b.index)
}

/** Days that no calendar has. Nobody but the writer knows which is meant. */
function impossible(passage: Passage): Raised[] {
  return findImpossibleDays(passage.text)
    .filter(({ index }) => !within(passage.foreign, index))
    .map(({ index, end }) => {
      const words = passage.paragraph.text.slice(index, end).trimEnd().replace(wholeMonthStop, '')
      return raise('no-such-day', passage, { from: index, to: index + words.length }, { kind: 'seen' })
    })
}

/** The stop behind a month written out ends the sentence. */
const wholeMonthStop = /(?<=\p{L}{4})\.$/u

export function dates({ view, passages }: ReviewInput): Raised[] {
  const { date: held, language } = view.head
  const dated = passages
    .filter(({ text }) => /\d/u.test(text))
    .map((passage) => ({ passage, found: datesIn(passage.text, language) }))
  const settled = settledDays(
    dated.flatMap(({ found }) => found),
    held,
  )
  return dated.flatMap(({ passage, found }) => {
    const { text } = passage
    const questions = found.flatMap((date): Raised[] => {
      if (date.day === null || within(passage.foreign, date.index)) return []
      // "oktober 18" is no Swedish date.
      if (
        language === 'sv' &&
        date.weekday === null &&
        /^\p{L}+\.? \d/u.test(date.quote) &&
        !/^den /iu.test(date.quote)
      )
        return []
      const words = passage.paragraph.text.slice(date.index, date.end).trimEnd().replace(wholeMonthStop, '')
      const range = { from: date.index, to: date.index + words.length }
      const own = isoOf(date)
      const iso = own ?? (held === null ? null : reckoned(text, date, held))
      if (iso === null || iso.length !== 10) return []
      if (date.weekday !== null && weekdayOf(iso) !== date.weekday)
        return [raise('weekday-mismatch', passage, range, { kind: 'words', text: withWeekday(words, iso, language) })]
      if (own !== null || settled.has(dayOf(date)) || borrowsYear(text, date, found)) return []
      const proposal = { kind: 'date', date: iso, basis: 'inferred', confirmedBy: null } as const
      return [raise('year-missing', passage, range, { ...proposal, text: withYear(words, iso, language) })]
    })
    return [...questions, ...impossible(passage)]
  })
}
