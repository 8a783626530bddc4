import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compareAccounts } from '#core/reading/compare.ts'
import { proposeHolders, proposeStarts } from '#core/reading/holders.ts'
import { readText } from '#core/reading/read.ts'
import { events, name, ofKind, parties, people, tenures } from './shape.ts'

const file = (path: string) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8')
const programme = readText(file('texts/twin-programme.txt'))
const strategy = readText(file('texts/twin-strategy.txt'))
const news = readText(file('texts/twin-news.txt'))
const later = readText(file('texts/twin-later.txt'))

test('groups have their challenges, also the group that has none, and the bodies above them', () => {
  const groups = ofKind(programme, 'body').filter((one) => one.type === 'arbetsgrupp')
  expect(groups.map((one) => one.who.name)).toEqual(['Skaftvirke', 'Vinddata', 'Skaftvirke och livslångt flygande'])
  const challenges = ofKind(programme, 'theme').filter((one) => one.type === 'challenge')
  expect(challenges.map((one) => `${name(one.body)}: ${one.title}`)).toEqual([
    'Skaftvirke: Provflygning av raka skaft (ris- och näverbindning)',
    'Skaftvirke: Tork',
    'Skaftvirke: Export av kvastfrön',
  ])
  const advisory = ofKind(programme, 'body').find((one) => one.type === 'samverkansgrupp')
  expect(advisory).toMatchObject({ targetSize: 'omkring 12', parent: { name: 'Samverkansprogrammet Kvast och vind' } })
  expect(groups.every((one) => name(one.parent) === advisory?.who.name)).toBe(true)
  expect(ofKind(programme, 'theme').filter((one) => one.type === 'area')).toHaveLength(3)
  expect(ofKind(programme, 'focus').map((one) => [one.body.name, one.theme.code, one.theme.title])).toEqual([
    ['Vinddata', '1.2', 'Ökad delning av vinddata'],
  ])
})

test('champions and contacts come with title and organisation, health-telling titles are marked', () => {
  const list = tenures(programme)
  expect(list.filter((one) => one.includes('| champion |'))).toHaveLength(8)
  expect(list.filter((one) => one.includes('| sammankallande |'))).toEqual([
    'Frida Ljungmoln | sammankallande | - | - | Skaftvirke',
  ])
  expect(list.filter((one) => one.includes('| kontaktperson |'))).toHaveLength(2)
  expect(list).toEqual(
    expect.arrayContaining([
      'Alvar Björkrisson | anställd | VD | Skaftbolaget Rak | -',
      'Ole Bror Oskrock | anställd | Rektor | Flygkvastens högskola | -',
      'Elvira Dimmberg | anställd | Vice VD | Astro Borst | -',
      'Saga Rimtråd | anställd | Spetspatient och forskare | Molnets universitet | -',
      'Peter Takåsen | grundare | Spetspatient och grundare | FIL - Fler I Luften | -',
      'Måns Ulvskaft | anställd | FoU-direktör | Region Blåsmark | -',
      'Annika Sandskopa | - | - | AstroBorst | -',
      'Tuvalina Kvastborg | projektledare | Projektledare | - | Samverkansprogrammet Kvast och vind',
    ]),
  )
  expect(
    ofKind(programme, 'tenure')
      .filter((one) => one.sensitive)
      .map((one) => name(one.person)),
  ).toEqual(['Saga Rimtråd', 'Peter Takåsen'])
})

test('days without a year stay without one where nothing tells it', () => {
  expect(ofKind(programme, 'event').map((one) => [one.from, one.basis])).toEqual([
    [null, 'unknown'],
    [null, 'unknown'],
  ])
})

test('repeated lines are one dated post each, with the edges as written', () => {
  const posts = ofKind(strategy, 'tenure').filter((one) => one.person === null)
  expect(posts.map((one) => [one.pronoun, one.post, one.span.from, one.span.to, one.places.length])).toEqual([
    ['hon', 'minister för luftfart och städning', '2016-03-03', '2018-09-09', 2],
    ['han', 'kvastminister', '2016-03-04', '2018-09-09', 2],
    ['han', 'ris- och bindningsminister', '2014-02-01', '2016-03-03', 2],
  ])
})

test('holders are proposed from who is seen within, and a later one starts after the end', () => {
  const nameless = ofKind(strategy, 'tenure').filter((one) => one.person === null)
  const statements = [strategy, later].flatMap((reading) =>
    ofKind(reading, 'tenure')
      .filter((one) => one.person !== null && one.post !== null)
      .map((finding) => ({
        finding,
        published: reading.publishedFrom === null ? null : { from: reading.publishedFrom, to: reading.publishedTo },
        source: 'twin',
      })),
  )
  const proposals = proposeHolders(nameless, statements)
  expect(proposals.map((one) => `${nameless[one.tenure]?.post}: ${one.person.name}, ${one.reasons.join(' ')}`)).toEqual(
    [
      'minister för luftfart och städning: Disa Molnudd, same-post seen-within only-name',
      'kvastminister: Torkel Himmelmo, same-post seen-within',
      'ris- och bindningsminister: Torkel Himmelmo, same-block',
    ],
  )
  expect(proposeStarts(nameless, statements).map((one) => [one.person.name, one.fromAfter])).toEqual([
    ['Karl-Göran Sotberg', '2018-09-09'],
  ])
  // Without a text that shows a holder within, nobody is called later or earlier.
  expect(
    proposeStarts(
      nameless,
      statements.filter((one) => one.finding.person?.name === 'Karl-Göran Sotberg'),
    ),
  ).toEqual([])
})

