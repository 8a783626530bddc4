/** The line of a head that names the meeting: which it is, how far it goes, what it says besides. */
import { datedLine } from './dated-line.ts'
import { findDates, monthNumber } from './dates.ts'
import { setDate, setPlace, setTimes } from './head-fields.ts'
import { leftover } from './leftover.ts'
import type { Head } from './head-fields.ts'
import type { SourceLine } from './lines.ts'
import { isGreeting, leadsIn } from './mail-header.ts'
import { findTimes } from './times.ts'
import {
  bodyOf,
  formOf,
  hasKindWord,
  hasMeetingWord,
  isBodyName,
  isTitleLine,
  roomBesides,
  roomWords,
} from './titles.ts'
import { endsSentence, startsLower, wordsOf } from './words.ts'

const bareKind =
  /^(?:utkast:? |draft:? )?(?:sammanträdes|styrelse|mötes|besluts|årsmötes|stämmo)?(?:protokoll|minnesanteckning(?:ar)?|mötesanteckning(?:ar)?|anteckning(?:ar)?|meeting minutes|meeting notes|minutes|notes)(?: (?:nr|no\.?|nummer)?:? ?\d+(?:[/:–-]\d+)?)?(?: fört| fört vid| från| of)?[.:]?$/iu

/** A title that says its kind and nothing else: "PROTOKOLL". */
export function isBareKind(title: string): boolean {
  return bareKind.test(title)
}

export interface Piece {
  text: string
  line: SourceLine
  used: boolean
}

/** "in the Ellis Room and by videoconference": the room in front of a screen. */
const roomBeforeScreen =
  /^(?<room>(?:i|på|vid|in|at) .*?),? (?:and|och|samt|as well as) (?:(?:by|via|on|over|through|på|per) )?(?:video\p{L}*|teams|zoom|länk|distans|telephone|phone|telefon|online|remotely|webex|skype)(?: ?(?:conference|link|call))?$/iu

/** Date, time and place said in the title or a line below it. */
export function readTitleWords(head: Head, written: string, line: number, english: boolean): void {
  const text = withoutEnding(head, calmLeads(written))
  const before = head.dates.length
  const dated = setDate(head, text, line, false, english)
  const timed = setTimes(head, dated, false)
  head.form ??= formOf(text)
  if (head.place !== null) return
  const held = heldWhere(text)
  if (held !== null) {
    setPlace(head, held)
    return
  }
  const inside = /\(hybrid\p{L}*[:,] ?(?<where>[^()]{3,80})\)/iu.exec(text)?.groups?.['where']
  if (inside !== undefined) {
    setPlace(head, inside)
    return
  }
  const beside = roomBesides(text)
  if (beside !== null) {
    setPlace(head, beside)
    return
  }
  const found = head.dates.length > before || timed !== dated
  const end = found ? Math.max(dateEnd(text), timesEnd(text)) : 0
  const behind = text
    .slice(end)
    .replace(/^[\s,;.)–-]+/u, '')
    .trim()
  // "… den 2 maj 2024 i Sessionssalen, Ystad kl. 18.00": the place may stand between day and time.
  const tail =
    behind === ''
      ? text
          .slice(dateEnd(text), findTimes(text, false)?.index ?? 0)
          .replace(/^[\s,;)–-]+|[\s,;(–-]+$/gu, '')
          .trim()
      : behind
  const where = (roomBeforeScreen.exec(tail)?.groups?.['room'] ?? tail).replace(
    /,? (?:med (?:början|start)|commencing|starting|beginning)(?: (?:at|kl\.?|klockan))?$/iu,
    '',
  )
  const place =
    /^(?:(?:(?:i|på|vid|in|at) (?:the )?|(?=(?:hemma )?hos ))(?<named>(?=.*\p{Lu}|.*(?:kontor|lokal|hem|skola|gård)|(?:\p{L}+ )?\p{L}{2,}(?:an|en|et|na)$).{3,80})|(?<bare>\p{Lu}[^.:]{2,60}))$/u.exec(
      where,
    )
  const words =
    place?.groups?.['named'] ??
    (found && /[,;]|^ [–—|-]/u.test(text.slice(end, end + 2)) && !isBodyName(where)
      ? place?.groups?.['bare']
      : undefined)
  const hall =
    /(?:^|, | i )(?<hall>(?:(?:rum|sal|lokal|konferensrum|mötesrum|room) [^,]{1,30}|\p{L}+(?:rummet|salen|lokalen|biblioteket|matsalen|köket)))(?=$|,)/iu.exec(
      timed.trim(),
    )?.groups?.['hall']
  if (words === undefined && hall !== undefined && found) {
    setPlace(head, hall)
    return
  }
  if (words === undefined || (!found && !/^(?:in|at|i|på|vid) /iu.test(text)) || hasKindWord(words)) return
  setPlace(head, words)
}

