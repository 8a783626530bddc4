import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { readOne, unread } from './read.ts'

/** Minutes of 9 February 2024 with a list of people, given as it stands in the text. */
function minutesWith(...list: readonly string[]): ProposedMeeting {
  return readOne(['Protokoll nämnden 2024-02-09', '', ...list, '', '§ 1 Öppnande', 'Mötet öppnades.', ''].join('\n'))
}

/** "Name | capacity | organisation", one for each person; a dash where the text says nothing. */
function peopleOf(...list: readonly string[]): string[] {
  return minutesWith(...list).participants.map(({ name, capacity, organisation }) =>
    [name, capacity ?? '–', organisation ?? '–'].join(' | '),
  )
}

function attendanceOf(...list: readonly string[]): string[] {
  return minutesWith(...list).participants.map(({ name, status, mode }) => `${name} ${status} ${mode}`)
}

/** Numbers of the lines that found no place. */
function unplaced(meeting: ProposedMeeting): number[] {
  return meeting.placements.filter(({ part }) => part === 'unplaced').map(({ line }) => line)
}

const marks = ['förhinder', 'anmält förhinder', 'frånvarande', 'ej närvarande', 'apologies', 'ingen representant']
const organisations = ['Bolagsverket', 'Region Syd', 'Kustverket', 'Norrskolan', 'Hamnens kommun']

describe('a line that tells of an organisation and names nobody', () => {
  const forms: ReadonlyArray<(who: string, mark: string) => string> = [
    (who, mark) => `${who}: ${mark}`,
    (who, mark) => `${who} – ${mark}`,
    (who, mark) => `${who} (${mark})`,
    (who, mark) => `${who}      ${mark}`,
  ]

  test('is listed as not placed, and those below keep what the heading makes of them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...organisations),
        fc.constantFrom(...marks),
        fc.constantFrom(...forms),
        fc.integer({ min: 0, max: 2 }),
        (who, mark, form, at) => {
          const list = ['Anna Ek', 'Bo Alm']
          list.splice(at, 0, form(who, mark))
          const meeting = minutesWith('Ledamöter', ...list)
          expect(meeting.participants.map(({ name, capacity }) => `${name} ${capacity ?? '–'}`)).toEqual([
            'Anna Ek ledamot',
            'Bo Alm ledamot',
          ])
          expect(unplaced(meeting)).toEqual([4 + at])
        },
      ),
    )
  })
})

describe('a vacant seat', () => {
  const words = [
    'Vakant',
    'N.N.',
    'NN',
    'Vakant plats',
    'Vacant',
    '(vakant)',
    'Vakant (M)',
    'Vakant, Region Syd',
    'Ej tillsatt',
  ]

  test.each(words)('is nobody, its line is listed and the others keep their numbers: %s', (seat) => {
    const meeting = minutesWith('Ledamöter', '1. Anna Ek', `2. ${seat}`, '3. Bo Alm')
    expect(meeting.participants.map(({ listNumber, name }) => `${listNumber ?? '–'} ${name}`)).toEqual([
      '1 Anna Ek',
      '3 Bo Alm',
    ])
    expect(unplaced(meeting)).toEqual([5])
    expect(meeting.findings.map(({ code }) => code)).not.toContain('number-gap')
  })

  test('may be the first of a list, which then counts from two', () => {
    const meeting = minutesWith('Ledamöter', '1. Anna Ek', '2. Bo Alm', '', 'Ersättare', '1. Vakant', '2. Eva Fors')
    expect(meeting.participants.map(({ name, capacity }) => `${name} ${capacity ?? '–'}`).at(-1)).toBe(
      'Eva Fors ersättare',
    )
    expect(meeting.findings.map(({ code }) => code)).not.toContain('number-duplicate')
  })

  test.each(['vakant', 'N.N.', 'Vakant (M)'])('in a run of names is kept in words: %s', (seat) => {
    const meeting = minutesWith(`Närvarande: Anna Ek, ${seat}, Bo Alm`)
    expect(meeting.participants.map(({ name, organisation }) => `${name} ${organisation ?? '–'}`)).toEqual([
      'Anna Ek –',
      'Bo Alm –',
    ])
    expect(unread(meeting)).toEqual([seat])
  })
})

