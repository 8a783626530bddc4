import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { protocolOf, readOne, unread } from './read.ts'

function minutesWith(...list: readonly string[]): ProposedMeeting {
  return readOne(['Protokoll nämnden 2024-02-09', '', ...list, '', '§ 1 Öppnande', 'Mötet öppnades.', ''].join('\n'))
}

function modesOf(...list: readonly string[]): string[] {
  return minutesWith(...list).participants.map(({ name, mode }) => `${name} ${mode}`)
}

/** "Name | capacity | organisation", one for each person; a dash where the text says nothing. */
function peopleOf(...list: readonly string[]): string[] {
  return minutesWith(...list).participants.map(({ name, capacity, organisation }) =>
    [name, capacity ?? '–', organisation ?? '–'].join(' | '),
  )
}

describe('a sign that the list explains', () => {
  test('may stand in a bracket with more', () => {
    const list = [
      'Deltagare (D = deltog digitalt)',
      '',
      'Sjörådet: Anna Ek, Bo Alm (D, till kl. 10.30)',
      'Vassbolaget: Kim Ås (D)',
    ]
    expect(modesOf(...list)).toEqual(['Anna Ek unknown', 'Bo Alm remote', 'Kim Ås remote'])
    expect(minutesWith(...list).participants[1]).toMatchObject({ organisation: 'Sjörådet', items: 'till kl. 10.30' })
  })

  test.each([
    [['Present:', 'Ann Hale [T]', 'Sam Reed', '', '[T] = joined via Teams']],
    [['Present: Ann Hale*, Sam Reed', '(* = on Zoom)']],
    [['Närvarande: Ann Hale*, Sam Reed', '', '* deltog via videolänk']],
    [['Deltagare (D = deltog digitalt)', 'Ann Hale, Region Norr (D)', 'Sam Reed, Region Syd']],
    [['Deltagare (* = via Teams): Ann Hale*, Sam Reed']],
    [['Närvarande', 'Ann Hale, kassör*', 'Sam Reed', '*) deltog digitalt']],
    [['Namn\tRoll\tNärvaro', 'Ann Hale\tkassör\tD', 'Sam Reed\tledamot\tX', '', 'X = närvarande   D = på distans']],
    [['Namn\tRoll\tNärvaro', 'Ann Hale\tkassör\tX (D)', 'Sam Reed\tledamot\tX', '(D) = deltog på distans']],
    [
      [
        'Namn          Roll        Närvaro',
        'Ann Hale      kassör      D',
        'Sam Reed      ledamot     N',
        'N = närvarande, D = digitalt, – = frånvarande',
      ],
    ],
  ])('marks those who have it and nobody else: %j', (list) => {
    expect(modesOf(...list)).toEqual(['Ann Hale remote', 'Sam Reed unknown'])
    expect(minutesWith(...list).placements.filter(({ part }) => part === 'unplaced')).toEqual([])
  })

  test('takes the cell of its own between bars', () => {
    const rows = [
      '| Namn | Roll | Närvaro |',
      '|---|---|---|',
      '| Ann Hale | kassör | P |',
      '| Sam Reed | ledamot | D |',
    ]
    expect(modesOf('Närvarande', '', ...rows, '', 'P = på plats, D = digitalt')).toEqual([
      'Ann Hale room',
      'Sam Reed remote',
    ])
  })

  test('is read in a list behind the items too', () => {
    const meeting = readOne(
      [
        'Protokoll Kvarnnämnden 2024-02-09',
        '',
        '§ 1 Öppnande',
        'Mötet öppnades.',
        '§ 2 Budget',
        'Budgeten gicks igenom.',
        '',
        'Närvarolista',
        'Namn\tParti\tUppdrag\tNärvarande',
        'Ann Hale\tS\tOrdförande\tX',
        'Sam Reed\tM\tLedamot\tX (D)',
        '',
        'X = närvarande   (D) = deltar på distans',
      ].join('\n'),
    )
    expect(meeting.participants.map(({ name, organisation, mode }) => [name, organisation, mode])).toEqual([
      ['Ann Hale', 'S', 'unknown'],
      ['Sam Reed', 'M', 'remote'],
    ])
  })

  test('may be one of several', () => {
    expect(modesOf('Present', 'Ann Hale*', 'Sam Reed**', 'Lou Carr', '*) by video link', '**) by telephone')).toEqual([
      'Ann Hale remote',
      'Sam Reed phone',
      'Lou Carr unknown',
    ])
  })
})

