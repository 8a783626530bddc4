/** The line that names the meeting: its kind, its body, its date and form. */
import type { MeetingForm, MinutesKind } from '#contract/minutes.ts'
import { findDates } from './dates.ts'
import { findTimes } from './times.ts'
import { capitalise, wordEnd, wordStart } from './words.ts'
import { mixedCase } from './mixed-case.ts'

const kindWord = new RegExp(
  `${wordStart}(?:(?:sammanträdes|styrelse|mötes|besluts|årsmötes|stämmo|nämnds?|direktions|lednings(?:grupps)?|konstituerande |protokolls)?protokoll(?:et|sutdrag)?|(?:minnes|mötes|styrelsemötes)?anteckning(?:ar(?:na)?)?|minutes|(?:meeting )?notes|notat|mötesreferat)${wordEnd}`,
  'iu',
)
const meetingWord = new RegExp(
  `${wordStart}(?:\\p{L}*(?:möte|mötet|sammanträde|sammanträdet|stämma|stämman|överläggning|samråd|workshop|träff|avstämning|avstämningen)|meeting|assembly|session|agm|committee|board|(?<!roll )call(?! (?:to|for|the|was|of|on) )|telco|telecon|sync|stand-?up|check-in|catch-up|retrospective)${wordEnd}`,
  'iu',
)
const previous =
  /föregående|förra|senaste|previous|last meeting|justering av|godkännande av|approval of|matters arising/iu

export function hasKindWord(text: string): boolean {
  return kindWord.test(text) && !previous.test(text)
}

export function hasMeetingWord(text: string): boolean {
  return meetingWord.test(text)
}

/** "Report of the 3rd meeting, 4 May 2024", "Protokoll från mötet den 4 maj 2024": the whole day is the meeting's. */
export function tellsOwnDay(text: string): boolean {
  const reports = hasKindWord(text) || /^(?:draft |final )?(?:report|record) (?:of|from) /iu.test(text)
  return reports && hasMeetingWord(text) && findDates(text).some(({ day, year }) => day !== null && year !== null)
}

/** A heading line of minutes: opens with its kind, or is short and names kind and meeting. */
export function isTitleLine(text: string): boolean {
  if (text.length > 220 || text.length < 5 || !hasKindWord(text)) return false
  if (!/^[\p{Lu}\d"”(]/u.test(text) || /,$|^Att /u.test(text)) return false
  const at = kindWord.exec(text)?.index ?? 0
  // "1 Genomgång av anteckningar" is the first item.
  const numbered = /^\d{1,3}(?:\.\d{1,2})*[.)]? /u.exec(text)?.[0]
  if (numbered !== undefined && at > numbered.length && findDates(text).length === 0) return false
  const dated = at < 12 && (findDates(text).length > 0 || findTimes(text, false) !== null)
  if (/[.!?]$/u.test(text) && text.length > 60 && !dated) return false
  return (
    /^(?:utkast|förslag|draft|justerat|ojusterat|unconfirmed|approved)?[ :–-]*$/iu.test(text.slice(0, at)) ||
    text.length < 110
  )
}

/** The kind a title says; null when it does not. */
export function kindOf(text: string): MinutesKind | null {
  const match = kindWord.exec(text)
  if (match === null) return null
  const word = match[0].toLowerCase()
  if (word.includes('protokoll')) return 'protokoll'
  if (word.includes('anteckning') || word === 'notat' || word.includes('referat')) return 'minnesanteckningar'
  return 'minutes'
}

const hybrid = /(?<!\p{L})hybrid/iu
const remote = new RegExp(
  `(?:digital(?:t|a)? (?:\\p{L}*möte|sammanträde|träff|stämma)|videomöte|videokonferens|telefonmöte|telefonkonferens|distansmöte|webbmöte|nätmöte|teamsmöte|zoommöte|telefonsammanträde|(?:conference|video|phone|telephone) call|telco|${wordStart}(?:på distans|distans|digitalt|virtuellt|online|remote(?:ly)?|virtual(?:ly)?|via (?:länk|video)|web ?conference|video ?(?:conference|link)|teleconference|teams|zoom|skype|webex|google meet|jitsi|gotomeeting|bluejeans)${wordEnd})`,
  'iu',
)
const room = new RegExp(`${wordStart}(?:på plats|fysiskt?a?|in person|in-person|on-?site|face to face)${wordEnd}`, 'iu')

/** A screen of some kind, without which nothing stands beside one: spares the longer patterns. */
const screen = /teams|zoom|skype|webex|meet|jitsi|video|länk|distans|digital|online|remotely/iu

const besides = mixedCase(
  String.raw`(?:(?!(?:teams|zoom|skype|webex|telefon|telephone|phone|digitalt|distans|online)\)?,? )(?<!\p{L})\p{L}{3,}|\d[a-z]?)\)?,? (?:&|och|and|samt|/|\+) (?:via |on |per |by |på )?(?:ms |microsoft )?(?:teams|zoom|skype|webex|google meet|(?-i:Meet)|jitsi|video\p{L}*|länk)(?!\p{L})`,
  'u',
)
/** "Via Teams and in Room 12": the screen first, then a room. */
const besidesRoom =
  /(?<!\p{L})(?:[Tt]eams|[Zz]oom|[Ss]kype|[Ww]ebex|Google Meet|[Vv]ideolänk|[Vv]ideo ?link|länk|[Dd]istans|[Dd]igitalt|[Oo]nline|[Rr]emotely)\)? (?:&|och|and|samt|\/|\+) (?:in|i|at|på|vid) (?:the |plats i )?(?<where>(?:\p{Lu}|(?:rum|sal|lokal|room) )[^.,;()]{1,60})/u

