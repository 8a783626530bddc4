/** The forms in which a person's name may stand in texts, and taking them out. Pure. */
import { firstNames } from '#core/import/first-names.ts'
import { notNames } from '#core/import/not-names.ts'
import { foldKey, matchKey, sortKey } from '#core/register/names.ts'
import type { Finder, Place } from './naming-places.ts'

/** Shorter than this a word stands inside too many others to be looked for. */
export const shortest = 3

/** Every form of the names that a text may have: as written, in capitals, family name first. Longest first. */
export function formsOf(names: readonly string[]): string[] {
  const forms = names.flatMap((name) => {
    const words = name.split(' ').filter(Boolean)
    const family = words.at(-1) ?? name
    const turned = words.length > 1 ? `${family}, ${words.slice(0, -1).join(' ')}` : name
    return [name, turned].flatMap((form) => [form, form.toUpperCase()])
  })
  return [...new Set(forms)].filter((form) => form.length >= shortest).toSorted((a, b) => b.length - a.length)
}

/** Keys that the register keeps of a name, for finding rows by them. */
export function keyFormsOf(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => [matchKey(name), foldKey(name), sortKey(name)]))].filter(
    (form) => form.length >= shortest,
  )
}

/** Shorter words without their marks are words, or names, of their own. */
const shortestPlain = 6

/** A word as those write it who have no such letters; null where it has none, or is a given name or word so. */
function withoutMarks(part: string): string | null {
  const plain = part.normalize('NFD').replace(/\p{M}/gu, '')
  const low = plain.toLowerCase()
  return plain === part.normalize('NFD') || plain.length < shortestPlain || firstNames.has(low) || notNames.has(low)
    ? null
    : plain
}

/** Words of the names that no name of anybody else has; in those, a single word points at the person. */
export function ownParts(names: readonly string[], isOthers: (word: string) => boolean): string[] {
  const parts = new Set(names.flatMap((name) => name.split(/[\s,]+/u)).filter((part) => [...part].length >= shortest))
  const all = [...parts, ...[...parts].flatMap((part) => withoutMarks(part) ?? [])]
  return [...new Set(all)].filter((part) => /^\p{Lu}/u.test(part) && !isOthers(matchKey(part)))
}

/**
 * Double family names that nobody else bears: "Lind Bergqvist" of Åsa Lind Bergqvist points at her though somebody is a
 * Lind and somebody a Bergqvist.
 * @param isOthers whether two words side by side, as matchKey() has them, are in somebody else's name
 */
export function ownFamilyNames(names: readonly string[], isOthers: (words: string) => boolean): string[] {
  const family = names
    .map((name) => name.split(/\s+/u).filter(Boolean))
    .filter((words) => words.length > 2 && words.slice(-2).every((word) => /^\p{Lu}\p{Ll}{2,}/u.test(word)))
    // "Maria Ek" of Anna Maria Ek may be somebody whom no entry knows.
    .filter((words) => !firstNames.has((words.at(-2) ?? '').toLocaleLowerCase('sv')))
    .map((words) => words.slice(-2).join(' '))
  return [...new Set(family)].filter((one) => !isOthers(matchKey(one)))
}

/**
 * Replaces every form, with a genitive's s, and every part where it stands as a word of its own. Line ends within stay,
 * so that the lines after it keep their numbers.
 * @returns the text as it was when nothing stands in it
 */
export function replacerOf(find: Finder, replacement: string): (text: string) => string {
  return (text) => {
    let [out, at] = ['', 0]
    for (const [from, to] of find(text)) {
      const lines = text.slice(from, to).split('\n').length - 1
      out += text.slice(at, from) + replacement + '\n'.repeat(lines)
      at = to
    }
    return at === 0 ? text : out + text.slice(at)
  }
}

/** Characters kept on either side of a name in a line that is long itself. */
const around = 120

/** A line that is as long as a text is cut to what stands around the names. */
function cutLine(line: string, places: readonly Place[]): string {
  if (line.length <= 4 * around) return line
  const cuts: [number, number][] = []
  for (const [from, to] of places) {
    const last = cuts.at(-1)
    if (last !== undefined && from - around <= last[1]) last[1] = to + around
    else cuts.push([Math.max(0, from - around), to + around])
  }
  return cuts.map(([from, to]) => line.slice(from, to)).join(' … ')
}

/** The lines of a long text in which somebody is named, with their numbers; the whole text when it is short. */
export function cutToNaming(text: string, find: Finder): string {
  if (text.length <= 400) return text
  const places = find(text)
  let start = 0
  return text
    .split('\n')
    .flatMap((line, at) => {
      const [from, to] = [start, start + line.length]
      start = to + 1
      const own = places.flatMap((place): Place[] =>
        place[0] < to && place[1] > from ? [[Math.max(place[0], from) - from, Math.min(place[1], to) - from]] : [],
      )
      return own.length === 0 ? [] : [`${at + 1}: ${cutLine(line, own).trim()}`]
    })
    .join('\n')
}
