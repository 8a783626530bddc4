/**
 * The dictionaries, in a thread of their own: opening one and looking for what was meant takes longer than saving may
 * wait. Hunspell runs as WebAssembly; nothing is compiled and nothing is fetched.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import * as hunspellAsm from 'hunspell-asm'
import type { Hunspell, HunspellFactory } from 'hunspell-asm'

type Question = { id: number; language: 'sv' | 'en'; words: readonly string[]; suggest: boolean }

// The starter of this thread gives it nothing else.
const { folders } = workerData as { folders: Readonly<Record<Question['language'], string>> }
let factory: Promise<HunspellFactory> | null = null
const opened = new Map<Question['language'], Hunspell>()

async function dictionary(language: Question['language']): Promise<Hunspell> {
  const known = opened.get(language)
  if (known !== undefined) return known
  factory ??= hunspellAsm.loadModule()
  const made = await factory
  const mounted = (part: 'aff' | 'dic') =>
    made.mountBuffer(readFileSync(join(folders[language], `index.${part}`)), `${language}.${part}`)
  const hunspell = made.create(mounted('aff'), mounted('dic'))
  opened.set(language, hunspell)
  return hunspell
}

async function answer({ id, language, words, suggest }: Question): Promise<void> {
  const hunspell = await dictionary(language)
  const found = suggest ? hunspell.suggest(words[0] ?? '') : words.filter((word) => !hunspell.spell(word))
  parentPort?.postMessage({ id, found })
}

let last = Promise.resolve()
parentPort?.on('message', (question: Question) => {
  last = last.then(() => answer(question))
})
