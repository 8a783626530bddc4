/** What is known about one person, organisation or body, each thing with the words that say so. */
import { KansliError } from '#contract/errors.ts'
import type { BodyView, Evidence, OrganisationView, PersonView } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import {
  attendanceOf,
  bodyOf,
  childBodies,
  entityName,
  meetingsOf,
  namesOf,
  officesOf,
  type AttendanceRow,
  type OfficerRow,
} from '#db/queries/register.ts'
import { evidenceOfTenures, tenuresOf } from '#db/queries/roles.ts'
import { sourceReader, type SourceReader } from '#db/queries/sources.ts'
import { attendanceEvidence, mentionsOf, officerEvidence, rolesOf, storedEvidence } from './evidence.ts'
import { mentionFinder } from './mentions.ts'

function existing(db: ReadableDb, kind: 'person' | 'organisation', id: string): string {
  const name = entityName(db, kind, id)
  if (name === null) throw new KansliError('entity.not-found')
  return name
}

/** A list row counts for the spelling it is written with, a repaired one for the spelling it was mended to. */
function isSpelt(row: AttendanceRow, text: string, names: readonly string[]): boolean {
  const written = names.find((name) => row.asWritten === name) ?? row.name
  return written === text
}

function meetingsOfPerson(
  read: SourceReader,
  attendance: readonly AttendanceRow[],
  offices: readonly OfficerRow[],
): PersonView['meetings'] {
  const listed = new Set(attendance.map((row) => row.meetingId))
  const rows = attendance.map((row) => ({
    meetingId: row.meetingId,
    title: row.title,
    date: row.date,
    capacity: row.capacity,
    organisation: row.organisation,
    status: row.status,
    evidence: attendanceEvidence(read, row),
  }))
  // Whoever is named as chair or secretary without being listed is there all the same, with nothing said about it.
  for (const office of offices) {
    if (listed.has(office.meetingId)) continue
    listed.add(office.meetingId)
    const { meetingId, title, date } = office
    const evidence = officerEvidence(read, office)
    rows.push({ meetingId, title, date, capacity: null, organisation: null, status: 'unknown', evidence })
  }
  return rows.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0))
}

/** @throws KansliError entity.not-found */
export function personView(db: ReadableDb, id: string): PersonView {
  const name = existing(db, 'person', id)
  const read = sourceReader(db)
  const names = namesOf(db, 'person', id)
  const attendance = attendanceOf(db, 'person', id)
  const offices = officesOf(db, id)
  const tenureEvidence = evidenceOfTenures(db, 'person', id)
  return {
    id,
    name,
    names: names.map((text) => {
      const says = mentionFinder([text], [])
      const quoted = new Map<string, Evidence>()
      const all = [
        ...attendance.filter((row) => isSpelt(row, text, names)).map((row) => attendanceEvidence(read, row)),
        ...offices.filter((row) => row.name === text).map((row) => officerEvidence(read, row)),
        ...tenureEvidence.filter((row) => says(row.quote) !== null).map(storedEvidence),
      ]
      // Several roles may rest on one and the same line.
      for (const one of all) quoted.set(JSON.stringify([one.sourceId, one.meetingId, one.line, one.quote]), one)
      return { text, count: quoted.size, evidence: [...quoted.values()] }
    }),
    roles: rolesOf(read, tenuresOf(db, 'person', id), tenureEvidence, attendance),
    meetings: meetingsOfPerson(read, attendance, offices),
    mentions: mentionsOf(db, 'person', id, names),
  }
}

/** @throws KansliError entity.not-found */
export function organisationView(db: ReadableDb, id: string): OrganisationView {
  const name = existing(db, 'organisation', id)
  const read = sourceReader(db)
  const names = namesOf(db, 'organisation', id)
  const tenures = tenuresOf(db, 'organisation', id)
  const evidence = evidenceOfTenures(db, 'organisation', id)
  return {
    id,
    name,
    names,
    roles: rolesOf(read, tenures, evidence, attendanceOf(db, 'organisation', id)),
    meetings: meetingsOf(db, 'organisation', id),
    mentions: mentionsOf(db, 'organisation', id, names),
  }
}

/** @throws KansliError entity.not-found */
export function bodyView(db: ReadableDb, id: string): BodyView {
  const body = bodyOf(db, id)
  if (body === undefined) throw new KansliError('entity.not-found')
  const evidence = evidenceOfTenures(db, 'body', id)
  return {
    id,
    ...body,
    children: childBodies(db, id),
    roles: rolesOf(sourceReader(db), tenuresOf(db, 'body', id), evidence, []),
    meetings: meetingsOf(db, 'body', id),
  }
}
