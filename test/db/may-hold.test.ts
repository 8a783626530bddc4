/** Lists ask the file who may hold a role on a day, pages reckon it: both say the same of any days. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { standingOn } from '#contract/calendar.ts'
import { get } from '#db/connection.ts'
import { mayHold } from '#db/queries/past.ts'
import { newWorkspace } from '../helpers/workspace.ts'

const two = (value: number) => String(value).padStart(2, '0')
const year = fc.integer({ min: 2019, max: 2023 }).map(String)
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`)
const day = fc
  .tuple(month, fc.oneof(fc.constantFrom(1, 21, 22, 28), fc.integer({ min: 1, max: 28 })))
  .map(([m, d]) => `${m}-${two(d)}`)
const date = fc.oneof(year, month, day)

it('a list and a page say the same of who may hold a role, whatever days, months and years stand there', () => {
  const { db } = newWorkspace()
  const sql = `SELECT ${mayHold('t')} AS may FROM (SELECT @from AS from_date, @to AS to_date, @fromAfter AS from_after) t`
  fc.assert(
    fc.property(
      fc.option(date),
      fc.option(date),
      fc.option(date),
      fc.constantFrom('open' as const, 'known' as const, 'unknown' as const),
      day,
      (from, to, after, toKind, on) => {
        // A beginning that is known needs no day after which it lies.
        const fromAfter = from === null ? after : null
        const span = {
          from,
          to,
          fromAfter,
          toKind: to === null ? toKind : 'known',
          seenFrom: null,
          seenTo: null,
        } as const
        const standing = standingOn(span, on)
        const may = get<{ may: number }>(db, sql, { from, to, fromAfter, on })?.may
        expect([span, on, may === 1]).toEqual([span, on, standing !== 'past' && standing !== 'future'])
      },
    ),
    { numRuns: 2000 },
  )
})
