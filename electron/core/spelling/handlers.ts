/** Spelling: what the dictionaries, the register and the office's own list together do not know. */
import { all, get, insert, run } from '#db/connection.ts'
import type { HandlersOf, TaskContext } from '#core/context.ts'
import { KansliError } from '#contract/errors.ts'
import { withoutApostrophes } from '#contract/typography.ts'
import { foreignSpans } from '#core/word/foreign.ts'
import { atOnce, catchUp } from '#core/search/handlers.ts'
import { namesIn } from '#core/search/memory.ts'
import { askedWords, formsOf, partsOf, type Asked, type Language } from './words.ts'

const mostSuggestions = 6

/** Whether a word is a name of the register or one of the office's own. */
function ownWords(context: TaskContext): (word: string) => boolean {
  catchUp(context, atOnce)
  return context.read((db) => {
    const book = namesIn(db)
    const own = new Set(all<{ word: string }>(db, 'SELECT word FROM known_word').map(({ word }) => word.toLowerCase()))
    // The book has O'Brien as "o brien" and as "obrien".
    const hasName = (form: string) =>
      book.hasWord(form) ||
      (form.includes("'") &&
        book.hasWord(withoutApostrophes(form)) &&
        form.split("'").every((part) => book.hasWord(part)))
    return (word: string) => formsOf(word).some((form) => own.has(form) || hasName(form))
  })
}

/** Words of one language that its dictionary does not have; a compound with hyphens is known when its parts are. */
async function unknown(context: TaskContext, language: Language, words: readonly string[]): Promise<Set<string>> {
  const { speller } = context.ports
  const missing = await speller.unknown(language, words)
  const tied = missing.filter((word) => partsOf(word).length > 0)
  const parts = new Set(await speller.unknown(language, [...new Set(tied.flatMap(partsOf))]))
  const known = new Set(tied.filter((word) => partsOf(word).every((part) => !parts.has(part))))
  return new Set(missing.filter((word) => !known.has(word)))
}

export const spellingHandlers: HandlersOf<'spelling'> = {
  'spelling.check': async (context, { language, texts }) => {
    const isOwn = ownWords(context)
    const asked = texts.map(({ text, foreign }): Asked[] => {
      const found = foreignSpans(text, { language, names: new Set(), titles: [] })
      const stretches = [...foreign, ...found.map(({ start, end }) => ({ from: start, to: end }))]
      return askedWords(text, language, stretches).filter(({ word }) => !isOwn(word))
    })
    const missing = { sv: new Set<string>(), en: new Set<string>() }
    for (const one of ['sv', 'en'] as const) {
      const words = asked.flat().filter((each) => each.language === one)
      missing[one] = await unknown(context, one, [...new Set(words.map(({ word }) => word))])
    }
    return {
      marks: asked.map((words) =>
        words.filter((one) => missing[one.language].has(one.word)).map(({ from, to }) => ({ from, to })),
      ),
    }
  },
  'spelling.suggest': async ({ ports }, { language, word }) => ({
    words: (await ports.speller.suggest(language, word)).slice(0, mostSuggestions),
  }),
  'spelling.words': ({ db }) => ({
    words: all(db, 'SELECT id, word FROM known_word ORDER BY word COLLATE NOCASE, id'),
  }),
  'spelling.learn': ({ db, ports }, { word }) => {
    const known = get<{ id: string }>(db, 'SELECT id FROM known_word WHERE word = ?', [word])
    if (known !== undefined) return known
    const id = ports.newId()
    insert(db, 'known_word', { id, word })
    return { id }
  },
  'spelling.forget': ({ db }, { id }) => {
    if (run(db, 'DELETE FROM known_word WHERE id = ?', [id]) === 0) throw new KansliError('entity.not-found')
    return {}
  },
}