const ending =
  /(?<=\p{L}|\d)\. (?:Mötet|Sammanträdet|Stämman|Årsmötet|The meeting) (?:avslutades|slutade|ended|closed|was closed|was adjourned)(?!\p{L})(?<when>[^.!?]{0,40}(?:\d[.:]\d{2})?[^.!?]{0,20})\.?$/u

/** "… i Sal A. Mötet avslutades kl 20.15.": when it ended, behind the words of the title. */
function withoutEnding(head: Head, text: string): string {
  const found = ending.exec(text)
  const end = findTimes(found?.groups?.['when'] ?? '', true)?.start
  if (found === null || end === undefined) return text
  head.end ??= end
  return text.slice(0, found.index)
}

/** "HELD IN THE VILLAGE HALL ON": in a title of capitals the small words are no names. */
function calmLeads(text: string): string {
  if (text !== text.toLocaleUpperCase('sv')) return text
  return text.replace(/(?<![\p{L}\d])(?:HELD|IN|AT|ON|THE|I|PÅ|VID|DEN|KL|HÅLLET)(?![\p{L}\d])/gu, (word) =>
    word.toLowerCase(),
  )
}

/** The place in words of a title that stand on several lines. */
export function readTitlePlace(head: Head, text: string): void {
  const held = heldWhere(calmLeads(text))
  if (held !== null) setPlace(head, held)
}

const heldRoom = new RegExp(
  `(?<!\\p{L})(?:(?:års|styrelse|medlems)?möte|sammanträde|stämma|träff|mötet|sammanträdet|träffen|stämman|samtalet|samrådet) (?:i|på|vid) (?<room>${roomWords}(?: (?:i|på|vid) \\p{Lu}[\\p{L}-]+)?),? (?:den |kl|\\p{Ll}+dag(?:en)? |\\d)`,
  'u',
)

/** "… den 9 maj 2024 i Folkets hus, Ekeby. Mötet öppnades kl. 14.": behind the day, where another sentence follows. */
const behindDay = /(?<=\d{4}) (?:i|på|vid) (?<where>\p{Lu}[^.;:()]{2,80}?)\. \p{Lu}/u

/** "… held at Unit 4, Tannery Yard on 28 November": between the words and the day. */
function heldWhere(text: string): string | null {
  const where =
    /(?<!\p{L})(?:held|hållet|hållen)(?: in (?:public|private))? (?:at|in|i|på|vid) (?:the )?(?!(?:public|private|camera|person) )(?<where>[^.]{2,80}?),? (?:on|den|at \d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\p{Ll}+dag(?:en)?|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,}|\d{4}-)/iu.exec(
      text,
    )?.groups?.['where']
  if (where !== undefined && /^(?:\d{1,4}[a-z]? )?\p{Lu}/u.test(where)) return where
  return heldRoom.exec(text)?.groups?.['room'] ?? behindDay.exec(text)?.groups?.['where'] ?? null
}

/** "Minutes of a meeting held at …" below the line that names the meeting: what is not read of it is told. */
export function readSecondTitle(head: Head, text: string, line: number, english: boolean): void {
  readTitleWords(head, text, line, english)
  head.body ??= bodyOf(text)
  const words = leftover(text.slice(0, findDates(text, { slash: true })[0]?.index ?? text.length))
    .replace(head.place ?? '', ' ')
    .replace(head.body ?? '', ' ')
    .replace(
      /(?<!\p{L})(?:minutes|notes|protokoll|anteckningar|minnesanteckningar|mötesanteckningar|sammanträdesprotokoll|of|a|an|the|meeting|held|in|at|on|den|fört|förda|från|för|vid|i|på|ett|möte|sammanträde|med)(?!\p{L})/giu,
      ' ',
    )
  if (wordsOf(words).length > 0) head.kept.push({ line, words: text })
}

function timesEnd(text: string): number {
  return findTimes(text, false)?.endIndex ?? 0
}

function dateEnd(text: string): number {
  const last = findDates(text, { slash: true }).at(-1)
  return last === undefined ? 0 : last.end
}

