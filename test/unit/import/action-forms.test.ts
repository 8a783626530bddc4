/** Who is to do what until when, in the forms people write it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProposedItem } from '#contract/proposal.ts'
import { dueOf, saysState } from '#core/import/due.ts'
import { protocolWith, readOne } from './read.ts'

function itemOf(...lines: string[]): ProposedItem {
  const item = readOne(protocolWith(...lines)).items[1]
  if (item === undefined) throw new Error('an item is expected')
  return item
}
const actions = (...lines: string[]) => itemOf(...lines).actions.map(({ owner, due, text }) => [owner, due, text])

describe('a label in front of a name', () => {
  test.each([
    ['TODO Mina mejlar Lars om avtalet', 'Mina mejlar Lars om avtalet'],
    ['TODO: Mina mejlar Lars om avtalet', 'Mina mejlar Lars om avtalet'],
    ['Att göra: Mina mejlar Lars om avtalet', 'Mina mejlar Lars om avtalet'],
    ['AP: Mina mejlar Lars om avtalet', 'Mina mejlar Lars om avtalet'],
    ['@Mina mejlar Lars om avtalet', 'Mina mejlar Lars om avtalet'],
    ['Action (Mina): mejla Lars om avtalet', 'mejla Lars om avtalet'],
    ['Action Mina: mejla Lars om avtalet', 'mejla Lars om avtalet'],
    ['@Mina: mejla Lars om avtalet', 'mejla Lars om avtalet'],
    ['-> Mina: mejla Lars om avtalet', 'mejla Lars om avtalet'],
  ])('is no part of it: %s', (line, text) => {
    expect(actions(line)).toEqual([['Mina', null, text]])
  })

  test.each(['BH and SR', 'BH, SR', 'BH/SR', 'BH och SR'])('initials of several own it together: %s', (owner) => {
    expect(actions(`Action: ${owner} to sweep the runway`)).toEqual([[owner, null, `${owner} to sweep the runway`]])
  })

  test('several names with commas between them own one task in a list of things to do', () => {
    expect(
      actions('Att göra', '- Mina, Lars: nytt förslag till kvastar, klart 6/12', '- Lars: ringa Saga'),
    ).toMatchObject([
      ['Mina, Lars', '2019-12-06', expect.stringContaining('nytt förslag till kvastar')],
      ['Lars', null, 'ringa Saga'],
    ])
  })

  test.each([
    ['Uppdrag: Samtliga klubbar räknar sina kvastar. Klart 6 november 2019.', 'Samtliga klubbar', '2019-11-06'],
    ['Action: everybody to sweep the runway by 6 November 2019.', 'everybody', '2019-11-06'],
    ['The runway is dusty. Action: everyone to sweep it by 6 November 2019.', 'everyone', '2019-11-06'],
  ])('may stand before all of them, and in mid-text: %s', (line, owner, due) => {
    expect(itemOf(line).actions).toMatchObject([{ owner, due }])
  })

  test('a day on the next line goes with the word that leads to it', () => {
    expect(itemOf('Uppdrag: Saga och Bror sopar hela den norra startbanan. Klart', '6 november 2019.')).toMatchObject({
      actions: [{ owner: 'Saga och Bror', due: '2019-11-06' }],
    })
  })

  test.each(['AGM to follow in January, day to be fixed.'])('a meeting is nobody: %s', (line) => {
    expect(actions(line)).toEqual([])
  })

  test('a label with nothing but a name behind it says whose the words above are', () => {
    expect(actions('The board talked long. The twigs are counted again.', '', 'ACTION: Saga Rimtråd')).toEqual([
      ['Saga Rimtråd', null, 'The twigs are counted again.'],
    ])
  })

  test.each(['Valberedning: styrelsen', 'd. Valberedning: styrelsen', 'Valberedning: vakant, styrelsen'])(
    'a matter in front of the owner is no part of who it is: %s',
    (words) => {
      expect(actions(`${words} fick i uppdrag att fråga två grannar.`)).toMatchObject([['styrelsen', null, /./u]])
    },
  )
})

describe('a task that a day or its words make certain', () => {
  test.each([
    ['- Ny bana ska sopas (Peter, senast 1 juni)', 'Peter', '2020-06-01', 'Ny bana ska sopas'],
    ['Ny bana sopas (senast 1 juni, Peter).', 'Peter', '2020-06-01', 'Ny bana sopas'],
    ['Affischer, ansvarig Saga, klart v. 12', 'Saga', 'v. 12', 'Affischer'],
    ['Nycklar beställs av Oskar.', 'Oskar', null, 'Nycklar beställs av Oskar.'],
    ['Oskar beställer nycklar till den 6/11.', 'Oskar', '2019-11-06', 'Oskar beställer nycklar till den 6/11.'],
    ['Karin gör ett utkast till den 6/11.', 'Karin', '2019-11-06', 'Karin gör ett utkast till den 6/11.'],
    ['Bror ringer banken v. 12', 'Bror', 'v. 12', 'Bror ringer banken v. 12'],
    ['Bror: ring banken senast fredag', 'Bror', 'fredag', 'ring banken senast fredag'],
    ['Saga ska ta fram ett förslag till nästa möte.', 'Saga', 'nästa möte', null],
    ['Styrelsen ger Bror i uppdrag att ta in offerter.', 'Bror', null, null],
    ['Bror H och Saga tar fram ett förslag.', 'Bror H och Saga', null, 'Bror H och Saga tar fram ett förslag.'],
    ['Uppdrag: Bror H beställer ris. Klart 2019-11-04.', 'Bror H', '2019-11-04', null],
    ['Åtgärd: Kansliet arbetar in synpunkterna och skickar ut planen.', 'Kansliet', null, null],
    ['Övriga lämnar synpunkter senast den 31 oktober.', 'Övriga', '2019-10-31', null],
    ['Hamnverket ombads att se över planen före den 15 november.', 'Hamnverket', '2019-11-15', null],
    ['De boende uppmanas anmäla fel på banan.', 'De boende', null, null],
    ['Samtliga omdömen lämnas till Saga Rimtråd senast den 9 november.', null, '2019-11-09', null],
    ['Alla ska öva före jul. Saga bokar banan.', 'Saga', null, 'Saga bokar banan.'],
  ])('%s', (line, owner, due, text) => {
    expect(itemOf(line).actions).toMatchObject([{ owner, due, ...(text === null ? {} : { text }) }])
  })

  test.each([
    'Kristin skriver.',
    'Kristin skriver protokoll.',
    'Mina skriver dagens anteckningar.',
    'Mötet leds av Oskar.',
    'Protokollet justeras av Oskar senast den 6 november.',
    'Tuva flyttar till Lund till den 1 december.',
    'Tuva är borta v. 12.',
    'Banan är från i fjol (Peter, 1 juni).',
    'Banan är lång (se bilaga, senast ändrad 1 juni).',
    'Bror ombads redogöra för läget.',
    'Saga ombads lämna rummet.',
    'Deltagarna ombads att ge några exempel.',
    'Omdömen lämnas till Saga Rimtråd.',
    'Omdömena lämnades till Saga Rimtråd senast den 1 oktober.',
  ])('no action is read out of: %s', (line) => {
    expect(actions(line)).toEqual([])
  })

  test.each([
    ['Verket för banor och fält reviderar planen senast den 18 oktober.', 'Verket för banor och fält', '2019-10-18'],
    ['AC stämmer av med banvakten senast den 18 oktober.', 'AC', '2019-10-18'],
  ])('may be that of an organisation or of a double given name in the list: %s', (line, owner, due) => {
    const people = [
      'Närvarande',
      'Verket för banor och fält: Oskar Ek, Tuva Lind',
      'Kvastrådet: Ann-Cathrin Rimtråd, Bo Alm',
    ]
    const text = ['Protokoll från möte 2019-10-09', '', ...people, '', '§ 1 Banan', 'Banan visades.', line].join('\n')
    expect(readOne(text).items[0]?.actions).toMatchObject([{ owner, due, text: line }])
  })

  test('in a decision it is an action as well', () => {
    expect(itemOf('Rådet enades om att sopa banan (Bror, senast 1 juni).')).toMatchObject({
      decisions: [{}],
      actions: [{ owner: 'Bror', due: '2020-06-01' }],
    })
  })

  test('a day at the end of a sentence is the same day without the full stop', () => {
    const day = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }))
    fc.assert(
      fc.property(fc.constantFrom('till den', 'senast'), day, (lead, [date, month]) => {
        const words = `Karin gör ett utkast ${lead} ${date}/${month}`
        expect(dueOf(`${words}.`)).toEqual(dueOf(words))
        expect(dueOf(words)).toContain(`${date}/${month}`)
      }),
    )
  })
})

describe('a table of actions', () => {
  test.each(['Klart', 'Pågår', 'Done', 'Ej påbörjad', 'In progress'])('"%s" is no day', (state) => {
    expect(actions('Åtgärd\tAnsvarig\tKlart', `Sopa banan\tSaga\t${state}`)).toEqual([['Saga', null, 'Sopa banan']])
  })

  test('is one where spaces part its columns, whoever owns a row', () => {
    expect(
      actions(
        '   Uppdrag                  Ansvarig           Klart',
        '   Ny bana, invigning       Saga Rimtråd       2020-01-31',
        '   Räkning av kvistar       kansliet           2019-12-13',
        '   Besök i Lund             Bror Himmelmo      våren 2020',
      ),
    ).toEqual([
      ['Saga Rimtråd', '2020-01-31', 'Ny bana, invigning'],
      ['kansliet', '2019-12-13', 'Räkning av kvistar'],
      ['Bror Himmelmo', 'våren 2020', 'Besök i Lund'],
    ])
  })

  test('a column of days counts before one of what is done', () => {
    expect(actions('Åtgärd\tAnsvarig\tKlart\tSenast', 'Sopa banan\tSaga\tNej\t2020-05-03')).toEqual([
      ['Saga', '2020-05-03', 'Sopa banan'],
    ])
  })

  test('may be set with spaces, and need not name anybody known or a day', () => {
    const table = [
      'Nr    Åtgärd                      Ansvarig        Klart',
      '9-1  Sopa hela den långa banan    Saga            2020-05-03',
      '9-2  Köpa ris till nya kvastar    Driftkontoret   –',
      '9-3  Måla grinden                 Driftkontoret   nästa möte',
    ]
    expect(actions(...table)).toEqual([
      ['Saga', '2020-05-03', 'Sopa hela den långa banan'],
      ['Driftkontoret', null, 'Köpa ris till nya kvastar'],
      ['Driftkontoret', 'nästa möte', 'Måla grinden'],
    ])
  })

  test.each([
    ['tabs', (cells: readonly string[]) => cells.join('\t')],
    ['spaces', (cells: readonly string[]) => cells.map((cell) => cell.padEnd(26)).join('')],
  ])('with columns set by %s, numbers that point to items open none', (_, row) => {
    const text = protocolWith('Den är dammig.').replaceAll(/§ (\d)/gu, '$1.')
    const table = [
      ['Item', 'Action', 'Who', 'By'],
      ['2.1', 'Sweep the runway', 'Saga', '2019-11-06'],
      ['3.1', 'Buy nine brooms', 'Bror', '2019-11-13'],
    ]
    const { items } = readOne([text, 'Summary of actions', '', ...table.map((cells) => row(cells)), ''].join('\n'))
    expect(items.map(({ title }) => title)).toEqual([
      'Mötets öppnande',
      'Startbanan',
      'Avslutning',
      'Summary of actions',
    ])
    expect(items[3]?.actions.map(({ owner, due, text: what }) => [owner, due, what])).toEqual([
      ['Saga', '2019-11-06', 'Sweep the runway'],
      ['Bror', '2019-11-13', 'Buy nine brooms'],
    ])
  })

  test('words with a day in them say no state', () => {
    fc.assert(
      fc.property(fc.constantFrom('Klart', 'Done', 'Pågår'), fc.integer({ min: 1, max: 28 }), (state, day) => {
        expect([saysState(state), saysState(`${state} ${day} maj`), saysState(`${state} v. ${day}`)]).toEqual([
          true,
          false,
          false,
        ])
      }),
    )
  })

  test('owner and day on one line below what is to be done are both read', () => {
    expect(actions('Ring banken.', 'Ansvarig: Saga. Klart: v. 12')).toEqual([['Saga', 'v. 12', 'Ring banken.']])
  })
})

describe('signs in front of what is to be done', () => {
  test('an arrow in running text hands out what stands behind it', () => {
    expect(
      actions(
        'Listan på ris dröjer → Saga skickar ut den senast v. 46. Alla var glada. → Bror bjuder in, till nästa möte.',
      ),
    ).toEqual([
      ['Saga', 'v. 46', 'Saga skickar ut den senast v. 46.'],
      ['Bror', 'nästa möte', 'Bror bjuder in, till nästa möte.'],
    ])
    expect(actions('Takten ökar => Bror var nöjd med det. Vägen går A → B.')).toEqual([])
  })

  test('an open box asks for it, and a ticked one beside it is done', () => {
    expect(
      actions(
        '[x] Köpa hink – Saga',
        '[ ] Offert på skaft – Saga',
        '[ ] Enkät till klubbarna – Bror Himmelmo, 2019-11-14',
        '☐ Lista på ris, Bror, klar i november',
        '☐ Lappa taket – Saga, omgående',
        '☐ Tvätta bilen – gärna på lördag',
        '☑ Måla dörren – Bror',
      ),
    ).toEqual([
      ['Saga', null, 'Offert på skaft'],
      ['Bror Himmelmo', '2019-11-14', 'Enkät till klubbarna'],
      ['Bror', 'i november', 'Lista på ris'],
      ['Saga', 'omgående', 'Lappa taket'],
    ])
  })
})

describe('who is to do it', () => {
  test.each([
    [
      'Beslut att köpa en kvast för max 300 kr. Saga ansvarar, klart före jul.',
      'Saga',
      'före jul',
      'att köpa en kvast',
    ],
    ['Banan ska sopas. Bror tar hand om detta.', 'Bror', null, 'Banan ska sopas.'],
    ['Banan ska sopas. Bror är ansvarig, senast v. 46.', 'Bror', 'v. 46', 'Banan ska sopas.'],
  ])('is said in the sentence behind: %s', (line, owner, due, text) => {
    expect(itemOf(line).actions).toMatchObject([{ owner, due, text: expect.stringContaining(text) }])
  })

  test('may be two with a short "o" between, and of several tasks under one label each has its own', () => {
    expect(actions('Åtgärd: Saga bokar lokal, omgående. Tuva o Bror beställer ris.')).toEqual([
      ['Saga', 'omgående', 'Saga bokar lokal, omgående.'],
      ['Tuva o Bror', null, 'Tuva o Bror beställer ris.'],
    ])
  })

  test.each([
    ['Samtliga klubbar redovisar sina kvastar senast den 1 november.', 'Samtliga klubbar', '2019-11-01'],
    ['Alla meddelar Saga sina önskemål senast den 4 november.', 'Alla', '2019-11-04'],
  ])('may be all of them, by a day: %s', (line, owner, due) => {
    expect(itemOf(line).actions).toMatchObject([{ owner, due }])
    expect(actions(line.replace(/ senast.*/u, ' varje år.'))).toEqual([])
  })

  test('does at the latest by a day whatever is said of a person', () => {
    expect(itemOf('Saga bereder ett svar till staden senast den 3 november.').actions).toMatchObject([
      { owner: 'Saga', due: '2019-11-03' },
    ])
    expect(actions('Saga tror att svaret kommer senast den 3 november.')).toEqual([])
    expect(actions('Saga påpekar att svaret ska in senast den 3 november.')).toEqual([])
  })

  test('is who writes, where they say so', () => {
    expect(actions('Jag frågar staden om den kan salta banan.')).toEqual([
      ['Jag', null, 'Jag frågar staden om den kan salta banan.'],
    ])
    expect(actions('Jag undrar om staden kan salta banan.')).toEqual([])
  })

  test('has it from those who meet, not from others before', () => {
    expect(actions('Myndigheten har fått i uppdrag av regeringen att kartlägga banorna.')).toEqual([])
    expect(itemOf('Saga har fått i uppdrag av rådet att kartlägga banorna.').actions).toMatchObject([{ owner: 'Saga' }])
  })
})
