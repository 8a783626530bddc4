import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyType, organisationType, partyRole } from '#contract/reading.ts'
import { nameKind, registerKind } from '#contract/register.ts'
import { actsOf } from '../../../../renderer/features/register/acts.ts'
import { chosenEntry } from '../../../../renderer/features/register/entry-field.tsx'
import {
  lineOf,
  longestSum,
  moneyLines,
  mostSums,
  nameKinds,
  rolesFor,
  sumsOf,
} from '../../../../renderer/features/register/form-rules.ts'
import { bodyTypes, organisationTypes } from '../../../../renderer/i18n/type-words.ts'

const amounts = fc.array(
  fc.record({
    text: fc.stringMatching(/^[a-zåäö0-9][a-zåäö0-9 ]{0,20}[a-zåäö0-9]$/u).map((one) => one.replace(/ +/gu, ' ')),
    sek: fc.option(fc.integer({ min: 0, max: 1e12 })),
  }),
  { maxLength: 8 },
)

describe('sums of money in a field', () => {
  it('come back as they were, figures and all, when nothing was typed', () => {
    fc.assert(
      fc.property(amounts, (before) => {
        expect(sumsOf(moneyLines(before), before)).toEqual(before)
      }),
    )
  })

  it('keep the figure of words that stood before, and leave new words to be reckoned', () => {
    const before = [{ sek: 3_700_000, text: '3,7 miljoner kr' }]
    expect(sumsOf(' 40 mnkr  per år \n\n3,7 miljoner kr\n3,7 miljoner kr', before)).toEqual([
      { text: '40 mnkr per år' },
      { text: '3,7 miljoner kr', sek: 3_700_000 },
      { text: '3,7 miljoner kr' },
    ])
    expect(sumsOf(' \n', before)).toEqual([])
  })

  it('are refused where they are more, or longer, than an assignment takes', () => {
    expect(sumsOf('1 kr\n'.repeat(mostSums), [])).toHaveLength(mostSums)
    expect(sumsOf('1 kr\n'.repeat(mostSums + 1), [])).toBeNull()
    expect(sumsOf('x'.repeat(longestSum + 1), [])).toBeNull()
  })
})

describe('the parts somebody can have', () => {
  it('are those of an assignment or of an event, and whatever a text gave', () => {
    expect(rolesFor('assignment', null)).not.toContain('organiser')
    expect(rolesFor('event', null)).not.toContain('charged')
    for (const of of ['assignment', 'event'] as const)
      for (const role of partyRole.options) {
        const roles = rolesFor(of, role)
        expect(roles).toContain(role)
        expect(new Set(roles).size).toBe(roles.length)
      }
  })

  it('are together every part there is', () => {
    const all = [...rolesFor('assignment', null), ...rolesFor('event', null)]
    expect([...new Set(all)].toSorted()).toEqual([...partyRole.options].toSorted())
  })
})

describe('a field', () => {
  it('gives the chosen entry, a new name without stray spaces, or nobody', () => {
    expect(chosenEntry({ id: 'x', text: 'Skenverket' })).toEqual({ id: 'x' })
    expect(chosenEntry({ id: null, text: '  Ny   Påhitt ' })).toEqual({ name: 'Ny Påhitt' })
    expect(chosenEntry({ id: null, text: ' ' })).toBeNull()
    expect([lineOf('  '), lineOf(' 2.2 ')]).toEqual([null, '2.2'])
  })
})

describe('the lists of types and names', () => {
  it('are the contract’s own', () => {
    expect([organisationTypes, bodyTypes, nameKinds]).toEqual([
      organisationType.options,
      bodyType.options,
      nameKind.options,
    ])
  })
})

describe('what can be done on a page', () => {
  it('is something on every kind of page, each with a name of its own', () => {
    for (const kind of registerKind.options) {
      const ids = actsOf(kind, null).map(({ id }) => id)
      expect(ids.length).toBeGreaterThan(0)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).not.toContain('change')
    }
  })

  it('begins with changing the entry where a form does that', () => {
    const event = {
      id: '0',
      title: 'x',
      from: null,
      to: null,
      basis: 'unknown' as const,
      asWritten: null,
      venue: null,
      role: null,
      bodyId: null,
      body: null,
      meetingId: null,
      parties: [],
      merged: [],
      evidence: [],
    }
    expect(actsOf('event', { form: 'event', event }).map(({ id }) => id)).toEqual(['change', 'part', 'same'])
  })
})
