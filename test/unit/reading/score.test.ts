import { expect, test } from 'vitest'
import type { FindingKind } from '#contract/reading.ts'
import { readText } from '#core/reading/read.ts'
import { ratio, scoreKind } from './score.ts'
import type { Tally } from './score.ts'
import { developTexts } from './texts.ts'

/** Least F1 over all labelled texts together. */
const least: readonly (readonly [FindingKind, number])[] = [
  ['person', 0.97],
  ['organisation', 0.93],
  ['body', 0.9],
  ['theme', 0.97],
  ['tenure', 0.92],
  ['event', 0.95],
  ['assignment', 0.9],
]

test.each(least)('everyday texts with labels: F1 of %s is at least %d', (kind, limit) => {
  const sum: Tally = { hit: [], missed: [], wrong: [] }
  for (const { file, text, labels } of developTexts()) {
    const tally = scoreKind(readText(text).findings, kind, labels[kind] ?? [])
    sum.hit.push(...tally.hit)
    sum.missed.push(...tally.missed.map((one) => `${file}: ${one}`))
    sum.wrong.push(...tally.wrong.map((one) => `${file}: ${one}`))
  }
  const { recall, precision, f1 } = ratio(sum)
  console.info(
    `${kind}: ${sum.hit.length} of ${sum.hit.length + sum.missed.length}, ${sum.wrong.length} wrong; recall ${recall.toFixed(2)}, precision ${precision.toFixed(2)}, F1 ${f1.toFixed(3)}`,
  )
  expect(f1, [...sum.missed, '— wrong:', ...sum.wrong].join('\n')).toBeGreaterThanOrEqual(limit)
})
