import { describe, expect, test } from 'vitest'
import type { Network } from '#contract/network.ts'
import {
  buildModel,
  busiest,
  filterModel,
  loneNodes,
  neighbours,
  part,
  walk,
  within,
} from '../../../renderer/features/network/model.ts'
import { markNames } from '../../../renderer/features/network/words.ts'

const at = (id: string, kind: Network['nodes'][number]['kind'], x: number, y: number) =>
  ({ id, kind, label: id, x, y, pinned: false, degree: 0 }) as const
const tie = (from: string, to: string, dated = true) =>
  ({ id: `${from}-${to}`, kind: 'attended', from, to, label: null, dated }) as const

/** A meeting with people above, to the right and below; the right one also has an organisation. */
const network: Network = {
  nodes: [
    at('up', 'person', 0, -100),
    at('right', 'person', 100, 0),
    at('down', 'person', 0, 100),
    at('meeting', 'meeting', 0, 0),
    at('firm', 'organisation', 200, 0),
    at('alone', 'organisation', 500, 500),
  ],
  ties: [tie('up', 'meeting'), tie('right', 'meeting'), tie('down', 'meeting'), tie('right', 'firm', false)],
}
const model = buildModel(network)

describe('the map’s model', () => {
  test('a tie to a node that is not there is left out', () => {
    const broken = buildModel({ ...network, ties: [...network.ties, tie('up', 'nobody')] })
    expect(broken.ties.size).toBe(4)
  })

  test('neighbours come clockwise from straight up', () => {
    expect(neighbours(model, 'meeting').map(({ id }) => id)).toEqual(['up', 'right', 'down'])
  })

  test('filters take a kind with its ties, or the undated ties alone', () => {
    const noMeetings = filterModel(model, { hidden: new Set(['meeting']), datedOnly: false, lone: true })
    expect([...noMeetings.ties.keys()]).toEqual(['right-firm'])
    const dated = filterModel(model, { hidden: new Set(), datedOnly: true, lone: false })
    expect([dated.nodes.size, dated.ties.size]).toEqual([4, 3])
  })

  test('nodes without a visible tie go, whatever hides their ties, and come back when asked for', () => {
    const all = { hidden: new Set<never>(), datedOnly: false }
    expect([...loneNodes(model, all)]).toEqual(['alone'])
    expect([...filterModel(model, { ...all, lone: false }).nodes.keys()]).not.toContain('alone')
    expect(filterModel(model, { ...all, lone: true })).toBe(model)
    const hidden = new Set(['meeting'] as const)
    expect([...loneNodes(model, { hidden, datedOnly: false })]).toEqual(['up', 'down', 'alone'])
    const shown = filterModel(model, { hidden, datedOnly: false, lone: false })
    expect([...shown.nodes.keys()]).toEqual(['right', 'firm'])
    expect(filterModel(shown, { hidden, datedOnly: false, lone: false }).nodes.size).toBe(2)
    expect(filterModel(model, { hidden, datedOnly: false, lone: true }).nodes.size).toBe(5)
    expect([...loneNodes(model, { ...all, datedOnly: true })]).toEqual(['firm', 'alone'])
  })

  test('where nothing visible is tied all nodes are there to see', () => {
    const hidden = new Set(['meeting', 'organisation'] as const)
    expect(loneNodes(model, { hidden, datedOnly: false }).size).toBe(0)
    expect(filterModel(model, { hidden, datedOnly: false, lone: false }).nodes.size).toBe(3)
  })

  test('within counts steps along ties', () => {
    expect([...within(model, 'up', 1)]).toEqual(['up', 'meeting'])
    expect(within(model, 'up', 2).has('firm')).toBe(false)
    expect(within(model, 'up', 3).has('firm')).toBe(true)
  })

  test('every neighbour can be reached by keys, and the way back is the way there', () => {
    expect(walk(model, [], 'next')).toEqual(['meeting'])
    const first = walk(model, ['meeting'], 'next')
    expect(first).toEqual(['meeting', 'up'])
    const second = walk(model, ['meeting', 'up'], 'next')
    expect(second).toEqual(['meeting', 'right'])
    expect(walk(model, ['meeting', 'up'], 'previous')).toEqual(['meeting', 'down'])
    const further = walk(model, ['meeting', 'right'], 'further')
    expect(further).toEqual(['meeting', 'right', 'firm'])
    expect(walk(model, ['meeting', 'right', 'firm'], 'back')).toEqual(['meeting', 'right'])
    expect(walk(model, ['meeting', 'up'], 'further')).toBeNull()
    expect(walk(model, ['alone'], 'next')).toBeNull()
    expect(walk(buildModel({ nodes: [], ties: [] }), [], 'next')).toBeNull()
  })

  test('a chosen node that a filter took away starts the walk anew', () => {
    const shown = filterModel(model, { hidden: new Set(['organisation']), datedOnly: false, lone: true })
    expect(walk(shown, ['firm'], 'next')).toEqual(['meeting'])
  })

  test('a part holds what is nearest, up to its size', () => {
    expect(busiest(model)?.id).toBe('meeting')
    const small = part(model, 'meeting', 3)
    expect(small.nodes.size).toBe(3)
    expect(small.nodes.has('meeting')).toBe(true)
    expect(part(model, 'meeting', 50).nodes.size).toBe(5)
  })
})

describe('names in quoted words', () => {
  const marked = (text: string, names: string[]) =>
    markNames(text, names)
      .filter((piece) => piece.marked)
      .map((piece) => piece.text)

  test('each name is marked as it stands, the longest first, never inside a word', () => {
    expect(marked('1. Asta Påhitt, Prov; asta påhitt', ['Asta', 'Asta Påhitt'])).toEqual(['Asta Påhitt', 'asta påhitt'])
    expect(marked('Provverket och Prov', ['Prov'])).toEqual(['Prov'])
    expect(marked('Åke och Råkeby', ['åke'])).toEqual(['Åke'])
  })

  test('nothing of the text is lost, whatever the names hold', () => {
    for (const names of [[], [''], ['('], ['a.c', '$1'], ['\\']]) {
      const text = 'Ett (litet) prov: a.c och abc \\ $1'
      expect(
        markNames(text, names)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }
    expect(marked('abc a.c', ['a.c'])).toEqual(['a.c'])
  })
})
