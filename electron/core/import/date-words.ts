/** Days that words around them tell: "senast 4/2", "i april", and from when on instead of until when. */
import { month, monthNumber, plain, yearlessDay } from './dates.ts'
import type { FoundDate } from './dates.ts'
import { wordEnd, wordStart } from './words.ts'

/** Behind a word that a day follows, and before one that goes on after it: "1/2 tjänst" and "4/2021" are no days. */
const shortDay =
  /(?<=(?<!\p{L})(?:den|senast|före|deadline|t\.o\.m\.|till och med|fr\.o\.m\.|från och med|mötet|möte|sammanträdet|sammanträde) +)(\d{1,2})\/(\d{1,2})(?=[.,;:)!?](?!\d)|\s*$| +(?:kl|klockan|och|samt|eller|på|i|vid|för|ska|skall|kommer|blev|var|är|hölls|hålls)(?!\p{L}))/giu

/** "senast 4/2" in Swedish: a day and its month, without a year, where it can be nothing else. */
export function findShortDays(words: string): FoundDate[] {
  return [...plain(words).matchAll(shortDay)]
    .map(({ index, 0: quote, 1: day, 2: monthOfYear }) => yearlessDay(quote, index, Number(day), Number(monthOfYear)))
    .filter((found) => found !== null)
}

/** "jul" alone is Christmas. */
const monthAlone = month.replace('|jul|', '|')
const bareMonth = new RegExp(`${wordStart}(?:i|in|under|början av|slutet av|mitten av) ${monthAlone}${wordEnd}`, 'iu')

const opening = new RegExp(
  `${wordStart}(?:(?:inte|ej|icke|not) (?:\\p{L}+ ){0,2}(?:före|innan|förrän|before|until)|no (?:earlier|sooner) than|tidigast|earliest|först|efter|after|från(?: och med)?|fr\\.?o\\.?m\\.?|from)(?: (?:den|the|på|on|i|in))* *$`,
  'iu',
)

/**
 * Where words begin that say from when on, and not until when, of the date that stands at `index`: "inte före 1 juni",
 * "tidigast i maj". Null where no such words lead it in.
 */
export function opensFrom(text: string, index: number): number | null {
  return opening.exec(plain(text).slice(0, index))?.index ?? null
}

/** A month alone ("i april"), without day and year; "i jul" is Christmas. */
export function findMonth(text: string): FoundDate | null {
  const match = bareMonth.exec(plain(text))
  if (match?.[1] === undefined) return null
  return {
    year: null,
    month: monthNumber(match[1]),
    day: null,
    weekday: null,
    index: match.index,
    end: match.index + match[0].length,
    quote: text.slice(match.index, match.index + match[0].length),
    ambiguous: false,
  }
}
