import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentLines, unescaped } from '#core/exchange/content-lines.ts'
import { homeTime, zoneOf } from '#core/invitations/zones.ts'
import { linesOf } from '../word/helpers.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { attach, body, planned } from './planned.ts'

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const base64 = (lines: readonly string[]) => Buffer.from(lines.join('\r\n'), 'utf8').toString('base64')

describe('the minutes of a meeting with files', () => {
  it('list them as attachments', async () => {
    const app = newApp()
    const meeting = await planned(app)
    await attach(app, meeting, null, 'budget_2026.xlsx', 'x')
    const { fileName } = await app.call('word.export', { meetingId: meeting })
    const lines = linesOf(app.saved.get(fileName) ?? new Uint8Array()).map((line) =>
      line.text.replaceAll('\u00a0', ' '),
    )
    expect(lines).toContain('Bilaga 1 budget 2026')
    expect((await app.call('meetings.show', { which: meeting })).attachments).toEqual([
      { number: 1, title: 'budget 2026', file: 'budget_2026.xlsx', item: null },
    ])
  })
})

describe('a meeting as a calendar entry', () => {
  const entry = async (app: TestApp, meetingId: string, attendees = false) => {
    const { fileName, sequence } = await app.call('invitations.calendar', { meetingId, attendees })
    return { fileName, sequence, raw: text(app.saved.get(fileName)) }
  }
  const value = (raw: string, name: string) =>
    unescaped([...contentLines(raw.replaceAll('\r\n', '\n'))].find((line) => line.name === name)?.value ?? '')

  it('says when and where, with the agenda, in Swedish time', async () => {
    const app = newApp()
    const meeting = await planned(app)
    const { raw, fileName } = await entry(app, meeting)
    expect(fileName).toBe('mote-testradet-for-havsvind-2026-03-25.ics')
    expect(raw).toContain('DTSTART;TZID=Europe/Stockholm:20260325T100000\r\n')
    expect(raw).toContain('DTEND;TZID=Europe/Stockholm:20260325T120000\r\n')
    expect(raw).toContain('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n')
    expect(value(raw, 'LOCATION')).toBe('Provsalen; plan 3, öster; https://moten.example.test/prov')
    expect(value(raw, 'DESCRIPTION')).toContain('§ 2 Val av justerare, Tage "Låt" Låtsman, 20 min')
    expect(raw).not.toContain('ATTENDEE')
  })

  it('folds every line at 75 octets and ends each with CRLF', async () => {
    const app = newApp()
    const meeting = await planned(app)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), async (given) => {
        const title = `M${given.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, '')}`.normalize('NFC').trim()
        await app.call('meetings.setHead', { id: meeting, change: { title } })
        const { raw } = await entry(app, meeting)
        expect(raw.endsWith('END:VCALENDAR\r\n')).toBe(true)
        for (const line of raw.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
        }
        expect(value(raw, 'SUMMARY')).toBe(title.replaceAll('\u0085', '\n'))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps its identifier and grows its sequence, also when undo puts an older one back', async () => {
    const app = newApp()
    const meeting = await planned(app)
    const first = await entry(app, meeting)
    const second = await entry(app, meeting)
    await app.call('history.undo', {})
    app.clock.now = new Date(app.clock.now.getTime() + 60_000)
    const third = await entry(app, meeting)
    expect(new Set([first, second, third].map(({ raw }) => value(raw, 'UID'))).size).toBe(1)
    expect(first.sequence < second.sequence && second.sequence < third.sequence).toBe(true)
    expect(value(third.raw, 'SEQUENCE')).toBe(String(third.sequence))
  })

  it('names those whose address is known, when it is asked to', async () => {
    const app = newApp()
    const meeting = await planned(app)
    const { attendance } = await app.call('meetings.get', { id: meeting })
    await app.call('contacts.add', {
      owner: { kind: 'person', id: attendance[1]?.personId ?? '' },
      kind: 'email',
      value: 'tage@example.test',
    })
    const { raw } = await entry(app, meeting, true)
    expect(raw.replaceAll('\r\n ', '')).toContain('ATTENDEE;CN="Tage ^\'Låt^\' Låtsman"')
    expect(raw).not.toContain('METHOD')
    const [event] = (await app.call('invitations.read', { base64: Buffer.from(raw).toString('base64') })).events
    expect(event?.people).toMatchObject([
      { name: 'Tage "Låt" Låtsman', email: 'tage@example.test', match: { verdict: 'exact' } },
    ])
    expect(event).toMatchObject({
      meeting: { id: meeting },
      outdated: false,
      date: '2026-03-25',
      start: '10:00',
      end: '12:00',
    })
  })

  it('without a day cannot be made', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', { title: 'Prov', kind: 'minutes', date: '2026-03', body: null })
    expect(await app.refused('invitations.calendar', { meetingId: id })).toBe('calendar.no-date')
  })
})

