/** Calendar entries as meetings: how their people meet the register, and the meeting they make or change. */
import type { CalendarEvent, Invited } from '#contract/invitations.ts'
import { KansliError } from '#contract/errors.ts'
import { maxImportText } from '#contract/envelope.ts'
import type { Parsed } from '#contract/methods.ts'
import { all, get, update, type ReadableDb } from '#db/connection.ts'
import { standingOf } from '#db/queries/approval.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { closedPeople, ownersOfEmails } from '#db/queries/exchange.ts'
import { readSettings } from '#db/queries/settings.ts'
import type { WriteContext } from '#core/context.ts'
import { decodeText } from '#core/import/decode.ts'
import { normalLines } from '#core/imports/text.ts'
import { newPerson } from '#core/meetings/entities.ts'
import { makeFirstItem, makeMeeting } from '#core/meetings/make.ts'
import { existing } from '#core/register/stated.ts'
import { knownPeople } from '#core/register/known.ts'
import { matchNames } from '#core/register/matching.ts'
import { matchKey } from '#core/register/names.ts'
import { seriesFollows, meetingGone, seriesFor } from '#core/series/follow.ts'
import { addInvited } from '#core/series/invite.ts'
import { invitedAs, type InvitedAs } from '#core/series/members.ts'
import { planMeeting } from '#core/series/plan.ts'
import type { ReadEvent } from './calendar-entry.ts'
import type { ReadPerson } from './calendar-people.ts'
import { uidOfDay } from './calendar-series.ts'
import { readCalendar } from './read-calendar.ts'

function decoded(base64: string): string {
  let text: string
  try {
    text = normalLines(decodeText(Buffer.from(base64, 'base64')).text)
  } catch (error) {
    // What cannot be read as text is no calendar either.
    throw new KansliError('calendar.unreadable', {}, { cause: error })
  }
  if (text.length > maxImportText) throw new KansliError('import.too-large', { limit: maxImportText })
  return text
}

type Standing = { id: string; title: string; state: string; uid: string; sequence: number }

const ownUid = (partOf: ReadEvent['partOf']) => (partOf === null ? null : uidOfDay(partOf))

/** What a meeting is known by later: one day of a series by that day, as soon as it is held on another. */
function keptUid({ uid, partOf, date }: ReadEvent, known: string | undefined): string {
  const own = ownUid(partOf)
  return own !== null && (known === own || date !== partOf?.day) ? own : uid
}

/** The meeting that an entry made before. One day of a series is the series' own meeting where that was set for it. */
function meetingOf(db: ReadableDb, { uid, partOf }: Pick<ReadEvent, 'uid' | 'partOf'>): Standing | undefined {
  return get<Standing>(
    db,
    `SELECT id, title, state, calendar_uid AS uid, coalesce(calendar_sequence, 0) AS sequence FROM meeting
     WHERE calendar_uid IN (@uid, @own) OR (calendar_uid = @series AND date = @day)
     ORDER BY calendar_uid = @own DESC, calendar_uid = @uid DESC, created_at DESC LIMIT 1`,
    { uid, own: ownUid(partOf), series: partOf?.uid ?? null, day: partOf?.day ?? null },
  )
}

/** Each against the register: the very name, and the very address; two that disagree are asked about. */
function matched(db: ReadableDb, people: readonly ReadPerson[]): Invited[] {
  const closed = new Set(closedPeople(db))
  const owners = Map.groupBy(
    ownersOfEmails(
      db,
      people.map(({ email }) => email.toLowerCase()),
    ),
    ({ email }) => email,
  )
  const names = matchNames(
    people.map(({ name }) => ({ name: name ?? '', organisation: null })),
    knownPeople(db),
  )
  const sameName = Map.groupBy(people, ({ name }) => matchKey(name ?? ''))
  return people.map((one, index): Invited => {
    const none = { name: one.name ?? '', verdict: 'none' as const, candidates: [] }
    const found = one.name === null ? none : (names[index] ?? none)
    // A name beside two addresses does not say which of the two is known by it.
    const shared = (sameName.get(matchKey(one.name ?? ''))?.length ?? 0) > 1
    const byName = shared && found.verdict === 'exact' ? { ...found, verdict: 'near' as const } : found
    const mine = (owners.get(one.email.toLowerCase()) ?? []).map(({ personId, name }) => ({
      id: personId,
      name,
      detail: null,
      similarity: 1,
    }))
    const [owner] = mine
    const named = byName.verdict === 'exact' ? byName.candidates[0]?.id : undefined
    const agrees = owner !== undefined && mine.length === 1 && (named === undefined || named === owner.id)
    // An address alone names somebody only where no other name stands beside it.
    const sure = agrees && (one.name === null || byName.candidates.some(({ id }) => id === owner.id))
    const candidates = [...mine, ...byName.candidates.filter(({ id }) => !mine.some((other) => other.id === id))]
    const against = owner !== undefined && !agrees
    const verdict = sure
      ? 'exact'
      : candidates.length === 0
        ? 'none'
        : against || byName.verdict !== 'exact' || owner !== undefined
          ? 'near'
          : 'exact'
    const shown = (sure ? mine : candidates).filter(({ id }) => !closed.has(id)).slice(0, 5)
    return {
      ...one,
      match: { name: one.name ?? '', verdict: shown.length === 0 ? 'none' : verdict, candidates: shown },
    }
  })
}

function eventFrom(db: ReadableDb, { partOf, ...event }: ReadEvent): CalendarEvent {
  const known = meetingOf(db, { uid: event.uid, partOf })
  return {
    ...event,
    people: matched(db, event.people),
    meeting: known === undefined ? null : { id: known.id, title: known.title, begun: known.state !== 'planned' },
    outdated: known !== undefined && event.sequence < known.sequence,
  }
}

