/** Until when something is to be done: the words of a text that say so. */
import { findDates, opensFrom } from './dates.ts'
import { wordEnd, wordStart } from './words.ts'

const dueWord = new RegExp(
  `${wordStart}(?:senast|till och med|t\\.?o\\.?m\\.?|före|innan|till|inför|vid|by|before|no later than|due(?: by| on)?|until|for|at|deadline:?|klart:?|klar:?|ska vara klart?|ska vara klar|när:?|förfaller) +(?<when>(?:den |the |på |om |end of |slutet av |början av |utgången av |mitten av )?(?:nästa (?:möte|sammanträde|vecka|månad|år|styrelsemöte|träff)|(?:\\p{L}+s )?(?:möte|mötet|sammanträde|sammanträdet) i \\p{L}+|kommande möte|next (?:meeting|week|month)|the next meeting|sommaren|hösten|våren|vintern|i höst|i vår|i sommar|i vinter|jul|påsk|midsommar|nyår|årsskiftet|årsmötet|hösten|våren|vintern|Easter|Christmas|the summer|summer|spring|autumn|v\\.? ?\\d{1,2}|vecka \\d{1,2}|week \\d{1,2}|Q[1-4]|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|January|February|March|April|May|June|July|August|September|October|November|December)(?: \\d{4})?|mötet|fredag|måndag|tisdag|onsdag|torsdag|Monday|Tuesday|Wednesday|Thursday|Friday))${wordEnd}`,
  'iu',
)
const dueLead =
  /(?:senast|före|innan|till|by|before|no later than|due(?: by| on)?|deadline|klart?|until|den|vid|–|-|[(:,]|inför)\s*(?:den |the |on )?$/iu
const promptly = new RegExp(
  `${wordStart}(?:omgående|omedelbart|snarast(?: möjligt)?|löpande|immediately|as soon as possible|asap|ongoing|skyndsamt)${wordEnd}`,
  'iu',
)

const season = new RegExp(
  `${wordStart}(?:i (?:höst|vår|sommar|vinter)|under (?:hösten|våren|sommaren|vintern|året)|this (?:autumn|spring|summer|winter))${wordEnd}`,
  'iu',
)

/**
 * The words of a text that say until when; dates as written. One that says from when on only keeps the words that say
 * so: "inte före 1 juni". Null when it names no time.
 */
export function dueIn(text: string): string | null {
  let fromOn: string | null = null
  for (const date of findDates(text, { slash: true })) {
    const before = text.slice(0, date.index)
    if (!dueLead.test(before) && before.trim() !== '' && !/(?:den|the) /iu.test(date.quote)) continue
    const opens = opensFrom(text, date.index)
    if (opens === null) return date.quote
    fromOn ??= text.slice(opens, date.index) + date.quote
  }
  const named = dueWord.exec(text)
  const when = named?.groups?.['when']
  if (named !== null && when !== undefined) {
    const end = named.index + named[0].length
    const opens = opensFrom(text, end - when.length)
    if (opens === null) return when.replace(/^the /u, '')
    fromOn ??= text.slice(opens, end)
  }
  if (fromOn !== null) return fromOn
  return promptly.exec(text)?.[0] ?? season.exec(text)?.[0] ?? null
}

const lastWeek = /(?:^|[\s,(])(?<week>(?:v\.? ?|vecka |week )\d{1,2})\)?$/iu

/**
 * The same of a whole sentence: a full stop behind a day is the sentence's ("till den 6/11."), and a week at its end
 * is when it is done ("ringer banken v. 12").
 */
export function dueOf(sentence: string): string | null {
  const text = sentence.replace(/\.$/u, '')
  return dueIn(text) ?? lastWeek.exec(text)?.groups?.['week'] ?? null
}

const state =
  /^(?:(?:(?:ej|inte|icke|delvis|nästan|not|partly) )?(?:klart?|klara|färdigt?|påbörja[dt]|avsluta[dt]|genomförd?|genomfört|utförd?|utfört|åtgärda[dt]|stängd?|öppen|done|completed?|finished|closed|started|open)|pågår|pågående|kvarstår|vilande|försenad|väntar|ongoing|in progress|pending|delayed|overdue|cancelled|ja|nej|yes|no|ok|x|✓|✔)[.!]?$/iu

/** What says how far something has come ("Klart", "Pågår", "Done") and not until when it is due. */
export function saysState(text: string): boolean {
  return state.test(text.trim())
}
