import { describe, expect, it } from 'vitest'
import { review } from '#core/review/review.ts'
import { nothingKnown, told } from './views.ts'

const before = {
  sv: [
    'Asta Dittelin öppnade mötet.',
    'Bosse Hittepå presenterade läget.',
    'Planen diskuterades.',
    'Frågan väcktes av Berit Påhitt.',
  ],
  en: ['Asta Dittelin opened the meeting.', 'Bo Hitte thanked all.', 'Berit Made explained it.', 'Bo Hitte answered.'],
} as const

/** What the present tenses of a paragraph become behind others that tell in the past. */
function becomes(text: string, language: 'sv' | 'en' = 'sv'): string[] {
  return review(told([...before[language], text], { language }), nothingKnown)
    .filter(({ code }) => code === 'tense')
    .map(({ proposal }) => ('text' in proposal ? proposal.text : ''))
}

describe('present among past', () => {
  it.each([
    ['Berit frågar om kostnaden.', 'frågade'],
    ['Dittelin visar bilder.', 'visade'],
    ['Därefter visar Asta bilder.', 'visade'],
    ['Därefter visar sekreteraren bilder.', 'visade'],
    ['På frågan svarar Asta att allt är klart.', 'svarade'],
    ['Asta rapporterar från mässan.', 'rapporterade'],
    ['Styrelsen diskuterar frågan och beslutade att avvakta.', 'diskuterade'],
    ['Hon visade bilder och förklarar metoden.', 'förklarade'],
    ['Asta Dittelin tackade. Hon förklarar metoden.', 'förklarade'],
  ])('is found of one name, of a body, of a pronoun and behind the verb: %s', (text, past) => {
    expect(becomes(text)).toEqual([past])
  })

  it.each([
    ['Berit asks about the cost.', 'asked'],
    ['Then Asta shows pictures.', 'showed'],
    ['The board discusses the matter and decided to wait.', 'discussed'],
    ['She showed pictures and explains the method.', 'explained'],
  ])('is found in English: %s', (text, past) => {
    expect(becomes(text, 'en')).toEqual([past])
  })

  it.each([
    'Karl visar bilder.',
    'Därefter visar Karl bilder.',
    'Därefter visar rapporten att allt är bra.',
    'Asta sade att Berit visar bilder.',
    'Hon visade att metoden fungerar och förklarar resultatet.',
    'Boken är ny. Hon förklarar metoden.',
    'Berit frågar kommunen om lov.',
    'Asta visade skissen och frågar kommunen om lov.',
    'Asta rapporterar till kansliet.',
    'Asta svarar för inköpen.',
    'Asta presenterar planen på nästa möte.',
    'Styrelsen informerar medlemmarna om läget.',
    'Styrelsen diskuterar ekonomin varje månad.',
    'Asta lyfte frågan och sammanfattar svaren till nästa möte.',
  ])('is none of nobody known, in what was said, always so or still to do: %s', (text) => {
    expect(becomes(text)).toEqual([])
  })

  it.each([
    'Karl explains it.',
    'Asta said that Berit shows pictures.',
    'The report shows losses.',
    'Berit asks the club for money.',
    'The board informs the members.',
    'The board discusses the budget every month.',
  ])('is none in English either: %s', (text) => {
    expect(becomes(text, 'en')).toEqual([])
  })

  it('is one where somebody of that name acts in the text', () => {
    expect(becomes('Karl Ek hälsade alla. Därefter visar Karl bilder.')).toEqual(['visade'])
  })
})
