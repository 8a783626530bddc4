import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { nameOf } from '../../../renderer/transport/download.ts'
import { parseEvent, takeLines } from '../../../renderer/transport/events.ts'
import { createHttpHost } from '../../../renderer/transport/http.ts'

type Asked = { url: string; init: RequestInit | undefined }

/** A page at `hash` whose requests get `answers` in turn; what it asked is kept. */
function page(hash: string, answers: Response[], stored: Record<string, string> = {}) {
  const asked: Asked[] = []
  const address: { hash: string } = { hash }
  const storage = new Map(Object.entries(stored))
  vi.stubGlobal('window', {
    location: { hash, pathname: '/' },
    history: { replaceState: (_state: unknown, _title: string, url: string) => (address.hash = url) },
    sessionStorage: {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => storage.set(key, value),
    },
  })
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    asked.push({ url, init })
    const answer = answers.shift()
    return answer === undefined ? Promise.reject(new TypeError('no answer')) : Promise.resolve(answer)
  })
  return { asked, address, storage }
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })

beforeEach(() => vi.unstubAllGlobals())
afterEach(() => vi.unstubAllGlobals())

describe('the way to the host in a browser', () => {
  test('the code leaves the address at once and is exchanged for a pass that the tab keeps', async () => {
    const { asked, address, storage } = page('#code=abc_-1', [json({ bearer: 'pass' }), json({ ok: true, value: 1 })])
    expect(await createHttpHost().send('x', { a: 1 })).toEqual({ ok: true, value: 1 })
    expect(address.hash).toBe('/#/')
    expect(asked.map(({ url }) => url)).toEqual(['/session', '/call'])
    expect(asked[1]?.init?.headers).toMatchObject({ Authorization: 'Bearer pass' })
    expect(asked[1]?.init?.body).toBe('{"name":"x","input":{"a":1}}')
    expect(storage.get('kansli.pass')).toBe('pass')
  })

  test('a reload goes on with the pass of the tab, without a code', async () => {
    const { asked } = page('#/moten', [json({ ok: true, value: 2 })], { 'kansli.pass': 'kept' })
    await createHttpHost().send('x', {})
    expect(asked.map(({ url }) => url)).toEqual(['/call'])
  })

  test.each([
    ['without a code or a pass', '#/', {}, []],
    ['with a used code', '#code=abc', {}, [new Response('', { status: 403 })]],
    ['with an old pass', '#/', { 'kansli.pass': 'old' }, [new Response('', { status: 401 })]],
  ])(
    '%s the page is told that its session is over',
    async (_name, hash, stored: Record<string, string>, answers: Response[]) => {
      page(hash, answers, stored)
      await expect(createHttpHost().send('x', {})).rejects.toMatchObject({ code: 'host.session' })
    },
  )

  test('the last words of a page are carried on without it, as much as a browser carries', async () => {
    const { asked } = page('#/moten', [json({ ok: true, value: 1 }), json({ ok: true, value: 1 })], {
      'kansli.pass': 'kept',
    })
    const host = createHttpHost()
    expect(host.sendLeaving('x', { text: 'å'.repeat(20_000) })).toBe(true)
    expect(host.sendLeaving('x', { text: 'å'.repeat(20_000) })).toBe(false)
    expect(asked).toHaveLength(1)
    expect(asked[0]?.init).toMatchObject({ method: 'POST', keepalive: true, headers: { Authorization: 'Bearer kept' } })
    await vi.waitFor(() => expect(host.sendLeaving('x', { text: 'å'.repeat(20_000) })).toBe(true))
  })

  test('a page that was never let in has no last words', () => {
    page('#/', [])
    expect(createHttpHost().sendLeaving('x', {})).toBe(false)
  })

  test('an answer too large to send is a coded error, not a broken page', async () => {
    page('#/', [new Response('', { status: 413 })], { 'kansli.pass': 'p' })
    expect(await createHttpHost().send('imports.preview', {})).toEqual({
      ok: false,
      error: { code: 'call.too-large', params: { method: 'imports.preview' } },
    })
  })

  test('an error of the application comes as a reply', async () => {
    const reply = { ok: false, error: { code: 'meeting.not-found', params: { which: 'x' } } }
    page('#/', [json(reply)], { 'kansli.pass': 'p' })
    expect(await createHttpHost().send('meetings.show', { which: 'x' })).toEqual(reply)
  })
})

describe('the line of events', () => {
  test('an object cut in two by the network is read when its line is whole', () => {
    const first = takeLines('{"type":"works')
    expect(first).toEqual({ lines: [], rest: '{"type":"works' })
    expect(takeLines(`${first.rest}pace"}\n\n{"ty`)).toEqual({ lines: ['{"type":"workspace"}'], rest: '{"ty' })
  })

  test('lines that are no event of ours are passed over', () => {
    expect(parseEvent('{"type":"workspace"}')).toEqual({ type: 'workspace' })
    expect(parseEvent('{"type":"reopened"}')).toEqual({ type: 'reopened' })
    expect(parseEvent('{"type":"other"}')).toBeNull()
    expect(parseEvent('nonsense')).toBeNull()
    expect(parseEvent('null')).toBeNull()
  })
})

describe('the name of a download', () => {
  test('the UTF-8 form comes before the plain one', () => {
    expect(nameOf('attachment; filename="mote.docx"; filename*=UTF-8\'\'m%C3%B6te.docx')).toBe('möte.docx')
    expect(nameOf('attachment; filename="a.docx"')).toBe('a.docx')
  })

  test('a name that cannot be read is none', () => {
    expect(nameOf("attachment; filename*=UTF-8''%E0%A4%A")).toBeNull()
    expect(nameOf(null)).toBeNull()
  })
})
