/** Whom the words of an action's owner stand for, and the day its words of when come to. What they leave open stays open. */
import { partialDate } from '#contract/days.ts'
import type { ReadableDb, WritableDb } from '#db/connection.ts'
import { all, get, update } from '#db/connection.ts'
import { findMonth, opensFrom } from '#core/import/date-words.ts'
import { dayAhead, dayBefore } from '#core/import/days-ahead.ts'
import { findDates, isoOf, yearForward } from '#core/import/dates.ts'
import { matchKey } from '#core/register/names.ts'

export type OwnerIds = {
  owner_person_id: string | null
  owner_organisation_id: string | null
  owner_body_id: string | null
}
const nobody: OwnerIds = { owner_person_id: null, owner_organisation_id: null, owner_body_id: null }

/** The only id of a list; null when there is none, or more than one. */
const only = (rows: readonly { id: string }[]) => (rows.length === 1 ? (rows[0]?.id ?? null) : null)

/** Somebody at the meeting by full name, by any of their names in the register, or by a first name nobody else there has. */
function presentPerson(db: ReadableDb, meetingId: string, key: string): string | null {
  const people = all<{ id: string; name: string; asWritten: string }>(
    db,
    'SELECT person_id AS id, name, as_written AS asWritten FROM attendance WHERE meeting_id = ?',
    [meetingId],
  )
  const distinct = (rows: readonly { id: string }[]) =>
    only([...new Set(rows.map(({ id }) => id))].map((id) => ({ id })))
  const byName = distinct(people.filter(({ name, asWritten }) => matchKey(name) === key || matchKey(asWritten) === key))
  if (byName !== null) return byName
  const spelt = only(
    all(
      db,
      `SELECT DISTINCT a.person_id AS id FROM attendance a JOIN person_name n ON n.person_id = a.person_id
       WHERE a.meeting_id = ? AND n.match_key = ?`,
      [meetingId, key],
    ),
  )
  return (
    spelt ?? (key.includes(' ') ? null : distinct(people.filter(({ name }) => matchKey(name).split(' ')[0] === key)))
  )
}

/** Those present first, then the register; a name that several bear stands for none of them. */
export function ownerOf(db: ReadableDb, meetingId: string, words: string | null): OwnerIds {
  const key = words === null ? '' : matchKey(words)
  if (key === '') return nobody
  const person =
    presentPerson(db, meetingId, key) ??
    only(all(db, 'SELECT DISTINCT person_id AS id FROM person_name WHERE match_key = ?', [key]))
  if (person !== null) return { ...nobody, owner_person_id: person }
  const body = only(all(db, 'SELECT DISTINCT id FROM body WHERE match_key = ?', [key]))
  if (body !== null) return { ...nobody, owner_body_id: body }
  const organisation = only(
    all(db, 'SELECT DISTINCT organisation_id AS id FROM organisation_name WHERE match_key = ?', [key]),
  )
  return { ...nobody, owner_organisation_id: organisation }
}

const nextMeeting = /(?<!\p{L})(?:nästa|kommande|next) (?:möte|sammanträde|träff|styrelsemöte|meeting)(?!\p{L})/iu

/** When a meeting was, and when the next one is, as far as is known. */
export type MeetingDays = { date: string | null; nextDate: string | null }

/**
 * `YYYY-MM-DD`, or as precise as the words are; null when they come to no day, or say from when on only. A day without
 * a year is the next such day; what the words count from the meeting ("på fredag", "vecka 48") `dayAhead` reckons.
 */
export function dueDay(words: string | null, { date, nextDate }: MeetingDays): string | null {
  const text = words?.trim() ?? ''
  if (text === '') return null
  if (partialDate.safeParse(text).success) return text
  const dates = findDates(text, { slash: true })
  const next = nextMeeting.exec(text)
  const ahead = dates.length > 0 || next !== null || date === null ? null : dayAhead(text, date)
  if (ahead !== null) return ahead
  const found =
    dates.length === 0 ? (findMonth(text) ?? bareMonth(text)) : dates.find((one) => isUntil(text, one.index))
  if (found === undefined) return null
  if (found !== null) {
    if (!isUntil(text, found.index)) return null
    return found.year !== null ? isoOf(found) : date === null ? null : yearForward(found, date)
  }
  return next !== null && nextDate !== null && isUntil(text, next.index) ? dayBefore(text, nextDate) : null
}

const isUntil = (text: string, index: number) => opensFrom(text, index) === null

/** "april", "senast april": a month that nothing leads in. */
function bareMonth(text: string) {
  const last = /\d/.test(text) ? null : /\p{L}+$/u.exec(text)
  const found = last === null ? null : findMonth(`i ${last[0]}`)
  return last === null || found === null ? null : { ...found, index: last.index }
}

export function daysOf(db: ReadableDb, meetingId: string): MeetingDays {
  const days = get<MeetingDays>(db, 'SELECT date, next_date AS nextDate FROM meeting WHERE id = ?', [meetingId])
  return days ?? { date: null, nextDate: null }
}

/** Works out owner and day anew for every action of a meeting whose words are given: after reading it in, or when its date is another. */
export function settleCharges(db: WritableDb, meetingId: string): void {
  const days = daysOf(db, meetingId)
  const rows = all<{ id: string; owner: string | null; due: string | null; known: number; day: string | null }>(
    db,
    `SELECT c.id, c.owner, c.due, c.due_date AS day,
       coalesce(c.owner_person_id, c.owner_organisation_id, c.owner_body_id) IS NOT NULL AS known
     FROM action c JOIN agenda_item i ON i.id = c.item_id WHERE i.meeting_id = ?`,
    [meetingId],
  )
  for (const { id, owner, due, known, day } of rows) {
    const found = dueDay(due, days)
    const owned = known === 1 || owner === null ? {} : ownerOf(db, meetingId, owner)
    const changed = Object.values(owned).some((one) => one !== null) || found !== day
    if (changed) update(db, 'action', id, { ...owned, due_date: found })
  }
}
