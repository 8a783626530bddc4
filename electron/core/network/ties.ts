/** Nodes and ties as they follow from meetings, roles, bodies, themes and stated relations, on a day. */
import { standingOn } from '#contract/calendar.ts'
import type { Standing } from '#contract/calendar.ts'
import type { NetworkTie } from '#contract/network.ts'
import type { ReadableDb } from '#db/connection.ts'
import { sameEntries } from '#db/queries/by-hand.ts'
import { allRelations } from '#db/queries/holdings.ts'
import {
  assignedTies,
  attendedTies,
  contributedTies,
  heldRoles,
  heldTies,
  listedFor,
  networkNodes,
  officerTies,
  underTies,
  type AttendedRow,
  type HeldRow,
  type NodeRow,
} from '#db/queries/network.ts'
import type { View } from '#core/register/clock.ts'
import { ofOrganisation } from './meeting-roles.ts'

function attended(prefix: 'attended' | 'officer', rows: readonly AttendedRow[]): NetworkTie[] {
  return rows.map(({ id, personId, meetingId, label, dated }) => ({
    id: `${prefix}:${id}`,
    kind: 'attended',
    from: personId,
    to: meetingId,
    label,
    dated: dated === 1,
  }))
}

/** What a day excludes is not drawn; what nothing excludes is. */
const stays = (standing: Standing) => standing !== 'past' && standing !== 'future'

/** One tie for a person and an organisation, with the latest words and a date as soon as one text has it. */
function represents(db: ReadableDb, roles: readonly HeldRow[], { on, past }: View): NetworkTie[] {
  const ties = new Map<string, NetworkTie>()
  const add = (from: string, to: string, label: string | null, dated: boolean) => {
    const id = `represents:${from}:${to}`
    const known = ties.get(id)
    if (known === undefined) ties.set(id, { id, kind: 'represents', from, to, label, dated })
    else {
      known.label ??= label
      known.dated ||= dated
    }
  }
  for (const { personId, organisationId, label, dated } of listedFor(db, past))
    add(personId, organisationId, ofOrganisation(label), dated === 1)
  for (const role of roles) {
    const how = standingOn(role, on)
    if (role.organisationId !== null && stays(how))
      add(role.personId, role.organisationId, role.bodyId === null ? role.role : null, how === 'holds')
  }
  return [...ties.values()]
}

function inBodies(roles: readonly HeldRow[], on: string): NetworkTie[] {
  return roles.flatMap((role) => {
    const how = standingOn(role, on)
    if (role.bodyId === null || !stays(how)) return []
    const { id, personId, bodyId, role: label } = role
    return [{ id: `role:${id}`, kind: 'role' as const, from: personId, to: bodyId, label, dated: how === 'holds' }]
  })
}

function stated(db: ReadableDb, { on, past }: View): NetworkTie[] {
  return allRelations(db, past).flatMap((row) => {
    const how = standingOn(row, on)
    if (!stays(how)) return []
    const kind = row.type === 'focus' ? ('focus' as const) : ('related' as const)
    return [
      { id: `relation:${row.id}`, kind, from: row.fromId, to: row.toId, label: row.label, dated: how === 'holds' },
    ]
  })
}

function assigned(db: ReadableDb, { past }: View): NetworkTie[] {
  const ties = new Map<string, NetworkTie>()
  for (const { from, themeId, issued } of assignedTies(db)) {
    if (issued !== null && issued > past.upTo) continue
    const id = `assigned:${from}:${themeId}`
    const known = ties.get(id)
    if (known === undefined)
      ties.set(id, { id, kind: 'assigned', from, to: themeId, label: null, dated: issued !== null })
    else known.dated ||= issued !== null
  }
  return [...ties.values()]
}

/** No day was asked for: what no tie reaches stands too. Of an earlier knowledge that is what was known then. */
const isAnyDay = ({ past }: View) => past.upTo === '~'

/** The network on a day, without positions. People whom no tie reaches are left out; on a day that was asked for, all are. */
export function networkOf(db: ReadableDb, view: View): { nodes: NodeRow[]; ties: NetworkTie[] } {
  const { on, past } = view
  const roles = heldRoles(db, past)
  const rows = networkNodes(db, { ...past, on })
  const drawn = new Set(rows.map(({ id }) => id))
  // A body that is an organisation stands where that one stands, as long as that one does.
  const same = new Map(
    sameEntries(db)
      .filter(({ organisationId }) => drawn.has(organisationId))
      .map(({ bodyId, organisationId }) => [bodyId, organisationId]),
  )
  const nodeOf = (id: string) => same.get(id) ?? id
  const all = rows.filter(({ id }) => !same.has(id))
  const standing = new Set(all.map(({ id }) => id))
  const ties: NetworkTie[] = [
    ...attended('attended', attendedTies(db, past)),
    ...attended('officer', officerTies(db, past)),
    ...contributedTies(db, past).map(({ personId, meetingId, dated }) => ({
      id: `contributed:${personId}:${meetingId}`,
      kind: 'attended' as const,
      from: personId,
      to: meetingId,
      label: null,
      dated: dated === 1,
    })),
    ...represents(db, roles, view),
    ...inBodies(roles, on),
    ...heldTies(db, past).map(({ meetingId, bodyId, dated }) => ({
      id: `held:${meetingId}`,
      kind: 'held' as const,
      from: bodyId,
      to: meetingId,
      label: null,
      dated: dated === 1,
    })),
    ...underTies(db).map(({ id, parentId }) => ({
      id: `under:${id}`,
      kind: 'under' as const,
      from: id,
      to: parentId,
      label: null,
      dated: false,
    })),
    ...stated(db, view),
    ...assigned(db, view),
  ]
    // A tie between the two says no more than that they are one.
    .filter(({ from, to }) => from === to || nodeOf(from) !== nodeOf(to))
    .map((tie) => ({ ...tie, from: nodeOf(tie.from), to: nodeOf(tie.to) }))
    .filter(({ from, to }) => standing.has(from) && standing.has(to))
  const reached = new Set(ties.flatMap(({ from, to }) => [from, to]))
  const everybody = isAnyDay(view)
  return {
    nodes: all.filter(({ kind, id }) => reached.has(id) || (everybody && kind !== 'person')),
    ties,
  }
}
