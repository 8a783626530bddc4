import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDates, isoOf, weekdayOf, yearBackward, yearForward } from '#core/import/dates.ts'
import { findTimes } from '#core/import/times.ts'

const swedish = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ')
const english = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen'.split(' ')

const iso = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

function only(text: string): string | null {
  const [date, ...rest] = findDates(text, { slash: true })
  return date === undefined || rest.length > 0 ? null : isoOf(date)
}

describe('dates', () => {
  test('every usual way of writing a day leads back to it', () => {
    fc.assert(
      fc.property(iso, (day) => {
        const [year = '', month = '', date = ''] = day.split('-')
        const m = Number(month)
        const d = Number(date)
        const weekday = weekdays[weekdayOf(day) - 1] ?? ''
        for (const written of [
          day,
          `${year}${month}${date}`,
          `den ${d} ${swedish[m - 1]} ${year}`,
          `den ${d}\u00a0${swedish[m - 1]}\u00a0${year}`,
          `${weekday} den ${d} ${swedish[m - 1]} ${year} kl. 13.00–15.30`,
          `${d} ${english[m - 1]} ${year}`,
          `${english[m - 1]} ${d}, ${year}`,
          `${d}/${m} ${year}`,
          `${d}.${m}.${year}`,
          `${d}th of ${english[m - 1]} ${year}`,
        ]) {
          expect(only(written), written).toBe(day)
        }
      }),
    )
  })

  test('abbreviated months and ordinals are read', () => {
    expect(only('10 nov. 2021')).toBe('2021-11-10')
    expect(only('tis 3:e mars 2020')).toBe('2020-03-03')
    expect(only('2nd Feb 2022')).toBe('2022-02-02')
    expect(only('10/11-21')).toBe('2021-11-10')
  })

  test('a span of days gives its first day', () => {
    expect(only('10–11 november 2021')).toBe('2021-11-10')
  })

  test('a month with a year is as precise as it says', () => {
    expect(only('november 2021')).toBe('2021-11')
  })

  test('an impossible day is no date', () => {
    expect(findDates('31 februari 2021')).toEqual([])
    expect(findDates('2021-13-01')).toEqual([])
  })

  test('figures that only look like dates are left alone', () => {
    expect(findDates('3-5 satsningar, 12/14 röster, version 2.11')).toEqual([])
  })

  test('the weekday is read as written, so that it can be held against the date', () => {
    expect(findDates('torsdagen den 10 november 2021')[0]?.weekday).toBe(4)
    expect(weekdayOf('2021-11-10')).toBe(3)
  })

  test('a year left out is the first such day from the meeting on, or the last before it', () => {
    const [date] = findDates('den 4 februari')
    if (date === undefined) throw new Error('a date is expected')
    expect(yearForward(date, '2021-11-10')).toBe('2022-02-04')
    expect(yearForward(date, '2022-02-04')).toBe('2022-02-04')
    expect(yearBackward(date, '2021-11-10')).toBe('2021-02-04')
    const [leap] = findDates('29 februari')
    expect(leap === undefined ? null : yearForward(leap, '2021-03-01')).toBe('2024-02-29')
  })
})

describe('times', () => {
  test.each([
    ['13.00–15.30', '13:00', '15:30'],
    ['kl. 13.00-15.00', '13:00', '15:00'],
    ['9–11', '09:00', '11:00'],
    ['1.30 pm', '13:30', null],
    ['1:30 pm – 3 pm', '13:30', '15:00'],
    ['kl 09.00 till kl 11.45', '09:00', '11:45'],
    ['onsdagen den 10 november 2021, 13-15', '13:00', '15:00'],
    ['klockan 14', '14:00', null],
    ['1300-1500', '13:00', '15:00'],
  ])('%s is read as a time of the head', (text, start, end) => {
    expect(findTimes(text, true)).toMatchObject({ start, end })
  })

  test('bare numbers in running text are no times', () => {
    expect(findTimes('3–5 satsningar och 12 personer', false)).toBeNull()
    expect(findTimes('25.70 kronor', false)).toBeNull()
    expect(findTimes('held at 14 Mill Road, Leeds', false)).toBeNull()
    expect(findTimes('held at 14 Mill Road, Leeds at 10 a.m.', false)).toMatchObject({ start: '10:00', end: null })
    expect(findTimes('3 May 2024 at 14 in Leeds', false)).toMatchObject({ start: '14:00' })
  })
})
