import { describe, expect, it } from 'vitest'
import type { ReviewCode } from '#contract/review.ts'
import type { MeetingView } from '#contract/meetings.ts'
import { introduced } from '#core/import/actors.ts'
import type { Known } from '#core/review/passages.ts'
import { review } from '#core/review/review.ts'
import { nothingKnown, told } from './views.ts'

function found(view: MeetingView, code: ReviewCode, known: Known = nothingKnown): string[] {
  return review(view, known)
    .filter((one) => one.code === code)
    .map(({ words }) => words)
}

/** What each finding becomes. */
function becomes(view: MeetingView, code: ReviewCode, known: Known = nothingKnown): string[] {
  return review(view, known)
    .filter((one) => one.code === code)
    .map(({ proposal }) => ('text' in proposal ? proposal.text : proposal.kind))
}

describe('loose promises', () => {
  it.each([
    'Det påpekades att stadgarna ska ses över.',
    'Frågan måste utredas närmare.',
    'Ett underlag måste tas fram innan sommaren.',
    'Rollerna bör förtydligas.',
    'Efter samtalet efterlystes exempel från kustlänen.',
    'Det fanns en önskan om att samla kontaktuppgifterna.',
    'Gruppen enades om att man bör följa upp enkäten.',
    'Kansliet återkommer.',
    'Det återstår att bestämma en lokal.',
    'Frågan om finansiering bör utredas vidare.',
    'Man ska återkomma om tidplanen.',
    'Gruppen önskar att underlaget skickas ut i förväg.',
    'Ledamöterna uppmanades att inkomma med synpunkter.',
    'Önskemål framfördes om tidigare utskick.',
    'Det är viktigt att vi följer upp detta.',
    'Frågan tas upp igen vid ett senare tillfälle.',
    'Det konstaterades att en ny enkät måste göras.',
    'Presentationen kommer att skickas ut.',
    'Det fanns en önskan om mer tid för diskussion.',
    'Ny logga tas fram under hösten.',
    'Provverket bjuds in till nästa möte.',
    'Till nästa möte bjuds Provverket in.',
    'Frågan tas upp på nästa möte.',
    'På nästa möte tas frågan upp.',
    'Listan skickas ut.',
    'Lokal bokas.',
    'Underlaget kompletteras med siffror.',
    'Skadan undersöks vidare.',
    'En ny folder trycks upp, och priserna kontrolleras snarast.',
    'Kansliet meddelade att en lista skickas ut inom kort.',
    'Det vore bra om någon tittade på det.',
    'Man enades om att undersöka saken vidare.',
  ])('are found: %s', (sentence) => {
    expect(found(told([sentence]), 'loose-promise')).toHaveLength(1)
  })

  it.each([
    'Asta Dittelin presenterade planen och gick igenom hur den ska ses över.',
    'Rapporten diskuterades och kommenterades.',
    'Förslagen ska ses över av Asta Dittelin.',
    'Vad behöver diskuteras i grupperna?',
    'Arbetet ska bidra till ett bättre samhälle.',
    'Kansliet återkommer med en kallelse den 3 mars 2032.',
    'Rapporten ”Rollerna bör förtydligas” delades ut.',
    'Priset återkommer varje år den 1 maj 2032.',
    'Regeringen har beslutat att strategin ska genomföras under 2032.',
    'Asta Dittelin frågade om förslaget bör skickas ut på remiss.',
    'Frågan är om stadgarna ska ses över.',
    'Mötet hålls varje år.',
    'Rapporten publiceras årligen.',
    'Protokollet förs av sekreteraren.',
    'Stödet ges till föreningar i länet.',
    'Nyhetsbrevet skickas ut varje månad.',
    'Kallelsen skickas ut två veckor före mötet.',
    'Underlagen skickas ut inför mötena.',
    'Frågan tas upp.',
    'Listan skickas ut av kansliet.',
    'Listan skickas ut av Asta Dittelin under veckan.',
    'Asta Dittelin visade hur listan skickas ut inom kort.',
    'Filmen som tas fram under hösten handlar om sopor.',
    'Den nya loggan tas fram av en byrå under hösten.',
    'Gruppen kallas Kvasten.',
    'Skickas listan ut under hösten?',
  ])('are not: %s', (sentence) => {
    expect(found(told([sentence]), 'loose-promise')).toEqual([])
  })

  it('are found in English, and what has an agent is none', () => {
    const english = (sentence: string) => found(told([sentence], { language: 'en' }), 'loose-promise')
    expect(english('It was felt that the roles should be clarified.')).toHaveLength(1)
    expect(english('Suggestions were invited from all partners.')).toHaveLength(1)
    expect(english('The plan needs to be updated before the summer.')).toHaveLength(1)
    expect(english('The plan should be updated by the secretary.')).toEqual([])
    expect(english('The plan was presented and discussed.')).toEqual([])
  })

  it('are none where the sentence is an action already', () => {
    const view = told(['Stadgarna ska ses över.'])
    const [item] = view.items
    const [paragraph] = item?.paragraphs ?? []
    item?.actions.push({
      id: '00000000-0000-4000-8000-999999999999',
      paragraphId: paragraph?.id ?? '',
      text: 'Stadgarna ska ses över.',
      owner: null,
      due: null,
      inline: true,
      status: 'open',
      dueDate: null,
    })
    expect(found(view, 'loose-promise')).toEqual([])
  })
})

