/** What reading lists of people gathers, and the standing a heading gives to those below it. */
import type { AttendanceMode, AttendanceStatus } from '#contract/minutes.ts'
import type { ProposedParticipant } from '#contract/proposal.ts'
import type { DatedEntry, DatedTable } from './dated-columns.ts'
import { datedTableOf } from './dated-columns.ts'
import type { SourceLine } from './lines.ts'
import { noMarks } from './marks.ts'
import type { PeopleHeading } from './people-headings.ts'
import { takeListNumber } from './people.ts'
import { isServing } from './person.ts'
import type { ReadPerson } from './person.ts'
import { columnsOf, nameColumnsOf } from './table-columns.ts'
import type { Columns, NameColumn } from './table-columns.ts'
import { isBodyName } from './titles.ts'
import { foldText } from './words.ts'
import { isCalled } from './called-lists.ts'
import { tableRowsOf } from './table-rows.ts'
import type { TableRows } from './table-rows.ts'

export interface PeopleResult {
  participants: ProposedParticipant[]
  /** Line number → index of the first person on it. */
  personLines: Map<number, number>
  headingLines: Set<number>
  /** Lines inside a list that name nobody. */
  strangeLines: SourceLine[]
  /** Words with no field, per line. */
  keptWords: Array<{ line: number; words: string }>
  repaired: Array<{ line: number; name: string; asWritten: string }>
  /** Rows of tables with a column for each meeting: the meeting's date is known later. */
  dated: DatedEntry[]
  /** Those a list says were called, and those that one says were there or away. */
  called: Set<ProposedParticipant>
  stated: Set<ProposedParticipant>
  /** First line index of every list, for those who look for the head's end. */
  starts: number[]
}

export interface Standing {
  status: AttendanceStatus
  capacity: string | null
  mode: AttendanceMode | null
  organisation: string | null
  items: string | null
  /** The heading itself spoke of presence or absence. */
  explicit: boolean
  /** The list is of those who were called. */
  called: boolean
  /** Columns of a table with crosses. */
  columns: Columns | null
  /** What each column of a table holds. */
  rows: TableRows | null
  /** Headings side by side with names below each. */
  names: NameColumn[] | null
  /** A table with a column for each of several meetings, and its header's line. */
  dated: { table: DatedTable; line: number; rows: TableRows | null } | null
}

export const unknownStanding: Standing = {
  status: 'present',
  capacity: null,
  mode: null,
  organisation: null,
  items: null,
  explicit: false,
  called: false,
  columns: null,
  rows: null,
  names: null,
  dated: null,
}

/** What the heading of a table says for its rows. */
export function tableOf(line: SourceLine): Pick<Standing, 'columns' | 'rows' | 'names' | 'dated'> {
  const table = datedTableOf(line.raw)
  const names = nameColumnsOf(line.raw)
  return {
    columns: names === null ? columnsOf(line.raw) : null,
    rows: tableRowsOf(line.raw),
    names,
    dated: table === null ? null : { table, line: line.n, rows: rowsBeside(table) },
  }
}

/** What the columns beside those of the meetings hold. */
function rowsBeside(table: DatedTable): TableRows | null {
  return table.separator === null ? null : tableRowsOf(table.others.map(({ title }) => title).join('\t'))
}

export function standingFrom(heading: PeopleHeading, previous: Standing, hadPeople: boolean): Standing {
  const inherits = heading.status === null && previous.explicit && !hadPeople
  return {
    status: heading.status ?? (inherits ? previous.status : 'present'),
    // Those who serve are substitutes only where others stand before them.
    capacity: previous === unknownStanding && /^tjänstgörande$/iu.test(heading.title) ? null : heading.capacity,
    mode: heading.mode ?? (inherits ? previous.mode : null),
    organisation: heading.organisation,
    items: heading.items ?? null,
    explicit: heading.status !== null || inherits,
    called: isCalled(heading.title),
    columns: null,
    rows: null,
    names: null,
    dated: null,
  }
}

