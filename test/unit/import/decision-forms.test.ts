/** Where a sentence stands, and what stands in front of it, say whether it decides something. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProposedItem } from '#contract/proposal.ts'
import { protocolWith, readOne, readWhole } from './read.ts'

function itemOf(...lines: string[]): ProposedItem {
  const item = readOne(protocolWith(...lines)).items[1]
  if (item === undefined) throw new Error('an item is expected')
  return item
}
const decisions = (...lines: string[]): string[] => itemOf(...lines).decisions.map((decision) => decision.text)

describe('a paragraph that opens with what the body decides now', () => {
  test.each(['Bakgrund', 'Ärendet', 'Sammanfattning av ärendet', 'Diskussion', 'Föredragning', 'Anteckningar'])(
    'is a decision under "%s"',
    (heading) => {
      expect(decisions(heading, 'Banan är full av löv.', '', 'Rådet beslutar att bifalla förslaget.')).toEqual([
        'att bifalla förslaget.',
      ])
    },
  )

  test.each([
    'Förslag till beslut',
    'Förvaltningens förslag',
    'Arbetsutskottets förslag till beslut',
    'Yrkanden',
    'Recommendation',
    'Officer’s recommendation',
    'Proposed resolution:',
  ])('is no decision under "%s"', (heading) => {
    expect(decisions(heading, 'Rådet beslutar att bifalla förslaget.')).toEqual([])
    expect(decisions(heading, 'The board agrees to sweep the runway.')).toEqual([])
  })

  test('is none under "Förslag till beslut" where its clauses stand on lines of their own either', () => {
    const lines = ['Förslag till beslut', 'Rådet beslutar', 'att sopa banan', 'att köpa ris', '']
    expect(decisions(...lines, 'Beslut', 'Rådet beslutar', 'att inte sopa banan')).toEqual(['att inte sopa banan'])
  })

  test('what was decided before stays background', () => {
    expect(decisions('Bakgrund', 'Rådet beslutade i mars att utreda banan.', 'Nu är den utredd.')).toEqual([])
    expect(decisions('Bakgrund', 'Regeringen beslutar att alla banor ska sopas.')).toEqual([])
  })

  test('a task behind it is an action again', () => {
    const item = itemOf('Bakgrund', 'Banan är full.', '', 'Rådet beslutar att sopa den.', '', 'Ris beställs av Bror.')
    expect(item.actions).toMatchObject([{ owner: 'Bror', text: 'Ris beställs av Bror.' }])
  })
})

describe('the number of a decision', () => {
  test.each([
    ['Decision 5.1: WP2 deadline moved to M18.', 'WP2 deadline moved to M18.'],
    ['Decision 5.2: The project board approves the plan.', 'The project board approves the plan.'],
    ['Beslut 5.1: Banan sopas.', 'Banan sopas.'],
    ['Decision D3 – WP2 deadline moved to M18.', 'WP2 deadline moved to M18.'],
    ['Beslut nr 4: Banan sopas.', 'Banan sopas.'],
    ['Decision no. 12: The runway is swept.', 'The runway is swept.'],
    ['Beslut § 12: Banan sopas.', 'Banan sopas.'],
    ['Decision 7-2: The runway is swept.', 'The runway is swept.'],
    ['Beslut 12–1: Banan sopas.', 'Banan sopas.'],
  ])('is no part of it, and stays in the text: %s', (line, text) => {
    expect(decisions(line)).toEqual([text])
    expect(itemOf(line).blocks.map((block) => block.text)).toEqual([line])
  })

  test('may have the town behind it, and the vote below is no part of what it decides', () => {
    const item = itemOf(
      'Resolution 61/2023 (Lysport)',
      'RG 4 approves the list of reeds in N 203.',
      'Adopted unanimously (4 for, 2 not voting).',
    )
    expect(item.decisions.map(({ text }) => text)).toEqual(['RG 4 approves the list of reeds in N 203.'])
  })

  test.each([
    'Unanimous.',
    'Carried with one abstention (DNK).',
    'Approved by consensus.',
    'Unanimous. Saga took no part in the discussion because of her own interest.',
    'Antogs enhälligt.',
  ])('has behind it how it went: %s', (vote) => {
    const item = itemOf(`Decision D3: The runway is swept. ${vote}`)
    expect(item.decisions.map(({ text }) => text)).toEqual(['The runway is swept.'])
    expect(item.blocks.map(({ text }) => text).join(' ')).toContain(vote)
  })

  test('is followed in its paragraph by how it went, which belongs to the sentence right before it', () => {
    expect(
      decisions('The rota was approved. Carried unanimously. Saga showed the budget. Adopted unanimously.'),
    ).toEqual(['The rota was approved.', 'Adopted unanimously.'])
    expect(decisions('The rota was approved. Adopted unanimously.')).toEqual(['The rota was approved.'])
  })

  test('may only be how it went where nothing stands above it', () => {
    expect(decisions('Adopted unanimously.')).toEqual(['Adopted unanimously.'])
  })

  test('is none where it is a day', () => {
    expect(decisions('Decision 2024-03-12: see annex.')).toEqual([])
  })

  test('alone on a line is a heading', () => {
    expect(decisions('Beslut 5.1', 'Banan sopas i april.')).toEqual(['Banan sopas i april.'])
  })

  test('any number is read as one', () => {
    const number = fc.tuple(
      fc.constantFrom('', 'nr ', 'D', 'WP-', '§ '),
      fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.constantFrom('Beslut', 'Decision'), number, (label, [lead, parts]) => {
        expect(decisions(`${label} ${lead}${parts.join('.')}: Banan sopas i april.`)).toEqual(['Banan sopas i april.'])
      }),
      { numRuns: 40 },
    )
  })
})

describe('a decision said in another way', () => {
  test.each([
    ['Styrelsen beslutar godkänna rapporten.', 'godkänna rapporten.'],
    ['Nämnden beslutade enhälligt bifalla ansökan.', 'bifalla ansökan.'],
    ['Rådet fattade beslut om att sopa banan.', 'att sopa banan.'],
    ['Beslut togs om att sopa banan.', 'att sopa banan.'],
    ['Rapporten lades med godkännande till handlingarna.', 'Rapporten lades med godkännande till handlingarna.'],
    ['Bror valdes med acklamation till kassör.', 'Bror valdes med acklamation till kassör.'],
    ['Mötet ställde sig bakom förslaget.', 'Mötet ställde sig bakom förslaget.'],
    ['The motion to sweep the runway was carried unanimously.', 'to sweep the runway'],
    ['Anna Ek moved to adopt the report.', 'to adopt the report.'],
    ['CONFIRMED: the minutes of 4 May, subject to one correction.', 'the minutes of 4 May, subject to one correction.'],
    ['AGREED: that the runway be swept.', 'that the runway be swept.'],
    ['Resolution 31: The runway is swept in May. (Carried with one abstention.)', 'The runway is swept in May.'],
    [
      'Arbetsgivaren beslutar enligt förslaget, med villkoret att banan sopas först.',
      'Arbetsgivaren beslutar enligt förslaget, med villkoret att banan sopas först.',
    ],
    [
      'Rådet beslutade i enlighet med förslaget med tillägget att Saga räknar kvistarna.',
      'Rådet beslutade i enlighet med förslaget med tillägget att Saga räknar kvistarna.',
    ],
    [
      'Motion (Bror, seconded by Saga): to buy nine brooms. In favor: 4. Abstained: 1 (Tuva). Motion carried.',
      'to buy nine brooms.',
    ],
    ['RESOLVED, that the runway be swept; and be it further', 'that the runway be swept'],
    [
      'Rådet enades om följande flygtider: 3 maj, 7 juni och 2 augusti.',
      'Rådet enades om följande flygtider: 3 maj, 7 juni och 2 augusti.',
    ],
  ])('%s', (line, text) => {
    expect(decisions(line)).toEqual([text])
  })

  test.each([
    'The deadline moved to M18.',
    'Anna Ek moved to Lund.',
    'The meeting moved to the next item.',
    'The motion to sweep the runway was lost.',
    'Motion (Bror, seconded by Saga): to buy nine brooms. In favor: 1. Opposed: 4. Motion failed.',
    'Rådet noterade informationen.',
    'The second report was accepted on 12 April and the money has come.',
  ])('no decision is read out of: %s', (line) => {
    expect(decisions(line)).toEqual([])
  })

  test('of a board that proposes to those above it stands below that heading', () => {
    const proposal = (heading: string) =>
      itemOf('Frågan har utretts.', '', heading, 'Motionen avslås.', '', 'Reservation', 'Saga reserverar sig.')
    expect(proposal('Kvastrådets förslag till kommunfullmäktige').decisions).toMatchObject([
      { text: 'Motionen avslås.' },
    ])
    expect(proposal('Kvistutskottets förslag till kvastrådet').decisions).toEqual([])
  })

  test.each([
    'Saga yrkade avslag. Rådet biföll förslaget och beslutade',
    'Saga föredrog ärendet. Rådet beslutade enligt förslaget:',
    'Rådet beslutade i enlighet med flygchefens förslag:',
  ])('what leads to the clauses below is none itself: %s', (lead) => {
    expect(decisions(lead, 'att sopa banan,', 'att köpa ris.')).toEqual(['att sopa banan', 'att köpa ris.'])
  })

  test('a line without an end leads in the clauses below it that begin with "to"', () => {
    expect(
      decisions('Decision', 'The board advises the club', '– to sweep the runway', '– to buy nine brooms.'),
    ).toEqual(['to sweep the runway', 'to buy nine brooms.'])
  })

  test('an arrow behind the clauses hands out a task', () => {
    const item = itemOf('Rådet beslutade', '– att söka bidrag', '', '→ Saga Rimtråd skriver ansökan senast 6 november.')
    expect(item.decisions.map(({ text }) => text)).toEqual(['att söka bidrag'])
    expect(item.actions).toMatchObject([{ owner: 'Saga Rimtråd', due: '2019-11-06' }])
  })

  test('"Beslut: Rådet beslutar" leaves the clauses to the lines below', () => {
    const item = itemOf('Beslut: Rådet beslutar', 'att sopa banan', 'att köpa ris')
    expect(item.decisions.map(({ text }) => text)).toEqual(['att sopa banan', 'att köpa ris'])
    expect(item.blocks[0]).toMatchObject({ kind: 'paragraph', text: 'Rådet beslutar' })
  })

  test('a task handed out without "att" is a decision and an action', () => {
    expect(itemOf('Rådet beslöt uppdra åt Saga att sopa banan.')).toMatchObject({
      decisions: [{ text: 'uppdra åt Saga att sopa banan.' }],
      actions: [{ owner: 'Saga', text: 'sopa banan' }],
    })
  })
})

describe('what a label leaves to the lines below', () => {
  test.each([
    'Beslut: Rådet föreslår stämman',
    'Beslut: Rådet föreslår kommunfullmäktige besluta',
    'BESLUT: Kvastrådet beslutar hemställa hos styrelsen',
    'Beslut: Rådet rekommenderar årsmötet att besluta',
  ])('is decided clause by clause: %s', (lead) => {
    expect(decisions(lead, '1. att anta stadgarna', '2. att sälja den gamla kvasten')).toEqual([
      'att anta stadgarna',
      'att sälja den gamla kvasten',
    ])
  })

  test('begins with a clause of its own', () => {
    expect(decisions('Beslut: att sopa banan', 'att köpa ris')).toEqual(['att sopa banan', 'att köpa ris'])
    expect(decisions('Beslut: Banan sopas.', 'att det tar tid är känt.')).toEqual(['Banan sopas.'])
  })

  test.each([
    ['set with tabs', ['Beslut\tatt sopa banan', '\tatt köpa ris', 'Ansvarig\tSaga', 'Klart\t3 november']],
    ['drawn', ['| Beslut | att sopa banan |', '|  | att köpa ris |', '| Ansvarig | Saga |', '| Klart | 3 november |']],
    [
      'set with blanks',
      ['Beslut      att sopa banan', '            att köpa ris', 'Ansvarig    Saga', 'Klart       3 nov'],
    ],
  ])('stands beside it in a cell: %s', (_, rows) => {
    const item = itemOf(...rows)
    expect(item.decisions.map(({ text }) => text)).toEqual(['att sopa banan', 'att köpa ris'])
    expect(item.actions).toMatchObject([{ owner: 'Saga', due: '2019-11-03' }])
    readWhole(protocolWith(...rows).split('\n'))
  })

  test('is what several do beside whose it is', () => {
    const item = itemOf('Beslut\tBanan sopas', 'Ansvarig\tSaga ringer polisen. Bror köper ris.', 'Klart\tv. 46')
    expect(item.decisions.map(({ text }) => text)).toEqual(['Banan sopas'])
    expect(item.actions.map(({ owner }) => owner)).toEqual(['Saga', 'Bror'])
  })
})

describe('an outcome in few words', () => {
  test.each([
    ['Ansökan om lån av banan. Avslås.', 'Avslås.'],
    ['Klubbens ansökan bifalls med 4 000 kr.', 'Klubbens ansökan bifalls med 4 000 kr.'],
    ['TK:s ansökan om kursen "Sota rätt" tillstyrktes.', 'TK:s ansökan om kursen "Sota rätt" tillstyrktes.'],
    ['Förslaget om en fest för kvastar bifölls.', 'Förslaget om en fest för kvastar bifölls.'],
    ['Rådet bifaller motionen.', 'Rådet bifaller motionen.'],
    ['Remissen om ris: rådet avstår från att yttra sig.', 'Remissen om ris: rådet avstår från att yttra sig.'],
    ['Rådet beslöt föreslå stämman en ny avgift.', 'föreslå stämman en ny avgift.'],
  ])('is decided: %s', (line, text) => {
    expect(decisions(line)).toEqual([text])
  })

  test.each([
    'Saga sade att ansökningar avslås i regel.',
    'Om motionen avslås kommer den igen.',
    'Saga Rimtråd yrkar att motionen bifalls.',
    'Förslaget om en fest är inte klart.',
    'Sopgruppen avstår från att delta i beslutet.',
  ])('is not in what somebody says or wants: %s', (line) => {
    expect(decisions(line)).toEqual([])
  })
})

describe('what those who met agreed on in running text', () => {
  test.each([
    'Efter en stund enades vi om att byta kvastar och att inte köpa nya hinkar.',
    'Till slut kom rådet överens om att byta kvastar och att inte köpa nya hinkar.',
    'Vi kom också överens om att byta kvastar och att inte köpa nya hinkar.',
    'Sedan var vi eniga om att byta kvastar och att inte köpa nya hinkar.',
  ])('is decided: %s', (line) => {
    expect(decisions(line)).toEqual(['att byta kvastar', 'att inte köpa nya hinkar.'])
  })

  test('is whole where a word begins like one for those who met', () => {
    expect(decisions('Efter en stund enades vi om att gå vidare och att inte vänta.')).toEqual([
      'att gå vidare',
      'att inte vänta.',
    ])
  })

  test('is told where others did', () => {
    expect(decisions('Tuva berättade att grannarna kom överens om att byta kvastar.')).toEqual([])
  })
})
