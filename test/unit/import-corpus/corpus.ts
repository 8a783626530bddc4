/** Reads a corpus folder (`NN-slug.txt` beside `NN-slug.json`) through the importer and scores it. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText } from '#core/import/decode.ts'
import { parseMinutes } from '#core/import/parse.ts'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { accepts, squeezed } from './compare.ts'
import { readLabel } from './expected.ts'
import type { ExpectedMeeting } from './expected.ts'
import { lostLines } from './nothing-lost.ts'
import type { LostLine } from './nothing-lost.ts'
import { fromProposal, nothingFound } from './scored.ts'
import { emptyScore, fields, scoreMeeting } from './score.ts'
import type { Score } from './score.ts'
import { addTally, pairUp } from './tally.ts'

/** Against it, all that is found is invented. */
const nothingExpected: ExpectedMeeting = { ...nothingFound, participants: [], items: [] }

export type FileResult = {
  file: string
  text: string
  score: Score
  lost: LostLine[]
  unplaced: LostLine[]
  /** What is wrong with the file as a whole: refused, not refused, another number of meetings, a crash. */
  wrong: string | null
  /** True when the label says that the text is no minutes. */
  notMinutes: boolean
}

/** Names of the corpus texts in `dir`, sorted. */
export function corpusFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
}

/** Imports one text and scores it against its label. */
export function scoreFile(dir: string, file: string): FileResult {
  const expected = readLabel(readFileSync(join(dir, file.replace(/\.txt$/, '.json')), 'utf8'))
  const { text } = decodeText(readFileSync(join(dir, file)))
  const outcome = attempt(text)
  const result: FileResult = {
    file,
    text,
    score: emptyScore(),
    lost: [],
    unplaced: [],
    wrong: null,
    notMinutes: expected === null,
  }
  if (expected === null) {
    if (!outcome.refused) result.wrong = outcome.failure ?? 'was taken for minutes'
    return result
  }
  if (outcome.failure) result.wrong = outcome.failure
  else if (outcome.refused) result.wrong = 'was refused'
  else if (outcome.meetings.length !== expected.length) {
    result.wrong = `${outcome.meetings.length} meetings found, ${expected.length} are in it`
  }
  const sameDate = (label: ExpectedMeeting, found: ProposedMeeting): boolean => accepts(label.date, found.date)
  const { pairs, missed, extra } = pairUp(expected, outcome.meetings, [sameDate, () => true])
  const scores = [
    ...pairs.map(([label, found]) => scoreMeeting(label, fromProposal(found))),
    ...missed.map((label) => scoreMeeting(label, nothingFound)),
    ...extra.map((found) => scoreMeeting(nothingExpected, fromProposal(found))),
  ]
  for (const scored of scores) {
    for (const field of fields) addTally(result.score[field], scored[field], '')
  }
  if (!outcome.refused && !outcome.failure) Object.assign(result, lostLines(text, outcome.meetings))
  return result
}

type Outcome = { meetings: ProposedMeeting[]; refused: boolean; failure: string | null }

function attempt(text: string): Outcome {
  try {
    return { meetings: parseMinutes(text, {}), refused: false, failure: null }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'import.not-minutes') return { meetings: [], refused: true, failure: null }
    return {
      meetings: [],
      refused: false,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}

/** Sums the scores of several files; each note begins with its file and, where the words are in the text, the line. */
export function sumScores(results: readonly FileResult[]): Score {
  const sum = emptyScore()
  for (const result of results) {
    for (const field of fields) {
      const tally = result.score[field]
      const notes = tally.notes.map((note) => `${result.file}:${lineOf(result.text, note)} ${note}`)
      addTally(sum[field], { ...tally, notes }, '')
    }
  }
  return sum
}

/** First line that holds the note's words, or `?`. */
function lineOf(text: string, note: string): string {
  const said = note.slice(2).split(/ \| | \(right:/)[0] ?? ''
  const right = /\(right: ([^|)]*)/.exec(note)?.[1] ?? ''
  const lines = text.split(/\r\n|\n|\r/).map(squeezed)
  for (const words of [right, said, said.replace(/^\S+ /, ''), said.split(':')[0] ?? '']) {
    const wanted = squeezed(words).slice(0, 32)
    if (wanted === '' || wanted === 'null') continue
    const index = lines.findIndex((line) => line.includes(wanted))
    if (index >= 0) return String(index + 1)
  }
  return '?'
}
