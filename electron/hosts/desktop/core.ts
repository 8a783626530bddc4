/** The core, and the process that opens files from outside, as utility processes. */
import type { CoreProcess } from '../core-process/client.ts'
import type { FromCore, FromReader } from '../core-process/protocol.ts'
import { readerMemory, type ReaderProcess } from '../core-process/reader.ts'
import type { Electron } from './electron.ts'

/** A process that does not answer would not hear the signal that `kill` sends. */
function killAtOnce(pid: number | undefined): void {
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
}

/** Once Electron is ready. @param file the built core-process program */
export function utilityCore({ utilityProcess }: Pick<Electron, 'utilityProcess'>, file: string): CoreProcess {
  const child = utilityProcess.fork(file, [], { serviceName: 'Kansli core', stdio: 'inherit' })
  return {
    send: (message) => child.postMessage(message),
    // Whatever comes over this channel was written by core-process/main.ts, as protocol.ts types it.
    onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => killAtOnce(child.pid),
  }
}

/** Once Electron is ready. @param file the built program that opens files */
export function utilityReader({ utilityProcess }: Pick<Electron, 'utilityProcess'>, file: string): ReaderProcess {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Kansli reader',
    stdio: 'ignore',
    execArgv: [`--max-old-space-size=${readerMemory}`],
  })
  return {
    send: (message) => child.postMessage(message),
    // Whatever comes over this channel was written by core-process/reader-main.ts, as protocol.ts types it.
    onMessage: (listener) => child.on('message', (message) => listener(message as FromReader)),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => killAtOnce(child.pid),
  }
}
