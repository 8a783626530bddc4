/** Words of a source, from rows. */
import type { Evidence } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import type { AttendanceRow, OfficerRow } from '#db/queries/register.ts'
import { longerNames, paragraphsNaming, type EvidenceRow, type NamingParagraph } from '#db/queries/roles.ts'
import type { Then } from '#db/queries/past.ts'
import type { SourceReader } from '#db/queries/sources.ts'
import { isFindable, mentionFinder } from './mentions.ts'

/** A row of a list of those present: the source's own line, or what was written here. */
export function attendanceEvidence(read: SourceReader, row: AttendanceRow): Evidence {
  return { ...ofMeeting(row), line: row.line, quote: read(row.sourceId, row.line) ?? row.asWritten }
}

export function officerEvidence(read: SourceReader, row: OfficerRow): Evidence {
  return { ...ofMeeting(row), line: row.line, quote: read(row.sourceId, row.line) ?? row.name }
}

function ofMeeting(row: AttendanceRow | OfficerRow) {
  return {
    sourceId: row.sourceId,
    sourceName: row.sourceName,
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

/** Sentences of minutes that name a person or an organisation, newest meeting first, at most fifty. */
export function mentionsOf(
  db: ReadableDb,
  kind: 'person' | 'organisation',
  id: string,
  names: readonly string[],
  past: Then,
): Evidence[] {
  const find = mentionFinder(names, longerNames(db, kind, id, names))
  const found: Evidence[] = []
  for (const row of paragraphsNaming(db, names.filter(isFindable).slice(0, mostNames), past)) {
    const quote = find(row.text)
    if (quote !== null) found.push(paragraphEvidence(row, quote))
    if (found.length === mostMentions) break
  }
  return found
}
