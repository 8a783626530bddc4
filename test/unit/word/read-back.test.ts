/** What old minutes say of a decision stands in their document, and comes back when that document is read in. */
import { describe, expect, it } from 'vitest'
import { checkDocument } from '#core/word/check.ts'
import { wordText } from '#core/sources/docx-text.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { linesOf } from './helpers.ts'

async function readIn(app: TestApp, text: string) {
  const { meetings } = await app.call('imports.commit', { name: 'in.txt', text, encoding: 'utf-8' })
  return app.call('meetings.show', { which: meetings[0]?.id ?? '' })
}

async function document(app: TestApp, meetingId: string) {
  const { saved } = await app.call('word.export', { meetingId })
  return app.saved.get(saved ?? '') ?? new Uint8Array()
}

const text = `Protokoll nämnden 2024-05-06

Närvarande: Anna Ek, Bo Alm

§ 1 Öppnande
Mötet öppnades.

§ 2 Motion om cykelvägar (Dnr KS 2023/88)
Kommunfullmäktiges beslut
1. Motionen avslås.
2. Kommunstyrelsen får i uppdrag att återkomma med en cykelplan senast den 1 juni 2024.

§ 3 Avgift [Diarienr 2023-00112]
Avgiften har inte ändrats på tio år.
Styrelsen beslöt enhälligt:
att höja avgiften till 200 kr
att meddela medlemmarna

§ 4 Lokaler, dnr KS/2023:12
Beslut
Nämnden beslutar
att hyra lokalen.
Omröstning begärdes inte.

§ 5 Val
Nämnden beslutar enligt förslaget.
Omröstning begärdes inte.

§ 6 Avslutning
Mötet avslutades.
`

describe('minutes read in, printed and read in again', () => {
  it('keep the registry numbers of items, who decided and how, and the tasks that decisions give', async () => {
    const app = newApp()
    const first = await readIn(app, text)
    expect(first.unplaced).toEqual([])
    expect(first.items.map(({ title, dnr }) => [title, dnr ?? null])).toEqual([
      ['Öppnande', null],
      ['Motion om cykelvägar', 'KS 2023/88'],
      ['Avgift', '2023-00112'],
      ['Lokaler', 'KS/2023:12'],
      ['Val', null],
      ['Avslutning', null],
    ])
    expect(first.items[1]?.actions).toEqual([
      { text: 'återkomma med en cykelplan senast den 1 juni 2024', owner: 'Kommunstyrelsen', due: '2024-06-01' },
    ])
    const bytes = await document(app, first.id)
    expect(checkDocument(bytes, first).map(({ code }) => code)).toEqual([])
    const lines = linesOf(bytes).map(({ style, text: words }) => `${style}: ${words.replaceAll('\u00A0', ' ')}`)
    const after = (heading: string, count: number) => {
      const at = lines.indexOf(`Heading2: ${heading}`)
      return lines.slice(at + 1, at + 1 + count)
    }
    expect(after('Motion om cykelvägar', 3)).toEqual([
      'Normal: Dnr KS 2023/88',
      'Heading3: Kommunfullmäktiges beslut',
      'Beslut: 1. Motionen avslås.',
    ])
    expect(after('Avgift', 6)).toEqual([
      'Normal: Dnr 2023-00112',
      'Normal: Avgiften har inte ändrats på tio år.',
      'Heading3: Beslut',
      'Beslut: Styrelsen beslöt enhälligt',
      'Beslut: att höja avgiften till 200 kr',
      'Beslut: att meddela medlemmarna',
    ])
    const second = await readIn(newApp(), wordText(bytes).text)
    expect(second.unplaced).toEqual([])
    for (const at of [0, 1, 2, 3, 4]) {
      const [one, other] = [first.items[at], second.items[at]]
      expect(other?.title).toBe(one?.title)
      expect(other?.dnr).toBe(one?.dnr)
      expect(other?.blocks).toEqual(one?.blocks)
      expect(other?.decisions).toEqual(one?.decisions)
      expect(other?.actions).toEqual(one?.actions)
    }
  })

  it('keep the registry number in English, too', async () => {
    const app = newApp()
    const english = `Minutes of the Harbour Board
12 June 2023, 10:00-12:30, Room 4

Present: Jane Doe (Chair), Tom Hill

1. Opening
The Chair opened the meeting.

2. Planning (Dnr 2023/77)
The Board resolved to approve the plan.

3. Closing
The meeting closed.
`
    const first = await readIn(app, english)
    expect(first.items[1]).toMatchObject({ title: 'Planning', dnr: '2023/77' })
    const printed = wordText(await document(app, first.id)).text
    expect(printed).toContain('Ref. 2023/77')
    expect((await readIn(newApp(), printed)).items[1]).toMatchObject({ title: 'Planning', dnr: '2023/77' })
  })

  it('undo takes back the registry number with everything else', async () => {
    const app = newApp()
    await readIn(app, text)
    await app.call('history.undo', {})
    expect((await app.call('meetings.list', {})).total).toBe(0)
    await app.call('history.redo', {})
    expect((await app.call('meetings.show', { which: 'latest' })).items[1]?.dnr).toBe('KS 2023/88')
  })
})
