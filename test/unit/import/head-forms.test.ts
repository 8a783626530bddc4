/** Heads as people write them: in running words, on one line, in mails, with days and hours in every dress. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { findDates } from '#core/import/dates.ts'
import { spanFrom } from '#core/import/date-spans.ts'
import { findTimes } from '#core/import/times.ts'
import { lostLines } from '../import-corpus/nothing-lost.ts'
import { readOne, unread } from './read.ts'

const swedish = ['', 'Närvarande: Anna Ek, Bo Alm', '', '§ 1 Upprop', 'Upprop sker.', '', '§ 2 Budget', 'Text.', '']
const english = ['', 'Present: Ann Fowler, Tom Reed', '', '1. Welcome', 'Ann opened the meeting.', '']

/** The meeting under a head; no line of it may be lost. */
function under(head: readonly string[], rest: readonly string[] = swedish): ProposedMeeting {
  const text = [...head, ...rest].join('\n')
  const meeting = readOne(text)
  expect(lostLines(text, [meeting]).lost).toEqual([])
  return meeting
}

describe('a head in running words', () => {
  const items = ['', '1. Årsmötet öppnas', 'Tuva Kvastborg valdes till justerare.', '', '2. Avslutning', 'Klart.', '']
  test.each([
    ['ÅRSMÖTE MED BÅTKLUBBEN VIKEN', 'Söndagen den 17 mars 2024 i klubbstugan. Närvarande: 34 medlemmar enligt lista.'],
    ['Årsmötesprotokoll Båtklubben', 'Den 17 mars 2024 i klubbstugan. Närvarande: 34 medlemmar enligt lista.'],
    ['Protokoll årsmöte i Båtklubben', '2024-03-17 i klubbstugan. Närvarande: 34 medlemmar enligt lista.'],
  ])('says its day and its place, tells the rest, and is no item: %s', (title, line) => {
    const meeting = under([title, line], items)
    expect([meeting.date, meeting.place]).toEqual(['2024-03-17', 'klubbstugan'])
    expect(meeting.items.map((item) => item.number)).toEqual(['1', '2'])
    expect(unread(meeting)).toEqual(['Närvarande: 34 medlemmar enligt lista'])
  })

  test('is read in English too', () => {
    const meeting = under(
      ['Minutes of the Allotment Society', 'Sunday 17 March 2024 in the village hall. Present: 34 members as listed.'],
      ['', '1. Welcome', 'The Chair opened the meeting.', '', '2. Accounts', 'The accounts were approved.', ''],
    )
    expect([meeting.date, meeting.place, meeting.items.length]).toEqual(['2024-03-17', 'village hall', 2])
  })

  test.each([
    ['Styrelsen sammanträdde torsdagen den 14 mars 2024 kl. 18.00–19.40 i klubbhuset.', 'Styrelsen', []],
    ['Mötet hölls den 14 mars 2024 kl. 18.00–19.40 i klubbhuset.', null, []],
    ['Hamnens vänner träffades den 14 mars 2024 kl. 18.00–19.40 i klubbhuset.', null, ['Hamnens vänner']],
  ])('may be a sentence of who met when and where: %s', (line, body, told) => {
    const meeting = under(['Protokoll nr 4', line])
    expect([meeting.date, meeting.start, meeting.end, meeting.place]).toEqual([
      '2024-03-14',
      '18:00',
      '19:40',
      'klubbhuset',
    ])
    expect([meeting.body, unread(meeting), meeting.items.length]).toEqual([body, told, 2])
  })

  test('does not make a head of a sentence that tells what happened', () => {
    const meeting = under([
      'Protokoll nämnden',
      'Datum: 2024-05-06',
      '',
      'Den 3 mars 2024 i Lund hölls ett möte om hamnen och alla var där.',
    ])
    expect([meeting.date, meeting.place]).toEqual(['2024-05-06', null])
  })

  test('a second line that names the meeting says day, hour and place', () => {
    const meeting = under(
      [
        'Minutes of the Harbour Trust Board',
        'Minutes of a meeting held at 22 Cannon Lane, London EC4 on Thursday, 21 March 2024 at 9.30 a.m.',
      ],
      english,
    )
    expect([meeting.title, meeting.body]).toEqual(['Minutes of the Harbour Trust Board', 'Harbour Trust Board'])
    expect([meeting.date, meeting.start, meeting.place]).toEqual(['2024-03-21', '09:30', '22 Cannon Lane, London EC4'])
    expect(meeting.items.map((item) => item.title)).toEqual(['Welcome'])
    expect(unread(meeting)).toEqual([])
  })

  test('what a second title line says and no field takes is told', () => {
    const line = 'Protokoll fört vid extra sammanträde om hamnen den 14 mars 2024'
    const meeting = under(['Protokoll Hamnnämnden', line])
    expect([meeting.date, unread(meeting)]).toEqual(['2024-03-14', [line]])
  })
})

