import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { readOne } from './read.ts'

/** Minutes of 9 February 2024 with a list of people, given as it stands in the text. */
function minutesWith(...list: readonly string[]): ProposedMeeting {
  return readOne(['Protokoll nämnden 2024-02-09', '', ...list, '', '§ 1 Öppnande', 'Mötet öppnades.', ''].join('\n'))
}

/** "Name | capacity | organisation | status mode | items", one for each person; a dash where the text says nothing. */
function peopleOf(...list: readonly string[]): string[] {
  return minutesWith(...list).participants.map(({ name, capacity, organisation, status, mode, items }) =>
    [name, capacity ?? '–', organisation ?? '–', `${status} ${mode}`, items ?? '–'].join(' | '),
  )
}

describe('a table of people with a header', () => {
  test('is read by what its columns are called', () => {
    expect(
      peopleOf(
        'Name\tInitials\tRepresenting\tAttended?',
        'Management side',
        'Ann Hale\tAH\tFacilities\tYes',
        'Piotr Zawada\tPZ\tHR\tApologies',
        'Staff',
        'Dubravka Kos\tDK\tNight shift\tTeams',
        'Lou Carr\tLC\tTransport\tNo',
        'Sam Reed\tSR\tCanteen\tFrom item 4',
      ),
    ).toEqual([
      'Ann Hale | – | Facilities | present unknown | –',
      'Piotr Zawada | – | HR | excused unknown | –',
      'Dubravka Kos | – | Night shift | present remote | –',
      'Lou Carr | – | Transport | absent unknown | –',
      'Sam Reed | – | Canteen | present unknown | From 4',
    ])
  })

  test('may be one of experts, and whom they come from beats who sent them', () => {
    expect(
      peopleOf(
        'National body     Expert                  Affiliation        Attendance',
        'ANI (IT)          Ann Hale (Convenor)     Hale Consult       in person',
        'BNS (SE)          Eva Dal                 Vasstest AB        remote, 9 February only',
        'CNJ (JP)          Kenji Morita            Nihon Reed Assoc.  remote',
      ),
    ).toEqual([
      'Ann Hale | Convenor | Hale Consult | present room | –',
      'Eva Dal | – | Vasstest AB | present remote | 9 February only',
      'Kenji Morita | – | Nihon Reed Assoc. | present remote | –',
    ])
  })

  test('may put the organisation first and several people beside it', () => {
    expect(
      peopleOf(
        'Attendance',
        'Partner\tParticipants',
        'ALFA\tAnn Hale (coordinator), Piotr Zawada (project manager)',
        'Harbour Kvarner\tDubravka Kos',
        'Ostrava Town\tapologies: Marit Sund',
        'Sado\tnot represented',
      ),
    ).toEqual([
      'Ann Hale | coordinator | ALFA | present unknown | –',
      'Piotr Zawada | project manager | ALFA | present unknown | –',
      'Dubravka Kos | – | Harbour Kvarner | present unknown | –',
      'Marit Sund | – | Ostrava Town | excused unknown | –',
    ])
  })

  test('answers about presence with more than yes and no', () => {
    expect(
      peopleOf(
        'Namn\tKommun\tRoll\tNärvaro',
        'Anna Ek\tVikby\tOrdförande\tJa',
        'Bo Alm\tVikby\tLedamot\tJa, Teams',
        'Eva Holm\tLövsjö\tLedamot\tNej, anmält förhinder',
        'Dan Falk\tLövsjö\tErsättare\tJa, tjänstgör',
        'Gun Hult\t\tEkonom\tJa, punkt 4',
      ),
    ).toEqual([
      'Anna Ek | Ordförande | Vikby | present unknown | –',
      'Bo Alm | Ledamot | Vikby | present remote | –',
      'Eva Holm | Ledamot | Lövsjö | excused unknown | –',
      'Dan Falk | tjänstgörande ersättare | Lövsjö | present unknown | –',
      'Gun Hult | Ekonom | – | present unknown | 4',
    ])
  })

  test('keeps whom somebody serves for in words and as nobody’s organisation', () => {
    const meeting = minutesWith(
      'Ersättare                Parti    Närvarande   Tjänstgör för',
      'Ragna Gädda              MP       X',
      'Eva Sköld                S        X            Tomas Vendel',
    )
    expect(meeting.participants.map(({ name, organisation }) => `${name} ${organisation ?? '–'}`)).toEqual([
      'Ragna Gädda MP',
      'Eva Sköld S',
    ])
    expect(meeting.findings.filter(({ code }) => code === 'detail-unread').map(({ quote }) => quote)).toEqual([
      'Tomas Vendel',
    ])
  })

  test('takes a word beyond its header for a trade where another column has the firm', () => {
    expect(
      peopleOf(
        'Närvarande              Företag                  Sign    Distr.',
        'Anders Ek               Tornbo AB                AE      X       Beställare',
        'Nils Rask               Rask & Son El            NR      X       El',
        'Ej närvarande',
        'Ola Frisell             Arkitekterna Frisell     OF      X       Arkitekt, anmält förhinder',
      ),
    ).toEqual([
      'Anders Ek | Beställare | Tornbo AB | present unknown | –',
      'Nils Rask | El | Rask & Son El | present unknown | –',
      'Ola Frisell | Arkitekt | Arkitekterna Frisell | excused unknown | –',
    ])
  })

  test('has members and substitutes side by side, each with a mark of their own', () => {
    expect(
      peopleOf(
        'Närvarolista',
        'Ledamot (parti)\tNärv\tErsättare (parti)\tTjg',
        'Anna Ek (S)\tX\t\t',
        'Bo Alm (M)\t-\tEva Ros (M)\tX',
      ),
    ).toEqual([
      'Anna Ek | ledamot | S | present unknown | –',
      'Bo Alm | ledamot | M | absent unknown | –',
      'Eva Ros | ersättare | M | present unknown | –',
    ])
  })

  test('tells present and absent by crosses in columns only two spaces apart', () => {
    expect(
      peopleOf(
        'Namn        Roll              Närv.  Frånv.',
        'Anna Ek     Ordförande        x',
        'Bo Alm      Kassör                   x',
      ).map((person) => person.split(' | ')[3]),
    ).toEqual(['present unknown', 'absent unknown'])
  })

  test('names nobody whom its rows do not name, whatever stands in the other cells', () => {
    const word = fc.stringMatching(/^[a-zåäö]{2,8}$/u)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, word, fc.constantFrom('Ja', 'Nej', 'Teams', '', '–')), { maxLength: 6 }),
        (rows) => {
          const names = rows.map((_, at) => `Anna ${['Ek', 'Alm', 'Holm', 'Falk', 'Hult', 'Ros'][at] ?? ''}`)
          const list = rows.map(([firm, role, mark], at) => [names[at], firm, role, mark].join('\t'))
          const people = minutesWith('Namn\tFöretag\tRoll\tNärvaro', 'Bo Ny\tTall AB\tchef\tJa', ...list).participants
          expect(people.map(({ name }) => name)).toEqual(['Bo Ny', ...names])
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('an empty cell of the organisation', () => {
  test('in front of the names stands for the one above', () => {
    expect(
      peopleOf(
        'Participants',
        'Partner\tName\tPresent',
        'ALFA\tAnn Hale\tYes',
        '\tMaud Kerr\tYes',
        'BETA\tSolveig Hauge\tOnline',
      ),
    ).toEqual([
      'Ann Hale | – | ALFA | present unknown | –',
      'Maud Kerr | – | ALFA | present unknown | –',
      'Solveig Hauge | – | BETA | present remote | –',
    ])
  })

  test('behind the names stands for none', () => {
    expect(
      peopleOf('Namn\tKommun\tNärvaro', 'Anna Ek\tVikby\tJa', 'Bo Alm\t\tJa').map((person) => person.split(' | ')[2]),
    ).toEqual(['Vikby', '–'])
  })
})

describe('people side by side', () => {
  test('may be three under three headings', () => {
    expect(
      peopleOf(
        'MEMBERS PRESENT          MEMBERS ABSENT          STAFF PRESENT',
        'Ruth Kane                Ted Boyd                Lee Park',
        'Joe Diaz                                         Mo Grant',
      ),
    ).toEqual([
      'Ruth Kane | member | – | present unknown | –',
      'Ted Boyd | member | – | absent unknown | –',
      'Lee Park | – | – | present unknown | –',
      'Joe Diaz | member | – | present unknown | –',
      'Mo Grant | – | – | present unknown | –',
    ])
  })

  test('are told by both columns having names', () => {
    expect(
      peopleOf(
        'PRESENT:',
        'Professor Aoife Lind (Chair)\tMs Yasmin Kaur (Student Union)',
        'Dr Samuel Oduya\tProfessor Hugh Pennant',
        'Mr Ruaridh Scobie\tDr Caspar Wynne (items 3–5)',
      ).map((person) => person.split(' | ')[0]),
    ).toEqual(['Aoife Lind', 'Yasmin Kaur', 'Samuel Oduya', 'Hugh Pennant', 'Ruaridh Scobie', 'Caspar Wynne'])
  })

  test('go on below the heading that has the first row beside it', () => {
    expect(
      peopleOf(
        'Närvarande:        Anna Ek           Bo Alm',
        '                   Cia Ros           Dan Falk',
        '                   Eva Holm',
      ).map((person) => person.split(' | ')[0]),
    ).toEqual(['Anna Ek', 'Bo Alm', 'Cia Ros', 'Dan Falk', 'Eva Holm'])
  })

  test('are present and away under the headings they stand below', () => {
    expect(peopleOf('Present\tApologies', 'John Hale\tMary Pike', 'Sam Reed\tLou Carr')).toEqual([
      'John Hale | – | – | present unknown | –',
      'Mary Pike | – | – | excused unknown | –',
      'Sam Reed | – | – | present unknown | –',
      'Lou Carr | – | – | excused unknown | –',
    ])
  })
})

describe('a table with a column for each item', () => {
  const legend = 'x = in the room, r = remote, – = not present'
  const read = [
    'Joe Diaz | – | – | present room | –',
    'Mo Grant | – | – | present remote | 1–3',
    'Ann Hale | – | – | present unknown | –',
    'Sam Reed | – | – | absent unknown | –',
  ]
  test.each([
    [
      'between bars',
      ['Name | 1–3 | 4–6', 'Mr Joe Diaz | x | x', 'Mo Grant | r | –', 'Ann Hale | r | x', 'Sam Reed | – | –', legend],
    ],
    [
      'between tabs',
      [legend, '', 'Name\tItems 1–3\t4–6', 'Joe Diaz\tx\tx', 'Mo Grant\tr\t–', 'Ann Hale\tr\tx', 'Sam Reed'],
    ],
    [
      'set with spaces',
      [
        'Name              §§ 1–3     §§ 4–6',
        'Joe Diaz             x          x',
        'Dr Mo Grant          r          –',
        'Ann Hale             r          x',
        'Sam Reed             –          –',
        '',
        legend,
      ],
    ],
  ])('tells who was there for which, %s', (_, rows) => {
    expect(peopleOf('Attendance', '', ...rows)).toEqual(read)
    expect(minutesWith('Attendance', '', ...rows).placements.filter(({ part }) => part === 'unplaced')).toEqual([])
  })

  test('has its organisations and roles beside them', () => {
    expect(
      peopleOf(
        'Deltagare',
        'Namn | Organisation | Roll | § 1 | § 2–4',
        'Ann Hale | Aqualog AB | ledamot | X | X',
        'Sam Reed (gäst) | – | – | | D',
        'Lou Carr | Region Syd | ledamot | F | F',
        'X = på plats, D = digitalt, F = anmält förhinder',
      ),
    ).toEqual([
      'Ann Hale | ledamot | Aqualog AB | present room | –',
      'Sam Reed | gäst | – | present remote | 2–4',
      'Lou Carr | ledamot | Region Syd | excused unknown | –',
    ])
  })
})

describe('letters of presence that a legend explains', () => {
  test.each([['Deltagare'], ['Närvarolista']])('are read with what stands behind them, under %s', (title) => {
    expect(
      peopleOf(
        title,
        '',
        'Namn            Organisation          Roll            Närvaro',
        'Ann Hale        Aqualog AB            ordförande      P',
        'Sam Reed        Region Syd            ledamot         D (t.o.m. punkt 2)',
        'Lou Carr        Region Syd            ledamot         –',
        'Mo Grant        Föreningen Väv        ledamot         F',
        '',
        'P = på plats, D = digitalt, F = anmält förhinder, – = frånvarande',
      ),
    ).toEqual([
      'Ann Hale | ordförande | Aqualog AB | present room | –',
      'Sam Reed | ledamot | Region Syd | present remote | t.o.m. 2',
      'Lou Carr | ledamot | Region Syd | absent unknown | –',
      'Mo Grant | ledamot | Föreningen Väv | excused unknown | –',
    ])
  })
})
