/** Names while they are typed, somebody new with a row on the list, and a new theme. */
import { completeKind, type CompleteHit, type CompleteKind } from '#contract/complete.ts'
import type { Parsed } from '#contract/methods.ts'
import { insert, revision, type ReadableDb } from '#db/connection.ts'
import { firstThemes } from '#db/queries/complete.ts'
import { themesTitled } from '#db/queries/facts.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { addGuest } from '#core/attendance/guests.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { wordsOf } from '#core/search/fold.ts'
import { atOnce, catchUp } from '#core/search/handlers.ts'
import { detailOf, namesIn } from '#core/search/memory.ts'
import type { Entry } from '#core/search/gathered.ts'

/** Initials are so many letters: fewer name half the register, more are a word. */
const initials = { least: 2, most: 4 }

const isOffered = (kind: Entry['kind']): kind is CompleteKind => completeKind.options.some((one) => one === kind)

function find(db: ReadableDb, { query, kinds, limit }: Parsed<'complete.names'>): CompleteHit[] {
  const words = wordsOf(query)
  if (words.length === 0) return kinds.includes('theme') ? firstThemes(db, limit) : []
  const book = namesIn(db)
  const [word = ''] = words
  const short = words.length === 1 && word.length >= initials.least && word.length <= initials.most
  const byInitials = short && kinds.includes('person') ? book.initials(word, limit) : []
  const byName = book.find(words, new Set(kinds), limit, false).map(({ entry }) => entry)
  const found = [...new Set([...byInitials, ...byName])].slice(0, limit)
  return found.flatMap(({ kind, id, name }) =>
    isOffered(kind) ? [{ kind, id, name, detail: detailOf(db, kind, id) }] : [],
  )
}

function addPerson(context: WriteContext, input: Parsed<'complete.addPerson'>) {
  const { meetingId, itemId, personId, name, organisation, capacity, from } = input
  const who = { name, organisation, joins: capacity, from }
  return addGuest(context, getMeeting(context.db, meetingId), who, itemId, personId).personId
}

/** @returns the id of the known theme of the title, else of the new one */
function addTheme({ db }: WriteContext, { themeId, title }: Parsed<'complete.addTheme'>): string {
  const keys = keysOf(title)
  const [known] = themesTitled(db, keys.match.replaceAll(' ', ''))
  if (known !== undefined) return known.id
  const row = { title, sort_key: keys.sort, match_key: keys.match, fold_key: keys.fold }
  insert(db, 'theme', { id: themeId, type: 'area', code: null, parent_id: null, body_id: null, ...row })
  return themeId
}

export const completeHandlers: HandlersOf<'complete'> = {
  'complete.names': (context, asked) => {
    catchUp(context, atOnce)
    return { hits: context.read((db) => find(db, asked)) }
  },
  'complete.addPerson': (context, input) => ({
    personId: addPerson(context, input),
    version: revision(context.db) + 1,
  }),
  'complete.addTheme': (context, input) => ({
    themeId: addTheme(context, input),
    version: revision(context.db) + 1,
  }),
}
