/** What must be filled in before minutes are approved. Everything is said at once, in the order of the document. */
import type { ApprovalRow, Blocking, BlockingCode, ReviewComment } from '#contract/approval.ts'
import { lastDay } from '#contract/day-time.ts'
import { isDay } from '#contract/calendar.ts'
import type { MeetingOfficer, MeetingView } from '#contract/meetings.ts'
import type { TakenNumber } from '#db/queries/series.ts'
import { contradictions } from '#core/approval/contradictions.ts'
import { blockingDecisions } from '#core/attendance/blocking.ts'
import { isSameHolder } from '#core/meetings/officer-names.ts'

/** What stands beside the minutes themselves. */
export type Standing = {
  asked: ApprovalRow[]
  comments: ReviewComment[]
  /** Items whose number another meeting of the series has too. */
  taken: TakenNumber[]
  /** Ids of officers who were erased since: nobody answers for minutes by the name that stands for them. */
  erased: ReadonlySet<string>
}

const plain = (code: BlockingCode, about = ''): Blocking => ({ code, itemId: null, attendanceId: null, about })

function head(view: MeetingView, { erased }: Standing): Blocking[] {
  const { date, start, end, place, form, kind } = view.head
  const officers = view.officers.filter(({ personId }) => personId === null || !erased.has(personId))
  const has = (role: string) => officers.some((officer) => officer.role === role)
  // The chair answers for the minutes as it is: the adjuster is somebody else who does.
  const chairs = (one: MeetingOfficer) =>
    officers.some(({ role, ...chair }) => role === 'chair' && isSameHolder(chair, one))
  const missing: [BlockingCode, boolean][] = [
    ['date', date === null || !isDay(date)],
    ['start', start === null],
    ['end', end === null],
    ['form', form === null],
    // A meeting that is held on screens alone has no place.
    ['place', place === null && form !== 'distans'],
    ['chair', !has('chair')],
    ['secretary', !has('secretary')],
    ['adjuster', kind === 'protokoll' && !officers.some((one) => one.role === 'adjuster' && !chairs(one))],
  ]
  return missing.filter(([, is]) => is).map(([code]) => plain(code))
}

/**
 * Those nobody has marked, also once the meeting is ended. What an imported text leaves open of its people stays open:
 * there is nobody who can say more than it does.
 */
function people({ head: { kind }, source, attendance }: MeetingView): Blocking[] {
  const imported = source !== null
  const isOpen = (status: string) => status === 'expected' || (status === 'unknown' && !imported)
  const found: Blocking[] = attendance
    .filter(({ status }) => isOpen(status))
    .map(({ id, name }) => ({ ...plain('person-expected', name), attendanceId: id }))
  const came = attendance.some(({ status }) => status === 'present' || (status === 'unknown' && imported))
  if (kind === 'protokoll' && !came) found.push(plain('nobody-present'))
  return found
}

function items({ items: list }: MeetingView): Blocking[] {
  return list.flatMap(({ id, title, type, outcome, decisions }) => {
    const found: Blocking[] = []
    if (title.trim() === '') found.push({ ...plain('item-title'), itemId: id })
    // Deferred, referred back or dropped, an item needs no decision of its own.
    const settled = outcome !== null && outcome !== 'handled'
    if (type === 'decision' && decisions.length === 0 && !settled)
      found.push({ ...plain('item-undecided', title), itemId: id })
    return found
  })
}

/** Items of one number, each with another before it; minutes that were read in have the numbers of their text. */
function twice({ items: list, source }: MeetingView): Blocking[] {
  if (source !== null) return []
  return list.flatMap(({ id, number, numberStyle }, at) =>
    number !== null && list.slice(0, at).some((one) => one.number === number)
      ? [{ ...plain('number-twice', numberStyle === 'paragraph' ? `§ ${number}` : number), itemId: id }]
      : [],
  )
}

/** Numbers that are out stand, so that an earlier meeting of the series may come to have one of them, too. */
function numbers({ items: list }: MeetingView, { taken }: Standing): Blocking[] {
  return taken.flatMap(({ itemId, ...also }) => {
    const item = list.find(({ id }) => id === itemId)
    const number = item?.number ?? ''
    const about = item?.numberStyle === 'paragraph' ? `§ ${number}` : number
    return { ...plain('number-taken', about), itemId, also }
  })
}

/** Decisions that a body of strict rules took without somebody who votes, or without enough of them. */
function unlawful(view: MeetingView): Blocking[] {
  return blockingDecisions(view).map(({ itemId, text, reason, names }) => ({
    ...plain(reason === 'lost' ? 'lost-link' : 'quorum', reason === 'lost' ? names.join(', ') : text),
    itemId,
  }))
}

/** Whether a day lies before the last one of the meeting, as far as that is known. */
export function isBefore(day: string, head: Pick<MeetingView['head'], 'date' | 'end'>): boolean {
  const last = lastDay(head)
  return last !== null && day.slice(0, last.length) < last
}

/** Whoever came to answer for the minutes after they were sent out. */
function unasked({ officers }: MeetingView, asked: readonly ApprovalRow[]): Blocking[] {
  return officers.flatMap((one) => {
    if (one.role === 'secretary' || asked.some((row) => isSameHolder(row, one))) return []
    return [plain(one.role === 'chair' ? 'chair-unasked' : 'adjuster-unasked', one.name)]
  })
}

function round(view: MeetingView, { asked, comments }: Standing): Blocking[] {
  const { kind, state } = view.head
  const found: Blocking[] = comments
    .filter(({ resolvedAt }) => resolvedAt === null)
    .map(({ itemId, itemTitle, text }) => ({
      ...plain('comment-open', itemTitle === null ? text : `${itemTitle}: ${text}`),
      itemId,
    }))
  if (state === 'planned' || state === 'running') found.push(plain('not-over'))
  // Notes need nobody's approval but the secretary's own; formal minutes are approved by those who answer for them.
  else if (state === 'draft' && kind === 'protokoll') found.push(plain('not-circulated'))
  if (state === 'circulated') {
    found.push(...unasked(view, asked))
    for (const { outcome, answeredOn, name, outdated } of asked) {
      if (outcome === null) found.push(plain('answer-missing', name))
      if (outcome === 'changes') found.push(plain('answer-changes', name))
      if (outcome === 'approved' && outdated) found.push(plain('answer-outdated', name))
      // The day of the meeting may have been put right since.
      if (outcome === 'approved' && answeredOn !== null && isBefore(answeredOn, view.head))
        found.push(plain('answer-early', name))
    }
  }
  return found
}

/** Everything that stands in the way; empty when the minutes can be approved. */
export function blockingOf(view: MeetingView, standing: Standing): Blocking[] {
  return [
    ...head(view, standing),
    ...people(view),
    ...items(view),
    ...contradictions(view),
    ...twice(view),
    ...numbers(view, standing),
    ...unlawful(view),
    ...round(view, standing),
  ]
}
