/** Documents made for the person, held until the page fetches them: once, and not for long. */
import { randomBytes } from 'node:crypto'
import { safeFileName } from '../file-names.ts'

/** Milliseconds a document waits. */
const life = 10 * 60_000
/** Bytes held at once; the oldest go first. */
const mostBytes = 200_000_000

export type Download = { name: string; bytes: Uint8Array }

export type Downloads = {
  /** Address of the document on this host: `/download/<token>/<name>`. */
  keep(name: string, bytes: Uint8Array): string
  /** The document of an address, which is void from then on. */
  take(target: string): Download | null
}

/** @param now milliseconds of a clock that only goes forward */
export function createDownloads(now: () => number = () => performance.now()): Downloads {
  const held = new Map<string, Download & { until: number }>()

  function tidy(): void {
    let total = [...held.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
    for (const [token, download] of held) {
      if (download.until >= now() && total <= mostBytes) continue
      held.delete(token)
      total -= download.bytes.length
    }
  }

  return {
    keep(name, bytes) {
      const token = randomBytes(32).toString('base64url')
      const safe = safeFileName(name)
      tidy()
      held.set(token, { name: safe, bytes, until: now() + life })
      return `/download/${token}/${encodeURIComponent(safe)}`
    },
    take(target) {
      tidy()
      const token = /^\/download\/([\w-]{43})\/[^/]+$/.exec(target)?.[1]
      if (token === undefined) return null
      const found = held.get(token)
      held.delete(token)
      return found === undefined ? null : { name: found.name, bytes: found.bytes }
    },
  }
}
