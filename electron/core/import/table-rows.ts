/** Rows of a table read by its header: which column names people, and what the others say of them. */
import { datedTableOf } from './dated-columns.ts'
import { cellsOf } from './lines.ts'
import { noMarks, readBareMark, takeMarks } from './marks.ts'
import type { Marks } from './marks.ts'
import { severalIn } from './name-runs.ts'
import { couldBeName, nameScore } from './names.ts'
import { isParty, organisationBeside } from './parties.ts'
import { readPeopleHeading } from './people-headings.ts'
import { readPeopleLine } from './people.ts'
import { finish, isServing, segmentsOf, takeBrackets } from './person.ts'
import type { ListHabits, ReadPerson } from './person.ts'
import { hasOrganisationWord, hasRoleWord } from './roles.ts'
import { columnRole } from './table-titles.ts'
import type { ColumnRole } from './table-titles.ts'
import { namesNobody } from './vacant.ts'

export interface TableRows {
  /** What each column holds, empty titles counted. */
  exact: readonly ColumnRole[]
  /** The same by the character a column starts at; null where tabs or pipes part the columns. */
  starts: ReadonlyArray<{ role: ColumnRole; start: number }> | null
  /** Members and their substitutes side by side, each with columns of their own; empty where a row is one person. */
  parts: ReadonlyArray<{ from: number; to: number; capacity: string | null; table: TableRows }>
}

/** Cells between tabs or pipes, the empty ones too. */
function exactCells(raw: string): string[] {
  const row = raw.includes('|') ? raw.trim().replace(/^\||\|$/gu, '') : raw
  return row.split(raw.includes('|') ? '|' : '\t').map((cell) => cell.replaceAll('**', '').trim())
}

/** Cells set apart by spaces, each with the character it starts at. */
function spacedCells(raw: string): Array<{ text: string; start: number }> {
  return [...raw.matchAll(/\S+(?: \S+)*/gu)].map((match) => ({ text: match[0], start: match.index }))
}

/** What the columns below a header hold. Null for a line that is no header with a column of names and one that tells of them. */
export function tableRowsOf(raw: string): TableRows | null {
  if (!/\S(?:[|\t]| {2,})\s*\S/u.test(raw) || datedTableOf(raw) !== null) return null
  let named = false
  const role = (title: string): ColumnRole => {
    const own = columnRole(title, named)
    if (own === 'name') named = true
    return own ?? 'other'
  }
  if (/[|\t]/u.test(raw.trim())) {
    const titles = exactCells(raw)
    const exact = titles.map(role)
    const froms = exact.flatMap((own, at) => (own === 'name' ? [at] : []))
    const parts = froms.map((from, at) => {
      const to = froms[at + 1] ?? exact.length
      const capacity = readPeopleHeading((titles[from] ?? '').replace(/ ?\([^()]*\)/gu, ''))?.capacity ?? null
      return { from, to, capacity, table: { exact: exact.slice(from, to), starts: null, parts: [] } }
    })
    if (parts.length > 1)
      return parts.every(({ table }) => isTable(table.exact)) ? { exact, starts: null, parts } : null
    return isTable(exact) ? { exact, starts: null, parts: [] } : null
  }
  const starts = spacedCells(raw).map(({ text, start }) => ({ role: role(text), start }))
  const exact = starts.map((column) => column.role)
  return isTable(exact) ? { exact, starts, parts: [] } : null
}

function isTable(roles: readonly ColumnRole[]): boolean {
  const told = roles.filter((role) => role !== 'name' && role !== 'other' && role !== 'number')
  return roles.filter((role) => role === 'name').length === 1 && told.length > 0
}

