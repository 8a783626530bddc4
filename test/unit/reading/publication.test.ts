import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPublication } from '#core/reading/publication.ts'

const span = (...lines: string[]) => {
  const { from, to } = readPublication(lines)
  return [from, to]
}
const both = ['2021-03-03', '2021-05-05']

describe('a line with the day of publication and that of the last change', () => {
  it.each([
    'Publicerad 3 mars 2021, uppdaterad 5 maj 2021',
    'Publicerad: 2021-03-03 | Senast uppdaterad: 2021-05-05',
    'Publicerad den 3 mars 2021 kl. 10.15 · Ändrad den 5 maj 2021 kl. 9.00',
    'Publicerat 3 mars 2021 av Prov Provsson, senast ändrat 5 maj 2021',
    'Uppdaterad 5 maj 2021, publicerad 3 mars 2021',
    'Senast uppdaterad: 5 maj 2021. Först publicerad: 3 mars 2021.',
    '3 mars 2021 (uppdaterad 5 maj 2021)',
    'Published 3 March 2021, updated 5 May 2021',
    'Last updated: 5 May 2021 – First published: 3 March 2021',
    'Posted on 3 March 2021 and last modified on 5 May 2021',
  ])('gives the span between them: %s', (line) => {
    expect(span('Rubrik', line, 'Ett stycke.')).toEqual(both)
  })

  it.each(['Publicerad 3 mars 2021, uppdaterad 5 maj 2020', 'Publicerad 3 mars 2021 och nästa möte är 5 maj 2021'])(
    'gives the day of publication alone where the other is none: %s',
    (line) => {
      expect(span(line)).toEqual(['2021-03-03', '2021-03-03'])
    },
  )

  it('may be two lines beside each other, and not two far apart', () => {
    expect(span('Publicerad 3 mars 2021', 'Senast uppdaterad 5 maj 2021')).toEqual(both)
    expect(span('Uppdaterad: 2021-05-05', '', 'Publicerad: 2021-03-03')).toEqual(both)
    expect(span('Publicerad 3 mars 2021', 'a', 'b', 'c', 'Senast uppdaterad 5 maj 2021')).toEqual([
      '2021-03-03',
      '2021-03-03',
    ])
  })

  it('yields to a line that says from when to when the page was there', () => {
    expect(
      span(
        'Publicerad 3 mars 2021, uppdaterad 5 maj 2021',
        'Innehållet publicerades under perioden 9 juli 2021 och 30 november 2021',
      ),
    ).toEqual(['2021-07-09', '2021-11-30'])
  })
})

it("what the document's own data say counts for more than a lone day, and for less than a line that says published", () => {
  const stated = { from: '2021-03-03', to: '2021-05-05' }
  expect(readPublication(['Rubrik'], stated)).toEqual({ ...stated, line: null })
  expect(readPublication(['1 februari 2020', 'Rubrik'], stated)).toMatchObject(stated)
  expect(readPublication(['Publicerad 4 mars 2021'], stated)).toMatchObject({ from: '2021-03-04', to: '2021-03-04' })
})

it('a span never ends before it begins, whatever the lines', () => {
  const words = fc.constantFrom(
    'Publicerad',
    'uppdaterad',
    'Updated',
    '3 mars 2021',
    '2020-05-05',
    ',',
    '|',
    '(',
    'av Prov',
  )
  fc.assert(
    fc.property(fc.array(fc.array(words, { maxLength: 6 }), { maxLength: 6 }), (lines) => {
      const { from, to } = readPublication(lines.map((line) => line.join(' ')))
      expect(from === null || to === null || from <= to).toBe(true)
    }),
  )
})
