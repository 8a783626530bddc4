import { describe } from 'vitest'
import { testMainPath } from './main-path.ts'
import { readOne, readText } from './read.ts'

const text = readText(new URL('../../fixtures/minutes/twin.txt', import.meta.url))

describe('the invented twin of the main path', () => {
  const organisations = Object.fromEntries([
    ...[20, 21, 22].map((n) => [n, 'Kvastkontoret']),
    ...[23, 24, 25].map((n) => [n, 'Vinddepartementet']),
    ...[26, 27, 28, 29].map((n) => [n, 'Myggverket']),
    [30, 'AstroBorst'],
    [31, 'FLK'],
  ])
  testMainPath(() => readOne(text), {
    title: 'Minnesanteckningar möte med rådet för flygande städdon och vindkraft den 9 oktober 2019 (hybridmöte)',
    body: 'Rådet för flygande städdon och vindkraft',
    sender: 'Kvastkontoret',
    date: '2019-10-09',
    items: [
      'Samling och öppnande',
      'Flygplanen och rådet – hur högt når vi?',
      'Samtal om flygplanen och rådet',
      'Utblick över molnen – landets plats i luften',
      'Avrundning',
    ],
    participants: 31,
    members: 18,
    groups: [18, 4, 3, 6],
    chair: 'Tuvalina Kvastborg',
    chairCapacity: 'ordförande och sambandsperson',
    repaired: { listNumber: 11, name: 'Hedvig Stormfelt', asWritten: 'Hedvig, Stormfelt' },
    organisations,
    nextMeeting: '2020-03-03',
    inferred: ['2020-01-23', '2020-05-12', '2020-03-03'],
    unlisted: [
      { name: 'Fabiola Drakström', capacity: null, organisation: 'Luftkastellet Export' },
      { name: 'Hjalmar Segelqvist', capacity: 'VD', organisation: 'Vindsnurra Invest' },
    ],
    leak: 'och 1 synpunkter gällde',
    withoutLeak: 'och synpunkter gällde',
    variantInText: 'Rönnskaft',
  })
})
