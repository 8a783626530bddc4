/** Whether two names may be one organisation's, or one body's. Kinds and types that differ speak against it. Pure. */
import type { Reason } from '#contract/identity.ts'
import { foldKey, matchKey, organisationKey } from '#core/register/names.ts'
import { legalForms } from '#core/register/organisation-similarity.ts'
import { wordOf } from '#core/register/similarity.ts'
import type { Verdict } from './judge-person.ts'
import { keystrokes } from './words.ts'

const smallWords = new Set('och & and i för the of av på'.split(' '))

/** Words that tell what sort of thing a name is for. The first that fits counts. */
const typeWords: readonly (readonly [RegExp, string])[] = [
  [/departementet?$/u, 'departement'],
  [/^(?:universitets)?sjukhuset?$|universitetssjukhus(?:et)?$/u, 'sjukhus'],
  [/^(?:universitetet?|högskolan?|university)$|högskolan?$/u, 'lärosäte'],
  [/^region$|regionen$/u, 'region'],
  [/^kommun$|^kommunen$/u, 'kommun'],
]

function typeIn(key: string): string | null {
  const words = key.split(' ')
  return typeWords.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1] ?? null
}

/** Inner parts of compounds that abbreviations take a letter of: Västra Götalandsregionen is VGR. */
const heads =
  /(?:region|universitet|högskol|råd|verk|styrels|departement|förening|förbund|institut|myndighet|industri|centr|kontor|sjukhus|forskning|försörjning|skydd|beredskap|förmån)/gu

type Letter = { letter: string; word: number; opens: boolean }

/** The letters of which an abbreviation may be made: every word's first, and each part's of a compound. */
function lettersOf(words: readonly string[]): Letter[] {
  return words.flatMap((word, place) => {
    const inner = [...word.matchAll(heads)].map(({ index }) => index).filter((index) => index > 0)
    return [0, ...inner].map((index) => ({ letter: foldKey(word[index] ?? ''), word: place, opens: index === 0 }))
  })
}

/** Every letter of `short` in order, none of the words left out. */
function abbreviates(short: string, words: readonly string[]): boolean {
  const letters = lettersOf(words)
  const fits = (at: number, from: number, word: number): boolean => {
    if (at === short.length) return word === words.length - 1
    for (let place = from; place < letters.length; place += 1) {
      const one = letters[place]
      if (one === undefined || one.word > word + 1) return false
      if (one.letter !== short[at] || (one.word === word + 1 && !one.opens)) continue
      if (fits(at + 1, place + 1, one.word)) return true
    }
    return false
  }
  return fits(0, 0, -1)
}

/** Names that are no first letters of the long one, or of too few. */
const knownShort: readonly (readonly [string, string])[] = [
  ['läkemedelsindustriföreningen', 'lif'],
  ['tandvårds och läkemedelsförmånsverket', 'tlv'],
  ['folkhälsomyndigheten', 'fohm'],
  ['karlstads universitet', 'kau'],
  ['linköpings universitet', 'liu'],
  ['linnéuniversitetet', 'lnu'],
  ['mittuniversitetet', 'miun'],
  ['malmö universitet', 'mau'],
  ['örebro universitet', 'oru'],
  ['luleå tekniska universitet', 'ltu'],
  ['sveriges lantbruksuniversitet', 'slu'],
  ['inspektionen för vård och omsorg', 'ivo'],
  ['verket för innovationssystem', 'vinnova'],
  ['kungliga tekniska högskolan', 'kth'],
  ['chalmers tekniska högskola', 'chalmers'],
  ['vetenskapsrådet', 'vr'],
]

type Form = { key: string; words: string[]; type: string | null; capitals: boolean; text: string }

const forms = new Map<string, Form>()
function formOf(text: string): Form {
  let form = forms.get(text)
  if (form === undefined) {
    const key = matchKey(text).replace(/[()]/gu, ' ').replace(/\s+/gu, ' ').trim()
    const all = key.split(' ').filter(Boolean)
    const without = (list: string[], set: ReadonlySet<string>) => {
      const kept = list.filter((word) => !set.has(word))
      return kept.length === 0 ? list : kept
    }
    const words = without(without(all, legalForms), smallWords)
    const capitals = /^[\p{Lu}\d]{2,6}$/u.test(text.trim()) || /^\p{Lu}{2,}/u.test(text.trim())
    if (forms.size > 20_000) forms.clear()
    forms.set(text, (form = { key, words, type: typeIn(key), capitals, text }))
  }
  return form
}

function isAbbreviation(short: Form, long: Form): boolean {
  const [only = ''] = short.words
  if (short.words.length !== 1 || only.length < 2 || only.length > 8) return false
  if (knownShort.some(([name, abbreviation]) => abbreviation === only && name === long.key)) return true
  // One word of a single part has no first letters; two letters must be written as capitals.
  if (only.length > 6 || !short.capitals || long.words.length < 2) return false
  return abbreviates(foldKey(only), long.words)
}

type Likeness = Reason | null

