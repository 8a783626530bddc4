/** A host's side of the core's process: calls with replies, events, questions answered, a new process after a crash. */
import type { Reply } from '#contract/envelope.ts'
import type { KansliEvent } from '#contract/events.ts'
import { KansliError } from '#contract/errors.ts'
import type { LogLevel } from '#core/ports.ts'
import type { Answer, CodedError, FromCore, OpenFile, OpenFirst, Question, ToCore } from './protocol.ts'
import { createReader, type ReaderProcess } from './reader.ts'

/** What a forked child and a utility process have in common. */
export type CoreProcess = {
  send(message: ToCore): void
  onMessage(listener: (message: FromCore) => void): void
  onExit(listener: () => void): void
  kill(): void
}

export type CoreClient = {
  /** Never rejects. A call caught by a crash of the core is answered with `call.internal`. */
  call(name: string, input: unknown): Promise<Reply>
  onEvent(listener: (event: KansliEvent) => void): () => void
  /** Why the workspace the program was started with could not be opened; null when it could. */
  ready: Promise<CodedError | null>
  /** Closes the workspace and ends the process. */
  close(): Promise<void>
}

export type CoreClientOptions = {
  spawn: () => CoreProcess
  /** Starts the process that opens files from outside. */
  spawnReader: () => ReaderProcess
  /** Milliseconds such a file may take; see createReader. */
  readWithin?: number
  dataFolder: string
  open: OpenFirst | null
  /** The host's ports. May throw KansliError. */
  answer: (question: Question) => Promise<string | null>
  log: (level: LogLevel, message: string) => void
  /** Milliseconds the core gets to close before it is killed. */
  closeWithin?: number
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number
}

/** So many crashes within so many milliseconds, and the core stays down until they are past: a new process would only crash again. */
const mostCrashes = 5
const crashWindow = 60_000

const internal = (method: string): Reply => ({ ok: false, error: { code: 'call.internal', params: { method } } })

/** Path of the workspace that a reply to workspace.* says is open; undefined when it says nothing of it. */
function openPathIn(name: string, reply: Reply): string | null | undefined {
  if (!name.startsWith('workspace.') || !reply.ok || typeof reply.value !== 'object' || reply.value === null)
    return undefined
  if (!('open' in reply.value)) return undefined
  const { open } = reply.value
  if (open === null) return null
  return typeof open === 'object' && open !== undefined && 'path' in open && typeof open.path === 'string'
    ? open.path
    : undefined
}

export function createCoreClient(options: CoreClientOptions): CoreClient {
  const reader = createReader({
    spawn: options.spawnReader,
    log: options.log,
    ...(options.readWithin === undefined ? {} : { within: options.readWithin }),
  })
  const waiting = new Map<number, { name: string; resolve: (reply: Reply) => void }>()
  const listeners = new Set<(event: KansliEvent) => void>()
  const crashes: number[] = []
  const now = options.now ?? (() => performance.now())
  let lastCall = 0
  /** The core being started takes the place of one that crashed. */
  let again = false
  let current: CoreProcess | null = null
  let closing = false
  let openPath = options.open?.path ?? null
  let ended: () => void = () => undefined
  let tellReady: (failed: CodedError | null) => void = () => undefined
  const ready = new Promise<CodedError | null>((resolve) => (tellReady = resolve))

  const emit = (event: KansliEvent) => listeners.forEach((listener) => listener(event))

  // The core asks with what the opener of this kind wants, as its own port is typed.
  const openFile = ({ file, input }: OpenFile) => reader.open(file, input as never)

  async function answer(to: CoreProcess, id: number, question: Question | OpenFile): Promise<void> {
    let given: Answer
    try {
      const value = await (question.port === 'openFile' ? openFile(question) : options.answer(question))
      given = { ok: true, value }
    } catch (error) {
      const known = error instanceof KansliError ? error : new KansliError('call.internal', { method: question.port })
      given = { ok: false, error: { code: known.code, params: known.params } }
    }
    if (to === current) to.send({ kind: 'answer', id, answer: given })
  }

  function receive(from: CoreProcess, message: FromCore): void {
    switch (message.kind) {
      case 'ready': {
        tellReady(message.failed)
        if (!again || from !== current) return
        again = false
        // The same file under the same pages: they read again and go on. Anything else is another workspace, or none.
        return emit({ type: openPath !== null && message.failed === null ? 'reopened' : 'workspace' })
      }
      case 'reply': {
        const call = waiting.get(message.id)
        waiting.delete(message.id)
        if (call === undefined) return
        const path = openPathIn(call.name, message.reply)
        if (path !== undefined) openPath = path
        return call.resolve(message.reply)
      }
      case 'event':
        return emit(message.event)
      case 'ask': {
        answer(from, message.id, message.question).catch(() => undefined)
        return
      }
      case 'log':
        return options.log(message.level, message.message)
    }
  }

  function crashed(): void {
    for (const [id, call] of waiting) {
      waiting.delete(id)
      call.resolve(internal(call.name))
    }
    crashes.push(now())
    const another = mayStart()
    options.log(
      'error',
      another ? 'the core ended unexpectedly and is started again' : 'the core keeps ending and stays down for now',
    )
    tellReady({ code: 'call.internal', params: { method: 'start' } })
    if (another) startAgain()
  }

  /** Forgets crashes of long ago. */
  function mayStart(): boolean {
    while (now() - (crashes[0] ?? now()) > crashWindow) crashes.shift()
    return crashes.length < mostCrashes
  }

  function startAgain(): void {
    again = true
    start(openPath === null ? null : { path: openPath, create: false })
  }

  function start(open: OpenFirst | null): void {
    const child = options.spawn()
    current = child
    child.onMessage((message) => receive(child, message))
    child.onExit(() => {
      if (child !== current) return
      current = null
      if (closing) ended()
      else crashed()
    })
    child.send({ kind: 'start', dataFolder: options.dataFolder, open })
  }

  start(options.open)
  return {
    ready,
    call(name, input) {
      // Pages that wait for a core that stayed down ask again and again; one of them gets it back.
      if (current === null && !closing && mayStart()) startAgain()
      if (current === null || closing) return Promise.resolve(internal(name))
      lastCall += 1
      const id = lastCall
      const to = current
      return new Promise((resolve) => {
        waiting.set(id, { name, resolve })
        try {
          to.send({ kind: 'call', id, name, input })
        } catch {
          // What cannot be cloned cannot be a method's input.
          waiting.delete(id)
          resolve({ ok: false, error: { code: 'call.bad-input', params: { method: name, where: '' } } })
        }
      })
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closing = true
      reader.close()
      const child = current
      if (child === null) return
      const gone = new Promise<void>((resolve) => (ended = resolve))
      const timer = setTimeout(() => child.kill(), options.closeWithin ?? 10_000)
      child.send({ kind: 'close' })
      await gone
      clearTimeout(timer)
      for (const [id, call] of waiting) {
        waiting.delete(id)
        call.resolve(internal(call.name))
      }
    },
  }
}
