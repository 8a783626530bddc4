/** The lists of the register and their addresses. */
import type { RegisterKind } from '#contract/register.ts'

export const kinds: readonly RegisterKind[] = ['person', 'organisation', 'body', 'theme', 'post', 'event', 'assignment']

/** Swedish words are understood in an address too. */
const words: Record<RegisterKind, string> = {
  person: 'personer',
  organisation: 'organisationer',
  body: 'grupper',
  theme: 'omraden',
  post: 'befattningar',
  event: 'handelser',
  assignment: 'uppdrag',
}

/** Kind of an address's part; people when it is none. */
export function kindOf(part: string | undefined): RegisterKind {
  return kinds.find((kind) => part === kind || part === words[kind]) ?? 'person'
}

export function registerPath(kind: RegisterKind, id?: string): string {
  return id === undefined ? `/register/${kind}` : `/register/${kind}/${id}`
}

/** The same thing chosen on the map. */
export const mapPath = (id: string) => `/karta?nod=${encodeURIComponent(id)}`
