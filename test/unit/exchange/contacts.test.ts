/** Contacts into the register and out of it, through the application's one door. */
import ICAL from 'ical.js'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { Contact } from '#contract/exchange.ts'
import type { Input } from '#contract/methods.ts'
import { decodeText } from '#core/import/decode.ts'
import { emptyContact, guarded } from '#core/exchange/contact.ts'
import { csvOf } from '#core/exchange/csv-out.ts'
import { readContacts } from '#core/exchange/read.ts'
import { cardsOf, folded } from '#core/exchange/vcard-out.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

const texts = {
  name: 'Namn',
  organisation: 'Organisation',
  department: 'Avdelning',
  title: 'Titel',
  role: 'Roll',
  email: 'E-post',
  phone: 'Telefon',
  address: 'Adress',
  url: 'Webbplats',
}
const list =
  'Namn;Titel;Organisation;Avdelning;E-post;Telefon\nAda Test;chef;Provverket;Enhet A;ada@prov.example;08-123 45 67\nBo Prov;;Provverket;;bo@prov.example;\n'

async function take(app: TestApp, text: string, more: Partial<Input<'contacts.commit'>> = {}) {
  return app.call('contacts.commit', { text, name: 'lista.csv', ...more })
}
const counts = async (app: TestApp) => (await app.call('workspace.status', {})).counts

