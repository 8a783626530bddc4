/** Works out the numbers that Word shows before paragraphs, from the file's own numbering. */
import type { DocumentParts, NumberingLevel, Paragraph, Style } from './parts.ts'

/** Shown number ("§ 45", "3.1", "7."), "•" or another mark for a bullet, null where there is none. */
export function numberLabels(
  parts: Pick<DocumentParts, 'styles' | 'defaultStyle' | 'numbering'>,
  paragraphs: readonly Pick<Paragraph, 'style' | 'numbering'>[],
): (string | null)[] {
  const counters = new Map<string, number[]>()
  const started = new Set<string>()
  return paragraphs.map((paragraph) => {
    const numbering = paragraph.numbering ?? styleNumbering(parts, paragraph.style ?? parts.defaultStyle)
    if (numbering === null || numbering.instance === null || numbering.instance === '0') return null
    const instance = parts.numbering.get(numbering.instance)
    const level = instance?.levels.get(numbering.level)
    if (instance === undefined || level === undefined || !(numbering.level >= 0 && numbering.level <= 8)) return null
    let counts = counters.get(instance.abstract)
    if (counts === undefined) counters.set(instance.abstract, (counts = []))
    const key = `${numbering.instance}/${numbering.level}`
    const override = started.has(key) ? undefined : instance.overrides.get(numbering.level)
    started.add(key)
    const before = counts[numbering.level]
    counts[numbering.level] = override ?? (before === undefined ? level.start : before + 1)
    counts.length = numbering.level + 1
    if (level.format === 'none' && !level.text.includes('%')) return level.text
    return showLabel(level, instance.levels, counts)
  })
}

const maxLabel = 100
// Word repeats a letter up to 30 times: "aa" is 27.
const maxLetters = 780

function showLabel(
  level: NumberingLevel,
  levels: ReadonlyMap<number, NumberingLevel>,
  counts: readonly number[],
): string {
  return level.text.slice(0, maxLabel).replace(/%([1-9])/g, (_place, digit: string) => {
    const index = Number(digit) - 1
    const shape = levels.get(index)
    return formatCount(counts[index] ?? shape?.start ?? 1, shape?.format ?? 'decimal')
  })
}

function formatCount(count: number, format: string): string {
  if (format === 'none') return ''
  if (format.endsWith('Letter') && count > 0 && count <= maxLetters) {
    const letter = String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
    return format === 'upperLetter' ? letter.toUpperCase() : letter
  }
  if (format.endsWith('Roman') && count > 0 && count < 4000)
    return format === 'upperRoman' ? roman(count) : roman(count).toLowerCase()
  return format === 'decimalZero' && count < 10 ? `0${count}` : String(count)
}

function roman(count: number): string {
  const steps: readonly [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = count
  let out = ''
  for (const [value, letters] of steps) {
    while (rest >= value) {
      out += letters
      rest -= value
    }
  }
  return out
}

function styleNumbering(parts: Pick<DocumentParts, 'styles'>, id: string | null): Style['numbering'] {
  return styleChain(parts, id).find((style) => style.numbering !== null)?.numbering ?? null
}

// Word's own limit is 11.
const maxChain = 32

/** A style and what it builds on, nearest first. A loop ends where it closes. */
export function styleChain(parts: Pick<DocumentParts, 'styles'>, id: string | null): Style[] {
  const chain: Style[] = []
  for (let at = id; at !== null && chain.length < maxChain;) {
    const style = parts.styles.get(at)
    if (style === undefined || chain.includes(style)) break
    chain.push(style)
    at = style.basedOn
  }
  return chain
}
