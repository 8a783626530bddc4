/** The words of a block as they stand: what findings point at, names, and words of another language marked. */
import { quoteRanges, type Quote } from '../findings/quotes.ts'
import type { Block } from '../text/blocks.ts'

/** The text from `from` to `to`, cut wherever a span or a finding begins or ends. */
export function Words({
  block,
  quotes,
  from = 0,
  to = block.text.length,
}: {
  block: Block
  quotes: readonly Quote[]
  from?: number
  to?: number
}) {
  const { text, spans } = block
  const ranges = quoteRanges(text, quotes)
  if (ranges.length === 0 && spans.length === 0) return text.slice(from, to)
  const cuts = [...spans, ...ranges].flatMap((one) => [one.from, one.to]).filter((cut) => cut > from && cut < to)
  const edges = [...new Set([from, ...cuts, to])].toSorted((a, b) => a - b)
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? start
    const covers = (one: { from: number; to: number }) => one.from <= start && end <= one.to
    const found = ranges.find(covers)
    const looks = [
      ...spans.filter(covers).map(({ kind }) => (kind === 'foreign' ? 'foreign' : 'mention')),
      ...(found === undefined ? [] : [`finding-${found.look}`]),
    ]
    const words = text.slice(start, end)
    return looks.length === 0 ? (
      words
    ) : (
      <span key={start} className={looks.join(' ')}>
        {words}
      </span>
    )
  })
}

/** Where each cell of a table stands in its text. */
function cellPlaces(text: string): { from: number; to: number }[][] {
  let at = 0
  return text.split('\n').map((row) =>
    row.split('\t').map((cell) => {
      const place = { from: at, to: at + cell.length }
      at = place.to + 1
      return place
    }),
  )
}

/** A table: its first row names the columns, and short rows are filled up. */
export function Grid({ block, quotes }: { block: Block; quotes: readonly Quote[] }) {
  const rows = cellPlaces(block.text)
  const width = Math.max(...rows.map((row) => row.length))
  return (
    <div className="blk-table">
      <table>
        <tbody>
          {rows.map((row, index) => (
            // Rows have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {row.map(({ from, to }) => {
                const words = from === to ? <br /> : <Words block={block} quotes={quotes} from={from} to={to} />
                return index === 0 ? (
                  <th key={from} scope="col">
                    {words}
                  </th>
                ) : (
                  <td key={from}>{words}</td>
                )
              })}
              {Array.from({ length: width - row.length }, (_, fill) => (
                <td key={`fill-${fill}`} data-fill="">
                  {'\u00a0'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