describe('taking contacts in', () => {
  it('stores people, organisations, details and positions with the line that says so, in one step that undo takes back', async () => {
    const app = newApp()
    const done = await take(app, list)
    expect(done).toMatchObject({ made: 2, linked: 0, skipped: 0, organisations: 1, points: 3, tenures: 2 })
    expect(await counts(app)).toMatchObject({ people: 2, organisations: 1, bodies: 1 })
    const { rows } = await app.call('register.list', { kind: 'person' })
    const ada = await app.call('people.get', { id: rows.find(({ name }) => name === 'Ada Test')?.id ?? '' })
    expect(ada.roles[0]?.organisation).toBe('Provverket')
    expect(ada.roles[0]?.evidence[0]).toMatchObject({
      sourceName: 'lista.csv',
      line: 2,
      quote: 'Ada Test;chef;Provverket;Enhet A;ada@prov.example;08-123 45 67',
    })
    await app.call('history.undo', {})
    expect(await counts(app)).toEqual({ meetings: 0, people: 0, organisations: 0, bodies: 0 })
  })

  it('adds nothing twice when the same file is read in again, whatever is chosen then', async () => {
    const app = newApp()
    const first = await take(app, list)
    expect((await app.call('contacts.preview', { text: list })).known).toMatchObject({
      sourceId: first.sourceId,
      name: 'lista.csv',
    })
    const before = await app.call('workspace.exportJson', {})
    const again = await take(app, list, { choices: [{ row: 0, as: 'new' }] })
    expect(again).toEqual({
      sourceId: first.sourceId,
      made: 0,
      linked: 2,
      skipped: 0,
      organisations: 0,
      points: 0,
      tenures: 0,
    })
    const after = await app.call('workspace.exportJson', {})
    // The log of the exports is all that grew.
    expect(after.rows).toBe(before.rows + 1)
  })

  it('takes a file in by the encoding that was chosen for its preview, and keeps its text so', async () => {
    const app = newApp()
    const bytes = Buffer.from(
      Array.from('Namn;Titel\nBjorn Prov;chef\n', (sign) => (sign === 'o' ? 0x94 : sign.charCodeAt(0))),
    )
    const file = { base64: bytes.toString('base64'), encoding: 'ibm850' as const }
    expect((await app.call('contacts.preview', { base64: file.base64 })).encoding).toBe('windows-1252')
    expect((await app.call('contacts.preview', file)).rows.map(({ contact }) => contact.name)).toEqual(['Björn Pröv'])
    const { sourceId } = await app.call('contacts.commit', { ...file, name: 'dos.csv' })
    expect((await app.call('register.list', { kind: 'person' })).rows.map(({ name }) => name)).toEqual(['Björn Pröv'])
    const source = await app.call('sources.get', { id: sourceId })
    expect(source).toMatchObject({ encoding: 'ibm850' })
    expect((await app.call('contacts.preview', file)).known?.sourceId).toBe(sourceId)
    expect(await app.refused('contacts.preview', { ...file, encoding: 'ebcdic' })).toBe('call.bad-input')
  })

  it('links the very name, asks about one that is like it, and keeps both apart until somebody says', async () => {
    const app = newApp()
    await take(app, 'Namn;Organisation;E-post\nKerstin Provberg;Provverket;kerstin@prov.example\n')
    const { rows, organisations } = await app.call('contacts.preview', {
      text: 'Namn;Organisation;E-post\nKerstin Provberg;Provverket;\nKjerstin Provberg;Prov-verket;\nInfo Prov;Annat verk;kerstin@prov.example\n',
    })
    expect(rows.map(({ match }) => [match.verdict, match.candidates[0]?.why ?? null])).toEqual([
      ['exact', 'name'],
      ['near', 'name'],
      ['near', 'email'],
    ])
    expect(organisations).toMatchObject([
      { name: 'Prov-verket', verdict: 'near', candidates: [{ name: 'Provverket' }] },
    ])
    const done = await take(app, 'Namn\nKerstin Provberg\nKjerstin Provberg\n')
    expect(done).toMatchObject({ linked: 1, made: 1 })
  })

  it('does not link an equal name with another address of a known person, and links one that the address makes certain', async () => {
    const app = newApp()
    await take(
      app,
      'Namn;Organisation;E-post\nAda Test;A-verket;ada.a@prov.example\nAda Test;B-verket;ada.b@prov.example\n',
      { choices: [{ row: 1, as: 'new' }] },
    )
    expect(await counts(app)).toMatchObject({ people: 2 })
    const { rows } = await app.call('contacts.preview', {
      text: 'Namn;E-post\nAda Test;ada.b@prov.example\nAda Test;ada.c@prov.example\n',
    })
    expect(rows[0]?.match.verdict).toBe('exact')
    expect(rows[1]?.match.verdict).toBe('near')
  })

  it('takes rows of one contact together, and asks where only the name or only the address is equal', async () => {
    const app = newApp()
    const { rows } = await app.call('contacts.preview', {
      text: 'Namn;Organisation;E-post\nAda Test;A-verket;ada@prov.example\nAda Test;B-verket;ADA@prov.example\nAda Test;C-verket;annan@prov.example\nBo Prov;;ada@prov.example\nAda Testt;;\n',
    })
    expect(rows.map(({ same }) => same)).toEqual([null, 0, null, null, null])
    expect(rows[2]?.near).toEqual([{ row: 0, why: 'name' }])
    expect(rows[3]?.near).toEqual([{ row: 0, why: 'email' }])
    expect(rows[4]?.near[0]).toEqual({ row: 0, why: 'name' })
  })

  it('does with each row what the person says', async () => {
    const app = newApp()
    await take(app, 'Namn\nAda Test\n')
    const [known] = (await app.call('register.list', { kind: 'person' })).rows
    const done = await take(app, 'Namn;Telefon\nA Test;08-11 11 11\nBo Prov;\nBosse Prov;08-22 22 22\nCe Prov;\n', {
      choices: [
        { row: 0, as: 'link', to: known?.id ?? '' },
        { row: 2, as: 'same', with: 1 },
        { row: 3, as: 'skip' },
      ],
    })
    expect(done).toMatchObject({ made: 1, linked: 1, skipped: 1, points: 2 })
    expect(await counts(app)).toMatchObject({ people: 2 })
    const names = (await app.call('people.get', { id: known?.id ?? '' })).names.map(({ text }) => text)
    expect(names.toSorted()).toEqual(['A Test', 'Ada Test'])
  })

  it('gives an organisation of another spelling to the one that is chosen', async () => {
    const app = newApp()
    await take(app, 'Namn;Organisation\nAda Test;Provverket för granskning\n')
    const { organisations } = await app.call('contacts.preview', {
      text: 'Namn;Organisation\nBo Prov;Provverket for granskning\n',
    })
    const to = organisations[0]?.candidates[0]?.id ?? ''
    const done = await take(app, 'Namn;Organisation\nBo Prov;Provverket for granskning\n', {
      organisations: [{ name: 'Provverket for granskning', to }],
    })
    expect(done.organisations).toBe(0)
    expect(await counts(app)).toMatchObject({ organisations: 1 })
  })

  it('keeps the details of a row that names only an organisation with the organisation', async () => {
    const app = newApp()
    const done = await take(app, 'Namn;Organisation;E-post\n;Provverket;info@prov.example\n')
    expect(done).toMatchObject({ made: 0, organisations: 1, points: 1 })
  })

  it('adds nothing to an entry that is restricted, and offers it to nobody', async () => {
    const app = newApp()
    await take(app, 'Namn\nAda Test\n')
    const [known] = (await app.call('register.list', { kind: 'person' })).rows
    await app.call('privacy.restrict', { id: known?.id ?? '', restricted: true })
    const { rows } = await app.call('contacts.preview', { text: 'Namn;Telefon\nAda Test;08-11 11 11\nAda Teest;\n' })
    expect(rows[0]).toMatchObject({ usable: false, problems: [{ code: 'restricted' }] })
    expect(rows[1]?.match).toMatchObject({ verdict: 'none', candidates: [] })
    expect(await take(app, 'Namn;Telefon\nAda Test;08-11 11 11\n')).toMatchObject({ skipped: 1, points: 0 })
  })

  it('marks a title that tells of health', async () => {
    const app = newApp()
    await take(app, 'Namn;Titel\nAda Test;spetspatient\n')
    expect((await app.call('privacy.flags', { scope: 'register' })).flags).toMatchObject([
      { name: 'Ada Test', why: 'health' },
    ])
  })

  it('refuses choices that were made for another file', async () => {
    const app = newApp()
    const commit = (choices: unknown[]) =>
      app.refused('contacts.commit', { text: 'Namn;E-post\nAda Test;\n;a@prov.example\n', name: 'x', choices })
    expect(await commit([{ row: 9, as: 'skip' }])).toBe('import.changed')
    expect(await commit([{ row: 1, as: 'new' }])).toBe('import.changed')
    expect(await commit([{ row: 0, as: 'same', with: 0 }])).toBe('import.changed')
    expect(await commit([{ row: 0, as: 'link', to: crypto.randomUUID() }])).toBe('entity.not-found')
    expect(await counts(app)).toMatchObject({ people: 0 })
  })
})

