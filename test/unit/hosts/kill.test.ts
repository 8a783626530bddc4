/** The core killed while it saves, again and again, through the loopback host as the page uses it. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { CoreProcess } from '#hosts/core-process/client.ts'
import type { FromCore } from '#hosts/core-process/protocol.ts'
import { startLoopback } from '#hosts/loopback/server.ts'
import { openWorkspace } from '#db/open.ts'
import { all } from '#db/connection.ts'
import { someDay, temporaryFolder } from '../../helpers/workspace.ts'

/** Rounds of typing that end in a kill; the last has none. */
const kills = 4

it(
  'loses nothing that was acknowledged when the core is killed while it saves, and goes on by itself',
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'w.kansli')
    let kill: () => void = () => undefined
    function spawn(): CoreProcess {
      const entry = new URL('../../../electron/hosts/core-process/main.ts', import.meta.url)
      const child = fork(fileURLToPath(entry), [], {
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        execArgv: [],
      })
      child.on('error', () => undefined)
      kill = () => child.kill('SIGKILL')
      return {
        send: (message) => void (child.connected && child.send(message, () => undefined)),
        // Written by the core's own main file, as protocol.ts types it.
        onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
        onExit: (listener) => child.once('exit', listener),
        kill,
      }
    }
    const host = await startLoopback({
      files: new Map(),
      spawn,
      dataFolder: folder,
      open: { path, create: true },
      log: () => undefined,
    })
    const own = `http://127.0.0.1:${host.port}`
    let bearer = ''
    async function post(target: string, body: unknown): Promise<unknown> {
      const headers = { 'Content-Type': 'application/json', Origin: own, Authorization: `Bearer ${bearer}` }
      return (await fetch(own + target, { method: 'POST', body: JSON.stringify(body), headers })).json()
    }
    // Replies of the host, checked by the values that the test needs of them.
    const call = (name: string, input: unknown) =>
      post('/call', { name, input }) as Promise<{ ok: boolean; value?: { id?: string; items?: { id: string }[] } }>

    const acknowledged = new Map<string, string>()
    try {
      expect(await host.ready).toBeNull()
      ;({ bearer } = (await post('/session', { code: /#code=(.+)$/.exec(host.address())?.[1] })) as { bearer: string })
      const made = await call('meetings.create', { title: 'Mötet', kind: 'minutes', date: null, body: null })
      const meeting = await call('meetings.get', { id: made.value?.id })
      const item = meeting.value?.items?.[0]?.id ?? ''
      const paragraphs: string[] = []

      for (let round = 0; round <= kills; round += 1) {
        let [refused, killed] = [false, round === kills]
        const until = 20 + round * 15
        // Four hands save at once, so that the kill meets writes under way.
        const hand = async () => {
          for (let turn = 0; turn < 200 && !refused; turn += 1) {
            const paragraphId = crypto.randomUUID()
            paragraphs.push(paragraphId)
            const text = `Mening ${paragraphs.length} ${'ord '.repeat(paragraphs.length % 90)}`
            const reply = await call('items.saveText', {
              id: item,
              operations: [{ op: 'put', paragraphId, kind: 'paragraph', base: null, text }],
              order: [],
            })
            if (reply.ok) acknowledged.set(paragraphId, text)
            else refused = true
            if (!killed && turn >= until / 4) {
              killed = true
              kill()
            }
            if (round === kills && turn >= 5) return
          }
        }
        await Promise.all([hand(), hand(), hand(), hand()])
        expect(refused).toBe(round < kills)
        // The host has started another core on the same file.
        expect(await call('workspace.status', {})).toMatchObject({ ok: true, value: { open: { path } } })
      }
    } finally {
      await host.close()
    }
    expect(acknowledged.size).toBeGreaterThan(kills * 20)
    const open = openWorkspace(path, someDay)
    const stored = new Map(
      all<{ id: string; text: string }>(open.db, 'SELECT id, text FROM paragraph').map(({ id, text }) => [id, text]),
    )
    open.close({ at: someDay })
    expect([...acknowledged].filter(([id, text]) => stored.get(id) !== text)).toEqual([])
  },
)
