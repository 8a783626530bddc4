import { describe, expect, test } from 'vitest'
import type { ProposedItem } from '#contract/proposal.ts'
import { protocolWith, readOne } from './read.ts'

function itemOf(...lines: string[]): ProposedItem {
  const item = readOne(protocolWith(...lines)).items[1]
  if (item === undefined) throw new Error('an item is expected')
  return item
}
const decisions = (...lines: string[]): string[] => itemOf(...lines).decisions.map((decision) => decision.text)

describe('decisions', () => {
  test.each([
    ['Rådet beslutade att sopa banan.', ['att sopa banan.']],
    ['Mötet beslutar att sopa banan.', ['att sopa banan.']],
    ['Styrelsen beslöt att sopa banan.', ['att sopa banan.']],
    ['Därefter beslutade rådet enhälligt att sopa banan.', ['att sopa banan.']],
    ['Det beslutades att sopa banan.', ['att sopa banan.']],
    ['Beslöts att sopa banan.', ['att sopa banan.']],
    [
      'Rådet beslutade att sopa banan, att köpa ris samt att tacka Saga.',
      ['att sopa banan', 'att köpa ris', 'att tacka Saga.'],
    ],
    ['Beslut: Banan sopas i april.', ['Banan sopas i april.']],
    ['Beslut: att sopa banan.', ['att sopa banan.']],
    ['It was resolved that the runway be swept.', ['that the runway be swept.']],
    ['The board approved the budget.', ['The board approved the budget.']],
    ['It was agreed to sweep the runway.', ['to sweep the runway.']],
    ['RESOLVED: That the runway be swept.', ['That the runway be swept.']],
    ['Decision: The runway is swept in April.', ['The runway is swept in April.']],
  ])('%s', (line, expected) => {
    expect(decisions(line)).toEqual(expected)
  })

  test('clauses below a line "Beslut" are one decision each, and the line is their heading', () => {
    const meeting = readOne(protocolWith('Banan är full av löv.', '', 'Beslut', 'att sopa banan,', 'att köpa ris.'))
    expect(meeting.items[1]?.decisions.map(({ text, inline }) => [text, inline])).toEqual([
      ['att sopa banan', false],
      ['att köpa ris.', false],
    ])
    expect(meeting.placements.map((one) => one.part)).toContain('decisionHeading')
    expect(meeting.items[1]?.blocks.map((block) => block.kind)).toEqual(['paragraph', 'decision', 'decision'])
  })

  // Lines of a narrow column: nothing closes the one before, whatever the next begins with.
  const filler = 'Ordföranden redogjorde för ärendet och för de synpunkter som hade kommit in sedan\nförra mötet.'
  test.each([
    [
      [
        'att bevilja Hjälmby spelmanslag ett bidrag med högst',
        '12 500 kronor för 2024,',
        'att pengarna betalas ut i maj.',
      ],
      ['att bevilja Hjälmby spelmanslag ett bidrag med högst 12 500 kronor för 2024', 'att pengarna betalas ut i maj.'],
    ],
    [
      ['att   ändra planen så att meningen om', '      Lillåns kvarn utgår.'],
      ['att ändra planen så att meningen om Lillåns kvarn utgår.'],
    ],
    [
      ['att godkänna ritningen under förutsättning av nämndens', 'beslut,', '', 'att bygget börjar i juni.'],
      ['att godkänna ritningen under förutsättning av nämndens beslut', 'att bygget börjar i juni.'],
    ],
    [
      ['att mötas följande dagar under våren: 3 februari, 4 mars,', '5 april och 6 maj.'],
      ['att mötas följande dagar under våren: 3 februari, 4 mars, 5 april och 6 maj.'],
    ],
    [
      ['att firman tecknas av två i förening av Tuva Kvastborg och', 'Saga Rimtråd.'],
      ['att firman tecknas av två i förening av Tuva Kvastborg och Saga Rimtråd.'],
    ],
  ])('a clause goes on over the line’s end: %j', (clauses, decisions) => {
    const item = itemOf(filler, '', 'Beslut', 'Kvastrådet beslutar', '', ...clauses)
    expect(item.decisions.map(({ text }) => text)).toEqual(decisions)
  })

  test('an English clause goes on over the line’s end too, and a paragraph and a task', () => {
    const item = itemOf(
      filler,
      'It was resolved:',
      'that the rent of the upper room be raised from next year to',
      '£450 a month;',
      'that the tender from',
      'Hill & Sons be accepted.',
      '',
      'The board had looked at the accounts for the mill and at those of',
      'Broom Lane.',
      '',
      'Action: Saga Rimtråd to send the figures for the autumn and the budget of',
      'Broom Lane.',
    )
    expect(item.decisions.map(({ text }) => text)).toEqual([
      'that the rent of the upper room be raised from next year to £450 a month',
      'that the tender from Hill & Sons be accepted.',
    ])
    expect(item.blocks.map(({ text }) => text)).toContain(
      'The board had looked at the accounts for the mill and at those of Broom Lane.',
    )
    expect(item.actions.map(({ text }) => text).join()).toContain('the budget of Broom Lane')
  })

  test('how many voted is no part of the clause above', () => {
    const item = itemOf(
      'Kvastrådet beslutar',
      'att bifalla motionen om en ny bana bortom kvarnen och den stora ladan',
      '12 röster för, 3 emot.',
    )
    expect(item.decisions.map(({ text }) => text)).toEqual([
      'att bifalla motionen om en ny bana bortom kvarnen och den stora ladan',
    ])
  })

  test('what was proposed leads in the clauses below it and is none beside them', () => {
    const item = itemOf(
      'Kvastrådet beslutade i enlighet med styrelsens förslag',
      '',
      '  att höja avgiften',
      '  att köpa kvastar',
    )
    expect(item.decisions.map(({ text }) => text)).toEqual(['att höja avgiften', 'att köpa kvastar'])
  })

  test('numbered clauses after "Kvastrådet beslutar" are decisions without their numbers', () => {
    expect(decisions('Kvastrådet beslutar', '1. att sopa banan', '2. att köpa ris')).toEqual([
      'att sopa banan',
      'att köpa ris',
    ])
  })

  test('a decision inside running text is marked as inline and its paragraph stays whole', () => {
    const item = itemOf('Banan är full av löv. Rådet beslutade att sopa den. Saga tackade.')
    expect(item.decisions).toMatchObject([{ text: 'att sopa den.', inline: true, block: 0 }])
    expect(item.blocks.map((block) => block.text)).toEqual([
      'Banan är full av löv. Rådet beslutade att sopa den. Saga tackade.',
    ])
  })

  test.each([
    'Regeringen beslutade 2017 att alla banor ska sopas.',
    'Inga beslut fattades.',
    'Bror föreslår att nämnden beslutar att sopa banan.',
    'Innan rådet beslutar att sopa banan behövs ris.',
    'Rådet har tidigare beslutat att banan ska sopas.',
    'Frågan är om styrelsen beslutar att sopa banan.',
    'Beslutsunderlaget skickades ut i går.',
    'The ministry decided that all runways be swept.',
  ])('no decision is read out of: %s', (line) => {
    expect(decisions(line)).toEqual([])
  })

  test('what stands under "Förslag till beslut" is no decision', () => {
    expect(
      decisions('Förslag till beslut', 'Rådet beslutar att sopa banan.', '', 'Beslut', 'att inte sopa banan'),
    ).toEqual(['att inte sopa banan'])
  })
})

