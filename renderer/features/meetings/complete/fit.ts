/** How well a name answers a few letters. å, ä and ö that are typed are just those letters; letters without marks may be any. Pure. */
import { withoutApostrophes } from '#contract/typography.ts'
import { fold } from '../../../commands/fuzzy.ts'

const partsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')

const bare = (text: string) => [...text].map((sign) => ('åäö'.includes(sign) ? sign : fold(sign))).join('')

/** Whether each asked word begins a word of the name, in their order; where the first was found, or -1. */
function beginsAt(asked: readonly string[], parts: readonly string[]): number {
  let at = 0
  let first = -1
  for (const word of asked) {
    const found = parts.findIndex((part, index) => index >= at && part.startsWith(word))
    if (found < 0) return -1
    if (first < 0) first = found
    at = found + 1
  }
  return first
}

/** Initials of all words, and of the first and the last. */
function initials(parts: readonly string[]): string[] {
  if (parts.length < 2) return []
  const letters = parts.map((part) => part[0] ?? '')
  return [letters.join(''), `${letters[0] ?? ''}${letters.at(-1) ?? ''}`]
}

/** A letter as typed stands for one of the name's. */
function sameLetters(asked: string, exact: readonly string[]): boolean {
  return exact.includes(asked) || exact.map(fold).includes(bare(asked))
}

/** Whether letters are somebody's initials; those of O’Brien are "o" as well as "ob". */
export function hasInitials(name: string, typed: string): boolean {
  const either = [...new Set([name, withoutApostrophes(name)])].flatMap((written) => initials(partsOf(written)))
  return sameLetters(typed.toLowerCase(), either)
}

/**
 * 0 best; null not at all. Everything answers nothing typed. A name with an apostrophe answers as if it had none, too:
 * "obrien" is O’Brien.
 */
export function nameFit(name: string, typed: string): number | null {
  const joined = withoutApostrophes(name)
  const fits = [fitOf(name, typed), joined === name ? null : fitOf(joined, typed)].filter((fit) => fit !== null)
  return fits.length === 0 ? null : Math.min(...fits)
}

function fitOf(name: string, typed: string): number | null {
  const asked = partsOf(typed)
  const [only] = asked
  if (only === undefined) return typed.trim() === '' ? 0 : null
  const parts = partsOf(name)
  const exact = beginsAt(asked, parts)
  if (exact >= 0) return exact === 0 ? 0 : 1
  if (asked.length === 1 && only.length > 1 && sameLetters(only, initials(parts))) return 2
  const folded = parts.map(fold)
  const forgiven = beginsAt(asked.map(bare), folded)
  if (forgiven >= 0) return forgiven === 0 ? 3 : 4
  if (asked.every((word) => word.length >= 3 && folded.some((part) => part.includes(bare(word))))) return 5
  return null
}