/** The room a text names beside a screen; null when it names none. */
export function roomBesides(text: string): string | null {
  return besidesRoom.exec(text)?.groups?.['where']?.trim() ?? null
}

/** Form from words of a title or head; null when they say nothing. */
export function formOf(text: string): MeetingForm | null {
  if (hybrid.test(text)) return 'hybrid'
  if (screen.test(text) && (besides.test(text) || besidesRoom.test(text))) return 'hybrid'
  const far = remote.test(text)
  const near = room.test(text)
  if (far && near) return 'hybrid'
  return far ? 'distans' : near ? 'fysiskt' : null
}

const remotes = new RegExp(remote.source, 'giu')

/** Form from a place: "Teams" is remote, "Rosenbad och Teams" both, "Rosenbad" says nothing. */
export function formOfPlace(place: string): MeetingForm | null {
  if (/^https?:\/\/\S+$/iu.test(place)) return 'distans'
  const form = formOf(place)
  if (form !== 'distans') return form
  const rest = place
    .replace(remotes, ' ')
    .replace(
      /(?<!\p{L})(?:via|microsoft|ms|möte|mötet|meeting|och|samt|and|eller|or|over|by|på|call|länk|link|deltagande|with|participation|option(?:al)?)(?!\p{L})/giu,
      ' ',
    )
    .replace(/[^\p{L}\d]+/gu, '')
  return rest.length >= 3 ? 'hybrid' : 'distans'
}

function stripDates(text: string): string {
  let rest = text
  for (const date of findDates(text, { slash: true }).toReversed()) {
    rest = `${rest.slice(0, date.index)}\u0000${rest.slice(date.end)}`
  }
  return rest
}

