import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { corpusFiles, scoreFile, sumScores } from './corpus.ts'
import { f1 } from './tally.ts'
import type { Field } from './score.ts'

/** The least F1 over the whole corpus, by field. */
const leastF1: Partial<Record<Field, number>> = {
  items: 0.99,
  participants: 0.99,
  status: 0.99,
  mode: 0.98,
  itemMarks: 0.98,
  capacities: 0.98,
  organisations: 0.98,
  decisions: 0.98,
  actions: 0.97,
  actionOwner: 0.98,
  actionDue: 0.98,
  date: 0.99,
  chair: 0.98,
  nextMeeting: 0.98,
}

const dir = fileURLToPath(new URL('../../fixtures/minutes/corpus/dev/', import.meta.url))
const results = corpusFiles(dir).map((file) => scoreFile(dir, file))
const minutes = results.filter((one) => !one.notMinutes)

describe('the corpus of minutes', () => {
  const sum = sumScores(minutes)
  test.each(Object.entries(leastF1))('reads %s with an F1 of at least %f', (field, least) => {
    // The keys of the table are fields.
    const tally = sum[field as Field]
    expect(f1(tally), tally.notes.join('\n')).toBeGreaterThanOrEqual(least)
  })

  test.each(minutes.map((one) => one.file))('%s is read as the right number of meetings', (file) => {
    expect(minutes.find((one) => one.file === file)?.wrong).toBeNull()
  })

  test.each(minutes.map((one) => one.file))('%s loses no line', (file) => {
    expect(minutes.find((one) => one.file === file)?.lost).toEqual([])
  })
})

describe('texts that are no minutes', () => {
  test.each(results.filter((one) => one.notMinutes).map((one) => one.file))('%s is refused', (file) => {
    expect(results.find((one) => one.file === file)?.wrong).toBeNull()
  })
})
