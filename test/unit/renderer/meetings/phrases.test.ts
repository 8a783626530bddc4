import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filled, isName, nextPlace, placesIn } from '../../../../renderer/features/meetings/phrases/fields.ts'
import { knownPlaces } from '../../../../renderer/features/meetings/phrases/insert.ts'
import type { View } from '../../../../renderer/features/meetings/text/savers.ts'

const noon = new Date(2030, 4, 6, 12, 5)

describe('places of a phrase', () => {
  test('that the meeting knows are filled in, the rest stay', () => {
    const view = {
      // Only these are looked at.
      head: { language: 'sv', date: '2030-05-06', nextDate: null } as View['head'],
      officers: [{ id: '1', role: 'chair' as const, personId: null, name: 'Alva Test' }],
    }
    const known = knownPlaces(view, noon)
    expect(filled('{Ordförande} öppnade den {datum} kl. {tid}. {sekreterare}, {nästa möte}, {namn}', known)).toBe(
      'Alva Test öppnade den 6 maj 2030 kl. 12.05. {sekreterare}, {nästa möte}, {namn}',
    )
    const english = knownPlaces({ ...view, head: { ...view.head, language: 'en' } }, noon)
    expect(filled('{chair} on {date} at {time}', english)).toBe('Alva Test on 6 May 2030 at 12:05')
  })

  test('a place is a short word in braces on one line', () => {
    expect(placesIn('{a} {} {b\n} {{c}}').map(({ name, from }) => [name, from])).toEqual([
      ['a', 0],
      ['c', 13],
    ])
    expect(placesIn('{namn} sade {vad}').map(isName)).toEqual([true, false])
  })

  test('are walked in order and around', () => {
    const text = '{a} och {b} sist'
    expect(nextPlace(text, 0, 1)?.name).toBe('a')
    expect(nextPlace(text, 3, 1)?.name).toBe('b')
    expect(nextPlace(text, 16, 1)?.name).toBe('a')
    expect(nextPlace(text, 0, -1)?.name).toBe('b')
    expect(nextPlace(text, 8, -1)?.name).toBe('a')
    expect(nextPlace('inget', 0, 1)).toBeNull()
  })

  test('filling in leaves all other words alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(filled(text, new Map())).toBe(text)
      }),
    )
  })
})
