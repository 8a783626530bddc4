import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { readOne } from './read.ts'

const items = ['', '1. Öppnande', 'Mötet öppnades.', '', '2. Avslutning', 'Mötet avslutades.', '']
const people = ['', 'Närvarande', 'Tuva Kvastborg, ledamot', 'Bror Himmelmo, ledamot']
const withHead = (...lines: string[]): ProposedMeeting => readOne([...lines, ...people, ...items].join('\n'))
const officer = (meeting: ProposedMeeting, role: string): string[] =>
  meeting.officers.filter((one) => one.role === role).map((one) => one.name)

describe('the head', () => {
  const fields = [
    'Datum: 2019-10-09',
    'Tid: 13.00–15.30',
    'Plats: Kvasthuset, Höga gatan 3',
    'Dnr: KV 2019/12',
    'Ordförande: Tuva Kvastborg',
    'Sekreterare: Saga Rimtråd',
    'Justerare: Bror Himmelmo',
  ]
  const wanted = {
    date: '2019-10-09',
    start: '13:00',
    end: '15:30',
    place: 'Kvasthuset, Höga gatan 3',
    dnr: 'KV 2019/12',
    body: 'Kvastrådet',
    kind: 'protokoll',
  }

  function expectHead(meeting: ProposedMeeting): void {
    expect(meeting).toMatchObject(wanted)
    expect(officer(meeting, 'chair')).toEqual(['Tuva Kvastborg'])
    expect(officer(meeting, 'secretary')).toEqual(['Saga Rimtråd'])
    expect(officer(meeting, 'adjuster')).toEqual(['Bror Himmelmo'])
  }

  test('the same fields in any order give the same head', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(fields, { minLength: fields.length }), (shuffled) => {
        expectHead(withHead('Protokoll från möte med Kvastrådet', '', ...shuffled))
      }),
      { numRuns: 40 },
    )
  })

  test.each([
    ['spaces', '   '],
    ['bars', ' | '],
    ['semicolons', '; '],
    ['tabs', '\t'],
  ])('the same fields on one line, parted by %s, give the same head', (_, sign) => {
    expectHead(withHead('Protokoll från möte med Kvastrådet', '', fields.join(sign)))
  })

  test('labels on lines of their own take the next line as their value', () => {
    expectHead(
      withHead('Protokoll från möte med Kvastrådet', '', ...fields.flatMap((field) => [...field.split(': '), ''])),
    )
  })

  test('labels may stand in a column of their own', () => {
    expectHead(withHead('Protokoll från möte med Kvastrådet', '', ...fields.map((field) => field.replace(': ', '\t'))))
  })

  test('English heads are read alike', () => {
    const meeting = readOne(
      [
        'Minutes of the Broom Committee',
        '',
        'Date: Wednesday, 9 October 2019',
        'Time: 1.30 pm – 3 pm',
        'Venue: Broom House and online (Zoom)',
        'Chair: Tuva Broomfield',
        'Minutes: Saga Frost',
        'Reference: BC 19/4',
        '',
        'Present: Tuva Broomfield, Bror Skyhill',
        'Apologies: Malte Halls',
        '',
        '1. Welcome',
        'The Chair opened the meeting.',
        '2. Close',
        'The meeting closed.',
      ].join('\n'),
    )
    expect(meeting).toMatchObject({
      language: 'en',
      kind: 'minutes',
      date: '2019-10-09',
      start: '13:30',
      end: '15:00',
      place: 'Broom House and online (Zoom)',
      form: 'hybrid',
      dnr: 'BC 19/4',
      body: 'Broom Committee',
    })
    expect(officer(meeting, 'chair')).toEqual(['Tuva Broomfield'])
    expect(officer(meeting, 'secretary')).toEqual(['Saga Frost'])
  })

  test.each([
    ['Protokoll från hybridmöte med Kvastrådet den 9 oktober 2019', 'hybrid'],
    ['Protokoll från digitalt möte med Kvastrådet den 9 oktober 2019', 'distans'],
    ['Protokoll från möte med Kvastrådet den 9 oktober 2019 (videomöte)', 'distans'],
    ['Protokoll från möte med Kvastrådet den 9 oktober 2019, på plats', 'fysiskt'],
    ['Protokoll från möte med Kvastrådet den 9 oktober 2019', null],
  ])('%s says its form, or nothing', (title, form) => {
    expect(withHead(title).form).toBe(form)
  })

  test('a place that is a tool is kept as written and means distance', () => {
    expect(withHead('Protokoll Kvastrådet 2019-10-09', 'Plats: Teams')).toMatchObject({
      place: 'Teams',
      form: 'distans',
    })
    expect(withHead('Protokoll Kvastrådet 2019-10-09', 'Plats: Kvasthuset och Teams')).toMatchObject({ form: 'hybrid' })
    expect(withHead('Protokoll Kvastrådet 2019-10-09', 'Plats: Kvasthuset')).toMatchObject({ form: null })
  })

  test('words of a head line without a field are kept as a finding', () => {
    const meeting = withHead('Protokoll Kvastrådet 2019-10-09', 'Tid: kl. 13.00–15.30, paus 14.00–14.15')
    expect(meeting).toMatchObject({ start: '13:00', end: '15:30' })
    expect(meeting.findings.find((one) => one.code === 'detail-unread')?.quote).toContain('paus')
  })

  test('a weekday that disagrees with its date is pointed out', () => {
    const meeting = withHead('Protokoll Kvastrådet', 'Datum: fredagen den 9 oktober 2019')
    expect(meeting.findings).toMatchObject([{ code: 'weekday-mismatch', suggestion: '2019-10-09' }])
  })

  test('a date that could be read two ways, or lacks its year, is pointed out', () => {
    const english = readOne(
      [
        'Minutes of the Broom Committee',
        'Date: 11/10/2021',
        '',
        'Present: Tuva Broomfield, Bror Skyhill',
        '',
        '1. Welcome',
        'The Chair opened the meeting.',
      ].join('\n'),
    )
    expect(english.date).toBe('2021-10-11')
    expect(english.findings.map((one) => one.code)).toContain('date-unclear')
    const open = readOne(['Protokoll Kvastrådet', 'Datum: 9 oktober', ...people, ...items].join('\n'), {
      today: '2020-03-01',
    })
    expect(open.date).toBe('2019-10-09')
    expect(open.findings.map((one) => one.code)).toContain('date-unclear')
  })

  test('numbering with § makes protokoll of what does not say its kind', () => {
    const text = ['Möte med Kvastrådet den 9 oktober 2019', ...people, '', '§ 1 Öppnande', 'Mötet öppnades.'].join('\n')
    expect(readOne(text).kind).toBe('protokoll')
    expect(readOne(text.replace('§ 1', '1.')).kind).toBe('minnesanteckningar')
  })
})

