/**
 * Measures the importer on a folder of labelled texts:
 * `node test/unit/import-corpus/run.ts DIR [--verbose]`. Exit code 1 when a file as a whole is read wrong or loses lines.
 */
import { corpusFiles, scoreFile, sumScores } from './corpus.ts'
import type { FileResult } from './corpus.ts'
import { fields } from './score.ts'
import { f1, precision, recall } from './tally.ts'

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`.padStart(8)

function table(results: readonly FileResult[]): string[] {
  const sum = sumScores(results)
  const out = ['field             precision   recall       F1    hit missed extra']
  for (const field of fields) {
    const tally = sum[field]
    const counts = [tally.hit, tally.missed, tally.extra].map((count) => String(count).padStart(6)).join('')
    out.push(
      `${field.padEnd(17)} ${percent(precision(tally))} ${percent(recall(tally))} ${percent(f1(tally))}${counts}`,
    )
  }
  return out
}

function details(results: readonly FileResult[]): string[] {
  const sum = sumScores(results)
  const out: string[] = []
  for (const field of fields) {
    if (sum[field].notes.length > 0) out.push('', field, ...sum[field].notes.map((note) => `  ${note}`))
  }
  const unplaced = results.flatMap((one) => one.unplaced.map((line) => `  ${one.file}:${line.line} ${line.text}`))
  if (unplaced.length > 0) out.push('', 'not placed', ...unplaced)
  return out
}

function main(args: readonly string[]): number {
  const dir = args.find((arg) => !arg.startsWith('--'))
  if (!dir) {
    process.stderr.write('usage: node test/unit/import-corpus/run.ts DIR [--verbose]\n')
    return 2
  }
  const results = corpusFiles(dir).map((file) => scoreFile(dir, file))
  const minutes = results.filter((one) => !one.notMinutes)
  const wrong = results.filter((one) => one.wrong !== null)
  const lost = results.flatMap((one) => one.lost.map((line) => `  ${one.file}:${line.line} ${line.why}: ${line.text}`))
  const unplaced = results.reduce((count, one) => count + one.unplaced.length, 0)
  const out = [
    ...table(minutes),
    '',
    `${minutes.length} texts of minutes, ${results.length - minutes.length} others, ${wrong.length} wrong as a whole`,
    ...wrong.map((one) => `  ${one.file}: ${one.wrong ?? ''}`),
    `${lost.length} lines lost, ${unplaced} not placed`,
    ...lost,
  ]
  if (args.includes('--verbose')) out.push(...details(minutes))
  process.stdout.write(`${out.join('\n')}\n`)
  return wrong.length + lost.length > 0 ? 1 : 0
}

process.exitCode = main(process.argv.slice(2))
