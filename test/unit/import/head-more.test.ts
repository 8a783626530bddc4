/** The form of a meeting, places in titles and bodies known by their meetings. */
import { describe, expect, test } from 'vitest'
import { itemsBelow as items, listBelow as list, readWhole as minutes } from './read.ts'

describe('the form of a meeting', () => {
  test.each([
    ['Plats: Rådhuset, sal 2', 'Anna Ek (ordförande), Bo Alm (deltog via Teams), Kim Ström', 'hybrid'],
    ['Plats: Rådhuset, sal 2', 'Anna Ek (ordförande), Bo Alm (per telefon), Kim Ström', 'hybrid'],
    ['Plats: Teams', 'Anna Ek (ordförande), Bo Alm (via Teams), Kim Ström', 'distans'],
    ['Dnr: 12/2024', 'Anna Ek (via Zoom), Bo Alm (via Zoom), Kim Ström (via Zoom)', 'distans'],
    ['Dnr: 12/2024', 'Anna Ek, Bo Alm (via Zoom), Kim Ström', null],
    ['Plats: Rådhuset, sal 2', 'Anna Ek, Bo Alm, Kim Ström', null],
  ])('is told by the place and the marks of people: %s, %s', (place, people, form) => {
    const head = ['Protokoll Kvarnrådet', 'Datum: 2024-03-04', place, '', `Närvarande: ${people}`]
    expect(minutes([...head, ...items]).form).toBe(form)
  })

  test.each([
    ['Rum Eken + Meet', 'hybrid'],
    ['Jitsi', 'distans'],
  ])('is told by the tool: %s', (place, form) => {
    expect(minutes(['Anteckningar Kvarngruppen', 'Datum: 2024-03-04', `Plats: ${place}`, ...list, ...items]).form).toBe(
      form,
    )
  })
})

describe('where a title says that they met', () => {
  const people = ['', 'Present: Ann Fowler (chair), Bob Stone', '', '1. Opening', 'Ann welcomed everyone.', '']
  test.each([
    [
      'Minutes of the Full Council held in the Guild Chamber, Old',
      'Hall, on Monday 11th March 2024 at 7 pm',
      'Guild Chamber, Old Hall',
    ],
    ['MINUTES OF THE PARISH COUNCIL HELD ON TUESDAY 5TH MARCH 2024 IN THE VILLAGE HALL AT 7.30PM', '', 'VILLAGE HALL'],
    [
      'Minutes of Residents’ Meeting – Thursday 6th June 2024 – 7.30pm – Old Forge (small room)',
      '',
      'Old Forge (small room)',
    ],
    [
      'Hamnrådet 4 mars 2024',
      'Minnesanteckningar från mötet i byskolans aula, klockan 18.00 till 19.30.',
      'byskolans aula',
    ],
    ['Hamnrådet 4 mars 2024', 'Anteckningar från träffen i Lillåns bygdegård, kl. 18.00–19.45.', 'Lillåns bygdegård'],
    ['Hamnrådet', 'Möte nr 2 2024, måndag den 4 mars kl. 9.00-11.15, Teams', 'Teams'],
    [
      'Minutes of the meeting held on Monday 4 March 2024 at 2.00 p.m. in the Ellis',
      'Room and by videoconference',
      'Ellis Room',
    ],
    ['MINUTES OF THE BOARD HELD IN PUBLIC ON MONDAY 4 MARCH 2024 AT 9AM', 'IN THE HALL, MILL LANE', 'HALL, MILL LANE'],
    ['MINUTES OF THE BOARD MEETING', 'HELD AT REED HOUSE ON MONDAY 4 MARCH 2024', 'REED HOUSE'],
    ['General Assembly', 'Minutes held at Hotel Gyllen, Riga on 4 March 2024', 'Hotel Gyllen, Riga'],
  ])('%s %s', (first, second, place) => {
    expect(minutes([first, second, ...people]).place).toBe(place)
  })

  test('ends where the title tells when the meeting did', () => {
    const meeting = minutes([
      'Protokoll fört vid styrelsemöte i Lillåns Kvarn ek. för. måndagen den 4 mars 2024',
      'kl 18.30 i bygdegården, Lillå. Mötet avslutades kl 20.15.',
      ...people,
    ])
    expect(meeting).toMatchObject({ place: 'bygdegården, Lillå', start: '18:30', end: '20:15' })
  })

  test('is no sentence that goes on below', () => {
    const told = ['Kommunalrådet bjöd den 4 mars 2024 in till ett samtal om hur', 'byar och föreningar kan hjälpas åt.']
    expect(minutes(['Anteckningar från ett samtal om beredskap', '', ...told, ...people]).place).toBeNull()
  })

  test.each(['Datum för anslags uppsättande', 'Datum för anslags', 'Datum för nedtagande'])(
    'nor is the day of a notice that of the meeting: %s',
    (label) => {
      const meeting = minutes(['Hamnrådet      2024-03-04', 'PROTOKOLL', `${label}     2024-03-18`, ...list, ...items])
      expect(meeting.date).toBe('2024-03-04')
    },
  )

  test('whoever signs below the dots beside "Underskrifter" wrote', () => {
    const signed = [
      'Underskrifter       Sekreterare   ....................   Paragrafer  31–38',
      '                    Bo Alm',
    ]
    const meeting = minutes(['PROTOKOLL Hamnrådet 2024-03-04', ...list, '', ...signed, ...items])
    expect(meeting.officers).toContainEqual(expect.objectContaining({ role: 'secretary', name: 'Bo Alm' }))
  })

  test('is no number of flats, and no body behind a dash', () => {
    const counted = minutes([
      'Minutes of the Club, 6 June 2024',
      'There were 23 members there from 17 flats, plus:',
      ...people,
    ])
    expect(counted).toMatchObject({ place: null, start: null })
    expect(minutes(['Minutes – 6 June 2024 – Parish Council', ...people]).place).toBeNull()
  })

  test('stands below the day above the title, and beside a day the letterhead’s owner is no place', () => {
    const above = [
      'GENERAL ASSEMBLY',
      '24 September 2024',
      'Hotel Gyllen, conference room “Stork”, Riga',
      '',
      'MINUTES',
    ]
    expect(minutes([...above, ...people]).place).toBe('Hotel Gyllen, conference room “Stork”, Riga')
    const told =
      'Dialogen hölls tisdagen den 24 september 2024 kl. 13–15.30 i verkets lokaler i Lund (sal Ek) och digitalt i Teams. Texten har skickats ut.'
    expect(
      minutes(['Minnesanteckningar', '', 'Kvarnverket 2024-09-30', '', 'Dialog om kvarnar', told, ...list, ...items]),
    ).toMatchObject({
      sender: 'Kvarnverket',
      date: '2024-09-24',
      start: '13:00',
      end: '15:30',
      place: 'verkets lokaler i Lund (sal Ek)',
      form: 'hybrid',
    })
  })
})

