/** What stands around minutes and within their heads: web pages, mails, letterheads, pages, sentences. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { findDates } from '#core/import/dates.ts'
import { readLines } from '#core/import/lines.ts'
import { parseMinutes } from '#core/import/parse.ts'
import { findWebPage } from '#core/import/web-page.ts'
import { lostLines } from '../import-corpus/nothing-lost.ts'
import { readOne } from './read.ts'

const list = ['', 'Närvarande: Anna Ek, Bo Alm, Kim Ström']
const items = ['', '1. Öppnande', 'Anna Ek hälsade välkommen.', '', '2. Budget', 'Budgeten gicks igenom.', '']

/** The one meeting of a text; no line of it may be lost. */
function whole(...lines: readonly string[]): ProposedMeeting {
  const text = lines.join('\n')
  const meeting = readOne(text)
  expect(lostLines(text, [meeting]).lost).toEqual([])
  return meeting
}

function officer(meeting: ProposedMeeting, role: 'chair' | 'secretary' | 'adjuster'): string[] {
  return meeting.officers.filter((one) => one.role === role).map((one) => one.name)
}

const unread = (meeting: ProposedMeeting): string[] =>
  meeting.findings.filter(({ code }) => code === 'detail-unread').map(({ quote }) => quote)

describe('a web page around minutes', () => {
  const minutes = [
    'Minnesanteckningar från Trygghetsrådet',
    'Måndagen den 4 mars 2024, kl. 9–11, Stadshuset',
    ...list,
    ...items,
  ]
  const alone = readOne(minutes.join('\n'))
  const top = [
    'Hoppa till innehållet',
    'Meny',
    'Start › Politik › Möten',
    'Start / Politik / Möten',
    'Lyssna',
    'Svenska (sv)',
  ]
  const foot = [
    'Hjälpte informationen på sidan dig?  Ja  Nej',
    'Dela sidan: Facebook | E-post | Skriv ut',
    'Sidan uppdaterades 3 juni 2024',
    'Senast uppdaterad: 2024-06-03',
    'Kontakt  Växel: 060-000 00 00',
    'Log in to post comments',
    '© 2024 Ankarby kommun',
  ]

  test('is listed as not placed and changes nothing that is read', () => {
    fc.assert(
      fc.property(fc.subarray(top), fc.subarray(foot), (above, below) => {
        const meeting = whole('Hoppa till innehållet', ...above, '', ...minutes, ...below, 'Last updated: 3 June 2024')
        expect({ ...meeting, lines: 0, items: 0, placements: 0, findings: 0, participants: 0 }).toEqual({
          ...alone,
          lines: 0,
          items: 0,
          placements: 0,
          findings: 0,
          participants: 0,
        })
        expect(meeting.items.map((item) => item.title)).toEqual(['Öppnande', 'Budget'])
        const aside = meeting.placements.filter((one) => one.part === 'unplaced')
        expect(aside).toHaveLength(above.length + below.length + 2)
      }),
      { numRuns: 40 },
    )
  })

  test('is needed for its lone words to be of it: minutes may have them', () => {
    expect(findWebPage(readLines('Kontakt\nSök\nStäng\nDela')).size).toBe(0)
    expect(findWebPage(readLines('Hoppa till innehållet\nSök\nStäng')).size).toBe(3)
  })
})

describe('minutes in a mail', () => {
  const header = ['From: Honor Reed <honor@farm.example>', 'Sent: 27 September 2023 21:47', 'To: Trustees']

  test('have the head and the title of their own below the words of the mail', () => {
    const meeting = whole(
      ...header,
      "Subject: DRAFT minutes, trustees' meeting 19 Sept",
      '',
      'Dear all,',
      '',
      'Draft minutes from last Tuesday below. The proper version is on the drive as soon as I',
      'remember the password!',
      '',
      'Honor',
      '',
      'HILL COMMUNITY FARM',
      'Minutes of the Board of Trustees',
      'Tuesday 19 September 2023, 6.30pm-8.40pm',
      'The Hayloft, Hill, and on Zoom',
      '',
      'Present: Ann Fowler (Chair), Tom Reed',
      '',
      '1. Welcome',
      'Ann opened the meeting.',
      '2. Accounts',
      'The accounts were approved.',
    )
    expect([meeting.title, meeting.sender, meeting.body]).toEqual([
      'Minutes of the Board of Trustees',
      'HILL COMMUNITY FARM',
      'Board of Trustees',
    ])
    expect([meeting.date, meeting.start, meeting.form]).toEqual(['2023-09-19', '18:30', 'hybrid'])
    expect(meeting.place).toBe('The Hayloft, Hill, and on Zoom')
  })

  test('are read the same when the mail is quoted', () => {
    const lines = [
      'Från: Anna Ek',
      'Skickat: den 3 april 2024 10:12',
      'Till: Bo Alm',
      'Ämne: VB: Anteckningar',
      '',
      'Hej!',
      '',
    ]
    const minutes = ['Styrgruppsmöte Digital post', '2 april 2024 kl 13-14, Teams', ...list, ...items]
    const plain = readOne([...lines, ...minutes].join('\n'))
    const quoted = whole(...[...lines, ...minutes].map((line) => `> ${line}`.trimEnd()))
    expect({ ...quoted, findings: [] }).toEqual({ ...plain, findings: [] })
    expect([quoted.date, quoted.start, quoted.participants.length]).toEqual(['2024-04-02', '13:00', 3])
  })
})

