/** Who was there at one place of the minutes: an item, or a paragraph within it. */
import type { AgendaItem, Attendance, AttendanceInterval, MeetingView } from '#contract/meetings.ts'
import { places, recusedItems } from './items.ts'

/** A paragraph of an item; without one the item as a whole. */
export type Point = Readonly<{ itemId: string; paragraphId: string | null }>

type Place = Readonly<{ item: number; paragraph: number }>

const after = (a: Place, b: Place) => a.item > b.item || (a.item === b.item && a.paragraph > b.paragraph)

/** Where edges and paragraphs stand in the order of the minutes. */
export class Minutes {
  readonly items: readonly Pick<AgendaItem, 'id' | 'paragraphs'>[]
  readonly #place: ReadonlyMap<string, number>
  readonly #paragraph = new Map<string, number>()

  constructor(items: readonly Pick<AgendaItem, 'id' | 'paragraphs'>[]) {
    this.items = items
    this.#place = places(items)
    for (const { paragraphs } of items) paragraphs.forEach(({ id }, index) => this.#paragraph.set(id, index))
  }

  /** Null for an item that is not there any more. */
  at({ itemId, paragraphId }: Point): Place | null {
    const item = this.#place.get(itemId)
    if (item === undefined) return null
    return { item, paragraph: paragraphId === null ? Infinity : (this.#paragraph.get(paragraphId) ?? Infinity) }
  }

  /** Behind its sentence; the whole item where that is gone. */
  #from(one: AttendanceInterval): Place {
    if (one.began === 'start' || one.fromItemId === null) return { item: -1, paragraph: -1 }
    const item = this.#place.get(one.fromItemId) ?? -1
    return { item, paragraph: this.#paragraph.get(one.fromParagraphId ?? '') ?? -1 }
  }

  #to(one: AttendanceInterval): Place {
    if (one.ended === null || one.toItemId === null) return { item: Infinity, paragraph: Infinity }
    const item = this.#place.get(one.toItemId) ?? Infinity
    return { item, paragraph: this.#paragraph.get(one.toParagraphId ?? '') ?? Infinity }
  }

  /** A recusal whose sentences do not both stand takes its items whole. */
  #recused(intervals: readonly AttendanceInterval[], point: Place): boolean {
    const stands = (id: string | null) => id !== null && this.#paragraph.has(id)
    return intervals.some((one, index) => {
      if (one.ended !== 'recused') return false
      const next = intervals[index + 1]
      if (stands(one.toParagraphId) && (next === undefined || stands(next.fromParagraphId))) return false
      const pair = next === undefined ? [one] : [one, next]
      return recusedItems(pair, this.#place, this.items.length - 1).has(point.item)
    })
  }

  covers(person: Pick<Attendance, 'status' | 'intervals'>, point: Place): boolean {
    const { status, intervals } = person
    if (status !== 'present') return false
    if (intervals.length === 0) return true
    if (this.#recused(intervals, point)) return false
    return intervals.some((one) => after(point, this.#from(one)) && !after(point, this.#to(one)))
  }

  /** The stretch that ended last before a point; undefined when none had. */
  lastBefore(intervals: readonly AttendanceInterval[], point: Place): AttendanceInterval | undefined {
    return intervals.findLast((one) => after(point, this.#to(one)))
  }
}

/** Whether somebody was there when a paragraph of the minutes was dealt with. */
export function presentAt(
  view: Pick<MeetingView, 'items'>,
  person: Pick<Attendance, 'status' | 'intervals'>,
  point: Point,
): boolean {
  const minutes = new Minutes(view.items)
  const place = minutes.at(point)
  return place !== null && minutes.covers(person, place)
}
