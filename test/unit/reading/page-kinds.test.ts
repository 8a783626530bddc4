/** Invented pages of the kinds that offices publish: what each line tells, and what no line may be taken for. */
import { describe, expect, it } from 'vitest'
import type { Finding, FindingKind, FindingOf } from '#contract/reading.ts'
import { readText } from '#core/reading/read.ts'

const of = <K extends FindingKind>(kind: K, text: string): FindingOf<K>[] =>
  readText(text).findings.filter((one: Finding): one is FindingOf<K> => one.kind === kind)
const posts = (text: string): string[] =>
  of('tenure', text)
    .map(
      ({ person, pronoun, title, role, organisation, body, span }) =>
        `${person?.name ?? pronoun}: ${title ?? role} ${organisation?.name ?? body?.name ?? ''} ${span.from ?? ''}..${span.to ?? span.toKind}`,
    )
    .toSorted()

describe('a press release about an appointment', () => {
  it('dates the new post by the sentence after the one that names it', () => {
    const text =
      'Ny chef\n\nRegeringen har utsett Marianne Öhrnfalk till generaldirektör för Kustmyndigheten. Hon tillträder den 1 juni 2023.\n'
    expect(posts(text)).toEqual(['Marianne Öhrnfalk: generaldirektör Kustmyndigheten 2023-06-01..open'])
  })

  it('dates nobody by a sentence about somebody else', () => {
    const text =
      'Ny chef\n\nRegeringen har utsett Marianne Öhrnfalk till generaldirektör för Kustmyndigheten. Grahnström tillträder den 1 juni 2023.\n'
    expect(posts(text)).toEqual(['Marianne Öhrnfalk: generaldirektör Kustmyndigheten ..unknown'])
  })

  it('keeps days out of titles, wherever in the sentence they stand', () => {
    const text =
      'Ministrar\n\nLena Brodd var kustminister från den 4 februari 2019 till och med den 17 oktober 2022. Sedan den 18 oktober 2022 är Torvald Hjelmgren kustminister.\n'
    expect(posts(text)).toEqual([
      'Lena Brodd: kustminister  2019-02-04..2022-10-17',
      'Torvald Hjelmgren: kustminister  2022-10-18..open',
    ])
  })

  it('takes no person for the place where somebody works, and gives nobody the title of another', () => {
    const text = 'Nyhet\n\nPresskontakt\nYlva Sten, pressekreterare hos kustminister Torvald Hjelmgren\n070-555 01 02\n'
    expect(of('organisation', text)).toEqual([])
    expect(of('tenure', text).filter((one) => one.person?.name === 'Ylva Sten' && one.post !== null)).toEqual([])
    expect(posts(text)).toContain('Ylva Sten: pressekreterare  ..unknown')
    expect(posts(text)).toContain('Torvald Hjelmgren: kustminister  ..unknown')
  })
})

describe('a list of ministers', () => {
  it('gives each line under the post its holder and its days, also one who is still there', () => {
    const text =
      'Tidigare och nuvarande ministrar\n\nKustminister\n\nDen 3 oktober 2014 – 12 mars 2016: Gun Valldin\n12 mars 2016 – 20 januari 2019: Lennart Hjort (S)\nFatima Aziz, 21 januari 2019–30 november 2021\n22 december 2021 – : Torvald Hjelmgren\n'
    expect(posts(text)).toEqual([
      'Fatima Aziz: Kustminister  2019-01-21..2021-11-30',
      'Gun Valldin: Kustminister  2014-10-03..2016-03-12',
      'Lennart Hjort: Kustminister  2016-03-12..2019-01-20',
      'Torvald Hjelmgren: Kustminister  2021-12-22..open',
    ])
  })

  it('takes a line with other words than a name and days for no such line', () => {
    const text = 'Kustminister\n\nDen 3 oktober 2014 invigde Gun Valldin hamnen.\n'
    expect(posts(text)).toEqual([])
  })

  it.each([
    ['Mellan den 31 november 2018 och den 20 januari 2019 var han öminister.', 'han: öminister  ..2019-01-20'],
    ['Mellan den 22 januari 2020 och den 21 januari 2019 var han sjöminister.', 'han: sjöminister  ..unknown'],
    ['Från den 1 februari 2022 är han skärgårdsminister.', 'han: skärgårdsminister  2022-02-01..open'],
    ['Mellan maj 2019 och 2019 var hon öminister.', 'hon: öminister  2019-05..2019'],
  ])('leaves open what no calendar has, and never ends before it begins: %s', (line, expected) => {
    expect(posts(`Statsråd\n\n${line}\n`)).toEqual([expected])
  })
})

