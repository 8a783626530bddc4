/** Words found in a text, whatever the space between them. Pure. */
import { fold } from '../../../commands/fuzzy.ts'

export type Found = { from: number; to: number }
export type Ways = { matchCase: boolean; wholeWord: boolean }

/** Lower case, one character for one. */
function lower(text: string): string {
  const small = text.toLowerCase()
  if (small.length === text.length) return small
  return [...text].map((sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join('')
}
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const letter = /[\p{L}\p{M}\p{N}_]/u

/** A typed å, ä or ö is just that letter; other marks are forgiven. */
const bare = (text: string) => [...lower(text)].map((sign) => ('åäö'.includes(sign) ? sign : fold(sign))).join('')

/** Every place of `query` in `text`, from left to right, none overlapping. `forgiving`: letters without marks may be any. */
export function findIn(text: string, query: string, { matchCase, wholeWord }: Ways, forgiving: boolean): Found[] {
  const own = (words: string) => (matchCase ? words : lower(words))
  const wanted = forgiving ? bare(spaces(query)) : own(spaces(query))
  const words = forgiving ? fold(spaces(text)) : own(spaces(text))
  if (wanted === '' || words.length !== text.length) return []
  const found: Found[] = []
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
    const place = { from: at, to: at + wanted.length }
    const inside = letter.test(text[at - 1] ?? '') || letter.test(text[place.to] ?? '')
    if ((wholeWord && inside) || (found.at(-1)?.to ?? 0) > at) continue
    found.push(place)
  }
  return found
}

/** What stands with an item beside its text, in the order of the page. */
export const besideParts = ['title', 'prepared', 'proposal'] as const
export type BesidePart = (typeof besideParts)[number]

/** What a block has words of its own in, beside its text: in which order the question was put, and what was shown. */
export const fieldParts = ['order', 'work'] as const
export type FieldPart = (typeof fieldParts)[number]

/** `part`: beside the text, and `blockId` is the part's own word. `field`: of the block, in place of its text. */
export type Match = Found & { itemId: string; blockId: string; part: BesidePart | null; field: FieldPart | null }
export type Texts = readonly {
  id: string
  title: string
  prepared: string | null
  proposal: string | null
  blocks: readonly { id: string; text: string; fields?: { [F in FieldPart]?: string | undefined } | null }[]
}[]

/** Everything of an item that is looked through, in the order of the page. */
function textsIn(item: Texts[number]): (Omit<Match, 'itemId' | keyof Found> & { text: string })[] {
  return [
    ...besideParts.map((part) => ({ blockId: part, part, field: null, text: item[part] ?? '' })),
    ...item.blocks.flatMap(({ id, text, fields }) => [
      { blockId: id, part: null, field: null, text },
      ...fieldParts.map((field) => ({ blockId: id, part: null, field, text: fields?.[field] ?? '' })),
    ]),
  ]
}

/** Every place in a meeting; with marks forgiven only where no text has the letters as they were typed. */
export function matchesIn(items: Texts, query: string, ways: Ways): { matches: Match[]; forgiven: boolean } {
  const look = (forgiving: boolean) =>
    items.flatMap((item) =>
      textsIn(item).flatMap(({ text, ...where }) =>
        findIn(text, query, ways, forgiving).map((found): Match => ({ ...found, itemId: item.id, ...where })),
      ),
    )
  const matches = look(false)
  if (matches.length > 0 || ways.matchCase) return { matches, forgiven: false }
  const more = look(true)
  return { matches: more, forgiven: more.length > 0 }
}
