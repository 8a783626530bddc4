import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOne } from './read.ts'

/** Minutes with one list of people, given as it stands in the text. */
function minutesWith(...list: readonly string[]): string {
  return ['Protokoll nämnden 2024-05-06', '', ...list, '', '§ 1 Öppnande', 'Mötet öppnades.', ''].join('\n')
}

/** "Name | capacity | organisation | mode | items", one for each person; a dash where the text says nothing. */
function peopleOf(...list: readonly string[]): string[] {
  return readOne(minutesWith(...list)).participants.map(({ name, capacity, organisation, mode, items }) =>
    [name, capacity ?? '–', organisation ?? '–', mode === 'unknown' ? '–' : mode, items ?? '–'].join(' | '),
  )
}

const plain = (name: string, organisation = '–'): string => `${name} | – | ${organisation} | – | –`

describe('words after a bracket hide nobody behind them', () => {
  const lines: ReadonlyArray<readonly [string, readonly string[]]> = [
    [
      'Kim Berg (M), Lars Ås (C) på distans, Mia Ek (V)',
      [plain('Kim Berg', 'M'), 'Lars Ås | – | C | remote | –', plain('Mia Ek', 'V')],
    ],
    [
      'Kim Berg (M), Lars Ås (C) deltar på distans, Mia Ek (V)',
      [plain('Kim Berg', 'M'), 'Lars Ås | – | C | remote | –', plain('Mia Ek', 'V')],
    ],
    [
      'Kim Berg (M), Lars Ås (C), Mia Ek (V) ej § 3',
      [plain('Kim Berg', 'M'), plain('Lars Ås', 'C'), 'Mia Ek | – | V | – | ej 3'],
    ],
    [
      'Anna Ek (Vinnova) ordförande, Bo Alm (KI) sekreterare',
      ['Anna Ek | ordförande | Vinnova | – | –', 'Bo Alm | sekreterare | KI | – | –'],
    ],
    [
      'Anna Ek (Vinnova) ordförande och Bo Alm (KI) sekreterare',
      ['Anna Ek | ordförande | Vinnova | – | –', 'Bo Alm | sekreterare | KI | – | –'],
    ],
    [
      'Anna Ek ordförande och Bo Alm sekreterare',
      ['Anna Ek | ordförande | – | – | –', 'Bo Alm | sekreterare | – | – | –'],
    ],
    [
      'Kim Berg, ordförande, Lars Ås §§ 3–5, Mia Ek (Vinnova) t.o.m. § 4',
      ['Kim Berg | ordförande | – | – | –', 'Lars Ås | – | – | – | 3–5', 'Mia Ek | – | Vinnova | – | t.o.m. 4'],
    ],
    [
      'Anna Ek (S), Bo Alm (M) via Teams och Cia Dahl (C)',
      [plain('Anna Ek', 'S'), 'Bo Alm | – | M | remote | –', plain('Cia Dahl', 'C')],
    ],
    [
      'Anna Ek (S) ordförande, Bo Alm (M) vice ordförande, Cia Dahl (C)',
      ['Anna Ek | ordförande | S | – | –', 'Bo Alm | vice ordförande | M | – | –', plain('Cia Dahl', 'C')],
    ],
    [
      'Anna Ek (S) per telefon §§ 1–3; Bo Alm (M); Cia Dahl (C) digitalt',
      ['Anna Ek | – | S | phone | 1–3', plain('Bo Alm', 'M'), 'Cia Dahl | – | C | remote | –'],
    ],
    [
      'Anna Ek (S), Bo Alm (M), på distans, Cia Dahl (C)',
      [plain('Anna Ek', 'S'), 'Bo Alm | – | M | remote | –', plain('Cia Dahl', 'C')],
    ],
    [
      'Kim Berg (M) - ordförande, Lars Ås (C) - sekreterare, Mia Ek (V)',
      ['Kim Berg | ordförande | M | – | –', 'Lars Ås | sekreterare | C | – | –', plain('Mia Ek', 'V')],
    ],
    ['Kim Berg (M) / Lars Ås (C) / Mia Ek (V)', [plain('Kim Berg', 'M'), plain('Lars Ås', 'C'), plain('Mia Ek', 'V')]],
    ['Kim Berg (M) Lars Ås (C) Mia Ek (V)', [plain('Kim Berg', 'M'), plain('Lars Ås', 'C'), plain('Mia Ek', 'V')]],
    [
      'Kim Berg (M), Mia Ek (V) 2:e vice ordförande och Bo Alm 1:e vice ordförande',
      [plain('Kim Berg', 'M'), 'Mia Ek | 2:e vice ordförande | V | – | –', 'Bo Alm | 1:e vice ordförande | – | – | –'],
    ],
    [
      'Jane Lee (Chair) via Zoom, Tom Hill (Acme Ltd) Secretary and Jo May (Treasurer) from item 3',
      [
        'Jane Lee | Chair | – | remote | –',
        'Tom Hill | Secretary | Acme Ltd | – | –',
        'Jo May | Treasurer | – | – | from 3',
      ],
    ],
    [
      'Anna Ek från Vinnova, Bo Alm från KI och Cia Dahl från Region Syd',
      [plain('Anna Ek', 'Vinnova'), plain('Bo Alm', 'KI'), plain('Cia Dahl', 'Region Syd')],
    ],
    [
      'Kim Berg (M), Lars Ås (C) bisittare i morse, Mia Ek (V)',
      [plain('Kim Berg', 'M'), 'Lars Ås | bisittare i morse | C | – | –', plain('Mia Ek', 'V')],
    ],
    [
      'Anna Ek, ordförande, Bo Alm, sekreterare, Cia Dahl, Vinnova',
      ['Anna Ek | ordförande | – | – | –', 'Bo Alm | sekreterare | – | – | –', plain('Cia Dahl', 'Vinnova')],
    ],
    ['Anna Ek, Bo Alm på distans, Cia Dahl', [plain('Anna Ek'), 'Bo Alm | – | – | remote | –', plain('Cia Dahl')]],
  ]
  test.each(lines)('on the heading’s own line: %s', (line, people) => {
    expect(peopleOf(`Närvarande: ${line}`)).toEqual(people)
  })
  test.each(lines)('on the line below: %s', (line, people) => {
    expect(peopleOf('Närvarande:', line)).toEqual(people)
  })

  test('one person to a line stays one person to a line, also where a company is called like somebody', () => {
    expect(
      peopleOf(
        'Närvarande:',
        'Anna Ek (AE) - arkitekt, Bankole Reed',
        'Bo Alm (BA) - jurist, Erik Penser Bank',
        'Cia Dahl, KI',
      ),
    ).toEqual([
      'Anna Ek | arkitekt | Bankole Reed | – | –',
      'Bo Alm | jurist | Erik Penser Bank | – | –',
      plain('Cia Dahl', 'KI'),
    ])
  })
})

