import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween } from '#contract/calendar.ts'
import { clock, longDate, parseDate, shortDate, weekdayDate } from '../../../renderer/i18n/dates.ts'
import { today } from '../../../renderer/i18n/today.ts'

describe('dates as people write them', () => {
  test('a full date is short in both languages, without points', () => {
    expect(shortDate('2021-11-10', 'sv')).toBe('10 nov 2021')
    expect(shortDate('2021-11-10', 'en')).toBe('10 Nov 2021')
  })

  test('a date is shown as precisely as it is known', () => {
    expect(shortDate('2021-11', 'sv')).toBe('nov 2021')
    expect(longDate('2021-11', 'sv')).toBe('november 2021')
    expect(shortDate('2021', 'sv')).toBe('2021')
    expect(weekdayDate('2021-11', 'sv')).toBe('november 2021')
  })

  test('the weekday is the calendar’s', () => {
    expect(weekdayDate('2022-02-04', 'sv')).toBe('fredag 4 februari 2022')
    expect(weekdayDate('2022-02-04', 'en')).toBe('Friday 4 February 2022')
  })

  test('the words are those of the system’s own formats, for any day and month of four thousand years', () => {
    const locales = { sv: 'sv-SE', en: 'en-GB' } as const
    const formats = (['sv', 'en'] as const).flatMap((language) =>
      (
        [
          ['short', false, shortDate],
          ['long', false, longDate],
          ['long', true, weekdayDate],
        ] as const
      ).map(([month, weekday, ours]) => {
        const system = (options: Intl.DateTimeFormatOptions) =>
          new Intl.DateTimeFormat(locales[language], { year: 'numeric', month, timeZone: 'UTC', ...options })
        const [day, whole] = [system({ day: 'numeric', ...(weekday ? { weekday: 'long' } : {}) }), system({})]
        const bare = (text: string) => text.replaceAll('.', '').replace(',', '')
        return (at: Date, iso: string) => {
          expect(ours(iso, language)).toBe(bare(day.format(at)))
          expect(ours(iso.slice(0, 7), language)).toBe(bare(whole.format(at)))
        }
      }),
    )
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('4999-12-31T00:00:00Z'), noInvalidDate: true }),
        (at) => formats.forEach((check) => check(at, at.toISOString().slice(0, 10))),
      ),
      { numRuns: 400 },
    )
  })

  test('words that are no date are given back as they are', () => {
    expect(shortDate('nästa möte', 'sv')).toBe('nästa möte')
  })

  test('the clock has a point in Swedish and a colon in English', () => {
    expect(clock('13:05', 'sv')).toBe('13.05')
    expect(clock('13:05', 'en')).toBe('13:05')
  })

  test('years before 100 are not taken for years of the last century', () => {
    expect(shortDate('0012-03-04', 'en')).toBe('4 Mar 12')
  })

  test('days between two dates are whole, over a change of summer time too', () => {
    expect(daysBetween('2021-11-11', '2022-02-04')).toBe(85)
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2021-11', '2022-02-04')).toBeNull()
  })

  test('today is the machine’s own calendar day', () => {
    expect(today(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02')
  })
})

describe('dates as people type them', () => {
  const typed: [string, string | null][] = [
    ['2021-11-10', '2021-11-10'],
    ['2021-1-5', '2021-01-05'],
    ['20211110', '2021-11-10'],
    ['2021', '2021'],
    ['2021-11', '2021-11'],
    ['10 nov 2021', '2021-11-10'],
    ['10 november 2021', '2021-11-10'],
    ['den 10 november 2021', '2021-11-10'],
    ['10 nov. 2021', '2021-11-10'],
    ['nov 2021', '2021-11'],
    ['4 May 2022', '2022-05-04'],
    ['10/11 2021', '2021-11-10'],
    ['10.11.2021', '2021-11-10'],
    ['2021-02-29', null],
    ['2024-02-29', '2024-02-29'],
    ['2021-13-01', null],
    ['0 jan 2021', null],
    ['32 januari 2021', null],
    ['igår', null],
    ['', null],
    ['10 nov', null],
  ]
  test.each(typed)('“%s” is read as %s', (text, iso) => {
    expect(parseDate(text)).toBe(iso)
  })

  test('what is shown for a date is read back as the same date, in both languages', () => {
    const dates = fc
      .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom('sv' as const, 'en' as const),
        fc.constantFrom(10, 7, 4),
        (iso, language, length) => {
          const known = iso.slice(0, length)
          expect(parseDate(shortDate(known, language))).toBe(known)
          expect(parseDate(longDate(known, language))).toBe(known)
        },
      ),
    )
  })

  test('no text makes the reading of dates fail', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseDate(text) ?? '2021').toMatch(/^\d{4}(-\d\d){0,2}$/)
      }),
    )
  })
})
