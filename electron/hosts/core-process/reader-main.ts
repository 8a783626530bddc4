/**
 * The process that opens files from outside. It holds no workspace and asks for nothing: a file comes in, plain data
 * goes out. Whoever started it ends it.
 */
import { Script } from 'node:vm'
import { KansliError } from '#contract/errors.ts'
import { openers } from '#core/openers.ts'
import type { FromReader, ToReader } from './protocol.ts'

/** The part used of Electron's parentPort, which a utility process has in place of `process.send`. */
type ParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

// Electron adds it to `process`; its types are the desktop host's only.
const port = (process as { parentPort?: ParentPort }).parentPort

/** Milliseconds after which work ends by itself, should nobody be left to end it. */
const mostTime = 20_000

function send(message: FromReader): void {
  if (port !== undefined) port.postMessage(message)
  else if (process.connected) process.send?.(message)
}

const work: { run: () => unknown } = { run: () => undefined }
Object.defineProperty(globalThis, 'kansliWork', { value: work })
// Only code begun by a script can be stopped from within while it runs.
const script = new Script('kansliWork.run()')

function receive({ file, input }: ToReader): void {
  let result: Extract<FromReader, { kind: 'opened' }>['result']
  try {
    // The table gives each kind its own input, as protocol.ts says of what comes over this channel.
    const open = openers[file] as (input: unknown) => unknown
    work.run = () => open(input)
    result = { ok: true, value: script.runInThisContext({ timeout: mostTime }) }
  } catch (error) {
    const known = error instanceof KansliError ? error : new KansliError('file.broke-off', {})
    // The place of a bug, never the words of the file.
    const place = error instanceof Error ? (error.stack?.split('\n').slice(1, 4).join(' ') ?? '') : typeof error
    const log = error instanceof KansliError ? null : `${error instanceof Error ? error.name : ''} ${place}`
    result = { ok: false, error: { code: known.code, params: known.params }, log }
  }
  work.run = () => undefined
  send({ kind: 'opened', result })
}

// Whatever comes over this channel was written by our own host, as protocol.ts types it.
if (port === undefined) process.on('message', (message) => receive(message as ToReader))
else port.on('message', ({ data }) => receive(data as ToReader))

process.on('disconnect', () => process.exit(0))
// A signal to the whole group, such as Ctrl+C, is the host's to judge.
process.on('SIGINT', () => undefined)
send({ kind: 'ready' })
