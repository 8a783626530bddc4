import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { squeezed } from './compare.ts'
import { alternatives, readLabel } from './expected.ts'
import type { Accepted, ExpectedMeeting } from './expected.ts'
import { scoreMeeting } from './score.ts'
import type { ScoredMeeting } from './scored.ts'
import { f1 } from './tally.ts'

const dir = fileURLToPath(new URL('../../fixtures/minutes/corpus/dev/', import.meta.url))
const names = readdirSync(dir).filter((name) => name.endsWith('.json'))

/** Decodes without the importer, so that the labels are checked apart from it. */
function textOf(name: string): string {
  const bytes = readFileSync(`${dir}${name.replace(/json$/, 'txt')}`)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function quoted(meeting: ExpectedMeeting): Accepted[] {
  return [
    meeting.place,
    meeting.dnr,
    meeting.chair,
    meeting.secretary,
    ...meeting.adjusters,
    ...meeting.notListed,
    ...meeting.items.flatMap((item) => [
      item.number,
      item.title,
      ...(Array.isArray(item.decisions) ? item.decisions : item.decisions.any.flat()).map((decision) => decision.text),
      ...item.actions.flatMap((action) => [action.text, action.owner]),
    ]),
    ...meeting.participants.flatMap((person) => [person.name, person.organisation]),
  ]
}

/** What an importer that makes no mistake would give. */
function perfect(meeting: ExpectedMeeting): ScoredMeeting {
  const first = (value: Accepted): string | null => alternatives(value)[0] ?? null
  const said = (value: Accepted): string => first(value) ?? ''
  const next = meeting.nextMeeting
  return {
    kind: said(meeting.kind),
    date: first(meeting.date),
    form: first(meeting.form),
    place: first(meeting.place),
    start: first(meeting.start),
    end: first(meeting.end),
    dnr: first(meeting.dnr),
    body: first(meeting.body),
    chair: first(meeting.chair),
    secretary: first(meeting.secretary),
    adjusters: meeting.adjusters,
    items: meeting.items.map((item) => ({
      number: first(item.number),
      title: said(item.title),
      decisions: (Array.isArray(item.decisions) ? item.decisions : (item.decisions.any[0] ?? [])).map((decision) => ({
        text: said(decision.text),
      })),
      actions: item.actions.map((action) => ({
        text: said(action.text),
        owner: first(action.owner),
        due: first(action.due),
      })),
    })),
    participants: meeting.participants.map((person) => ({
      listNumber: person.listNumber,
      name: said(person.name),
      capacity: first(person.capacity),
      organisation: first(person.organisation),
      status: said(person.status),
      mode: said(person.mode),
      items: first(person.items),
    })),
    nextMeeting: next ? { date: said(next.date), basis: said(next.basis) } : null,
    notListed: meeting.notListed.map(said),
  }
}

describe('the labels of the corpus', () => {
  test('there is a label for every text and a text for every label', () => {
    const texts = readdirSync(dir).filter((name) => name.endsWith('.txt'))
    expect(names.map((name) => name.replace(/json$/, 'txt')).toSorted()).toEqual(texts.toSorted())
  })

  test.each(names)('%s quotes only words that stand in its text', (name) => {
    const text = squeezed(textOf(name))
    const wrong = (readLabel(readFileSync(`${dir}${name}`, 'utf8')) ?? [])
      .flatMap(quoted)
      .flatMap(alternatives)
      .filter((value) => value !== null && !text.includes(squeezed(value)))
    expect(wrong).toEqual([])
  })

  test.each(names)('%s gives full marks to an importer that answers exactly so', (name) => {
    for (const meeting of readLabel(readFileSync(`${dir}${name}`, 'utf8')) ?? []) {
      const score = scoreMeeting(meeting, perfect(meeting))
      const faults = Object.entries(score).filter(([, tally]) => f1(tally) < 1)
      expect(faults).toEqual([])
    }
  })
})
