import { describe, expect, it } from 'vitest'
import type { Network } from '#contract/network.ts'
import { newApp, type TestApp } from '../helpers/app.ts'

const minutes = `Minnesanteckningar från Påhittsrådet den 3 mars 2031

1 Öppnande

Anna Dittelin öppnade mötet.

Närvarande

1. Anna Dittelin, ordförande
2. Per-Arne Hittepå, VD, Påhittbolaget

Frånvarande

3. Karl Dikt, Diktbolaget
`

async function imported(app: TestApp, text = minutes) {
  await app.call('imports.commit', { name: 'mars.txt', text, encoding: 'utf-8' })
}
const named = (network: Network, label: string) => network.nodes.find((node) => node.label === label)
const places = (network: Network) => new Map(network.nodes.map(({ id, x, y, pinned }) => [id, { x, y, pinned }]))

/** Ties as "from kind to: label". */
function spoken({ nodes, ties }: Network): string[] {
  const labels = new Map(nodes.map((node) => [node.id, node.label]))
  return ties.map(({ kind, from, to, label }) => `${labels.get(from)} ${kind} ${labels.get(to)}: ${label}`).toSorted()
}

describe('the network', () => {
  it('grows from the minutes, with nobody at a meeting they were away from', async () => {
    const app = newApp()
    await imported(app)
    const network = await app.call('network.get', {})
    expect(spoken(network)).toEqual([
      'Anna Dittelin attended 2031-03-03 Påhittsrådet: ordförande',
      'Karl Dikt represents Diktbolaget: null',
      'Per-Arne Hittepå attended 2031-03-03 Påhittsrådet: VD',
      'Per-Arne Hittepå represents Påhittbolaget: VD',
      'Påhittsrådet held 2031-03-03 Påhittsrådet: null',
    ])
    expect(network.ties.every((tie) => tie.dated)).toBe(true)
    expect(named(network, 'Per-Arne Hittepå')?.degree).toBe(2)
    expect(network.nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
  })

  it('is empty in an empty workspace', async () => {
    const app = newApp()
    expect(await app.call('network.get', {})).toEqual({ nodes: [], ties: [] })
  })

  it('stands where it stood, also when somebody new comes', async () => {
    const app = newApp()
    await imported(app)
    const before = places(await app.call('network.get', {}))
    expect(places(await app.call('network.get', {}))).toEqual(before)
    await imported(app, minutes.replace('3 mars', '7 april').replace('Karl Dikt', 'Eva Nykommen'))
    const after = places(await app.call('network.get', {}))
    expect(after.size).toBeGreaterThan(before.size)
    for (const [id, place] of before) expect(after.get(id)).toEqual(place)
  })

  it('gives new nodes places without a step to undo', async () => {
    const app = newApp()
    await imported(app)
    await app.call('network.get', {})
    expect((await app.call('history.state', {})).undo?.method).toBe('imports.commit')
  })

  it('answers each tie with the line that says it', async () => {
    const app = newApp()
    await imported(app)
    const { ties } = await app.call('network.get', {})
    const lines = minutes.split('\n')
    for (const { id, kind } of ties) {
      const { evidence } = await app.call('network.evidence', { tieId: id })
      expect(evidence).toHaveLength(1)
      const [{ line, quote, sourceName } = { line: null, quote: '', sourceName: '' }] = evidence
      expect(lines[(line ?? 0) - 1]).toBe(quote)
      expect(sourceName).toBe('mars.txt')
      expect(quote.startsWith('Minnesanteckningar')).toBe(kind === 'held')
    }
  })

  it('answers a tie of a meeting written here with what was written', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', {
      title: 'Årsmöte',
      kind: 'protokoll',
      date: null,
      body: 'Diktföreningen',
    })
    const held = await app.call('network.evidence', { tieId: `held:${id}` })
    expect(held.evidence).toMatchObject([{ quote: 'Årsmöte', line: null, sourceId: null, meetingDate: null }])
    const { nodes, ties } = await app.call('network.get', {})
    expect(nodes.find((node) => node.kind === 'meeting')?.label).toBe('Diktföreningen')
    expect(ties.map((tie) => tie.dated)).toEqual([false])
  })

  it('ties whoever acts in a block to the meeting, and has their words behind the tie', async () => {
    const app = newApp()
    await imported(app)
    const { id } = (await app.call('meetings.list', { limit: 1 })).meetings[0] ?? { id: '' }
    const view = await app.call('meetings.get', { id })
    const item = view.items[0]
    const person = (name: string) => view.attendance.find((one) => one.name === name)?.personId ?? null
    const { id: elsewhere } = await app.call('meetings.create', {
      title: 'x',
      kind: 'protokoll',
      date: null,
      body: null,
    })
    const own = { capacity: null, organisation: null, group: null, mode: 'room' as const, items: null }
    await app.call('attendance.add', { meetingId: elsewhere, name: 'Eva Utanför', status: 'absent', ...own })
    const outsider = (await app.call('meetings.get', { id: elsewhere })).attendance[0]?.personId ?? null
    const block = (
      kind: 'presentation' | 'motion' | 'dissent' | 'recusal',
      role: 'presenter' | 'mover' | 'dissenter' | 'recused',
      name: string,
      personId: string | null,
    ) => ({
      op: 'put' as const,
      paragraphId: crypto.randomUUID(),
      kind,
      text: `${name}: ${kind}.`,
      base: null,
      people: [{ id: crypto.randomUUID(), role, personId, name, choice: null }],
    })
    const operations = [
      block('presentation', 'presenter', 'Per-Arne Hittepå', person('Per-Arne Hittepå')),
      block('motion', 'mover', 'Eva Utanför', outsider),
      block('dissent', 'dissenter', 'Eva Utanför', outsider),
      block('recusal', 'recused', 'Anna Dittelin', person('Anna Dittelin')),
      // Those whom the list has as absent were not there, whatever a block says.
      block('motion', 'mover', 'Karl Dikt', person('Karl Dikt')),
    ]
    await app.call('items.saveText', {
      id: item?.id ?? '',
      operations,
      order: [...(item?.paragraphs ?? []).map((one) => one.id), ...operations.map(({ paragraphId }) => paragraphId)],
    })
    const network = await app.call('network.get', {})
    expect(spoken(network).filter((words) => words.includes(' attended '))).toEqual([
      'Anna Dittelin attended 2031-03-03 Påhittsrådet: ordförande',
      'Eva Utanför attended 2031-03-03 Påhittsrådet: null',
      'Per-Arne Hittepå attended 2031-03-03 Påhittsrådet: VD',
    ])
    const behind = async (name: string) => {
      const from = named(network, name)?.id
      const tieId = network.ties.find((tie) => tie.kind === 'attended' && tie.from === from)?.id ?? ''
      return (await app.call('network.evidence', { tieId })).evidence
    }
    expect(await behind('Eva Utanför')).toMatchObject([
      { quote: 'Eva Utanför: motion.', itemId: item?.id, itemNumber: '1', meetingId: id },
      { quote: 'Eva Utanför: dissent.', itemId: item?.id },
    ])
    expect((await behind('Per-Arne Hittepå')).map(({ quote }) => quote)).toEqual([
      '2. Per-Arne Hittepå, VD, Påhittbolaget',
      'Per-Arne Hittepå: presentation.',
    ])
    expect(await behind('Anna Dittelin')).toHaveLength(1)
  })

  it.each([
    'attended:x',
    'contributed:a:b',
    'officer:x',
    'represents:a:b',
    'role:x',
    'held:x',
    'under:x',
    'other:x',
    '',
    ':',
  ])('knows no tie %j', async (tieId) => {
    expect(await newApp().refused('network.evidence', { tieId })).toBe('entity.not-found')
  })
})

