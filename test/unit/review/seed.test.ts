import { existsSync } from 'node:fs'
import { describe, test } from 'vitest'
import { root } from '../../helpers/app.ts'
import { testOracle } from './oracle.ts'

const minutes = new URL('../shared/seeds/004_420a019a03bc755e.txt', root)
const news = new URL('../shared/seeds/002_a66b5512b13b525e.txt', root)

if (existsSync(minutes) && existsSync(news)) {
  describe('a review of the published minutes of 10 November 2021', () => {
    testOracle(minutes, news, {
      actors: [
        { name: 'Cecilia Leiram', capacity: null, organisation: 'Business Sweden' },
        { name: 'Joakim Karlsson', capacity: 'VD', organisation: 'Almi Invest' },
      ],
      promises: ['önskemål om att göra', 'efterfrågades förslag på 3-5', 'det behöver diskuteras gruppvis'],
      dates: [
        { words: 'den 17 januari', date: '2022-01-17', confirmed: true },
        { words: 'den 5 april', date: '2022-04-05', confirmed: false },
        { words: 'den 4 februari', date: '2022-02-04', confirmed: true },
      ],
      text: [
        ['interval', '3-5', '3–5'],
        ['compound', 'life science nation', 'life science-nation'],
        ['page-number', 'och 1 frågor', 'och frågor'],
        [
          'quotes',
          '“Sweden, a Leading Life Science Nation, and the Business of Internationalization”',
          '”Sweden, a Leading Life Science Nation, and the Business of Internationalization”',
        ],
        ['tense', 'avslutar mötet och tackar', 'avslutade mötet och tackade'],
      ],
      variant: ['Eva Tiensuu Jansson', 'Eva Tiensuu Janson'],
      titles: ['Sweden, a Leading Life Science Nation, and the Business of Internationalization', 'JOIN SWEDEN SUMMIT'],
    })
  })
} else {
  console.info('skipped: ../shared/seeds is not here; the invented twin covers the same')
  test.skip('the published minutes of 10 November 2021 are not on this machine', () => undefined)
}
