import { describe, expect, test } from 'vitest'
import { readNumber } from '#core/import/numbering.ts'
import { protocolWith, readOne, readWhole } from './read.ts'

const head = [
  'Minnesanteckningar från möte med Kvastrådet den 9 oktober 2019',
  '',
  'Närvarande: Tuva Kvastborg, Bror Himmelmo',
  '',
]
const withItems = (...lines: string[]): string => [...head, ...lines, ''].join('\n')
const titles = (text: string): Array<[string | null, string]> =>
  readOne(text).items.map((item) => [item.number, item.title])

describe('numbers in front of a title', () => {
  test.each([
    ['§ 12 Startbanan', '12', 'paragraph'],
    ['§12. Startbanan', '12', 'paragraph'],
    ['12 § Startbanan', '12', 'paragraph'],
    ['§§ 4–6 Startbanan', '4–6', 'paragraph'],
    ['§ 45/2021 Startbanan', '45/2021', 'paragraph'],
    ['1. Startbanan', '1', 'plain'],
    ['1) Startbanan', '1', 'plain'],
    ['1 Startbanan', '1', 'plain'],
    ['3.1 Startbanan', '3.1', 'plain'],
    ['Punkt 3 Startbanan', '3', 'plain'],
    ['Item 4: Startbanan', '4', 'plain'],
    ['24/05  Startbanan', '24/05', 'plain'],
  ])('%s', (line, number, style) => {
    expect(readNumber(line.replace(/ +/gu, ' '))).toMatchObject({ number, style, title: 'Startbanan' })
  })

  test('amounts and dates in front of a line are no numbers of items', () => {
    for (const line of [
      '10 november var alla där',
      '3 procent av skaften',
      '§ 3 i stadgarna säger nej',
      '12 kr per kvast',
    ]) {
      expect(readNumber(line)).toBeNull()
    }
  })
})

