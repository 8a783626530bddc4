import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KansliError } from '#contract/errors.ts'
import { cutLines } from '#core/import/lines.ts'
import { looksLikeMinutes, parseMinutes } from '#core/import/parse.ts'
import type { LineOverride, ProposedMeeting } from '#contract/proposal.ts'
import { lineOverride, proposedMeeting } from '#contract/proposal.ts'
import { protocolOf, protocolWith, readOne, readText } from './read.ts'

const twin = readText(new URL('../../fixtures/minutes/twin.txt', import.meta.url))

function tryParse(text: string, overrides?: ReadonlyMap<number, LineOverride>): ProposedMeeting[] | null {
  try {
    return parseMinutes(text, overrides === undefined ? {} : { overrides })
  } catch (error) {
    if (error instanceof KansliError && error.code === 'import.not-minutes') return null
    throw error
  }
}

function expectAccounted(text: string, meetings: readonly ProposedMeeting[]): void {
  const lines = cutLines(text.normalize('NFC')).length
  const placed = meetings.flatMap((meeting) => meeting.placements.map((one) => one.line))
  expect(placed).toEqual(Array.from({ length: lines }, (_, index) => index + 1))
  let next = 1
  for (const meeting of meetings) {
    expect(meeting.lines[0]).toBe(next)
    next = meeting.lines[1] + 1
    proposedMeeting.parse(meeting)
    for (const { item, block, participant } of meeting.placements) {
      expect(item === null || meeting.items[item] !== undefined).toBe(true)
      expect(block === null || meeting.items[item ?? -1]?.blocks[block] !== undefined).toBe(true)
      expect(participant === null || meeting.participants[participant] !== undefined).toBe(true)
    }
  }
}

const piece = fc.constantFrom(
  'Protokoll Kvastrådet 2019-10-09',
  'Minnesanteckningar möte med Kvastrådet den 9 oktober',
  'Minutes of the Broom Committee, 9 October 2019',
  'Närvarande',
  'Närvarande: Tuva Kvastborg, Bror Himmelmo',
  'Frånvarande',
  'Present: Tuva Broomfield (Chair)',
  '1. Tuva Kvastborg, ledamot',
  'Helena, Sot, ledamot',
  'Tuva Kvastborg\tVindverket\tX',
  '| Namn | Roll |',
  '|---|---|',
  '§ 1 Öppnande',
  '2 § Val',
  '1. Öppnande',
  '2. Skaft',
  '2.1 Björk',
  'a) Ris',
  'Beslut',
  'Beslut: att sopa',
  'att sopa banan,',
  'Mötet beslutade att sopa och att ta 1 frågor den 3 maj.',
  'Bror får i uppdrag att sopa senast 3/5.',
  'Tid: 13–15 Plats: Kvasthuset',
  'Datum',
  'Sida 2 av 3',
  '17',
  '_________',
  'Vid protokollet',
  'Justeras: Bror Himmelmo',
  'Nästa möte: den 3 mars',
  'Hedda Blåst från Vindbolaget presenterade en plan.',
  '- en punkt',
  '## Rubrik',
  '  hängande rad',
  '',
  '',
  '',
)

describe('any text', () => {
  test('either proposals with every line placed exactly once, or the coded refusal; never anything else', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 400 })
    fc.assert(
      fc.property(fc.oneof(anything, fc.lorem({ mode: 'sentences', maxCount: 8 })), (text) => {
        const meetings = tryParse(text)
        if (meetings !== null) expectAccounted(text, meetings)
      }),
      { numRuns: 200 },
    )
  })

  test('lines of minutes in any mixture keep every line, also when hand-made parts are strewn over them', () => {
    const parts = fc.constantFrom(...lineOverride.options)
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 45 }), parts), { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n', '\r', '\u2028', '\u0085', '\f'),
        (lines, chosen, end) => {
          const text = lines.join(end)
          const overrides = new Map(chosen)
          const meetings = tryParse(text, overrides)
          if (meetings !== null) expectAccounted(text, meetings)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('the twin with a line taken out or doubled anywhere is still read and accounted for', () => {
    const lines = twin.split('\n')
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.boolean(), (at, double) => {
        const changed = lines.flatMap((line, index) => (index !== at ? [line] : double ? [line, line] : []))
        const text = changed.join('\n')
        expectAccounted(text, parseMinutes(text))
      }),
      { numRuns: 40 },
    )
  })

  test('blocks together hold the words of every line placed in them', () => {
    const meeting = readOne(twin)
    const lines = twin.split('\n')
    for (const { line, part, item, block } of meeting.placements) {
      if (part !== 'paragraph' && part !== 'list') continue
      const text = meeting.items[item ?? -1]?.blocks[block ?? -1]?.text ?? ''
      expect(text).toContain((lines[line - 1] ?? '').replace(/^- /u, '').trim())
    }
  })
})

