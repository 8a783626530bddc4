import { expect, test } from 'vitest'
import { cutLines } from '#core/import/lines.ts'

test('a page break beside a line end counts no line, so that numbers are those of every editor', () => {
  expect(cutLines('a\n\fb\nc\f\nd').map((line) => line.trim())).toEqual(['a', 'b', 'c', 'd'])
  expect(cutLines('\fa')).toHaveLength(1)
  expect(cutLines('a\r\n\f\r\nb')).toHaveLength(3)
})

test('a soft line break within a line parts it', () => {
  expect(cutLines('a\vb')).toEqual(['a', 'b'])
  expect(cutLines('a\fb')).toEqual(['a', 'b'])
})
