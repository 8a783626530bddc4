/** Parties of the Swedish parliament by their letters, and how they stand beside an organisation. */

/** Parties in the Swedish parliament, today's and the short names a few years back. */
const letters = /^(?:S|M|SD|C|V|KD|L|MP|FP|FI)$/u

/** True for a party's letters as such, whatever stands around them. */
export function isParty(text: string): boolean {
  return letters.test(text)
}

/**
 * The party a word alone names, null where it names none. Older minutes print the letters small; "c" and "l" alone may
 * then be anything.
 */
export function partyOf(text: string): string | null {
  if (isParty(text)) return text
  if (/^(?:s|m|v|kd|mp|sd|fp)$/u.test(text)) return text.toUpperCase()
  return /^partilös$/iu.test(text) ? 'partilös' : null
}

/**
 * What a person stands for. A party alone is that; beside an organisation it is a mark of the person, which no field
 * holds, and is kept in words.
 */
export function organisationBeside(organisations: readonly string[], kept: string[]): string | null {
  const all = [...new Set(organisations)]
  const others = all.filter((one) => !isParty(one) && one !== 'partilös')
  if (others.length === 0 || others.length === all.length) return all.length > 0 ? all.join(', ') : null
  for (const one of all) if (!others.includes(one)) kept.push(`(${one})`)
  return others.join(', ')
}