describe('positions', () => {
  it('put by hand stay and are marked, and moving can be undone', async () => {
    const app = newApp()
    await imported(app)
    const before = await app.call('network.get', {})
    const { id = '', x, y } = named(before, 'Anna Dittelin') ?? {}
    await app.call('network.move', { positions: [{ id, x: -300.5, y: 12 }] })
    expect(places(await app.call('network.get', {})).get(id)).toEqual({ x: -300.5, y: 12, pinned: true })
    await app.call('history.undo', {})
    expect(places(await app.call('network.get', {})).get(id)).toEqual({ x, y, pinned: false })
  })

  it('are refused for what is not on the map, all of them', async () => {
    const app = newApp()
    await imported(app)
    const before = places(await app.call('network.get', {}))
    const [known = ''] = before.keys()
    const moved = [known, crypto.randomUUID()].map((id) => ({ id, x: 1, y: 1 }))
    expect(await app.refused('network.move', { positions: moved })).toBe('entity.not-found')
    expect(places(await app.call('network.get', {}))).toEqual(before)
  })

  it('are all forgotten by a new layout, which can be undone', async () => {
    const app = newApp()
    await imported(app)
    const first = await app.call('network.get', {})
    await app.call('network.move', { positions: first.nodes.map(({ id }, index) => ({ id, x: index * 1000, y: 5 })) })
    const byHand = places(await app.call('network.get', {}))
    await app.call('network.relayout', {})
    expect(places(await app.call('network.get', {}))).toEqual(places(first))
    await app.call('history.undo', {})
    expect(places(await app.call('network.get', {}))).toEqual(byHand)
  })
})

describe('the picture', () => {
  it.each([
    ['sv', 'light', 'kansli-karta.svg', '3 personer'],
    ['en', 'dark', 'kansli-map.svg', '3 people'],
  ] as const)('is saved in %s, %s, as %s', async (language, theme, file, words) => {
    const app = newApp()
    await imported(app)
    expect(await app.call('network.svg', { language, theme })).toEqual({ saved: file })
    const svg = new TextDecoder().decode(app.saved.get(file))
    expect(svg).toContain(words)
    expect(svg).toContain('Per-Arne Hittepå')
    expect(svg).not.toContain('{{')
  })

  it('of an empty network says that there is nothing yet', async () => {
    const app = newApp()
    await app.call('network.svg', { language: 'sv' })
    expect(new TextDecoder().decode(app.saved.get('kansli-karta.svg'))).toContain('ännu inget')
  })
})