describe('a list of their own', () => {
  const statuses = (...list: readonly string[]): string[] =>
    minutesWith(...list).participants.map(({ name, status }) => `${name} ${status}`)

  test.each(['Från kansliet', 'Från Näckenverket', 'From the agency'])(
    'stands below those who are away: %s',
    (label) => {
      const list = [
        'Ledamöter',
        'Anna Ek',
        'Bo Alm',
        '',
        'Förhindrad',
        'Kim Ås',
        '',
        label,
        'Eva Dal, jurist',
        'Per Fors',
      ]
      expect(statuses(...list)).toEqual([
        'Anna Ek present',
        'Bo Alm present',
        'Kim Ås excused',
        'Eva Dal present',
        'Per Fors present',
      ])
    },
  )

  test('is none where those away stand under such labels from the first', () => {
    const list = [
      'Närvarande',
      'Anna Ek',
      '',
      'Förhinder',
      'Från Näckenverket',
      'Kim Ås',
      '',
      'Från Sjörådet',
      'Eva Dal',
    ]
    expect(statuses(...list)).toEqual(['Anna Ek present', 'Kim Ås excused', 'Eva Dal excused'])
  })

  test.each(['Dessutom', 'Härutöver'])('names who came besides: %s', (label) => {
    const list = ['Närvarande: Anna Ek, Bo Alm', '', 'Frånvarande: Kim Ås', '', `${label}: Eva Dal, revisor, punkt 1`]
    expect(statuses(...list)).toEqual(['Anna Ek present', 'Bo Alm present', 'Kim Ås absent', 'Eva Dal present'])
  })

  test.each([
    ['Guest on 9 February', 'guest', '9 February'],
    ['Inbjudna den 10 februari', 'inbjuden', '10 februari'],
  ])('names who came on one of the days: %s', (label, capacity, items) => {
    const { participants } = minutesWith('Närvarande: Anna Ek, Bo Alm', '', `${label}: Dr Eva Dal, Sjörådet`)
    expect(participants.at(-1)).toMatchObject({ name: 'Eva Dal', capacity, items, status: 'present' })
  })
})

describe('a label over people', () => {
  test('is told by the bullets below, however much it looks like a name', () => {
    expect(
      peopleOf(
        'Deltagare',
        'Mittnät Elnät AB',
        '– Jörgen Källström',
        '– Pia Lund',
        'Åkeriet Bröderna Sandin',
        '– Maj Sandin',
      ),
    ).toEqual([
      'Jörgen Källström | – | Mittnät Elnät AB',
      'Pia Lund | – | Mittnät Elnät AB',
      'Maj Sandin | – | Åkeriet Bröderna Sandin',
    ])
  })

  test('is told by people set farther in', () => {
    expect(
      peopleOf('Deltagare:', 'Energikontoret', '  Kalle Sund', 'Bröderna Frisk', '  Maj Sandin, projektledare'),
    ).toEqual(['Kalle Sund | – | Energikontoret', 'Maj Sandin | projektledare | Bröderna Frisk'])
  })

  test('is told by the organisations that open the other blocks', () => {
    expect(peopleOf('Deltagare', 'Acme Sverige AB', 'Anna Ek', '', 'Borealis Nät', 'Bo Alm', 'Eva Holm')).toEqual([
      'Anna Ek | – | Acme Sverige AB',
      'Bo Alm | – | Borealis Nät',
      'Eva Holm | – | Borealis Nät',
    ])
  })

  test('with a class or a crowd names whom it can', () => {
    expect(
      peopleOf(
        'Närvarande:',
        '3:an: Josefin Ek, Andreas Roth',
        '7c: ingen kom!!',
        'Vuxna: Bengt Malm, rektor',
        'Sjuka: Ebba Ny 9b',
      ),
    ).toEqual(['Josefin Ek | – | 3:an', 'Andreas Roth | – | 3:an', 'Bengt Malm | rektor | –', 'Ebba Ny | – | 9b'])
  })

  test('of one word with a colon is nobody', () => {
    expect(
      peopleOf('Deltagare:', 'Anna Ek, utvecklare', 'Kund:', 'Bo Alm, beställare').map(
        (person) => person.split(' | ')[0],
      ),
    ).toEqual(['Anna Ek', 'Bo Alm'])
  })

  test('that is the meeting’s own body is nobody’s organisation', () => {
    const text = [
      'Minnesanteckningar från Hamnrådet 2024-02-09',
      '',
      'Närvarande',
      'Hamnrådet',
      'Anna Ek',
      'Bo Alm',
      '',
      '1. Öppnande',
      'Anna Ek öppnade mötet.',
    ]
    expect(readOne(text.join('\n')).participants.map(({ organisation }) => organisation)).toEqual([null, null])
  })
})

