import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPeopleHeading } from '#core/import/people-headings.ts'
import { readPeopleLine } from '#core/import/people.ts'
import { plainHabits } from '#core/import/person.ts'
import { sameName } from '#core/import/names.ts'
import { protocolOf, readOne } from './read.ts'

const nobody = { capacity: null, organisation: null, status: null, mode: null, items: null }
const oneLine = { ...plainHabits, onePerLine: true }

describe('one line of a list of people', () => {
  test.each([
    ['Tuva Kvastborg, ledamot, Vinddepartementet', { capacity: 'ledamot', organisation: 'Vinddepartementet' }],
    ['Tuva Kvastborg, ledamot', { capacity: 'ledamot' }],
    ['Tuva Kvastborg, Kvastbolaget', { organisation: 'Kvastbolaget' }],
    ['Tuva Kvastborg (Kvastbolaget)', { organisation: 'Kvastbolaget' }],
    ['Tuva Kvastborg (S)', { organisation: 'S' }],
    ['Tuva Kvastborg – ordförande', { capacity: 'ordförande' }],
    ['Tuva Kvastborg - Vindsnurra Invest', { organisation: 'Vindsnurra Invest' }],
    ['Sekreterare: Tuva Kvastborg', { capacity: 'sekreterare' }],
    ['Tuva Kvastborg\tVinddepartementet', { organisation: 'Vinddepartementet' }],
    [
      '| Tuva Kvastborg | ledamot | Vindverket | X |',
      { capacity: 'ledamot', organisation: 'Vindverket', status: 'present' },
    ],
    ['- Tuva Kvastborg, VD Vindsnurra Invest', { capacity: 'VD', organisation: 'Vindsnurra Invest' }],
    [
      'Tuva Kvastborg, professor vid Vindarnas universitet',
      { capacity: 'professor', organisation: 'Vindarnas universitet' },
    ],
    ['Tuva Kvastborg, chef för enheten för skaft', { capacity: 'chef för enheten för skaft' }],
    ['Ordförande Tuva Kvastborg', { capacity: 'ordförande' }],
    ['Tuva Kvastborg, Head of Finance, Broom Ltd', { capacity: 'Head of Finance', organisation: 'Broom Ltd' }],
  ])('%s', (line, expected) => {
    expect(readPeopleLine(line, oneLine)).toMatchObject([{ name: 'Tuva Kvastborg', ...nobody, ...expected }])
  })

  test.each([
    ['på distans', { mode: 'remote' }],
    ['digitalt', { mode: 'remote' }],
    ['via Teams', { mode: 'remote' }],
    ['via länk', { mode: 'remote' }],
    ['per telefon', { mode: 'phone' }],
    ['på plats', { mode: 'room' }],
    ['§§ 3–5', { items: '3–5' }],
    ['§ 3', { items: '3' }],
    ['§§ 3, 5 och 7', { items: '3, 5 och 7' }],
    ['t.o.m. § 4', { items: 't.o.m. 4' }],
    ['fr.o.m. § 2', { items: 'fr.o.m. 2' }],
    ['ej § 6', { items: 'ej 6' }],
    ['del av § 3', { items: 'del av 3' }],
    ['punkt 3–5', { items: '3–5' }],
    ['anmält förhinder', { status: 'excused' }],
    ['frånvarande', { status: 'absent' }],
    ['sjuk', { status: 'excused' }],
    ['via Teams från kl. 10.15', { mode: 'remote', items: 'från kl. 10.15' }],
  ])('the mark "%s" becomes neither role nor organisation, wherever it stands', (mark, expected) => {
    const want = [{ name: 'Tuva Kvastborg', ...nobody, capacity: 'ledamot', ...expected }]
    expect(readPeopleLine(`Tuva Kvastborg, ledamot, ${mark}`, oneLine)).toMatchObject(want)
    expect(readPeopleLine(`Tuva Kvastborg, ledamot (${mark})`, oneLine)).toMatchObject(want)
  })

  test('a substitute is told from the person stood in for, whose name is kept as words', () => {
    const [person] = readPeopleLine('Tuva Kvastborg (S), tjänstgörande ersättare för Bror Himmelmo (S)', oneLine)
    expect(person).toMatchObject({ name: 'Tuva Kvastborg', capacity: 'tjänstgörande ersättare', organisation: 'S' })
    expect(person?.kept.join(' ')).toContain('Bror Himmelmo')
  })

  test('an organisation in front of a colon is that of all behind it', () => {
    expect(readPeopleLine('Vindverket: Tuva Kvastborg, Bror Himmelmo', plainHabits)).toMatchObject([
      { name: 'Tuva Kvastborg', organisation: 'Vindverket' },
      { name: 'Bror Himmelmo', organisation: 'Vindverket' },
    ])
  })

  test('a run of names comes apart at commas and "och", roles and brackets stay with their name', () => {
    expect(
      readPeopleLine(
        'Tuva Kvastborg (ordf.), Bror Himmelmo (sekr.), Saga von Rimtråd och Malte Häll-Qvast',
        plainHabits,
      ),
    ).toMatchObject([
      { name: 'Tuva Kvastborg', capacity: 'ordf.' },
      { name: 'Bror Himmelmo', capacity: 'sekr.' },
      { name: 'Saga von Rimtråd' },
      { name: 'Malte Häll-Qvast' },
    ])
  })

  test('a generated name comes back from every shape of line', () => {
    const syllable = fc.constantFrom('kva', 'mol', 'sot', 'bris', 'lun', 'dö', 'tå', 'vinn', 'sär', 'ek', 'holt', 'bö')
    const word = fc
      .array(syllable, { minLength: 2, maxLength: 3 })
      .map((parts) => parts.join(''))
      .map((text) => text.slice(0, 1).toLocaleUpperCase('sv') + text.slice(1))
    const family = fc.oneof(
      word,
      fc.tuple(word, word).map(([a, b]) => `${a}-${b}`),
      fc.tuple(word, word).map(([a, b]) => `${a} ${b}`),
      word.map((text) => `von ${text}`),
    )
    const person = fc.tuple(word, family).map(([given, surname]) => `${given} ${surname}`)
    const shape = fc.constantFrom(
      (name: string) => name,
      (name: string) => `${name}, ledamot`,
      (name: string) => `17. ${name}, Vinddepartementet`,
      (name: string) => `- ${name}, ledamot, Region Norrvind`,
      (name: string) => `${name} (M), ej § 6`,
      (name: string) => `${name} – ordförande`,
      (name: string) => `${name}\tVindverket\tX`,
      (name: string) => `Sekreterare: ${name}`,
    )
    fc.assert(
      fc.property(person, shape, (name, write) => {
        expect(readPeopleLine(write(name), oneLine).map((read) => read.name)).toEqual([name])
      }),
    )
  })
})

