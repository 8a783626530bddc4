/** Who decided and how, and what is told of it, stay with the decisions; tasks in decisions are actions. */
import { describe, expect, test } from 'vitest'
import { saysWhoDecided } from '#core/import/decision-headings.ts'
import { tellsOfVote } from '#core/import/told-votes.ts'
import { lostLines } from '../import-corpus/nothing-lost.ts'
import { protocolWith, readOne } from './read.ts'

const read = (...lines: readonly string[]) => {
  const text = protocolWith(...lines)
  const meeting = readOne(text)
  expect(lostLines(text, [meeting])).toEqual({ lost: [], unplaced: [] })
  const item = meeting.items[1]
  return {
    blocks: item?.blocks.map(({ kind, text: words }) => [kind, words]),
    decisions: item?.decisions.map(({ text: words }) => words),
    actions: item?.actions.map(({ text: words, owner, due }) => [words, owner, due]),
  }
}

describe('a heading of decisions', () => {
  test.each([
    ['Styrelsen beslöt enhälligt:', 'Styrelsen beslöt enhälligt'],
    ['Nämnden beslutar enhälligt', 'Nämnden beslutar enhälligt'],
    ['Nämnden beslutar', 'Nämnden beslutar'],
    ['Kommunstyrelsens beslut', 'Kommunstyrelsens beslut'],
    ['Kommunfullmäktiges beslut:', 'Kommunfullmäktiges beslut'],
    ['Barn- och utbildningsnämnden beslutar', 'Barn- och utbildningsnämnden beslutar'],
    ['Barn- och utbildningsnämndens beslut', 'Barn- och utbildningsnämndens beslut'],
    ['Barn-, ungdoms- och kulturnämndens beslut', 'Barn-, ungdoms- och kulturnämndens beslut'],
    ['Kommunstyrelsens arbetsutskotts beslut', 'Kommunstyrelsens arbetsutskotts beslut'],
    ['Nämnden för vatten och avlopps beslut', 'Nämnden för vatten och avlopps beslut'],
    ['Kommunstyrelsens beslut för egen del', 'Kommunstyrelsens beslut för egen del'],
    ['Beslut i tekniska utskottet', 'Beslut i tekniska utskottet'],
    ['Kommunstyrelsen beslutar för egen del', 'Kommunstyrelsen beslutar för egen del'],
    ['Styrelsen har beslutat', 'Styrelsen har beslutat'],
    ['The board unanimously resolved:', 'The board unanimously resolved:'],
    ['Mötet beslutade, efter votering 5–3,', 'Mötet beslutade, efter votering 5–3,'],
  ])('keeps who decided and how above the clauses: %s', (heading, words) => {
    const { blocks, decisions } = read(heading, '- att höja avgiften', '- att meddela alla')
    expect(blocks?.[0]).toEqual(['paragraph', words])
    expect(decisions?.map((one) => one.replace(/^- /u, ''))).toEqual(['att höja avgiften', 'att meddela alla'])
  })

  test.each(['Beslut', 'Beslut:', 'BESLUT', 'Beslutades', 'Det beslutades att', 'Resolved', 'It was agreed that:'])(
    'that says nothing more is no text: %s',
    (heading) => {
      expect(read(heading, '- att höja avgiften').blocks).toEqual([['decision', 'att höja avgiften']])
    },
  )

  test('that says who decided stands below one that does not', () => {
    expect(read('Bakgrunden redovisas.', 'Beslut', 'Nämnden beslutar', 'att höja avgiften.')).toMatchObject({
      blocks: [
        ['paragraph', 'Bakgrunden redovisas.'],
        ['paragraph', 'Nämnden beslutar'],
        ['decision', 'att höja avgiften.'],
      ],
      decisions: ['att höja avgiften.'],
    })
  })

  test.each(['Kultur- och fritidsnämndens beslut', 'Presidiets beslut på delegation'])(
    'has what is decided below it also without "att": %s',
    (heading) => expect(read(heading, 'Informationen noteras.').decisions).toEqual(['Informationen noteras.']),
  )

  test('keeps who decided also in front of the decision on its line', () => {
    expect(read('Kommunfullmäktiges beslut: Motionen avslås.')).toMatchObject({
      blocks: [
        ['paragraph', 'Kommunfullmäktiges beslut'],
        ['decision', 'Motionen avslås.'],
      ],
      decisions: ['Motionen avslås.'],
    })
  })

  test('leaves its number, which approving gives anew, out of the words', () => {
    expect(saysWhoDecided('Styrelsens beslut (Beslut nr 2026:4)')).toBe('Styrelsens beslut')
    expect(saysWhoDecided('Beslut nr 2026:4')).toBeNull()
  })
})