describe('the body that met', () => {
  test.each([
    [['Miljö- och byggnämnden', '', '2024-03-14 kl. 9.00–11.30, Stadshuset'], 'Miljö- och byggnämnden'],
    [['Ankarby kommun', 'Datum: 2024-03-14', 'Tid: 9–11', '', 'Miljö- och byggnämnden'], 'Miljö- och byggnämnden'],
    [['Protokoll', 'Datum: 2024-03-14', 'Tid: 9–11', 'Plats: Lund', '', '', 'Insynsrådet'], 'Insynsrådet'],
    [['Kommunstyrelsens arbetsutskott', 'Datum: 2024-03-14'], 'Kommunstyrelsens arbetsutskott'],
    [['Rådet för funktionshinderfrågor', '2024-03-14'], 'Rådet för funktionshinderfrågor'],
    [['MINUTES', 'Hamnforum, 2024-03-14'], 'Hamnforum'],
    [['PROTOKOLL nr 3/2024', 'Styrelsen för Brf Måsen', '2024-03-14'], 'Styrelsen för Brf Måsen'],
    [['Protokoll nr 2018-07 från styrelsens möte', '2024-03-14'], 'Styrelsen'],
    [['Protokoll föräldraråd Kastanjen läsåret 2023/24, möte 3', '2024-03-14'], 'Föräldraråd Kastanjen'],
    [['Styrelseprotokoll 2024:03', 'Datum 2024-03-14'], 'Styrelsen'],
    [['Protokoll från kommunfullmäktiges sammanträde den 14 mars 2024'], 'Kommunfullmäktige'],
    [['Utdrag ur protokoll fört vid styrelsemöte i Rimtråd AB den 14 mars 2024'], 'Rimtråd AB'],
    [['Protokoll extra bolagsstämma', 'Rimtråd AB, org. nr 556123-4567', '2024-03-14'], 'Rimtråd AB'],
  ])('has its name wherever the head says it: %j', (head, body) => {
    const meeting = under(head)
    expect([meeting.body, meeting.date]).toEqual([body, '2024-03-14'])
  })

  test.each([
    [['MINUTES', 'Date: 14 March 2024', 'Board of Trustees'], 'Board of Trustees'],
    [['Minutes of the 3rd Steering Committee Meeting', '14 March 2024'], 'Steering Committee'],
    [['Minutes of the Parish Council Meeting held on 14 March 2024'], 'Parish Council'],
    [['Minutes: Parent Teacher Association', '14.03.2024'], 'Parent Teacher Association'],
  ])('has it in English: %j', (head, body) => {
    const meeting = under(head, english)
    expect([meeting.body, meeting.date]).toEqual([body, '2024-03-14'])
    expect(meeting.participants.map(({ name }) => name)).toEqual(['Ann Fowler', 'Tom Reed'])
  })

  test('is not a number of a company, nor a label with people', () => {
    expect(under(['Brf Måsen, org.nr 769600-1234', 'Protokoll styrelsemöte 2024-03-14']).sender).toBe('Brf Måsen')
    const call = under(['Notes from the call on 20 March 2024', 'On the call: Ann Fowler, Tom Reed'], english.slice(2))
    expect([call.body, call.sender]).toEqual([null, null])
  })
})

