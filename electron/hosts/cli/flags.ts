/** What tells of somebody's health, or judges them, is said beside the result before it leaves. */
import type { Flag } from '#contract/privacy.ts'
import type { Session } from './session.ts'

/** What goes out by a method, as privacy.flags knows it; what is not here takes no people along, or says so itself. */
const scopes = new Map<string, 'map' | 'register'>([
  ['network.svg', 'map'],
  ['contacts.export', 'map'],
  ['workspace.exportJson', 'register'],
])

/** Whether the input asks that words of health stay here. */
const leavesHealth = (input: unknown) =>
  typeof input === 'object' && input !== null && 'leaveHealth' in input && input.leaveHealth === true

/** Whom the input asks for; null when all. */
function askedFor(input: unknown): ReadonlySet<unknown> | null {
  if (typeof input !== 'object' || input === null || !('ids' in input)) return null
  return Array.isArray(input.ids) ? new Set(input.ids) : null
}

/** Lines on standard error, before a method writes its file. The file is written all the same. */
export async function sayFlags(session: Session, method: string, input: unknown = {}): Promise<void> {
  const scope = scopes.get(method)
  if (scope === undefined || leavesHealth(input)) return
  const ids = askedFor(input)
  const { flags } = await session.call('privacy.flags', { scope })
  const told: Flag[] = flags.filter(
    ({ personId, organisationId }) => ids === null || ids.has(personId ?? organisationId),
  )
  if (told.length === 0) return
  const { t } = session.words
  session.remark(t('export.flags', { count: told.length }))
  for (const { name, words, why } of told) session.remark(t(`export.flag.${why}`, { name, words }))
}
