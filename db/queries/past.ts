/**
 * Which rows count at a moment. `known` is the moment whose knowledge is asked for: rows recorded by
 * then and not yet retired; `upTo` the last day whose meetings count. Both sort as text.
 */
export type Then = { known: string; upTo: string }

/** Everything that is known now, meetings of any day. */
export const now: Then = { known: '9999-12-31T23:59:59.999Z', upTo: '~' }

/** Condition on a table with recorded_at and retired_at; binds @known. A row that is not retired sorts after any moment. */
export const heldThen = (row: string) =>
  `${row}.recorded_at <= @known AND coalesce(${row}.retired_at, 'never') > @known`

/** Condition on a meeting; binds @known and @upTo. A meeting without a date is left in: no day excludes it. */
export const metBy = (row: string) => `${row}.created_at <= @known AND coalesce(${row}.date, '') <= @upTo`

/** Condition on a span that its ends leave open to the day @on: neither over nor ahead. A year as an end is all of it. */
export const mayHold = (row: string) =>
  `coalesce(${row}.from_date, '') <= @on AND coalesce(${row}.to_date, '') || '~' >= @on
   AND (${row}.from_after IS NULL OR ${row}.from_after || '~' < @on)`