describe('officers', () => {
  const protocol = (...lines: string[]): ProposedMeeting =>
    readOne(
      [
        'Protokoll Kvastrådet 2019-10-09',
        ...people,
        '',
        '§ 1 Formalia',
        ...lines,
        '',
        '§ 2 Slut',
        'Mötet avslutades.',
      ].join('\n'),
    )

  test.each([
    'Tuva Kvastborg valdes till justerare.',
    'Till justerare valdes Tuva Kvastborg.',
    'Att jämte ordföranden justera protokollet utsågs Tuva Kvastborg.',
    'Rådet utser Tuva Kvastborg att justera protokollet.',
  ])('"%s" names who adjusts', (line) => {
    expect(officer(protocol(line), 'adjuster')).toEqual(['Tuva Kvastborg'])
  })

  test.each(['Ordförande Tuva Kvastborg öppnade mötet.', 'Till mötesordförande valdes Tuva Kvastborg.'])(
    '"%s" names the chair',
    (line) => {
      expect(officer(protocol(line), 'chair')).toEqual(['Tuva Kvastborg'])
    },
  )

  test('signatures fill what the head leaves open', () => {
    const meeting = protocol('Inget särskilt.', '')
    const signed = readOne(
      [
        'Protokoll Kvastrådet 2019-10-09',
        ...people,
        '',
        '§ 1 Slut',
        'Mötet avslutades.',
        '',
        'Vid protokollet            Justeras',
        '',
        '_______________            _______________',
        'Saga Rimtråd               Bror Himmelmo',
      ].join('\n'),
    )
    expect(meeting.officers).toEqual([])
    expect(officer(signed, 'secretary')).toEqual(['Saga Rimtråd'])
    expect(officer(signed, 'adjuster')).toEqual(['Bror Himmelmo'])
    expect(signed.placements.filter((one) => one.part === 'signature')).not.toEqual([])
  })
})

