/** Marks of attendance on a person's line: how, when and for which items somebody took part. */
import { nameParticle } from '#contract/name-particles.ts'
import type { AttendanceMode, AttendanceStatus } from '#contract/minutes.ts'
import { couldBeName } from './names.ts'
import { wordEnd, wordStart } from './words.ts'

export interface Marks {
  mode: AttendanceMode | null
  status: AttendanceStatus | null
  /** A cross set the status: it says no more than the list it stands in. */
  crossed: boolean
  /** As written, without § and the word for item. */
  items: string | null
  /** A capacity the mark itself carries ("tjänstgörande ersättare för …"). */
  capacity: string | null
  /** Words with no field of their own: whom the person stands in for. */
  kept: string[]
}

export function noMarks(): Marks {
  return { mode: null, status: null, crossed: false, items: null, capacity: null, kept: [] }
}

const lead =
  '(?:(?:närvarande|närvarade|deltog|deltar|deltagit|medverkade|(?:var )?med(?= (?:på|vid|under|i|från))|på(?= p)|adjungerad|present|attended|ej|inte|icke|dock|utom|förutom|undantaget|fr\\.? ?o\\.? ?m\\.?|från och med|från|t\\.? ?o\\.? ?m\\.?|till och med|del(?:ar)? av|under|endast|bara|only|not|except|from|until|till|through|part of|left (?:after|before)|joined|jävig|jäv|lämnade(?: mötet)?|lämnar(?: mötet)?|lämnat|avviker|deltagande|anslöt|ansluter|tillkom|tillkommer|gick|avvek|anlände|ankom|kom|gick|efter|före|vid|to|for|at|i|on|och) +)*'
const word =
  '(?:§§? ?|(?:punkt(?:en|erna)?|p\\.?(?= \\d)|paragraf(?:en|erna)?|ärenden?a?|items?|agenda items?|points?|minutes?) )'
const numbers =
  '(?:(?:19|20)\\d{2}[:/])?\\d{1,3}(?:[.:/]\\d{1,3})?(?:[a-e]| [a-e](?=[,;)]|$))?(?: ?(?:[-–—,]|och|and|&|to|till|t\\.?o\\.?m\\.?|fr\\.?o\\.?m\\.?) ?(?:§§? ?)?\\d{1,3}(?:[./]\\d{1,2})?[a-e]?)*(?: (?:only|endast))?'
const itemsMark = new RegExp(
  `${wordStart}${lead}(?:${word}${numbers}|(?:${numbers}) §§?)(?: (?:p\\.? ?g\\.? ?a\\.?|på grund av|due to|pga) (?:jäv|conflict of interest|\\p{L}*intresse\\p{L}*))?`,
  'giu',
)

/** "from 24/101", "for 24/102 only": items with the year in front; three figures behind the stroke are no month. */
const yearMark = new RegExp(
  `${wordStart}${lead.replace(/\*$/u, '+')}\\d{2,4}/\\d{3}(?:\\([a-z]\\))?(?: ?(?:[-–—]|to|and|och|till) ?\\d{2,4}/\\d{3})?(?: (?:only|endast))?`,
  'giu',
)

const hour = '\\d{1,2}(?:[.:]\\d{2})?(?: ?(?:am|pm))?'
const timeMark = new RegExp(
  `${wordStart}${lead}(?:(?:mellan|between) )?(?:kl(?:ockan)?\\.? ?${hour}|fram till \\d{1,2}(?:[.:]\\d{2})?|(?:from|until|till|från|to|at|after|before) \\d{1,2}(?:[.:]\\d{2}(?: ?(?:am|pm))?| ?(?:am|pm))|(?:left|joined|arrived|gick|kom|anlände|ankom|anslöt|avvek|lämnade|tillkom)(?: at| kl\\.?)? \\d{1,2}[.:]\\d{2}(?: ?(?:am|pm))?)(?: ?(?:[-–—]|till|to|until|och) ?(?:kl\\.? ?)?${hour})?`,
  'giu',
)

