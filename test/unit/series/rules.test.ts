import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isDay, weekdayOf } from '#contract/calendar.ts'
import { easterSunday, holidayOn } from '#core/series/holidays.ts'
import { nextDate } from '#core/series/next-date.ts'
import { firstNumberAfter, numbered } from '#core/series/numbers.ts'
import { seatOf } from '#core/series/seats.ts'

const anyDay = fc.integer({ min: 0, max: 365 * 120 }).map((count) => addDays('1990-01-01', count))
const early = '1900-01-01'

describe('the next meeting', () => {
  it('every so many weeks is on the same weekday, also across the change to summer time and leap days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 52 }), (day, step) => {
        const next = nextDate({ unit: 'week', step }, [day], early) ?? ''
        expect(isDay(next)).toBe(true)
        expect(weekdayOf(next)).toBe(weekdayOf(day))
        expect(Date.parse(next) - Date.parse(day)).toBe(step * 7 * 86_400_000)
      }),
    )
    expect(nextDate({ unit: 'week', step: 1 }, ['2026-03-25'], early)).toBe('2026-04-01')
    expect(nextDate({ unit: 'week', step: 1 }, ['2026-10-21'], early)).toBe('2026-10-28')
  })

  it('on the same date of the month is that date, or the last day of a month that is too short, and comes back to it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, step) => {
        const days = [day]
        for (let n = 0; n < 14; n += 1) {
          const next = nextDate({ unit: 'month', step, on: 'date' }, days, early) ?? ''
          const last = Number(addDays(`${addDays(`${next.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1).slice(8))
          expect(Number(next.slice(8))).toBe(Math.min(Number(day.slice(8)), last))
          days.push(next)
        }
      }),
    )
    expect(nextDate({ unit: 'month', step: 1, on: 'date' }, ['2028-01-31'], early)).toBe('2028-02-29')
    expect(nextDate({ unit: 'month', step: 1, on: 'date' }, ['2028-01-31', '2028-02-29'], early)).toBe('2028-03-31')
  })

  it('on the same weekday of the month is the second Wednesday after a second Wednesday, and a fifth where there is one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, step) => {
        const days = [day]
        const ordinal = Math.ceil(Number(day.slice(8)) / 7)
        for (let n = 0; n < 14; n += 1) {
          const next = nextDate({ unit: 'month', step, on: 'weekday' }, days, early) ?? ''
          expect(weekdayOf(next)).toBe(weekdayOf(day))
          const own = Math.ceil(Number(next.slice(8)) / 7)
          const hasFifth = addDays(next, 7).slice(0, 7) === next.slice(0, 7)
          expect(own === ordinal || (ordinal === 5 && own === 4 && !hasFifth)).toBe(true)
          days.push(next)
        }
      }),
    )
    expect(nextDate({ unit: 'month', step: 1, on: 'weekday' }, ['2026-11-11'], early)).toBe('2026-12-09')
  })

  it('is never before today, and keeps the rhythm of the last one', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 8 }), (day, today, step) => {
        const next = nextDate({ unit: 'week', step }, [day], today) ?? ''
        expect(next >= today && next > day).toBe(true)
        expect(((Date.parse(next) - Date.parse(day)) / 86_400_000) % (7 * step)).toBe(0)
      }),
    )
  })

  it('is told by nobody where there is no rule or no meeting', () => {
    expect(nextDate(null, ['2026-01-07'], early)).toBeNull()
    expect(nextDate({ unit: 'week', step: 2 }, [], early)).toBeNull()
  })
})

