/** The loopback host against the attacks it is built for, over real sockets. */
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '#hosts/policy.ts'
import { startLoopback, type Loopback } from '#hosts/loopback/server.ts'
import { FakeCore } from '../fake-core.ts'

const page = { type: 'text/html; charset=utf-8', bytes: Uint8Array.from(Buffer.from('<!doctype html>page')) }
const script = { type: 'text/javascript; charset=utf-8', bytes: Uint8Array.from(Buffer.from('1')) }

let host: Loopback
let core: FakeCore
let bearer: string

/** Sends bytes as they are and gives everything that comes back until the other side closes or has said enough. */
function raw(text: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(host.port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)))
    socket.on('close', () => resolve(answer))
    socket.end(text)
  })
}
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

const own = () => `127.0.0.1:${host.port}`
const get = (target: string, headers: string[] = []) =>
  raw([`GET ${target} HTTP/1.1`, `Host: ${own()}`, ...headers, 'Connection: close', '', ''].join('\r\n'))

function post(target: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`http://${own()}${target}`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/json',
      Origin: `http://${own()}`,
      Authorization: `Bearer ${bearer}`,
      ...headers,
    },
  })
}
const call = (name: string, input: unknown, headers: Record<string, string> = {}) =>
  post('/call', JSON.stringify({ name, input }), headers)

async function enter(): Promise<string> {
  const code = /#code=(.+)$/.exec(host.address())?.[1]
  const response = await post('/session', JSON.stringify({ code }))
  // The host answers with a bearer and nothing else.
  return ((await response.json()) as { bearer: string }).bearer
}

beforeEach(async () => {
  core = new FakeCore()
  host = await startLoopback({
    files: new Map([
      ['/', page],
      ['/assets/a.js', script],
    ]),
    spawn: () => core,
    dataFolder: '/data',
    open: null,
    log: () => undefined,
  })
  bearer = await enter()
})
afterEach(() => host.close())

