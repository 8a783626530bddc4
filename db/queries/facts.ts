/** Facts and the words that prove them: finding one that is known already, and giving it evidence. */
import type { FactKind } from '#contract/sources.ts'
import { all, get, insert, run, type ReadableDb, type WritableDb } from '../connection.ts'

export type EvidenceOf = {
  kind: FactKind | 'holder_proposal'
  id: string
  sourceId: string | null
  proposalId: string | null
  line: number | null
  lineTo: number | null
  quote: string
  founding: boolean
}

/** Keeps the words of one place for a fact; words that are there already stay once. True when they are new. */
export function addEvidence(db: WritableDb, evidenceId: string, of: EvidenceOf): boolean {
  const known = get(
    db,
    `SELECT 1 FROM evidence WHERE ${of.kind}_id = ? AND source_id IS ? AND line IS ? AND quote = ? AND proposal_id IS ?`,
    [of.id, of.sourceId, of.line, of.quote, of.proposalId],
  )
  if (known !== undefined) return false
  insert(db, 'evidence', {
    id: evidenceId,
    [`${of.kind}_id`]: of.id,
    source_id: of.sourceId,
    proposal_id: of.proposalId,
    line: of.line,
    line_to: of.lineTo,
    quote: of.quote,
    founding: of.founding ? 1 : 0,
  })
  return true
}

export type SpanRow = {
  from_date: string | null
  from_after: string | null
  to_date: string | null
  to_kind: 'open' | 'known' | 'unknown'
  basis: 'stated' | 'inferred' | 'unknown'
  seen_from: string | null
  seen_to: string | null
}
export const spanColumns = 'from_date, from_after, to_date, to_kind, basis, seen_from, seen_to'

export type TenureKey = {
  person_id: string | null
  organisation_id: string | null
  body_id: string | null
  post_id: string | null
}

/** Current tenures of the same holder at the same places, oldest first. */
export function tenuresLike(
  db: ReadableDb,
  key: TenureKey,
): (SpanRow & { id: string; role: string | null; title: string | null; pronoun: string | null })[] {
  const holder = key.person_id === null ? 'person_id IS NULL' : 'person_id = @person_id'
  return all(
    db,
    `SELECT id, role, title, pronoun, ${spanColumns} FROM tenure
     WHERE ${holder} AND organisation_id IS @organisation_id AND body_id IS @body_id AND post_id IS @post_id
       AND retired_at IS NULL ORDER BY rowid`,
    key.person_id === null ? { organisation_id: key.organisation_id, body_id: key.body_id, post_id: key.post_id } : key,
  )
}

export function spanOf(db: ReadableDb, table: 'tenure' | 'relation', id: string): SpanRow | undefined {
  return get(db, `SELECT ${spanColumns} FROM ${table} WHERE id = ?`, [id])
}

export function postsNamed(db: ReadableDb, matchKey: string): { id: string; organisationId: string | null }[] {
  return all(db, 'SELECT id, organisation_id AS organisationId FROM post WHERE match_key = ? ORDER BY rowid', [
    matchKey,
  ])
}

export type ThemeRow = {
  id: string
  type: string
  code: string | null
  title: string
  parentId: string | null
  bodyId: string | null
}
const themeColumns = 'id, type, code, title, parent_id AS parentId, body_id AS bodyId'

export function themesWithCode(db: ReadableDb, code: string): ThemeRow[] {
  return all(db, `SELECT ${themeColumns} FROM theme WHERE code = ? ORDER BY rowid`, [code])
}

/** Themes of a title, forgiving where its words are written together or apart. `key` is a matchKey without spaces. */
export function themesTitled(db: ReadableDb, key: string): ThemeRow[] {
  return all(db, `SELECT ${themeColumns} FROM theme WHERE replace(match_key, ' ', '') = ? ORDER BY rowid`, [key])
}

