/** The text with its line numbers; words that proposals rest on are marked, those of the chosen one most. */
// What scrolls must be reached by keyboard, though nothing in it is pressed.
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */
import { memo, useEffect, useMemo, type PointerEvent } from 'react'
import type { Place } from '#contract/reading.ts'
import type { Proposal } from '#contract/sources.ts'
import { useT } from '../../i18n/i18n.ts'

/** Lines drawn together; the browser passes over those out of sight. */
const linesPerChunk = 50

export const lineId = (line: number) => `src-line-${line}`

type Mark = { from: number; to: number; chosen: boolean }

/** Where a quote's words stand in one of its lines; the whole line where it goes over several. */
function markIn(text: string, place: Place, chosen: boolean): Mark | null {
  const found = place.from === place.to ? text.indexOf(place.quote) : -1
  if (found >= 0) return { from: found, to: found + place.quote.length, chosen }
  const from = text.length - text.trimStart().length
  const to = text.trimEnd().length
  return to > from ? { from, to, chosen } : null
}

function marksByLine(lines: readonly string[], places: readonly Place[], chosen: boolean): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>()
  for (const place of places) {
    // A quote of many lines would be no quote.
    for (let line = place.from; line <= Math.min(place.to, place.from + 30); line += 1) {
      const mark = markIn(lines[line - 1] ?? '', place, chosen)
      if (mark !== null) marks.set(line, [...(marks.get(line) ?? []), mark])
    }
  }
  return marks
}

/** A line cut where marks begin and end; what is chosen lies over the rest. */
function pieces(text: string, marks: readonly Mark[]): { text: string; look: 'plain' | 'told' | 'chosen' }[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].toSorted((a, b) => a - b)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0
    const over = marks.filter(({ from, to }) => from <= start && to >= end)
    const look = over.some(({ chosen }) => chosen) ? 'chosen' : over.length > 0 ? 'told' : 'plain'
    return { text: text.slice(start, end), look }
  })
}

const noMarks: readonly Mark[] = []

function Line({ line, text, marks, lit }: { line: number; text: string; marks: readonly Mark[]; lit: boolean }) {
  return (
    <div id={lineId(line)} data-line={line} data-lit={lit || undefined} className="src-line">
      <span className="src-no">{line}</span>
      <span className="src-text">
        {marks.length === 0
          ? text
          : pieces(text, marks).map((piece, index) =>
              piece.look === 'plain' ? (
                piece.text
              ) : piece.look === 'chosen' ? (
                <mark key={index}>{piece.text}</mark>
              ) : (
                <span key={index} className="src-told">
                  {piece.text}
                </span>
              ),
            )}
      </span>
    </div>
  )
}

type ChunkProps = {
  first: number
  lines: readonly string[]
  told: ReadonlyMap<number, readonly Mark[]>
  chosen: ReadonlyMap<number, readonly Mark[]> | null
  lit: number | null
}

const Chunk = memo(function Chunk({ first, lines, told, chosen, lit }: ChunkProps) {
  return (
    <div className="src-chunk" style={{ containIntrinsicBlockSize: `auto ${lines.length * 26}px` }}>
      {lines.map((text, index) => {
        const line = first + index
        const marks = [...(told.get(line) ?? noMarks), ...(chosen?.get(line) ?? noMarks)]
        return <Line key={line} line={line} text={text} marks={marks} lit={lit === line} />
      })}
    </div>
  )
})

type TextLinesProps = {
  text: string
  found: readonly Proposal[]
  chosen: Proposal | null
  /** A line that a link asks for. */
  wanted: number | null
  onLine: (line: number) => void
}

export function TextLines({ text, found, chosen, wanted, onLine }: TextLinesProps) {
  const t = useT()
  const lines = useMemo(() => text.split('\n'), [text])
  const told = useMemo(
    () =>
      marksByLine(
        lines,
        found.filter(({ state }) => state !== 'rejected').flatMap(({ finding }) => finding.places),
        false,
      ),
    [lines, found],
  )
  const chosenMarks = useMemo(
    () => (chosen === null ? null : marksByLine(lines, chosen.finding.places, true)),
    [lines, chosen],
  )
  const chunks = useMemo(() => {
    const parts: { first: number; lines: string[] }[] = []
    for (let at = 0; at < lines.length; at += linesPerChunk)
      parts.push({ first: at + 1, lines: lines.slice(at, at + linesPerChunk) })
    return parts
  }, [lines])
  const goal = chosen?.finding.places[0]?.from ?? wanted
  useEffect(() => {
    if (goal !== null && goal !== undefined)
      document.getElementById(lineId(goal))?.scrollIntoView({ block: chosen === null ? 'center' : 'nearest' })
  }, [goal, chosen])
  const onPointerUp = (event: PointerEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null
    // Selecting words to copy them is no choice of a line.
    if (row !== null && event.button === 0 && (window.getSelection()?.isCollapsed ?? true))
      onLine(Number(row.dataset['line']))
  }
  return (
    // The lines answer the pointer as a short cut; the same proposals are walked in the list beside.
    <section className="src-lines" aria-label={t('sources:page.text')} tabIndex={0} onPointerUp={onPointerUp}>
      {chunks.map((chunk) => {
        const last = chunk.first + chunk.lines.length - 1
        const meets = [...(chosenMarks?.keys() ?? [])].some((line) => line >= chunk.first && line <= last)
        return (
          <Chunk
            key={chunk.first}
            first={chunk.first}
            lines={chunk.lines}
            told={told}
            chosen={meets ? chosenMarks : null}
            lit={wanted !== null && wanted >= chunk.first && wanted <= last ? wanted : null}
          />
        )
      })}
    </section>
  )
}
