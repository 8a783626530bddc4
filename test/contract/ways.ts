/** The four ways into the application, each on a workspace of its own, under one small interface. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '#contract/envelope.ts'
import { createApp } from '#core/app.ts'
import { createCoreClient } from '#hosts/core-process/client.ts'
import { forkCore, forkReader } from '#hosts/core-process/forked.ts'
import { serveCalls } from '#hosts/desktop/ipc.ts'
import { startLoopback } from '#hosts/loopback/server.ts'
import { nodePorts } from '#hosts/node-ports.ts'
import { fakeIpc } from '../unit/hosts/desktop/fake-electron.ts'
import { readerHere } from '../helpers/reader.ts'

export type Way = {
  /** Runs a method; what the way itself refuses comes as a reply too. */
  call(name: unknown, input: unknown): Promise<Reply>
  /** Closes the workspace, so that its bytes can be looked at. */
  close(): Promise<void>
}

export type Kind = { name: string; open(workspace: string, dataFolder: string): Promise<Way> }

const root = join(import.meta.dirname, '..', '..')

const direct: Kind = {
  name: 'direct',
  // eslint-disable-next-line typescript/require-await -- the other ways wait for a process
  async open(workspace, dataFolder) {
    const app = createApp(
      nodePorts({
        reader: readerHere,
        dataFolder,
        log: () => undefined,
        saveFile: (name) => Promise.resolve(name),
        pickWorkspace: () => Promise.resolve(null),
      }),
    )
    app.openWorkspace(workspace, { create: false })
    return {
      // A caller in the same process has the compiler; this one says what it is told to say.
      call: (name, input) => app.dispatch(name as string, input),
      close: () => Promise.resolve(app.close()),
    }
  },
}

const loopback: Kind = {
  name: 'loopback HTTP',
  async open(workspace, dataFolder) {
    const host = await startLoopback({
      files: new Map(),
      spawn: forkCore,
      dataFolder,
      open: { path: workspace, create: false },
      log: () => undefined,
    })
    await host.ready
    const origin = `http://127.0.0.1:${host.port}`
    const headers = { 'Content-Type': 'application/json', Origin: origin }
    const code = new URL(host.address()).hash.slice('#code='.length)
    const session = await fetch(`${origin}/session`, { method: 'POST', headers, body: JSON.stringify({ code }) })
    // The host's own answer, of which session.test.ts holds the shape.
    const { bearer } = (await session.json()) as { bearer: string }
    return {
      async call(name, input) {
        const body = JSON.stringify({ name, input })
        const answer = await fetch(`${origin}/call`, {
          method: 'POST',
          headers: { ...headers, Authorization: `Bearer ${bearer}` },
          body,
        })
        // Refused or not, the body is a Reply.
        return (await answer.json()) as Reply
      },
      close: () => host.close(),
    }
  },
}

const desktop: Kind = {
  name: 'desktop IPC',
  async open(workspace, dataFolder) {
    const core = createCoreClient({
      spawn: forkCore,
      spawnReader: () => forkReader(),
      dataFolder,
      open: { path: workspace, create: false },
      answer: () => Promise.resolve(null),
      log: () => undefined,
    })
    await core.ready
    const ipc = fakeIpc()
    serveCalls({ ipcMain: ipc.ipcMain }, core, ipc.known)
    return { call: (name, input) => ipc.invoke(name, input), close: () => core.close() }
  },
}

/** Each call is a process of its own, which opens the workspace and closes it. */
const terminal: Kind = {
  name: 'command line',
  open: (workspace, dataFolder) =>
    Promise.resolve({
      async call(name, input) {
        const program = spawn(
          process.execPath,
          [
            join(root, 'electron/hosts/launch/kansli.mjs'),
            'call',
            String(name),
            '-',
            '--workspace',
            workspace,
            '--json',
          ],
          { env: { ...process.env, KANSLI_DATA: dataFolder }, stdio: ['pipe', 'pipe', 'ignore'] },
        )
        let output = ''
        program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
        program.stdin.end(JSON.stringify(input))
        const code = await new Promise((resolve) => program.on('close', resolve))
        const value: unknown = JSON.parse(output)
        if (code === 0) return { ok: true, value }
        // A refused call prints the error with its sentence.
        const { error } = value as { error: { code: never; params: never } }
        return { ok: false, error: { code: error.code, params: error.params } }
      },
      close: () => Promise.resolve(),
    }),
}

export const ways: readonly Kind[] = [direct, loopback, desktop, terminal]

/** A folder of the test's own, and the way to be rid of it. */
export function scratch(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-contract-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
