/** Addresses of this feature beside a text's own. */
import type { Account } from '#contract/sources.ts'

export const comparePath = (sourceId: string, other: Account) => `/kallor/${sourceId}/jamfor/${other.kind}/${other.id}`