describe('giving contacts out', () => {
  const out = async (app: TestApp, more: Partial<Input<'contacts.export'>> = {}) => {
    const { saved, ...rest } = await app.call('contacts.export', { format: 'csv', language: 'sv', ...more })
    const bytes = app.saved.get(saved ?? '') ?? new Uint8Array()
    return { ...rest, saved, bytes, text: decodeText(bytes).text }
  }

  it('writes what was taken in, in Swedish order and with the mark that spreadsheets want', async () => {
    const app = newApp()
    await take(
      app,
      'Namn;Titel;Organisation;E-post;Telefon\nÖrjan Test;chef;Provverket;o@prov.example;+46 8 1\nAda Test;;;;\n',
    )
    const { bytes, text, saved } = await out(app)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(saved).toBe('kontakter-2030-05-06.csv')
    expect(text.split('\r\n')).toEqual([
      'Namn;Organisation;Avdelning;Titel;Roll;E-post;Telefon;Adress;Webbplats',
      'Ada Test;;;;;;;;',
      "Örjan Test;Provverket;;chef;;o@prov.example;'+46 8 1;;",
      '',
    ])
  })

  it('never lets anybody out who is restricted or pseudonymised, and leaves titles that tell of health when told to', async () => {
    const app = newApp()
    await take(app, 'Namn;Titel;Organisation\nAda Test;spetspatient;Provverket\nBo Prov;chef;\nCe Prov;;\n')
    const { rows } = await app.call('register.list', { kind: 'person' })
    const id = (name: string) => rows.find((row) => row.name === name)?.id ?? ''
    await app.call('privacy.restrict', { id: id('Bo Prov'), restricted: true })
    await app.call('privacy.erase', { id: id('Ce Prov'), mode: 'pseudonymise', reason: 'request', language: 'sv' })
    const whole = await out(app, { ids: rows.map((row) => row.id) })
    expect(whole).toMatchObject({ people: 1, left: 0 })
    expect(whole.text).toContain('spetspatient')
    const careful = await out(app, { leaveHealth: true })
    expect(careful).toMatchObject({ people: 1, left: 1 })
    expect(careful.text).toContain('Ada Test;Provverket')
    expect(careful.text).not.toContain('spetspatient')
    expect((await out(app, { format: 'vcard', leaveHealth: true })).text).not.toContain('patient')
  })

  it('is logged as an export, with a number and no name', async () => {
    const app = newApp()
    await take(app, list)
    await out(app, { format: 'vcard' })
    expect((await app.call('privacy.log', {})).entries[0]).toMatchObject({
      act: 'export',
      subjectKind: 'register',
      subject: null,
      detail: 'contacts vcard 2',
    })
  })

  it('makes cards that another reader takes for the same, no line over 75 octets', async () => {
    const app = newApp()
    await take(
      app,
      'Namn;Titel;Organisation;Adress;E-post\nÅsa Öst;"chef, tf; ""x""";"Provverket; å, ä och ö";"Gatan 1, åäö ' +
        'å'.repeat(200) +
        '";a@prov.example\n',
    )
    const { bytes, text } = await out(app, { format: 'vcard' })
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .split('\r\n')
        .every((row) => row.length <= 75),
    ).toBe(true)
    const [, properties] = ICAL.parse(text) as [string, [string, unknown, string, unknown][]]
    const value = (name: string) => properties.find(([key]) => key === name)?.[3]
    expect(value('fn')).toBe('Åsa Öst')
    expect(value('title')).toBe('chef, tf; "x"')
    expect(value('org')).toBe('Provverket; å, ä och ö')
    expect(value('email')).toBe('a@prov.example')
  })
})

