import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMinutes } from '#core/import/parse.ts'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { lostLines } from '../import-corpus/nothing-lost.ts'

const head = 'Minutes of the meeting of the Garden Club, 14 May 2024\n\nPresent: Anna Ek (chair), Bo Berg\n\n'

function read(text: string): ProposedMeeting {
  const meetings = parseMinutes(text, {})
  expect(meetings).toHaveLength(1)
  expect(lostLines(text, meetings).lost).toEqual([])
  const [meeting] = meetings
  if (meeting === undefined) throw new Error('a meeting')
  return meeting
}

const headings = (text: string): (string | null)[][] => read(text).items.map((item) => [item.number, item.title])

describe('the number in front of a title', () => {
  test('may be a capital letter, as long as the letters count from A', () => {
    const body = 'A. Last meeting\nAgreed without changes.\n\nB. Pay\nTalks go on.\n\nC. Any other business\nNone.\n'
    expect(headings(head + body)).toEqual([
      ['A', 'Last meeting'],
      ['B', 'Pay'],
      ['C', 'Any other business'],
    ])
  })

  test('is no initial of whoever speaks', () => {
    const body =
      '1. Roof\nA. Ek said that the roof leaks.\nB. Berg had seen it too.\nC. Dahl will ask.\n\n2. Hall\nIt is shut.\n'
    expect(headings(head + body)).toEqual([
      ['1', 'Roof'],
      ['2', 'Hall'],
    ])
  })

  test.each([
    ['A. ', 'B. '],
    ['2A. ', '2B. '],
    ['2A ', '2B '],
    ['a) ', 'b) '],
  ])('may go on in letters below it: %s', (first, second) => {
    const body =
      `1. Welcome\nAnna opened.\n\n2. Reports\n\n${first}Roof [Bo]\n\nIt leaks in three places, said Bo.\n\n` +
      `${second}Hall\n\nIt is shut until the summer.\n\n3. Hens\nThey lay.\n`
    const letters = [first, second].map((one) => `2${one.replace(/[^A-Za-z]/gu, '')}`)
    expect(headings(head + body)).toEqual([
      ['1', 'Welcome'],
      ['2', 'Reports'],
      [letters[0], 'Roof [Bo]'],
      [letters[1], 'Hall'],
      ['3', 'Hens'],
    ])
  })

  test('may go on in letters above what is decided, and the figures of what it names stay in its title', () => {
    const body =
      '1. Öppnande\nAnna öppnade.\n\n2. Stipendier\na) Ansökan 2023-04471\nRådet diskuterade ansökan länge och väl.\n\n' +
      'b) Reserver\nRådet beslutade\n   att ge Bo uppdraget.\n\n3. Avslut\nKlart.\n'
    expect(headings(head + body)).toEqual([
      ['1', 'Öppnande'],
      ['2', 'Stipendier'],
      ['2a', 'Ansökan 2023-04471'],
      ['2b', 'Reserver'],
      ['3', 'Avslut'],
    ])
  })

  test.each(['ACTION', 'Action by', 'Ansvarig'])('has no part in the title of a column at the right: %s', (column) => {
    const body = `24/101   Welcome and apologies                ${column}\nAnn opened.\n\n24/102   Hens\nThey lay.\n`
    expect(headings(head + body)).toEqual([
      ['24/101', 'Welcome and apologies'],
      ['24/102', 'Hens'],
    ])
  })

  test.each(['3D Printing\n\nWe print a hen.', 'A. Ek took the floor and spoke of\n\nThe hens and their many needs.'])(
    'does not go on in what only looks like a letter: %s',
    (words) => {
      const body = `1. Welcome\nAnna opened.\n\n2. Roof\nIt leaks.\n\n3. Hens\nThey lay.\n\n${words}\n`
      expect(headings(head + body).map(([number]) => number)).toEqual(['1', '2', '3'])
    },
  )

  test('counts on through sections in capital letters, whose lines are kept as words', () => {
    const body =
      'A. Formalities\n\n1. Opening\nAnna opened.\n\n2. Agenda\nIt was adopted.\n\nB. Business\n\n3. Roof\nIt leaks.\n\n' +
      '4. Hall\nIt is shut.\n'
    const { items } = read(head + body)
    expect(items.map((item) => item.number).filter((number) => number !== null)).toEqual(['1', '2', '3', '4'])
    expect(JSON.stringify(items)).toContain('B. Business')
  })

  test.each(['/', '.)'])('may end in %j', (sign) => {
    const body = `1${sign} Welcome\nAnna opened.\n\n2${sign} Money\nWe have some.\n\n3${sign} Lift\nIt is broken.\n`
    expect(headings(head + body)).toEqual([
      ['1', 'Welcome'],
      ['2', 'Money'],
      ['3', 'Lift'],
    ])
  })

  test('counts points where nothing was told under one of them', () => {
    const body =
      '1. Roof\n1.1 The roof leaks in three places.\n1.2 Bo will ask for a price.\n\n2. Any other business\n2.1 None.\n'
    expect(headings(head + body)).toEqual([
      ['1', 'Roof'],
      ['2', 'Any other business'],
    ])
  })

  test('may stand alone above a title that runs into its text', () => {
    const { items } = read(
      'Protokoll 2024-05-14\n\nNärvarande: Anna Ek, Bo Berg\n\n§ 1\nMötet öppnades av Anna Ek.\n\n' +
        '§ 2\nTaket. Bo Berg berättade att taket läcker på tre ställen.\n\n§ 3\nAnna Ek valdes att justera. Bo Berg avstod.\n',
    )
    expect(items.map((item) => [item.number, item.title])).toEqual([
      ['1', ''],
      ['2', 'Taket'],
      ['3', ''],
    ])
    expect(items[1]?.blocks.map((block) => block.text)).toEqual(['Bo Berg berättade att taket läcker på tre ställen.'])
  })
})

