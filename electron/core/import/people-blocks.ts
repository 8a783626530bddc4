/** Lists with one entry per line, in blocks parted by blank lines. */
import { datedRowOf } from './dated-columns.ts'
import { excusedSaid } from './excused-said.ts'
import { labelColumn, labelsOnTop, labelsOver } from './label-lines.ts'
import { bulletMark, isRule } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { noMarks, takeMarks } from './marks.ts'
import { couldBeName, isFirstName, nameScore } from './names.ts'
import { splitPeople } from './name-runs.ts'
import { isOfficerLine, isRoleAbove } from './officer-lines.ts'
import { isOrganisationShape } from './organisation-shape.ts'
import { headingAt } from './people-heading-at.ts'
import { endsList, isGroupLabel, isNobody, isOddEntry, isRoleLine, isSubHeading, wraps } from './people-list-shape.ts'
import { addPerson, namedByHand, tableOf } from './people-result.ts'
import type { PeopleResult, Standing } from './people-result.ts'
import { readPeopleLine, takeListNumber } from './people.ts'
import { plainHabits, segmentsOf } from './person.ts'
import { lowerRole } from './unmarked.ts'
import type { ListHabits, ReadPerson } from './person.ts'
import { hasOrganisationWord, hasRoleWord, isRoleLabel } from './roles.ts'
import { isHeaderRow, nameColumnAt, statusInColumns } from './table-columns.ts'
import { areSideBySide, inheritsAbove, readTableRow } from './table-rows.ts'
import { namesNobody } from './vacant.ts'
import { startsLower } from './words.ts'
import { joinCut } from './wrap.ts'

/** How the lines of one list are built, seen over all of them. */
function habitsOf(lines: readonly SourceLine[]): ListHabits {
  let paired = 0
  let run = 0
  let marked = 0
  let family = 0
  let lone = 0
  const seconds = new Map<string, number>()
  for (const line of lines) {
    const { listNumber, rest } = takeListNumber(line.text, noMarks())
    if (listNumber !== null || bulletMark(line.text) > 0) marked += 1
    const segments = segmentsOf(takeMarks(rest.replace(/\(.*?\)/gu, ' '), noMarks())).filter(
      (segment) => segment !== '',
    )
    const [first = '', second] = segments
    if (second === undefined) {
      lone += 1
      continue
    }
    const scores = segments.map((segment) => (isOrganisationShape(segment) ? 0 : nameScore(segment)))
    if (
      segments.length === 2 &&
      !first.includes(' ') &&
      couldBeName(first) &&
      isFirstName(second) &&
      !isFirstName(first)
    )
      family += 1
    const sure = segments.slice(1).some((segment) => startsLower(segment) && hasRoleWord(segment))
    if (!sure && scores.filter((score) => score >= 2).length >= Math.max(2, segments.length * 0.7)) run += 1
    else if ((scores[0] ?? 0) > 0) paired += 1
    const key = second.toLowerCase()
    seconds.set(key, (seconds.get(key) ?? 0) + 1)
  }
  const organisations = new Set<string>()
  for (const [key, count] of seconds) if (count > 1 && !couldBeFirst(key)) organisations.add(key)
  const onePerLine =
    (lines.length === 1 && paired === 1 && lone === 0 && splitPeople(lines[0]?.text ?? '', plainHabits).length < 3) ||
    (lines.length > 1 && (marked >= lines.length * 0.6 || paired > run || lone > lines.length * 0.6))
  const sideBySide = areSideBySide(lines.map((line) => line.raw.trim()))
  return { onePerLine, organisations, sideBySide, familyFirst: family >= 2 && family >= lines.length * 0.5 }
}

function couldBeFirst(key: string): boolean {
  return isFirstName(key.split(' ')[0] ?? '') && key.includes(' ')
}

export interface HeadLabelTest {
  /** True for a line that is a head field ("Plats: …"), which ends a list of people. */
  (line: SourceLine): boolean
}

/**
 * Reads entries one per line until the list ends. Blank lines part groups, unless every entry
 * stands alone. Null when the very first line is no entry.
 */
