/** Whether two names of people may be one person's. It proposes; a person decides. Pure. */
import type { Reason } from '#contract/identity.ts'
import { hyphenedKey, matchKey } from '#core/register/names.ts'
import { wordOf, type Word } from '#core/register/similarity.ts'
import { areVariants, isEveryday, isGivenName } from './given-names.ts'
import { namesBefore, readings, type PersonName } from './person-name.ts'
import { isCommonSurname } from './surnames.ts'
import { givenRelation, isOneWord, surnameRelation, type Relation } from './words.ts'

/** same: proposed as one; undecided: asked about without a proposal; null: not asked about. */
export type Verdict = { verdict: 'same' | 'undecided'; reasons: Reason[] } | null

/** What is known of two people beside their names. */
export type Circumstances = {
  /** shared: they belong to one and the same; other: each to others; unknown: of one of them no text says. */
  organisations: 'shared' | 'other' | 'unknown'
  /** Both are in one group. */
  sharedGroup: boolean
  /** Both stand in the list of one meeting. */
  sameMeeting: boolean
}
export const nothingKnown: Circumstances = { organisations: 'unknown', sharedGroup: false, sameMeeting: false }

/** What stands between two names that are not simply one. */
type Doubt =
  | 'everyday'
  | 'initial'
  | 'middle'
  | 'half'
  | 'part'
  | 'particle'
  | 'generation'
  | 'doubt'
  | 'near'
  | 'order'
type Fit = { reasons: Set<Reason>; doubts: Doubt[]; slips: number; rare: boolean; marksLost: boolean }

const reasonOf: Readonly<Partial<Record<Relation, Reason>>> = {
  sound: 'sound',
  marks: 'marks',
  slip: 'spelling',
  everyday: 'short-form',
  initial: 'initials',
  doubt: 'marks',
  near: 'spelling',
}

function note(fit: Fit, relation: Relation): void {
  const reason = reasonOf[relation]
  if (reason !== undefined) fit.reasons.add(reason)
  if (relation === 'slip') fit.slips += 1
  if (relation === 'everyday' || relation === 'initial' || relation === 'doubt' || relation === 'near')
    fit.doubts.push(relation)
}

const joined = (words: readonly Word[]) => words.map((word) => word.text).join('')

function fitGiven(a: PersonName, b: PersonName, fit: Fit): boolean {
  const [x, y] = [a.given, b.given]
  const [first, other] = [x[0], y[0]]
  if (first === undefined || other === undefined) return false
  const [wholeX, wholeY] = [joined(x), joined(y)]
  if (x.length !== y.length) {
    if (wordOf(wholeX).folded === wordOf(wholeY).folded) {
      fit.reasons.add('hyphen')
      return true
    }
    const [soundX, soundY] = [x, y].map((words) => words.map((word) => word.sound).join(''))
    if (soundX !== undefined && soundY !== undefined && (isEveryday(soundX, soundY) || areVariants(soundX, soundY))) {
      note(fit, isEveryday(soundX, soundY) ? 'everyday' : 'sound')
      return true
    }
  }
  const relation = givenRelation(first, other)
  if (relation === 'other') return false
  if (relation === 'marks') fit.marksLost = true
  note(fit, relation)
  for (let place = 1; place < Math.min(x.length, y.length); place += 1) {
    const [one, two] = [x[place], y[place]]
    if (one === undefined || two === undefined) continue
    const middle = givenRelation(one, two)
    if (middle === 'other' || middle === 'near') return false
    // A middle initial beside the middle name, behind one first name, doubts nothing.
    if (middle === 'initial' && isOneWord(relation)) fit.reasons.add('initials')
    else note(fit, middle)
  }
  if (x.length !== y.length) {
    fit.reasons.add('middle-name')
    fit.doubts.push((x.length > y.length ? a : b).hyphened ? 'half' : 'middle')
  }
  return true
}

