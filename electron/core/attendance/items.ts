/** Which items somebody took part in, from the stretches of presence, and how minutes say so. */
import type { ItemPresence } from '#contract/attendance.ts'
import type { AgendaItem, Attendance, AttendanceInterval } from '#contract/meetings.ts'
import type { AttendanceMode } from '#contract/minutes.ts'

type Numbered = Pick<AgendaItem, 'id' | 'number'>

/** Places of the items on the agenda, first to last, that a stretch touches. */
function reach(one: AttendanceInterval, place: ReadonlyMap<string, number>, last: number): [number, number] {
  const from = one.fromItemId === null ? 0 : (place.get(one.fromItemId) ?? 0)
  const to = one.ended === null || one.toItemId === null ? last : (place.get(one.toItemId) ?? last)
  // Items may be taken in another order than the agenda's: then only those at the edges are known.
  return [from, to]
}

/** Items that a recusal takes: from the one it was declared in to the one before the return, at least that one. */
export function recusedItems(
  intervals: readonly AttendanceInterval[],
  place: ReadonlyMap<string, number>,
  last: number,
): ReadonlySet<number> {
  const found = new Set<number>()
  intervals.forEach((one, index) => {
    if (one.ended !== 'recused' || one.toItemId === null) return
    const from = place.get(one.toItemId)
    if (from === undefined) return
    const next = intervals[index + 1]
    const back = next === undefined ? last + 1 : next.fromItemId === null ? from : (place.get(next.fromItemId) ?? from)
    for (let at = from; at <= Math.max(from, back - 1); at += 1) found.add(at)
  })
  return found
}

export function places(items: readonly Pick<AgendaItem, 'id'>[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, index) => [id, index]))
}

/** How somebody took part in each item; null where they did not. Without stretches: all of it, or nothing. */
export function itemCells(
  { status, mode, intervals }: Pick<Attendance, 'status' | 'mode' | 'intervals'>,
  items: readonly Pick<AgendaItem, 'id'>[],
): (ItemPresence | null)[] {
  const cells = items.map((): ItemPresence | null => null)
  if (status !== 'present') return cells
  if (intervals.length === 0) return items.map(() => ({ mode, part: false }))
  const place = places(items)
  const last = items.length - 1
  for (const one of intervals) {
    const [from, to] = reach(one, place, last)
    const cut = (at: number) =>
      (at === from && one.began !== 'start' && one.began !== 'moved' && one.fromItemId !== null) ||
      (at === to && one.ended !== null && one.ended !== 'moved')
    const touched = from <= to ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [from, to]
    for (const at of touched) {
      const known = cells[at]
      cells[at] = { mode: one.mode, part: cut(at) || known?.part === true }
    }
  }
  for (const at of recusedItems(intervals, place, last)) cells[at] = null
  return cells
}

/** "3–5, 7": runs of items by their numbers; those without a number are passed over. */
export function runs(items: readonly Numbered[], wanted: readonly boolean[]): string {
  const numbered = items.map(({ number }, index) => ({ number, wanted: wanted[index] === true }))
  const parts: string[] = []
  let run: string[] = []
  const close = () => {
    const [first, end] = [run[0], run.at(-1)]
    if (first !== undefined && end !== undefined) parts.push(run.length === 1 ? first : `${first}–${end}`)
    run = []
  }
  for (const one of numbered) {
    if (one.number === null) continue
    if (one.wanted) run.push(one.number)
    else close()
  }
  close()
  return parts.join(', ')
}

/**
 * The items attended as a list of participants writes them, without §: "3–5", "t.o.m. 4", "ej 6"; null for all of
 * them, or where no numbers can say it.
 */
export function itemsLabel(
  person: Pick<Attendance, 'status' | 'mode' | 'intervals'>,
  items: readonly Numbered[],
  words: Readonly<{ not: string; through: string }>,
): string | null {
  const cells = itemCells(person, items)
  const numbered = items
    .map(({ number }, index) => ({ number, there: cells[index] !== null }))
    .filter((one) => one.number !== null)
  if (person.status !== 'present' || numbered.every(({ there }) => there)) return null
  const there = runs(
    items,
    cells.map((cell) => cell !== null),
  )
  const away = runs(
    items,
    cells.map((cell) => cell === null),
  )
  if (there === '') return `${words.not} ${away}`
  const first = numbered[0]?.there === true
  const last = numbered.at(-1)?.there === true
  if (!there.includes(',') && first) return `${words.through} ${there.split('–').at(-1) ?? there}`
  if (!there.includes(',')) return there
  return first && last && away.split(', ').length < there.split(', ').length ? `${words.not} ${away}` : there
}

/** The items by how somebody took part in them, "1–2" in the room and "3–5" on a screen, in the agenda's order. */
export function itemModes(
  person: Pick<Attendance, 'status' | 'mode' | 'intervals'>,
  items: readonly Numbered[],
): { mode: AttendanceMode; items: string }[] {
  const cells = itemCells(person, items)
  const modes = [...new Set(cells.flatMap((cell) => (cell === null || cell.mode === null ? [] : [cell.mode])))]
  return modes
    .map((mode) => ({
      mode,
      items: runs(
        items,
        cells.map((cell) => cell?.mode === mode),
      ),
    }))
    .filter((one) => one.items !== '')
}
