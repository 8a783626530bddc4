/** Two versions of the minutes side by side, word by word. */
import { diffArrays, diffWordsWithSpace } from 'diff'
import type { ComparedRow } from '#contract/approval.ts'
import { comparedLines, type ComparedLine as Line, type ComparedMinutes } from '#core/approval/compared-lines.ts'

type Segments = NonNullable<ComparedRow['left']>

/** Steps of reckoning on one pair of texts before it is called wholly different: a bound on time, not on what is shown. */
const mostEdits = 2000

/** Two texts of one thing; what the other does not have is marked. */
export function comparedWords(left: string, right: string): { left: Segments; right: Segments } {
  const parts = diffWordsWithSpace(left, right, { maxEditLength: mostEdits })
  if (parts === undefined) return { left: [{ text: left, differs: true }], right: [{ text: right, differs: true }] }
  return {
    left: parts.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, differs: removed })),
    right: parts.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, differs: added })),
  }
}

const whole = (text: string, differs: boolean): Segments => [{ text, differs }]

/** Share of the words of the shorter text that stand in the other: enough of them, and one text became the other. */
function likeness(left: string, right: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  const [a, b] = [words(left), words(right)]
  const shared = [...a].filter((word) => b.has(word)).length
  const least = Math.min(a.size, b.size)
  return least === 0 ? 0 : shared / least
}

/** Lays a run that went beside a run that came: lines of one part that share half their words are one line that changed. */
function laid(gone: readonly Line[], come: readonly Line[]): ComparedRow[] {
  const rows: ComparedRow[] = []
  let from = 0
  for (const { part, text } of gone) {
    const at = come.findIndex((line, index) => index >= from && line.part === part && likeness(text, line.text) >= 0.5)
    const match = come[at]
    if (match === undefined) {
      rows.push({ part, change: 'removed', left: whole(text, true), right: null })
      continue
    }
    for (const line of come.slice(from, at))
      rows.push({ part: line.part, change: 'added', left: null, right: whole(line.text, true) })
    rows.push({ part, change: 'changed', ...comparedWords(text, match.text) })
    from = at + 1
  }
  for (const line of come.slice(from))
    rows.push({ part: line.part, change: 'added', left: null, right: whole(line.text, true) })
  return rows
}

/** Every line of both sides once, in order; equal lines stand beside each other. */
export function compareMinutes(left: ComparedMinutes, right: ComparedMinutes): ComparedRow[] {
  const same = (a: Line, b: Line) => a.part === b.part && a.text === b.text
  const rows: ComparedRow[] = []
  let gone: Line[] = []
  for (const { value, added, removed } of diffArrays(comparedLines(left), comparedLines(right), { comparator: same })) {
    if (removed) {
      gone = value
      continue
    }
    if (added) rows.push(...laid(gone, value))
    else {
      rows.push(...laid(gone, []))
      for (const { part, text } of value)
        rows.push({ part, change: 'same', left: whole(text, false), right: whole(text, false) })
    }
    gone = []
  }
  return [...rows, ...laid(gone, [])]
}
