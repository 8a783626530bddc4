/** What a reader of the text should look at, and the changes offered. */
import type { Finding, ProposedItem, ProposedParticipant } from '#contract/proposal.ts'
import { findUnlisted } from './actors.ts'
import type { ActorText } from './actors.ts'
import { findDates, isoOf, weekdayOf, yearBackward, yearForward } from './dates.ts'
import type { FoundDate } from './dates.ts'
import { isBareNumber } from './furniture.ts'
import type { SourceLine } from './lines.ts'
import { findLeak } from './page-leaks.ts'
import type { PeopleResult } from './people-result.ts'
import { sentencesOf } from './sentences.ts'
import { namesNobody } from './vacant.ts'
import { foldText } from './words.ts'
import { joinLines } from './wrap.ts'

export function finding(
  code: Finding['code'],
  line: number | null,
  quote: string,
  more: Partial<Finding> = {},
): Finding {
  return { code, line, quote, item: null, name: null, capacity: null, organisation: null, suggestion: null, ...more }
}

/** The sentence of a line around a place, in the source's own characters. */
function sentenceAt(text: string, index: number): string {
  if (text.length > 20_000) return text.slice(Math.max(0, index - 100), index + 200)
  const sentence = sentencesOf(text).findLast((one) => one.index <= index)
  return sentence?.text ?? text
}

/** Source lines of a block, and for a place in its text the line and the sentence there. */
function actorText(
  item: ProposedItem,
  itemIndex: number,
  blockIndex: number,
  byNumber: ReadonlyMap<number, SourceLine>,
): ActorText {
  const block = item.blocks[blockIndex]
  const text = block?.text ?? ''
  const [from, to] = block?.lines ?? [0, 0]
  return {
    text,
    line: from,
    item: itemIndex,
    lineAt: (index) => {
      const words = text.slice(index, index + 12)
      for (let n = from; n <= to; n += 1) {
        const line = byNumber.get(n)
        const at = line?.text.indexOf(words) ?? -1
        if (line !== undefined && at >= 0) return { line: n, quote: sentenceAt(line.text, at) }
      }
      return { line: from, quote: sentenceAt(text, index) }
    },
  }
}

/** Minutes and meetings gone by: "protokollet från den 13 juni". */
const pastLead =
  /(?:protokoll|anteckning|minutes|möte|sammanträde|meeting|föregående|förra|senaste|previous|last)\p{L}*(?: (?:of|from|held|från|som hölls|hölls|mötet|the meeting))*(?: on| den)?\s*$/iu

const nextLead = /(?:nästa|nytt|kommande|next|will|ska|kommer)/iu

/** Findings about the dates of a block: years reckoned, weekdays that do not fit. */
function dateFindings(text: ActorText, item: number, meetingDate: string | null): Finding[] {
  if (text.text.length > 20_000) return []
  return findDates(text.text).flatMap((date) => {
    const before = text.text.slice(Math.max(0, date.index - 60), date.index)
    const past = meetingDate !== null && date.year === null && pastLead.test(before) && !nextLead.test(before)
    const { line } = text.lineAt(date.index)
    if (past) {
      const suggestion = yearBackward(date, meetingDate)
      return suggestion === null ? [] : inferredYear(date, line, item, suggestion)
    }
    return dateFinding(date, line, item, meetingDate)
  })
}

export function dateFinding(date: FoundDate, line: number, item: number | null, meetingDate: string | null): Finding[] {
  if (date.year === null) {
    const suggestion = meetingDate === null ? null : yearForward(date, meetingDate)
    return suggestion === null ? [] : inferredYear(date, line, item, suggestion)
  }
  const iso = isoOf(date)
  return iso === null ? [] : wrongWeekday(date, line, item, iso)
}

/** A day whose year was reckoned to `iso`; a weekday written with it tells when the reckoning may be wrong. */
export function inferredYear(date: FoundDate, line: number, item: number | null, iso: string): Finding[] {
  return [finding('year-inferred', line, date.quote, { item, suggestion: iso }), ...wrongWeekday(date, line, item, iso)]
}

function wrongWeekday(date: FoundDate, line: number, item: number | null, iso: string): Finding[] {
  return date.weekday !== null && iso.length === 10 && weekdayOf(iso) !== date.weekday
    ? [finding('weekday-mismatch', line, date.quote, { item, suggestion: iso })]
    : []
}

interface FindingInput {
  lines: readonly SourceLine[]
  items: readonly ProposedItem[]
  people: PeopleResult
  /** Those the head names, who need not be on the list as well. */
  officers: readonly { name: string }[]
  /** Names of bodies and senders, which are not people. */
  things: readonly string[]
  date: string | null
  uncertainHeadings: readonly number[]
}

/** A number on a line of its own inside a paragraph: the words around it, and how they read without it. */
function tornOff(
  line: SourceLine,
  block: ProposedItem['blocks'][number],
  item: number,
  byNumber: ReadonlyMap<number, SourceLine>,
): Finding[] {
  const beside = (step: -1 | 1): SourceLine | undefined => {
    for (let n = line.n + step; n >= block.lines[0] && n <= block.lines[1]; n += step) {
      const other = byNumber.get(n)
      if (other !== undefined && !other.blank) return other
    }
    return undefined
  }
  const before = beside(-1)?.text.split(' ').slice(-2).join(' ')
  const after = beside(1)?.text.split(' ', 1)[0]
  if (before === undefined || after === undefined) return []
  const quote = `${before} ${line.text} ${after}`
  if (!block.text.includes(quote)) return []
  const joined = joinLines(before, after, { width: null, hyphenated: new Set() }).join('')
  return [finding('page-number-in-text', line.n, quote, { item, suggestion: joined })]
}

