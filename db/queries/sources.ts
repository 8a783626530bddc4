/** The texts that facts came from, their proposals, and whom their names stand for. */
import type { FactKind, ProposalState, SourceFormat } from '#contract/sources.ts'
import type { EntityKind } from '#contract/register.ts'
import { all, get, run, type ReadableDb, type WritableDb } from '../connection.ts'

/** A stored text's name and the words of one line of it; null for what is not there, the words also for a blank line. */
export type SourceReader = (
  sourceId: string | null,
  line: number | null,
) => { name: string | null; words: string | null }

/** Gives single lines of stored texts; each text is fetched once. */
export function sourceReader(db: ReadableDb): SourceReader {
  const fetched = new Map<string, { name: string; text: string } | undefined>()
  return (sourceId, line) => {
    if (sourceId === null) return { name: null, words: null }
    if (!fetched.has(sourceId)) fetched.set(sourceId, get(db, 'SELECT name, text FROM source WHERE id = ?', [sourceId]))
    const source = fetched.get(sourceId)
    const found = source === undefined || line === null ? '' : lineOf(source.text, line).trim()
    return { name: source?.name ?? null, words: found === '' ? null : found }
  }
}

/** A line by its number from 1; most texts are asked for one line alone, so that none is cut into all of its lines. */
function lineOf(text: string, line: number): string {
  let from = 0
  for (let before = line - 1; before > 0; before -= 1) {
    from = text.indexOf('\n', from) + 1
    if (from === 0) return ''
  }
  const end = text.indexOf('\n', from)
  return end === -1 ? text.slice(from) : text.slice(from, end)
}

