/** When a meeting closed and when the next one is, in the forms that minutes say it. */
import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { readOne } from './read.ts'

function swedish(...lines: readonly string[]): ProposedMeeting {
  const head = [
    'Protokoll Kvarnrådet 2024-03-04 kl 14, Folkets hus',
    '',
    'Närvarande: Anna Ek (ordförande), Bo Alm',
    '',
  ]
  return readOne(
    [...head, '1. Öppnande', 'Anna Ek hälsade välkommen.', '', '2. Budget', 'Den gicks igenom.', '', ...lines].join(
      '\n',
    ),
  )
}

function english(...lines: readonly string[]): ProposedMeeting {
  const head = [
    'Minutes of the Mill Committee, 4 March 2024, 7.30 pm, Room 5',
    '',
    'Present: Ann Fowler (chair), Bob Stone',
    '',
  ]
  return readOne(
    [...head, '1. Opening', 'Ann welcomed everyone.', '', '2. Budget', 'It was discussed.', '', ...lines].join('\n'),
  )
}

describe('the hour a meeting closed', () => {
  test.each([
    ['Mötet slut 16', '16:00'],
    ['Mötet avslutades 15.45.', '15:45'],
    ['Slut: 16.10', '16:10'],
    ['Anna Ek förklarade mötet avslutat kl. 16.', '16:00'],
    ['Mötet avslutades den 16 mars.', null],
  ])('%s', (line, end) => {
    expect(swedish('3. Övrigt', 'Inget.', '', line).end).toBe(end)
  })

  test.each([
    ['The meeting closed at 9.10 pm.', '21:10'],
    ['Finished 8.35', '20:35'],
    ['Meeting ended at 9 o’clock.', '21:00'],
    ['The meeting was closed at 20:45.', '20:45'],
  ])('is in the evening where the meeting began then: %s', (line, end) => {
    expect(english('3. AOB', 'None.', '', line).end).toBe(end)
  })

  test('stands in a title above a list of what is to be done', () => {
    expect(
      swedish(
        '3. Mötet avslutades kl. 16.20.',
        '',
        'ATT GÖRA',
        'Vad           Vem      Klart',
        'Laga hjulet   Bo       8 april',
      ).end,
    ).toBe('16:20')
  })

  test('may stand on the line below the word that leads to it', () => {
    const close = ['There being no further business the Chairman closed the meeting at', '9.12 p.m.']
    expect(english('3. AOB', 'None.', '', ...close).end).toBe('21:12')
  })

  test('stands above a list that closes the minutes', () => {
    const text = [
      '3. Next meetings',
      'The meeting was closed at 9.45 pm.',
      '',
      '4. Summary of decisions',
      'The budget stands.',
    ]
    expect(english(...text).end).toBe('21:45')
  })
})

