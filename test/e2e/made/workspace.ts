/** What a script of this folder starts from: a new workspace at the path it was given, and the methods of the app. */
import { argv, stdout } from 'node:process'
import { dirname } from 'node:path'
import type { Input, MethodName, Output } from '#contract/methods.ts'
import { createApp } from '#core/app.ts'
import { nodePorts } from '#hosts/node-ports.ts'
import { readerHere } from '../../helpers/reader.ts'

const path = argv[2] ?? ''
const app = createApp(
  nodePorts({
    dataFolder: dirname(path),
    log: () => undefined,
    reader: readerHere,
    saveFile: () => Promise.resolve(null),
    pickWorkspace: () => Promise.resolve(null),
  }),
)
app.openWorkspace(path, { create: true })

export async function call<K extends MethodName>(name: K, input: Input<K>): Promise<Output<K>> {
  const reply = await app.dispatch(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.params)}`)
  // The reply of this very method.
  return reply.value as Output<K>
}

/** Closes the workspace and says which meeting the test is about. */
export function told(meetingId: string): void {
  app.close()
  stdout.write(meetingId)
}
