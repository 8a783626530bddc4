import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { readOne } from './read.ts'

function minutesWith(...list: readonly string[]): ProposedMeeting {
  return readOne(['Protokoll nämnden 2024-02-09', '', ...list, '', '§ 1 Öppnande', 'Mötet öppnades.', ''].join('\n'))
}

/** "Name | capacity | organisation", one for each person; a dash where the text says nothing. */
function peopleOf(...list: readonly string[]): string[] {
  return minutesWith(...list).participants.map(({ name, capacity, organisation }) =>
    [name, capacity ?? '–', organisation ?? '–'].join(' | '),
  )
}

function statusesOf(...list: readonly string[]): string[] {
  return minutesWith(...list).participants.map(({ name, status }) => `${name} ${status}`)
}

function itemsOf(...list: readonly string[]): string[] {
  return minutesWith(...list).participants.map(({ name, items }) => `${name} ${items ?? '–'}`)
}

function officersOf(...list: readonly string[]): string[] {
  return minutesWith(...list).officers.map(({ role, name }) => `${role} ${name}`)
}

describe('a list told in words of its own', () => {
  test.each([
    [['There were 23 residents there from 17 flats, plus:', 'Ann Hale (Chair)', 'Sam Reed (Treasurer)']],
    [['Närvarande var 14 medlemmar samt styrelsen:', 'Ann Hale, ordförande', 'Sam Reed, kassör']],
    [['Quorum: Ann Hale and Sam Reed were present.']],
    [['Ann Hale, Sam Reed were also present']],
    [['Roll call: Ann Hale – present, Sam Reed – present']],
    [['Roll call', 'Ann Hale – present', 'Sam Reed – present']],
    [['Styrelsen:', 'Ann Hale, ordförande', 'Sam Reed']],
    [['Vilka var med?', '', 'Ann Hale – ordförande', 'Sam Reed – klassförälder F–6']],
    [['Who came?', '', 'Ann Hale – chair', 'Sam Reed – treasurer']],
    [['Närvarande: 12 medlemmar', '', 'Från föreningen: Ann Hale (ordförande), Sam Reed', '   (kassör)']],
  ])('names those present: %j', (list) => {
    expect(statusesOf(...list)).toEqual(['Ann Hale present', 'Sam Reed present'])
  })

  test('headed by a body alone is none where another list says who was there', () => {
    const names = statusesOf('Närvarande: Lou Carr, Tim Dale', '', 'Styrelsen:', 'Ann Hale, ordförande', 'Sam Reed')
    expect(names.slice(0, 2)).toEqual(['Lou Carr present', 'Tim Dale present'])
  })

  test.each([
    ['Sorry they couldn’t come: Sam Reed', 'excused'],
    ['Unable to make it: Sam Reed', 'absent'],
    ['Apols: Sam Reed', 'excused'],
    ['Borta: Sam Reed', 'excused'],
    ['Sorry: Sam Reed', 'excused'],
    ['Inte där: Sam Reed', 'absent'],
    ['Not attending: Sam Reed', 'absent'],
    ['Frånvarande med giltigt förfall: Sam Reed', 'excused'],
    ['Förhindrade att delta: Sam Reed', 'excused'],
    ['Kunde tyvärr inte komma: Sam Reed', 'absent'],
    ['Kunde inte delta\nSam Reed', 'absent'],
    ['Vilka kunde inte komma?\nSam Reed', 'absent'],
  ])('names who was away: %j', (line, status) => {
    expect(statusesOf('Present: Ann Hale, Lou Carr', line)).toContain(`Sam Reed ${status}`)
  })

  test.each([
    'Kassör Sam Reed hade anmält förhinder. Lou svarade för kassan i hans',
    'Sam Reed kunde inte komma. Lou svarade för kassan i hans',
    'Sam Reed sent apologies. Lou spoke of the accounts in his',
  ])('names who was away in a sentence below it: %j', (line) => {
    const meeting = minutesWith('Närvarande', 'Ann Hale', 'Lou Carr', '', line, 'ställe.')
    expect(meeting.participants.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'Ann Hale present',
      'Lou Carr present',
      'Sam Reed excused',
    ])
  })

  test.each(['Sam Reed och Tim Dale hade anmält förhinder.', 'Sam Reed and Tim Dale were unable to attend.'])(
    'names two who were away in one sentence: %j',
    (line) => {
      expect(statusesOf('Närvarande', 'Ann Hale', 'Lou Carr', '', line).slice(2)).toEqual([
        'Sam Reed excused',
        'Tim Dale excused',
      ])
    },
  )

  test('has no organisation for those from the board that met', () => {
    expect(peopleOf('Närvarande: 9 medlemmar', '', 'Från styrelsen: Ann Hale (kassör), Sam Reed')).toEqual([
      'Ann Hale | kassör | –',
      'Sam Reed | – | –',
    ])
  })

  test('says of a role’s grades that they are no organisation', () => {
    expect(peopleOf('Närvarande', 'Ann Hale, klassförälder F–3', 'Sam Reed, kassör')).toEqual([
      'Ann Hale | klassförälder F–3 | –',
      'Sam Reed | kassör | –',
    ])
  })

  test.each([
    [['Deltagare: Ann Hale, Skogs-', 'verket; Sam Reed, Region Syd'], 'Skogsverket'],
    [['Deltagare: Ann Hale, FoU-', 'nämnden; Sam Reed, Region Syd'], 'FoU-nämnden'],
    [
      ['Deltagare', '1. Ann Hale – ledamot, Nämnden för hav (ordfö-', '   rande)', '2. Sam Reed – sekreterare'],
      'Nämnden för hav',
    ],
  ])('makes a word whole that its line cut: %j', (list, organisation) => {
    const meeting = minutesWith(...list)
    expect(meeting.participants[0]).toMatchObject({ name: 'Ann Hale', organisation })
    expect(JSON.stringify(meeting.participants)).not.toContain('- ')
  })

  test('keeps the sentence that follows the names', () => {
    const { participants, findings } = minutesWith(
      'Present: Ann Hale, Lou Carr',
      'Apologies: Sam Reed (Aqualog ApS). The firm gave its proxy to Ann.',
    )
    expect(participants.map(({ name }) => name)).toEqual(['Ann Hale', 'Lou Carr', 'Sam Reed'])
    expect(findings.map(({ quote }) => quote)).toContain('The firm gave its proxy to Ann.')
  })
})

