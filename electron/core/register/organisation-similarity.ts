/** How alike two names of organisations or bodies are. Pure. */
import { distance } from 'fastest-levenshtein'
import { foldKey, matchKey } from './names.ts'
import { wordOf } from './similarity.ts'

export const legalForms = new Set(
  (
    'ab aktiebolag publ hb handelsbolag kb kommanditbolag ek för ekonomisk förening ideell stiftelse ' +
    'as a/s asa oy oyj ltd limited plc inc llc gmbh ag sa bv nv'
  ).split(' '),
)
const smallWords = new Set('och & and i för the of av på'.split(' '))

/** A name made ready for comparing. */
export type OrganisationForm = {
  key: string
  /** Words that tell it apart, with sounds and marks folded. */
  core: string
  sorted: string
  /** Its first letters, when it has three words or more. */
  initials: string | null
  /** Itself, when it is one word of three to eight letters: it may be somebody's initials. */
  short: string | null
}

/** @param key of matchKey */
export function organisationForm(key: string): OrganisationForm {
  const words = key.replace(/[()]/gu, ' ').split(' ').filter(Boolean)
  const without = (list: readonly string[], set: ReadonlySet<string>) => {
    const kept = list.filter((word) => !set.has(word))
    return kept.length === 0 ? list : kept
  }
  const telling = without(without(words, legalForms), smallWords)
  const folded = telling.map((word) => wordOf(word).folded)
  const [only = ''] = telling
  return {
    key,
    core: folded.join(''),
    sorted: folded.toSorted().join(''),
    initials: telling.length >= 3 ? foldKey(telling.map((word) => word[0]).join('')) : null,
    short: telling.length === 1 && only.length >= 3 && only.length <= 8 ? foldKey(only) : null,
  }
}

const ratio = (a: string, b: string) => 1 - distance(a, b) / Math.max(a.length, b.length, 1)

/** As organisationSimilarity, for names made ready. */
export function formSimilarity(a: OrganisationForm, b: OrganisationForm): number {
  if (a.key === b.key) return 1
  if (a.core === b.core) return 0.95
  if ((a.short !== null && a.short === b.initials) || (b.short !== null && b.short === a.initials)) return 0.85
  return 0.95 * Math.max(ratio(a.core, b.core), ratio(a.sorted, b.sorted))
}

/**
 * Likeness of two names of organisations or bodies in 0..1: 0.95 when a legal form, a small word or a space is all
 * that differs, 0.85 for an abbreviation by first letters ("SKR"), else by the letters of the words that tell.
 */
export function organisationSimilarity(a: string, b: string): number {
  return formSimilarity(organisationForm(matchKey(a)), organisationForm(matchKey(b)))
}
