/** Words of a block put in the place of others; what stands for an entry moves along. Pure. */
import { storedSpans, storedText, type Block, type TextSpan } from '../text/blocks.ts'
import { withFields } from '../item/with-fields.ts'
import { besideParts, fieldParts, type BesidePart, type Found, type Match, type Texts } from './match.ts'

/** @param ranges of the text, in order, none overlapping */
export function replacedText(text: string, ranges: readonly Found[], words: string): string {
  const put = storedText(words)
  let out = ''
  let at = 0
  for (const { from, to } of ranges) {
    out += text.slice(at, from) + put
    at = to
  }
  return out + text.slice(at)
}

/** @param ranges of the block's text, in order, none overlapping */
export function replacedIn(block: Block, ranges: readonly Found[], words: string): Block {
  const put = storedText(words)
  const text = replacedText(block.text, ranges, words)
  // How far an edge moves; one inside what is replaced goes to an end of what comes instead.
  const moved = (edge: number, start: boolean) => {
    let shift = 0
    for (const { from, to } of ranges) {
      if (to <= edge) shift += put.length - (to - from)
      else if (from < edge) return from + shift + (start ? 0 : put.length)
    }
    return edge + shift
  }
  const spans = block.spans.flatMap((span): TextSpan[] => {
    // A name that is written anew, wholly or across its edge, is no longer known to be the same one's.
    const another = ranges.some(
      ({ from, to }) =>
        from < span.to && span.from < to && !(span.from <= from && to <= span.to && to - from < span.to - span.from),
    )
    if (another && span.kind !== 'foreign') return []
    const place = { from: moved(span.from, true), to: moved(span.to, false) }
    return place.from < place.to ? [{ ...span, ...place }] : []
  })
  // Letters at a seam may join.
  const joined = storedText(text)
  return { ...block, text: joined, spans: joined === text ? storedSpans(text, spans) : [] }
}

/** The same block with the words of its fields replaced; a field that is left without any is unknown. */
export function replacedFields(block: Block, matches: readonly Match[], words: string): Block {
  let { fields } = block
  for (const field of fieldParts) {
    const ranges = matches.filter((one) => one.field === field)
    const value = block.fields?.[field]
    if (ranges.length === 0 || value === undefined) continue
    const text = storedText(replacedText(value, ranges, words)).trim()
    fields = withFields(fields, { [field]: text === '' ? null : text })
  }
  return fields === block.fields ? block : { ...block, fields }
}

type Beside = { [P in BesidePart]?: { text: string; base: string } }

/** What becomes of an item's heading, prepared text and proposal; null where none of its matches stands in them. */
export function replacedBeside(
  item: Pick<Texts[number], BesidePart>,
  matches: readonly Match[],
  words: string,
): Beside | null {
  const beside: Beside = {}
  for (const part of besideParts) {
    const ranges = matches.filter((one) => one.part === part)
    const base = item[part] ?? ''
    if (ranges.length > 0) beside[part] = { base, text: storedText(replacedText(base, ranges, words)) }
  }
  return Object.keys(beside).length === 0 ? null : beside
}
