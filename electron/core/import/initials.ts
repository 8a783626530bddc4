/** Initials that stand beside a name and say how the text calls somebody. */

/** "Ann-Marie el-Sayed Ek" as AMESE, AESE, AMEE, AEE and AE: hyphens, particles and middle names count or not. */
export function initialsOf(name: string): string[] {
  const letters = (words: readonly string[]): string => words.map((word) => word.slice(0, 1)).join('')
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word))
  const capital = words.filter((word) => /^\p{Lu}/u.test(word))
  const split = (some: readonly string[]): string[] => some.flatMap((word) => word.split(/[-–]/u))
  const ends = (some: readonly string[]): readonly string[] =>
    some.length > 2 ? [some[0] ?? '', some.at(-1) ?? ''] : some
  // "Ann-Marie" alone is called AM.
  const [given = ''] = words
  return [
    [...(given.includes('-') ? split([given]) : [])],
    words,
    capital,
    ends(capital),
    split(words),
    split(capital),
    ends(split(capital)),
  ]
    .map((some) => letters(some).toLocaleUpperCase('sv'))
    .filter((made) => made.length > 1)
}

/** "(JB)" after Jane Brook: how the text calls her, no party and no organisation. */
export function isInitials(written: string, text: string): boolean {
  if (!/^(?:\p{Lu}{2,4}|\p{Ll}{2,4})$/u.test(written)) return false
  const content = written.toLocaleUpperCase('sv')
  const small = content !== written
  const name = text
    .slice(0, text.indexOf('('))
    .trim()
    .replace(/[,;]$/u, '')
    .replace(/^.*[,;]/u, '')
    .trim()
  if (
    !small &&
    !name.includes(' ') &&
    content.startsWith(name.slice(0, 1).toLocaleUpperCase('sv')) &&
    content.length <= 3
  )
    return true
  return initialsOf(name).includes(content)
}
