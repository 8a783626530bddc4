/** Headings set as bullets of the first level ("* Budget"), with text or deeper lists below each. */
import type { Heading, HeadingField } from './heading-field.ts'
import { isInnerHeading, isKnownTitle } from './known-titles.ts'
import { bulletMark } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { titleAndRegistry } from './registry.ts'
import { endsSentence, wordsOf } from './words.ts'

interface Bullet {
  at: number
  line: SourceLine
  mark: string
  title: string
}

/** Pictures in front of titles are one mark, whatever they show. */
function markOf(text: string, length: number): string {
  const mark = text.slice(0, length).trim()
  return /^[\u{1F000}-\u{1FAFF}]/u.test(mark) ? 'picture' : mark
}

function bulletsOf(field: HeadingField): Bullet[] {
  return field.lines.flatMap((line, at) => {
    const length = bulletMark(line.text)
    if (field.taken(line) || length === 0 || (line.forced !== null && line.forced !== 'itemHeading')) return []
    return [{ at, line, mark: markOf(line.text, length), title: line.text.slice(length).replace(/\s*:$/u, '') }]
  })
}

function couldBeTitle({ title }: Bullet): boolean {
  const words = wordsOf(title).length
  return (
    words > 0 &&
    words <= 9 &&
    title.length <= 80 &&
    /^["“”»(]?[\p{Lu}\d]/u.test(title) &&
    !/[.!;,]$/u.test(title) &&
    !/\p{L}: \S/u.test(title) &&
    !isInnerHeading(title)
  )
}

/** Something of another kind stands below: a sentence, a field, or a list with another mark or further in. */
function hasText(field: HeadingField, bullet: Bullet): boolean {
  const next = field.lines[bullet.at + 1]
  if (next === undefined || field.taken(next)) return false
  const length = bulletMark(next.text)
  return length === 0 || markOf(next.text, length) !== bullet.mark || next.indent > bullet.line.indent
}

/** A list of its own stands below, further in. */
function hasList(field: HeadingField, { at, line, mark }: Bullet): boolean {
  const next = field.lines[at + 1]
  const length = next === undefined ? 0 : bulletMark(next.text)
  return next !== undefined && length > 0 && next.indent > line.indent && markOf(next.text, length) !== mark
}

/**
 * The bullets that head the items: three at least with one mark, furthest out, all of them short titles, nearly all
 * with text below and most with a blank line above or a list of their own. Empty where bullets are lists.
 */
export function bulletHeadings(field: HeadingField): Heading[] {
  const all = bulletsOf(field)
  const outer = all[0]
  if (outer === undefined) return []
  const own = all.filter((one) => one.mark === outer.mark && one.line.indent === outer.line.indent)
  const nested = all.some((one) => one.line.indent < outer.line.indent)
  const titled = own.filter((one) => couldBeTitle(one) || one.line.forced === 'itemHeading')
  const texted = own.filter((one) => hasText(field, one))
  const apart = own.filter((one) => field.gapBefore(one.at) || isKnownTitle(one.title) || hasList(field, one))
  if (nested || own.length < 3 || titled.length < own.length || apart.length < own.length * 0.6) return []
  if (texted.length < own.length * 0.75 || opensMidText(field, outer)) return []
  return own.map(({ line, title }) => ({
    line,
    titleLine: null,
    number: null,
    style: 'none',
    ...titleAndRegistry(title),
    rest: '',
    registryLine: null,
    certain: true,
  }))
}

/** Sentences before the first bullet: the bullets belong to them. */
function opensMidText(field: HeadingField, first: Bullet): boolean {
  const before = field.lines[first.at - 1]
  return before !== undefined && !field.taken(before) && (endsSentence(before.text) || before.text.endsWith(':'))
}
