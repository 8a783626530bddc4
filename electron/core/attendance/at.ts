/** Who was there at one place of the minutes: an item, or a paragraph within it. */
import type { AgendaItem, Attendance, AttendanceInterval, MeetingView } from '#contract/meetings.ts'
import { places, recusedItems } from './items.ts'

/** A paragraph of an item; without one the item as a whole. */
export type Point = Readonly<{ itemId: string; paragraphId: string | null }>

type Place = Readonly<{ item: number; paragraph: number }>
/** Where somebody came or went, at the earliest and at the latest: one place where the sentence about it stands. */
type Edge = Readonly<{ earliest: Place; latest: Place }>
/** Absence from the one edge to the other. `by`: how somebody went; null before they came. */
type Gap = Readonly<{ by: AttendanceInterval['ended']; away: (point: Place) => boolean }>

const first: Place = { item: -Infinity, paragraph: -Infinity }
const last: Place = { item: Infinity, paragraph: Infinity }

const after = (a: Place, b: Place) => a.item > b.item || (a.item === b.item && a.paragraph > b.paragraph)

/** Whether a point lies between. Items taken in another order than the agenda's may all have been in between. */
function within(point: Place, from: Place, to: Place): boolean {
  if (!after(from, to)) return after(point, from) && !after(point, to)
  const behind = point.item === from.item && after(point, from)
  const before = point.item === to.item && !after(point, to)
  return behind || before || (point.item > to.item && point.item < from.item)
}

/**
 * Where edges and paragraphs stand in the order of the minutes.
 *
 * The sentence about an edge places it among the decisions of its item. Where that sentence is gone the whole item
 * may have been in the absence and counts as such; where not even the item is known, all does up to the nearest edge
 * of the same person that is. Clock times place nothing: the minutes do not say when a decision was taken, and what
 * others did at that time stands in the order of the agenda, not of the clock. So nobody is counted as there for a
 * decision that they may have missed; whoever knows better says in which item it was.
 */
export class Minutes {
  readonly items: readonly Pick<AgendaItem, 'id' | 'paragraphs'>[]
  readonly #place: ReadonlyMap<string, number>
  readonly #paragraph = new Map<string, Place>()
  /** Somebody's gaps, worked out for the first place that is asked about. */
  readonly #known = new WeakMap<readonly AttendanceInterval[], readonly Gap[]>()

  constructor(items: readonly Pick<AgendaItem, 'id' | 'paragraphs'>[]) {
    this.items = items
    this.#place = places(items)
    items.forEach(({ paragraphs }, item) =>
      paragraphs.forEach(({ id }, paragraph) => this.#paragraph.set(id, { item, paragraph })),
    )
  }

  /** Null for an item that is not there any more. */
  at({ itemId, paragraphId }: Point): Place | null {
    const item = this.#place.get(itemId)
    if (item === undefined) return null
    return { item, paragraph: this.#paragraph.get(paragraphId ?? '')?.paragraph ?? Infinity }
  }

  /** Null where not even the item is known. */
  #edge(itemId: string | null, paragraphId: string | null): Edge | null {
    const item = this.#place.get(itemId ?? '')
    if (item === undefined) return null
    const sentence = this.#paragraph.get(paragraphId ?? '')
    if (sentence?.item === item) return { earliest: sentence, latest: sentence }
    return { earliest: { item, paragraph: -1 }, latest: { item, paragraph: Infinity } }
  }

  #gaps(intervals: readonly AttendanceInterval[]): readonly Gap[] {
    const gaps = this.#known.get(intervals) ?? this.#gapsOf(intervals)
    this.#known.set(intervals, gaps)
    return gaps
  }

  #gapsOf(intervals: readonly AttendanceInterval[]): Gap[] {
    // Each beginning and each end in turn.
    const edges = intervals.flatMap((one) => [
      one.began === 'start' ? { earliest: first, latest: first } : this.#edge(one.fromItemId, one.fromParagraphId),
      one.ended === null ? { earliest: last, latest: last } : this.#edge(one.toItemId, one.toParagraphId),
    ])
    const from = (at: number) => edges.slice(0, at + 1).findLast((one) => one !== null)?.earliest ?? first
    const to = (at: number) => edges.slice(at).find((one) => one !== null)?.latest ?? last
    const found: Gap[] = []
    const [start] = intervals
    if (start !== undefined && start.began !== 'start')
      found.push({ by: null, away: (point) => within(point, first, to(0)) })
    intervals.forEach((one, index) => {
      if (one.ended === null || one.ended === 'moved') return
      const [end, next] = [index * 2 + 1, index * 2 + 2]
      const recusal = one.ended === 'recused' ? this.#recusal(intervals, index, edges[end], edges[next]) : null
      const [begin, back] = [from(end), to(next)]
      found.push({ by: one.ended, away: recusal ?? ((point) => within(point, begin, back)) })
    })
    return found
  }

  /** A recusal is about its items: where its sentences do not both stand it takes them whole, and no others. */
  #recusal(
    intervals: readonly AttendanceInterval[],
    index: number,
    went: Edge | null | undefined,
    back: Edge | null | undefined,
  ): Gap['away'] | null {
    if (went === null || went === undefined) return null
    const known = (edge: Edge | null | undefined) => edge !== null && edge?.earliest === edge?.latest
    if (known(went) && known(back)) return null
    const taken = recusedItems(intervals.slice(index, index + 2), this.#place, this.items.length - 1)
    const until = back === null ? first : (back?.earliest ?? last)
    const stretch = after(went.latest, until) ? null : { from: went.latest, to: until }
    return (point) => taken.has(point.item) || (stretch !== null && within(point, stretch.from, stretch.to))
  }

  /** Whether somebody was there for certain. */
  covers({ status, intervals }: Pick<Attendance, 'status' | 'intervals'>, point: Place): boolean {
    return status === 'present' && !this.#gaps(intervals).some(({ away }) => away(point))
  }

  /** Whether a deputy served for a seat for certain, there or not. */
  serves({ deputyships }: Pick<Attendance, 'deputyships'>, seatId: string, point: Place): boolean {
    const intervals = deputyships
      .filter((one) => one.seatId === seatId)
      .map((one): AttendanceInterval => ({ ...one, mode: 'unknown' }))
    return intervals.length > 0 && this.covers({ status: 'present', intervals }, point)
  }

  /** Whether somebody's link was down, or may have been; or whether they stood aside for a conflict of interest. */
  away(by: 'lost' | 'recused', intervals: readonly AttendanceInterval[], point: Place): boolean {
    return this.#gaps(intervals).some((gap) => gap.by === by && gap.away(point))
  }
}

/** Whether somebody was there for certain when a paragraph of the minutes was dealt with. */
export function presentAt(
  view: Pick<MeetingView, 'items'>,
  person: Pick<Attendance, 'status' | 'intervals'>,
  point: Point,
): boolean {
  const minutes = new Minutes(view.items)
  const place = minutes.at(point)
  return place !== null && minutes.covers(person, place)
}
