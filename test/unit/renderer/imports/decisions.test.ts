import { describe, expect, test } from 'vitest'
import type { ImportPreview, Match } from '#contract/imports.ts'
import type { Finding, ProposedMeeting, ProposedParticipant } from '#contract/proposal.ts'
import {
  canCarryOut,
  findingKey,
  nameKey,
  openQuestions,
  standings,
  toCommit,
  undecided,
} from '../../../../renderer/features/imports/decisions.ts'

const known = '0193a0c0-0000-7000-8000-000000000001'

function participant(name: string, organisation: string | null = null): ProposedParticipant {
  return {
    listNumber: null,
    name,
    asWritten: name,
    capacity: null,
    organisation,
    group: 1,
    status: 'present',
    mode: 'unknown',
    items: null,
    line: 1,
  }
}

function finding(code: Finding['code'], more: Partial<Finding> = {}): Finding {
  return {
    code,
    line: 3,
    quote: 'orden',
    item: null,
    name: null,
    capacity: null,
    organisation: null,
    suggestion: null,
    ...more,
  }
}

function proposal(first: number, participants: ProposedParticipant[], findings: Finding[] = []): ProposedMeeting {
  return {
    lines: [first, first + 9],
    language: 'sv',
    kind: 'minnesanteckningar',
    title: `Möte ${first}`,
    body: null,
    sender: null,
    date: null,
    start: null,
    end: null,
    place: null,
    form: null,
    dnr: null,
    officers: [],
    items: [],
    participants,
    nextMeeting: null,
    findings,
    placements: [],
  }
}

const match = (name: string, verdict: Match['verdict'], similarity = 1): Match => ({
  name,
  verdict,
  candidates: verdict === 'none' ? [] : [{ id: known, name: 'Asta Påhittsson', detail: null, similarity }],
})

function preview(meetings: { proposal: ProposedMeeting; people: Match[]; organisations?: Match[] }[]): ImportPreview {
  return {
    text: 'text',
    encoding: 'pasted',
    replaced: 0,
    meetings: meetings.map((one) => ({ organisations: [], body: null, ...one })),
    known: [],
  }
}

