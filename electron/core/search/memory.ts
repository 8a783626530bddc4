/** What searching keeps in memory for the open workspace: words of the index and names, made when first needed. */
import type { NameKind } from '#contract/search.ts'
import { revision, type ReadableDb } from '#db/connection.ts'
import { indexedWords } from '#db/search/find.ts'
import { allNames, isNameKind, nameDetail, namesOfEntry, organisationOfBody, type NameRow } from '#db/search/names.ts'
import type { Listener } from '#db/search/update.ts'
import { wordsOf } from './fold.ts'
import type { Entry } from './gathered.ts'
import { NameBook } from './name-book.ts'
import { SourceLines } from './source-lines.ts'
import { WordList } from './word-list.ts'

/** So many late words or changed names are looked through one by one before the lists are made anew. */
const mostLate = 2000
const mostChanged = 200

/** `untidy`: much came into the index at once, and its pieces wait to be joined. */
export type Memory = {
  words: WordList | null
  names: NameBook | null
  untidy: boolean
  lines: SourceLines
  /** What stands beside names, as of a revision of the workspace. */
  details: { revision: number; known: Map<string, string | null> }
}

const memories = new WeakMap<object, Memory>()

export function memoryOf(db: ReadableDb): Memory {
  let memory = memories.get(db)
  if (memory === undefined)
    memories.set(
      db,
      (memory = {
        words: null,
        names: null,
        untidy: false,
        lines: new SourceLines(),
        details: { revision: -1, known: new Map<string, string | null>() },
      }),
    )
  return memory
}

/** Forgets every word and name; they are read again when next needed. */
export function forgetMemory(db: ReadableDb): void {
  memories.delete(db)
}

/** Letters and digits that the index and this program cut alike, whatever version of Unicode each knows. */
const plainRun = /[0-9A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017F]+/gu

function entriesOf(rows: readonly NameRow[]): Entry[] {
  const entries: (Entry & { spellings: string[] })[] = []
  for (const { kind, id, name, sort, spelling, isBody } of rows) {
    let entry = entries.at(-1)
    if (entry?.id !== id) entries.push((entry = { kind, id, name, sort, spellings: [] }))
    if (spelling !== null && spelling !== name) entry.spellings.push(spelling)
    if (isBody === 1) entry.isBody = true
  }
  return entries
}

export function wordsIn(db: ReadableDb): WordList {
  return (memoryOf(db).words ??= new WordList(indexedWords(db)))
}

export function namesIn(db: ReadableDb): NameBook {
  return (memoryOf(db).names ??= new NameBook(entriesOf(allNames(db))))
}

/** What stands beside a found name. While somebody types, the same names come again with every key. */
export function detailOf(db: ReadableDb, kind: NameKind, id: string): string | null {
  const { details } = memoryOf(db)
  if (details.revision !== revision(db)) {
    details.revision = revision(db)
    details.known.clear()
  }
  let detail = details.known.get(id)
  if (detail === undefined) details.known.set(id, (detail = nameDetail(db, kind, id)))
  return detail
}

/** Keeps what is in memory in step with the index. What is not in memory yet is read later, as it is then. */
export function listening(db: ReadableDb): Listener {
  const memory = memoryOf(db)
  return {
    text(text) {
      if (memory.words === null) return
      for (const word of wordsOf(text)) {
        memory.words.add(word)
        const runs = word.match(plainRun) ?? []
        if (runs[0] !== word) runs.forEach((run) => memory.words?.add(run))
      }
    },
    entity(part, id) {
      if (memory.names === null || !isNameKind(part)) return
      memory.names.change(id, entriesOf(namesOfEntry(db, part, id))[0] ?? null)
      const same = part === 'body' ? organisationOfBody(db, id) : null
      if (same !== null) memory.names.change(same, entriesOf(namesOfEntry(db, 'organisation', same))[0] ?? null)
    },
  }
}

/** Makes ready a part of what a search may need, at an idle moment. Returns whether that was not the last part. */
export function warm(db: ReadableDb): boolean {
  const memory = memoryOf(db)
  const { words, names } = memory
  if (names === null) namesIn(db)
  else if (words === null) wordsIn(db)
  else if (words.later > mostLate) memory.words = words.renewed()
  else if (names.changes > mostChanged) memory.names = names.renewed()
  else if (!names.warm) names.warmUp()
  else return false
  return true
}