/** How two words of two names are one, or null. A number, or a letter alone, is never mistyped. */
function wordLikeness(a: string, b: string): Likeness {
  if (a === b) return 'equal'
  if (/\d/u.test(a + b) || a.length < 2 || b.length < 2) return null
  const [one, two] = [wordOf(a), wordOf(b)]
  if (one.sound === two.sound) return 'sound'
  if (one.folded === two.folded) return 'marks'
  // "universitet" and "universitetet": the article is no slip.
  if (Math.min(a.length, b.length) >= 6 && keystrokes(a, b) === 1 && a[0] === b[0]) return 'spelling'
  return null
}

function wordsLikeness(a: readonly string[], b: readonly string[]): Likeness {
  if (a.length !== b.length) return null
  let found: Likeness = 'equal'
  let slips = 0
  for (const [place, word] of a.entries()) {
    const one = wordLikeness(word, b[place] ?? '')
    if (one === null) return null
    if (one === 'spelling') slips += 1
    if (one !== 'equal' && found !== 'spelling') found = one
  }
  return slips > 1 ? null : found
}

/** Two surely different types of the same name: Region Uppsala and Uppsala universitet are two. */
function typesClash(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

export type OrganisationName = { name: string; type: string | null }

/** Weighs two names of organisations. */
export function judgeOrganisations(a: OrganisationName, b: OrganisationName): Verdict {
  const [one, two] = [formOf(a.name), formOf(b.name)]
  if (typesClash(a.type, b.type) || typesClash(one.type, two.type)) return null
  if (one.key === two.key) return { verdict: 'same', reasons: ['equal'] }
  if (organisationKey(a.name) === organisationKey(b.name)) return { verdict: 'same', reasons: ['spacing'] }
  const whole = one.words.join(' ') === two.words.join(' ')
  if (whole) return { verdict: 'same', reasons: ['legal-form'] }
  if (isAbbreviation(one, two) || isAbbreviation(two, one))
    return {
      verdict: 'same',
      reasons: a.type !== null && a.type === b.type ? ['abbreviation', 'same-type'] : ['abbreviation'],
    }
  const likeness =
    wordsLikeness(one.words, two.words) ??
    wordLikenessJoined(one.words.join(''), two.words.join('')) ??
    (one.words.length > 1 ? wordsLikeness(one.words.toSorted(), two.words.toSorted()) : null)
  if (likeness === null) return null
  return { verdict: 'same', reasons: [likeness === 'equal' ? 'order' : likeness] }
}

/** As a word's, for names written apart in one place and together in another, which must be long to be mistyped. */
function wordLikenessJoined(a: string, b: string): Likeness {
  const found = wordLikeness(a, b)
  return found === 'spelling' && Math.min(a.length, b.length) < 8 ? null : found === 'equal' ? 'spacing' : found
}

const bodyHeads: readonly (readonly [RegExp, string])[] = [
  [/^(?:den )?(?:nationella )?arbetsgrupp(?:en)?(?: för| kring| om)? /u, 'arbetsgrupp'],
  [/^(?:den )?(?:nationella )?samverkansgrupp(?:en)?(?: för)? /u, 'samverkansgrupp'],
  [/^(?:det )?(?:strategiska )?samverkansprogram(?:met)?(?: för)? /u, 'program'],
  [/^programmet(?: för)? /u, 'program'],
]

export type BodyName = { name: string; type: string | null; parentId: string | null }

function bodyForm(body: BodyName): { core: string; type: string | null } {
  const key = matchKey(body.name)
  const head = bodyHeads.find(([pattern]) => pattern.test(key))
  return {
    core: head === undefined ? key : key.replace(head[0], ''),
    type: body.type ?? head?.[1] ?? null,
  }
}

/** Weighs two names of bodies: a group, a programme and an area of one name are three things. */
export function judgeBodies(a: BodyName, b: BodyName): Verdict {
  const [one, two] = [bodyForm(a), bodyForm(b)]
  if (typesClash(one.type, two.type) || typesClash(a.parentId, b.parentId)) return null
  const [wordsA, wordsB] = [one.core.split(' '), two.core.split(' ')]
  const likeness = one.core === two.core ? 'equal' : wordsLikeness(wordsA, wordsB)
  if (likeness === null) {
    const joined = organisationKey(a.name) === organisationKey(b.name)
    return joined ? { verdict: 'same', reasons: ['spacing'] } : null
  }
  const reasons: Reason[] = [likeness]
  if (likeness === 'equal' && matchKey(a.name) !== matchKey(b.name)) reasons[0] = 'short-form'
  // The same words for something of unknown type may be the group or its programme.
  const sure = one.type !== null && two.type !== null ? true : one.type === two.type && likeness !== 'equal'
  if (one.type !== null && one.type === two.type) reasons.push('same-type')
  if (one.type === null && two.type === null && a.parentId === b.parentId) return { verdict: 'same', reasons }
  return { verdict: sure ? 'same' : 'undecided', reasons }
}
