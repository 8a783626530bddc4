import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { corrections } from '#contract/typing.ts'
import { typeset, type Language } from '#core/word/typography.ts'

/** The text as it stands after every letter was typed, and once more at the end of the paragraph. */
function typed(text: string, language: Language = 'sv', keep: { from: number; to: number }[] = []): string {
  let out = ''
  for (const letter of [...text, '']) {
    const found = corrections(out, letter, language, keep)
    out += letter
    for (const { at, put } of found) out = out.slice(0, at) + put + out.slice(at + 1)
  }
  return out
}
const seen = (text: string) => text.replaceAll('\u00a0', '_')

describe('typography while somebody types', () => {
  test.each([
    ['han sade "ja" och gick', 'han sade ”ja” och gick'],
    ['det är - som sagt - så', 'det är – som sagt – så'],
    ['punkterna 3-5 och 7-9', 'punkterna 3–5 och 7–9'],
    ['den 10 november 2021', 'den 10_november 2021'],
    ['kl. 10:00-11:30 i dag', 'kl._10.00–11.30 i dag'],
    ['enligt § 4 i lagen', 'enligt §_4 i lagen'],
    ['av 50 000 invånare', 'av 50_000 invånare'],
    ['av 1 250 000 kr', 'av 1_250_000_kr'],
    ['ring 08-123 45 67', 'ring 08-123 45 67'],
    ['den 2021-11-10 hölls', 'den 2021-11-10 hölls'],
    ['kvoten 10:00 står', 'kvoten 10:00 står'],
    ['väl- och ofärd', 'väl- och ofärd'],
    ['se www.exempel.se/3-5 och a_b-1-2 nu', 'se www.exempel.se/3-5 och a_b-1-2 nu'],
    ["skriv till namn@exempel.se?a='b' nu", "skriv till namn@exempel.se?a='b' nu"],
  ])('%s', (text, wanted) => expect(seen(typed(text))).toBe(wanted))

  test('English minutes have English marks, and clock times as they are', () => {
    expect(seen(typed('he said "yes" at 10:00 on 10 November, it\'s 3-5', 'en'))).toBe(
      'he said “yes” at 10:00 on 10_November, it’s 3–5',
    )
  })

  test('words of another language stay as they are', () => {
    expect(typed('om "Nu - Då" 3-5 ', 'sv', [{ from: 2, to: 12 }])).toBe('om "Nu - Då" 3–5 ')
  })

  test('what was put back stays, whatever is typed behind it', () => {
    expect(corrections('punkterna 3-5 och', ' ', 'sv')).toEqual([])
    expect(corrections('det är - som', ' ', 'sv')).toEqual([])
    expect(corrections('50 000 och', '', 'sv')).toEqual([])
  })

  const near = fc
    .array(
      fc.constantFrom(
        '3-5',
        '10',
        'november',
        '-',
        ' ',
        'kl.',
        '10:00',
        '§',
        '4',
        '50',
        '000',
        '"',
        "'",
        'ord',
        'x@y.z',
        ',',
        '.',
        'å',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''))
  const any = fc.oneof(near, fc.string({ maxLength: 60 }))
  const languages = fc.constantFrom<Language>('sv', 'en')

  test('only signs change, one for one', () => {
    fc.assert(
      fc.property(any, languages, (text, language) => {
        const out = typed(text, language)
        expect(out.length).toBe(text.length)
        const bare = (words: string) => words.replace(/[\s"'“”‘’.:–-]/gu, '#')
        expect(bare(out)).toBe(bare(text))
      }),
    )
  })

  test('a document sets what was set while typing just as what was not', () => {
    fc.assert(
      fc.property(near, languages, (text, language) => {
        // A clock time with a colon is the writer's own; a document leaves it.
        fc.pre(!/kl\.|["']/.test(text) && !text.includes('@'))
        expect(typeset(typed(text, language), language)).toBe(typeset(text, language))
      }),
    )
  })
})
