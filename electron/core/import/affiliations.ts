/** What follows a name, told apart: in what capacity, and for whom ("VD Acme AB", "professor vid Karlskrona universitet"). */
import { hasOrganisationWord, hasRoleWord, isKnownRole, isRoleWord } from './roles.ts'
import { startsLower, startsUpper, wordEnd } from './words.ts'

interface Affiliation {
  capacity: string | null
  organisation: string | null
}

const roleThenPlace = new RegExp(
  `^(.+?)(?:,| ) ?(?:vid|på|hos|från|i|för|of|at|from|in|with|,)${wordEnd} ?(?:the )?(["“”]?\\p{Lu}.*)$`,
  'u',
)

/** "Student Union", "Tenants' Association": whom a crowd has joined in, no role of one of them. */
const crowdOf =
  /^(?:student|staff|teacher|tenant|resident|parent|doctoral|nurse|journalist|artist|member|officer|worker)s?[’']?s? (?:\p{L}+ )?(?:union|association|council|society|guild|federation|network|forum|centre|services?)$/iu

/** "Leader Vättern": an area of the union's programme for the countryside, no English leader of it. */
const localAction = /^Leader \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u

/** "rådets styrelse", "the agency’s secretariat": a part of some body, in small letters. */
const partOf =
  /^(?:the )?(?:\p{Ll}+ )?\p{Ll}{2,}(?:s|[’']s|s[’']) (?:styrelse|kansli|sekretariat|ledning|lednings?grupp|arbetsgrupp|utskott|nämnd|kommitté|valberedning|board|secretariat|office|committee|council)$/u

/** "Director of Library Services": what an office is about, no organisation it is held in. */
const ofFunction =
  /^(?:[\p{L}-]+ ){0,2}(?:director|head|manager|chief|lead|dean|officer) of (?:[\p{L}&-]+ ){0,3}(?:services|management|engineering|data|energy|systems|media|logistics|construction|housing|technologies|librar(?:y|ies)|partners|properties)$/iu

/**
 * Reads one segment after a name: a role, an organisation, or both ("VD Acme AB", "professor vid
 * Karlskrona universitet"). Unknown words are an organisation when capitalised, else a role.
 */
export function readAffiliation(segment: string): Affiliation {
  const text = segment.trim()
  if (text === '') return { capacity: null, organisation: null }
  if (crowdOf.test(text) || localAction.test(text)) return { capacity: null, organisation: text }
  const role = hasRoleWord(text)
  if (!role) {
    if (partOf.test(text)) return { capacity: null, organisation: text }
    if (hasOrganisationWord(text) || startsUpper(text) || /^\d/u.test(text)) {
      return { capacity: null, organisation: text.replace(/^(?:från|of|at|from) /iu, '') }
    }
    const from =
      /^(?:från|for|from|of|at|alla|samtliga|båda|all|both|repr(?:esenterar|esenterade|\.)?|representing|för|on behalf of) +(?=\p{L})/iu.exec(
        text,
      )
    return from === null || !/^\p{Lu}/u.test(text.slice(from[0].length))
      ? { capacity: text, organisation: null }
      : { capacity: null, organisation: text.slice(from[0].length) }
  }
  const words = text.split(' ')
  if (words.length === 1) {
    return hasOrganisationWord(text) && startsUpper(text) && !isKnownRole(text)
      ? { capacity: null, organisation: text }
      : { capacity: text, organisation: null }
  }
  if (/ at large$/iu.test(text) || (/ of /iu.test(text) && ofFunction.test(text)))
    return { capacity: text, organisation: null }
  const placed = roleThenPlace.exec(text)
  if (placed?.[1] !== undefined && placed[2] !== undefined && hasRoleWord(placed[1])) {
    const inOrganisation = hasOrganisationWord(placed[2]) || /(?:vid|hos|från|at|from) ["“”]?\p{Lu}/u.test(text)
    if (inOrganisation) return { capacity: placed[1].trim(), organisation: placed[2].trim() }
    return { capacity: text, organisation: null }
  }
  return splitRoleFirst(words, text)
}

/** "klassförälder F–3", "lärare F-9": whom the role is for. */
const grades = /^\p{Lu}{1,2} ?[–-] ?\d{1,2}$/u

/** "VD Almi Invest", "ledamot Vinnova": role words in front, a capitalised rest. "Head of Unit" stays whole. */
function splitRoleFirst(words: readonly string[], text: string): Affiliation {
  let last = -1
  words.forEach((word, index) => {
    if (isRoleWord(word) && (index === 0 || words.slice(0, index).every((w) => isRoleWord(w) || startsLower(w))))
      last = index
  })
  if (last >= 0 && last < words.length - 1) {
    const rest = words.slice(last + 1).join(' ')
    const next = words[last + 1] ?? ''
    // "Konsult AB" is the firm's name.
    if (/^(?:AB|HB|KB|Ltd|LLP|Inc|plc|GmbH|AS|Oy)\.?$/u.test(rest) && startsUpper(words[last] ?? ''))
      return { capacity: words.slice(0, last).join(' ') || null, organisation: words.slice(last).join(' ') }
    if (
      startsUpper(next) &&
      !grades.test(rest) &&
      !hasRoleWord(rest) &&
      (!startsUpper(words[0] ?? '') || /^VD|^CEO|^GD/u.test(text) || hasOrganisationWord(rest))
    ) {
      return { capacity: words.slice(0, last + 1).join(' '), organisation: rest }
    }
  }
  const first = words.findIndex((word) => isRoleWord(word))
  if (
    first > 0 &&
    startsUpper(words[0] ?? '') &&
    hasOrganisationWord(words.slice(0, first).join(' ')) &&
    words.slice(first).every((w) => startsLower(w))
  ) {
    return { capacity: words.slice(first).join(' '), organisation: words.slice(0, first).join(' ') }
  }
  return { capacity: text, organisation: null }
}
