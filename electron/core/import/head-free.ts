/** Head lines without labels: title, sender, body, and dates or places standing alone. */
import type { LinePart } from '#contract/proposal.ts'
import { datedLine } from './dated-line.ts'

import { tellsOfBreak } from './breaks.ts'
import { findDates } from './dates.ts'
import { applyEntry, leftover, namesIn, setDate, setPlace, setTimes } from './head-fields.ts'
import type { Head } from './head-fields.ts'
import { readHeadLine } from './head-labels.ts'
import { findTitle, isBareKind, readSecondTitle, readTitleWords, titleTail } from './head-title.ts'
import type { Piece } from './head-title.ts'
import { bulletMark, cellsOf } from './lines.ts'
import { isGreeting } from './mail-header.ts'
import { readPeopleHeading } from './people-headings.ts'
import { hasOrganisationWord } from './roles.ts'
import { findTimes } from './times.ts'
import { bodyOf, bodyOfCompound, formOf, hasKindWord, hasMeetingWord, isBodyName, isTitleLine } from './titles.ts'
import { capitalise, endsSentence, endsShortened, wordsOf } from './words.ts'

const placeWord =
  /(?:rum|sal|lokal|room|hall|chambers?|street|road|house|centre|center|library|school|lane|avenue|gården|huset|salen|rummet|vägen|gatan|torget|kontoret|biblioteket|skolan|hemmet|stugan|lokalen|kyrkan|hotellet|slottet|hallen|kansliet|expeditionen)(?![\p{L}])/iu

const screen =
  /^(?:via |på |on |over )?(?:(?:microsoft |ms )?teams|zoom|skype(?: for business)?|webex|google meet)(?:-?möte| meeting)?$/iu

const dnrLine = /^(?:dnr|diarie(?:nr|nummer)|ref(?:erence)?\.?)[ :.]+(\S.*\d.*)$/iu

/** "Brf Måsen, org.nr 769600-1234": the number is no part of the name. */
const companyNumber =
  /(?:^|,? )\(?(?:org(?:anisations|anisation)?\.?-? ?(?:nr|nummer|no)\.?|(?:registered |company |charity )+(?:no|number)\.?):? ?\d{6,8}(?:-?\d{4})?\)?$/iu

/** "On the call: NN, NN": people with a label nobody knows are no sender. */
function namesPeople(text: string): boolean {
  const value = /^[\p{L} ]{2,40}: (?<value>\S.*)$/u.exec(text)?.groups?.['value']
  return value !== undefined && namesIn(value).length > 1
}

/** "Ankarby kommun", "Region Viken": whoever the body belongs to. */
function isAuthority(text: string): boolean {
  return /^(?:\p{Lu}[\p{L}-]+ ){1,3}(?:kommun|stad|landsting|församling|pastorat|universitet|högskola|AB|ekonomiska? förening)$|^Region \p{Lu}[\p{L} -]{2,30}$|^\p{Lu}\p{L}+(?:verket|myndigheten|styrelsen) i \p{Lu}\p{L}+$/u.test(
    text,
  )
}

