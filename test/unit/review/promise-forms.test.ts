import { describe, expect, it } from 'vitest'
import { loosePromises } from '#core/review/review.ts'
import { told } from './views.ts'

const found = (sentence: string, language: 'sv' | 'en') =>
  loosePromises(told([sentence], { language })).map(({ words }) => words)

describe('a Swedish promise whose form alone says that nobody gave it', () => {
  it.each([
    ['Taket behöver lagas.', 'Taket behöver lagas'],
    ['Bryggan borde målas om.', 'Bryggan borde målas om'],
    ['Skylten ska bytas ut före sommaren.', 'Skylten ska bytas ut före sommaren'],
    ['Skylten kommer att behöva bytas.', 'Skylten kommer att behöva bytas'],
    ['Medlemmarna ska informeras.', 'Medlemmarna ska informeras'],
    ['Ansvarig för webben ska utses.', 'Ansvarig för webben ska utses'],
    ['Före sommaren ska taket lagas.', 'Före sommaren ska taket lagas'],
    ['Alla tyckte att stigen bör röjas.', 'stigen bör röjas'],
    ['Asta Dittelin berättade att träden är sjuka och måste fällas.', 'träden är sjuka och måste fällas'],
    ['Någon måste ringa kommunen.', 'Någon måste ringa kommunen'],
    ['Fler ledamöter behövs.', 'Fler ledamöter behövs'],
    ['Det behövs en ny stege till vinden.', 'Det behövs en ny stege till vinden'],
    ['Det föreslogs att en enkät görs.', 'Det föreslogs att en enkät görs'],
  ])('is found with its whole subject: %s', (sentence, words) => {
    expect(found(sentence, 'sv')).toEqual([words])
  })

  it.each([
    'Taket behöver lagas av vaktmästaren.',
    'Taket ska lagas av en firma i trakten.',
    'Asta Dittelin ska laga taket.',
    'Styrelsen måste laga taket.',
    'Det föreslogs att Asta Dittelin utreder frågan.',
    'Det föreslogs att styrelsen gör en enkät.',
  ])('is none where somebody does it: %s', (sentence) => {
    expect(found(sentence, 'sv')).toEqual([])
  })

  it.each([
    'Det måste finnas en stege.',
    'Barnen ska trivas.',
    'Parterna bör mötas.',
    'Färgen ska synas.',
    'Gruppen behöver enas.',
    'Föreningarna bör hjälpas åt.',
  ])('is none where the verb only ends like a passive: %s', (sentence) => {
    expect(found(sentence, 'sv')).toEqual([])
  })

  it.each([
    'Ansökan ska lämnas in senast den 1 mars.',
    'Avgiften ska betalas i förskott.',
    'Hundar ska hållas kopplade.',
    'Soporna ska sorteras.',
    'Tvättstugan ska städas efter varje pass.',
    'Väggarna ska målas en gång om året.',
    'Enligt lagen ska taket lagas.',
    'Enligt avtalet ska taket lagas.',
    'Stugan kan beställas på webben.',
    'Någon måste alltid vara på plats.',
    'En underskrift behövs.',
    'Två tredjedels majoritet behövs.',
  ])('is none where a rule is laid down: %s', (sentence) => {
    expect(found(sentence, 'sv')).toEqual([])
  })

  it.each([
    'Mötet beslutade att taket ska lagas.',
    'Det föreslogs att avgiften höjs.',
    'Det föreslogs att mötet ajourneras.',
    'Regeringen anser att skolorna ska rustas upp.',
    'Kommunen meddelade att gatan ska asfalteras.',
    'Asta Dittelin berättade att vägen kommer att grusas.',
    'Målet är att alla tak ska isoleras.',
    'Frågan om taket ska lagas diskuterades.',
    'Asta Dittelin visade hur taket ska lagas.',
    'Om någon måste ringa finns en telefon.',
    'Boken ”Taket behöver lagas” delades ut.',
    'Ska taket lagas?',
    'Taket behöver inte lagas.',
    'Fler ledamöter behövs inte.',
    'Inga ledamöter behövs.',
    'Bryggan målades om.',
  ])('is none in what was decided, told, aimed at, asked or denied: %s', (sentence) => {
    expect(found(sentence, 'sv')).toEqual([])
  })
})

