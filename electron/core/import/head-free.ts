/** Head lines without labels: title, sender, body, and dates or places standing alone. */
import type { LinePart } from '#contract/proposal.ts'
import { datedLine } from './dated-line.ts'
import { findDates } from './dates.ts'
import { applyEntry, leftover, namesIn, setDate, setPlace, setTimes } from './head-fields.ts'
import type { Head } from './head-fields.ts'
import { readHeadLine } from './head-labels.ts'
import { bulletMark, cellsOf } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { isGreeting, leadsIn } from './mail-header.ts'
import { readPeopleHeading } from './people-headings.ts'
import { hasOrganisationWord } from './roles.ts'
import { findTimes } from './times.ts'
import {
  bodyOf,
  bodyOfCompound,
  formOf,
  hasKindWord,
  hasMeetingWord,
  isBodyName,
  isTitleLine,
  roomBesides,
} from './titles.ts'
import { endsSentence, endsShortened, startsLower, wordsOf } from './words.ts'

const placeWord =
  /(?:rum|sal|lokal|room|hall|chambers?|street|road|house|centre|center|library|school|lane|avenue|gården|huset|salen|rummet|vägen|gatan|torget|kontoret|biblioteket|skolan|hemmet|stugan|lokalen|kyrkan|hotellet|slottet|hallen|kansliet|expeditionen)(?![\p{L}])/iu

const bareKind =
  /^(?:utkast:? |draft:? )?(?:sammanträdes|styrelse|mötes|besluts|årsmötes|stämmo)?(?:protokoll|minnesanteckningar|mötesanteckningar|anteckningar|meeting minutes|meeting notes|minutes|notes)(?: (?:nr|no\.?|nummer)?:? ?\d+(?:[/:–-]\d+)?)?(?: fört| fört vid| från| of)?[.:]?$/iu

const screen =
  /^(?:via |på |on |over )?(?:(?:microsoft |ms )?teams|zoom|skype(?: for business)?|webex|google meet)(?:-?möte| meeting)?$/iu

/** "Brf Måsen, org.nr 769600-1234": the number is no part of the name. */
const companyNumber = /,? \(?org(?:anisations|anisation)?\.?-? ?(?:nr|nummer|no)\.?:? ?\d{6}-?\d{4}\)?$/iu

/** "On the call: NN, NN": people with a label nobody knows are no sender. */
function namesPeople(text: string): boolean {
  const value = /^[\p{L} ]{2,40}: (?<value>\S.*)$/u.exec(text)?.groups?.['value']
  return value !== undefined && namesIn(value).length > 1
}

const dnrLine = /^(?:dnr|diarie(?:nr|nummer)|ref(?:erence)?\.?)[ :.]+(\S.*\d.*)$/iu

/** A title that says its kind and nothing else: "PROTOKOLL". */
export function isBareKind(title: string): boolean {
  return bareKind.test(title)
}

export interface Piece {
  text: string
  line: SourceLine
  used: boolean
}

export function readFree(head: Head, pieces: readonly Piece[], english: boolean): void {
  const free = pieces.map((piece) => withoutMore(head, piece, english))
  const titleAt = findTitle(free, head.title !== null)
  const title = titleAt === null ? undefined : free[titleAt]
  if (title !== undefined && titleAt !== null) {
    const pieces = [title, ...titleTail(free, titleAt)]
    const named = head.title
    if (bareKind.test(title.text) && pieces.length === 1) {
      const before = free
        .slice(0, titleAt)
        .findLast(
          (piece) => hasMeetingWord(piece.text) && (!isBodyName(piece.text) || /meeting|möte/iu.test(piece.text)),
        )
      if (before !== undefined) pieces.unshift(before)
    }
    head.title = pieces.map((piece) => piece.text).join(' ')
    if (named !== null && !head.title.includes(named)) head.kept.push({ line: head.titleLines[0] ?? 0, words: named })
    for (const piece of pieces) {
      piece.used = true
      head.titleLines.push(piece.line.n)
      head.parts.set(piece.line.n, 'title')
      readTitleWords(head, piece.text, piece.line.n, english)
    }
    head.body ??= bodyOf(head.title)
    head.form ??= formOf(head.title)
  }
  if (head.title !== null) head.body ??= bodyOf(head.title)
  const sameLineAsTitle = (piece: Piece, titlePlace: number | null, at: number): boolean =>
    titlePlace !== null &&
    at > titlePlace &&
    piece.line.n === title?.line.n &&
    findDates(piece.text, { slash: true }).length === 0 &&
    findTimes(piece.text, false) === null &&
    !screen.test(piece.text) &&
    !dnrLine.test(piece.text) &&
    !isBodyName(piece.text)
  const senders: Piece[] = []
  free.forEach((piece, at) => {
    if (piece.used) return
    const beforeTitle = titleAt === null ? at < 2 : at < titleAt
    if (sameLineAsTitle(piece, titleAt, at)) {
      head.title = `${head.title ?? ''} ${piece.text}`.trim()
      return
    }
    placeFree(head, piece, beforeTitle, senders, english)
  })
  if (senders.length > 0) {
    // Of several names above the title the body stands nearest to it.
    const body =
      (senders.length > 1 || head.sender !== null) && head.body === null
        ? senders.findLast((piece) => isBodyName(piece.text))
        : undefined
    if (body !== undefined) head.body = body.text
    const names = senders.filter((piece) => piece !== body)
    head.sender ??= names.map((piece) => piece.text).join(', ')
  }
  if (head.body === null && head.sender !== null && isBodyName(head.sender)) head.body = head.sender
  if (head.body === null && head.title !== null) head.body = bodyOfCompound(head.title) ?? head.sender
}

