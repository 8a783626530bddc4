/** What is due for review by the rules of the workspace. Pure but for its queries. */
import type { RetentionKind } from '#contract/privacy.ts'
import { all, type ReadableDb } from '#db/connection.ts'
import { dueRows, type DueRow } from '#db/queries/privacy.ts'
import { restrictedIn } from './restricted.ts'

/** The day `months` before another; the last of the month where it has fewer days. @param on `YYYY-MM-DD` */
export function monthsBefore(on: string, months: number): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

export type Rule = { kind: RetentionKind; months: number }

export function rulesOf(db: ReadableDb): Rule[] {
  return all<Rule>(db, 'SELECT kind, months FROM retention_rule ORDER BY kind')
}

export function dueOn(db: ReadableDb, on: string): DueRow[] {
  const restricted = restrictedIn(db)
  // Notes and names of texts may name somebody who is no party to them.
  const isShown = ({ name }: DueRow) => restricted?.isNamed(name) !== true
  return rulesOf(db).flatMap(({ kind, months }) => dueRows(db, kind, monthsBefore(on, months), on).filter(isShown))
}
