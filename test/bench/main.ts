/** Runs the rows and prints them. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Bench, Row } from './measure.ts'
import { completeLetter } from './rows/complete.ts'
import { contactsPreview } from './rows/contacts.ts'
import { durableSave, saveAcknowledged } from './rows/durable-save.ts'
import { keyPaint, keyPaintTiptap, openTiptap } from './rows/editor.ts'
import { importLinear, importReal } from './rows/import.ts'
import { namesMatch, namesMissed, namesWrong } from './rows/names.ts'
import { openLarge } from './rows/open-large.ts'
import { personPage } from './rows/person.ts'
import { reviewReal } from './rows/review.ts'
import { saveBackup } from './rows/save-backup.ts'
import { searchFts4, searchScan, searchTyping, searchTypingWorst } from './rows/search.ts'
import { searchChanged } from './rows/search-changed.ts'
import { startPage } from './rows/start-page.ts'
import { wordExport } from './rows/word-export.ts'

const rows: readonly Bench[] = [
  wordExport,
  importReal,
  importLinear,
  openLarge,
  personPage,
  reviewReal,
  durableSave,
  searchTyping,
  searchTypingWorst,
  searchChanged,
  searchFts4,
  searchScan,
  namesMatch,
  namesMissed,
  namesWrong,
  completeLetter,
  contactsPreview,
  startPage,
  keyPaint,
  keyPaintTiptap,
  openTiptap,
  saveAcknowledged,
  saveBackup,
]

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(2)
}

async function measure(bench: Bench): Promise<Row> {
  const { ours, reference, ratio = ours / reference } = await bench.run()
  return { name: bench.name, ours, reference, ratio, target: bench.target, holds: ratio <= bench.target }
}

function print(bench: Bench, row: Row): void {
  const verdict = row.holds ? 'holds' : 'FAILS'
  console.log(`${row.name.padEnd(16)} ${figure(row.ratio).padStart(6)} of ${figure(row.target)} ${verdict}`)
  console.log(`  ${bench.what}: ${figure(row.ours)} ms; ${bench.against}: ${figure(row.reference)} ms`)
}

/** Exit code 0 when every row holds, 1 when one does not, 2 for a wrong command line. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'string' }, only: { type: 'string', multiple: true } },
  })
  const unknown = (values.only ?? []).filter((name) => rows.every((row) => row.name !== name))
  if (unknown.length > 0) {
    console.error(`no such row: ${unknown.join(', ')}; there are ${rows.map((row) => row.name).join(', ')}`)
    return 2
  }
  const results: Row[] = []
  for (const bench of rows) {
    if (values.only !== undefined && !values.only.includes(bench.name)) continue
    const row = await measure(bench)
    print(bench, row)
    results.push(row)
  }
  if (values.json !== undefined)
    writeFileSync(resolve(process.env['INIT_CWD'] ?? '.', values.json), `${JSON.stringify(results, null, 2)}\n`)
  return results.every((row) => row.holds) ? 0 : 1
}
