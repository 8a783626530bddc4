/** Sentences of presence name the item they were written at and the time, and follow when either becomes another. */
import type { AttendanceEvent } from '#contract/attendance.ts'
import type { Attendance, AttendanceInterval, MeetingView, Paragraph } from '#contract/meetings.ts'
import type { AttendanceMode } from '#contract/minutes.ts'
import type { WriteContext } from '#core/context.ts'
import { fill } from '#core/word/texts.ts'
import { all, get, run } from '#db/connection.ts'
import {
  closed,
  eventSentence,
  plainSpaces,
  presenceWords,
  sentenceOf,
  type SaidOfPresence,
  type Setting,
} from './words.ts'

const events: readonly AttendanceEvent[] = ['arrived', 'back', 'cleared', 'moved', 'left', 'lost', 'recused']
const modes: readonly AttendanceMode[] = ['room', 'remote', 'phone', 'unknown']

/**
 * Whether these are the very words that an act of presence writes of people of those names, at whatever time.
 * @param sentence with plain spaces, as the names
 */
function isOurs(sentence: string, names: readonly string[], { language }: Setting): boolean {
  const texts = presenceWords(language)
  const here = names.filter((name) => name !== '' && sentence.includes(name))
  const time = /\d{1,2}[.:]\d{2}(?: (?:den|on) \d{1,2} \p{L}+ \d{4})?(?!.*\d[.:]\d{2})/u.exec(sentence)?.[0] ?? ''
  const patterns = events.flatMap((event) =>
    modes.flatMap((mode) => [true, false].map((timed) => eventSentence(event, mode, texts, timed))),
  )
  return here.some(
    (name) =>
      patterns.some((pattern) => fill(pattern, { name, time }) === sentence) ||
      here.some((other) =>
        [texts.deputy, texts.deputyUntimed, texts.deputyEnded, texts.deputyEndedUntimed].some(
          (pattern) => fill(pattern, { name, other, time }) === sentence,
        ),
      ),
  )
}

const styles = ['paragraph', 'plain'] as const

/** The sentence without the item it closes with; null when it closes otherwise. */
function opened(text: string, number: string | null, language: Setting['language']): string | null {
  for (const numberStyle of styles) {
    const end = plainSpaces(closed('', number, { language, numberStyle }))
    if (text.endsWith(end)) return text.slice(0, -end.length)
  }
  return null
}

/** The number of an item, without §: until now, and from now on. */
type NewNumber = Readonly<{ id: string; from: string | null; to: string | null }>

/**
 * Brings the sentences of a meeting's items in step with their numbers, within the write that changes those. What
 * somebody has worded otherwise, and what was read from a file, stays.
 */
export function followNumbers({ db }: WriteContext, meetingId: string, numbers: readonly NewNumber[]): void {
  const changed = new Map(numbers.filter(({ from, to }) => from !== to).map((one) => [one.id, one]))
  if (changed.size === 0) return
  const head = get<{ language: Setting['language']; paragraph: 0 | 1 }>(
    db,
    `SELECT m.language, EXISTS (
       SELECT 1 FROM agenda_item x WHERE x.meeting_id = m.id AND x.number_style = 'paragraph') AS paragraph
     FROM meeting m WHERE m.id = ?`,
    [meetingId],
  )
  const listed = all<{ name: string }>(db, 'SELECT DISTINCT name FROM attendance WHERE meeting_id = ?', [meetingId])
  if (head === undefined || listed.length === 0) return
  const names = listed.map(({ name }) => plainSpaces(name))
  const setting: Setting = { language: head.language, numberStyle: head.paragraph === 1 ? 'paragraph' : 'plain' }
  const paragraphs = all<{ id: string; itemId: string; text: string }>(
    db,
    `SELECT p.id, p.item_id AS itemId, p.text FROM paragraph p JOIN agenda_item i ON i.id = p.item_id
     WHERE i.meeting_id = ? AND p.kind = 'paragraph' AND p.line_from IS NULL`,
    [meetingId],
  )
  for (const { id, itemId, text } of paragraphs) {
    const number = changed.get(itemId)
    const sentence = number === undefined ? null : opened(plainSpaces(text), number.from, head.language)
    if (number !== undefined && sentence !== null && isOurs(sentence, names, setting))
      run(db, 'UPDATE paragraph SET text = ? WHERE id = ?', [closed(sentence, number.to, setting), id])
  }
}

type Edge = Pick<SaidOfPresence, 'event' | 'mode' | 'time'> & { paragraphId: string | null }

/** What is said of the two edges of a stretch. Moving is said once, of the stretch that it begins. */
function edges(one: AttendanceInterval): readonly (Edge | null)[] {
  const { began, ended, mode } = one
  return [
    began === 'start' ? null : { event: began, mode, time: one.fromTime, paragraphId: one.fromParagraphId },
    ended === null || ended === 'moved'
      ? null
      : { event: ended, mode: 'unknown', time: one.toTime, paragraphId: one.toParagraphId },
  ]
}

/** Puts new words in a paragraph; mentions in what stays as it was stay. */
function rewrite({ db }: WriteContext, { id, text: old }: Paragraph, text: string): void {
  let same = 0
  while (same < old.length && old[same] === text[same]) same += 1
  run(db, 'DELETE FROM text_span WHERE paragraph_id = ? AND to_offset > ?', [id, same])
  run(db, 'UPDATE paragraph SET text = ? WHERE id = ?', [text, id])
}

type Words = (number: string | null, setting: Setting) => string
/** The sentence about one edge, until now and from now on. `paragraphId`: null when the edge does not know it. */
export type Followed = Readonly<{ paragraphId: string | null; from: Words; to: Words }>

/**
 * Brings sentences in step with edges that are corrected, within that write. Where an edge does not know its sentence
 * any more, the only one with exactly its words is meant. What somebody has worded otherwise stays: the review says
 * where it differs.
 * @param view before the correction
 */
export function followEdges(
  context: WriteContext,
  view: Pick<MeetingView, 'head' | 'items'>,
  corrected: readonly Followed[],
): void {
  const paragraphs = view.items.flatMap((item) =>
    item.paragraphs.map((paragraph) => ({ paragraph, number: item.number })),
  )
  for (const { paragraphId, from, to } of corrected)
    for (const numberStyle of styles) {
      const setting = { language: view.head.language, numberStyle }
      const ours = paragraphs.filter(
        ({ paragraph, number }) => plainSpaces(paragraph.text) === plainSpaces(from(number, setting)),
      )
      const [found, ...more] =
        paragraphId === null ? ours : ours.filter(({ paragraph }) => paragraph.id === paragraphId)
      if (found === undefined || more.length > 0) continue
      rewrite(context, found.paragraph, to(found.number, setting))
      break
    }
}

/** The edges of somebody's presence whose sentences say another time, or another mode, once it is corrected. */
export function followedTimes(
  { name, intervals }: Pick<Attendance, 'name' | 'intervals'>,
  next: readonly AttendanceInterval[],
): Followed[] {
  const words =
    (edge: Edge): Words =>
    (number, setting) =>
      sentenceOf({ ...edge, name, number }, setting)
  return intervals.flatMap((one) => {
    const corrected = next.find(({ id }) => id === one.id)
    if (corrected === undefined) return []
    const now = edges(corrected)
    return edges(one).flatMap((from, at): Followed[] => {
      const to = now[at] ?? null
      if (from === null || to === null || (from.time === to.time && from.mode === to.mode)) return []
      return [{ paragraphId: from.paragraphId, from: words(from), to: words(to) }]
    })
  })
}