describe('what is told of a vote', () => {
  test.each([
    'Omröstning begärdes inte.',
    'Omröstning begärs.',
    'Sluten omröstning genomfördes.',
    'Ingen votering begärdes.',
    'Voteringen utföll så.',
    'Hans von Essen (C) reserverar sig mot beslutet.',
    'Bror Himmelmo deltar inte i beslutet.',
    'Beslutet var enhälligt.',
    'No vote was requested.',
  ])('is text and no decision: %s', (line) => {
    expect(read('Beslut', 'Nämnden beslutar enligt förslaget.', line)).toMatchObject({
      blocks: [
        ['decision', 'Nämnden beslutar enligt förslaget.'],
        ['paragraph', line],
      ],
      decisions: ['Nämnden beslutar enligt förslaget.'],
    })
  })

  test('does not end the clauses it stands among', () => {
    const { decisions } = read('Beslut', '1. Motionen avslås.', 'Omröstning begärdes inte.', '2. Taxan höjs.')
    expect(decisions).toEqual(['Motionen avslås.', 'Taxan höjs.'])
  })

  test.each([
    'att omröstning ska ske slutet',
    'Omröstningen ska ske slutet.',
    'Motionen avslås.',
    'Votering',
    'att Bo Alm deltar inte i resan',
  ])('is not: %s', (line) => {
    expect(tellsOfVote(line)).toBe(false)
  })
})

describe('a task in a decision', () => {
  test.each([
    ['Kommunstyrelsen får i uppdrag att ta fram en plan senast den 1 juni 2020.', 'Kommunstyrelsen'],
    ['Bror Himmelmo ges i uppdrag att ta fram en plan senast den 1 juni 2020.', 'Bror Himmelmo'],
    ['Bror Himmelmo får uppdraget att ta fram en plan senast den 1 juni 2020.', 'Bror Himmelmo'],
    ['Bror Himmelmo fick i uppdrag av nämnden att ta fram en plan senast den 1 juni 2020.', 'Bror Himmelmo'],
    ['Nämnden uppdrog åt Bror Himmelmo att ta fram en plan senast den 1 juni 2020.', 'Bror Himmelmo'],
    ['Nämnden uppdrar åt Bror Himmelmo att ta fram en plan senast den 1 juni 2020.', 'Bror Himmelmo'],
    ['att uppdra åt förvaltningen att ta fram en plan senast den 1 juni 2020.', 'förvaltningen'],
    ['att ge Bror Himmelmo i uppdrag att ta fram en plan senast den 1 juni 2020.', 'Bror Himmelmo'],
    ['att Bror Himmelmo får i uppdrag att ta fram en plan senast den 1 juni 2020.', 'Bror Himmelmo'],
    ['Motionen avslås. Kommunstyrelsen får i uppdrag att ta fram en plan senast den 1 juni 2020.', 'Kommunstyrelsen'],
    [
      'Nämnden godkände planen och Saga Rimtråd får i uppdrag att ta fram en plan senast den 1 juni 2020.',
      'Saga Rimtråd',
    ],
  ])('is an action with who, what and when: %s', (line, owner) => {
    const action = ['ta fram en plan senast den 1 juni 2020', owner, '2020-06-01']
    for (const { decisions, actions } of [
      read('Beslut', line),
      read(`Beslut: ${line}`),
      read('Beslut', '1. Taxan höjs.', `2. ${line}`),
    ]) {
      expect(decisions?.at(-1)).toBe(line)
      expect(actions).toEqual([action])
    }
  })

  test('is an action in running text, too, as the sentence that says it', () => {
    const line = 'Nämnden uppdrog åt Bror Himmelmo att ringa senast den 3 juni 2020.'
    expect(read(line).actions).toEqual([[line, 'Bror Himmelmo', '2020-06-03']])
  })

  test.each([
    'Motionen avslås.',
    'Bror Himmelmo utses till ombud.',
    'Planen godkänns och får ligga till grund för arbetet.',
  ])('is not in: %s', (line) => {
    expect(read('Beslut', line).actions).toEqual([])
  })
})
