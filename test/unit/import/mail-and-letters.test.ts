/** Items in letters, an agenda's word in the head, and minutes below the letter of a mail. */
import { describe, expect, test } from 'vitest'
import { lostLines } from '../import-corpus/nothing-lost.ts'
import { readOne, readWhole } from './read.ts'

const read = (...lines: readonly string[]) => {
  const text = [...lines, ''].join('\n')
  const meeting = readOne(text)
  expect(lostLines(text, [meeting]).lost).toEqual([])
  return meeting
}

const mail = [
  'From: Ann Field',
  'Sent: 17 May 2024 09:14',
  'To: JCC list',
  'Subject: JCC 15 May 2024',
  '',
  'Dear all',
  '',
  'Comments to me please.',
  '',
  'Ann',
  '',
]
const items = ['Boats', 'The roof of the boat house leaks.', '', 'Jetty', 'It has been mended by the volunteers.']

describe('items in letters', () => {
  test('begin with the first letter, also where its title speaks of notes and a list of people stands right above', () => {
    const meeting = read(
      'JOINT CONSULTATIVE COMMITTEE',
      'Notes of meeting held Tues 17 Oct 2023, 2pm, Committee Room B',
      '',
      'Present: Ann Field, Bob Moor',
      'Apols: Kim Hill',
      '',
      'A. Notes of last meeting',
      'These were agreed.',
      '',
      'B. Pay 2024/25',
      'Nothing to report.',
      '',
      'C. Depot',
      'The lights are mended.',
    )
    expect(meeting.items.map(({ number, title }) => `${number ?? '–'} ${title}`)).toEqual([
      'A Notes of last meeting',
      'B Pay 2024/25',
      'C Depot',
    ])
    expect(meeting.body).toBe('JOINT CONSULTATIVE COMMITTEE')
  })
})

