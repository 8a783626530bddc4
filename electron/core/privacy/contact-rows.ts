/**
 * Rows of files of contacts: the whole row tells of one person. Such a row is known by the words that prove the person
 * without any proposal, which taking contacts in alone keeps.
 */
import { all, get, run, type ReadableDb, type WritableDb } from '#db/connection.ts'
import { matchKey } from '#core/register/names.ts'
import { finderOf, type Subject } from './subject.ts'

/** Lines of a source from `line` on, counted from 1. */
export type ContactRow = { sourceId: string; line: number; lines: number }

const rowColumns = `e.source_id AS sourceId, e.line, 1 + length(e.quote) - length(replace(e.quote, char(10), '')) AS lines`
const isRow = `e.proposal_id IS NULL AND e.line IS NOT NULL AND e.person_id IS NOT NULL`
const joined = `FROM evidence e JOIN source s ON s.id = e.source_id AND s.kind = 'text'`

/** Rows that tell of people whose entries `where` picks as `p`. */
const rowsWho = (db: ReadableDb, where: string, id: string): ContactRow[] =>
  all(db, `SELECT DISTINCT ${rowColumns} ${joined} JOIN person p ON p.id = e.person_id WHERE ${isRow} AND ${where}`, {
    id,
  })

export const rowsOfPerson = (db: ReadableDb, id: string): ContactRow[] => rowsWho(db, 'p.id = @id', id)

const placeOf = ({ sourceId, line }: { sourceId: string; line: number }) => `${sourceId} ${line}`

/**
 * The rows of a person: those that prove the entry, and in the same kind of file those that were passed over but have
 * the name as a cell. Rows that prove somebody else stay theirs.
 */
export function contactRowsOf(db: ReadableDb, subject: Subject): ContactRow[] {
  const id = subject.id ?? ''
  const others = new Set(
    rowsWho(db, 'p.id <> @id', id).flatMap((row) =>
      Array.from({ length: row.lines }, (_, at) => placeOf({ ...row, line: row.line + at })),
    ),
  )
  const own = rowsOfPerson(db, id)
  const sources = all<{ id: string; text: string }>(
    db,
    `SELECT s.id, s.text FROM source s WHERE s.kind = 'text' AND EXISTS (SELECT 1 FROM evidence e WHERE e.source_id = s.id AND ${isRow})`,
  )
  const names = new Set(subject.names.map(matchKey))
  const find = finderOf(subject, [])
  const passedOver = sources.flatMap((source) =>
    source.text.split('\n').flatMap((text, at): ContactRow[] => {
      const cells = text.split(/[;,|\t]/u)
      const isNamed = cells.length > 1 && find(text).length > 0 && cells.some((cell) => names.has(matchKey(cell)))
      return isNamed ? [{ sourceId: source.id, line: at + 1, lines: 1 }] : []
    }),
  )
  return [...own, ...passedOver].filter((row) => !others.has(placeOf(row)))
}

/** Leaves of each row that it was somebody's; the lines after it keep their numbers. */
export function blankContactRows(
  db: WritableDb,
  rows: readonly ContactRow[],
  replacement: string,
  hash: (text: string) => string,
): void {
  const sources = Map.groupBy(rows, ({ sourceId }) => sourceId)
  for (const [id, own] of sources) {
    const lines = (get<{ text: string }>(db, 'SELECT text FROM source WHERE id = ?', [id])?.text ?? '').split('\n')
    for (const { line, lines: count } of own) {
      for (let at = line - 1; at < Math.min(lines.length, line - 1 + count); at += 1)
        lines[at] = at === line - 1 ? replacement : ''
      run(db, 'UPDATE evidence SET quote = ? WHERE source_id = ? AND line = ? AND proposal_id IS NULL', [
        replacement,
        id,
        line,
      ])
    }
    const text = lines.join('\n')
    run(db, 'UPDATE source SET text = ?, sha256 = ? WHERE id = ?', [text, hash(text), id])
  }
}
