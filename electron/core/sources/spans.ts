/** When two tellings of a fact can be of one and the same, and what they say together. Pure. */
import type { Span } from '#contract/reading.ts'
import type { SpanRow } from '#db/queries/facts.ts'

export function spanRow(span: Span): SpanRow {
  return {
    from_date: span.from,
    from_after: span.fromAfter,
    to_date: span.to,
    to_kind: span.to === null ? (span.toKind === 'known' ? 'unknown' : span.toKind) : 'known',
    basis: span.basis,
    seen_from: span.seenFrom,
    seen_to: span.seenTo,
  }
}

/** One is the other, or the other less precise: 2021 and 2021-11-10. */
export function datesAgree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.startsWith(b) || b.startsWith(a)
}

const first = (date: string) => date.padEnd(10, '-01').slice(0, 10)
/** No month is longer; days are only compared. */
const last = (date: string) => date.padEnd(10, '-31').slice(0, 10)
const ends = (a: SpanRow, b: SpanRow) => {
  const begins = b.from_date ?? b.seen_from
  if (a.to_date !== null && begins !== null && last(a.to_date) < first(begins)) return true
  return b.from_after !== null && a.to_date !== null && last(a.to_date) <= first(b.from_after)
}

/** Days that do not contradict each other. */
export function spansAgree(a: SpanRow, b: SpanRow): boolean {
  return datesAgree(a.from_date, b.from_date) && datesAgree(a.to_date, b.to_date) && !ends(a, b) && !ends(b, a)
}

const precise = (a: string | null, b: string | null) => (a === null ? b : b === null || a.length >= b.length ? a : b)
const earliest = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a)
const latest = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a)
const certainty = { unknown: 0, inferred: 1, stated: 2 } as const

/** What both say together: what one leaves open the other fills; nothing known is changed. */
export function spansTogether(a: SpanRow, b: SpanRow): SpanRow {
  const from = precise(a.from_date, b.from_date)
  const to = precise(a.to_date, b.to_date)
  return {
    from_date: from,
    from_after: from === null ? latest(a.from_after, b.from_after) : null,
    to_date: to,
    to_kind: to !== null ? 'known' : a.to_kind === 'open' || b.to_kind === 'open' ? 'open' : 'unknown',
    basis: certainty[a.basis] >= certainty[b.basis] ? a.basis : b.basis,
    seen_from: earliest(a.seen_from, b.seen_from),
    seen_to: latest(a.seen_to, b.seen_to),
  }
}
