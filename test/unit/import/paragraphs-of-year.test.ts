/** Paragraphs that count within a year head items, and a table's column of decisions and actions tells them apart. */
import { describe, expect, test } from 'vitest'
import { lostLines } from '../import-corpus/nothing-lost.ts'
import { readOne } from './read.ts'

const meetingOf = (...lines: readonly string[]) => {
  const text = ['Protokoll nämnden 2024-05-06', '', 'Närvarande:', ...lines, ''].join('\n')
  const meeting = readOne(text)
  expect(lostLines(text, [meeting])).toEqual({ lost: [], unplaced: [] })
  return meeting
}

describe('a paragraph with the year in its number', () => {
  test.each([
    ['§ 2024:11', '§ 2024:12'],
    ['§ 2024/11', '§ 2024/12'],
    ['2024:11 §', '2024:12 §'],
    ['2024/11 §', '2024/12 §'],
    ['§ 11/2024', '§ 12/2024'],
    ['§ 11:2024', '§ 12:2024'],
  ])('heads an item and keeps its number whole: %s', (first, second) => {
    const { items } = meetingOf(
      'Anna Ek',
      'Bo Alm',
      '',
      `${first} Båthuset`,
      'Taket läcker.',
      '',
      `${second} Bryggan`,
      'Den är lagad.',
    )
    expect(items.map(({ number, numberStyle, title }) => [number, numberStyle, title])).toEqual([
      [first.replace(/ ?§ ?/u, ''), 'paragraph', 'Båthuset'],
      [second.replace(/ ?§ ?/u, ''), 'paragraph', 'Bryggan'],
    ])
  })

  test('stays whole where it says for which items somebody was there', () => {
    const { participants } = meetingOf(
      'Anna Ek',
      'Bo Alm, ekonom – ärende 2024:15',
      '',
      '§ 2024:14 Båthuset',
      'Taket läcker.',
      '',
      '§ 2024:15 Bryggan',
      'Den är lagad.',
    )
    expect(participants.map(({ name, items }) => [name, items])).toEqual([
      ['Anna Ek', null],
      ['Bo Alm', '2024:15'],
    ])
  })
})

test('a column of both decisions and actions holds a decision where its label says so', () => {
  const { items } = meetingOf(
    'Anna Ek',
    'Bo Alm',
    '',
    'Nr\tÄrende\tBeslut / åtgärd\tAnsvarig\tKlart',
    '1\tBåthuset\tBESLUT: Taket läggs om.\tAnna Ek\t2024-06-01',
    '2\tBryggan\tHämtar in priser.\tBo Alm\t2024-06-02',
  )
  expect(items.map(({ decisions, actions }) => [decisions.length, actions.map(({ owner }) => owner)])).toEqual([
    [1, []],
    [0, ['Bo Alm']],
  ])
})
