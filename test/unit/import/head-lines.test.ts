import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { readOne, unread } from './read.ts'

/** Minutes with these lines in the head. */
function minutesUnder(...head: readonly string[]): string {
  return [
    'Protokoll nämnden 2024-05-06',
    ...head,
    '',
    'Närvarande: Anna Ek, Bo Alm',
    '',
    '§ 1 Öppnande',
    'Mötet öppnades.',
    '',
  ].join('\n')
}

const officers = (meeting: ProposedMeeting): string[] => meeting.officers.map(({ role, name }) => `${role} ${name}`)
describe('several fields on one line of the head', () => {
  test.each<[string, string[], string[]]>([
    ['Sekreterare  Mia Sand    Paragrafer §§ 110–112', ['secretary Mia Sand'], ['Paragrafer: §§ 110–112']],
    ['Ordförande  Gun Ahl    Paragrafer 1–2', ['chair Gun Ahl'], ['Paragrafer: 1–2']],
    ['Sekreterare  Mia Sand    Telefon 08-12', ['secretary Mia Sand'], ['Telefon: 08-12']],
    ['Sekreterare  Mia Sand    Telefon: 08-12', ['secretary Mia Sand'], ['Telefon: 08-12']],
    ['Sekreterare: Mia Sand, tel 08-12', ['secretary Mia Sand'], ['tel 08-12']],
    ['Ordförande  Gun Ahl    Sekreterare  Mia Sand', ['chair Gun Ahl', 'secretary Mia Sand'], []],
    ['Justerare: Rolf Nyman   Sekr: Kim Ek', ['secretary Kim Ek', 'adjuster Rolf Nyman'], []],
    ['Ordförande: 12 personer', [], ['12 personer']],
  ])('names those in office, and lists what has no field: %s', (line, named, listed) => {
    const meeting = readOne(minutesUnder(line))
    expect(officers(meeting)).toEqual(named)
    expect(unread(meeting)).toEqual(listed)
    expect(meeting.sender).toBeNull()
  })

  test.each(['·', '•', '|', ','])('is parted by "%s"', (sign) => {
    const meeting = readOne(minutesUnder(`Dnr: SN 2024/5 ${sign} Ordförande: Åke Lind ${sign} Sekreterare: Eva Sjö`))
    expect(meeting.dnr).toBe('SN 2024/5')
    expect(officers(meeting)).toEqual(['chair Åke Lind', 'secretary Eva Sjö'])
  })

  test('may have a first label without a colon', () => {
    const meeting = readOne(minutesUnder('Dnr SN 2024/5 · Ordförande: Åke Lind · Sekreterare: Eva Sjö'))
    expect(meeting.dnr).toBe('SN 2024/5')
    expect(officers(meeting)).toEqual(['chair Åke Lind', 'secretary Eva Sjö'])
    const dated = readOne(minutesUnder('Datum 2024-05-06. Plats: Göteborg samt digitalt. Tid: 9-12'))
    expect([dated.place, dated.form, dated.start, dated.end]).toEqual([
      'Göteborg samt digitalt',
      'hybrid',
      '09:00',
      '12:00',
    ])
    expect(unread(dated)).toEqual([])
  })

  test('paragraphs alone on a line below the title are no sender', () => {
    const meeting = readOne(minutesUnder('Paragrafer §§ 1–2'))
    expect(meeting.sender).toBeNull()
    expect(unread(meeting)).toEqual(['Paragrafer: §§ 1–2'])
  })
})

describe('a room beside a screen', () => {
  test.each([
    ['Plats: Göteborg samt digitalt', 'Göteborg samt digitalt'],
    ['Plats: Room 4 and by video link', 'Room 4 and by video link'],
    ['Plats: Digitalt och i Stadshuset', 'Digitalt och i Stadshuset'],
    ['Plats: Teams samt i sal A', 'Teams samt i sal A'],
  ])('makes a hybrid meeting: %s', (line, place) => {
    const meeting = readOne(minutesUnder(line))
    expect([meeting.form, meeting.place]).toEqual(['hybrid', place])
  })

  test('does so in the title too, and is the place', () => {
    const meeting = readOne(
      minutesUnder().replace(
        'Protokoll nämnden 2024-05-06',
        'Minutes of the Safety Committee held on Tuesday, March 5, 2024 at 2:00 p.m. via Microsoft Teams and in Room 12',
      ),
    )
    expect([meeting.form, meeting.place, meeting.start]).toEqual(['hybrid', 'Room 12', '14:00'])
  })

  test('is missing where only a screen is named', () => {
    expect(readOne(minutesUnder('Plats: Teams')).form).toBe('distans')
    expect(readOne(minutesUnder('Plats: video link')).form).toBe('distans')
  })
})

/** The same with text in the item. */
const saying = (text: string): ProposedMeeting => readOne(minutesUnder().replace('Mötet öppnades.', text))

describe('the owner of an action', () => {
  test.each([
    ['Utbildningschefen Anna Ek får i uppdrag att ta fram en plan.', 'Anna Ek'],
    ['Ekonomichef Bo Alm får i uppdrag att ta fram en plan.', 'Bo Alm'],
    ['Anna Ek (S) får i uppdrag att ta fram en plan.', 'Anna Ek'],
    ['Barbro Anna Ek får i uppdrag att ta fram en plan.', 'Barbro Anna Ek'],
    ['Utbildningschefen Sara Vik får i uppdrag att ta fram en plan.', 'Utbildningschefen Sara Vik'],
    ['Anna Ek och Bo Alm får i uppdrag att ta fram en plan.', 'Anna Ek och Bo Alm'],
  ])('is the person on the list where only a title stands before the name: %s', (text, owner) => {
    expect(saying(text).items.flatMap((item) => item.actions.map((action) => action.owner))).toEqual([owner])
  })
})

describe('a day without a year', () => {
  const codes = (text: string): string[] =>
    saying(text)
      .findings.filter(({ code }) => code === 'year-inferred' || code === 'weekday-mismatch')
      .map(({ code, suggestion }) => `${code} ${suggestion ?? ''}`)

  test('is told with its reckoned year and with a weekday that this year does not give', () => {
    expect(codes('Nästa möte är onsdag den 4 oktober.')).toEqual([
      'year-inferred 2024-10-04',
      'weekday-mismatch 2024-10-04',
    ])
    expect(codes('Bo Alm skickar underlag senast onsdag den 4 oktober.')).toEqual([
      'year-inferred 2024-10-04',
      'weekday-mismatch 2024-10-04',
    ])
  })

  test('is told once where the weekday is that year’s, or none is written', () => {
    expect(codes('Nästa möte är fredag den 4 oktober.')).toEqual(['year-inferred 2024-10-04'])
    expect(codes('Nästa möte är den 4 oktober.')).toEqual(['year-inferred 2024-10-04'])
  })
})