const isRare = (words: readonly Word[]) => words.some((word) => !isCommonSurname(word.text))

function fitSurnames(a: PersonName, b: PersonName, fit: Fit): boolean {
  const [x, y] = [a.surnames, b.surnames]
  if (x.length === 0 || y.length === 0) return false
  const rarest = () => {
    fit.rare = isRare(x) && isRare(y)
  }
  if (x.length === y.length) {
    const relations = x.map((word, place) => surnameRelation(word, y[place] ?? word))
    if (!relations.includes('other')) {
      rarest()
      for (const relation of relations) {
        // Marks that were lost elsewhere in the name were lost here too.
        if (relation === 'doubt' && fit.marksLost) fit.reasons.add('marks')
        else note(fit, relation)
      }
      return true
    }
  }
  if (wordOf(joined(x)).folded === wordOf(joined(y)).folded) {
    rarest()
    fit.reasons.add('hyphen')
    return true
  }
  if (x.length === y.length && x.length === 2) {
    const [crossed, back] = [x[0], x[1]].map((word, place) => {
      const opposite = y[1 - place]
      return word !== undefined && opposite !== undefined && isOneWord(surnameRelation(word, opposite))
    })
    if (crossed === true && back === true) {
      rarest()
      fit.reasons.add('order')
      fit.doubts.push('order')
      return true
    }
    return false
  }
  const [few, many] = x.length < y.length ? [x, y] : [y, x]
  if (few.length !== 1) return false
  const [only] = few
  const kept = only === undefined ? undefined : many.find((word) => isOneWord(surnameRelation(only, word)))
  if (kept === undefined) return false
  fit.rare = isRare([kept])
  fit.reasons.add('part-of-name')
  fit.doubts.push('part')
  return true
}

/** Most pairs differ in a whole word, and are told by it before anything is weighed. */
function isHopeless(a: readonly Word[], b: readonly Word[], relate: typeof givenRelation): boolean {
  const [one, two] = [a[0], b[0]]
  return a.length === 1 && b.length === 1 && one !== undefined && two !== undefined && relate(one, two) === 'other'
}

function fitNames(a: PersonName, b: PersonName): Fit | null {
  if (isHopeless(a.surnames, b.surnames, surnameRelation) || isHopeless(a.given, b.given, givenRelation)) return null
  const fit: Fit = { reasons: new Set(), doubts: [], slips: 0, rare: false, marksLost: false }
  if (!fitGiven(a, b, fit) || !fitSurnames(a, b, fit)) return null
  if (a.particles !== b.particles) {
    if (a.particles !== '' && b.particles !== '') return null
    fit.reasons.add('particle')
    fit.doubts.push('particle')
  }
  if (a.generation !== b.generation) {
    if (a.generation !== null && b.generation !== null) return null
    fit.reasons.add('generation')
    fit.doubts.push('generation')
  }
  if (a.comma !== b.comma) fit.reasons.add('comma')
  return fit
}

/** Whether what stands between two names is outweighed by how few bear them and by where they belong. */
function isOutweighed(doubt: Doubt, rare: boolean, shared: boolean): boolean {
  if (doubt === 'everyday' || doubt === 'middle' || doubt === 'part' || doubt === 'order') return rare || shared
  if (doubt === 'initial') return rare && shared
  return doubt === 'particle' && shared
}

function weigh(fit: Fit, circumstances: Circumstances, equal: boolean): 'same' | 'undecided' | null {
  const { doubts, slips, rare } = fit
  const shared = circumstances.organisations === 'shared' || circumstances.sharedGroup
  if (doubts.includes('near')) {
    // Marie and Maria of one rare surname in one place: sisters, or a slip. Anywhere else: two people.
    return doubts.length === 1 && slips === 0 && rare && shared ? 'undecided' : null
  }
  const sure =
    doubts.length === 0
      ? slips <= 1
      : doubts.length === 1 || (rare && shared)
        ? slips === 0 && doubts.every((doubt) => isOutweighed(doubt, rare, shared))
        : false
  // Names of both sexes and all families by the dozen: two doubts about them are a question about everybody.
  if (!sure && (doubts.length + slips > 2 || (doubts.length + slips === 2 && !rare && !shared))) return null
  let verdict: 'same' | 'undecided' | null = sure ? 'same' : 'undecided'
  if (circumstances.organisations === 'other' && !circumstances.sharedGroup)
    verdict = equal || (sure && doubts.length === 0 && rare) ? 'undecided' : null
  if (circumstances.sameMeeting) verdict = verdict === 'same' ? 'undecided' : null
  return verdict
}

