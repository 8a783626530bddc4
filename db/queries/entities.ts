/** Making and finding people, organisations and bodies. Keys are computed by the core's name rules. */
import { all, get, insert, type ReadableDb, type WritableDb } from '../connection.ts'

export type Keys = { sort: string; match: string; fold: string }

/** An organisation with this very name under any of its names. */
export function organisationByKey(db: ReadableDb, match: string): string | null {
  return (
    get<{ id: string }>(db, 'SELECT organisation_id AS id FROM organisation_name WHERE match_key = ? LIMIT 1', [match])
      ?.id ?? null
  )
}

/** A body shown by this name; else the one that has it among its further names. */
export function bodyByKey(db: ReadableDb, match: string): string | null {
  return (
    get<{ id: string }>(
      db,
      `SELECT id FROM (SELECT id, 0 AS place FROM body WHERE match_key = @match
         UNION ALL SELECT body_id, 1 FROM body_name WHERE match_key = @match) ORDER BY place LIMIT 1`,
      { match },
    )?.id ?? null
  )
}

export function addOrganisation(db: WritableDb, ids: { id: string; nameId: string }, name: string, keys: Keys): void {
  insert(db, 'organisation', { id: ids.id, name, type: null, sort_key: keys.sort })
  addOrganisationName(db, ids.nameId, ids.id, name, keys)
}

/** Keeps a further spelling; one that is there already stays once. */
export function addOrganisationName(
  db: WritableDb,
  id: string,
  organisationId: string,
  text: string,
  keys: Keys,
): void {
  const known = get(db, 'SELECT 1 FROM organisation_name WHERE organisation_id = ? AND text = ?', [
    organisationId,
    text,
  ])
  if (known === undefined)
    insert(db, 'organisation_name', {
      id,
      organisation_id: organisationId,
      text,
      match_key: keys.match,
      fold_key: keys.fold,
    })
}

export function addBody(
  db: WritableDb,
  id: string,
  body: { name: string; type: string | null; parentId: string | null },
  keys: Keys,
): void {
  insert(db, 'body', {
    id,
    name: body.name,
    type: body.type,
    parent_id: body.parentId,
    sort_key: keys.sort,
    match_key: keys.match,
    fold_key: keys.fold,
  })
}

export function addPerson(db: WritableDb, ids: { id: string; nameId: string }, name: string, keys: Keys): void {
  insert(db, 'person', { id: ids.id, name, sort_key: keys.sort })
  addPersonName(db, ids.nameId, ids.id, name, keys)
}

/** Keeps a further spelling; one that is there already stays once. */
export function addPersonName(db: WritableDb, id: string, personId: string, text: string, keys: Keys): void {
  const known = get(db, 'SELECT 1 FROM person_name WHERE person_id = ? AND text = ?', [personId, text])
  if (known === undefined)
    insert(db, 'person_name', { id, person_id: personId, text, match_key: keys.match, fold_key: keys.fold })
}

export type KnownName = { id: string; name: string; matchKey: string }

/** Every name of every person, with whom it belongs to. */
export function isPerson(db: ReadableDb, id: string): boolean {
  return get(db, 'SELECT 1 FROM person WHERE id = ?', [id]) !== undefined
}

export function personNames(db: ReadableDb): KnownName[] {
  return all(db, 'SELECT person_id AS id, text AS name, match_key AS matchKey FROM person_name')
}
export function organisationNames(db: ReadableDb): KnownName[] {
  return all(db, 'SELECT organisation_id AS id, text AS name, match_key AS matchKey FROM organisation_name')
}
export function bodyNames(db: ReadableDb): KnownName[] {
  return all(
    db,
    `SELECT id, name, match_key AS matchKey FROM body
     UNION SELECT body_id, text, match_key FROM body_name ORDER BY id, name`,
  )
}

/** Meetings made from a text, by its hash. */
export function meetingsFromText(db: ReadableDb, sha256: string): { meetingId: string; title: string }[] {
  return all(
    db,
    `SELECT m.id AS meetingId, m.title FROM meeting m JOIN source s ON s.id = m.source_id
     WHERE s.sha256 = ? ORDER BY m.created_at, m.source_from`,
    [sha256],
  )
}