describe('what is said of people', () => {
  test('by a plural ends at the semicolon behind it', () => {
    expect(
      peopleOf(
        'Present: Professor A Smith (Vice-Chancellor, in the Chair); Professors B Jones, C Day and D Fox; Dr E Hill; Ms F Lee (President)',
      ),
    ).toEqual([
      'A Smith | Vice-Chancellor, in the Chair | –',
      'B Jones | professor | –',
      'C Day | professor | –',
      'D Fox | professor | –',
      'E Hill | – | –',
      'F Lee | President | –',
    ])
  })

  test('and cut at a line’s end is whole again', () => {
    expect(
      peopleOf(
        'Närvarande',
        '1.  Ann Hale – projektledare, Myndigheten för kvastar (ord-',
        '    förande)',
        '2.  Sam Reed – utredare, Myndigheten för kvastar (vid anteck-',
        '    ningarna)',
        '3.  Lou Carr – miljö- ',
        '    och klimatchef, Region Syd',
      ).map((person) => person.split(' | ').slice(0, 2).join(' | ')),
    ).toEqual([
      'Ann Hale | projektledare, ordförande',
      'Sam Reed | utredare, vid anteckningarna',
      'Lou Carr | miljö- och klimatchef',
    ])
  })

  test('by a forum is whom they speak for, and nobody of that name', () => {
    expect(
      peopleOf('Present', 'Ann Hale, Growers’ Forum', 'Sam Reed, Northland Standards', 'Lou Carr, adviser'),
    ).toEqual(['Ann Hale | – | Growers’ Forum', 'Sam Reed | – | Northland Standards', 'Lou Carr | adviser | –'])
  })

  test('in the first items excuses whoever had sent apologies, by their names in front', () => {
    const items = [
      'Present: Ann Hale',
      '',
      '§ 1 Opening',
      'Ann opened the meeting. Sam Reed (Pharmacy) had also sent his apologies.',
      '',
      '§ 2 Inledning',
      'Lou Carr och Mo Grant hade anmält förhinder.',
    ]
    expect(statusesOf(...items)).toEqual([
      'Ann Hale present',
      'Sam Reed excused',
      'Lou Carr excused',
      'Mo Grant excused',
    ])
  })

  test('may be items by their names', () => {
    expect(itemsOf('Present', 'Ann Hale', 'Sam Reed, head of works (items Winter roads and Bridges)')).toEqual([
      'Ann Hale –',
      'Sam Reed items Winter roads and Bridges',
    ])
  })

  test('may be the points of the agenda', () => {
    expect(
      minutesWith('Present: Ann Hale, Sam Reed (points 4 and 5), Lou Carr (point 2)').participants.map(
        ({ name, items }) => [name, items],
      ),
    ).toEqual([
      ['Ann Hale', null],
      ['Sam Reed', '4 and 5'],
      ['Lou Carr', '2'],
    ])
  })

  test('by an English title is neither name nor capacity', () => {
    expect(
      peopleOf(
        'The minutes of the meeting of the board were agreed and signed by the chair.',
        'Present: Professor Ann Hale (Chair), Mr Sam Reed (Nurses’ Union), Dr Lou Carr, Prof. Mo Grant, Dame Joy Diaz, Professor Ted Boyd',
      ),
    ).toEqual([
      'Ann Hale | Chair | –',
      'Sam Reed | – | Nurses’ Union',
      'Lou Carr | – | –',
      'Mo Grant | – | –',
      'Joy Diaz | – | –',
      'Ted Boyd | – | –',
    ])
  })

  test('of one of two in columns is not said of the other', () => {
    expect(
      peopleOf(
        'Present:   Mr Sam Reed (Nurses’ Union)        Dr Lou Carr (via Teams)',
        '           Ms Ann Hale    Mr Mo Grant',
      ),
    ).toEqual(['Sam Reed | – | Nurses’ Union', 'Lou Carr | – | –', 'Ann Hale | – | –', 'Mo Grant | – | –'])
  })

  test('by a kind of people is no organisation', () => {
    expect(peopleOf('Närvarande:', 'Föräldrar: Ann Hale, Sam Reed', 'Elever: Tim Dale')).toEqual([
      'Ann Hale | förälder | –',
      'Sam Reed | förälder | –',
      'Tim Dale | elev | –',
    ])
  })

  test('by a side of the table is whom they sit for', () => {
    expect(
      peopleOf('Management side: Ann Hale (Head of HR) – chair, Sam Reed', 'Staff side: Lou Carr (UNX), Tim Dale'),
    ).toEqual([
      'Ann Hale | Head of HR, chair | Management side',
      'Sam Reed | – | Management side',
      'Lou Carr | – | UNX',
      'Tim Dale | – | Staff side',
    ])
  })

  test.each([
    [
      'Närvarande: Åby Rör AB genom Max Hed, Ann Hale (Stål AB)',
      ['Max Hed | – | Åby Rör AB', 'Ann Hale | – | Stål AB'],
    ],
    ['Närvarande: Max Hed, Hed & Söner Bygg; Ann Hale', ['Max Hed | – | Hed & Söner Bygg', 'Ann Hale | – | –']],
    [
      'Present: Max Hed (Director of Library Services), Ann Hale',
      ['Max Hed | Director of Library Services | –', 'Ann Hale | – | –'],
    ],
    ['Present: Max Hed (committee member), Ann Hale', ['Max Hed | committee member | –', 'Ann Hale | – | –']],
    [
      'Närvarande: rådets ledamöter Max Hed, Ann Hale samt från myndigheten generaldirektören Sam Reed',
      ['Max Hed | ledamot | –', 'Ann Hale | – | –', 'Sam Reed | generaldirektören | myndigheten'],
    ],
  ])('goes with the right words: %j', (line, people) => {
    expect(peopleOf(line)).toEqual(people)
  })

  test('by an invitation is no organisation', () => {
    expect(peopleOf('Present: Ann Hale, Lou Carr', 'By invitation: Sam Reed (Reed & Sons Ltd)')).toContain(
      'Sam Reed | – | Reed & Sons Ltd',
    )
  })

  test('to everybody makes nobody a participant', () => {
    expect(peopleOf('Närvarande: Ann Hale, Sam Reed', 'Utdelas till: Alla')).toEqual([
      'Ann Hale | – | –',
      'Sam Reed | – | –',
    ])
  })
})

