/** Somebody who acts in the text and is put on the list: what the list, the document, the map and its picture say of them. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { palettes } from '#core/network/palette.ts'
import { networkSvg } from '#core/network/svg.ts'
import sv from '#assets/locales/sv/ui/network.json' with { type: 'json' }
import { readPackage } from '#core/word/package.ts'
import { newApp, root, type TestApp } from '../helpers/app.ts'

const twin = readFileSync(new URL('test/fixtures/minutes/twin.txt', root), 'utf8')

async function withGuests(): Promise<{ app: TestApp; id: string }> {
  const app = newApp()
  await app.call('imports.commit', { name: 'tvilling', text: twin, encoding: 'utf-8' })
  const [{ id } = { id: '' }] = (await app.call('meetings.list', {})).meetings
  const { findings } = await app.call('review.list', { meetingId: id })
  for (const { code, key } of findings)
    if (code === 'actor-not-listed') await app.call('review.answer', { meetingId: id, key, answer: 'accept' })
  return { app, id }
}

describe('two who present and were not listed', () => {
  it('are guests in the words of the source, with their title', async () => {
    const { app, id } = await withGuests()
    const guests = (await app.call('meetings.get', { id })).attendance.slice(31)
    expect(guests.map((one) => [one.name, one.capacity, one.organisation, one.asWritten])).toEqual([
      ['Fabiola Drakström', 'gäst', 'Luftkastellet Export', 'Fabiola Drakström från Luftkastellet Export'],
      ['Hjalmar Segelqvist', 'gäst, VD', 'Vindsnurra Invest', 'Hjalmar Segelqvist, VD Vindsnurra Invest'],
    ])
    for (const { asWritten } of guests) expect(twin).toContain(asWritten)
    const { fileName } = await app.call('word.export', { meetingId: id })
    const lines = readPackage(app.saved.get(fileName) ?? new Uint8Array()).body.paragraphs.map(({ text }) =>
      text.replaceAll('\u00a0', ' '),
    )
    expect(lines.slice(lines.indexOf('Gäster') + 1, lines.indexOf('Gäster') + 3)).toEqual([
      'Fabiola Drakström, Luftkastellet Export, punkt 4',
      'Hjalmar Segelqvist, VD, Vindsnurra Invest, punkt 4',
    ])
  })

  it('are guests of the meeting and speak for their organisations: nobody is a guest of those', async () => {
    const { app } = await withGuests()
    const network = await app.call('network.get', {})
    const labels = new Map(network.nodes.map((node) => [node.id, node.label]))
    const of = (name: string) =>
      network.ties
        .filter(({ from }) => labels.get(from) === name)
        .map(({ kind, to, label }) => [kind, labels.get(to), label])
    const meeting = network.nodes.find(({ kind }) => kind === 'meeting')?.label
    expect(of('Fabiola Drakström')).toEqual([
      ['attended', meeting, 'gäst'],
      ['represents', 'Luftkastellet Export', null],
    ])
    expect(of('Hjalmar Segelqvist')).toEqual([
      ['attended', meeting, 'gäst, VD'],
      ['represents', 'Vindsnurra Invest', 'VD'],
    ])
    expect(of('Annika Sandskopa')).toContainEqual(['represents', 'AstroBorst', null])
    const { kinds, ties } = sv
    const texts = { kinds, ties, dated: sv.legend.dated, undated: sv.legend.undated, empty: sv.empty }
    const about = { title: 'Karta', description: 'Karta', language: 'sv' }
    const svg = networkSvg(network, { texts, palette: palettes.light, ...about })
    expect(svg).toContain('Fabiola Drakström – Luftkastellet Export: företräder')
    expect(svg).not.toContain('Luftkastellet Export: gäst')
    expect(svg).not.toContain('Luftkastellet Export (gäst')
  })

  it('go from the list again when the answer is taken back', async () => {
    const { app, id } = await withGuests()
    const { findings } = await app.call('review.list', { meetingId: id })
    for (const { code, key } of findings)
      if (code === 'actor-not-listed') await app.call('review.answer', { meetingId: id, key, answer: 'open' })
    expect((await app.call('meetings.get', { id })).attendance).toHaveLength(31)
  })
})
