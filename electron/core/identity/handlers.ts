/** Who is who: what is asked, what is answered, and the way back. */
import { KansliError } from '#contract/errors.ts'
import type { Reason } from '#contract/identity.ts'
import { decisionRow, survivorOf } from '#db/queries/identity.ts'
import { entityName } from '#db/queries/register.ts'
import { restrictedPeople } from '#db/queries/privacy.ts'
import type { HandlersOf } from '#core/context.ts'
import { answersOf, nameOfParty } from './answers.ts'
import { compare, decide, reverse } from './decide.ts'
import { findLike } from './find.ts'
import { proposals } from './proposals.ts'
import { readSnapshot } from './snapshot.ts'
import { described, references, split } from './split.ts'
import { goingBack, stayingWith } from './unmerge.ts'

const mostShown = 200

export const identityHandlers: HandlersOf<'identity'> = {
  'identity.proposals': ({ db }, input) => proposals(db, input),
  'identity.compare': (context, input) => compare(context, input),
  'identity.find': ({ db }, input) => ({ found: findLike(db, input) }),
  'identity.decide': (context, input) => decide(context, input),
  'identity.decisions': ({ db }, { verdict, limit }) => {
    const hidden = new Set(restrictedPeople(db).map((one) => one.id))
    const rows = answersOf(db).rows.filter(
      (row) => (verdict === undefined || row.verdict === verdict) && !hidden.has(row.a) && !hidden.has(row.b),
    )
    const decisions = rows.slice(0, limit).map((row) => ({
      id: row.id,
      kind: row.kind,
      verdict: row.verdict,
      a: nameOfParty(db, row.kind, row.a),
      b: nameOfParty(db, row.kind, row.b),
      // decide() writes it, in the contract's own words.
      reasons: JSON.parse(row.reasons) as Reason[],
      decidedAt: row.decidedAt,
    }))
    return { total: rows.length, decisions }
  },
  'identity.preview': ({ db }, { id }) => {
    const decision = decisionRow(db, id)
    const snapshot = decision === undefined ? null : readSnapshot(decision)
    if (decision === undefined || snapshot === null) throw new KansliError('identity.not-found')
    const staying = stayingWith(db, decision, snapshot)
    return {
      back: goingBack(db, decision).length,
      stays: described(db, staying.slice(0, mostShown)),
      staying: staying.length,
    }
  },
  'identity.reverse': (context, { id }) => reverse(context, id),
  'identity.references': ({ db }, input) => references(db, input),
  'identity.split': (context, input) => split(context, input),
  'identity.resolve': ({ db }, { kind, id }) => {
    const now = survivorOf(db, kind, id)
    const name = now === null ? null : entityName(db, kind, now)
    if (now === null || name === null) throw new KansliError('entity.not-found')
    return { id: now, name }
  },
}
