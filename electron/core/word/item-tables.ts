/** Tables of an item: a header row that is repeated, no empty cell, and a sentence before that says what they show. */
import type { MeetingJson } from '#contract/minutes.ts'
import { fill } from './texts.ts'
import { addIntro, addTable, printed, printedLines } from './writer.ts'
import type { Writing } from './writer.ts'

type Item = MeetingJson['items'][number]
type Block = Item['blocks'][number]

/** Width of the text on the page, and of the narrowest column, in twentieths of a point. */
const pageWidth = 9070
const narrowest = 900
/** A cell without words says so: it is no oversight. */
const blank = '–'

/** `before` is the block that the table follows: running text leads it in, anything else does not. */
export function addGrid(writing: Writing, block: Block, item: Item, before: Block | undefined): void {
  const { texts } = writing
  const rows = block.text.split('\n').map((row) => row.split('\t').map((cell) => printed(writing, cell)))
  const [head = [], ...body] = rows
  const width = Math.max(...rows.map((row) => row.length))
  const titles = Array.from(
    { length: width },
    (_, index) => head[index] || fill(texts.column, { number: String(index + 1) }),
  )
  const description = fill(texts.tableColumns, { columns: listed(titles, texts.and) })
  const ledIn = before?.kind === 'paragraph' && printedLines(writing, before.text).length > 0
  if (!ledIn) addIntro(writing, description)
  const widths = columnWidths(titles, body)
  addTable(writing, {
    caption: printed(writing, item.title) || description,
    description,
    columns: titles.map((title, index) => ({ title, width: widths[index] ?? narrowest })),
    rows: (body.length === 0 ? [[]] : body).map((row) => titles.map((_, index) => row[index] || blank)),
  })
}

/** "Ort, Effekt och Ägare". */
function listed(words: readonly string[], and: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1) ?? ''}`
}

/** Each column gets room by its longest cell, none less than a short word needs. */
function columnWidths(titles: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const least = Math.min(narrowest, Math.floor(pageWidth / titles.length))
  const wants = titles.map((title, index) =>
    Math.min(60, Math.max(6, title.length, ...rows.map((row) => row[index]?.length ?? 0))),
  )
  const all = wants.reduce((sum, want) => sum + want, 0)
  const spare = pageWidth - least * titles.length
  return wants.map((want) => least + Math.floor((spare * want) / all))
}