/** Words as offices write them, and all that a file may misread: separators, quotes, formulas, folds. */
const word = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'abÅäö;,\t"\'=+-@|\\:. \u{1F600}/()<>&%'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 60,
  })
  .map((text) =>
    text
      .replace(/[\p{Cc}\p{Cs}\uFFFD\uFEFF\uFFFE\uFFFF\u2028\u2029]/gu, '')
      .normalize('NFC')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '' && !/^'*\s*[\t\r]/u.test(text))
const maybe = fc.option(word, { nil: null })
const place = fc
  .record({ organisation: maybe, department: maybe, title: maybe, role: maybe })
  .filter(({ organisation, department, title }) => (organisation ?? department ?? title) !== null)
const email = fc
  .tuple(fc.stringMatching(/^[a-z0-9.+-]{1,12}$/u), fc.stringMatching(/^[a-z]{1,8}$/u))
  .map(([a, b]) => `${a}@${b}.example`)
const values = (of: fc.Arbitrary<string>) => fc.uniqueArray(of, { maxLength: 3 })
const contact = fc
  .record({
    name: word,
    places: fc.array(place, { maxLength: 3 }),
    emails: values(email),
    phones: values(word),
    addresses: values(word),
    urls: values(word.filter((text) => !/[\\,;]/u.test(text))),
    note: fc.constant(null),
  })
  .map((one): Contact & { name: string } => ({
    ...emptyContact(),
    ...one,
  }))

const readAs = (bytes: Uint8Array, format: 'csv' | 'vcard', separator?: ';' | ',' | '\t') =>
  readContacts({
    base64: Buffer.from(bytes).toString('base64'),
    format,
    ...(separator === undefined ? {} : { separator, header: true }),
  }).contacts.map((one) => one.contact)

describe('there and back', () => {
  it('a table read again gives the same contacts', () => {
    fc.assert(
      fc.property(
        fc.array(contact, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(';' as const, ',' as const, '\t' as const),
        (contacts, separator) => {
          expect(readAs(csvOf(contacts, separator, texts), 'csv', separator)).toEqual(contacts)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('the separator and the headings of our own table are found without being told', () => {
    fc.assert(
      fc.property(
        fc.array(contact, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(';' as const, ',' as const, '\t' as const),
        (contacts, separator) => {
          const read = readContacts({ base64: Buffer.from(csvOf(contacts, separator, texts)).toString('base64') })
          expect([read.format, read.separator, read.header]).toEqual(['csv', separator, true])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('cards read again give the same contacts', () => {
    fc.assert(
      fc.property(fc.array(contact, { minLength: 1, maxLength: 6 }), (contacts) => {
        const cards = cardsOf(contacts.map((one) => ({ ...one, id: crypto.randomUUID() })))
        expect(readAs(cards, 'vcard')).toEqual(contacts)
      }),
      { numRuns: 300 },
    )
  })

  it('no cell of a table is one that a spreadsheet reckons', () => {
    fc.assert(
      fc.property(fc.array(contact, { minLength: 1, maxLength: 4 }), (contacts) => {
        const { data } = Papa.parse<string[]>(decodeText(csvOf(contacts, ';', texts)).text, { delimiter: ';' })
        for (const cell of data.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/u)
      }),
    )
    expect(['=1', ' =1', '\t1', '-1', '@a', "'=1"].map(guarded)).toEqual(["'=1", "' =1", "'\t1", "'-1", "'@a", "''=1"])
  })

  it('a fold never cuts a character in two and unfolds to the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const line = text.replace(/[\r\n]/gu, '').toWellFormed()
        const parts = folded(line).split('\r\n')
        expect(parts.every((part) => Buffer.byteLength(part) <= 75)).toBe(true)
        expect([parts[0], ...parts.slice(1).map((part) => part.slice(1))].join('')).toBe(line)
      }),
    )
  })

  it('the register read out and into an empty workspace is the same register', async () => {
    const [one, other] = [newApp(), newApp()]
    await take(
      one,
      'Namn;Organisation;Avdelning;Titel;Organisation 2;Roll 2;E-post;Telefon;Adress;Webb\nÅsa Öst;A-verket;Enhet 1;chef;B-bolaget;ledamot;asa@prov.example;+46 8 1 23 45;=Gatan 1;www.prov.example\nBo Prov;;;"a;b";;;;;;\n',
    )
    for (const format of ['csv', 'vcard'] as const) {
      const first = await one.call('contacts.export', { format, language: 'sv' })
      const bytes = one.saved.get(first.saved ?? '') ?? new Uint8Array()
      await other.call('contacts.commit', { base64: Buffer.from(bytes).toString('base64'), name: 'x' })
      const back = await other.call('contacts.export', { format, language: 'sv' })
      const plain = (text: string) => text.replace(/UID:.*\r\n(?: .*\r\n)*/gu, '')
      expect(plain(decodeText(other.saved.get(back.saved ?? '') ?? new Uint8Array()).text)).toBe(
        plain(decodeText(bytes).text),
      )
    }
  })
})