describe('a day that is no working day', () => {
  it.each([
    ['2026-04-03', 'goodFriday'],
    ['2026-04-06', 'easterMonday'],
    ['2026-05-14', 'ascension'],
    ['2026-06-06', 'nationalDay'],
    ['2026-06-19', 'midsummerEve'],
    ['2026-10-31', 'allSaints'],
    ['2027-11-06', 'allSaints'],
    ['2026-12-24', 'christmasEve'],
    ['2026-11-21', 'saturday'],
    ['2026-11-22', 'sunday'],
  ])('%s is told as %s', (day, name) => {
    expect(holidayOn(day)).toBe(name)
  })

  it('is not an ordinary weekday', () => {
    expect(['2026-11-11', '2026-06-18', '2026-06-22'].map(holidayOn)).toEqual([null, null, null])
  })

  it('of Easter is the Sunday after the first full moon of spring', () => {
    expect([1961, 2000, 2024, 2025, 2038, 2057].map(easterSunday)).toEqual([
      '1961-04-02',
      '2000-04-23',
      '2024-03-31',
      '2025-04-20',
      '2038-04-25',
      '2057-04-22',
    ])
  })
})

const item = fc.oneof({ weight: 6, arbitrary: fc.constant('0') }, { weight: 1, arbitrary: fc.constant(null) })
const anyMeeting = fc.record({ open: fc.constant(true), items: fc.array(item, { maxLength: 12 }) })

describe('numbers of items', () => {
  it('run through all planned meetings of the year without a gap, from the first number on', () => {
    fc.assert(
      fc.property(fc.array(anyMeeting, { maxLength: 12 }), fc.integer({ min: 1, max: 500 }), (meetings, first) => {
        const given = numbered('running', first, meetings)
          .flat()
          .filter((number) => number !== null)
        expect(given).toEqual(given.map((_, index) => String(first + index)))
      }),
    )
  })

  it('of meetings held stay as they were, and planned ones go on after the highest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 20 }), anyMeeting, (held, planned) => {
        const before = { open: false, items: held.map(String) }
        const [kept, given] = numbered('running', 1, [before, planned])
        expect(kept).toEqual(before.items)
        const numbers = (given ?? []).filter((number) => number !== null).map(Number)
        expect(numbers).toEqual(numbers.map((_, index) => Math.max(0, ...held) + 1 + index))
      }),
    )
    expect(firstNumberAfter('running', 1, [{ open: false, items: ['12 a', null, '§'] }])).toBe(13)
  })

  it('set by hand stay, and no number that the series gives is one of them', () => {
    const some = fc.record({ number: fc.constantFrom('0', '1', '3', '5 a', 'B', null), own: fc.boolean() })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (rows) => {
        const items = rows.map(({ number }) => number)
        const [numbers = []] = numbered('running', 1, [{ open: true, items, own: rows.map(({ own }) => own) }])
        const isOwn = (at: number) => rows[at]?.own === true
        numbers.forEach((number, at) => {
          if (isOwn(at) || items[at] === null) expect(number).toBe(items[at])
        })
        const given = numbers.filter((number, at) => number !== null && !isOwn(at)).map(Number)
        expect(given).toEqual([...new Set(given)].toSorted((a, b) => a - b))
        for (const number of given) expect(numbers.filter((one) => one === String(number))).toHaveLength(1)
      }),
    )
  })

  it('begin at 1 with each meeting where the series says so', () => {
    const meetings = [
      { open: true, items: ['0', '0'] },
      { open: true, items: ['0', null, '0'] },
    ]
    expect(numbered('restart', 40, meetings)).toEqual([
      ['1', '2'],
      ['1', null, '2'],
    ])
  })
})

describe('the seat of a role', () => {
  it.each([
    ['ordförande', true],
    ['vice ordförande', true],
    ['ledamot', true],
    [null, true],
    ['ersättare', false],
    ['adjungerad', false],
    ['adjungerad ledamot', false],
    ['observatör', false],
    ['sekreterare', false],
    ['Deputy member', false],
    ['Chair', true],
    ['member', true],
    ['kontaktperson', false],
  ])('%s votes: %s', (role, voting) => {
    expect(seatOf(role).voting).toBe(voting)
  })
})
