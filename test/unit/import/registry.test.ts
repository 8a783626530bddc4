/** Registry numbers of items: taken whole from a heading or left in it whole, never torn. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registryLine, titleAndRegistry } from '#core/import/registry.ts'
import { squeezed } from '../import-corpus/compare.ts'
import { lostLines } from '../import-corpus/nothing-lost.ts'
import { readOne } from './read.ts'

const textWith = (...lines: readonly string[]): string =>
  [
    'Protokoll nämnden 2024-05-06',
    '',
    'Närvarande: Anna Ek, Bo Alm',
    '',
    '§ 1 Öppnande',
    'Mötet öppnades.',
    '',
    ...lines,
    '',
    '§ 3 Avslutning',
    'Mötet avslutades.',
    '',
  ].join('\n')

const second = (...lines: readonly string[]) => {
  const text = textWith(...lines)
  const meeting = readOne(text)
  expect(lostLines(text, [meeting])).toEqual({ lost: [], unplaced: [] })
  const item = meeting.items[1]
  return [item?.title, item?.dnr, item?.blocks.map((block) => block.text)]
}

describe('the registry number of an item', () => {
  test.each([
    ['§ 2 Motion om cykelvägar (Dnr KS 2023/88)', 'Motion om cykelvägar', 'KS 2023/88'],
    ['§ 2 Motion om cykelvägar (dnr KS 2023/88)', 'Motion om cykelvägar', 'KS 2023/88'],
    ['§ 2 Motion om cykelvägar [Dnr KS 2023/88]', 'Motion om cykelvägar', 'KS 2023/88'],
    ['§ 2 Motion om cykelvägar Dnr KS 2023/88', 'Motion om cykelvägar', 'KS 2023/88'],
    ['§ 2 Motion om cykelvägar    DNR: KS 2023/88', 'Motion om cykelvägar', 'KS 2023/88'],
    ['§ 2 Budget (Dnr 2023/77)', 'Budget', '2023/77'],
    ['§ 2 Budget – dnr 2023/77', 'Budget', '2023/77'],
    ['§ 2 Budget, dnr 2023/77', 'Budget', '2023/77'],
    ['§ 2 Budget (Diarienr 2023/77)', 'Budget', '2023/77'],
    ['§ 2 Budget diarienummer: 2023/77', 'Budget', '2023/77'],
    ['§ 2 Budget (fastställd) (Dnr 2023/77)', 'Budget (fastställd)', '2023/77'],
    ['§ 2 Riktlinjer (dnr: 2023-00112)', 'Riktlinjer', '2023-00112'],
    ['§ 2 Taxa Dnr: KS/2023:12', 'Taxa', 'KS/2023:12'],
    ['§ 2 Taxor (Dnr KS 2023/88, KS 2023/90)', 'Taxor', 'KS 2023/88, KS 2023/90'],
    ['§ 2 Detaljplan (KS 2023:12)', 'Detaljplan', 'KS 2023:12'],
    ['§ 2 Detaljplan (RS 2022-88)', 'Detaljplan', 'RS 2022-88'],
    ['§ 2 Detaljplan, RS 2022-88', 'Detaljplan', 'RS 2022-88'],
    ['§ 2 Detaljplan KS 2023/114', 'Detaljplan', 'KS 2023/114'],
    ['§ 2 Detaljplan Dnr KS/2023:114', 'Detaljplan', 'KS/2023:114'],
    ['§ 2 Detaljplan 2023-000114', 'Detaljplan', '2023-000114'],
    ['§ 2 Detaljplan (2023-000114)', 'Detaljplan', '2023-000114'],
    ['§ 2 Detaljplan MBN 2024-12', 'Detaljplan', 'MBN 2024-12'],
    ['§ 2 Årsplan 2024 (BUN 2023/24)', 'Årsplan 2024', 'BUN 2023/24'],
    ['§ 2 Uppföljning MHN 2024/0044', 'Uppföljning', 'MHN 2024/0044'],
    ['§ 2 Dnr KS 2023/88 Motion om cykelvägar', 'Motion om cykelvägar', 'KS 2023/88'],
  ])('leaves the title whole and without it: %s', (heading, title, dnr) => {
    expect(second(heading, 'Ärendet föredrogs.')).toEqual([title, dnr, ['Ärendet föredrogs.']])
  })

  test.each([
    ['below the heading', ['§ 2 Budget', 'Dnr 2023/77']],
    ['below the heading in a bracket', ['§ 2 Budget', '(Diarienr: 2023/77)']],
    ['in place of the title', ['§ 2 Dnr 2023/77', 'Budget']],
    ['between number and title', ['§ 2', 'Dnr 2023/77', 'Budget']],
    ['behind a title of its own line', ['§ 2', 'Budget (Dnr 2023/77)']],
    ['below a title of its own line', ['§ 2', 'Budget', 'Dnr 2023/77']],
  ])('is found %s', (_, lines) => {
    expect(second(...lines, 'Ärendet föredrogs.')).toEqual(['Budget', '2023/77', ['Ärendet föredrogs.']])
  })

  test('is the first of two, and the other stays where it stands', () => {
    expect(second('§ 2 Budget (Dnr 2023/77)', 'Dnr 2023/78', 'Text.')).toEqual([
      'Budget',
      '2023/77',
      ['Dnr 2023/78', 'Text.'],
    ])
    expect(second('§ 2 Dnr 2023/77', 'Budget (Dnr 2023/78)', 'Text.')).toEqual([
      'Budget (Dnr 2023/78)',
      '2023/77',
      ['Text.'],
    ])
    expect(second('§ 2', 'Dnr 2023/77', 'Budget (Dnr 2023/78)', 'Text.')).toEqual([
      'Budget',
      '2023/78',
      ['Dnr 2023/77', 'Text.'],
    ])
  })

  test.each([
    'Svar på dnr 2023/77',
    'Motion om vägar (Dnr KS 2023/88, bilaga 1)',
    'Motion om vägar (Dnr KS 2023/88',
    'Remiss SOU 2023:12',
    'Ändring i lagen (SFS 2017:30)',
    'Föreskrift HSLF-FS 2017:30',
    'Plan IKT 2024-2026',
    'Schema Ht2024/2025',
    'Budget (2024)',
    'Nya diarienummer',
    'Möte KS 2024-05-06',
    'Budget 2022-2024',
    'Budget (2023)',
    'Budget 2024–2026 KF 2024-26',
    'Läsårstider BUN 2023/24',
    'Ekonomisk rapport KF 2024-05',
    'Inflation KPI 2024-11',
    'Dom HFD 2022:12',
    'Förslag COM 2023-118',
    'Flerårsplan (2024-2026)',
    'Möte 2024-0301',
  ])('is no part of a title that is whole only with it: %s', (title) => {
    expect(second(`§ 2 ${title}`, 'Text.')).toEqual([title, null, ['Text.']])
  })

  test.each(['Dnr 2023/77 lades till handlingarna.', 'Dnr', 'SOU 2023:12', 'KS 2023/88 har kommit in'])(
    'is not made of a line that says more or less: %s',
    (line) => {
      expect(registryLine(line)).toBeNull()
    },
  )

  const title = fc
    .array(fc.constantFrom('Motion', 'om', 'cykelvägar', 'Årsbudget', '2024', '(fastställd)', 'A–B', 'Å', 'år'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((words) => `Ärende ${words.join(' ')}`)
    .filter((text) => !text.endsWith(' om'))
  const count = fc.tuple(
    fc.integer({ min: 1990, max: 2035 }),
    fc.constantFrom('/', ':', '-'),
    fc.integer({ min: 1, max: 99_999 }),
  )
  const dnr = fc
    .tuple(fc.constantFrom('', 'KS ', 'BUN ', 'KS/', 'V-', 'N'), count, fc.boolean())
    .map(([series, [year, mark, n], padded]) => `${series}${year}${mark}${padded ? String(n).padStart(5, '0') : n}`)
  const label = fc.constantFrom(
    'Dnr ',
    'dnr ',
    'DNR ',
    'Dnr: ',
    'dnr. ',
    'Diarienr ',
    'Diarienummer: ',
    'diarienummer ',
  )
  const form = fc.constantFrom<(title: string, dnr: string) => string>(
    (a, b) => `${a} (${b})`,
    (a, b) => `${a} [${b}]`,
    (a, b) => `${a} – ${b}`,
    (a, b) => `${a}, ${b}`,
    (a, b) => `${a} ${b}`,
  )

  test('comes back as it was written, with its title, from any form of any heading', () => {
    fc.assert(
      fc.property(title, label, dnr, form, (words, name, number, put) => {
        expect(titleAndRegistry(put(words, `${name}${number}`))).toEqual({ title: words, dnr: number })
      }),
    )
  })

  test('comes back without a label too where a body leads it and a count closes it', () => {
    const series = fc.constantFrom('KS', 'RS', 'MBN', 'BUN', 'SN', 'KSAU')
    const year = fc.integer({ min: 1990, max: 2035 })
    const number = fc.oneof(
      fc.tuple(series, year, fc.integer({ min: 100, max: 999 })).map(([a, b, c]) => `${a} ${b}-${c}`),
      fc.tuple(series, year, fc.integer({ min: 100, max: 999 })).map(([a, b, c]) => `${a} ${b}/${c}`),
      fc.tuple(series, year, fc.integer({ min: 1, max: 9999 })).map(([a, b, c]) => `${a} ${b}:${c}`),
      fc.tuple(year, fc.integer({ min: 1, max: 99_999 })).map(([a, b]) => `${a}-${String(b).padStart(6, '0')}`),
    )
    fc.assert(
      fc.property(title, number, form, (words, own, put) => {
        expect(titleAndRegistry(put(words, own))).toEqual({ title: words, dnr: own })
      }),
    )
  })

  test('is never made of the years, days and amounts of a title', () => {
    const year = fc.integer({ min: 1990, max: 2035 })
    const padded = (value: number): string => String(value).padStart(2, '0')
    const time = fc.oneof(
      year.map(String),
      fc
        .tuple(year, fc.integer({ min: 1, max: 10 }), fc.constantFrom('-', '–', '/'))
        .map(([from, more, sign]) => `${from}${sign}${from + more}`),
      fc.tuple(year, fc.constantFrom('/', '-')).map(([from, sign]) => `${from}${sign}${padded((from + 1) % 100)}`),
      fc
        .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([y, m, d]) => `${y}-${padded(m)}-${padded(d)}`),
      fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${padded(m)}`),
      fc.integer({ min: 1, max: 99_999_999 }).map((amount) => `${amount} kr`),
      fc.integer({ min: 1, max: 999 }).map((amount) => `${amount} 000`),
    )
    fc.assert(
      fc.property(title, time, form, (words, when, put) => {
        const text = put(words, when)
        expect(titleAndRegistry(text)).toEqual({ title: text, dnr: null })
      }),
    )
  })

  test('takes no letter and no figure of any heading with it but its label', () => {
    const piece = fc.constantFrom(
      'Dnr',
      'dnr:',
      'KS',
      '2023/88',
      '(',
      ')',
      '[',
      ']',
      'Budget',
      'om',
      ',',
      '–',
      'SFS',
      '2017:30',
      'a',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join(' ').trim()
        const read = titleAndRegistry(text)
        if (read.dnr === null) expect(read.title).toBe(text)
        const sorted = (words: string) => [...squeezed(words.replace(/dnr/giu, ''))].toSorted().join('')
        expect(sorted(`${read.title}${read.dnr ?? ''}`)).toBe(sorted(text))
        expect(/[()[\]]/u.test(read.dnr ?? '')).toBe(false)
      }),
    )
  })
})