describe('headings of lists', () => {
  test.each([
    ['Närvarande', null, 'present'],
    ['Beslutande', 'beslutande', null],
    ['Ledamöter', 'ledamot', null],
    ['Ersättare', 'ersättare', null],
    ['Tjänstgörande ersättare', 'tjänstgörande ersättare', null],
    ['Icke tjänstgörande ersättare', 'icke tjänstgörande ersättare', null],
    ['Övriga närvarande:', null, 'present'],
    ['Övriga deltagare', null, 'present'],
    ['Frånvarande', null, 'absent'],
    ['Anmält förhinder', null, 'excused'],
    ['Adjungerade', 'adjungerad', null],
    ['Gäster', 'gäst', null],
    ['Föredragande', 'föredragande', null],
    ['Present', null, 'present'],
    ['In attendance:', null, 'present'],
    ['Apologies for absence', null, 'excused'],
    ['Observers', 'observer', null],
  ])('%s', (text, capacity, status) => {
    expect(readPeopleHeading(text)).toMatchObject({ capacity, status, rest: '' })
  })

  test('running text and other titles are none', () => {
    for (const text of ['Deltagarna tackades.', 'Mötets öppnande', 'Deltagare i nästa steg blir fler', 'Budget']) {
      expect(readPeopleHeading(text)).toBeNull()
    }
  })
})

