/** What must come out of the main path's text and of its invented twin alike. */
import { expect, test } from 'vitest'
import type { ProposedMeeting } from '#contract/proposal.ts'

export interface MainPath {
  title: string
  body: string
  sender: string
  date: string
  items: readonly string[]
  participants: number
  members: number
  groups: readonly number[]
  chair: string
  chairCapacity: string
  repaired: { listNumber: number; name: string; asWritten: string }
  organisations: Readonly<Record<number, string>>
  nextMeeting: string
  inferred: readonly string[]
  unlisted: ReadonlyArray<{ name: string; capacity: string | null; organisation: string }>
  leak: string
  withoutLeak: string
  variantInText: string
}

export function testMainPath(read: () => ProposedMeeting, expected: MainPath): void {
  test('the head says kind, sender, title, body, date and form, and nothing of time and place', () => {
    const meeting = read()
    expect(meeting).toMatchObject({
      language: 'sv',
      kind: 'minnesanteckningar',
      title: expected.title,
      body: expected.body,
      sender: expected.sender,
      date: expected.date,
      form: 'hybrid',
      place: null,
      start: null,
      end: null,
      dnr: null,
    })
    expect(meeting.officers.map(({ role, name }) => ({ role, name }))).toEqual([
      { role: 'chair', name: expected.chair },
    ])
  })

  test('there are five numbered items with their exact titles', () => {
    const { items } = read()
    expect(items.map((item) => item.title)).toEqual(expected.items)
    expect(items.map((item) => item.number)).toEqual(['1', '2', '3', '4', '5'])
    expect(items.every((item) => item.numberStyle === 'plain')).toBe(true)
  })

  test('the three questions of item 3 are list blocks in its middle, without their dashes', () => {
    const blocks = read().items[2]?.blocks ?? []
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'list', 'list', 'list', 'paragraph'])
    expect(blocks.slice(1, 4).every((block) => /^Va.*\?$|^Lärdomar.*\?$/u.test(block.text))).toBe(true)
  })

  test('no decisions and actions are read out of narrative notes', () => {
    expect(read().items.flatMap((item) => [...item.decisions, ...item.actions])).toEqual([])
  })

  test('all people stand in order with their numbers and four groups', () => {
    const { participants } = read()
    expect(participants.map((person) => person.listNumber)).toEqual(
      Array.from({ length: expected.participants }, (_, index) => index + 1),
    )
    const sizes = [1, 2, 3, 4].map((group) => participants.filter((person) => person.group === group).length)
    expect(sizes).toEqual(expected.groups)
  })

  test('capacity and organisation go exactly as far as the text', () => {
    const { participants } = read()
    for (const person of participants) {
      const number = person.listNumber ?? 0
      if (number <= expected.members) {
        expect(person).toMatchObject({ capacity: 'ledamot', organisation: null })
      } else if (person.name === expected.chair) {
        expect(person).toMatchObject({ capacity: expected.chairCapacity, organisation: null })
      } else {
        expect(person).toMatchObject({ capacity: null, organisation: expected.organisations[number] })
      }
      expect(person).toMatchObject({ status: 'present', mode: 'unknown', items: null })
    }
  })

  test('a comma inside a name is repaired and the source spelling kept', () => {
    const meeting = read()
    const { listNumber, name, asWritten } = expected.repaired
    expect(meeting.participants[listNumber - 1]).toMatchObject({ name, asWritten })
    expect(meeting.participants.filter((person) => person.name !== person.asWritten)).toHaveLength(1)
    expect(meeting.findings.filter((one) => one.code === 'name-repaired')).toMatchObject([{ quote: asWritten, name }])
  })

  test('the next meeting is reckoned forward and marked as inferred', () => {
    expect(read().nextMeeting).toMatchObject({ date: expected.nextMeeting, basis: 'inferred' })
  })

  test('every date without a year is pointed out with the year it gets', () => {
    const found = read().findings.filter((one) => one.code === 'year-inferred')
    expect(found.map((one) => one.suggestion)).toEqual(expected.inferred)
  })

  test('exactly the two presenters who are not listed are reported, with whom they speak for', () => {
    const found = read().findings.filter((one) => one.code === 'actor-not-listed')
    expect(found.map(({ name, capacity, organisation }) => ({ name, capacity, organisation }))).toEqual(
      expected.unlisted,
    )
    expect(JSON.stringify(found)).not.toContain(expected.variantInText)
  })

  test('the page number inside a sentence is pointed out, and taken away only as a suggestion', () => {
    const meeting = read()
    const found = meeting.findings.filter((one) => one.code === 'page-number-in-text')
    expect(found).toHaveLength(1)
    expect(found[0]?.quote).toContain(expected.leak)
    expect(found[0]?.suggestion).toContain(expected.withoutLeak)
    expect(found[0]?.suggestion).not.toContain(expected.leak)
    expect(meeting.items[2]?.blocks.at(-1)?.text).toContain(expected.leak)
  })

  test('no other findings are made', () => {
    const codes = new Set(read().findings.map((one) => one.code))
    expect(codes).toEqual(new Set(['year-inferred', 'actor-not-listed', 'name-repaired', 'page-number-in-text']))
  })

  test('every line has a place and none is left unplaced', () => {
    const { placements, lines } = read()
    expect(placements.map((one) => one.line)).toEqual(
      Array.from({ length: lines[1] - lines[0] + 1 }, (_, index) => lines[0] + index),
    )
    expect(placements.filter((one) => one.part === 'unplaced')).toEqual([])
  })
}
