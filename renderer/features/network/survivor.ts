/** Whom an entry was merged into, for an address that names one the map has not. */
import { call } from '../../transport/client.ts'

const kinds = ['person', 'organisation', 'body'] as const

/** The id that stands for `id` today; null when it is gone, or was never merged. */
export async function survivorOf(id: string): Promise<string | null> {
  for (const kind of kinds) {
    // Each refusal says that it is none of that kind.
    const found = await call('identity.resolve', { kind, id }).catch(() => null)
    if (found !== null) return found.id === id ? null : found.id
  }
  return null
}
