/** Words of a source, from rows. */
import type { Evidence } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import type { AttendanceRow, OfficerRow } from '#db/queries/register.ts'
import {
  longerNames,
  longerNamesFrom,
  paragraphsNaming,
  type EvidenceRow,
  type NamingParagraph,
} from '#db/queries/roles.ts'
import type { Then } from '#db/queries/past.ts'
import type { SourceReader } from '#db/queries/sources.ts'
import { isFindable, mentionFinder } from './mentions.ts'
import { matchKey } from './names.ts'

/** A row of a list of those present: the source's own line, or what was written here. */
export function attendanceEvidence(read: SourceReader, row: AttendanceRow): Evidence {
  return ofMeeting(read, row, row.asWritten)
}

export function officerEvidence(read: SourceReader, row: OfficerRow): Evidence {
  return ofMeeting(read, row, row.name)
}

function ofMeeting(read: SourceReader, row: AttendanceRow | OfficerRow, written: string): Evidence {
  const { sourceId, line } = row
  const { name, words } = read(sourceId, line)
  return {
    sourceId,
    sourceName: name,
    line,
    quote: words ?? written,
    meetingId: row.meetingId,
    meetingDate: row.date,
    itemId: null,
    itemNumber: null,
  }
}

export function storedEvidence(row: EvidenceRow): Evidence {
  const { sourceId, sourceName, line, quote, meetingId, meetingDate } = row
  return { sourceId, sourceName, line, quote, meetingId, meetingDate, itemId: null, itemNumber: null }
}

const mostMentions = 50
/** Spellings looked for; SQLite takes no condition of any length. */
const mostNames = 100

/** Words of minutes, by their place. */
export function paragraphEvidence(row: NamingParagraph, quote: string): Evidence {
  const { number, numberStyle, sourceId, sourceName, line, meetingId, meetingDate, itemId } = row
  const itemNumber = number === null || numberStyle !== 'paragraph' ? number : `§ ${number}`
  return { sourceId, sourceName, line, quote, meetingId, meetingDate, itemId, itemNumber }
}

/** Paragraphs asked of the index at first; a name that stands mostly inside longer ones asks for more. */
const [fewPlaces, manyPlaces] = [70, 300]

/** The newest sentences that `find` gives; and whether a name stands behind what may be the rest of a longer one. */
function newest(
  db: ReadableDb,
  names: readonly string[],
  past: Then,
  find: (text: string) => string | null,
  most = fewPlaces,
): { found: Evidence[]; doubtful: boolean } {
  const found: Evidence[] = []
  let doubtful = false
  const longer = behindCapital(names)
  for (const row of paragraphsNaming(db, names, past, most)) {
    const quote = find(row.text)
    if (quote === null) continue
    doubtful ||= longer.test(row.text)
    found.push(paragraphEvidence(row, quote))
    if (found.length === mostMentions) return { found, doubtful }
  }
  // There may be more behind those that named somebody else.
  if (most === fewPlaces) return newest(db, names, past, find, manyPlaces)
  return { found, doubtful }
}

/** A capitalised word, or a hyphen, right before one of the names. */
function behindCapital(names: readonly string[]): RegExp {
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
  return new RegExp(`(?:\\p{Lu}[\\p{L}.'’-]* |[\\p{L}]-)(?:${escaped.join('|')})`, 'u')
}

/** Sentences of minutes that name a person or an organisation, newest meeting first, at most fifty. */
export function mentionsOf(
  db: ReadableDb,
  kind: 'person' | 'organisation',
  id: string,
  names: readonly string[],
  past: Then,
): Evidence[] {
  const usable = names.filter(isFindable).slice(0, mostNames)
  if (usable.length === 0) return []
  // Longer names that begin with one of these are found at once; only where something stands before is every name asked.
  const first = newest(db, usable, past, mentionFinder(names, longerNamesFrom(db, kind, id, usable.map(matchKey))))
  if (!first.doubtful) return first.found
  return newest(db, usable, past, mentionFinder(names, longerNames(db, kind, id, names))).found
}
