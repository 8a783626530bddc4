/** What is asked for before the caret: a name after `@`, a theme after `#`. Pure. */
import { nameParticles } from '#contract/name-particles.ts'

export type Query = {
  sign: '@' | '#'
  /** What follows the sign. */
  text: string
  /** Letters before the caret that the answer replaces, the sign too. */
  length: number
}

/** Longer than any name with an organisation. */
const longest = 120
const asked = new RegExp(`(?:^|[\\s([{"”“/–-])([@#])((?:[^\\s@#][^@#\\t\\n]{0,${longest - 1}})?)$`, 'u')

/** The query that ends at the caret; null when none does. An address such as a@b is none. */
export function queryBefore(before: string): Query | null {
  const found = asked.exec(before.slice(-longest - 2))
  if (found === null) return null
  const [, sign, text = ''] = found
  // Two spaces in a row end a name.
  if (/\s\s/u.test(text)) return null
  return { sign: sign === '#' ? '#' : '@', text, length: text.length + 1 }
}

/** Initials typed as a word of their own just before the caret: "jn"; null when what stands there is no such word. */
export function initialsBefore(before: string, after: string): string | null {
  if (/^[\p{L}\p{N}]/u.test(after)) return null
  return /(?:^|[^\p{L}\p{N}@#/._-])(\p{L}{2,4})$/u.exec(before)?.[1] ?? null
}

const particles = new Set(nameParticles)
/** A word of a name: in letters that know no case it begins with any; "d’Arc" with its article. */
const named = /^(?:\p{Ll}{1,2}[’'])?[\p{Lu}\p{Lo}][\p{L}\p{M}’'.-]*$/u

/** A word of a theme: letters and figures, with what joins them. */
const themed = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}&/’'-]*$/u

/**
 * A theme that nobody knows yet, as it is typed: one word, or up to six that begin with a capital letter, so that a
 * sentence that goes on behind the sign is none. Null when the words are no title, and when a space ends them.
 */
export function themeIntroduced(text: string): string | null {
  const words = text.split(' ')
  const [first = ''] = words
  if (words.length > 6 || !words.every((word) => themed.test(word))) return null
  if (!/^\p{L}/u.test(first) || text.length < 2) return null
  return words.length === 1 || /^[\p{Lu}\p{Lo}]/u.test(first) ? text : null
}

/** Somebody new as they are introduced: "Ny Person, Organisation". Null when the words are no name. */
export function introduced(text: string): { name: string; organisation: string | null } | null {
  const comma = text.indexOf(',')
  const name = (comma < 0 ? text : text.slice(0, comma)).trim().replace(/\s+/gu, ' ')
  const organisation =
    comma < 0
      ? ''
      : text
          .slice(comma + 1)
          .trim()
          .replace(/\s+/gu, ' ')
  const words = name.split(' ')
  if (words.length < 2 || words.length > 6) return null
  if (!named.test(words[0] ?? '') || !named.test(words.at(-1) ?? '')) return null
  if (!words.every((word) => named.test(word) || particles.has(word))) return null
  return { name, organisation: organisation === '' ? null : organisation }
}
