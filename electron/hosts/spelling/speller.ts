/** The speller that hosts give the core: a thread with the dictionaries, started when somebody first asks. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Speller } from '#core/ports.ts'

/** Milliseconds that looking for what was meant may take; then the thread is let go, and a new one starts. */
const patience = 3000
/** The first question waits for a dictionary to be opened too. */
const opening = 20_000
/** Words whose answer is remembered. */
const remembered = 50_000

const here = dirname(fileURLToPath(import.meta.url))
// The built program has the thread's script beside it, unpacked; the sources have it here.
const script = import.meta.url.endsWith('.ts')
  ? join(here, 'worker.ts')
  : join(here.replace(/app\.asar(?=$|[\\/])/u, 'app.asar.unpacked'), 'spelling-worker.js')

/** Dictionaries lie as files of their own beside an installed program, so that they can be replaced. */
function folderOf(name: string): string {
  const { resourcesPath } = process as { resourcesPath?: string }
  const installed = resourcesPath === undefined ? null : join(resourcesPath, 'dictionaries', name)
  return installed !== null && existsSync(installed)
    ? installed
    : join(here, '..', '..', ...(import.meta.url.endsWith('.ts') ? ['..'] : []), 'node_modules', name)
}

type Language = 'sv' | 'en'
type Waiting = { done: (found: string[]) => void; timer: ReturnType<typeof setTimeout> }

export function threadSpeller(): Speller {
  let worker: Worker | null = null
  let number = 0
  const opened = new Set<Language>()
  const waiting = new Map<number, Waiting>()
  const known: Record<Language, Map<string, boolean>> = { sv: new Map(), en: new Map() }

  /** Everything that still waits gets no answer. */
  function letGo(): void {
    void worker?.terminate()
    worker = null
    opened.clear()
    for (const { done, timer } of waiting.values()) {
      clearTimeout(timer)
      done([])
    }
    waiting.clear()
  }
  function started(): Worker {
    if (worker !== null) return worker
    const made = new Worker(script, {
      workerData: { folders: { sv: folderOf('dictionary-sv'), en: folderOf('dictionary-en-gb') } },
    })
    made.on('message', ({ id, found }: { id: number; found: string[] }) => {
      const asked = waiting.get(id)
      if (asked === undefined) return
      clearTimeout(asked.timer)
      waiting.delete(id)
      asked.done(found)
    })
    made.on('error', letGo)
    // Nobody waits for a dictionary when the program ends.
    made.unref()
    worker = made
    return made
  }
  function ask(language: Language, words: readonly string[], suggest: boolean): Promise<string[]> {
    return new Promise((done) => {
      const id = (number += 1)
      const timer = setTimeout(letGo, opened.has(language) ? patience : opening)
      waiting.set(id, { done, timer })
      started().postMessage({ id, language, words, suggest })
    })
  }

  return {
    async unknown(language, words) {
      const answers = known[language]
      const fresh = words.filter((word) => !answers.has(word))
      if (fresh.length > 0) {
        const missing = new Set(await ask(language, fresh, false))
        // Without an answer nothing is called wrong, and it is asked again another time.
        if (worker !== null) {
          opened.add(language)
          if (answers.size > remembered) answers.clear()
          for (const word of fresh) answers.set(word, !missing.has(word))
        }
      }
      return words.filter((word) => answers.get(word) === false)
    },
    suggest: (language, word) => ask(language, [word], true),
    close: letGo,
  }
}
