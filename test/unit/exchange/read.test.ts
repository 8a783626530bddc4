/** Files of contacts as other programs write them: which format, which columns, which contacts, what is wrong. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KansliError } from '#contract/errors.ts'
import { textEncoding, type TextEncoding } from '#contract/imports.ts'
import { readContacts, type ReadingInput } from '#core/exchange/read.ts'
import { workbookBytes } from './workbooks.ts'

const base64 = (text: string, encoding: 'utf8' | 'latin1' | 'utf16le' = 'utf8') => ({
  base64: Buffer.from(text, encoding).toString('base64'),
})
const contacts = (input: ReadingInput) => readContacts(input).contacts.map(({ contact }) => contact)

function refused(input: ReadingInput): string {
  try {
    readContacts(input)
    return 'no error'
  } catch (error) {
    if (error instanceof KansliError) return error.code
    throw error
  }
}

describe('tables', () => {
  it.each([
    ['Namn;Titel;Organisation;E-post;Telefon', ';'],
    ['Name,Job title,Company,E-mail,Phone', ','],
    ['Kontaktperson\tBefattning\tMyndighet\tMejl\tMobil', '\t'],
    ['Namn|Roll|Företag|Epost|Tfn', '|'],
  ])('reads the columns of %j by their headings', (heading, sign) => {
    const row = ['Sixten Provsson', 'chef', 'Provverket', 'sixten@prov.example', '08-123 45 67'].join(sign)
    const read = readContacts(base64(`${heading}\n${row}\n`))
    expect(read.separator).toBe(sign)
    expect(read.header).toBe(true)
    expect(read.contacts).toHaveLength(1)
    expect(read.contacts[0]?.contact).toMatchObject({
      name: 'Sixten Provsson',
      emails: ['sixten@prov.example'],
      phones: ['08-123 45 67'],
    })
    const [place] = read.contacts[0]?.contact.places ?? []
    expect(place?.organisation).toBe('Provverket')
    expect([place?.title, place?.role]).toContain('chef')
  })

  it('tells the columns of a table without headings by what stands in them', () => {
    const read = readContacts(
      base64(
        'Sixten Provsson;Provverket AB;sixten@prov.example;070-123 45 67\nAda Testdotter;Region Prov;ada@prov.example;+46 8 123 456',
      ),
    )
    expect(read.header).toBe(false)
    expect(read.columns.map(({ field }) => field)).toEqual(['name', 'organisation', 'email', 'phone'])
    expect(read.contacts.map(({ contact }) => contact.name)).toEqual(['Sixten Provsson', 'Ada Testdotter'])
  })

  it.each([
    [
      '"Title","First Name","Last Name","Company","Job Title","E-mail Address"\n"","Annax","Ek","Bolaget","VD","a@x.se"\n"Dr","Bo","Al","Bolaget","Chef","b@x.se"\n',
      ['VD', 'Chef'],
    ],
    ['Titel;Förnamn;Efternamn;Företag;Avdelning;Befattning\nFru;Annax;Ek;Bolaget;;VD\n', ['VD']],
    ['Titel;Namn;Jobbtitel;Företag\nDr;Annax Ek;VD;Bolaget\n', ['VD']],
    // Where nothing else says what somebody does, it is what the column says.
    ['Title,First Name,Last Name,Company\nVD,Annax,Ek,Bolaget\n', ['VD']],
  ])('takes a form of address for no title where a column says what somebody does: %j', (text, titles) => {
    expect(contacts(base64(text)).map(({ places }) => places)).toEqual(
      titles.map((title) => [{ organisation: 'Bolaget', department: null, title, role: null }]),
    )
  })

  it('gives the one organisation the title that is there, whichever of two columns has it', () => {
    const layout = { columns: ['name', 'title', 'organisation', 'title'] as const }
    const read = readContacts({ ...base64('N;A;B;C\nAnnax Ek;;Bolaget;VD\n'), columns: [...layout.columns] })
    expect(read.contacts[0]?.contact.places).toEqual([
      { organisation: 'Bolaget', department: null, title: 'VD', role: null },
    ])
  })

  it('turns names of a column where nearly all have the family name first, and those with no comma stay', () => {
    const rows = [
      '"Ek, Annax"',
      '"von Prov, Sixten"',
      '"Test-Övning, Ada Bea"',
      '"Al, Bo"',
      '"Dal, Cia"',
      'Di Pedersson',
    ]
    const read = readContacts(base64(`Namn;E-post\n${rows.map((row) => `${row};x@prov.example`).join('\n')}\n`))
    expect(read.columns[0]?.field).toBe('nameReversed')
    expect(read.contacts.map(({ contact }) => contact.name)).toEqual([
      'Annax Ek',
      'Sixten von Prov',
      'Ada Bea Test-Övning',
      'Bo Al',
      'Cia Dal',
      'Di Pedersson',
    ])
    const titled = readContacts(base64('Namn;E-post\n"Annax Ek, Provverket";a@x.se\n"Bo Al, Bolaget";b@x.se\n'))
    expect(titled.columns[0]?.field).toBe('name')
  })

  it.each(['Postnr, arbete', 'Postnummer bostad', 'Personnummer', 'Home Postal Code', 'Organisationsnr'])(
    'takes no figures under %j for a telephone number',
    (heading) => {
      const text = `Namn;"${heading}";Telefon\nAnnax Ek;123 45;08-123 45 67\nBo Al;234 56;08-123 45 68\n`
      expect(contacts(base64(text)).map(({ phones }) => phones)).toEqual([['08-123 45 67'], ['08-123 45 68']])
    },
  )

  it('parts what Google puts in one cell', () => {
    const text =
      'Name,Phone 1 - Value,E-mail 1 - Value\nAnnax Ek,070-123 45 67 ::: 08-123 45 67,a@prov.example ::: b@prov.example\n'
    expect(contacts(base64(text))[0]).toMatchObject({
      phones: ['070-123 45 67', '08-123 45 67'],
      emails: ['a@prov.example', 'b@prov.example'],
    })
  })

  it('puts given and family names together, and turns names that are written the other way', () => {
    expect(contacts(base64('Förnamn;Mellannamn;Efternamn\nAda;Prov;von Test\n'))[0]?.name).toBe('Ada Prov von Test')
    expect(contacts(base64('Efternamn, förnamn;E-post\n"von Test, Ada";a@prov.example\n'))[0]?.name).toBe(
      'Ada von Test',
    )
  })

  it('takes several positions and addresses from numbered columns, in their order', () => {
    const [one] = contacts(
      base64(
        'Namn;Organisation;Titel;Organisation 2;Titel 2;E-post;E-post 2\nAda Test;A-verket;chef;;ledamot;a@prov.example; b@prov.example ; \n',
      ),
    )
    expect(one?.places).toEqual([
      { organisation: 'A-verket', department: null, title: 'chef', role: null },
      { organisation: null, department: null, title: 'ledamot', role: null },
    ])
    expect(one?.emails).toEqual(['a@prov.example', 'b@prov.example'])
  })

  it('continues an address by its postal columns, and cuts a cell of several mail addresses', () => {
    const [one] = contacts(
      base64(
        'Namn;Gatuadress;Postnummer;Ort;E-post\nAda Test;Provgatan 1;123 45;Provstad;"Ada <a@prov.example>, b@prov.example"\n',
      ),
    )
    expect(one?.addresses).toEqual(['Provgatan 1, 123 45, Provstad'])
    expect(one?.emails).toEqual(['a@prov.example', 'b@prov.example'])
  })

  it('takes a column for what a person says it is', () => {
    const input = base64('Vem;Var;Annat\nAda Test;Provhuset;x\n')
    expect(readContacts(input).columns.map(({ field }) => field)).toEqual(['name', 'ignore', 'ignore'])
    const [one] = contacts({ ...input, header: true, columns: ['name', 'organisation', 'title'] })
    expect(one).toMatchObject({ name: 'Ada Test', places: [{ organisation: 'Provhuset', title: 'x' }] })
  })

  it.each([
    ['Windows-1252', base64('Namn;E-post\nÅsa Öst;a@prov.example\n', 'latin1'), 'windows-1252'],
    ['UTF-16 with a mark', base64('\uFEFFNamn;E-post\nÅsa Öst;a@prov.example\n', 'utf16le'), 'utf-16le'],
    ['UTF-8 with a mark', base64('\uFEFFNamn;E-post\nÅsa Öst;a@prov.example\n'), 'utf-8'],
  ])('reads %s', (_, input, encoding) => {
    const read = readContacts(input)
    expect(read.encoding).toBe(encoding)
    expect(read.contacts[0]?.contact.name).toBe('Åsa Öst')
  })

  it('counts lines through mixed line ends, quoted breaks and blank rows, and keeps separators in quotes', () => {
    const read = readContacts(base64('Namn;Titel\r\nAda Test;"chef; tf"\rBo Prov;"a\r\nb"\n\n;;\nCe Prov;x'))
    expect(read.contacts.map(({ line, contact }) => [line, contact.name, contact.places[0]?.title])).toEqual([
      [2, 'Ada Test', 'chef; tf'],
      [3, 'Bo Prov', 'a b'],
      [7, 'Ce Prov', 'x'],
    ])
  })

  it('loses no row to a quote that nothing closes', () => {
    const read = readContacts(
      base64(
        'Namn;Titel;E-post\nAda Test;"chef;a@prov.example\nBo Prov;tf;b@prov.example\nCe Prov;"ok";c@prov.example\n',
      ),
    )
    expect(read.contacts.map(({ contact }) => contact.name)).toEqual(['Ada Test', 'Bo Prov', 'Ce Prov'])
    expect(read.contacts[0]?.problems.map(({ code }) => code)).toEqual(['unbalanced-quote'])
    expect(read.contacts[1]?.problems).toEqual([])
  })

  it('follows the separator that Excel declares', () => {
    const read = readContacts(base64('sep=,\nNamn,Titel\nAda Test,"chef; tf"\n'))
    expect(read.separator).toBe(',')
    expect(read.contacts[0]?.line).toBe(3)
  })

  it('says what is wrong with a row, and keeps the rest of it', () => {
    const read = readContacts(
      base64('Namn;E-post;Telefon\nAda Test;ada(at)prov;08-1;extra\n;x@prov.example;\nb@prov.example;;\n'),
    )
    expect(read.contacts.map(({ usable, problems }) => [usable, problems.map(({ code }) => code)])).toEqual([
      [true, ['too-many-cells', 'bad-email']],
      [false, ['no-name']],
      [true, ['name-unlikely']],
    ])
    expect(read.contacts[0]?.contact.emails).toEqual([])
  })

  it('takes the apostrophe away that keeps a cell from being reckoned', () => {
    const [one] = contacts(base64("Namn;Titel;Telefon\nAda Test;'=HYPERLINK(1);'+46 8 123 45 67\n"))
    expect(one?.places[0]?.title).toBe('=HYPERLINK(1)')
    expect(one?.phones).toEqual(['+46 8 123 45 67'])
  })
})

describe('cards', () => {
  it('reads several cards of versions 3.0 and 4.0 with folded lines, groups and escapes', () => {
    const text = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Test;Ada;;;',
      'FN:Ada ',
      ' Test',
      'ORG:Provverket\\; AB;Enhet A',
      'TITLE:chef\\, tf',
      'item1.EMAIL;type=INTERNET:ada@prov.example',
      'TEL;TYPE="work,voice":08-123 45',
      'ADR:;;Gatan 1;Ort;;123 45;',
      'PHOTO;ENCODING=b:AAAA',
      ' BBBB',
      'END:VCARD',
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:Bo Prov',
      'w1.ORG:A',
      'w2.ORG:B',
      'w2.TITLE:b-chef',
      'w1.TITLE:a-chef',
      'TEL;VALUE=uri:tel:+46-8',
      'END:VCARD',
    ].join('\r\n')
    const [ada, bo] = contacts(base64(text))
    expect(ada).toEqual({
      name: 'Ada Test',
      places: [{ organisation: 'Provverket; AB', department: 'Enhet A', title: 'chef, tf', role: null }],
      emails: ['ada@prov.example'],
      phones: ['08-123 45'],
      addresses: ['Gatan 1, Ort, 123 45'],
      urls: [],
      note: null,
    })
    expect(bo?.places.map(({ organisation, title }) => [organisation, title])).toEqual([
      ['A', 'a-chef'],
      ['B', 'b-chef'],
    ])
    expect(bo?.phones).toEqual(['+46-8'])
  })

  it('reads 2.1 with quoted-printable words over several lines', () => {
    const text = [
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96st;=C3=85sa;;;',
      'TEL;CELL:070-1 23 45',
      'ORG;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:=D6st=',
      'verket',
      'END:VCARD',
    ].join('\n')
    const [one] = contacts(base64(text))
    expect(one).toMatchObject({ name: 'Åsa Öst', phones: ['070-1 23 45'], places: [{ organisation: 'Östverket' }] })
  })

  it('keeps signs that a card leaves as they are among its quoted-printable bytes', () => {
    const text = 'BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:=C5sa Öst 😀=\n=E4r\nEND:VCARD\n'
    expect(contacts(base64(text))[0]?.name).toBe('Åsa Öst 😀är')
  })

  it('keeps a card that breaks off, takes an organisation as one, and leaves a card within a card', () => {
    const read = readContacts(
      base64(
        'BEGIN:VCARD\nKIND:org\nFN:Provverket\nEMAIL:info@prov.example\nEND:VCARD\nBEGIN:VCARD\nFN:Ada Test\nAGENT:BEGIN:VCARD\nFN:Bo Prov\nEND:VCARD\nTEL:08-1 23 45\n',
      ),
    )
    expect(read.contacts.map(({ contact }) => [contact.name, contact.places[0]?.organisation ?? null])).toEqual([
      [null, 'Provverket'],
      ['Ada Test', null],
    ])
    expect(read.contacts[1]?.contact.phones).toEqual(['08-1 23 45'])
    expect(read.contacts[1]?.problems.map(({ code }) => code)).toEqual(['cut-short'])
  })

  it('keeps one readable line for each card, and no picture', () => {
    const read = readContacts(
      base64(`BEGIN:VCARD\nFN:Ada Test\nTITLE:chef\nPHOTO:data:${'A'.repeat(5000)}\nEND:VCARD\n`),
    )
    expect(read.text).toBe('Ada Test · chef')
    expect(read.contacts[0]?.line).toBe(1)
  })
})

describe('calendars', () => {
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'SUMMARY:Provmöte\\, nr 1',
    'DTSTART;TZID=Europe/Stockholm:20300506T090000',
    'ORGANIZER;CN="Ada Test":mailto:ada@prov.example',
    'ATTENDEE;CN=Bo Prov;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;',
    ' RSVP=TRUE:MAILTO:bo@prov.example',
    'ATTENDEE;CUTYPE=ROOM;CN=Sal 1:mailto:sal1@prov.example',
    'ATTENDEE;CN=ce@prov.example:mailto:ce@prov.example',
    'BEGIN:VALARM',
    'ATTENDEE:mailto:larm@prov.example',
    'END:VALARM',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'SUMMARY:Provmöte 2',
    'DTSTART:20300507',
    'ATTENDEE;CN=Bo Prov;PARTSTAT=DECLINED:mailto:bo@prov.example',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

  it('takes organiser and attendees, each once, with role and answer, and no room', () => {
    const read = readContacts(base64(calendar))
    expect(read.format).toBe('ics')
    expect(read.contacts.map(({ contact }) => [contact.name, contact.emails, contact.note])).toEqual([
      ['Ada Test', ['ada@prov.example'], 'Provmöte, nr 1, 2030-05-06, ORGANIZER'],
      [
        'Bo Prov',
        ['bo@prov.example'],
        'Provmöte, nr 1, 2030-05-06, REQ-PARTICIPANT ACCEPTED; Provmöte 2, 2030-05-07, DECLINED',
      ],
      [null, ['ce@prov.example'], 'Provmöte, nr 1, 2030-05-06'],
    ])
    expect(read.contacts[2]).toMatchObject({ usable: false, problems: [{ code: 'no-name' }] })
  })

  it.each([
    ['"Prov, Bo"', 'Bo Prov', []],
    ['"Prov, Bo (Provverket)"', 'Bo Prov', ['Provverket']],
    ['Bo Prov [Provverket Syd]', 'Bo Prov', ['Provverket Syd']],
    ['Bo Prov (S)', 'Bo Prov', []],
    ['"Prov, Bo, docent"', 'Prov, Bo, docent', []],
    ['(Provverket)', '(Provverket)', []],
  ])('reads whom an address book calls %s', (called, name, organisations) => {
    const [person] = readContacts(base64(calendar.replaceAll('CN=Bo Prov', `CN=${called}`))).contacts.slice(1)
    expect(person?.contact.name).toBe(name)
    expect(person?.contact.places.map(({ organisation }) => organisation)).toEqual(organisations)
  })
})

describe('a chosen encoding', () => {
  const table = 'Namn;Titel\r\nÅsa Öst;chefsjägare\r\n'
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
  const one = (from: Record<string, number>) =>
    Buffer.from(Array.from(table, (sign) => from[sign] ?? sign.charCodeAt(0)))
  const written: Record<TextEncoding, Buffer> = {
    'utf-8': Buffer.from(table),
    'utf-16le': Buffer.from(table, 'utf16le'),
    'utf-16be': swapped(Buffer.from(table, 'utf16le')),
    'windows-1252': Buffer.from(table, 'latin1'),
    macintosh: one({ Å: 0x81, Ö: 0x85, ä: 0x8a }),
    ibm850: one({ Å: 0x8f, Ö: 0x99, ä: 0x84 }),
  }

  it.each(textEncoding.options)('reads %s as that, and says so', (encoding) => {
    const read = readContacts({ base64: written[encoding].toString('base64'), encoding })
    expect([read.encoding, read.replaced, read.separator]).toEqual([encoding, 0, ';'])
    expect(read.contacts.map(({ contact }) => [contact.name, contact.places[0]?.title])).toEqual([
      ['Åsa Öst', 'chefsjägare'],
    ])
  })

  it('goes before the guess, and shows what it gives where it is the wrong one', () => {
    const guessed = one({ Å: 0x81, Ö: 0x85, ä: 0x8a }).toString('base64')
    expect(readContacts({ base64: guessed, encoding: 'windows-1252' }).contacts[0]?.contact.places[0]?.title).toBe(
      'chefsjŠgare',
    )
    const latin = Buffer.from('Namn;Titel\nÅÄÖ åäö;ÅÄÖÅÄÖÅÄÖÅÄÖÅÄÖÅÄÖ\n', 'latin1').toString('base64')
    const wrong = readContacts({ base64: latin, encoding: 'utf-8' })
    expect(wrong.replaced).toBeGreaterThan(16)
    expect(wrong.contacts[0]?.problems.map(({ code }) => code)).toContain('replaced')
  })

  it.each(textEncoding.options)('takes any bytes as %s, or refuses them with a code', (encoding) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          const read = readContacts({ base64: Buffer.from(bytes).toString('base64'), encoding })
          expect(read.text).not.toMatch(/[\0\uFFFE\uFFFF]/u)
        } catch (error) {
          expect(error).toBeInstanceOf(KansliError)
        }
      }),
    )
  })

  it('holds for cards too', () => {
    const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Åsa Öst\r\nEND:VCARD\r\n'
    const bytes = Buffer.from(Array.from(card, (sign) => ({ Å: 0x8f, Ö: 0x99 })[sign] ?? sign.charCodeAt(0)))
    expect(contacts({ base64: bytes.toString('base64'), encoding: 'ibm850' })[0]?.name).toBe('Åsa Öst')
  })
})

describe('what cannot be read', () => {
  it.each([
    ['an empty file', 'contacts.nothing', ''],
    ['blank lines', 'contacts.nothing', '\n \n;;;\n'],
    ['headings alone', 'contacts.nothing', 'Namn;E-post\n'],
    ['a calendar without anybody', 'contacts.nothing', 'BEGIN:VCALENDAR\nEND:VCALENDAR'],
    ['300 columns', 'contacts.too-wide', `${'a;'.repeat(300)}\n${'b;'.repeat(300)}`],
    ['100 000 rows', 'contacts.too-many', 'Ada Test;x\n'.repeat(100_000)],
    ['100 000 cards', 'contacts.too-many', 'BEGIN:VCARD\nFN:A\nEND:VCARD\n'.repeat(100_000)],
    ['more text than an import takes', 'import.too-large', 'a'.repeat(5_000_001)],
    ['NUL bytes', 'import.not-text', '\u0000\u0000\u0000\u0001\u0000\u0000'],
    ['a PDF', 'import.not-text', '%PDF-1.7 …'],
  ])(
    'refuses %s with %s',
    (_, code, text) => {
      expect(refused(base64(text))).toBe(code)
    },
    20_000,
  )

  it('takes 200 columns, and a cell with a NUL with what it lost made visible', () => {
    expect(contacts(base64(`Namn;${'x;'.repeat(199)}\nAda Test;${'y;'.repeat(199)}`))[0]?.name).toBe('Ada Test')
    const read = readContacts(base64(`Namn;Titel\nAda Test;ch\u0000ef och mycket annat som är vanlig text\n`))
    expect(read.replaced).toBe(1)
    expect(read.contacts[0]?.problems.map(({ code }) => code)).toEqual(['replaced'])
  })

  it.each([
    ['a zip that is no workbook', 'contacts.unreadable', 'PK\u0003\u0004nothing'],
    ['an old workbook', 'contacts.unreadable', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]).toString('latin1')],
  ])('refuses %s with %s', (_, code, text) => {
    expect(refused(base64(text, 'latin1'))).toBe(code)
  })

  it.each([
    ['a part that unpacks to more than it says', 'contacts.unsafe', workbookBytes({ bomb: 'size' })],
    ['a part packed too hard', 'contacts.unsafe', workbookBytes({ bomb: 'ratio' })],
    ['a document type in a part', 'contacts.unsafe', workbookBytes({ bomb: 'doctype' })],
    ['a cell in column XFD', 'contacts.too-wide', workbookBytes({ bomb: 'wide' })],
    ['a workbook without sheets', 'contacts.unreadable', workbookBytes({ bomb: 'no-sheets' })],
  ])('refuses %s', (_, code, bytes) => {
    expect(refused({ base64: bytes.toString('base64') })).toBe(code)
  })
})
