/** Deputies (ersättare): whose seat somebody can take, and taking or leaving it where one is in the minutes. */
import { translate } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { change } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { timeNow } from './acts.ts'
import { placeIn } from './place.ts'
import { isThere, ownRows, type Person } from './presence.ts'

/** Row of whoever's seat somebody takes now, in whichever of their own rows; null for nobody's. */
export function servingFor(view: View, person: Person): string | null {
  return ownRows(view, person).find(({ deputyForId }) => deputyForId !== null)?.deputyForId ?? null
}

/**
 * Those whose seat somebody could take, each person once: by the row that votes, or is served for. Deputies have no
 * seat of their own.
 */
export function seatsFor(view: View, person: Person): Person[] {
  const serving = servingFor(view, person)
  return [...Map.groupBy(view.attendance, ({ personId }) => personId).values()]
    .filter((rows) => !rows.includes(person) && rows.every(({ deputyForId }) => deputyForId === null))
    .flatMap((rows) => rows.find((row) => row.id === serving || row.voting) ?? rows.slice(0, 1))
}

/** Seats that are empty now, those that vote first; none while somebody is not there to take one. */
export function emptySeats(view: View, person: Person): Person[] {
  const here =
    view.head.state === 'running' ? isThere(person) : person.status === 'present' || person.status === 'expected'
  if (!here) return []
  const taken = new Set(view.attendance.map(({ deputyForId }) => deputyForId))
  const empty = seatsFor(view, person).filter((seat) => !isThere(seat) && !taken.has(seat.id))
  return empty.toSorted((a, b) => Number(b.voting) - Number(a.voting))
}

/** From here on somebody serves for a seat, or with null for nobody any more; says what became of it. */
export async function serve(view: View, person: Person, forId: string | null): Promise<boolean> {
  const t = translate()
  const running = view.head.state === 'running'
  const place = running ? placeIn(view) : null
  const done = await change('attendance.setDeputy', {
    id: person.id,
    forId,
    time: running ? timeNow(view) : null,
    itemId: place?.itemId ?? null,
    after: place?.after ?? null,
    write: place !== null,
  })
  const seat = view.attendance.find(({ id }) => id === (forId ?? servingFor(view, person)))?.name ?? ''
  if (done)
    announce(t(forId === null ? 'attendance:served.done' : 'attendance:served.taken', { name: person.name, seat }))
  return done
}
