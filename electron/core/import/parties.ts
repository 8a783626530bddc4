/** Parties of the Swedish parliament by their letters, and how they stand beside an organisation. */

/** Parties in the Swedish parliament, today's and the short names a few years back. */
const letters = /^(?:S|M|SD|C|V|KD|L|MP|FP|FI)$/u

/** True for a party's letters as such, whatever stands around them. */
export function isParty(text: string): boolean {
  return letters.test(text)
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
