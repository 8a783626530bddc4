/** Texts as sources: kept, read for proposals, answered, and taken away again. */
import { KansliError } from '#contract/errors.ts'
import type { FallingFact, Withdrawal } from '#contract/sources.ts'
import { update } from '#db/connection.ts'
import { listSources, sourceState } from '#db/queries/sources.ts'
import type { HandlersOf, TaskContext } from '#core/context.ts'
import { restrictedIn } from '#core/privacy/restricted.ts'
import { addSource, previewSource } from './add.ts'
import { accept, edit, openSource, reject, reopen, withdraw } from './answer.ts'
import { compare } from './compare.ts'
import { linkName } from './link.ts'
import { headsOf, sourceView } from './views.ts'
import { takeAway } from './withdraw.ts'

/** Carries a value out of a transaction that is to leave nothing behind. */
class Undone extends Error {
  readonly value: Withdrawal
  constructor(value: Withdrawal) {
    super('undone')
    this.value = value
  }
}

/** Withdraws within a transaction that is rolled back: what is shown is what would happen, but for who is restricted. */
function previewWithdrawal(context: TaskContext, id: string): Withdrawal {
  try {
    return context.keep((db): Withdrawal => {
      const writing = { db, ports: context.ports }
      openSource(writing, id)
      const restricted = restrictedIn(db)
      const { falls, stays, evidence } = takeAway(writing, { sourceId: id })
      const isShown = ({ words }: FallingFact) => restricted?.isNamed(words) !== true
      throw new Undone({ falls: falls.filter(isShown), stays: stays.filter(isShown), evidence })
    })
  } catch (error) {
    if (error instanceof Undone) return error.value
    throw error
  }
}

export const sourceHandlers: HandlersOf<'sources'> = {
  'sources.preview': previewSource,
  'sources.add': addSource,
  'sources.list': ({ db }) => ({ sources: headsOf(db, listSources(db)) }),
  'sources.get': ({ db }, { id }) => sourceView(db, id),
  'sources.accept': accept,
  'sources.reject': reject,
  'sources.reopen': reopen,
  'sources.edit': (context, input) => {
    edit(context, input)
    return {}
  },
  'sources.link': (context, input) => {
    linkName(context, input)
    return {}
  },
  'sources.setSpan': (context, { id, from, to }) => {
    openSource(context, id)
    if (from !== null && to !== null && from > to && !from.startsWith(to))
      throw new KansliError('date.unusable', { date: to })
    update(context.db, 'source', id, { published_from: from, published_to: to })
    return {}
  },
  'sources.rename': ({ db }, { id, name }) => {
    if (!update(db, 'source', id, { name })) throw new KansliError('source.not-found')
    return {}
  },
  'sources.withdrawal': (context, { id }) => previewWithdrawal(context, id),
  'sources.withdraw': (context, { id }) => withdraw(context, id),
  'sources.compare': compare,
  'sources.restore': ({ db }, { id }) => {
    if (sourceState(db, id) === undefined) throw new KansliError('source.not-found')
    update(db, 'source', id, { withdrawn_at: null })
    return {}
  },
}