describe('the hours of a meeting', () => {
  test.each([
    ['Start 14:00 CET, end 15:45 CET', '14:00', '15:45'],
    ['14.00–15.45 CET', '14:00', '15:45'],
    ['14:00 CET - 15:45 CET', '14:00', '15:45'],
    ['kl 14–15.45', '14:00', '15:45'],
    ['9.30 a.m. – 11 a.m.', '09:30', '11:00'],
    ['14h00–15h45', '14:00', '15:45'],
    ['Mötet öppnades 18.00 och avslutades 19.40', '18:00', '19:40'],
    ['Mötet öppnades kl. 18.00. Mötet avslutades kl. 19.40', '18:00', '19:40'],
    ['commencing at 7.30pm and closing at 9.10pm', '19:30', '21:10'],
    ['Start: 6pm Finish: 7.45pm', '18:00', '19:45'],
    ['kl. 14.00', '14:00', null],
  ])('are both read: %s', (line, start, end) => {
    const meeting = under(['Minutes Broom Committee', 'Date: 21 March 2024', line], english)
    expect([meeting.start, meeting.end, meeting.place]).toEqual([start, end, null])
    expect(unread(meeting)).toEqual([])
  })

  const two = (value: number): string => String(value).padStart(2, '0')
  test('come back from any way to write them', () => {
    const clock = fc.tuple(fc.integer({ min: 10, max: 23 }), fc.integer({ min: 0, max: 59 }))
    const joint = fc.constantFrom('–', ' - ', '-', ' till ', ' to ', ', end ', ' och avslutades ', ' and closing at ')
    const zone = fc.constantFrom('', ' CET', ' CEST', ' (CET)', ' GMT')
    fc.assert(
      fc.property(clock, clock, fc.constantFrom(':', '.', 'h'), joint, zone, (from, to, sign, between, where) => {
        const write = ([hour, minute]: [number, number]): string => `${two(hour)}${sign}${two(minute)}${where}`
        const found = findTimes(`Start ${write(from)}${between}${write(to)}`, false)
        expect([found?.start, found?.end]).toEqual([from, to].map(([h, m]) => `${two(h)}:${two(m)}`))
      }),
    )
  })

  const told = (...items: readonly string[]): (string | null)[] => {
    const meeting = readOne(
      ['Protokoll Kvastrådet 2024-03-14', '', 'Närvarande: Anna Ek, Bo Alm', '', ...items, ''].join('\n'),
    )
    return [meeting.start, meeting.end]
  }
  test.each([
    [
      ['1. Öppnande', 'Mötet öppnades kl 18.00 och avslutades kl 19.40.'],
      ['18:00', '19:40'],
    ],
    [
      ['1. Öppnande', 'Klart.', '2. Avslut', 'Bo tackade och avslutade mötet 19.40.'],
      [null, '19:40'],
    ],
    [
      [
        '1. Öppnande',
        'Klart.',
        '2. Avslut',
        'Bo avslutade mötet kl 19.40 och påminde om kvällen kl 18.00 den 2 april.',
      ],
      [null, '19:40'],
    ],
    [
      ['1. Öppnande', 'Klockan 18.05 öppnades mötet, som avslutades 19.40.'],
      ['18:05', '19:40'],
    ],
  ])('are told in the items, each behind its own word: %j', (items, hours) => {
    expect(told(...items)).toEqual(hours)
  })
})

