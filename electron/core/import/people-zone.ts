/** Finds the lists of people in a text and reads them: which lines, which group, which standing. */
import { chairAbove } from './chair-above.ts'
import { settleCalled } from './called-lists.ts'
import { joinCutLabels } from './label-lines.ts'
import { explainsSigns, readLegends } from './legends.ts'
import { cellsOf } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { readBlocks } from './people-blocks.ts'
import type { HeadLabelTest } from './people-blocks.ts'
import { excusedSaid } from './excused-said.ts'
import { headingAt } from './people-heading-at.ts'
import type { PeopleHeading } from './people-headings.ts'
import {
  firstItem,
  isAside,
  isLabelledEntry,
  isCount,
  hasOwnLabel,
  headedByBody,
  isEntry,
  isNobody,
  opensLabelled,
} from './people-list-shape.ts'
import { addPerson, standingFrom, tableOf, unknownStanding } from './people-result.ts'
import type { PeopleResult, Standing } from './people-result.ts'
import { toldBySentence } from './people-told.ts'
import { addRows, addRun, continuation, joinRun } from './people-runs.ts'
import { readPeopleLine } from './people.ts'
import { plainHabits } from './person.ts'
import { joinCut } from './wrap.ts'

/** Reads all lists of people of one meeting. `skip` marks page furniture; `isHead` ends a list. */
export function readPeople(
  lines: readonly SourceLine[],
  skip: ReadonlySet<number>,
  isHead: HeadLabelTest,
): PeopleResult {
  const result: PeopleResult = {
    participants: [],
    personLines: new Map(),
    headingLines: new Set(),
    strangeLines: [],
    keptWords: [],
    repaired: [],
    dated: [],
    called: new Set(),
    stated: new Set(),
    starts: [],
  }
  const unskipped = joinCutLabels(lines.filter((line) => !skip.has(line.n)))
  const itemsFrom = firstItem(unskipped)
  const { lines: marked, legends } = readLegends(unskipped.filter((line) => line.n < itemsFrom))
  const below = readListBelow(unskipped.filter((line) => line.n >= itemsFrom))
  for (const line of below.legends) legends.add(line)
  const usable = [...marked, ...below.lines].filter((line) => !legends.has(line.n))
  let group = 0
  let index = 0
  let listed: boolean | null = null
  while (index < usable.length) {
    const early = (usable[index]?.n ?? 0) < itemsFrom
    const found = headingAt(usable, index, early)
    const body = found === null && early && headedByBody(usable, index) && (listed ??= !hasPresence(usable, itemsFrom))
    const heading = found !== null && !early && isAside(found) ? null : body ? bodyHeading(usable[index]) : found
    const forcedPerson = usable[index]?.forced === 'participant'
    const untitled =
      heading === null && early && (listed ??= !hasPresence(usable, itemsFrom)) && opensLabelled(usable, index)
    if (heading === null && !forcedPerson && !untitled) {
      index += 1
      continue
    }
    const chair = heading === null || !early ? null : chairAbove(usable, index, heading)
    if (chair !== null) {
      result.starts.push(usable[index - 1]?.n ?? 0)
      addPerson(chair, usable[index - 1], unknownStanding, group + 1, result)
    }
    result.starts.push(usable[index]?.n ?? 0)
    const zone = readZone(usable, index, heading, group, isHead, result)
    group = zone.group
    index = Math.max(zone.next, index + 1)
  }
  settleCalled(result)
  if (result.participants.length > 0) for (const line of legends) result.headingLines.add(line)
  return result
}

/** A heading's line and those that go on with it, as sentences that each name people; null where they are one list. */
function toldOver(line: SourceLine, more: readonly SourceLine[]): PeopleHeading[] | null {
  const text = [line, ...more].map((one) => one.text).reduce(joinCut)
  return text.length < 3000 && /\. \p{Lu}/u.test(text) ? toldBySentence(text) : null
}

/** How far above its legend a list that stands behind the items may begin, in lines. */
const longestList = 80

/** The signs of a list behind the items ("Närvarolista"), between its heading and its last legend. */
function readListBelow(lines: readonly SourceLine[]): ReturnType<typeof readLegends> {
  const last = lines.findLastIndex((line) => explainsSigns(line))
  const first = lines.findIndex((_, at) => at > last - longestList && at < last && headingAt(lines, at) !== null)
  if (last < 0 || first < 0) return { lines: [...lines], legends: new Set() }
  const list = readLegends(lines.slice(first, last + 1))
  return { lines: [...lines.slice(0, first), ...list.lines, ...lines.slice(last + 1)], legends: list.legends }
}