describe('the next meeting', () => {
  const next = (...lines: string[]): ProposedMeeting['nextMeeting'] =>
    readOne(
      ['Protokoll Kvastrådet 2019-10-09', ...people, '', '1. Öppnande', 'Mötet öppnades.', '', ...lines].join('\n'),
    ).nextMeeting

  test('it is stated with a year and inferred without', () => {
    expect(next('2. Slut', 'Nästa möte äger rum den 3 mars 2020.')).toMatchObject({
      date: '2020-03-03',
      basis: 'stated',
    })
    expect(next('2. Nästa möte', 'Den 3 mars kl. 9.')).toMatchObject({ date: '2020-03-03', basis: 'inferred' })
    expect(next('2. Close', 'The next meeting is on 3 March 2020.')).toMatchObject({
      date: '2020-03-03',
      basis: 'stated',
    })
    expect(next('2. Slut', 'Gruppen ses nästa gång den 3 mars.')).toMatchObject({
      date: '2020-03-03',
      basis: 'inferred',
    })
  })

  test('what is told later is nothing yet', () => {
    expect(next('2. Nästa möte', 'Meddelas senare.')).toBeNull()
    expect(next('2. Slut', 'Datum för nästa möte meddelas senare.')).toBeNull()
  })
})

test('a page number in a column of the letterhead is no part of the title', () => {
  const lines = ['Hamnnämnden\tPROTOKOLL\t1 (5)', 'Ankarby kommun\tDatum 2024-06-12', '', '§ 1 Upprop', 'Upprop sker.']
  expect(readOne(lines.join('\n')).title).toBe('PROTOKOLL')
})

test('words in a column beside a labelled one have a field or are told as unread', () => {
  const body = ['', '§ 1 Upprop', 'Upprop sker.']
  const owner = readOne(['HAMNNÄMNDEN\tPROTOKOLL\t1 (5)', 'Ankarby kommun\tDatum 2024-06-12', ...body].join('\n'))
  expect([owner.body, owner.sender, owner.date]).toEqual(['HAMNNÄMNDEN', 'Ankarby kommun', '2024-06-12'])
  const unit = readOne(['Sjöfartsrådet\tMinnesanteckningar', 'Enheten för lots\tDatum 2024-06-12', ...body].join('\n'))
  expect(JSON.stringify([unit.sender, unit.findings])).toContain('Enheten för lots')
})

test.each([
  [
    ['Barn- och utbildningsnämnden', 'PROTOKOLL', 'Sammanträdesdatum 2024-03-14'],
    'Protokoll Barn- och utbildningsnämnden',
  ],
  [['PROTOKOLL', 'Styrgruppen för digitalisering', '2025-01-20'], 'PROTOKOLL Styrgruppen för digitalisering'],
  [
    ['MINUTES', 'Parish Council of Little Hampton', 'Date: 5 February 2024'],
    'Minutes Parish Council of Little Hampton',
  ],
  [['Protokoll', 'Nämnd: Hamnnämnden', 'Datum: 2024-03-14'], 'Protokoll Hamnnämnden'],
  [['Hamnnämnden', 'SAMMANTRÄDESPROTOKOLL   1 (5)', '2024-03-14'], 'Sammanträdesprotokoll Hamnnämnden'],
])('a title line that says only the kind has the body that met in its title: %j', (head, title) => {
  const text = [...head, '', 'Närvarande: Anna Ek, Bo Alm', '', '§ 1 Upprop', 'Upprop sker.', ''].join('\n')
  expect(readOne(text).title).toBe(title)
})

test('a title line of only the kind stays what it is where no body is named or the kind says it', () => {
  const rest = ['', 'Närvarande: Anna Ek, Bo Alm', '', '§ 1 Upprop', 'Upprop sker.', '']
  expect(readOne(['PROTOKOLL', '2024-03-14', ...rest].join('\n')).title).toBe('PROTOKOLL')
  expect(readOne(['BRF Måsen', 'Styrelseprotokoll', '2024-03-14', ...rest].join('\n')).title).toBe('Styrelseprotokoll')
})
