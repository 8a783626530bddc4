/** Meetings: reading, making, and editing every part. */
import { hasDays } from '#contract/day-time.ts'
import { KansliError } from '#contract/errors.ts'
import { insert, revision, run, update } from '#db/connection.ts'
import {
  assertMeeting,
  assertUnlocked,
  itemIds,
  meetingOfAction,
  meetingOfItem,
  participantNamed,
  placed,
  replaceOfficers,
  writeOrder,
} from '#db/queries/meeting-edit.ts'
import { findMeetings, getMeeting, listMeetings } from '#db/queries/meetings.ts'
import { readSettings } from '#db/queries/settings.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { standingVersion } from '#core/approval/export.ts'
import { readContent } from '#core/approval/version.ts'
import { noteChange } from '#core/actions/change.ts'
import { daysOf, dueDay, ownerOf, settleCharges } from '#core/meetings/charge.ts'
import { assertMeetingTimes, refreshItems, releaseItem } from '#core/attendance/store.ts'
import { bodyFor } from '#core/meetings/entities.ts'
import { makeFirstItem, makeMeeting } from '#core/meetings/make.ts'
import { nameCompared } from '#core/meetings/officer-names.ts'
import { showMeeting } from '#core/meetings/show.ts'
import { noteReferences } from '#core/review/note-references.ts'
import { isNumbered, meetingGone, numbersAnew, seriesFollows, setNumber } from '#core/series/follow.ts'
import { saveText } from '#core/meetings/text.ts'
import { resolveWarning } from '#core/meetings/warnings.ts'

/** The number this write will have got when it is committed. */
const changed = ({ db }: WriteContext) => ({ version: revision(db) + 1 })

export const meetingHandlers: Omit<
  HandlersOf<'meetings'>,
  | 'meetings.representation'
  | 'meetings.hats'
  | 'meetings.begin'
  | 'meetings.end'
  | 'meetings.plan'
  | 'meetings.takeOver'
  | 'meetings.carried'
