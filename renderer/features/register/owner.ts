/** Whose contact points, contacts taken and judgements are kept: people and organisations. */
import type { PersonView } from '#contract/register-pages.ts'
import type { EntityKind } from '#contract/register.ts'
import type { Subject } from './entry-field.tsx'

export type Owner = { kind: 'person' | 'organisation'; id: string }
export type Contact = PersonView['contacts'][number]

export const scales = ['power', 'interest', 'position', 'legitimacy', 'urgency'] as const

/** The subject of a page as an owner; null where it is none. */
export function ownerOf({ kind, id }: Subject): Owner | null {
  return kind === 'person' || kind === 'organisation' ? { kind, id } : null
}

/** The subject of a page as one who goes by names; null where it is called by a title. */
export function namedOf({ kind, id, name }: Subject): { kind: EntityKind; id: string; name: string } | null {
  return kind === 'person' || kind === 'organisation' || kind === 'body' ? { kind, id, name } : null
}
