/** Finding somebody on the list by a few letters: the beginning of any part of the name, or initials. */

/** Letters without marks and case, so that "oberg" finds Öberg. */
function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

const partsOf = (name: string) =>
  bare(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')

/** Whether the letters are beginnings of parts of the name, in their order: "jn", "jon", "annak", "almö". */
function spells(letters: string, parts: readonly string[]): boolean {
  if (letters === '') return true
  return parts.some((part, index) => {
    let same = 0
    while (same < part.length && same < letters.length && part[same] === letters[same]) same += 1
    // The longest beginning first: a shorter one may leave the rest to the next part.
    for (let take = same; take > 0; take -= 1) if (spells(letters.slice(take), parts.slice(index + 1))) return true
    return false
  })
}

/** How well a name fits: 0 best; null not at all. */
export function nameFit(name: string, typed: string): number | null {
  const letters = bare(typed).replace(/[^\p{L}\p{N}]+/gu, '')
  const parts = partsOf(name)
  if (letters === '' || !spells(letters, parts)) return null
  const initials = parts.map((part) => part[0] ?? '').join('')
  if (letters.length > 1 && initials === letters) return 0
  if (parts.some((part) => part.startsWith(letters))) return parts[0]?.startsWith(letters) === true ? 1 : 2
  return 3
}

/** Those whose name fits, the best first, each as the list has them otherwise. Everybody while nothing is typed. */
export function fitting<T extends { name: string }>(people: readonly T[], typed: string): readonly T[] {
  if (typed.trim() === '') return people
  return people
    .map((person) => ({ person, fit: nameFit(person.name, typed) }))
    .filter((one): one is { person: T; fit: number } => one.fit !== null)
    .sort((a, b) => a.fit - b.fit)
    .map(({ person }) => person)
}

/** Whether what is typed ends with a whole part of the name and there are more: a space may part it from the next. */
export function mayGoOn(name: string, typed: string): boolean {
  if (!/[\p{L}\p{N}]$/u.test(bare(typed))) return false
  const parts = partsOf(name)
  const at = parts.indexOf(partsOf(typed).at(-1) ?? '')
  return at >= 0 && at < parts.length - 1
}

/** Whether a sign is one of the name still, behind a space that follows what was typed. */
export function goesOn(name: string, typed: string, sign: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(sign) && nameFit(name, `${typed} ${sign}`) !== null
}