describe('a body known by its meetings', () => {
  test.each([
    ['Signs WG – Minutes, 2024-06-12', 'Signs WG'],
    ['Team Kassan – sprintplanering, mötesanteckningar 2024-03-04', 'Team Kassan'],
    ['Dune WP4 monthly call, minutes 2024-03-04', 'Dune WP4'],
  ])('%s', (title, body) => {
    expect(minutes([title, ...list, ...items]).body).toBe(body)
  })

  test('stands between the title of a web page and the line that tells when it met', () => {
    const page = ['Trustee meeting minutes – 18 January 2024', '', 'The Lamp Project', '']
    const held = ['Meeting of trustees held on Zoom, Thursday 18 January 2024, 18:30', '', 'Present', '']
    const people = ['Ann Fowler (chair)', 'Bob Stone', 'Cleo Marsh – joined 18:50', '']
    const text = ['Welcome', '', 'Ann welcomed everyone.', '', 'Finance', '', 'The accounts were shown.', '']
    expect(minutes([...page, ...held, ...people, ...text])).toMatchObject({
      form: 'distans',
      start: '18:30',
      place: null,
      items: [{ title: 'Welcome' }, { title: 'Finance' }],
    })
  })
})

test('adjusters are those who adjust for somebody', () => {
  const text = ['', '1. Justering', 'Protokollet justeras av Bo Alm för Facket och Kim Ström för Arbetsgivaren.', '']
  expect(minutes(['Protokoll Kvarnrådet 2024-03-04', ...list, ...text]).officers).toMatchObject([
    { role: 'adjuster', name: 'Bo Alm' },
    { role: 'adjuster', name: 'Kim Ström' },
  ])
})

test('a title of two words stands before a name in the head and in the list', () => {
  const head = ['Minutes of the Mill Committee', 'Date: 4 March 2024', 'Chair: Director General Ann Fowler', '']
  const text = ['Present: Director General Ann Fowler, Bob Stone', '', '1. Opening', 'Ann welcomed everyone.', '']
  const read = minutes([...head, ...text])
  expect(read.officers).toMatchObject([{ role: 'chair', name: 'Ann Fowler' }])
  expect(read.participants.map(({ name }) => name)).toEqual(['Ann Fowler', 'Bob Stone'])
})