describe('a party', () => {
  const parties = ['S', 'M', 'SD', 'C', 'V', 'KD', 'L', 'MP'] as const
  const dresses: ReadonlyArray<(party: string) => string> = [
    (party) => ` (${party})`,
    (party) => ` ${party}`,
    (party) => `, ${party}`,
    (party) => `, (${party})`,
    (party) => ` - ${party}`,
    (party) => ` – ${party}`,
  ]

  test('is taken off the name in every dress, on a line of its own and in a run', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parties), fc.constantFrom(...dresses), fc.boolean(), (party, dress, run) => {
        const [one, other] = [`Anna Ek${dress(party)}`, `Bo Alm${dress('C')}`]
        expect(peopleOf(...(run ? [`Närvarande: ${one}; ${other}`] : ['Beslutande', one, other]))).toEqual(
          ['Anna Ek', 'Bo Alm'].map((name, at) => `${name} | ${run ? '–' : 'beslutande'} | ${at === 0 ? party : 'C'}`),
        )
      }),
    )
  })

  test('beside an organisation leaves it that field, and is kept in words', () => {
    const meeting = minutesWith('Ledamöter', 'Anna Ek (M), Region X', 'Bo Alm (S), Havstads kommun, ordförande')
    expect(meeting.participants.map(({ organisation }) => organisation)).toEqual(['Region X', 'Havstads kommun'])
    expect(unread(meeting)).toEqual(['(M)', '(S)'])
  })

  test.each(['Anna S', 'Anna Maria S', 'Per M'])('is not seen in an initial: %s', (name) => {
    expect(peopleOf('Närvarande', name, 'Bo Alm')).toEqual([`${name} | – | –`, 'Bo Alm | – | –'])
  })
})

describe('one who is invited', () => {
  test.each([
    ['Inbjuden: Stefan Ros, förvaltare, HSB Norra', 'Stefan Ros | förvaltare | HSB Norra'],
    ['Gäst: Stefan Ros, ekonom, Nabo Syd', 'Stefan Ros | ekonom | Nabo Syd'],
    ['Guest: Ann Lee, surveyor, Arup North', 'Ann Lee | surveyor | Arup North'],
    ['Inbjuden: Stefan Ros, ekonom, Mälar Fastighet', 'Stefan Ros | ekonom | Mälar Fastighet'],
  ])('is one person with role and organisation: %s', (line, person) => {
    expect(peopleOf('Närvarande: Anna Ek, Bo Alm', line).slice(2)).toEqual([person])
  })
})

describe('who wrote', () => {
  const labels = [
    'Notes',
    'Minutes',
    'Minute taker',
    'Note taker',
    'Vid pennan',
    'Anteckningar',
    'Antecknare',
    'Skriver',
    'Pennan',
    'Dagens sekreterare',
  ]

  test.each(labels)('is the secretary and no guest: %s', (label) => {
    const meeting = minutesWith('Närvarande: Anna Ek, Yuki Rimsjö', 'Gäst: Marc Dubois (Havslabbet)', `${label}: Yuki`)
    expect(meeting.participants.map(({ name }) => name)).toEqual(['Anna Ek', 'Yuki Rimsjö', 'Marc Dubois'])
    expect(meeting.officers.map(({ role, name }) => `${role} ${name}`)).toEqual(['secretary Yuki Rimsjö'])
  })

  test('is found on the list by a given name nobody knows', () => {
    const { officers } = minutesWith('Närvarande: Anna Ek, Pirjoska Rimsjö', 'Vid pennan: Pirjoska')
    expect(officers.map(({ name }) => name)).toEqual(['Pirjoska Rimsjö'])
  })

  test('is not what a note says', () => {
    const { officers } = minutesWith('Närvarande: Anna Ek, Bo Alm', '', 'Notes: the budget came late')
    expect(officers).toEqual([])
  })

  test('people in columns or brackets below a run of those on line are not said to be there themselves', () => {
    const { participants } = minutesWith('På länk: Anna Ek', 'Klass 2B      Bo Alm, Eva Fors', 'Havsverket (Dan Ros)')
    expect(participants.map(({ name, mode }) => `${name} ${mode}`)).toEqual([
      'Anna Ek remote',
      'Bo Alm unknown',
      'Eva Fors unknown',
      'Dan Ros unknown',
    ])
  })

  test('a label that means nothing makes nobody a guest, or away, for the line above', () => {
    const { participants } = minutesWith('Frånvarande: Anna Ek', 'Korrektur: Bo Alm')
    expect(participants.map(({ name, status }) => `${name} ${status}`)).toEqual(['Anna Ek absent', 'Bo Alm unknown'])
  })
})

describe('names in columns', () => {
  test.each([
    ['Klass 2B   Anna Ek, Bo Alm', 'Klass 2B'],
    ['Klass 2B\tAnna Ek, Bo Alm', 'Klass 2B'],
    ['Region Syd      Anna Ek och Bo Alm', 'Region Syd'],
    ['Personal      Anna Ek, Bo Alm', 'Personal'],
  ])('behind a label are people of that label, and the next line has its own: %s', (line, label) => {
    expect(peopleOf('Närvarande', line, 'Klass 3C   Eva Fors')).toEqual([
      `Anna Ek | – | ${label}`,
      `Bo Alm | – | ${label}`,
      'Eva Fors | – | Klass 3C',
    ])
  })

  test('under two headings are what their own heading makes of them', () => {
    expect(
      peopleOf('Ledamöter                 Ersättare', 'Anna Ek (S)               Bo Alm (M)', 'Eva Fors (C)'),
    ).toEqual(['Anna Ek | ledamot | S', 'Bo Alm | ersättare | M', 'Eva Fors | ledamot | C'])
  })
})