describe('minutes in a mail', () => {
  test('begin below the ruler that ends the letter, with the body that met and its day', () => {
    const meeting = read(
      ...mail,
      '---',
      '',
      'JOINT CONSULTATIVE COMMITTEE',
      'Wednesday 15 May 2024, 2pm, Board Room',
      '',
      'Present: Ann Field, Bob Moor',
      '',
      ...items,
    )
    expect(meeting.body).toBe('JOINT CONSULTATIVE COMMITTEE')
    expect(meeting.start).toBe('14:00')
    expect(meeting.items.map(({ title }) => title)).toEqual(['Boats', 'Jetty'])
  })

  test('begin below a letter that leads to them, with the name in capitals above the title', () => {
    const meeting = read(
      ...mail.slice(0, 3),
      'Ämne: Anteckningar klubbstyrelsen',
      '',
      'Hej!',
      '',
      'Här är anteckningarna från gårdagens möte. Säg till om något är fel, annars',
      'gäller de från fredag.',
      '',
      'Maj',
      '',
      'BRÄDKLUBBEN, AVDELNING 3 LILLÅ',
      'Minnesanteckningar styrelsemöte tisdag 14/5 2024 kl 14.00-16.10, klubbrummet',
      '',
      'Med på mötet: Ann Field, Bob Moor',
      '',
      ...items,
    )
    expect(meeting).toMatchObject({ start: '14:00', end: '16:10', place: 'klubbrummet' })
    expect(meeting.sender).toBe('BRÄDKLUBBEN, AVDELNING 3 LILLÅ')
    expect(meeting.items.map(({ title }) => title)).toEqual(['Boats', 'Jetty'])
  })

  test('begin below a letter that speaks of them in its own broken lines', () => {
    const meeting = read(
      ...mail,
      'Hej alla!',
      '',
      'Tack för i måndags! Här är anteckningarna. Säg till om ni saknar något som',
      'vi bestämde.',
      '',
      'MINNESANTECKNINGAR',
      'Bryggmöte, Hamnrådet',
      '15 maj 2024, kl 18–19.30',
      '',
      'Närvarande: Ann Field, Bob Moor',
      '',
      ...items,
    )
    expect(meeting).toMatchObject({ title: 'MINNESANTECKNINGAR Bryggmöte, Hamnrådet', start: '18:00', end: '19:30' })
    expect(meeting.items.map(({ title }) => title)).toEqual(['Boats', 'Jetty'])
  })

  test('begin above the list of who came, also where no line calls them minutes and an item speaks of the last', () => {
    const meeting = read(
      ...mail,
      'THE BOAT KEEPERS (a club)',
      'Keepers’ meeting, Wednesday 15 May 2024, 6.30pm',
      '',
      'Present: Ann Field (chair), Bob Moor',
      'Apologies: Kim Hill',
      '',
      '',
      'Minutes of the April meeting',
      '  * Agreed.',
      '',
      'Jetty',
      '  * Agreed: paint the jetty red.',
      '  * Action: Bob to buy the paint by 30 May.',
    )
    expect([meeting.title, meeting.date]).toEqual(['Keepers’ meeting, Wednesday 15 May 2024, 6.30pm', '2024-05-15'])
    expect(meeting.participants.map(({ name }) => name)).toEqual(['Ann Field', 'Bob Moor', 'Kim Hill'])
    expect(meeting.items.map(({ title }) => title)).toEqual(['Minutes of the April meeting', 'Jetty'])
    expect(meeting.items[1]?.actions.map(({ owner, due }) => [owner, due])).toEqual([['Bob', '2024-05-30']])
  })

  test('may be told in prose: when they met, who was there and who was not', () => {
    const meeting = read(
      'From: Ann Field',
      'To: jetty@club.example',
      'Sent: 4 June 2024 22:10',
      'Subject: Our jetty meeting',
      '',
      'Hi all,',
      '',
      'Thanks for coming on Monday evening, the 3rd of June. Here is what we said.',
      '',
      'We sat in the boat house. Ann Field, Bob Moor, Kim Hill and',
      'Dot Marsh were there. It rained.',
      'Ray Pike sent his apologies.',
      '',
      'Jetty',
      'We agreed to paint it red. Bob will buy the paint by Friday.',
      '',
      'Boats',
      'One leaks.',
    )
    expect(meeting.date).toBe('2024-06-03')
    expect(meeting.participants.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'Ann Field present',
      'Bob Moor present',
      'Kim Hill present',
      'Dot Marsh present',
      'Ray Pike excused',
    ])
    expect(meeting.items.map(({ title }) => title)).toEqual(expect.arrayContaining(['Jetty', 'Boats']))
    expect(meeting.findings.map(({ quote }) => quote)).toContain('We sat in the boat house. It rained.')
  })

  test('may be told in Swedish prose', () => {
    const meeting = read(
      'Från: Siv Tång',
      'Till: Bryggan',
      'Skickat: den 12 mars 2024 09:14',
      'Ämne: Bryggmötet',
      '',
      'Hej alla,',
      '',
      'här kommer några rader från mötet i måndags den 11 mars.',
      '',
      'Med var Greta Palm (ordförande), Siv Tång och Ulf Brännare.',
      'Bo Lerdal hade förhinder.',
      '',
      'Bryggan',
      'Vi beslutade att måla den röd. Ulf köper färg senast fredag.',
    )
    expect(meeting.date).toBe('2024-03-11')
    expect(meeting.participants.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'Greta Palm present',
      'Siv Tång present',
      'Ulf Brännare present',
      'Bo Lerdal excused',
    ])
  })

  test('have no body called agenda', () => {
    const meeting = read(
      ...mail.slice(0, 3),
      'Subject: Minutes of today’s call',
      '',
      'When: 15/05/2024, 10:00',
      'Where: Zoom',
      '',
      'Attending',
      'Ann Field',
      'Bob Moor',
      '',
      'Agenda',
      '- Boats',
      '- Jetty',
      '',
      ...items,
    )
    expect([meeting.body, meeting.sender]).not.toContain('Agenda')
  })
})

test('the people of both sides are read where each side has them on one line', () => {
  const { participants, officers } = read(
    'JOINT CONSULTATIVE COMMITTEE',
    'Notes of meeting held 15 May 2024, 2pm',
    '',
    'Management side: Ann Field (Principal, chair), Karen Hill (HR Director, notes)',
    'Trade union side: Peter Moor (UCE, branch secretary), Susan Lane (UCE)',
    'Apologies: John Reed (UCE)',
    '',
    ...items,
  )
  expect(participants.map(({ name, status }) => [name, status])).toEqual([
    ['Ann Field', 'present'],
    ['Karen Hill', 'present'],
    ['Peter Moor', 'present'],
    ['Susan Lane', 'present'],
    ['John Reed', 'excused'],
  ])
  expect(officers).toMatchObject([
    { role: 'chair', name: 'Ann Field' },
    { role: 'secretary', name: 'Karen Hill' },
  ])
})