describe('a meeting of several days', () => {
  test.each([
    ['12–13 mars 2024', '2024-03-12'],
    ['den 28 februari–1 mars 2024', '2024-02-28'],
    ['30 december – 2 januari 2024', '2023-12-30'],
    ['tisdag 12 mars - onsdag 13 mars 2024', '2024-03-12'],
    ['2024-03-12–13', '2024-03-12'],
    ['2024-03-12--2024-03-13', '2024-03-12'],
    ['2024-03-12 till 2024-03-13', '2024-03-12'],
  ])('has its first day as date, and tells them all: %s', (days, date) => {
    const meeting = under(['Protokoll Styrgruppen', `Datum: ${days}`, 'Plats: Stadshotellet'])
    expect([meeting.date, meeting.place, unread(meeting)]).toEqual([date, 'Stadshotellet', [days]])
  })

  test.each(['2024-03-12', '12 mars 2024', 'Tisdag 12/3-24', '12/3 2024', '2024-03-12 kl. 9–13', '12 mars 2024, 9-13'])(
    'is not made of one day: %s',
    (day) => {
      expect(unread(under(['Protokoll Styrgruppen', `Datum: ${day}`]))).toEqual([])
    },
  )

  test('keeps the minutes of a clock apart from the day behind them', () => {
    const meeting = under([
      'Protokoll Styrgruppen',
      'Sammanträde den 12–13 mars 2024',
      '',
      'Tid:   12 mars kl. 10.00–17.15 och 13 mars kl. 9.00–14.00',
    ])
    expect([meeting.date, meeting.start, meeting.end]).toEqual(['2024-03-12', '10:00', '17:15'])
    expect(findDates('kl. 10.00–17.15 och 13 mars').map(({ quote }) => quote)).toEqual(['13 mars'])
  })

  test.each([
    ['Title:    Report of the 7th meeting of the Reed Group, Lysport, 9 - 10 May 2024', 'Date: 2024-05-20'],
    ['Ärende:   Protokoll från möte 7 i Vassgruppen den 9 maj 2024', 'Datum: 2024-05-20'],
  ])('is told by the title where the document has a day of its own: %s', (title, document) => {
    expect(under([document, '', title]).date).toBe('2024-05-09')
    expect(under([title, document]).date).toBe('2024-05-09')
  })

  test('begins with the first of any two days that follow each other', () => {
    const day = fc.date({ min: new Date('2001-01-01'), max: new Date('2037-12-30'), noInvalidDate: true })
    const joint = fc.constantFrom('–', ' – ', '-', ' - ', ' till ', ' och ', '--')
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), joint, fc.boolean(), (from, days, between, words) => {
        const to = new Date(from.getTime() + days * 86_400_000)
        const write = (one: Date, year: boolean): string =>
          words
            ? one.toLocaleDateString('sv-SE', {
                day: 'numeric',
                month: 'long',
                timeZone: 'UTC',
                ...(year ? { year: 'numeric' } : {}),
              })
            : one.toISOString().slice(0, 10)
        const text = `${write(from, false)}${between}${write(to, true)}`
        const dates = findDates(text, { slash: true })
        const span = spanFrom(text, dates, 0)
        expect([span?.first.year, span?.first.month, span?.first.day]).toEqual([
          from.getUTCFullYear(),
          from.getUTCMonth() + 1,
          from.getUTCDate(),
        ])
        expect(span?.end).toBe(text.length)
      }),
    )
  })
})

describe('six figures where a day is expected', () => {
  test('are a day', () => {
    expect(under(['Protokoll Styrelsen 240320', 'Tid: 18–20'])).toMatchObject({ date: '2024-03-20', body: 'Styrelsen' })
  })
  test.each([
    '240 320',
    '240320 kr',
    'nr 240320',
    '240320-1234',
    '1240320',
    '240320,50',
    'A240320',
    '241320',
    '240332',
  ])('are none in an amount, a number or a day no calendar has: %s', (words) => {
    expect(findDates(words, { slash: true })).toEqual([])
  })
})

