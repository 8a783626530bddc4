/** Lines of a list that are labels by where they stand, whatever their words look like. */
import { bulletMark } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { nameScore } from './names.ts'
import { readPeopleHeading } from './people-headings.ts'
import { readPeopleLine } from './people.ts'
import { plainHabits } from './person.ts'
import { hasOrganisationWord } from './roles.ts'

/** Lines without a bullet, or farther out, each right above one with a bullet or farther in: labels, whatever their words look like. */
export function labelsOver(lines: readonly SourceLine[]): ReadonlySet<number> {
  const least = lines.reduce((min, line) => Math.min(min, line.indent), Number.POSITIVE_INFINITY)
  const tests: ReadonlyArray<(line: SourceLine) => boolean> = [
    (line) => bulletMark(line.text) === 0,
    (line) => line.indent === least,
  ]
  for (const isOut of tests) {
    const out = lines.filter((line) => isOut(line))
    const over = lines.filter((line, at) => {
      const next = lines[at + 1]
      return isOut(line) && next !== undefined && next.n === line.n + 1 && !isOut(next)
    })
    if (out.length > 0 && out.length === over.length)
      return new Set(
        out
          .filter(({ text, raw }) => !/[,(\t]|\S {2,}\S/u.test(raw.trim()) && text.length < 70 && nameScore(text) < 3)
          .map(({ n }) => n),
      )
  }
  return new Set()
}

/** An organisation on top of each block and sure names below: the tops that look like names are organisations too. */
export function labelsOnTop(blocks: ReadonlyArray<readonly SourceLine[]>): number[] {
  const isTop = ({ text }: SourceLine): boolean => !/[,(:\t]/u.test(text) && text.length < 70 && nameScore(text) < 3
  const fits = blocks.every(([top, ...others]) => {
    return (
      top !== undefined &&
      others.length > 0 &&
      isTop(top) &&
      others.every((line) => nameScore(readPeopleLine(line.raw, plainHabits)[0]?.name ?? '') >= 2)
    )
  })
  const tops = blocks.flatMap(([top]) => (top === undefined ? [] : [top]))
  return blocks.length > 1 && fits && tops.some(({ text }) => hasOrganisationWord(text)) ? tops.map(({ n }) => n) : []
}

/**
 * "För ST:               Christer Ek" above names that hang in below the first: a label in a column of its own. `next` is
 * the indent of the line below, `from` where the names of such a column began above; null for any other line.
 */
export function labelColumn(
  raw: string,
  next: number,
  from: number,
): { label: string; rest: string; from: number } | null {
  const { label, gap, rest } = /^\s*(?<label>\p{Lu}[^:\t|]{0,50}):(?<gap> {2,})(?<rest>\S.*)$/u.exec(raw)?.groups ?? {}
  if (label === undefined || gap === undefined || rest === undefined || nameScore(label) >= 2) return null
  const start = raw.length - rest.length
  if (start < 8 || (next !== start && start !== from)) return null
  return { label: label.trim(), rest: rest.trimEnd(), from: start }
}

const cutLabel = /^ *(?<label>\p{Lu}\p{Ll}{3,28}s) {3,}(?<rest>\p{Lu}.*)$/u
const restOfLabel = /^ *(?<tail>\p{Ll}[\p{L} -]{3,28}?) {3,}(?<rest>\S.*)$/u

/**
 * "Arbetsgivarens     Anna Ek" above "företrädare        Bo Ål": a label too long for its column goes on in front of the
 * second name. Such a label stands whole on its first line, and the second line keeps its name; other lines are the same
 * objects.
 */
export function joinCutLabels(lines: readonly SourceLine[]): SourceLine[] {
  const joined = [...lines]
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    const first = line.forced === null && line.raw.length < 300 ? cutLabel.exec(line.raw)?.groups : undefined
    const second =
      first === undefined || next === undefined || next.n !== line.n + 1 || next.forced !== null
        ? undefined
        : restOfLabel.exec(next.raw)?.groups
    if (next === undefined || first === undefined || second === undefined) return
    const { label = '', rest = '' } = first
    const { tail = '', rest: below = '' } = second
    const start = line.raw.length - rest.length
    if (next.raw.length - below.length !== start || readPeopleHeading(`${label} ${tail}`) === null) return
    joined[at] = {
      ...line,
      raw: `${label} ${tail}   ${rest}`,
      text: `${label} ${tail} ${rest.replace(/\s+/gu, ' ').trim()}`,
    }
    joined[at + 1] = {
      ...next,
      raw: ' '.repeat(start) + below,
      text: below.replace(/\s+/gu, ' ').trim(),
      indent: start,
    }
  })
  return joined
}
