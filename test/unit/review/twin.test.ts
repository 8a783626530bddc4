import { describe } from 'vitest'
import { root } from '../../helpers/app.ts'
import { testOracle } from './oracle.ts'

describe('a review of the invented twin of the main path', () => {
  testOracle(new URL('test/fixtures/minutes/twin.txt', root), new URL('test/fixtures/texts/twin-news.txt', root), {
    actors: [
      { name: 'Fabiola Drakström', capacity: null, organisation: 'Luftkastellet Export' },
      { name: 'Hjalmar Segelqvist', capacity: 'VD', organisation: 'Vindsnurra Invest' },
    ],
    promises: ['hjälmkravet bör förklaras bättre', 'efterfrågades tips på 2-4', 'det behöver avgöras i varje grupp'],
    dates: [
      { words: 'den 23 januari', date: '2020-01-23', confirmed: true },
      { words: 'den 12 maj', date: '2020-05-12', confirmed: false },
      { words: 'den 3 mars', date: '2020-03-03', confirmed: true },
    ],
    text: [
      ['interval', '2-4', '2–4'],
      ['compound', 'öppen luft kultur', 'öppen luft-kultur'],
      ['page-number', 'och 1 synpunkter', 'och synpunkter'],
      ['quotes', '“Broom Nation, Rising Together”', '”Broom Nation, Rising Together”'],
      ['tense', 'avslutar mötet och tackar', 'avslutade mötet och tackade'],
    ],
    variant: ['Ottilia Rönnskaft Jonsson', 'Ottilia Rönnskaft Johnsson'],
    titles: ['Broom Nation, Rising Together', 'HIGH BROOM CUP'],
  })
})