describe('a run of names', () => {
  test('with initials goes on over the line’s end', () => {
    expect(
      peopleOf(
        'Present:        Cllr Mrs D Pen (Mayor, in the Chair)',
        '                Cllrs T Hill, J Bolt (from 7.20pm), Ms S Carr, R Dunn,',
        '                Dr P Hock, W Treg',
      ),
    ).toEqual([
      'D Pen | Mayor, in the Chair | –',
      'T Hill | Cllr | –',
      'J Bolt | Cllr | –',
      'S Carr | Cllr | –',
      'R Dunn | Cllr | –',
      'P Hock | Cllr | –',
      'W Treg | Cllr | –',
    ])
  })

  test('is one name where the line’s end falls between its words', () => {
    expect(
      peopleOf(
        'Present: Marguerite Hale (Chair), Tom Reed (Treasurer), Honor',
        'Batstone (Secretary), Ben Rahimi, Cormac',
        'Dee',
      ).map((person) => person.split(' | ')[0]),
    ).toEqual(['Marguerite Hale', 'Tom Reed', 'Honor Batstone', 'Ben Rahimi', 'Cormac Dee'])
  })

  test('of countries with their people in brackets names the people', () => {
    expect(peopleOf('Participants: Germany (Klaus Weber), Sweden (Anna Lind, Bo Ek)')).toEqual([
      'Klaus Weber | – | Germany',
      'Anna Lind | – | Sweden',
      'Bo Ek | – | Sweden',
    ])
  })

  test('with titles and family names alone is one of several people', () => {
    expect(
      peopleOf('Present: Cllr Vance (Chair), Cllr Nwosu, Ms Peat').map((person) => person.split(' | ')[0]),
    ).toEqual(['Vance', 'Nwosu', 'Peat'])
  })

  test('after "except" was away', () => {
    const { participants } = minutesWith('Present: All members except Jim Dale', 'Present: Ann Bell, Roy Cole')
    expect(participants.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'Jim Dale absent',
      'Ann Bell present',
      'Roy Cole present',
    ])
  })
})