describe('dates', () => {
  const proposals = (sentence: string, date: string | null = '2031-11-10') => {
    const raised = review(told([sentence], { date }), nothingKnown)
    return raised.flatMap(({ code, proposal }) =>
      code === 'year-missing' && proposal.kind === 'date' ? [proposal.date] : [],
    )
  }

  it('without a year are reckoned forward, and back where the words tell of the past', () => {
    expect(proposals('Nästa möte hålls den 4 februari.')).toEqual(['2032-02-04'])
    expect(proposals('Protokollet från den 4 februari lades till handlingarna.')).toEqual(['2031-02-04'])
    expect(proposals('Enkäten skickades den 5 oktober.')).toEqual(['2031-10-05'])
  })

  it('are read over the spaces that typography sets while somebody types', () => {
    const [found, ...more] = review(told(['Mässan äger rum den 5\u00a0april.'], { date: '2031-11-10' }), nothingKnown)
    expect(more).toEqual([])
    expect(found).toMatchObject({
      words: 'den 5\u00a0april',
      proposal: { date: '2032-04-05', text: 'den 5\u00a0april 2032' },
    })
    expect(proposals('Det sker den 4\u00a0februari\u00a02032.')).toEqual([])
  })

  it('are no question when the year stands, when the meeting itself is meant, or when the meeting has no day', () => {
    expect(proposals('Det sker den 4 februari 2032.')).toEqual([])
    expect(proposals('Det sker 4 februari, 3 mars och 7 april 2032.')).toEqual([])
    expect(proposals('Mötet den 10 november var det tredje.')).toEqual([])
    expect(proposals('Det sker den 4 februari.', null)).toEqual([])
    expect(proposals('Mässan är den 4 februari 2032. Den 4 februari stängs den klockan fem.')).toEqual([])
  })

  it('that no calendar has are asked about, and figures that count something else are not', () => {
    const words = (sentence: string, language: 'sv' | 'en' = 'sv') =>
      found(told([sentence], { language }), 'no-such-day')
    expect(words('Svaret lämnas den 31 februari.')).toEqual(['den 31 februari'])
    expect(words('Mässan hålls 31 april och 2 maj 2032.')).toEqual(['31 april'])
    expect(words('Planen gäller från 2031-02-29.')).toEqual(['2031-02-29'])
    expect(words('It opens on February 30, 2032.', 'en')).toEqual(['February 30, 2032'])
    for (const sentence of [
      'Nästa skottdag är den 29 februari.',
      'I februari 30 personer.',
      'Tidningen nr 31 februari 2031 delades ut.',
      'Mässan hålls 28 februari 32 gånger till.',
      'Dnr 2031-0245 och 2031-13-40 lades ihop.',
    ])
      expect([sentence, words(sentence)]).toEqual([sentence, []])
  })

  it('of day and month in figures are reckoned where they can be nothing else', () => {
    expect(proposals('Svar lämnas senast 4/2.')).toEqual(['2032-02-04'])
    expect(proposals('Nästa möte 4/2 kl. 10.')).toEqual(['2032-02-04'])
    const [one] = review(told(['Svar lämnas senast 4/2.'], { date: '2031-11-10' }), nothingKnown)
    expect(one).toMatchObject({ words: '4/2', proposal: { text: '4/2 2032' } })
    for (const sentence of [
      'Kansliet får 1/2 tjänst.',
      'Det tog 3/4 av tiden, till och med 1/2 tjänst mer.',
      'Se möte 4/2031 och dnr 4/2031.',
      'Projekt 2/2022 är klart.',
      'Svar lämnas senast 4/2 2032.',
      'Svar lämnas senast 40/2.',
      'Protokoll 3/4 lades till handlingarna.',
    ])
      expect([sentence, proposals(sentence)]).toEqual([sentence, []])
    expect(review(told(['Reply before 4/2.'], { language: 'en', date: '2031-11-10' }), nothingKnown)).toEqual([])
  })

  it('with another weekday than theirs are found, with the right one', () => {
    expect(becomes(told(['Vi ses torsdagen den 4 februari 2032.']), 'weekday-mismatch')).toEqual([
      'onsdagen den 4 februari 2032',
    ])
    expect(found(told(['Vi ses onsdagen den 4 februari 2032.']), 'weekday-mismatch')).toEqual([])
    expect(becomes(told(['We meet on Thursday 4 February 2032.'], { language: 'en' }), 'weekday-mismatch')).toEqual([
      'Wednesday 4 February 2032',
    ])
  })
})

