/** The source's own lines, each with its number and the word for what it was read as. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
// As in the list box that holds them.
import { memo } from 'react'
import type { LinePart } from '#contract/proposal.ts'
import { useT } from '../../i18n/i18n.ts'
import type { SourceRow } from './parts.ts'

/** Rows drawn together; the browser passes over those out of sight. */
export const rowsPerChunk = 50

export const rowId = (line: number) => `import-line-${line}`

type ChunkProps = {
  rows: readonly SourceRow[]
  /** Chosen lines inside this chunk, or null. */
  from: number | null
  to: number | null
  active: number | null
  /** Words of findings, by line. */
  needles: ReadonlyMap<number, readonly string[]>
}

/** Text cut where a finding's words stand. */
function pieces(text: string, needles: readonly string[]): { text: string; found: boolean }[] {
  const cuts = needles
    .map((needle) => [text.indexOf(needle), needle.length] as const)
    .filter(([at, length]) => at >= 0 && length > 0)
    .sort((a, b) => a[0] - b[0])
  const out: { text: string; found: boolean }[] = []
  let end = 0
  for (const [at, length] of cuts) {
    if (at < end) continue
    if (at > end) out.push({ text: text.slice(end, at), found: false })
    out.push({ text: text.slice(at, at + length), found: true })
    end = at + length
  }
  if (end < text.length || out.length === 0) out.push({ text: text.slice(end), found: false })
  return out
}

const plain: readonly string[] = []

function Words({ text, needles }: { text: string; needles: readonly string[] }) {
  if (needles.length === 0) return text
  return pieces(text, needles).map((piece, index) =>
    piece.found ? (
      <span key={index} className="import-found">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  )
}

/** Kinds of part that share a face. */
const faces: Record<LinePart, 'head' | 'heading' | 'text' | 'done' | 'person' | 'ahead' | 'quiet' | 'unplaced'> = {
  blank: 'quiet',
  furniture: 'quiet',
  sender: 'head',
  title: 'head',
  head: 'head',
  itemHeading: 'heading',
  paragraph: 'text',
  list: 'text',
  decisionHeading: 'done',
  decision: 'done',
  action: 'done',
  participantHeading: 'heading',
  participant: 'person',
  nextMeeting: 'ahead',
  signature: 'quiet',
  unplaced: 'unplaced',
}

export const SourceChunk = memo(function SourceChunk({ rows, from, to, active, needles }: ChunkProps) {
  const t = useT()
  return (
    <div
      className="import-chunk"
      role="presentation"
      style={{ containIntrinsicBlockSize: `auto ${rows.length * 30}px` }}
    >
      {rows.map((row) => (
        <div
          key={row.line}
          id={rowId(row.line)}
          role="option"
          aria-selected={from !== null && to !== null && row.line >= from && row.line <= to}
          data-active={row.line === active || undefined}
          data-line={row.line}
          data-part={row.part}
          data-face={faces[row.part]}
          data-gap={row.gap || undefined}
          data-goes-on={row.goesOn || undefined}
          className="import-line"
        >
          <span className="import-no">{row.line}</span>
          <span className="import-part">
            {t(`imports:part.${row.part}`)}
            {row.forced && <span className="import-forced">{t('imports:forced')}</span>}
          </span>
          <span className="import-text">
            <Words text={row.text} needles={needles.get(row.line) ?? plain} />
          </span>
        </div>
      ))}
    </div>
  )
})
