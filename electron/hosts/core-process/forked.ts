/** The core's process under plain Node: a forked child. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { CoreProcess } from './client.ts'
import type { FromCore } from './protocol.ts'

export function forkCore(): CoreProcess {
  const child = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), [], {
    // Structured cloning: bytes stay bytes, and text keeps every code unit until the core has judged it.
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  })
  // A channel that closes between a check and a send is the exit that follows.
  child.on('error', () => undefined)
  return {
    send: (message) => {
      if (child.connected) child.send(message, () => undefined)
    },
    // Whatever comes over this channel was written by core-process/main.ts, as protocol.ts types it.
    onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill('SIGKILL'),
  }
}
