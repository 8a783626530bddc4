import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reading as readingShape } from '#contract/reading.ts'
import type { Reading } from '#contract/reading.ts'
import { cutLines } from '#core/import/lines.ts'
import { compareAccounts } from '#core/reading/compare.ts'
import { readText } from '#core/reading/read.ts'
import { developTexts } from './texts.ts'

/** Words that the reader looks for, so that random texts reach its deeper parts. */
const telling = [
  'Arbetsgruppen',
  'Champions / talespersoner:',
  'Kontaktperson, sammankallande:',
  'Anna Ek',
  'Bo von Ål',
  'VD',
  'Vinnova',
  'Region Ö',
  'Regeringen',
  'ger',
  'i uppdrag att',
  'senast den 30 april 2021',
  '3,7 miljarder kr',
  'Mellan den 1 maj 2019 och den 2 juni 2020 var hon minister',
  'konferens',
  'den 7 juni',
  '(målsättning 2.2)',
  '1. Område',
  ' • ',
  '- ',
  '\n',
  '\n\n',
  '\r\n',
  '\u2028',
  '.',
  ',',
  ':',
  ' (GMS)',
  'Foto:',
  '|',
  '–',
  'är',
  'och',
  'för',
  'samverkansprogrammet Hälsa',
  'Utredningen om',
  'horn',
  'kantorn',
  'A\u030Arsta',
  '\u00AD',
  '\u200B',
  '\uD800',
  '𝔸',
  'İ',
  'e\u0301',
  '\t',
  '   ',
  'Innehållet publicerades under perioden 9 juli 2021 och 30 november 2021',
  'Styrelse',
  'Ordförande',
  'leds av',
  'she',
  'The Government has commissioned',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...telling), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 60 })
    .map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...telling), { maxLength: 80 }).map((parts) => parts.join(' ')),
)

function checkPlaces(text: string, reading: Reading): void {
  const lines = cutLines(text)
  expect(reading.lines).toBe(lines.length)
  for (const finding of reading.findings) {
    expect(finding.places.length).toBeGreaterThan(0)
    for (const place of finding.places) {
      const own = lines.slice(place.from - 1, place.to).join('\n')
      expect(own, `${finding.kind} ${place.from}–${place.to}`).toContain(place.quote)
      expect(place.quote.trim()).toBe(place.quote)
    }
  }
}

test('any string is read without a crash into the contract, and each quote stands in the lines it names', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const reading = readText(text)
      readingShape.parse(reading)
      checkPlaces(text, reading)
    }),
    { numRuns: 1500 },
  )
})

test('a text cut anywhere, doubled, or with its lines shuffled is still read into verbatim places', () => {
  const texts = developTexts()
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(), fc.boolean(), ({ text }, from, to, crlf) => {
      const [a, b] = [from % text.length, to % text.length]
      const cut = text.slice(Math.min(a, b), Math.max(a, b))
      const changed = crlf ? `${cut.replaceAll('\n', '\r\n')}\r\n${cut}` : cut.split('\n').toReversed().join('\n')
      const reading = readText(changed)
      readingShape.parse(reading)
      checkPlaces(changed, reading)
    }),
    { numRuns: 300 },
  )
})

test('names that a text has in decomposed letters are read as composed, with the quote as it stands', () => {
  const text = 'Kontaktperson: Åsa Björk, Vinnova'.normalize('NFD')
  const reading = readText(text)
  expect(reading.findings.flatMap((one) => (one.kind === 'person' ? [one.who.name] : []))).toEqual([
    'Åsa Björk'.normalize('NFC'),
  ])
  checkPlaces(text, reading)
})

test('no words, no findings', () => {
  for (const text of ['', ' ', '\n\n\n', '-----', '12 345', '…', 'hej hej']) expect(readText(text).findings).toEqual([])
})

test('a charge to do nothing at all is no assignment', () => {
  const { findings } = readText('! Arbetsgruppen Ͻ i uppdrag att ! Arbetsgruppen')
  expect(findings.filter(({ kind }) => kind === 'assignment')).toEqual([])
})

test('two accounts of any texts are compared without a crash, and an account beside itself has nothing alone', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      compareAccounts({ text: a, kind: 'text' }, { text: b, kind: 'minutes' })
      const self = compareAccounts({ text: a, kind: 'text' }, { text: a, kind: 'text' })
      expect(self.filter((one) => one.verdict !== 'both')).toEqual([])
    }),
    { numRuns: 200, examples: [['Arbetsgruppen \n Arbetsgruppen Arbetsgruppen i uppdrag att İ', '']] },
  )
})
