/** Days that words count from a meeting: "på fredag", "vecka 48", "om två veckor", "next week". */
import { addDays, addMonths, isDay, weekdayOf } from '#contract/calendar.ts'
import { countOf, countWord } from './count-words.ts'
import { opensFrom } from './date-words.ts'
import { wordEnd, wordStart } from './words.ts'

const weekdays = [
  ['måndag', 'monday'],
  ['tisdag', 'tuesday'],
  ['onsdag', 'wednesday'],
  ['torsdag', 'thursday'],
  ['fredag', 'friday'],
  ['lördag', 'saturday'],
  ['söndag', 'sunday'],
] as const
const weekdayWord = weekdays.flat().join('|')
const friday = 4

const count = `(\\d{1,3}|an?|${countWord})`
const unit = '(dag(?:ar)?|days?|veck(?:a|or)|weeks?|fortnight|månad(?:er)?|months?)'

/** Behind these nothing is said of one day ahead: what returns, what is past, what is no end, what is left open. */
const noDay = new RegExp(
  `${wordStart}(?:varje|varannan|alla|every|each|weekly|förra|föregående|last|previous|cirka|ca|omkring|runt|kring|ungefär|about|around|början|mitten|beginning|start|middle|early|mid|tidigt)${wordEnd}`,
  'iu',
)
const other = new RegExp(`${wordStart}(?:eller|alternativt|or)${wordEnd}`, 'iu')
const weekday = new RegExp(`${wordStart}(${weekdayWord})(?:en)?${wordEnd}`, 'giu')
const week = new RegExp(
  `${wordStart}(?:veckorna|vecka|v\\.?|weeks?|wk\\.?) ?(?:\\d{1,2} ?(?:[-–]|och|and) ?(?:v\\.? ?)?)?(\\d{1,2})(?:(?: |/|, )(\\d{4}))?${wordEnd}(?![.:/-]\\d)`,
  'giu',
)
const nextWeek = new RegExp(`${wordStart}(?:(?:nästa|kommande|nästkommande) vecka|next week)${wordEnd}`, 'iu')
const thisWeek = new RegExp(
  `${wordStart}(?:denna vecka|den här veckan|innevarande vecka|i veckan|veckans slut|slutet av veckan|this week|(?:the )?end of (?:the )?week)${wordEnd}`,
  'iu',
)
const nextWeekday = new RegExp(`${wordStart}(?:nästa|nästkommande|next) (?:${weekdayWord})${wordEnd}`, 'iu')
const nextMonth = new RegExp(`${wordStart}(?:nästa månad|next month)${wordEnd}`, 'iu')
const tomorrow = new RegExp(`${wordStart}(?:i ?morgon|tomorrow)${wordEnd}`, 'iu')
const today = new RegExp(`${wordStart}(?:i ?dag|i ?kväll|today|tonight)${wordEnd}`, 'iu')
const ahead = new RegExp(
  `${wordStart}(?:om|inom|in|within)(?: högst| senast| the next| loppet av)? ${count} ${unit}s?${wordEnd}`,
  'iu',
)
const before = new RegExp(`${wordStart}(?:före|innan|before) *$`, 'iu')

/** Monday of the week that a day is in, by ISO 8601. */
const mondayOf = (day: string) => addDays(day, -((weekdayOf(day) + 6) % 7))

/** Monday of a week of a year, by ISO 8601: the fourth of January is in the first. Null for one that the year has not. */
function mondayIn(year: number, number: number): string | null {
  const monday = addDays(mondayOf(`${String(year).padStart(4, '0')}-01-04`), (number - 1) * 7)
  // A week is of the year that its Thursday is in.
  return number >= 1 && addDays(monday, 3).startsWith(String(year)) ? monday : null
}

/** Moves a day so many days, weeks or months on. */
function later(day: string, number: number, of: string): string {
  if (/^m/iu.test(of)) return addMonths(day, number)
  return addDays(day, number * (/^d/iu.test(of) ? 1 : /^f/iu.test(of) ? 14 : 7))
}

/** Monday of the week that words name, the one behind the meeting where they tell no year. */
function namedWeek(text: string, meeting: string): { monday: string; index: number } | null {
  const [found, ...more] = [...text.matchAll(week)]
  if (found === undefined || more.length > 0) return null
  const [, number = '', year] = found
  const own = Number(addDays(mondayOf(meeting), 3).slice(0, 4))
  const years = year === undefined ? [own, own + 1] : [Number(year)]
  const monday = years
    .map((one) => mondayIn(one, Number(number)))
    .find((one) => one !== null && (year !== undefined || addDays(one, 6) >= meeting))
  return monday === undefined || monday === null ? null : { monday, index: found.index }
}

/**
 * The day words come to that count from a meeting, `YYYY-MM-DD`, or `YYYY-MM`; null when they do not, and when they may
 * mean several. A weekday is the first one after the meeting; with "nästa" (next) the one of the week after its own. A
 * week is done by its Friday, the last day of it that offices are open.
 * @param meeting the meeting's day, whole
 */
export function dayAhead(text: string, meeting: string): string | null {
  if (!isDay(meeting) || noDay.test(text) || other.test(text)) return null
  const until = ({ index }: { index: number }) => opensFrom(text, index) === null
  const [day, ...more] = [...text.matchAll(weekday)]
  if (more.length > 0 || (day !== undefined && !until(day))) return null
  const place = weekdays.findIndex((names) => names.some((name) => name === day?.[1]?.toLowerCase()))
  const named = namedWeek(text, meeting)
  if (named !== null) {
    if (!until(named)) return null
    // "Före vecka 48": the week before is the last one there is for it.
    const monday = before.test(text.slice(0, named.index)) ? addDays(named.monday, -7) : named.monday
    return addDays(monday, day === undefined ? friday : place)
  }
  const coming = nextWeek.exec(text)
  const own = mondayOf(meeting)
  if (coming !== null) return until(coming) ? addDays(own, 7 + (day === undefined ? friday : place)) : null
  if (day !== undefined) {
    if (nextWeekday.test(text)) return addDays(own, 7 + place)
    const first = addDays(own, place)
    return first > meeting ? first : addDays(first, 7)
  }
  const current = thisWeek.exec(text)
  if (current !== null) return until(current) && addDays(own, friday) >= meeting ? addDays(own, friday) : null
  return counted(text, meeting, until)
}

function counted(text: string, meeting: string, until: (one: { index: number }) => boolean): string | null {
  const found = ahead.exec(text)
  if (found !== null) {
    const [, number = '', of = ''] = found
    return until(found) ? later(meeting, countOf(number), of) : null
  }
  const month = nextMonth.exec(text)
  if (month !== null) return until(month) ? addMonths(`${meeting.slice(0, 7)}-01`, 1).slice(0, 7) : null
  const morning = tomorrow.exec(text)
  if (morning !== null) return until(morning) ? addDays(meeting, 1) : null
  const now = today.exec(text)
  return now !== null && until(now) ? meeting : null
}

const beforehand = new RegExp(`${wordStart}${count} ${unit}s? (?:före|innan|before)${wordEnd}`, 'iu')

/** The day so long before another as words say ("två veckor före"); the day itself where they do not. */
export function dayBefore(text: string, day: string): string {
  const found = beforehand.exec(text)
  if (found === null || !isDay(day)) return day
  const [, number = '', of = ''] = found
  return later(day, -countOf(number), of)
}
