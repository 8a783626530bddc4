/** People of the register as contacts that leave the machine. */
import type { Contact, ContactPlace } from '#contract/exchange.ts'
import type { ReadableDb } from '#db/connection.ts'
import { peopleOut, placesOut, pointsOut, seenOut, type OutPlace } from '#db/queries/exchange.ts'
import { healthWords } from '#core/privacy/sensitive.ts'
import { emptyContact } from './contact.ts'

export type OutContact = Contact & { id: string; name: string }
export type Outgoing = {
  contacts: OutContact[]
  /** Titles that were left out because they tell of health. */
  left: number
}

const tellsOfHealth = (place: OutPlace) =>
  place.sensitive === 1 || healthWords(`${place.title ?? ''} ${place.role ?? ''}`) !== null

/** @param on day the positions must hold */
export function outgoing(
  db: ReadableDb,
  { ids, on, leaveHealth }: { ids: readonly string[] | null; on: string; leaveHealth: boolean },
): Outgoing {
  const people = new Map(
    peopleOut(db, ids).map(({ id, name }): [string, OutContact] => [id, { ...emptyContact(), id, name }]),
  )
  let left = 0
  const keys = new Set<string>()
  for (const row of [...placesOut(db, ids, on), ...seenOut(db, ids)]) {
    const hide = leaveHealth && tellsOfHealth(row)
    if (hide) left += 1
    const { personId, organisation, department } = row
    const place: ContactPlace = {
      organisation,
      department,
      title: hide ? null : row.title,
      role: hide ? null : row.role,
    }
    // One position that several texts tell of apart is written once.
    const key = JSON.stringify([personId, place])
    if (keys.has(key) || Object.values(place).every((value) => value === null)) continue
    keys.add(key)
    people.get(personId)?.places.push(place)
  }
  const lists = { email: 'emails', phone: 'phones', address: 'addresses', url: 'urls' } as const
  for (const { personId, kind, value } of pointsOut(db, ids)) people.get(personId)?.[lists[kind]].push(value)
  return { contacts: [...people.values()], left }
}
