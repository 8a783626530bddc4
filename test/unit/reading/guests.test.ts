import { describe, expect, it } from 'vitest'
import { readText } from '#core/reading/read.ts'
import { ofKind, parties } from './shape.ts'

const meeting = (...lines: string[]) => ofKind(readText(`Rubrik\n\n${lines.join('\n\n')}\n`), 'event')[0]

describe('a meeting told of in running text', () => {
  it.each(['möttes', 'samlades', 'träffades'])('is that of the body which "%s"', (verb) => {
    const found = meeting(`Den 3 mars 2021 ${verb} Samverkansgruppen för provteknik.`)
    expect(found).toMatchObject({ from: '2021-03-03', body: { name: 'Samverkansgruppen för provteknik' } })
  })

  it('has a guest once, however often the sentence names it', () => {
    const found = meeting(
      'Den 3 mars 2021 möttes Samverkansgruppen för provteknik.',
      'Provliden AB gästade mötet, där Asta Testberg från Provliden AB visade en ritning.',
    )
    expect(parties(found ?? { parties: [] }).toSorted()).toEqual(['Asta Testberg=guest', 'Provliden AB=guest'])
  })
})