describe('a page of working groups', () => {
  const page = `Samverkansprogrammet Blå ekonomi

Arbetsgrupper

Inom Blå ekonomi finns två arbetsgrupper:

Fiskets framtid

Champions: Klas von Rosenskog, ordförande, Yrkesfiskarna, och Maj-Britt Sandelius, forskningschef, Havsinstitutet

Sammankallande och kontaktperson är Yusuf Demirci, Näringsdepartementet.

Vindkraft till havs

Gruppen bildades i september 2021 och leds av Ann-Sofie Kullring från Energibolaget Norrvind AB.

Kontaktperson: Rikard Ek, Region Sundvik
`

  it('has the groups whose champions and conveners stand in one line', () => {
    expect(
      of('body', page)
        .filter((one) => one.type === 'arbetsgrupp')
        .map((one) => one.who.name),
    ).toEqual(['Fiskets framtid', 'Vindkraft till havs'])
    const seats = of('tenure', page)
      .filter((one) => one.body !== null)
      .map((one) => `${one.body?.name}: ${one.role} ${one.person?.name}`)
    expect(seats.toSorted()).toEqual([
      'Fiskets framtid: champion Klas von Rosenskog',
      'Fiskets framtid: champion Maj-Britt Sandelius',
      'Fiskets framtid: kontaktperson Yusuf Demirci',
      'Fiskets framtid: sammankallande Yusuf Demirci',
      'Vindkraft till havs: kontaktperson Rikard Ek',
      'Vindkraft till havs: ledare Ann-Sofie Kullring',
    ])
  })

  it('names an organisation once, by its whole name', () => {
    const names = of('organisation', page).map((one) => one.who.name)
    expect(names).toContain('Energibolaget Norrvind AB')
    expect(names).not.toContain('Norrvind AB')
  })
})

describe('an action plan', () => {
  const plan = `Handlingsplan 2022–2025

1. Hållbart fiske

Målsättningar
1.1 Fångsterna ska rapporteras digitalt av alla yrkesfiskare
1.2 Djupdata ska vara öppna där säkerheten tillåter det
1.3 En nationell havsdatabas ska finnas 2025

Insatser
 • Kustmyndigheten har fått i uppdrag att ta fram ett system för digital fångstrapportering. Uppdraget ska redovisas senast den 1 oktober 2023. För uppdraget får myndigheten använda högst 12,5 miljoner kronor under 2022.
 • Regeringen gav den 17 februari 2022 Havsinstitutet och Sundviks universitet i uppdrag att tillsammans kartlägga bottnar. Slutredovisning ska ske till Näringsdepartementet den 31 mars 2024.
 • Sjömätningsverket ska etablera en nationell havsdatabas. Regeringen avsätter 40 miljoner kronor.
 • Förslag väntas av Lantmäteriet, som i samråd med SMHI har i uppdrag att föreslå regler för djupdata.
 • Utredningen om havsdata (dir. 2022:14) ska lämna sitt betänkande senast den 15 december 2023. Särskild utredare är f.d. hovrättsrådet Sten-Åke Björnram.
`

  it('has its aims one by one, and the measures under the area and not under the last aim', () => {
    expect(of('theme', plan).map((one) => `${one.type} ${one.code}`)).toEqual([
      'area 1',
      'objective 1.1',
      'objective 1.2',
      'objective 1.3',
    ])
    expect(new Set(of('assignment', plan).map((one) => one.theme?.code))).toEqual(new Set(['1']))
  })

  it('ties each measure to whoever is charged, with its money and its days', () => {
    const told = of('assignment', plan).map((one) => ({
      who: one.parties
        .filter(({ role }) => role === 'charged')
        .map(({ who }) => who.name)
        .join(', '),
      sek: one.amounts.map(({ sek }) => sek),
      issued: one.issued,
      due: one.due,
    }))
    expect(told).toEqual([
      { who: 'Kustmyndigheten', sek: [12_500_000], issued: null, due: '2023-10-01' },
      { who: 'Havsinstitutet, Sundviks universitet', sek: [], issued: '2022-02-17', due: '2024-03-31' },
      { who: 'Sjömätningsverket', sek: [40_000_000], issued: null, due: null },
      { who: 'Lantmäteriet', sek: [], issued: null, due: null },
      { who: 'Utredningen om havsdata', sek: [], issued: null, due: '2023-12-15' },
    ])
    expect(posts(plan)).toContain('Sten-Åke Björnram: Särskild utredare  ..unknown')
  })
})