export type EventRow = {
  id: string
  title: string
  matchKey: string
  from: string | null
  to: string | null
  basis: string
  asWritten: string | null
  venue: string | null
  bodyId: string | null
  meetingId: string | null
}
/** Events of that title, or of that body on that day; one that was merged tells of itself under the id it has now. */
export function eventsLike(
  db: ReadableDb,
  like: { matchKey: string; bodyId: string | null; day: string | null },
): EventRow[] {
  return all(
    db,
    `SELECT id, title, match_key AS matchKey, from_date AS "from", to_date AS "to", basis, as_written AS asWritten, venue,
       body_id AS bodyId, meeting_id AS meetingId
     FROM (SELECT rowid AS place, 0 AS merged, id, title, from_date, to_date, basis, as_written, venue, body_id,
         meeting_id, match_key FROM event
       UNION ALL SELECT rowid, 1, into_id, title, from_date, to_date, basis, as_written, venue, body_id, meeting_id,
         match_key FROM merged_event)
     WHERE match_key = @matchKey OR (body_id = @bodyId AND from_date = @day) ORDER BY merged, place`,
    like,
  )
}

/** The one meeting of a body on a day; null when there is none or more. */
export function meetingOn(db: ReadableDb, bodyId: string, day: string): string | null {
  const found = all<{ id: string }>(db, 'SELECT id FROM meeting WHERE body_id = ? AND date = ? LIMIT 2', [bodyId, day])
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/** Ties events to the one meeting of their body on their day, also when the minutes came after the text. */
export function linkEvents(db: WritableDb): void {
  run(
    db,
    `UPDATE event SET meeting_id = (SELECT m.id FROM meeting m WHERE m.body_id = event.body_id AND m.date = event.from_date)
     WHERE meeting_id IS NULL AND body_id IS NOT NULL AND length(from_date) = 10
       AND (SELECT count(*) FROM meeting m WHERE m.body_id = event.body_id AND m.date = event.from_date) = 1`,
  )
}

export function assignmentsTitled(
  db: ReadableDb,
  matchKey: string,
): { id: string; themeId: string | null; text: string; type: string }[] {
  return all(db, 'SELECT id, theme_id AS themeId, text, type FROM assignment WHERE match_key = ? ORDER BY rowid', [
    matchKey,
  ])
}

export function hasEvidenceFrom(db: ReadableDb, kind: FactKind, id: string, sourceId: string): boolean {
  return get(db, `SELECT 1 FROM evidence WHERE ${kind}_id = ? AND source_id = ?`, [id, sourceId]) !== undefined
}

export type RelationKey = {
  from_organisation_id: string | null
  from_body_id: string | null
  to_body_id: string | null
  to_theme_id: string | null
  type: string
}
export function relationLike(db: ReadableDb, key: RelationKey): string | null {
  return (
    get<{ id: string }>(
      db,
      `SELECT id FROM relation WHERE from_organisation_id IS @from_organisation_id AND from_body_id IS @from_body_id
         AND to_body_id IS @to_body_id AND to_theme_id IS @to_theme_id AND type = @type AND from_person_id IS NULL
         AND to_person_id IS NULL AND to_organisation_id IS NULL AND retired_at IS NULL ORDER BY rowid`,
      key,
    )?.id ?? null
  )
}

export type PartyRow = {
  person_id: string | null
  organisation_id: string | null
  body_id: string | null
  role: string
}

/** Adds a part somebody has in an event or an assignment, once. Gives the id it stands under. */
export function addParty(
  db: WritableDb,
  id: string,
  of: 'event' | 'assignment',
  ofId: string,
  party: PartyRow,
): string {
  const known = get<{ id: string }>(
    db,
    `SELECT id FROM party WHERE ${of}_id = @ofId AND person_id IS @person_id AND organisation_id IS @organisation_id
       AND body_id IS @body_id AND role = @role`,
    { ofId, ...party },
  )
  if (known !== undefined) return known.id
  insert(db, 'party', { id, [`${of}_id`]: ofId, ...party })
  return id
}

export function clearParties(db: WritableDb, of: 'event' | 'assignment', ofId: string): void {
  run(db, `DELETE FROM party WHERE ${of}_id = ?`, [ofId])
}

/** Adds a sum of money to an assignment, once. */
export function addAmount(
  db: WritableDb,
  id: string,
  assignmentId: string,
  amount: { sek: number | null; text: string },
): void {
  const known = all<{ text: string; sek: number | null }>(db, 'SELECT text, sek FROM amount WHERE assignment_id = ?', [
    assignmentId,
  ])
  if (known.some((one) => one.text === amount.text && one.sek === amount.sek)) return
  insert(db, 'amount', { id, assignment_id: assignmentId, position: known.length, sek: amount.sek, text: amount.text })
}

export function clearAmounts(db: WritableDb, assignmentId: string): void {
  run(db, 'DELETE FROM amount WHERE assignment_id = ?', [assignmentId])
}
