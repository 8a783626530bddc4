/** The parts a line of minutes can be, with their keys, and the lines of one meeting as the text pane shows them. */
import type { LineOverride, LinePart, Placement, ProposedMeeting } from '#contract/proposal.ts'

/** Parts a person may choose, the first nine under the keys 1 to 9. */
export const choosable: readonly LineOverride[] = [
  'itemHeading',
  'paragraph',
  'list',
  'decision',
  'action',
  'participant',
  'head',
  'title',
  'furniture',
  'sender',
  'participantHeading',
  'signature',
  'unplaced',
]

/** Key of a part: `1` for the first, nothing after the ninth. */
export function keyOfPart(part: LineOverride): string | null {
  const place = choosable.indexOf(part)
  return place >= 0 && place < 9 ? String(place + 1) : null
}

export type SourceRow = {
  line: number
  text: string
  part: LinePart
  /** Blank lines stand before it. */
  gap: boolean
  /** The part was chosen by hand. */
  forced: boolean
  /** The row before, gaps apart, is the same part: its word is said more quietly. */
  goesOn: boolean
}

/** The lines of a meeting that say something, in order. `lines` are those of the whole text. */
export function sourceRows(
  meeting: Pick<ProposedMeeting, 'placements'>,
  lines: readonly string[],
  overrides: ReadonlyMap<number, LineOverride>,
): SourceRow[] {
  const rows: SourceRow[] = []
  let gap = false
  let before: LinePart | null = null
  for (const { line, part } of meeting.placements) {
    if (part === 'blank') {
      gap = rows.length > 0
      continue
    }
    rows.push({
      line,
      text: (lines[line - 1] ?? '').trim(),
      part,
      gap,
      forced: overrides.has(line),
      goesOn: part === before,
    })
    gap = false
    before = part
  }
  return rows
}

/** Lines without a place, in order. */
export function unplacedLines(meeting: Pick<ProposedMeeting, 'placements'>): number[] {
  return meeting.placements.filter(({ part }) => part === 'unplaced').map(({ line }) => line)
}

/** The line of `rows` that is `step` rows from `line`; the nearest end when there is none so far. */
export function stepFrom(rows: readonly Pick<SourceRow, 'line'>[], line: number | null, step: number): number | null {
  const here = line === null ? -1 : rows.findIndex((row) => row.line === line)
  const next = here < 0 ? (step < 0 ? rows.length - 1 : 0) : Math.min(rows.length - 1, Math.max(0, here + step))
  return rows[next]?.line ?? null
}

/** Parts in `placements` between two lines, each once. */
export function partsBetween(placements: readonly Placement[], from: number, to: number): LinePart[] {
  const found = placements.filter(({ line, part }) => line >= from && line <= to && part !== 'blank')
  return [...new Set(found.map(({ part }) => part))]
}