describe('the loopback host', () => {
  it('listens on 127.0.0.1 only', async () => {
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect(host.port, '::1')
      socket.on('connect', () => resolve(true))
      socket.on('error', () => resolve(false))
    })
    expect(answered).toBe(false)
    expect(host.address()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{22}$/)
  })

  it('serves the page to whoever opens it, with every header that locks it', async () => {
    const answer = await get('/')
    expect(statusOf(answer)).toBe(200)
    expect(answer).toContain(`Content-Security-Policy: ${contentSecurityPolicy}`)
    for (const header of ['X-Content-Type-Options: nosniff', 'Cache-Control: no-store', 'Referrer-Policy: no-referrer'])
      expect(answer).toContain(header)
    expect(answer).toContain('Cross-Origin-Opener-Policy: same-origin')
    expect(answer).not.toMatch(/^access-control/im)
    expect(answer).not.toMatch(/^set-cookie/im)
  })

  it.each([
    ['a page of another site', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document']],
    ['its own page', ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document']],
    ['a browser that does not say', []],
  ])('keeps its window from whoever may have opened it: %s', async (_what, headers) => {
    expect(await get('/', headers)).toContain('Cross-Origin-Opener-Policy: same-origin')
  })

  it('has no opener to fear when no page led here, and stays apart from other ports all the same', async () => {
    const answer = await get('/', ['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'])
    expect(statusOf(answer)).toBe(200)
    expect(answer).not.toContain('Cross-Origin-Opener-Policy')
    expect(answer).toContain('Origin-Agent-Cluster: ?1')
    expect(answer).toContain(`Content-Security-Policy: ${contentSecurityPolicy}`)
    expect(answer).toContain('Cross-Origin-Resource-Policy: same-origin')
  })

  it.each([
    ['another name', ['Host: attacker.example:1234']],
    ['localhost', ['Host: localhost']],
    ['the address without its port', ['Host: 127.0.0.1']],
    ['no name', []],
    ['an empty name', ['Host: ']],
  ])('refuses a request for %s (DNS rebinding)', async (_what, headers) => {
    const answer = await raw(['GET / HTTP/1.1', ...headers, 'Connection: close', '', ''].join('\r\n'))
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
    expect(answer).not.toContain('page')
  })

  it('refuses two Host headers, whichever comes first', async () => {
    for (const pair of [
      [own(), 'attacker.example'],
      ['attacker.example', own()],
    ]) {
      const answer = await raw(`GET / HTTP/1.1\r\nHost: ${pair[0]}\r\nHost: ${pair[1]}\r\nConnection: close\r\n\r\n`)
      expect(statusOf(answer)).toBe(400)
    }
  })

  it.each([
    [
      'an absolute target',
      (name: string) => `GET http://${name}/ HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`,
    ],
    ['HTTP/1.0', (name: string) => `GET / HTTP/1.0\r\nHost: ${name}\r\n\r\n`],
    [
      'a target of another host',
      (name: string) => `GET //attacker.example/ HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`,
    ],
    [
      'OPTIONS',
      (name: string) =>
        `OPTIONS /call HTTP/1.1\r\nHost: ${name}\r\nOrigin: http://attacker.example\r\nConnection: close\r\n\r\n`,
    ],
    ['CONNECT', (name: string) => `CONNECT ${name} HTTP/1.1\r\nHost: ${name}\r\n\r\n`],
    ['PUT', (name: string) => `PUT / HTTP/1.1\r\nHost: ${name}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`],
    [
      'both lengths',
      (name: string) =>
        `POST /call HTTP/1.1\r\nHost: ${name}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    [
      'an upgrade',
      (name: string) => `GET / HTTP/1.1\r\nHost: ${name}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    ],
  ])('refuses %s', async (_what, request) => {
    const answer = await raw(request(own())).catch(() => '')
    expect(answer).not.toMatch(/^HTTP\/1\.1 (1|2)/)
    expect(answer).not.toContain('page')
  })

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/assets/../../etc/passwd',
    '/%2e%2e/etc/passwd',
    '/assets/',
    '//etc/passwd',
    '/assets/a.js?x',
    '/index.html\\..',
    '/\u0000',
  ])('serves nothing for %j', async (target) => {
    const answer = await get(target).catch(() => 'HTTP/1.1 400')
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
  })

  it.each([
    ['another origin', { Origin: 'http://attacker.example' }],
    ['another port', { Origin: 'http://127.0.0.1:1' }],
    ['a file', { Origin: 'null' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['the same site on another port', { 'Sec-Fetch-Site': 'same-site' }],
  ])('takes no call from %s, bearer or not', async (_what, headers) => {
    const answer = await call('workspace.status', {}, headers)
    expect(answer.status).toBe(403)
    expect(core.calls).toEqual([])
  })

  it('takes no call without an origin', async () => {
    const body = '{"name":"a","input":{}}'
    const answer = await raw(
      `POST /call HTTP/1.1\r\nHost: ${own()}\r\nContent-Type: application/json\r\nAuthorization: Bearer ${bearer}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    )
    expect(statusOf(answer)).toBe(403)
    expect(core.calls).toEqual([])
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    '',
  ])('takes no body of type %j', async (type) => {
    expect((await call('a', {}, { 'Content-Type': type })).status).toBe(415)
    expect(core.calls).toEqual([])
  })

  it.each(['', 'Bearer x', `Bearer ${'A'.repeat(43)}`, 'Basic YTpi'])(
    'takes no call with %j',
    async (authorization) => {
      expect((await call('a', {}, { Authorization: authorization })).status).toBe(401)
      expect(core.calls).toEqual([])
    },
  )

  it('takes no bearer from the address', async () => {
    expect(statusOf(await get(`/events?bearer=${bearer}`))).toBe(404)
    expect(statusOf(await get('/events'))).toBe(401)
  })

  it('gives a bearer for a code once, and none for a guess', async () => {
    const code = /#code=(.+)$/.exec(host.address())?.[1]
    expect((await post('/session', JSON.stringify({ code: 'guess' }))).status).toBe(403)
    expect((await post('/session', JSON.stringify({ code: 5 }))).status).toBe(403)
    expect((await post('/session', '[')).status).toBe(403)
    expect((await post('/session', JSON.stringify({ code }))).status).toBe(200)
    expect((await post('/session', JSON.stringify({ code }))).status).toBe(403)
  })

  it('lets scripts and fonts be fetched by its own page only', async () => {
    expect(statusOf(await get('/assets/a.js', ['Sec-Fetch-Site: same-origin']))).toBe(200)
    expect(
      statusOf(
        await get('/assets/a.js', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: script']),
      ),
    ).toBe(403)
    expect(
      statusOf(await get('/', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'])),
    ).toBe(200)
    expect(
      statusOf(await get('/', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe'])),
    ).toBe(403)
  })

  it('passes a call to the core as it stands', async () => {
    const input = { text: 'åäö \u0000 𝄞', list: [1, null] }
    const answer = await call('meetings.list', input)
    expect(await answer.json()).toEqual({ ok: true, value: { name: 'meetings.list', input } })
  })

  it('keeps lone surrogates and `__proto__` for the core to judge', async () => {
    const seen: unknown[] = []
    core.reply = (_name, input) => {
      seen.push(input)
      return { ok: true, value: null }
    }
    await post('/call', '{"name":"a","input":{"__proto__":{"x":1},"text":"\\ud800"}}')
    const input = seen[0] as Record<string, unknown>
    expect(Object.keys(input)).toEqual(['__proto__', 'text'])
    expect(input['text']).toBe('\ud800')
  })

  it.each([
    '',
    '{',
    '[]',
    '"a"',
    'null',
    '{"name":"a"}',
    '{"name":1,"input":{}}',
    '{"name":"a","input":{},"more":1}',
    '{"__proto__":{},"name":"a","input":1}',
  ])('answers %j with call.bad-input', async (body) => {
    const answer = await post('/call', body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ ok: false, error: { code: 'call.bad-input' } })
    expect(core.calls).toEqual([])
  })

  it('refuses bytes that are not UTF-8', async () => {
    const body = Buffer.concat([Buffer.from('{"name":"a","input":"'), Buffer.from([0xff]), Buffer.from('"}')])
    const answer = await fetch(`http://${own()}/call`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', Origin: `http://${own()}`, Authorization: `Bearer ${bearer}` },
    })
    expect(answer.status).toBe(400)
  })

  it('takes 1 MB of an ordinary method and 28 MB of a text or a document', async () => {
    const big = 'a'.repeat(1_100_000)
    const refused = await call('meetings.create', { big })
    expect(refused.status).toBe(413)
    expect(await refused.json()).toMatchObject({ ok: false, error: { code: 'call.too-large' } })
    expect((await call('imports.preview', { big })).status).toBe(200)
    expect((await call('word.check', { big: 'a'.repeat(29_000_000) })).status).toBe(413)
    expect((await call('workspace.add', { big: 'a'.repeat(29_000_000) })).status).toBe(200)
    expect(core.calls).toEqual(['imports.preview', 'workspace.add'])
  })

  it('counts what comes, not what is announced', async () => {
    const stream = new ReadableStream({
      start(controller) {
        const part = Buffer.alloc(300_000, 'a')
        controller.enqueue(Buffer.from('{"name":"meetings.create","input":"'))
        for (let count = 0; count < 5; count += 1) controller.enqueue(part)
        controller.enqueue(Buffer.from('"}'))
        controller.close()
      },
    })
    const answer = await fetch(`http://${own()}/call`, {
      method: 'POST',
      body: stream,
      // Node's fetch sends a stream in chunks, without a length.
      duplex: 'half',
      headers: { 'Content-Type': 'application/json', Origin: `http://${own()}`, Authorization: `Bearer ${bearer}` },
    } as RequestInit)
    expect(answer.status).toBe(413)
    expect(core.calls).toEqual([])
  })

  it('has no room for more than 32 connections', async () => {
    const sockets = Array.from({ length: 40 }, () => connect(host.port, '127.0.0.1'))
    const dropped = await Promise.all(
      sockets.slice(32).map(
        (socket) =>
          new Promise<boolean>((resolve) => {
            socket.on('error', () => resolve(true))
            socket.on('close', () => resolve(true))
          }),
      ),
    )
    sockets.forEach((socket) => socket.destroy())
    expect(dropped).toEqual(Array.from({ length: 8 }, () => true))
  })

  it('drops a connection that does not end its headers', async () => {
    const closed = await new Promise<string>((resolve) => {
      const socket = connect(host.port, '127.0.0.1')
      let answer = ''
      socket.on('data', (chunk) => (answer += chunk.toString()))
      socket.on('close', () => resolve(answer))
      socket.write(`GET / HTTP/1.1\r\nHost: ${own()}\r\nX-Slow: `)
    })
    expect(statusOf(closed)).toBe(408)
  })

  it('tells every listening page what happened', async () => {
    const response = await fetch(`http://${own()}/events`, { headers: { Authorization: `Bearer ${bearer}` } })
    core.tell({ kind: 'event', event: { type: 'workspace' } })
    const reader = response.body?.getReader()
    const first = await reader?.read()
    expect(Buffer.from(first?.value ?? []).toString()).toBe('{"type":"workspace"}\n')
    await reader?.cancel()
  })

  it('holds a document for the page, which fetches it once', async () => {
    const answer = await core.ask(1, { port: 'saveFile', name: 'Möte.docx', bytes: Uint8Array.from([1, 2, 3]) })
    const saved = answer.ok && typeof answer.value === 'string' ? answer.value : ''
    expect(saved).toMatch(/^download:\/download\//)
    const address = saved.slice('download:'.length)
    expect((await fetch(`http://${own()}${address}`)).status).toBe(401)
    const document = await fetch(`http://${own()}${address}`, { headers: { Authorization: `Bearer ${bearer}` } })
    expect(document.headers.get('content-disposition')).toContain("filename*=UTF-8''M%C3%B6te.docx")
    expect([...new Uint8Array(await document.arrayBuffer())]).toEqual([1, 2, 3])
    expect((await fetch(`http://${own()}${address}`, { headers: { Authorization: `Bearer ${bearer}` } })).status).toBe(
      404,
    )
  })

  it('has no dialog to choose a workspace in', async () => {
    expect(await core.ask(1, { port: 'pickWorkspace' })).toMatchObject({
      ok: false,
      error: { code: 'picker.unavailable' },
    })
  })
})
