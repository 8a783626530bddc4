/** Keys of presence: whom letters mean, and what a key does to somebody as they stand. */
import { EditorState } from 'prosemirror-state'
import { describe, expect, it, vi } from 'vitest'
import { plainBlock } from '../../../../renderer/features/meetings/text/blocks.ts'
import { withBlanks } from '../../../../renderer/features/meetings/editor/refresh.ts'
import { makeDoc } from '../../../../renderer/features/meetings/editor/schema.ts'
import { planOf } from '../../../../renderer/features/meetings/people/acts.ts'
import { fitting } from '../../../../renderer/features/meetings/people/match.ts'
import type { Interval, Person } from '../../../../renderer/features/meetings/people/presence.ts'
import type { View } from '../../../../renderer/features/meetings/text/savers.ts'

const named = (...names: string[]) => names.map((name) => ({ name }))

describe('finding somebody by letters', () => {
  const people = named('Jenny Nypon', 'Jan Nilsson Ek', 'Åsa Öberg', 'Per-Arne Kvist', 'Anna Kvast')
  it.each([
    ['jn', ['Jenny Nypon', 'Jan Nilsson Ek']],
    ['nyp', ['Jenny Nypon']],
    ['ao', ['Åsa Öberg']],
    ['öb', ['Åsa Öberg']],
    ['pak', ['Per-Arne Kvist']],
    ['annakv', ['Anna Kvast']],
    ['ak', ['Anna Kvast', 'Per-Arne Kvist']],
    ['xx', []],
    ['', people.map(({ name }) => name)],
  ])('takes the beginning of any part, initials, or several beginnings: %s', (typed, names) => {
    expect(fitting(people, typed).map(({ name }) => name)).toEqual(names)
  })
})

const stretch = (ended: Interval['ended']): Interval => ({
  id: 'i',
  mode: 'room',
  fromTime: null,
  toTime: null,
  fromItemId: null,
  toItemId: null,
  fromParagraphId: null,
  toParagraphId: null,
  began: 'start',
  ended,
})

/** Only what the keys look at. */
const view = (state: View['head']['state'], start: string | null = '09:00') => ({ head: { state, start } }) as View
const person = (status: Person['status'], intervals: Interval[] = [], mode: Person['mode'] = 'room') =>
  ({ name: 'Prov Provsson', status, mode, intervals }) as Person

describe('a key on somebody of the list', () => {
  it('says a standing outright before the meeting runs', () => {
    expect(planOf(view('planned'), person('expected'), 'd')).toEqual({ set: { status: 'present', mode: 'remote' } })
    expect(planOf(view('planned'), person('expected'), 'e')).toEqual({ set: { status: 'excused' } })
    expect(planOf(view('draft'), person('present'), 'l')).toBeNull()
  })

  it('is an act while it runs: arriving, moving, leaving, losing the link and coming back', () => {
    vi.useFakeTimers({ now: new Date(2030, 4, 6, 10, 0) })
    try {
      const running = view('running')
      expect(planOf(running, person('expected'), 'p')).toEqual({ event: 'arrived', mode: 'room' })
      expect(planOf(running, person('present', [stretch(null)]), 'd')).toEqual({ event: 'moved', mode: 'remote' })
      expect(planOf(running, person('present', [stretch(null)]), 'p')).toBeNull()
      expect(planOf(running, person('present', [stretch(null)]), 'b')).toEqual({ event: 'lost' })
      expect(planOf(running, person('present', [stretch('lost')]), 'b')).toEqual({ event: 'back' })
      expect(planOf(running, person('present', [stretch(null)]), 'j')).toEqual({ event: 'recused' })
      expect(planOf(running, person('present', [stretch('recused')]), 'j')).toEqual({ event: 'cleared' })
      expect(planOf(running, person('present', [stretch('left')]), 'l')).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })

  it.each([
    ['in the first minutes', 4],
    ['before the start as it was corrected', -3],
  ])('marks whoever is there %s as there from the start', (_, minutes) => {
    vi.useFakeTimers({ now: new Date(2030, 4, 6, 9, minutes) })
    try {
      const plan = planOf(view('running'), person('expected'), 'p')
      expect(plan).toEqual({ set: { status: 'present', mode: 'room' } })
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a sentence from elsewhere', () => {
  it('stands before the blank paragraph that somebody is about to write in', () => {
    const [first, blank, said] = ['a', 'b', 's'].map((id) => plainBlock(id, 'paragraph', id === 'b' ? '' : `ord ${id}`))
    if (first === undefined || blank === undefined || said === undefined) throw new Error('three blocks')
    const { doc } = EditorState.create({ doc: makeDoc([first, blank]) })
    expect(withBlanks(doc, [first, said]).map(({ id }) => id)).toEqual(['a', 's', 'b'])
  })
})
