/** Names of organisations that look like a person's, told by their letters alone. */
import { isFirstName } from './names.ts'

const quarter =
  /^(?:Norra|Södra|Östra|Västra|Nord|Syd|Öst|Väst|Mitt|Norr|Söder|North|South|East|West|Sverige|Sweden|Norden)$/u

function isAcronym(word: string): boolean {
  return /^(?:TU|KU|UC|VU|LU)$/u.test(word) || (/^\p{Lu}{3,5}$/u.test(word) && !/[AOUYÅÄÖ]/u.test(word))
}

/** "HSB Norra", "Nabo Syd", "Fraunhofer IGD": letters of an organisation, or a quarter of the sky, and no given name. */
export function isOrganisationShape(text: string): boolean {
  const words = text.split(' ')
  const [first = '', second = ''] = words
  if (words.length < 2 || words.some(isFirstName)) return false
  if (quarter.test(words.at(-1) ?? '')) return true
  // "DUBOIS Marc" and "NG Wei" are a family name in capitals in front of the given one, "PC Imran Malik" a rank.
  if (words.length > 2) return false
  return (isAcronym(first) && /\p{Ll}/u.test(second)) || (/^\p{Lu}\p{Ll}{3}/u.test(first) && isAcronym(second))
}