const tools =
  '(?:ms )?(?:teams|zoom|skype|google meet|meet|webex|video[ -]?(?:link|conference|call|länk|möte|konferens)|video|länk|webb|nätet|internet|distans|link|conference call)'
const modes: ReadonlyArray<readonly [AttendanceMode, RegExp]> = [
  [
    'phone',
    new RegExp(
      `${wordStart}(?:(?:deltog|deltar|närvarande|närvarade|joined|joining|attending|attended|present) +)?(?:(?:per|via|på|över|by|on) +(?:the +)?(?:(?:tele)?(?:fon|phone|tfn)|telecon(?:ference)?|telekonferens)|(?:(?:tele)?phone|telefon(?:ledes)?|tfn)(?!\\.?:|\\.? ?[+(]?\\d)|telecon(?:ference)?|telekonferens|dial-?in|dialled in)${wordEnd}\\.?`,
      'iu',
    ),
  ],
  [
    'remote',
    new RegExp(
      `${wordStart}(?:(?:deltog|deltar|närvarande|närvarade|uppkopplad|joined|joining|attending|attended|present) +)?(?:(?:via|på|genom|över|per|by|on|through|over) +(?:the +)?${tools}|digitalt|distans|online|remotely|remote|virtually|virtual|virtuellt|uppkopplad)${wordEnd}`,
      'iu',
    ),
  ],
  [
    'room',
    new RegExp(
      `${wordStart}(?:(?:deltog|deltar|närvarande|närvarade|joined|attending|attended|present) +)?(?:på plats|fysiskt|i rummet|i lokalen|on-?site|on site|in person|in the room|in-person)${wordEnd}`,
      'iu',
    ),
  ],
]
const bareTool = /^(?:digital|ms )?(?:teams|zoom|skype|webex|meet|länk|video|videolänk|webb|digital)$/iu

const statuses: ReadonlyArray<readonly [AttendanceStatus, RegExp]> = [
  [
    'excused',
    new RegExp(
      `${wordStart}(?:(?:(?:har|hade|har ej|have|had) )?(?:anmält|anmäld|meddelat|med) (?:förhinder|frånvaro|giltigt förfall)|giltigt förfall|förhindrad|förhinder|sjukanmäld|sjukskriven|sjuk|vab|apologies(?: (?:received|sent|given))?|sent apologies|sends apologies|(?:(?:has|have|had) )?(?:sent|sends|sending|given|offered) (?:his|her|their) (?:regrets|apologies)|(?:sent |sends )?regrets|excused|on leave|tjänstledig|föräldraledig|semester|tjänsteresa)${wordEnd}`,
      'iu',
    ),
  ],
  [
    'absent',
    new RegExp(
      `${wordStart}(?:ej närvarande|inte närvarande|frånvarande|absent|not present|did not attend|deltog (?:ej|inte)|uteblev)${wordEnd}`,
      'iu',
    ),
  ],
  ['present', new RegExp(`${wordStart}(?:närvarande|present|attended|attending)${wordEnd}`, 'iu')],
]

const substitute = new RegExp(
  `${wordStart}(?:(?:(?:as )?(?:an? |the )?)?(?<role>(?:personlig |personal )?(?:(?:(?:icke |ej )?tjänstgörande |tjg\\.? )?(?:ersättare|suppleant)|substitute|alternate|deputy)) (?:för|for)|ersätts av|ersattes av|replaced by|substituted by|ersätter|ersatte|tjänstgör för|tjänstgörande för|tjg\\.? för|i stället för|istället för|i ställe för|vikarierar för|substituting for|standing in for|deputi[sz]ing for|replacing|replaces|för|for|on behalf of|vice) (?<who>(?:\\p{Lu}[\\p{L}’'.-]*(?: ${nameParticle} )? ?){1,4})(?: ?\\((?:\\p{Lu}{1,3}|-)\\))?`,
  'u',
)