describe('an English promise whose form alone says that nobody gave it', () => {
  it.each([
    ['The website will be updated.', 'The website will be updated'],
    ['The lease is to be reviewed.', 'The lease is to be reviewed'],
    ['Members should be informed.', 'Members should be informed'],
    ['The roof should be repaired.', 'The roof should be repaired'],
    ['The roof needs to be rebuilt by the end of May.', 'The roof needs to be rebuilt by the end of May'],
    ['It was felt that a new shed ought to be built.', 'a new shed ought to be built'],
    ['Suggestions for dates are requested.', 'Suggestions for dates are requested'],
    ['More volunteers are needed.', 'More volunteers are needed'],
    ['Someone needs to ring the council.', 'Someone needs to ring the council'],
  ])('is found with its whole subject: %s', (sentence, words) => {
    expect(found(sentence, 'en')).toEqual([words])
  })

  it.each([
    'The roof should be repaired by the owner.',
    'Minutes are to be signed by the chair.',
    'Asta Dittelin should repair the roof.',
    'The board must repair the roof.',
  ])('is none where somebody does it: %s', (sentence) => {
    expect(found(sentence, 'en')).toEqual([])
  })

  it.each([
    'The hydrogen alarm must be tested monthly.',
    'Dogs must be kept on a lead.',
    'Cars must be parked behind the hall.',
    'Fees must be paid in advance.',
    'The rules say that roofs must be painted.',
    'A quorum is needed.',
    'Someone must be there.',
  ])('is none where a rule is laid down: %s', (sentence) => {
    expect(found(sentence, 'en')).toEqual([])
  })

  it.each([
    'It should be noted that the hall is cold.',
    'The next meeting will be held on 4 May.',
    'The board decided that the roof should be repaired.',
    'Asta Dittelin reported that the road will be resurfaced.',
    'They asked whether the roof should be repaired.',
    'If the roof should be repaired, the price is high.',
    'The film “The roof should be repaired” was shown.',
    'Should the roof be repaired?',
    'The roof should not be repaired.',
    'No further work is needed.',
    'The roof was repaired.',
    'The work will be interesting.',
  ])('is none in what was decided, told, announced, asked or denied: %s', (sentence) => {
    expect(found(sentence, 'en')).toEqual([])
  })
})

describe('what only looks like a wish', () => {
  it.each([
    'Ordföranden fann att ärendet ska avgöras i dag.',
    'Klubben har inkommit med förslag om att inrätta en kiosk.',
    'Frågan om stigen tas upp igen nedan.',
    'Långa köer och sena svar återkommer i de flesta av breven.',
  ])('is none in Swedish: %s', (sentence) => {
    expect(found(sentence, 'sv')).toEqual([])
  })

  it.each(["The club's request to extend the veranda was considered.", 'All trustees need to do the course.'])(
    'is none in English: %s',
    (sentence) => {
      expect(found(sentence, 'en')).toEqual([])
    },
  )

  it('leaves the wishes that it resembles', () => {
    expect(found('Frågan ska avgöras i varje grupp.', 'sv')).toHaveLength(1)
    expect(found('Ett förslag om att inrätta en kiosk framfördes.', 'sv')).toHaveLength(1)
    expect(found('Frågan om stigen tas upp igen i höst.', 'sv')).toHaveLength(1)
    expect(found('Frågan återkommer i en annan form.', 'sv')).toHaveLength(1)
    expect(found('The need to clarify the roles was raised.', 'en')).toHaveLength(1)
    expect(found('A request to extend the veranda was made.', 'en')).toHaveLength(1)
  })
})
