import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intervalTokens } from '#contract/intervals.ts'
import { sanitise } from '#core/word/sanitise.ts'
import { typeset } from '#core/word/typography.ts'

const sv = (text: string) => typeset(text, 'sv')
const en = (text: string) => typeset(text, 'en')
const _ = '\u00a0'

describe('Swedish typography', () => {
  it.each([
    ['presenterade “Titeln”', 'presenterade ”Titeln”'],
    ['sa "ja" och „nej“', 'sa ”ja” och ”nej”'],
    ["Anna's och 'så'", 'Anna’s och ’så’'],
    ['3-5 satsningar', '3–5 satsningar'],
    ['2,5-3,5, eller 1-2,', '2,5–3,5, eller 1–2,'],
    ['(3-5)', '(3–5)'],
    ['§§ 3-5.', `§§${_}3–5.`],
    ['kl. 10.00-12.00', `kl.${_}10.00–12.00`],
    ['kl. 10.00 - 12.00', `kl.${_}10.00–12.00`],
    ['kl. 13:00', `kl.${_}13.00`],
    ['Kl 9:05 och klockan 13:00-14:30', `Kl${_}9.05 och klockan${_}13.00–14.30`],
    ['kl. 13.00 - 16:20', `kl.${_}13.00–16.20`],
    ['kl 08-12', `kl${_}08–12`],
    ['åren 2019-2024', 'åren 2019–2024'],
    ['läsåret 2021-22', 'läsåret 2021–22'],
    ['3-5-åringar', '3–5-åringar'],
    ['landet - kraftsamla - och', 'landet – kraftsamla – och'],
    ['landet—kraftsamla', 'landet – kraftsamla'],
    ['hälso- och sjukvården', 'hälso- och sjukvården'],
    ['den 10 november 2021', `den 10${_}november 2021`],
    ['§ 4 och 5 §', `§${_}4 och 5${_}§`],
    ['50 000 kronor, 1 250 000 kr', `50${_}000 kronor, 1${_}250${_}000${_}kr`],
    ['12 % av 5 mkr', `12${_}% av 5${_}mkr`],
    ['t. ex. och m. m.', `t.${_}ex. och m.${_}m.`],
    ['bl.a. det', 'bl.a. det'],
    ['två  mellanslag\toch tabb\n', 'två mellanslag och tabb'],
  ])('%s becomes %s', (before, after) => {
    expect(sv(before)).toBe(after)
  })

  it.each([
    '2021-11-10',
    'klippet 10:15',
    'kl.\u00a013:00:30',
    '2021-11',
    'dnr 2021-123',
    'KN2021/01234-3',
    '556677-8899',
    '08-123 45 67',
    'tel. 070-1234567',
    'ISO 27001-2',
    'covid-19',
    'life science-sektorn',
    'B2B-möten',
  ])('leaves %s alone', (text) => {
    expect(sv(text)).toBe(text)
    expect(intervalTokens(text)).toEqual([])
  })
})

describe('English typography', () => {
  it.each([
    ['the "big" idea', 'the “big” idea'],
    ["the chair's 'note'", 'the chair’s ‘note’'],
    ['("quoted")', '(“quoted”)'],
    ['pages 3-4', 'pages 3–4'],
    ['on 3 December', `on 3${_}December`],
    ['EUR 22 000', `EUR${_}22${_}000`],
    ['a—b', 'a—b'],
  ])('%s becomes %s', (before, after) => {
    expect(en(before)).toBe(after)
  })
})

// Pieces that the rules look for, mixed with anything.
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    ' ',
    '  ',
    '\t',
    _,
    '-',
    '--',
    '–',
    '—',
    '"',
    '“',
    '”',
    '„',
    "'",
    '‘',
    '’',
    '§',
    'kl.',
    '10',
    '3-5',
    '10.00',
    '000',
    'november',
    '%',
    'kr',
    't.',
    'ex.',
    '2021-11-10',
  ),
)
const anyText = fc.array(piece, { maxLength: 14 }).map((pieces) => sanitise(pieces.join(''), { count: 0 }))

/** What must survive: everything but white space, quotation marks, hyphens and dashes. */
const words = (text: string) => text.replace(/[\s\u00a0"'\u2018-\u201f\u2033\u2013\u2014-]/gu, '')

describe.each(['sv', 'en'] as const)('typography in %s', (language) => {
  it('set twice is as set once', () => {
    fc.assert(fc.property(anyText, (text) => {
      const once = typeset(text, language)
      expect(typeset(once, language)).toBe(once)
    }), { numRuns: 2000 }) // prettier-ignore
  })

  it('never changes a word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(words(typeset(text, language))).toBe(words(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves no tab, no double space, no space at an end', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(typeset(text, language)).not.toMatch(/[\t\n\r]|[ \u00a0]{2}|^\s|\s$/)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes time linear in the length, also for what looks like a rule that never ends', () => {
    for (const unit of ['- ', '1 000 ', '3-', '"', 'kl. ', '§ ', 'a. ', '10.00 - ']) {
      expect(typeset(unit.repeat(20_000), language).length).toBeGreaterThan(0)
    }
  })
})