describe('items', () => {
  test.each([
    ['points', (n: number) => `${n}. `],
    ['brackets', (n: number) => `${n}) `],
    ['bare numbers', (n: number) => `${n} `],
    ['paragraph signs in front', (n: number) => `§ ${n} `],
    ['paragraph signs behind', (n: number) => `${n} § `],
    ['words', (n: number) => `Punkt ${n} `],
  ])('headings numbered with %s are found', (_, mark) => {
    const text = withItems(
      `${mark(1)}Öppnande`,
      'Tuva öppnade mötet.',
      '',
      `${mark(2)}Startbanan i norr`,
      'Den sopas i april.',
      `${mark(3)}Avslutning`,
      'Mötet avslutades.',
    )
    expect(titles(text)).toEqual([
      ['1', 'Öppnande'],
      ['2', 'Startbanan i norr'],
      ['3', 'Avslutning'],
    ])
  })

  test('unnumbered headings are found by their looks', () => {
    const text = withItems(
      'Startbanan',
      'Den sopas i april.',
      '',
      'Skaft och ris',
      'Skaften är klara. Riset dröjer.',
      '',
    )
    expect(titles(text)).toEqual([
      [null, 'Startbanan'],
      [null, 'Skaft och ris'],
    ])
  })

  test('a number alone on its line takes its title from the next', () => {
    const text = withItems(
      '1',
      'Öppnande',
      'Tuva öppnade mötet.',
      '',
      '2',
      'Skaft',
      'Skaften är klara.',
      '',
      '3',
      'Avslutning',
      'Slut.',
    )
    expect(titles(text).map(([number]) => number)).toEqual(['1', '2', '3'])
    expect(titles(text)[1]).toEqual(['2', 'Skaft'])
  })

  test('items under an item keep their own numbers and stand flat', () => {
    const text = withItems(
      '1. Öppnande',
      'Hej.',
      '',
      '2. Skaft',
      '2.1 Björk',
      'Björk håller.',
      '2.2 Asp',
      'Asp knäcks.',
      '',
      '3. Slut',
      'Hej då.',
    )
    expect(titles(text).map(([number]) => number)).toEqual(['1', '2', '2.1', '2.2', '3'])
  })

  test('lettered items with text of their own stand flat under the number above, bare letters are a list', () => {
    const text = withItems(
      '1. Öppnande',
      'Hej på er alla.',
      '',
      '2. Motioner',
      'a) Motion om ris',
      'Mötet beslutade att bifalla motionen.',
      'b) Motion om skaft',
      'Mötet beslutade att avslå motionen.',
      '',
      '3. Rapporter',
      'a) ris',
      'b) skaft',
      '',
      '4. Slut',
      'Hej då allihop.',
    )
    expect(titles(text).map(([number]) => number)).toEqual(['1', '2', '2a', '2b', '3', '4'])
  })

  test('items told in one line each keep their text, their decisions and their actions', () => {
    const text = withItems(
      '1. Öppnande. Tuva hälsade alla välkomna till mötet.',
      '2. Skaft. Bror visade tre nya skaft. Rådet beslutade att köpa det längsta.',
      '3. Ris. Det är slut. Saga Rimtråd får i uppdrag att köpa mer senast den 3 maj 2020.',
      '4. Slut. Tuva tackade alla och avslutade mötet.',
    )
    const { items } = readOne(text)
    expect(items.map((item) => item.title)).toEqual(['Öppnande', 'Skaft', 'Ris', 'Slut'])
    expect(items[1]?.decisions.map((decision) => decision.text)).toEqual(['att köpa det längsta.'])
    expect(items[2]?.actions).toMatchObject([{ owner: 'Saga Rimtråd', due: '2020-05-03' }])
  })

  test('several numbers over one title are one item', () => {
    const meeting = readOne(withItems('§ 1 Öppnande', 'Hej.', '§§ 2–4 Val', 'Alla valdes om.', '§ 5 Slut', 'Hej då.'))
    expect(meeting.items.map((item) => item.number)).toEqual(['1', '2–4', '5'])
    expect(meeting.findings.map((one) => one.code)).not.toContain('number-gap')
  })

  test('a numbered list inside an item opens no items, and its entries are list blocks', () => {
    const text = withItems(
      '1. Öppnande',
      'Tuva öppnade mötet.',
      '',
      '2. Anbud',
      'Tre anbud har kommit:',
      '1. Skaftbolaget, 100 kronor',
      '2. Risbolaget, 200 kronor',
      '3. Kvastbolaget, 300 kronor',
      '',
      '3. Avslutning',
      'Mötet avslutades.',
    )
    expect(titles(text).map(([, title]) => title)).toEqual(['Öppnande', 'Anbud', 'Avslutning'])
    expect(readOne(text).items[1]?.blocks.map((block) => block.kind)).toEqual(['paragraph', 'list', 'list', 'list'])
  })

  test('an agenda in front of the items makes no items of its own numbers', () => {
    const agenda = ['Dagordning', '1. Öppnande', '2. Skaft', '3. Avslutning', '']
    const text = withItems(
      ...agenda,
      '1. Öppnande',
      'Hej på er alla.',
      '',
      '2. Skaft',
      'De är klara nu.',
      '',
      '3. Avslutning',
      'Hej då allihop.',
    )
    expect(titles(text).filter(([number]) => number !== null)).toHaveLength(3)
  })

  test('lines broken at a column join to one paragraph, cut words too', () => {
    const meeting = readOne(
      protocolWith(
        'Den norra startbanan har sopats två gånger sedan förra mötet, men björkris-',
        'kvastarna räcker inte till hela sträckan och behöver kompletteras före vin-',
        'tern. Rådet tackade för rapporten och gick vidare till nästa fråga utan att',
        'fatta något beslut.',
      ),
    )
    const blocks = meeting.items[1]?.blocks ?? []
    expect(blocks).toHaveLength(1)
    expect(blocks[0]?.text).toContain('björkriskvastarna räcker')
    expect(blocks[0]?.text).toContain('före vintern. Rådet')
    expect(blocks[0]?.lines).toEqual([9, 12])
  })

  test('bullets of every usual kind become list blocks without their mark', () => {
    const meeting = readOne(protocolWith('Synpunkter:', '- En sak', '• Två saker', '* Tre saker', '– Fyra saker'))
    expect(meeting.items[1]?.blocks.slice(1).map(({ kind, text }) => [kind, text])).toEqual([
      ['list', 'En sak'],
      ['list', 'Två saker'],
      ['list', 'Tre saker'],
      ['list', 'Fyra saker'],
    ])
  })

  test('jumps in the numbering are pointed out', () => {
    const text = withItems('1. Öppnande', 'Hej på er.', '', '2. Skaft', 'Klart.', '', '4. Slut', 'Hej då.')
    expect(readOne(text).findings.map((one) => one.code)).toContain('number-gap')
  })

  test('page headers and numbers that clearly are such are furniture, and a sentence runs on across them', () => {
    const text = [
      'Kvastrådet, protokoll',
      ...head.slice(1),
      '1. Öppnande',
      'Tuva öppnade mötet och sade att',
      '',
      'Kvastrådet, protokoll',
      'Sida 2 av 3',
      '',
      'alla kvastar ska sopas.',
      '',
      '2. Slut',
      'Hej då.',
      '',
      'Kvastrådet, protokoll',
      'Sida 3 av 3',
      'Nytt möte hålls senare.',
      '',
    ].join('\n')
    const meeting = readOne(text)
    expect(meeting.placements.filter((one) => one.part === 'furniture').map((one) => one.line)).toEqual([8, 9, 16, 17])
    expect(meeting.items[0]?.blocks.map((block) => block.text)).toEqual([
      'Tuva öppnade mötet och sade att alla kvastar ska sopas.',
    ])
  })

  test.each([
    ['- 2 -', 'furniture'],
    ['– 14 –', 'furniture'],
    ['- 2 av 4', 'list'],
    ['- Sida 2', 'list'],
  ])('a number between two dashes is a page’s, and behind one dash an entry: %s', (line, part) => {
    const meeting = readWhole(protocolWith('Banan sopades.', '', line, '', 'Kvastarna räcker.').split('\n'))
    expect(meeting.placements.find((one) => one.line === 11)?.part).toBe(part)
  })
})