export function readBlocks(
  lines: readonly SourceLine[],
  from: number,
  standing: Standing,
  groupBefore: number,
  isHead: HeadLabelTest,
  result: PeopleResult,
  hadPeople: boolean,
): { next: number; group: number; added: number } | null {
  const blocks: SourceLine[][] = [[]]
  let index = from
  let listNumbers = false
  let end = from
  for (; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined) break
    if (line.blank) {
      if ((blocks.at(-1)?.length ?? 0) > 0) blocks.push([])
      continue
    }
    if (index > from && (headingAt(lines, index) !== null || excusedSaid(line.text) !== null)) break
    if (
      isHead(line) &&
      line.forced === null &&
      !isRoleAbove(lines, index, blocks, result) &&
      (!isRoleLine(line) || isOfficerLine(line, blocks, result))
    )
      break
    if (endsList(lines, index, listNumbers)) {
      if (isGroupLabel(lines, index, blocks.at(-1) ?? [])) {
        blocks.at(-1)?.push(line)
        end = index + 1
        continue
      }
      if (wraps(blocks.at(-1)?.at(-1), line) || isOddEntry(lines, index)) {
        blocks.at(-1)?.push(line)
        end = index + 1
        continue
      }
      break
    }
    if (takeListNumber(line.text, noMarks()).listNumber !== null) listNumbers = true
    blocks.at(-1)?.push(line)
    end = index + 1
  }
  const filled = blocks.filter((lineBlock) => lineBlock.length > 0)
  if (filled.length === 0) return null
  const all = filled.flat()
  const habits = habitsOf(all)
  const labels = new Set([...labelsOver(all), ...labelsOnTop(filled)])
  const spaced = filled.length > 2 && filled.every((lineBlock) => lineBlock.length === 1)
  let group = groupBefore
  let added = 0
  const away = standing.status === 'excused' || standing.status === 'absent'
  let own = standing
  for (const [at, lineBlock] of filled.entries()) {
    if (!spaced || at === 0) group += 1
    if (at > 0 && away && fromSide(lineBlock) && !fromSide(filled[0]))
      own = { ...standing, status: 'present', explicit: false, mode: null }
    const count = addBlock(lineBlock, { ...habits, labels }, own, group, result, hadPeople || added > 0)
    if (count === 0 && !spaced) group -= 1
    added += count
  }
  return { next: end, group, added }
}

/**
 * "Från kansliet" on a line of its own over people: where the first of those who are away had no such label, it opens a
 * list of its own.
 */
function fromSide(block: readonly SourceLine[] | undefined): boolean {
  const [first, second] = block ?? []
  return (
    first !== undefined && second !== undefined && /^(?:från|from) (?:the )?\p{L}[^:,;()\d]{2,40}:?$/iu.test(first.text)
  )
}

/** "Från Vinnova", "För arbetsgivaren": the organisation a label names; a bare noun is none. */
function affiliationOf(label: string): string | null {
  const bare = label.replace(/^(?:från|för|from|for|of) (?:the )?/iu, '')
  return bare === label || /^\p{Lu}/u.test(bare) ? bare : null
}

