/** Whom the names of one text stand for: what a person said, else the one exact bearer, else somebody new. */
import { namesOfFinding } from '#contract/findings.ts'
import type { Match } from '#contract/imports.ts'
import type { Finding, Named } from '#contract/reading.ts'
import type { EntityKind } from '#contract/register.ts'
import { get, insert, update, type ReadableDb } from '#db/connection.ts'
import { addBody, addOrganisation, addOrganisationName, addPerson, addPersonName } from '#db/queries/entities.ts'
import { fellBefore, heldByRestriction } from '#db/queries/fallen.ts'
import { affiliationOf } from '#db/queries/register-lists.ts'
import { entityName, organisationNamesOf } from '#db/queries/register.ts'
import { sourceNameOf, spellingsOf } from '#db/queries/sources.ts'
import type { WriteContext } from '#core/context.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { matchNames, type Known } from '#core/register/matching.ts'
import { matchKey } from '#core/register/names.ts'

export type TextName = { kind: EntityKind; name: string; organisation: string | null }

/** Every name that findings use, each once for its kind, with the organisation a person is first named with. */
export function namesIn(findings: readonly Finding[]): TextName[] {
  const names = new Map<string, TextName>()
  for (const { kind, who, organisation } of findings.flatMap(namesOfFinding)) {
    const key = `${kind} ${who.name}`
    const known = names.get(key)
    if (known === undefined) names.set(key, { kind, name: who.name, organisation: organisation?.name ?? null })
    else known.organisation ??= organisation?.name ?? null
  }
  return [...names.values()]
}

/** The one entry that bears this very name and has nothing said against it; null when none does, or several. */
export function exactBearer(db: ReadableDb, { kind, name, organisation }: TextName): string | null {
  const key = matchKey(name)
  const known = spellingsOf(db, kind, key).map((bearer): Known => ({
    ...bearer,
    matchKey: key,
    organisations: kind === 'person' ? () => organisationNamesOf(db, bearer.id) : [],
    detail: kind === 'person' ? () => affiliationOf(db, bearer.id) : null,
  }))
  const [match]: Match[] = matchNames([{ name, organisation }], known, kind)
  return match?.verdict === 'exact' ? (match.candidates[0]?.id ?? null) : null
}

const exists = (db: ReadableDb, kind: EntityKind, id: string) => entityName(db, kind, id) !== null

/** Words found an entry that has lost all it had, as they do a new one. */
const founds = (db: ReadableDb, kind: EntityKind, id: string) => kind === 'person' && heldByRestriction(db, id)

export type Bearer = { id: string; made: boolean }

/** Finds or makes the entries that the names of one source stand for, and remembers each answer with the source. */
export class NameResolver {
  readonly #context: WriteContext
  readonly #sourceId: string
  readonly #organisations: ReadonlyMap<string, string | null>

  constructor(context: WriteContext, sourceId: string, findings: readonly Finding[]) {
    this.#context = context
    this.#sourceId = sourceId
    this.#organisations = new Map(
      namesIn(findings).flatMap(({ kind, name, organisation }) => (kind === 'person' ? [[name, organisation]] : [])),
    )
  }

  /** The entry a name stands for; a new one where nobody bears it. */
  resolve(kind: EntityKind, who: Named): Bearer {
    const { db, ports } = this.#context
    const said = sourceNameOf(db, this.#sourceId, kind, who.name)
    const settled = said?.entityId ?? null
    // An entry that was merged into another bears its names there.
    if (settled !== null && exists(db, kind, settled)) {
      this.#keepName(kind, settled, who.asWritten)
      return { id: settled, made: founds(db, kind, settled) }
    }
    const known =
      said?.standing === 'apart'
        ? null
        : exactBearer(db, { kind, name: who.name, organisation: this.#organisations.get(who.name) ?? null })
    const made = known === null || founds(db, kind, known)
    const id = known ?? this.#make(kind, who.name)
    const nameId = known === null ? null : this.#keepName(kind, id, who.name)
    this.#keepName(kind, id, who.asWritten)
    if (said === undefined)
      insert(db, 'source_name', {
        id: ports.newId(),
        source_id: this.#sourceId,
        kind,
        name: who.name,
        standing: 'found',
        entity_id: id,
        name_id: nameId,
      })
    else update(db, 'source_name', said.id, { entity_id: id, name_id: said.nameId ?? nameId })
    return { id, made }
  }

  #make(kind: EntityKind, name: string): string {
    const { db, ports } = this.#context
    const id = fellBefore(db, kind, name, this.#sourceId) ?? ports.newId()
    const keys = keysOf(name)
    if (kind === 'person') addPerson(db, { id, nameId: ports.newId() }, name, keys)
    else if (kind === 'organisation') addOrganisation(db, { id, nameId: ports.newId() }, name, keys)
    else addBody(db, id, { name, type: null, parentId: null }, keys)
    return id
  }

  /** Keeps a spelling with its entry; gives the row's id when it is new there. */
  #keepName(kind: EntityKind, id: string, text: string): string | null {
    const { db, ports } = this.#context
    const nameId = ports.newId()
    const keys = keysOf(text)
    if (kind === 'body') {
      const known = get(
        db,
        'SELECT 1 FROM body WHERE id = ? AND match_key = ? UNION SELECT 1 FROM body_name WHERE body_id = ? AND text = ?',
        [id, keys.match, id, text],
      )
      if (known !== undefined) return null
      insert(db, 'body_name', { id: nameId, body_id: id, text, match_key: keys.match, fold_key: keys.fold })
      return nameId
    }
    if (kind === 'person') addPersonName(db, nameId, id, text, keys)
    else addOrganisationName(db, nameId, id, text, keys)
    return get(db, `SELECT 1 FROM ${kind}_name WHERE id = ?`, [nameId]) === undefined ? null : nameId
  }
}
