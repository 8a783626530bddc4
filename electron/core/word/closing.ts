/** What follows the items: actions, the next meeting, approval. */
import type { MeetingJson } from '#contract/minutes.ts'
import { spellDate } from './dates.ts'
import { fill } from './texts.ts'
import { addMetadata, addParagraph, addTable, printed } from './writer.ts'
import type { Writing } from './writer.ts'

const isoDate = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/

/** A table of who does what by when. Nothing when nobody promised anything. */
export function addActions(writing: Writing, meeting: MeetingJson): void {
  const { texts } = writing
  const actions = meeting.items.flatMap((item) => item.actions)
  if (actions.length === 0) return
  const known = (text: string | null) => (text === null ? '' : printed(writing, text)) || texts.unknown
  addParagraph(writing, texts.actions, { style: 'Rubrik2Onumrerad' })
  addParagraph(writing, texts.actionsIntro)
  addTable(writing, {
    caption: texts.actionsCaption,
    description: texts.actionsDescription,
    columns: [
      { title: texts.what, width: 4790 },
      { title: texts.who, width: 2340 },
      { title: texts.when, width: 1940 },
    ],
    rows: actions.map((action) => [known(action.text), known(action.owner), known(spellDue(writing, action.due))]),
  })
  addNextMeeting(writing, meeting)
}

function spellDue(writing: Writing, due: string | null): string | null {
  return due !== null && isoDate.test(due) ? spellDate(due, writing.foreign.language) : due
}

/** Follows the table, so that text and not a table is last on the page. The head has the date in any case. */
function addNextMeeting(writing: Writing, meeting: MeetingJson): void {
  const { texts, foreign } = writing
  addParagraph(writing, texts.nextMeeting, { style: 'Rubrik2Onumrerad' })
  const date = meeting.nextMeeting?.date
  const sentence =
    date === undefined ? texts.unknownSentence : fill(texts.nextMeetingSentence, { date: spellDate(date, foreign.language) })
  addParagraph(writing, printed(writing, sentence))
}

/** Who signs formal minutes: a line and a name each. Notes get it only when somebody approves them. */
export function addApproval(writing: Writing, meeting: MeetingJson, approvedOn: string | null): void {
  if (meeting.kind !== 'protokoll' && meeting.adjusters.length === 0) return
  const { texts, foreign } = writing
  const signature = (name: string | null, role: string) => {
    const known = name === null ? '' : printed(writing, name)
    addParagraph(writing, `${known === '' ? texts.unknown : known}, ${role}`, { style: 'Underskrift' })
  }
  addParagraph(writing, texts.approval, { style: 'Rubrik2Onumrerad' })
  addMetadata(
    writing,
    texts.approvalDay,
    approvedOn === null ? texts.unknown : printed(writing, spellDate(approvedOn, foreign.language)),
  )
  addParagraph(writing, texts.atMinutes, { style: 'Underskriftsrubrik' })
  signature(meeting.secretary, texts.secretaryRole)
  addParagraph(writing, texts.approvedBy, { style: 'Underskriftsrubrik' })
  signature(meeting.chair, texts.chairRole)
  const adjusters = meeting.adjusters.filter((name) => name !== meeting.chair)
  if (adjusters.length === 0 && meeting.adjusters.length === 0) signature(null, texts.adjusterRole)
  for (const name of adjusters) signature(name, texts.adjusterRole)
}
