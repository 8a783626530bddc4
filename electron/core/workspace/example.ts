/**
 * The workspace to explore: the published facts of five texts about one meeting and its world, in words of
 * our own. The minutes and the texts go in by the same way as anybody's, and every proposal is accepted.
 */
import { z } from 'zod'
import { assert } from '#contract/errors.ts'
import { all, run } from '#db/connection.ts'
import { setFields } from '#db/queries/by-hand.ts'
import { addOrganisationName, addPersonName, bodyByKey } from '#db/queries/entities.ts'
import type { WriteContext } from '#core/context.ts'
import { commitImport } from '#core/imports/commit.ts'
import { normalLines } from '#core/imports/text.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { addSource } from '#core/sources/add.ts'
import { accept } from '#core/sources/answer.ts'
import { linkName } from '#core/sources/link.ts'

const text = z.strictObject({ file: z.string(), name: z.string() })
/** assets/example/example.json. */
const plan = z.strictObject({
  minutes: text,
  texts: z.array(text),
  /** Spellings of one and the same, as the texts have them. */
  spellings: z.array(
    z.strictObject({
      kind: z.enum(['person', 'organisation']),
      known: z.string(),
      also: z.string(),
      as: z.enum(['official', 'variant', 'misspelt', 'abbreviation']),
    }),
  ),
  /** Bodies that people represent, so that the list of those present has them as organisations. */
  same: z.array(z.string()),
  /** Names that may be another's of the same name: nobody can tell, so they stand for themselves. */
  apart: z.array(z.strictObject({ file: z.string(), kind: z.enum(['person', 'organisation']), name: z.string() })),
})
type Spelling = z.infer<typeof plan>['spellings'][number]

/** Whoever bears a name; nobody when no text has brought it yet. A name of two would be a fault of the example. */
function bearer({ db }: WriteContext, kind: 'person' | 'organisation', name: string): string | null {
  const rows = all<{ id: string }>(db, `SELECT DISTINCT ${kind}_id AS id FROM ${kind}_name WHERE match_key = ?`, [
    keysOf(name).match,
  ])
  assert(rows.length <= 1, `${kind} ${name} of the example is ambiguous`)
  return rows[0]?.id ?? null
}

/** Gives those who are known by now their other spellings; the others wait. */
function addSpellings(context: WriteContext, spellings: readonly Spelling[]): Spelling[] {
  const { db, ports } = context
  return spellings.filter(({ kind, known, also, as }) => {
    const id = bearer(context, kind, known)
    if (id === null) return true
    const add = kind === 'person' ? addPersonName : addOrganisationName
    add(db, ports.newId(), id, also, keysOf(also))
    run(db, `UPDATE ${kind}_name SET kind = ? WHERE ${kind}_id = ? AND text = ?`, [as, id, also])
    return false
  })
}

/** Fills an empty workspace. Within the caller's transaction. */
export function fillExample(context: WriteContext): void {
  const { ports } = context
  const { minutes, texts, spellings, same, apart } = plan.parse(JSON.parse(ports.asset('example/example.json')))
  commitImport(context, {
    name: minutes.name,
    text: ports.asset(`example/${minutes.file}`),
    encoding: 'utf-8',
    overrides: [],
    links: [],
    accept: [],
    skip: [],
    again: false,
  })
  let waiting = addSpellings(context, spellings)
  for (const { file, name } of texts) {
    const { id: source } = addSource(context, {
      name,
      text: normalLines(ports.asset(`example/${file}`)),
      format: 'txt',
      encoding: 'utf-8',
      notes: [],
      again: false,
    })
    for (const one of apart)
      if (one.file === file) linkName(context, { source, kind: one.kind, name: one.name, to: null })
    accept(context, { source })
    waiting = addSpellings(context, waiting)
  }
  for (const name of same) {
    const body = bodyByKey(context.db, keysOf(name).match)
    const organisation = bearer(context, 'organisation', name)
    assert(body !== null && organisation !== null, `the example does not name ${name} twice`)
    setFields(context.db, 'body', body, { same_organisation_id: organisation })
  }
  assert(waiting.length === 0, `the example does not name ${waiting.map(({ known }) => known).join(', ')}`)
}
