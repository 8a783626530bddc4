/** Whose words in a sentence can own an action, and whom they mean among those listed. */
import { couldBeName, isFirstName } from './names.ts'
import { hasRoleWord } from './roles.ts'
import { wordsOf } from './words.ts'

/**
 * "Utbildningschefen Sara Vik", "Sara Vik (M)": the listed person's name alone, when exactly one is named so with
 * nothing but a role before and a bracket behind. Else the words as they are.
 */
export function ownerAmong(owner: string, people: readonly { name: string }[]): string {
  const bare = owner.replace(/\s*\([^()]*\)$/u, '')
  const named = new Set(people.map(({ name }) => name).filter((name) => name.includes(' ') && endsWithName(bare, name)))
  const [name] = named
  return named.size === 1 && name !== undefined ? name : owner
}

function endsWithName(owner: string, name: string): boolean {
  if (owner === name) return true
  if (!owner.endsWith(` ${name}`)) return false
  const before = owner.slice(0, -name.length).trim()
  // "Barbro Sara Vik" is another person, "Kansliet och Sara Vik" are two.
  const role = before.toLowerCase()
  return (
    hasRoleWord(role) &&
    !/(?:^| )(?:och|samt|and|&)(?: |$)|,/u.test(before) &&
    !(couldBeName(before) && before.includes(' '))
  )
}

/** Initials that only one listed has, as that person's name. Else the words as they are. */
export function ownerByInitials(owner: string, named: (initials: string) => string | null): string {
  return /^\p{Lu}{2,4}$/u.test(owner) ? (named(owner) ?? owner) : owner
}

/** A whole name, or a given name that is known as one. */
export function personName(owner: string): boolean {
  return couldBeName(owner.replace(/ (?:and|&) /u, ' ')) && (owner.includes(' ') || isFirstName(owner))
}

/** Off with a label in front ("Valberedning: styrelsen") and with what only ties a clause to the one before. */
export function tidyOwner(owner: string): string {
  return owner
    .replace(/^.*(?::| [–—-]) (?=\p{L})/u, '')
    .replace(/^(?:vakant|vacant), /iu, '')
    .replace(/^(?:att |och |samt |därefter |vidare |dessutom |även )+/iu, '')
    .replace(/\s*[:,–—-]$/u, '')
    .trim()
}

/** Somebody or something that can own an action: a name, a role, a body; no clause. */
export function isOwner(owner: string): boolean {
  const words = wordsOf(owner)
  if (words.length === 0 || words.length > 9) return false
  return !/(?:^|\s)(?:att|som|det|detta|vilket|den som|inte|it|this|that|which|there|what|who|need|needs|order|due|going|able|as|ska|bör|måste|kan|how|up|want|wants|has|have|had|is|was|likely)(?:\s|$)/iu.test(
    owner,
  )
}

/** A person, a role or a body; of other words it is not sure that they can do anything. */
export function personal(owner: string): boolean {
  const first = owner.split(' ')[0] ?? ''
  return (
    couldBeName(owner.replace(/ \(.*\)$/u, '').replace(/ (?:och|and|&) /u, ' ')) ||
    isFirstName(first) ||
    hasRoleWord(owner) ||
    /(?:styrelsen|kansliet|gruppen|nämnden|rådet|förvaltningen|sekretariatet|kontoret|board|committee|office|secretariat|team|group|kommunerna|länsstyrelsen|utskottet)$/iu.test(
      owner,
    )
  )
}