function bodyHeading(line: SourceLine | undefined): PeopleHeading {
  return { status: null, capacity: null, mode: null, organisation: null, rest: '', title: line?.text ?? '' }
}

/** True where a heading before the first item says who was there. */
function hasPresence(lines: readonly SourceLine[], itemsFrom: number): boolean {
  return lines.some((line, at) => line.n < itemsFrom && headingAt(lines, at, true)?.status === 'present')
}

function readZone(
  lines: readonly SourceLine[],
  from: number,
  firstHeading: PeopleHeading | null,
  groupBefore: number,
  isHead: HeadLabelTest,
  result: PeopleResult,
): { next: number; group: number } {
  let group = groupBefore
  let index = from
  let standing = unknownStanding
  let peopleUnder = 0
  let heading: PeopleHeading | null = firstHeading
  let afterRun = false
  let afterBlank = false
  let counted = false
  while (index < lines.length) {
    const line = lines[index]
    if (line === undefined) break
    heading = index === from ? firstHeading : (headingAt(lines, index, firstHeading !== null) ?? excusedSaid(line.text))
    if (heading !== null) {
      const table = tableOf(line)
      // "Ej närvarande" alone between the rows of a table: its columns go on.
      const within = lines[index - 1]?.blank === false && cellsOf(line.raw).length === 1 ? standing.rows : null
      standing = { ...standingFrom(heading, standing, peopleUnder > 0), ...table, rows: table.rows ?? within }
      peopleUnder = 0
      afterBlank = false
      result.headingLines.add(line.n)
      index += 1
      if (heading.tail !== undefined) {
        result.headingLines.add(heading.tail)
        index += 1
      }
      if (heading.after !== undefined) result.keptWords.push({ line: line.n, words: heading.after })
      if (heading.whole === true && heading.after !== undefined) {
        // What else the paragraph tells goes on in its lines.
        const end = lines.findIndex((other, at) => at >= index && other.blank)
        const left = heading.after.endsWith('.') ? [] : lines.slice(index, end < 0 ? undefined : end)
        result.strangeLines.push(...left)
        index += left.length
      }
      if (heading.rest !== '') {
        const more =
          heading.whole === true ? index : continuation(lines, index, heading.rest, isHead, heading.said === true)
        const told =
          heading.whole === true || cellsOf(line.raw).length > 1 ? null : toldOver(line, lines.slice(index, more))
        if (told !== null) {
          for (const one of told) {
            group += 1
            const own = standingFrom(one, unknownStanding, false)
            peopleUnder += addRun(one.rest, [line, ...lines.slice(index, more)], own, group, result, one.title)
            if (one.after !== undefined) result.keptWords.push({ line: line.n, words: one.after })
          }
          index = more
          afterRun = true
          continue
        }
        if (!isNobody(heading.rest)) {
          group += 1
          if (/\S {3,}\S|\t/u.test(heading.rest)) {
            peopleUnder += addRows(heading.rest, [line, ...lines.slice(index, more)], standing, group, result)
            index = more
            afterRun = true
            continue
          }
          const text = joinRun(heading.said === true, [
            heading.rest,
            ...lines.slice(index, more).map((other) => other.text),
          ])
          const added = addRun(text, [line, ...lines.slice(index, more)], standing, group, result, heading.title)
          peopleUnder += added
          counted = added === 0
        }
        index = more
        afterRun = true
      } else afterRun = false
      continue
    }
    if (line.blank) {
      index += 1
      afterBlank = true
      continue
    }
    if (isCount(line.text) && readPeopleLine(line.raw, plainHabits).length === 0) {
      result.strangeLines.push(line)
      index += 1
      continue
    }
    // "Närvarande: 31 medlemmar", and by name those "Från styrelsen: …" below.
    if (afterRun && afterBlank && !isEntry(lines, index) && !(counted && isLabelledEntry(line, 2))) break
    const goesOn = afterRun && !afterBlank
    afterBlank = false
    afterRun = false
    // A line with a label of its own stands beside a run of names, not below it: nobody on it is a guest, or away, for that.
    const beside = goesOn && hasOwnLabel(line)
    const own: Standing = beside
      ? { ...standing, capacity: null, mode: null, status: standing.status === 'present' ? 'present' : 'unknown' }
      : standing
    const next = readBlocks(lines, index, own, goesOn ? group - 1 : group, isHead, result, peopleUnder > 0)
    if (next === null) break
    peopleUnder += next.added
    group = next.group
    index = next.next
  }
  return { next: index, group }
}
