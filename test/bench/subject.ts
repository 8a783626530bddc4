/** What the rows work on: the real minutes where they are at hand, else their invented twin; an application with ports of the machine. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Input, MethodName, Output } from '#contract/methods.ts'
import { createApp, type App } from '#core/app.ts'
import { nodePorts } from '#hosts/node-ports.ts'
import { readerHere } from '../helpers/reader.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const real = at('../shared/seeds/004_420a019a03bc755e.txt')

/** Path of the minutes to read. */
export const minutesPath = existsSync(real) ? real : at('test/fixtures/minutes/twin.txt')
export const minutesBytes = (): Uint8Array => readFileSync(minutesPath)

export type Subject = {
  app: App
  folder: string
  path: string
  call<K extends MethodName>(name: K, input: Input<K>): Promise<Output<K>>
  end(): void
}

/** An application with a new workspace in a folder that `end` removes. */
export function subject(): Subject {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-'))
  const app = createApp(
    nodePorts({
      reader: readerHere,
      dataFolder: folder,
      log: () => undefined,
      saveFile: (name) => Promise.resolve(name),
      pickWorkspace: () => Promise.resolve(null),
    }),
  )
  const path = join(folder, 'bench.kansli')
  app.openWorkspace(path, { create: true })
  return {
    app,
    folder,
    path,
    async call(name, input) {
      const reply = await app.dispatch(name, input)
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
      // dispatch answers a method with what the table says it gives.
      return reply.value as Output<typeof name>
    },
    end() {
      app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
