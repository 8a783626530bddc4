import { describe, expect, test } from 'vitest'
import { parseMinutes } from '#core/import/parse.ts'
import type { ProposedMeeting } from '#contract/proposal.ts'

function minutesOn(day: string, ...list: readonly string[]): ProposedMeeting {
  const [meeting] = parseMinutes(
    ['Protokoll nämnden', day, '', ...list, '', '§ 1 Öppnande', 'Mötet öppnades.', ''].join('\n'),
  )
  if (meeting === undefined) throw new Error('no meeting was read')
  return meeting
}

/** "Name | capacity | organisation", one for each person; a dash where the text says nothing. */
function peopleOf(...list: readonly string[]): string[] {
  return minutesOn('2024-02-09', ...list).participants.map(({ name, capacity, organisation }) =>
    [name, capacity ?? '–', organisation ?? '–'].join(' | '),
  )
}

/** "Name status mode items" */
function presenceOf(day: string, ...list: readonly string[]): string[] {
  return minutesOn(day, ...list).participants.map(({ name, status, mode, items }) =>
    [name, status, mode, items ?? '–'].join(' '),
  )
}

describe('a table with a column for each day of the meeting', () => {
  const rows = [
    'Nr\tPartner\tName\t12/03\t13/03',
    '1\tTU Halden\tAnna Ek (chair)\tX\tX',
    '2\tTU Halden\tBo Ål\tX\t–',
    '3\tMossa AB\tCia Öhrn\tonline\tonline',
    '4\tMossa AB\tDan Berg\t–\t–',
  ]

  test('has present whoever came on one of them, and tells which where it was not all', () => {
    expect(presenceOf('12–13 mars 2024', ...rows)).toEqual([
      'Anna Ek present unknown –',
      'Bo Ål present unknown 12/03',
      'Cia Öhrn present remote –',
      'Dan Berg absent unknown –',
    ])
  })

  test('keeps how somebody came where the days differ', () => {
    const { participants, findings } = minutesOn(
      '12–13 mars 2024',
      'Nr\tPartner\tName\t12/03\t13/03',
      '1\tTU Halden\tAnna Ek\tX\tonline',
      '2\tTU Halden\tBo Ål\tX\tX',
    )
    expect(participants[0]).toMatchObject({ name: 'Anna Ek', status: 'present', mode: 'unknown' })
    expect(findings.map(({ quote }) => quote).join(' ')).toContain('13/03: online')
  })

  test('still goes by its own day where the meeting had one', () => {
    expect(presenceOf('2024-03-13', ...rows)).toContain('Bo Ål absent unknown –')
  })

  test('is read by its other columns: number, partner, name', () => {
    const [first] = minutesOn('12–13 mars 2024', ...rows).participants
    expect(first).toMatchObject({ listNumber: 1, name: 'Anna Ek', capacity: 'chair', organisation: 'TU Halden' })
  })
})

