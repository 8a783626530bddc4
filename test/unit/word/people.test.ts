/** Who took part, as formal minutes tell it. */
import { describe, expect, it } from 'vitest'
import type { MeetingJson } from '#contract/minutes.ts'
import { checkDocument } from '#core/word/check.ts'
import { newApp } from '../../helpers/app.ts'
import { build, emptyMeeting, linesOf, person } from './helpers.ts'

type People = MeetingJson['participants']
const board: People = [
  person('Ulla Påhitt', { capacity: 'ordförande', organisation: 'S' }),
  person('Lena Sken', { capacity: '1:e vice ordförande', organisation: 'M' }),
  person('Bo Låtsas', { capacity: 'beslutande', organisation: 'LOK' }),
  person('Ada Hittepå', { capacity: 'tjänstgörande ersättare', organisation: 'V', group: 2, mode: 'remote' }),
  person('Ove Sägen', { capacity: 'ersättare', organisation: 'L', group: 3, items: '3–5' }),
  person('Siv Saga', { capacity: 'nämndsekreterare', group: 4 }),
  person('Per Fabel', { capacity: 'förvaltningschef', organisation: 'SKR', group: 4 }),
  person('Hans Gäst', { capacity: 'gäst, VD', organisation: 'Provbolaget', group: 5 }),
  person('Ines Borta', { organisation: 'C', group: 6, status: 'absent' }),
]
const formal = (participants: People, more: Partial<MeetingJson> = {}): MeetingJson => ({
  ...emptyMeeting,
  kind: 'protokoll',
  title: 'Påhittsnämnden',
  participants,
  ...more,
})

/** The lines of the list, headings with their level. */
async function printed(meeting: MeetingJson): Promise<string[]> {
  const { bytes } = await build(meeting, { office: 'Provkontoret' })
  expect(checkDocument(bytes, meeting)).toEqual([])
  const levels: Record<string, string> = {
    Rubrik2Onumrerad: '## ',
    Heading3: '### ',
    Deltagare: '',
    DeltagareGrupp: '',
  }
  const lines = linesOf(bytes).flatMap(({ style, label, text }) => {
    const level = levels[style]
    const number = label !== null && /\d/.test(label) ? `${label} ` : ''
    return level === undefined ? [] : [`${level}${number}${text.replaceAll('\u00a0', ' ')}`]
  })
  return lines.slice(0, lines.indexOf('## Justering'))
}