describe('house style', () => {
  const past = ['Asta Dittelin öppnade mötet.', 'Bosse Hittepå presenterade läget.', 'Planen diskuterades.']

  it('tells present among past, and leaves a text in the present and what is decided alone', () => {
    expect(becomes(told([...past, 'Asta Dittelin avslutar mötet och tackar alla.']), 'tense')).toEqual([
      'avslutade mötet och tackade',
    ])
    expect(found(told(['Asta Dittelin öppnar mötet.', 'Bosse Hittepå presenterar läget.']), 'tense')).toEqual([])
    expect(found(told([...past, 'Planen ligger till grund för arbetet som Asta Dittelin leder.']), 'tense')).toEqual([])
    expect(found(told([...past, 'Styrelsen beslutar att Asta Dittelin presenterar planen.']), 'tense')).toEqual([])
    expect(found(told([...past, 'Rapporten ”Asta Dittelin avslutar” delades ut.']), 'tense')).toEqual([])
  })

  it.each([
    'Asta Dittelin svarar henne under veckan.',
    'Asta Dittelin redovisar resultatet på nästa möte.',
    'Asta Dittelin rapporterar senast den 3 mars 2032.',
    'Asta Dittelin presenterar planen i morgon.',
    'Asta Dittelin informerar ledamöterna till hösten.',
    'Asta Dittelin meddelar kansliet på fredag.',
  ])('leaves what is promised for a time to come in the present: %s', (sentence) => {
    expect(found(told([...past, sentence]), 'tense')).toEqual([])
  })

  it('does so in English, and still tells what the meeting does and what is told about a time to come in the past', () => {
    const opening = ['Asta Dittelin opened the meeting.', 'Asta Dittelin thanked all.', 'Asta Dittelin explained it.']
    const english = (sentence: string) => becomes(told([...opening, sentence], { language: 'en' }), 'tense')
    expect(english('Asta Dittelin reports on it next week.')).toEqual([])
    expect(english('Asta Dittelin reports on the accounts.')).toEqual(['reported'])
    const swedish = (sentence: string) => becomes(told([...past, sentence]), 'tense')
    expect(swedish('Asta Dittelin avslutar mötet och hälsar välkommen till nästa möte.')).toEqual([
      'avslutade mötet och hälsade',
    ])
    expect(swedish('Asta Dittelin informerar om nästa möte.')).toEqual(['informerade'])
  })

  it('has Swedish and English quotation marks, and changes the marks alone', () => {
    expect(becomes(told(['Han läste ur "Sopan" och “Borsten”.']), 'quotes')).toEqual(['”Sopan” och ”Borsten”'])
    expect(found(told(['Han läste ur ”Sopan”.']), 'quotes')).toEqual([])
    expect(becomes(told(['He read from "The Broom".'], { language: 'en' }), 'quotes')).toEqual(['“The Broom”'])
    expect(found(told(['He read from “The Broom”.'], { language: 'en' }), 'quotes')).toEqual([])
  })

  it('has dashes between words and in intervals; dates, numbers and compounds keep their hyphens', () => {
    expect(becomes(told(['Tre län - alla i norr - deltog.']), 'dash')).toEqual(['län – alla', 'norr – deltog.'])
    expect(becomes(told(['Det tar 3-5 dagar.']), 'interval')).toEqual(['3–5'])
    expect(becomes(told(['Det tar 3 - 5 dagar.']), 'interval')).toEqual(['3–5'])
    const clean = told(['Mötet 2031-11-10 gällde e-hälsa, dnr 2031-123, tel. 08-123 45 och sopnings- och borstfrågor.'])
    expect(found(clean, 'dash')).toEqual([])
    expect(found(clean, 'interval')).toEqual([])
  })

  it('joins compounds that the register or the minutes join', () => {
    const known = { ...nothingKnown, terms: ['Vindkraftsfrågor i kustlän', 'Hög luft-rådet'] }
    expect(becomes(told(['Gruppen tog upp vindkrafts frågor.']), 'compound', known)).toEqual(['vindkraftsfrågor'])
    expect(becomes(told(['Ordföranden i hög luft rådet talade.']), 'compound', known)).toEqual(['hög luft-rådet'])
    expect(becomes(told(['En arbets grupp tillsattes.']), 'compound')).toEqual(['arbetsgrupp'])
    expect(becomes(told(['Frågan gäller hälso och sjukvård.']), 'compound')).toEqual(['hälso- och sjukvård'])
    expect(found(told(['Gruppen tog upp frågor om vindkraft.']), 'compound', known)).toEqual([])
  })

  it('finds page numbers that slid into a sentence', () => {
    expect(becomes(told(['Formatet lovordades och 1 synpunkter lyftes om skaften.']), 'page-number')).toEqual([
      'och synpunkter',
    ])
    expect(found(told(['Formatet lovordades och 12 synpunkter lyftes.']), 'page-number')).toEqual([])
  })
})