/** Date, time and place said in the title or a line below it. */
function readTitleWords(head: Head, text: string, line: number, english: boolean): void {
  const before = head.dates.length
  const dated = setDate(head, text, line, false, english)
  const timed = setTimes(head, dated, false)
  head.form ??= formOf(text)
  if (head.place !== null) return
  const held =
    /(?<!\p{L})(?:held|hållet|hållen) (?:at|in|i|på|vid) (?:the )?(?<where>[^.]{2,80}?),? (?:on|den|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\p{Ll}+dag(?:en)?|\d{1,2}(?:st|nd|rd|th)? (?-i:\p{L}{3,})|\d{4}-)/iu.exec(
      text,
    )?.groups?.['where']
  if (held !== undefined && /^(?:\d{1,4}[a-z]? )?\p{Lu}/u.test(held)) {
    setPlace(head, held)
    return
  }
  const beside = roomBesides(text)
  if (beside !== null) {
    setPlace(head, beside)
    return
  }
  const found = head.dates.length > before || timed !== dated
  const end = found ? Math.max(dateEnd(text), timesEnd(text)) : 0
  const tail = text
    .slice(end)
    .replace(/^[\s,;)–-]+/u, '')
    .trim()
  const place =
    /^(?:(?:i|på|vid|hos|in|at) (?:the )?(?<named>(?=.*\p{Lu}|.*(?:kontor|lokal|hem|skola|gård)).{3,80})|(?<bare>\p{Lu}[^.:]{2,60}))$/u.exec(
      tail,
    )
  const words =
    place?.groups?.['named'] ?? (found && /[,;]/u.test(text.slice(end, end + 2)) ? place?.groups?.['bare'] : undefined)
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

