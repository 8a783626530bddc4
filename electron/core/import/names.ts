/** Names of people: what looks like one, how one is repaired, and when two spellings are one person. */
import { nameParticle } from '#contract/name-particles.ts'
import { healthWords } from '#core/privacy/sensitive.ts'
import { firstNames } from './first-names.ts'
import { notNames } from './not-names.ts'
import { hasOrganisationWord, hasRoleWord, hasSureRole } from './roles.ts'
import { foldText } from './words.ts'

const particle = new RegExp(`^(?:${nameParticle}|och|til)$`, 'u')
const nameToken =
  /^(?:\p{Lu}[\p{L}’'´`]*(?:[-–][\p{L}][\p{L}’']*)*|\p{Lu}\.(?:-?\p{Lu}\.)*|(?:d['’]|O['’]|Mc|Mac)\p{Lu}\p{L}+)$/u

/** 'Bo "Bosse" Ek': what somebody is called, between the names. */
const nickname = /^["“”'’]\p{Lu}[\p{L}-]+["“”'’]$/u

/** Titles in front of a name, with the capacity they give where it is a real title. */
const honorific =
  /^(?:(?:(?:bitr\.?|biträdande) )?(?:professor|docent|lektor|doktor|dekanus|(?:fil|tekn|med|jur|ekon|teol|agr)\.? ?(?:dr|lic|kand)|prof(?:\.|essor)? em(?:\.|erit[ua]s?)?|överläkare|riksdagsledamot|statsråd|statssekreterare|minister|generaldirektör|landshövding|borgmästare|rektor|advokat|ingenjör|(?:county |district |parish |town |city )?(?:cllrs?|councillors?)|assoc\.? prof\.?|prof\.?|professors|drs?\.?|doc\.?|phd)|herr|fru|fröken|mr|messrs|mrs|ms|miss|sir|dame|lord|lady|rev|revd|fr|hon|sr|cr|commissioner|kyrkoherde|president)\.? +(?=\p{Lu})/iu

/** "Cllr Vance", "Ms Jones": a title in front says that a person follows. "Professor Lund" may be one of Lund. */
export function isTitled(text: string): boolean {
  return /^(?:Mrs?|Messrs|Ms|Miss|Dr|Cllrs?|Councillors?|Cr|Herr|Fru)\.? \p{Lu}/u.test(text) && couldBeName(text)
}

/** Cuts "Dr", "docent" … off the front; `title` is null for Mr/Fru, Dr/Prof and the like. */
export function splitHonorific(text: string): { name: string; title: string | null } {
  const match = honorific.exec(text)
  if (match === null || !/^\p{Lu}/u.test(text.slice(match[0].length))) return splitRolePrefix(text)
  const written = match[0].trim()
  const polite =
    /^(?:herr|fru|fröken|mr|messrs|mrs|ms|miss|sir|dame|lord|lady|fr|rev|revd|hon|sr|drs?|prof|assoc\.? prof)\.?$/iu.test(
      written,
    )
  const rest = text.slice(match[0].length).trim()
  // "Cllr Mrs D Penrose"
  const further = /^(?:mr|mrs|ms|miss|dr|prof)\.? +(?=\p{Lu})/iu.exec(rest)?.[0] ?? ''
  return {
    name: rest.slice(further.length),
    title: polite ? null : written.replace(/(?<=cllr|councillor|professor|dr)s$/iu, ''),
  }
}

/** "Universitetslektor Hanna Ek", "Spetspatient Hanna Ek": a role or standing with a capital and then at least two words of name. */
function splitRolePrefix(text: string): { name: string; title: string | null } {
  const [first = '', ...rest] = text.split(' ')
  if (
    rest.length < 2 ||
    !/^\p{Lu}\p{Ll}+$/u.test(first) ||
    isFirstName(first) ||
    !(hasRoleWord(first) || healthWords(first) === first)
  )
    return { name: text, title: null }
  if (!rest.every((word) => nameToken.test(word) || particle.test(word))) return { name: text, title: null }
  // "Director General Ann Fowler": the title goes on.
  return rest[0] === 'General' && rest.length > 2
    ? { name: rest.slice(1).join(' '), title: `${first} General` }
    : { name: rest.join(' '), title: first }
}

export function isFirstName(word: string): boolean {
  const lower = word.toLowerCase()
  return firstNames.has(lower) || lower.split('-').some((part) => firstNames.has(part))
}

/** True when every word could be part of a name and none is known as something else. Single words pass too. */
export function couldBeName(text: string): boolean {
  if (text.length < 2 || text.length > 80 || /\d/u.test(text)) return false
  const { name } = splitHonorific(text.trim())
  // Nomen nescio: somebody yet to be named.
  if (/^N\. ?N\.$/u.test(name)) return false
  const words = name.split(/\s+/u)
  if (words.length > 6) return false
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  if (!nameToken.test(first) && !(particle.test(first) && words.length > 1)) return false
  if (!nameToken.test(last)) return false
  if (!words.every((word) => nameToken.test(word) || particle.test(word) || nickname.test(word))) return false
  if (words.some((word) => /^(?:och|e|y)$/u.test(word)) && words.length < 4) return false
  if (words.length > 1 && words.some((word) => !particle.test(word) && notNames.has(word.toLowerCase()))) {
    return isFirstName(first) && words.length <= 3 && !words.every((word) => notNames.has(word.toLowerCase()))
  }
  if (words.length === 1 && notNames.has(first.toLowerCase())) return false
  if (words.every((word) => /^\p{Lu}{2,}$/u.test(word)) && words.length === 1) return false
  if (hasSureRole(name) && !isFirstName(first)) return false
  return !(hasOrganisationWord(name) && !isFirstName(first))
}

/** At least a given name and a family name. */
export function isFullName(text: string): boolean {
  return /\s/u.test(text.trim()) && couldBeName(text)
}

/** "R Dunstan", "J. P. Ek": initials in front of a family name. */
const initialled = /^\p{Lu}\.?(?:[ -]?\p{Lu}\.| \p{Lu}){0,2} (?:(?:von|van|de|af) )?\p{Lu}[’']?\p{L}*\p{Ll}/u

/** 0 no name … 3 surely a name. */
export function nameScore(text: string): number {
  if (!couldBeName(text)) return 0
  const { name } = splitHonorific(text.trim())
  const words = name.split(/\s+/u)
  const called = honorific.test(text.trim())
  if (words.length === 1) return called ? 2 : isFirstName(name) ? 1.5 : 0.5
  return called || initialled.test(name) || isFirstName(words[0] ?? '') ? 3 : 2
}

/** Edit distance, stopping at `limit` + 1. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    let best = i
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
      next.push(value)
      if (value < best) best = value
    }
    if (best > limit) return limit + 1
    row = next
  }
  return row[b.length] ?? limit + 1
}

/** Words of a name for comparing: lower case, accents other than å, ä, ö off, hyphens as gaps, genitive s kept. */
export function nameWords(name: string): string[] {
  const plain = foldText(splitHonorific(name).name)
    .replace(/[éèêë]/gu, 'e')
    .replace(/[üú]/gu, 'u')
    .replace(/[áà]/gu, 'a')
  return plain.split(' ').filter((word) => word !== '' && !particle.test(word))
}

function near(a: string, b: string): boolean {
  if (a === b) return true
  const length = Math.min(a.length, b.length)
  if (length < 3) return false
  const limit = length >= 8 ? 2 : 1
  return editDistance(a, b, limit) <= limit
}

/**
 * One person for all we can see: each word of the shorter name has a near twin in the longer, in any
 * order. A single word matches a given or family name exactly (or its genitive).
 */
export function sameName(mention: string, listed: string): boolean {
  const a = nameWords(mention)
  const b = nameWords(listed)
  if (a.length === 0 || b.length === 0) return false
  if (a.join('') === b.join('')) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1) {
    const word = short[0] ?? ''
    return long.some((other) => other === word || `${other}s` === word || (word.length >= 7 && near(word, other)))
  }
  const left = [...long]
  return short.every((word) => {
    const exact = left.indexOf(word)
    const index =
      exact >= 0
        ? exact
        : left.findIndex(
            (other) =>
              near(word, other) ||
              (word.length === 1 && other.startsWith(word)) ||
              (other.length === 1 && word.startsWith(other)),
          )
    if (index < 0) return false
    left.splice(index, 1)
    return true
  })
}
