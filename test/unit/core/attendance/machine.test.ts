/** Stretches of presence under any sequence of acts and corrections. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttendanceInterval } from '#contract/meetings.ts'
import { attendanceEvent } from '#contract/attendance.ts'
import { KansliError } from '#contract/errors.ts'
import { isWithin, offset, type Span } from '#core/attendance/clock.ts'
import { itemCells, itemsLabel } from '#core/attendance/items.ts'
import { correct, isThere, perform, without, type Standing } from '#core/attendance/machine.ts'

const clock = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
const later = (time: string, minutes: number) => {
  const [h = 0, m = 0] = time.split(':').map(Number)
  const at = (h * 60 + m + minutes) % (24 * 60)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
const items = ['a', 'b', 'c', 'd', 'e'].map((id, index) => ({ id, number: String(index + 1) }))
const mode = fc.constantFrom('room' as const, 'remote' as const, 'phone' as const, 'unknown' as const)

let made = 0
const newId = () => {
  made += 1
  return `id-${made}`
}

const before: fc.Arbitrary<Standing> = fc.record({
  name: fc.constant('Prov Provsson'),
  status: fc.constantFrom('expected' as const, 'present' as const, 'absent' as const, 'unknown' as const),
  mode,
  intervals: fc.constant([]),
})

const acts = fc.array(
  fc.record({
    event: fc.constantFrom(...attendanceEvent.options),
    mode: fc.option(mode, { nil: undefined }),
    /** Minutes since the act before; a negative number is a clock that was set back. */
    wait: fc.integer({ min: -20, max: 90 }),
    ahead: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 14 },
)

/** What must hold of any stretches. */
function expectSound({ intervals, status }: Standing, span: Span): void {
  const edges = intervals.flatMap(({ fromTime, toTime }) => [fromTime, toTime]).filter((time) => time !== null)
  edges.forEach((time, index) => {
    expect(isWithin(time, span)).toBe(true)
    const previous = edges[index - 1]
    if (previous !== undefined) expect(offset(time, span)).toBeGreaterThanOrEqual(offset(previous, span))
  })
  intervals.forEach((one, index) => {
    const next = intervals[index + 1]
    if (next !== undefined) expect(one.ended).not.toBeNull()
    if (one.ended === null) expect([one.toTime, one.toItemId]).toEqual([null, null])
    // Nobody is there while recused: the next stretch begins by being cleared, and not before.
    if (one.ended === 'recused' && next !== undefined) expect(next.began).toBe('cleared')
    if (one.began === 'cleared') expect(intervals[index - 1]?.ended).toBe('recused')
    if (one.began === 'moved') expect(intervals[index - 1]).toMatchObject({ ended: 'moved', toTime: one.fromTime })
    if (one.began === 'back') expect(['left', 'lost']).toContain(intervals[index - 1]?.ended)
  })
  if (intervals.length > 0) expect(status).toBe('present')
}

function play(start: Standing, list: typeof acts extends fc.Arbitrary<infer T> ? T : never, span: Span): Standing {
  let standing = start
  let time = span.start ?? '09:00'
  let item = 0
  for (const { event, mode: where, wait, ahead } of list) {
    time = later(time, wait)
    item = Math.min(items.length - 1, item + ahead)
    try {
      standing = perform(
        standing,
        { event, mode: where, time, itemId: items[item]?.id ?? null, paragraphId: null },
        span,
        newId,
      ).standing
    } catch (error) {
      if (!(error instanceof KansliError)) throw error
    }
    expectSound(standing, span)
  }
  return standing
}

const span = fc.record({ date: fc.constant(null), start: fc.option(clock), end: fc.constant(null) })