describe('a column', () => {
  test('of kinds of members holds no organisation, however a kind is called', () => {
    expect(
      peopleOf(
        'Name\tInitials\tType of governor\tPresent?',
        'Anna Ek\tAE\tCo-opted\tYes',
        'Bo Ål\tBÅ\tFoundation\tNo',
        'Cia Öhrn\tCÖ\tParent\tYes – via Teams',
      ),
    ).toEqual(['Anna Ek | Co-opted | –', 'Bo Ål | Foundation | –', 'Cia Öhrn | Parent | –'])
  })

  test('of labels holds for the names that hang in below', () => {
    expect(
      peopleOf(
        'Närvarande',
        'För arbetsgivaren:   Anna Ek, HR-chef',
        '                     Bo Ål',
        'För Vision:          Cia Öhrn',
        '                     Dan Berg (Skype)',
        'För Saco:            Ingen närvarande',
        'Skyddsombud:         Eva Lind',
      ),
    ).toEqual([
      'Anna Ek | HR-chef | –',
      'Bo Ål | – | –',
      'Cia Öhrn | – | Vision',
      'Dan Berg | – | Vision',
      'Eva Lind | skyddsombud | –',
    ])
  })

  test('of numbered names stands beside another', () => {
    expect(
      minutesOn('2024-02-09', 'Deltagare', '1. Anna Ek          3. Cia Öhrn', '2. Bo Ål            4. Dan Berg')
        .participants.map(({ listNumber, name }) => `${listNumber ?? '–'} ${name}`)
        .toSorted(),
    ).toEqual(['1 Anna Ek', '2 Bo Ål', '3 Cia Öhrn', '4 Dan Berg'])
  })

  test('of titles before names leaves the office to the one beside', () => {
    expect(
      peopleOf(
        'Members present',
        'Dr Anna Smith            Non-Executive Director',
        'Mrs Beth Jones           Freedom to Speak Up Guardian',
        'Miss Cath Brown          Governance Officer (minutes)',
      ),
    ).toEqual([
      'Anna Smith | Non-Executive Director | –',
      'Beth Jones | Freedom to Speak Up Guardian | –',
      'Cath Brown | Governance Officer, minutes | –',
    ])
  })
})

describe('a signature', () => {
  test('for a side of the meeting opens no list of people', () => {
    const [meeting] = parseMinutes(
      [
        'Protokoll samverkan 2024-02-09',
        '',
        'Närvarande: Anna Ek, Bo Ål, Cia Öhrn',
        '',
        '§ 1 Öppnande',
        'Mötet öppnades.',
        '',
        'Vid protokollet             Justeras',
        '',
        'Anna Ek                     Bo Ål',
        '                            För arbetsgivaren',
        '',
        'Cia Öhrn                    Dan Berg',
        'För ST                      För Saco',
        '',
      ].join('\n'),
    )
    expect(meeting?.participants.map(({ name }) => name)).toEqual(['Anna Ek', 'Bo Ål', 'Cia Öhrn'])
  })
})

