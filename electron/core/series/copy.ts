/** A series goes on in another year: all that is said of it, and its template. */
import { KansliError } from '#contract/errors.ts'
import { get, insert, type ReadableDb } from '#db/connection.ts'
import {
  seriesById,
  seriesOfBody,
  seriesOfYear,
  templateOf,
  writeTemplate,
  type SeriesRow,
} from '#db/queries/series.ts'
import type { WriteContext } from '#core/context.ts'

/** @throws KansliError series.exists */
export function assertFree(db: ReadableDb, bodyId: string, body: string, year: number): void {
  if (seriesOfYear(db, bodyId, year) !== null) throw new KansliError('series.exists', { body, year })
}

/** The same series of another year, or body. Its numbers begin at 1 again. @throws KansliError series.exists */
export function copySeries(
  context: WriteContext,
  series: SeriesRow,
  year: number,
  { id: bodyId, name: body } = { id: series.bodyId, name: series.body },
): string {
  const { db, ports } = context
  assertFree(db, bodyId, body, year)
  const id = ports.newId()
  insert(db, 'meeting_series', {
    id,
    body_id: bodyId,
    year,
    kind: series.kind,
    language: series.language,
    title: series.title.replaceAll(series.body, body).replaceAll(String(series.year), String(year)),
    number_rule: series.numberRule,
    first_number: 1,
    start_time: series.start,
    end_time: series.end,
    place: series.place,
    form: series.form,
    remote_tool: series.remoteTool,
    next_unit: series.nextUnit,
    next_step: series.nextStep,
    next_on: series.nextOn,
    approval_days: series.approvalDays,
    created_at: ports.clock().toISOString(),
  })
  writeTemplate(db, id, templateOf(db, series.id), ports.newId)
  return id
}

/** The series that a body's meetings of the year belong to; made where there is none yet. */
export function seriesInYear(context: WriteContext, series: SeriesRow, year: number): string {
  if (year === series.year) return series.id
  return seriesOfYear(context.db, series.bodyId, year) ?? copySeries(context, series, year)
}

/** The series of another body's year: its own of the nearest year goes on, and without any it is kept as the given one. */
export function seriesOfBodyIn(context: WriteContext, series: SeriesRow, bodyId: string, year: number): string {
  const { db } = context
  const known = seriesOfYear(db, bodyId, year)
  if (known !== null) return known
  const [nearest] = seriesOfBody(db, bodyId).toSorted((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year))
  const own = nearest === undefined ? undefined : seriesById(db, nearest.id)
  if (own !== undefined) return copySeries(context, own, year)
  const name = get<{ name: string }>(db, 'SELECT name FROM body WHERE id = ?', [bodyId])?.name ?? ''
  return copySeries(context, series, year, { id: bodyId, name })
}
