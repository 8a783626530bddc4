/** What a row or a bracket says is decided, to be done, or neither. */
import { expect, test } from 'vitest'
import { protocolWith, readOne } from './read.ts'

function said(...lines: readonly string[]): { decisions: string[]; actions: Array<[string, string | null]> } {
  const { items } = readOne(protocolWith(...lines))
  return {
    decisions: items.flatMap((item) => item.decisions.map(({ text }) => text)),
    actions: items.flatMap((item) => item.actions.map(({ text, owner }): [string, string | null] => [text, owner])),
  }
}

function inTable(...rows: readonly string[]): ReturnType<typeof said> {
  const { items } = readOne(
    [
      'Protokoll fört vid möte med Kvastrådet den 9 oktober 2019',
      '',
      'Närvarande: Tuva Kvastborg (ordförande), Bror Himmelmo, Saga Rimtråd',
      '',
      ...rows,
      '',
    ].join('\n'),
  )
  return {
    decisions: items.flatMap((item) => item.decisions.map(({ text }) => text)),
    actions: items.flatMap((item) => item.actions.map(({ text, owner }): [string, string | null] => [text, owner])),
  }
}

test.each(['Beslut / åtgärd', 'Åtgärd/beslut', 'Beslut och åtgärder'])(
  'a cell below "%s" is a decision unless somebody, a day or a verb says that it is yet to be done',
  (title) => {
    const { decisions, actions } = inTable(
      `Punkt\t${title}\tAnsvarig\tKlart`,
      'Budget\tBudgeten ligger fast\t\t',
      'Lokal\tNy hyresvärd\tBror Himmelmo\t3 maj',
      'Startbana\tBeställa grus\t\t',
      'Vimplar\tSaga Rimtråd ringer sömmerskan till den 12 maj\t\t',
      'Avgift\tAvgiften blir 200 kr\t\t',
    )
    expect(decisions).toEqual(['Budgeten ligger fast', 'Avgiften blir 200 kr'])
    expect(actions).toEqual([
      ['Ny hyresvärd', 'Bror Himmelmo'],
      ['Beställa grus', null],
      ['Saga Rimtråd ringer sömmerskan till den 12 maj', 'Saga Rimtråd'],
    ])
  },
)

test('a day alone in a column of decisions and actions is neither', () => {
  const { decisions, actions } = inTable(
    'Punkt\tBeslut / åtgärd\tAnsvarig\tKlart',
    'Budget\tBudgeten ligger fast\t\t',
    'Avgift\tAvgiften blir 200 kr\t\t',
    'Nästa möte\t2019-11-13 kl. 18, klubbstugan\t\t',
  )
  expect(decisions).toEqual(['Budgeten ligger fast', 'Avgiften blir 200 kr'])
  expect(actions).toEqual([])
})

test('the rows of a table that a decision leads to are no decisions of their own', () => {
  const { decisions } = said(
    'Beslut',
    '1. Följande projekt beviljas medel:',
    'Projekt\tSökande\tBelopp',
    '2.1 Ny brygga\tByalaget\t20 000 kr',
    '2.2 Bastu\tKlubben\t30 000 kr',
    '2. Ansökan från Flygklubben avslås.',
  )
  expect(decisions).toEqual(['Följande projekt beviljas medel:', 'Ansökan från Flygklubben avslås.'])
})

test.each(['- ( , senast 30 april)', 'Åtgärd: ( , senast 30 april)', 'Åtgärd: , senast 30 april'])(
  '"%s" has nothing that is to be done, and is text',
  (line) => {
    expect(said(line).actions).toEqual([])
    const { placements } = readOne(protocolWith(line))
    expect(placements.filter(({ part }) => part === 'action')).toEqual([])
  },
)