/** The words of a row by what their column holds; null where the row does not follow the header. */
function byRole(raw: string, table: TableRows): Map<ColumnRole, string[]> | null {
  const cells = new Map<ColumnRole, string[]>()
  const put = (role: ColumnRole, text: string): void => {
    if (text !== '') cells.set(role, [...(cells.get(role) ?? []), text.replace(/\s+/gu, ' ')])
  }
  if (table.starts === null) {
    if (!/[|\t]/u.test(raw)) return null
    const exact = exactCells(raw)
    const own = exact.length > table.exact.length + 1 ? cellsOf(raw) : exact
    own.forEach((cell, at) => put(table.exact[at] ?? 'other', cell))
  } else {
    const own = spacedCells(raw)
    if (own.length < 2) return null
    for (const { text, start } of own) {
      const [nearest] = table.starts.toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
      const beyond = start > (table.starts.at(-1)?.start ?? 0) + 4
      put(beyond ? 'other' : (nearest?.role ?? 'other'), text)
    }
  }
  return cells.get('name')?.length === 1 ? cells : null
}

/** "Ja, Teams", "Nej, anmält förhinder", "From item 4": marks into `marks`; returns words that are none. */
function readPresence(cell: string, marks: Marks): string[] {
  const open = takeMarks(cell.replace(/[()]/gu, ' '), marks)
  // The column asks about presence: an answer with no mark of its own still says that somebody came.
  const left = segmentsOf(open.replace(/\s+/gu, ' ')).flatMap((segment) => {
    if (readBareMark(segment, marks)) return []
    if (/^(?:rum|sal|lokal|room|physical)$/iu.test(segment)) {
      marks.mode ??= 'room'
      return []
    }
    const words = segment.split(' ')
    const left = words.findIndex((word) => !readBareMark(word, marks))
    return left < 0 ? [] : [words.slice(left).join(' ')]
  })
  if (marks.status === null && (marks.mode !== null || marks.items !== null)) marks.status = 'present'
  return left
}

/** Everybody a row of the table names. Null where the row does not follow the header. */
export function readTableRow(raw: string, table: TableRows, habits: ListHabits): ReadPerson[] | null {
  if (table.parts.length > 0) {
    const own = exactCells(raw)
    const all = table.parts.map(({ from, to, capacity, table: part }) =>
      (readTableRow(`${own.slice(from, to).join('\t')}\t`, part, habits) ?? []).map((person) => ({
        ...person,
        capacity: person.capacity ?? capacity,
        status:
          person.status ??
          (part.exact.includes('presence') && (capacity ?? '').startsWith('ledamot') ? 'absent' : null),
        crossed: false,
      })),
    )
    return all.flat().length > 0 ? all.flat() : null
  }
  const cells = byRole(raw, table)
  const [written = ''] = cells?.get('name') ?? []
  if (cells === null || written === '') return null
  if (namesNobody(`A: ${written}`)) return []
  const several = severalIn(written, habits, true)
  const people =
    several.length > 1 ? several : readPeopleLine(written, { ...habits, onePerLine: true, sideBySide: false })
  if (people.length === 0 || !people.every((person) => couldBeName(person.name))) return null
  return people.map((person) => withCells(person, cells))
}

/** True where an empty cell of the organisation in front of the names stands for the one above. */
export function inheritsAbove(table: TableRows): boolean {
  const at = table.exact.indexOf('organisation')
  return at >= 0 && at < table.exact.indexOf('name')
}

function isTrade(words: string): boolean {
  return (
    /^\p{L}[\p{L} &/-]{1,30}$/u.test(words) &&
    !hasRoleWord(words) &&
    !hasOrganisationWord(words) &&
    !isParty(words) &&
    !readBareMark(words, noMarks())
  )
}

function isEmpty(cell: string): boolean {
  return /^[-–—.]?$/u.test(cell)
}