describe('words beside a name', () => {
  test.each([
    ['Bo Alm (kom 18:40)', 'kom 18:40'],
    ['Bo Alm (gick 10.50)', 'gick 10.50'],
    ['Bo Alm, jurist, vid punkten Sekretess', 'punkten Sekretess'],
    ['Bo Alm (Zoom, endast 9 februari)', 'endast 9 februari'],
    ['Bo Alm (10 February only)', '10 February only'],
  ])('that tell when somebody was there are no office: %s', (line, items) => {
    const person = minutesWith('Närvarande', 'Anna Ek', line).participants.at(-1)
    expect(person?.items).toBe(items)
    expect([null, 'jurist']).toContain(person?.capacity)
  })

  test.each([
    ['Bo Alm (förhinder, arbetar kväll)', 'excused', null, null],
    ['Bo Alm – sent his apologies', 'excused', null, null],
    ['Bo Alm, Finland – has sent her regrets', 'excused', null, 'Finland'],
    ['Bo Alm (sjuk, kassör)', 'excused', 'kassör', null],
    ['Bo Alm (PL)', 'present', 'PL', null],
    ['Bo Alm (as alternate for Dr I. Reed)', 'present', 'alternate', null],
    ['Bo Alm, styrelsens kansli', 'present', null, 'styrelsens kansli'],
    ['Bo Alm, the agency’s secretariat', 'present', null, 'the agency’s secretariat'],
  ])('that tell how and for whom: %s', (line, status, capacity, organisation) => {
    const person = minutesWith('Närvarande', 'Anna Ek', 'Kim Ås', line).participants.at(-1)
    expect(person).toMatchObject({ name: 'Bo Alm', status, capacity, organisation })
  })

  test('as a title stand at the line’s end above the name', () => {
    const text = [
      'Minutes of the Reed Committee held on 9 February 2024',
      '',
      'Members present: Dr Ann Lake (Hydrology, in the Chair); Dr Ted Boyd (Faculty of Reeds); Professor',
      'Sam Reed (Faculty of Boats)',
      '',
      '1. Minutes',
      'The minutes were confirmed.',
    ].join('\n')
    expect(readOne(text).participants.at(-1)).toMatchObject({ name: 'Sam Reed', capacity: null })
  })

  test('as a firm with "&" are one organisation', () => {
    expect(peopleOf('Närvarande', 'Anna Ek', 'Advokat Malte Berg, Advokatfirman Berg & Ask, § 9').at(-1)).toBe(
      'Malte Berg | advokat | Advokatfirman Berg & Ask',
    )
  })

  test('as initials of a hyphenated name are no organisation', () => {
    expect(peopleOf('Med: Anna Ek (AE), Nora El-Masri (NE)').at(-1)).toBe('Nora El-Masri | – | –')
  })
})

describe('a box in front of a name', () => {
  test('tells by its cross whether somebody was there', () => {
    const { participants } = minutesWith('Närvaro', '[x] Anna Ek', '[ ] Bo Alm')
    expect(participants.map(({ name, status }) => `${name} ${status}`)).toEqual(['Anna Ek present', 'Bo Alm absent'])
  })
})

describe('those whom an item excuses', () => {
  const text = (sentence: string): string[] =>
    readOne(
      [
        'Minutes of the Parish Council 2024-02-09',
        '',
        'Present: Cllr Mrs D Pen (Chair), Cllr T Hill',
        '',
        '1. Apologies',
        sentence,
        '',
        '2. Close',
        'The meeting closed.',
      ].join('\n'),
    ).participants.map(({ name, status }) => `${name} ${status}`)

  test('are among the participants', () => {
    expect(text('Apologies were received and accepted from Cllr M Eddy (illness) and Cllr Mrs K Ross (work).')).toEqual(
      ['D Pen present', 'T Hill present', 'M Eddy excused', 'K Ross excused'],
    )
  })

  test('are no one new where the list has them', () => {
    expect(text('Apologies were received from Cllr T Hill.')).toEqual(['D Pen present', 'T Hill present'])
  })
})

describe('what stands beside a name', () => {
  test('a reason says more than the dash that somebody is away', () => {
    const people = readOne(
      protocolOf([
        'Siv Ask, ordförande      X',
        'Bo Alm                   -  (anmält förhinder)',
        'Ada Frisk                -',
      ]),
    ).participants
    expect(people.map(({ status }) => status)).toEqual(['present', 'excused', 'absent'])
  })

  test('of a substitute the verb says how they served', () => {
    const [one, two] = readOne(protocolOf(['Siv Ask (S)', 'Aida Kov (S), tjänstgör § 2'], 'Ersättare')).participants
    expect([one?.capacity, two?.capacity]).toEqual(['ersättare', 'tjänstgörande ersättare'])
  })

  test.each(['och hennes assistent', 'med tolk', 'samt personlig assistent'])(
    'who came along is no office: %s',
    (words) => {
      const meeting = readOne(protocolOf([`Siv Ask (Norra klubben) ${words}`, 'Bo Alm (Södra klubben)']))
      expect(meeting.participants.map(({ capacity }) => capacity)).toEqual([null, null])
      expect(unread(meeting)).toContain(words)
    },
  )
})