describe('lists of people in minutes', () => {
  test('the capacity of a group is for those without a role of their own', () => {
    const { participants } = readOne(protocolOf(['Tuva Kvastborg, ordförande', 'Bror Himmelmo'], 'Ledamöter'))
    expect(participants.map((person) => person.capacity)).toEqual(['ordförande', 'ledamot'])
  })

  test('status follows the heading, mode too where it says so', () => {
    const { participants } = readOne(
      protocolOf([
        'Tuva Kvastborg',
        '',
        'Deltagare via Teams',
        'Bror Himmelmo',
        '',
        'Frånvarande',
        'Saga Rimtråd',
        '',
        'Anmält förhinder: Malte Hällqvast',
      ]),
    )
    expect(participants.map(({ status, mode, group }) => [status, mode, group])).toEqual([
      ['present', 'unknown', 1],
      ['present', 'remote', 2],
      ['absent', 'unknown', 3],
      ['excused', 'unknown', 4],
    ])
  })

  test('a blank line begins a group, but not where every line stands alone', () => {
    const groups = (people: string[]): number[] =>
      readOne(protocolOf(people)).participants.map((person) => person.group)
    expect(groups(['Tuva Kvastborg', 'Bror Himmelmo', '', 'Saga Rimtråd', 'Malte Hällqvast'])).toEqual([1, 1, 2, 2])
    expect(groups(['Tuva Kvastborg', '', 'Bror Himmelmo', '', 'Saga Rimtråd'])).toEqual([1, 1, 1])
  })

  test('a line in the list that names nobody is listed as not placed and pointed out', () => {
    const meeting = readOne(protocolOf(['Tuva Kvastborg', '3 okända med hattar', 'Bror Himmelmo']))
    expect(meeting.participants).toHaveLength(2)
    expect(meeting.findings.map((one) => one.code)).toContain('name-uncertain')
    expect(meeting.placements.filter((one) => one.part === 'unplaced')).toHaveLength(1)
  })

  test('jumps and repeats in the numbering, and the same name twice, are pointed out', () => {
    const meeting = readOne(
      protocolOf(['1. Tuva Kvastborg', '2. Bror Himmelmo', '2. Saga Rimtråd', '5. Tuva Kvastborg']),
    )
    const codes = meeting.findings.map((one) => one.code)
    expect(codes).toEqual(expect.arrayContaining(['number-duplicate', 'number-gap', 'duplicate-participant']))
  })

  test('a cross says by its column who was there, and no cross that somebody was not', () => {
    const people = readOne(
      protocolOf(
        [
          'Namn\tRoll\tNärvaro',
          'Tuva Kvastborg\tordförande\tX',
          'Bror Himmelmo\tledamot\t',
          'Saga Rimtråd\tledamot\tX',
        ],
        'Deltagare',
      ),
    ).participants
    expect(people.map(({ name, status }) => [name, status])).toEqual([
      ['Tuva Kvastborg', 'present'],
      ['Bror Himmelmo', 'absent'],
      ['Saga Rimtråd', 'present'],
    ])
  })

  test('names in a column beside their heading are read line by line', () => {
    const text = [
      'Protokoll fört vid möte med Kvastrådet den 9 oktober 2019',
      '',
      'Beslutande             Tuva Kvastborg (S), ordförande',
      '                       Bror Himmelmo (M)',
      'Ersättare              Saga Rimtråd (C), §§ 1–2',
      '',
      '§ 1 Öppnande',
      'Mötet öppnades.',
    ].join('\n')
    expect(readOne(text).participants).toMatchObject([
      { name: 'Tuva Kvastborg', capacity: 'ordförande', organisation: 'S', group: 1 },
      { name: 'Bror Himmelmo', capacity: 'beslutande', organisation: 'M', group: 1 },
      { name: 'Saga Rimtråd', capacity: 'ersättare', organisation: 'C', items: '1–2', group: 2 },
    ])
  })

  test('people told in a sentence are a list too', () => {
    const text = [
      'Protokoll från möte med Kvastrådet den 9 oktober 2019',
      '',
      'Vid mötet deltog Tuva Kvastborg (ordf.), Bror Himmelmo och Saga Rimtråd.',
      '',
      '§ 1 Öppnande',
      'Mötet öppnades.',
    ].join('\n')
    expect(readOne(text).participants.map((person) => person.name)).toEqual([
      'Tuva Kvastborg',
      'Bror Himmelmo',
      'Saga Rimtråd',
    ])
  })

  test('a list after the items is read like one before them', () => {
    const text = protocolOf(['Tuva Kvastborg, ordförande', 'Bror Himmelmo'])
    const [title = '', , heading = '', a = '', b = ''] = text.split('\n')
    const late = [title, '', ...text.split('\n').slice(6), '', heading, a, b].join('\n')
    expect(readOne(late).participants.map((person) => person.name)).toEqual(['Tuva Kvastborg', 'Bror Himmelmo'])
    expect(readOne(late).items).toHaveLength(2)
  })
})

describe('the same person in two spellings', () => {
  test.each([
    ['Ottilia Rönnskaft Jonsson', 'Ottilia Rönnskaft Johnsson'],
    ['Ann Sofi Kvast', 'Ann-Sofi Kvast'],
    ['Kvastborg Tuva', 'Tuva Kvastborg'],
    ['Tuva', 'Tuva Kvastborg'],
    ['Kvastborg', 'Tuva Kvastborg'],
    ['T. Kvastborg', 'Tuva Kvastborg'],
    ['professor Tuva Kvastborg', 'Tuva Kvastborg'],
  ])('%s is %s', (mention, listed) => {
    expect(sameName(mention, listed)).toBe(true)
  })

  test.each([
    ['Tuva Kvastborg', 'Tuva Himmelmo'],
    ['Bror Ek', 'Bror Ål'],
    ['Anna', 'Hanna Sot'],
  ])('%s is not %s', (mention, listed) => {
    expect(sameName(mention, listed)).toBe(false)
  })
})
