/** The way to the standard phrases from every page. */
import type { Command } from '../../commands/registry.ts'
import { createStore } from '../../ui/store.ts'

/** Somebody asked for the phrases and has not come to them: the page may have to be fetched first. */
const asked = createStore(false)
export const usePhrasesAsked = asked.use
export const phrasesReached = () => asked.set(false)

export const phraseCommands: readonly Command[] = [
  {
    id: 'phrases.go',
    labelKey: 'goPhrases',
    group: 'go',
    icon: 'text',
    when: (context) => context.open,
    run: (context) => {
      context.navigate('/installningar')
      asked.set(true)
    },
  },
]
