/** Nodes and ties as they follow from meetings, roles and bodies; and the words behind each tie. */
import { KansliError } from '#contract/errors.ts'
import type { NetworkTie } from '#contract/network.ts'
import type { Evidence } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import {
  attendedTies,
  heldTies,
  meetingHead,
  networkNodes,
  officerTies,
  representsTies,
  roleTies,
  underTies,
  type AttendedRow,
  type MeetingHeadRow,
  type NodeRow,
} from '#db/queries/network.ts'
import { attendanceOf, attendanceRow, bodyOf, officerRow } from '#db/queries/register.ts'
import { evidenceOf, evidenceOfTenures, tenuresOf } from '#db/queries/roles.ts'
import { sourceReader } from '#db/queries/sources.ts'
import { attendanceEvidence, officerEvidence, storedEvidence } from '#core/register/evidence.ts'

function attended(prefix: 'attended' | 'officer', rows: readonly AttendedRow[]): NetworkTie[] {
  return rows.map(({ id, personId, meetingId, label, dated }) => ({
    id: `${prefix}:${id}`,
    kind: 'attended',
    from: personId,
    to: meetingId,
    label,
    dated: dated === 1,
  }))
}

/** One tie for a person and an organisation, with the latest words and a date as soon as one text has it. */
function represents(db: ReadableDb): NetworkTie[] {
  const ties = new Map<string, NetworkTie>()
  for (const { personId, organisationId, label, dated } of representsTies(db)) {
    const id = `represents:${personId}:${organisationId}`
    const known = ties.get(id)
    if (known === undefined)
      ties.set(id, { id, kind: 'represents', from: personId, to: organisationId, label, dated: dated === 1 })
    else {
      known.label ??= label
      known.dated ||= dated === 1
    }
  }
  return [...ties.values()]
}

/** The whole network without positions. People whom no tie reaches are left out. */
export function networkOf(db: ReadableDb): { nodes: NodeRow[]; ties: NetworkTie[] } {
  const ties: NetworkTie[] = [
    ...attended('attended', attendedTies(db)),
    ...attended('officer', officerTies(db)),
    ...represents(db),
    ...roleTies(db).map(({ id, personId, bodyId, label }) => ({
      id: `role:${id}`,
      kind: 'role' as const,
      from: personId,
      to: bodyId,
      label,
      dated: false,
    })),
    ...heldTies(db).map(({ meetingId, bodyId, dated }) => ({
      id: `held:${meetingId}`,
      kind: 'held' as const,
      from: bodyId,
      to: meetingId,
      label: null,
      dated: dated === 1,
    })),
    ...underTies(db).map(({ id, parentId }) => ({
      id: `under:${id}`,
      kind: 'under' as const,
      from: id,
      to: parentId,
      label: null,
      dated: false,
    })),
  ]
  const reached = new Set(ties.map((tie) => tie.from))
  return { nodes: networkNodes(db).filter(({ kind, id }) => kind !== 'person' || reached.has(id)), ties }
}

/** The line of the source that the meeting's title was read from; null when it was written here. */
function titleLine(placements: string | null): number | null {
  if (placements === null) return null
  // Written by the import in the shape of contract/proposal.ts.
  const list = JSON.parse(placements) as { line: number; part: string }[]
  return list.find(({ part }) => part === 'title')?.line ?? null
}

function meetingEvidence(db: ReadableDb, head: MeetingHeadRow): Evidence {
  const line = titleLine(head.placements)
  const quote = sourceReader(db)(head.sourceId, line)
  const { sourceId, sourceName, meetingId, title, date } = head
  return {
    sourceId,
    sourceName,
    line: quote === null ? null : line,
    quote: quote ?? title,
    meetingId,
    meetingDate: date,
    itemId: null,
    itemNumber: null,
  }
}

function represented(db: ReadableDb, personId: string, organisationId: string): Evidence[] {
  const read = sourceReader(db)
  const listed = attendanceOf(db, 'person', personId).filter((row) => row.organisationId === organisationId)
  const held = new Set(
    tenuresOf(db, 'person', personId)
      .filter((tenure) => tenure.organisationId === organisationId)
      .map(({ id }) => id),
  )
  const said = evidenceOfTenures(db, 'person', personId).filter(({ tenureId }) => held.has(tenureId))
  const all = [...listed.map((row) => attendanceEvidence(read, row)), ...said.map(storedEvidence)]
  // Two roles may rest on one line.
  return [
    ...new Map(all.map((one) => [JSON.stringify([one.sourceId, one.line, one.quote, one.meetingId]), one])).values(),
  ]
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new KansliError('entity.not-found')
  return row
}

/** The words a tie came from. @throws KansliError entity.not-found */
export function tieEvidence(db: ReadableDb, tieId: string): Evidence[] {
  const [kind, id = '', other = ''] = tieId.split(':')
  const some = (evidence: Evidence[]) => found(evidence.length > 0 ? evidence : undefined)
  switch (kind) {
    case 'attended':
      return [attendanceEvidence(sourceReader(db), found(attendanceRow(db, id)))]
    case 'officer':
      return [officerEvidence(sourceReader(db), found(officerRow(db, id)))]
    case 'represents':
      return some(represented(db, id, other))
    case 'role':
      return some(evidenceOf(db, 'tenure', id).map(storedEvidence))
    case 'held':
      return [meetingEvidence(db, found(meetingHead(db, id)))]
    case 'under':
      found(bodyOf(db, id))
      return evidenceOf(db, 'body', id).map(storedEvidence)
    default:
      throw new KansliError('entity.not-found')
  }
}