describe('what a name stands for', () => {
  test('an exact match is linked, and can be kept apart', () => {
    const one = preview([
      { proposal: proposal(1, [participant('Asta Påhittsson')]), people: [match('Asta Påhittsson', 'exact')] },
    ])
    const key = nameKey('person', 'Asta Påhittsson')
    expect(standings(one, undecided)[0]?.get(key)).toMatchObject({ kind: 'linked', to: known, exact: true })
    const apart = { ...undecided, choices: new Map([[key, null]]) }
    expect(standings(one, apart)[0]?.get(key)).toEqual({ kind: 'fresh' })
    expect(toCommit(one, apart, 'a').links).toEqual([{ meeting: 0, kind: 'person', name: 'Asta Påhittsson', to: null }])
  })

  test('a name that is alike is asked about and kept apart until it is answered', () => {
    const one = preview([
      { proposal: proposal(1, [participant('Asta Påhitsson')]), people: [match('Asta Påhitsson', 'near', 0.97)] },
    ])
    const key = nameKey('person', 'Asta Påhitsson')
    expect(openQuestions(standings(one, undecided))).toEqual([key])
    expect(toCommit(one, undecided, 'a').links).toEqual([
      { meeting: 0, kind: 'person', name: 'Asta Påhitsson', to: null },
    ])
    const same = { ...undecided, choices: new Map([[key, known]]) }
    expect(openQuestions(standings(one, same))).toEqual([])
    expect(toCommit(one, same, 'a').links).toEqual([{ meeting: 0, kind: 'person', name: 'Asta Påhitsson', to: known }])
  })

  test('somebody new in two meetings of a text is one, and no link parts them', () => {
    const two = preview([
      { proposal: proposal(1, [participant('Bror Låtsas')]), people: [match('Bror Låtsas', 'none')] },
      { proposal: proposal(11, [participant('Bror Låtsas')]), people: [match('Bror Låtsas', 'none')] },
    ])
    const [first, second] = standings(two, undecided)
    expect(first?.get(nameKey('person', 'Bror Låtsas'))).toEqual({ kind: 'fresh' })
    expect(second?.get(nameKey('person', 'Bror Låtsas'))).toEqual({ kind: 'earlier', meeting: 0 })
    expect(toCommit(two, undecided, 'a').links?.map(({ meeting }) => meeting)).toEqual([0])
  })

  test('namesakes of two organisations are kept apart', () => {
    const two = preview([
      { proposal: proposal(1, [participant('Bror Låtsas', 'Verket')]), people: [match('Bror Låtsas', 'none')] },
      { proposal: proposal(11, [participant('Bror Låtsas', 'Bolaget')]), people: [match('Bror Låtsas', 'none')] },
    ])
    expect(standings(two, undecided)[1]?.get(nameKey('person', 'Bror Låtsas'))).toEqual({ kind: 'fresh' })
  })

  test('of namesakes that the text has brought, the one who belongs where it says is meant', () => {
    const people = [match('Bror Låtsas', 'none')]
    const meetings = ['Verket', 'Bolaget', 'Bolaget', null, 'Kontoret'].map((organisation, index) => ({
      proposal: proposal(1 + 10 * index, [participant('Bror Låtsas', organisation)]),
      people,
    }))
    const found = standings(preview(meetings), undecided).map((one) => one.get(nameKey('person', 'Bror Låtsas')))
    expect(found).toEqual([
      { kind: 'fresh' },
      { kind: 'fresh' },
      { kind: 'earlier', meeting: 1 },
      { kind: 'fresh' },
      { kind: 'fresh' },
    ])
  })

  test('a name with a hyphen is not the name without one', () => {
    const two = preview([
      { proposal: proposal(1, [participant('Bror-Erik Låtsas')]), people: [match('Bror-Erik Låtsas', 'none')] },
      { proposal: proposal(11, [participant('Bror Erik Låtsas')]), people: [match('Bror Erik Låtsas', 'none')] },
    ])
    expect(standings(two, undecided)[1]?.get(nameKey('person', 'Bror Erik Låtsas'))).toEqual({ kind: 'fresh' })
  })

  test('a meeting that is left out brings nobody', () => {
    const two = preview([
      { proposal: proposal(1, [participant('Bror Låtsas')]), people: [match('Bror Låtsas', 'none')] },
      { proposal: proposal(11, [participant('Bror Låtsas')]), people: [match('Bror Låtsas', 'none')] },
    ])
    const skipping = { ...undecided, skipped: new Set([1]) }
    expect(standings(two, skipping)[1]?.get(nameKey('person', 'Bror Låtsas'))).toEqual({ kind: 'fresh' })
    expect(toCommit(two, skipping, 'a').skip).toEqual([0])
  })
})

describe('what is stored', () => {
  test('accepted findings follow their words when the indexes have moved', () => {
    const wanted = finding('page-number-in-text', { line: 8, suggestion: 'ord' })
    const decisions = { ...undecided, accepted: new Set([findingKey(wanted)]) }
    const before = preview([{ proposal: proposal(1, [], [wanted]), people: [] }])
    const after = preview([{ proposal: proposal(1, [], [finding('number-gap'), wanted]), people: [] }])
    expect(toCommit(before, decisions, 'a').accept).toEqual([{ meeting: 0, finding: 0 }])
    expect(toCommit(after, decisions, 'a').accept).toEqual([{ meeting: 0, finding: 1 }])
  })

  test('only findings with something to do can be carried out', () => {
    expect(canCarryOut(finding('actor-not-listed', { name: 'Asta Påhittsson' }))).toBe(true)
    expect(canCarryOut(finding('actor-not-listed'))).toBe(false)
    expect(canCarryOut(finding('year-inferred', { suggestion: '2022-01-17' }))).toBe(true)
    expect(canCarryOut(finding('name-repaired', { suggestion: 'Asta' }))).toBe(false)
    expect(canCarryOut(finding('number-gap'))).toBe(false)
  })
})