describe('a letterhead', () => {
  test('names the sender, and the line above day and place the body', () => {
    const meeting = whole(
      'ARKIVVERKET                                    ANTECKNINGAR',
      'Generaldirektörens stab                        Dnr STAB 2021-0456',
      '                                               2021-12-03',
      '',
      'Insynsrådets sammanträde nr 4 2021',
      '',
      'Tid:       Fredagen den 26 november 2021, 9.30–12.10',
      'Plats:     Bergslagssalen, Hedfors',
      ...list,
      '',
      'Sammanträdet öppnas',
      'Anna Ek öppnade sammanträdet.',
      '',
      'Övriga frågor',
      'Inga.',
    )
    expect([meeting.sender, meeting.body, meeting.dnr]).toEqual(['ARKIVVERKET', 'Insynsrådet', 'STAB 2021-0456'])
    expect([meeting.date, meeting.start, meeting.end]).toEqual(['2021-11-26', '09:30', '12:10'])
  })

  test('has the number of the matter without a label, and what sort of paper it is', () => {
    const meeting = whole(
      '                         Promemoria',
      '                         2023-02-09',
      '                         TN2023/00128',
      '',
      'Transportdepartementet',
      '',
      'Minnesanteckningar från Rådet för sjöfart den 2 februari 2023',
      ...list,
      ...items,
    )
    expect([meeting.dnr, meeting.sender]).toEqual(['TN2023/00128', 'Transportdepartementet'])
    expect(unread(meeting)).toEqual(['Promemoria'])
  })

  test('printed on every page opens no further meeting', () => {
    const page = (n: number): string[] => [
      'STADENS UNIVERSITET                    PROTOKOLL',
      `Tekniska fakultetsnämnden              2024-02-08             ${n} / 2`,
    ]
    const text = [...page(1), ...list, ...items, 'Nämnden samtalade länge om hur budgeten kan hållas under året.', '']
    const rest = [...page(2), '', '3. Övrigt', 'Inget.', '4. Nästa möte', 'Nästa möte är den 21 mars.']
    expect(parseMinutes([...text, ...rest].join('\n'))).toHaveLength(1)
  })

  test.each([
    ['PM-datum: 2024-05-20', 'Möte med Rådet för äldre 2024-05-14', '2024-05-14'],
    ['Date of memo: 14 June 2024', 'Meeting date: 11 June 2024', '2024-06-11'],
  ])("may have another day than the meeting's: %s", (other, own, date) => {
    const meeting = whole('Ministry of Ports', other, '', 'MINUTES OF MEETING', own, ...list, ...items)
    expect(meeting.date).toBe(date)
    expect(unread(meeting)).toContain(other)
  })

  test('names the project where no body is named', () => {
    const rows = ['Datum: 2024-03-05 kl. 09.00', 'Nästa byggmöte: 2024-03-19 kl. 09.00', ...list, ...items]
    const labelled = whole('BYGGMÖTE NR 12', 'Projekt: Nya Sjöskolan, etapp 1', ...rows)
    expect([labelled.body, labelled.nextMeeting?.date]).toEqual(['Nya Sjöskolan, etapp 1', '2024-03-19'])
    expect(whole('BYGGMÖTE NR 9', 'Projekt 4471 Kv. Ugglan, etapp 2    Sida 1 (3)', ...rows).body).toBe(
      'Projekt 4471 Kv. Ugglan, etapp 2',
    )
  })
})

