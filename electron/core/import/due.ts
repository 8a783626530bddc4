/** Until when something is to be done: the words of a text that say so. */
import { countWord } from './count-words.ts'
import { opensFrom } from './date-words.ts'
import { findDates } from './dates.ts'
import { wordEnd, wordStart } from './words.ts'
import { mixedCase } from './mixed-case.ts'

const month =
  '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|January|February|March|April|May|June|July|August|September|October|November|December)'
const weekdays = '(?:måndag|tisdag|onsdag|torsdag|fredag|Monday|Tuesday|Wednesday|Thursday|Friday)'

/** Times that have a name and no figure: meetings, seasons, holidays, parts of a month. */
const namedTime = `(?:${[
  `(?:\\d{1,3}|${countWord}) (?:dag(?:ar)?|veck(?:a|or)|månad(?:er)?) (?:före|innan) (?:nästa |kommande )?\\p{L}+`,
  `(?:\\d{1,3}|a|${countWord}) (?:days?|weeks?|months?) before (?:the (?:next )?|next )?\\p{L}+`,
  '(?:nästa|nästkommande|kommande) (?:(?-i:\\p{Lu}{2,5})|gång|möte|sammanträde|vecka|månad|år|styrelsemöte|styrgruppsmöte|arbetsmöte|nätverksträff|rådsmöte|träff|termin|årsmöte|stämma)',
  `(?:\\p{L}+s )?(?:möte|mötet|sammanträde|sammanträdet) i ${month}`,
  '(?:höstens|vårens|årets|sommarens|vinterns) (?:första |sista )?(?:möte|sammanträde|årsmöte|stämma)',
  `(?:års|styrelse|medlems|vår|höst|${month})?mötet|(?:års|förenings|års?förenings)?stämman|sammanträdet|träffen`,
  'next (?:meeting|week|month|term|year|session|board meeting|call|summer|spring|autumn)',
  'the next (?:\\p{L}+ )?(?:meeting|session|call)',
  `the ${month} (?:meeting|session|board)|(?:the )?(?:meeting|session) in ${month}`,
  'the (?:AGM|annual (?:general )?meeting|general assembly)',
  `(?:the )?(?:end|beginning|start|middle|close) of (?:the |this |next )?(?:${month}|month|year|term|week|quarter|season|summer|spring|autumn|semester|financial year)`,
  `(?:mid|early|late)[- ]${month}`,
  `(?:slutet|början|mitten|utgången|månadsskiftet) av (?:${month}|månaden|veckan|året|terminen|sommaren|hösten|våren|kvartalet|denna vecka|nästa vecka)`,
  `månadsskiftet(?: ${month}[-–/ ]+${month})?`,
  `${month}s utgång|(?:veckans|årets|månadens|terminens|kvartalets) (?:slut|utgång)`,
  '(?:höst|sport|påsk|jul|sommar|vår|vinter)(?:lovet|terminen|uppehållet|semestern|säsongen|helgen|ledigheten)',
  'sommaren|hösten|våren|vintern|i höst|i vår|i sommar|i vinter|jul(?:en)?|påsk(?:en)?|midsommar|nyår|årsskiftet|bokslutet|semestern|semestrarna|terminsstart(?:en)?|terminsslut(?:et)?|skolstart(?:en)?|allhelgona|pingst|kristi himmelsfärd|lucia|advent',
  'Easter|Christmas|New Year|Whitsun|Midsummer|Michaelmas|Thanksgiving|(?:the )?half[- ]term|the (?:summer|spring|autumn|winter|Christmas|Easter)(?: (?:break|holidays?|term|recess))?|summer|spring|autumn',
  'v\\.? ?\\d{1,2}|vecka \\d{1,2}|w(?:ee)?k\\.? ?\\d{1,2}|Q[1-4]',
  `${month}(?: \\d{4})?|${weekdays}(?:en)?`,
].join('|')})`

const dueWord = mixedCase(
  `${wordStart}(?<lead>senast|till och med|t\\.?o\\.?m\\.?|före|innan|(?<!(?:kall(?:ar|a|else|elsen)|bjud(?:er|a) in|inbjud(?:an|ningar|er|a)|välkom(?:men|na)) )till|inför|vid|by|before|no later than|due(?: by| on)?|until|for|at|deadline:?|target(?: date)?:|klart:?|klar:?|ska vara klart?|ska vara klar|när:?|förfaller) +(?<when>(?:den |på |om |i |(?:the )?end of |slutet av |början av |utgången av |mitten av )?${namedTime})${wordEnd}`,
  'u',
)
/** "före jul" is another day than "jul"; "till" and "by" only lead in. */
const beforehand = /^(?:före|innan|before)$/iu
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
    if (opens === null) {
      const lead = named.groups?.['lead'] ?? ''
      return beforehand.test(lead) ? `${lead} ${when}` : when.replace(/^the /u, '')
    }
    fromOn ??= text.slice(opens, end)
  }
  if (fromOn !== null) return fromOn
  return promptly.exec(text)?.[0] ?? season.exec(text)?.[0] ?? null
}