describe('people', () => {
  const names = ['Asta Dittelin', 'Bosse Hittepå', 'Ann-Tora Visslander']

  it('who act and are not in the list are found once', () => {
    const view = told(['Cilla Påhitt presenterade planen. Cilla Påhitt tackade.', 'Asta Dittelin svarade.'], { names })
    expect(found(view, 'actor-not-listed')).toEqual(['Cilla Påhitt'])
  })

  it.each([
    'Rapporten föredrogs av Cilla Påhitt.',
    'Frågan besvarades av direktör Cilla Påhitt.',
    'Därefter informerade Cilla Påhitt om läget.',
    'Under punkten deltog även Cilla Påhitt från Provbolaget.',
    'Föredragande: Cilla Påhitt',
    'På frågan svarade Cilla Påhitt att allt är klart.',
    'Från Provverket medverkade Cilla Påhitt.',
    'Gäst var Cilla Påhitt från Provverket.',
    'Revisorn Cilla Påhitt tillstyrker ansvarsfrihet.',
    'Under övriga frågor berättades att Cilla Påhitt hade mejlat en fråga.',
    'Vid punkten informerade projektledare Cilla Påhitt om läget.',
  ])('who act are found by their very name, however the sentence turns: %s', (sentence) => {
    expect(found(told([sentence], { names }), 'actor-not-listed')).toEqual(['Cilla Påhitt'])
  })

  it.each([
    'Styrelsen tackade Cilla Påhitt.',
    'Vid mötet presenterade styrelsen Cilla Påhitt.',
    'Boken hade Cilla Påhitt som författare.',
    'På frågan svarade Asta Dittelin att Cilla Påhitt är sjuk.',
    'Gäst var Bosse Hittepå.',
  ])('who are only spoken of do not act: %s', (sentence) => {
    expect(found(told([sentence], { names }), 'actor-not-listed')).toEqual([])
  })

  it('who came from somewhere are guests from there', () => {
    const guests = (sentence: string) =>
      review(told([sentence], { names }), nothingKnown).map(({ proposal }) => proposal)
    const guest = { kind: 'guest', name: 'Cilla Påhitt', capacity: null, organisation: 'Provverket' }
    expect(guests('Från Provverket medverkade Cilla Påhitt.')).toEqual([guest])
    expect(guests('Gäst var Cilla Påhitt från Provverket.')).toEqual([guest])
    // In the text's own words, which say where from.
    expect(introduced('Från Provverket medverkade Cilla Påhitt.', 'Cilla Påhitt')).toBe(
      'Från Provverket medverkade Cilla Påhitt',
    )
    expect(introduced('Gäst var Cilla Påhitt från Provverket.', 'Cilla Påhitt')).toBe('Cilla Påhitt från Provverket')
  })

  it('are all listed when nobody is: an empty list misses no one', () => {
    expect(found(told(['Cilla Påhitt presenterade planen.'], { names: [] }), 'actor-not-listed')).toEqual([])
  })

  it('who were never marked are found once the meeting has been held, with what the text tells of them', () => {
    const view = told(['Asta Dittelin öppnade mötet.'], { names, status: 'expected' })
    const [first] = view.attendance
    expect(found(view, 'never-marked')).toEqual(names)
    const proposals = review(view, nothingKnown).flatMap(({ code, proposal }) =>
      code === 'never-marked' && proposal.kind === 'presence' ? [proposal.status] : [],
    )
    expect(proposals).toEqual(['present', 'absent', 'absent'])
    view.head.state = 'running'
    expect(found(view, 'never-marked')).toEqual([])
    view.head.state = 'draft'
    if (first !== undefined) first.status = 'present'
    expect(found(view, 'never-marked')).toEqual(names.slice(1))
  })

  it('are spelt as well with one apostrophe as with another', () => {
    for (const [listed, written] of [
      ["Sean O'Brientest", 'Sean O’Brientest'],
      ['Sean O’Brientest', "Sean O'Brientest"],
    ]) {
      const view = (sentence: string) => told([sentence], { names: [listed ?? ''] })
      const variants = (sentence: string) => becomes(view(sentence), 'name-variant', nothingKnown)
      expect(variants(`Därefter talade ${written} om ${written}s förslag.`)).toEqual([])
      expect(variants('Därefter talade Sean O’Brienntest.')).toEqual([listed])
    }
  })

  it('are spelt in one way: a slip or another hyphen is found, another person and a genitive are not', () => {
    const variants = (sentence: string, known = nothingKnown) =>
      becomes(told([sentence], { names }), 'name-variant', known)
    expect(variants('Därefter talade Asta Dittellin.')).toEqual(['Asta Dittelin'])
    expect(variants('Därefter talade Ann Tora Visslander.')).toEqual(['Ann-Tora Visslander'])
    expect(variants('Asta Dittelins förslag och ordförande Asta Dittelin.')).toEqual([])
    expect(variants('Därefter talade Anna Visslander.')).toEqual([])
    expect(
      variants('Därefter talade Asta Dittellin.', { ...nothingKnown, people: new Set(['Asta Dittellin']) }),
    ).toEqual([])
  })

  it('stand in the list as the register shows them', () => {
    const view = told(['Ingen talade.'], { names })
    const shown = new Map(view.attendance.map(({ personId, name }) => [personId, name.replace('Hittepå', 'Hittepåh')]))
    expect(becomes(view, 'list-variant', { ...nothingKnown, shown })).toEqual(['Bosse Hittepåh'])
  })
})

