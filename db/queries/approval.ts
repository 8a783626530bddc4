/** What is stored about the approval of minutes. */
import type { BlockKind } from '#contract/blocks.ts'
import type { ApprovalRow, MinutesVersion, ReviewComment } from '#contract/approval.ts'
import { KansliError } from '#contract/errors.ts'
import type { MeetingState } from '#contract/minutes.ts'
import { all, get, run, type ReadableDb, type WritableDb } from '../connection.ts'

export type Standing = {
  state: MeetingState
  approveBy: string | null
  kind: string
  bodyId: string | null
  date: string | null
}

/** @throws KansliError meeting.not-found */
export function standingOf(db: ReadableDb, meetingId: string): Standing {
  const row = get<Standing>(
    db,
    'SELECT state, approve_by AS approveBy, kind, body_id AS bodyId, date FROM meeting WHERE id = ?',
    [meetingId],
  )
  if (row === undefined) throw new KansliError('meeting.not-found', { which: meetingId })
  return row
}

/** The newest approved version; 0 before the first. */
export function lastVersion(db: ReadableDb, meetingId: string): number {
  return (
    get<{ n: number | null }>(db, 'SELECT max(version) AS n FROM minutes_version WHERE meeting_id = ?', [meetingId])
      ?.n ?? 0
  )
}

/** The round of the version that is, or is to be, approved next; else the last there was. */
export function askedOf(db: ReadableDb, meetingId: string): ApprovalRow[] {
  return all(
    db,
    `SELECT id, version, role, name, person_id AS personId, asked_on AS askedOn, answered_on AS answeredOn, outcome
     FROM approval WHERE meeting_id = @id AND version = (SELECT max(version) FROM approval WHERE meeting_id = @id)
     ORDER BY CASE role WHEN 'chair' THEN 0 WHEN 'secretary' THEN 1 ELSE 2 END, rowid`,
    { id: meetingId },
  )
}

export function commentsOf(db: ReadableDb, meetingId: string): ReviewComment[] {
  return all(
    db,
    `SELECT id, item_id AS itemId, author, text, made_at AS madeAt, resolved_at AS resolvedAt
     FROM review_comment WHERE meeting_id = ? ORDER BY made_at, rowid`,
    [meetingId],
  )
}

export function versionsOf(db: ReadableDb, meetingId: string): MinutesVersion[] {
  type Row = Omit<MinutesVersion, 'unlocked'> & { reason: string | null; at: string | null }
  return all<Row>(
    db,
    `SELECT v.version, v.approved_on AS approvedOn, v.made_at AS madeAt, v.sha256, u.reason, u.at
     FROM minutes_version v LEFT JOIN minutes_unlock u ON u.meeting_id = v.meeting_id AND u.version = v.version
     WHERE v.meeting_id = ? ORDER BY v.version DESC`,
    [meetingId],
  ).map(({ reason, at, ...version }) => ({
    ...version,
    unlocked: reason === null || at === null ? null : { reason, at },
  }))
}

/** What was approved, as JSON, and the hash of its document. @throws KansliError approval.no-version */
export function versionContent(
  db: ReadableDb,
  meetingId: string,
  version: number,
): { content: string; sha256: string; approvedOn: string } {
  const row = get<{ content: string; sha256: string; approvedOn: string }>(
    db,
    'SELECT content, sha256, approved_on AS approvedOn FROM minutes_version WHERE meeting_id = ? AND version = ?',
    [meetingId, version],
  )
  if (row === undefined) throw new KansliError('approval.no-version', { version })
  return row
}

export function addVersion(
  db: WritableDb,
  row: {
    id: string
    meetingId: string
    version: number
    approvedOn: string
    madeAt: string
    content: string
    sha256: string
  },
): void {
  run(
    db,
    `INSERT INTO minutes_version (id, meeting_id, version, approved_on, made_at, content, sha256)
     VALUES (@id, @meetingId, @version, @approvedOn, @madeAt, @content, @sha256)`,
    row,
  )
}

export function addUnlock(
  db: WritableDb,
  row: { id: string; meetingId: string; version: number; reason: string; at: string },
): void {
  run(
    db,
    'INSERT INTO minutes_unlock (id, meeting_id, version, reason, at) VALUES (@id, @meetingId, @version, @reason, @at)',
    row,
  )
}

/** Meetings out for approval, and drafts that have a day by which they should be approved. */
export function waiting(
  db: ReadableDb,
): { id: string; title: string; date: string | null; state: MeetingState; approveBy: string | null }[] {
  return all(
    db,
    `SELECT id, title, date, state, approve_by AS approveBy FROM meeting
     WHERE state = 'circulated' OR (state = 'draft' AND approve_by IS NOT NULL)
     ORDER BY approve_by IS NULL, approve_by, date LIMIT 50`,
  )
}

export type NumberedDecision = {
  id: string
  itemId: string
  kind: BlockKind
  position: number
  number: number | null
}

/** The decisions of a meeting in the order of its text, with the paragraph each stands in. */
export function decisionsInOrder(db: ReadableDb, meetingId: string): (NumberedDecision & { paragraphId: string })[] {
  return all(
    db,
    `SELECT d.id, d.item_id AS itemId, d.paragraph_id AS paragraphId, p.kind, p.position, d.number
     FROM decision d JOIN paragraph p ON p.id = d.paragraph_id JOIN agenda_item i ON i.id = d.item_id
     WHERE i.meeting_id = ? ORDER BY i.position, p.position, d.position`,
    [meetingId],
  )
}

/** The highest number given to a decision of the same body in the same year. */
export function lastDecisionNumber(db: ReadableDb, bodyId: string | null, year: string): number {
  return (
    get<{ n: number | null }>(
      db,
      `SELECT max(d.number) AS n FROM decision d JOIN agenda_item i ON i.id = d.item_id JOIN meeting m ON m.id = i.meeting_id
       WHERE m.body_id IS ? AND substr(m.date, 1, 4) = ?`,
      [bodyId, year],
    )?.n ?? 0
  )
}

/** Whether a decision of the same body in the same year, other than these, bears the number. */
export function numberBorne(
  db: ReadableDb,
  { except, ...by }: { bodyId: string | null; year: string; number: number; except: readonly string[] },
): boolean {
  const found = get(
    db,
    `SELECT 1 FROM decision d JOIN agenda_item i ON i.id = d.item_id JOIN meeting m ON m.id = i.meeting_id
     WHERE d.number = @number AND m.body_id IS @bodyId AND substr(m.date, 1, 4) = @year
       AND d.id NOT IN (SELECT value FROM json_each(@except)) LIMIT 1`,
    { ...by, except: JSON.stringify(except) },
  )
  return found !== undefined
}