const within = new RegExp(
  `${wordStart}(?:inom|within) (?:högst |the next |(?:ett par|\\d{1,3}|an?|${countWord}) )(?:\\p{Ll}+ )?(?:dag(?:ar)?|veck(?:a|or)|månad(?:er)?|days?|weeks?|months?|fortnight)${wordEnd}(?: (?:after|of) (?:that|this|the meeting)| därefter| efter (?:det|mötet))?`,
  'iu',
)
const soon = new RegExp(
  `${wordStart}(?:(?<=(?:på|vid|at) )(?:nästa|kommande|the next|next) (?:möte|sammanträde|styrelsemöte|träff|meeting)|(?:under |i )?(?:denna|nästa|den här|kommande|innevarande) (?:veckan?|månad(?:en)?)|(?:nu )?i veckan|under (?:veckan|månaden|dagen|helgen)|idag|i dag|today|tonight|i ?kväll|(?:i|efter|under) (?:sommaren|semestern|helgen|höst|vår|vinter|sommar)|imorgon|i morgon|(?:this|next) (?:week|weekend|month|term)|tomorrow|after (?:the )?(?:summer|Easter|Christmas)|(?:om|in) (?:en|ett par|två|tre|fyra|a|one|two|three|four) (?:veck(?:a|or)|weeks?|månad(?:er)?|months?|dagar|days)|(?<!(?:för|over|for) )(?:i |under )?(?:v\\.? ?|vecka |week )\\d{1,2}(?:[–-]\\d{1,2})?)${wordEnd}`,
  'iu',
)
const monthAtEnd = new RegExp(
  `${wordStart}(?:(?:i|under|in|during) (?:(?:slutet|början|mitten) av )?${month}(?: \\d{4})?)(?=[.)]?$)`,
  'iu',
)

/** "(end of January)", "(v. 12)": a time alone in a bracket at the end. */
const bracketAtEnd = mixedCase(`\\((?:den |the )?(?<when>${namedTime})\\)[.]?$`, 'u')

/** "…, end of October", "… – mid-May": a part of a month behind a comma or a dash at the end. */
const partAtEnd = new RegExp(
  `(?:,| [–-]) (?<when>(?:(?:the )?(?:end|beginning|start|middle) of ${month}|(?:mid|early|late)[- ]${month}|(?:i )?(?:slutet|början|mitten|utgången) av ${month}))[.]?$`,
  'iu',
)

/** A day that ends the words: "agreed to meet the builder on 4 June". */
function lastDay(task: string): string | null {
  const last = findDates(task).at(-1)
  return last !== undefined && /^[.)]?$/u.test(task.slice(last.end)) && opensFrom(task, last.index) === null
    ? last.quote
    : null
}

/**
 * The same of words that are known to hand out a task: with them also times that elsewhere only tell when something is
 * or was ("i maj", "denna vecka", "within one month").
 */
export function dueOfTask(task: string): string | null {
  return (
    dueOf(task) ??
    bracketAtEnd.exec(task)?.groups?.['when'] ??
    partAtEnd.exec(task)?.groups?.['when'] ??
    lastDay(task) ??
    within.exec(task)?.[0] ??
    soon.exec(task)?.[0] ??
    monthAtEnd.exec(task)?.[0] ??
    null
  )
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

const settled =
  /^(?:carried (?:forward|over)|in hand|on (?:the |today.s |this )?agenda|(?:see|covered (?:in|under|by|at)) (?:item|minute|agenda|below|above)|discharged|actioned|no longer (?:needed|required)|(?:done|completed|closed|klar[at]?|genomför[dt]|avsluta[dt]|utför[dt]|ongoing)(?: (?:since|on|in|sedan|den|vid)(?!\p{L}).*|[,;–—(-].*| [–—(-].*)?|på dagordningen|se (?:punkt|§|nedan|ovan))/iu

/** How something earlier has come along ("carried forward", "done on 3 May", "see item 5"), and nothing to do. */
export function tellsOutcome(text: string): boolean {
  return saysState(text) || (settled.test(text.trim()) && text.length < 120)
}

/** What says how far something has come ("Klart", "Pågår", "Done") and not until when it is due. */
export function saysState(text: string): boolean {
  return state.test(text.trim())
}