describe('an organisation in front of a colon', () => {
  test.each<[string, string[]]>([
    [
      'Deltagare: Anna Ek (Vinnova), Region Syd: Dan Ek och Eva Fors, LIF: Ida Ny',
      [
        plain('Anna Ek', 'Vinnova'),
        plain('Dan Ek', 'Region Syd'),
        plain('Eva Fors', 'Region Syd'),
        plain('Ida Ny', 'LIF'),
      ],
    ],
    ['Deltagare: LIF: Ida Ny och Region Syd: Dan Ek', [plain('Ida Ny', 'LIF'), plain('Dan Ek', 'Region Syd')]],
    [
      'Övriga: Region Skåne: Kalle Blom, Stina Hed',
      [plain('Kalle Blom', 'Region Skåne'), plain('Stina Hed', 'Region Skåne')],
    ],
    [
      'Övriga: Region Skåne: Kalle Blom, Stina Hed; Per Dal',
      [plain('Kalle Blom', 'Region Skåne'), plain('Stina Hed', 'Region Skåne'), plain('Per Dal')],
    ],
    [
      'Övriga: Region Skåne: Kalle Blom, Stina Hed; Sweco: Per Dal',
      [plain('Kalle Blom', 'Region Skåne'), plain('Stina Hed', 'Region Skåne'), plain('Per Dal', 'Sweco')],
    ],
    [
      'Gäster: Kommunen: Filip Jansson, Greta Kvist',
      ['Filip Jansson | gäst | Kommunen | – | –', 'Greta Kvist | gäst | Kommunen | – | –'],
    ],
    [
      'Guests: Acme Ltd: Kim Cho, Lou Tan',
      ['Kim Cho | guest | Acme Ltd | – | –', 'Lou Tan | guest | Acme Ltd | – | –'],
    ],
  ])('is that of those behind it, beside a heading and beside others: %s', (line, people) => {
    expect(peopleOf(line)).toEqual(people)
  })

  test.each<[string, string[]]>([
    ['LIF: Ida Ny; AstraZeneca: Dan Ek', [plain('Ida Ny', 'LIF'), plain('Dan Ek', 'AstraZeneca')]],
    ['Vinnova: Anna Ek, Bo Alm', [plain('Anna Ek', 'Vinnova'), plain('Bo Alm', 'Vinnova')]],
    ['Anna Ek (KI), Region Syd: Dan Ek', [plain('Anna Ek', 'KI'), plain('Dan Ek', 'Region Syd')]],
  ])('is so on a line of its own in a list: %s', (line, people) => {
    expect(peopleOf('Deltagare', line, 'Region Väst: Per Gran')).toEqual([...people, plain('Per Gran', 'Region Väst')])
  })

  test('a role or a way of taking part in front of a colon is none', () => {
    expect(peopleOf('Närvarande: Ordförande: Kim Berg, Mia Ek, på distans: Bo Alm, sekreterare: Ida Ny')).toEqual([
      'Kim Berg | ordförande | – | – | –',
      plain('Mia Ek'),
      'Bo Alm | – | – | remote | –',
      'Ida Ny | sekreterare | – | – | –',
    ])
  })

  test('who is away, told at the end of the same line, is no guest of an organisation', () => {
    const { participants } = readOne(minutesWith('Närvarande: Anna Ek, Bo Alm. Frånvarande: Cia Dahl'))
    expect(participants.map(({ name, status, organisation }) => [name, status, organisation])).toEqual([
      ['Anna Ek', 'present', null],
      ['Bo Alm', 'present', null],
      ['Cia Dahl', 'absent', null],
    ])
  })

  test('what a label stands in front of and nobody can read is listed', () => {
    const { participants, findings } = readOne(minutesWith('Närvarande: Anna Ek, telefon: 08-12 34, Bo Alm'))
    expect(participants.map(({ name, organisation, capacity }) => [name, organisation, capacity])).toEqual([
      ['Anna Ek', null, null],
      ['Bo Alm', null, null],
    ])
    expect(findings.filter(({ code }) => code === 'detail-unread').map(({ quote }) => quote)).toEqual([
      'telefon: 08-12 34',
    ])
  })
})