describe('people in the brackets of an organisation', () => {
  const lines = ['Region Syd (Dan Ek, Eva Fors)', 'Havsverket (Anna Lind)', 'Vinnova (Bo Alm och Cia Ödman)']
  const people = [
    'Dan Ek | – | Region Syd',
    'Eva Fors | – | Region Syd',
    'Anna Lind | – | Havsverket',
    'Bo Alm | – | Vinnova',
    'Cia Ödman | – | Vinnova',
  ]

  test('stand for it, one organisation to a line and several in a run', () => {
    expect(peopleOf('Närvarande', ...lines)).toEqual(people)
    expect(peopleOf(`Närvarande: ${lines.join(', ')}`)).toEqual(people)
  })
})

describe('a word of place before names', () => {
  const places: ReadonlyArray<readonly [string, string]> = [
    ['På plats', 'room'],
    ['In the room', 'room'],
    ['På länk', 'remote'],
    ['På distans', 'remote'],
    ['Via Teams', 'remote'],
    ['Online', 'remote'],
    ['On Zoom', 'remote'],
    ['Per telefon', 'phone'],
  ]

  test.each(places)('says how they took part: %s', (label, mode) => {
    expect(attendanceOf(`${label}: Anna Ek, Bo Alm`, 'Via skärm: Eva Fors')).toEqual([
      `Anna Ek present ${mode}`,
      `Bo Alm present ${mode}`,
      'Eva Fors present remote',
    ])
  })

  test.each(['Online: Teams', 'På plats: Stora salen'])('before anything else names nobody: %s', (line) => {
    expect(minutesWith(line, 'Närvarande: Anna Ek').participants.map(({ name }) => name)).toEqual(['Anna Ek'])
  })
})

describe('people under labels without a heading', () => {
  test('are a list where two such lines follow each other', () => {
    expect(peopleOf('Arbetsgivaren: Anna Ek (ordf.), Bo Alm', 'Vision: Eva Fors', 'Kommunal: vakant')).toEqual([
      'Anna Ek | ordf. | Arbetsgivaren',
      'Bo Alm | – | Arbetsgivaren',
      'Eva Fors | – | Vision',
    ])
  })
})

describe('an officer of the head', () => {
  const head = ['Ordförande: Anna Ek, generaldirektör', 'Sekreterare: Bo Alm, kanslichef', '']
  const text = (list: string): ProposedMeeting =>
    readOne(
      [
        'Protokoll nämnden 2024-02-09',
        '',
        ...head,
        list,
        '',
        '§ 1 Öppnande',
        'Anna Ek öppnade mötet. Bo Alm informerade.',
      ].join('\n'),
    )

  test('has the title of the head where the list says none', () => {
    expect(
      text('Närvarande: Anna Ek, Bo Alm').participants.map(({ name, capacity }) => `${name} ${capacity ?? '–'}`),
    ).toEqual(['Anna Ek generaldirektör', 'Bo Alm kanslichef'])
  })

  test('need not be listed to act, and the title is kept in words', () => {
    const meeting = text('Närvarande: Eva Fors')
    expect(meeting.findings.map(({ code }) => code)).not.toContain('actor-not-listed')
    expect(unread(meeting)).toEqual(['generaldirektör', 'kanslichef'])
  })

  test('inside a list presides and keeps the title', () => {
    const meeting = minutesWith('Ledamöter: Eva Fors', 'Ordförande: Anna Ek, generaldirektör')
    expect(meeting.officers.map(({ role, name }) => `${role} ${name}`)).toEqual(['chair Anna Ek'])
    expect(meeting.participants.at(-1)?.capacity).toBe('ordförande, generaldirektör')
  })
})

describe('a count of people without names', () => {
  test.each(['34 medlemmar enligt röstlängd', 'ca 40 personer', '12 members and 3 guests'])(
    'makes nobody and no item: %s',
    (count) => {
      const meeting = minutesWith('Ordförande: Anna Ek', `Närvarande: ${count}`)
      expect(meeting.participants).toEqual([])
      expect(meeting.items.map(({ title }) => title)).toEqual(['Öppnande'])
      expect(unread(meeting)).toEqual([count])
    },
  )
})

describe('what has no field of its own', () => {
  test.each([
    ['Anna Ek, Havsverket, 070-111 22 33', '070-111 22 33'],
    ['Anna Ek, Havsverket, anna@example.org', 'anna@example.org'],
    ['Anna Ek, Havsverket, MBE', 'MBE'],
  ])('is kept in words and no organisation: %s', (line, words) => {
    const meeting = minutesWith('Närvarande', line, 'Bo Alm, Kustverket')
    expect(meeting.participants[0]?.organisation).toBe('Havsverket')
    expect(unread(meeting)).toEqual([words])
  })
})
