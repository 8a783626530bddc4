/** On which days something recurs (RRULE of RFC 5545), as far as meetings and time zones need it. Pure. */
import { addDays, weekdayOf } from '#contract/calendar.ts'

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const daysBetween = (from: string, to: string) => Math.round((at(to) - at(from)) / 86_400_000)
const [yearOf, monthOf, dateOf] = [
  (day: string) => Number(day.slice(0, 4)),
  (day: string) => Number(day.slice(5, 7)),
  (day: string) => Number(day.slice(8)),
]
const lengthOf = (day: string) => new Date(Date.UTC(yearOf(day), monthOf(day), 0)).getUTCDate()
const inMonth = (day: string, date: number) => `${day.slice(0, 8)}${String(date).padStart(2, '0')}`

type ByDay = { nth: number | null; weekday: number }
type Rule = {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  byDay: readonly ByDay[]
  byMonthDay: readonly number[]
  byMonth: readonly number[]
  bySetPos: readonly number[]
  weekStart: number
  count: number | null
  until: string | null
}

const known = new Set(
  'FREQ INTERVAL BYDAY BYMONTHDAY BYMONTH BYSETPOS WKST COUNT UNTIL BYHOUR BYMINUTE BYSECOND'.split(' '),
)

function numbers(text: string | undefined): number[] | null {
  if (text === undefined) return []
  const found = text.split(',').map(Number)
  return found.every((one) => Number.isInteger(one) && one !== 0 && Math.abs(one) <= 366) ? found : null
}

function byDayOf(text: string | undefined): ByDay[] | null {
  if (text === undefined) return []
  const found = text.split(',').map((part): ByDay | null => {
    const match = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/u.exec(part.trim())
    const nth = match?.[1] === undefined ? null : Number(match[1])
    return match === null || nth === 0 ? null : { nth, weekday: weekdays.indexOf(match[2] ?? '') }
  })
  const read = found.filter((one) => one !== null)
  return read.length === found.length ? read : null
}

/** The rule that words such as `FREQ=WEEKLY;BYDAY=TU` give; null for one that is not read here. */
export function readRule(text: string): Rule | null {
  const parts = new Map(
    text
      .trim()
      .toUpperCase()
      .split(';')
      .map((part) => {
        const equals = part.indexOf('=')
        return [part.slice(0, equals).trim(), part.slice(equals + 1).trim()] as const
      }),
  )
  const freq = (['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const).find((one) => one === parts.get('FREQ'))
  const [byDay, byMonthDay] = [byDayOf(parts.get('BYDAY')), numbers(parts.get('BYMONTHDAY'))]
  const [byMonth, bySetPos] = [numbers(parts.get('BYMONTH')), numbers(parts.get('BYSETPOS'))]
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const count = parts.has('COUNT') ? Number(parts.get('COUNT')) : null
  const until =
    /^(\d{4})(\d\d)(\d\d)/u
      .exec(parts.get('UNTIL') ?? '')
      ?.slice(1, 4)
      .join('-') ?? null
  if (freq === undefined || byDay === null || byMonthDay === null || byMonth === null || bySetPos === null) return null
  if (![...parts.keys()].every((name) => known.has(name)) || (parts.has('UNTIL') && until === null)) return null
  if (!Number.isInteger(interval) || interval < 1 || (count !== null && !Number.isInteger(count))) return null
  // Weekdays counted through a whole year, and places in a week or a year, are no meeting's.
  if (byDay.some(({ nth }) => nth !== null) && freq !== 'MONTHLY' && !(freq === 'YEARLY' && byMonth.length > 0))
    return null
  if (bySetPos.length > 0 && freq !== 'MONTHLY') return null
  if (freq === 'YEARLY' && byDay.length > 0 && byMonth.length === 0) return null
  const weekStart = Math.max(0, weekdays.indexOf(parts.get('WKST') ?? 'MO'))
  return { freq, interval, byDay, byMonthDay, byMonth, bySetPos, weekStart, count, until }
}

/** Whether a day is one of its month's that the rule's parts name. */
function isNamed({ byDay, byMonthDay }: Rule, day: string): boolean {
  const [date, length] = [dateOf(day), lengthOf(day)]
  if (byMonthDay.length > 0 && !byMonthDay.some((one) => (one > 0 ? one : length + 1 + one) === date)) return false
  const nths = [Math.ceil(date / 7), -Math.ceil((length + 1 - date) / 7)]
  return (
    byDay.length === 0 ||
    byDay.some(({ nth, weekday }) => weekday === weekdayOf(day) && (nth === null || nths.includes(nth)))
  )
}

function isOfMonth(rule: Rule, day: string, start: string): boolean {
  if (rule.byDay.length === 0 && rule.byMonthDay.length === 0) return dateOf(day) === dateOf(start)
  if (!isNamed(rule, day)) return false
  if (rule.bySetPos.length === 0) return true
  const named = Array.from({ length: lengthOf(day) }, (_, index) => inMonth(day, index + 1)).filter((one) =>
    isNamed(rule, one),
  )
  const place = named.indexOf(day)
  return rule.bySetPos.some((one) => (one > 0 ? one - 1 : named.length + one) === place)
}

/** Whether something that began on `start` recurs on a day after it; how often and until when apart. */
export function recursOn(rule: Rule, start: string, day: string): boolean {
  const { freq, interval, byDay, byMonth, weekStart } = rule
  if (byMonth.length > 0 && !byMonth.includes(monthOf(day))) return false
  const steps = (count: number) => count % interval === 0
  if (freq === 'DAILY') return steps(daysBetween(start, day)) && isNamed(rule, day)
  if (freq === 'WEEKLY') {
    const weekOf = (one: string) => addDays(one, -((weekdayOf(one) - weekStart + 7) % 7))
    const own = byDay.length === 0 ? weekdayOf(day) === weekdayOf(start) : isNamed(rule, day)
    return own && steps(daysBetween(weekOf(start), weekOf(day)) / 7)
  }
  const years = yearOf(day) - yearOf(start)
  if (freq === 'MONTHLY') return steps(years * 12 + monthOf(day) - monthOf(start)) && isOfMonth(rule, day, start)
  return steps(years) && (byMonth.length > 0 || monthOf(day) === monthOf(start)) && isOfMonth(rule, day, start)
}

/** How far ahead recurring days are looked for. */
const mostDays = 3700

/** The days of a rule from its first on, that one included whatever the rule says of it. */
export function* recurringDays(rule: Rule, start: string): Generator<string> {
  let left = rule.count ?? Number.POSITIVE_INFINITY
  for (let ahead = 0; ahead < mostDays && left > 0; ahead += 1) {
    const day = addDays(start, ahead)
    if (rule.until !== null && day > rule.until) return
    if (ahead > 0 && !recursOn(rule, start, day)) continue
    left -= 1
    yield day
  }
}
