/** Keys of presence: whom letters mean, and what a key does to somebody as they stand. */
import { EditorState } from 'prosemirror-state'
import { describe, expect, it, vi } from 'vitest'
import { plainBlock } from '../../../../renderer/features/meetings/text/blocks.ts'
import { withBlanks } from '../../../../renderer/features/meetings/editor/refresh.ts'
import { makeDoc } from '../../../../renderer/features/meetings/editor/schema.ts'
import { planOf } from '../../../../renderer/features/meetings/people/acts.ts'
import { fitting, goesOn, mayGoOn } from '../../../../renderer/features/meetings/people/match.ts'
import {
  presenceOf,
  shownNow,
  standingAt,
  type Interval,
  type Person,
} from '../../../../renderer/features/meetings/people/presence.ts'
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

describe('a space behind the letters of the only one who fits', () => {
  it.each([
    ['Ada Påhitt', 'ada', true],
    ['Åsa Öberg', 'asa', true],
    ['Anna Karin Berg', 'anna karin', true],
    ['Per-Arne Kvist', 'per-arne', true],
    ['Ada Påhitt', 'ad', false],
    ['Ada Påhitt', 'ap', false],
    ['Ada Påhitt', 'påhitt', false],
    ['Ada Påhitt', 'ada påhitt', false],
    ['Ada Påhitt', 'ada ', false],
  ])('may part two names only behind a whole one that has another after it: %s, %s', (name, typed, may) => {
    expect(mayGoOn(name, typed)).toBe(may)
  })
  it('is followed by the next name where the sign begins it, else by a key', () => {
    expect(goesOn('Ada Påhitt', 'ada', 'p')).toBe(true)
    expect(goesOn('Ada Påhitt', 'ada', 'd')).toBe(false)
    expect(goesOn('Anna Karin Berg', 'anna', 'b')).toBe(true)
    expect(goesOn('Ada Påhitt', 'ada', ' ')).toBe(false)
    expect(goesOn('Ada Påhitt', 'ada', 'Backspace')).toBe(false)
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

describe('a guest of one item', () => {
  const one = { ...stretch('left'), began: 'arrived' as const, fromItemId: 'third', toItemId: 'third' }
  const shown = (guest: Interval, here: string | null, state: View['head']['state'] = 'running') =>
    shownNow({ head: { state }, attendance: [person('present', [guest], 'unknown')] } as View, here).map(presenceOf)
  it('is there while that item is dealt with, and has left as the next one is', () => {
    expect(shown(one, 'third')).toEqual(['here'])
    expect(shown(one, 'fourth')).toEqual(['left'])
    expect(shown(one, null)).toEqual(['left'])
  })
  it('is moved and ended by the keys while that item is dealt with, and arrives anew at the next one', () => {
    const running = view('running', null)
    const keyed = (key: 'p' | 'd' | 'l', here: string, mode: Person['mode']) =>
      planOf(running, standingAt(running, person('present', [{ ...one, mode }], mode), here), key)
    expect(keyed('p', 'third', 'unknown')).toEqual({ set: { mode: 'room' } })
    expect(keyed('d', 'third', 'room')).toEqual({ event: 'moved', mode: 'remote' })
    expect(keyed('p', 'third', 'room')).toBeNull()
    expect(keyed('l', 'third', 'unknown')).toEqual({ event: 'left' })
    expect(keyed('d', 'fourth', 'room')).toEqual({ event: 'arrived', mode: 'remote' })
    expect(keyed('l', 'fourth', 'room')).toBeNull()
  })
  it('is still there for that item alone once they have moved in it', () => {
    const moved = {
      ...one,
      fromTime: '10:42',
      fromParagraphId: 'said',
      began: 'moved' as const,
      mode: 'remote' as const,
    }
    const both = [{ ...one, toTime: '10:42', toParagraphId: 'said', ended: 'moved' as const }, moved]
    const at = (here: string) => presenceOf(standingAt(view('running'), person('present', both, 'remote'), here))
    expect(at('third')).toBe('remote')
    expect(at('fourth')).toBe('left')
  })
  it('has left where it is known when, and when the meeting is over', () => {
    expect(shown({ ...one, toTime: '10:40' }, 'third')).toEqual(['left'])
    expect(shown(one, 'third', 'draft')).toEqual(['left'])
  })
})

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
