import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text } from '#contract/method.ts'

describe('text that is taken in', () => {
  it('is what NFC makes of it, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (any) => {
        expect(text().parse(any)).toBe(any.normalize('NFC'))
      }),
      { numRuns: 1000 },
    )
    expect(text().parse('A\u030asa \u212b')).toBe('Åsa Å')
  })

  it('below U+0300 no character, and no two beside each other, are changed by NFC', () => {
    for (let code = 0; code < 0x300; code += 1) {
      const one = String.fromCharCode(code)
      expect(one.normalize('NFC')).toBe(one)
    }
    const all = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code))
    for (const first of all) {
      const pairs = all.map((second) => first + second).join('')
      expect(pairs.normalize('NFC')).toBe(pairs)
    }
  })

  it('has no half of a pair', () => {
    expect(text().safeParse('Prov \ud83d').success).toBe(false)
  })
})
