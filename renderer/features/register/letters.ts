/** Dividers of a list that is in Swedish order: å, ä and ö are letters of their own and stand last. Pure. */
import type { RegisterKind } from '#contract/register.ts'

/** Letters of neighbouring languages stand under the Swedish letter they sort as. */
const sortedAs: Readonly<Record<string, string>> = {
  Æ: 'Ä',
  Ę: 'Ä',
  Ø: 'Ö',
  Ő: 'Ö',
  Œ: 'Ö',
  Ô: 'Ö',
  Ü: 'Y',
  Ű: 'Y',
  Ð: 'D',
  Đ: 'D',
  Þ: 'T',
  ß: 'S',
  SS: 'S',
  Ł: 'L',
  Ħ: 'H',
}

/** The letter a name stands under; `#` for figures and signs. */
export function letterOf(name: string): string {
  const first = [...name.normalize('NFC').trimStart()][0]?.toUpperCase() ?? ''
  if (first === 'Å' || first === 'Ä' || first === 'Ö') return first
  const known = sortedAs[first]
  if (known !== undefined) return known
  const bare = first.normalize('NFD').replace(/\p{M}/gu, '')
  const plain = sortedAs[bare] ?? bare
  return /^\p{L}/u.test(plain) ? plain.slice(0, 1) : '#'
}

/** Rows under their letters, in the order given; a letter that comes back later gets a second group. */
export function byLetter<R extends { name: string }>(rows: readonly R[]): { letter: string; rows: R[] }[] {
  const groups: { letter: string; rows: R[] }[] = []
  for (const row of rows) {
    const letter = letterOf(row.name)
    const last = groups.at(-1)
    if (last?.letter === letter) last.rows.push(row)
    else groups.push({ letter, rows: [row] })
  }
  return groups
}

/** Rows of a list under what its order goes by: letters, the year of an event, the first number of a theme's code. */
export function grouped<R extends { name: string; detail: string | null }>(
  kind: RegisterKind,
  rows: readonly R[],
): { letter: string; rows: R[] }[] {
  if (kind !== 'event' && kind !== 'theme') return byLetter(rows)
  const heading = (row: R) => (kind === 'event' ? row.detail?.slice(0, 4) : /^\d+(?=[. ])/u.exec(row.name)?.[0]) ?? '–'
  const groups: { letter: string; rows: R[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.letter === heading(row)) last.rows.push(row)
    else groups.push({ letter: heading(row), rows: [row] })
  }
  return groups
}
