/** Kallelse: calls people to a meeting and gives its agenda, as a Word document of the same make as the minutes. */
import { agendaTimes } from '#contract/agenda-times.ts'
import type { AgendaItem, MeetingView } from '#contract/meetings.ts'
import type { ItemType, MeetingJson } from '#contract/minutes.ts'
import { showMeeting } from '#core/meetings/show.ts'
import { addAttachments } from './attachments.ts'
import { addCarried, type CarriedAction } from './carried.ts'
import { capitalised } from './capitalised.ts'
import { spellDate, spellDay, spellTime } from './dates.ts'
import { documentFileName } from './file-name.ts'
import { formText, headingText, timeText } from './head.ts'
import { addEntries, entryKind } from './item-lists.ts'
import { createNumbering } from './numbering.ts'
import { participantText, printingOf, type NumberStyle } from './people.ts'
import { sanitise } from './sanitise.ts'
import { skeletonFor, type SlotName } from './skeleton.ts'
import { documentTexts, fill, type DocumentTexts } from './texts.ts'
import { typeset, type Language } from './typography.ts'
import { addMetadata, addParagraph, printed, printedLines, type Writing } from './writer.ts'
import { joinParts, packPart } from './zip-writer.ts'

export type SummonsOptions = {
  /** Sender, when the meeting names none. */
  office: string
  /** Names everybody invited; else they follow a list of its own. */
  list: boolean
  /** Actions that came along from earlier meetings. */
  carried: readonly CarriedAction[]
  /** Time of making, for the file's properties. */
  madeAt: Date
}

export type SummonsDocument = { bytes: Uint8Array; fileName: string }

/** The same meeting and options give the same words; any string gives a valid file. */
export async function buildSummons(view: MeetingView, options: SummonsOptions): Promise<SummonsDocument> {
  const meeting = showMeeting(view)
  const { language } = view.head
  const texts = documentTexts(language)
  const skeleton = await skeletonFor(language)
  const replaced = { count: 0 }
  const print = (text: string) => typeset(sanitise(text, replaced), language)
  const numberStyle: NumberStyle = view.items.some((item) => item.numberStyle === 'paragraph') ? 'paragraph' : 'plain'
  const names = [
    ...meeting.participants.flatMap(({ name, organisation }) => [name, organisation]),
    ...view.items.map(({ presenter }) => presenter),
    meeting.body,
    meeting.sender,
    meeting.chair,
    meeting.secretary,
    meeting.place,
  ]
  const writing: Writing = {
    texts,
    foreign: {
      language,
      names: new Set(names.flatMap((name) => (name === null || name.trim() === '' ? [] : [print(name)]))),
      titles: [],
    },
    numbering: createNumbering(
      numberStyle === 'paragraph' ? '§' : '',
      view.items.flatMap(({ number }) => (number === null || print(number) === '' ? [] : [print(number)])),
    ),
    replaced,
    out: [],
  }
  addFacts(writing, meeting, view)
  addInvited(writing, meeting, options.list, numberStyle)
  addAgenda(writing, view, options.carried)
  addAttachments(writing, meeting, numberStyle)
  const values = slotValues(meeting, options, texts, language, print)
  const bytes = joinParts([
    ...skeleton.fixed,
    ...skeleton.filled.map((part) => packPart(part.name, part.fill(values))),
    packPart(skeleton.numbering.name, skeleton.numbering.head + writing.numbering.xml() + skeleton.numbering.tail),
    packPart(skeleton.document.name, skeleton.document.head + writing.out.join('') + skeleton.document.tail),
  ])
  return { bytes, fileName: documentFileName({ kind: texts.summons, body: meeting.body, date: meeting.date }) }
}