test('measures stand under their aims with who is charged, coordinates, receives, and by when', () => {
  const found = ofKind(strategy, 'assignment').map(
    (one) =>
      `${one.theme?.code ?? '-'} ${one.type} ${one.title}: ${parties(one).join(' ')} ${one.due ?? ''}${one.amounts.map((amount) => ` ${amount.sek}`).join('')}`,
  )
  expect(found).toEqual(
    expect.arrayContaining([
      '1.1 uppdrag Uppdrag att jämna banor: Regeringen=issuer Myggverket=charged Luftinspektionen=charged Vindmyndigheten=coordinating 2017-04-30 40000000',
      '1.1 utredning Utredning av landningar:  ',
      '1.2 uppdrag Pilotprojekt i Blåsmark: Myggverket=charged Flying Broom Sweden=recipient  2500000',
      '2.1 uppdrag Sex myndigheter samverkar: Myggverket=charged Luftinspektionen=charged Vindmyndigheten=charged Utredningen om tillgång till skaft (K 2015:04)=partner ',
    ]),
  )
  expect(found.some((one) => one.includes('Stiftelsen Björken=funder') && one.includes('1200000000'))).toBe(true)
  expect(found.some((one) => one.startsWith('1.2') && one.includes('Vindmyndigheten=recipient'))).toBe(true)
  expect(
    ofKind(strategy, 'body')
      .filter((one) => one.type === 'arbetsgrupp')
      .map((one) => one.who.name),
  ).toEqual(['Skaftvirke', 'Vinddata'])
})

test('people of a picture belong to the office, photographers to whom they work for, ministries to the office', () => {
  expect(people(news).toSorted()).toEqual([
    'Erik Fladdrik',
    'Katla Nordanbris',
    'Lisen Karlsskaft',
    'Pelle Holmsopa',
    'Tuvalina Kvastborg',
  ])
  expect(tenures(news)).toEqual(
    expect.arrayContaining([
      'Katla Nordanbris | - | - | - | Kvastkontoret',
      'Lisen Karlsskaft | fotograf | - | Vinddepartementet | -',
      'Erik Fladdrik | fotograf | - | FLK | -',
    ]),
  )
  expect(
    ofKind(news, 'body')
      .find((one) => one.type === 'kontor')
      ?.members.map(name),
  ).toEqual(['Vinddepartementet', 'Skogsdepartementet', 'Luftdepartementet'])
  expect(events(news).map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
    '2019-10-09 inferred',
    '2020-03-03 stated',
    '2020-01-23 stated',
  ])
})

test('the news beside the minutes: both, only here, only there, and a day that disagrees', () => {
  const minutes = file('minutes/twin.txt')
  const facts = compareAccounts({ text: file('texts/twin-news.txt'), kind: 'text' }, { text: minutes, kind: 'minutes' })
  const verdict = (label: RegExp) =>
    facts.filter((one) => one.fact.kind === 'organisation' && label.test(one.fact.label)).map((one) => one.verdict)
  expect(verdict(/^NordBorst/u)).toEqual(['only-a'])
  expect(verdict(/^Vindsnurra Invest/u)).toEqual(['only-b'])
  expect(facts.find((one) => one.fact.label === 'Luftkastellet Export')).toMatchObject({
    verdict: 'both',
    rolesA: ['guest'],
    rolesB: ['employer'],
  })
  const dated = (date: string) =>
    facts.filter((one) => one.fact.date === date).map((one) => [one.verdict, ...one.notes])
  expect(dated('2020-03-03')).toEqual([['both', 'year-only-a']])
  expect(dated('2020-01-23')).toEqual([['both', 'year-only-a']])
  expect(facts.filter((one) => one.fact.kind === 'meeting').map((one) => one.verdict)).toEqual(['both'])
  const other = compareAccounts(
    { text: file('texts/twin-news.txt').replace('3 mars 2020', '4 mars 2020'), kind: 'text' },
    { text: minutes, kind: 'minutes' },
  )
  expect(other.filter((one) => one.verdict === 'conflict').map((one) => one.fact.kind)).toEqual(['event'])
})

test('words that both accounts lean on are shown as written, not without their endings', () => {
  const facts = compareAccounts(
    { text: 'Om Kvastbindarutbildningarna talades det länge.', kind: 'text' },
    { text: 'Mötet gällde kvastbindarutbildningen.', kind: 'text' },
  )
  expect(facts.filter((one) => one.fact.kind === 'topic').map((one) => [one.fact.label, one.verdict])).toEqual([
    ['Kvastbindarutbildningarna', 'both'],
  ])
})
