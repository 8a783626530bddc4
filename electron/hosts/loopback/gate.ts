/** Who may speak to the loopback host at all, judged on the raw request before anything of it is used. */

export type RawRequest = {
  method: string
  /** Request target as it stood on the request line. */
  target: string
  httpVersion: string
  /** Names and values in turn, as they came. */
  rawHeaders: readonly string[]
}

export type Refusal = { status: 400 | 403 | 405 | 415; why: string }

/** Values of a header in the order they came: a repeated one is seen as repeated. */
export function valuesOf(request: RawRequest, name: string): string[] {
  const values: string[] = []
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    if (request.rawHeaders[at]?.toLowerCase() === name) values.push(request.rawHeaders[at + 1] ?? '')
  }
  return values
}

/** Headers that must not come twice: what reads the first and what reads the last must see the same. */
const single = [
  'host',
  'origin',
  'authorization',
  'content-type',
  'content-length',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]

/**
 * Null when the request may go on. A name that resolves to 127.0.0.1 (DNS rebinding) fails on Host,
 * a page of another origin or port on Origin and Sec-Fetch-Site, odd request lines on their form.
 */
export function refusal(request: RawRequest, port: number): Refusal | null {
  if (request.httpVersion !== '1.1') return { status: 400, why: 'version' }
  if (!request.target.startsWith('/') || request.target.startsWith('//')) return { status: 400, why: 'target' }
  for (const name of single) {
    if (valuesOf(request, name).length > 1) return { status: 400, why: `repeated ${name}` }
  }
  const own = `127.0.0.1:${port}`
  if (valuesOf(request, 'host')[0] !== own) return { status: 403, why: 'host' }

  const [origin] = valuesOf(request, 'origin')
  const [site] = valuesOf(request, 'sec-fetch-site')
  if (request.method === 'POST') {
    if (origin !== `http://${own}`) return { status: 403, why: 'origin' }
    if (site !== undefined && site !== 'same-origin') return { status: 403, why: 'site' }
    const [type] = valuesOf(request, 'content-type')
    if (!/^application\/json(;\s*charset=utf-8)?$/i.test(type ?? '')) return { status: 415, why: 'type' }
    return null
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, why: 'method' }
  if (origin !== undefined && origin !== `http://${own}`) return { status: 403, why: 'origin' }
  if (site === undefined || site === 'same-origin' || site === 'none') return null
  // The page itself may be opened from elsewhere (a link, the redirect file); what lies behind it may not be fetched from there.
  const opened =
    valuesOf(request, 'sec-fetch-mode')[0] === 'navigate' && valuesOf(request, 'sec-fetch-dest')[0] === 'document'
  return opened && request.target === '/' ? null : { status: 403, why: 'site' }
}

/** Whether the browser says that no page led here: an address that was typed, kept or handed over by the system. */
export function isUnopened(request: RawRequest): boolean {
  return valuesOf(request, 'sec-fetch-site').join() === 'none'
}
