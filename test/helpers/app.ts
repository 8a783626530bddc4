/** The whole application without a host: real files, a real workspace, a clock that stands where it is put. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Input, MethodName, Output } from '#contract/methods.ts'
import { methods } from '#contract/methods.ts'
import { createApp, type App } from '#core/app.ts'
import type { Ports } from '#core/ports.ts'
import { KansliError } from '#contract/errors.ts'
import { nodeFiles } from '#hosts/node-files.ts'
import { readerHere } from './reader.ts'
import { putWorkspace, someDay, temporaryFolder } from './workspace.ts'

export const root = new URL('../..', import.meta.url)

export type TestApp = App & {
  folder: string
  path: string
  saved: Map<string, Uint8Array>
  clock: { now: Date }
  /** Calls a method that must succeed; the output is checked against the contract. */
  call<K extends MethodName>(name: K, input: Input<K>): Promise<Output<K>>
  /** The code of a call that must fail. */
  refused(name: string, input: unknown): Promise<string>
}

export type TestAppOptions = {
  open: boolean
  folder?: string
  speller?: Ports['speller']
  /** Takes errors that the test means to cause; without it they fail the test. */
  onError?: (message: string) => void
}

/** An application with a new workspace open. */
export function newApp(options: TestAppOptions = { open: true }): TestApp {
  const folder = options.folder ?? temporaryFolder()
  const saved = new Map<string, Uint8Array>()
  const clock = { now: someDay }
  const ports: Ports = {
    clock: () => clock.now,
    newId: () => crypto.randomUUID(),
    log: (level, message) => {
      if (level !== 'error') return
      if (options.onError === undefined) throw new Error(`the application logged an error: ${message}`)
      options.onError(message)
    },
    files: nodeFiles,
    reader: readerHere,
    dataFolder: folder,
    asset: (name) => readFileSync(new URL(`assets/${name}`, root), 'utf8'),
    // Everything is spelt right; tests of spelling bring their own.
    speller: options.speller ?? {
      unknown: () => Promise.resolve([]),
      suggest: () => Promise.resolve([]),
      close: () => undefined,
    },
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    saveFile: (name, bytes) => {
      saved.set(name, bytes)
      return Promise.resolve(name)
    },
    pickWorkspace: () => Promise.reject(new KansliError('picker.unavailable')),
  }
  const app = createApp(ports)
  onTestFinished(() => app.close())
  const path = join(folder, 'test.kansli')
  if (options.open) {
    putWorkspace(path)
    app.openWorkspace(path, { create: false })
  }
  return {
    ...app,
    folder,
    path,
    saved,
    clock,
    async call(name, input) {
      const reply = await app.dispatch(name, input)
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.params)}`)
      // The table's schema for this very name has just accepted the value.
      return methods[name].output.parse(reply.value) as Output<typeof name>
    },
    async refused(name, input) {
      const reply = await app.dispatch(name, input)
      return reply.ok ? 'no error' : reply.error.code
    },
  }
}
