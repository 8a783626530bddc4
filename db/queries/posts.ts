/** Posts: seats that outlive their holders. */
import { all, get, run, type ReadableDb, type WritableDb } from '../connection.ts'
import { heldThen, type Then } from './past.ts'

export type PostRow = { id: string; title: string; organisationId: string | null; organisation: string | null }

export function postRow(db: ReadableDb, id: string): PostRow | undefined {
  return get(
    db,
    `SELECT x.id, x.title, x.organisation_id AS organisationId, o.name AS organisation
     FROM post x LEFT JOIN organisation o ON o.id = x.organisation_id WHERE x.id = ?`,
    [id],
  )
}

/** The post of this very title, the first made of several. */
export function postByKey(db: ReadableDb, match: string): string | null {
  return get<{ id: string }>(db, 'SELECT id FROM post WHERE match_key = ? ORDER BY rowid LIMIT 1', [match])?.id ?? null
}

/** The post of this title but for its marks, the first made of several. */
export function postByFold(db: ReadableDb, fold: string): string | null {
  return get<{ id: string }>(db, 'SELECT id FROM post WHERE fold_key = ? ORDER BY rowid LIMIT 1', [fold])?.id ?? null
}

export type HolderProposalRow = {
  id: string
  tenureId: string
  personId: string
  person: string
  /** JSON as whoever proposed it wrote it. */
  reasons: string
  state: 'open' | 'rejected'
}

/** Who may hold the roles of a post, stored answers among them. */
export function holderProposals(db: ReadableDb, postId: string, then: Then): HolderProposalRow[] {
  return all(
    db,
    `SELECT h.id, h.tenure_id AS tenureId, h.person_id AS personId, p.name AS person, h.reasons, h.state
     FROM tenure t JOIN holder_proposal h ON h.tenure_id = t.id JOIN person p ON p.id = h.person_id
     WHERE t.post_id = @postId AND ${heldThen('t')} AND p.status <> 'restricted' ORDER BY p.sort_key, h.id`,
    { postId, ...then },
  )
}

export function removeProposals(db: WritableDb, tenureId: string, personId: string): void {
  run(db, 'DELETE FROM holder_proposal WHERE tenure_id = ? AND person_id = ?', [tenureId, personId])
}