export function readFree(head: Head, pieces: readonly Piece[], english: boolean): void {
  const free = pieces.map((piece) => withoutMore(head, piece, english)).filter((piece) => piece !== null)
  const titleAt = findTitle(free, head.title !== null)
  const title = titleAt === null ? undefined : free[titleAt]
  if (title !== undefined && titleAt !== null) {
    const pieces = [title, ...titleTail(free, titleAt)]
    const named = head.title
    if (isBareKind(title.text) && pieces.length === 1) {
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
    head.body ??= bodyOf(head.title) ?? (isBodyName(head.title) ? head.title : null)
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
      // "Protokoll … | 12 mars 2024 | Hotell Vinden": between bars a place follows the day.
      const barred = piece.line.raw.includes('|') && head.dates.some((date) => date.line === piece.line.n)
      if (barred && head.place === null && !hasMeetingWord(piece.text)) {
        setPlace(head, piece.text)
        head.parts.set(piece.line.n, 'head')
        return
      }
      head.title = `${head.title ?? ''} ${piece.text}`.trim()
      return
    }
    placeFree(head, piece, beforeTitle, senders, english)
    // A line between bars is the title in part.
    if (piece.line.n === title?.line.n && (screen.test(piece.text) || findTimes(piece.text, false) !== null))
      head.parts.set(piece.line.n, 'head')
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

/** What a running head says besides its day is read on its own or told. */
function withoutMore(head: Head, piece: Piece, english: boolean): Piece | null {
  const number = piece.line.forced === null && !isTitleLine(piece.text) ? companyNumber.exec(piece.text) : null
  if (number !== null) {
    head.kept.push({ line: piece.line.n, words: number[0].replace(/^[\s,]+/u, '') })
    if (!head.parts.has(piece.line.n)) head.parts.set(piece.line.n, 'head')
    return number.index === 0 ? null : { ...piece, text: piece.text.slice(0, number.index) }
  }
  const dated = piece.line.forced === null ? datedLine(piece.text) : null
  if (dated === null) return piece
  const { subject } = dated
  if (subject !== null && isBodyName(subject) && (head.body ?? subject) === subject) head.body = subject
  else if (subject !== null && !/^(?:mötet|sammanträdet|årsmötet|stämman|(?:the )?meeting)$/iu.test(subject))
    head.kept.push({ line: piece.line.n, words: subject })
  for (const words of dated.more) {
    const entries = readHeadLine(words).filter((entry) => entry.value !== '')
    for (const entry of entries) applyEntry(head, entry, piece.line.n, english)
    if (entries.length === 0) head.kept.push({ line: piece.line.n, words: words.replace(/\.$/u, '') })
  }
  // A sentence of its own does not go on with the title above it.
  return { ...piece, text: subject === null ? dated.day : capitalise(dated.day) }
}

function placeFree(head: Head, piece: Piece, beforeTitle: boolean, senders: Piece[], english: boolean): void {
  const { text, line } = piece
  const part = (name: LinePart): void => {
    // A sender's line with more to it says that in its findings.
    const own = name === 'sender' && head.kept.some((one) => one.line === line.n) ? 'head' : name
    if (head.parts.get(line.n) !== 'title') head.parts.set(line.n, own)
  }
  if (line.forced === 'sender') {
    senders.push(piece)
    part('sender')
    return
  }
  // People that nobody could read are no sender.
  if (
    (line.raw.includes('|') && cellsOf(line.raw).some((cell) => readPeopleHeading(cell) !== null)) ||
    bulletMark(text) > 0 ||
    isGreeting(text) ||
    (text.includes(':') && readPeopleHeading(text) !== null)
  ) {
    part('unplaced')
    return
  }
  const dnr = dnrLine.exec(text)
  if (dnr?.[1] !== undefined) {
    head.dnr ??= dnr[1]
    part('head')
    return
  }
  if (tellsOfBreak(text)) {
    head.kept.push({ line: line.n, words: text })
    part('head')
    return
  }
  const [date] = findDates(text, { slash: true, english })
  const times = findTimes(text, false)
  if (
    (date !== undefined || times !== null) &&
    text.length < 140 &&
    !(
      endsSentence(text) &&
      !endsShortened(text) &&
      wordsOf(text).length > (/^(?:den|date|mötet)/iu.test(text) ? 16 : 12)
    )
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
    if (isBodyName(bare)) {
      if (head.body !== null && head.body !== bare) head.kept.push({ line: line.n, words: bare })
      head.body ??= bare
    } else if (wordsOf(rest).length > 0) {
      if (head.place === null && bare.length < 80 && !hasMeetingWord(bare))
        setPlace(head, bare.replace(/^(?:i|på|in|plats:?) (?:the )?/iu, ''))
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
    if (beforeTitle && /^[\p{Lu}\d"”]/u.test(text) && !/\d{5,}/u.test(text) && !namesPeople(text)) {
      senders.push(piece)
      part('sender')
      return
    }
    if (head.body === null && isBodyName(text) && head.title !== null) {
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
  if (!beside && head.sender === null && senders.length === 0 && isAuthority(text)) {
    head.sender = text
    part('sender')
    return
  }
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
