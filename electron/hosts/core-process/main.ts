/**
 * The core in a process of its own: the only one with a connection to the database. Its host tells it
 * when to end; a signal to the whole process group, such as Ctrl+C, is the host's to judge.
 */
import { createService } from './service.ts'
import type { FromCore, ToCore } from './protocol.ts'

/** The part used of Electron's parentPort, which a utility process has in place of `process.send`. */
type ParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

// Electron adds it to `process`; its types are the desktop host's only.
const port = (process as { parentPort?: ParentPort }).parentPort

function send(message: FromCore): void {
  if (port !== undefined) port.postMessage(message)
  else if (process.connected) process.send?.(message)
}

const service = createService(send, () => process.exit(0))

// Whatever comes over this channel was written by our own host, as protocol.ts types it.
if (port === undefined) process.on('message', (message) => service.receive(message as ToCore))
else port.on('message', ({ data }) => service.receive(data as ToCore))

function end(code: number): void {
  service
    .close()
    .catch(() => undefined)
    .finally(() => process.exit(code))
}

process.on('SIGINT', () => undefined)
if (process.platform !== 'win32') process.on('SIGHUP', () => undefined)
process.on('SIGTERM', () => end(0))
// The host is gone without a word: nobody is left to answer.
process.on('disconnect', () => end(0))
process.on('uncaughtException', (error) => {
  send({
    kind: 'log',
    level: 'error',
    message: `core: ${error.name} ${error.stack?.split('\n').slice(1, 4).join(' ') ?? ''}`,
  })
  end(1)
})
