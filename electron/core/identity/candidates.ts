/** Finds the pairs of names worth weighing among tens of thousands, without weighing all. Pure. */
import { foldKey } from '#core/register/names.ts'
import type { Word } from '#core/register/similarity.ts'
import { soundsOfGiven } from './given-names.ts'
import { namesBefore, readings } from './person-name.ts'

/** Beyond this many in one drawer, each is compared with its neighbours in the alphabet alone. */
const crowd = 600
const neighbours = 40

const spellings = (word: Word) => (word.sound === word.folded ? [word.sound] : [word.sound, word.folded])
const joined = (words: readonly Word[]) => words.map((word) => word.folded).join('')

/**
 * Drawers that a person's name lies in; two names of one person share at least one: a surname with the first
 * letter of a first name, or a first name with the first letter of a surname.
 */
export function drawersOf(text: string): string[] {
  const found = new Set<string>()
  const all = readings(text)
  for (const before of all.flatMap(({ name }) => namesBefore(name))) all.push(...readings(before))
  for (const { name } of all) {
    const { given, surnames } = name
    const [first] = given
    if (first === undefined || surnames.length === 0) continue
    const whole = joined(given)
    const givens = new Set([
      ...soundsOfGiven(first.sound),
      ...soundsOfGiven(given.map((word) => word.sound).join('')),
      first.folded,
      whole,
    ])
    const surnameSounds = new Set([...surnames.flatMap(spellings), joined(surnames)])
    const letters = new Set([...givens].map((one) => (one.startsWith('#') ? '' : foldKey(one[0] ?? ''))))
    letters.delete('')
    for (const surname of surnameSounds) for (const letter of letters) found.add(`${surname}|${letter}`)
    const opening = new Set(surnames.map((word) => word.folded[0] ?? ''))
    for (const one of givens) if (one.length > 1) for (const letter of opening) found.add(`${letter}|${one}`)
  }
  return [...found]
}

/** Calls `meet` once for every pair of places whose names share a drawer. */
export function pairsOf(drawers: readonly (readonly string[])[], meet: (a: number, b: number) => void): void {
  const filled = new Map<string, number[]>()
  drawers.forEach((keys, place) => {
    for (const key of keys) {
      const drawer = filled.get(key)
      if (drawer === undefined) filled.set(key, [place])
      else drawer.push(place)
    }
  })
  const met = new Set<number>()
  const count = drawers.length
  for (const drawer of filled.values()) {
    const reach = drawer.length > crowd ? neighbours : drawer.length
    for (let x = 0; x < drawer.length; x += 1)
      for (let y = x + 1; y < drawer.length && y - x <= reach; y += 1) {
        const [a, b] = [drawer[x] ?? 0, drawer[y] ?? 0]
        const key = a * count + b
        if (met.has(key)) continue
        met.add(key)
        meet(a, b)
      }
  }
}
