/** Tenures as accepted texts tell them, and who is proposed to hold those without a holder. */
import { all, run, type ReadableDb, type WritableDb } from '../connection.ts'

export type AcceptedTenure = {
  /** Of the proposal. */
  id: string
  finding: string
  sourceId: string
  publishedFrom: string | null
  publishedTo: string | null
  tenureId: string
}

/** One row for each accepted proposal and the current tenure it proves; oldest source first. */
export function acceptedTenures(db: ReadableDb): AcceptedTenure[] {
  return all(
    db,
    `SELECT p.id, coalesce(p.edited, p.finding) AS finding, s.id AS sourceId, s.published_from AS publishedFrom,
       s.published_to AS publishedTo, t.id AS tenureId
     FROM proposal p JOIN source s ON s.id = p.source_id
     JOIN (SELECT DISTINCT proposal_id, tenure_id FROM evidence WHERE tenure_id IS NOT NULL) e ON e.proposal_id = p.id
     JOIN tenure t ON t.id = e.tenure_id
     WHERE p.kind = 'tenure' AND p.state = 'accepted' AND s.withdrawn_at IS NULL AND t.retired_at IS NULL
       AND t.post_id IS NOT NULL
     ORDER BY s.added_at, s.rowid, p.position`,
  )
}

/** `reasons` as JSON; `proposals` are the ids of those that tell it, joined by commas. */
export function holderProposals(
  db: ReadableDb,
): { id: string; tenureId: string; personId: string; reasons: string; proposals: string }[] {
  return all(
    db,
    `SELECT h.id, h.tenure_id AS tenureId, h.person_id AS personId, h.reasons,
       coalesce((SELECT group_concat(id, ',') FROM (SELECT DISTINCT proposal_id AS id FROM evidence
         WHERE holder_proposal_id = h.id ORDER BY proposal_id)), '') AS proposals
     FROM holder_proposal h`,
  )
}

/** Sets the day after which a tenure of unknown beginning begins, where no hand has put its days right. */
export function setStart(db: WritableDb, tenureId: string, after: string | null): void {
  run(
    db,
    `UPDATE tenure SET from_after = @after WHERE id = @tenureId AND from_date IS NULL AND replaces_id IS NULL
       AND from_after IS NOT @after`,
    { tenureId, after },
  )
}