describe('a list as it is set on the page', () => {
  test('has labels that go on below in front of the second name', () => {
    expect(
      peopleOf(
        'Beslutande',
        'Byalagens          Anna Ek (S), ordförande',
        'företrädare        Bo Lind (M)',
        '                   Cia Dal (C)',
        '',
        'Rederiernas        Gun Holm, Lotsfacket',
        'representanter     Ove Ståhl, Båtfacket, på distans',
        '',
        'Ersättare          Mia Sand (V)',
      ),
    ).toEqual([
      'Anna Ek | ordförande | S',
      'Bo Lind | byalagens företrädare | M',
      'Cia Dal | byalagens företrädare | C',
      'Gun Holm | rederiernas representant | Lotsfacket',
      'Ove Ståhl | rederiernas representant | Båtfacket',
      'Mia Sand | ersättare | V',
    ])
  })

  test('has somebody in the bracket of what is of a place', () => {
    expect(
      peopleOf('Närvarande: Anna Ek, Bo Lind', 'Förhinder: Cia Dal (LRF Väst), Byalaget i Södra Ås (Eva Fors)'),
    ).toEqual(['Anna Ek | – | –', 'Bo Lind | – | –', 'Cia Dal | – | LRF Väst', 'Eva Fors | – | Byalaget i Södra Ås'])
  })

  test('of labels is a list also where the first runs over lines', () => {
    expect(
      peopleOf(
        'För hamnen:        Anna Ek (ordförande), Bo Lind, Cia Dal, Dan Berg, Eva-Karin',
        '                   Fors (protokoll)',
        'För Lotsfacket:    Gun Holm, Ove Ståhl',
        'För Kranförarna:   Kim Ström',
        'För Båtfacket:     -  (Mia Sand har anmält frånvaro)',
      ),
    ).toEqual([
      'Anna Ek | ordförande | –',
      'Bo Lind | – | –',
      'Cia Dal | – | –',
      'Dan Berg | – | –',
      'Eva-Karin Fors | protokoll | –',
      'Gun Holm | – | Lotsfacket',
      'Ove Ståhl | – | Lotsfacket',
      'Kim Ström | – | Kranförarna',
      'Mia Sand | – | Båtfacket',
    ])
  })

  test.each([
    ['För Båtfacket:     -  (Mia Sand har anmält frånvaro)'],
    ['För Båtfacket: – (Mia Sand, förhindrad)'],
    ['Båtfacket: (Mia Sand, sjuk)'],
  ])('has away whom a bracket without anybody in front says so of: %s', (line) => {
    expect(presenceOf('2024-02-09', 'Närvarande', 'För Lotsfacket: Gun Holm, Ove Ståhl', line)).toContain(
      'Mia Sand excused unknown –',
    )
  })

  test.each([
    [
      'Hamnverket: Anna Ek (ordförande), direktör Bo Lind (till punkten Bojar), Dan',
      'Bergström, Eva Fors',
      'Dan Bergström | – | Hamnverket',
    ],
    [
      'Hamnverket: Anna Ek (ordförande), direktör Bo Lind (till punkten Bojar), Dan Bergström',
      '(antecknade), Eva Fors',
      'Dan Bergström | antecknade | Hamnverket',
    ],
  ])('goes on below a full line: %s', (line, below, person) => {
    const people = peopleOf('Deltagare', line, below, '', 'Lotsverket: Gun Holm')
    expect(people).toContain(person)
    expect(people).toContain('Eva Fors | – | Hamnverket')
    expect(people).toHaveLength(5)
  })

  test.each([
    ['Övriga               Närvarande ersättare', '                     ', 'ersättare'],
    ['Övriga               Närvarande ersättare', 'närvarande           ', 'ersättare'],
    ['Närvarande           Ej tjänstgörande ersättare', '                     ', 'ej tjänstgörande ersättare'],
  ])('has a second heading beside the first: %s / %s', (heading, beside, capacity) => {
    expect(
      peopleOf(
        'Beslutande           Anna Ek (S), ordförande',
        '                     Bo Lind (M)',
        '',
        heading,
        `${beside}Cia Dal (V)`,
        '                     Dan Berg (C)',
      ).slice(2),
    ).toEqual([`Cia Dal | ${capacity} | V`, `Dan Berg | ${capacity} | C`])
  })

  test('has one bracket for the two in front of it, and a point behind a mark', () => {
    expect(
      peopleOf(
        'Med på nätverksträffen:',
        'Anna Ek (Hamnverket)',
        'Bo Lind och Cia Dal (Destination Skäret)',
        'Dan Berg (Leader Kusten) – digitalt',
        'Ej med: Eva Fors (Lotsverket), sjuk. Skärgårdsbolaget.',
      ),
    ).toEqual([
      'Anna Ek | – | Hamnverket',
      'Bo Lind | – | Destination Skäret',
      'Cia Dal | – | Destination Skäret',
      'Dan Berg | – | Leader Kusten',
      'Eva Fors | – | Lotsverket',
    ])
  })

  test('has what somebody is called between their names', () => {
    expect(peopleOf('Närvarande', '* Bo "Bosse" Lind, seglarsektionen', '* Anna Ek')).toEqual([
      'Bo "Bosse" Lind | – | seglarsektionen',
      'Anna Ek | – | –',
    ])
  })

  test('keeps what somebody has done, which is no office', () => {
    const { participants, findings } = minutesOn(
      '2024-02-09',
      'Förhinder',
      'Bo Lind, Hamnverket (har lämnat skriftligt yttrande)',
    )
    expect(participants).toMatchObject([{ name: 'Bo Lind', capacity: null, organisation: 'Hamnverket' }])
    expect(findings.map(({ quote }) => quote)).toContain('har lämnat skriftligt yttrande')
  })
})
