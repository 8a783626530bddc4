/** Makes the Word document of one meeting. */
import type { MeetingJson } from '#contract/minutes.ts'
import { addAttachments } from './attachments.ts'
import { addActions, addApproval, addTrueExtract } from './closing.ts'
import { spellDate, spellDay } from './dates.ts'
import { documentFileName } from './file-name.ts'
import { addHead, headingText, kindName } from './head.ts'
import { addItems } from './items.ts'
import { createNumbering } from './numbering.ts'
import { addPeople } from './people.ts'
import type { NumberStyle } from './people.ts'
import type { PeopleLayout } from './people-parts.ts'
import { sanitise } from './sanitise.ts'
import { skeletonFor } from './skeleton.ts'
import type { SlotName } from './skeleton.ts'
import { documentTexts, fill } from './texts.ts'
import type { DocumentTexts } from './texts.ts'
import { typeset } from './typography.ts'
import type { Clocks, Language } from './typography.ts'
import { addMetadata, addParagraph } from './writer.ts'
import type { Writing } from './writer.ts'
import { joinParts, packPart } from './zip-writer.ts'

export type MinutesOptions = {
  /** Language of the document. */
  language: Language
  /** Sender on the first page and author of the file; the meeting's own sender, then its body, when empty. */
  office: string
  status: 'draft' | 'approved'
  /** Day of approval, `YYYY-MM-DD`; null when unknown or a draft. */
  approvedOn: string | null
  /** "§ 12" or "12" before an item's title. */
  numberStyle: NumberStyle
  /** Time of making, for the file's properties: the only part that differs between two exports of the same meeting. */
  madeAt: Date
  /** How the list of people is set; approved minutes keep how it was when they were. */
  people?: PeopleLayout
  /** Leaves the sentence before a table free to stand on another page, as documents of old did. */
  freeIntros?: boolean
  /** Clock times as the language's rules say, or as documents of old left them. */
  clocks?: Clocks
  /** Titles to tag as the other language beside those that are found. */
  foreignTitles?: readonly string[]
  /** An extract (protokollsutdrag) of the meeting's one item: no list of people, and who says that it is a true one. */
  extract?: {
    /** Of the decision, "2026:14"; null when it has none. */
    number: string | null
  }
}

/** An extract calls itself one wherever minutes say their kind. */
function textsFor({ language, extract }: MinutesOptions): DocumentTexts {
  const texts = documentTexts(language)
  if (extract === undefined) return texts
  const kind = texts.kindExtract
  return { ...texts, kindProtokoll: kind, kindMinnesanteckningar: kind, kindMinutes: kind }
}

export type MinutesDocument = {
  bytes: Uint8Array
  /** Lower-case ASCII with hyphens. */
  fileName: string
  /** How many characters no document can hold were replaced by a visible mark. */
  replaced: number
}

/**
 * Builds the .docx of a meeting as read by `meetings.show`. Anything the text does not say prints as unknown, any
 * string gives a valid file. The same meeting and options give the same bytes.
 */
export async function buildMinutes(meeting: MeetingJson, options: MinutesOptions): Promise<MinutesDocument> {
  const { language, clocks = 'set' } = options
  const skeleton = await skeletonFor(language)
  const texts = textsFor(options)
  const replaced = { count: 0 }
  const print = (text: string) => typeset(sanitise(text, replaced), language, clocks)
  const writing: Writing = {
    texts,
    foreign: { language, names: namesOf(meeting, print), titles: (options.foreignTitles ?? []).map(print) },
    numbering: createNumbering(
      options.numberStyle === 'paragraph' ? '§' : '',
      meeting.items
        .flatMap((item) => (item.number === null ? [] : [print(item.number)]))
        .filter((number) => number !== ''),
    ),
    replaced,
    freeIntros: options.freeIntros === true,
    clocks,
    out: [],
  }
  const status = statusText(options)
  addHead(writing, meeting, status)
  if (options.extract === undefined) {
    addPeople(writing, meeting, options.numberStyle, options.people)
    addItems(writing, meeting)
    addActions(writing, meeting)
    addAttachments(writing, meeting, options.numberStyle)
    addApproval(writing, meeting, options.status === 'approved' ? options.approvedOn : null)
  } else {
    if (options.extract.number !== null) addMetadata(writing, texts.decisionNumber, options.extract.number)
    addItems(writing, meeting)
    addTrueExtract(writing, meeting)
  }
  // Text and not a table is last on the page.
  if (writing.out.at(-1)?.endsWith('</w:tbl>') === true) addParagraph(writing, texts.minutesEnd, { style: 'Bildtext' })

  const values = slotValues(meeting, options, print(status), print)
  const bytes = joinParts([
    ...skeleton.fixed,
    ...skeleton.filled.map((part) => packPart(part.name, part.fill(values))),
    packPart(skeleton.numbering.name, skeleton.numbering.head + writing.numbering.xml() + skeleton.numbering.tail),
    packPart(skeleton.document.name, skeleton.document.head + writing.out.join('') + skeleton.document.tail),
  ])
  const fileName = documentFileName({ kind: kindName(meeting, texts), body: meeting.body, date: meeting.date })
  return { bytes, fileName, replaced: replaced.count }
}

function statusText(options: MinutesOptions): string {
  const texts = documentTexts(options.language)
  if (options.status === 'draft') return texts.draft
  if (options.approvedOn === null) return texts.approvedUndated
  return fill(texts.approved, { date: spellDate(options.approvedOn, options.language) })
}

function slotValues(
  meeting: MeetingJson,
  options: MinutesOptions,
  status: string,
  print: (text: string) => string,
): Record<SlotName, string> {
  const texts = textsFor(options)
  const kind = kindName(meeting, texts)
  const day = meeting.date === null ? null : spellDay(meeting.date, options.language)
  const known = (parts: readonly (string | null)[], between: string) =>
    parts.flatMap((part) => (part === null || part.trim() === '' ? [] : [print(part)])).join(between)
  const dnr = meeting.dnr === null || meeting.dnr.trim() === '' ? null : fill(texts.dnrShort, { dnr: meeting.dnr })
  const dated =
    meeting.date === null ? kind : fill(texts.kindDated, { kind, date: spellDate(meeting.date, options.language) })
  const about = meeting.body?.trim() ? meeting.body : headingText(meeting, texts)
  const sender = [options.office, meeting.sender ?? '', meeting.body ?? ''].find((name) => name.trim() !== '')
  return {
    office: print(sender ?? texts.unknown),
    headLine: known([kind, dnr], ' · '),
    runningHead: known([dated, dnr], ' · '),
    status,
    title: known([kind, about === kind ? null : about, day], ' – '),
    dnr: print(meeting.dnr ?? '') || texts.unknown,
    statusProperty: status,
    meetingId: print(meeting.id),
    date: options.madeAt.toISOString().replace(/\.\d+Z$/, 'Z'),
  }
}

/** Names of people and organisations, as printed: never tagged as another language. */
function namesOf(meeting: MeetingJson, print: (text: string) => string): Set<string> {
  const names = new Set<string>()
  const add = (name: string | null) => {
    if (name !== null && name.trim() !== '') names.add(print(name))
  }
  for (const person of meeting.participants) {
    add(person.name)
    add(person.organisation)
  }
  for (const name of [meeting.body, meeting.sender, meeting.chair, meeting.secretary, meeting.place]) add(name)
  return names
}
