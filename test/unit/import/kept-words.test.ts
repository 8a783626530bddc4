import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeMinutes, parseMinutes } from '#core/import/parse.ts'
import { lostLines } from '../import-corpus/nothing-lost.ts'
import { readOne } from './read.ts'

const people = 'Närvarande: Tuva Kvastborg (ordförande), Bror Himmelmo, Saga Rimtråd'
const title = 'Minnesanteckningar från möte med Kvastrådet den 9 oktober 2019'
const expectNothingLost = (text: string): void => expect(lostLines(text, parseMinutes(text)).lost).toEqual([])

describe('nothing of a head set in columns is lost', () => {
  const cell = fc.constantFrom(
    'Kvastborgs kommun',
    'Kvastnämnden',
    'Sammanträdesprotokoll',
    'PROTOKOLL',
    'Sammanträdesdatum',
    'Blad',
    '1 (5)',
    'Sida 1 av 6',
    '2019-10-09',
    'Dnr KN 2019/12',
    'Skyddsklass öppen',
    'Rådets kansli',
    'Handläggare',
  )
  test('every column of the first lines stands in the head or is told as unread', () => {
    const line = fc.uniqueArray(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join('        '))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (head) => {
        const text = [...head, '', people, '', '§ 1 Startbanan', 'Nämnden beslutar', 'att sopa den.'].join('\n')
        expectNothingLost(text)
      }),
      { numRuns: 300 },
    )
  })

  test('a column that no field holds is told with its words', () => {
    const text = [
      'Kvastborgs kommun                   PROTOKOLL',
      'Kvastnämnden          Skyddsklass öppen          1 (5)',
      '2019-10-09',
      '',
      people,
      '',
      '§ 1 Startbanan',
      'Den sopas.',
    ].join('\n')
    expect(readOne(text).findings.map((one) => one.quote)).toContain('Skyddsklass öppen')
  })
})

test('a figure in a column of its own is no part of a sender that a number in the title holds by chance', () => {
  const lines = ['12  Startbanan     2', '-----', '| 1 | Startbanan | Sopas |', 'Protokoll Kvastrådet 2019-10-09']
  expectNothingLost([title, people, ...lines, '§ 2 Startbanan', 'Protokoll Kvastrådet 2019-10-09'].join('\n'))
})

describe('words of minutes in any mixture', () => {
  const piece = fc.constantFrom(
    'Protokoll Kvastrådet 2019-10-09',
    'Kvastborgs kommun          PROTOKOLL          1 (5)',
    'Kvastborgs kommun          PROTOKOLL          2 (5)',
    'Kvastnämnden      2019-10-09',
    'Närvarande: Tuva Kvastborg, Bror Himmelmo',
    'Närvarande',
    'Tuva Kvastborg, ledamot',
    'Bror Himmelmo    (S)    X',
    'Ordförande: Tuva Kvastborg',
    '§ 1 Öppnande',
    '§ 2 Startbanan',
    'Kf § 3    KS 2019.12',
    'Kvastskåpet',
    '1. Ekonomi',
    '2. Kvastar',
    '1.1 Banan är sopad.    TK   2019-11-01',
    '1.2 Skåpet',
    '* Budget',
    '- köpa kvast',
    '• Läget',
    '\to Allt väl',
    'Nr\tPunkt\tAnteckningar\tBeslut',
    '1\tStartbanan\tDen är våt.\tSopas.',
    '2\tSkåpet\tÖppet.\t-',
    '| Nr | Punkt | Beslut |',
    '| 1 | Startbanan | Sopas |',
    'Nämnden beslutar',
    'att sopa banan',
    'Beslut: Banan sopas.',
    'Åtgärd: Bror sopar, senast 1 maj',
    'Sida 2',
    '3 (5)',
    'Bilaga 1',
    'ÄRENDELISTA     Sida',
    '12  Startbanan     2',
    '13  Skåpet      3',
    'Från: Tuva Kvastborg',
    'Skickat: 3 maj 2019',
    'Till: Rådet',
    'Hej alla,',
    'Dagordning',
    'Nästa möte 12 december',
    'Vid protokollet',
    'Justeras',
    'Tuva Kvastborg',
    '09.00 Inledning',
    '10.30 Samtal',
    '12.00 Lunch',
    'Den sopas i april och torkar sedan till maj.',
    'Bror berättade om läget i norr, där inget har hänt.',
    '',
    '',
    '',
    '-----',
    '== Skåpet ==',
    '**Risker**',
    'Godkänns',
    'Blad',
  )
  test('each line’s words stand in what it was placed in, or it is listed as not placed', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 3, maxLength: 30, size: 'max' }), (lines) => {
        const text = [title, people, ...lines].join('\n')
        // What the mixture makes no minutes of is refused whole, and nothing of it is kept.
        if (looksLikeMinutes(text)) expectNothingLost(text)
      }),
      { numRuns: 200 },
    )
  })
})
