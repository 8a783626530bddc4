/** The words behind each tie of the map. */
import { KansliError } from '#contract/errors.ts'
import type { Evidence } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import {
  assignmentsBetween,
  contributionsAt,
  meetingHead,
  officerPerson,
  type MeetingHeadRow,
} from '#db/queries/network.ts'
import { now, type Then } from '#db/queries/past.ts'
import { attendanceOf, attendanceRow, bodyOf, officerRow } from '#db/queries/register.ts'
import { evidenceOf, evidenceOfMany, evidenceOfTenures, tenuresOf } from '#db/queries/roles.ts'
import { sourceReader } from '#db/queries/sources.ts'
import { themeRow } from '#db/queries/themes.ts'
import { attendanceEvidence, officerEvidence, paragraphEvidence, storedEvidence } from '#core/register/evidence.ts'

/** The line of the source that the meeting's title was read from; null when it was written here. */
function titleLine(placements: string | null): number | null {
  if (placements === null) return null
  // Written by the import in the shape of contract/proposal.ts.
  const list = JSON.parse(placements) as { line: number; part: string }[]
  return list.find(({ part }) => part === 'title')?.line ?? null
}

function meetingEvidence(db: ReadableDb, head: MeetingHeadRow): Evidence {
  const line = titleLine(head.placements)
  const { words } = sourceReader(db)(head.sourceId, line)
  const { sourceId, sourceName, meetingId, title, date } = head
  return {
    sourceId,
    sourceName,
    line: words === null ? null : line,
    quote: words ?? title,
    meetingId,
    meetingDate: date,
    itemId: null,
    itemNumber: null,
  }
}

function represented(db: ReadableDb, personId: string, organisationId: string, then: Then): Evidence[] {
  const read = sourceReader(db)
  const listed = attendanceOf(db, 'person', personId, then).filter((row) => row.organisationId === organisationId)
  const held = new Set(
    tenuresOf(db, 'person', personId, then)
      .filter((tenure) => tenure.organisationId === organisationId)
      .map(({ id }) => id),
  )
  const said = evidenceOfTenures(db, 'person', personId, then).filter(({ tenureId }) => held.has(tenureId))
  const all = [...listed.map((row) => attendanceEvidence(read, row)), ...said.map(storedEvidence)]
  // Two roles may rest on one line.
  return [
    ...new Map(all.map((one) => [JSON.stringify([one.sourceId, one.line, one.quote, one.meetingId]), one])).values(),
  ]
}

/** What somebody presented, moved, voted on or dissented with at a meeting. */
function contributed(db: ReadableDb, personId: string | null, meetingId: string): Evidence[] {
  const rows = personId === null ? [] : contributionsAt(db, personId, meetingId)
  return rows.map((row) => paragraphEvidence(row, row.text))
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new KansliError('entity.not-found')
  return row
}

/** The words a tie came from, as far as they were known then. @throws KansliError entity.not-found */
export function tieEvidence(db: ReadableDb, tieId: string, then: Then = now): Evidence[] {
  const [kind, id = '', other = ''] = tieId.split(':')
  const some = (evidence: Evidence[]) => found(evidence.length > 0 ? evidence : undefined)
  switch (kind) {
    case 'attended': {
      const row = found(attendanceRow(db, id))
      found(meetingHead(db, row.meetingId, then))
      return [attendanceEvidence(sourceReader(db), row), ...contributed(db, row.personId, row.meetingId)]
    }
    case 'officer': {
      const row = found(officerRow(db, id))
      found(meetingHead(db, row.meetingId, then))
      return [officerEvidence(sourceReader(db), row), ...contributed(db, officerPerson(db, id), row.meetingId)]
    }
    case 'contributed':
      found(meetingHead(db, other, then))
      return some(contributed(db, id, other))
    case 'represents':
      return some(represented(db, id, other, then))
    case 'role':
      return some(evidenceOf(db, 'tenure', id).map(storedEvidence))
    case 'held':
      return [meetingEvidence(db, found(meetingHead(db, id, then)))]
    case 'under':
      if (themeRow(db, id) !== undefined) return evidenceOf(db, 'theme', id).map(storedEvidence)
      found(bodyOf(db, id))
      return evidenceOf(db, 'body', id).map(storedEvidence)
    case 'relation':
      return some(evidenceOf(db, 'relation', id).map(storedEvidence))
    case 'assigned':
      return some(evidenceOfMany(db, 'assignment', assignmentsBetween(db, id, other)).map(storedEvidence))
    default:
      throw new KansliError('entity.not-found')
  }
}