describe('the items somebody was there for', () => {
  test.each([
    ['Present: Ann Hale, Sam Reed (from 24/101)', ['Ann Hale –', 'Sam Reed from 24/101']],
    ['Present: Ann Hale, Sam Reed (fundraising item only)', ['Ann Hale –', 'Sam Reed fundraising item only']],
    ['Present: Ann Hale, Sam Reed (first half hour)', ['Ann Hale –', 'Sam Reed first half hour']],
    ['Present: Ann Hale, Sam Reed (left after item 6)', ['Ann Hale –', 'Sam Reed left after item 6']],
  ])('are read without the word, with the year and by name: %j', (line, people) => {
    expect(itemsOf(line)).toEqual(people)
  })

  test('may stand in the label, or behind two names', () => {
    expect(
      itemsOf(
        'Närvarande:',
        'Styrelsen: Ann Hale, Lou Carr',
        'Gäst p. 4: Sam Reed',
        'Elevrådet: Tim (6A) och Siv (5B), var med på punkt 1-3',
      ),
    ).toEqual(['Ann Hale –', 'Lou Carr –', 'Sam Reed 4', 'Tim 1-3', 'Siv 1-3'])
  })

  test('may be told by the clock behind a dash', () => {
    expect(itemsOf('Trustees present', '', 'Ann Hale (chair)', 'Sam Reed – joined 18:50')).toEqual([
      'Ann Hale –',
      'Sam Reed joined 18:50',
    ])
  })
})

