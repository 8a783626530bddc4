import { describe, expect, test } from 'vitest'
import {
  ahead,
  isReviewed,
  nextMeeting,
  openCount,
  openFindings,
  stateOf,
  type Ahead,
  type Finding,
  type Meeting,
} from '../../../renderer/features/start/start-data.ts'

function meeting(
  id: string,
  body: string | null,
  nextDate: string | null,
  basis: 'stated' | 'inferred' = 'stated',
): Meeting {
  return {
    id,
    version: 1,
    head: {
      title: `Möte ${id}`,
      kind: 'minnesanteckningar',
      language: 'sv',
      bodyId: null,
      body,
      sender: null,
      date: '2026-10-01',
      start: null,
      end: null,
      place: null,
      form: null,
      dnr: null,
      nextDate,
      nextDateBasis: nextDate === null ? null : basis,
      state: 'draft',
      seriesId: null,
      number: null,
      remoteTool: null,
      previousId: null,
      approvedOn: null,
      approveBy: null,
      ruleProfile: 'free',
      quorumRule: 'none',
      quorumCount: null,
    },
    officers: [],
    items: [],
    attendance: [],
    warnings: [],
    attachments: [],
    source: null,
  }
}

describe('dates ahead', () => {
  test('each body’s latest word counts, and the soonest date comes first', () => {
    const dates = ahead([
      meeting('3', 'Havsgruppen', '2027-02-04'),
      meeting('2', 'Kustgruppen', '2026-12-03', 'inferred'),
      meeting('1', 'Havsgruppen', '2026-11-01'),
    ])
    expect(dates.map(({ title, date, inferred }) => [title, date, inferred])).toEqual([
      ['Kustgruppen', '2026-12-03', true],
      ['Havsgruppen', '2027-02-04', false],
    ])
  })

  test('a meeting without a next date adds none', () => {
    expect(ahead([meeting('1', null, null)])).toEqual([])
  })
})

describe('the next meeting', () => {
  const date: Ahead = { id: '1', meetingId: '1', date: '2026-12-03', title: 'Kustgruppen', inferred: false }
  const row = {
    id: '9',
    title: 'Kustgruppen',
    body: 'Kustgruppen',
    date: '2026-12-03',
    kind: 'minnesanteckningar' as const,
    form: null,
    state: 'draft' as const,
    items: 0,
    participants: 0,
    decisions: 0,
    actions: 0,
    openWarnings: 0,
  }

  test('a date that has passed is no next meeting, and today is', () => {
    expect(nextMeeting([date], [], '2026-12-04')).toBeNull()
    expect(nextMeeting([date], [], '2026-12-03')).toBe(date)
  })

  test('a date that a meeting already stands for is not offered again', () => {
    expect(nextMeeting([date], [row], '2026-11-22')).toBeNull()
  })

  test('open findings make a meeting in review, a day to come a planned one', () => {
    expect(stateOf({ state: 'draft', date: '2027-01-01' }, 2, '2026-11-22')).toBe('review')
    expect(stateOf({ state: 'approved', date: '2026-01-01' }, 2, '2026-11-22')).toBe('locked')
    expect(stateOf({ state: 'circulated', date: '2026-01-01' }, 0, '2026-11-22')).toBe('approval')
    expect(stateOf({ state: 'running', date: '2027-01-01' }, 2, '2026-11-22')).toBe('running')
    expect(stateOf({ state: 'draft', date: '2027-01-01' }, 0, '2026-11-22')).toBe('planned')
    expect(stateOf({ state: 'draft', date: '2026-11-22' }, 0, '2026-11-22')).toBe('draft')
    expect(stateOf({ state: 'draft', date: null }, 0, '2026-11-22')).toBe('draft')
  })
})

describe('what waits to be looked at', () => {
  const finding = (key: string, state: Finding['state'], itemId: string | null = null): Finding => ({
    key,
    code: 'tense',
    state,
    itemId,
    paragraphId: null,
    attendanceId: null,
    from: null,
    to: null,
    words: key,
    quoted: false,
    sentence: key,
    at: 0,
    proposal: { kind: 'seen' },
    warning: null,
    put: null,
  })

  test('are the findings that the review of each meeting lists as open, and no others', () => {
    const [new_, old] = [meeting('2', 'Havsgruppen', null), meeting('1', 'Havsgruppen', null)]
    const found = new Map([
      ['1', [finding('a', 'open'), finding('b', 'accepted')]],
      ['2', [finding('c', 'dismissed'), finding('d', 'open'), finding('e', 'open'), finding('f', 'changed')]],
    ])
    expect(openFindings([new_, old], found).map((one) => [one.meetingId, one.finding.key])).toEqual([
      ['2', 'd'],
      ['2', 'e'],
      ['1', 'a'],
    ])
    expect(openFindings([new_], new Map())).toEqual([])
  })

  test('is nothing of a meeting that has not begun, or that is approved', () => {
    const states = ['planned', 'running', 'draft', 'circulated', 'approved', 'archived'] as const
    expect(states.filter((state) => isReviewed({ state }))).toEqual(['running', 'draft', 'circulated'])
  })
})

describe('open actions', () => {
  test('what is done is not counted among them', () => {
    const action = (id: string, status: 'open' | 'done', dueDate: string | null) => ({
      id,
      paragraphId: 'p',
      text: id,
      owner: null,
      due: dueDate,
      inline: false,
      status,
      dueDate,
    })
    const one = meeting('1', 'Havsgruppen', null)
    const item = {
      id: 'i',
      number: '1',
      numberStyle: 'plain' as const,
      title: '',
      line: null,
      type: null,
      presenter: null,
      presenterId: null,
      minutes: null,
      prepared: null,
      proposal: null,
      dnr: null,
      outcome: null,
      carriedFromId: null,
      paragraphs: [],
      decisions: [],
      actions: [
        action('later', 'open', '2026-12'),
        action('done', 'done', '2026-01-01'),
        action('late', 'open', '2026-11-21'),
        action('today', 'open', '2026-11-22'),
      ],
    }
    expect(openCount({ ...one, items: [item, item] })).toBe(6)
    expect(openCount(undefined)).toBe(0)
  })
})
