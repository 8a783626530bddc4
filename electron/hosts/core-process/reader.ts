/**
 * A host's side of the process that opens files from outside: started when first needed, kept for a while, killed
 * when it takes too long. One file at a time, so that no file's fate is another's.
 */
import { KansliError } from '#contract/errors.ts'
import type { LogLevel } from '#core/ports.ts'
import type { FileKind, OpenerTable, Reader } from '#core/openers.ts'
import type { FromReader, ToReader } from './protocol.ts'

/** What a forked child and a utility process have in common. */
export type ReaderProcess = {
  send(message: ToReader): void
  onMessage(listener: (message: FromReader) => void): void
  onExit(listener: () => void): void
  kill(): void
}

export type ReaderOptions = {
  spawn: () => ReaderProcess
  log: (level: LogLevel, message: string) => void
  /** Milliseconds a file may take. */
  within?: number
  /** Milliseconds the process is kept without work. */
  keep?: number
}

type ReaderClient = Reader & {
  /** Ends the process; whatever it was opening is refused. */
  close(): void
}

/** Megabytes of objects and text that opening a file may take. */
export const readerMemory = 512

/** Milliseconds until a process that has not begun is given up. */
const startWithin = 30_000

type Running = {
  process: ReaderProcess
  ready: Promise<void>
  /** Takes what the process says of the file it is at; null when it is gone. */
  settle: (message: Extract<FromReader, { kind: 'opened' }> | null) => void
  gone: boolean
}

export function createReader({ spawn, log, within = 5000, keep = 60_000 }: ReaderOptions): ReaderClient {
  let running: Running | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined
  let closed = false

  function begin(): Running {
    const process = spawn()
    let begun: () => void = () => undefined
    const made: Running = {
      process,
      ready: new Promise<void>((resolve) => (begun = resolve)),
      settle: () => undefined,
      gone: false,
    }
    process.onMessage((message) => {
      if (message.kind === 'ready') begun()
      else made.settle(message)
    })
    process.onExit(() => {
      made.gone = true
      if (running === made) running = null
      begun()
      made.settle(null)
    })
    return made
  }

  function end(one: Running): void {
    if (running === one) running = null
    one.process.kill()
  }

  /** Waits for `done`, so long and no longer. @returns false when it was not done by then */
  async function isDone(done: Promise<unknown>, milliseconds: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)))
    const first = await Promise.race([done.then(() => true), late])
    clearTimeout(timer)
    return first
  }

  async function open(kind: FileKind, input: unknown): Promise<unknown> {
    clearTimeout(idle)
    if (closed) throw new KansliError('file.broke-off')
    const at = (running ??= begin())
    let answer: Extract<FromReader, { kind: 'opened' }> | null = null
    // What ended without an answer has its own: none.
    const answered = at.ready.then(
      () =>
        new Promise<void>((resolve) => {
          at.settle = (message) => {
            answer = message
            resolve()
          }
          if (at.gone) resolve()
          else at.process.send({ kind: 'open', file: kind, input })
        }),
    )
    if (!(await isDone(at.ready, startWithin)) || !(await isDone(answered, within))) {
      log('warn', `a file (${kind}) took too long to open`)
      end(at)
      throw new KansliError('file.too-slow', { seconds: Math.ceil(within / 1000) })
    }
    return given(kind, answer)
  }

  function given(kind: FileKind, answer: Extract<FromReader, { kind: 'opened' }> | null): unknown {
    if (answer === null) {
      if (!closed) log('warn', `the process that opens files ended at a file (${kind})`)
      throw new KansliError('file.broke-off')
    }
    const { result } = answer
    if (result.ok) return result.value
    if (result.log !== null) log('error', `reader: ${result.log}`)
    throw new KansliError(result.error.code, result.error.params)
  }

  return {
    open<K extends FileKind>(kind: K, input: OpenerTable[K]['input']): Promise<OpenerTable[K]['opened']> {
      const next = queue.then(() => open(kind, input))
      queue = next
        .catch(() => undefined)
        .then(() => {
          clearTimeout(idle)
          if (running === null) return
          const one = running
          idle = setTimeout(() => end(one), keep)
          idle.unref()
        })
      // The process answers with what the opener of this very kind gives.
      return next as Promise<OpenerTable[K]['opened']>
    },
    close() {
      closed = true
      clearTimeout(idle)
      if (running !== null) end(running)
    },
  }
}