> &
  Omit<HandlersOf<'items'>, 'items.prepare' | 'items.history'> &
  Pick<HandlersOf<'actions'>, 'actions.set'> &
  HandlersOf<'warnings'> = {
  'meetings.list': ({ db }, { limit, offset }) => listMeetings(db, limit, offset),
  'meetings.get': ({ db }, { id }) => getMeeting(db, id),
  'meetings.show': ({ db }, { which }) => {
    const [id, ...more] = findMeetings(db, which)
    if (id === undefined) throw new KansliError('meeting.not-found', { which })
    if (more.length > 0) throw new KansliError('meeting.ambiguous', { which, ids: [id, ...more].join(', ') })
    // What was approved is what the meeting says; what became of its actions since is told elsewhere.
    const approved = standingVersion(db, id)
    return approved === null ? showMeeting(getMeeting(db, id)) : readContent(approved.content).meeting
  },
  'meetings.create': (context, input) => {
    const { db, ports } = context
    const settings = readSettings(db)
    const id = makeMeeting(context, {
      body_id: input.body === null || input.body === '' ? null : bodyFor(context, input.body),
      kind: input.kind,
      language: input.kind === 'minutes' ? 'en' : (settings.documentLanguage ?? 'sv'),
      title: input.title,
      date: input.date,
    })
    const secretary = settings.secretary ?? ''
    if (secretary !== '') replaceOfficers(db, id, 'secretary', [{ id: ports.newId(), name: secretary, personId: null }])
    makeFirstItem(context, id, input.kind)
    return { id, ...changed(context) }
  },
  'meetings.setHead': (context, { id, change }) => {
    const { body, start, end, nextDate, ...same } = change
    const none = (value: string | null | undefined) => (value === '' ? null : value)
    if (body !== undefined) assertUnlocked(context.db, id)
    const exists = update(context.db, 'meeting', id, {
      ...same,
      sender: none(same.sender),
      place: none(same.place),
      dnr: none(same.dnr),
      body_id: body === undefined ? undefined : body === null || body === '' ? null : bodyFor(context, body),
      start_time: start,
      end_time: end,
      next_date: nextDate,
      next_basis: nextDate === undefined ? undefined : nextDate === null ? null : 'stated',
    })
    if (!exists) throw new KansliError('meeting.not-found', { which: id })
    if (same.date !== undefined || nextDate !== undefined) settleCharges(context.db, id)
    if (start !== undefined || end !== undefined || (same.date !== undefined && hasDays(getMeeting(context.db, id))))
      assertMeetingTimes(context.db, id)
    if (same.date !== undefined || body !== undefined) seriesFollows(context, id)
    return changed(context)
  },
  'meetings.setOfficers': (context, { id, role, names }) => {
    const { db, ports } = context
    assertMeeting(db, id)
    const compared = names.map(nameCompared)
    // Nobody holds one office twice: the name that comes first counts.
    const once = names.filter((_, at) => compared.indexOf(compared[at] ?? '') === at)
    replaceOfficers(
      db,
      id,
      role,
      once.map((name) => ({ id: ports.newId(), name, personId: participantNamed(db, id, name) })),
    )
    return changed(context)
  },
  'meetings.remove': (context, { id }) => {
    meetingGone(context, id)
    return {}
  },
  'items.add': (context, { meetingId, after, title, number: said }) => {
    const { db, ports } = context
    assertMeeting(db, meetingId)
    // Given below; until then only that it has one.
    const number = said === undefined ? (isNumbered(db, meetingId) ? '0' : null) : said
    const id = ports.newId()
    const order = placed(itemIds(db, meetingId), id, after)
    const { head, items } = getMeeting(db, meetingId)
    const style = items[0]?.numberStyle ?? (head.kind === 'protokoll' ? 'paragraph' : 'plain')
    insert(db, 'agenda_item', {
      id,
      meeting_id: meetingId,
      position: order.length,
      number,
      number_style: number === null ? 'none' : style === 'none' ? 'plain' : style,
      title,
      line: null,
    })
    writeOrder(db, 'agenda_item', order)
    numbersAnew(context, meetingId)
    refreshItems(context, meetingId)
    return { id, ...changed(context) }
  },
  'items.set': (context, { id, title, number }) => {
    const { db } = context
    const meetingId = meetingOfItem(db, id)
    const named = number === '' ? null : number
    const { head, items } = getMeeting(db, meetingId)
    const item = items.find((one) => one.id === id)
    const before = item?.numberStyle ?? 'plain'
    const printed = head.kind === 'protokoll' ? 'paragraph' : 'plain'
    const style = named === undefined ? undefined : named === null ? 'none' : before === 'none' ? printed : before
    update(db, 'agenda_item', id, { title, number_style: style })
    if (named !== undefined) setNumber(context, meetingId, { id, from: item?.number ?? null, to: named })
    if (number !== undefined) refreshItems(context, meetingId)
    return changed(context)
  },
  'items.move': (context, { id, after }) => {
    const { db } = context
    const meetingId = meetingOfItem(db, id)
    writeOrder(db, 'agenda_item', placed(itemIds(db, meetingId), id, after))
    numbersAnew(context, meetingId)
    refreshItems(context, meetingId)
    return changed(context)
  },
  'items.remove': (context, { id }) => {
    const { db } = context
    const meetingId = meetingOfItem(db, id)
    const view = getMeeting(db, meetingId)
    // What the text means by its number is asked about afterwards, also once another item is called by it.
    noteReferences(context, meetingId, [{ id, from: view.items.find((one) => one.id === id)?.number ?? null }])
    releaseItem(context, view, id)
    run(db, 'DELETE FROM agenda_item WHERE id = ?', [id])
    writeOrder(db, 'agenda_item', itemIds(db, meetingId))
    numbersAnew(context, meetingId)
    refreshItems(context, meetingId)
    return changed(context)
  },
  'items.saveText': (context, input) => {
    saveText(context, input)
    return { ...changed(context), savedAt: context.ports.clock().toISOString() }
  },
  'actions.set': (context, { id, owner, due }) => {
    const { db } = context
    const none = <V extends string | null | undefined>(value: V) => (value === '' ? null : value)
    const meetingId = meetingOfAction(db, id)
    noteChange(context, id, {
      ...(owner === undefined ? {} : { owner: none(owner) }),
      ...(due === undefined ? {} : { due: none(due) }),
    })
    update(db, 'action', id, {
      owner: none(owner),
      due: none(due),
      ...(owner === undefined ? {} : ownerOf(db, meetingId, owner)),
      ...(due === undefined ? {} : { due_date: dueDay(due, daysOf(db, meetingId)) }),
    })
    return changed(context)
  },
  'warnings.resolve': (context, { id, state }) => {
    resolveWarning(context, id, state)
    return changed(context)
  },
}