describe('a calendar', () => {
  it('has each line with its day as an event, whatever it is called, and no run of days out of one date', () => {
    const text = `Kalendarium

2022-03-08 Frukostseminarium om havsdata
3–5 maj 2022: Skärgårdsdagarna i Blekö. Arrangör: Stiftelsen Levande Skärgård
Den 2 juni 2022 kl. 9.00–12.00: Öppen verkstad om havsdata
28 juni – 2 juli 2022: Sjöveckan
31 november 2022: Avslutande rådslag
Kontakt: Elin Westerdal, elin@example.se
`
    expect(of('event', text).map(({ title, from, to }) => `${from}..${to} ${title}`)).toEqual([
      '2022-03-08..2022-03-08 Frukostseminarium om havsdata',
      '2022-05-03..2022-05-05 Skärgårdsdagarna i Blekö',
      '2022-06-02..2022-06-02 Öppen verkstad om havsdata',
      '2022-06-28..2022-07-02 Sjöveckan',
    ])
    expect(of('event', text)[1]?.parties.map((one) => `${one.role} ${one.who.name}`)).toEqual([
      'organiser Stiftelsen Levande Skärgård',
    ])
  })

  it('is no calendar because its lines begin with days', () => {
    const text = 'Om oss\n\n3 maj 2022: Beslut fattades i frågan\n4 maj 2022: Protokollet justerades\n'
    expect(of('event', text)).toEqual([])
  })
})

describe('a staff page', () => {
  const page = `Medarbetare

Avdelningschef
Maj-Britt Sandelius
maj-britt@example.se

Utredare
Göran Lilja, utredare (föräldraledig t.o.m. 31 augusti 2022)
Tove Ahlgren-Nilsson, utredare

Kommunikation
Kommunikatör: Ebba Stål
Administratör: N.N.
Webbredaktör: vakant

Nils P. Ström, IT-samordnare, 50 %
`

  it('gives everybody their own title once, and leave of absence ends no post', () => {
    expect(posts(page)).toEqual([
      'Ebba Stål: Kommunikatör  ..unknown',
      'Göran Lilja: utredare  ..unknown',
      'Maj-Britt Sandelius: Avdelningschef  ..unknown',
      'Nils P. Ström: IT-samordnare  ..unknown',
      'Tove Ahlgren-Nilsson: utredare  ..unknown',
    ])
  })

  it('takes a name still to come for no person and no organisation', () => {
    expect(of('organisation', page)).toEqual([])
    expect(of('person', page).map((one) => one.who.name)).not.toContain('N.N')
  })

  it('keeps the initial and the family name behind it', () => {
    expect(of('person', page).map((one) => one.who.name)).toContain('Nils P. Ström')
  })
})

describe('a list of a council’s members', () => {
  const page = `Vetenskapligt råd för havsmiljö

Rådet ger råd till regeringen.

Ledamöter
Ahmad Noori, docent, KTH (t.o.m. 30 juni 2023)
Vera Lo, Havsinstitutet
Hanna-Mia Sund, Sjöfartsverket (adjungerad)

Sammanträden 2024: 6 februari på Havsinstitutet.
`

  it('dates the seat and not the work of the one whose line has days', () => {
    expect(posts(page).filter((one) => one.startsWith('Ahmad'))).toEqual([
      'Ahmad Noori: docent KTH ..unknown',
      'Ahmad Noori: ledamot Vetenskapligt råd för havsmiljö ..2023-06-30',
    ])
  })

  it('has a seat in brackets as one in the council, and the organisation before it as where they come from', () => {
    expect(posts(page).filter((one) => one.startsWith('Hanna'))).toEqual([
      'Hanna-Mia Sund: adjungerad Vetenskapligt råd för havsmiljö ..unknown',
      'Hanna-Mia Sund: null Sjöfartsverket ..unknown',
    ])
  })

  it('gives a day the year that stands before the colon', () => {
    expect(of('event', page).map((one) => [one.from, one.basis])).toEqual([['2024-02-06', 'inferred']])
  })
})

describe('money and days in a news item', () => {
  const news = `Regeringen satsar på vård

Regeringen har beslutat att ge Vårdverket i uppdrag att ta fram en plan. Myndigheten tilldelas 25 000 000 kronor för 2022.

Socialstyrelsen får 10 mkr och Vinnova 50 mnkr per år.

Uppdraget ska delredovisas den 1 december 2022 och slutredovisas senast 30 april 2023.
`

  it('keeps what each has been given', () => {
    const [, money] = of('assignment', news)
    expect(money?.amounts.map(({ sek }) => sek)).toEqual([10_000_000, 50_000_000])
    expect(money?.parties.map(({ role, who }) => `${role} ${who.name}`)).toEqual([
      'recipient Socialstyrelsen',
      'recipient Vinnova',
    ])
  })

  it('takes the day of a later paragraph to the charge it speaks of, and of two days the last one', () => {
    expect(of('assignment', news).map(({ type, due, places }) => [type, due, places.length])).toEqual([
      ['uppdrag', '2023-04-30', 2],
      ['insats', null, 1],
    ])
  })
})
