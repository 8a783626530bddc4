/** The meeting's head: title, sender, body, date, time, place, registry number and officers. */
import type { LinePart, Officer, ProposedMeeting } from '#contract/proposal.ts'
import { findDates, isoOf } from './dates.ts'
import type { FoundDate } from './dates.ts'
import { fieldOf, readHeadLine } from './head-labels.ts'
import type { HeadEntry, HeadField } from './head-labels.ts'
import { withoutPageTail } from './furniture.ts'
import { bulletMark, cellsOf } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { couldBeName, isFirstName, isFullName } from './names.ts'
import { readPeopleHeading } from './people-headings.ts'
import { plainHabits, readPeopleLine, splitPeople } from './people.ts'
import {
  bodyOf,
  bodyOfCompound,
  formOf,
  formOfPlace,
  hasKindWord,
  hasMeetingWord,
  isBodyName,
  isTitleLine,
} from './titles.ts'
import { findTimes } from './times.ts'
import { endsSentence, startsLower, wordsOf } from './words.ts'

export interface Head {
  title: string | null
  titleLines: number[]
  body: string | null
  sender: string | null
  date: FoundDate | null
  /** The date is written for the meeting, not found by the way. */
  dateLine: number | null
  dateFromLabel: boolean
  start: string | null
  end: string | null
  place: string | null
  form: ProposedMeeting['form']
  dnr: string | null
  officers: Officer[]
  next: { words: string; line: number } | null
  parts: Map<number, LinePart>
  /** Words of head lines that have no field. */
  kept: Array<{ line: number; words: string }>
  dates: Array<{ found: FoundDate; line: number }>
}

export function emptyHead(): Head {
  return {
    title: null,
    titleLines: [],
    body: null,
    sender: null,
    date: null,
    dateLine: null,
    dateFromLabel: false,
    start: null,
    end: null,
    place: null,
    form: null,
    dnr: null,
    officers: [],
    next: null,
    parts: new Map(),
    kept: [],
    dates: [],
  }
}

function setDate(head: Head, text: string, line: number, labelled: boolean, english: boolean): string {
  const dates = findDates(text, { slash: true, english })
  const first = dates.find((date) => date.year !== null) ?? dates[0]
  if (first === undefined) return text
  head.dates.push({ found: first, line })
  if (head.date === null || (labelled && !head.dateFromLabel) || (head.date.year === null && first.year !== null)) {
    head.date = first
    head.dateLine = line
    head.dateFromLabel = labelled
  }
  return `${text.slice(0, first.index)} ${text.slice(first.end)}`
}

function setTimes(head: Head, text: string, expected: boolean): string {
  const times = findTimes(text, expected)
  if (times === null) return text
  head.start ??= times.start
  head.end ??= times.end
  return `${text.slice(0, times.index)} ${text.slice(times.endIndex)}`
}

