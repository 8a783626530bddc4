/** What a register page says, from what the core knows. Pure. */
import { standingOn, undated } from '#contract/calendar.ts'
import type { PersonView } from '#contract/register-pages.ts'
import type { Evidence, Role } from '#contract/register.ts'

/** A sentence with the names in it marked: whole words, a genitive s left outside, the longest name first. */
export function marked(text: string, names: readonly string[]): { text: string; marked: boolean }[] {
  const wanted = [...new Set(names)].filter((name) => name.trim() !== '').toSorted((a, b) => b.length - a.length)
  if (wanted.length === 0) return [{ text, marked: false }]
  const escaped = wanted.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?=(?:s|:s)?(?![\\p{L}\\p{N}]))`, 'gu')
  const pieces: { text: string; marked: boolean }[] = []
  let end = 0
  for (const found of text.matchAll(pattern)) {
    if (found.index > end) pieces.push({ text: text.slice(end, found.index), marked: false })
    pieces.push({ text: found[0], marked: true })
    end = found.index + found[0].length
  }
  if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end), marked: false })
  return pieces
}

/** Whom a role is held in or for, other than the one whose page it is. */
export type RoleEnd = { kind: 'person' | 'organisation' | 'body' | 'post'; id: string; name: string }

export function endsOf(role: Role, self: string): RoleEnd[] {
  const ends: RoleEnd[] = []
  const add = (kind: RoleEnd['kind'], id: string | null, name: string | null) => {
    if (id !== null && name !== null && id !== self) ends.push({ kind, id, name })
  }
  add('person', role.personId, role.person)
  add('body', role.bodyId, role.body)
  add('post', role.postId, role.post)
  add('organisation', role.organisationId, role.organisation)
  add('organisation', role.representsId, role.represents)
  return ends
}

/** One line under a person's name: the roles the texts give, at most three. */
export function summary(view: Pick<PersonView, 'id' | 'roles' | 'meetings'>): string | null {
  const words = view.roles.map((role) => {
    const where = role.body ?? role.organisation
    return [role.title ?? role.post ?? role.role, where].filter((part) => part !== null).join(', ')
  })
  const capacities = view.meetings.map(({ capacity }) => capacity).filter((one) => one !== null)
  const all = [...new Set([...words, ...(words.length === 0 ? capacities : [])])].filter((one) => one !== '')
  return all.length === 0 ? null : all.slice(0, 3).join(' · ')
}

/** Quotes worth reading: sentences first, then roles and lists; the same line only once. */
export function quotesOf(mentions: readonly Evidence[], roles: readonly Role[]): Evidence[] {
  const seen = new Set<string>()
  const out: Evidence[] = []
  for (const one of [...mentions, ...roles.flatMap((role) => role.evidence)]) {
    const key = JSON.stringify([one.sourceId, one.meetingId, one.line, one.quote])
    if (one.quote === '' || seen.has(key)) continue
    seen.add(key)
    out.push(one)
  }
  return out
}

/**
 * A person's roles, and after them each capacity that lists of participants give without an organisation, seen on the
 * days of their meetings.
 */
export function rolesOfPerson(view: Pick<PersonView, 'id' | 'name' | 'roles' | 'meetings' | 'asOf'>): Role[] {
  const capacities = new Map<string, { evidence: Evidence[]; days: string[] }>()
  for (const { capacity, organisation, evidence, date } of view.meetings) {
    if (capacity === null || organisation !== null || evidence === null) continue
    const known = capacities.get(capacity) ?? { evidence: [], days: [] }
    known.evidence.push(evidence)
    if (date !== null) known.days.push(date)
    capacities.set(capacity, known)
  }
  const spanOf = (days: readonly string[]) => {
    const sorted = days.toSorted()
    return { ...undated, seenFrom: sorted[0] ?? null, seenTo: sorted.at(-1) ?? null }
  }
  const shown = [...capacities].map(([capacity, { evidence, days }]) => ({
    id: `capacity ${capacity}`,
    role: capacity,
    title: null,
    personId: view.id,
    person: view.name,
    organisationId: null,
    organisation: null,
    bodyId: null,
    body: null,
    postId: null,
    post: null,
    representsId: null,
    represents: null,
    pronoun: null,
    span: spanOf(days),
    standing: standingOn(spanOf(days), view.asOf),
    state: 'asserted' as const,
    sensitive: false,
    stored: false,
    recordedAt: null,
    proposed: [],
    evidence,
  }))
  return [...view.roles, ...shown]
}