describe('a clean text', () => {
  it('raises nothing at all', () => {
    const view = told(
      [
        'Asta Dittelin öppnade mötet och hälsade alla välkomna.',
        'Bosse Hittepå presenterade rapporten ”Sopan i tiden” och berättade om arbetet 2030–2031 – ett lyft.',
        'Rapporten diskuterades. Mötet beslutade att lägga den till handlingarna.',
        'Asta Dittelin åtog sig att skicka ut underlaget senast den 3 mars 2032.',
        'Nästa möte äger rum onsdagen den 4 februari 2032 kl. 10.00.',
      ],
      { names: ['Asta Dittelin', 'Bosse Hittepå'] },
    )
    expect(review(view, nothingKnown)).toEqual([])
  })
})

describe('half pages of ordinary minutes with nothing to ask about', () => {
  const names = ['Asta Dittelin', 'Bosse Hittepå', 'Ann-Tora Visslander']

  it.each([
    [
      'of a club that tells how things are',
      'Asta Dittelin öppnade mötet och hälsade alla välkomna. Dagordningen godkändes.',
      'Bosse Hittepå redogjorde för ekonomin. Avgifterna betalas i två delar, och fakturorna skickas ut i februari och augusti varje år. Resultatet är bättre än budget.',
      'Årsmötet hålls varje år i mars. Protokollet förs av sekreteraren och justeras av två medlemmar. Kallelsen skickas ut tre veckor före mötet.',
      'Loppmarknaden drivs av ungdomsgruppen. Den besöks av ungefär trehundra personer, och överskottet används till resor.',
      'Ann-Tora Visslander åtog sig att boka lokalen senast den 3 mars 2032.',
      'Asta Dittelin tackade för visat intresse och avslutade mötet.',
    ],
    [
      'of an authority that describes its work',
      'Bosse Hittepå informerade om stödet till kustlänen. Stödet ges till kommuner och fördelas efter folkmängd. Ansökningarna prövas av länsstyrelsen, och besluten publiceras på webben.',
      'Rapporten publiceras årligen och bygger på uppgifter som samlas in från kommunerna. Den används i planeringen.',
      'Ann-Tora Visslander berättade att mätningarna görs på fyra platser och att proverna analyseras vid ett laboratorium i Norge. Under hösten var vattnet varmare än vanligt.',
      'Ledamöterna diskuterade hur materialet sprids och vilka som nås av det. Flera pekade på att broschyrerna läses av få.',
      'Rådet beslutade att lägga informationen till handlingarna.',
    ],
    [
      'of a board with decisions and people who take things on',
      'Mötet öppnades av Asta Dittelin. Föregående protokoll lades till handlingarna.',
      'Taket lades om i somras och garantin gäller i tio år. Hissen besiktigas en gång om året av en firma, och brandsläckarna kontrolleras regelbundet.',
      'Bosse Hittepå skickar ut listan över nycklar före den 1 februari 2032. Ann-Tora Visslander tar fram ett förslag till städdag.',
      'Styrelsen beslutade att höja avgiften med två procent från den 1 januari 2032.',
      'Porten låses klockan 21 och öppnas klockan 6. Tvättstugan städas av var och en efter tvätten.',
      'Nästa möte äger rum onsdagen den 4 februari 2032 kl. 18.00.',
    ],
  ])('%s raise nothing', (_of, ...paragraphs) => {
    expect(review(told(paragraphs, { names }), nothingKnown).map(({ code, words }) => [code, words])).toEqual([])
  })
})
