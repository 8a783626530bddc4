/** The core's process under plain Node: a forked child. */
import { fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CoreProcess } from './client.ts'
import type { FromCore, FromReader } from './protocol.ts'
import { readerMemory, type ReaderProcess } from './reader.ts'

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

/** The program and what it is made of: all that the process may read. Either may be linked from elsewhere. */
const program = fileURLToPath(new URL('../../..', import.meta.url))
const readable = (file: string) => [
  program,
  dirname(file),
  ...[program, join(program, 'node_modules')].map((path) => realpathSync(path)),
]

/**
 * The process that opens files, under plain Node: it may read the program itself and nothing else, write nothing,
 * start nothing and load no native code, so that no workspace is within its reach.
 * @param file of another program in its place @param memory megabytes of objects and text
 */
export function forkReader(file = new URL('./reader-main.ts', import.meta.url), memory = readerMemory): ReaderProcess {
  const child = fork(fileURLToPath(file), [], {
    serialization: 'advanced',
    // What a dying engine prints is no line of the program's.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [
      `--max-old-space-size=${memory}`,
      '--permission',
      ...readable(fileURLToPath(file)).map((path) => `--allow-fs-read=${path}`),
    ],
  })
  child.on('error', () => undefined)
  // Whoever waits for a file holds the program open; a process that is only kept does not.
  child.unref()
  child.channel?.unref()
  return {
    send: (message) => {
      if (child.connected) child.send(message, () => undefined)
    },
    // Whatever comes over this channel was written by core-process/reader-main.ts, as protocol.ts types it.
    onMessage: (listener) => child.on('message', (message) => listener(message as FromReader)),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => child.kill('SIGKILL'),
  }
}
