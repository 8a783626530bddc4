/** What follows the items: actions, the next meeting, approval. */
import type { MeetingJson } from '#contract/minutes.ts'
import { capitalised } from './capitalised.ts'
import { spellDate } from './dates.ts'
import { fill } from './texts.ts'
import { addIntro, addMetadata, addParagraph, addTable, printed } from './writer.ts'
import type { Writing } from './writer.ts'

/** A table of who does what by when. Nothing when nobody promised anything. */
export function addActions(writing: Writing, meeting: MeetingJson): void {
  const { texts } = writing
  const actions = meeting.items.flatMap((item) => item.actions)
  if (actions.length === 0) return
  const known = (text: string | null) => (text === null ? '' : printed(writing, text)) || texts.unknown
  const capital = (text: string | null) => (text === null ? texts.unknown : capitalised(known(text)))
  addParagraph(writing, texts.actions, { style: 'Rubrik2Onumrerad' })
  addIntro(writing, texts.actionsIntro)
  addTable(writing, {
    caption: texts.actionsCaption,
    description: texts.actionsDescription,
    columns: [
      { title: texts.what, width: 4770 },
      { title: texts.who, width: 2500 },
      { title: texts.when, width: 1800 },
    ],
    // ISO dates are for tables: narrow, and in order when sorted.
    rows: actions.map((action) => [capital(action.text), capital(action.owner), known(action.due)]),
  })
  addNextMeeting(writing, meeting)
}

const aboutNext = /(?:nästa|kommande) (?:möte|sammanträde|träff)|next meeting/iu

/**
 * Follows the table, so that text and not a table is last on the page. The head has the date in any case, and
 * where an item of the agenda is about the next meeting, a line on the table's source stands here instead.
 */
function addNextMeeting(writing: Writing, meeting: MeetingJson): void {
  const { texts, foreign } = writing
  if (meeting.items.some((item) => aboutNext.test(item.title))) {
    return addParagraph(writing, texts.actionsSource, { style: 'Bildtext' })
  }
  addParagraph(writing, texts.nextMeeting, { style: 'Rubrik2Onumrerad' })
  const date = meeting.nextMeeting?.date
  const sentence =
    date === undefined
      ? texts.unknownSentence
      : fill(texts.nextMeetingSentence, { date: spellDate(date, foreign.language) })
  addParagraph(writing, printed(writing, sentence))
}

/** Who signs formal minutes: a line and a name each, all on one page. Notes get it only when somebody approves them. */
export function addApproval(writing: Writing, meeting: MeetingJson, approvedOn: string | null): void {
  if (meeting.kind !== 'protokoll' && meeting.adjusters.length === 0) return
  const { texts, foreign } = writing
  const signers = [
    { label: texts.atMinutes, name: meeting.secretary, role: texts.secretaryRole },
    { label: texts.approvedBy, name: meeting.chair, role: texts.chairRole },
    ...(meeting.adjusters.length === 0 ? [null] : meeting.adjusters.filter((name) => name !== meeting.chair)).map(
      (name) => ({ label: texts.approvedBy, name, role: texts.adjusterRole }),
    ),
  ]
  addParagraph(writing, texts.approval, { style: 'Rubrik2Onumrerad' })
  const day = approvedOn === null ? texts.unknown : printed(writing, spellDate(approvedOn, foreign.language))
  addMetadata(writing, texts.approvalDay, day, true)
  for (const [index, { label, name, role }] of signers.entries()) {
    const known = name === null ? '' : printed(writing, name)
    addParagraph(writing, label, { style: 'Underskriftsrubrik' })
    addParagraph(writing, `${known === '' ? texts.unknown : known}, ${role}`, {
      style: 'Underskrift',
      keepNext: index < signers.length - 1,
    })
  }
}

/** Who answers for an extract being as the minutes are. */
export function addTrueExtract(writing: Writing, { secretary }: MeetingJson): void {
  const { texts } = writing
  addParagraph(writing, texts.trueExtract, { style: 'Underskriftsrubrik' })
  const known = secretary === null ? '' : printed(writing, secretary)
  addParagraph(writing, `${known === '' ? texts.unknown : known}, ${texts.secretaryRole}`, { style: 'Underskrift' })
}
