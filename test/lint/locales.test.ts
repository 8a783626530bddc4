/** The words people read: complete in both languages, all in use, none missing. */
import { describe, expect, it } from 'vitest'
import { errorCodes } from '#contract/errors.ts'
import { warningCode } from '#contract/minutes.ts'
import { code, files, read } from './tree.ts'

type Words = { [key: string]: string | Words }

const names = files
  .filter((path) => path.startsWith('assets/locales/sv/'))
  .map((path) => path.slice('assets/locales/sv/'.length))
// Locale files are nested objects of texts.
const load = (language: string, name: string) => JSON.parse(read(`assets/locales/${language}/${name}`)) as Words

function flat(words: Words, above = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[above + key, value]] : [...flat(value, `${above}${key}.`)],
    ),
  )
}
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
const places = (text: string) =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map(([, name]) => name ?? '').toSorted()

describe('locale files', () => {
  it('are the same files in both languages', () => {
    const english = files
      .filter((path) => path.startsWith('assets/locales/en/'))
      .map((path) => path.slice('assets/locales/en/'.length))
    expect(english).toEqual(names)
  })

  it.each(names)('%s has the same keys in both languages, none of them empty', (name) => {
    const [sv, en] = [flat(load('sv', name)), flat(load('en', name))]
    expect([...en.keys()].toSorted()).toEqual([...sv.keys()].toSorted())
    expect([...sv, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it.each(names)('%s fills in the same values in both languages', (name) => {
    const [sv, en] = [flat(load('sv', name)), flat(load('en', name))]
    // A singular may leave its number out.
    const wrong = [...sv].filter(
      ([key, text]) => !key.endsWith('_one') && places(text).join() !== places(en.get(key) ?? '').join(),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it.each(names)('%s has both a singular and a plural where it has one of them', (name) => {
    const keys = new Set(flat(load('sv', name)).keys())
    const wrong = [...keys].filter(
      (key) => /_(one|other)$/.test(key) && !(keys.has(`${stem(key)}_one`) && keys.has(`${stem(key)}_other`)),
    )
    expect(wrong).toEqual([])
  })

  it('has a sentence for every error a person can meet, and for no other', () => {
    for (const language of ['sv', 'en']) {
      expect([...flat(load(language, 'errors.json')).keys()].toSorted()).toEqual([...errorCodes].toSorted())
    }
  })

  it('has a sentence for every warning of an import', () => {
    for (const language of ['sv', 'en']) {
      const keys = [...flat(load(language, 'cli.json')).keys()]
        .filter((key) => key.startsWith('warning.'))
        .map((key) => key.slice('warning.'.length))
      expect(keys.toSorted()).toEqual([...warningCode.options].toSorted())
    }
  })

  it('has no key that nothing uses', () => {
    const sources = code
      .filter((path) => !path.startsWith('test/'))
      .map(read)
      .join('\n')
    // Words written out in the sources, and the fixed beginnings of keys put together from a part and a value.
    const literals = new Set([...sources.matchAll(/['"`]([\w.:-]+)['"`]/g)].map(([, word]) => word ?? ''))
    const beginnings = [...sources.matchAll(/`([\w.:-]*)\$\{/g)]
      .map(([, word]) => word ?? '')
      .filter((word) => /[\w][.:_-]?$/.test(word) && word.length > 2)
    const members = new Set([...sources.matchAll(/\.(\w+)\b/g)].map(([, word]) => word ?? ''))
    // Parts of which one entry is picked by a value: words.ties[kind].
    const picked = new Set([...sources.matchAll(/\.(\w+)\[/g)].map(([, word]) => word ?? ''))
    const unused = names
      .filter((name) => name !== 'errors.json' && name !== 'word.json')
      .flatMap((name) => {
        const namespace = name.replace(/^ui\//, '').replace(/\.json$/, '')
        return [...flat(load('sv', name)).keys()]
          .map(stem)
          .filter((key) => {
            const spelt = [key, `${namespace}:${key}`]
            if (spelt.some((word) => literals.has(word))) return false
            if (spelt.some((word) => beginnings.some((beginning) => word.startsWith(beginning)))) return false
            // Small files are read as objects: words.openTitle.
            const parts = key.split('.')
            return !members.has(parts.at(-1) ?? '') && !picked.has(parts.at(-2) ?? '')
          })
          .map((key) => `${name}: ${key}`)
      })
    expect(unused).toEqual([])
  })
})