function addFacts(writing: Writing, meeting: MeetingJson, { head }: MeetingView): void {
  const { texts, foreign } = writing
  const row = (label: string, value: string | null, optional = false) => {
    const text = value === null ? '' : printed(writing, value)
    if (text !== '' || !optional) addMetadata(writing, label, text === '' ? texts.unknown : text)
  }
  addParagraph(writing, printed(writing, headingText(meeting, texts)), { style: 'Heading1' })
  row(texts.document, texts.summons)
  row(texts.body, meeting.body === null ? null : capitalised(meeting.body.trim()), true)
  row(texts.date, meeting.date === null ? null : spellDate(meeting.date, foreign.language))
  row(texts.time, timeText(meeting, texts, foreign.language))
  row(texts.place, meeting.place, meeting.form === 'distans')
  row(texts.form, formText(meeting, texts), true)
  row(texts.remoteTool, head.remoteTool, meeting.form !== 'distans' && meeting.form !== 'hybrid')
  row(texts.chair, meeting.chair, true)
  row(texts.secretary, meeting.secretary, true)
  row(texts.dnr, meeting.dnr, true)
}

function addInvited(writing: Writing, meeting: MeetingJson, list: boolean, numberStyle: NumberStyle): void {
  const { texts } = writing
  addParagraph(writing, texts.summoned, { style: 'Rubrik2Onumrerad' })
  const invited = meeting.participants.filter(({ status }) => status !== 'excused' && status !== 'absent')
  if (!list || invited.length === 0) addParagraph(writing, texts.byList)
  else {
    let before: number | null = null
    // A list of those called counts them anew: whoever has said no is not in it.
    for (const [index, person] of invited.entries()) {
      const fresh = person.group !== before
      const text = participantText({ ...person, items: null }, texts, printingOf(meeting, numberStyle))
      addParagraph(writing, printed(writing, text) || texts.unknown, {
        style: fresh && before !== null ? 'DeltagareGrupp' : 'Deltagare',
        instance: writing.numbering.participant(index + 1, index === 0),
      })
      before = person.group
    }
  }
  if (meeting.secretary !== null && printed(writing, meeting.secretary) !== '')
    addParagraph(writing, printed(writing, fill(texts.absence, { name: meeting.secretary })), { style: 'EfterTabell' })
}

const typeTexts: Readonly<Record<ItemType, (texts: DocumentTexts) => string>> = {
  opening: (texts) => texts.typeOpening,
  information: (texts) => texts.typeInformation,
  discussion: (texts) => texts.typeDiscussion,
  decision: (texts) => texts.typeDecision,
  election: (texts) => texts.typeElection,
  other: (texts) => texts.typeOther,
  closing: (texts) => texts.typeClosing,
}
/** Types that their titles tell already. */
const plainTypes: ReadonlySet<ItemType> = new Set(['opening', 'other', 'closing'])

function plannedText(
  start: string | null,
  minutes: number | null,
  texts: DocumentTexts,
  language: Language,
): string | null {
  const length = minutes === null ? null : fill(texts.minutesShort, { minutes: String(minutes) })
  const at = start === null ? null : spellTime(start, language)
  if (at === null || length === null) return at === null ? length : fill(texts.plannedStart, { start: at })
  return fill(texts.plannedAt, { start: at, minutes: length })
}

function addAgenda(writing: Writing, view: MeetingView, carried: readonly CarriedAction[]): void {
  const { texts } = writing
  addParagraph(writing, texts.agenda, { style: 'Rubrik2Onumrerad' })
  if (view.items.every(({ title }) => title.trim() === '')) addParagraph(writing, texts.unknownSentence)
  const starts = agendaTimes(
    view.head.start,
    view.items.map(({ minutes }) => minutes),
  )
  const timed = view.items.some(({ minutes }) => minutes !== null)
  for (const [index, item] of view.items.entries()) {
    const actions = carried.filter(({ itemId }) => itemId === item.id)
    if (item.title.trim() === '' && item.prepared === null && item.proposal === null && actions.length === 0) continue
    addItem(writing, view, item, timed ? (starts[index] ?? null) : null)
    addCarried(writing, actions, 'Heading3')
  }
  // Those whose item has been removed since.
  addCarried(
    writing,
    carried.filter(({ itemId }) => itemId === null),
    'Rubrik2Onumrerad',
  )
}

