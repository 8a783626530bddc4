/** What stands around minutes and within their heads: web pages, mails, letterheads, pages, sentences. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { readLines } from '#core/import/lines.ts'
import { parseMinutes } from '#core/import/parse.ts'
import { findWebPage } from '#core/import/web-page.ts'
import { itemsBelow as items, listBelow as list, readOne, readWhole, unread } from './read.ts'

const whole = (...lines: readonly string[]): ProposedMeeting => readWhole(lines)

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