describe('the part of a meeting somebody was there for', () => {
  test.each([
    ['Bo Lind, rådgivare, p. 4 a', 'Bo Lind 4 a'],
    ['Bo Lind, Hamnverket, endast dag 2', 'Bo Lind endast dag 2'],
    ['Bo Lind, Hamnverket, första dagen', 'Bo Lind första dagen'],
    ['Bo Lind (fram till punkten Bojar)', 'Bo Lind fram till punkten Bojar'],
    ['Bo Lind (från punkten Bojar)', 'Bo Lind från punkten Bojar'],
  ])('is no office: %s', (line, expected) => {
    expect(itemsOf('Närvarande', 'Anna Ek', line)).toContain(expected)
    expect(statusesOf('Närvarande', 'Anna Ek', line)).toContain('Bo Lind present')
  })

  test.each([
    ['Gäst via Teams, punkt 3', 'remote', '3'],
    ['Inbjudna (§§ 4–5):', 'unknown', '4–5'],
    ['Adjungerade för § 6', 'unknown', '6'],
  ])('may stand in the heading: %s', (heading, mode, items) => {
    expect(minutesWith('Närvarande', 'Anna Ek', '', heading, 'Bo Lind, Hamnverket').participants[1]).toMatchObject({
      name: 'Bo Lind',
      organisation: 'Hamnverket',
      mode,
      items,
    })
  })
})

describe('the officers of a list', () => {
  test.each(['byråsekreterare, skrev anteckningarna', 'departementssekreterare (antecknare)'])(
    'have among them whoever wrote: %s',
    (role) => {
      expect(officersOf('Närvarande', 'Ann Hale, ordförande', `Sam Reed, ${role}`)).toContain('secretary Sam Reed')
    },
  )

  test('are who chaired and who wrote, whatever offices others hold', () => {
    expect(
      officersOf(
        'Present',
        'Ann Hale, Vice-Chancellor, in the chair',
        'Sam Reed, Company Secretary',
        'Lou Carr, Governance Officer (minutes)',
      ),
    ).toEqual(['chair Ann Hale', 'secretary Lou Carr'])
  })

  test.each(['Minutes taken by Sam Reed', 'Anteckningar    Sam Reed', 'Ant: Sam Reed'])(
    'may be told below it: %j',
    (line) => {
      const meeting = minutesWith('Present: Ann Hale, Lou Carr', '', line)
      expect(meeting.officers).toMatchObject([{ role: 'secretary', name: 'Sam Reed' }])
      expect(meeting.participants.map(({ name }) => name)).toEqual(['Ann Hale', 'Lou Carr'])
    },
  )
})
