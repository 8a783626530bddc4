/** Roles in time. A role is known on the days the texts speak of it, and only supposed between them. Pure. */
import type { Role } from '#contract/register.ts'

export type Span = {
  id: string
  label: string
  where: string | null
  /** Known days as years with a fraction, oldest first. */ days: number[]
}

/** `2021-11-10` as 2021.86; a year or month alone stands at its middle. Null when it is no date. */
export function yearOf(iso: string): number | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(iso)
  if (found === null) return null
  const year = Number(found[1])
  if (found[2] === undefined) return year + 0.5
  const month = Number(found[2]) - 1
  const day = found[3] === undefined ? 15 : Number(found[3])
  return year + (month + (day - 1) / 31) / 12
}

/** Roles that some dated text speaks of. */
export function spansOf(roles: readonly Role[]): Span[] {
  return roles.flatMap((role) => {
    const days = role.evidence
      .map(({ meetingDate }) => (meetingDate === null ? null : yearOf(meetingDate)))
      .filter((day) => day !== null)
      .toSorted((a, b) => a - b)
    const label = role.role ?? role.body ?? role.organisation
    if (days.length === 0 || label === null) return []
    const where = role.role === null ? null : (role.body ?? role.organisation)
    return [{ id: role.id, label, where, days: [...new Set(days)] }]
  })
}

/** Days nearer each other than this part of a year are one spot on the axis. */
const least = 0.08

/** First and last year of an axis with room around the days; null when all stand in one spot, which is no line. */
export function axisOf(spans: readonly Span[]): { from: number; to: number } | null {
  const days = spans.flatMap((span) => span.days)
  if (days.length === 0 || Math.max(...days) - Math.min(...days) < least) return null
  return { from: Math.floor(Math.min(...days) - 0.2), to: Math.ceil(Math.max(...days) + 0.2) }
}
