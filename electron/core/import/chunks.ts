/** Lines of an item grouped to paragraphs, list entries and table rows. */
import { labelledAction, namedAction } from './action-entries.ts'
import { decisionLabel, isDecisionHeading, isDecisionNumber, leadsToDecisions } from './decision-headings.ts'
import type { ItemContext } from './item-context.ts'
import { isBareNumber, runsAcross } from './furniture.ts'
import { lineEnd } from './end-columns.ts'
import { isInnerHeading } from './known-titles.ts'
import { cellsOf, isRule, listMark, pointMark } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { tellsOfVote } from './told-votes.ts'
import { endsSentence, startsLower } from './words.ts'
import { clauseRunsOn, joinLines, runsOn } from './wrap.ts'

export interface Chunk {
  lines: SourceLine[]
  /** The first line until all lines are in, then the whole. */
  text: string
  parts: string[]
  kind: 'paragraph' | 'list' | 'table'
  gapBefore: boolean
}

export const thatEntry = /^(?:[-–•*] |\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)] )?(?:att|that) /iu

/** "– to extend the period": a clause of what "The board advises the agency" leads in. */
export const toEntry = /^(?:[-–•*] |\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)] )to \p{Ll}/u

/** "Beslut: att sopa banan": the clause below is the next. */
const labelledThat = /^(?:\p{L}+s )?(?:beslut|decision|resolved)\p{L}* ?: ?(?:att|that) /iu

/** Three cells or more set apart by spaces: a row of a table, no running text. */
export function isSpacedRow({ raw }: SourceLine): boolean {
  return raw.includes('   ') && !/[\t|]/u.test(raw.trim()) && cellsOf(raw).length > 2
}

function opensChunk(line: SourceLine, previous: SourceLine, chunk: Chunk, context: ItemContext): boolean {
  if (line.forced !== previous.forced) return true
  const { text } = line
  if (/\t|\|/u.test(line.raw.trim()) || chunk.kind === 'table') return true
  if (isSpacedRow(line) && isSpacedRow(previous)) return true
  if (listMark(text) > 0 || lineEnd(previous.raw, context.crew) !== null) return true
  // "… förutsätter rektors" and "beslut," below: no heading goes on with a sentence in a small letter.
  const goesOn = startsLower(text) && !text.endsWith(':') && runsOn(previous, line, context.wrapping)
  if (isRule(text) || isDecisionNumber(text) || (!goesOn && (isDecisionHeading(text) || isInnerHeading(text))))
    return true
  if (isDecisionNumber(chunk.text)) return true
  if (chunk.lines.length === 1 && (isDecisionHeading(chunk.text) || isInnerHeading(chunk.text))) return true
  const label = decisionLabel(text)
  if (
    (label > 0 && !(goesOn && !text.slice(0, label).includes(':'))) ||
    labelledAction(text) !== null ||
    namedAction(text) !== null
  )
    return true
  if (pointMark(text) > 0 && (pointMark(chunk.text) > 0 || chunk.kind === 'list' || endsSentence(previous.text)))
    return true
  if (
    thatEntry.test(text) &&
    (leadsToDecisions(previous.text) || thatEntry.test(chunk.text) || previous.text.endsWith(':'))
  )
    return true
  if (thatEntry.test(text) && labelledThat.test(chunk.text)) return true
  if (thatEntry.test(chunk.text) && endsSentence(previous.text) && /^\p{Lu}/u.test(text)) return true
  if (thatEntry.test(text) && /(?<!\p{L})beslut\p{L}*$/iu.test(previous.text)) return true
  if (thatEntry.test(chunk.text) && tellsOfVote(text)) return true
  if (thatEntry.test(chunk.text) && clauseRunsOn(chunk.lines[0] ?? line, previous, line, context.wrapping)) return false
  if (chunk.kind === 'list') {
    const hanging = line.indent > (chunk.lines[0]?.indent ?? 0)
    return !(runsOn(previous, line, context.wrapping) || hanging)
  }
  return !runsOn(previous, line, context.wrapping)
}

/** A bare number between the halves of a sentence: it stays in it, and is pointed out. */
function isTornOff(line: SourceLine, previous: SourceLine, following: SourceLine): boolean {
  return (
    line.forced === null &&
    isBareNumber(line.text) &&
    !/\t|\|/u.test(`${previous.raw.trim()}${following.raw.trim()}`) &&
    listMark(following.text) === 0 &&
    !thatEntry.test(following.text) &&
    runsAcross(previous, following)
  )
}

/** Lines grouped to paragraphs and list entries. */
export function chunksOf(lines: readonly SourceLine[], context: ItemContext): Chunk[] {
  const chunks: Chunk[] = []
  let previous: SourceLine | null = null
  let gap = false
  let paged = false
  let torn = false
  const filled = lines.filter((line) => !line.blank && !context.furniture.has(line.n))
  let at = -1
  for (const line of lines) {
    if (context.furniture.has(line.n)) {
      paged = true
      continue
    }
    if (line.blank) {
      gap = true
      continue
    }
    at += 1
    const chunk = chunks.at(-1)
    const following = filled[at + 1]
    if (chunk !== undefined && previous !== null && following !== undefined && isTornOff(line, previous, following)) {
      chunk.lines.push(line)
      chunk.parts.push(...joinLines(chunk.parts.pop() ?? '', line.text, context.wrapping))
      torn = true
      continue
    }
    const across =
      gap &&
      paged &&
      previous !== null &&
      startsLower(line.text) &&
      !endsSentence(previous.text) &&
      listMark(line.text) === 0
    const overPage = !gap && paged && previous !== null && startsLower(line.text) && !endsSentence(previous.text)
    if (
      chunk !== undefined &&
      previous !== null &&
      (torn || across || overPage || (!gap && !opensChunk(line, previous, chunk, context)))
    ) {
      chunk.lines.push(line)
      chunk.parts.push(...joinLines(chunk.parts.pop() ?? '', line.text, context.wrapping))
    } else {
      const table = /\t|\|/u.test(line.raw.trim()) && cellsOf(line.raw).length > 1
      chunks.push({
        lines: [line],
        text: line.text,
        parts: [line.text],
        kind: table ? 'table' : listMark(line.text) > 0 ? 'list' : 'paragraph',
        gapBefore: gap || chunk === undefined,
      })
    }
    previous = line
    gap = false
    paged = false
    torn = false
  }
  for (const chunk of chunks) chunk.text = chunk.parts.join('')
  return chunks
}
