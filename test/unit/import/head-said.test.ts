/** What heads say in lines and sentences: where, who, when, in which form. */
import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { findDates } from '#core/import/dates.ts'
import { itemsBelow as items, listBelow as list, readWhole, unread } from './read.ts'

const whole = (...lines: readonly string[]): ProposedMeeting => readWhole(lines)

function officer(meeting: ProposedMeeting, role: 'chair' | 'secretary' | 'adjuster'): string[] {
  return meeting.officers.filter((one) => one.role === role).map((one) => one.name)
}

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

  test('and on which day: the day goes over the end of a line of the title too', () => {
    const meeting = whole(
      'MINUTES of the Meeting of the Harbour Committee held on Tuesday 5th',
      'March 2024 at 7.30 p.m. in the Net Loft, Quay Lane',
      ...list,
      ...items,
    )
    expect([meeting.date, meeting.start, meeting.place]).toEqual(['2024-03-05', '19:30', 'Net Loft, Quay Lane'])
  })

  test('goes on below its label, and its form may stand in brackets behind it', () => {
    const below = ['Plats        Hamnhuset, Kajgatan 4, sal Fyren, och', '             digitalt']
    const labelled = whole('Minnesanteckningar från Hamnrådet den 4 mars 2024', '', ...below, ...list, ...items)
    expect([labelled.form, labelled.place]).toEqual(['hybrid', 'Hamnhuset, Kajgatan 4, sal Fyren, och digitalt'])
    const beside = '4 mars 2024, Tullhuset i Lysvik (hybridmöte)'
    const bracket = whole('Anteckningar från Hamnrådets möte', '', beside, ...list, ...items)
    expect([bracket.form, bracket.place]).toEqual(['hybrid', 'Tullhuset i Lysvik'])
  })

  test('and when it began is told in the first item where no head says it', () => {
    const began =
      'The meeting was scheduled for 17:00 UTC and began at 17:04 UTC. The meeting was held by video conference.'
    const meeting = whole(
      'Harbour Board Meeting Minutes',
      'March 5, 2024',
      ...list,
      '',
      '1. Call to order',
      began,
      '',
      '2. Budget',
      'It was discussed.',
      '',
      'Minutes recorded by Bo Alm; chaired by Anna Ek.',
    )
    expect([meeting.form, meeting.start]).toEqual(['distans', '17:04'])
    expect([officer(meeting, 'chair'), officer(meeting, 'secretary')]).toEqual([['Anna Ek'], ['Bo Alm']])
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
    ['Minutes of the sixth meeting', 'Harbour Oversight Committee (HOC)', 'Harbour Oversight Committee (HOC)'],
    ['Måndagens styrelsemöte', '4 mars 2024', 'Styrelsen'],
    ["Notes of Monday's committee meeting", '4 March 2024', 'Committee'],
  ])('is no number and no day of the week: %s', (title, second, body) => {
    const lines = second.includes('(') ? ['BOREAS – a trial', second, title, '', 'Date: 4 March 2024'] : [title, second]
    expect(whole(...lines, ...list, ...items).body).toBe(body)
  })

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

  test.each([
    ['Mötet leddes av Anna Ek. Anteckningar: Bo Alm.'],
    ['Sammanträdet leddes av Anna Ek. Protokollet fördes av Bo Alm.'],
    ['The meeting was chaired by Anna Ek. The minutes were taken by Bo Alm.'],
  ])('is told with the names behind: %s', (said) => {
    const meeting = whole(...head, said, ...list, ...items)
    expect([officer(meeting, 'chair'), officer(meeting, 'secretary')]).toEqual([['Anna Ek'], ['Bo Alm']])
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

describe('a head told in a paragraph', () => {
  const told = [
    'The Board met by video conference on Thursday 9 May 2024 between 13.00',
    'and 15.20. Ann Lake was in the chair. Ted Boyd of the trust’s small',
    'office kept the record.',
  ]
  test('says the day, the hours, the form, who presided and who wrote, over its lines', () => {
    const meeting = whole(
      'Record of the meeting of the Reed Board',
      '',
      ...told,
      '',
      'Members',
      'Ann Lake',
      'Sam Reed',
      ...items,
    )
    expect([meeting.date, meeting.start, meeting.end, meeting.form, meeting.place]).toEqual([
      '2024-05-09',
      '13:00',
      '15:20',
      'distans',
      null,
    ])
    expect([officer(meeting, 'chair'), officer(meeting, 'secretary')]).toEqual([['Ann Lake'], ['Ted Boyd']])
  })

  test('is whole again where a line’s end cuts a word', () => {
    const cut = ['The Board met on Thursday 9 May 2024 by video confer-', 'ence between 13.00 and 15.20.']
    const meeting = whole('Record of the meeting of the Reed Board', '', ...cut, '', 'Members', 'Ann Lake', ...items)
    expect([meeting.date, meeting.start, meeting.form]).toEqual(['2024-05-09', '13:00', 'distans'])
  })

  test('keeps the sentence that tells of something else', () => {
    const meeting = whole(
      'Protokoll Hamnrådet',
      '',
      'Hamnrådet sammanträdde på Hotell Vinden i Lysvik den 4 mars 2024 kl. 9.00–11.30 med',
      'hela presidiet. Kaffe bjöds av kommunen.',
      ...list,
      ...items,
    )
    expect([meeting.date, meeting.start, meeting.end]).toEqual(['2024-03-04', '09:00', '11:30'])
    expect(unread(meeting)).toContain('Kaffe bjöds av kommunen.')
  })
})

describe('a letterhead above the meeting that a paragraph tells of', () => {
  test.each([
    [
      'kl. 9.15–11.30 i sal Näcken, Kajgatan 3,',
      'samt via Teams. Kansliråd Bo Alm ledde mötet och Kim Ström förde',
      'anteckningar.',
    ],
    [
      'kl. 9.15–11.30 i sal Näcken, Kajgatan 3,',
      'samt på distans. Mötet leddes av Bo Alm. Anteckningar: Kim Ström.',
      '',
    ],
  ])('has hours, place, who presided and who wrote from it: %s %s', (first, second, third) => {
    const meeting = whole(
      'Sjödepartementet                         Minnesanteckningar',
      'Enheten för vass                         2024-05-07',
      '                                         Sj2024/00412',
      '',
      'Departementssekreterare',
      'Kim Ström',
      '070-555 01 02',
      '',
      '',
      'Dialogmöte om genomförandet av vassförordningen',
      '',
      `Mötet hölls tisdagen den 7 maj 2024 ${first}`,
      second,
      third,
      ...list,
      '',
      'Inledning',
      '',
      'Bo Alm hälsade välkommen och gick igenom dagen.',
      '',
      'Läget i arbetet',
      '',
      'Förordningen är på remiss till den 4 juni 2024.',
    )
    expect(meeting).toMatchObject({ date: '2024-05-07', start: '09:15', end: '11:30', form: 'hybrid' })
    expect(meeting.place).toBe('sal Näcken, Kajgatan 3')
    expect([officer(meeting, 'chair'), officer(meeting, 'secretary')]).toEqual([['Bo Alm'], ['Kim Ström']])
    expect(meeting.items.map(({ title }) => title)).toEqual(['Inledning', 'Läget i arbetet'])
  })
})

describe('the day below the title with its hours', () => {
  test.each([
    ['Northland House, Quay Street 40, Lysport, and by web conference', 'hybrid'],
    ['Northland House, Quay Street 40, Lysport', null],
  ])('beats the day of the document above, and the address stands below: %s', (place, form) => {
    const meeting = whole(
      'Northland Reed Group',
      '                                        N 31',
      '                                        2024-05-20',
      '',
      'Minutes of the 7th meeting of the Reed Group',
      '9 May 2024, 09:00 – 16:40 (CEST)',
      place,
      '',
      'Convenor: Mr Ted Boyd',
      'Secretary: Ms Ann Lake',
      '',
      'Present: Ted Boyd, Ann Lake, Sam Reed',
      ...items,
    )
    expect([meeting.date, meeting.start, meeting.place, meeting.form]).toEqual(['2024-05-09', '09:00', place, form])
    expect([officer(meeting, 'chair'), officer(meeting, 'secretary')]).toEqual([['Ted Boyd'], ['Ann Lake']])
  })
})

describe('those who sign', () => {
  test('for the record wrote it, whoever approves beside them', () => {
    const meeting = whole(
      'Record of the meeting of the Reed Board, 9 May 2024',
      '',
      'Present: Ann Lake (chair), Ted Boyd, Sam Reed',
      ...items,
      'For the record                            Approved',
      '',
      '',
      'Ted Boyd                                  Sam Reed',
    )
    expect([officer(meeting, 'secretary'), officer(meeting, 'adjuster')]).toEqual([['Ted Boyd'], ['Sam Reed']])
  })
})

describe('somebody with a task who is not listed', () => {
  test.each([
    ['ACTION: Mr Dan Orr, Timetabling, to look into this.', ['Dan Orr']],
    ['ACTION: Mr Sam Reed, Works, to look into this.', []],
    ['Visit by Mr Dan Orr, Timetabling, to look into this.', []],
  ])('is pointed out where a title names them: %s', (line, names) => {
    const meeting = whole(
      'Minutes of the Reed Board, 9 May 2024',
      '',
      'Present: Anna Ek (chair), Sam Reed',
      ...items,
      '3. Rooms',
      line,
    )
    const found = meeting.findings.filter(({ code }) => code === 'actor-not-listed')
    expect(found.map(({ name }) => name)).toEqual(names)
  })
})
