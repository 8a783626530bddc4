/** Standard phrases: a list with an order. */
import en from '#assets/locales/en/phrases.json' with { type: 'json' }
import sv from '#assets/locales/sv/phrases.json' with { type: 'json' }
import { KansliError } from '#contract/errors.ts'
import { mostPhrases, type Phrase, type PhraseKind } from '#contract/phrases.ts'
import { all, insert, run, update, type ReadableDb } from '#db/connection.ts'
import { placed } from '#db/queries/meeting-edit.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'

const starters = { sv, en }
/** Those of the starters that are no running text. */
const kinds: Partial<Record<keyof typeof sv, PhraseKind>> = {
  noted: 'decision',
  deferred: 'decision',
  returned: 'decision',
  charged: 'action',
}

function list(db: ReadableDb): Phrase[] {
  return all<Phrase>(db, 'SELECT id, name, text, kind FROM phrase ORDER BY position, id')
}

function add({ db, ports }: WriteContext, phrases: readonly Omit<Phrase, 'id'>[]): string[] {
  const before = list(db).length
  if (before + phrases.length > mostPhrases) throw new KansliError('phrases.too-many', { most: mostPhrases })
  return phrases.map((phrase, index) => {
    const id = ports.newId()
    insert(db, 'phrase', { id, position: before + index, ...phrase })
    return id
  })
}

function writeOrder({ db }: WriteContext, ids: readonly string[]): void {
  ids.forEach((id, position) => update(db, 'phrase', id, { position }))
}

export const phraseHandlers: HandlersOf<'phrases'> = {
  'phrases.list': ({ db }) => ({ phrases: list(db) }),
  'phrases.add': (context, phrase) => {
    const [id = ''] = add(context, [phrase])
    return { id }
  },
  'phrases.set': ({ db }, { id, ...change }) => {
    if (!update(db, 'phrase', id, change)) throw new KansliError('entity.not-found')
    return {}
  },
  'phrases.remove': (context, { id }) => {
    if (run(context.db, 'DELETE FROM phrase WHERE id = ?', [id]) === 0) throw new KansliError('entity.not-found')
    writeOrder(
      context,
      list(context.db).map((phrase) => phrase.id),
    )
    return {}
  },
  'phrases.move': (context, { id, after }) => {
    const ids = list(context.db).map((phrase) => phrase.id)
    if (!ids.includes(id)) throw new KansliError('entity.not-found')
    writeOrder(context, placed(ids, id, after))
    return {}
  },
  'phrases.addStarters': (context, { language }) => {
    const known = new Set(list(context.db).map(({ name }) => name))
    // Both files have the same keys, which a test of the locale files sees to.
    const keys = Object.keys(sv) as (keyof typeof sv)[]
    const wanted = keys
      .map((key) => ({
        name: starters[language][key].name,
        text: starters[language][key].text,
        kind: kinds[key] ?? 'paragraph',
      }))
      .filter(({ name }) => !known.has(name))
    add(context, wanted)
    return { added: wanted.length }
  },
}
