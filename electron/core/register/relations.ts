/** Ties of an entry as seen from its end, and its parts in events and assignments. */
import { standingOn } from '#contract/calendar.ts'
import type { AssignmentRow, EventRow, Interaction, PartyView, Tie } from '#contract/register-pages.ts'
import type { EntityKind } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import {
  amountsOf,
  eventsOf,
  interactionParties,
  interactionsOf,
  partiesOf,
  relationsOf,
  sourcesOf,
  type AssignmentRowDb,
  type PartyRow,
} from '#db/queries/holdings.ts'
import { personHead } from '#db/queries/register.ts'
import { evidenceOfMany } from '#db/queries/roles.ts'
import { sourceNames } from '#db/queries/sources.ts'
import { restrictedIn } from '#core/privacy/restricted.ts'
import { storedEvidence } from './evidence.ts'
import { grouped, spanOf } from './roles.ts'
import type { View } from './clock.ts'

/** A theme's ties are those of all `ids`; anybody else has one id. */
export function tiesOf(db: ReadableDb, kind: EntityKind | 'theme', ids: readonly string[], { on, past }: View): Tie[] {
  const rows = relationsOf(db, kind, ids, past)
  const words = grouped(
    evidenceOfMany(
      db,
      'relation',
      rows.map(({ id }) => id),
    ),
    (row) => row.factId,
  )
  const own = new Set(ids)
  return rows.map((row) => {
    const outward = own.has(row.fromId)
    return {
      id: row.id,
      type: row.type,
      label: row.label,
      outward,
      directed: row.directed === 1,
      otherId: outward ? row.toId : row.fromId,
      otherKind: outward ? row.toKind_ : row.fromKind,
      other: outward ? row.to_ : row.from_,
      span: spanOf(row),
      standing: standingOn(spanOf(row), on),
      state: row.state,
      evidence: (words.get(row.id) ?? []).map(storedEvidence),
    }
  })
}

const partyOf = ({ partyId, role, kind, id, name }: PartyRow): PartyView => ({ partyId, role, kind, id, name })

export function parties(
  db: ReadableDb,
  kind: 'event' | 'assignment',
  ids: readonly string[],
): Map<string, PartyView[]> {
  const rows = grouped(partiesOf(db, kind, ids), (row) => row.of)
  return new Map([...rows].map(([id, all]) => [id, all.map(partyOf)]))
}

/** Assignments with their money and everybody's part. */
export function assignmentRows(db: ReadableDb, rows: readonly AssignmentRowDb[]): AssignmentRow[] {
  const ids = rows.map(({ id }) => id)
  const money = grouped(amountsOf(db, ids), (row) => row.assignmentId)
  const part = parties(db, 'assignment', ids)
  return rows.map(({ text: _text, ...row }) => ({
    ...row,
    amounts: (money.get(row.id) ?? []).map(({ sek, text }) => ({ sek, text })),
    parties: part.get(row.id) ?? [],
  }))
}

/** Events up to the day, those without a day among them. */
export function eventRows(db: ReadableDb, kind: EntityKind, id: string, { past }: View): EventRow[] {
  return eventsOf(db, kind, id).filter(({ from }) => from === null || from <= past.upTo)
}

export function interactionRows(
  db: ReadableDb,
  kind: 'person' | 'organisation',
  id: string,
  { past }: View,
): Interaction[] {
  const restricted = kind === 'person' && personHead(db, id)?.status === 'restricted' ? null : restrictedIn(db)
  const rows = interactionsOf(db, kind, id, past).filter(
    // Notes are register data: on the pages of others they do not tell of who is restricted.
    ({ summary, followUp }) => restricted?.isNamed(`${summary}\n${followUp ?? ''}`) !== true,
  )
  const who = grouped(
    interactionParties(
      db,
      rows.map((row) => row.id),
    ),
    (row) => row.interactionId,
  )
  return rows.map((row) => ({
    ...row,
    parties: (who.get(row.id) ?? []).map(({ kind: of, id: party, name }) => ({ kind: of, id: party, name })),
  }))
}

type SourceRow = { id: string; name: string; facts: number }

/** Texts that say something of an entry, those of its meetings among them, most places first, at most fifty. */
export function sourceRows(
  db: ReadableDb,
  kind: EntityKind,
  id: string,
  listed: readonly { sourceId: string | null }[],
): SourceRow[] {
  const found = new Map<string, Omit<SourceRow, 'name'> & { name?: string }>(
    sourcesOf(db, kind, id).map((row) => [row.id, row]),
  )
  for (const { sourceId } of listed) {
    if (sourceId === null) continue
    const known = found.get(sourceId)
    if (known === undefined) found.set(sourceId, { id: sourceId, facts: 1 })
    else known.facts += 1
  }
  const most = [...found.values()].toSorted((a, b) => b.facts - a.facts).slice(0, mostSources)
  const names = sourceNames(
    db,
    most.flatMap((row) => (row.name === undefined ? [row.id] : [])),
  )
  return most.map(({ id: source, name, facts }) => ({ id: source, name: name ?? names.get(source) ?? '', facts }))
}
const mostSources = 50
