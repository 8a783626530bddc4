/** Calendar files whose times are not simple: over midnight, in zones of their own, of series, and about meetings that run. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#contract/calendar.ts'
import { readRule, recurringDays } from '#core/invitations/recurrence.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

const uid = 'serie@example.test'
const event = (lines: readonly string[]) => ['BEGIN:VEVENT', `UID:${uid}`, 'SUMMARY:Provmöte', ...lines, 'END:VEVENT']
const file = (...parts: readonly (readonly string[])[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts.flat(), 'END:VCALENDAR', ''].join('\r\n')
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
const read = async (text: string, app: TestApp = newApp()) =>
  (await app.call('invitations.read', { base64: base64(text) })).events
const take = (app: TestApp, text: string, id = uid) => app.call('invitations.take', { base64: base64(text), uid: id })
const headOf = async (app: TestApp, id: string | null) => (await app.call('meetings.get', { id: id ?? '' })).head

describe('a meeting over midnight', () => {
  it('keeps its end, in and out', async () => {
    const app = newApp()
    const night = file(event(['DTSTART:20260325T220000', 'DTEND:20260326T013000']))
    expect(await read(night)).toMatchObject([{ date: '2026-03-25', start: '22:00', end: '01:30', warnings: [] }])
    const { id } = await take(app, night)
    expect(await headOf(app, id)).toMatchObject({ start: '22:00', end: '01:30' })
    const { fileName } = await app.call('invitations.calendar', { meetingId: id ?? '' })
    const out = new TextDecoder().decode(app.saved.get(fileName))
    expect(out).toContain('DTEND;TZID=Europe/Stockholm:20260326T013000\r\n')
    expect(await read(out)).toMatchObject([{ start: '22:00', end: '01:30' }])
  })

  it('comes back as it was, whatever its times', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', { title: 'Prov', kind: 'minutes', date: '2026-12-31', body: null })
    const time = fc
      .nat({ max: 1439 })
      .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
    const minutes = (at: string) => Number(at.slice(0, 2)) * 60 + Number(at.slice(3))
    await fc.assert(
      fc.asyncProperty(time, time, async (start, end) => {
        await app.call('meetings.setHead', { id, change: { start, end } })
        const { fileName } = await app.call('invitations.calendar', { meetingId: id })
        const [back] = await read(new TextDecoder().decode(app.saved.get(fileName)), app)
        const lasts = (minutes(end) - minutes(start) + 1440) % 1440
        // Nobody meets for more than eighteen hours: such an end is a slip.
        expect([back?.start, back?.end]).toEqual([start, lasts === 0 || lasts > 18 * 60 ? null : end])
      }),
      { numRuns: 60 },
    )
  })

  it('ends when its items are planned to, where nothing else is said', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', { title: 'Prov', kind: 'minutes', date: '2026-12-31', body: null })
    await app.call('meetings.setHead', { id, change: { start: '23:30' } })
    const { items } = await app.call('meetings.get', { id })
    await app.call('items.prepare', { id: items[0]?.id ?? '', change: { minutes: 45 } })
    const { fileName } = await app.call('invitations.calendar', { meetingId: id })
    expect(new TextDecoder().decode(app.saved.get(fileName))).toContain(':20270101T001500')
  })
})

describe('a meeting of several days', () => {
  it('keeps the day and the time of its end, in and out', async () => {
    const app = newApp()
    const days = file(event(['DTSTART:20260325T090000', 'DTEND:20260327T120000']))
    expect(await read(days)).toMatchObject([
      { date: '2026-03-25', start: '09:00', end: '2026-03-27T12:00', warnings: [] },
    ])
    const { id } = await take(app, days)
    expect(await headOf(app, id)).toMatchObject({ start: '09:00', end: '2026-03-27T12:00' })
    const { fileName } = await app.call('invitations.calendar', { meetingId: id ?? '' })
    const out = new TextDecoder().decode(app.saved.get(fileName))
    expect(out).toContain('DTEND;TZID=Europe/Stockholm:20260327T120000\r\n')
    expect(await read(out)).toMatchObject([{ start: '09:00', end: '2026-03-27T12:00' }])
  })

  it('ends the next day later on the clock than it began', async () => {
    const [next] = await read(file(event(['DTSTART:20260325T090000', 'DTEND:20260326T160000'])))
    expect(next).toMatchObject({ end: '2026-03-26T16:00', warnings: [] })
  })

  it('that ends without a time, or after more days than a meeting lasts, says when', async () => {
    const said = async (...lines: string[]) => {
      const [one] = await read(file(event(lines)))
      return [one?.end, one?.warnings]
    }
    expect(await said('DTSTART:20260325T090000', 'DTEND:20260408T230000')).toEqual(['2026-04-08T23:00', []])
    expect(await said('DTSTART:20260325T090000', 'DTEND:20260409T120000')).toEqual([
      null,
      [{ code: 'end-later', words: '2026-04-09 12:00' }],
    ])
    // A whole day's end is the day after its last.
    expect(await said('DTSTART;VALUE=DATE:20260325', 'DTEND;VALUE=DATE:20260326')).toEqual([null, []])
    expect(await said('DTSTART;VALUE=DATE:20260325', 'DTEND;VALUE=DATE:20260327')).toEqual([
      null,
      [{ code: 'end-later', words: '2026-03-26' }],
    ])
  })
})

describe('a time zone', () => {
  const part = (name: string, start: string, month: number, from: string, to: string) =>
    `BEGIN:${name} DTSTART:${start} RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=${month} TZOFFSETFROM:${from} TZOFFSETTO:${to} END:${name}`
  const zone = (tzid: string) => [
    'BEGIN:VTIMEZONE',
    `TZID:${tzid}`,
    ...part('STANDARD', '16011028T030000', 10, '+0300', '+0200').split(' '),
    ...part('DAYLIGHT', '16010325T030000', 3, '+0200', '+0300').split(' '),
    'END:VTIMEZONE',
  ]
  const at = (day: string, tzid: string) => event([`DTSTART;TZID="${tzid}":${day}T100000`])

  it('that nobody knows is said by its name, and its times are taken as Swedish', async () => {
    expect(await read(file(at('20260325', 'Nowhere/Land')))).toMatchObject([
      { start: '10:00', warnings: [{ code: 'zone-unknown', words: 'Nowhere/Land' }] },
    ])
  })

  it('that the file describes is reckoned by it, winter and summer; a known one needs none', async () => {
    for (const day of ['20260115', '20260715', '20260330', '20261024', '20261026'])
      expect(await read(file(zone('Egen zon'), at(day, 'Egen zon')))).toMatchObject([{ start: '09:00', warnings: [] }])
    expect(await read(file(zone('Europe/Stockholm'), at('20260115', 'Europe/Stockholm')))).toMatchObject([
      { start: '10:00', warnings: [] },
    ])
  })

  it('that the file describes in a way that is not read is unknown', async () => {
    const odd = zone('Egen zon').map((line) => line.replace('FREQ=YEARLY', 'FREQ=SECONDLY'))
    expect(await read(file(odd, at('20260115', 'Egen zon')))).toMatchObject([{ warnings: [{ code: 'zone-unknown' }] }])
  })
})

describe('a series', () => {
  const weekly = ['DTSTART:20261125T130000', 'DTEND:20261125T143000', 'RRULE:FREQ=WEEKLY;COUNT=4']

  it.each([
    ['every week', 'FREQ=WEEKLY;COUNT=4', '2026-12-02'],
    ['every other Tuesday and Wednesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,WE', '2026-12-08'],
    ['the last Wednesday of the month', 'FREQ=MONTHLY;BYDAY=-1WE', '2026-12-30'],
    ['the fourth weekday by place', 'FREQ=MONTHLY;BYDAY=WE;BYSETPOS=4', '2026-12-23'],
    ['the same date', 'FREQ=MONTHLY', '2026-12-25'],
    ['every third day', 'FREQ=DAILY;INTERVAL=3', '2026-11-28'],
    ['every year', 'FREQ=YEARLY', '2027-11-25'],
  ])('whose first day is taken out is read with the next: %s', async (_name, rule, date) => {
    const lines = ['DTSTART:20261125T130000', 'DURATION:PT90M', `RRULE:${rule}`, 'EXDATE:20261125T130000']
    expect(await read(file(event(lines)))).toMatchObject([
      { date, start: '13:00', end: '14:30', recurring: true, warnings: [] },
    ])
  })

  it('whose first days are taken out by day, in another zone or as cancelled is read with the first that is held', async () => {
    const out = ['EXDATE;VALUE=DATE:20261125', 'EXDATE:20261202T120000Z']
    const cancelled = event(['RECURRENCE-ID:20261209T130000', 'DTSTART:20261209T130000', 'STATUS:CANCELLED'])
    expect(await read(file(event([...weekly, ...out]), cancelled))).toMatchObject([
      { date: '2026-12-16', start: '13:00', cancelled: false, warnings: [] },
    ])
  })

  it('keeps its hour over a change of the clock', async () => {
    const lines = ['DTSTART;TZID=America/New_York:20261028T090000', 'RRULE:FREQ=WEEKLY']
    const out = ['EXDATE;TZID=America/New_York:20261028T090000']
    // New York changes a week after Stockholm.
    expect(await read(file(event(lines)))).toMatchObject([{ date: '2026-10-28', start: '14:00' }])
    expect(await read(file(event([...lines, ...out])))).toMatchObject([{ date: '2026-11-04', start: '15:00' }])
  })

  it('whose first day is taken out and whose rule is not read says so', async () => {
    const lines = ['DTSTART:20261125T130000', 'RRULE:FREQ=YEARLY;BYWEEKNO=48', 'EXDATE:20261125T130000']
    expect(await read(file(event(lines)))).toMatchObject([
      { date: '2026-11-25', warnings: [{ code: 'first-excluded', words: '2026-11-25' }] },
    ])
  })

  it('whose first day is another than the rest is read with that', async () => {
    const first = event([
      'RECURRENCE-ID:20261125T130000',
      'DTSTART:20261126T090000',
      'DTEND:20261126T100000',
      'LOCATION:Sal 9',
    ])
    expect(await read(file(event(weekly), first))).toMatchObject([
      { uid, date: '2026-11-26', start: '09:00', end: '10:00', place: 'Sal 9', recurring: true, warnings: [] },
    ])
  })

  it('sends one of its days by itself: the meeting of that day follows, every other is one of its own', async () => {
    const app = newApp()
    const { id } = await take(app, file(event(weekly)))
    const day = (of: string, to: string, more: readonly string[] = []) =>
      file(event([`RECURRENCE-ID:${of}T130000`, `DTSTART:${to}T090000`, ...more]))
    const other = day('20261202', '20261203')
    const [shown] = await read(other, app)
    expect(shown).toMatchObject({ meeting: null, warnings: [{ code: 'one-of-series', words: '2026-12-02' }] })
    const second = await take(app, other, shown?.uid)
    expect(second.id).not.toBe(id)
    expect(await headOf(app, id)).toMatchObject({ date: '2026-11-25', start: '13:00' })
    const first = day('20261125', '20261127', ['SEQUENCE:3'])
    const [own] = await read(first, app)
    expect(own).toMatchObject({ meeting: { id } })
    expect((await take(app, first, own?.uid)).id).toBe(id)
    expect(await headOf(app, id)).toMatchObject({ date: '2026-11-27', start: '09:00' })
    // The same day again, and the whole series, still mean that meeting.
    for (const again of [first, file(event(weekly))])
      expect(await read(again, app)).toMatchObject([{ meeting: { id } }])
    // One day that is cancelled takes away that one alone.
    const gone = day('20261202', '20261202', ['STATUS:CANCELLED'])
    expect((await take(app, gone, shown?.uid)).id).toBeNull()
    expect(await app.refused('meetings.get', { id: second.id })).toBe('meeting.not-found')
    expect(await headOf(app, id)).toMatchObject({ date: '2026-11-27' })
  })

  it('has the days that its rule says, in order and from the first on', () => {
    const days = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
    const rule = fc.record({ every: fc.integer({ min: 1, max: 4 }), on: fc.uniqueArray(days, { minLength: 1 }) })
    fc.assert(
      fc.property(rule, fc.nat({ max: 2000 }), fc.integer({ min: 1, max: 12 }), ({ every, on }, from, count) => {
        const start = addDays('2024-01-01', from)
        const weekday = (day: string) => ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(day).getUTCDay()] ?? ''
        const monday = (day: string) => addDays(day, -((new Date(day).getUTCDay() + 6) % 7))
        const read = readRule(`FREQ=WEEKLY;INTERVAL=${every};BYDAY=${on.join(',')};COUNT=${count}`)
        const found = read === null ? [] : [...recurringDays(read, start)]
        expect([found.length, found[0]]).toEqual([count, start])
        for (const [index, day] of found.entries()) {
          if (index === 0) continue
          expect(on).toContain(weekday(day))
          expect(((Date.parse(monday(day)) - Date.parse(monday(start))) / 604_800_000) % every).toBe(0)
          expect(day > (found[index - 1] ?? '')).toBe(true)
        }
      }),
    )
  })
})

describe('an invitation to a meeting that has begun', () => {
  it('changes nothing, neither while it runs nor afterwards, and says so', async () => {
    const app = newApp()
    const planned = file(event(['DTSTART:20261125T130000', 'DTEND:20261125T143000', 'SEQUENCE:1']))
    const { id } = await take(app, planned)
    await app.call('meetings.begin', { id: id ?? '', time: '13:07' })
    const later = file(event(['DTSTART:20261125T150000', 'SEQUENCE:2', 'LOCATION:Annan sal']))
    const unchanged = async () => {
      const before = await app.call('meetings.get', { id: id ?? '' })
      expect(await read(later, app)).toMatchObject([{ meeting: { id, begun: true } }])
      expect(await app.dispatch('invitations.take', { base64: base64(later), uid })).toEqual({
        ok: false,
        error: { code: 'calendar.begun', params: { title: 'Provmöte' } },
      })
      expect(await app.call('meetings.get', { id: id ?? '' })).toEqual(before)
    }
    await unchanged()
    await app.call('meetings.end', { id: id ?? '', time: '14:20' })
    await unchanged()
  })
})
