/** An agenda as a list in front, whose entries stand once more as headings further down. */
import type { HeadingField } from './heading-field.ts'
import { listMark } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { readNumber } from './numbering.ts'
import { foldText } from './words.ts'

const heading =
  /^(?:(?:förslag till |preliminär )?dagordning|agenda|föredragningslista|ärenden|ärendelista|punkter|program|agenda items|contents|table of contents|innehåll(?:sförteckning)?|(?:items|points) (?:for discussion|discussed))$/u

export interface AgendaList {
  /** Numbers of the list's lines, its heading first. */
  lines: Set<number>
  /** Lines further down that repeat an entry. */
  repeated: Set<number>
}

function entryOf(line: SourceLine): string | null {
  const number = readNumber(line.text)
  const words = number !== null && number.title !== '' ? number.title : line.text.slice(listMark(line.text))
  return line.text.length > 120 || (number === null && listMark(line.text) === 0) ? null : foldText(words)
}

/** The list under "Dagordning" of which half at least comes again as lines of their own; null where there is none. */
export function findAgendaList(field: HeadingField): AgendaList | null {
  const start = field.lines.findIndex((line) => line.text.length < 60 && heading.test(foldText(line.text)))
  if (start < 0) return null
  const entries = new Map<string, SourceLine>()
  let end = start + 1
  for (; end < field.lines.length; end += 1) {
    const line = field.lines[end]
    const entry = line === undefined ? null : entryOf(line)
    if (line === undefined || entry === null || line.forced !== null) break
    entries.set(entry, line)
  }
  const repeated = field.lines.slice(end).filter((line) => line.forced === null && entries.has(foldText(line.text)))
  const again = new Set(repeated.map((line) => foldText(line.text)))
  if (entries.size < 2 || again.size < Math.max(2, entries.size / 2)) return null
  return {
    lines: new Set([...field.lines.slice(start, start + 1), ...entries.values()].map((line) => line.n)),
    repeated: new Set(repeated.map((line) => line.n)),
  }
}
