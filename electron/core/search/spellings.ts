/** The ways an entry of the register is spelt. */
import { withoutApostrophes } from '#contract/typography.ts'
import { wordsOf } from './fold.ts'
import type { Entry } from './gathered.ts'
import { wordsTogether } from './own-words.ts'

/** Its name, and every other spelling. */
export const spellingsOf = (entry: Entry): string[] => [entry.name, ...entry.spellings]

/** Every spelling in words, one with apostrophes also as if it had none. */
export const worded = (entry: Entry) =>
  spellingsOf(entry).flatMap((name) => {
    const joined = withoutApostrophes(name)
    return joined === name ? [wordsOf(name)] : [wordsOf(name), wordsOf(joined)]
  })

/** The words of all its spellings, each as often as one spelling has it. */
export const ownWordsOf = (entry: Entry) => wordsTogether(worded(entry))

/** A theme's other spelling is its code: "2.2". As words, for that is what a query is. */
export const codesOf = (entry: Entry) =>
  entry.kind === 'theme' ? entry.spellings.map((code) => wordsOf(code).join(' ')) : []
