/** Two accounts of one meeting side by side: what both tell, what only one tells, where they disagree. */
import type { Place } from '#contract/reading.ts'
import { contentWords, overlap, writtenWords, type ContentWord } from './content-words.ts'
import { type Account, type FactKind, type Fact, fact, factsOf, alike } from './account-facts.ts'

export interface ComparedFact {
  fact: { kind: FactKind; label: string; date: string | null }
  verdict: 'both' | 'only-a' | 'only-b' | 'conflict'
  placesA: Place[]
  placesB: Place[]
  /** What it is in each: "guest", "employer", "charged" … */
  rolesA: string[]
  rolesB: string[]
  /** year-only-a, year-only-b: one gives the year; roles-differ; spelling-differs. */
  notes: ('year-only-a' | 'year-only-b' | 'roles-differ' | 'spelling-differs')[]
}

/** True for two facts that tell of one thing, whether or not they agree on it. */
function matches(a: Fact, b: Fact): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'meeting') return true
  // Also where there is no word long enough to tell what it is about.
  if (a.label === b.label && a.date === b.date && a.day === b.day) return true
  if (a.kind === 'event') {
    if (a.slot === 'next-meeting' && b.slot === 'next-meeting') return true
    if (a.day !== null && a.day === b.day && (a.date === null || b.date === null || a.date === b.date)) return true
    return (
      a.slot === b.slot &&
      overlap(contentWords(a.label), contentWords(b.label)) >= 0.8 &&
      contentWords(a.label).length >= 2
    )
  }
  if (a.kind === 'person' || a.kind === 'organisation' || a.kind === 'body') return alike(a, b.label)
  return overlap(contentWords(a.label), contentWords(b.label)) >= 0.6
}

const datesDiffer = (a: Fact, b: Fact): boolean =>
  (a.date !== null &&
    b.date !== null &&
    a.date !== b.date &&
    !a.date.startsWith(b.date) &&
    !b.date.startsWith(a.date)) ||
  (a.day !== null && b.day !== null && a.day !== b.day)

function compared(a: Fact | null, b: Fact | null, verdict: ComparedFact['verdict']): ComparedFact {
  const shown = a ?? b
  const notes: ComparedFact['notes'] = []
  if (a !== null && b !== null) {
    if (a.day !== null && a.day === b.day && a.yearStated !== b.yearStated)
      notes.push(a.yearStated ? 'year-only-a' : 'year-only-b')
    if (a.label !== b.label && (a.kind === 'person' || a.kind === 'organisation')) notes.push('spelling-differs')
    if (a.roles.length > 0 && b.roles.length > 0 && !a.roles.some((one) => b.roles.includes(one)))
      notes.push('roles-differ')
  }
  return {
    fact: { kind: shown?.kind ?? 'topic', label: shown?.label ?? '', date: a?.date ?? b?.date ?? null },
    verdict,
    placesA: a?.places ?? [],
    placesB: b?.places ?? [],
    rolesA: a?.roles ?? [],
    rolesB: b?.roles ?? [],
    notes,
  }
}

/** Sentences of the other text that speak of a topic, a work or a decision by its telling words. */
function spokenOf(label: string, sentences: readonly Spoken[], needed: number): Place[] {
  const words = contentWords(label)
  if (words.length === 0) return []
  const hits = sentences.filter((one) => overlap(words, one.words) >= needed && (words.length > 1 || label.length > 6))
  return hits.slice(0, 3).map((one) => one.place)
}

interface Spoken {
  words: string[]
  written: ContentWord[]
  place: Place
}

function spokenIn(text: string): Spoken[] {
  return text.split(/\r\n|[\r\n]/u).flatMap((raw, index) => {
    const quote = raw.trim()
    if (quote === '') return []
    return (quote.match(/[^.!?]+[.!?]*/gu) ?? [quote]).map((sentence) => {
      const written = writtenWords(sentence)
      const words = written.map(({ stem }) => stem)
      const place = { from: index + 1, to: index + 1, quote: sentence.trim() === '' ? quote : sentence.trim() }
      return { words, written, place }
    })
  })
}

const order: readonly FactKind[] = [
  'meeting',
  'event',
  'person',
  'organisation',
  'body',
  'work',
  'assignment',
  'decision',
  'topic',
]

/**
 * Compares two accounts of one meeting. Facts come by kind, those of both first; a topic, work or assignment that
 * only one text heads is looked for in the other's sentences before it is called missing there.
 */
export function compareAccounts(a: Account, b: Account): ComparedFact[] {
  const [factsA, factsB] = [factsOf(a), factsOf(b)]
  const [inA, inB] = [spokenIn(a.text), spokenIn(b.text)]
  const left = new Set(factsB)
  const found: ComparedFact[] = []
  for (const one of factsA) {
    const candidates = [...left].filter((other) => matches(one, other))
    const other = candidates.find((candidate) => !datesDiffer(one, candidate)) ?? candidates[0]
    if (other !== undefined) {
      left.delete(other)
      found.push(compared(one, other, datesDiffer(one, other) ? 'conflict' : 'both'))
      continue
    }
    found.push(alone(one, inB, true))
  }
  for (const one of left) found.push(alone(one, inA, false))
  found.push(...sharedTerms(inA, inB, found))
  const rank = { conflict: 0, both: 1, 'only-a': 2, 'only-b': 3 }
  return found.toSorted(
    (x, y) => order.indexOf(x.fact.kind) - order.indexOf(y.fact.kind) || rank[x.verdict] - rank[y.verdict],
  )
}

function alone(one: Fact, other: readonly Spoken[], isA: boolean): ComparedFact {
  const looks = one.kind === 'topic' || one.kind === 'work' || one.kind === 'assignment' || one.kind === 'decision'
  const places = looks ? spokenOf(one.label, other, one.kind === 'topic' ? 0.75 : 0.65) : []
  if (places.length === 0) return isA ? compared(one, null, 'only-a') : compared(null, one, 'only-b')
  const twin: Fact = { ...one, places, roles: [], day: null, date: null }
  return isA ? compared(one, twin, 'both') : compared(twin, one, 'both')
}

const mostTerms = 12

/** Long words that both texts lean on: subjects that no heading names. */
const plainTerm =
  /(?:ade|ades|erade|erar|ande|ligen|förutsättning|möjlighet|organisation|information)(?:\p{L}{0,5})$|^(?:tillsammans|framförallt|presentation|diskussion)|^life-|^science-/u
function sharedTerms(inA: readonly Spoken[], inB: readonly Spoken[], found: readonly ComparedFact[]): ComparedFact[] {
  const longWords = (spoken: readonly Spoken[]): Map<string, { written: string; place: Place }> => {
    const words = new Map<string, { written: string; place: Place }>()
    for (const { written, place } of spoken)
      for (const word of written)
        if (word.stem.length >= 12 && !words.has(word.stem) && !plainTerm.test(word.stem))
          words.set(word.stem, { written: word.written, place })
    return words
  }
  const [a, b] = [longWords(inA), longWords(inB)]
  const named = found.filter((one) => one.fact.kind === 'topic').map((one) => contentWords(one.fact.label))
  const shared = [...a.keys()].filter((word) => b.has(word) && !named.some((words) => words.includes(word)))
  return shared.slice(0, mostTerms).flatMap((word) => {
    const [inOne, inOther] = [a.get(word), b.get(word)]
    if (inOne === undefined || inOther === undefined) return []
    // Compared without their endings, shown as written.
    return compared(
      fact('topic', inOne.written, [inOne.place]),
      fact('topic', inOther.written, [inOther.place]),
      'both',
    )
  })
}
