import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchKey } from '#core/register/names.ts'
import type { Known } from '#core/register/matching.ts'
import { matchNames } from '#core/register/matching.ts'
import { nameSimilarity } from '#core/register/similarity.ts'

const known = (id: string, name: string, ...organisations: string[]): Known => ({
  id,
  name,
  matchKey: matchKey(name),
  organisations,
})
const one = (name: string, register: readonly Known[], organisation: string | null = null) =>
  matchNames([{ name, organisation }], register)[0]

describe('matchNames', () => {
  it('links a name that one known person bears, however it is capitalised, dashed or pointed', () => {
    const register = [known('a', 'Per-Arne Dittelin'), known('b', 'Eva Dittelin')]
    for (const name of ['Per-Arne Dittelin', 'PER–ARNE  DITTELIN', 'Per- Arne, Dittelin.'])
      expect(one(name, register)).toMatchObject({ verdict: 'exact', candidates: [{ id: 'a', similarity: 1 }] })
  })
  it('asks about a name that is known with another hyphen, until it is known so too', () => {
    const register = [known('a', 'Per-Arne Dittelin'), known('b', 'Eva Dittelin')]
    expect(one('Per Arne Dittelin', register)).toMatchObject({
      verdict: 'near',
      candidates: [{ id: 'a', similarity: 0.99 }],
    })
    expect(one('Per Arne Dittelin', [...register, known('a', 'Per Arne Dittelin')])).toMatchObject({
      verdict: 'exact',
      candidates: [{ id: 'a', similarity: 1 }],
    })
    expect(one('Per Arne Dittelin', [...register, known('c', 'Per Arne Dittelin')])).toMatchObject({
      verdict: 'exact',
      candidates: [{ id: 'c' }],
    })
    expect(
      matchNames([{ name: 'Prov Kontoret', organisation: null }], [known('a', 'Prov-Kontoret')], 'organisation')[0]
        ?.verdict,
    ).toBe('exact')
  })
  it('links a restricted person however the name is hyphenated, for no question may show who it is', () => {
    const register = [{ ...known('a', 'Per-Arne Dittelin'), hidden: true }]
    expect(one('Per Arne Dittelin', register)).toMatchObject({ verdict: 'exact', candidates: [{ id: 'a' }] })
  })
  it('takes the organisation of the text to tell namesakes apart, when each of the others belongs elsewhere', () => {
    const [here, there, nowhere] = [
      known('a', 'Linda Hittepå', 'Kansliet för påhitt'),
      known('b', 'Linda Hittepå', 'Departementet för dikt'),
      known('c', 'Linda Hittepå'),
    ]
    const asked = (register: readonly Known[], organisation: string | null) => {
      const match = one('Linda Hittepå', register, organisation)
      return [match?.verdict, ...(match?.candidates.map(({ id }) => id) ?? [])]
    }
    expect(asked([here, there], 'Departementet för dikt')).toEqual(['exact', 'b'])
    expect(asked([here, there], 'Kansliet för påhitt')).toEqual(['exact', 'a'])
    expect(asked([here, there], null)).toEqual(['near', 'a', 'b'])
    expect(asked([here, there], 'Påhittbolaget')).toEqual(['near', 'a', 'b'])
    expect(asked([here, nowhere], 'Kansliet för påhitt')).toEqual(['near', 'a', 'c'])
    expect(asked([here, nowhere], 'Departementet för dikt')).toEqual(['near', 'a', 'c'])
    expect(asked([here, known('d', 'Linda Hittepå', 'Kansliet för påhitt')], 'Kansliet för påhitt')[0]).toBe('near')
  })
  it('asks when two known people bear the name', () => {
    const match = one('Linda Hittepå', [known('a', 'Linda Hittepå'), known('b', 'Linda Hittepå')])
    expect(match?.verdict).toBe('near')
    expect(match?.candidates.map((candidate) => candidate.id)).toEqual(['a', 'b'])
  })
  it('asks when the one known person of the name belongs to other organisations only', () => {
    const register = [known('a', 'Linda Hittepå', 'Kansliet för påhitt')]
    expect(one('Linda Hittepå', register, 'Departementet för dikt')?.verdict).toBe('near')
    expect(one('Linda Hittepå', register, 'Kansliet för påhitt')?.verdict).toBe('exact')
    expect(one('Linda Hittepå', register)?.verdict).toBe('exact')
    expect(one('Linda Hittepå', [known('a', 'Linda Hittepå')], 'Departementet för dikt')?.verdict).toBe('exact')
  })
  it('does not take another spelling of the organisation for another organisation', () => {
    const register = [known('a', 'Linda Hittepå', 'Påhittbolaget AB')]
    expect(one('Linda Hittepå', register, 'Påhitt Bolaget')?.verdict).toBe('exact')
  })
  it('takes several spellings of one person for one person', () => {
    const register = [known('a', 'Elisabet Påhitt'), known('a', 'Elisabeth Påhitt')]
    expect(one('Elisabeth Påhitt', register)).toMatchObject({ verdict: 'exact', candidates: [{ id: 'a' }] })
    expect(one('Elizabeth Påhitt', register)?.candidates).toHaveLength(1)
  })
  it('never links a spelling that is only alike', () => {
    expect(one('Elisabeth Påhitt', [known('a', 'Elisabet Påhitt')])).toMatchObject({
      verdict: 'near',
      candidates: [{ id: 'a', name: 'Elisabet Påhitt', similarity: 0.978 }],
    })
  })
  it('offers at most five candidates, the likest first', () => {
    const register = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => known(id, `Anna Påhittssson${'n'.repeat(1)}`))
    const match = one('Anna Påhittssson', [...register, known('h', 'Anna Påhitsson')])
    expect(match?.candidates).toHaveLength(5)
    expect(match?.candidates[0]?.id).toBe('h')
  })
  it('knows nobody in an empty register', () => {
    expect(one('Anna Påhitt', [])).toEqual({ name: 'Anna Påhitt', verdict: 'none', candidates: [] })
  })
  it('asks about an abbreviation and a legal form of an organisation, and about nothing else', () => {
    const register = [
      known('a', 'Påhittade Kommuner och Regioner'),
      known('b', 'Diktbolaget AB'),
      known('c', 'Region Dikt'),
    ]
    const names = ['PKR', 'Diktbolaget', 'Region Påhitt', 'REGION DIKT'].map((name) => ({ name, organisation: null }))
    const found = matchNames(names, register, 'organisation').map(({ verdict, candidates }) => [
      verdict,
      candidates[0]?.id,
    ])
    expect(found).toEqual([
      ['near', 'a'],
      ['near', 'b'],
      ['none', undefined],
      ['exact', 'c'],
    ])
  })
  it('finds through its index what comparing with everybody finds', () => {
    const first = fc.constantFrom(
      'Anna',
      'Ana',
      'Hanna',
      'Carl',
      'Karl',
      'Åsa',
      'Asa',
      'Elisabeth',
      'Elisabet',
      'Per-Arne',
      'J.',
    )
    const last = fc.constantFrom(
      'Ericsson',
      'Eriksson',
      'Eriksen',
      'Lindqvist',
      'Lindkvist',
      'Lind',
      'Wall',
      'Vall',
      'Björk',
    )
    const name = fc.tuple(first, fc.option(last, { nil: null }), last).map((parts) => parts.filter(Boolean).join(' '))
    fc.assert(
      fc.property(name, fc.uniqueArray(name, { maxLength: 20 }), (wanted, names) => {
        const register = names.map((each, index) => known(String(index), each))
        const match = one(wanted, register)
        const expected = register.filter((each) => nameSimilarity(wanted, each.name) >= 0.8205)
        fc.pre(expected.length <= 5 && match?.verdict !== 'exact')
        const found = match?.candidates.map((each) => each.id) ?? []
        expect(found.toSorted()).toEqual(expected.map((each) => each.id).toSorted())
      }),
    )
  })
})