const stop =
  /(?: (?:den|(?<!(?:[Cc]ouncil|[Cc]ommittee|[Cc]ommission|[Pp]anel|[Gg]roup|[Ff]orum|[Pp]arty) )on|held|hållet|den \d|kl\.?|nr|no\.?|i (?:sal|lokal)|på|via|vid|from|at)(?: |$)|[,(\u0000]| [–—-] |$)/u

const kindLast = new RegExp(`[ –-]+${kindWord.source}$`, 'iu')

function upTo(text: string): string {
  // In capitals the small words are none: "KELMOOR COUNCIL HELD ON …".
  const at = stop.exec(text === text.toLocaleUpperCase('sv') ? text.toLowerCase() : text)
  return text
    .slice(0, at?.index ?? text.length)
    .replace(/^(?:the|det|den) /iu, '')
    .replace(kindLast, '')
    .replace(/[\s:,.–-]+$/u, '')
    .trim()
}

const afterMeeting = mixedCase(
  `${wordStart}(?:\\p{L}*möte|\\p{L}*mötet|sammanträde|sammanträdet|träff|samråd|\\p{L}*stämma|meeting|session|assembly)(?: nr \\d+| \\d+)? (?:(?:med|i|för|av|hos|inom|of|with|for) (?:the )?(?=\\p{L})|(?-i:(?=\\p{Lu}\\p{Ll})(?!Minutes|Meeting|Notes|Held|Nr|No|Protokoll)))`,
  'u',
)
const bodyEnding =
  /(?:styrelsen|nämnden|gruppen|rådet|utskottet|kommittén|delegationen|fullmäktige|ledningsgruppen|direktionen|församlingen|kollegiet|klubben|föreningen|nätverket|forum|forumet|teamet|styrelse|nämnd|grupp|(?<!sam)råd|utskott|kommitté|direktion|kollegium|presidiet|presidium|beredningen|samrådet|byalaget|arbetslaget|kretsen|samfälligheten)$/iu
/** "Nationella rådet för …": a short word that is a body by itself. */
const wholeBody = /^rådet$/iu
const englishBody =
  /(?:committee|board|council|group|team|panel|forum|society|association|trustees|commission|working party|task force|assembly|network|club|trust|cabinet|senate|union|governing body| wg|task ?force|(?<=special interest )group)$/iu

/** "Advisory Council on Pilotage" */
const englishBodyOn = /^(?:\p{L}+ ){0,3}(?:council|committee|commission|panel|forum|group|party) (?:on|for) \p{L}/iu

/** What counts a meeting of a series is no part of the body's name: "nr 3/2024", "läsåret 2023/24", "3rd". */
function stripCounts(text: string): string {
  return text
    .replace(/(?<!\p{L})(?:nr|no|nummer|number)\b[.:]? ?\d+(?:[/:–-]\d+)?(?![\p{L}\d])/giu, '')
    .replace(/(?<!\S)\d{1,3}[-/:](?:19|20)\d{2}(?!\S)/gu, '')
    .replace(
      /,? ?(?<!\p{L})(?:läsåret|läsår|verksamhetsåret|arbetsåret|hösten|våren|ht|vt|academic year|autumn|spring) ?-?\d{2,4}(?:[/–-]\d{2,4})?(?!\d)/giu,
      '\u0000',
    )
    .replace(/(?<![\p{L}\d])\d{1,3}(?:st|nd|rd|th) (?=\p{L})/giu, '')
}

/** "skolans bibliotek", "församlingshemmet", "Lillåns bygdegård": a room or a house by a word for it. */
export const roomWords =
  '(?:(?:\\p{L}+s|stora|lilla|gamla|nya) )?\\p{Ll}*(?:(?:rum|hem|hus|bibliotek|kansli)(?:met|et)|(?:sal|lokal|gård|hall)en|(?:stug|skol|kyrk)an|lokaler(?:na)?|(?<= \\p{Ll}{0,20})(?:rum|hem|hus|bibliotek|kansli|sal|lokal|gård|hall|stuga|skola|kyrka|aula|matsal))'
const roomFirst = new RegExp(`^${roomWords}(?!\\p{L})`, 'iu')

/** A body's name without what counts its meetings: "Brukarråd för arkivtjänster, hösten 2024". */
export function withoutCounts(name: string): string {
  return stripCounts(name)
    .replace(/[\u0000\s,–-]+$/u, '')
    .trim()
}

/** The project a title names ("Kick-off projekt Solsken"), where it names no body; null when it names none. */
export function projectIn(title: string): string | null {
  const named = /(?<!\p{L})(?:[Pp]rojekt|[Pp]roject) (?:\p{Lu}|\d)[^\s,.:()]*(?: \p{Lu}[^\s,.:()]*){0,2}/u.exec(
    title,
  )?.[0]
  return named === undefined ? null : capitalise(named)
}

/** "WP4 monthly call #14", "Team Kassan – sprintplanering": a team by the name of its meetings. */
function bodyOfSeries(title: string): string | null {
  const call =
    /^(?<who>(?=[^–|]*\p{Lu})[\p{L}\d &/.-]{2,60}?)(?: [–-])? (?:(?:bi-?)?(?:weekly|monthly|fortnightly|quarterly|daily|regular|status|kick-?off|project|progress) )+(?:call|meeting|telco|sync|stand-?up|check-in|catch-up)(?!\p{L})/iu.exec(
      title.trim(),
    )?.groups?.['who']
  const who =
    call ?? /^(?<who>(?:Team|Squad|Teamet) \p{Lu}[\p{L}\d-]*)(?= ?[–:,|-] |$)/u.exec(title.trim())?.groups?.['who']
  return who === undefined || kindWord.test(who) ? null : capitalise(who.trim())
}

/** The body that met, as far as a title says, with a capital; null when it does not. */
export function bodyOf(title: string): string | null {
  const bare = stripCounts(stripDates(title))
    .replace(/\s+/gu, ' ')
    .replace(/(?<!\p{L})(?:mon|tues|wednes|thurs|fri|satur|sun)day[’']s /giu, '')
    .trim()
  const after = afterMeeting.exec(bare)
  const behind = after === null ? '' : bare.slice(after.index + after[0].length)
  // "Sammanträde i församlingshemmet onsdagen …": where, not who.
  if (after !== null && !(after[0].endsWith(' i ') && roomFirst.test(behind))) {
    const body = upTo(behind)
    if (body.length > 2 && body.length < 120) return capitalise(body)
  }
  const ofThe =
    /(?:minutes|notes) of (?:the )?(.+?)(?:[’']s?)? (?:(?!committee|board|body|council|group|team|panel|forum|assembly|commission|trust|society|association)\p{L}+ )?meeting/iu.exec(
      bare,
    )?.[1]
  if (
    ofThe !== undefined &&
    !/\d/u.test(ofThe) &&
    !/^(?:\d.*|the|meeting|annual|general|ordinary|monthly|regular|a|an|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|previous|kick-?off|inaugural|final)$/iu.test(
      ofThe,
    )
  ) {
    return capitalise(ofThe.replace(/ (?:annual general|annual|general|ordinary|monthly|regular|board)$/iu, '').trim())
  }
  const pieces = bare
    .replace(kindWord, '\u0000')
    .split(/\u0000|[,(:;]| [–—-] |[–—|]/u)
    .map((piece) =>
      piece
        .replace(/^[\s\p{P}]+|[\s:,.–)-]+$/gu, '')
        .replace(/^(?:the meeting(?: held)?|meeting held|held|confirmed|unconfirmed|draft)(?= |$)/iu, '')
        .trim()
        .replace(/^(?:fört vid|från|för|vid|av|of|from|for|the|med|the meeting of the|den|on) /iu, '')
        .trim(),
    )
    .filter((piece) => piece.length > 3)
  const owner =
    /^(?!Dagens|Årets|Månadens|Veckans|Gårdagens|Dagord|\p{L}+dagens )(\p{Lu}[^,\d]{2,60}?)s (?:\p{L}+ )?(?:\p{L}*möte|\p{L}*stämma|sammanträde)(?!\p{L})/u.exec(
      bare,
    )?.[1]
  if (owner !== undefined && !kindWord.test(owner)) return capitalise(owner)
  for (const piece of pieces) {
    const possessive = /^(.+?)(?::s|s|[’']s?) (?:\p{L}+ )?(?:\p{L}*möte|\p{L}*sammanträde|meeting)(?!\p{L})/iu.exec(
      piece,
    )?.[1]
    if (possessive !== undefined && (bodyEnding.test(possessive) || englishBody.test(possessive)))
      return capitalise(possessive)
    if (/^(?:the|a|an|meeting|held)$/iu.test(piece)) continue
    const cut = upTo(piece.replace(/ (?:meeting|möte|sammanträde)$/iu, ''))
    if (cut.length < 4) continue
    if (
      bodyEnding.test(cut) ||
      englishBody.test(cut) ||
      englishBodyOn.test(cut) ||
      cut
        .split(' ')
        .slice(0, 3)
        .some((word) => (word.length > 5 || wholeBody.test(word)) && bodyEnding.test(word))
    ) {
      if (cut.split(' ').length <= 9) return capitalise(cut)
    }
  }
  return bodyOfSeries(title)
}

const compounds: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<!\p{L})(\p{L}*styrelse)(?:möte|sammanträde|protokoll)/iu, 'n'],
  [/(?<!\p{L})((?:styr|lednings|referens|samverkans|program|expert)gruppe?)s?(?:möte|sammanträde)/iu, 'en'],
  [/(?<!\p{L})(\p{L}*nämnd)s?(?:möte|sammanträde)/iu, 'en'],
  [/(?<!\p{L})(\p{L}*råd)s(?:möte|sammanträde)/iu, 'et'],
  [/(?<!\p{L})(\p{L}*utskott)s(?:möte|sammanträde)/iu, 'et'],
  [/(?<!\p{L})(\p{L}*kommitté)(?:möte|sammanträde)/iu, 'n'],
  [/(?<!\p{L})(direktion)s(?:möte|sammanträde)/iu, 'en'],
]

/** "Styrelsemöte" is a meeting of "Styrelsen". */
export function bodyOfCompound(title: string): string | null {
  for (const [pattern, ending] of compounds) {
    const stem = pattern.exec(title)?.[1]
    if (stem !== undefined && stem.length > 2) return capitalise(stem.toLowerCase() + ending)
  }
  return null
}

/** True for a line that by itself is a body's name ("Kommunstyrelsen", "Parish Council"). */
export function isBodyName(written: string): boolean {
  // "Trial Steering Committee (TSC)"
  const text = written.replace(/ \(\p{Lu}{2,8}\)$/u, '')
  return (
    text.length < 80 &&
    /^\p{Lu}/u.test(text) &&
    !/[.:]$/u.test(text) &&
    (bodyEnding.test(text) ||
      englishBody.test(text) ||
      bodyEnding.test(text.split(' ')[0] ?? '') ||
      /^(?:\p{L}+ ){1,2}(?:forum|råd|nätverk) för \p{L}/u.test(text))
  )
}
