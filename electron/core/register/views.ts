/** What is known about one person, each thing with the words that say so. */
import { KansliError } from '#contract/errors.ts'
import type { PersonView } from '#contract/register-pages.ts'
import type { Evidence } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import { namesInUse } from '#db/queries/by-hand.ts'
import { assessmentsOf, assignmentsOf, contactsOf } from '#db/queries/holdings.ts'
import {
  attendanceOf,
  kindsOfNames,
  officesOf,
  personHead,
  type AttendanceRow,
  type OfficerRow,
} from '#db/queries/register.ts'
import { evidenceOf, evidenceOfTenures, tenuresOf, type EvidenceRow } from '#db/queries/roles.ts'
import { sourceReader, type SourceReader } from '#db/queries/sources.ts'
import { attendanceEvidence, mentionsOf, officerEvidence, storedEvidence } from './evidence.ts'
import { mentionFinder } from './mentions.ts'
import { decidedWith, promisedBy, saidBy } from './record.ts'
import { assignmentRows, eventRows, interactionRows, sourceRows, tiesOf } from './relations.ts'
import { rolesOf } from './roles.ts'
import { actorFinder } from './said.ts'
import type { View } from './clock.ts'

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
  const unread: SourceReader = () => ({ name: null, words: null })
  const rows = attendance.map((row, index) => ({
    meetingId: row.meetingId,
    title: row.title,
    date: row.date,
    capacity: row.capacity,
    organisation: row.organisation,
    status: row.status,
    evidence: attendanceEvidence(index < mostPlaces ? read : unread, row),
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

/** Places that are quoted for each spelling, and meetings whose line is: the newest. The rest are counted, or told by the name as written. */
const mostPlaces = 50

/** The spelling of every place that names the person, with the words there. */
function namesOfPerson(
  db: ReadableDb,
  id: string,
  read: SourceReader,
  attendance: readonly AttendanceRow[],
  offices: readonly OfficerRow[],
  stored: readonly EvidenceRow[],
): PersonView['names'] {
  const kinds = kindsOfNames(db, id)
  const names = kinds.map(({ text }) => text)
  return kinds.map(({ text, kind }) => {
    const says = mentionFinder([text], [])
    const places: (AttendanceRow | OfficerRow)[] = [
      ...attendance.filter((row) => isSpelt(row, text, names)),
      ...offices.filter((row) => row.name === text),
    ]
    const quoted = new Map<string, Evidence>()
    const keep = (one: Evidence) => quoted.set(JSON.stringify([one.sourceId, one.meetingId, one.line, one.quote]), one)
    for (const place of places.slice(0, mostPlaces))
      keep('personId' in place ? attendanceEvidence(read, place) : officerEvidence(read, place))
    const unquoted = Math.max(0, places.length - mostPlaces)
    // Several roles may rest on one and the same line.
    stored.filter((row) => says(row.quote) !== null).forEach((row) => keep(storedEvidence(row)))
    return { text, kind, count: quoted.size + unquoted, evidence: [...quoted.values()] }
  })
}

/** @throws KansliError entity.not-found */
export function personView(db: ReadableDb, id: string, view: View): PersonView {
  const head = personHead(db, id)
  if (head === undefined) throw new KansliError('entity.not-found')
  const { past, on } = view
  const read = sourceReader(db)
  const attendance = attendanceOf(db, 'person', id, past)
  const offices = officesOf(db, id, past)
  const words = evidenceOfTenures(db, 'person', id, past)
  const names = namesOfPerson(db, id, read, attendance, offices, [...words, ...evidenceOf(db, 'person', id)])
  const spellings = names.map(({ text }) => text)
  const mentions = mentionsOf(db, 'person', id, spellings, past)
  const acts = actorFinder(spellings)
  return {
    id,
    ...head,
    asOf: on,
    names,
    spellings: namesInUse(db, 'person', id),
    roles: rolesOf(read, tenuresOf(db, 'person', id, past), words, attendance, on),
    meetings: meetingsOfPerson(read, attendance, offices),
    mentions,
    said: saidBy(
      db,
      id,
      mentions.filter(({ quote }) => acts(quote)),
      view,
    ),
    decided: decidedWith(db, id, view),
    promised: promisedBy(db, id, spellings, view),
    ties: tiesOf(db, 'person', [id], view),
    events: eventRows(db, 'person', id, view),
    assignments: assignmentRows(db, assignmentsOf(db, 'person', id)),
    contacts: contactsOf(db, 'person', id),
    assessments: assessmentsOf(db, 'person', id, past),
    interactions: interactionRows(db, 'person', id, view),
    sources: sourceRows(db, 'person', id, attendance),
  }
}
