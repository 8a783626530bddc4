import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { Network } from '#contract/network.ts'
import { palettes } from '#core/network/palette.ts'
import { networkSvg } from '#core/network/svg.ts'
import { inventedNetwork } from './invented.ts'

const texts = {
  kinds: { person: 'Person', organisation: 'Organisation', body: 'Grupp', meeting: 'Möte', theme: 'Område' },
  ties: {
    attended: 'deltog',
    represents: 'företräder',
    role: 'uppdrag',
    held: 'höll',
    under: 'hör till',
    focus: 'arbetar med',
    assigned: 'uppdrag för',
    related: 'samband',
  },
  dated: 'med datum',
  undated: 'utan datum',
  empty: 'Inget att visa',
}
const draw = (network: Network, title = 'Karta', description = 'En karta') =>
  networkSvg(network, { texts, palette: palettes.light, title, description, language: 'sv' })

/** Element names with attributes and text, in document order; throws when the document is not well-formed. */
function parse(svg: string) {
  const parser = new SaxesParser({ xmlns: true })
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = []
  const open: typeof elements = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const element = { name, attributes: values, text: '' }
    elements.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(svg).close()
  return elements
}

describe('the network as SVG', () => {
  test('it is well-formed and says every name, whatever the names are', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '</svg><script>alert(1)</script>',
        ']]>',
        '"><image href=x onerror=alert(1)>',
        '\ud800',
        '\u0000',
        '&amp;',
      ),
    )
    fc.assert(
      fc.property(hostile, hostile, hostile, (one, two, title) => {
        const svg = draw(
          {
            nodes: [
              { id: 'a', kind: 'person', label: one, x: 0, y: 0, pinned: false, degree: 1 },
              { id: 'b', kind: 'meeting', label: two, x: 90, y: 40, pinned: false, degree: 1 },
            ],
            ties: [{ id: 't', kind: 'attended', from: 'a', to: 'b', label: title, dated: false }],
          },
          title,
          two,
        )
        const names = new Set(parse(svg).map(({ name }) => name))
        expect(
          [...names].every((name) =>
            ['svg', 'title', 'desc', 'rect', 'g', 'line', 'circle', 'path', 'text'].includes(name),
          ),
        ).toBe(true)
      }),
    )
  })

  test('it carries a role, a title, a description and its language', () => {
    const [svg, title, desc] = parse(draw(inventedNetwork(), 'Nätverket', 'Möte med 33 personer'))
    expect(svg?.attributes).toMatchObject({ role: 'img', 'xml:lang': 'sv', 'aria-labelledby': 'title desc' })
    expect(title).toMatchObject({ name: 'title', text: 'Nätverket' })
    expect(desc).toMatchObject({ name: 'desc', text: 'Möte med 33 personer' })
  })

  test('each node is a group with its name, each undated tie dashed, each kind in the legend', () => {
    const network = inventedNetwork()
    const elements = parse(draw(network))
    const titles = elements.filter(({ name }) => name === 'title').map(({ text }) => text)
    for (const { label, kind } of network.nodes) {
      expect(titles.some((text) => text.startsWith(`${label}, ${texts.kinds[kind]}`))).toBe(true)
    }
    const dashed = elements.filter(({ name, attributes }) => name === 'line' && attributes['stroke-dasharray'])
    expect(dashed).toHaveLength(network.ties.filter(({ dated }) => !dated).length)
    const said = elements.filter(({ name }) => name === 'text').map(({ text }) => text)
    for (const word of [...Object.values({ ...texts.kinds, theme: texts.dated }), texts.dated, texts.undated])
      expect(said).toContain(word)
  })

  test('names stand whole, and the legend draws each kind as the picture does', () => {
    const name = 'Samarbetsrådet för flygande städdon, vindkraft och skaftvirke'
    const network = inventedNetwork()
    const [first, ...rest] = network.nodes
    if (first === undefined) throw new Error('nobody')
    const elements = parse(draw({ ...network, nodes: [{ ...first, label: name }, ...rest] }))
    const said = elements.filter((element) => element.name === 'text').map(({ text }) => text)
    expect(said).toContain(name)
    expect(said.filter((text) => text.includes('…'))).toEqual([])
    const shapes = elements.filter(({ attributes }) => attributes['stroke-width'] === '1.8')
    const kinds = ['person', 'organisation', 'body'] as const
    for (const kind of kinds) {
      const color = palettes.light.kinds[kind]
      const drawn = shapes.filter(({ attributes }) => attributes['stroke'] === color)
      // One for each node and one more in the legend, none of them filled with its colour.
      expect(drawn).toHaveLength(network.nodes.filter((node) => node.kind === kind).length + 1)
      expect(elements.filter(({ attributes }) => attributes['fill'] === color)).toEqual([])
    }
  })

  test('an empty network says so and is still a picture', () => {
    const elements = parse(draw({ nodes: [], ties: [] }))
    expect(elements.some(({ text }) => text === texts.empty)).toBe(true)
    expect(elements[0]?.attributes['viewBox']).not.toContain('NaN')
  })

  test('its colours are the interface’s tokens', () => {
    const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8')
    const token = (name: string) => {
      const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? []
      return { light, dark }
    }
    for (const theme of ['light', 'dark'] as const) {
      const { surface, text, quietText, tie, kinds } = palettes[theme]
      expect({ surface, text, quietText, tie }).toEqual({
        surface: token('bg-surface')[theme],
        text: token('text-1')[theme],
        quietText: token('text-2')[theme],
        tie: token('line-control')[theme],
      })
      for (const [kind, color] of Object.entries(kinds)) expect(color).toBe(token(`kind-${kind}`)[theme])
    }
  })
})