describe('the room and the screen', () => {
  test.each([
    ['Plats: Sal B, Rådhuset samt Teams', 'Sal B, Rådhuset samt Teams', 'hybrid'],
    ['Plats: Microsoft Teams/Stadshuset', 'Microsoft Teams/Stadshuset', 'hybrid'],
    ['Plats: Microsoft Teams', 'Microsoft Teams', 'distans'],
    ['Plats: https://meet.example.org/abc', 'https://meet.example.org/abc', 'distans'],
    ['Plats: Conference call', 'Conference call', 'distans'],
    ['Teams', 'Teams', 'distans'],
    ['Room 3.12, Head Office', 'Room 3.12, Head Office', null],
    ['Rum: Sal 3 / Teams', 'Sal 3 / Teams', 'hybrid'],
    ['Hos: Anna Ek', 'hos Anna Ek', null],
    ['Församlingshemmet', 'Församlingshemmet', null],
    ['Plats: Sal 2, The Hub.', 'Sal 2, The Hub.', null],
  ])('are told apart: %s', (line, place, form) => {
    const meeting = under(['Protokoll Styrgruppen', '2024-03-12 kl. 13.00–14.30', line])
    expect([meeting.place, meeting.form]).toEqual([place, form])
  })

  test.each([
    ['Tisdag 12 mars 2024 kl. 15.30–16.30, rum B204', 'rum B204'],
    ['Tuesday 12 March 2024, 6.00pm – 7.30pm, Room 2, The Hub', 'Room 2, The Hub'],
    ['12 mars 2024, kl 19 på Café on the Hill', 'Café on the Hill'],
    ['12 mars 2024 kl. 12.10 i aulan', 'aulan'],
    ['12 mars 2024 kl 18.30 hemma hos Anna Ek', 'hemma hos Anna Ek'],
  ])('stand behind the day without its words: %s', (line, place) => {
    expect(under(['Protokoll Styrgruppen', line]).place).toBe(place)
  })

  test('a break in the meeting is no part of its place, and is told', () => {
    const meeting = under([
      'Protokoll Nämnden 2024-03-12',
      'Plats och tid: Sal A, kl. 13.00–16.20, ajournering 14.00–14.20',
    ])
    expect([meeting.place, meeting.end, unread(meeting)]).toEqual(['Sal A', '16:20', ['ajournering 14.00–14.20']])
  })
})

describe('a mail with minutes', () => {
  const mail = (...header: readonly string[]): ProposedMeeting =>
    under([
      ...header,
      '',
      'Hej alla,',
      '',
      'Här kommer anteckningarna.',
      '',
      'Minnesanteckningar samråd 12 mars kl. 13–15',
    ])

  test('lends the meeting neither its day nor its hour, sender or greeting, but its year', () => {
    const meeting = mail(
      'Från: Anna Ek <anna.ek@exempel.se>',
      'Skickat: den 14 mars 2024 16:02',
      'Till: Bo Alm <bo.alm@exempel.se>',
      'Ämne: Anteckningar',
    )
    expect(meeting).toMatchObject({ date: '2024-03-12', start: '13:00', end: '15:00', place: null, sender: null })
    expect(meeting.title).toBe('Minnesanteckningar samråd 12 mars kl. 13–15')
    expect(unread(meeting)).toContain('Skickat: den 14 mars 2024 16:02')
  })

  test('names the meeting by its subject where nothing else does', () => {
    const meeting = under(
      [
        'From: Ann Fowler <ann@example.org>',
        'Date: Fri, 15 Mar 2024 09:14:22 +0100',
        'To: Tom Reed <tom@example.org>',
        'Subject: Minutes of the WP3 meeting, 12 March 2024',
        '',
        'Dear all,',
      ],
      english,
    )
    expect(meeting).toMatchObject({
      title: 'Minutes of the WP3 meeting, 12 March 2024',
      date: '2024-03-12',
      start: null,
    })
    expect([meeting.body, meeting.sender]).toEqual([null, null])
  })

  test('keeps its subject as words where the minutes have a title of their own', () => {
    expect(unread(mail('Från: Anna Ek', 'Till: Bo Alm', 'Ämne: Till dig som var med'))).toContain(
      'Till dig som var med',
    )
  })
})

