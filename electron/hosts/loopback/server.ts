/**
 * The application in a browser of the same machine: one page, three doors behind a bearer (/call,
 * /events, /download), one that gives the bearer for a one-time code (/session). Bound to 127.0.0.1.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Reply } from '#contract/envelope.ts'
import { KansliError } from '#contract/errors.ts'
import { createCoreClient, type CoreClientOptions } from '../core-process/client.ts'
import { forkReader } from '../core-process/forked.ts'
import { attachment } from '../file-names.ts'
import type { PageFiles } from '../page-files.ts'
import { securityHeaders, unopenedHeaders } from '../policy.ts'
import { readBody } from './body.ts'
import { createDownloads } from './downloads.ts'
import { isUnopened, refusal, valuesOf, type RawRequest } from './gate.ts'
import { createSession } from './session.ts'

export type Loopback = {
  /** Address with a fresh one-time code; the one before is void. */
  address(): string
  port: number
  /** See CoreClient.ready. */
  ready: ReturnType<typeof createCoreClient>['ready']
  /** Milliseconds since a page last spoke or listened. */
  idleFor(): number
  close(): Promise<void>
}

export type LoopbackOptions = Omit<CoreClientOptions, 'answer' | 'spawnReader'> & { files: PageFiles }

const json = 'application/json; charset=utf-8'
/** A blank line now and then tells either side that the other is still there, in milliseconds. */
const heartbeat = 20_000

type Call = { name: string; input: unknown }

function parseCall(text: string): Call | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const keys = Object.keys(value)
    if (keys.length !== 2 || !Object.hasOwn(value, 'name') || !Object.hasOwn(value, 'input')) return null
    // Both keys were just seen to be its own.
    const { name, input } = value as { name: unknown; input: unknown }
    return typeof name === 'string' ? { name, input } : null
  } catch {
    return null
  }
}

function codeIn(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
      ? value.code
      : null
  } catch {
    return null
  }
}

const refused = (code: 'call.bad-input' | 'call.too-large'): Reply => ({
  ok: false,
  error: { code, params: { method: '', where: '' } },
})

/** Starts the core and the server on a port of the system's choice. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const session = createSession()
  const downloads = createDownloads()
  const listening = new Set<ServerResponse>()
  let heardAt = performance.now()
  let port = 0

  const core = createCoreClient({
    ...options,
    spawnReader: () => forkReader(),
    // eslint-disable-next-line typescript/require-await -- the other hosts ask the person here
    async answer(question) {
      if (question.port === 'pickWorkspace') throw new KansliError('picker.unavailable')
      // transport/http.ts knows the prefix, fetches the document and hands it to the browser.
      return `download:${downloads.keep(question.name, question.bytes)}`
    },
  })

  function answer(
    response: ServerResponse,
    status: number,
    type: string,
    body: string | Uint8Array,
    more: Record<string, string> = {},
    policy = securityHeaders,
  ): void {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    response.writeHead(status, { ...policy, 'Content-Type': type, 'Content-Length': bytes.length, ...more })
    response.end(bytes)
  }
  const refuse = (response: ServerResponse, status: number, body = '', type = 'text/plain; charset=utf-8') =>
    answer(response, status, type, body)

  async function takeCall(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    // The rest of a refused body is read and dropped, so that the answer reaches its asker.
    request.resume()
    if (!body.ok && body.why === 'too-large')
      return refuse(response, 413, JSON.stringify(refused('call.too-large')), json)
    const call = body.ok ? parseCall(body.text) : null
    if (call === null) return refuse(response, 400, JSON.stringify(refused('call.bad-input')), json)
    answer(response, 200, json, JSON.stringify(await core.call(call.name, call.input)))
  }

  async function takeSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, 1000)
    request.resume()
    const code = body.ok ? codeIn(body.text) : null
    const bearer = code === null ? null : session.exchange(code)
    if (bearer === null) return refuse(response, 403)
    answer(response, 200, json, JSON.stringify({ bearer }))
  }

  function stream(response: ServerResponse): void {
    response.writeHead(200, { ...securityHeaders, 'Content-Type': 'application/x-ndjson; charset=utf-8' })
    response.flushHeaders()
    listening.add(response)
    response.on('close', () => {
      listening.delete(response)
      heardAt = performance.now()
    })
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw: RawRequest = {
      method: request.method ?? '',
      target: request.url ?? '',
      httpVersion: request.httpVersion,
      rawHeaders: request.rawHeaders,
    }
    const no = refusal(raw, port)
    if (no !== null) return refuse(response, no.status)
    const { target } = raw
    heardAt = performance.now()
    if (raw.method === 'POST') {
      if (target === '/session') return takeSession(request, response)
      if (target !== '/call') return refuse(response, 404)
      return session.admits(valuesOf(raw, 'authorization')[0]) ? takeCall(request, response) : refuse(response, 401)
    }
    const file = options.files.get(target)
    if (file !== undefined)
      return answer(response, 200, file.type, file.bytes, {}, isUnopened(raw) ? unopenedHeaders : securityHeaders)
    if (raw.method !== 'GET' || (target !== '/events' && !target.startsWith('/download/'))) return refuse(response, 404)
    if (!session.admits(valuesOf(raw, 'authorization')[0])) return refuse(response, 401)
    if (target === '/events') return stream(response)
    const download = downloads.take(target)
    if (download === null) return refuse(response, 404)
    answer(response, 200, 'application/octet-stream', download.bytes, {
      'Content-Disposition': attachment(download.name),
    })
  }

  const server = createServer(
    { maxHeaderSize: 16_384, connectionsCheckingInterval: 1000, requireHostHeader: false },
    (request, response) => {
      handle(request, response).catch(() => {
        if (!response.headersSent) refuse(response, 500)
        else response.destroy()
      })
    },
  )
  server.maxConnections = 32
  server.headersTimeout = 5000
  server.requestTimeout = 120_000
  server.keepAliveTimeout = 10_000
  // Neither a tunnel nor another protocol is spoken here.
  server.on('upgrade', (_request, socket) => socket.destroy())
  server.on('connect', (_request, socket) => socket.destroy())

  core.onEvent((event) => listening.forEach((response) => response.write(`${JSON.stringify(event)}\n`)))
  const beat = setInterval(() => listening.forEach((response) => response.write('\n')), heartbeat)
  beat.unref()

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  // A TCP server's address is an AddressInfo.
  port = (server.address() as AddressInfo).port

  return {
    port,
    ready: core.ready,
    address: () => `http://127.0.0.1:${port}/#code=${session.newCode()}`,
    idleFor: () => (listening.size > 0 ? 0 : performance.now() - heardAt),
    async close() {
      clearInterval(beat)
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()))
      await core.close()
      listening.forEach((response) => response.end())
      server.closeAllConnections()
      await stopped
    },
  }
}
