import { expect, test } from 'vitest'
import { languageFor } from '../../../renderer/i18n/languages.ts'

test('the interface is Swedish unless the system asks for English first', () => {
  expect(languageFor(null, ['sv-SE', 'en-US'])).toBe('sv')
  expect(languageFor(null, ['en-GB', 'sv'])).toBe('en')
  expect(languageFor(null, ['fi-FI', 'de'])).toBe('sv')
  expect(languageFor(null, ['fi-FI', 'en-US'])).toBe('en')
  expect(languageFor(null, [])).toBe('sv')
})

test('what was chosen on this machine goes before the system, and nonsense does not', () => {
  expect(languageFor('en', ['sv-SE'])).toBe('en')
  expect(languageFor('xx', ['sv-SE'])).toBe('sv')
})
