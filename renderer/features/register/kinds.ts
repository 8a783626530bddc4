/** The three lists of the register and their addresses. */
import type { EntityKind } from '#contract/register.ts'

export const kinds: readonly EntityKind[] = ['person', 'organisation', 'body']

/** Swedish words are understood in an address too. */
const words: Record<EntityKind, string> = { person: 'personer', organisation: 'organisationer', body: 'grupper' }

/** Kind of an address's part; people when it is none. */
export function kindOf(part: string | undefined): EntityKind {
  return kinds.find((kind) => part === kind || part === words[kind]) ?? 'person'
}

export function registerPath(kind: EntityKind, id?: string): string {
  return id === undefined ? `/register/${kind}` : `/register/${kind}/${id}`
}

/** The same thing chosen on the map. */
export const mapPath = (id: string) => `/karta?nod=${encodeURIComponent(id)}`
