/** The documented JSON of one meeting, made from what the screen edits: one truth, two shapes. */
import { decisionNumberOf } from '#contract/decision-number.ts'
import type { MeetingJson } from '#contract/minutes.ts'
import type { AgendaItem, Attendance, MeetingView, Paragraph } from '#contract/meetings.ts'
import { itemModes } from '#core/attendance/items.ts'
import { settingOf, summaryOf } from '#core/attendance/words.ts'

type Item = MeetingJson['items'][number]

/** "2026:4"; nothing as long as the decision has no number. */
function numbered(number: number | null | undefined, date: string | null): { number?: string } {
  const whole = decisionNumberOf(number, date)
  return whole === null ? {} : { number: whole }
}

/** Whose and until when, of a block that is one action. */
function chargeOf([one, ...more]: AgendaItem['actions']): Pick<Item['blocks'][number], 'charge'> {
  return one === undefined || more.length > 0 ? {} : { charge: { owner: one.owner, due: one.due } }
}

function block(
  { id, kind, text, fields, people, spans }: Paragraph,
  { decisions, actions }: Pick<AgendaItem, 'decisions' | 'actions'>,
  date: string | null,
): Item['blocks'][number] {
  // What is said within one paragraph is one decision.
  const said = decisions.find(({ paragraphId, number }) => paragraphId === id && number !== null)
  return {
    kind,
    text,
    ...(fields === null ? {} : { fields }),
    ...(people.length === 0 ? {} : { people: people.map(({ role, name, choice }) => ({ role, name, choice })) }),
    ...(spans.length === 0 ? {} : { spans }),
    ...numbered(said?.number, date),
    ...(kind === 'action' ? chargeOf(actions.filter(({ paragraphId }) => paragraphId === id)) : {}),
  }
}

function item(one: AgendaItem, date: string | null): Item {
  return {
    number: one.number,
    title: one.title,
    ...(one.dnr === null || one.dnr.trim() === '' ? {} : { dnr: one.dnr }),
    paragraphs: one.paragraphs
      .filter(({ kind }) => kind !== 'decision' && kind !== 'action')
      .map((paragraph) => paragraph.text),
    decisions: one.decisions.map(({ text, number }) => ({ text, ...numbered(number, date) })),
    actions: one.actions.map(({ text, owner, due }) => ({ text, owner, due })),
    blocks: one.paragraphs.map((paragraph) => block(paragraph, one, date)),
  }
}

type Participant = MeetingJson['participants'][number]

const presenceOf = (sentence: string | null) => (sentence === null ? {} : { presence: sentence })

/** What is known of somebody's presence over time, whom they spoke for beside the first, and in whose place. */
function overTime(view: MeetingView, one: Attendance): Partial<Participant> {
  const number = (id: string | null) => view.items.find((item) => item.id === id)?.number ?? null
  const served = one.deputyForId ?? one.deputyships.at(-1)?.seatId
  const seat = view.attendance.find(({ id }) => id === served)
  const modes = itemModes(one, view.items)
  return {
    ...(one.alsoFor.length === 0 ? {} : { alsoFor: one.alsoFor.map(({ name }) => name) }),
    ...(one.personal ? { personal: true } : {}),
    ...(seat === undefined ? {} : { deputyFor: seat.name }),
    ...(one.intervals.length === 0
      ? {}
      : {
          intervals: one.intervals.map(({ mode, fromTime, toTime, fromItemId, toItemId, began, ended }) => ({
            mode,
            from: fromTime,
            to: toTime,
            fromItem: number(fromItemId),
            toItem: number(toItemId),
            began,
            ended,
          })),
        }),
    ...(modes.length < 2 ? {} : { modes }),
  }
}

export function showMeeting(view: MeetingView): MeetingJson {
  const { head } = view
  const named = (role: 'chair' | 'secretary') => view.officers.find((officer) => officer.role === role)?.name ?? null
  return {
    id: view.id,
    title: head.title,
    body: head.body,
    sender: head.sender,
    date: head.date,
    kind: head.kind,
    form: head.form,
    place: head.place,
    start: head.start,
    end: head.end,
    dnr: head.dnr,
    chair: named('chair'),
    secretary: named('secretary'),
    adjusters: view.officers.filter((officer) => officer.role === 'adjuster').map((officer) => officer.name),
    items: view.items.map((one) => item(one, head.date)),
    participants: view.attendance.map((one): Participant => ({
      listNumber: one.listNumber,
      name: one.name,
      asWritten: one.asWritten,
      capacity: one.capacity,
      organisation: one.organisation,
      group: one.group,
      status: one.status,
      mode: one.mode,
      items: one.items,
      ...overTime(view, one),
    })),
    ...(view.attendance.some(({ intervals }) => intervals.length > 0)
      ? presenceOf(summaryOf(view.items, view.attendance, settingOf(view)))
      : {}),
    ...(view.attachments.length === 0
      ? {}
      : {
          attachments: view.attachments.map(({ number, title, fileName, itemId }) => ({
            number,
            title,
            file: fileName,
            item: view.items.find(({ id }) => id === itemId)?.number ?? null,
          })),
        }),
    nextMeeting: head.nextDate === null ? null : { date: head.nextDate, basis: head.nextDateBasis ?? 'stated' },
    warnings: view.warnings
      .filter((warning) => warning.state !== 'dismissed')
      .map(({ code, line, quote }) => ({ code, line, quote })),
    unplaced: view.source?.unplaced ?? [],
  }
}
