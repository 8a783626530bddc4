/** Head lines without labels: title, sender, body, and dates or places standing alone. */
import { datedLine } from './dated-line.ts'
import { findDates } from './dates.ts'
import { applyEntry, setPlace } from './head-fields.ts'
import type { Head } from './head-fields.ts'
import { dnrLine, placeFree, screen, setBody } from './head-free-line.ts'
import { readHeadLine } from './head-labels.ts'
import { cutsDay, cutsRoom, findTitle, isBareKind, readTitlePlace, readTitleWords, titleTail } from './head-title.ts'
import type { Piece } from './head-title.ts'
import { cellsOf } from './lines.ts'
import { isGreeting, leadsIn } from './mail-header.ts'
import { findTimes } from './times.ts'
import { bodyOf, bodyOfCompound, formOf, hasMeetingWord, isBodyName, isTitleLine, projectIn } from './titles.ts'
import { capitalise, endsSentence, wordsOf } from './words.ts'
import { joinCut } from './wrap.ts'

/** "Brf Måsen, org.nr 769600-1234": the number is no part of the name. */
const companyNumber =
  /(?:^|,? )\(?(?:org(?:anisations|anisation)?\.?-? ?(?:nr|nummer|no)\.?|(?:registered |company |charity )+(?:no|number)\.?):? ?\d{6,8}(?:-?\d{4})?\)?$/iu

/** Where the lines begin that stand right above the title. */
function touching(free: readonly Piece[], titleAt: number): number {
  let from = titleAt
  while (from > 0 && (free[from]?.line.n ?? 0) - (free[from - 1]?.line.n ?? 0) <= 1) from -= 1
  return from
}

/** "Samråd mellan …", "Möte om …", "Uppföljningsmöte inför …": what met is told by what it is about. */
const meetingAbout =
  /^(?:\p{L}*möte|\p{L}*samråd|överläggning|avstämning|workshop|dialog|hearing) (?:mellan|om|kring|angående|rörande|inför) \p{L}/iu

/** "Insynsrådets sammanträde nr 4": a line of its own further down that says what a bare "ANTECKNINGAR" is of. */
function namesMeeting({ text, line }: Piece): boolean {
  return (
    line.forced === null &&
    text.length < 120 &&
    hasMeetingWord(text) &&
    !endsSentence(text) &&
    !text.includes(':') &&
    /^[\p{Lu}\d"”]/u.test(text) &&
    (bodyOf(text) !== null || meetingAbout.test(text)) &&
    datedLine(text) === null &&
    cellsOf(line.raw).filter((cell) => cell !== '').length === 1
  )
}

/**
 * The line that names the meeting under a mail whose subject names no body: "Parks group - monthly call #14". Null
 * where the subject does, or no such line follows.
 */
function titleBelowMail(head: Head, free: readonly Piece[], carried: boolean): number | null {
  if (!carried || head.title === null || bodyOf(head.title) !== null) return null
  const at = free.findIndex(
    (piece) => namesMeeting(piece) && !isGreeting(piece.text) && !leadsIn(piece.text) && wordsOf(piece.text).length > 2,
  )
  return at < 0 ? null : at
}

/** `carried`: a mail carries the minutes, and its own words stand above them. */
export function readFree(head: Head, pieces: readonly Piece[], english: boolean, carried: boolean): void {
  const free = pieces.map((piece) => withoutMore(head, piece, english)).filter((piece) => piece !== null)
  const titleAt = titleBelowMail(head, free, carried) ?? findTitle(free, head.title !== null)
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
      const after = free.slice(titleAt + 1, titleAt + 9).find((piece) => namesMeeting(piece))
      if (before !== undefined) pieces.unshift(before)
      else if (after !== undefined) pieces.push(after, ...titleTail(free, free.indexOf(after)))
    }
    head.title = pieces.map((piece) => piece.text).reduce(joinCut)
    if (named !== null && !head.title.includes(named)) head.kept.push({ line: head.titleLines[0] ?? 0, words: named })
    // "… held at Unit 4," above "Tannery Yard, Kelmoor on 28 November": the place goes over the line's end.
    if (head.place === null && pieces.length > 1) readTitlePlace(head, head.title)
    let cut = ''
    for (const [at, piece] of pieces.entries()) {
      piece.used = true
      head.titleLines.push(piece.line.n)
      head.parts.set(piece.line.n, 'title')
      const words = `${cut}${piece.text}`
      const below = pieces[at + 1]?.text ?? ''
      const goesOn = cutsDay(words, below) || cutsRoom(words, below)
      if (!goesOn) readTitleWords(head, words, piece.line.n, english)
      cut = goesOn ? `${words} ` : ''
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
  const own = carried && titleAt !== null ? touching(free, titleAt) : 0
  free.forEach((piece, at) => {
    if (piece.used) return
    if (at < own && piece.line.forced === null) {
      head.parts.set(piece.line.n, 'unplaced')
      return
    }
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
        : senders.length > 1
          ? senders.findLast((piece) => saysWhich(piece.text, head.body ?? ''))
          : undefined
    if (body !== undefined) {
      setBody(head, body.text, body.line.n)
      if (head.body !== body.text && head.parts.get(body.line.n) === 'sender') head.parts.set(body.line.n, 'head')
    }
    const names = senders.filter((piece) => piece !== body)
    head.sender ??= names.map((piece) => piece.text).join(', ')
  }
  if (head.body === null && head.sender !== null && isBodyName(head.sender)) head.body = head.sender
  if (head.body === null && head.title !== null)
    head.body = bodyOfCompound(head.title) ?? head.project ?? projectIn(head.title) ?? head.sender
}

/** "Arbetsgrupp 3 – Kajer" where the title speaks of "Arbetsgruppen": the same body, by its own name. */
function saysWhich(text: string, body: string): boolean {
  const stem = /^(?<stem>\p{Lu}\p{Ll}{3,}?)(?:en|et|n|t)$/u.exec(body)?.groups?.['stem']
  return stem !== undefined && text !== body && isBodyName(text) && text.split(' ')[0] === stem
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
