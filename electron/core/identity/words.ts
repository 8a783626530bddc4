/** How two words of two names relate. Pure. */
import type { Word } from '#core/register/similarity.ts'
import { areVariants, isEveryday, isGivenName } from './given-names.ts'
import { isSurname, isSurnameAsSpelt } from './surnames.ts'

/**
 * equal, sound (spelt otherwise), marks (lost on the way) are one word; slip is one word mistyped; everyday and initial
 * stand for it; doubt: with and without its mark it is a word of its own; near: two words a letter or two apart.
 */
export type Relation = 'equal' | 'sound' | 'marks' | 'slip' | 'everyday' | 'initial' | 'doubt' | 'near' | 'other'

/** Keystrokes between two words: letters put in, left out, changed, or two neighbours swapped. Stops counting at three. */
export function keystrokes(a: string, b: string): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > 2) return 3
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, place) => place)]
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    let least = row
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let value = Math.min((last[column] ?? 9) + 1, (line[column - 1] ?? 9) + 1, (last[column - 1] ?? 9) + cost)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        value = Math.min(value, (before[column - 2] ?? 9) + 1)
      line.push(value)
      least = Math.min(least, value)
    }
    if (least > 2) return 3
    ;[before, last] = [last, line]
  }
  return Math.min(3, last[b.length] ?? 3)
}

const withoutAccent = (text: string) => text.replaceAll('é', 'e').replaceAll('è', 'e').replaceAll('ü', 'u')

/** Most letters' difference that fingers make in a word of this length. */
const slipsIn = (a: string, b: string) => (Math.min(a.length, b.length) >= 9 ? 2 : 1)

function mistyped(a: Word, b: Word, isOwn: (text: string) => boolean, shortest: number): Relation {
  const strokes = keystrokes(a.text, b.text)
  if (strokes > 2) return 'other'
  const [ownA, ownB] = [isOwn(a.text), isOwn(b.text)]
  const length = Math.min(a.text.length, b.text.length)
  if (ownA && ownB) return strokes <= (length >= 5 ? 2 : 1) ? 'near' : 'other'
  if (strokes > slipsIn(a.text, b.text) || length < 4) return length >= 4 && strokes === 1 ? 'near' : 'other'
  // Neither is known: a long word with the same beginning is one word, a short one may be two.
  if (!ownA && !ownB && (length < shortest || a.text[0] !== b.text[0])) return 'near'
  return 'slip'
}

function common(a: Word, b: Word): Relation | null {
  if (a.text === b.text) return 'equal'
  if (a.text.length === 1 || b.text.length === 1) return a.sound[0] === b.sound[0] ? 'initial' : 'other'
  if (a.sound === b.sound || withoutAccent(a.text) === withoutAccent(b.text)) return 'sound'
  return null
}

/** Remembers answers about pairs of words: a register of many people has few words. */
function remembering(relate: (a: Word, b: Word) => Relation): (a: Word, b: Word) => Relation {
  const known = new Map<string, Map<string, Relation>>()
  let count = 0
  return (a, b) => {
    let row = known.get(a.text)
    const found = row?.get(b.text)
    if (found !== undefined) return found
    if (count > 400_000) {
      known.clear()
      count = 0
      row = undefined
    }
    if (row === undefined) known.set(a.text, (row = new Map<string, Relation>()))
    const relation = relate(a, b)
    row.set(b.text, relation)
    count += 1
    return relation
  }
}

/** How two words of first names relate. */
export const givenRelation = remembering((a, b) => {
  const known = common(a, b)
  if (known !== null) return known
  if (a.folded === b.folded) return 'marks'
  if (areVariants(a.sound, b.sound)) return 'sound'
  if (isEveryday(a.sound, b.sound)) return 'everyday'
  return mistyped(a, b, isGivenName, 5)
})

/** How two words of surnames relate. */
export const surnameRelation = remembering((a, b) => {
  const known = common(a, b)
  if (known !== null) return known
  if (a.folded === b.folded) return isSurnameAsSpelt(a.text) && isSurnameAsSpelt(b.text) ? 'doubt' : 'marks'
  return mistyped(a, b, isSurname, 6)
})

export const isOneWord = (relation: Relation) => relation === 'equal' || relation === 'sound' || relation === 'marks'
