/** Likeness of words that somebody types in a hurry: two neighbouring letters in each other's place are one slip. Pure. */
import { distance } from 'fastest-levenshtein'
import { wordSimilarity, type Word } from '#core/register/similarity.ts'

/** Letters to change, add or leave out, a swap of two neighbours counted as one (optimal string alignment). */
export function changes(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1)
      next.push(least)
    }
    ;[before, last] = [last, next]
  }
  return last[b.length] ?? 0
}

/** One swap and nothing else: every letter is there. Three letters at least, or anything is a swap of anything. */
const swappedOnce = 0.9
const leastLetters = 3
/** A swap saves one of two changes: beyond a swap and another slip, words are not worth the slower count. */
const most = 3
/** What is alike by its sound, or without its marks, is a little less so. */
const bySound = 0.97
const withoutMarks = 0.95

/** Likeness by a swap; 0 where none helps. */
function bySwap(a: string, b: string): number {
  const long = Math.max(a.length, b.length)
  if (a.length < leastLetters || Math.abs(a.length - b.length) >= most) return 0
  const plain = distance(a, b)
  if (plain < 2 || plain > most) return 0
  const far = changes(a, b)
  if (far === plain) return 0
  return far === 1 ? swappedOnce : 1 - far / long
}

/**
 * As wordSimilarity, with swaps. For searching alone: whether two entries may be one person is judged without,
 * for names that differ by a swap are often two.
 */
function typedSimilarity(a: Word, b: Word): number {
  const plain = wordSimilarity(a, b)
  if (plain >= withoutMarks) return plain
  const spelt = bySwap(a.text, b.text)
  if (spelt === swappedOnce) return Math.max(plain, spelt)
  const same = a.sound === a.text && b.sound === b.text
  const sounding = same ? spelt : bySwap(a.sound, b.sound)
  const bare = a.folded === a.sound && b.folded === b.sound ? sounding : bySwap(a.folded, b.folded)
  return Math.max(plain, spelt, bySound * sounding, withoutMarks * bare)
}

/** The same, each pair worked out once: a register's names share most of their words. */
export function rememberedSimilarity(): (a: Word, b: Word) => number {
  const known = new Map<Word, Map<Word, number>>()
  return (a, b) => {
    let row = known.get(a)
    if (row === undefined) known.set(a, (row = new Map<Word, number>()))
    let alike = row.get(b)
    if (alike === undefined) row.set(b, (alike = typedSimilarity(a, b)))
    return alike
  }
}

/** The words of a key with their first two letters in each other's place: by the first one they are looked for. */
export function headsSwapped(key: string): string[] {
  return key.split(' ').flatMap((word) => {
    const [first = '', second = ''] = word
    const same = word.length < leastLetters || first === second
    return same ? [] : [second + first + word.slice(first.length + second.length)]
  })
}
