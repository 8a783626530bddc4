/** Accepting tenures, events and assignments. What is known already gains words; nothing is stored twice. */
import type { FindingOf, Party } from '#contract/reading.ts'
import { insert, update } from '#db/connection.ts'
import {
  addAmount,
  addParty,
  assignmentsTitled,
  eventsLike,
  hasEvidenceFrom,
  meetingOn,
  postsNamed,
  tenuresLike,
} from '#db/queries/facts.ts'
import { fellBefore } from '#db/queries/fallen.ts'
import { storedEvent } from '#db/queries/merged-events.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { keepBefore } from '#core/register/kept-before.ts'
import { matchKey } from '#core/register/names.ts'
import { entryFor, entryOrNull, prove, type Acceptance } from './accept-context.ts'
import { themeFor } from './accept-entries.ts'
import { datesAgree, spanRow, spansAgree, spansTogether } from './spans.ts'

const sameWords = (a: string | null, b: string | null) =>
  a === null ? b === null : b !== null && matchKey(a) === matchKey(b)

function postFor({ context: { db, ports } }: Acceptance, title: string): string {
  const keys = keysOf(title)
  const [known] = postsNamed(db, keys.match)
  if (known !== undefined) return known.id
  const id = ports.newId()
  insert(db, 'post', { id, title, sort_key: keys.sort, match_key: keys.match, fold_key: keys.fold })
  return id
}

export function acceptTenure(acceptance: Acceptance<FindingOf<'tenure'>>): void {
  const { db, ports } = acceptance.context
  const { person, pronoun, role, title, organisation, body, post, span, sensitive } = acceptance.finding
  const key = {
    person_id: entryOrNull(acceptance, 'person', person),
    organisation_id: entryOrNull(acceptance, 'organisation', organisation),
    body_id: entryOrNull(acceptance, 'body', body),
    post_id: post === null ? null : postFor(acceptance, post),
  }
  const days = spanRow(span)
  const known = tenuresLike(db, key).find(
    (one) =>
      sameWords(one.role, role) &&
      (one.title === null || title === null || sameWords(one.title, title)) &&
      (person !== null || one.pronoun === null || pronoun === null || one.pronoun === pronoun) &&
      // Without a holder only the days tell one tenure of a post from the next.
      (person !== null || (one.from_date === days.from_date && one.to_date === days.to_date)) &&
      spansAgree(one, days),
  )
  if (known !== undefined) {
    keepBefore(acceptance.context, 'tenure', known.id)
    update(db, 'tenure', known.id, {
      ...spansTogether(known, days),
      title: known.title ?? title,
      pronoun: known.pronoun ?? pronoun,
      ...(sensitive ? { sensitive: 1 } : {}),
    })
    prove(acceptance, 'tenure', known.id, false)
    return
  }
  const nowhere = key.organisation_id === null && key.body_id === null && key.post_id === null
  const id = ports.newId()
  insert(db, 'tenure', {
    id,
    ...key,
    // In a group somebody speaks for where they come from.
    represents_id: key.body_id === null ? null : key.organisation_id,
    role,
    title: title ?? (nowhere ? (role ?? '') : null),
    pronoun,
    sensitive: sensitive ? 1 : 0,
    ...days,
    state: person === null ? 'proposed' : 'asserted',
    recorded_at: ports.clock().toISOString(),
  })
  prove(acceptance, 'tenure', id, true)
}

export function putParties(
  acceptance: Acceptance,
  of: 'event' | 'assignment',
  id: string,
  parties: readonly Party[],
): void {
  const { db, ports } = acceptance.context
  for (const { kind, who, role } of parties) {
    const entry = entryFor(acceptance, kind, who)
    addParty(db, ports.newId(), of, id, {
      person_id: kind === 'person' ? entry : null,
      organisation_id: kind === 'organisation' ? entry : null,
      body_id: kind === 'body' ? entry : null,
      role,
    })
  }
}

const wholeDay = (date: string | null) => (date?.length === 10 ? date : null)

export function acceptEvent(acceptance: Acceptance<FindingOf<'event'>>): void {
  const { db, ports } = acceptance.context
  const { title, from, to, basis, asWritten, venue, body, parties } = acceptance.finding
  const bodyId = entryOrNull(acceptance, 'body', body)
  const keys = keysOf(title)
  const day = wholeDay(from)
  const like = eventsLike(db, { matchKey: keys.match, bodyId, day }).find(
    (one) =>
      datesAgree(one.from, from) &&
      datesAgree(one.to, to) &&
      (one.bodyId === null || bodyId === null || one.bodyId === bodyId) &&
      // A title alone, such as "Möte", is no occasion: without a day it must be said of the same body.
      (one.matchKey === keys.match ? one.from !== null || from !== null || one.bodyId === bodyId : true),
  )
  // What was merged has lent its title and days to find it by; what is filled in is the event that stands.
  const known = like === undefined ? undefined : storedEvent(db, like.id)
  const meetingId = bodyId === null || day === null ? null : meetingOn(db, bodyId, day)
  const id = known?.id ?? fellBefore(db, 'event', title, acceptance.sourceId) ?? ports.newId()
  if (known === undefined)
    insert(db, 'event', {
      id,
      title,
      from_date: from,
      to_date: to,
      basis,
      as_written: asWritten,
      venue,
      body_id: bodyId,
      meeting_id: meetingId,
      sort_key: keys.sort,
      match_key: keys.match,
    })
  else {
    const before = known.from_date
    const more = from !== null && datesAgree(before, from) && from.length > (before?.length ?? 0)
    const stated = basis === 'stated' && known.basis !== 'stated' && from === before
    keepBefore(acceptance.context, 'event', id)
    update(db, 'event', id, {
      ...(more ? { from_date: from, basis } : stated ? { basis } : {}),
      to_date: known.to_date ?? to,
      as_written: known.as_written ?? asWritten,
      venue: known.venue ?? venue,
      body_id: known.body_id ?? bodyId,
      meeting_id: known.meeting_id ?? meetingId,
    })
  }
  putParties(acceptance, 'event', id, parties)
  prove(acceptance, 'event', id, known === undefined)
}

export function acceptAssignment(acceptance: Acceptance<FindingOf<'assignment'>>): void {
  const { db, ports } = acceptance.context
  const { title, type, theme, text, parties, amounts, issued, due } = acceptance.finding
  const themeId = themeFor(acceptance, theme)
  const keys = keysOf(title)
  const known = assignmentsTitled(db, keys.match).find(
    (one) =>
      one.themeId === themeId &&
      // One text may set out several measures under one heading.
      (sameWords(one.text, text) || !hasEvidenceFrom(db, 'assignment', one.id, acceptance.sourceId)),
  )
  const id = known?.id ?? fellBefore(db, 'assignment', title, acceptance.sourceId) ?? ports.newId()
  if (known === undefined)
    insert(db, 'assignment', {
      id,
      type,
      title,
      text,
      theme_id: themeId,
      issued,
      due,
      sort_key: keys.sort,
      match_key: keys.match,
    })
  for (const amount of amounts) addAmount(db, ports.newId(), id, amount)
  putParties(acceptance, 'assignment', id, parties)
  prove(acceptance, 'assignment', id, known === undefined)
}