describe('where a meeting took place', () => {
  test.each([
    [
      'Mötet hölls i hybridform, dels i lokalerna på Varvsgatan 9 i Lysvik, dels via Skype.',
      'hybrid',
      'lokalerna på Varvsgatan 9 i Lysvik',
    ],
    ['Mötet hölls på distans via Teams.', 'distans', null],
    ['Mötet ägde rum i Rosenbad och digitalt.', 'hybrid', 'Rosenbad'],
  ])('may be told in a sentence: %s', (sentence, form, place) => {
    const meeting = whole('Minnesanteckningar från Hamnrådet den 4 mars 2024', '', sentence, ...list, ...items)
    expect([meeting.form, meeting.place]).toEqual([form, place])
  })

  test('goes over the end of a line of the title', () => {
    const meeting = whole(
      'MINUTES of a meeting of the board of directors held at Unit 4,',
      'Tannery Yard, Kelmoor on 28 November 2022 at 10.15 a.m.',
      '',
      'Present: Ann Fowler, Tom Reed',
      '',
      '1. Welcome',
      'Ann opened the meeting.',
      '2. Close',
      'Closed.',
    )
    expect(meeting.place).toBe('Unit 4, Tannery Yard, Kelmoor')
  })

  test.each(['Ajournering kl. 14.20–14.35', 'Lunchpaus 12.00–12.45'])('does not hold its break: %s', (pause) => {
    const meeting = whole(
      'Protokoll Byggnadsnämnden 2024-04-17',
      'Plats och tid       Kommunhuset, Stora salen, kl. 13.15–15.50',
      `                    ${pause}`,
      ...list,
      ...items,
    )
    expect([meeting.place, meeting.start, meeting.end]).toEqual(['Kommunhuset, Stora salen', '13:15', '15:50'])
    expect(unread(meeting)).toEqual([pause])
  })

  test('is no body: a hall, and who met', () => {
    const meeting = whole(
      'Kyrkofullmäktige i Tuna församling',
      'Protokoll fört vid sammanträde i församlingshemmet onsdagen den 20 november 2024 klockan 19.00–21.15',
      ...list,
      ...items,
    )
    expect([meeting.body, meeting.place]).toEqual(['Kyrkofullmäktige i Tuna församling', 'församlingshemmet'])
  })

  test('is in a room and on a screen where the list has both', () => {
    const meeting = whole(
      'Nätverksträff',
      'Datum: 2024-05-02',
      'På plats:',
      'Anna Ek',
      'Bo Alm',
      'På länk:',
      'Kim Ström',
      ...items,
    )
    expect(meeting.form).toBe('hybrid')
  })
})

describe('who met', () => {
  test.each([
    ['Advisory Council on Pilotage – 12th meeting', 'Advisory Council on Pilotage'],
    ['Protokoll 3-2024 Förbundsstyrelsen', 'Förbundsstyrelsen'],
    ['Samråd med Kommunrådet den 18 januari 2024', 'Kommunrådet'],
    ['Protokoll från styrelsemöte med Lillskogens vägförening 24-03-12', 'Lillskogens vägförening'],
    ['Anteckningar från kick-off Projekt Solsken', 'Projekt Solsken'],
  ])('is what the title names, without what counts and dates it: %s', (title, body) => {
    expect(whole(title, 'Plats: Hamnhuset', ...list, ...items).body).toBe(body)
  })

  test('and when stand below a row of labels', () => {
    const row = ['Datum:\t\tHandläggare:\t\tDiarienr:', '2024-10-22\tBo Alm\t\t\t2024:556']
    const meeting = whole('Mötesanteckning', ...row, '', 'Arbetsgruppen för kulturmiljö', ...list, ...items)
    expect([meeting.date, meeting.dnr, meeting.body]).toEqual([
      '2024-10-22',
      '2024:556',
      'Arbetsgruppen för kulturmiljö',
    ])
  })
})

