/** Workbooks of contacts: what a cell shows is what is read. */
import { describe, expect, it } from 'vitest'
import { readContacts } from '#core/exchange/read.ts'
import { figured, ownWorkbook, said, workbookBytes } from './workbooks.ts'

describe('workbooks', () => {
  it('reads shared and inline strings, numbers, days and gaps of the first visible sheet', () => {
    const read = readContacts({ base64: workbookBytes().toString('base64') })
    expect(read.format).toBe('xlsx')
    expect(read.sheets).toEqual(['Dold', 'Kontakter', 'Andra'])
    expect(read.sheet).toBe(1)
    expect(read.columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['Namn', 'name'],
      ['Titel', 'title'],
      ['Mobil', 'phone'],
      ['Från', 'ignore'],
      ['E-post', 'email'],
    ])
    expect(read.contacts.map(({ contact }) => contact)).toMatchObject([
      { name: 'Ada Test', places: [{ title: 'chef' }], phones: ['468123456'], emails: ['ada@prov.example'] },
      { name: 'Bo & Prov', phones: [], emails: [] },
    ])
    expect(read.columns[3]?.samples).toEqual(['2030-05-06', '2030-05-06 12:00'])
    expect(read.text.split('\n')[1]).toBe('Ada Test\tchef\t468123456\t2030-05-06\tada@prov.example')
  })

  it('reads another sheet when it is chosen', () => {
    const read = readContacts({ base64: workbookBytes().toString('base64'), sheet: 2 })
    expect(read.contacts.map(({ contact }) => contact.name)).toEqual(['Ce Prov'])
  })
})

describe('cells of a workbook', () => {
  const read = (own: Parameters<typeof ownWorkbook>[0]) => readContacts({ base64: ownWorkbook(own).toString('base64') })
  const heading = `<row r="1">${said('A1', 'Organisation')}${said('B1', 'Namn')}${said('C1', 'Telefon')}</row>`

  it('that run over several rows say the same of each that has words of its own', () => {
    const rows = `${heading}<row r="2">${said('A2', 'Provverket')}${said('B2', 'Ada Test')}</row><row r="3">${said('B3', 'Bo Prov')}</row><row r="5">${said('B5', 'Ce Prov')}</row><row r="6">${said('B6', 'Di Prov')}</row>`
    const { contacts: found } = read({ rows, merged: ['A2:A5', 'B7:C9', 'A1:C1', 'x', 'A9:A2'] })
    expect(found.map(({ contact }) => [contact.name, contact.places[0]?.organisation ?? null])).toEqual([
      ['Ada Test', 'Provverket'],
      ['Bo Prov', 'Provverket'],
      ['Ce Prov', 'Provverket'],
      ['Di Prov', null],
    ])
  })

  it.each([
    ['0000000000', 701234567, '0701234567'],
    ['000-000 00 00', 701234567, '070-123 45 67'],
    ['000\\-000\\ 00\\ 00', 701234567, '070-123 45 67'],
    ['"+46 "0', 701234567, '+46 701234567'],
    ['000 00', 12345678, '123456 78'],
    ['General', 701234567, '701234567'],
    ['0', 701234567, '701234567'],
    ['#,##0', 701234567, '701234567'],
    ['0.00E+00', 701234567, '701234567'],
    ['# ?/?', 701234567, '701234567'],
  ])('with the format %j set %d out as %j', (format, value, text) => {
    const rows = `${heading}<row r="2">${said('B2', 'Ada Test')}${figured('C2', value, 1)}</row>`
    expect(read({ rows, formats: [format] }).contacts[0]?.contact.phones).toEqual([text])
  })

  it.each([
    [false, 1, '1900-01-01'],
    [false, 59, '1900-02-28'],
    [false, 61, '1900-03-01'],
    [false, 44510, '2021-11-10'],
    [true, 43048, '2021-11-10'],
    [true, 0, '1904-01-01'],
  ])('with days counted from 1904 %j give day %d as %j', (from1904, serial, day) => {
    const rows = `${heading}<row r="2">${said('B2', 'Ada Test')}${figured('C2', serial, 1)}</row>`
    const found = read({ rows, from1904, formats: ['[$-41D]yyyy\\-mm\\-dd;@'] })
    expect(found.columns[2]?.samples).toEqual([day])
  })

  it('that hold more than a text may are refused', () => {
    const words = (row: number) =>
      Array.from({ length: 700 }, (_, at) => ((row * 131_071 + at * at * 8191) % 9_999_991).toString(36)).join(' ')
    const long = Array.from({ length: 1600 }, (_, row) => `<row>${said(`A${row + 1}`, words(row))}</row>`)
    expect(() => read({ rows: long.join('') })).toThrow('import.too-large')
  })
})
