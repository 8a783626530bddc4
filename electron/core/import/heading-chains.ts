/** Chains of numbers that rise through a text, made of lines that may be headings. */
import type { HeadingField } from './heading-field.ts'
import type { SourceLine } from './lines.ts'
import type { NumberedLine } from './numbering.ts'
import { endsSentence, foldText, startsLower, startsUpper, wordsOf } from './words.ts'

export interface Candidate {
  at: number
  line: SourceLine
  titleLine: SourceLine | null
  read: NumberedLine
  weight: number
  /** A registry number that stands where the title should ("§ 12 Dnr 2022:14"). */
  registry: string | null
  /** A line between number and title that holds nothing but a registry number. */
  registryLine: SourceLine | null
}

export interface Chain {
  chain: Candidate[]
  score: number
}

/**
 * The best rising chain: dynamic programming over the numbers, linear in the candidates. Going on in another format
 * costs `change`.
 */
export function bestChain(candidates: readonly Candidate[], change = 0): Chain {
  interface Node {
    score: number
    back: Node | null
    candidate: Candidate
  }
  const byLast = new Map<number, Map<string, Node>>()
  let best: Node | null = null
  for (const candidate of candidates) {
    if (candidate.read.sub.some((part) => typeof part === 'number')) continue
    const { first, last, format } = candidate.read
    let from: Node | null = null
    let gain = candidate.read.style === 'paragraph' ? 0 : first === 1 ? 1 : first === 0 ? 0 : -2.5
    for (let step = 0; step <= 4; step += 1) {
      if (step === 0 && !candidate.read.sub.some((part) => typeof part === 'string')) continue
      for (const [dress, node] of byLast.get(first - step) ?? []) {
        const cost = dress === format ? 0 : change
        const transition = node.score + (step <= 1 ? 1.2 : -0.8 * (step - 1)) - cost
        if (transition > gain) {
          gain = transition
          from = node
        }
      }
    }
    const score = gain + candidate.weight
    const nodes = byLast.get(last) ?? new Map<string, Node>()
    const known = nodes.get(format)
    const node: Node = { score, back: from, candidate }
    if (known === undefined || score > known.score) nodes.set(format, node)
    byLast.set(last, nodes)
    if (best === null || score > best.score) best = node
  }
  const chain: Candidate[] = []
  for (let node = best; node !== null; node = node.back) chain.push(node.candidate)
  return { chain: chain.toReversed(), score: best?.score ?? 0 }
}

/** Numbers that typists mix: "1 Öppnande", "2. Ekonomi", "3) Övrigt". */
const plainFormats: ReadonlySet<string> = new Set(['bare', '.', ')', ':'])

/** First place in `sorted`, ascending, that is greater than `line`. */
function placeAfter(sorted: readonly number[], line: number): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? 0) <= line) from = middle + 1
    else to = middle
  }
  return from
}

interface Surroundings {
  before: Candidate | undefined
  after: Candidate | undefined
  /** Between the same two places of the chain something counts one up or down from it in the same dress: a list. */
  inList: boolean
}

/** What stands around a candidate: the places of the chain before and after it, and its likes between them. */
function around(chain: readonly Candidate[], candidates: readonly Candidate[]): (one: Candidate) => Surroundings {
  const members = new Set(chain)
  const places = chain.map(({ line }) => line.n)
  const loose = new Map<string, number[]>()
  for (const { read, line } of candidates.filter((candidate) => !members.has(candidate))) {
    const key = `${read.first} ${read.format}`
    const lines = loose.get(key)
    if (lines === undefined) loose.set(key, [line.n])
    else lines.push(line.n)
  }
  return (one) => {
    const next = placeAfter(places, one.line.n)
    const after = chain[next]
    const own = members.has(one) ? 1 : 0
    const before = chain[next - 1 - own]
    const inList = [one.read.first - 1, one.read.first + 1].some((number) => {
      const lines = loose.get(`${number} ${one.read.format}`) ?? []
      const like = lines[placeAfter(lines, before?.line.n ?? 0)]
      return like !== undefined && like < (after?.line.n ?? Number.POSITIVE_INFINITY)
    })
    return { before, after, inList }
  }
}

/**
 * A chain that goes on in another plain dress ("1 Öppnande", then "2. Ekonomi", "3. Övrigt") and holds everything of
 * the best chain in one dress; null when there is none that is better.
 */
