/** Who has a part in an event or an assignment, by hand: added, changed, taken away. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import { fallenKeeper } from '#db/queries/fallen.ts'
import { addParty } from '#db/queries/facts.ts'
import { dropTwins, partyPlace, removeRow, setRow } from '#db/queries/register-edit.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { keepBefore } from './kept-before.ts'
import { entryId, existing, ownStatement } from './stated.ts'

type Part = Pick<Parsed<'parties.add'>, 'kind' | 'who' | 'role'>

function partRow(context: WriteContext, { kind, who, role }: Part) {
  const nobody = { person_id: null, organisation_id: null, body_id: null }
  return { ...nobody, [`${kind}_id`]: entryId(context, kind, who), role }
}

/** Gives somebody a part; the same part twice is one. */
export function addPart(context: WriteContext, of: 'event' | 'assignment', ofId: string, part: Part): string {
  return addParty(context.db, context.ports.newId(), of, ofId, partRow(context, part))
}

function place(context: WriteContext, id: string) {
  const found = partyPlace(context.db, id)
  if (found === undefined) throw new KansliError('entity.not-found')
  return found
}

export const partHandlers: HandlersOf<'parties'> = {
  'parties.add': (context, { of, ofId, statement, ...part }) => {
    const id = addPart(context, of, existing(context, of, ofId), part)
    ownStatement(context, of, ofId, statement)
    return { id }
  },
  'parties.set': (context, { id, statement, ...part }) => {
    const { of, ofId } = place(context, id)
    dropTwins(context.db, of, id)
    keepBefore(context, 'party', id)
    setRow(context.db, 'party', id, partRow(context, part))
    ownStatement(context, of, ofId, statement)
    return {}
  },
  'parties.remove': (context, { id }) => {
    dropTwins(context.db, place(context, id).of, id)
    const { db, ports } = context
    fallenKeeper(db, ports.newId, ports.clock().toISOString())('party', id)
    removeRow(db, 'party', id)
    return {}
  },
}