/** `titled`: a label has named the meeting already. */
export function findTitle(free: readonly Piece[], titled: boolean): number | null {
  const forced = free.findIndex((piece) => piece.line.forced === 'title')
  if (forced >= 0) return forced
  const kinds = free.findIndex((piece) => isTitleLine(piece.text) && !leadsIn(piece.text))
  if (kinds >= 0) return kinds
  const leads = titled ? -1 : free.findIndex((piece) => isTitleLine(piece.text))
  if (leads >= 0) return leads
  const meetings = free.findIndex(
    (piece) => hasMeetingWord(piece.text) && piece.text.length < 160 && !endsSentence(piece.text),
  )
  if (meetings >= 0) return meetings
  if (titled) return null
  const dated = free.findIndex(
    (piece) =>
      findDates(piece.text).length > 0 &&
      piece.text.length < 120 &&
      wordsOf(piece.text).length > 3 &&
      datedLine(piece.text) === null,
  )
  if (dated >= 0) return dated
  const body = free.findIndex((piece) => piece.line.forced === null && isBodyName(piece.text))
  if (body >= 0) return body
  const first = free.findIndex(
    (piece) =>
      piece.text.length < 120 && piece.line.forced === null && !endsSentence(piece.text) && !isGreeting(piece.text),
  )
  return first >= 0 ? first : null
}

/** "… held on Tuesday 9th" above "April 2024 at 7.30 p.m.": the line's end cuts the day. */
export function cutsDay(text: string, below: string): boolean {
  return (
    /(?<!\p{L})(?:on|den|the|\p{L}+day|\p{L}+dag(?:en)?),? (?:den |the )?\d{1,2}(?::?e|:?a|st|nd|rd|th)?$/iu.test(
      text,
    ) && monthNumber(/^\p{L}{3,}(?= |,|$)/u.exec(below)?.[0] ?? '') > 0
  )
}

/** "… in the Tallis" above "Room and by video": the line's end cuts the room's name. */
export function cutsRoom(text: string, below: string): boolean {
  return (
    / (?:in|at) the (?:\p{Lu}[\p{L}’'-]+ ?){1,3}$/u.test(text) &&
    /^(?:Room|Hall|Chamber|Suite|Building|House|Centre|Center|Theatre|Library|Boardroom|Committee Room|Lecture Theatre|Pavilion|Church|School)(?!\p{L})/u.test(
      below,
    )
  )
}

/** "BOARD MEETING HELD ON 3 MAY" above "IN THE HALL, MILL LANE": in capitals the small words go on with a title. */
function goesOnInCapitals(text: string, below: string): boolean {
  const capitals = (words: string): boolean => words === words.toLocaleUpperCase('sv') && /\p{L}{3}/u.test(words)
  return capitals(text) && capitals(below) && /^(?:IN|AT|ON|OF|BY|VIA|I|PÅ|VID|DEN|KL\.?) (?!\d{1,2}[.)])/u.test(below)
}

/** Lines that go on with the title: small first letter, or what a bare "PROTOKOLL" is of. */
export function titleTail(free: readonly Piece[], titleAt: number): Piece[] {
  const tail: Piece[] = []
  let last = free[titleAt]
  for (let at = titleAt + 1; at < free.length && tail.length < 4; at += 1) {
    const piece = free[at]
    if (piece === undefined || last === undefined || piece.line.n - last.line.n > 2 || piece.text.length > 160) break
    const touching = piece.line.n - last.line.n === 1
    const open = /(?:\s(?:med|i|för|av|vid|of|the|with|for|on|från|på|hos|at|in)|[,–-])$/iu.test(last.text)
    // "… held in the Council Chamber, Town" above "Hall, on Monday 11th March"
    const heldOn =
      /(?<!\p{L})(?:held|hållet|hållen) (?:in|at|i|på|vid) [^.]+$/iu.test(last.text) &&
      findDates(last.text).length === 0 &&
      findDates(piece.text).length > 0
    const goesOn =
      touching &&
      (startsLower(piece.text) ||
        open ||
        heldOn ||
        cutsDay(last.text, piece.text) ||
        cutsRoom(last.text, piece.text) ||
        goesOnInCapitals(last.text, piece.text))
    const names =
      tail.length === 0 &&
      bareKind.test(last.text) &&
      (hasMeetingWord(piece.text) || (touching && isBodyName(piece.text) && !isDateLine(piece.text)))
    if (!goesOn && !names) break
    tail.push(piece)
    last = piece
  }
  return tail
}

function isDateLine(text: string): boolean {
  const [date] = findDates(text, { slash: true })
  return date !== undefined && leftover(text.slice(0, date.index)) === ''
}
