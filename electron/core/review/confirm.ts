/** Whether another text of the workspace says whole the day that minutes give without its year. */
import type { Confirmation } from '#contract/review.ts'
import type { ReadableDb } from '#db/connection.ts'
import { textsWith } from '#db/queries/review.ts'
import { findDates, isoOf } from '#core/import/dates.ts'
import { sentencesOf } from '#core/import/sentences.ts'
import { contentWords, overlap } from '#core/reading/content-words.ts'

const months = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const

/** How texts write a day, so that those that do not need not be read. */
function spellingsOf(iso: string): string[] {
  const [year = '', month = '', day = ''] = iso.split('-')
  const bare = String(Number(day))
  const named = (language: 'sv' | 'en') => months[language][Number(month) - 1] ?? ''
  return [
    iso,
    ...[named('sv'), named('en')].map((name) => `${bare} ${name} ${year}`),
    `${named('en')} ${bare}, ${year}`,
    `${bare}/${Number(month)} ${year}`,
  ]
}

const dateWord = new RegExp(`^(?:${[...months.sv, ...months.en].join('|')}|\\d+)`, 'iu')
const about = (sentence: string) => contentWords(sentence).filter((word) => !dateWord.test(word))

/**
 * The first sentence elsewhere that has the day with its year and shares a telling word with the sentence asked about;
 * null when none does. `sourceId`: the text the minutes themselves were read from.
 */
export function confirmation(
  db: ReadableDb,
  sourceId: string | null,
  iso: string,
  sentence: string,
): Confirmation | null {
  const asked = about(sentence)
  for (const { id, name, text } of textsWith(db, sourceId, spellingsOf(iso))) {
    for (const [index, line] of text.split('\n').entries()) {
      if (!/\d{4}/u.test(line) || !findDates(line).some((date) => isoOf(date) === iso)) continue
      const said = sentencesOf(line).find(
        (one) => findDates(one.text).some((date) => isoOf(date) === iso) && overlap(asked, about(one.text)) > 0,
      )
      if (said !== undefined) return { sourceId: id, source: name, line: index + 1, quote: said.text }
    }
  }
  return null
}
