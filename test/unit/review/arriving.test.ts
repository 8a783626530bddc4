import { describe, expect, it } from 'vitest'
import { review } from '#core/review/review.ts'
import { nothingKnown, told } from './views.ts'

function unlisted(sentence: string, language: 'sv' | 'en'): string[] {
  return review(told([sentence], { language, names: ['Asta Dittelin'] }), nothingKnown)
    .filter(({ code }) => code === 'actor-not-listed')
    .map(({ words }) => words)
}

describe('somebody with a title in front who comes to the meeting and is not listed', () => {
  it.each([
    'Dr Hal Moss joined at 10:30.',
    'Prof. Hal Moss joined remotely.',
    'Ms Hal Moss, a consultant, joined for this item.',
    'Mr Hal Moss had left at 11:15.',
  ])('is found in English: %s', (sentence) => {
    expect(unlisted(sentence, 'en')).toEqual(['Hal Moss'])
  })

  it.each([
    'Docent Eva Test anslöt kl. 10.30.',
    'Dr Eva Test från Provverket anslöt via länk.',
    'Prof. Eva Test kom till mötet.',
    'Därefter anslöt docent Eva Test.',
    'Kl. 10.30 anlände professor Eva Test.',
  ])('is found in Swedish: %s', (sentence) => {
    expect(unlisted(sentence, 'sv')).toEqual(['Eva Test'])
  })

  it.each([
    'Dr Hal Moss joined the company in May.',
    'Dr Hal Moss left the company.',
    'Ms Joan Firth attended the conference.',
    'Dr Asta Dittelin joined at 10:30.',
    'The letter to Dr Hal Moss was read at 10:30.',
    'Professor Lund University joined the meeting.',
  ])('is nobody where it is another thing that they came to, or they are listed: %s', (sentence) => {
    expect(unlisted(sentence, 'en')).toEqual([])
  })

  it.each([
    'Dr Eva Test kom från Umeå.',
    'Docent Eva Test lämnade Provverket.',
    'Docent Asta Dittelin anslöt kl. 10.30.',
    'Till projektet anslöt docent Eva Test.',
  ])('is nobody in Swedish either: %s', (sentence) => {
    expect(unlisted(sentence, 'sv')).toEqual([])
  })
})
