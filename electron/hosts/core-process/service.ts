/** The core's side of the protocol, with the channel handed in: a forked child's or a utility process's. */
import { createApp, type App } from '#core/app.ts'
import { KansliError } from '#contract/errors.ts'
import { makePrivateFolder } from '../node-files.ts'
import { nodePorts } from '../node-ports.ts'
import type { Answer, CodedError, FromCore, OpenFile, Question, StartMessage, ToCore } from './protocol.ts'

/** How long calls in flight may take to end before the workspace is closed under them, in milliseconds. */
const patience = 3000

/** Milliseconds between two copies of a workspace that stays open: so much of a day's work has no copy yet. */
const copyEvery = 10 * 60_000

function coded(error: unknown): CodedError {
  return error instanceof KansliError
    ? { code: error.code, params: error.params }
    : { code: 'call.internal', params: { method: 'start' } }
}

export type Service = {
  receive(message: ToCore): void
  /** Lets calls in flight end, closes the workspace. */
  close(): Promise<void>
}

/** @param send puts one message on the way to the host @param closed runs after the workspace was closed on the host's word */
export function createService(send: (message: FromCore) => void, closed: () => void): Service {
  const questions = new Map<number, { port: string; answer: (answer: Answer) => void }>()
  const inFlight = new Set<Promise<void>>()
  let lastQuestion = 0
  let app: App | null = null
  const copying = setInterval(() => void app?.copy(), copyEvery)
  copying.unref()

  function ask(question: Question | OpenFile): Promise<unknown> {
    lastQuestion += 1
    const id = lastQuestion
    const answered = new Promise<Answer>((resolve) => questions.set(id, { port: question.port, answer: resolve }))
    send({ kind: 'ask', id, question })
    return answered.then((answer) => {
      if (answer.ok) return answer.value
      throw new KansliError(answer.error.code, answer.error.params)
    })
  }

  function start(message: StartMessage): void {
    let failed: CodedError | null = null
    app = createApp(
      nodePorts({
        dataFolder: message.dataFolder,
        log: (level, text) => send({ kind: 'log', level, message: text }),
        // The host answers each question with its port's own result.
        saveFile: (name, bytes) => ask({ port: 'saveFile', name, bytes }) as Promise<string | null>,
        pickWorkspace: () => ask({ port: 'pickWorkspace' }) as Promise<string | null>,
        reader: { open: (file, input) => ask({ port: 'openFile', file, input }) as never },
      }),
    )
    app.onEvent((event) => send({ kind: 'event', event }))
    try {
      makePrivateFolder(message.dataFolder)
      if (message.open !== null) app.openWorkspace(message.open.path, { create: message.open.create })
    } catch (error) {
      failed = coded(error)
    }
    send({ kind: 'ready', failed })
  }

  async function answerCall(id: number, name: string, input: unknown): Promise<void> {
    const reply =
      app === null
        ? ({ ok: false, error: { code: 'call.internal', params: { method: name } } } as const)
        : await app.dispatch(name, input)
    send({ kind: 'reply', id, reply })
  }

  async function close(): Promise<void> {
    clearInterval(copying)
    for (const { answer, port } of questions.values())
      answer(
        port === 'openFile' ? { ok: false, error: { code: 'file.broke-off', params: {} } } : { ok: true, value: null },
      )
    questions.clear()
    let timer: ReturnType<typeof setTimeout> | undefined
    const enough = new Promise((resolve) => (timer = setTimeout(resolve, patience)))
    await Promise.race([Promise.allSettled(inFlight), enough])
    clearTimeout(timer)
    app?.close()
    app = null
  }

  return {
    receive(message) {
      switch (message.kind) {
        case 'start':
          return start(message)
        case 'call': {
          const running: Promise<void> = answerCall(message.id, message.name, message.input).finally(() =>
            inFlight.delete(running),
          )
          inFlight.add(running)
          return
        }
        case 'answer': {
          questions.get(message.id)?.answer(message.answer)
          questions.delete(message.id)
          return
        }
        case 'close': {
          close()
            .catch(() => send({ kind: 'log', level: 'error', message: 'the workspace could not be closed properly' }))
            .finally(closed)
          return
        }
      }
    },
    close,
  }
}