describe('titles that Markdown marks', () => {
  test('may be in italics, and end in a figure', () => {
    const body = '*Roof*\nIt leaks.\n\n*Deliverable D4.3*\nDue in May.\n\n_Hall_\nIt is shut.\n'
    expect(headings(head + body).map(([, title]) => title)).toEqual(['Roof', 'Deliverable D4.3', 'Hall'])
  })

  test('are the items though the contents in front are numbered', () => {
    const body =
      '## Contents\n\n1. Roof\n2. Hall\n3. Garden\n\n## Roof\n\nIt leaks.\n\n## Hall\n\nIt is shut.\n\n## Garden\n\nIt grows.\n'
    expect(headings(head + body)).toEqual([
      [null, 'Roof'],
      [null, 'Hall'],
      [null, 'Garden'],
    ])
  })

  test('are the items though a list below one is numbered', () => {
    const body =
      '## Roof\n\nIt leaks:\n\n1. Over the door\n2. Over the desk\n3. Over the stove\n\n## Hall\n\nIt is shut.\n\n## Garden\n\nIt grows.\n'
    expect(headings(head + body).map(([, title]) => title)).toEqual(['Roof', 'Hall', 'Garden'])
  })

  test.each([
    ['### Roof', '### Hall', '### Actions'],
    ['== Roof ==', '== Hall ==', '== Actions =='],
    ['**Roof**', '**Hall**', '**Actions**'],
  ])('may name the actions of the whole meeting: %s, %s, %s', (roof, hall, actions) => {
    const { items } = read(
      `${head}${roof}\n\nIt leaks.\n\n${hall}\n\nIt is shut.\n\n${actions}\n\n- Bo Berg: mend the roof\n- Anna Ek: open the hall\n`,
    )
    expect(items.map((item) => item.title)).toEqual(['Roof', 'Hall', 'Actions'])
    expect(items[2]?.actions).toHaveLength(2)
  })

  test.each([
    '## Roof\n\nIt leaks.\n\n### Decision\n\nMend it.\n\n## Hall\n\nIt is shut.\n\n## Garden\n\nIt grows.\n',
    '## Roof\n\nIt leaks.\n\n## Decision\n\nMend it.\n\n## Hall\n\nIt is shut.\n\n## Decision\n\nOpen it.\n',
    '**Roof**\n\nIt leaks.\n\n**Decision**\n\nMend it.\n\n**Hall**\n\nIt is shut.\n',
  ])('stay inside an item where they tell of it: %j', (body) => {
    expect(headings(head + body).map(([, title]) => title)).not.toContain('Decision')
  })
})

