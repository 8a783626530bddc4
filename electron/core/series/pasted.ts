/** What pasted lines say of the members of a body. Pure. */
import type { ReadPerson } from '#core/import/person.ts'

const serves = /^(?:ersätter|ersatte|i ställe(?:t)? för|istället för) /iu

/** In what capacity somebody is a member: a deputy with whose one they are, which minutes have no field for. */
export function roleIn({ capacity, kept }: Pick<ReadPerson, 'capacity' | 'kept'>): string | null {
  if (capacity === null) return null
  const parts = capacity.split(', ')
  for (const words of kept) {
    const at = parts.findIndex((part) => words.startsWith(`${part} för `) || words.startsWith(`${part} for `))
    if (at >= 0) parts[at] = words
    else if (serves.test(words)) {
      const deputy = parts.indexOf('ersättare')
      if (deputy >= 0) parts[deputy] = `ersättare för ${words.replace(serves, '')}`
    }
  }
  return parts.join(', ')
}
