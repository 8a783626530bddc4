import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareAccounts } from '#core/reading/compare.ts'
import { proposeHolders, proposeStarts } from '#core/reading/holders.ts'
import { readText } from '#core/reading/read.ts'
import { events, name, ofKind, organisations, parties, people, tenures } from './shape.ts'
import { seedTexts } from './seeds.ts'

interface Labelled {
  objective: string
  title: string
  charged: string[]
  others: string[]
}

const texts = seedTexts()

if (texts === null) {
  test.skip('the published texts are not on this machine', () => undefined)
} else {
  const programme = readText(texts.programme)
  const page = readText(texts.page)
  const news = readText(texts.news)
  const strategy = readText(texts.strategy)
  const assignments = ofKind(strategy, 'assignment')

  describe('the programme page', () => {
    const body = (wanted: string) => ofKind(programme, 'body').find((one) => one.who.name === wanted)
    const challenges = (wanted: string) =>
      ofKind(programme, 'theme').filter((one) => one.type === 'challenge' && one.body?.name === wanted).length
    const groups = ['Precisionsmedicin', 'Hälsodata', 'Krisberedskap och resiliens', 'Kompetensförsörjning']

    test('has four working groups with 7, 0, 5 and 3 challenges', () => {
      expect(
        ofKind(programme, 'body')
          .filter((one) => one.type === 'arbetsgrupp')
          .map((one) => one.who.name),
      ).toEqual(groups)
      expect(groups.map(challenges)).toEqual([7, 0, 5, 3])
    })
    test('has the programme above the advisory group of about 20 above the working groups', () => {
      const advisory = body('Samverkansgruppen för Hälsa och life science')
      expect(advisory).toMatchObject({ type: 'samverkansgrupp', targetSize: 'omkring 20' })
      expect(name(advisory?.parent ?? null)).toBe('Samverkansprogrammet Hälsa och life science')
      for (const group of groups) expect(name(body(group)?.parent ?? null)).toBe(advisory?.who.name)
    })
    test('names the four programmes', () => {
      expect(
        ofKind(programme, 'body')
          .filter((one) => one.type === 'program')
          .map((one) => one.who.name)
          .toSorted(),
      ).toEqual([
        'Kompetensförsörjning och livslångt lärande',
        'Näringslivets digitala strukturomvandling',
        'Näringslivets klimatomställning',
        'Samverkansprogrammet Hälsa och life science',
      ])
    })
    test('has eleven champions, each with title and organisation as written', () => {
      const list = tenures(programme)
      const champions = list.filter((one) => one.includes('| champion |'))
      expect(champions.map((one) => [one.split(' | ')[0], one.split(' | ')[4]].join(': '))).toEqual([
        'Anders Blanck: Precisionsmedicin',
        'Ole Petter Ottersen: Precisionsmedicin',
        'Elisabet Björk: Hälsodata',
        'Sara Riggare: Hälsodata',
        'Mats Ulfendahl: Hälsodata',
        'Anna Lefevre Skjöldebrand: Krisberedskap och resiliens',
        'Lotta Ljungqvist: Krisberedskap och resiliens',
        'Peter Carstedt: Krisberedskap och resiliens',
        'Anna Nilsson Vindefjärd: Krisberedskap och resiliens',
        'Eva Tiensuu Jansson: Kompetensförsörjning',
        'Britt Östlund: Kompetensförsörjning',
      ])
      expect(list).toEqual(
        expect.arrayContaining([
          'Anders Blanck | anställd | VD | LIF | -',
          'Ole Petter Ottersen | anställd | Rektor | Karolinska Institutet | -',
          'Elisabet Björk | anställd | Vice VD | Astra Zeneca | -',
          'Sara Riggare | anställd | Spetspatient och forskare | Uppsala Universitet | -',
          'Mats Ulfendahl | anställd | FoU-direktör | Region Östergötland | -',
          'Anna Lefevre Skjöldebrand | anställd | VD | Swedish Medtech | -',
          'Lotta Ljungqvist | anställd | VD | Cytiva | -',
          'Peter Carstedt | grundare | Spetspatient och grundare | MOD - Mer Organdonation | -',
          'Anna Nilsson Vindefjärd | anställd | Generalsekreterare | Forska!Sverige | -',
          'Eva Tiensuu Jansson | - | - | Uppsala Universitet | -',
          'Britt Östlund | anställd | Professor | KTH | -',
        ]),
      )
    })
    test('has four contact persons, two of them conveners', () => {
      const list = tenures(programme)
      const of = (role: string) => list.filter((one) => one.includes(`| ${role} |`)).map((one) => one.split(' | ')[0])
      expect(of('kontaktperson')).toEqual(['Frida Lundmark', 'Anna Sandström', 'Ia Magnusson', 'Krister Halldin'])
      expect(of('sammankallande')).toEqual(['Frida Lundmark', 'Anna Sandström'])
    })
    test('marks the two titles that tell of health, and no role repeats them', () => {
      const marked = ofKind(programme, 'tenure').filter((one) => one.sensitive)
      expect(marked.map((one) => name(one.person))).toEqual(['Sara Riggare', 'Peter Carstedt'])
      expect(marked.every((one) => !/patient/iu.test(one.role ?? ''))).toBe(true)
    })
    test('has eight priority areas, and Hälsodata works on objective 2.2', () => {
      const areas = ofKind(programme, 'theme').filter((one) => one.type === 'area')
      expect(areas).toHaveLength(8)
      expect(areas.every((one) => one.body?.name === 'Samverkansprogrammet Hälsa och life science')).toBe(true)
      expect(ofKind(programme, 'focus').map((one) => [one.body.name, one.theme.code])).toEqual([['Hälsodata', '2.2']])
    })
    test('gives Jenni Nordborg her roles and no seat in a group', () => {
      const hers = tenures(programme).filter((one) => one.startsWith('Jenni Nordborg'))
      expect(hers.map((one) => one.split(' | ')[1] ?? '').toSorted()).toEqual(['ledare', 'projektledare', 'samordnare'])
      expect(
        hers.some((one) => one.includes('| Projektledare | - | Samverkansprogrammet Hälsa och life science')),
      ).toBe(true)
    })
    test('has a conference and a meeting whose year nobody can know', () => {
      expect(
        ofKind(programme, 'event').map((one) => [one.from, one.basis, /7 juni|13 maj/u.exec(one.asWritten ?? '')?.[0]]),
      ).toEqual([
        [null, 'unknown', '7 juni'],
        [null, 'unknown', '13 maj'],
      ])
    })
    test('names fifteen people of the groups and the coordinator, nobody else', () => {
      expect(people(programme)).toHaveLength(16)
    })
  })

  describe('the page and the news', () => {
    test('name people with what they are, photographers with whom they work for', () => {
      expect(people(page).toSorted()).toEqual([
        'Erik Flyg',
        'Jenni Nordborg',
        'Jenny Carlsson Kraft',
        'Johan Bävman',
        'Karl-Petter Thorwaldsson',
        'Katarina Nordqvist',
        'Lena Hallengren',
        'Linda Karlsson',
        'Mia Ekdahl',
        'Pontus Holm',
        'Viktor Bjurlid',
      ])
      expect(tenures(page)).toEqual(
        expect.arrayContaining([
          'Linda Karlsson | fotograf | - | Regeringskansliet | -',
          'Mia Ekdahl | fotograf | - | Health Innovation West | -',
          'Erik Flyg | fotograf | - | KI | -',
          'Lena Hallengren | statsråd | socialminister | - | -',
          'Karl-Petter Thorwaldsson | statsråd | näringsminister | - | -',
          'Jenni Nordborg | chef | chef | - | Life science-kontoret',
          ...['Jenni Nordborg', 'Katarina Nordqvist', 'Jenny Carlsson Kraft', 'Pontus Holm'].map(
            (one) => `${one} | - | - | - | Life science-kontoret`,
          ),
        ]),
      )
    })
    test('put three ministries in the office within the Government Offices', () => {
      const office = ofKind(page, 'body').find((one) => one.who.name === 'Life science-kontoret')
      expect(office?.members.map(name)).toEqual([
        'Näringsdepartementet',
        'Utbildningsdepartementet',
        'Socialdepartementet',
      ])
      expect(name(office?.organisation ?? null)).toBe('Regeringskansliet')
    })
    test('tell of money through Socialstyrelsen and of Vinnova with NorthXBiologics', () => {
      const gms = ofKind(page, 'assignment').find((one) => parties(one).includes('Genomic Medicine Sweden=recipient'))
      expect(parties(gms ?? { parties: [] })).toContain('Socialstyrelsen=charged')
      expect(gms?.amounts[0]?.sek).toBe(15_750_000)
      const north = ofKind(news, 'assignment').find((one) => parties(one).includes('NorthXBiologics=partner'))
      expect(parties(north ?? { parties: [] })).toEqual(
        expect.arrayContaining(['Regeringen=issuer', 'Vinnova=charged']),
      )
      expect(organisations(page)).toContain('Internationella vaccininstitutet')
    })
    test('date the events, and the year of 10 November is inferred from when the news was public', () => {
      expect(events(news).map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
        '2021-11-10 inferred',
        '2022-02-04 stated',
        '2022-01-17 stated',
      ])
      const conference = ofKind(news, 'event').find((one) => one.from === '2022-01-17')
      expect(parties(conference ?? { parties: [] })).toEqual([
        'Regeringskansliet=organiser',
        'Västra Götalandsregionen=organiser',
        'Health Innovation West=organiser',
      ])
      expect(ofKind(page, 'event').map((one) => one.from)).toContain('2022-01-17')
    })
  })

  describe('the minister lines of two pages', () => {
    const nameless = [...ofKind(news, 'tenure'), ...ofKind(strategy, 'tenure')].filter((one) => one.person === null)
    test('are forty lines of six dated posts', () => {
      const distinct = new Map(
        nameless.map((one) => [`${one.pronoun} ${one.post} ${one.span.from}–${one.span.to}`, one]),
      )
      expect([...distinct.keys()].toSorted()).toEqual([
        'han energiminister 2014-10-03–2016-05-25',
        'han näringsminister 2019-01-21–2021-11-30',
        'han samordnings- och energiminister 2016-05-25–2019-01-21',
        'hon barn-, äldre- och jämställdhetsminister 2018-03-08–2019-01-21',
        'hon minister för högre utbildning och forskning 2019-01-21–2021-11-30',
        'hon socialminister 2019-01-22–2022-10-06',
      ])
      expect(nameless.reduce((sum, one) => sum + one.places.length, 0)).toBe(40)
    })
    const statements = [programme, page, news, strategy].flatMap((reading, source) =>
      ofKind(reading, 'tenure')
        .filter((one) => one.person !== null && one.post !== null)
        .map((finding) => ({
          finding,
          published: reading.publishedFrom === null ? null : { from: reading.publishedFrom, to: reading.publishedTo },
          source: String(source),
        })),
    )
    test('get holders proposed from statements, with reasons', () => {
      const found = proposeHolders(nameless, statements).map(
        (one) => `${nameless[one.tenure]?.post}: ${one.person.name} (${one.reasons[0]})`,
      )
      expect([...new Set(found)].toSorted()).toEqual([
        'barn-, äldre- och jämställdhetsminister: Lena Hallengren (same-block)',
        'energiminister: Ibrahim Baylan (same-block)',
        'minister för högre utbildning och forskning: Matilda Ernkrans (same-post)',
        'näringsminister: Ibrahim Baylan (same-post)',
        'samordnings- och energiminister: Ibrahim Baylan (same-block)',
        'socialminister: Lena Hallengren (same-post)',
      ])
    })
    test('leave the later minister an unknown start after 30 November 2021', () => {
      const starts = proposeStarts(nameless, statements)
      expect(starts.map((one) => [one.person.name, one.fromAfter])).toEqual([
        ['Karl-Petter Thorwaldsson', '2021-11-30'],
      ])
    })
  })

  describe('the strategy page', () => {
    const labels = JSON.parse(
      readFileSync(new URL('../../fixtures/texts/strategy-assignments.json', import.meta.url), 'utf8'),
    ) as Labelled[]
    test('has 30 objectives under 8 areas', () => {
      const themes = ofKind(strategy, 'theme')
      expect(themes.filter((one) => one.type === 'area').map((one) => one.code)).toEqual([
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
        '7',
        '8',
      ])
      const objectives = themes.filter((one) => one.type === 'objective')
      expect(objectives).toHaveLength(30)
      expect(objectives.every((one) => one.parent?.code === one.code?.split('.')[0])).toBe(true)
    })
    test('has the labelled assignments under their objectives, and no other', () => {
      const found = assignments.filter((one) => one.theme !== null).map((one) => `${one.theme?.code} ${one.title}`)
      expect(found.toSorted()).toEqual(labels.map((one) => `${one.objective} ${one.title}`).toSorted())
    })
    test('charges the labelled organisations: recall and precision at least 0.95', () => {
      const pairs = (list: readonly { at: string; who: readonly string[] }[]) =>
        list.flatMap(({ at, who }) => who.map((one) => `${at}: ${one}`))
      const wanted = pairs(labels.map((one) => ({ at: `${one.objective} ${one.title}`, who: one.charged })))
      const found = pairs(
        assignments
          .filter((one) => one.theme !== null)
          .map((one) => ({
            at: `${one.theme?.code} ${one.title}`,
            who: one.parties
              .filter((party) => party.role === 'charged' || party.role === 'coordinating')
              .map((party) => (/läkemedelsförmånsverket/u.test(party.who.name) ? 'TLV' : party.who.name)),
          })),
      )
      const hit = found.filter((one) => wanted.includes(one)).length
      console.info(`assignments: ${hit} of ${wanted.length} charged organisations, ${found.length - hit} beside them`)
      expect(
        hit / wanted.length,
        `missed: ${wanted.filter((one) => !found.includes(one)).join('; ')}`,
      ).toBeGreaterThanOrEqual(0.95)
      expect(
        hit / found.length,
        `wrong: ${found.filter((one) => !wanted.includes(one)).join('; ')}`,
      ).toBeGreaterThanOrEqual(0.95)
    })
    test('knows who pays, receives and takes part', () => {
      for (const label of labels) {
        const own = assignments.find((one) => one.theme?.code === label.objective && one.title === label.title)
        const told = parties(own ?? { parties: [] }).map((one) => one.replace(/^RISE.*=/u, 'RISE=').toLowerCase())
        for (const one of label.others) expect(told, label.title).toContain(one.toLowerCase())
      }
    })
    test('reads sums in whole kronor and the days by which', () => {
      const sums = assignments.flatMap((one) => one.amounts.map((amount) => amount.sek))
      expect(sums).toEqual(
        expect.arrayContaining([
          3_700_000_000, 16_500_000, 200_000_000, 500_000_000, 100_000_000, 50_000_000, 75_000_000, 1_750_000_000,
          420_000_000, 259_000_000, 30_000_000,
        ]),
      )
      expect(assignments.flatMap((one) => one.due ?? []).toSorted()).toEqual(['2021-04-05', '2021-04-30'])
    })
    test('finds four people, and no place, programme or plant among them', () => {
      expect(people(strategy).toSorted()).toEqual([
        'Ibrahim Baylan',
        'Jenni Nordborg',
        'Lena Hallengren',
        'Matilda Ernkrans',
      ])
    })
    test('answers which organisation works on objective 2.2', () => {
      const at = assignments
        .filter((one) => one.theme?.code === '2.2')
        .flatMap((one) => one.parties.map((party) => party.who.name))
      expect(at).toEqual(['Vetenskapsrådet'])
    })
  })

  test('the news beside the minutes: both, only here, only there', () => {
    const facts = compareAccounts({ text: texts.news, kind: 'text' }, { text: texts.minutes, kind: 'minutes' })
    const verdict = (kind: string, label: RegExp) =>
      facts.filter((one) => one.fact.kind === kind && label.test(one.fact.label)).map((one) => one.verdict)
    expect(verdict('organisation', /^NorthX/u)).toEqual(['only-a'])
    expect(verdict('organisation', /^Almi Invest/u)).toEqual(['only-b'])
    const business = facts.find((one) => one.fact.label === 'Business Sweden')
    expect(business).toMatchObject({
      verdict: 'both',
      rolesA: ['guest'],
      rolesB: ['employer'],
      notes: ['roles-differ'],
    })
    expect(facts.filter((one) => one.fact.kind === 'meeting').map((one) => [one.verdict, one.fact.date])).toEqual([
      ['both', '2021-11-10'],
    ])
    const dated = (date: string) =>
      facts
        .filter((one) => one.fact.kind === 'event' && one.fact.date === date)
        .map((one) => [one.verdict, ...one.notes])
    expect(dated('2022-02-04')).toEqual([['both', 'year-only-a']])
    expect(dated('2022-01-17')).toEqual([['both', 'year-only-a']])
    expect(dated('2022-04-05')).toEqual([['only-b']])
    expect(verdict('work', /^Ledarskap för framtiden/u)).toEqual(['both'])
    expect(verdict('organisation', /Västra Götaland|VGR/u)).toEqual(['both'])
    expect(facts.some((one) => one.verdict === 'conflict')).toBe(false)
  })

  test('minutes given to the reader of texts name nobody who is not in them', () => {
    const found = people(readText(texts.minutes))
    expect(found.every((one) => texts.minutes.includes(one))).toBe(true)
    // Thirty of the list, two guests, and one of the thirty in a second spelling; the stray comma hides one.
    expect(found).toHaveLength(33)
  })
}
