/** Meetings for the rules, without a workspace: paragraphs as text, people as names. */
import type { AgendaItem, MeetingView, Paragraph } from '#contract/meetings.ts'
import type { ProposedMeeting } from '#contract/proposal.ts'
import type { Known } from '#core/review/passages.ts'

let count = 0
const newId = () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`

export const nothingKnown: Known = { shown: new Map(), people: new Set(), things: [], terms: [], meant: [] }

function paragraph(text: string, kind: Paragraph['kind'] = 'paragraph'): Paragraph {
  return { id: newId(), kind, text, fields: null, spans: [], people: [], lines: null }
}

function item(title: string, number: string | null, paragraphs: readonly Paragraph[]): AgendaItem {
  return {
    id: newId(),
    number,
    numberStyle: 'plain',
    title,
    line: null,
    type: null,
    presenter: null,
    presenterId: null,
    minutes: null,
    prepared: null,
    proposal: null,
    dnr: null,
    outcome: null,
    carriedFromId: null,
    paragraphs: [...paragraphs],
    decisions: [],
    actions: [],
  }
}

type Parts = {
  items: AgendaItem[]
  names: readonly string[]
  date: string | null
  language: 'sv' | 'en'
  status?: MeetingView['attendance'][number]['status']
}

function view({ items, names, date, language, status = 'present' }: Parts): MeetingView {
  return {
    id: newId(),
    version: 1,
    head: {
      title: 'Möte',
      kind: 'minnesanteckningar',
      language,
      bodyId: null,
      body: null,
      sender: null,
      date,
      start: null,
      end: null,
      place: null,
      form: null,
      dnr: null,
      nextDate: null,
      nextDateBasis: null,
      state: 'draft',
      seriesId: null,
      number: null,
      remoteTool: null,
      previousId: null,
      approvedOn: null,
      approveBy: null,
      ruleProfile: 'free',
      quorumRule: 'none',
      quorumCount: null,
    },
    officers: [],
    items,
    attendance: names.map((name, place) => ({
      id: newId(),
      personId: newId(),
      listNumber: place + 1,
      name,
      asWritten: name,
      capacity: null,
      organisationId: null,
      organisation: null,
      group: 1,
      status,
      mode: 'unknown',
      items: null,
      line: null,
      alsoFor: [],
      personal: false,
      deputyForId: null,
      deputyships: [],
      voting: false,
      intervals: [],
    })),
    attachments: [],
    warnings: [],
    source: null,
  }
}

export type Told = { names?: readonly string[]; date?: string | null; language?: 'sv' | 'en'; status?: Parts['status'] }

/** A meeting of one item with these paragraphs. */
export function told(texts: readonly string[], more: Told = {}): MeetingView {
  const { names = ['Asta Dittelin'], date = '2031-11-10', language = 'sv', status } = more
  const items = [
    item(
      'Punkt',
      '1',
      texts.map((text) => paragraph(text)),
    ),
  ]
  return view({ items, names, date, language, ...(status === undefined ? {} : { status }) })
}

/** A meeting as the reading of old minutes proposes it. */
export function proposed(meeting: ProposedMeeting): MeetingView {
  const items = meeting.items.map((one) => {
    const blocks = one.blocks.map(({ kind, text }) => paragraph(text, kind))
    const made = item(one.title, one.number, blocks)
    const within = (text: string) => blocks.find((block) => block.text.includes(text))?.id
    made.actions = one.actions.flatMap(({ text, owner }) => {
      const paragraphId = within(text)
      const rest = { due: null, inline: true, status: 'open', dueDate: null } as const
      return paragraphId === undefined ? [] : [{ id: newId(), paragraphId, text, owner, ...rest }]
    })
    made.decisions = one.decisions.flatMap(({ text }) => {
      const paragraphId = within(text)
      return paragraphId === undefined ? [] : [{ id: newId(), paragraphId, text, inline: true, number: null }]
    })
    return made
  })
  const { participants, officers, date, language } = meeting
  const made = view({ items, names: participants.map(({ name }) => name), date, language })
  made.officers = officers.map(({ role, name }) => ({ id: newId(), role, personId: null, name }))
  return made
}