describe('the next meeting', () => {
  test('may be a talk that follows this one up', () => {
    expect(swedish('3. Övrigt', 'Ett uppföljande samtal planeras till den 12 april.').nextMeeting?.date).toBe(
      '2024-04-12',
    )
  })

  test.each([
    [['Sammanträdesdatum: 12/2, 12/3, 16/4'], '2024-03-12'],
    [['3. Mötestider', '13 februari, 14 maj, 17 september och 26 november, alltid kl. 13.30.'], '2024-05-14'],
    [
      ['3. Kommande möten', 'Datum\tTid\tPlats', '12 februari\t13.00\tRådhuset', '16 april\t13.00\tRådhuset'],
      '2024-04-16',
    ],
    [['Nästa byggmöte onsdag 5 juni kl 9.'], '2024-06-05'],
    [['Nästa planering mån 18 mars kl 9.30, Bo Alm håller i den.'], '2024-03-18'],
    [['Ny tid för möte: 9 april kl 13.'], '2024-04-09'],
    [['Nästa gång: 9.4 kl 18 hos Bo'], '2024-04-09'],
    [['3. Nästa möte och avslut', 'Nästa möte hålls den 9 april kl. 9. Höstens heldag meddelas senare.'], '2024-04-09'],
    [['3. Nästa möte', 'Tid för nästa möte bestäms senare. Remissen lämnas den 1 september.'], null],
    [['3. Nästa möte', 'Ej bestämt.'], null],
    [['3. Sammanträdestider 2025', 'Kvarnrådet beslutar', 'att sammanträda den 15 januari och 12 februari.'], null],
  ])('%j', (lines, date) => {
    expect(swedish(...lines).nextMeeting?.date ?? null).toBe(date)
  })

  test.each([
    [['Next GA: 12–13 November 2024, Riga'], '2024-11-12'],
    [['The Committee will next meet on 3 April 2024.'], '2024-04-03'],
    [['3. Date, time and place of next meeting', '3 April at 7 pm in the village hall'], '2024-04-03'],
    [['3. Dates of future meetings', '14 February 2024', '18 May 2024', '20 April 2024'], '2024-04-20'],
    [
      ['3. Future meetings', 'Date\tTime\tVenue', '4 February 2024\t7pm\tHall', '9 April 2024\t7pm\tHall'],
      '2024-04-09',
    ],
    [['3. Dates', 'Next board: Wednesday 5 June 2024, 6.30pm', 'AGM: 27 November'], '2024-06-05'],
    [['3. Date of next meeting', '22 May 2024 at 2 pm, Room 5.', '', 'AF/March 2024'], '2024-05-22'],
    [['Date of next meeting: TBC'], null],
  ])('in English: %j', (lines, date) => {
    expect(english(...lines).nextMeeting?.date ?? null).toBe(date)
  })

  test('takes its year from a title over all days of a list', () => {
    const text = [
      'Anteckningar Kvarnrådet 2024-11-27',
      '',
      'Närvarande: Anna Ek, Bo Alm',
      '',
      '1. Öppnande',
      'Anna Ek öppnar.',
      '',
    ]
    const next = readOne([...text, '2. Mötestider 2025', '26 februari, 21 maj och 26 november.'].join('\n')).nextMeeting
    expect(next).toMatchObject({ date: '2025-02-26', line: 9 })
  })
})

describe('several days under a title of the next meeting', () => {
  const under = (title: string, ...lines: readonly string[]) =>
    readOne(
      [
        'Protokoll fört vid möte med Kvastrådet den 9 oktober 2019',
        '',
        'Närvarande: Tuva Kvastborg (ordförande), Bror Himmelmo, Saga Rimtråd',
        '',
        '1. Öppnande',
        'Mötet öppnades.',
        '',
        `2. ${title}`,
        ...lines,
        '',
      ].join('\n'),
    ).nextMeeting

  test.each([
    ['a list', ['- 4 september 2019', '- 13 november 2019', '- 11 december 2019']],
    ['a list in no order', ['- 11 december 2019', '- 13 november 2019', '- 4 september 2019']],
    ['a table', ['| Datum | Tid |', '| --- | --- |', '| 2019-11-13 | 18.00 |', '| 2019-12-11 | 18.00 |']],
    ['a table set with tabs', ['Datum\tTid', '2019-09-04\t18.00', '2019-11-13\t18.00', '2019-12-11\t18.00']],
  ])('the first of %s after the meeting itself is the next', (_, lines) => {
    expect(under('Nästa möte', ...lines)).toMatchObject({ date: '2019-11-13', basis: 'stated' })
  })

  test('a day until when something is to be done, or the text was written, is none', () => {
    const next = under(
      'Nästa möte',
      'Onsdagen den 13 november 2019 kl. 18, i klubbstugan.',
      '',
      'Sammanställning av uppgifter',
      'Vem\tVad\tNär',
      'Bror Himmelmo\tBoka lokal\t1 november',
      'Saga Rimtråd\tRinga sömmerskan\t3 december 2019',
      '',
      'Utkast av den 10 oktober 2019',
    )
    expect(next).toMatchObject({ date: '2019-11-13', basis: 'stated' })
  })

  test('a body may go by its letters', () => {
    expect(under('Nästa AU', '13 november 2019, klubbstugan.')).toMatchObject({ date: '2019-11-13' })
  })
})