function addBlock(
  block: readonly SourceLine[],
  habits: ListHabits & { labels: ReadonlySet<number> },
  standing: Standing,
  group: number,
  result: PeopleResult,
  hadPeople: boolean,
): number {
  let added = 0
  let local: Standing = standing
  let waiting: SourceLine[] = []
  // Whom the first line waiting names, read by the list's habits; only a line that stands alone is no other then.
  let named: ReadPerson[] = []
  let above: string | null = null
  const flush = (): void => {
    const [first, ...rest] = waiting
    if (first === undefined) return
    const dated = local.dated === null || rest.length > 0 ? null : datedRowOf(first.raw, local.dated.table)
    const raw = dated?.rest ?? (rest.length === 0 ? first.raw : waiting.map((line) => line.text).reduce(joinCut))
    const rows = dated === null ? local.rows : (local.dated?.rows ?? null)
    const row = rows === null || rest.length > 0 ? null : readTableRow(dated?.whole ?? raw, rows, habits)
    const own: ListHabits =
      rest.length > 0
        ? { ...habits, onePerLine: habits.onePerLine && !first.text.endsWith(',') }
        : { ...habits, sideBySide: habits.sideBySide || local.names !== null }
    const alone = rest.length === 0 && dated === null && own.sideBySide === habits.sideBySide
    const merged = row !== null && rows !== null && inheritsAbove(rows)
    const people = (row ?? (alone ? named : readPeopleLine(raw, own))).map((person) =>
      merged ? { ...person, organisation: person.organisation ?? above } : person,
    )
    above = merged ? (people.at(-1)?.organisation ?? null) : null
    for (const person of people) {
      const line = waiting.find((other) => other.text.includes(person.asWritten)) ?? first
      const status =
        local.columns === null || rest.length > 0 || (local.rows?.parts.length ?? 0) > 0
          ? null
          : statusInColumns(line.raw, local.columns)
      const column = local.names === null ? undefined : nameColumnAt(line.raw, person.asWritten, local.names)
      const under =
        column === undefined ? local : { ...local, capacity: column.capacity, status: column.status ?? local.status }
      // An answer in the column of presence says more than the lack of a cross.
      const answered = status === null || (row !== null && person.status !== null && !person.crossed)
      addPerson(answered ? person : { ...person, status, crossed: false }, line, under, group, result)
      if (dated !== null && local.dated !== null)
        result.dated.push({
          ...dated,
          participant: result.participants.length - 1,
          headerLine: local.dated.line,
          line: first.n,
        })
    }
    for (const line of people.length === 0 ? [] : rest) {
      if (!result.personLines.has(line.n)) result.personLines.set(line.n, result.participants.length - 1)
    }
    if (people.length === 0 && first.forced === 'participant') {
      addPerson(namedByHand(first.text), first, local, group, result)
      added += 1
    } else if (people.length === 0) for (const line of waiting) result.strangeLines.push(line)
    added += people.length
    waiting = []
  }
  const under = (label: string, capacity: string | null): Standing =>
    isRoleLabel(label) || (hasRoleWord(label) && !hasOrganisationWord(label))
      ? { ...standing, capacity: lowerRole(label) }
      : { ...standing, organisation: affiliationOf(label), capacity }
  let columnFrom = 0
  for (const [at, written] of block.entries()) {
    const column = labelColumn(written.raw, block[at + 1]?.indent ?? 0, columnFrom)
    if (column !== null) {
      flush()
      columnFrom = column.from
      local = under(column.label, null)
    } else if (columnFrom > 0 && written.indent < columnFrom) {
      flush()
      columnFrom = 0
      local = standing
    }
    const line = column === null ? written : { ...written, raw: column.rest, text: column.rest }
    if (column !== null && namesNobody(`${column.label}: ${column.rest}`)) {
      result.strangeLines.push(written)
      continue
    }
    if (isRule(line.text) || isHeaderRow(line.raw)) {
      flush()
      result.headingLines.add(line.n)
      if (!isRule(line.text)) {
        const { columns, rows, names, dated } = tableOf(line)
        local = {
          ...local,
          columns: columns ?? local.columns,
          rows: rows ?? local.rows,
          names: names ?? local.names,
          dated: dated ?? local.dated,
        }
      }
      continue
    }
    if (isNobody(line.text)) {
      result.headingLines.add(line.n)
      continue
    }
    if (wraps(waiting.at(-1), line)) {
      waiting.push(line)
      continue
    }
    flush()
    const people = readPeopleLine(line.raw, habits)
    const next = block[at + 1]
    const label = line.text.replace(/:$/u, '')
    const isLabel =
      people.length === 0 ||
      (line.text.endsWith(':') && (!couldBeName(label) || (!label.includes(' ') && !isFirstName(label))))
    const loneWord =
      people.length === 1 &&
      !line.text.includes(' ') &&
      !isFirstName(label) &&
      (hasOrganisationWord(line.text) || (at === 0 && next !== undefined && /[,–(\t]/u.test(next.raw)))
    const over = habits.labels.has(line.n) && next !== undefined
    if (over || ((isLabel || loneWord) && next !== undefined && isSubHeading(line.text) && !namesNobody(line.raw))) {
      result.headingLines.add(line.n)
      local = under(label, hadPeople || added > 0 ? null : standing.capacity)
      continue
    }
    waiting.push(line)
    named = people
  }
  flush()
  return added
}
