/** Sets rectangles side by side on shelves, the largest first. */

/** last: on shelves of their own below all others, whatever their size. */
export type Block = { width: number; height: number; last?: boolean }

/**
 * Left and top corner of every block, in the order given. Rows are about as wide as the whole is high times
 * `aspect`, and are centred on x = 0; the first row's top is 0.
 */
export function pack(blocks: readonly Block[], aspect: number, room: number): { left: number; top: number }[] {
  const area = blocks.reduce((sum, block) => sum + (block.width + room) * (block.height + room), 0)
  const widest = blocks.reduce((most, block) => Math.max(most, block.width), 0)
  const limit = Math.max(widest, Math.sqrt(area * aspect))
  const late = ({ last = false }: Block) => Number(last)
  const order = [...blocks.entries()].toSorted(
    ([i, a], [j, b]) => late(a) - late(b) || b.height - a.height || b.width - a.width || i - j,
  )
  const rows: { index: number; block: Block; left: number }[][] = []
  let used = Infinity
  for (const [index, block] of order) {
    const above = rows.at(-1)?.at(-1)?.block
    if (used + block.width > limit || (above !== undefined && late(above) !== late(block))) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push({ index, block, left: used })
    used += block.width + room
  }
  const corners = blocks.map(() => ({ left: 0, top: 0 }))
  let top = 0
  for (const row of rows) {
    const last = row.at(-1)
    const width = last ? last.left + last.block.width : 0
    for (const { index, left } of row) corners[index] = { left: left - width / 2, top }
    top += Math.max(...row.map(({ block }) => block.height)) + room
  }
  return corners
}
