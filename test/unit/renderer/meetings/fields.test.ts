import { expect, test } from 'vitest'
import { quoteRanges } from '../../../../renderer/features/meetings/findings/quotes.ts'
import { parseClock, parseNames } from '../../../../renderer/features/meetings/head/times.ts'
import { nextNumber } from '../../../../renderer/features/meetings/item/numbers.ts'

test('clock times are read as people write them, and nothing else is', () => {
  expect(['13', '13.00', '13:05', 'kl. 9.30', '0915', '9 15'].map(parseClock)).toEqual([
    '13:00',
    '13:00',
    '13:05',
    '09:30',
    '09:15',
    '09:15',
  ])
  expect(['24.00', '12.60', 'lunch', '', '1234567'].map(parseClock)).toEqual([null, null, null, null, null])
})

test('names on one line are parted by commas and by "och" or "and"', () => {
  expect(parseNames('Anna Prov, Bo Test och Cia Påhitt;Dan Dikt')).toEqual([
    'Anna Prov',
    'Bo Test',
    'Cia Påhitt',
    'Dan Dikt',
  ])
  expect(parseNames(' , ')).toEqual([])
})

test('the number after an item counts on, and is none where it is taken or does not count', () => {
  expect(nextNumber('2', new Set(['1', '2']))).toBe('3')
  expect(nextNumber('3.1', new Set())).toBe('3.2')
  expect(nextNumber('2', new Set(['2', '3']))).toBeNull()
  expect(nextNumber('a', new Set())).toBeNull()
  expect(nextNumber(null, new Set())).toBeNull()
})

test('quoted words are marked where they stand, the chosen ones first, never twice', () => {
  const text = 'Anna Prov talade den 5 april om april.'
  const whole = { from: 0, to: 12, look: 'open' as const }
  expect(
    quoteRanges(text, [
      { text: 'den 5 april', ...whole, to: 11 },
      { text: '5 april om april', from: 2, to: 7, look: 'chosen' },
      { text: 'not there', ...whole },
    ]),
  ).toEqual([{ from: 23, to: 28, look: 'chosen' }])
})
