/** Bodies of calls: bounded by what the method named in the first bytes may take. */
import type { IncomingMessage } from 'node:http'

const ordinary = 1_000_000
/** Methods that carry whole texts, documents or workspaces, in bytes of the whole request. */
const larger: readonly (readonly [names: RegExp, limit: number])[] = [
  [/^(imports\.preview|imports\.commit|contacts\.preview|contacts\.commit|word\.check|attachments\.add)$/, 28_100_000],
  // A calendar file of five million characters, each escaped.
  [/^invitations\.(read|take)$/, 11_000_000],
  [/^workspace\.(add|importJson)$/, 400_100_000],
]
/** Room for `{"name":"…"` at the head of the request. */
const headLength = 80

/** Bytes a request may have, told by its first ones: the page writes the name first. */
export function limitFor(head: string): number {
  const name = /^\s*\{\s*"name"\s*:\s*"([\w.]{1,60})"/.exec(head)?.[1] ?? ''
  return larger.find(([names]) => names.test(name))?.[1] ?? ordinary
}

export type Body = { ok: true; text: string } | { ok: false; why: 'too-large' | 'broken' | 'encoding' }

/** Reads the whole body. Stops at the limit; what comes after it is not kept. */
export async function readBody(request: IncomingMessage, most?: number): Promise<Body> {
  const declared = Number(request.headers['content-length'] ?? 0)
  const chunks: Buffer[] = []
  let size = 0
  let limit = most ?? Number.POSITIVE_INFINITY
  let head = most === undefined ? '' : null
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.length
      if (head !== null) {
        head = (head + chunk.toString('latin1')).slice(0, headLength)
        if (head.length >= headLength || size >= declared) {
          limit = limitFor(head)
          head = null
        }
      }
      if (size > limit || declared > limit) return { ok: false, why: 'too-large' }
    }
  } catch {
    return { ok: false, why: 'broken' }
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) }
  } catch {
    return { ok: false, why: 'encoding' }
  }
}