describe('a letterhead', () => {
  const below = [...list, ...items]

  test('with its own day and number stands above the meeting’s name and its fields', () => {
    expect(
      minutes([
        '                                        Anteckningar',
        '                                        2024-05-09',
        '                                        Ha2024/00312',
        '',
        'Hamndepartementet',
        'Enheten för kajer',
        'Ämnessakkunnig Gun Holm',
        '',
        'Överläggning mellan departementet och hamnarna om lastning av',
        'sjöboddar',
        '',
        'Datum: 7 maj 2024                   Tid: 9.30-11.00',
        'Plats: Videomöte (Teams)',
        ...below,
      ]),
    ).toMatchObject({
      title: 'Anteckningar Överläggning mellan departementet och hamnarna om lastning av sjöboddar',
      sender: 'Hamndepartementet',
      dnr: 'Ha2024/00312',
      date: '2024-05-07',
      start: '09:30',
      end: '11:00',
      form: 'distans',
    })
  })

  test.each([
    [['Protokoll fört vid möte med Kvarnrådet 2024-05-07', 'Närvarande: Anna Ek, Bo Alm']],
    [['Anteckningar Kvarnrådet', 'Datum: 2024-05-07', 'Närvarande: Anna Ek, Bo Alm']],
  ])('does not reach down to the fields of another day below it: %j', (head) => {
    const feast = [
      '',
      'Kvarnfesten',
      'Datum: 9 juni 2024',
      'Plats: Folkets park',
      '',
      'Budget',
      'Den gicks igenom av alla.',
    ]
    expect(minutes([...head, ...feast])).toMatchObject({ date: '2024-05-07', place: null })
  })

  test.each([
    ['2024-05-07          HTU 2024/88-2.4.1', 'HTU 2024/88-2.4.1'],
    ['Sida 1             Ha2024/00312', 'Ha2024/00312'],
    ['KN2024/00312/S', 'KN2024/00312/S'],
    ['Datum          Ärendebeteckning\n2024-05-07     218-1140-2024', '218-1140-2024'],
    ['Kvarnrådet     Sammanträdesdatum\n               2024-05-07          KS 2024/0412', 'KS 2024/0412'],
  ])('has its number without a label: %s', (line, dnr) => {
    expect(minutes(['Kvarnskolan', '', 'PROTOKOLL 2:2024', line, '', 'Möte med Kvarnrådet', ...below]).dnr).toBe(dnr)
  })

  test.each([['Plats och tid'], ['Plats']])('has day and time on the line below the place: %s', (label) => {
    expect(
      minutes([
        'PROTOKOLL Kvarnrådet',
        '',
        `${label}        Kvarnhuset i Ekeby, sal Mjöl,`,
        '                     tisdagen den 9 april 2024 kl. 13.15–16.40',
        ...below,
      ]),
    ).toMatchObject({ place: 'Kvarnhuset i Ekeby, sal Mjöl', date: '2024-04-09', start: '13:15', end: '16:40' })
  })

  test('has who signs below a rule, with the paragraphs behind the name', () => {
    const { officers } = minutes([
      'PROTOKOLL Kvarnrådet 2024-04-09',
      '',
      'Underskrifter        Sekreterare  ..........................',
      '                                  Gun Holm            §§ 1–2',
      '                     Ordförande   ..........................',
      '                                  Anna Ek',
      ...below,
    ])
    expect(officers.map(({ role, name }) => `${role} ${name}`)).toEqual(['chair Anna Ek', 'secretary Gun Holm'])
  })

  test('names the group that a title only calls a group', () => {
    const head = ['Samverkan för kvarnar', 'Arbetsgrupp 2 – Stenar och hjul', '']
    expect(minutes([...head, 'Anteckningar från arbetsgruppens möte den 4 mars 2024', ...below])).toMatchObject({
      body: 'Arbetsgrupp 2 – Stenar och hjul',
      sender: 'Samverkan för kvarnar',
    })
  })
})

describe('a title of several sentences', () => {
  test.each([
    [
      'Protokoll fört vid årsmöte med Kvarnföreningen den 17 mars 2024 i Bygdegården, Ekeby. Mötet började kl. 14.00.',
      '',
    ],
    [
      'Protokoll fört vid årsmöte med Kvarnföreningen söndagen',
      'den 17 mars 2024 i Bygdegården, Ekeby. Mötet började kl. 14.00.',
    ],
  ])('has its place behind the day: %s %s', (first, second) => {
    const head = [first, ...(second === '' ? [] : [second])]
    expect(minutes([...head, ...list, ...items])).toMatchObject({ place: 'Bygdegården, Ekeby', start: '14:00' })
  })
})

test.each(['Version 1.0', 'Utkast 2', 'Rev. B', 'Draft 3'])('how far the text has come names no body: %s', (line) => {
  const head = ['Projekt Kvarn (PK)', 'Styrgruppsmöte 7', line, '', 'Datum\t2025-01-21', ...list, ...items]
  expect(minutes(head)).toMatchObject({ body: 'Styrgruppen', title: 'Styrgruppsmöte 7', sender: null })
})
