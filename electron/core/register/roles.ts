/** Roles as they stand on a day: stored ones with their words, and those that only lists of those present show. */
import { standingOn, standings, undated } from '#contract/calendar.ts'
import type { Span } from '#contract/days.ts'
import type { Evidence, Role } from '#contract/register.ts'
import type { AttendanceRow } from '#db/queries/register.ts'
import type { EvidenceRow, SpanRow, TenureRow } from '#db/queries/roles.ts'
import type { SourceReader } from '#db/queries/sources.ts'
import { attendanceEvidence, storedEvidence } from './evidence.ts'

/** An organisation's people over many years are told from their latest meetings. */
const mostQuotes = 20

export function spanOf({ from, fromAfter, to, toKind, basis, seenFrom, seenTo }: SpanRow): Span {
  return { from, fromAfter, to, toKind, basis, seenFrom, seenTo }
}

/** Days on which texts show something, added to what the span says of itself. */
function widened(span: Span, days: readonly (string | null)[]): Span {
  const seen = [span.seenFrom, span.seenTo, ...days].filter((day) => day !== null).toSorted()
  return { ...span, seenFrom: seen[0] ?? null, seenTo: seen.at(-1) ?? null }
}

export function roleOf(row: TenureRow, evidence: readonly Evidence[], on: string): Role {
  const { sensitive, from, fromAfter, to, toKind, basis, seenFrom, seenTo, ...rest } = row
  // Minutes that quote the role show it on their day.
  const span = widened(
    { from, fromAfter, to, toKind, basis, seenFrom, seenTo },
    evidence.map(({ meetingDate }) => meetingDate),
  )
  return {
    ...rest,
    span,
    standing: standingOn(span, on),
    sensitive: sensitive === 1,
    stored: true,
    proposed: [],
    evidence: [...evidence],
  }
}

/** Rows by a key, in their order. */
export function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return groups
}

function listed(row: AttendanceRow & { organisationId: string }): Omit<Role, 'evidence' | 'span' | 'standing'> {
  return {
    id: row.id,
    role: row.capacity,
    title: null,
    personId: row.personId,
    person: row.person,
    organisationId: row.organisationId,
    organisation: row.organisation,
    bodyId: null,
    body: null,
    postId: null,
    post: null,
    representsId: null,
    represents: null,
    pronoun: null,
    state: 'asserted',
    sensitive: false,
    stored: false,
    recordedAt: null,
    proposed: [],
  }
}

const place = (role: Role) => standings.indexOf(role.standing)

/**
 * Stored roles with their words, then each tie that only lists of those present show, once for each capacity, seen on
 * the days of its meetings. What holds on the day comes first, what no day is known of last.
 */
export function rolesOf(
  read: SourceReader,
  tenures: readonly TenureRow[],
  evidence: readonly (EvidenceRow & { tenureId: string })[],
  attendance: readonly AttendanceRow[],
  on: string,
): Role[] {
  const words = grouped(evidence, (row) => row.tenureId)
  const stored = tenures.map((row) => roleOf(row, (words.get(row.id) ?? []).map(storedEvidence), on))
  const shown = new Map<string, { role: Omit<Role, 'span' | 'standing'>; days: (string | null)[] }>()
  for (const row of attendance) {
    const { organisationId } = row
    if (organisationId === null) continue
    const key = `${row.personId} ${organisationId}${row.capacity === null ? '' : ` ${row.capacity}`}`
    let known = shown.get(key)
    if (known === undefined) {
      known = { role: { ...listed({ ...row, organisationId }), evidence: [] }, days: [] }
      shown.set(key, known)
    }
    known.days.push(row.date)
    if (known.role.evidence.length < mostQuotes) known.role.evidence.push(attendanceEvidence(read, row))
  }
  const followed = [...shown.values()].map(({ role, days }) => {
    const span = widened(undated, days)
    return { ...role, span, standing: standingOn(span, on) }
  })
  return [...stored, ...followed].toSorted((a, b) => place(a) - place(b))
}