/** "vid punkten Sekretess": an item by its name. */
const namedItem =
  /(?<!\p{L})(?:(?:vid|under|på|i|endast|fram till|till|t\.?o\.?m\.?|fr\.?o\.?m\.?|från(?: och med)?|ej|inte|efter|for|during|until|from|after) )+(?:(?:the )?(?:punkten?|ärendet|agendapunkten|item)(?: om)?) ["”“]?(?=\p{Lu}\p{Ll})[^,;()]{3,60}|^(?:agenda )?(?:items?|points?|punkten|punkterna) ["”“]?(?=\p{Lu}\p{Ll})[^,;()]{3,80}$/gu

const partOfMeeting = new RegExp(
  `${wordStart}(?:(?:deltog|närvarande|deltar) )?(?:(?:bara|endast|only) (?=första |andra |sista |(?:the )?(?:first|last) ))?(?:(?:under |en )?del(?:ar)? av (?:mötet|dagen|tiden|sammanträdet)|(?:(?:endast|bara|only) )?(?:(?:dag|day) [1-9](?: only)?(?!\\d)|(?:första|andra|sista) (?:mötes)?dagen)|(?:första|andra|sista) (?:delen|halvan|timmen|halvtimmen)|(?:the )?(?:first|last) (?:half(?: hour|-hour)?|hour|part)(?! of \\p{Lu})|(?:for )?part of (?:the )?meeting|part-time|delvis)${wordEnd}`,
  'giu',
)

/** The name of a month in either language, as a pattern. */
export const monthName =
  '(?:januari|february|februari|january|mars|march|april|maj|may|juni|june|juli|july|augusti|august|september|oktober|october|november|december)'
/** "endast 28 maj", "12 October only": one day of a meeting of several. */
const dayMark = new RegExp(
  `${wordStart}(?:(?:endast|bara|only|ej|inte|not) (?:den |on |the )?\\d{1,2}(?:st|nd|rd|th)? ${monthName}${wordEnd}|(?:on )?\\d{1,2}(?:st|nd|rd|th)? ${monthName} (?:only|endast)${wordEnd})`,
  'giu',
)

function keepItems(marks: Marks, written: string): void {
  const reason = / (?:p\.? ?g\.? ?a\.?|på grund av|due to|pga) .*$/iu.exec(written)
  if (reason !== null) marks.kept.push(reason[0].trim())
  const short = written
    .slice(0, reason?.index ?? written.length)
    .replace(/§§? ?/gu, '')
    .replace(
      /(?<![\p{L}]|^(?:left|joined) \p{L}+ )(?:punkt(?:en|erna)?|p\.?(?= \d)|paragraf(?:en|erna)?|ärenden?a?|agenda items?|items?|points?|minutes?) /giu,
      '',
    )
    .replace(/^(?:närvarande|närvarade|deltog|deltar|present|attended|under|vid|i|for|on|och) (?=.*\d)/iu, '')
    .replace(/^(?:(?:var )?med )?(?:vid|i|for|on|under|på) (?=\d)/iu, '')
    .replace(/(?<=\d) (?:only|endast|bara)$/iu, '')
    .replace(
      /^(ej|inte|icke|not) (?:närvarande|närvarade|deltog|present)(?: vid| på| under| i| at| for)? (?=\d)/iu,
      '$1 ',
    )
    .trim()
  marks.items = marks.items === null ? short : `${marks.items}, ${short}`
}