export function readInvitations(db: ReadableDb, base64: string): CalendarEvent[] {
  return readCalendar(decoded(base64)).map((event) => eventFrom(db, event))
}

type Guest = { personId: string; name: string; answer: Invited['answer'] }

/** Whom the list gets: those exactly known, and those chosen. */
function guestsOf(context: WriteContext, event: CalendarEvent, choices: Parsed<'invitations.take'>['people']): Guest[] {
  const chosen = new Map(choices.map(({ index, person }) => [index, person]))
  return event.people.flatMap(({ name, email, answer, match }, index): Guest[] => {
    const choice = chosen.get(index)
    if (choice === null) return []
    if (choice === undefined) {
      const [known] = match.candidates
      return match.verdict === 'exact' && known !== undefined
        ? [{ personId: known.id, name: name ?? known.name, answer }]
        : []
    }
    if ('name' in choice) return [{ personId: newPerson(context, choice.name), name: choice.name, answer }]
    const id = existing(context, 'person', choice.id)
    const shown = match.candidates.find((one) => one.id === choice.id)?.name
    return [{ personId: id, name: name ?? shown ?? email, answer }]
  })
}

/**
 * Puts the guests on the list, in the capacity and for whom the register has them that day; who is on it already is
 * only excused when the answer says so.
 */
function putOnList(context: WriteContext, meetingId: string, guests: readonly Guest[]): void {
  const { db } = context
  type Row = { id: string; personId: string; position: number; no: number | null; group: number; status: string }
  const rows = all<Row>(
    db,
    `SELECT id, person_id AS personId, position, list_no AS no, list_group AS "group", status FROM attendance
     WHERE meeting_id = ? ORDER BY position`,
    [meetingId],
  )
  const { bodyId, date } = standingOf(db, meetingId)
  const known = guests.map(({ personId }) => personId)
  const as = date === null ? new Map<string, InvitedAs>() : invitedAs(db, known, { bodyId, on: date })
  const listed = new Map(rows.map((row) => [row.personId, row]))
  let position = (rows.at(-1)?.position ?? -1) + 1
  let number = Math.max(0, ...rows.map(({ no }) => no ?? 0))
  const group = rows.at(-1)?.group ?? 1
  for (const { personId, name, answer } of guests) {
    const row = listed.get(personId)
    const status = answer === 'declined' ? 'excused' : 'expected'
    if (row !== undefined) {
      if (status === 'excused' && row.status === 'expected') update(db, 'attendance', row.id, { status })
      continue
    }
    const place = { meetingId, position: position++, number: ++number, group, status } as const
    const id = addInvited(context, place, { personId, name, as: as.get(personId) ?? unknown })
    listed.set(personId, { id, personId, position: place.position, no: place.number, group, status })
  }
}

/**
 * Times that an entry says. One that comes anew says its times whole: without an end, nothing is known of one; where it
 * neither is newer nor lies elsewhere, what was written by hand since stays.
 */
function timesOf(db: ReadableDb, { date, start, end, sequence }: CalendarEvent, known: Standing | undefined) {
  const { head } = known === undefined ? { head: null } : getMeeting(db, known.id)
  const anew = known !== undefined && (sequence > known.sequence || head?.date !== date || head.start !== start)
  const said = (time: string | null) => time ?? (anew ? null : undefined)
  return { start_time: said(start), end_time: said(end) }
}

const unknown: InvitedAs = { role: null, voting: false, organisations: [] }

function newMeeting(context: WriteContext, event: CalendarEvent, seriesId: string | null): string {
  const { db } = context
  if (seriesId !== null) return planMeeting(context, seriesFor(db, seriesId), { seriesId, date: event.date, skip: [] })
  const language = readSettings(db).documentLanguage ?? 'sv'
  const kind = language === 'en' ? 'minutes' : 'minnesanteckningar'
  const id = makeMeeting(context, { kind, language, title: event.title, date: event.date, state: 'planned' })
  makeFirstItem(context, id, kind)
  return id
}

/**
 * Returns the meeting's id; null when the entry took a planned meeting away.
 * @throws KansliError calendar.no-event, calendar.cancelled, calendar.held, calendar.begun
 */
export function takeInvitation(context: WriteContext, input: Parsed<'invitations.take'>): string | null {
  const { db } = context
  const read = readCalendar(decoded(input.base64)).find(({ uid }) => uid === input.uid)
  if (read === undefined) throw new KansliError('calendar.no-event')
  const event = eventFrom(db, read)
  const known = event.meeting
  if (event.cancelled) {
    if (known === null) throw new KansliError('calendar.cancelled')
    if (known.begun) throw new KansliError('calendar.held', { title: known.title })
    meetingGone(context, known.id)
    return null
  }
  if (known?.begun === true) throw new KansliError('calendar.begun', { title: known.title })
  const standing = meetingOf(db, read)
  const id = standing?.id ?? newMeeting(context, event, input.seriesId)
  update(db, 'meeting', id, {
    ...(known === null && input.seriesId !== null ? {} : { title: event.title === '' ? undefined : event.title }),
    date: event.date,
    ...timesOf(db, event, standing),
    place: event.place ?? undefined,
    remote_tool: event.remote ?? undefined,
    calendar_uid: keptUid(read, standing?.uid),
    calendar_sequence: event.sequence,
  })
  seriesFollows(context, id)
  putOnList(context, id, guestsOf(context, event, input.people))
  return id
}
