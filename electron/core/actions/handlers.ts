/** Actions and decisions over all meetings. */
import { KansliError } from '#contract/errors.ts'
import type { DecisionRow } from '#contract/actions.ts'
import type { MeetingState } from '#contract/minutes.ts'
import { all, run } from '#db/connection.ts'
import {
  decisionBodies,
  decisionClauses,
  decisionYears,
  listActions,
  type DecisionClause,
} from '#db/queries/actions.ts'
import type { HandlersOf } from '#core/context.ts'
import { clauses } from '#core/approval/numbers.ts'
import { addNote, setStatus, storedAction } from '#core/actions/change.ts'

function decision(group: readonly DecisionClause[]): DecisionRow | null {
  const [first] = group
  if (first === undefined) return null
  const { id: _id, paragraphId: _paragraph, kind: _kind, position: _position, text: _text, ...origin } = first
  return {
    ...origin,
    // A CHECK of the table holds the list.
    state: first.state as MeetingState,
    ids: group.map(({ id }) => id),
    clauses: group.map(({ text }) => text),
    number: group.find(({ number }) => number !== null)?.number ?? null,
  }
}

export const actionHandlers: Omit<HandlersOf<'actions'>, 'actions.set'> & HandlersOf<'decisions'> = {
  'actions.list': ({ db }, filter) => listActions(db, filter),
  'actions.history': ({ db }, { id }) => {
    storedAction(db, id)
    return {
      changes: all(db, 'SELECT id, at, field, old, new FROM action_change WHERE action_id = ? ORDER BY at, rowid', [
        id,
      ]),
      carries: all(
        db,
        `SELECT y.id, y.meeting_id AS meetingId, m.title, m.date, y.item_id AS itemId
         FROM action_carry y JOIN meeting m ON m.id = y.meeting_id WHERE y.action_id = ? ORDER BY m.date, m.created_at`,
        [id],
      ),
    }
  },
  'actions.setStatus': (context, { id, status, on }) => {
    setStatus(context, id, status, on)
    return {}
  },
  'actions.note': (context, { id, text }) => {
    addNote(context, id, text)
    return {}
  },
  'actions.uncarry': ({ db }, { id }) => {
    if (run(db, 'DELETE FROM action_carry WHERE id = ?', [id]) === 0) throw new KansliError('entity.not-found')
    return {}
  },
  'decisions.list': ({ db }, { bodyId, year, words, limit, offset }) => {
    const groups = clauses(decisionClauses(db, { bodyId, year, words }))
    const wanted = words.toLocaleLowerCase('sv')
    const found = groups
      .filter((group) => group.some(({ text }) => text.toLocaleLowerCase('sv').includes(wanted)))
      .map(decision)
      .filter((one) => one !== null)
    return {
      total: found.length,
      decisions: found.slice(offset, offset + limit),
      bodies: decisionBodies(db),
      years: decisionYears(db),
    }
  },
}