describe('texts that are no minutes', () => {
  test.each([
    ['the empty text', ''],
    ['blank lines', '\n \n\t\n'],
    ['a shopping list', 'Handla\n\n- ris\n- skaft\n- 2 liter mjölk\n- snören\n'],
    [
      'source code',
      'export function sweep(runway: string): void {\n  // sopa\n  for (const leaf of runway) remove(leaf)\n}\n\nsweep("norr")\n',
    ],
    [
      'a chapter of a novel',
      'Kapitel 1\n\nDet var en kväll i oktober och vinden låg på från norr. Tuva satt vid fönstret och såg kvastarna lyfta en efter en.\n\n– Kommer du? frågade Bror.\n\nHon svarade inte. Det hade hon bestämt för länge sedan.\n\nKapitel 2\n\nNästa morgon var allt stilla.\n',
    ],
    [
      'a piece of news',
      'Kvastbrist väntas till vintern\n\nPublicerad 9 oktober 2019\n\nPriset på björkris har stigit med 30 procent sedan i våras, visar nya siffror från Kvastbranschen. Kommunen beslutade i går att tillfälligt stänga en startbana.\n\n– Det är ett besvärligt läge, säger Tuva Kvastborg, presschef.\n\nLäs också: Så sopar du rätt\n',
    ],
    [
      'an invitation',
      'Välkommen till kvastdagen!\n\nTid: lördag 9 oktober kl 13\nPlats: Kvasthuset\n\nAnmäl dig senast den 1 oktober till Tuva.\n',
    ],
  ])('%s is refused', (_, text) => {
    expect(looksLikeMinutes(text)).toBe(false)
    expect(() => parseMinutes(text)).toThrow(KansliError)
  })

  test('a person may insist: with a part chosen by hand the text is read', () => {
    const overrides = new Map<number, LineOverride>([[1, 'title']])
    expect(parseMinutes('Handla\n\n- ris\n', { overrides })).toMatchObject([{ title: 'Handla' }])
  })
})

describe('several meetings in one text', () => {
  const first = protocolWith('Rådet beslutade att sopa banan.')
  const second = protocolOf(['Saga Rimtråd, ordförande', 'Malte Hällqvast']).replace('9 oktober 2019', '3 mars 2020')

  test.each([
    ['nothing between', `${first}\n${second}`],
    ['a ruler between', `${first}\n----------\n\n${second}`],
    ['three of them', `${first}\n${second}\n${first.replace('9 oktober 2019', '5 maj 2020')}`],
  ])('are split, with %s', (_, text) => {
    const meetings = parseMinutes(text)
    expect(meetings.map((meeting) => meeting.date).slice(0, 2)).toEqual(['2019-10-09', '2020-03-03'])
    expect(meetings).toHaveLength(text.split('Protokoll fört').length - 1)
    expectAccounted(text, meetings)
  })

  test('a sender repeated above each belongs to its own meeting', () => {
    const text = `Kvastkontoret\n\n${first}\nKvastkontoret\n\n${second}`
    expect(parseMinutes(text).map((meeting) => meeting.sender)).toEqual(['Kvastkontoret', 'Kvastkontoret'])
  })

  test('a heading about earlier minutes splits nothing', () => {
    const text = protocolWith('Minnesanteckningar från möte den 3 mars 2019 gicks igenom.')
    expect(parseMinutes(text)).toHaveLength(1)
  })
})

describe('parts chosen by hand', () => {
  const text = protocolWith('Banan sopas i april', 'Kvastarna är slut.')
  const at = (words: string): number => text.split('\n').findIndex((line) => line.includes(words)) + 1
  const read = (words: string, part: LineOverride): ProposedMeeting =>
    readOne(text, { overrides: new Map([[at(words), part]]) })

  test.each(['furniture', 'unplaced', 'list', 'paragraph', 'decision', 'action', 'signature'] as const)(
    'a line called %s is placed so',
    (part) => {
      const line = at('Banan sopas')
      expect(read('Banan sopas', part).placements.find((one) => one.line === line)?.part).toBe(part)
    },
  )

  test('a line called a heading opens an item, and one called a paragraph does not', () => {
    expect(read('Banan sopas', 'itemHeading').items.map((item) => item.title)).toContain('Banan sopas i april')
    expect(read('§ 2 Startbanan', 'paragraph').items.map((item) => item.number)).toEqual(['1', '3'])
  })

  test('a line called a decision is one, a line called an action is one', () => {
    expect(read('Banan sopas', 'decision').items[1]?.decisions).toMatchObject([
      { text: 'Banan sopas i april', inline: false },
    ])
    expect(read('Banan sopas', 'action').items[1]?.actions).toMatchObject([
      { text: 'Banan sopas i april', inline: false },
    ])
  })

  test('a line called a participant is a person', () => {
    const list = protocolOf(['Tuva Kvastborg', 'kvastvakten i norr'])
    const line = list.split('\n').findIndex((one) => one.includes('kvastvakten')) + 1
    const meeting = readOne(list, { overrides: new Map([[line, 'participant']]) })
    expect(meeting.participants.map((person) => person.name)).toEqual(['Tuva Kvastborg', 'kvastvakten i norr'])
  })

  test('a line called the title or the sender is that', () => {
    expect(read('Banan sopas', 'title').title).toBe('Banan sopas i april')
    expect(read('Banan sopas', 'sender').sender).toBe('Banan sopas i april')
  })
})

describe('who acts in the text', () => {
  const unlisted = (...lines: string[]): Array<string | null> =>
    readOne(protocolWith(...lines))
      .findings.filter((one) => one.code === 'actor-not-listed')
      .map((one) => one.name)

  test('a guest who presents is reported once, with whom they speak for', () => {
    const meeting = readOne(
      protocolWith('Hedda Blåst från Vindbolaget presenterade en plan.', 'Hedda Blåst svarade på frågor.'),
    )
    expect(meeting.findings).toMatchObject([
      { code: 'actor-not-listed', name: 'Hedda Blåst', organisation: 'Vindbolaget', item: 1 },
    ])
  })

  test.each([
    'Tuva presenterade en plan.',
    'Kvastborg redogjorde för läget.',
    'Tuva Kvastborgh presenterade en plan.',
    'Ordföranden berättade om läget.',
    'Nya Vindverket informerade om läget.',
    'Kvastrådet hälsade alla välkomna.',
    'Därefter presenterade Tuva Kvastborg en plan.',
    'Den Stora Planen presenterades.',
  ])('nobody is reported for: %s', (line) => {
    expect(unlisted(line)).toEqual([])
  })
})