/** Words left of a value once dates and times are taken: small joints do not count. */
function leftover(text: string): string {
  return text
    .replace(
      /(?<!\p{L})(?:kl(?:ockan)?\.?|ca|den|vid|on|at|the|från|from|CES?T|GMT|BST|UTC|tim(?:me|mar)?|uhr|h|held|hållet)(?!\p{L})/giu,
      ' ',
    )
    .replace(/^[\s,;:.()–|-]+|[\s,;:.(–|-]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^\)|\($/gu, '')
    .trim()
}

function setPlace(head: Head, text: string): void {
  const tidy = text
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const hybrid = /^hybrid\p{L}* ?\((.+)\)$/iu.exec(tidy)
  const place = hybrid?.[1] ?? tidy
  if (hybrid !== null) head.form ??= 'hybrid'
  if (place === '' || /^[-–—]$/u.test(place)) return
  head.place ??= place
  head.form ??= formOfPlace(place)
}

/** The people a value names. */
export function namesIn(value: string): string[] {
  return splitPeople(value.replace(/\.$/u, ''), plainHabits)
    .flatMap((part) => readPeopleLine(part, plainHabits))
    .map((person) => person.name)
    .filter((name) => couldBeName(name) && (isFullName(name) || isFirstName(name)))
}

function setOfficer(head: Head, role: Officer['role'], value: string, line: number): void {
  for (const name of namesIn(value)) {
    if (role !== 'adjuster' && head.officers.some((officer) => officer.role === role)) continue
    if (head.officers.some((officer) => officer.role === role && officer.name === name)) continue
    head.officers.push({ role, name, line })
  }
}

/** Puts one labelled value into its field; what does not fit is kept as words. */
export function applyEntry(head: Head, entry: HeadEntry, line: number, english: boolean): void {
  const { field, value } = entry
  if (value === '') return
  const keep = (words: string): void => {
    if (wordsOf(words).length > 0) head.kept.push({ line, words })
  }
  const byField: Readonly<Record<HeadField, () => void>> = {
    date: () => {
      const rest = setTimes(head, setDate(head, value, line, true, english), true)
      const form = formOf(rest)
      head.form ??= form
      keep(leftover(rest))
    },
    time: () => {
      const rest = setTimes(head, setDate(head, value, line, false, english), true)
      keep(leftover(rest))
    },
    start: () => void setTimes(head, value, true),
    end: () => {
      head.end ??= findTimes(value, true)?.start ?? null
    },
    place: () => {
      const times = findTimes(value, false)
      setPlace(head, times === null || !/kl/iu.test(value) ? value : leftover(setTimes(head, value, false)))
    },
    timeAndPlace: () => {
      const rest = setTimes(head, setDate(head, value, line, true, english), false)
      setPlace(head, leftover(rest.replace(/(?<!\p{L})(?:kl(?:ockan)?\.?)(?=\s|$)/giu, ' ')))
    },
    dnr: () => {
      head.dnr ??= value
    },
    chair: () => setOfficer(head, 'chair', value, line),
    secretary: () => setOfficer(head, 'secretary', value, line),
    adjuster: () => setOfficer(head, 'adjuster', value, line),
    form: () => {
      const form =
        formOf(value) ??
        (/digital|teams|zoom/iu.test(value) ? 'distans' : /fysisk|plats/iu.test(value) ? 'fysiskt' : null)
      if (form === null) keep(value)
      head.form = form ?? head.form
    },
    next: () => {
      head.next ??= { words: value, line }
    },
    body: () => {
      head.body ??= value
    },
    sender: () => {
      head.sender ??= value
    },
    title: () => {
      if (head.title === null) {
        head.title = value
        head.titleLines.push(line)
        setTimes(head, setDate(head, value, line, false, english), false)
      } else keep(value)
    },
    other: () => keep(`${entry.label}: ${value}`),
  }
  byField[field]()
}

const placeWord =
  /(?:rum|sal|lokal|room|hall|chambers?|street|road|house|centre|center|library|school|lane|avenue|gården|huset|salen|rummet|vägen|gatan|torget|kontoret|biblioteket|skolan)(?![\p{L}])/iu
const bareKind =
  /^(?:utkast:? |draft:? )?(?:sammanträdes|styrelse|mötes|besluts|årsmötes|stämmo)?(?:protokoll|minnesanteckningar|mötesanteckningar|anteckningar|meeting minutes|meeting notes|minutes|notes)(?: (?:nr|no\.?|nummer)?:? ?\d+(?:[/:–-]\d+)?)?(?: fört| fört vid| från| of)?[.:]?$/iu
const dnrLine = /^(?:dnr|diarie(?:nr|nummer)|ref(?:erence)?\.?)[ :.]+(\S.*\d.*)$/iu

/** Cells of letterheads set in columns; one piece when the line is a line. */
function piecesOf(line: SourceLine): string[] {
  const cells = cellsOf(line.raw).filter((cell) => cell !== '')
  const text = withoutPageTail(line.text) ?? line.text
  return cells.length > 1 && cells.length < 5 && text.length < 160
    ? cells.map((cell) => withoutPageTail(cell) ?? cell)
    : [text]
}

interface Piece {
  text: string
  line: SourceLine
  used: boolean
}

/**
 * Reads the lines before the first list or item. `lines` hold no people and no furniture; `values`
 * are lines a label above asks for.
 */
export function readHead(lines: readonly SourceLine[], english: boolean): Head {
  const head = emptyHead()
  const free: Piece[] = []
  const filled = lines.filter((line) => !line.blank)
  let waiting: HeadEntry | null = null
  for (let at = 0; at < filled.length; at += 1) {
    const line = filled[at]
    if (line === undefined) continue
    if (line.forced === 'title' || line.forced === 'sender') {
      free.push({ text: line.text, line, used: false })
      continue
    }
    if (line.forced !== null && line.forced !== 'head') continue
    const entries =
      isTitleLine(line.text) &&
      !/^(?:protokoll|minutes|anteckningar|notes)\s*(?:förda? av|by|:)/iu.test(line.text) &&
      !/\t/u.test(line.raw) &&
      !/^[\p{L} ]{2,40}:/u.test(line.text)
        ? []
        : readHeadLine(line.raw)
    if (entries.length === 0) {
      const pieces = piecesOf(line)
      if (waiting !== null && pieces.length > 0 && (pieces.length > 1 || line.indent > 15)) {
        applyEntry(head, { ...waiting, value: pieces.pop() ?? '' }, line.n, english)
        head.parts.set(line.n, 'head')
      }
      waiting = columnLabel(pieces)
      if (waiting !== null) pieces.pop()
      free.push(...pieces.map((text) => ({ text, line, used: false })))
      continue
    }
    waiting = null
    const strayTitle =
      entries.length === 1 && entries[0]?.value === '' && entries[0].field !== 'date' && hasKindWord(line.text)
    if (strayTitle) {
      free.push({ text: line.text, line, used: false })
      continue
    }
    head.parts.set(line.n, 'head')
    const last = entries.at(-1)
    const next = filled[at + 1]
    if (
      last !== undefined &&
      last.value === '' &&
      next !== undefined &&
      next.forced === null &&
      readHeadLine(next.raw).length === 0 &&
      readPeopleHeading(next.text) === null
    ) {
      if (next.n - line.n <= 2) {
        last.value = next.text
        head.parts.set(next.n, 'head')
        at += 1
      }
    }
    if (/^justering(?:en)?s?$/iu.test(filled[at - 1]?.text ?? '')) continue
    for (const entry of entries) applyEntry(head, entry, line.n, english)
    at = nameBelowRule(head, entries, filled, at)
    if (last?.field === 'place' || last?.field === 'timeAndPlace') at = hangingPlace(head, filled, at)
  }
  readFree(head, free, english)
  return head
}

/** A label that closes a line of columns ("Nämnden        Sammanträdesdatum"): its value stands below. */
function columnLabel(pieces: readonly string[]): HeadEntry | null {
  const last = pieces.length > 1 ? (pieces.at(-1) ?? '') : ''
  const field = last === '' ? null : fieldOf(last)
  return field === 'date' || field === 'dnr' || field === 'time' || field === 'place'
    ? { field, label: last, value: '' }
    : null
}

/** "Sekreterare ..............." with the name on the line below. */
function nameBelowRule(head: Head, entries: readonly HeadEntry[], filled: readonly SourceLine[], at: number): number {
  const ruled = entries.find((entry) => /^[._…\s]{3,}$/u.test(entry.value))
  const next = filled[at + 1]
  if (
    ruled === undefined ||
    next === undefined ||
    (ruled.field !== 'chair' && ruled.field !== 'secretary' && ruled.field !== 'adjuster')
  )
    return at
  if (!isFullName(next.text)) return at
  setOfficer(head, ruled.field, next.text, next.n)
  head.parts.set(next.n, 'head')
  return at + 1
}

/** A place that goes on hanging in on the line below. */
function hangingPlace(head: Head, filled: readonly SourceLine[], at: number): number {
  const line = filled[at]
  const next = filled[at + 1]
  if (line === undefined || next === undefined || next.n !== line.n + 1 || head.place === null) return at
  const hangs = next.indent >= 3 && next.indent > line.indent && readHeadLine(next.raw).length === 0
  if (!hangs && !/,$/u.test(line.text)) return at
  if (readHeadLine(next.raw).length > 0) return at
  head.place = `${head.place.replace(/,$/u, '')}, ${next.text}`
  head.parts.set(next.n, 'head')
  return at + 1
}

function readFree(head: Head, free: readonly Piece[], english: boolean): void {
  const titleAt = findTitle(free)
  const title = titleAt === null ? undefined : free[titleAt]
  if (title !== undefined && titleAt !== null) {
    const pieces = [title, ...titleTail(free, titleAt)]
    if (bareKind.test(title.text) && pieces.length === 1) {
      const before = free
        .slice(0, titleAt)
        .findLast(
          (piece) => hasMeetingWord(piece.text) && (!isBodyName(piece.text) || /meeting|möte/iu.test(piece.text)),
        )
      if (before !== undefined) pieces.unshift(before)
    }
    head.title = pieces.map((piece) => piece.text).join(' ')
    for (const piece of pieces) {
      piece.used = true
      head.titleLines.push(piece.line.n)
      head.parts.set(piece.line.n, 'title')
      readTitleWords(head, piece.text, piece.line.n, english)
    }
    head.body ??= bodyOf(head.title)
    head.form ??= formOf(head.title)
  }
  const sameLineAsTitle = (piece: Piece, titlePlace: number | null, at: number): boolean =>
    titlePlace !== null &&
    at > titlePlace &&
    piece.line.n === title?.line.n &&
    findDates(piece.text, { slash: true }).length === 0 &&
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
      senders.length > 1 && head.body === null ? senders.findLast((piece) => isBodyName(piece.text)) : undefined
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
    /(?<!\p{L})(?:held|hållet|hållen) (?:at|in|i|på|vid) (?:the )?(?<where>[^.]{2,80}?),? (?:on|den|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\p{Ll}+dag(?:en)?|\d)/iu.exec(
      text,
    )?.groups?.['where']
  if (held !== undefined && /^\p{Lu}/u.test(held)) {
    setPlace(head, held)
    return
  }
  const found = head.dates.length > before || timed !== dated
  const end = found ? Math.max(dateEnd(text), timesEnd(text)) : 0
  const tail = text
    .slice(end)
    .replace(/^[\s,;)–-]+/u, '')
    .trim()
  const place =
    /^(?:(?:i|på|vid|in|at) (?:the )?(?<named>(?=.*\p{Lu}|.*(?:kontor|lokal|hem|skola|gård)).{3,80})|(?<bare>\p{Lu}[^.:]{2,60}))$/u.exec(
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

function timesEnd(text: string): number {
  return findTimes(text, false)?.endIndex ?? 0
}

function dateEnd(text: string): number {
  const last = findDates(text, { slash: true }).at(-1)
  return last === undefined ? 0 : last.end
}

function findTitle(free: readonly Piece[]): number | null {
  const forced = free.findIndex((piece) => piece.line.forced === 'title')
  if (forced >= 0) return forced
  const kinds = free.findIndex((piece) => isTitleLine(piece.text))
  if (kinds >= 0) return kinds
  const meetings = free.findIndex(
    (piece) => hasMeetingWord(piece.text) && piece.text.length < 160 && !endsSentence(piece.text),
  )
  if (meetings >= 0) return meetings
  const dated = free.findIndex(
    (piece) => findDates(piece.text).length > 0 && piece.text.length < 120 && wordsOf(piece.text).length > 3,
  )
  if (dated >= 0) return dated
  const first = free.findIndex(
    (piece) => piece.text.length < 120 && piece.line.forced === null && !endsSentence(piece.text),
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
    const open = /(?:\s(?:med|i|för|av|vid|of|the|with|for|on|från)|[,–-])$/iu.test(last.text)
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
  if (bulletMark(text) > 0) {
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
    !(endsSentence(text) && wordsOf(text).length > (/^(?:den|date|mötet)/iu.test(text) ? 16 : 12))
  ) {
    const rest = leftover(setTimes(head, setDate(head, text, line.n, false, english), false))
    head.form ??= formOf(rest)
    const bare = rest.replace(
      /^(?:hybridmöte|digitalt möte|fysiskt möte|distansmöte|möte|hybrid meeting|meeting),? /iu,
      '',
    )
    if (wordsOf(rest).length > 0) {
      if (head.place === null && bare.length < 80 && !hasMeetingWord(bare))
        setPlace(head, bare.replace(/^(?:i|på|in|plats:?) /iu, ''))
      else head.kept.push({ line: line.n, words: rest })
    }
    part('head')
    return
  }
  const form = text.length < 60 ? formOf(text) : null
  if (form !== null && !endsSentence(text)) {
    head.form ??= form
    const inside = /^hybrid\p{L}* ?\((.+)\)$/iu.exec(text)?.[1]
    if (inside !== undefined) setPlace(head, inside)
    part('head')
    return
  }
  if (text.length < 100 && !endsSentence(text) && !/:$/u.test(text)) {
    if (beforeTitle && /^[\p{Lu}\d"”]/u.test(text) && !/\d{5,}/u.test(text)) {
      senders.push(piece)
      part('sender')
      return
    }
    if (
      head.body === null &&
      isBodyName(text) &&
      head.title !== null &&
      head.titleLines.some((n) => Math.abs(n - line.n) <= 2)
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
    if (
      afterTitle &&
      !hasKindWord(text) &&
      /^[\p{Lu}"”]/u.test(text) &&
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
  if (!head.parts.has(line.n)) head.parts.set(line.n, 'unplaced')
}

/** The date as ISO, without guessing a year. */
export function headDate(head: Head): string | null {
  return head.date === null ? null : isoOf(head.date)
}
