import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visible } from '../../../renderer/ui/visible.ts'

test('a control that turns the reading order is shown by its name', () => {
  expect(visible('faktura\u202efdp.kansli')).toBe('faktura[RLO]fdp.kansli')
  expect(visible('Anna\u2066 Ek\u2069')).toBe('Anna[LRI] Ek[PDI]')
})

test('names in any script without such controls stay as they are', () => {
  expect(visible('Åsa Öberg Ñúñez 李明 יעל')).toBe('Åsa Öberg Ñúñez 李明 יעל')
})

test('no text keeps a control', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/\p{Bidi_Control}/u)
    }),
  )
})