describe('words of a list that nobody can read', () => {
  const unread = (text: string): string[] =>
    readOne(text)
      .findings.filter(({ code }) => code === 'detail-unread')
      .map(({ quote }) => quote)

  test.each([
    ['Kim Berg (M) och tre åhörare', 'och tre åhörare'],
    ['Kim Berg (M), m.fl.', 'm.fl'],
    ['Kim Berg (M), Lars Ås satt av i kassan', 'Lars Ås satt av i kassan'],
  ])('are listed, and nobody’s role or organisation: %s', (line, words) => {
    expect(peopleOf(`Närvarande: ${line}`)).toEqual([plain('Kim Berg', 'M')])
    expect(unread(minutesWith(`Närvarande: ${line}`))).toEqual([words])
  })

  test('are no sender of the minutes where the whole line is such', () => {
    const line = 'Deltagare: Region Syd (två ombud), LIF (en observatör)'
    const { sender, participants, placements } = readOne(minutesWith(line))
    expect([sender, participants]).toEqual([null, []])
    expect(placements.filter(({ part }) => part === 'unplaced').map((placement) => placement.line)).toEqual([3])
  })
})

describe('a cross of presence', () => {
  test.each([
    ['Lena Ask (X)', plain('Lena Ask')],
    ['Lena Ask (x)', plain('Lena Ask')],
    ['Lena Ask X', plain('Lena Ask')],
    ['Lena Ask, X', plain('Lena Ask')],
    ['X Lena Ask', plain('Lena Ask')],
    ['Lena Ask (M) X', plain('Lena Ask', 'M')],
    ['Lena Ask (M) (X)', plain('Lena Ask', 'M')],
    ['Lena Ask (M), ordf. X', 'Lena Ask | ordf. | M | – | –'],
    ['Lena Ask – projektledare – Region Väst (X)', 'Lena Ask | projektledare | Region Väst | – | –'],
  ])('is neither name nor organisation: %s', (line, person) => {
    expect(peopleOf('Närvarande', line, 'Bo Alm (S)')).toEqual([person, plain('Bo Alm', 'S')])
  })

  const statuses = (...list: readonly string[]): string[] =>
    readOne(minutesWith(...list)).participants.map(({ name, status }) => `${name} ${status}`)

  test('stands in the table’s column, and an empty cell of a column of presence is absence', () => {
    expect(
      statuses(
        'Närvarolista',
        'Ledamöter                 Närv.',
        'Gun Ahl (S), ordf.        X',
        'Rolf Nyman (M)            X',
        'Siv Berg (C)              -',
        'Per Dal (V)',
        'Tjänstgörande ersättare',
        'Hans von Essen (C) för Siv Berg',
      ),
    ).toEqual(['Gun Ahl present', 'Rolf Nyman present', 'Siv Berg absent', 'Per Dal absent', 'Hans von Essen present'])
  })

  test.each(['Närv.', 'Närvarande', 'Present'])('is read below "%s" without another heading', (title) => {
    expect(statuses(`Ledamöter        ${title}`, 'Gun Ahl (S)      X', 'Rolf Nyman (M)')).toEqual([
      'Gun Ahl present',
      'Rolf Nyman absent',
    ])
  })

  test('says absence in a column of absence, where an empty cell is presence', () => {
    expect(statuses('Ledamöter        Frånv.', 'Gun Ahl (S)      X', 'Rolf Nyman (M)')).toEqual([
      'Gun Ahl absent',
      'Rolf Nyman present',
    ])
  })

  test('leaves those without one present where the list has no such column', () => {
    expect(statuses('Ledamöter', 'Gun Ahl (S)      X', 'Rolf Nyman (M)')).toEqual([
      'Gun Ahl present',
      'Rolf Nyman present',
    ])
  })

  test('ticks off who is away in a list of those, and makes nobody present', () => {
    expect(statuses('Frånvarande', 'Lena Ask (X)', 'Bo Alm (S) X', 'X Kim Ek')).toEqual([
      'Lena Ask absent',
      'Bo Alm absent',
      'Kim Ek absent',
    ])
  })

  test('counts the empty cells before it where columns are set with tabs', () => {
    expect(
      statuses('Närvaro', 'Namn\tNärv.\tEj', 'Gun Ahl (S)\tX\t', 'Rolf Nyman (M)\t\tX', 'Siv Berg (C)\t\t'),
    ).toEqual(['Gun Ahl present', 'Rolf Nyman absent', 'Siv Berg absent'])
  })
})

