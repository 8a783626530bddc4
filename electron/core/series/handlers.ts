/** Series of meetings, their template and members, and the meetings planned from them. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import type { SeriesView } from '#contract/series.ts'
import { all, insert, revision, update, type ReadableDb } from '#db/connection.ts'
import { assertMeeting, meetingOfItem } from '#db/queries/meeting-edit.ts'
import {
  carriedTo,
  listSeries,
  meetingsOfSeries,
  removeSeries,
  seriesOfBody,
  templateOf,
  writeTemplate,
} from '#db/queries/series.ts'
import { readSettings } from '#db/queries/settings.ts'
import type { Handlers, HandlersOf, WriteContext } from '#core/context.ts'
import { bodyFor } from '#core/meetings/entities.ts'
import { addMembers, endMember, membersOf, readMembers } from './members.ts'
import { assertFree, copySeries, seriesInYear } from './copy.ts'
import { renumber, seriesFor } from './follow.ts'
import { planMeeting, planNext, ruleOf } from './plan.ts'
import { presenterFinder } from './presenters.ts'
import { takeOver } from './take-over.ts'
import { usualAgenda } from './template.ts'

const none = <T extends string | null | undefined>(value: T) => (value === '' ? null : value)
const todayOf = ({ ports }: Pick<WriteContext, 'ports'>) => ports.clock().toISOString().slice(0, 10)

/** Columns of what is said; undefined stays. */
function columnsOf(change: Parsed<'series.set'>['change']) {
  const { next } = change
  return {
    title: change.title,
    kind: change.kind,
    language: change.language,
    number_rule: change.numberRule,
    first_number: change.firstNumber,
    start_time: change.start,
    end_time: change.end,
    place: none(change.place),
    form: change.form,
    remote_tool: none(change.remoteTool),
    approval_days: change.approvalDays,
    ...(next === undefined
      ? {}
      : {
          next_unit: next?.unit ?? null,
          next_step: next?.step ?? null,
          next_on: next?.unit === 'month' ? next.on : null,
        }),
  }
}

function createSeries(context: WriteContext, { body, year, ...facts }: Parsed<'series.create'>): string {
  const { db, ports } = context
  const bodyId = bodyFor(context, body)
  assertFree(db, bodyId, body, year)
  const language = facts.language ?? readSettings(db).documentLanguage ?? 'sv'
  const kind = facts.kind ?? (language === 'en' ? 'minutes' : 'minnesanteckningar')
  const id = ports.newId()
  const given = columnsOf({ ...facts, language, kind })
  insert(db, 'meeting_series', {
    id,
    body_id: bodyId,
    year,
    created_at: ports.clock().toISOString(),
    title: body,
    number_rule: kind === 'protokoll' ? 'running' : 'restart',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  })
  writeTemplate(db, id, usualAgenda(kind, language), ports.newId)
  return id
}

function viewOf(db: ReadableDb, id: string): SeriesView {
  const { nextUnit: _unit, nextStep: _step, nextOn: _on, ...series } = seriesFor(db, id)
  return {
    ...series,
    next: ruleOf(seriesFor(db, id)),
    items: templateOf(db, id),
    meetings: meetingsOfSeries(db, id),
    others: seriesOfBody(db, series.bodyId).filter((other) => other.id !== id),
  }
}

function plan(context: WriteContext, input: Parsed<'meetings.plan'>): { id: string; seriesId: string } {
  const { db } = context
  const given = seriesFor(db, input.seriesId)
  const year = Number(input.date.slice(0, 4))
  const own = seriesInYear(context, given, year)
  return { id: planMeeting(context, seriesFor(db, own), input), seriesId: own }
}

function prepare({ db }: WriteContext, { id, change }: Parsed<'items.prepare'>): void {
  const meetingId = meetingOfItem(db, id)
  const listed = () =>
    all<{ personId: string; name: string }>(
      db,
      'SELECT person_id AS personId, name FROM attendance WHERE meeting_id = ?',
      [meetingId],
    )
  const presenter = none(change.presenter)
  update(db, 'agenda_item', id, {
    type: change.type,
    minutes: change.minutes,
    outcome: change.outcome,
    prepared: none(change.prepared),
    proposal: none(change.proposal),
    dnr: none(change.dnr),
    ...(presenter === undefined ? {} : { presenter, presenter_id: presenterFinder(db, listed())(presenter) }),
  })
}

export const seriesHandlers: HandlersOf<'series'> &
  Pick<Handlers, 'meetings.plan' | 'meetings.takeOver' | 'meetings.carried' | 'items.prepare'> = {
  'series.list': ({ db, ports }) => ({ series: listSeries(db, todayOf({ ports })) }),
  'series.get': ({ db }, { id }) => viewOf(db, id),
  'series.create': (context, input) => ({ id: createSeries(context, input) }),
  'series.set': (context, { id, change }) => {
    seriesFor(context.db, id)
    update(context.db, 'meeting_series', id, columnsOf(change))
    if (change.numberRule !== undefined || change.firstNumber !== undefined) renumber(context, id)
    return {}
  },
  'series.setItems': ({ db, ports }, { id, items }) => {
    seriesFor(db, id)
    const rows = items.map((item) => ({
      ...item,
      presenter: none(item.presenter),
      prepared: none(item.prepared),
      proposal: none(item.proposal),
    }))
    writeTemplate(db, id, rows, ports.newId)
    return {}
  },
  'series.renew': (context, { id }) => {
    const series = seriesFor(context.db, id)
    return { id: copySeries(context, series, series.year + 1) }
  },
  'series.remove': ({ db }, { id }) => {
    if (!removeSeries(db, id)) throw new KansliError('series.not-found')
    return {}
  },
  'series.members': ({ db, ports }, { id, on }) => ({
    members: membersOf(db, seriesFor(db, id).bodyId, on ?? todayOf({ ports })),
  }),
  'series.readMembers': ({ db }, { id, text, on }) => readMembers(db, seriesFor(db, id).bodyId, text, on),
  'series.addMembers': (context, input) => ({
    added: addMembers(context, seriesFor(context.db, input.id).bodyId, input),
  }),
  'series.endMember': (context, input) => {
    endMember(context, input)
    return {}
  },
  'series.planNext': ({ db, ports }, input) => planNext(db, input, todayOf({ ports })),
  'meetings.plan': (context, input) => ({ ...plan(context, input), version: revision(context.db) + 1 }),
  'meetings.takeOver': (context, { id }) => ({ ...takeOver(context, id), version: revision(context.db) + 1 }),
  'meetings.carried': ({ db }, { id }) => {
    assertMeeting(db, id)
    return { actions: carriedTo(db, id) }
  },
  'items.prepare': (context, input) => {
    prepare(context, input)
    return { version: revision(context.db) + 1 }
  },
}
