/** The core in a utility process. */
import type { CoreProcess } from '../core-process/client.ts'
import type { FromCore } from '../core-process/protocol.ts'
import type { Electron } from './electron.ts'

/** Once Electron is ready. @param file the built core-process program */
export function utilityCore({ utilityProcess }: Pick<Electron, 'utilityProcess'>, file: string): CoreProcess {
  const child = utilityProcess.fork(file, [], { serviceName: 'Kansli core', stdio: 'inherit' })
  return {
    send: (message) => child.postMessage(message),
    // Whatever comes over this channel was written by core-process/main.ts, as protocol.ts types it.
    onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => {
      // A process that does not answer would not hear the signal that `kill` sends.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    },
  }
}
