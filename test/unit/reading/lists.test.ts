import { describe, expect, it } from 'vitest'
import { readText } from '#core/reading/read.ts'

const found = (sentence: string) => readText(`Rubrik\n\n${sentence}\n`).findings

describe('lists in one sentence', () => {
  it('give each the title that stands before the name, and none the next one’s', () => {
    const held = found(
      'Tre statsråd skrev: näringsminister Orvar Provsson, socialminister Tilda Provqvist och Asta Testberg, minister för högre utbildning.',
    ).flatMap((one) => (one.kind === 'tenure' ? [`${one.person?.name}: ${one.post}`] : []))
    expect(held.toSorted()).toEqual([
      'Asta Testberg: minister för högre utbildning',
      'Orvar Provsson: näringsminister',
      'Tilda Provqvist: socialminister',
    ])
  })

  it('charge every organisation of a long list, the first as well as the last', () => {
    const [assignment] = found(
      'Vetenskapsrådet, Post- och telestyrelsen, Myndigheten för digital förvaltning och Vinnova har fått i uppdrag att föreslå ett program.',
    ).filter((one) => one.kind === 'assignment')
    expect(assignment?.parties.map(({ role, who }) => `${role} ${who.name}`)).toEqual([
      'charged Vetenskapsrådet',
      'charged Post- och telestyrelsen',
      'charged Myndigheten för digital förvaltning',
      'charged Vinnova',
    ])
  })
})
