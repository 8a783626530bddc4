/**
 * Who may hold a role that a text gives only days and a post for. Proposals are drawn from other texts that
 * name somebody for the same post, and from what is stored; nobody is a holder before a person says so. Pure
 * but for the rows it reads.
 */
import { addDays, knownDays, overlap, standingOn } from '#contract/calendar.ts'
import type { ProposedHolder, Role } from '#contract/register.ts'
import type { ReadableDb } from '#db/connection.ts'
import { holderProposals } from '#db/queries/posts.ts'
import { evidenceOfMany, evidenceOfTenures, tenuresOf } from '#db/queries/roles.ts'
import { storedEvidence } from './evidence.ts'
import { grouped, roleOf } from './roles.ts'
import type { View } from './clock.ts'

/** Codes kept with a proposal: a list of short words. Anything else is no reason. */
function reasonsOf(json: string): string[] {
  try {
    const parsed: unknown = JSON.parse(json)
    return Array.isArray(parsed) ? parsed.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** Whether a named role may be the nameless one: it shares a day with it, or has none to speak against it. */
function reasonsFor(nameless: Role, named: Role): string[] | null {
  if (overlap(nameless.span, named.span)) return ['same-post', 'same-days']
  const days = knownDays(nameless.span)
  if (days === null || knownDays(named.span) !== null) return null
  const { fromAfter } = named.span
  // A beginning after the last day of the nameless role rules it out.
  if (fromAfter !== null && standingOn(named.span, days.to === null ? '9998-12-31' : addDays(days.to, -1)) === 'future')
    return null
  return ['same-post', 'no-days']
}

/** Roles in a post, oldest first, those without days last; nameless ones with who may hold them. */
export function holdersOf(db: ReadableDb, postId: string, { on, past }: View): Role[] {
  const words = grouped(evidenceOfTenures(db, 'post', postId, past), (row) => row.tenureId)
  const roles = tenuresOf(db, 'post', postId, past).map((row) =>
    roleOf(row, (words.get(row.id) ?? []).map(storedEvidence), on),
  )
  const stored = holderProposals(db, postId, past)
  const quoted = grouped(
    evidenceOfMany(
      db,
      'holder_proposal',
      stored.map(({ id }) => id),
    ),
    (row) => row.factId,
  )
  const named = roles.filter((role) => role.personId !== null)
  for (const role of roles) {
    if (role.personId !== null) continue
    const answers = stored.filter(({ tenureId }) => tenureId === role.id)
    const rejected = new Set(answers.filter(({ state }) => state === 'rejected').map(({ personId }) => personId))
    const proposed = new Map<string, ProposedHolder>()
    const propose = (personId: string, person: string, reasons: string[], evidence: ProposedHolder['evidence']) => {
      if (rejected.has(personId)) return
      const known = proposed.get(personId) ?? { personId, person, reasons: [], evidence: [] }
      proposed.set(personId, {
        ...known,
        reasons: [...new Set([...known.reasons, ...reasons])],
        evidence: [...known.evidence, ...evidence],
      })
    }
    for (const one of answers)
      if (one.state === 'open')
        propose(one.personId, one.person, reasonsOf(one.reasons), (quoted.get(one.id) ?? []).map(storedEvidence))
    // Where the texts have been weighed against each other, that stands.
    for (const other of answers.length > 0 ? [] : named) {
      const reasons = reasonsFor(role, other)
      if (reasons !== null && other.personId !== null)
        propose(other.personId, other.person ?? '', reasons, other.evidence)
    }
    role.proposed = [...proposed.values()]
  }
  const start = (role: Role) => role.span.from ?? knownDays(role.span)?.from ?? role.span.fromAfter ?? '~'
  return roles.toSorted((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0))
}
