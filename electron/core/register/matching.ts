/** How the names of a text meet the names that are known. It proposes; nothing here links anybody. Pure. */
import type { Match } from '#contract/imports.ts'
import type { EntityKind } from '#contract/register.ts'
import { areVariants, isEveryday } from '#core/identity/given-names.ts'
import { judgeNames } from '#core/identity/judge-person.ts'
import { NameIndex, shareWord } from './name-index.ts'
import { hyphenedKey, matchKey, organisationKey } from './names.ts'
import type { OrganisationForm } from './organisation-similarity.ts'
import { formSimilarity, organisationForm, organisationSimilarity } from './organisation-similarity.ts'
import type { Word } from './similarity.ts'
import { wordSimilarity, wordsOfKey, wordsSimilarity } from './similarity.ts'

/** A value, or the way to it when few of many will be asked for. */
type Late<T> = T | (() => T)

/** One name of somebody or something known; an entity with several spellings has one entry for each. */
export type Known = {
  id: string
  name: string
  /** matchKey of `name`. */
  matchKey: string
  /** Names of the organisations a person is known to belong to; empty when no text says. */
  organisations: Late<readonly string[]>
  /** The name that is shown, when it is another spelling. */
  shown?: string
  /** Restricted: linked where this very name stands, and never shown for one that is only like it. */
  hidden?: boolean
  /** Best known affiliation or type. */
  detail?: Late<string | null>
}
/** A name to be matched, and the organisation the text gives with it. */
export type Wanted = { name: string; organisation: string | null }

/** How a list is asked when thousands are looked for at once. */
export type Asked = {
  /** Places of the names that may be like a key, beside those of the very key; else all that share a word with it. */
  near?: (key: string) => Iterable<number>
  /** In place of the entry's own way to them. */
  organisationsOf?: (one: Known) => readonly string[]
  /** Candidates come without detail. */
  plain?: boolean
}

/** From here on a name is asked about. True spellings of one name are at 0.9 and above. */
const nearLimit = 0.82
const mostCandidates = 5
/** Likeness of two names of people that a hyphen alone tells apart: of one name it is 1. */
const otherHyphen = 0.99
/** Likeness that a short form of a first name is given: "Lasse" is never like "Lars" by its letters. */
const shortForm = 0.85

type Candidate = Match['candidates'][number]
type Register = {
  index: NameIndex
  known: readonly Known[]
  words: (Word[] | undefined)[]
  forms: (OrganisationForm | undefined)[]
  /** Places by the first letters of names; made when an abbreviation is first looked for. */
  initials: Map<string, number[]> | null
}

const registers = new WeakMap<readonly Known[], Register>()

function registerOf(known: readonly Known[]): Register {
  let register = registers.get(known)
  if (register === undefined) {
    register = { index: new NameIndex(known.map((one) => one.matchKey)), known, words: [], forms: [], initials: null }
    registers.set(known, register)
  }
  return register
}

const formAt = (register: Register, place: number) =>
  (register.forms[place] ??= organisationForm(register.known[place]?.matchKey ?? ''))

/** Whether two names of organisations may be one and the same: then neither speaks against the other. */
function sameOrganisation(a: string, b: string): boolean {
  return organisationKey(a) === organisationKey(b) || organisationSimilarity(a, b) >= nearLimit
}

const ownOrganisations = ({ organisations }: Known) =>
  typeof organisations === 'function' ? organisations() : organisations

/** A person of the same name who belongs somewhere else may well be somebody else. */
function speaksAgainst(
  wanted: Wanted,
  entries: readonly Known[],
  { organisationsOf = ownOrganisations }: Asked,
): boolean {
  const { organisation } = wanted
  const known = entries.flatMap(organisationsOf)
  if (organisation === null || organisation === '' || known.length === 0) return false
  return !known.some((name) => sameOrganisation(name, organisation))
}

/** Of several people of one name the one who belongs where the text says, when each of the others belongs elsewhere. */
function theOneThere(wanted: Wanted, bearers: readonly Known[], asked: Asked): readonly Known[] {
  if (wanted.organisation === null || wanted.organisation === '') return []
  const byId = Map.groupBy(bearers, ({ id }) => id)
  const left = [...byId.values()].filter((entries) => !speaksAgainst(wanted, entries, asked))
  const [only = []] = left
  return left.length === 1 && only.flatMap(asked.organisationsOf ?? ownOrganisations).length > 0 ? only : []
}

/**
 * Whether an entry bears this very name. Hyphens count in names of people; but for who is restricted: what is not
 * linked would be asked about, and the question would show them.
 */
function bears({ name, hidden }: Known, hyphened: string, kind: EntityKind): boolean {
  return kind !== 'person' || hidden === true || hyphenedKey(name) === hyphened
}

/** wordSimilarity that works each pair of words out once: many people share few words. */
function remembered(): typeof wordSimilarity {
  const known = new Map<string, Map<string, number>>()
  return (a, b) => {
    let row = known.get(a.text)
    if (row === undefined) known.set(a.text, (row = new Map<string, number>()))
    let value = row.get(b.text)
    if (value === undefined) row.set(b.text, (value = wordSimilarity(a, b)))
    return value
  }
}

/** One is the everyday form of the other, with a surname that fits. */
function isShortForm(words: readonly Word[], others: readonly Word[]): boolean {
  const [one, two] = [words[0]?.sound ?? '', others[0]?.sound ?? '']
  if (!isEveryday(one, two) && !areVariants(one, two)) return false
  return judgeNames(words.map(({ text }) => text).join(' '), others.map(({ text }) => text).join(' ')) !== null
}