interface Said {
  name: string
  capacity: string | null
  organisation: string | null
  mode: string
  items: string | null
  text: string
}

const names = [
  'Kim Berg',
  'Lars Ås',
  'Mia Ek',
  'Anna Alm',
  'Bo Sand',
  'Clara Dahl',
  'Dan Lind',
  'Eva Fors',
  'Ida Ny',
  'Stina Hed',
  'Olle Rot',
  'Per-Olof Kvarn',
  'Karin von Essen',
  'Åsa Blom',
]
/** Given names that no list knows: sure between commas, between semicolons they could be organisations. */
const rareNames = ['Bror Himmelmo', 'Ragnfrid Snöbacke', 'Zorba Kvastborg', 'Tjelvar Rimtråd']
const organisations = ['M', 'KD', 'SD', 'Vinnova', 'LIF', 'Region Syd', 'Acme Ltd', 'Karolinska institutet', 'Sweco']
const roles = ['ordförande', 'vice ordförande', 'sekreterare', 'projektledare', 'socialchef']
const modes = [
  ['på distans', 'remote'],
  ['via Teams', 'remote'],
  ['digitalt', 'remote'],
  ['per telefon', 'phone'],
] as const
const items = [
  ['§§ 3–5', '3–5'],
  ['ej § 3', 'ej 3'],
  ['t.o.m. § 4', 't.o.m. 4'],
  ['from § 2', 'from 2'],
] as const

const some = <T>(values: readonly T[]): fc.Arbitrary<T | null> => fc.option(fc.constantFrom(...values), { nil: null })