describe('the list of people in formal minutes', () => {
  it('has those who decide, serving deputies, deputies and others each under a heading, parties in brackets', async () => {
    expect(await printed(formal(board))).toEqual([
      '## Närvarande',
      '### Beslutande',
      'Ulla Påhitt (S), ordförande',
      'Lena Sken (M), 1:e vice ordförande',
      'Bo Låtsas (LOK)',
      '### Tjänstgörande ersättare',
      'Ada Hittepå (V), på distans',
      '### Ersättare',
      'Ove Sägen (L), §§ 3–5',
      '### Övriga',
      'Siv Saga, nämndsekreterare',
      'Per Fabel, förvaltningschef, SKR',
      '### Gäster',
      'Hans Gäst, VD, Provbolaget',
      '## Frånvarande',
      'Ines Borta (C)',
    ])
  })

  it('has a chair who is something else beside among those who decide, and a chair of something else where the list has them', async () => {
    const chair = person('Ulla Påhitt', { capacity: 'ordförande, jurist', organisation: 'S' })
    const vice = person('Lena Sken', { capacity: 'vice ordförande i ekonomiutskottet', organisation: 'M' })
    const guest = person('Ivar Båt', { capacity: 'ordförande i båtklubben, föredragande', group: 4 })
    const [, , member, ...rest] = board
    const lines = await printed(formal([chair, vice, ...(member === undefined ? [] : [member]), guest, ...rest]))
    const at = (start: string) => lines.findIndex((line) => line.startsWith(start))
    expect(lines.slice(at('### Beslutande') + 1, at('### Tjänst')).map((line) => line.slice(0, 9))).toEqual([
      'Ulla Påhi',
      'Lena Sken',
      'Bo Låtsas',
    ])
    expect(at('Ivar Båt')).toBeGreaterThan(at('### Övriga'))
  })

  it('has the parts in their order however the list was written', async () => {
    expect(await printed(formal(board.toReversed().map((one) => ({ ...one, group: 1 }))))).toMatchObject([
      '## Närvarande',
      '### Beslutande',
      'Bo Låtsas (LOK)',
      'Lena Sken (M), 1:e vice ordförande',
      'Ulla Påhitt (S), ordförande',
      '### Tjänstgörande ersättare',
      'Ada Hittepå (V), på distans',
      '### Ersättare',
      'Ove Sägen (L), §§ 3–5',
      '### Övriga',
      'Per Fabel, förvaltningschef, SKR',
      'Siv Saga, nämndsekreterare',
      '### Gäster',
      'Hans Gäst, VD, Provbolaget',
      '## Frånvarande',
      'Ines Borta (C)',
    ])
  })

  it('calls those who decide members where the list does', async () => {
    const members = [
      person('Ada Påhitt', { capacity: 'ordförande' }),
      person('Bo Exempel', { capacity: 'ledamot' }),
      person('Cia Prov', { capacity: 'suppleant', group: 2 }),
    ]
    expect(await printed(formal(members))).toEqual([
      '## Närvarande',
      '### Ledamöter',
      'Ada Påhitt, ordförande',
      'Bo Exempel',
      '### Ersättare',
      'Cia Prov, suppleant',
    ])
  })

  it('gets no heading when the list does not say who decides, nor when its numbers would not follow each other', async () => {
    const silent = [
      person('Ada Påhitt', { capacity: 'ordförande' }),
      person('Bo Exempel', { organisation: 'Provverket' }),
    ]
    const half = [person('Ada Påhitt', { capacity: 'ledamot' }), person('Bo Exempel', { organisation: 'Provverket' })]
    expect(await printed(formal(half))).toEqual(['## Närvarande', 'Ada Påhitt, ledamot', 'Bo Exempel, Provverket'])
    expect(await printed(formal(silent))).toEqual(['## Närvarande', 'Ada Påhitt, ordförande', 'Bo Exempel, Provverket'])
    const numbered = ['sekreterare', 'ledamot', 'ersättare', 'ledamot'].map((capacity, at) =>
      person(`Provperson ${'ABCD'[at] ?? ''}`, { capacity, listNumber: at + 1 }),
    )
    expect(await printed(formal(numbered))).toEqual([
      '## Närvarande',
      '1. Provperson A, sekreterare',
      '2. Provperson B, ledamot',
      '3. Provperson C, ersättare',
      '4. Provperson D, ledamot',
    ])
  })

  it('keeps the source’s groups in notes, and takes letters for a party only among parties', async () => {
    const people = [
      person('Ada Påhitt', { capacity: 'ledamot' }),
      person('Bo Exempel', { organisation: 'LIF', group: 2 }),
    ]
    const { bytes } = await build({ ...emptyMeeting, title: 'Prov', participants: people })
    const lines = linesOf(bytes).filter(({ style }) => style.startsWith('Deltagare'))
    expect(lines.map(({ style, text }) => [style, text])).toEqual([
      ['Deltagare', 'Ada Påhitt, ledamot'],
      ['DeltagareGrupp', 'Bo Exempel, LIF'],
    ])
  })

  it('comes whole from old minutes that were read in', async () => {
    const app = newApp()
    const text = `Provkommun

Protokoll

Påhittsnämnden

Sammanträdesdatum 2032-03-04

Beslutande
Ulla Påhitt, ordförande (S)
Lena Sken, vice ordförande (M)
Bo Låtsas (C)

Tjänstgörande ersättare
Ada Hittepå (V)

Ersättare
Ove Sägen (L)

Övriga närvarande
Siv Saga, nämndsekreterare

§ 1 Budget

Nämnden beslutar att anta budgeten.
`
    await app.call('imports.commit', { name: 'prov', text, encoding: 'pasted' })
    const meeting = await app.call('meetings.show', { which: 'latest' })
    expect(await printed(meeting)).toEqual([
      '## Närvarande',
      '### Beslutande',
      'Ulla Påhitt (S), ordförande',
      'Lena Sken (M), vice ordförande',
      'Bo Låtsas (C)',
      '### Tjänstgörande ersättare',
      'Ada Hittepå (V)',
      '### Ersättare',
      'Ove Sägen (L)',
      '### Övriga',
      'Siv Saga, nämndsekreterare',
    ])
  })
})
