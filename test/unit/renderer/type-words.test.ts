import { describe, expect, it } from 'vitest'
import en from '#assets/locales/en/ui.json' with { type: 'json' }
import sv from '#assets/locales/sv/ui.json' with { type: 'json' }
import { bodyType, organisationType } from '#contract/reading.ts'
import { typeWords } from '../../../renderer/i18n/type-words.ts'

describe('types of organisations and bodies', () => {
  it('have a word in both languages, each of them', () => {
    const types = [...organisationType.options, ...bodyType.options]
    for (const words of [sv, en]) expect(Object.keys(words.types).toSorted()).toEqual(types.toSorted())
    expect(types.map((type) => typeWords((key) => `word of ${key}`, type))).toEqual(
      types.map((type) => `word of types.${type}`),
    )
  })
  it('that somebody made up are said as they are', () => {
    expect(typeWords(() => 'a word', 'provslag')).toBe('provslag')
  })
})
