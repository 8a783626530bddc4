import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inView, nextToFill } from '../../../../renderer/features/meetings/page/fill.ts'

const ids = Array.from({ length: 40 }, (_, index) => `i${index}`)

describe('items of long minutes', () => {
  it('come first where one is, with the one before and what fills the screen after it', () => {
    expect(inView(ids, 'i20')).toEqual(['i19', 'i20', 'i21', 'i22', 'i23'])
    expect(inView(ids, null)).toEqual(['i0', 'i1', 'i2', 'i3'])
    expect(inView(ids, 'gone')).toEqual(['i0', 'i1', 'i2', 'i3'])
  })

  it('follow nearest first, on both sides', () => {
    expect(nextToFill(ids, new Set(inView(ids, 'i20')), 'i20', 4)).toEqual(['i18', 'i17', 'i24', 'i16'])
  })

  it('all stand there after so many idle moments, each filled once, wherever one goes meanwhile', () => {
    const list = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(
        list,
        fc.array(fc.nat(80), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 12 }),
        (all, ways, count) => {
          const filled = new Set<string>()
          for (let moment = 0; moment < Math.ceil(all.length / count); moment += 1) {
            const next = nextToFill(all, filled, all[ways[moment % ways.length] ?? 0] ?? null, count)
            expect(next.some((id) => filled.has(id))).toBe(false)
            next.forEach((id) => filled.add(id))
          }
          expect([...filled].toSorted()).toEqual(all.toSorted())
        },
      ),
    )
  })
})
