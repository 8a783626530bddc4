import { describe, expect, it, vi } from 'vitest'
import type { KansliEvent } from '#contract/events.ts'
import { KansliError } from '#contract/errors.ts'
import { createCoreClient, type CoreClientOptions } from '#hosts/core-process/client.ts'
import { FakeCore, noReader } from './fake-core.ts'

function client(options: Partial<CoreClientOptions> = {}) {
  const cores: FakeCore[] = []
  const logged: string[] = []
  const made = createCoreClient({
    spawn: () => {
      const core = new FakeCore()
      cores.push(core)
      return core
    },
    spawnReader: noReader,
    dataFolder: '/data',
    open: null,
    answer: () => Promise.resolve('answered'),
    log: (_level, message) => logged.push(message),
    ...options,
  })
  const core = (index: number): FakeCore => {
    const found = cores[index]
    if (found === undefined) throw new Error(`no core ${index}`)
    return found
  }
  return { made, cores, core, logged }
}

describe('the host’s side of the core’s process', () => {
  it('gives each call its own reply, whatever their order', async () => {
    const { made, core } = client()
    core(0).reply = () => undefined
    const first = made.call('a', 1)
    const second = made.call('b', 2)
    core(0).tell({ kind: 'reply', id: 2, reply: { ok: true, value: 'two' } })
    core(0).tell({ kind: 'reply', id: 1, reply: { ok: true, value: 'one' } })
    expect([await first, await second]).toEqual([
      { ok: true, value: 'one' },
      { ok: true, value: 'two' },
    ])
  })

  it('answers calls in flight with a code when the core crashes, and starts it again', async () => {
    const { made, core, cores, logged } = client()
    core(0).reply = () => undefined
    const caught = made.call('meetings.list', {})
    core(0).end()
    expect(await caught).toEqual({ ok: false, error: { code: 'call.internal', params: { method: 'meetings.list' } } })
    expect(cores).toHaveLength(2)
    expect(await made.call('meetings.list', {})).toMatchObject({ ok: true })
    expect(logged).toHaveLength(1)
  })

  it('opens the same workspace after a crash, and only then tells the pages to read it again where they stand', async () => {
    const { made, core } = client()
    const events: KansliEvent[] = []
    made.onEvent((event) => events.push(event))
    core(0).reply = () => ({ ok: true, value: { open: { path: '/data/a.kansli' } } })
    await made.call('workspace.open', { handle: 'x' })
    core(0).end()
    expect(events).toEqual([])
    await vi.waitFor(() => expect(events).toEqual([{ type: 'reopened' }]))
    expect(core(1).received[0]).toEqual({
      kind: 'start',
      dataFolder: '/data',
      open: { path: '/data/a.kansli', create: false },
    })
  })

  it('opens nothing after a crash when the workspace had been closed', async () => {
    const { made, core } = client({ open: { path: '/data/a.kansli', create: false } })
    core(0).reply = () => ({ ok: true, value: { open: null } })
    await made.call('workspace.close', {})
    const events: KansliEvent[] = []
    made.onEvent((event) => events.push(event))
    core(0).end()
    expect(core(1).received[0]).toMatchObject({ kind: 'start', open: null })
    await vi.waitFor(() => expect(events).toEqual([{ type: 'workspace' }]))
  })

  it('tells the pages that no workspace is open when a crash left one that cannot be opened', async () => {
    const { made, core } = client({ open: { path: '/data/a.kansli', create: false } })
    await made.ready
    const events: KansliEvent[] = []
    made.onEvent((event) => events.push(event))
    core(0).end()
    core(1).tell({ kind: 'ready', failed: { code: 'workspace.damaged', params: {} } })
    expect(events).toEqual([{ type: 'workspace' }])
  })

  it('leaves a core that crashes again and again alone for a minute, then starts it for whoever asks', async () => {
    let now = 0
    const { made, core, cores } = client({ now: () => now })
    const events: KansliEvent[] = []
    made.onEvent((event) => events.push(event))
    for (let crash = 0; crash < 5; crash += 1) core(crash).end()
    expect(cores).toHaveLength(5)
    now = 59_000
    expect(await made.call('a', {})).toMatchObject({ ok: false, error: { code: 'call.internal' } })
    // The pages keep what stands on them.
    expect(events).toEqual([])
    now = 61_000
    expect(await made.call('a', {})).toMatchObject({ ok: true })
    expect(cores).toHaveLength(6)
  })

  it('hands questions to the host, and the host’s refusal back as a code', async () => {
    const { core } = client({
      answer: (question) =>
        question.port === 'saveFile'
          ? Promise.resolve(question.name)
          : Promise.reject(new KansliError('picker.unavailable')),
    })
    expect(await core(0).ask(1, { port: 'saveFile', name: 'a.docx', bytes: new Uint8Array(3) })).toEqual({
      ok: true,
      value: 'a.docx',
    })
    expect(await core(0).ask(2, { port: 'pickWorkspace' })).toEqual({
      ok: false,
      error: { code: 'picker.unavailable', params: {} },
    })
  })

  it('closes the core, answers what is still in flight, and starts nothing again', async () => {
    const { made, core, cores } = client()
    core(0).reply = () => undefined
    const caught = made.call('a', {})
    await made.close()
    expect(await caught).toMatchObject({ ok: false })
    expect(cores).toHaveLength(1)
    expect(await made.call('b', {})).toMatchObject({ ok: false })
  })

  it('kills a core that does not close in time', async () => {
    const { made, core } = client({ closeWithin: 1 })
    core(0).send = () => undefined
    await made.close()
    expect(core(0).killed).toBe(true)
  })

  it('refuses what cannot be sent as input', async () => {
    const { made, core } = client()
    core(0).send = () => {
      throw new Error('could not be cloned')
    }
    expect(await made.call('a', () => undefined)).toMatchObject({ ok: false, error: { code: 'call.bad-input' } })
  })
})