describe('actions', () => {
  test.each([
    ['Bror Himmelmo får i uppdrag att köpa ris senast den 3 maj 2020.', 'Bror Himmelmo', '2020-05-03'],
    ['Beslut: att Antagningsenheten får i uppdrag att räkna ris.', 'Antagningsenheten', null],
    ['Beslut: att Beslutsberedningen får i uppdrag att räkna ris.', 'Beslutsberedningen', null],
    ['Saga Rimtråd ansvarar för att banan sopas till nästa möte.', 'Saga Rimtråd', 'nästa möte'],
    ['Bror åtog sig att ringa risbolaget omgående.', 'Bror', 'omgående'],
    ['Åtgärd: Köp ris. Ansvarig: Bror Himmelmo. Klart: 2020-05-03', 'Bror Himmelmo', '2020-05-03'],
    ['Action: Bror to buy twigs by 5 May 2020.', 'Bror', '2020-05-05'],
    ['AP: Saga sopar banan.', 'Saga', null],
    ['Uppdrag åt Saga Rimtråd: sopa banan', 'Saga Rimtråd', null],
    ['The Secretary agreed to write to the Ministry.', 'The Secretary', null],
  ])('%s', (line, owner, due) => {
    expect(itemOf(line).actions).toMatchObject([{ owner, due }])
  })

  test('a due day without a year is reckoned forward and pointed out', () => {
    const meeting = readOne(protocolWith('Bror Himmelmo får i uppdrag att köpa ris senast den 3 maj.'))
    expect(meeting.items[1]?.actions).toMatchObject([{ due: '2020-05-03' }])
    expect(meeting.findings).toMatchObject([{ code: 'year-inferred', suggestion: '2020-05-03' }])
  })

  test('a decision that hands out a task is an action too', () => {
    const item = itemOf('Rådet beslutade att ge Bror i uppdrag att köpa ris senast den 3 maj 2020.')
    expect(item.decisions).toHaveLength(1)
    expect(item.actions).toMatchObject([{ owner: 'Bror', due: '2020-05-03' }])
  })

  test('a table of actions is read by its columns', () => {
    const item = itemOf(
      'Åtgärd\tAnsvarig\tKlart',
      'Köp ris\tBror Himmelmo\t2020-05-03',
      'Sopa\tSaga Rimtråd\tnästa möte',
    )
    expect(item.actions).toMatchObject([
      { text: 'Köp ris', owner: 'Bror Himmelmo', due: '2020-05-03' },
      { text: 'Sopa', owner: 'Saga Rimtråd', due: 'nästa möte' },
    ])
  })
})