/** All findings of one meeting, in the order of their lines. */
export function readFindings(input: FindingInput): Finding[] {
  const { items, people, date } = input
  const byNumber = new Map(input.lines.map((line) => [line.n, line]))
  const found: Finding[] = []
  const texts: ActorText[] = []
  items.forEach((item, itemIndex) => {
    item.blocks.forEach((block, blockIndex) => {
      const whole = actorText(item, itemIndex, blockIndex, byNumber)
      texts.push(whole)
      found.push(...dateFindings(whole, itemIndex, date))
      for (let n = block.lines[0]; n <= block.lines[1]; n += 1) {
        const line = byNumber.get(n)
        if (line === undefined) continue
        if (isBareNumber(line.text)) found.push(...tornOff(line, block, itemIndex, byNumber))
        const leak = findLeak(line.text)
        if (leak === null) continue
        const sentence = sentencesOf(line.text).findLast((one) => one.index <= leak.index)
        const own = sentence === undefined ? null : findLeak(sentence.text)
        found.push(
          own === null || sentence === undefined
            ? finding('page-number-in-text', n, line.text, { item: itemIndex, suggestion: leak.suggestion })
            : finding('page-number-in-text', n, sentence.text, { item: itemIndex, suggestion: own.suggestion }),
        )
      }
    })
  })
  // Where nobody is listed nobody is missing.
  const listed = people.participants.length === 0 ? [] : [...people.participants, ...input.officers]
  for (const actor of findUnlisted(texts, listed, input.things)) {
    const { line, quote, item, name, capacity, organisation } = actor
    found.push(finding('actor-not-listed', line, quote, { item, name, capacity, organisation }))
  }
  for (const repaired of people.repaired) {
    found.push(
      finding('name-repaired', repaired.line, repaired.asWritten, { name: repaired.name, suggestion: repaired.name }),
    )
  }
  for (const line of people.strangeLines) found.push(finding('name-uncertain', line.n, line.text))
  for (const n of input.uncertainHeadings) {
    const line = byNumber.get(n)
    if (line !== undefined) found.push(finding('heading-uncertain', n, line.text))
  }
  for (const one of [
    numberFindings(items),
    peopleFindings(people.participants, vacantNumbers(people.strangeLines)),
  ].flat())
    found.push(one)
  for (const line of input.lines) {
    if (line.text.includes('\uFFFD')) found.push(finding('text-replaced', line.n, line.text.slice(0, 300)))
  }
  return found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

function gapBetween(last: number, next: number, vacant: ReadonlySet<number>): boolean {
  let expected = last + 1
  while (expected < next && vacant.has(expected)) expected += 1
  return next > expected
}

function numberFindings(items: readonly ProposedItem[]): Finding[] {
  const found: Finding[] = []
  const seen = new Set<string>()
  let last: number | null = null
  items.forEach((item, index) => {
    if (item.number === null) return
    if (seen.has(item.number) && /\d/u.test(item.number))
      found.push(finding('number-duplicate', item.line, item.number, { item: index }))
    seen.add(item.number)
    const plain = /^(\d+)(?:–(\d+))?$/u.exec(item.number)
    if (plain === null) return
    const first = Number(plain[1])
    if (last !== null && first > last + 1) found.push(finding('number-gap', item.line, item.number, { item: index }))
    last = Number(plain[2] ?? plain[1])
  })
  return found
}

/** List numbers of seats that nobody holds. */
function vacantNumbers(lines: readonly SourceLine[]): ReadonlySet<number> {
  const numbers = lines
    .filter((line) => namesNobody(line.text))
    .map((line) => /^\(?(\d{1,4})[.):\s]/u.exec(line.text)?.[1])
  return new Set(numbers.filter((number) => number !== undefined).map(Number))
}

function peopleFindings(participants: readonly ProposedParticipant[], vacant: ReadonlySet<number>): Finding[] {
  const found: Finding[] = []
  const names = new Map<string, number>()
  const numbers = new Set<number>()
  let last: number | null = null
  let group: number | null = null
  for (const person of participants) {
    const key = foldText(person.name)
    if (names.has(key))
      found.push(finding('duplicate-participant', person.line, person.asWritten, { name: person.name }))
    names.set(key, person.line)
    if (person.listNumber === null) continue
    // A group may count from one again, where the first seats may be vacant.
    if (
      group !== person.group &&
      last !== null &&
      person.listNumber <= last &&
      !gapBetween(0, person.listNumber, vacant)
    ) {
      numbers.clear()
      last = null
    }
    group = person.group
    if (numbers.has(person.listNumber) && person.listNumber !== 1) {
      found.push(finding('number-duplicate', person.line, `${person.listNumber}`, { name: person.name }))
    } else if (last !== null && gapBetween(last, person.listNumber, vacant)) {
      found.push(finding('number-gap', person.line, `${person.listNumber}`, { name: person.name }))
    }
    numbers.add(person.listNumber)
    last = person.listNumber
  }
  return found
}
