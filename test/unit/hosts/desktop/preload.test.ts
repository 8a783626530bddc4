/** What the preload script shows the page, as it is written and as it is built. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'

const exposed: Record<string, unknown> = {}
const sent: unknown[][] = []
const hearing = new Map<string, (...args: unknown[]) => void>()
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void (exposed[name] = value) },
  ipcRenderer: {
    invoke: (...args: unknown[]) => {
      sent.push(args)
      return Promise.resolve({ ok: true, value: 1 })
    },
    on: (channel: string, listener: (...args: unknown[]) => void) => void hearing.set(channel, listener),
    off: (channel: string) => void hearing.delete(channel),
  },
}))

type Bridge = {
  call(name: string, input: unknown): Promise<unknown>
  on(listener: (event: unknown) => void): () => void
}

it('the page gets two frozen functions and nothing else', async () => {
  await import('../../../../electron/preload/preload.ts')
  expect(Object.keys(exposed)).toEqual(['kansli'])
  // As the first line says.
  const bridge = exposed['kansli'] as Bridge
  expect(Object.keys(bridge)).toEqual(['call', 'on'])
  expect(Object.isFrozen(bridge)).toBe(true)

  expect(await bridge.call('a', { b: 1 })).toEqual({ ok: true, value: 1 })
  expect(sent).toEqual([['kansli:call', 'a', { b: 1 }]])

  const heard: unknown[][] = []
  const stop = bridge.on((...args) => heard.push(args))
  hearing.get('kansli:event')?.({ sender: 'secret' }, { type: 'workspace' })
  expect(heard).toEqual([[{ type: 'workspace' }]])
  stop()
  expect(hearing.size).toBe(0)
})

it('the script names no channel but its two, and no module but Electron', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../electron/preload/preload.ts'), 'utf8')
  expect([...text.matchAll(/'kansli:\w+'/g)].map(([channel]) => channel)).toEqual([
    "'kansli:call'",
    "'kansli:event'",
    "'kansli:event'",
  ])
  expect([...text.matchAll(/^import (?!type)[^']*'([^']+)'/gm)].map(([, name]) => name)).toEqual(['electron'])
})
