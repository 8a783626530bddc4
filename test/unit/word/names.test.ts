import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spellDate, spellTime } from '#core/word/dates.ts'
import { bareTitle, documentFileName, slug } from '#core/word/file-name.ts'
import { attendedItems } from '#core/word/people.ts'
import { documentTexts } from '#core/word/texts.ts'

describe('file names', () => {
  it('are lower-case ASCII with hyphens', () => {
    expect(documentFileName({ kind: 'Minnesanteckningar', body: 'Samverkansgruppen', date: '2021-11-10' })).toBe(
      'minnesanteckningar-samverkansgruppen-2021-11-10.docx',
    )
    expect(slug('Nämnden för Åäö & Øst/Straße')).toBe('namnden-for-aao-ost-strasse')
    expect(documentFileName({ kind: '', body: null, date: null })).toBe('mote.docx')
  })
  it('hold nothing else, whatever the body is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (body) => {
        expect(documentFileName({ kind: 'Protokoll', body, date: '2021' })).toMatch(
          /^protokoll(-[a-z0-9]+)*-2021\.docx$/,
        )
      }),
    )
  })
  it('are cut between words', () => {
    expect(slug('abc '.repeat(40), 10)).toBe('abc-abc')
  })
})

describe('titles', () => {
  it.each([
    ['Minnesanteckningar möte med provgruppen den 10 november 2021 (hybridmöte)', 'Möte med provgruppen'],
    ['Protokoll fört vid styrelsemöte nr 4, 2023', 'Styrelsemöte nr 4, 2023'],
    ['Minnesanteckningar från möte med Provrådet den 6 oktober 2022 (digitalt möte)', 'Möte med Provrådet'],
    ['SAMMANTRÄDESPROTOKOLL', ''],
    ['Sammanträdesprotokoll 2024-03-19', ''],
    ['Protokollsutskottet möts', 'Protokollsutskottet möts'],
    ['Minutes of the 5th meeting', '5th meeting'],
    ['Arbetsgruppen Påhitt', 'Arbetsgruppen Påhitt'],
    ['PROTOKOLL NR 2/2023 Möte med provstyrelsen den 4 mars 2023', 'Protokoll nr 2/2023 Möte med provstyrelsen'],
    ['Protokoll 2024:6', 'Protokoll 2024:6'],
    ['Protokoll från möte tisdagen den 4 mars 2023 kl. 18.00', 'Möte'],
    ['Minutes of the meeting of the Board held on Tuesday 14 November 2023 at 6.30 pm', 'Meeting of the Board'],
    ['Steering Committee, 5th meeting Meeting minutes', 'Steering Committee, 5th meeting'],
    ['Stämma den 4 mars 2023 i Provlokalen', 'Stämma den 4 mars 2023 i Provlokalen'],
  ])('%s leaves %s', (title, rest) => {
    expect(bareTitle(title)).toBe(rest)
  })
})

describe('dates and times', () => {
  it('are spelt as precisely as they are known', () => {
    expect(['2021-11-10', '2021-11', '2021'].map((date) => spellDate(date, 'sv'))).toEqual([
      'den 10 november 2021',
      'november 2021',
      '2021',
    ])
    expect(spellDate('2021-11-10', 'en')).toBe('10 November 2021')
    expect([spellTime('09:05', 'sv'), spellTime('09:05', 'en')]).toEqual(['09.05', '09:05'])
  })
})

describe('items attended', () => {
  const sv = documentTexts('sv')
  it.each([
    ['3–5', '§§ 3–5', 'punkterna 3–5'],
    ['4', '§ 4', 'punkt 4'],
    ['ej 6', 'ej § 6', 'ej punkt 6'],
    ['t.o.m. 4', 't.o.m. § 4', 't.o.m. punkt 4'],
    ['45, 47', '§§ 45, 47', 'punkterna 45, 47'],
    ['3.1', '§ 3.1', 'punkt 3.1'],
    ['fr.o.m. § 36', 'fr.o.m. § 36', 'fr.o.m. § 36'],
    ['delvis', 'delvis', 'delvis'],
  ])('%s prints as %s or %s', (items, paragraph, plain) => {
    expect(attendedItems(items, sv, 'paragraph')).toBe(paragraph)
    expect(attendedItems(items, sv, 'plain')).toBe(plain)
  })
})
