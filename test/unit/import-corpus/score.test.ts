import { describe, expect, test } from 'vitest'
import { readLabel } from './expected.ts'
import type { ExpectedMeeting } from './expected.ts'
import { nothingFound } from './scored.ts'
import type { ScoredMeeting } from './scored.ts'
import { scoreMeeting } from './score.ts'
import { f1 } from './tally.ts'

const person = { listNumber: null, capacity: null, organisation: null, status: 'present', mode: 'unknown', items: null }
const head = {
  kind: 'protokoll',
  date: '2024-05-02',
  form: null,
  place: null,
  start: null,
  end: null,
  dnr: null,
  body: null,
  chair: null,
  secretary: null,
  adjusters: [],
  nextMeeting: null,
}

function label(change: Partial<ExpectedMeeting>): ExpectedMeeting {
  return { ...head, items: [], participants: [], notListed: [], ...change }
}

function found(change: Partial<ScoredMeeting>): ScoredMeeting {
  return { ...nothingFound, ...head, ...change }
}

const item = (number: string | null, title: string, decisions: string[] = []): ScoredMeeting['items'][number] => ({
  number,
  title,
  decisions: decisions.map((text) => ({ text })),
  actions: [],
})

describe('the scorer of imported minutes', () => {
  test('takes texts as equal whatever their dashes, quotes, case and final marks', () => {
    const score = scoreMeeting(
      label({ items: [{ number: '3', title: '”Nya” regler – en översikt', decisions: [], actions: [] }] }),
      found({ items: [item('3', '"nya" regler - en översikt.')] }),
    )
    expect(score.items).toMatchObject({ hit: 1, missed: 0, extra: 0 })
  })

  test('counts an item with a wrong number as missed and as invented', () => {
    const score = scoreMeeting(
      label({ items: [{ number: '3', title: 'Ekonomi', decisions: [], actions: [] }] }),
      found({ items: [item('4', 'Ekonomi')] }),
    )
    expect(score.items).toMatchObject({ hit: 0, missed: 1, extra: 1 })
  })

  test('takes the sentence around a decision only where the label says that it stands in one', () => {
    const decision = { text: 'att avslå motionen' }
    const sentence = 'Nämnden beslutade att avslå motionen.'
    const actual = found({ items: [item('1', 'Motion', [sentence])] })
    const strict = label({ items: [{ number: '1', title: 'Motion', decisions: [decision], actions: [] }] })
    const inline = label({
      items: [{ number: '1', title: 'Motion', decisions: [{ ...decision, inline: true }], actions: [] }],
    })
    expect(scoreMeeting(strict, actual).decisions).toMatchObject({ hit: 0, missed: 1, extra: 1 })
    expect(scoreMeeting(inline, actual).decisions).toMatchObject({ hit: 1, missed: 0, extra: 0 })
  })

  test('sees a decision that stands under the wrong item', () => {
    const score = scoreMeeting(
      label({
        items: [
          { number: '1', title: 'Budget', decisions: [{ text: 'att godkänna' }], actions: [] },
          { number: '2', title: 'Val', decisions: [], actions: [] },
        ],
      }),
      found({ items: [item('1', 'Budget'), item('2', 'Val', ['att godkänna'])] }),
    )
    expect(score.decisions.hit).toBe(1)
    expect(score.decisionPlace).toMatchObject({ hit: 0, missed: 1 })
  })

  test('lets an optional decision be found or not', () => {
    const items = [{ number: '1', title: 'Val', decisions: [{ text: 'att välja Mio', optional: true }], actions: [] }]
    for (const decisions of [[], ['att välja Mio']]) {
      const score = scoreMeeting(label({ items }), found({ items: [item('1', 'Val', decisions)] }))
      expect(f1(score.decisions)).toBe(1)
    }
  })

  test('chooses the better of two readings of a list of decisions', () => {
    const decisions = { any: [[{ text: 'att köpa och att sälja' }], [{ text: 'att köpa' }, { text: 'att sälja' }]] }
    const score = scoreMeeting(
      label({ items: [{ number: '1', title: 'Affär', decisions, actions: [] }] }),
      found({ items: [item('1', 'Affär', ['att köpa', 'att sälja'])] }),
    )
    expect(score.decisions).toMatchObject({ hit: 2, missed: 0, extra: 0 })
  })

  test('judges capacity, organisation and marks only of people who were found', () => {
    const score = scoreMeeting(
      label({
        participants: [
          { ...person, name: 'Ada Exempel', capacity: 'kassör' },
          { ...person, name: 'Bo Prov' },
        ],
      }),
      found({ participants: [{ ...person, name: 'Ada Exempel', capacity: 'sekreterare' }] }),
    )
    expect(score.participants).toMatchObject({ hit: 1, missed: 1, extra: 0 })
    expect(score.capacities).toMatchObject({ hit: 0, missed: 1 })
    expect(score.status).toMatchObject({ hit: 1, missed: 0 })
  })

  test('takes null as the only right answer where the text says nothing', () => {
    const score = scoreMeeting(label({}), found({ place: 'Rådhuset' }))
    expect(score.place).toMatchObject({ hit: 0, missed: 0, extra: 1 })
  })

  test('does not count what the text leaves open and the importer too, and tells a miss from an invention', () => {
    const people = [
      { ...person, name: 'Ada Exempel', items: '3–5' },
      { ...person, name: 'Bo Prov' },
    ]
    const none = scoreMeeting(
      label({ participants: people }),
      found({ participants: people.map((one) => ({ ...one, items: null })) }),
    )
    expect(none.itemMarks).toMatchObject({ hit: 0, missed: 1, extra: 0 })
    const all = scoreMeeting(
      label({ participants: people }),
      found({ participants: people.map((one) => ({ ...one, items: '3-5' })) }),
    )
    expect(all.itemMarks).toMatchObject({ hit: 1, missed: 0, extra: 1 })
  })

  test('allows a stranger the label leaves open and counts one it does not know', () => {
    const actual = found({ notListed: ['Ada Exempel från Provbolaget', 'Bo Prov', 'Cy Test'] })
    const score = scoreMeeting(label({ notListed: ['Ada Exempel'], notListedOptional: ['Bo Prov'] }), actual)
    expect(score.notListed).toMatchObject({ hit: 1, missed: 0, extra: 1 })
  })

  test('reads a label of a refused text as null and refuses an unknown field', () => {
    expect(readLabel('{"refused": true}')).toBeNull()
    expect(() => readLabel('{"refused": true, "kind": "protokoll"}')).toThrow()
  })
})