function withCells(person: ReadPerson, cells: ReadonlyMap<ColumnRole, readonly string[]>): ReadPerson {
  const marks = noMarks()
  const filled = (role: ColumnRole): string[] => (cells.get(role) ?? []).filter((cell) => !isEmpty(cell))
  const affiliations: string[] = []
  const whose: string[] = []
  for (const cell of filled('organisation')) {
    const inside: string[] = []
    const plain = takeBrackets(takeMarks(cell, marks), marks, inside).replace(/\s+/gu, ' ').trim()
    if (plain !== '' && !readBareMark(plain, noMarks())) whose.push(plain)
    else if (plain !== '') whose.push(cell)
    affiliations.push(...inside)
  }
  // Whom an expert is sent by stands for whom they come from only where no column says that.
  const sent = filled('delegation')
  if (whose.length === 0) whose.push(...sent)
  else marks.kept.push(...sent)
  const trade: string[] = []
  const beside = [...filled('role'), ...filled('note'), ...filled('other')]
  for (const cell of beside) {
    const inside: string[] = []
    const open = takeBrackets(takeMarks(cell, marks), marks, inside)
    // Beside a column of organisations, "El" in another one is a trade.
    const trades = whose.length > 0 ? segmentsOf(open.replace(/\s+/gu, ' ')).filter((words) => isTrade(words)) : []
    trade.push(...trades)
    affiliations.push(...segmentsOf(open.replace(/\s+/gu, ' ')).filter((words) => !trades.includes(words)), ...inside)
  }
  // "Parent", "Co-opted": what kind of member somebody is, whatever else the word may name.
  for (const cell of filled('kind')) trade.push(takeMarks(cell, marks).trim())
  const said = (cells.get('presence') ?? []).flatMap((cell) => readPresence(cell, marks))
  const answers = said.filter((words) => isServing(words) || !hasRoleWord(words))
  affiliations.push(...said.filter((words) => !answers.includes(words)))
  for (const cell of filled('items')) marks.items ??= cell.replace(/^§§? ?/u, '')
  const read = finish(person.name, person.asWritten, person.listNumber, affiliations, marks)
  const role = read.capacity ?? person.capacity
  const serving = answers.findIndex((words) => isServing(words))
  const substitute = serving >= 0 && role !== null && /^(?:ersättare|suppleant)$/iu.test(role)
  if (substitute) answers.splice(serving, 1)
  const kept = [...person.kept, ...read.kept, ...filled('instead'), ...answers]
  const organisations = [whose, read.organisation ?? [], person.organisation ?? []].flat()
  const number = filled('number')[0]
  return {
    ...read,
    name: person.name,
    asWritten: person.asWritten,
    repaired: person.repaired,
    listNumber:
      person.listNumber ??
      (number !== undefined && /^\d{1,4}[.)]?$/u.test(number) ? Number.parseInt(number, 10) : null),
    capacity:
      [
        read.capacity !== null && /^dr\.?$/iu.test(person.capacity ?? '') ? null : person.capacity,
        substitute ? `tjänstgörande ${(read.capacity ?? '').toLowerCase()}` : read.capacity,
        ...trade,
      ]
        .filter((part) => part !== null && part !== '')
        .join(', ') || null,
    organisation: organisationBeside(organisations, kept),
    status: person.status ?? read.status,
    crossed: person.status === null ? read.crossed : person.crossed,
    mode: person.mode ?? read.mode,
    items: person.items ?? read.items,
    kept: [...new Set(kept)],
  }
}

/** True where several rows have a name in every column ("Anna Ek   Bo Ål"): people side by side, no fields of one person. */
export function areSideBySide(rows: readonly string[]): boolean {
  const wide = rows.map((raw) => cellsOf(raw)).filter((cells) => cells.length > 1)
  const scores = wide.map((cells) => cells.map((cell) => nameScore(cell.replace(/\s*[([,].*$/u, '').trim())))
  const sure = scores.filter(
    (row) => row.every((score) => score >= 3) || (row.length > 2 && row.slice(1).some((score) => score >= 3)),
  ).length
  return sure >= 1 && sure * 2 >= wide.length && scores.every((row) => row.every((score) => score >= 2))
}