const person = (name: string): fc.Arbitrary<Said> =>
  fc
    .record({
      organisation: some(organisations),
      role: some(roles),
      roleFirst: fc.boolean(),
      mode: some(modes),
      item: some(items),
      commas: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    })
    .map(({ organisation, role, roleFirst, mode, item, commas }) => {
      const parts: Array<[boolean, string | null | undefined]> = [
        [commas[0], roleFirst ? null : role],
        [commas[1], mode?.[0]],
        [commas[2], item?.[0]],
      ]
      const behind = parts
        .filter(([, words]) => words !== null && words !== undefined)
        .map(([comma, words]) => `${comma ? ', ' : ' '}${words}`)
        .join('')
      const before = role !== null && roleFirst ? `${role} ` : ''
      const whose = organisation === null ? '' : ` (${organisation})`
      return {
        name,
        capacity: role,
        organisation,
        mode: mode?.[1] ?? 'unknown',
        items: item?.[1] ?? null,
        text: `${before}${name}${whose}${behind}`,
      }
    })

const joined = (chosen: fc.Arbitrary<string[]>, joints: readonly string[]): fc.Arbitrary<[Said[], string[]]> =>
  chosen.chain((some) =>
    fc.tuple(
      fc.tuple(...some.map(person)),
      fc.array(fc.constantFrom(...joints), { minLength: some.length, maxLength: some.length }),
    ),
  )
const size = { minLength: 2, maxLength: 6 }
const run = fc.oneof(
  joined(fc.shuffledSubarray(names, size), [', ', ' och ', ' samt ', '; ']),
  joined(fc.shuffledSubarray([...names, ...rareNames], { ...size, minLength: 3 }), [', ', ' och ', ' samt ']),
  joined(fc.shuffledSubarray([...names, ...rareNames], size), ['; ']),
)

describe('any people joined on one line', () => {
  test.each([['on the heading’s own line', 'Närvarande: '] as const, ['below the heading', 'Närvarande:\n'] as const])(
    'are the same people again, %s',
    (_, heading) => {
      fc.assert(
        fc.property(run, ([people, joints]) => {
          const text = people.map((one, at) => (at === 0 ? one.text : `${joints[at - 1] ?? ', '}${one.text}`)).join('')
          const read = readOne(minutesWith(...`${heading}${text}`.split('\n'))).participants
          expect(
            read.map(({ name, capacity, organisation, mode, items }) => ({
              name,
              capacity,
              organisation,
              mode,
              items,
            })),
            text,
          ).toEqual(
            people.map(({ name, capacity, organisation, mode, items }) => ({
              name,
              capacity,
              organisation,
              mode,
              items,
            })),
          )
        }),
        { numRuns: 500 },
      )
    },
  )
})

const labels = [
  'Region Syd',
  'LIF',
  'Vinnova',
  'Acme Ltd',
  'Kommunen',
  'Karolinska institutet',
  'Länsstyrelsen Halland',
]

const labelledRun = fc
  .tuple(
    fc.shuffledSubarray(names, { minLength: 3, maxLength: 9 }),
    fc.shuffledSubarray(labels, { minLength: 1, maxLength: 3 }),
  )
  .chain(([chosen, over]) =>
    fc.tuple(
      fc.tuple(...chosen.map((name) => person(name))),
      fc.constant(over),
      // Where each label opens, and what stands before it.
      fc.array(fc.nat({ max: chosen.length - 1 }), { minLength: over.length, maxLength: over.length }),
      fc.array(fc.constantFrom(', ', '; ', ' och '), { minLength: over.length, maxLength: over.length }),
    ),
  )

describe('any people under labels of organisations on one line', () => {
  test('are for those, from each label to the next', () => {
    fc.assert(
      fc.property(labelledRun, ([people, over, places, joints]) => {
        const opens = new Map([...new Set(places)].toSorted((a, b) => a - b).map((place, at) => [place, at]))
        let label: string | null = null
        const expected: Array<[string, string | null]> = []
        const text = people
          .map((one, at) => {
            const opened = opens.get(at)
            if (opened !== undefined) label = over[opened] ?? null
            expected.push([one.name, one.organisation ?? label])
            const lead = opened === undefined ? '' : `${over[opened] ?? ''}: `
            return `${at === 0 ? '' : opened === undefined ? ', ' : (joints[opened] ?? ', ')}${lead}${one.text}`
          })
          .join('')
        const read = readOne(minutesWith(`Deltagare: ${text}`)).participants
        expect(
          read.map(({ name, organisation }) => [name, organisation]),
          text,
        ).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })
})
