/** Saying whom a name of a text stands for. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import { insert, run } from '#db/connection.ts'
import { entityName } from '#db/queries/register.ts'
import { sourceNameOf } from '#db/queries/sources.ts'
import type { WriteContext } from '#core/context.ts'
import { openSource } from './answer.ts'

/** An entry, somebody new (null), or unsaid again (undefined). @throws KansliError source.not-found, entity.not-found, proposal.settled */
export function linkName({ db, ports }: WriteContext, input: Parsed<'sources.link'>): void {
  openSource({ db, ports }, input.source)
  const { source, kind, name, to } = input
  if (to !== null && to !== undefined && entityName(db, kind, to) === null) throw new KansliError('entity.not-found')
  const said = sourceNameOf(db, source, kind, name)
  // What accepted proposals rest on is changed by taking them back.
  if (said?.standing === 'found' && said.entityId !== null) throw new KansliError('proposal.settled')
  if (said !== undefined) run(db, 'DELETE FROM source_name WHERE id = ?', [said.id])
  if (to === undefined) return
  insert(db, 'source_name', {
    id: ports.newId(),
    source_id: source,
    kind,
    name,
    standing: to === null ? 'apart' : 'linked',
    entity_id: to,
    name_id: null,
  })
}
