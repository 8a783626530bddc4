/** The fields of a head and how a labelled value fills them. */
import type { LinePart, Officer, ProposedMeeting } from '#contract/proposal.ts'
import { spanFrom } from './date-spans.ts'
import { findDates } from './dates.ts'
import type { FoundDate } from './dates.ts'
import type { HeadEntry, HeadField } from './head-labels.ts'
import { leftover } from './leftover.ts'
import { couldBeName, isFirstName, isFullName } from './names.ts'
import { splitPeople } from './name-runs.ts'
import { readPeopleLine } from './people.ts'
import { plainHabits } from './person.ts'
import type { ReadPerson } from './person.ts'
import { findTimes } from './times.ts'
import { formOf, formOfPlace, hasKindWord, isBodyName, tellsOwnDay } from './titles.ts'
import { wordsOf } from './words.ts'

export interface OfficerWords {
  name: string
  capacity: string | null
  organisation: string | null
  line: number
}

export interface Head {
  title: string | null
  titleLines: number[]
  body: string | null
  sender: string | null
  /** What the meetings are about, where no body is named. */
  project: string | null
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
  /** Officers called by one word that need not be a name: the list of people tells. */
  unsure: Officer[]
  /** What the head says of officers beside their names: titles and organisations. */
  told: OfficerWords[]
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
    project: null,
    date: null,
    dateLine: null,
    dateFromLabel: false,
    start: null,
    end: null,
    place: null,
    form: null,
    dnr: null,
    officers: [],
    unsure: [],
    told: [],
    next: null,
    parts: new Map(),
    kept: [],
    dates: [],
  }
}

/** The text without its date. Of several days the first is the meeting's, and all of them are kept as words. */
export function setDate(head: Head, text: string, line: number, labelled: boolean, english: boolean): string {
  const dates = findDates(text, { slash: true, english })
  const spans = dates.map((_, at) => spanFrom(text, dates, at))
  const withYear = dates.findIndex((date, at) => (spans[at]?.first ?? date).year !== null)
  const at = Math.max(0, withYear)
  const span = spans[at] ?? null
  const first = span?.first ?? dates[at]
  if (first === undefined) return text
  head.dates.push({ found: first, line })
  const end = span?.end ?? first.end
  if (span !== null) head.kept.push({ line, words: text.slice(first.index, end).trim() })
  if (head.date === null || (labelled && !head.dateFromLabel) || (head.date.year === null && first.year !== null)) {
    head.date = first
    head.dateLine = line
    head.dateFromLabel = labelled
  }
  return `${text.slice(0, first.index)} ${text.slice(end)}`
}

export function setTimes(head: Head, text: string, expected: boolean): string {
  const times = findTimes(text, expected)
  if (times === null) return text
  head.start ??= times.start
  head.end ??= times.end
  return `${text.slice(0, times.index)} ${text.slice(times.endIndex)}`
}

export function setPlace(head: Head, text: string): void {
  const tidy = text
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{L}{4}|\d)\.$/u, '')
    .trim()
  const hybrid = /^hybrid\p{L}* ?\((.+)\)$/iu.exec(tidy)
  const place = hybrid?.[1] ?? tidy
  if (hybrid !== null) head.form ??= 'hybrid'
  if (place === '' || /^[-–—]$/u.test(place)) return
  head.place ??= place
  head.form ??= formOfPlace(place)
}

function peopleIn(value: string): ReadPerson[] {
  return splitPeople(value.replace(/\.$/u, ''), plainHabits)
    .flatMap((part) => readPeopleLine(part, plainHabits))
    .filter(({ name }) => couldBeName(name) && (isFullName(name) || isFirstName(name)))
}

/** The names of the people a value names. */
export function namesIn(value: string): string[] {
  return peopleIn(value).map((person) => person.name)
}

/** Pieces of a value that name nobody and have figures: another field's, not words about somebody. All of it without any name. */
function unnamedIn(value: string): string {
  if (namesIn(value).length === 0) return value
  return value
    .split(/, | {2,}|[;|]/u)
    .filter((piece) => /\d/u.test(piece) && namesIn(piece).length === 0)
    .join(', ')
}

export function setOfficer(head: Head, role: Officer['role'], value: string, line: number): void {
  for (const name of namesIn(value)) {
    if (role !== 'adjuster' && head.officers.some((officer) => officer.role === role)) continue
    if (head.officers.some((officer) => officer.role === role && officer.name === name)) continue
    head.officers.push({ role, name, line })
  }
}

/** "Sida: 1 (9)" counts pages. */
function isPage({ label, value }: HeadEntry): boolean {
  return /^(?:sida|page)$/iu.test(label) && /^\d{1,3}(?: ?(?:\(|\/|av|of) ?\d{1,3}\)?)?$/iu.test(value)
}

