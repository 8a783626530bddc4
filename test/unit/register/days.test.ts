import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  daysOf,
  gapsBetween,
  isDay,
  knownDays,
  momentEnd,
  overlap,
  standingOn,
  undated,
} from '#contract/calendar.ts'
import type { Days } from '#contract/calendar.ts'

const days = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays('1900-01-01', count))
const partial = fc.tuple(days, fc.constantFrom(4, 7, 10)).map(([value, length]) => value.slice(0, length))
const maybe = fc.option(partial)
const spans: fc.Arbitrary<Days> = fc
  .record({
    from: maybe,
    fromAfter: maybe,
    to: maybe,
    seenFrom: maybe,
    seenTo: maybe,
    open: fc.boolean(),
  })
  .map(({ open, ...span }) => ({
    ...span,
    fromAfter: span.from === null ? span.fromAfter : null,
    toKind: span.to !== null ? 'known' : open ? 'open' : 'unknown',
  }))
const span = (given: Partial<Days>): Days => ({ ...undated, ...given })

describe('a date as precise as its text', () => {
  it('covers each of its days and none beside them', () => {
    fc.assert(
      fc.property(partial, days, (value, on) => {
        const covered = daysOf(value)
        expect(covered !== null && covered.from <= on && on < covered.to).toBe(on.startsWith(value))
      }),
    )
  })

  it('is none when it has no such form', () => {
    for (const value of ['', '21', '2021-', '2021-1', 'igår', '2021-11-10T10:00', '+2021'])
      expect(daysOf(value)).toBeNull()
  })

  it('knows which days the calendar has', () => {
    expect(['2024-02-29', '0001-01-01', '9998-12-31'].map(isDay)).toEqual([true, true, true])
    expect(['2023-02-29', '2023-04-31', '2023-13-01', '0000-01-01', '9999-01-01', '2023-1-1'].some(isDay)).toBe(false)
  })
})

describe('stepping', () => {
  it('by days and back comes home', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (value, count) => {
        expect(addDays(addDays(value, count), -count)).toBe(value)
        expect(isDay(addDays(value, count))).toBe(true)
      }),
    )
  })

  it('by months keeps the day, or takes the last of a shorter month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (value, count) => {
        const later = addMonths(value, count)
        expect(isDay(later)).toBe(true)
        const wanted = (Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1 + count) % 12
        expect(Number(later.slice(5, 7)) - 1).toBe(wanted)
        const kept = later.slice(8) === value.slice(8)
        expect(kept || addDays(later, 1).slice(8) === '01').toBe(true)
      }),
    )
  })

  it('by years takes the 29th of February to the 28th', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', -4)).toBe('2020-02-29')
  })
})

describe('how a fact stands on a day', () => {
  it('follows inclusive ends: the last day holds, the day after does not', () => {
    const held = span({ from: '2019-01-22', to: '2022-10-06', toKind: 'known' })
    expect(['2019-01-21', '2019-01-22', '2022-10-06', '2022-10-07'].map((on) => standingOn(held, on))).toEqual([
      'future',
      'holds',
      'holds',
      'past',
    ])
  })

  it('takes a year as a whole', () => {
    const held = span({ from: '2021', to: '2021', toKind: 'known' })
    expect(['2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01'].map((on) => standingOn(held, on))).toEqual([
      'future',
      'holds',
      'holds',
      'past',
    ])
  })

  it('keeps an open end apart from an unknown one', () => {
    expect(standingOn(span({ from: '2019', toKind: 'open' }), '2030-01-01')).toBe('holds')
    expect(standingOn(span({ from: '2019', toKind: 'unknown' }), '2030-01-01')).toBe('possible')
    expect(standingOn(span({ from: '2019', toKind: 'unknown', seenTo: '2030' }), '2030-01-01')).toBe('holds')
  })

  it('holds on the days a text shows it, and may hold beside them', () => {
    const seen = span({ seenFrom: '2021-07-09', seenTo: '2021-11-30' })
    expect(['2021-07-08', '2021-07-09', '2021-11-30', '2021-12-01'].map((on) => standingOn(seen, on))).toEqual([
      'possible',
      'holds',
      'holds',
      'possible',
    ])
  })

  it('lies ahead until the day after which an unknown beginning lies', () => {
    const later = span({ fromAfter: '2021-11-30', toKind: 'open' })
    expect(standingOn(later, '2021-11-30')).toBe('future')
    expect(standingOn(later, '2021-12-01')).toBe('possible')
  })

  it('is undated exactly without any day', () => {
    fc.assert(
      fc.property(spans, days, (one, on) => {
        const none = [one.from, one.fromAfter, one.to, one.seenFrom, one.seenTo].every((value) => value === null)
        expect(standingOn(one, on) === 'undated').toBe(none)
      }),
    )
  })

  it('never holds before its start, after its end or in a day of another span than its known one', () => {
    fc.assert(
      fc.property(spans, days, (one, on) => {
        const how = standingOn(one, on)
        const starts = one.from === null ? null : (daysOf(one.from)?.from ?? null)
        const ends = one.to === null ? null : (daysOf(one.to)?.to ?? null)
        if (starts !== null && on < starts) expect(how).toBe('future')
        else if (ends !== null && on >= ends) expect(how).toBe(starts === null && how === 'future' ? 'future' : 'past')
        if (how !== 'holds') return
        const known = knownDays(one)
        expect(known !== null && known.from <= on && (known.to === null || on < known.to)).toBe(true)
      }),
    )
  })

  it('passes once and for all: after past there is no other standing, before future neither', () => {
    fc.assert(
      fc.property(spans, days, fc.integer({ min: 1, max: 4000 }), (one, on, later) => {
        if (standingOn(one, on) === 'past') expect(standingOn(one, addDays(on, later))).toBe('past')
        if (standingOn(one, addDays(on, later)) === 'future') expect(standingOn(one, on)).toBe('future')
      }),
    )
  })
})

describe('spans beside each other', () => {
  it('have a gap only where none of them is known to hold', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 6 }), (all) => {
        for (const gap of gapsBetween(all)) {
          expect(gap.from < gap.to).toBe(true)
          for (const on of [gap.from, addDays(gap.to, -1)])
            expect(
              all.some((one) => {
                const known = knownDays(one)
                return known !== null && known.from <= on && (known.to === null || on < known.to)
              }),
            ).toBe(false)
        }
      }),
    )
  })

  it('show the edge of a successor who begins the day after, and of one who begins the same day', () => {
    const before = span({ from: '2014-10-03', to: '2019-01-21', toKind: 'known' })
    const sameDay = span({ from: '2019-01-21', to: '2021-11-30', toKind: 'known' })
    const dayAfter = span({ from: '2019-01-22', to: '2022-10-06', toKind: 'known' })
    expect([overlap(before, sameDay), overlap(before, dayAfter)]).toEqual([true, false])
    expect(gapsBetween([before, dayAfter])).toEqual([])
    expect(gapsBetween([before, span({ from: '2019-01-24', toKind: 'open' })])).toEqual([
      { from: '2019-01-22', to: '2019-01-24' },
    ])
  })

  it('overlap the same way from both sides', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a))
      }),
    )
  })
})

it('a day as a moment is its end, a moment with an offset is brought to UTC', () => {
  expect(momentEnd('2021-11-10')).toBe('2021-11-10T23:59:59.999Z')
  expect(momentEnd('2021-11-10T12:00:00+01:00')).toBe('2021-11-10T11:00:00.000Z')
})
