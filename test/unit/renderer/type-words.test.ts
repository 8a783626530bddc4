import { describe, expect, it } from 'vitest'
import en from '#assets/locales/en/types.json' with { type: 'json' }
import sv from '#assets/locales/sv/types.json' with { type: 'json' }
import { bodyType, organisationType } from '#contract/reading.ts'
import { detailWords, typeWords } from '../../../renderer/i18n/type-words.ts'

describe('types of organisations and bodies', () => {
  it('have a word in both languages, each of them', () => {
    const types = [...organisationType.options, ...bodyType.options]
    for (const words of [sv, en]) expect(Object.keys(words).toSorted()).toEqual(types.toSorted())
    expect(types.map((type) => typeWords((key) => `word of ${key}`, type))).toEqual(
      types.map((type) => `word of types:${type}`),
    )
  })
  it('that somebody made up are said as they are', () => {
    expect(typeWords(() => 'a word', 'provslag')).toBe('provslag')
  })

  it('stand beside a name in a list; a day is a date, and a person’s place is said as the text says it', () => {
    const t = (key: string) => `word of ${key}`
    expect(detailWords(t, 'en', { kind: 'organisation', detail: 'region' })).toBe('word of types:region')
    expect(detailWords(t, 'en', { kind: 'event', detail: '2021-11-10' })).toBe('10 Nov 2021')
    expect(detailWords(t, 'sv', { kind: 'person', detail: 'region' })).toBe('region')
    expect(detailWords(t, 'sv', { kind: 'body', detail: null })).toBeNull()
  })
})
