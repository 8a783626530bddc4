/** A core's process that stands in the test's own: it answers what it is told to, and can be made to crash. */
import type { Reply } from '#contract/envelope.ts'
import type { CoreProcess } from '#hosts/core-process/client.ts'
import type { Answer, FromCore, Question, ToCore } from '#hosts/core-process/protocol.ts'

/** Where no file from outside is opened. */
export const noReader = () => {
  throw new Error('no file is opened here')
}

export class FakeCore implements CoreProcess {
  readonly received: ToCore[] = []
  readonly answers = new Map<number, Answer>()
  /** Undefined: the call stays in flight. */
  reply: (name: string, input: unknown) => Reply | undefined = (name, input) => ({ ok: true, value: { name, input } })
  killed = false
  #message: (message: FromCore) => void = () => undefined
  #exit: () => void = () => undefined

  send(message: ToCore): void {
    this.received.push(message)
    if (message.kind === 'start') queueMicrotask(() => this.tell({ kind: 'ready', failed: null }))
    if (message.kind === 'answer') this.answers.set(message.id, message.answer)
    if (message.kind === 'close') queueMicrotask(() => this.end())
    if (message.kind === 'call') {
      const reply = this.reply(message.name, message.input)
      if (reply !== undefined) queueMicrotask(() => this.tell({ kind: 'reply', id: message.id, reply }))
    }
  }
  onMessage(listener: (message: FromCore) => void): void {
    this.#message = listener
  }
  onExit(listener: () => void): void {
    this.#exit = listener
  }
  kill(): void {
    this.killed = true
    this.end()
  }
  tell(message: FromCore): void {
    this.#message(message)
  }
  end(): void {
    this.#exit()
  }
  /** Asks the host, and gives its answer. */
  async ask(id: number, question: Question): Promise<Answer> {
    this.tell({ kind: 'ask', id, question })
    for (let turn = 0; turn < 1000; turn += 1) {
      const found = this.answers.get(id)
      if (found !== undefined) return found
      await new Promise((resolve) => setImmediate(resolve))
    }
    throw new Error('no answer')
  }
  get calls(): string[] {
    return this.received.flatMap((message) => (message.kind === 'call' ? [message.name] : []))
  }
}