function byInitials(register: Register, form: OrganisationForm): readonly number[] {
  if (form.initials !== null) return register.index.exact(form.initials)
  if (form.short === null) return []
  if (register.initials === null) {
    const initials = new Map<string, number[]>()
    register.known.forEach((one, place) => {
      // Fewer than three words make no abbreviation.
      if (one.matchKey.split(' ', 3).length < 3) return
      const letters = formAt(register, place).initials
      if (letters !== null) initials.set(letters, [...(initials.get(letters) ?? []), place])
    })
    register.initials = initials
  }
  return register.initials.get(form.short) ?? []
}

/** Works a thing out once for each key: many bear one name. */
function byKey<T>(known: readonly Known[], of: (place: number) => T): (place: number) => T {
  const found = new Map<string, T>()
  return (place) => {
    const key = known[place]?.matchKey ?? ''
    let value = found.get(key)
    if (value === undefined) found.set(key, (value = of(place)))
    return value
  }
}

/** Places of the names to be weighed: those that share a word, and of a narrower choice only what is among them. */
function placesFor({ index, known }: Register, key: string, { near }: Asked): Set<number> {
  if (near === undefined) return new Set(index.near(key))
  const shares = byKey(known, (place) => shareWord(key, known[place]?.matchKey ?? ''))
  const chosen = [...near(key)].filter(shares)
  return new Set([...index.exact(key), ...chosen].toSorted((a, b) => a - b))
}

/** The best likeness of each known entity to a name, from the near limit upwards, best first. */
function candidatesFor(register: Register, name: string, kind: EntityKind, asked: Asked): Candidate[] {
  const { known } = register
  const key = matchKey(name)
  const hyphened = hyphenedKey(name)
  const places = placesFor(register, key, asked)
  let likeness: (place: number) => number
  if (kind === 'person') {
    const words = wordsOfKey(key)
    const alikeness = remembered()
    likeness = byKey(known, (place) => {
      const others = (register.words[place] ??= wordsOfKey(known[place]?.matchKey ?? ''))
      const similarity = wordsSimilarity(words, others, alikeness, nearLimit)
      return similarity < nearLimit && isShortForm(words, others) ? Math.max(similarity, shortForm) : similarity
    })
  } else {
    const form = organisationForm(key)
    for (const place of byInitials(register, form)) places.add(place)
    likeness = (place) => formSimilarity(form, formAt(register, place))
  }
  const best = new Map<string, { one: Known; similarity: number; place: number }>()
  for (const place of places) {
    const one = known[place]
    if (one === undefined || (one.hidden === true && one.matchKey !== key)) continue
    const isEqual = one.matchKey === key
    const similarity = !isEqual
      ? Math.round(likeness(place) * 1000) / 1000
      : bears(one, hyphened, kind)
        ? 1
        : otherHyphen
    if (similarity < nearLimit || similarity <= (best.get(one.id)?.similarity ?? 0)) continue
    best.set(one.id, { one, similarity, place })
  }
  const shown = [...best.values()].map((found) => ({ ...found, name: found.one.shown ?? found.one.name }))
  return shown
    .toSorted((a, b) => b.similarity - a.similarity || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.place - b.place))
    .slice(0, mostCandidates)
    .map(({ one, similarity }) => candidate(one, similarity, asked))
}

function candidate(one: Known, similarity: number, { plain = false }: Asked): Candidate {
  if (one.hidden === true) return { id: one.id, name: one.name, detail: null, similarity }
  if (plain) return { id: one.id, name: one.shown ?? one.name, detail: null, similarity }
  const detail = typeof one.detail === 'function' ? one.detail() : one.detail
  return { id: one.id, name: one.shown ?? one.name, detail: detail ?? null, similarity }
}

/** Whom a name is linked to without a question. */
function linked(
  wanted: Wanted,
  { bearers, isOne }: { bearers: readonly Known[]; isOne: boolean },
  kind: EntityKind,
  asked: Asked,
): Known | undefined {
  if (kind !== 'person') return isOne ? bearers[0] : undefined
  if (!isOne) return theOneThere(wanted, bearers, asked)[0]
  return speaksAgainst(wanted, bearers, asked) ? undefined : bearers[0]
}

/**
 * Matches each name with the known ones. exact: exactly one known entity bears this very name and nothing speaks
 * against it, such as a person's only known organisations being others than the text's, or the text's organisation
 * picks one out of several people. A person's name with and without a hyphen is two names. near: to be asked about,
 * with at most five candidates. none: new. `known` must not change afterwards: its index is kept with it.
 */
export function matchNames(
  wanted: readonly Wanted[],
  known: readonly Known[],
  kind: EntityKind = 'person',
  asked: Asked = {},
): Match[] {
  const register = registerOf(known)
  // Many of a long list bear one name.
  const remembered = new Map<string, { bearers: readonly Known[]; isOne: boolean; candidates: Candidate[] | null }>()
  return wanted.map((one) => {
    const key = matchKey(one.name)
    const hyphened = kind === 'person' ? hyphenedKey(one.name) : key
    let found = remembered.get(hyphened)
    if (found === undefined) {
      const bearers = register.index
        .exact(key)
        .flatMap((place) => known[place] ?? [])
        .filter((bearer) => bears(bearer, hyphened, kind))
      const isOne = bearers.length > 0 && bearers.every(({ id }) => id === bearers[0]?.id)
      remembered.set(hyphened, (found = { bearers, isOne, candidates: null }))
    }
    const first = linked(one, found, kind, asked)
    if (first !== undefined) return { name: one.name, verdict: 'exact', candidates: [candidate(first, 1, asked)] }
    const candidates = (found.candidates ??= candidatesFor(register, one.name, kind, asked))
    return { name: one.name, verdict: candidates.length > 0 ? 'near' : 'none', candidates }
  })
}
