/** Clock times with their day, as they are typed, shown and taken from the clock. */
import { describe, expect, it } from 'vitest'
import { clock } from '../../../../renderer/i18n/dates.ts'
import { parseDayTime } from '../../../../renderer/features/meetings/head/times.ts'
import { timeNow } from '../../../../renderer/features/meetings/people/acts.ts'

describe('a time that may have its day', () => {
  it.each([
    ['09.10', null, '09:10'],
    ['kl. 9.10', null, '09:10'],
    ['1300', null, '13:00'],
    ['09.10 7 maj', null, '2030-05-07T09:10'],
    ['kl. 09.10 den 7 maj 2030', null, '2030-05-07T09:10'],
    ['09:10 on 7 May 2030', null, '2030-05-07T09:10'],
    ['7/5 09.10', null, '2030-05-07T09:10'],
    ['7 maj kl. 9', null, '2030-05-07T09:00'],
    ['2030-05-07 09:10', null, '2030-05-07T09:10'],
    ['09.10 1 januari', null, '2031-01-01T09:10'],
    ['10.50 6 maj', '2030-05-07T09:10', '10:50'],
    // A time alone stays on the day that it had.
    ['09.20', '2030-05-07T09:10', '2030-05-07T09:20'],
    ['09.20 snart', null, null],
    ['7 maj', null, null],
    ['25.00 7 maj', null, null],
    ['09.10 31 juni', null, null],
  ])('%s, where %s stood, is %s', (typed, stood, value) => {
    expect(parseDayTime(typed, '2030-05-06', stood)).toBe(value)
  })

  it('is typed as it is shown', () => {
    for (const language of ['sv', 'en'] as const)
      for (const value of ['2030-05-07T09:10', '2031-01-01T23:59', '13:00'])
        expect(parseDayTime(clock(value, language), '2030-05-06', null)).toBe(value)
  })
})

describe('the clock of a meeting', () => {
  const head = { state: 'running', date: '2030-05-06', start: '10:00', end: null as string | null }
  const since = (fromTime: string) => [{ fromTime, toTime: null }]
  const at = (day: number, hour: number, change: Partial<typeof head> = {}, row: object | null = null) =>
    timeNow(
      // All that the clock asks of a meeting.
      {
        head: { ...head, ...change },
        attendance: row === null ? [] : [{ intervals: [], deputyships: [], ...row }],
      } as never,
      new Date(2030, 4, day, hour, 10),
    )

  it('has no day on the first, past midnight, and in minutes of another time', () => {
    expect(at(6, 11)).toBe('11:10')
    expect(at(7, 0, { start: '18:00' })).toBe('00:10')
    expect(at(7, 11)).toBe('11:10')
    expect(at(29, 9)).toBe('09:10')
    expect(at(1, 9)).toBe('09:10')
    expect(at(7, 9, { date: '2030-05' })).toBe('09:10')
  })

  it('has its day on a later one: where no clock time reaches, the end says so, or somebody came, went or served then', () => {
    expect(at(7, 9)).toBe('2030-05-07T09:10')
    expect(at(7, 11, { end: '2030-05-07T16:00' })).toBe('2030-05-07T11:10')
    for (const row of [{ intervals: since('2030-05-07T09:10') }, { deputyships: since('2030-05-07T09:10') }]) {
      expect(at(7, 11, {}, row)).toBe('2030-05-07T11:10')
      expect(at(8, 11, {}, row)).toBe('2030-05-08T11:10')
    }
  })
})
