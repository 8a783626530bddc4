import { describe, expect, it } from 'vitest'
import { isName, yearsLater } from '../../../../renderer/features/privacy/words.ts'

describe('a name typed as a confirmation', () => {
  it.each(['Tilda Övning', 'tilda övning', '  Tilda   Övning ', 'Tilda O\u0308vning'])(
    'is the name when it is %j',
    (typed) => {
      expect(isName(typed, 'Tilda Övning')).toBe(true)
    },
  )
  it.each(['', ' ', 'Tilda', 'Tilda Ovning', 'Tilda Övning x'])('is not when it is %j', (typed) => {
    expect(isName(typed, 'Tilda Övning')).toBe(false)
  })
  it('never is when there is nothing to type', () => {
    expect(isName('', '')).toBe(false)
  })
})

describe('the same day years later', () => {
  it('is a day that exists', () => {
    expect(yearsLater('2026-11-22', 1)).toBe('2027-11-22')
    expect(yearsLater('2028-02-29', 1)).toBe('2029-02-28')
    expect(yearsLater('2028-02-29', 4)).toBe('2032-02-29')
  })
})
