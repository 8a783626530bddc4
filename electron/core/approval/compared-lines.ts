/**
 * Minutes as lines that can be laid beside each other. Whatever their document prints has its words in a line, so that
 * no two documents that differ have the same lines; the status, the day of approval and how the list of people was set
 * at the time are apart: a name with all that is said of it is the same under any heading.
 */
import type { ComparedRow } from '#contract/approval.ts'
import { attachmentText } from '#core/word/attachments.ts'
import { spellDate } from '#core/word/dates.ts'
import { formText, kindName, timeText } from '#core/word/head.ts'
import { actionText, isCharged } from '#core/word/item-actions.ts'
import { formalHeading, isFormal, pauseSentence, voteSentences } from '#core/word/item-formal.ts'
import { itemRegistry, numberedDecision } from '#core/word/items.ts'
import { participantText, peopleSections, printingOf } from '#core/word/people.ts'
import { documentTexts, fill, type DocumentTexts } from '#core/word/texts.ts'
import type { Language } from '#core/word/typography.ts'
import type { ApprovedContent } from '#core/approval/version.ts'

export type ComparedLine = { part: ComparedRow['part']; text: string }
/** Minutes, and what their document is written with: the words of both sides are those of their own documents. */
export type ComparedMinutes = Omit<ApprovedContent, 'approvedOn'>
type Item = ComparedMinutes['meeting']['items'][number]
type Block = Item['blocks'][number]

/** What stands above the text, each with its label. */
function headLines({ meeting, office, language }: ComparedMinutes): string[] {
  const texts = documentTexts(language)
  const { title, body, date, place, dnr, chair, secretary, adjusters, nextMeeting } = meeting
  const labelled = (label: string, text: string | null) => (text === null || text === '' ? null : `${label}: ${text}`)
  return [
    title,
    labelled(texts.document, kindName(meeting, texts)),
    labelled(texts.sender, office),
    labelled(texts.body, body),
    labelled(texts.date, date === null ? null : spellDate(date, language)),
    labelled(texts.time, timeText(meeting, texts, language)),
    labelled(texts.place, place),
    labelled(texts.form, formText(meeting, texts)),
    labelled(texts.chair, chair),
    labelled(texts.secretary, secretary),
    labelled(texts.adjusters, adjusters.join(', ')),
    labelled(texts.dnr, dnr),
    labelled(texts.nextMeeting, nextMeeting === null ? null : spellDate(nextMeeting.date, language)),
  ].flatMap((text) => (text === null || text === '' ? [] : [text]))
}

/** Everybody on the list, in the order of the document, and what it says of presence as a whole. */
function peopleLines({ meeting, language, numberStyle }: ComparedMinutes): string[] {
  const texts = documentTexts(language)
  const titles = { ...texts, unknown: texts.attendanceUnknown }
  const printing = printingOf(meeting, numberStyle)
  const listed = peopleSections(meeting).flatMap(({ part, people }) =>
    people.map((person, index) => {
      const text = participantText(person, texts, printing)
      // The document sets groups apart by space.
      const apart = index > 0 && people[index - 1]?.group !== person.group
      const title = apart ? fill(texts.newGroup, { list: titles[part] }) : titles[part]
      return `${title}: ${person.listNumber === null ? text : `${person.listNumber}. ${text}`}`
    }),
  )
  return meeting.presence === undefined ? listed : [meeting.presence, ...listed]
}

/** Those whom a block concerns, in their order: under one label as long as they do the same. */
function concerned({ people = [] }: Block, texts: DocumentTexts): string[] {
  const ballots = { yes: texts.ballotyes, no: texts.ballotno, abstain: texts.ballotabstain }
  const labels = {
    presenter: texts.presenters,
    mover: texts.movers,
    voter: '{{names}}',
    dissenter: texts.dissenters,
    recused: texts.recused,
  }
  const runs: { role: keyof typeof labels; names: string[] }[] = []
  for (const { role, name, choice } of people) {
    const named = choice === null ? name : `${name} (${ballots[choice]})`
    const last = runs.at(-1)
    if (last?.role === role) last.names.push(named)
    else runs.push({ role, names: [named] })
  }
  return runs.map(({ role, names }) => fill(labels[role], { names: names.join(', ') }))
}

/** What the document shows by how it sets a list. */
function listLabel({ fields }: Block, texts: DocumentTexts): string {
  if (fields === undefined) return texts.list
  const list = fields.ordered === true ? texts.numbered : texts.bullets
  const level = fields.level ?? 0
  return level === 0 ? list : fill(texts.listLevel, { list, level: String(level + 1) })
}

/** The kind of a block, where it is more than running text. */
function blockLabel(block: Block, texts: DocumentTexts): string | null {
  if (isFormal(block)) return formalHeading(texts, block, false)
  switch (block.kind) {
    case 'list':
      return listLabel(block, texts)
    case 'heading':
      return texts.innerHeading
    case 'quotation':
      return texts.quotation
    case 'table':
      return texts.table
    case 'decision':
      return texts.decision
    case 'action':
      return texts.action
    default:
      return null
  }
}

function blockText(block: Block, texts: DocumentTexts, language: Language): string {
  const label = blockLabel(block, texts)
  const foreign = (block.spans ?? [])
    .filter(({ kind }) => kind === 'foreign')
    .map(({ from, to }) => block.text.slice(from, to))
  return [
    isCharged(block) ? actionText(block, texts, language) : label === null ? block.text : `${label}: ${block.text}`,
    ...(block.kind === 'vote' ? voteSentences(texts, block) : []),
    block.kind === 'adjournment' ? (pauseSentence(texts, block.fields) ?? '') : '',
    ...concerned(block, texts),
    block.number === undefined ? '' : numberedDecision(texts, block.number),
    foreign.length === 0 ? '' : fill(texts.foreignWords, { words: foreign.join(', ') }),
  ]
    .filter((text) => text !== '')
    .join('\n')
}

/** A row of the table of actions. */
function tableRow({ text, owner, due }: Item['actions'][number], texts: DocumentTexts): string {
  const known = (value: string | null) => value ?? texts.unknown
  return `${texts.what}: ${text}\n${texts.who}: ${known(owner)}\n${texts.when}: ${known(due)}`
}

/** In the order of the document; what it gathers at its end stands with the item that says it. */
export function comparedLines(minutes: ComparedMinutes): ComparedLine[] {
  const { meeting, language, numberStyle } = minutes
  const texts = documentTexts(language)
  const written = (part: ComparedLine['part'], list: readonly string[]) => list.map((text) => ({ part, text }))
  return [
    ...written('head', headLines(minutes)),
    ...written('people', peopleLines(minutes)),
    ...meeting.items.flatMap(({ number, title, dnr, blocks, actions }) => {
      const numbered = number !== null && numberStyle === 'paragraph' ? `§ ${number}` : number
      return [
        ...written('heading', [[numbered, title].filter((value) => value !== null).join(' ')]),
        ...written('text', [
          ...(dnr === undefined ? [] : [itemRegistry(texts, dnr)]),
          ...blocks.map((block) => blockText(block, texts, language)),
          ...actions.map((action) => tableRow(action, texts)),
        ]),
      ]
    }),
    ...written(
      'text',
      (meeting.attachments ?? []).map((one) => attachmentText(one, texts, numberStyle)),
    ),
  ]
}