describe('labels in odd places', () => {
  test('below their values they take what stands above', () => {
    const meeting = under(['2024-03-12', 'Datum', 'Kommunhuset', 'Plats', '', 'Protokoll Hamnnämnden'])
    expect(meeting).toMatchObject({ date: '2024-03-12', place: 'Kommunhuset', title: 'Protokoll Hamnnämnden' })
  })

  test('without signs on one line each has its own value', () => {
    const line = 'Datum 20 mars 2024 Tid 18.00–20.00 Plats Klubbhuset Ordförande Anna Ek'
    const meeting = under(['Protokoll Styrelsen', line])
    expect(meeting).toMatchObject({ date: '2024-03-20', start: '18:00', end: '20:00', place: 'Klubbhuset' })
    expect(meeting.officers.map(({ role, name }) => `${role} ${name}`)).toEqual(['chair Anna Ek'])
    expect(unread(meeting)).toEqual([])
  })

  test.each(['**Plats:** Sal A', '**Plats**: Sal A', '*Plats:* Sal A', '_Plats_: Sal A', '- **Plats:** Sal A'])(
    'may be set off by marks: %s',
    (line) => {
      expect(under(['# Protokoll Styrelsen 2024-03-12', line]).place).toBe('Sal A')
    },
  )

  test('beside a page number the registry number ends where that begins', () => {
    const meeting = under([
      'Protokoll nämnden',
      'Datum: 2024-03-14          Diarienummer: KS 2024/12          Sida: 1(9)',
    ])
    expect([meeting.dnr, unread(meeting)]).toEqual(['KS 2024/12', []])
  })

  test('between bars the title ends where its day, its hours and its screen begin', () => {
    const meeting = under(['Minnesanteckningar arbetsgrupp vatten | 12 mars 2024 | kl. 10.00–12.00 | Teams'])
    expect(meeting).toMatchObject({ title: 'Minnesanteckningar arbetsgrupp vatten', start: '10:00', place: 'Teams' })
  })

  test('between bars the place follows the day', () => {
    const meeting = under(['Protokoll Styrgruppen | 12 mars 2024 | Hotell Vinden och Teams'])
    expect(meeting).toMatchObject({ title: 'Protokoll Styrgruppen', place: 'Hotell Vinden och Teams', form: 'hybrid' })
  })

  test('people behind a value are none of it', () => {
    const line = 'Datum: 14 mars 2024 Tid: 18.00–19.30 Plats: Klubbhuset Närvarande: Anna Ek, Bo Alm'
    const meeting = under([line, 'Protokoll styrelsemöte IF Falken'], swedish.slice(2))
    expect([meeting.place, unread(meeting)]).toEqual(['Klubbhuset', ['Närvarande: Anna Ek, Bo Alm']])
  })

  test('people in a row of a table are no sender', () => {
    const meeting = under(['| Datum | 2024-03-14 |', '| Närvarande | Anna Ek, Bo Alm |', '', 'Protokoll styrelsemöte'])
    expect([meeting.date, meeting.sender]).toEqual(['2024-03-14', null])
  })

  test('a number alone opens an item also below a short head', () => {
    const text = [
      'Utdrag ur protokoll',
      'Hamnnämnden 2024-03-12',
      '§ 23',
      'Dnr HN 2023/114',
      'Taxa',
      'Beslut',
      'Nämnden antar taxan.',
    ]
    const meeting = readOne(text.join('\n'))
    expect([meeting.body, meeting.dnr, meeting.items.length]).toEqual(['Hamnnämnden', null, 1])
    expect(meeting.items[0]).toMatchObject({ number: '23', title: 'Taxa', dnr: 'HN 2023/114' })
  })
})

describe('when the body meets next', () => {
  const next = (...lines: readonly string[]): ProposedMeeting =>
    under(
      ['Protokoll Styrelsen 2024-01-10'],
      ['', 'Närvarande: Anna Ek, Bo Alm', '', '1. Öppnande', 'Klart.', '', ...lines],
    )

  test.each([
    ['Nästa sammanträde 4/2 kl 9', '2024-02-04'],
    ['Next call: 2 May 10:00 CEST', '2024-05-02'],
    ['Nästa möte: vecka 12', null],
    ['Next meeting TBD', null],
  ])('is a day or nothing: %s', (line, date) => {
    expect(next('2. Avslut', line).nextMeeting?.date ?? null).toBe(date)
  })

  test('is not the last day for something else', () => {
    const meeting = next('2. Nästa möte', 'Senast 1 april svarar alla på när nästa möte kan hållas.')
    expect(meeting.nextMeeting).toBeNull()
  })

  test('is told as words where the head gives no day', () => {
    const meeting = under(['Protokoll Styrelsen 2024-01-10', 'Nästa möte: vecka 12'])
    expect([meeting.nextMeeting, unread(meeting)]).toEqual([null, ['vecka 12']])
  })
})
