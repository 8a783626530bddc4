/** Rows, labels and outcomes that decide or hand out something, and what only tells of it. */
import { describe, expect, test } from 'vitest'
import type { ProposedItem } from '#contract/proposal.ts'
import { readOne } from './read.ts'

const swedish = [
  'Minnesanteckningar Trädgårdsgruppen',
  'Datum: 2024-05-03',
  'Närvarande: Hanna Ekdal (ordförande), Tomas Sid, Priya Nord (sekreterare), Adam Fält',
  '',
  '1. Öppnande',
  'Hanna öppnade mötet.',
]
const english = [
  'Minutes of the Garden Committee',
  'Date: 3 May 2024',
  'Present: Helen Marsh (chair), Tom Sidwell, Priya Nair, Ade Falana',
  '',
  '1. Opening',
  'Helen opened the meeting.',
]

function itemOf(head: readonly string[], ...lines: string[]): ProposedItem {
  const meeting = readOne([...head, '', '2. Växthuset', ...lines, '', '3. Övrigt', 'Inget.', ''].join('\n'))
  const item = meeting.items.find((one) => one.number === '2')
  if (item === undefined) throw new Error('an item is expected')
  return item
}
const decisions = (item: ProposedItem) => item.decisions.map((decision) => decision.text)
const actions = (item: ProposedItem) => item.actions.map(({ owner, due, text }) => [owner, due, text])

describe('a table of decisions', () => {
  test('gives a decision a row, without its number and its day', () => {
    const rows = ['Nr\tBeslut\tDatum', 'B7\tVäxthuset målas grönt\t2024-05-03', 'B8\tBidraget söks\t2024-05-03']
    const item = itemOf(swedish, ...rows)
    expect(decisions(item)).toEqual(['Växthuset målas grönt', 'Bidraget söks'])
    expect(actions(item)).toEqual([])
  })

  test('may be set with spaces', () => {
    const rows = ['Nr      Beslut                   Datum', 'B7      Växthuset målas grönt    2024-05-03']
    expect(decisions(itemOf(swedish, ...rows))).toEqual(['Växthuset målas grönt'])
  })

  test('with columns of who and until when gives decisions and actions', () => {
    const item = itemOf(swedish, '| Beslut | Ansvarig | Klart |', '| Växthuset målas grönt | Adam | 1 juni |')
    expect(decisions(item)).toEqual(['Växthuset målas grönt'])
    expect(actions(item)).toEqual([['Adam', '2024-06-01', 'Växthuset målas grönt']])
  })

  test('beside columns of other things is none', () => {
    const item = itemOf(swedish, 'Ansökan\tBeslut\tBelopp', 'Kvarnens vänner\tbeviljas bidrag\t500 kr')
    expect(decisions(item)).not.toContain('beviljas bidrag')
  })
})

describe('what became of something', () => {
  test.each([
    ['a. Compost policy – approved', 'Compost policy – approved'],
    ['Watering plan – adopted with the change on page 4', 'Watering plan – adopted with the change on page 4'],
    ['Vattningsplan – godkändes', 'Vattningsplan – godkändes'],
  ])('behind a dash is a decision: %s', (line, decision) => {
    expect(decisions(itemOf(english, line)).join()).toContain(decision)
  })

  test.each(['Compost policy – to be approved', 'Watering plan – deferred', 'Confirmed ....................'])(
    'is not decided: %s',
    (line) => {
      expect(decisions(itemOf(english, line))).toEqual([])
    },
  )

  test('a proposal is carried behind its seconder and the count', () => {
    const proposal = 'Tom proposed that the shed be painted. Seconded by Ade.'
    expect(decisions(itemOf(english, `${proposal} Vote: 4 for, 1 against. Carried.`))).toEqual([
      'that the shed be painted',
    ])
    expect(decisions(itemOf(english, `${proposal} Vote: 1 for, 4 against. Lost.`))).toEqual([])
    expect(decisions(itemOf(english, `${proposal} Helen spoke about the beans. Carried.`))).toEqual([])
  })

  test.each([
    'Action 4 (water butt) – done.',
    'Action 6: carried forward.',
    'Action 7 – see item 5',
    'Action 9: completed on 3 April',
  ])('of an earlier action is none to come: %s', (line) => {
    expect(actions(itemOf(english, line))).toEqual([])
  })
})