/** Takes every mark out of `text` into `marks`, and returns what is left. */
export function takeMarks(text: string, marks: Marks): string {
  let rest = text
  for (const pattern of [yearMark, dayMark, itemsMark, timeMark]) {
    rest = rest.replace(pattern, (written) => {
      keepItems(marks, written.trim())
      return ' '
    })
  }
  rest = rest.replace(namedItem, (written) => {
    const named = written.trim().replace(/^(?:(?:vid|under|på|i|for|during) )+/u, '')
    marks.items = marks.items === null ? named : `${marks.items}, ${named}`
    return ' '
  })
  rest = rest.replace(partOfMeeting, (written) => {
    keepItems(marks, written.trim())
    return ' '
  })
  const standsIn = substitute.exec(rest)
  const who = standsIn?.groups?.['who']?.trim()
  if (
    standsIn !== null &&
    who !== undefined &&
    couldBeName(who) &&
    (/ /u.test(who) || !/^(?:för|for)/u.test(standsIn[0]))
  ) {
    const role = standsIn.groups?.['role']
    if (role !== undefined) marks.capacity = role
    else if (/^(?:ersätts|ersattes|replaced by|substituted)/u.test(standsIn[0])) marks.status ??= 'absent'
    else if (/^(?:ersätter|ersatte)/u.test(standsIn[0])) marks.capacity = 'ersättare'
    marks.kept.push(standsIn[0].trim())
    rest = rest.slice(0, standsIn.index) + ' ' + rest.slice(standsIn.index + standsIn[0].length)
  }
  for (const [status, pattern] of statuses) {
    const match = pattern.exec(rest)
    if (match === null) continue
    setStatus(marks, status)
    rest = cut(rest, match)
  }
  for (const [mode, pattern] of modes) {
    const match = pattern.exec(rest)
    if (match === null) continue
    marks.mode ??= mode
    rest = cut(rest, match)
  }
  return rest
}

/** Why somebody is away says more than the dash that they are. */
function setStatus(marks: Marks, status: AttendanceStatus): void {
  if (marks.status === null || (marks.status === 'absent' && status === 'excused')) marks.status = status
}

function cut(text: string, match: RegExpExecArray): string {
  return text.slice(0, match.index) + ' ' + text.slice(match.index + match[0].length)
}

/** Short for excused, or why somebody is away. */
const awayWord =
  /^(?:af|förh\.?|anm\.? ?förh\.?|e|conference|travel(?:l?ing)?|ill|sick|(?:on )?(?:parental |maternity |paternity |annual )?leave|sabbatical|holiday|vacation|konferens|tjänsteresa|utlandsresa|ledig|jobb|jobbar|arbetar|bortrest|illness|unwell|work(?: commitments?)?|family(?: commitments?| reasons)?|personal(?: reasons| commitments?)?|prior (?:engagement|commitment)|another meeting|away|bereavement|sjukdom|annat möte)$/iu

/** "fundraising item only", "for the budget item" */
const itemByName = /^(?:(?:only )?(?:for|during|under) )?(?:the )?(?!agenda)(?:[\p{L}&-]+ ){1,3}items?(?: only)?$/iu

/** A whole cell or segment that is only a mark: "X", "–", "Teams", "ja". */
export function readBareMark(text: string, marks: Marks): boolean {
  const bare = text.trim()
  if (/^(?:\[?x\]?|✓|✔|☑|☒)$/iu.test(bare)) {
    marks.crossed ||= marks.status === null
    marks.status ??= 'present'
  } else if (/^(?:ja|yes|n|nv|närv\.?|p)$/iu.test(bare)) marks.status ??= 'present'
  else if (/^(?:[-–—]|\[ ?\]|☐|nej|no|fv|frv\.?|frånv\.?|a|f)$/iu.test(bare)) marks.status ??= 'absent'
  else if (awayWord.test(bare)) setStatus(marks, 'excused')
  else if (bareTool.test(bare)) marks.mode ??= 'remote'
  else if (/^(?:plats|irl|fysisk)$/iu.test(bare)) marks.mode ??= 'room'
  else if (itemByName.test(bare)) marks.items ??= bare.replace(/^(?:(?:only )?(?:for|during|under) )?(?:the )?/iu, '')
  else return false
  return true
}
