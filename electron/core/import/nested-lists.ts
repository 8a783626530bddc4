/** Lists inside lists: how deep each entry stands, told by its indent. */
import type { Block } from '#contract/proposal.ts'
import { listMark } from './lines.ts'
import type { SourceLine } from './lines.ts'

/** An entry less far out of line than this stands where the ones before it stand. */
const leastStep = 2
const deepest = 2

/** Columns of white space in front; a tab is one step. */
function columnOf({ raw }: SourceLine): number {
  return (/^\s*/u.exec(raw)?.[0] ?? '').replaceAll('\t', '    ').length
}

/** Levels, from 0, of entries that begin at these columns. */
function levelsOf(columns: readonly number[]): number[] {
  const open: number[] = []
  return columns.map((column) => {
    while (open.length > 1 && column <= (open.at(-1) ?? 0) - leastStep) open.pop()
    const last = open.at(-1)
    if (last === undefined || column >= last + leastStep) open.push(column)
    else if (open.length === 1 && column < last) open[0] = column
    return Math.min(open.length - 1, deepest)
  })
}

/** "1." in the outer list, "b)" in the one inside: its place there, as our levels print it; null for any other mark. */
function countOf(text: string, level: number): { place: number; mark: number } | null {
  const [mark, written] = (level === 0 ? /^(\d{1,3})\.\s+/u : /^([a-z])\)\s+/u).exec(text) ?? []
  if (mark === undefined || written === undefined || level > 1) return null
  return { place: level === 0 ? Number(written) : written.charCodeAt(0) - 96, mark: mark.length }
}

/**
 * Gives the list entries of `blocks` their levels, where a run of them has any but one. Numbers that count from one
 * become the level's own; others stay in the words.
 */
export function nestLists(blocks: Block[], lines: readonly SourceLine[]): void {
  const byNumber = new Map(lines.map((line) => [line.n, line]))
  for (let from = 0; from < blocks.length; from += 1) {
    let to = from
    while (isEntry(blocks[to], byNumber)) to += 1
    if (to - from > 1) nestRun(blocks.slice(from, to), byNumber)
    from = Math.max(from, to)
  }
}

function isEntry(block: Block | undefined, byNumber: ReadonlyMap<number, SourceLine>): boolean {
  const line = block?.kind === 'list' ? byNumber.get(block.lines[0]) : undefined
  return line !== undefined && listMark(line.text) > 0
}

function nestRun(run: readonly Block[], byNumber: ReadonlyMap<number, SourceLine>): void {
  const levels = levelsOf(
    run.map((block) => {
      const line = byNumber.get(block.lines[0])
      return line === undefined ? 0 : columnOf(line)
    }),
  )
  if (levels.every((level) => level === 0)) return
  const counts = run.map((block, at) => countOf(block.text, levels[at] ?? 0))
  const ordered = countedLevels(levels, counts)
  run.forEach((block, at) => {
    const level = levels[at] ?? 0
    const own = ordered[level] === true
    if (own) block.text = block.text.slice(counts[at]?.mark ?? 0)
    if (own || level > 0) block.fields = { ...(own ? { ordered: true } : {}), ...(level === 0 ? {} : { level }) }
  })
}

/** Of each level whether all its entries count up from one, anew in each list. */
function countedLevels(levels: readonly number[], counts: readonly ({ place: number } | null)[]): boolean[] {
  const ordered = [true, true, true]
  const last: number[] = []
  levels.forEach((level, at) => {
    last.length = level + 1
    const expected = (last[level] ?? 0) + 1
    if (counts[at]?.place !== expected) ordered[level] = false
    last[level] = expected
  })
  return ordered
}
