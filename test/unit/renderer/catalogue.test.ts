import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import i18next from 'i18next'
import { describe, expect, test } from 'vitest'
import { createCatalogue, type Tree } from '../../../renderer/i18n/catalogue.ts'

const folder = fileURLToPath(new URL('../../../assets/locales', import.meta.url))
const languages = ['sv', 'en'] as const
const names = readdirSync(`${folder}/sv`, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
)
// Locale files are nested objects of texts.
const load = (language: string, name: string) =>
  JSON.parse(readFileSync(`${folder}/${language}/${name}`, 'utf8')) as Tree
const file = (name: string) =>
  name
    .replaceAll('\\', '/')
    .replace(/^ui\//, '')
    .replace(/\.json$/, '')

function keysOf(tree: Tree, before = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`),
  )
}

const catalogue = createCatalogue()
const peer = i18next.createInstance()
void peer.init({ fallbackLng: false, initAsync: false, interpolation: { escapeValue: false }, ns: [], defaultNS: 'ui' })
for (const language of languages)
  for (const name of names) {
    catalogue.add(language, file(name), load(language, name))
    peer.addResourceBundle(language, file(name), load(language, name))
  }

const slots = ['name', 'file', 'number', 'date', 'method', 'where', 'title', 'time', 'step', 'items', 'query'] as const

describe('the sentences at hand', () => {
  test('every sentence reads as the library of the terminal reads it, with any values and numbers', () => {
    const keys = names.flatMap((name) =>
      keysOf(load('sv', name)).map((key) => `${file(name)}:${key.replace(/_(one|other)$/, '')}`),
    )
    expect(keys.length).toBeGreaterThan(300)
    const word = fc.stringMatching(/^[\w åäö&$§.-]{0,12}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: slots.length, maxLength: slots.length }), fc.nat(3), (given, count) => {
        const values = { ...Object.fromEntries(slots.map((slot, index) => [slot, given[index] ?? ''])), count }
        for (const language of languages)
          for (const key of keys) {
            // A key with a space in it is no address to the library: it is told the file beside it.
            const [ns = '', rest = ''] = key.split(':')
            const said = peer.t(rest, { lng: language, ns, nsSeparator: false, ...values })
            expect(catalogue.text(language, key, values)).toBe(said)
          }
      }),
      { numRuns: 10 },
    )
  })

  test('a key without a file means the interface’s own, and one without a sentence is shown itself', () => {
    expect(catalogue.text('sv', 'places.start')).toBe(catalogue.text('sv', 'ui:places.start'))
    expect(catalogue.text('sv', 'places.nowhere')).toBe('places.nowhere')
    expect(catalogue.exists('sv', 'places.start')).toBe(true)
    expect(catalogue.exists('sv', 'nowhere:places.start')).toBe(false)
  })

  test('what looks like a slot, a pattern or a reference inside a value is text', () => {
    const own = createCatalogue()
    own.add('sv', 'ui', { hello: '{{name}} och {{other}}', secret: 'hemligt' })
    const name = '$& {{other}} $t(secret) $1'
    expect(own.text('sv', 'hello', { name, other: 'B' })).toBe(`${name} och B`)
  })

  test('a file that has not come yet is known to be missing', () => {
    const own = createCatalogue()
    expect(own.has('en', 'errors')).toBe(false)
    own.add('en', 'errors', { 'a.b': 'x' })
    expect(own.has('en', 'errors')).toBe(true)
    expect(own.has('sv', 'errors')).toBe(false)
  })
})
