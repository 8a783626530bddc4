/** What is stored about the approval of minutes. */
import type { BlockKind } from '#contract/blocks.ts'
import type { ApprovalRow, MinutesVersion, ReviewComment } from '#contract/approval.ts'
import { KansliError } from '#contract/errors.ts'
import type { MeetingState } from '#contract/minutes.ts'
import { all, get, run, update, type ReadableDb, type WritableDb } from '../connection.ts'
import { survivorOf } from './identity.ts'

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

/** Somebody who is asked, with the hash of what was answered for; null before an answer, and in older answers. */
export type AskedRow = Omit<ApprovalRow, 'outdated'> & { answeredSha256: string | null }

/** The round of the version that is, or is to be, approved next; else the last there was. */
export function askedOf(db: ReadableDb, meetingId: string): AskedRow[] {
  return all(
    db,
    `SELECT id, version, role, name, person_id AS personId, asked_on AS askedOn, answered_on AS answeredOn, outcome,
       answered_sha256 AS answeredSha256
     FROM approval WHERE meeting_id = @id AND version = (SELECT max(version) FROM approval WHERE meeting_id = @id)
     ORDER BY CASE role WHEN 'chair' THEN 0 WHEN 'secretary' THEN 1 ELSE 2 END, rowid`,
    { id: meetingId },
  )
}

export function commentsOf(db: ReadableDb, meetingId: string): ReviewComment[] {
  return all(
    db,
    `SELECT id, item_id AS itemId, item_title AS itemTitle, author, text, made_at AS madeAt, resolved_at AS resolvedAt
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
export function decisionsInOrder(
  db: ReadableDb,
  meetingId: string,
): (NumberedDecision & { paragraphId: string; text: string })[] {
  return all(
    db,
    `SELECT d.id, d.item_id AS itemId, d.paragraph_id AS paragraphId, p.kind, p.position, d.number, d.text
     FROM decision d JOIN paragraph p ON p.id = d.paragraph_id JOIN agenda_item i ON i.id = d.item_id
     WHERE i.meeting_id = ? ORDER BY i.position, p.position, d.position`,
    [meetingId],
  )
}

/** Minutes that nobody can change: their body and date are those that their numbers were given for. */
const locked = `m.state IN ('approved', 'archived')`
const yearOf = 'CAST(substr(m.date, 1, 4) AS INTEGER)'

/**
 * The number that decision `d` of meeting `m` has among those of its body and year: none while the minutes are open
 * and have moved to another body or year than its number was given for. A body that is gone was merged into another.
 */
export function numberShown(d: string): string {
  return `CASE WHEN ${locked} OR NOT EXISTS (SELECT 1 FROM decision_series g
    WHERE g.decision_id = ${d}.id AND g.number = ${d}.number AND (g.year IS NOT ${yearOf}
      OR g.body_id IS NOT m.body_id AND (g.body_id IS NULL OR g.body_id IN (SELECT id FROM body))))
    THEN ${d}.number END`
}

/** One series of numbers: of a body (null: of none) and a year. */
export type Series = { bodyId: string | null; year: number }

/** What a body's id stands for today: itself, or the body that it was merged into. */
function bodiesToday(db: ReadableDb): (id: string | null) => string | null {
  const today = new Map<string | null, string | null>([[null, null]])
  return (id) => {
    const known = today.get(id) ?? (id === null ? null : survivorOf(db, 'body', id))
    today.set(id, known)
    return known
  }
}

/** Every number of the series that an approved version bears, and the paragraph that said it there ('' when unknown). */
export function approvedNumbers(db: ReadableDb, { bodyId, year }: Series): { paragraphId: string; number: number }[] {
  const standing = bodiesToday(db)
  return all<{ paragraphId: string; number: number; bodyId: string | null }>(
    db,
    'SELECT paragraph_id AS paragraphId, number, body_id AS bodyId FROM approved_number WHERE year = ?',
    [year],
  ).filter((row) => standing(row.bodyId) === bodyId)
}

/** The numbers of a meeting's decisions are used up: a version of its minutes bears them. */
export function keepNumbers(db: WritableDb, meetingId: string): void {
  run(
    db,
    `INSERT OR IGNORE INTO approved_number (meeting_id, paragraph_id, body_id, year, number)
     SELECT i.meeting_id, d.paragraph_id, g.body_id, g.year, d.number
     FROM decision d JOIN decision_series g ON g.decision_id = d.id AND g.number = d.number
     JOIN agenda_item i ON i.id = d.item_id WHERE i.meeting_id = ?`,
    [meetingId],
  )
}

/** Every decision that has a number of the series, with it. */
export function numbersOf(db: ReadableDb, { bodyId, year }: Series): { id: string; number: number }[] {
  type Row = { id: string; number: number; givenTo: string | null; given: number; here: number; locked: number }
  const rows = all<Row>(
    db,
    `SELECT d.id, d.number, g.body_id AS givenTo, g.decision_id IS NOT NULL AS given,
       m.body_id IS @bodyId AND ${yearOf} = @year AS here, ${locked} AS locked
     FROM decision d JOIN agenda_item i ON i.id = d.item_id JOIN meeting m ON m.id = i.meeting_id
     LEFT JOIN decision_series g ON g.decision_id = d.id AND g.number = d.number
     WHERE d.number IS NOT NULL AND (${yearOf} = @year OR g.year = @year)
       AND (g.year IS NULL OR g.year = @year OR ${locked})`,
    { bodyId, year },
  )
  const standing = bodiesToday(db)
  return rows
    .filter(
      (row) =>
        (row.here === 1 && (row.given === 0 || row.locked === 1)) ||
        (row.given === 1 && standing(row.givenTo) === bodyId),
    )
    .map(({ id, number }) => ({ id, number }))
}

/** Gives a decision its number in a series. */
export function giveNumber(
  db: WritableDb,
  given: Series & { decisionId: string; meetingId: string; number: number },
): void {
  update(db, 'decision', given.decisionId, { number: given.number })
  run(
    db,
    `INSERT INTO decision_series (decision_id, meeting_id, body_id, year, number)
     VALUES (@decisionId, @meetingId, @bodyId, @year, @number)
     ON CONFLICT (decision_id) DO UPDATE SET meeting_id = @meetingId, body_id = @bodyId, year = @year, number = @number`,
    given,
  )
}
