/** Sentences of presence name the item they were written at, and follow when its number becomes another. */
import type { AttendanceEvent } from '#contract/attendance.ts'
import type { AttendanceMode } from '#contract/minutes.ts'
import type { WriteContext } from '#core/context.ts'
import { fill } from '#core/word/texts.ts'
import { all, get, run } from '#db/connection.ts'
import { closed, eventSentence, presenceWords, type Setting } from './words.ts'

const events: readonly AttendanceEvent[] = ['arrived', 'back', 'cleared', 'moved', 'left', 'lost', 'recused']
const modes: readonly AttendanceMode[] = ['room', 'remote', 'phone', 'unknown']

/** Whether these are the very words that an act of presence writes of people of those names, at whatever time. */
function isOurs(sentence: string, names: readonly string[], { language }: Setting): boolean {
  const texts = presenceWords(language)
  const here = names.filter((name) => name !== '' && sentence.includes(name))
  const time = /\d{1,2}[.:]\d{2}(?!.*\d[.:]\d{2})/u.exec(sentence)?.[0] ?? ''
  const patterns = events.flatMap((event) => modes.map((mode) => eventSentence(event, mode, texts)))
  return here.some(
    (name) =>
      patterns.some((pattern) => fill(pattern, { name, time }) === sentence) ||
      here.some((other) =>
        [texts.deputy, texts.deputyUntimed].some((pattern) => fill(pattern, { name, other, time }) === sentence),
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