function addItem(writing: Writing, view: MeetingView, item: AgendaItem, start: string | null): void {
  const { texts, foreign } = writing
  const number = item.number === null ? '' : printed(writing, item.number)
  const title = printed(writing, item.title) || texts.unknown
  if (number === '') addParagraph(writing, title, { style: 'Rubrik2Onumrerad' })
  else {
    const { instance, inherited } = writing.numbering.heading(number)
    addParagraph(writing, title, { style: 'Heading2', ...(inherited ? {} : { instance }) })
  }
  const row = (label: string, value: string | null) => {
    const text = value === null ? '' : printed(writing, value)
    if (text !== '') addMetadata(writing, label, text)
  }
  row(texts.itemType, item.type === null || plainTypes.has(item.type) ? null : typeTexts[item.type](texts))
  row(texts.presenter, item.presenter)
  row(texts.planned, plannedText(start, item.minutes, texts, foreign.language))
  row(texts.itemDnr, item.dnr)
  const attached = view.attachments.filter(({ itemId }) => itemId === item.id)
  row(texts.attachments, attached.map(({ number: at, title: name }) => `${at} ${name}`).join('; '))
  addPrepared(writing, item.prepared ?? '')
  const proposal = printedLines(writing, item.proposal ?? '')
  if (proposal.length > 0) addParagraph(writing, texts.proposal, { style: 'Heading3' })
  for (const line of proposal) addParagraph(writing, line, { style: 'Beslut' })
}

/** Prepared text in its own lines; those marked as entries are lists. It keeps a distance to the facts above it. */
function addPrepared(writing: Writing, text: string): void {
  const lines = printedLines(writing, text)
  for (let at = 0; at < lines.length;) {
    const kind = entryKind(lines[at] ?? '')
    const end = lines.findIndex((line, index) => index > at && entryKind(line) !== kind)
    const run = lines.slice(at, end < 0 ? lines.length : end)
    if (kind !== null)
      addEntries(
        writing,
        run.map((line) => ({ line })),
        at === 0 ? 'ListaEfterTabell' : undefined,
      )
    else
      for (const [index, line] of run.entries())
        addParagraph(writing, line, at + index === 0 ? { style: 'EfterTabell' } : {})
    at += run.length
  }
}

function slotValues(
  meeting: MeetingJson,
  options: SummonsOptions,
  texts: DocumentTexts,
  language: Language,
  print: (text: string) => string,
): Record<SlotName, string> {
  const known = (parts: readonly (string | null)[], between: string) =>
    parts.flatMap((part) => (part === null || part.trim() === '' ? [] : [print(part)])).join(between)
  const dnr = meeting.dnr === null || meeting.dnr.trim() === '' ? null : fill(texts.dnrShort, { dnr: meeting.dnr })
  const day = meeting.date === null ? null : spellDay(meeting.date, language)
  const dated =
    meeting.date === null
      ? texts.summons
      : fill(texts.kindDated, { kind: texts.summons, date: spellDate(meeting.date, language) })
  const sender = [meeting.sender ?? '', options.office, meeting.body ?? ''].find((name) => name.trim() !== '')
  return {
    office: print(sender ?? texts.unknown),
    headLine: known([texts.summons, dnr], ' · '),
    runningHead: known([dated, dnr], ' · '),
    status: texts.summons,
    title: known([texts.summons, meeting.body?.trim() ? meeting.body : headingText(meeting, texts), day], ' – '),
    dnr: print(meeting.dnr ?? '') || texts.unknown,
    statusProperty: texts.summons,
    meetingId: print(meeting.id),
    date: options.madeAt.toISOString().replace(/\.\d+Z$/, 'Z'),
  }
}