export function mixedChain(best: Chain, candidates: readonly Candidate[]): Chain | null {
  if (best.chain.length === 0 || best.chain.some(({ read }) => !plainFormats.has(read.format))) return null
  const kept = new Set(best.chain)
  let pool = candidates.filter(
    (candidate) =>
      kept.has(candidate) ||
      (plainFormats.has(candidate.read.format) && candidate.read.sub.length === 0 && candidate.weight > 0),
  )
  for (let tries = 0; tries < 4; tries += 1) {
    const mixed = bestChain(pool, 2)
    const members = new Set(mixed.chain)
    if (mixed.score <= best.score || best.chain.some((candidate) => !members.has(candidate))) return null
    const surroundings = around(mixed.chain, candidates)
    const listed = new Set(mixed.chain.filter((one) => !kept.has(one) && surroundings(one).inList))
    if (listed.size === 0) return mixed
    pool = pool.filter((candidate) => !listed.has(candidate))
  }
  return null
}

/** How much of a heading a line with the number of its neighbour must be. */
const leastRepeated = 0.9

/** The chain, and between its places the headings that have the number of the one before or after them once more. */
export function withRepeated(
  field: HeadingField,
  chain: readonly Candidate[],
  candidates: readonly Candidate[],
): Candidate[] {
  const members = new Set(chain)
  const surroundings = around(chain, candidates)
  const titles = new Set(chain.map(({ read, titleLine }) => foldText(titleLine?.text ?? read.title)))
  const repeated = candidates.filter((one) => {
    if (members.has(one) || one.read.sub.length > 0 || one.weight < leastRepeated) return false
    const { before, after, inList } = surroundings(one)
    const number = one.read.first
    const twin = before?.read.last === number ? before : after?.read.first === number ? after : undefined
    if (twin === undefined || twin.read.format !== one.read.format || inList) return false
    const title = one.titleLine?.text ?? one.read.title
    const next = field.lines[one.at + (one.titleLine === null ? 1 : 2)]
    return (
      startsUpper(title) &&
      !endsSentence(title) &&
      wordsOf(title).length <= 12 &&
      !titles.has(foldText(title)) &&
      field.lines[one.at - 1]?.text.endsWith(':') !== true &&
      next !== undefined &&
      !field.taken(next)
    )
  })
  return [...chain, ...repeated].toSorted((a, b) => a.line.n - b.line.n)
}

/**
 * One sequence from 1 on, in one dress, that begins where the head ends: items told in a line each
 * ("1. Mötet öppnades. 2. Dagordningen godkändes.").
 */
export function onlySequence(field: HeadingField, candidates: readonly Candidate[]): Candidate[] {
  const format = candidates[0]?.read.format
  const start = candidates[0]?.at ?? 0
  const textBefore = field.lines
    .slice(0, start)
    .some((line) => !field.taken(line) && endsSentence(line.text) && wordsOf(line.text).length > 5)
  if (format === undefined || format === 'bare' || textBefore) return []
  const plain = candidates.filter((candidate) => candidate.read.sub.length === 0)
  const rising = plain.every((candidate, at) => candidate.read.format === format && candidate.read.first === at + 1)
  return rising && plain.length >= 3 && plain.every((candidate) => !startsLower(candidate.read.title)) ? plain : []
}

/** A number missing from the chain may stand in another dress between its neighbours ("2" among "1.", "3."). */
export function fillGaps(chain: readonly Candidate[], candidates: readonly Candidate[]): Candidate[] {
  const filled: Candidate[] = []
  let place = 0
  for (const [at, candidate] of chain.entries()) {
    const previous = chain[at - 1]
    const missing = previous === undefined ? candidate.read.first - 1 : candidate.read.first - previous.read.last - 1
    if (missing > 0 && missing < 4 && (previous !== undefined || candidate.read.first === 2)) {
      const from = previous?.line.n ?? 0
      let expected = (previous?.read.last ?? 0) + 1
      while (place < candidates.length && (candidates[place]?.line.n ?? 0) <= from) place += 1
      for (let look = place; look < candidates.length; look += 1) {
        const other = candidates[look]
        if (other === undefined || other.line.n >= candidate.line.n) break
        if (other.read.first === expected && other.read.sub.length === 0 && other.weight > 1.5) {
          filled.push(other)
          expected += 1
        }
      }
    }
    filled.push(candidate)
  }
  return filled
}