/** "Minutes of a meeting held at …" below the line that names the meeting: what is not read of it is told. */
function readSecondTitle(head: Head, text: string, line: number, english: boolean): void {
  readTitleWords(head, text, line, english)
  head.body ??= bodyOf(text)
  const words = leftover(text.slice(0, findDates(text, { slash: true })[0]?.index ?? text.length))
    .replace(head.place ?? '', ' ')
    .replace(head.body ?? '', ' ')
    .replace(
      /(?<!\p{L})(?:minutes|notes|protokoll|anteckningar|minnesanteckningar|mötesanteckningar|sammanträdesprotokoll|of|a|an|the|meeting|held|in|fört|förda|från|för|vid|i|på|ett|möte|sammanträde|med)(?!\p{L})/giu,
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

/** What a running head says besides its day is read on its own or told. */
function withoutMore(head: Head, piece: Piece, english: boolean): Piece {
  const dated = piece.line.forced === null ? datedLine(piece.text) : null
  if (dated === null) return piece
  for (const words of dated.more) {
    const entries = readHeadLine(words).filter((entry) => entry.value !== '')
    for (const entry of entries) applyEntry(head, entry, piece.line.n, english)
    if (entries.length === 0) head.kept.push({ line: piece.line.n, words: words.replace(/\.$/u, '') })
  }
  return { ...piece, text: dated.day }
}

/** `titled`: a label has named the meeting already. */
function findTitle(free: readonly Piece[], titled: boolean): number | null {
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
  const first = free.findIndex(
    (piece) =>
      piece.text.length < 120 &&
      piece.line.forced === null &&
      !endsSentence(piece.text) &&
      !isGreeting(piece.text),
  )
  return first >= 0 ? first : null
}

/** Lines that go on with the title: small first letter, or what a bare "PROTOKOLL" is of. */
function titleTail(free: readonly Piece[], titleAt: number): Piece[] {
  const tail: Piece[] = []
  let last = free[titleAt]
  for (let at = titleAt + 1; at < free.length && tail.length < 4; at += 1) {
    const piece = free[at]
    if (piece === undefined || last === undefined || piece.line.n - last.line.n > 2 || piece.text.length > 160) break
    const touching = piece.line.n - last.line.n === 1
    const open = /(?:\s(?:med|i|för|av|vid|of|the|with|for|on|från|på|hos|at|in)|[,–-])$/iu.test(last.text)
    const goesOn = touching && (startsLower(piece.text) || open)
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

function placeFree(head: Head, piece: Piece, beforeTitle: boolean, senders: Piece[], english: boolean): void {
  const { text, line } = piece
  const part = (name: LinePart): void => {
    if (head.parts.get(line.n) !== 'title') head.parts.set(line.n, name)
  }
  if (line.forced === 'sender') {
    senders.push(piece)
    part('sender')
    return
  }
  // People that nobody could read are no sender.
  if (bulletMark(text) > 0 || isGreeting(text) || (text.includes(':') && readPeopleHeading(text) !== null)) {
    part('unplaced')
    return
  }
  const dnr = dnrLine.exec(text)
  if (dnr?.[1] !== undefined) {
    head.dnr ??= dnr[1]
    part('head')
    return
  }
  const [date] = findDates(text, { slash: true, english })
  const times = findTimes(text, false)
  if (
    (date !== undefined || times !== null) &&
    text.length < 140 &&
    !(endsSentence(text) && !endsShortened(text) && wordsOf(text).length > (/^(?:den|date|mötet)/iu.test(text) ? 16 : 12))
  ) {
    if (isTitleLine(text) && head.title !== null && date !== undefined) {
      readSecondTitle(head, text, line.n, english)
      part('head')
      return
    }
    const rest = leftover(setTimes(head, setDate(head, text, line.n, false, english), false))
    if (head.body === null && hasMeetingWord(rest)) head.body = bodyOf(text)
    const bare = rest.replace(
      /^(?:hybridmöte|digitalt möte|fysiskt möte|distansmöte|möte|hybrid meeting|meeting),? /iu,
      '',
    )
    if (wordsOf(rest).length > 0) {
      if (head.place === null && bare.length < 80 && !hasMeetingWord(bare))
        setPlace(head, bare.replace(/^(?:i|på|hos|in|plats:?) (?:the )?/iu, ''))
      else head.kept.push({ line: line.n, words: rest })
    }
    head.form ??= formOf(rest)
    part('head')
    return
  }
  const form = text.length < 60 ? formOf(text) : null
  if (form !== null && !endsSentence(text)) {
    head.form ??= form
    const inside = /^hybrid\p{L}* ?\((.+)\)$/iu.exec(text)?.[1]
    if (inside !== undefined) setPlace(head, inside)
    else if (screen.test(text) || (placeWord.test(text) && form === 'hybrid')) setPlace(head, text)
    part('head')
    return
  }
  if (text.length < 100 && !endsSentence(text) && !text.endsWith(':')) {
    const number = companyNumber.exec(text)
    const name = number === null ? text : text.slice(0, number.index)
    if (beforeTitle && /^[\p{Lu}\d"”]/u.test(name) && !/\d{5,}/u.test(name) && !namesPeople(name)) {
      if (number !== null) head.kept.push({ line: line.n, words: number[0].replace(/^[\s,]+/u, '') })
      senders.push({ ...piece, text: name })
      part('sender')
      return
    }
    if (
      head.body === null &&
      isBodyName(text) &&
      head.title !== null &&
      head.titleLines.some((n) => Math.abs(n - line.n) <= 4)
    ) {
      head.body = text
      part('sender')
      return
    }
    const previous = head.dates.at(-1)?.line ?? 0
    if (
      head.place === null &&
      line.n - previous === 1 &&
      head.titleLines.length > 0 &&
      line.n > (head.titleLines.at(-1) ?? 0) &&
      placeWord.test(text)
    ) {
      setPlace(head, text)
      part('head')
      return
    }
    const afterTitle = cellsOf(line.raw).length < 2 && head.titleLines.some((n) => line.n > n && line.n - n <= 2)
    if (afterTitle && /^(?:möte|sammanträde|meeting|nr|no)\.? [\d:/–-]+$/iu.test(text)) {
      head.title = `${head.title ?? ''} ${text}`.trim()
      part('title')
      return
    }
    if (
      afterTitle &&
      !hasKindWord(text) &&
      /^[\p{Lu}"”]/u.test(text) &&
      !namesPeople(text) &&
      (head.sender === null || head.body === null) &&
      senders.length === 0
    ) {
      if (hasMeetingWord(text) || /^(?:nr|no) \d/iu.test(text)) {
        head.title = `${head.title ?? ''} ${text}`.trim()
        part('title')
        return
      }
      head.sender ??= text
      head.body ??= text === head.sender ? text.replace(/,.*$/u, '') : text
      part('sender')
      return
    }
    if (head.sender !== null && head.sender === text) {
      part('sender')
      return
    }
  }
  const beside = cellsOf(line.raw).filter((cell) => cell !== '').length > 1
  const owner = hasOrganisationWord(text) && text.length < 100 && !endsSentence(text)
  if (beside && owner && head.sender === null && senders.every((piece) => isBodyName(piece.text))) {
    head.sender = text
    part('head')
    return
  }
  // Another column may give the line its place: these words are kept all the same.
  if (beside && wordsOf(text).length > 0) head.kept.push({ line: line.n, words: text })
  if (!head.parts.has(line.n)) head.parts.set(line.n, 'unplaced')
}
