/** A name with a role, a party or an organisation beside it and no sign between them. */
import { isInitials } from './initials.ts'
import { couldBeName, isFirstName, isFullName } from './names.ts'
import { isParty } from './parties.ts'
import { hasOrganisationWord, hasRoleWord, isRoleLabel } from './roles.ts'
import { startsLower, startsUpper } from './words.ts'

/** "ordföranden Ragna Ek": the definite form before a name. */
const definites: ReadonlyMap<string, string> = new Map([
  ['ordföranden', 'ordförande'],
  ['sekreteraren', 'sekreterare'],
  ['ledamöterna', 'ledamot'],
  ['ledamoten', 'ledamot'],
  ['ledamöter', 'ledamot'],
  ['suppleanten', 'suppleant'],
  ['suppleanterna', 'suppleant'],
  ['suppleanter', 'suppleant'],
  ['ersättaren', 'ersättare'],
  ['ersättarna', 'ersättare'],
  ['kassören', 'kassör'],
  ['revisorn', 'revisor'],
  ['revisorerna', 'revisor'],
  ['gästen', 'gäst'],
  ['gästerna', 'gäst'],
])

/** A role that stood as a label in front of the name, as it would read after it: "Ordförande" → "ordförande". */
export function lowerRole(role: string): string {
  // "rådets ledamöter"
  const own = role.toLowerCase().replace(/^\p{Ll}*(?:rådet|styrelsen|nämnden|gruppen|kommittén|utskottet|mötet)s /u, '')
  const definite = definites.get(own)
  if (definite !== undefined) return definite
  return /^\p{Lu}\p{Ll}/u.test(role) && hasRoleWord(role.split(' ')[0] ?? '')
    ? role.slice(0, 1).toLowerCase() + role.slice(1)
    : role
}

const trailingRole = /^(?<name>\p{Lu}.*?) (?<role>(?:\d:[ae] |förste |andre |v\. ?)?\p{Ll}[\p{L}.-]+(?: .*)?)$/u

/** Endings of organisations that no family is called by. */
const sureOrganisation =
  /^\p{Lu}\p{Ll}+(?:verket|myndigheten|departementet|styrelsen|nämnden|förbundet|universitetet|högskolan|inspektionen|förvaltningen|kontoret|kommun|föreningen)$/u

/**
 * Where an organisation's letters follow a name without a sign ("Anna Ek LRF", "Bo Ål SPF Seniorerna"); 0 when none do.
 * A family name in capitals ("Anna EK", "Anna Maria EK") is none.
 */
export function acronymAt(words: readonly string[]): number {
  const at = words.findIndex(
    (word, index) =>
      index >= 2 &&
      ((/^\p{Lu}{2,6}$/u.test(word) && !/^(?:II|III|IV)$/u.test(word)) ||
        sureOrganisation.test(word) ||
        (isParty(word) && !startsUpper(words[index + 1] ?? ''))),
  )
  if (at < 0 || isFirstName(words[at - 1] ?? '')) return 0
  const before = words.slice(0, at)
  return before.every((word) => /\p{Ll}/u.test(word)) && isFullName(before.join(' ')) ? at : 0
}

/** "Hjälmby Bygg AB" is a firm to its last word. */
const legalForm = /^(?:AB|HB|KB|AS|ASA|OY|OYJ|AG|SA|BV|NV|SE|PLC|LLC|LLP|LTD|Ltd|Inc|GmbH|plc)\.?$/u

/** "Anna Ek ordförande", "Ordförande Anna Ek", "Anna Ek från Vinnova", "Anna Ek Vinnova": no sign between. */
export function splitUnmarked(text: string): { name: string; affiliations: string[] } | null {
  // "Ebba Ek 9b": the class a pupil goes to.
  const pupil = /^(?<who>\p{Lu}\D+) (?<form>\d{1,2} ?[A-Fa-f])$/u.exec(text)?.groups
  if (
    pupil?.['who'] !== undefined &&
    pupil['form'] !== undefined &&
    (isFullName(pupil['who']) || isFirstName(pupil['who']))
  )
    return { name: pupil['who'], affiliations: [pupil['form']] }
  // "från kommunen Anna Ek"
  const sent = /^(?<from>(?:från|from the) \p{Ll}+) (?<who>\p{Lu}.*)$/u.exec(text)?.groups
  if (sent?.['from'] !== undefined && sent['who'] !== undefined && isFullName(sent['who']))
    return { name: sent['who'], affiliations: [sent['from']] }
  const words = text.split(' ')
  if (legalForm.test(words.at(-1) ?? '') && !isFirstName(words[0] ?? '')) return null
  const short = acronymAt(words)
  if (short > 0) {
    const name = words.slice(0, short).join(' ')
    // "Hilary Vance HV": how the text calls her.
    if (short === words.length - 1 && isInitials(words[short] ?? '', `${name} (`)) return { name, affiliations: [] }
    const own = isParty(words[short] ?? '')
      ? [words[short] ?? '', words.slice(short + 1).join(' ')]
      : [words.slice(short).join(' ')]
    return { name: words.slice(0, short).join(' '), affiliations: own.filter((part) => part !== '') }
  }
  for (let cutAt = Math.min(words.length - 1, 5); cutAt >= 1; cutAt -= 1) {
    const head = words.slice(0, cutAt).join(' ')
    const tail = words.slice(cutAt).join(' ')
    const next = words[cutAt] ?? ''
    if (!isFullName(head)) continue
    if (/^(?:från|vid|på|hos|from|of|at|för|for|representing|i)$/iu.test(next)) {
      return { name: head, affiliations: [words.slice(cutAt).join(' ')] }
    }
    if ((startsLower(next) || /^\d:[ae]$/u.test(next)) && hasRoleWord(tail) && trailingRole.test(text))
      return { name: head, affiliations: [tail] }
    if (!couldBeName(tail) && (hasRoleWord(next) || (hasOrganisationWord(tail) && cutAt >= 2))) {
      return { name: head, affiliations: [tail] }
    }
  }
  for (let cutAt = 1; cutAt <= Math.min(words.length - 1, 4); cutAt += 1) {
    const head = words.slice(0, cutAt).join(' ')
    const tail = words.slice(cutAt).join(' ')
    if (hasRoleWord(head) && isRoleLabel(head) && isFullName(tail) && !hasRoleWord(tail)) {
      // "från myndigheten generaldirektören Anna Ek"
      const { from, role } = /^(?<from>(?:från|för|from) \p{L}+) (?<role>.+)$/u.exec(head)?.groups ?? {}
      return { name: tail, affiliations: from === undefined || role === undefined ? [head] : [role, from] }
    }
  }
  return null
}
