/** When the body meets next, as a line or a sentence says it. */
import { findMonth } from './date-words.ts'
import { findDates, isoOf, yearForward, yearlessDay } from './dates.ts'
import type { FoundDate } from './dates.ts'
import { sentencesOf } from './sentences.ts'
import { wordEnd, wordStart } from './words.ts'

export interface NextDate {
  date: string
  basis: 'stated' | 'inferred'
  found: FoundDate
}

const nextWords = new RegExp(
  `${wordStart}(?:(?:nästa|nytt|nya|nästkommande|nästföljande|följande|kommande|uppföljande) (?:\\p{L}+ )?\\p{L}*(?:möte|mötet|möten|sammanträde|sammanträdet|träff|stämma|mötestillfälle|avstämning|tillfälle|gång|workshop|samråd|råd|apt|styrgrupp|arbetsgrupp|årsmöte|planering|mötestid|mötesdatum|nätverksdag|konferens|samtal)|(?:ny|nästa) (?:tid|dag)(?= för (?:\\p{L}*möte|\\p{L}*sammanträde|\\p{L}*träff)|:)|(?:sammanträder|träffas|ses|möts) (?:nästa gång|igen|åter|härnäst)|(?:the )?next (?:\\p{L}+ ){0,2}(?:meeting|assembly|session|call|workshop|telco|sync|plenary|ga)|(?:(?:the )?next (?:board|committee|council|trustees|panel)|nästa (?:styrelse|nämnd|utskott))(?=:)|(?:meets?|meet again|will meet|reconvenes?) (?:again|next)|(?:will )?next (?:meets?|convenes?|sits?)|meet again)${wordEnd}`,
  'iu',
)

const later =
  /(?:meddelas|bestäms|beslutas|fastställs|sätts|anges|annonseras|bokas) (?:senare|separat|längre fram|i (?:kommande )?kallelse\p{L}*)|(?<!\p{L})(?:ej|inte|inget|ingen)(?: \p{L}+)? (?:bestäm[td]|fastställ[td]|satt|bokat?)(?!\p{L})|to be (?:confirmed|announced|decided|arranged|agreed|set|advised|fixed)|(?<!\p{L})(?:tba|tbc|tbd)(?!\p{L})|not (?:yet )?(?:been )?(?:fixed|set|decided)(?!\p{L})/iu

/** "Tid bestäms senare", "TBC": no day is said. */
export function settledLater(text: string): boolean {
  return later.test(text) && findDates(text, { slash: true }).length === 0
}

/** "Nästa gång: 9.4 kl 18": a day in figures that is no clock time. */
const pointedDay =
  /^[\s:,–-]*(?:\p{L}{2,7}\.? )?(?<quote>(?<day>\d{1,2})\.(?<month>[1-9]|1[0-2])(?:\.|(?<=\.[1-9])|(?= kl)))(?!\d)/iu

const lastDayLead = new RegExp(
  `${wordStart}(?:senast|före|innan|till och med|t\\.o\\.m\\.|deadline:?|by|before|no later than)(?: den| the| on)? *$`,
  'iu',
)

/** "Senast den 1 april svarar alla på när nästa möte hålls": the date in `text` is a last day and no meeting's. */
export function isLastDay(text: string, { index }: FoundDate): boolean {
  return lastDayLead.test(text.slice(0, index))
}

/** True when a sentence speaks of the next meeting. */
export function speaksOfNext(text: string): boolean {
  return nextWords.test(text)
}

/** True for a title that says nothing else: "Next call", "Nästa styrgruppsmöte". */
export function saysNextOnly(title: string): boolean {
  const words = nextWords.exec(title)
  return (
    words !== null &&
    title
      .replace(words[0], '')
      .replace(
        /[\p{P}\s&]|(?<!\p{L})(?:datum|dag|tid|plats|dates?|time|place|venue|location|och|and|för|of|the|to)(?!\p{L})/giu,
        '',
      ) === ''
  )
}

function dayBehind(text: string, from: number): FoundDate | null {
  const { quote, day, month } = pointedDay.exec(text.slice(from))?.groups ?? {}
  return quote === undefined ? null : yearlessDay(quote, text.indexOf(quote, from), Number(day), Number(month))
}

/** The next meeting's date in `text`; `from` is the meeting's own date for a year left out. */
export function nextDateIn(text: string, from: string | null, certain: boolean): NextDate | null {
  if (text.length > 2000) return null
  const words = nextWords.exec(text)
  if (words === null && !certain) return null
  if (settledLater(text)) return null
  const dates = findDates(text, { slash: true }).filter((date) => !isLastDay(text, date))
  const at = words?.index ?? 0
  const found =
    dates.find((date) => date.index >= at) ??
    dates.at(-1) ??
    (words === null ? null : (dayBehind(text, at + words[0].length) ?? findMonth(text.slice(at))))
  if (found === undefined || found === null) return null
  const stated = isoOf(found)
  if (stated !== null) {
    if (from !== null && stated < from.slice(0, stated.length)) return null
    return { date: stated, basis: 'stated', found }
  }
  const inferred = from === null ? null : yearForward(found, from)
  return inferred === null ? null : { date: inferred, basis: 'inferred', found }
}

/**
 * The next meeting's date as minutes say it in running text: behind the words for it, where somebody wrote them last.
 * `from` is the meeting's own date for a year left out. Null when no sentence says it.
 */
export function nextDateSaid(texts: readonly string[], from: string | null): NextDate | null {
  for (const { text } of texts.flatMap(sentencesOf).toReversed()) {
    const words = nextWords.exec(text)
    const found = words === null ? null : nextDateIn(text.slice(words.index), from, false)
    if (found !== null) return found
  }
  return null
}
