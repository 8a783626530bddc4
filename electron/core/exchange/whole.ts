/** A whole workspace as one JSON document, and back. */
import { isUtf8 } from 'node:buffer'
import { KansliError } from '#contract/errors.ts'
import type { ReadableDb } from '#db/connection.ts'
import { loadWorkspace, type GivenTable } from '#db/whole-in.ts'
import { schemaVersion, wholeTables, type WholeValue } from '#db/whole-out.ts'
import { JsonFault, JsonWalker } from './json-stream.ts'

/** Name of the format, and the version of the document around the tables. */
const [format, formatVersion] = ['kansli-workspace', 1]

/** Bytes gathered before they are set aside. */
const chunk = 262_144

/** JSON has no infinity, but a number beyond every number is read as one. Bytes are written as base64. */
function written(value: WholeValue): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return `${value < 0 ? '-' : ''}9e999`
  return JSON.stringify(value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value)
}

/** `notesLeft`: private notes that stayed behind. */
export type WholeOut = { bytes: Uint8Array; tables: number; rows: number; notesLeft: number }

/** Every stored table, a row a line. At most twice the document stands in memory. @param madeAt ISO instant */
export function wholeOut(
  db: ReadableDb,
  program: string,
  madeAt: string,
  { withNotes } = { withNotes: false },
): WholeOut {
  const parts: Buffer[] = []
  let [text, rows] = ['', 0]
  const put = (more: string) => {
    text += more
    if (text.length < chunk) return
    parts.push(Buffer.from(text))
    text = ''
  }
  const tables = wholeTables(db, { withNotes })
  const head = { format, formatVersion, program, schema: schemaVersion(db), madeAt }
  put(`${JSON.stringify(head).slice(0, -1)},\n"tables":{`)
  for (const [index, table] of tables.entries()) {
    put(`${index === 0 ? '' : ','}\n${JSON.stringify(table.name)}:{"columns":${JSON.stringify(table.columns)},"rows":[`)
    let first = true
    for (const row of table.rows()) {
      put(`${first ? '' : ','}\n[${row.map(written).join(',')}]`)
      first = false
      rows += 1
    }
    put(']}')
  }
  put('\n}}\n')
  parts.push(Buffer.from(text))
  const notesLeft = tables.reduce((sum, { left }) => sum + left, 0)
  return { bytes: Buffer.concat(parts), tables: tables.length, rows, notesLeft }
}

const damaged = (where: string, cause?: unknown) => new KansliError('whole.damaged', { where }, { cause })

/** The tables of the document, each to be read to its end before the next. */
function* tablesIn(walker: JsonWalker): Generator<GivenTable> {
  const seen = new Set<string>()
  for (const name of walker.names()) {
    if (seen.has(name)) throw damaged(name)
    seen.add(name)
    let columns: string[] | null = null
    let done = false
    for (const key of walker.names()) {
      if (key === 'columns') {
        const given = walker.value()
        if (!Array.isArray(given)) throw damaged(name)
        columns = given.map(String)
      } else if (key === 'rows' && columns !== null && !done) {
        yield { name, columns, rows: walker.items() }
        done = true
      } else throw damaged(name)
    }
    if (!done) throw damaged(name)
  }
}

type Head = { schema: number; walker: JsonWalker }

/** What stands before the tables. @throws KansliError whole.not-export, whole.damaged */
function headOf(walker: JsonWalker, names: Iterator<string, undefined>): Head {
  const head = new Map<string, unknown>()
  for (let next = names.next(); next.value !== 'tables'; next = names.next()) {
    if (next.done === true || head.size > 20) throw new KansliError('whole.not-export')
    head.set(next.value, walker.value())
  }
  if (head.get('format') !== format) throw new KansliError('whole.not-export')
  const schema = head.get('schema')
  if (head.get('formatVersion') !== formatVersion || typeof schema !== 'number' || !Number.isSafeInteger(schema))
    throw damaged('formatVersion')
  return { schema, walker }
}

/**
 * Makes a workspace at `path` of a document, or leaves nothing.
 * @throws KansliError whole.not-export, whole.damaged, workspace.from-future, .exists, .disk
 */
export function wholeIn(bytes: Uint8Array, path: string): void {
  if (!isUtf8(bytes)) throw new KansliError('whole.not-export')
  const walker = new JsonWalker(bytes)
  const names = walker.names()
  let begun = false
  try {
    const { schema } = headOf(walker, names)
    begun = true
    loadWorkspace(path, schema, closing(tablesIn(walker), walker, names))
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error
    throw begun ? damaged(`byte ${error.at}`, error) : new KansliError('whole.not-export', {}, { cause: error })
  }
}

/** After the last table the document ends: what follows would be somebody else's. */
function* closing(
  tables: Generator<GivenTable>,
  walker: JsonWalker,
  names: Iterator<string, undefined>,
): Generator<GivenTable> {
  yield* tables
  if (names.next().done !== true) throw damaged('tables')
  walker.end()
}
