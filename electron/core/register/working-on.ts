/** Which organisations work on a theme: by a part in what is ordered for it, or by their people in its groups. */
import type { AssignmentRow, ThemeView, Tie } from '#contract/register-pages.ts'
import type { Role } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import { lastListedFor } from '#db/queries/representation.ts'
import { tenuresOf, tenuresOfPeople } from '#db/queries/roles.ts'
import { sortKey } from './names.ts'
import { grouped, roleOf } from './roles.ts'
import type { View } from './clock.ts'

type Working = ThemeView['organisations'][number]
type Place = { id: string; name: string }

/** A role whose days exclude the day is none of that day. */
const counts = ({ standing }: Pick<Role, 'standing'>) => standing !== 'past' && standing !== 'future'

function placeOf({ representsId, represents, organisationId, organisation }: Role): Place[] {
  if (representsId !== null && represents !== null) return [{ id: representsId, name: represents }]
  return organisationId === null || organisation === null ? [] : [{ id: organisationId, name: organisation }]
}

/**
 * Whom each member of a group stands for there. Where the group's texts are silent: where they have roles that day,
 * else whom the latest minutes list them for.
 */
function membersOf(db: ReadableDb, bodyId: string, view: View): { person: Place; organisation: Place }[] {
  const inGroup = tenuresOf(db, 'body', bodyId, view.past)
    .map((row) => roleOf(row, [], view.on))
    .filter(counts)
  const silent = inGroup.flatMap((role) => (role.personId === null || placeOf(role).length > 0 ? [] : [role.personId]))
  const elsewhere = grouped(
    tenuresOfPeople(db, [...new Set(silent)], view.past)
      .map((row) => roleOf(row, [], view.on))
      .filter(counts),
    ({ personId }) => personId ?? '',
  )
  const listed = grouped(lastListedFor(db, [...new Set(silent)], view.past), ({ personId }) => personId)
  const beyond = (personId: string): Place[] => {
    const held = (elsewhere.get(personId) ?? []).flatMap(placeOf)
    if (held.length > 0) return held
    return (listed.get(personId) ?? []).map((row) => ({ id: row.organisationId, name: row.organisation }))
  }
  return inGroup.flatMap((role) => {
    const { personId, person } = role
    if (personId === null || person === null) return []
    const own = placeOf(role)
    const places = own.length > 0 ? own : beyond(personId)
    return places.map((organisation) => ({ person: { id: personId, name: person }, organisation }))
  })
}

/** In Swedish order. Nothing is stored: a group's people bring their organisations as the register of the day has them. */
export function workingOn(
  db: ReadableDb,
  assignments: readonly AssignmentRow[],
  ties: readonly Tie[],
  view: View,
): Working[] {
  const found = new Map<string, Working>()
  const entry = ({ id, name }: Place): Working => {
    const known = found.get(id) ?? { id, name, parts: [], through: [] }
    found.set(id, known)
    return known
  }
  for (const { id: assignmentId, parties } of assignments)
    for (const { kind, role, ...organisation } of parties)
      if (kind === 'organisation') entry(organisation).parts.push({ role, assignmentId })
  const groups = new Map(
    ties
      .filter(
        ({ type, otherKind, outward, ...tie }) => type === 'focus' && otherKind === 'body' && !outward && counts(tie),
      )
      .map(({ otherId, other }) => [otherId, other]),
  )
  for (const [bodyId, body] of groups)
    for (const { person, organisation } of membersOf(db, bodyId, view)) {
      const { through } = entry(organisation)
      const group = through.find((one) => one.bodyId === bodyId) ?? { bodyId, body, people: [] }
      if (group.people.length === 0) through.push(group)
      if (!group.people.some(({ id }) => id === person.id)) group.people.push(person)
    }
  return [...found.values()].toSorted((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1))
}