describe('what stands around the items', () => {
  test('is no item: an organisation that nobody came from', () => {
    const text =
      'Minnesanteckningar 2024-05-14\n\nDeltagare\nAnna Ek, Synhjälpen\nBo Berg, Dövas Förbund\n\nAnmält förhinder\n' +
      'Riksföreningen Hörselhjälp\n\nInledning\nAnna Ek hälsade välkommen och berättade om uppdraget.\n'
    const meeting = read(text)
    expect(meeting.items.map((item) => item.title)).toEqual(['Inledning'])
    expect(meeting.title).not.toContain('Hörselhjälp')
  })

  test('is no item: whose meeting it was, above the line that says when', () => {
    const text =
      'Trustee meeting minutes – 18 January 2024\n\nThe Lantern Project (registered charity)\n\n' +
      'Meeting of trustees held on Zoom, Thursday 18 January 2024\n\nTrustees present\nAnna Ek (chair)\nBo Berg\n\n' +
      'Finance\n\nBo went through the accounts to the end of December.\n\nHall\n\nThe hall is shut until the roof is mended.\n'
    expect(headings(text).map(([, title]) => title)).toEqual(['Finance', 'Hall'])
  })

  test('is a page’s head that stands once, beside its number and in the words of the text’s own head', () => {
    const text =
      'Garden Club\nMinutes of the meeting held on 14 May 2024\n\nPresent: Anna Ek (chair), Bo Berg\n\n1. Opening\n' +
      'Anna opened.\n\n2. Roof\nMoney was found.\nBo said that the roof of the hall\nPage 1 of 2\nMinutes 14 May 2024\n\n' +
      'will be mended.\n\n3. Hall\nIt is shut.\nPage 2 of 2\n'
    expect(read(text).items[1]?.blocks.map((block) => block.text)).toContain(
      'Bo said that the roof of the hall will be mended.',
    )
    // Another day is none of the head's words: the line is text.
    const other = text.replace('Minutes 14 May 2024', 'Minutes 15 May 2024')
    expect(JSON.stringify(read(other).items)).toContain('15 May')
  })

  test('is kept in front of a decision: the number that others point to', () => {
    const { items } = read(
      `${head}1. Roof\nIt leaks.\n-> Decision 2: The roof is mended in June.\n\n2. Hall\nIt is shut.\n`,
    )
    expect(items[0]?.decisions.map(({ text }) => text)).toEqual(['The roof is mended in June.'])
    expect(JSON.stringify(items[0]?.blocks)).toContain('Decision 2')
  })
})

test('no line is lost, whatever forms of headings, labels and page heads stand between each other', () => {
  const line = fc.constantFrom(
    'A. Last meeting',
    'B. Pay',
    'C. Any other business',
    '1/ Welcome',
    '2/ Money',
    '§ 4',
    'Taket. Bo Berg berättade att taket läcker.',
    '*Deliverable D4.3*',
    '_Hall_',
    '### Actions',
    '== Actions ==',
    '**Beslut**',
    '## Contents',
    '1. Roof',
    '2. Hall',
    '2.1 None.',
    '-> DECISION: the hall is opened',
    'Decision 3: the roof is mended (unanimous)',
    '- Bo Berg: mend the roof',
    'Anmält förhinder',
    'Riksföreningen Hörselhjälp',
    'Page 1 of 2',
    'Minutes 14 May 2024',
    'The hall is shut until the roof is mended.',
    '(a) 24/00217/FUL – 3 Hangman’s Close',
    '',
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 3, maxLength: 24 }), (lines) => {
      const text = head + lines.join('\n')
      expect(lostLines(text, parseMinutes(text, {})).lost).toEqual([])
    }),
    { numRuns: 150, seed: 3 },
  )
})
