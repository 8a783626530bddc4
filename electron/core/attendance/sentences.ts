/** Sentences of presence name the item they were written at and the time, and follow when either becomes another. */
import type { AttendanceEvent } from '#contract/attendance.ts'
import type { Attendance, AttendanceInterval, MeetingView, Paragraph } from '#contract/meetings.ts'
import type { AttendanceMode } from '#contract/minutes.ts'
import type { WriteContext } from '#core/context.ts'
import { fill } from '#core/word/texts.ts'
import { all, get, run } from '#db/connection.ts'
import { closed, eventSentence, presenceWords, sentenceOf, type SaidOfPresence, type Setting } from './words.ts'

const events: readonly AttendanceEvent[] = ['arrived', 'back', 'cleared', 'moved', 'left', 'lost', 'recused']
const modes: readonly AttendanceMode[] = ['room', 'remote', 'phone', 'unknown']

/** Whether these are the very words that an act of presence writes of people of those names, at whatever time. */
function isOurs(sentence: string, names: readonly string[], { language }: Setting): boolean {
  const texts = presenceWords(language)
  const here = names.filter((name) => name !== '' && sentence.includes(name))
  const time = /\d{1,2}[.:]\d{2}(?!.*\d[.:]\d{2})/u.exec(sentence)?.[0] ?? ''
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
    const end = closed('', number, { language, numberStyle })
    if (text.endsWith(end)) return text.slice(0, -end.length)
  }
  return null
}

/**
 * Brings the sentences of one item in step with its number, within the write that changes it. What somebody has
 * worded otherwise, and what was read from a file, stays.
 * @param numbers of the item, without §: until now, and from now on
 */
export function followNumber(
  { db }: WriteContext,
  itemId: string,
  { from, to }: { from: string | null; to: string | null },
): void {
  const head = get<{ meetingId: string; language: Setting['language']; paragraph: 0 | 1 }>(
    db,
    `SELECT m.id AS meetingId, m.language, EXISTS (
       SELECT 1 FROM agenda_item x WHERE x.meeting_id = m.id AND x.number_style = 'paragraph') AS paragraph
     FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id WHERE i.id = ?`,
    [itemId],
  )
  if (head === undefined || from === to) return
  const setting: Setting = { language: head.language, numberStyle: head.paragraph === 1 ? 'paragraph' : 'plain' }
  const paragraphs = all<{ id: string; text: string }>(
    db,
    `SELECT id, text FROM paragraph WHERE item_id = ? AND kind = 'paragraph' AND line_from IS NULL`,
    [itemId],
  )
  let names: string[] | null = null
  for (const { id, text } of paragraphs) {
    const sentence = opened(text, from, head.language)
    if (sentence === null) continue
    names ??= all<{ name: string }>(db, 'SELECT DISTINCT name FROM attendance WHERE meeting_id = ?', [
      head.meetingId,
    ]).map(({ name }) => name)
    if (isOurs(sentence, names, setting))
      run(db, 'UPDATE paragraph SET text = ? WHERE id = ?', [closed(sentence, to, setting), id])
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

/**
 * Brings the sentences about somebody in step with stretches that are corrected, within that write. Where a stretch
 * does not know its sentence any more, the only one with exactly its words is meant. What somebody has worded otherwise
 * stays: the review says where it differs.
 * @param view before the correction
 */
export function followTimes(
  context: WriteContext,
  view: Pick<MeetingView, 'head' | 'items'>,
  { name, intervals }: Pick<Attendance, 'name' | 'intervals'>,
  next: readonly AttendanceInterval[],
): void {
  const paragraphs = view.items.flatMap((item) =>
    item.paragraphs.map((paragraph) => ({ paragraph, number: item.number })),
  )
  const follow = (from: Edge, to: Edge): void => {
    for (const numberStyle of styles) {
      const setting = { language: view.head.language, numberStyle }
      const ours = paragraphs.filter(
        ({ paragraph, number }) => paragraph.text === sentenceOf({ ...from, name, number }, setting),
      )
      const linked =
        from.paragraphId === null ? ours : ours.filter(({ paragraph }) => paragraph.id === from.paragraphId)
      const [found, ...more] = linked
      if (found === undefined || more.length > 0) continue
      rewrite(context, found.paragraph, sentenceOf({ ...to, name, number: found.number }, setting))
      return
    }
  }
  for (const one of intervals) {
    const corrected = next.find(({ id }) => id === one.id)
    if (corrected === undefined) continue
    const now = edges(corrected)
    edges(one).forEach((from, at) => {
      const to = now[at] ?? null
      if (from !== null && to !== null && (from.time !== to.time || from.mode !== to.mode)) follow(from, to)
    })
  }
}