/** What somebody is under a heading; "tjänstgörande" is said of the substitute the heading makes them. */
function capacityUnder(own: string | null, heading: string | null): string | null {
  if (own === null || heading === null) return own ?? heading
  // A doctor among the trustees is there as one of them.
  if (/^dr\.?$/iu.test(own)) return heading
  if (own === 'ersättare' && heading.includes('ersättare')) return heading
  const substitute = isServing(own)
    ? /^(?:(?:icke |ej |inte )?tjänstgörande )?(ersättare|suppleant)$/u.exec(heading)?.[1]
    : undefined
  // "Aida, tjänstgör § 4": what the verb says of her as a substitute.
  return substitute === undefined ? own : `${own.replace(/tjänstgör$/iu, 'tjänstgörande')} ${substitute}`
}

export function addPerson(
  person: ReadPerson,
  line: SourceLine | undefined,
  standing: Standing,
  group: number,
  result: PeopleResult,
): void {
  if (line === undefined) return
  const { repaired, crossed, kept, ...read } = person
  // Under "Frånvarande" a cross ticks off who is away.
  const said = crossed && standing.explicit && standing.status !== 'present' ? null : read.status
  const participant: ProposedParticipant = {
    ...read,
    capacity: capacityUnder(read.capacity, standing.capacity),
    organisation: read.organisation ?? standing.organisation,
    status: said ?? standing.status,
    mode: read.mode ?? standing.mode ?? 'unknown',
    items: read.items ?? standing.items,
    group,
    line: line.n,
  }
  result.participants.push(participant)
  if (standing.called) result.called.add(participant)
  else if (standing.explicit) result.stated.add(participant)
  if (!result.personLines.has(line.n)) result.personLines.set(line.n, result.participants.length - 1)
  if (kept.length > 0) result.keptWords.push({ line: line.n, words: kept.join(', ') })
  if (repaired) result.repaired.push({ line: line.n, name: read.name, asWritten: read.asWritten })
}

/** "Insynsrådet" over the council's own members: whom they meet as, nobody they come from. */
export function forgetOwnBody(people: readonly ProposedParticipant[], body: string | null): void {
  if (body === null || !isBodyName(body)) return
  for (const person of people) {
    if (person.organisation !== null && foldText(person.organisation) === foldText(body)) person.organisation = null
  }
}

/** A line a person called a participant, whatever it looks like. */
export function namedByHand(text: string): ReadPerson {
  const { listNumber, rest } = takeListNumber(text, noMarks())
  return {
    listNumber,
    name: rest,
    asWritten: rest,
    repaired: false,
    capacity: null,
    organisation: null,
    status: null,
    crossed: false,
    mode: null,
    items: null,
    kept: [],
  }
}

const academic =
  /^(?:(?:assoc(?:iate|\.)?|assistant|emerit(?:us|a)) )?prof(?:essor)?\.?(?: emerit(?:us|a))?(?:, (?=\S)|$)/iu

/** "Professor Ann Lake" in English minutes: a title in front of a name, which tells of no place at the table. */
export function forgetTitles(people: readonly ProposedParticipant[], lines: readonly SourceLine[]): void {
  const first = lines[0]?.n ?? 1
  for (const person of people) {
    const title = academic.exec(person.capacity ?? '')?.[0].replace(/,? *$/u, '') ?? ''
    const written = title === '' ? '' : (lines[person.line - first]?.raw ?? '').toLowerCase()
    // "…; Professor" above "Ann Lake (Medicine)": the title ends the line.
    const at = written.indexOf(person.name.toLowerCase())
    const before = (at < 0 ? written : written.slice(0, at)).trimEnd()
    if (before.endsWith(title.toLowerCase()) && title !== '')
      person.capacity = (person.capacity ?? '').replace(academic, '') || null
  }
}
