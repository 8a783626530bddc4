/** Meetings and texts that tell of the same occasion as a text: the same body on the same day. */
import type { SourceView } from '#contract/sources.ts'
import type { ReadableDb } from '#db/connection.ts'
import { bearersOf, eventsToldOn, meetingsOnDay } from '#db/queries/sources.ts'
import { matchKey } from '#core/register/names.ts'
import { storedFinding } from './stored.ts'

type Account = SourceView['accounts'][number]
type Occasion = { date: string; body: string; line: number | null }

function occasionsOf(view: Pick<SourceView, 'found' | 'meetings'>, bodies: ReadonlyMap<string, string>): Occasion[] {
  const told = view.found.flatMap(({ finding, state }): Occasion[] =>
    finding.kind === 'event' && finding.body !== null && finding.from?.length === 10 && state !== 'rejected'
      ? [{ date: finding.from, body: finding.body.name, line: finding.places[0]?.from ?? null }]
      : [],
  )
  const met = view.meetings.flatMap(({ id, date }): Occasion[] => {
    const body = bodies.get(id)
    return date?.length === 10 && body !== undefined ? [{ date, body, line: null }] : []
  })
  const seen = new Set<string>()
  return [...told, ...met].filter(({ date, body }) => {
    const key = `${date} ${matchKey(body)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The accounts beside a source, meetings first. */
export function accountsBeside(db: ReadableDb, view: Pick<SourceView, 'id' | 'found' | 'meetings'>): Account[] {
  const own = new Set(view.meetings.map(({ id }) => id))
  const bodies = new Map<string, string>()
  for (const { date } of view.meetings)
    if (date !== null) for (const row of meetingsOnDay(db, date)) if (own.has(row.id)) bodies.set(row.id, row.body)
  return occasionsOf(view, bodies).flatMap(({ date, body, line }) => {
    const named = new Set(bearersOf(db, 'body', matchKey(body)))
    const meetings = meetingsOnDay(db, date)
      .filter(({ id, bodyId }) => named.has(bodyId) && !own.has(id))
      .map(({ id, title }): Account => ({ kind: 'meeting', id, name: title, date, body, line }))
    const others = new Map<string, Account>()
    for (const row of eventsToldOn(db, date)) {
      if (row.sourceId === view.id) continue
      const told = storedFinding(row)
      if (told.kind !== 'event' || told.body === null || others.has(row.sourceId)) continue
      const same =
        matchKey(told.body.name) === matchKey(body) ||
        bearersOf(db, 'body', matchKey(told.body.name)).some((id) => named.has(id))
      if (same) others.set(row.sourceId, { kind: 'source', id: row.sourceId, name: row.sourceName, date, body, line })
    }
    return [...meetings, ...others.values()]
  })
}
