/** Initials that stand beside a name and say how the text calls somebody. */

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
  const initialsBy = (gap: RegExp): string =>
    name
      .split(gap)
      .map((word) => word.slice(0, 1))
      .filter((letter) => /\p{Lu}/u.test(letter))
      .join('')
  const initials = initialsBy(/[\s-]+/u)
  if (
    !small &&
    !name.includes(' ') &&
    content.startsWith(name.slice(0, 1).toLocaleUpperCase('sv')) &&
    content.length <= 3
  )
    return true
  return (
    initials === content ||
    initialsBy(/\s+/u) === content ||
    (initials.length > 2 && `${initials.slice(0, 1)}${initials.slice(-1)}` === content)
  )
}
