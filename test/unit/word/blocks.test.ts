import { describe, expect, it } from 'vitest'
import type { MeetingJson } from '#contract/minutes.ts'
import { checkDocument } from '#core/word/check.ts'
import { build, emptyMeeting, linesOf, partText, person } from './helpers.ts'

type Block = MeetingJson['items'][number]['blocks'][number]
type People = NonNullable<Block['people']>

const by = (role: People[number]['role'], ...names: string[]): People =>
  names.map((name) => ({ role, name, choice: null }))
const votes = (choice: 'yes' | 'no' | 'abstain', ...names: string[]): People =>
  names.map((name) => ({ role: 'voter', name, choice }))

function meeting(blocks: Block[], kind: MeetingJson['kind'] = 'protokoll'): MeetingJson {
  const item = { number: '1', title: 'Havsvind', paragraphs: [], decisions: [], actions: [], blocks }
  const people = [person('Anna Alm', { listNumber: 1 }), person('Bo Blåklint', { listNumber: 2 })]
  return {
    ...emptyMeeting,
    kind,
    body: 'Testrådet för havsvind',
    date: '2026-11-10',
    secretary: 'Cilla Ceder',
    chair: 'Anna Alm',
    items: [item],
    participants: people,
  }
}

/** Paragraphs of the item, with their styles and numbers. */
async function shown(blocks: Block[], kind?: MeetingJson['kind']) {
  const made = meeting(blocks, kind)
  const { bytes } = await build(made)
  expect(checkDocument(bytes, made)).toEqual([])
  const lines = linesOf(bytes)
  const from = lines.findIndex((line) => line.text === 'Havsvind')
  const to = lines.findIndex((line, index) => index > from && /^(Heading2|Rubrik2Onumrerad)$/.test(line.style))
  return lines
    .slice(from + 1, to < 0 ? undefined : to)
    .map(({ style, label, text }) => `${style}${label === null ? '' : ` ${label}`}: ${text.replaceAll('\u00a0', ' ')}`)
}

