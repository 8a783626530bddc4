/**
 * The same application in a browser on the same machine. The address that opens the page carries a
 * one-time code in its fragment; it is exchanged for a pass that lives in this tab's session storage.
 */
import type { Reply } from '#contract/envelope.ts'
import { CallError, type Host } from './host.ts'
import { saveDownload } from './download.ts'
import { followEvents } from './events.ts'

const passKey = 'kansli.pass'

/** Bytes that a browser carries for pages that are gone: 64 KiB for all of them together, less what else a request says. */
const mostLeaving = 60_000

/** The code of `#code=…`. */
function codeInAddress(): string | null {
  return /^#\/?code=([\w-]+)$/.exec(window.location.hash)?.[1] ?? null
}

/** Neither history nor a copied link shall hold the code. */
function cleanAddress(): void {
  window.history.replaceState(null, '', `${window.location.pathname}#/`)
}

async function exchange(code: string): Promise<string> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  if (!response.ok) throw new CallError('host.session')
  const body: unknown = await response.json()
  const pass = typeof body === 'object' && body !== null && 'bearer' in body ? body.bearer : undefined
  if (typeof pass !== 'string') throw new CallError('host.session')
  return pass
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'
}

/** A document that the host holds ready is fetched and handed to the browser; the reply then names the saved file. */
async function fetchSaved(reply: Reply, pass: string): Promise<Reply> {
  if (!reply.ok || typeof reply.value !== 'object' || reply.value === null || !('saved' in reply.value)) return reply
  const { saved } = reply.value
  if (typeof saved !== 'string' || !saved.startsWith('download:')) return reply
  const name = 'fileName' in reply.value && typeof reply.value.fileName === 'string' ? reply.value.fileName : null
  return { ok: true, value: { ...reply.value, saved: await saveDownload(saved.slice('download:'.length), name, pass) } }
}

export function createHttpHost(): Host {
  const code = codeInAddress()
  // The storage is only opened when it is needed: the browser keeps the page waiting for it, and longest at its start.
  const stored = code === null ? window.sessionStorage.getItem(passKey) : null
  let kept = stored !== null
  const keep = (pass: string) => {
    if (!kept) window.sessionStorage.setItem(passKey, pass)
    kept = true
  }
  const pass: Promise<string> =
    code !== null
      ? exchange(code)
      : stored !== null
        ? Promise.resolve(stored)
        : Promise.reject(new CallError('host.session'))
  if (code !== null) cleanAddress()
  // Each call reports a refused pass itself.
  pass.catch(() => undefined)
  /** At hand without waiting, for a page that is leaving. */
  let given = stored
  pass.then((bearer) => (given = bearer)).catch(() => undefined)
  let leaving = 0

  const post = (bearer: string, body: BodyInit, more: RequestInit = {}) =>
    fetch('/call', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
      body,
      ...more,
    })

  return {
    kind: 'browser',
    async send(name, input) {
      const bearer = await pass
      const answer = post(bearer, JSON.stringify({ name, input }))
      keep(bearer)
      const response = await answer
      if (response.status === 401 || response.status === 403) throw new CallError('host.session')
      if (response.status === 413) return { ok: false, error: { code: 'call.too-large', params: { method: name } } }
      const reply: unknown = await response.json()
      if (!isReply(reply)) throw new CallError('host.unreachable')
      return fetchSaved(reply, bearer)
    },
    sendLeaving(name, input) {
      const body = new TextEncoder().encode(JSON.stringify({ name, input }))
      if (given === null || leaving + body.length > mostLeaving) return false
      leaving += body.length
      post(given, body, { keepalive: true })
        .catch(() => undefined)
        .finally(() => (leaving -= body.length))
      return true
    },
    listen: (listener, reconnected) => followEvents(pass, listener, reconnected),
  }
}
