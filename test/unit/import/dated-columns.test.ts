import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { readOne, unread } from './read.ts'

/** Minutes of 9 February 2024 with a table of attendance. */
function meetingWith(...table: readonly string[]): ProposedMeeting {
  return readOne(
    [
      'Protokoll styrelsemöte Kvastklubben 9 februari 2024',
      '',
      'Närvaro',
      ...table,
      '',
      '1. Öppnande',
      'Mötet öppnades.',
      '',
    ].join('\n'),
  )
}

function statuses(meeting: ProposedMeeting): string[] {
  return meeting.participants.map(({ name, status, mode }) => `${name} ${status} ${mode}`)
}

describe('a table with a column for each meeting', () => {
  const expected = [
    'Anna Ek absent unknown',
    'Bo Alm present unknown',
    'Eva Fors present remote',
    'Gun Holm excused unknown',
  ]

  test.each([
    ['tabs', ['Namn\t12 jan\t9 feb', 'Anna Ek\tX\t', 'Bo Alm\t\tX', 'Eva Fors\tX\tTeams', 'Gun Holm\tX\tförhinder']],
    [
      'pipes',
      [
        '| Namn | 12/1 | 9/2 |',
        '|---|---|---|',
        '| Anna Ek | X | |',
        '| Bo Alm | | X |',
        '| Eva Fors | X | Teams |',
        '| Gun Holm | X | förhinder |',
      ],
    ],
    [
      'spaces',
      [
        'Namn            12 jan    9 feb      8 mar',
        'Anna Ek         X                    X',
        'Bo Alm                    X',
        'Eva Fors        X         Teams',
        'Gun Holm        X         förhinder  X',
      ],
    ],
    [
      'months',
      ['Namn\tJan\tFeb\tMar', 'Anna Ek\tX\t\tX', 'Bo Alm\t\tX\t', 'Eva Fors\tX\tTeams\t', 'Gun Holm\tX\tförhinder\t'],
    ],
    [
      'short dates',
      ['Namn\t24-01-12\t24-02-09', 'Anna Ek\tX\t', 'Bo Alm\t\tX', 'Eva Fors\tX\tTeams', 'Gun Holm\tX\tförhinder'],
    ],
  ])('is read in the column of its own date: %s', (_, table) => {
    const meeting = meetingWith(...table)
    expect(statuses(meeting)).toEqual(expected)
    expect(unread(meeting)).toEqual([])
  })

  test.each(['Namn\t12 jan\t8 mar', 'Namn\tMöte 1\tMöte 2', 'Namn\t9 feb\t2024-02-09'])(
    'leaves presence open and shows the header where no column, or more than one, is of the date: %s',
    (header) => {
      const meeting = meetingWith(header, 'Anna Ek\tX\t', 'Bo Alm\t\tX')
      expect(statuses(meeting)).toEqual(['Anna Ek unknown unknown', 'Bo Alm unknown unknown'])
      expect(unread(meeting)).toEqual([header.replaceAll('\t', ' ')])
    },
  )

  test('keeps the role beside the name', () => {
    const meeting = meetingWith('Namn\tRoll\t12 jan\t9 feb', 'Anna Ek\tKassör\tX\t', 'Bo Alm\tLedamot\t\tX')
    expect(meeting.participants.map(({ name, capacity, status }) => `${name} ${capacity ?? '–'} ${status}`)).toEqual([
      'Anna Ek Kassör absent',
      'Bo Alm Ledamot present',
    ])
  })

  test('never takes another column than its own', () => {
    const days = ['12 jan', '26 jan', '9 feb', '23 feb', '8 mar']
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 4 }),
        fc.boolean(),
        (rows, spaced) => {
          // A column nobody is ticked in says nothing.
          fc.pre(rows.some((row) => row[2] === true))
          const names = ['Anna Ek', 'Bo Alm', 'Eva Fors', 'Gun Holm']
          const table = [
            ['Namn', ...days],
            ...rows.map((row, at) => [names[at] ?? '', ...row.map((x) => (x ? 'X' : ''))]),
          ]
          const lines = table.map((cells) =>
            spaced
              ? cells
                  .map((cell) => cell.padEnd(12))
                  .join('')
                  .trimEnd()
              : cells.join('\t'),
          )
          expect(meetingWith(...lines).participants.map(({ status }) => status)).toEqual(
            rows.map((row) => (row[2] === true ? 'present' : 'absent')),
          )
        },
      ),
    )
  })
})
