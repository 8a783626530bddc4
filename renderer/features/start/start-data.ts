/** What Start shows, from the list of meetings and the latest of them read whole. */
import { useQueries } from '@tanstack/react-query'
import type { Output } from '#contract/methods.ts'
import { today } from '../../i18n/today.ts'
import { readOptions, useRead } from '../../transport/hooks.ts'
import type { T } from '../../i18n/resources.ts'
import type { DocumentState } from '../../ui/marks.tsx'
import { settledState } from '../../ui/document-state.ts'
import { itemPlace } from '../../ui/source-link.tsx'
import { actionsShown, meetingsShown, wholeMeetings } from './amounts.ts'

export type MeetingRow = Output<'meetings.list'>['meetings'][number]
export type Meeting = Output<'meetings.get'>

export type OpenAction = Output<'actions.list'>['actions'][number]
export type Finding = Output<'review.list'>['findings'][number]
export type OpenFinding = {
  finding: Finding
  meetingId: string
  date: string | null
  itemId: string | null
  itemNumber: string | null
  numberStyle: Meeting['items'][number]['numberStyle']
}
export type Ahead = { id: string; date: string; title: string; inferred: boolean; meetingId: string }

/** Something left to look at (`open`: so many findings), a day still to come, or a draft. */
export function stateOf(meeting: Pick<MeetingRow, 'date' | 'state'>, open: number, day: string): DocumentState {
  const settled = settledState(meeting.state)
  if (settled !== null) return settled
  if (open > 0) return 'review'
  return meeting.date !== null && meeting.date > day ? 'planned' : 'draft'
}

/** Where an item stands, as its number is printed; null without a number. */
export function placeOf(t: T, item: Pick<OpenFinding, 'itemNumber' | 'numberStyle'>): string | null {
  if (item.itemNumber === null) return null
  return itemPlace(t, item.numberStyle === 'paragraph' ? `§ ${item.itemNumber}` : item.itemNumber)
}

/** How much of what was taken on at a meeting is not done. */
export function openCount(meeting: Pick<Meeting, 'items'> | undefined): number {
  const actions = meeting?.items.flatMap((item) => item.actions) ?? []
  return actions.filter(({ status }) => status === 'open').length
}

/** Whether a meeting's text may still be looked through: it has begun, and nobody has approved it. */
export const isReviewed = ({ state }: Pick<MeetingRow, 'state'>) =>
  state !== 'planned' && state !== 'approved' && state !== 'archived'

/** What the review of each meeting lists as open, the latest meeting's first. @param found by the meeting's id */
export function openFindings(
  meetings: readonly Meeting[],
  found: ReadonlyMap<string, readonly Finding[]>,
): OpenFinding[] {
  return meetings.flatMap((meeting) =>
    (found.get(meeting.id) ?? [])
      .filter((finding) => finding.state === 'open')
      .map((finding) => {
        const item = meeting.items.find(({ id }) => id === finding.itemId)
        return {
          finding,
          meetingId: meeting.id,
          date: meeting.head.date,
          itemId: finding.itemId,
          itemNumber: item?.number ?? null,
          numberStyle: item?.numberStyle ?? 'none',
        }
      }),
  )
}

/** Not yet past on `day`, as far as the date is known: a month is to come until it is over. */
export function toCome(date: string, day: string): boolean {
  return date >= day.slice(0, date.length)
}

/** Dates that meetings give for their next one, each body's latest word only, soonest first. */
export function ahead(meetings: readonly Meeting[]): Ahead[] {
  const byBody = new Map<string, Ahead>()
  for (const { id, head } of meetings) {
    const body = head.body ?? head.title
    if (head.nextDate === null || byBody.has(body)) continue
    byBody.set(body, {
      id,
      date: head.nextDate,
      title: body,
      inferred: head.nextDateBasis === 'inferred',
      meetingId: id,
    })
  }
  return [...byBody.values()].sort((a, b) => a.date.localeCompare(b.date))
}

/** The next meeting on or after `day` that no meeting stands for yet; null when none is known. */
export function nextMeeting(dates: readonly Ahead[], meetings: readonly MeetingRow[], day: string): Ahead | null {
  return (
    dates.find(
      ({ date, title }) => toCome(date, day) && !meetings.some((row) => row.date === date && row.body === title),
    ) ?? null
  )
}

export function useStartData() {
  const list = useRead('meetings.list', { limit: meetingsShown })
  const promised = useRead('actions.list', { today: today(), limit: actionsShown })
  const rows = list.data?.meetings ?? []
  const whole = useQueries({
    queries: rows.slice(0, wholeMeetings).map((row) => readOptions('meetings.get', { id: row.id })),
    combine: (results) => results.map((result) => result.data).filter((meeting) => meeting !== undefined),
  })
  const begun = rows.slice(0, wholeMeetings).filter(isReviewed)
  const reviewed = useQueries({
    queries: begun.map((row) => readOptions('review.list', { meetingId: row.id })),
    combine: (results) => results.map((result) => result.data?.findings),
  })
  const found = new Map(begun.map(({ id }, at) => [id, reviewed[at] ?? []]))
  const findings = openFindings(whole, found)
  return {
    error: list.error ?? promised.error,
    ready: list.data !== undefined && promised.data !== undefined,
    total: list.data?.total ?? 0,
    rows,
    actions: promised.data?.actions ?? [],
    actionsInAll: promised.data?.total ?? 0,
    openAt: (id: string) => openCount(whole.find((meeting) => meeting.id === id)),
    findings,
    findingsAt: (id: string) => findings.filter(({ meetingId }) => meetingId === id).length,
    ahead: ahead(whole),
    latest: whole[0] ?? null,
  }
}