/** In the order a person reads them: what speaks for it, then what speaks against it. */
function reasonsOf(fit: Fit, circumstances: Circumstances, equal: boolean): Reason[] {
  const reasons: Reason[] = equal && !fit.reasons.has('hyphen') ? ['equal', ...fit.reasons] : [...fit.reasons]
  if (circumstances.organisations === 'shared') reasons.push('shared-organisation')
  if (circumstances.sharedGroup) reasons.push('shared-group')
  if (circumstances.organisations === 'other') reasons.push('other-organisation')
  if (circumstances.sameMeeting) reasons.push('same-meeting')
  return reasons
}

const better = (a: Verdict, b: Verdict) => (a === null || (a.verdict === 'undecided' && b?.verdict === 'same') ? b : a)

const parsed = new Map<string, ReturnType<typeof readings>>()
/** Taking a name apart costs more than comparing it: the names of a register are met many times over. */
function readingsOf(text: string): ReturnType<typeof readings> {
  let found = parsed.get(text)
  if (found === undefined) {
    if (parsed.size > 60_000) parsed.clear()
    parsed.set(text, (found = readings(text)))
  }
  return found
}

/**
 * Weighs two names of people. `same` wants every word to be one and the same by sound, marks, spelling or one slip of
 * the keys; short forms, initials and names left out count as much as the surname is rare or the place is shared.
 */
export function judgeNames(a: string, b: string, circumstances: Circumstances = nothingKnown): Verdict {
  let best: Verdict = null
  for (const one of readingsOf(a))
    for (const two of readingsOf(b)) {
      if (one.turned && two.turned) continue
      const fit = fitNames(one.name, two.name)
      if (fit === null) continue
      const turned = one.turned !== two.turned
      // A name read backwards must fit in every word, and not be two first names that trade places.
      if (turned && (fit.doubts.length > 0 || isBothGiven(one.name) || isBothGiven(two.name))) continue
      if (turned) {
        fit.reasons.delete('comma')
        fit.reasons.add('order')
        if (one.name.comma || two.name.comma || a.includes(',') !== b.includes(',')) fit.reasons.add('comma')
      }
      const equal = !turned && one.name.key === two.name.key && one.name.generation === two.name.generation
      if (equal && hyphenedKey(a) !== hyphenedKey(b) && matchKey(a) === matchKey(b)) fit.reasons.add('hyphen')
      const verdict = weigh(fit, circumstances, equal)
      if (verdict !== null) best = better(best, { verdict, reasons: reasonsOf(fit, circumstances, equal) })
    }
  return best ?? judgeFormer(a, b, circumstances)
}

const isBothGiven = (name: PersonName) => name.surnames.every((word) => isGivenName(word.text))

/** A surname that the text itself calls former makes a second name of the same person. */
function judgeFormer(a: string, b: string, circumstances: Circumstances): Verdict {
  const before = (text: string) => readingsOf(text).flatMap(({ name }) => namesBefore(name))
  const others = [...before(a).map((name) => [name, b] as const), ...before(b).map((name) => [a, name] as const)]
  for (const [one, two] of others) {
    const found = judgeNames(one, two, circumstances)
    if (found !== null)
      return { ...found, reasons: ['former-name', ...found.reasons.filter((each) => each !== 'equal')] }
  }
  return null
}