const outlook = (more: readonly string[] = [], method = 'REQUEST') => [
  'BEGIN:VCALENDAR',
  'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
  'VERSION:2.0',
  `METHOD:${method}`,
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:040000008200E00074C5B7101A82E008',
  'SUMMARY;LANGUAGE=sv:Rådet\\, höstmöte',
  'LOCATION:Microsoft Teams-möte\\; Provsalen',
  'ORGANIZER;CN="Provström, Vera":mailto:vera@example.test',
  'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=Tage Låt',
  ' sman:mailto:tage@example.test',
  'ATTENDEE;CUTYPE=ROOM;CN=Provsalen:mailto:sal@example.test',
  'ATTENDEE;CN=eva@example.test:mailto:eva@example.test',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/prov',
  ...more,
  'END:VEVENT',
  'END:VCALENDAR',
  '',
]
const when = [
  'DTSTART;TZID="W. Europe Standard Time":20261125T130000',
  'DTEND;TZID="W. Europe Standard Time":20261125T143000',
  'SEQUENCE:2',
]

describe('an invitation from Outlook', () => {
  it('is a meeting with its people, rooms left out, each against the register', async () => {
    const app = newApp()
    await planned(app)
    const { events } = await app.call('invitations.read', { base64: base64(outlook(when)) })
    expect(events).toMatchObject([
      {
        title: 'Rådet, höstmöte',
        date: '2026-11-25',
        start: '13:00',
        end: '14:30',
        place: 'Microsoft Teams-möte; Provsalen',
        remote: 'https://teams.microsoft.com/l/prov',
        sequence: 2,
        meeting: null,
        people: [
          { name: 'Vera Provström', organiser: true, match: { verdict: 'exact' } },
          {
            name: 'Tage Låtsman',
            answer: 'declined',
            match: { verdict: expect.stringMatching(/near|none/) as string },
          },
          { name: null, email: 'eva@example.test', match: { verdict: 'none' } },
        ],
      },
    ])
  })

  it.each([
    ['UTC', ['DTSTART:20260725T080000Z', 'DTEND:20260725T093000Z'], ['2026-07-25', '10:00', '11:30']],
    [
      'another zone',
      ['DTSTART;TZID=Europe/Helsinki:20260325T100000', 'DURATION:PT1H'],
      ['2026-03-25', '09:00', '10:00'],
    ],
    ['over the date line', ['DTSTART;TZID=Asia/Tokyo:20260326T020000'], ['2026-03-25', '18:00', null]],
    ['no zone', ['DTSTART:20260325T100000', 'DTEND:20260326T090000'], ['2026-03-25', '10:00', '2026-03-26T09:00']],
    ['a whole day', ['DTSTART;VALUE=DATE:20260325', 'DTEND;VALUE=DATE:20260326'], ['2026-03-25', null, null]],
    ['an unknown zone', ['DTSTART;TZID=Nowhere/Land:20260325T100000'], ['2026-03-25', '10:00', null]],
  ])('has its time where the meeting is held: %s', async (_name, lines, [date, start, end]) => {
    const app = newApp()
    const { events } = await app.call('invitations.read', { base64: base64(outlook(lines)) })
    expect(events).toMatchObject([{ date, start, end }])
  })

  it('that recurs is read with its first day; days that differ from it are said', async () => {
    const app = newApp()
    const lines = outlook([
      ...when,
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:040000008200E00074C5B7101A82E008',
      'SEQUENCE:9',
      'RECURRENCE-ID:20261202T120000Z',
      'DTSTART:20261203T120000Z',
    ])
    const { events } = await app.call('invitations.read', { base64: base64(lines) })
    expect(events).toMatchObject([
      { date: '2026-11-25', recurring: true, warnings: [{ code: 'other-days', words: '2026-12-02' }] },
    ])
  })

  it('makes the meeting, with those exactly known and those chosen on the list', async () => {
    const app = newApp()
    await planned(app)
    const file = { base64: base64(outlook(when)), uid: '040000008200E00074C5B7101A82E008' }
    const { id } = await app.call('invitations.take', {
      ...file,
      people: [{ index: 1, person: { name: 'Tage Låtsman' } }],
    })
    const view = await app.call('meetings.get', { id: id ?? '' })
    expect(view.head).toMatchObject({
      title: 'Rådet, höstmöte',
      state: 'planned',
      date: '2026-11-25',
      start: '13:00',
      remoteTool: 'https://teams.microsoft.com/l/prov',
    })
    expect(view.attendance.map(({ name, status }) => [name, status])).toEqual([
      ['Vera Provström', 'expected'],
      ['Tage Låtsman', 'excused'],
    ])
  })

  it('puts those known on the list for the organisation that the register has them in that day', async () => {
    const app = newApp()
    await planned(app)
    const { rows } = await app.call('register.list', { kind: 'person' })
    const person = { id: rows.find(({ name }) => name === 'Vera Provström')?.id ?? '' }
    const span = { from: '2020-01-01', fromAfter: null, toKind: 'known' as const, basis: 'stated' as const }
    const other = { body: null, post: null, represents: null, title: null, sensitive: false, statement: '' }
    for (const [name, role, to] of [
      ['Låtsasbolaget', 'vd', '2026-06-30'],
      ['Provhögskolan', 'rektor', '2027-12-31'],
    ] as const)
      await app.call('tenures.add', { person, organisation: { name }, role, span: { ...span, to }, ...other })
    const file = { base64: base64(outlook(when)), uid: '040000008200E00074C5B7101A82E008' }
    const { id } = await app.call('invitations.take', file)
    const { attendance } = await app.call('meetings.get', { id: id ?? '' })
    expect(attendance).toMatchObject([
      { name: 'Vera Provström', capacity: 'rektor', organisation: 'Provhögskolan', status: 'expected' },
    ])
    expect(attendance[0]?.asWritten).toBe('Vera Provström, rektor, Provhögskolan')
  })

  it('that comes again changes the same meeting and adds nobody twice; a cancelled one takes it away', async () => {
    const app = newApp()
    await planned(app)
    const uid = '040000008200E00074C5B7101A82E008'
    const people = [{ index: 1, person: { name: 'Tage Låtsman' } }]
    const { id } = await app.call('invitations.take', { base64: base64(outlook(when)), uid, people })
    const moved = outlook(['DTSTART:20261126T090000Z', 'SEQUENCE:3'])
    const { events } = await app.call('invitations.read', { base64: base64(moved) })
    expect(events).toMatchObject([{ meeting: { id }, outdated: false }])
    expect((await app.call('invitations.take', { base64: base64(moved), uid })).id).toBe(id)
    const view = await app.call('meetings.get', { id: id ?? '' })
    expect([view.head.date, view.head.start, view.attendance.length]).toEqual(['2026-11-26', '10:00', 2])
    expect((await app.call('invitations.read', { base64: base64(outlook(when)) })).events).toMatchObject([
      { outdated: true },
    ])
    const cancelled = base64(outlook([...when, 'STATUS:CANCELLED'], 'CANCEL'))
    expect((await app.call('invitations.take', { base64: cancelled, uid })).id).toBeNull()
    expect(await app.refused('meetings.get', { id })).toBe('meeting.not-found')
    expect(await app.refused('invitations.take', { base64: cancelled, uid })).toBe('calendar.cancelled')
    await app.call('history.undo', {})
    expect((await app.call('meetings.get', { id: id ?? '' })).attendance).toHaveLength(2)
  })

  it('can be planned from a series: agenda and members of the series, time and place of the invitation', async () => {
    const app = newApp()
    await planned(app)
    const [series] = (await app.call('series.list', {})).series
    const file = { base64: base64(outlook(when)), uid: '040000008200E00074C5B7101A82E008' }
    const { id } = await app.call('invitations.take', { ...file, seriesId: series?.id ?? '' })
    const view = await app.call('meetings.get', { id: id ?? '' })
    expect(view.head).toMatchObject({ title: body, seriesId: series?.id, start: '13:00', number: 2 })
    expect(view.items.length).toBeGreaterThan(5)
    expect(view.attendance).toHaveLength(2)
  })

  it.each([
    ['no calendar', ['BEGIN:VCARD', 'END:VCARD'], 'calendar.unreadable'],
    ['bytes', ['\u0000\u0001\u0002PK'], 'calendar.unreadable'],
    ['no meeting', ['BEGIN:VCALENDAR', 'BEGIN:VTODO', 'END:VTODO', 'END:VCALENDAR'], 'calendar.no-event'],
    ['no day', outlook(['DTSTART:20261399T100000']), 'calendar.no-date'],
    [
      'nesting without end',
      ['BEGIN:VCALENDAR', ...Array.from({ length: 60 }, () => 'BEGIN:VEVENT')],
      'calendar.unreadable',
    ],
  ])('that is none is refused: %s', async (_name, lines, code) => {
    expect(await newApp().refused('invitations.read', { base64: base64(lines) })).toBe(code)
  })

  it('never breaks on lines of any kind', async () => {
    const app = newApp()
    const known =
      'DTSTART DTEND;TZID=x ATTENDEE;CN=" SUMMARY BEGIN END RRULE RDATE EXDATE RECURRENCE-ID SEQUENCE DURATION UID'
    const names = fc.constantFrom(' ', ...known.split(' '))
    const line = fc
      .tuple(names, fc.string({ unit: 'grapheme', maxLength: 40 }))
      .map(([name, rest]) => `${name}:${rest}`)
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (more) => {
        const code = await app.refused('invitations.read', { base64: base64(outlook([...when, ...more])) })
        expect(['no error', 'calendar.unreadable', 'calendar.no-event', 'calendar.no-date']).toContain(code)
      }),
      { numRuns: 200 },
    )
  })
})

describe('times of zones', () => {
  it('are the same wall everywhere in the same zone, through both changes of the clock', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2026-07-01'])
      for (const hour of ['00', '04', '12', '23'])
        expect(homeTime(Date.parse(`${day}T${hour}:30:00Z`), 'Europe/Stockholm')).toBe(`${day}T${hour}:30`)
    expect(homeTime(Date.parse('2026-03-29T01:00:00Z'), 'UTC')).toBe('2026-03-29T03:00')
    expect(homeTime(Date.parse('2026-10-25T01:00:00Z'), 'UTC')).toBe('2026-10-25T02:00')
    expect(['Eastern Standard Time', '/citadel.org/20230101_1/Europe/London', 'Påhitt'].map(zoneOf)).toEqual([
      'America/New_York',
      'Europe/London',
      null,
    ])
  })
})
