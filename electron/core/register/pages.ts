/** The pages of themes, posts, events and assignments. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed, Output } from '#contract/methods.ts'
import type { AssignmentView, EventView, PostView, ThemeView } from '#contract/register-pages.ts'
import type { Evidence } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import { assignmentRow, assignmentsUnder, eventRow, sourcesOf } from '#db/queries/holdings.ts'
import { postByFold, postByKey, postRow } from '#db/queries/posts.ts'
import { mergedInto } from '#db/queries/merged-events.ts'
import { evidenceOf } from '#db/queries/roles.ts'
import { childThemes, themeRow, themesAbove, themesUnder } from '#db/queries/themes.ts'
import { storedEvidence } from './evidence.ts'
import { holdersOf } from './holders.ts'
import { foldKey, matchKey } from './names.ts'
import { assignmentRows, parties, tiesOf } from './relations.ts'
import { workingOn } from './working-on.ts'
import type { View } from './clock.ts'

function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw new KansliError('entity.not-found')
  return row
}

/** @throws KansliError entity.not-found */
export function themeView(db: ReadableDb, id: string, view: View): ThemeView {
  const { parentId: _parent, ...theme } = found(themeRow(db, id))
  const under = themesUnder(db, id)
  const assignments = assignmentRows(db, assignmentsUnder(db, under))
  const ties = tiesOf(db, 'theme', under, view)
  return {
    ...theme,
    asOf: view.on,
    above: themesAbove(db, id),
    children: childThemes(db, id),
    assignments,
    organisations: workingOn(db, assignments, ties, view),
    ties,
    evidence: evidenceOf(db, 'theme', id).map(storedEvidence),
    sources: sourcesOf(db, 'theme', id),
  }
}

/** @throws KansliError entity.not-found */
export function postView(db: ReadableDb, id: string, view: View): PostView {
  return { ...found(postRow(db, id)), asOf: view.on, holders: holdersOf(db, id, view) }
}

/** @throws KansliError entity.not-found */
export function holdersOn(db: ReadableDb, input: Parsed<'posts.holders'>, view: View): Output<'posts.holders'> {
  const { title: asked } = input
  // Marks are forgiven; a title that is written with the same marks comes before one that is not.
  const byTitle = asked === undefined ? null : (postByKey(db, matchKey(asked)) ?? postByFold(db, foldKey(asked)))
  const { id, title } = found(postRow(db, found(input.id ?? byTitle)))
  const holders = holdersOf(db, id, view).filter(({ standing }) => standing === 'holds' || standing === 'possible')
  return { postId: id, title, on: view.on, holders }
}

/** One line may prove both of two events that are one. */
function eachOnce(words: readonly Evidence[]): Evidence[] {
  return [...new Map(words.map((one) => [JSON.stringify([one.sourceId, one.line, one.quote]), one])).values()]
}

/** @throws KansliError entity.not-found */
export function eventView(db: ReadableDb, id: string): EventView {
  return {
    ...found(eventRow(db, id)),
    parties: parties(db, 'event', [id]).get(id) ?? [],
    merged: mergedInto(db, id),
    evidence: eachOnce(evidenceOf(db, 'event', id).map(storedEvidence)),
  }
}

/** @throws KansliError entity.not-found */
export function assignmentView(db: ReadableDb, id: string): AssignmentView {
  const row = found(assignmentRow(db, id))
  const [view] = assignmentRows(db, [row])
  return { ...found(view), text: row.text, evidence: evidenceOf(db, 'assignment', id).map(storedEvidence) }
}