test('those under "Med på mötet" were there', () => {
  const { participants, items: found } = read(
    'Projektmöte båthuset 2024-09-03',
    '',
    'Med på mötet',
    'Anna Ek - projektledare',
    'Bo Alm - snickare',
    'Inte med: Cia Dal - kassör',
    '',
    'Båthuset',
    'Taket läcker och ska läggas om till våren.',
    '',
    'Bryggan',
    'Den är lagad av medlemmarna.',
  )
  expect(participants.map(({ name, status }) => [name, status])).toEqual([
    ['Anna Ek', 'present'],
    ['Bo Alm', 'present'],
    ['Cia Dal', 'absent'],
  ])
  expect(found.map(({ title }) => title)).toEqual(['Båthuset', 'Bryggan'])
})

describe('a mail whose minutes open with the day', () => {
  test('ends its letter above them, is of the body it goes to, and its sender closes it', () => {
    const meeting = read(
      'Från: Anna Ek',
      'Skickat: den 13 mars 2025 16:22',
      'Till: Hamnrådet',
      'Ämne: Minnesanteckningar 11/3',
      '',
      'Hej!',
      'Tack för ett bra möte. Säg till om något blev fel.',
      '',
      'Hälsningar',
      'Anna',
      '',
      '',
      'Samverkansmöte bryggor och kajer',
      'Tisdag 11 mars 2025 kl 13-15.30, Sjöhuset, sal Ankaret',
      '',
      'Deltog gjorde',
      'Hamnen: Anna Ek, Bo Alm (via länk, bara första timmen)',
      'Kustbevakningen, Region Syd: Kim Ström',
      '',
      'Läget',
      'Bryggan är lagad och kajen är målad.',
      '',
      'Nästa träff',
      'Onsdag 4 juni kl 9.',
      '',
      '-----------------',
      'Anna Ek',
      'Hamnsekreterare',
      '010-000 00 00',
    )
    expect([meeting.date, meeting.start, meeting.end, meeting.place, meeting.body]).toEqual([
      '2025-03-11',
      '13:00',
      '15:30',
      'Sjöhuset, sal Ankaret',
      'Hamnrådet',
    ])
    expect(meeting.items.map(({ title }) => title)).toEqual(['Läget', 'Nästa träff'])
    expect(meeting.participants.map(({ name, organisation, mode }) => [name, organisation, mode])).toEqual([
      ['Anna Ek', 'Hamnen', 'unknown'],
      ['Bo Alm', 'Hamnen', 'remote'],
      ['Kim Ström', 'Kustbevakningen, Region Syd', 'unknown'],
    ])
  })
})

describe('a mail that tells of a meeting in running text alone', () => {
  const note = [
    'Från: Siv Ask',
    'Skickat: den 15 november 2024 08:12',
    'Till: Bo Alm; Ada Frisk',
    'Ämne: Anteckning från gårdagens möte om hamnen',
    '',
    'Hej alla,',
    '',
    'Anteckning 2024-11-14',
    '',
    'Vi träffades kl. 13.00 på Hamnkontoret i Ekeby. Där fanns gott om kaffe och det regnade',
    'hela tiden, så vi satt kvar länge och talade om kranar, räls och annat som inte är klart. Alla',
    'var nöjda.',
    '',
    'Bo visade ritningar på kajen. Den är gammal och har satt sig flera centimeter sedan hamnen',
    'byggdes om. Till slut enades vi om att laga kajen och att inte köpa någon ny kran.',
    '',
    'Vänliga hälsningar',
    'Siv',
    '',
    'Siv Ask',
    'Hamnfogde',
  ]

  test('is one item from its first paragraph on, with place and time, and without the words to its readers', () => {
    const meeting = readWhole(note)
    expect(meeting).toMatchObject({ date: '2024-11-14', start: '13:00', place: 'Hamnkontoret i Ekeby' })
    expect(meeting.items.map(({ decisions }) => decisions.map(({ text }) => text))).toEqual([
      ['att laga kajen', 'att inte köpa någon ny kran.'],
    ])
    expect(meeting.items[0]?.blocks.map(({ text }) => text.slice(0, 12))).toEqual(['Vi träffades', 'Bo visade ri'])
    expect(meeting.placements.filter(({ part }) => part === 'unplaced').map(({ line }) => line)).toEqual([
      6, 17, 18, 20, 21,
    ])
  })
})