/** Puts one labelled value into its field; what does not fit is kept as words. */
export function applyEntry(head: Head, entry: HeadEntry, line: number, english: boolean): void {
  const { field, value } = entry
  if (value === '') return
  const keep = (words: string): void => {
    if (wordsOf(words).length > 0) head.kept.push({ line, words })
  }
  const own = (words: string | null): string | null => (words === null || /\d/u.test(words) ? null : words)
  const officer = (role: Officer['role']): void => {
    setOfficer(head, role, value, line)
    for (const person of peopleIn(value)) {
      // "Dr" is how the text addresses somebody; what has figures is kept below.
      const capacity = own(/^(?:dr|prof)\.?$/iu.test(person.capacity ?? '') ? null : person.capacity)
      const organisation = own(person.organisation)
      if (capacity !== null || organisation !== null)
        head.told.push({ name: person.name, capacity, organisation, line })
    }
    if (!/\s/u.test(value) && couldBeName(value) && namesIn(value).length === 0)
      head.unsure.push({ role, name: value, line })
    else keep(unnamedIn(value))
  }
  const byField: Readonly<Record<HeadField, () => void>> = {
    date: () => {
      const rest = setTimes(head, setDate(head, value, line, true, english), true)
      const form = formOf(rest)
      head.form ??= form
      const more = leftover(rest)
      // "Nov 4, 2024 · 3–3:45 PM · Google Meet"
      const screen = form === 'distans' && head.place === null ? more.split(/ ?[|,;] ?/u) : []
      const [link] = screen.filter((piece) => formOf(piece) === 'distans')
      if (link !== undefined) setPlace(head, link)
      // "Held on 12 September 2024, 13:00–15:25, Boardroom"
      if (link === undefined && /^held/iu.test(entry.label) && head.place === null) {
        setPlace(head, more)
        return
      }
      keep(link === undefined ? more : screen.filter((piece) => piece !== link).join(', '))
    },
    time: () => {
      const more = leftover(setTimes(head, setDate(head, value, line, false, english), true))
      // "Call: 15:00–16:05 UTC, Jitsi"
      if (head.place === null && formOfPlace(more) === 'distans') setPlace(head, more)
      else keep(more)
    },
    start: () => void setTimes(head, value, true),
    end: () => {
      head.end ??= findTimes(value, true)?.start ?? null
    },
    place: () => {
      // "Room 3.12", "Sal 4": the label is the room's name.
      if (/^(?:room|sal|rum|lokal)$/iu.test(entry.label) && /^\p{Lu}?\d/u.test(value)) {
        setPlace(head, `${entry.label} ${value}`)
        return
      }
      if (/^hos$/iu.test(entry.label)) {
        setPlace(head, `hos ${value}`)
        return
      }
      // "HELD AT REED HOUSE ON MONDAY 4 MARCH 2024": the day stands behind the place.
      const day = findDates(value, { english }).some((date) => date.day !== null && date.year !== null)
      const where = day ? leftover(setDate(head, value, line, head.date === null, english)) : value
      const times = findTimes(where, false)
      setPlace(head, times === null || !/kl/iu.test(where) ? where : leftover(setTimes(head, where, false)))
    },
    timeAndPlace: () => {
      const rest = setTimes(head, setDate(head, value, line, true, english), false)
      // A break in the meeting is no part of its place.
      const pause = /[,;]? *\(?(?<!\p{L})(?:ajourner|paus)\p{L}*.*$/iu.exec(rest)
      if (pause !== null) keep(pause[0].replace(/^[,;\s]+/u, ''))
      const where = pause === null ? rest : rest.slice(0, pause.index)
      setPlace(head, leftover(where.replace(/(?<!\p{L})(?:kl(?:ockan)?\.?)(?=\s|$)/giu, ' ')))
    },
    dnr: () => {
      head.dnr ??= value
    },
    chair: () => officer('chair'),
    secretary: () => officer('secretary'),
    adjuster: () => officer('adjuster'),
    form: () => {
      // "Hybridmöte: Rosenbad / Teams": the label is the form, the value the place.
      const labelled = formOf(entry.label)
      if (labelled !== null) {
        head.form = labelled
        setPlace(head, value)
        return
      }
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
    project: () => {
      head.project ??= value
    },
    title: () => {
      if (isBodyName(value) && !hasKindWord(value)) {
        head.body ??= value
        return
      }
      if (head.title === null) {
        head.title = value.replace(/^(?:(?:vb|sv|re|fwd?|ang)\s?:\s?)+/iu, '')
        head.titleLines.push(line)
        // "Title: Report of the 3rd meeting, 4 May 2024" beside "Date: …" of the document: the first is the meeting's.
        const own = tellsOwnDay(value)
        if (own) head.dateFromLabel = false
        setTimes(head, setDate(head, value, line, own, english), false)
      } else keep(value)
    },
    other: () => {
      if (!isPage(entry)) keep(`${entry.label}: ${value}`)
    },
  }
  byField[field]()
}