describe('the stretches of one person', () => {
  it('never overlap, keep the order of the clock, lie within the meeting, and a recusal is an absence', () => {
    fc.assert(fc.property(before, acts, span, (start, list, when) => void play(start, list, when)))
  })

  it('keep all that under any correction and removal, or refuse it', () => {
    const corrections = fc.array(
      fc.record({
        at: fc.nat(6),
        remove: fc.boolean(),
        from: fc.option(clock, { nil: undefined }),
        to: fc.option(clock, { nil: undefined }),
        mode: fc.option(mode, { nil: undefined }),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(before, acts, span, corrections, (start, list, when, changes) => {
        let standing = play(start, list, when)
        for (const { at, remove, from, to, mode: where } of changes) {
          const one = standing.intervals[at]
          if (one === undefined) continue
          try {
            const intervals = remove
              ? without(standing.intervals, one.id)
              : correct(standing, one.id, { fromTime: from, toTime: to, mode: where }, when)
            standing = { ...standing, intervals, status: intervals.length === 0 ? 'unknown' : 'present' }
          } catch (error) {
            if (!(error instanceof KansliError)) throw error
          }
          expectSound(standing, when)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('say of each act what it is: coming is back after a lost link, cleared after a recusal', () => {
    const act = (standing: Standing, event: (typeof attendanceEvent.options)[number]) =>
      perform(
        standing,
        { event, time: '10:00', itemId: 'a', paragraphId: null },
        { date: null, start: '09:00', end: null },
        newId,
      )
    const first = act({ name: 'P', status: 'expected', mode: 'unknown', intervals: [] }, 'arrived')
    expect(first.event).toBe('arrived')
    const lost = act(first.standing, 'lost')
    expect(act(lost.standing, 'arrived').event).toBe('back')
    const recused = act(first.standing, 'recused')
    expect(act(recused.standing, 'back').event).toBe('cleared')
    expect(isThere(recused.standing)).toBe(false)
    expect(() => act(first.standing, 'arrived')).toThrow('attendance.there')
    expect(() => act(lost.standing, 'left')).toThrow('attendance.away')
  })

  it('of a meeting that passes midnight follow each other over it, and nothing lies before its beginning', () => {
    const night: Span = { date: null, start: '22:30', end: null }
    const here: Standing = { name: 'P', status: 'present', mode: 'room', intervals: [] }
    const at = (standing: Standing, event: 'left' | 'back', time: string) =>
      perform(standing, { event, time, itemId: null, paragraphId: null }, night, newId).standing
    const back = at(at(here, 'left', '23:50'), 'back', '00:10')
    expect(back.intervals).toHaveLength(2)
    expect(() => at(here, 'left', '22:29')).toThrow('attendance.outside')
    expect(() => at(at(here, 'left', '00:10'), 'back', '23:50')).toThrow('attendance.order')
  })

  it('share the edge where somebody moved: correcting one side corrects the other', () => {
    const here: Standing = { name: 'P', status: 'present', mode: 'room', intervals: [] }
    const when: Span = { date: null, start: '09:00', end: null }
    const moved = perform(here, { event: 'moved', time: '10:00', itemId: 'b', paragraphId: null }, when, newId).standing
    const [room, screen] = moved.intervals
    const next = correct(moved, screen?.id ?? '', { fromTime: '10:05' }, when)
    expect(next.map(({ toTime, fromTime, mode: where }) => [where, fromTime, toTime])).toEqual([
      ['room', null, '10:05'],
      ['remote', '10:05', null],
    ])
    expect(without(next, screen?.id ?? '')).toMatchObject([{ id: room?.id, ended: null, toTime: null }])
  })
})

type Path = readonly (readonly [
  AttendanceInterval['began'],
  string | null,
  AttendanceInterval['ended'],
  string | null,
])[]

const present = (path: Path) => ({
  status: 'present' as const,
  mode: 'room' as const,
  intervals: path.map(([began, fromItemId, ended, toItemId], index): AttendanceInterval => ({
    id: String(index),
    mode: 'room',
    fromTime: null,
    toTime: null,
    fromItemId,
    toItemId,
    fromParagraphId: null,
    toParagraphId: null,
    began,
    ended,
  })),
})

describe('the items somebody took part in', () => {
  const words = { not: 'ej', through: 't.o.m.' }
  it.each<[string, Path, string | null]>([
    ['all of them', [['start', null, null, null]], null],
    ['from the third on', [['arrived', 'c', null, null]], '3–5'],
    ['only the last', [['arrived', 'e', null, null]], '5'],
    ['until somebody left', [['start', null, 'left', 'd']], 't.o.m. 4'],
    ['between coming and going', [['arrived', 'b', 'left', 'c']], '2–3'],
    [
      'all but one of a recusal',
      [
        ['start', null, 'recused', 'c'],
        ['cleared', 'c', null, null],
      ],
      'ej 3',
    ],
    [
      'all but one, cleared when the next had begun',
      [
        ['start', null, 'recused', 'c'],
        ['cleared', 'd', null, null],
      ],
      'ej 3',
    ],
    ['all before a recusal without return', [['start', null, 'recused', 'd']], 't.o.m. 3'],
    [
      'a link lost and back in one item',
      [
        ['start', null, 'lost', 'b'],
        ['back', 'b', null, null],
      ],
      null,
    ],
    [
      'a link lost for an item in between',
      [
        ['start', null, 'lost', 'b'],
        ['back', 'd', null, null],
      ],
      'ej 3',
    ],
    [
      'here and there',
      [
        ['start', null, 'left', 'a'],
        ['back', 'c', 'left', 'c'],
        ['back', 'e', null, null],
      ],
      'ej 2, 4',
    ],
    ['none, recused from the first on', [['start', null, 'recused', 'a']], 'ej 1–5'],
  ])('are written short: %s', (_, path, label) => {
    expect(itemsLabel(present(path), items, words)).toBe(label)
  })

  it('are those of the cells, whatever the stretches', () => {
    const item = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const path = fc.array(fc.tuple(fc.constantFrom('arrived' as const), item, fc.constantFrom('left' as const), item), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(path, (list) => {
        const person = present(list)
        const cells = itemCells(person, items)
        const label = itemsLabel(person, items, words)
        const told = new Set<number>()
        const numbers = /\d.*$/.exec(label ?? '1–5')?.[0] ?? ''
        for (const run of numbers.split(', ')) {
          const [from = 0, to = from] = run.split('–').map(Number)
          for (let at = label?.startsWith('t.o.m.') === true ? 1 : from; at <= to; at += 1) told.add(at)
        }
        const there = cells.flatMap((cell, index) => (cell === null ? [] : [index + 1]))
        const not = label?.startsWith('ej') === true
        expect([1, 2, 3, 4, 5].filter((at) => told.has(at) !== not)).toEqual(there)
      }),
    )
  })

  it('of a meeting without numbers say nothing', () => {
    const unnumbered = items.map(({ id }) => ({ id, number: null }))
    expect(itemsLabel(present([['arrived', 'c', null, null]]), unnumbered, words)).toBeNull()
  })
})
