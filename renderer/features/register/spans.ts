/** Roles in time, as a picture needs them: what is known to hold, what is open, what nobody knows. Pure. */
import { daysOf, gapsBetween, knownDays, overlap } from '#contract/calendar.ts'
import type { Span } from '#contract/days.ts'
import type { Role } from '#contract/register.ts'

/** `2021-11-10` as 2021.86; a year or month alone is its first day. Null when it is no date. */
export function yearOf(iso: string): number | null {
  const days = daysOf(iso)
  if (days === null) return null
  const year = Number(days.from.slice(0, 4))
  const of = (day: string) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)))
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
  return year + (of(days.from) - start) / (end - start)
}

export type Bar = {
  id: string
  label: string
  where: string | null
  /** Years with a fraction; `to` null goes on, `from` null: no day is known on which it holds. */
  from: number | null
  to: number | null
  /** It begins after this day, and nobody knows when. */
  after: number | null
  /** stated: a day is written; inferred: it was reckoned; unknown: it is only known to hold from there. */
  start: 'stated' | 'inferred' | 'unknown'
  end: 'known' | 'open' | 'unknown'
  /** Days on which a text shows it, oldest first. */
  seen: number[]
}

type Timed = Pick<Role, 'id' | 'role' | 'title' | 'post' | 'body' | 'organisation' | 'person' | 'span' | 'evidence'>

/** What a role is called in a line: the post or title before the bare role. */
export function roleWords(role: Pick<Role, 'role' | 'title' | 'post'>): string | null {
  return role.title ?? role.post ?? role.role
}

function startOf(span: Span): Bar['start'] {
  if (span.from === null) return 'unknown'
  return span.basis === 'inferred' ? 'inferred' : 'stated'
}

/** Roles as bars, whether their days are known or not. On a post's page the holder is the name of the bar. */
export function barsOf(roles: readonly Timed[], by: 'role' | 'person' = 'role', nobody = '–'): Bar[] {
  return roles.flatMap((role) => {
    const known = knownDays(role.span)
    const from = known === null ? null : yearOf(known.from)
    const place = role.body ?? role.organisation ?? role.post
    const words = roleWords(role)
    const label = by === 'person' ? (role.person ?? nobody) : (words ?? place)
    if (label === null) return []
    const days = [...role.evidence.map(({ meetingDate }) => meetingDate), role.span.seenFrom, role.span.seenTo]
    const seen = days.map((day) => (day === null ? null : yearOf(day))).filter((day) => day !== null)
    return [
      {
        id: role.id,
        label,
        where:
          by === 'person' ? (words === role.post ? null : words) : words === null || place === label ? null : place,
        from,
        to: known === null || known.to === null ? null : yearOf(known.to),
        after: role.span.from === null && role.span.fromAfter !== null ? yearOf(role.span.fromAfter) : null,
        start: startOf(role.span),
        end: role.span.toKind,
        seen: [...new Set(seen)].toSorted((a, b) => a - b),
      },
    ]
  })
}

/** First and last year of an axis with room around the bars; null without any. `day` is drawn in when it is given. */
export function axisOf(bars: readonly Bar[], day: number | null): { from: number; to: number } | null {
  const years = bars.flatMap(({ from, to, after, seen }) => [
    ...[from, to, after].filter((one) => one !== null),
    ...seen,
  ])
  if (years.length === 0) return null
  const all = day === null ? years : [...years, day]
  return { from: Math.floor(Math.min(...all) - 0.1), to: Math.ceil(Math.max(...all) + 0.1) }
}

/** Stretches between roles that nothing covers, in years. */
export function gapsOf(roles: readonly Pick<Role, 'span'>[]): { from: number; to: number; days: [string, string] }[] {
  return gapsBetween(roles.map(({ span }) => span)).flatMap((gap) => {
    const [from, to] = [yearOf(gap.from), yearOf(gap.to)]
    return from === null || to === null ? [] : [{ from, to, days: [gap.from, gap.to] as [string, string] }]
  })
}

/** Of each role, the others that are known to hold on some same day, in the order of the list. */
export function fellowsOf<R extends Pick<Role, 'id' | 'span'>>(roles: readonly R[]): ReadonlyMap<string, R[]> {
  return new Map(
    roles.map((role) => [role.id, roles.filter((other) => other !== role && overlap(role.span, other.span))]),
  )
}
