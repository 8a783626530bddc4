/**
 * The workspace to explore: published facts about one meeting and four working groups, in words of our own.
 * The minutes go in by the same way as anybody's; the roles rest on the lines of a second text.
 */
import { z } from 'zod'
import { assert } from '#contract/errors.ts'
import { all, insert, update } from '#db/connection.ts'
import { addBody, addOrganisation, addOrganisationName, addPersonName, bodyByKey } from '#db/queries/entities.ts'
import type { WriteContext } from '#core/context.ts'
import { commitImport } from '#core/imports/commit.ts'
import { normalLines } from '#core/imports/text.ts'
import { keysOf, newPerson } from '#core/meetings/entities.ts'

const text = z.strictObject({ file: z.string(), name: z.string() })
/** The facts of assets/example/working-groups.json. Lines count from 1 in the text of the groups. */
const facts = z.strictObject({
  minutes: text,
  groups: text,
  /** Spellings of one and the same: as the minutes have it, and as the text of the groups does. */
  spellings: z.array(z.strictObject({ kind: z.enum(['person', 'organisation']), known: z.string(), also: z.string() })),
  bodies: z.array(
    z.strictObject({ name: z.string(), type: z.string(), parent: z.string().nullable(), line: z.int().nullable() }),
  ),
  tenures: z.array(
    z.strictObject({
      person: z.string(),
      organisation: z.string().nullable(),
      body: z.string(),
      role: z.string(),
      /** Position in the organisation, as written. */
      title: z.string().nullable(),
      line: z.int(),
    }),
  ),
})
type Facts = z.infer<typeof facts>

/** The one entity that bears a name; null when none does. A name of two would be a fault of the example. */
function bearer({ db }: WriteContext, kind: 'person' | 'organisation', name: string): string | null {
  const rows = all<{ id: string }>(db, `SELECT DISTINCT ${kind}_id AS id FROM ${kind}_name WHERE match_key = ?`, [
    keysOf(name).match,
  ])
  assert(rows.length <= 1, `${kind} of the example is ambiguous`)
  return rows[0]?.id ?? null
}

function organisationOf(context: WriteContext, name: string): string {
  const known = bearer(context, 'organisation', name)
  if (known !== null) return known
  const id = context.ports.newId()
  addOrganisation(context.db, { id, nameId: context.ports.newId() }, name, keysOf(name))
  return id
}

function addSpellings(context: WriteContext, spellings: Facts['spellings']): void {
  for (const { kind, known, also } of spellings) {
    const id = bearer(context, kind, known)
    assert(id !== null, `the example's minutes do not name ${kind} ${known}`)
    const add = kind === 'person' ? addPersonName : addOrganisationName
    add(context.db, context.ports.newId(), id, also, keysOf(also))
  }
}

/** Gives the bodies their types and places; a body that the meeting made already is the same. */
function addBodies(context: WriteContext, bodies: Facts['bodies'], prove: Prove): Map<string, string> {
  const { db, ports } = context
  const ids = new Map<string, string>()
  for (const { name, type, parent, line } of bodies) {
    const keys = keysOf(name)
    const parentId = parent === null ? null : (ids.get(parent) ?? null)
    const known = bodyByKey(db, keys.match)
    const id = known ?? ports.newId()
    if (known === null) addBody(db, id, { name, type, parentId }, keys)
    else update(db, 'body', id, { name, type, parent_id: parentId, sort_key: keys.sort, fold_key: keys.fold })
    if (line !== null) prove({ body_id: id }, line)
    ids.set(name, id)
  }
  return ids
}

type Prove = (of: { tenure_id: string } | { body_id: string }, line: number) => void

function addTenures(
  context: WriteContext,
  tenures: Facts['tenures'],
  bodies: ReadonlyMap<string, string>,
  prove: Prove,
): void {
  const { db, ports } = context
  for (const { person, organisation, body, role, title, line } of tenures) {
    const personId = bearer(context, 'person', person) ?? newPerson(context, person)
    addPersonName(db, ports.newId(), personId, person, keysOf(person))
    const organisationId = organisation === null ? null : organisationOf(context, organisation)
    const hold = (bodyId: string | null, held: string) => {
      const id = ports.newId()
      insert(db, 'tenure', {
        id,
        person_id: personId,
        organisation_id: organisationId,
        body_id: bodyId,
        role: held,
        recorded_at: ports.clock().toISOString(),
      })
      prove({ tenure_id: id }, line)
    }
    const bodyId = bodies.get(body)
    assert(bodyId !== undefined, `the example does not have the body ${body}`)
    hold(bodyId, role)
    if (organisationId !== null && title !== null) hold(null, title)
  }
}

/** Fills an empty workspace. Within the caller's transaction. */
export function fillExample(context: WriteContext): void {
  const { db, ports } = context
  const { minutes, groups, spellings, bodies, tenures } = facts.parse(
    JSON.parse(ports.asset('example/working-groups.json')),
  )
  commitImport(context, {
    name: minutes.name,
    text: ports.asset(`example/${minutes.file}`),
    encoding: 'utf-8',
    overrides: [],
    links: [],
    accept: [],
    skip: [],
    again: false,
  })
  const sourceId = ports.newId()
  const lines = normalLines(ports.asset(`example/${groups.file}`))
  insert(db, 'source', {
    id: sourceId,
    name: groups.name,
    kind: 'text',
    text: lines,
    encoding: 'utf-8',
    sha256: ports.sha256(lines),
    added_at: ports.clock().toISOString(),
  })
  const prove: Prove = (of, line) => {
    const quote = lines.split('\n')[line - 1]
    assert(quote !== undefined && quote !== '', 'the example proves a role by a line that is not there')
    insert(db, 'evidence', { id: ports.newId(), ...of, source_id: sourceId, line, quote })
  }
  addSpellings(context, spellings)
  addTenures(context, tenures, addBodies(context, bodies, prove), prove)
}