describe('in Word', () => {
  it('a sub-heading is a heading of the third level and a quotation a quotation', async () => {
    expect(
      await shown([
        { kind: 'heading', text: 'Bakgrund till ärendet' },
        { kind: 'quotation', text: 'Vinden blåser vart den vill.' },
      ]),
    ).toEqual(['Heading3: Bakgrund till ärendet', 'Quote: Vinden blåser vart den vill.'])
  })

  it('a list has levels and numbers of its own, and begins anew after other text', async () => {
    const entry = (text: string, level: number, ordered: boolean): Block => ({
      kind: 'list',
      text,
      fields: { level, ...(ordered ? { ordered } : {}) },
    })
    expect(
      await shown([
        entry('Ett', 0, true),
        entry('Inre', 1, true),
        entry('Innerst', 2, false),
        entry('Två', 0, true),
        { kind: 'paragraph', text: 'Text emellan.' },
        entry('Åter ett', 0, true),
        entry('Punkt', 0, false),
      ]),
    ).toEqual([
      'ListBullet 1.: Ett',
      'ListBullet a): Inre',
      'ListBullet •: Innerst',
      'ListBullet 2.: Två',
      'Normal: Text emellan.',
      'ListBullet 1.: Åter ett',
      'ListBullet •: Punkt',
    ])
  })

  it('a table has a header row, no empty cell, and a sentence before it: the one there is, or one of its own', async () => {
    const table: Block = { kind: 'table', text: 'Ort\tEffekt\nGotland\t12 MW\nSkåne\t' }
    const cells = ['Tabellrubrik: Ort', 'Tabellrubrik: Effekt', 'Tabelltext: Gotland', 'Tabelltext: 12 MW']
    const all = [...cells, 'Tabelltext: Skåne', 'Tabelltext: –']
    expect(await shown([{ kind: 'paragraph', text: 'Så här ser det ut:' }, table])).toEqual([
      'Normal: Så här ser det ut:',
      ...all,
    ])
    expect(await shown([table, table])).toEqual([
      'Normal: Tabellen visar kolumnerna Ort och Effekt.',
      ...all,
      'EfterTabell: Tabellen visar kolumnerna Ort och Effekt.',
      ...all,
    ])
    const { bytes } = await build(meeting([table]))
    const xml = partText(bytes, 'word/document.xml')
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml).toContain('<w:cantSplit/>')
    expect(xml).toContain('w:firstRow="1"')
  })

  it('a table with empty cells loses no words, and lost ones are told', async () => {
    const made = meeting([{ kind: 'table', text: 'Ort\t\tÄgare\nGotland\t\tTestbolaget\n\t12 MW\t\nSkåne' }])
    const { bytes } = await build(made)
    expect(checkDocument(bytes, made)).toEqual([])
    const more = meeting([{ kind: 'table', text: 'Ort\t\tÄgare\nGotland\t\tHittepåbolaget' }])
    expect(checkDocument(bytes, more)).toMatchObject([{ code: 'text-missing', where: 'Hittepåbolaget' }])
  })

  it('a document never ends with a table', async () => {
    const lines = await shown([{ kind: 'table', text: 'A\tB\n1 x\t2 y' }], 'minnesanteckningar')
    expect(lines.at(-1)).toBe('Bildtext: Här slutar anteckningarna.')
  })

  it('motions, votes, decisions, dissent, recusals and pauses stand under headings of their own', async () => {
    expect(
      await shown([
        { kind: 'recusal', text: '', people: by('recused', 'Bo Blåklint') },
        { kind: 'motion', text: 'Anna Alm yrkar bifall.', people: by('mover', 'Anna Alm') },
        { kind: 'motion', text: 'Avslag på förslaget.', people: by('mover', 'Bo Blåklint') },
        {
          kind: 'vote',
          text: 'Omröstning begärdes.',
          fields: { method: 'hands', order: 'Ja för bifall, nej för avslag.', yes: 5, no: 3, outcome: 'yes' },
        },
        { kind: 'paragraph', text: 'Testrådet beslutar' },
        { kind: 'decision', text: 'att bifalla förslaget' },
        { kind: 'decision', text: 'att återkomma i frågan' },
        { kind: 'dissent', text: 'Bo Blåklint reserverar sig.', fields: { dissent: 'reservation' } },
        {
          kind: 'dissent',
          text: 'Beslutet borde ha väntat.',
          fields: { dissent: 'note' },
          people: by('dissenter', 'Bo Blåklint'),
        },
        { kind: 'adjournment', text: '', fields: { from: '10:00', to: '10:15' } },
      ]),
    ).toEqual([
      'Heading3: Jäv',
      'Normal: Jävig: Bo Blåklint.',
      'Heading3: Yrkanden',
      'Normal: Anna Alm yrkar bifall.',
      'Normal: Avslag på förslaget.',
      'Normal: Yrkar: Bo Blåklint.',
      'Heading3: Omröstning',
      'Normal: Omröstning begärdes.',
      'Normal: Omröstningssätt: handuppräckning.',
      'Normal: Propositionsordning: Ja för bifall, nej för avslag.',
      'Normal: Resultat: 5 ja, 3 nej.',
      'Normal: Utfall: bifall.',
      'Heading3: Beslut',
      'Beslut: Testrådet beslutar',
      'Beslut: att bifalla förslaget',
      'Beslut: att återkomma i frågan',
      'Heading3: Reservation',
      'Normal: Bo Blåklint reserverar sig.',
      'Heading3: Protokollsanteckning',
      'Normal: Beslutet borde ha väntat.',
      'Normal: Av: Bo Blåklint.',
      'Heading3: Ajournering',
      'Normal: Mötet ajournerades kl. 10.00–10.15.',
    ])
  })

  it('open votes count themselves, whatever numbers were written', async () => {
    expect(
      await shown([
        {
          kind: 'vote',
          text: '',
          fields: { method: 'roll-call', yes: 90, no: 90 },
          people: [...votes('no', 'Bo Blåklint'), ...votes('yes', 'Anna Alm', 'David Dunge')],
        },
      ]),
    ).toEqual([
      'Heading3: Omröstning',
      'Normal: Omröstningssätt: upprop.',
      'Normal: Resultat: 2 ja, 1 nej.',
      'Normal: Tabellen visar hur var och en röstade.',
      'Tabellrubrik: Namn',
      'Tabellrubrik: Röst',
      'Tabelltext: Anna Alm',
      'Tabelltext: ja',
      'Tabelltext: David Dunge',
      'Tabelltext: ja',
      'Tabelltext: Bo Blåklint',
      'Tabelltext: nej',
    ])
  })

  it('groups and plenary, and who presented what, are told apart', async () => {
    expect(
      await shown([
        {
          kind: 'presentation',
          text: 'En genomgång gavs.',
          fields: { work: 'Vindkartan' },
          people: by('presenter', 'Anna Alm'),
        },
        { kind: 'discussion', text: 'Bättre nät.', fields: { voice: 'group', group: 'Kust' } },
        { kind: 'discussion', text: 'Fler hamnar.', fields: { voice: 'group', group: 'Kust' } },
        { kind: 'discussion', text: 'Billigare el.', fields: { voice: 'group', group: 'Inland' } },
        { kind: 'discussion', text: 'Grupperna var eniga.', fields: { voice: 'plenary' } },
      ]),
    ).toEqual([
      'Heading3: Presentation: Vindkartan',
      'Normal: En genomgång gavs.',
      'Normal: Föredragande: Anna Alm.',
      'Heading3: Gruppdiskussion: Kust',
      'Normal: Bättre nät.',
      'Normal: Fler hamnar.',
      'Heading3: Gruppdiskussion: Inland',
      'Normal: Billigare el.',
      'Heading3: Samlad diskussion',
      'Normal: Grupperna var eniga.',
    ])
  })

  it('words marked as another language carry it, also where no rule would find them', async () => {
    const text = 'Rapporten Wind of Change lades fram.'
    const { bytes } = await build(
      meeting([{ kind: 'paragraph', text, spans: [{ from: 10, to: 24, kind: 'foreign', ref: null }] }]),
    )
    expect(partText(bytes, 'word/document.xml')).toContain(
      '<w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">Wind of Change</w:t>',
    )
  })

  it('English minutes speak English', async () => {
    const made = meeting([{ kind: 'motion', text: 'To wait.', people: by('mover', 'Anna Alm') }], 'minutes')
    const { bytes } = await build(made)
    expect(checkDocument(bytes, made)).toEqual([])
    const texts = linesOf(bytes).map(({ text }) => text)
    expect(texts).toContain('Motion')
    expect(texts).toContain('Moved by: Anna Alm.')
  })
})
