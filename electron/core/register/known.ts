/** The people of the register as the matching wants them. */
import { all, type ReadableDb } from '#db/connection.ts'
import { affiliations, organisationNamesOfPeople } from '#db/queries/register.ts'
import type { Known } from './matching.ts'

/** Every spelling of every person, with the organisations and the affiliation known of them. */
export function knownPeople(db: ReadableDb): Known[] {
  const organisations = new Map<string, string[]>()
  for (const { personId, organisation } of organisationNamesOfPeople(db)) {
    const list = organisations.get(personId)
    if (list === undefined) organisations.set(personId, [organisation])
    else list.push(organisation)
  }
  const details = new Map(affiliations(db).map(({ id, detail }) => [id, detail]))
  const rows = all<{ id: string; name: string; matchKey: string; shown: string }>(
    db,
    `SELECT n.person_id AS id, n.text AS name, n.match_key AS matchKey, p.name AS shown
     FROM person_name n JOIN person p ON p.id = n.person_id ORDER BY p.sort_key, p.id, n.text`,
  )
  return rows.map((row) => ({
    ...row,
    organisations: organisations.get(row.id) ?? [],
    detail: details.get(row.id) ?? null,
  }))
}