/** Names of texts, by id. */
export function sourceNames(db: ReadableDb, ids: readonly string[]): Map<string, string> {
  const rows = all<{ id: string; name: string }>(
    db,
    'SELECT id, name FROM source WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type SourceRow = {
  id: string
  name: string
  kind: 'minutes' | 'text'
  format: SourceFormat
  addedAt: string
  withdrawnAt: string | null
  publishedFrom: string | null
  publishedTo: string | null
  lines: number
  open: number
  accepted: number
  rejected: number
}

const counted = (state: ProposalState) =>
  `(SELECT count(*) FROM proposal p WHERE p.source_id = s.id AND p.state = '${state}') AS ${state}`
const head = `s.id, s.name, s.kind, s.format, s.added_at AS addedAt, s.withdrawn_at AS withdrawnAt,
  s.published_from AS publishedFrom, s.published_to AS publishedTo,
  length(s.text) - length(replace(s.text, char(10), '')) + 1 AS lines,
  ${counted('open')}, ${counted('accepted')}, ${counted('rejected')}`

/** Newest first. */
export function listSources(db: ReadableDb): SourceRow[] {
  return all(db, `SELECT ${head} FROM source s ORDER BY s.added_at DESC, s.rowid DESC`)
}

export type WholeSource = SourceRow & { text: string; encoding: string; sha256: string; report: string | null }

export function sourceById(db: ReadableDb, id: string): WholeSource | undefined {
  return get(db, `SELECT ${head}, s.text, s.encoding, s.sha256, s.report FROM source s WHERE s.id = ?`, [id])
}

/** What is asked of a source without its text. */
export function sourceState(
  db: ReadableDb,
  id: string,
): { name: string; kind: 'minutes' | 'text'; withdrawnAt: string | null } | undefined {
  return get(db, 'SELECT name, kind, withdrawn_at AS withdrawnAt FROM source WHERE id = ?', [id])
}

/** The newest source with this very text. The same words read in as minutes say other things, and are another source. */
export function textByHash(
  db: ReadableDb,
  sha256: string,
): { id: string; name: string; withdrawnAt: string | null } | undefined {
  return get(
    db,
    `SELECT id, name, withdrawn_at AS withdrawnAt FROM source WHERE sha256 = ? AND kind = 'text'
     ORDER BY withdrawn_at IS NOT NULL, rowid DESC`,
    [sha256],
  )
}

export function meetingsOfSource(db: ReadableDb, id: string): { id: string; title: string; date: string | null }[] {
  return all(db, 'SELECT id, title, date FROM meeting WHERE source_id = ? ORDER BY source_from, created_at', [id])
}

/** `finding` as somebody put it right, else as read. */
export type ProposalRow = { id: string; sourceId: string; finding: string; edited: 0 | 1; state: ProposalState }

const proposalColumns = `p.id, p.source_id AS sourceId, coalesce(p.edited, p.finding) AS finding,
  p.edited IS NOT NULL AS edited, p.state`

export function proposalsOf(db: ReadableDb, sourceId: string): ProposalRow[] {
  return all(db, `SELECT ${proposalColumns} FROM proposal p WHERE p.source_id = ? ORDER BY p.position`, [sourceId])
}

export function proposalById(db: ReadableDb, id: string): ProposalRow | undefined {
  return get(db, `SELECT ${proposalColumns} FROM proposal p WHERE p.id = ?`, [id])
}

/** Proposals whose words prove a fact. */
export function proposalsProving(db: ReadableDb, kind: FactKind, id: string): ProposalRow[] {
  return all(
    db,
    `SELECT ${proposalColumns} FROM proposal p
     WHERE p.id IN (SELECT proposal_id FROM evidence WHERE ${kind}_id = ?) ORDER BY p.rowid`,
    [id],
  )
}

export function setProposalState(db: WritableDb, id: string, state: ProposalState): void {
  run(db, 'UPDATE proposal SET state = ? WHERE id = ?', [state, id])
}

export type SourceNameRow = {
  id: string
  sourceId: string
  kind: EntityKind
  name: string
  standing: 'linked' | 'apart' | 'found'
  entityId: string | null
  nameId: string | null
}

export function namesOfSource(db: ReadableDb, sourceId: string): SourceNameRow[] {
  return all(
    db,
    `SELECT id, source_id AS sourceId, kind, name, standing, entity_id AS entityId, name_id AS nameId
     FROM source_name WHERE source_id = ?`,
    [sourceId],
  )
}

export function sourceNameOf(
  db: ReadableDb,
  sourceId: string,
  kind: EntityKind,
  name: string,
): SourceNameRow | undefined {
  return get(
    db,
    `SELECT id, source_id AS sourceId, kind, name, standing, entity_id AS entityId, name_id AS nameId
     FROM source_name WHERE source_id = ? AND kind = ? AND name = ?`,
    [sourceId, kind, name],
  )
}

/** Bearers of a name, each entity once. */
export function bearersOf(db: ReadableDb, kind: EntityKind, matchKey: string): string[] {
  const from =
    kind === 'body'
      ? `SELECT id FROM body WHERE match_key = @key UNION SELECT body_id FROM body_name WHERE match_key = @key`
      : `SELECT ${kind}_id AS id FROM ${kind}_name WHERE match_key = @key`
  return all<{ id: string }>(db, `SELECT DISTINCT id FROM (${from})`, { key: matchKey }).map((row) => row.id)
}

/** The spellings of one name, each with whom it belongs to. `hidden`: the person is restricted. */
export function spellingsOf(
  db: ReadableDb,
  kind: EntityKind,
  matchKey: string,
): { id: string; name: string; hidden: boolean }[] {
  const from =
    kind === 'body'
      ? `SELECT id, name, 0 AS hidden FROM body WHERE match_key = @key
         UNION SELECT body_id, text, 0 FROM body_name WHERE match_key = @key`
      : kind === 'person'
        ? `SELECT p.id, n.text AS name, p.status = 'restricted' AS hidden
           FROM person_name n JOIN person p ON p.id = n.person_id WHERE n.match_key = @key`
        : 'SELECT organisation_id AS id, text AS name, 0 AS hidden FROM organisation_name WHERE match_key = @key'
  return all<{ id: string; name: string; hidden: number }>(db, from, { key: matchKey }).map((row) => ({
    ...row,
    hidden: row.hidden === 1,
  }))
}

/** Current facts and entries that proposals of a source prove. */
export function factsOfProposals(
  db: ReadableDb,
  sourceId: string,
): { proposalId: string; kind: FactKind; id: string }[] {
  return all(
    db,
    `SELECT DISTINCT e.proposal_id AS proposalId,
       CASE WHEN e.person_id IS NOT NULL THEN 'person' WHEN e.organisation_id IS NOT NULL THEN 'organisation'
         WHEN e.body_id IS NOT NULL THEN 'body' WHEN e.theme_id IS NOT NULL THEN 'theme'
         WHEN e.tenure_id IS NOT NULL THEN 'tenure' WHEN e.event_id IS NOT NULL THEN 'event'
         WHEN e.assignment_id IS NOT NULL THEN 'assignment' ELSE 'relation' END AS kind,
       coalesce(e.person_id, e.organisation_id, e.body_id, e.theme_id, e.tenure_id, e.event_id, e.assignment_id,
         e.relation_id) AS id
     FROM evidence e
     LEFT JOIN tenure t ON t.id = e.tenure_id LEFT JOIN relation r ON r.id = e.relation_id
     WHERE e.source_id = ? AND e.proposal_id IS NOT NULL AND e.holder_proposal_id IS NULL
       AND t.retired_at IS NULL AND r.retired_at IS NULL ORDER BY kind, id`,
    [sourceId],
  )
}

/** Meetings of a body on a day. */
export function meetingsOnDay(
  db: ReadableDb,
  day: string,
): { id: string; title: string; bodyId: string; body: string }[] {
  return all(
    db,
    `SELECT m.id, m.title, m.body_id AS bodyId, b.name AS body FROM meeting m JOIN body b ON b.id = m.body_id
     WHERE m.date = ? ORDER BY m.created_at, m.id`,
    [day],
  )
}

/** Proposals of events on a day, of every source that counts. */
export function eventsToldOn(db: ReadableDb, day: string): { sourceId: string; sourceName: string; finding: string }[] {
  return all(
    db,
    `SELECT s.id AS sourceId, s.name AS sourceName, coalesce(p.edited, p.finding) AS finding
     FROM proposal p JOIN source s ON s.id = p.source_id
     WHERE p.kind = 'event' AND p.state <> 'rejected' AND s.withdrawn_at IS NULL
       AND json_extract(coalesce(p.edited, p.finding), '$.from') = ? ORDER BY s.added_at, s.rowid, p.position`,
    [day],
  )
}

/** A meeting with the text it was read from; `from` is its first line there. */
export function meetingOrigin(
  db: ReadableDb,
  id: string,
):
  | { title: string; date: string | null; sourceId: string | null; text: string | null; from: number | null }
  | undefined {
  return get(
    db,
    `SELECT m.title, m.date, m.source_id AS sourceId, s.text, m.source_from AS "from"
     FROM meeting m LEFT JOIN source s ON s.id = m.source_id WHERE m.id = ?`,
    [id],
  )
}