describe('who presided and who wrote', () => {
  const head = ['Minnesanteckningar från Hamnrådet', '2024-03-04']

  test('is elected under a title that says to what', () => {
    const meeting = whole(
      'Protokoll årsmöte 2024-03-04',
      ...list,
      '',
      '1. Val av ordförande för mötet',
      'Bo Alm valdes.',
      '2. Val av två justerare',
      'Kim Ström och Anna Ek valdes.',
    )
    expect([officer(meeting, 'chair'), officer(meeting, 'adjuster')]).toEqual([['Bo Alm'], ['Kim Ström', 'Anna Ek']])
    const listed = [
      '1. Val av mötesfunktionärer',
      'a) Ordförande: Anna Ek',
      'b) Sekreterare: Bo Alm',
      '2. Övrigt',
      'Inget.',
    ]
    const other = whole('Protokoll årsmöte 2024-03-04', ...list, '', ...listed)
    expect([officer(other, 'chair'), officer(other, 'secretary')]).toEqual([['Anna Ek'], ['Bo Alm']])
  })

  test.each([
    ['Irja Hak (mötesledare)', 'Lo Stam, anteckningar'],
    ['Irja Hak, ordförande', 'Lo Stam, rådssekreterare'],
    ['Irja Hak, ordförande', 'Lo Stam, utskottssekreterare'],
  ])('is known from the list: %s, %s', (first, second) => {
    const meeting = whole(...head, '', 'Deltagare', first, second, 'Bo Alm', ...items)
    expect([officer(meeting, 'chair'), officer(meeting, 'secretary')]).toEqual([['Irja Hak'], ['Lo Stam']])
  })

  test('is told in sentences of the head', () => {
    const meeting = whole(
      ...head,
      ...list,
      'Mötet öppnades 19.05 av ordförande Anna Ek. Sekreterare är Bo Alm.',
      ...items,
    )
    expect([officer(meeting, 'chair'), officer(meeting, 'secretary')]).toEqual([['Anna Ek'], ['Bo Alm']])
    expect(meeting.start).toBe('19:05')
  })

  test('is elected in one sentence', () => {
    const chosen = 'Till mötesordförande valdes Bo Alm, till sekreterare Anna Ek och till justerare Kim Ström.'
    const meeting = whole(
      'Protokoll årsmöte 2024-03-04',
      ...list,
      '',
      '1. Val av ordförande, sekreterare och justerare',
      chosen,
      '2. Övrigt',
      'Inget.',
    )
    expect([officer(meeting, 'chair'), officer(meeting, 'secretary'), officer(meeting, 'adjuster')]).toEqual([
      ['Bo Alm'],
      ['Anna Ek'],
      ['Kim Ström'],
    ])
  })

  test('is no vice chair, and no company that somebody signs for', () => {
    const meeting = whole(
      'Byggmöte nr 3, 2024-03-04',
      '1:e vice ordförande: Kim Ström (M)',
      ...list,
      ...items,
      'Vid protokollet                Justeras',
      'Bo Alm                         Anna Ek',
      '                               Hjälm Bygg AB',
    )
    expect([officer(meeting, 'chair'), officer(meeting, 'adjuster')]).toEqual([[], ['Anna Ek']])
    expect(meeting.kind).toBe('protokoll')
  })
})

describe('days and hours', () => {
  test('somebody called as a month is, numbered in a list, is no day', () => {
    const of = (text: string): number => findDates(text, { slash: true }).length
    expect(['2. Jan Bergqvist', '3. Maj Lindholm', '4. May Flower'].map(of)).toEqual([0, 0, 0])
    expect(['2. januari', '2. Jan 2024', '2. Mai Ek', '12. maj kl. 9', '2. May Monday'].map(of)).toEqual([
      1, 1, 0, 1, 1,
    ])
  })

  test.each([
    ['Mötets öppnande kl. 15.00', 'Anna Ek öppnar.'],
    ['Mötets öppnande', 'Anna Ek hälsade alla välkomna kl. 15.00.'],
  ])('the first item tells when the meeting began: %s', (title, text) => {
    expect(whole('Protokoll årsmöte 2024-03-04', ...list, '', `§ 1 ${title}`, text, '§ 2 Övrigt', 'Inget.').start).toBe(
      '15:00',
    )
  })

  test.each(['Next call', 'Date of next workshop'])(
    'the next meeting stands under any title that says it: %s',
    (title) => {
      const meeting = whole(
        'Consortium call 14 – minutes, 16 March 2023',
        '',
        'Present: Ann Fowler, Tom Reed',
        '',
        '1. Welcome',
        'Ann opened the meeting.',
        '',
        `2. ${title}`,
        'Thursday 20 April 2023, 10:00',
      )
      expect(meeting.nextMeeting?.date).toBe('2023-04-20')
    },
  )
})
