/** Sentences about somebody's presence whose time is another than the list knows. */
import { splitTime } from '#contract/day-time.ts'
import type { AttendanceInterval, Deputyship } from '#contract/meetings.ts'
import { spellTime } from '#core/word/dates.ts'
import { raise, type Passage, type Raised, type Range, type ReviewInput } from './passages.ts'

const clock = /(?<![\d.:/-])(\d{1,2})[.:](\d{2})(?![\d]|[.:/-]\d)|(?<=\bkl\.? |\bklockan )(\d{1,2})(?![\d.:/-])/giu

/** Clock times of a text, `HH:MM`, with their places. */
function clocksOf(text: string): (Range & { time: string })[] {
  return [...text.matchAll(clock)].flatMap(({ index, 0: words, 1: hour, 2: minute = '00', 3: alone }) => {
    const time = `${(hour ?? alone ?? '').padStart(2, '0')}:${minute}`
    return time < '24:00' && minute < '60' ? [{ from: index, to: index + words.length, time }] : []
  })
}

/** Whether a sentence is about somebody: what happened behind one that speaks of others may be placed by it, too. */
function isAbout({ text }: Passage, name: string): boolean {
  const words = name.split(' ')
  return [name, words[0] ?? name, words.at(-1) ?? name].some((one) => one !== '' && text.includes(one))
}

const edges = (one: AttendanceInterval | Deputyship) => [
  ...(one.began === 'start' ? [] : [{ paragraphId: one.fromParagraphId, time: one.fromTime }]),
  ...(one.ended === null ? [] : [{ paragraphId: one.toParagraphId, time: one.toTime }]),
]

/** A sentence that names no time disagrees with none. */
export function presenceTimes({ view, passages }: ReviewInput): Raised[] {
  const told = new Set<string>()
  return view.attendance.flatMap(({ name, intervals, deputyships }) =>
    [...intervals, ...deputyships].flatMap(edges).flatMap(({ paragraphId, time }): Raised[] => {
      const passage = passages.find(({ paragraph }) => paragraph.id === paragraphId)
      if (passage === undefined || told.has(passage.paragraph.id) || !isAbout(passage, name)) return []
      const clocks = clocksOf(passage.text)
      const [first, ...more] = clocks
      // The day stands beside the words, and stays.
      const clockTime = time === null ? null : splitTime(time).time
      if (first === undefined || clocks.some((one) => one.time === clockTime)) return []
      told.add(passage.paragraph.id)
      // Which of two times is meant, or what stands where none is known, is for somebody to say.
      const sure = more.length === 0 && clockTime !== null
      const put = sure ? ({ kind: 'words', text: spellTime(clockTime, view.head.language) } as const) : null
      return [raise('time-differs', passage, first, put ?? { kind: 'seen' })]
    }),
  )
}