describe('a decision in other words', () => {
  test.each([
    ['-> Bestämdes: vi vattnar varje dag.', 'vi vattnar varje dag.'],
    ['Beslut Vi köper in två komposter till våren.', 'Vi köper in två komposter till våren.'],
    ['Gruppen beslutade i enlighet med Hannas förslag.', 'Gruppen beslutade i enlighet med Hannas förslag.'],
    ['Arbetsgivaren beslutar att hyra ett växthus.', 'att hyra ett växthus.'],
    ['Gruppen beslutade bevilja bidrag enligt följande:', 'bevilja bidrag enligt följande'],
  ])('%s', (line, decision) => {
    expect(decisions(itemOf(swedish, line))).toEqual([decision])
  })

  test.each(['Gruppen beslutade enligt följande:', 'Beslut KS den 3 mars.', 'Beslut Vi'])('is none: %s', (line) => {
    expect(decisions(itemOf(swedish, line))).toEqual([])
  })

  test('"men att" opens another clause, and a body in small letters is handed a task in it', () => {
    const item = itemOf(
      swedish,
      'Gruppen beslutade att avslå motionen, men att styrelsen får i uppdrag att ringa banken.',
    )
    expect(decisions(item)).toEqual(['att avslå motionen', 'att styrelsen får i uppdrag att ringa banken.'])
    expect(actions(item)).toEqual([['styrelsen', null, 'ringa banken']])
  })

  test('a day goes on with the line that leads it in', () => {
    const lines = ['IT WAS RESOLVED THAT the watering ban be continued until', '30 September 2024.']
    expect(decisions(itemOf(english, ...lines)).join()).toContain('until 30 September 2024')
  })
})

describe('who is to do it', () => {
  test.each([
    ['- jorden (Ansvarig: vaktmästare Lelle, klart 31/5)', 'vaktmästare Lelle', '2024-05-31', 'jorden'],
    ['- skyltar (Ansvarig: Tomas och Adam, klart till nästa APT)', 'Tomas och Adam', 'nästa APT', 'skyltar'],
    ['ANSVARIG: Hanna – bokar lokal', 'Hanna', null, 'bokar lokal'],
    ['Ansvarig för bakningen: Tomas', 'Tomas', null, 'bakningen'],
    ['Rektor pratar med köket.', 'Rektor', null, 'Rektor pratar med köket.'],
    ['Det läcker i 2 A. Tomas skriver ett brev till grannen.', 'Tomas', null, 'Tomas skriver ett brev till grannen.'],
    ['Adam tycker att det är torrt. Han åtar sig att vattna.', 'Adam', null, 'Han åtar sig att vattna.'],
    ['Adam skickar svaren under veckan.', 'Adam', 'under veckan', 'Adam skickar svaren under veckan.'],
  ])('stands in or around the words: %s', (line, owner, due, text) => {
    expect(actions(itemOf(swedish, line))).toEqual([[owner, due, text]])
  })

  test.each([
    ['ACTION Tom + Ade: review within two weeks', 'Tom + Ade', 'within two weeks', 'review within two weeks'],
    ['Action: All partners – send one news item (ongoing)', 'All partners', 'ongoing', 'send one news item (ongoing)'],
    ['ACTION Tom: open the gate (end of June)', 'Tom', 'end of June', 'open the gate (end of June)'],
  ])('stands in front of what is asked in English: %s', (line, owner, due, text) => {
    expect(actions(itemOf(english, line))).toEqual([[owner, due, text]])
  })

  test('an office alone behind "Action" owns what stands above', () => {
    expect(actions(itemOf(english, 'The lock is rusty.', 'ACTION: TOWN CLERK'))).toEqual([
      ['TOWN CLERK', null, 'The lock is rusty.'],
    ])
  })

  test('initials in front of an entry under "Att göra" do, even of nobody listed', () => {
    expect(actions(itemOf(swedish, 'Att göra', '- LE: mejla juridik, senast 5/6'))).toEqual([
      ['LE', '2024-06-05', 'mejla juridik, senast 5/6'],
    ])
  })

  test('what the text tells and a line below lists again is one action', () => {
    const told = 'Tom will bring a cost comparison in the summer.'
    const listed = 'ACTION: Tom to prepare a cost comparison for the summer.'
    expect(actions(itemOf(english, told, listed))).toHaveLength(1)
    expect(actions(itemOf(english, told, 'ACTION: Ade to prepare a cost comparison for the summer.'))).toHaveLength(2)
    expect(actions(itemOf(english, told, 'ACTION: Tom to ring the bank.'))).toHaveLength(2)
  })

  test.each(['Visit to the harbour museum and dinner.', 'Tom explained the rota and offered to meet him.'])(
    'is nobody: %s',
    (line) => {
      expect(actions(itemOf(english, line))).toEqual([])
    },
  )
})
