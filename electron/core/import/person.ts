/** One person's text: the name, and what stands around it. */
import { nameParticle } from '#contract/name-particles.ts'
import type { AttendanceMode, AttendanceStatus } from '#contract/minutes.ts'
import { isInitials } from './initials.ts'
import { readBareMark, takeMarks } from './marks.ts'
import type { Marks } from './marks.ts'
import { couldBeName, isFirstName, isFullName, nameScore, splitHonorific } from './names.ts'
import { readAffiliation } from './affiliations.ts'
import { hasOrganisationWord, hasRoleWord, isPartyMark } from './roles.ts'
import { organisationBeside, partyOf } from './parties.ts'
import { isVacant } from './vacant.ts'
import { withoutReason } from './why-away.ts'
import { acronymAt, lowerRole, splitUnmarked } from './unmarked.ts'

export interface ReadPerson {
  listNumber: number | null
  name: string
  /** The name in the source's own characters. */
  asWritten: string
  repaired: boolean
  capacity: string | null
  organisation: string | null
  status: AttendanceStatus | null
  /** The status is a cross's. */
  crossed: boolean
  mode: AttendanceMode | null
  items: string | null
  /** Words of the line that have no field. */
  kept: string[]
}

/** What the lines around tell about a list. */
export interface ListHabits {
  /** One person per line, further segments are roles or organisations. */
  onePerLine: boolean
  /** Segments known to be organisations from other lines, folded. */
  organisations: ReadonlySet<string>
  /** Family name first ("Ek, Anna"). */
  familyFirst: boolean
  /** People side by side in columns. */
  sideBySide: boolean
}

export const plainHabits: ListHabits = {
  onePerLine: false,
  organisations: new Set(),
  familyFirst: false,
  sideBySide: false,
}

/** Commas, semicolons and dashes between spaces, but not inside brackets. */
export function segmentsOf(text: string): string[] {
  const segments: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]
    if (sign === '(' || sign === '[') depth += 1
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      const dash =
        (sign === '–' || sign === '-' || sign === '—' || sign === '/') && text[i - 1] === ' ' && text[i + 1] === ' '
      if (sign === ',' || sign === ';' || dash) {
        segments.push(text.slice(from, i))
        from = i + 1
      }
    }
  }
  segments.push(text.slice(from))
  return segments
    .map((segment) =>
      segment
        .trim()
        .replace(/^[–—-] |[,;]$/gu, '')
        .trim(),
    )
    .filter((segment) => segment !== '')
}

/** "two members of the public", "familjen Ek": people without names of their own. */
const countOfOthers =
  /^(?:familjen|fam\.|makarna|the \p{L}+ family) ?\p{L}|^(?:elever|föräldrar|medlemmar|studenter|representanter|tjänstemän|tjänstepersoner|members of the public|parents|pupils|students|residents)(?: |$)|^(?:(?:och|samt|and|plus) )?(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|several|some|två|tre|fyra|fem|sex|sju|åtta|nio|tio|flera|ett tiotal) \p{Ll}/iu

/** A telephone number, an address, letters behind a name, a disqualification: said of the person, with no field of their own. */
const noField =
  /^(?:(?:tel\.?|mobil|phone)?:? ?[+(]?\d[\d\s()/–-]{5,}|\S+@\S+\.\S+|MBE|OBE|CBE|KBE|JP|KC|QC|Ph\.?D\.?|DPhil|MSc|BSc|MBA|RN|CPA|FRS|Esq\.?|jävi?g?|disqualified)$/u

const nameThenWords = new RegExp(String.raw`^(?<name>(?:\p{Lu}[\p{L}’'-]+ (?:${nameParticle} )?){2,3})[\p{Ll}\d]`, 'u')

/** Words that are no role and no organisation of this person: a label with what it labels, or another name with a role. */
function isSomebodyElse(words: string): boolean {
  if (/^[^:]{2,60}: \S/u.test(words)) return true
  const opening = nameThenWords.exec(words)?.groups?.['name']
  const other = splitUnmarked(words)?.name ?? opening?.trim()
  return other !== undefined && nameScore(other) >= 3 && !hasOrganisationWord(words)
}

export function finish(
  name: string,
  asWritten: string,
  listNumber: number | null,
  unordered: readonly string[],
  marks: Marks,
  repaired = false,
  whole = '',
): ReadPerson {
  const { name: plain, title } = splitHonorific(name)
  const affiliations = whole === '' ? unordered : unordered.toSorted((a, b) => place(whole, a) - place(whole, b))
  const capacities: string[] = []
  const organisations: string[] = []
  const kept = [...marks.kept]
  for (const segment of affiliations) {
    const cleaned = segment
      .replace(/^[\s,;–-]+|[\s,;–-]+$/gu, '')
      .replace(/\s+/gu, ' ')
      .trim()
    if (cleaned === '' || /^(?:och|samt|and|via|på|med)$/iu.test(cleaned)) continue
    if (cleaned.startsWith(party) || partyOf(cleaned) !== null) {
      organisations.push(partyOf(cleaned) ?? cleaned.replace(party, ''))
      continue
    }
    if (readBareMark(cleaned, marks)) continue
    if (
      countOfOthers.test(cleaned) ||
      /^(?:m\.? ?fl\.?|et al\.?)$/iu.test(cleaned) ||
      isVacant(cleaned) ||
      /^(?:har|hade|has|have|had) \p{L}/u.test(cleaned) ||
      noField.test(cleaned) ||
      companion.test(cleaned) ||
      isSomebodyElse(cleaned)
    ) {
      kept.push(cleaned)
      continue
    }
    const { capacity, organisation } = readAffiliation(cleaned)
    if (capacity !== null) capacities.push(capacity)
    if (organisation !== null) organisations.push(organisation)
  }
  if (marks.capacity !== null && !capacities.some((capacity) => capacity.toLowerCase().includes('ersättare'))) {
    capacities.push(marks.capacity)
  }
  const serving = capacities.findIndex((capacity) => isServing(capacity))
  if (title !== null && capacities.length === 0) capacities.push(lowerRole(title))
  else if (title !== null && /ersättare|suppleant/iu.test(title))
    capacities[serving] &&= `${capacities[serving]} ${lowerRole(title)}`
  return {
    listNumber,
    name: plain,
    asWritten,
    repaired,
    capacity: capacities.length > 0 ? capacities.join(', ') : null,
    organisation: organisationBeside(organisations, kept),
    status: marks.status,
    crossed: marks.crossed && marks.status === 'present',
    mode: marks.mode,
    items: marks.items,
    kept,
  }
}

/** "och hennes assistent", "med tolk": who came along, and nobody's office. */
const companion =
  /^(?:och|samt|med|jämte|and|with) (?:(?:hennes|hans|deras|sin|sitt|sina|en|ett|her|his|their|an?) )?(?:personlig[at]? |personal )?(?:assistent|ledsagare|tolk|följeslagare|stödperson|assistant|carer|interpreter|support worker|companion)(?:er|ar|s)?\.?$/iu

/** "Tjänstgörande" alone: it says of a substitute whether they served. */
export function isServing(capacity: string): boolean {
  return /^(?:(?:icke |ej |inte )?tjänstgör(?:ande)?|tjg\.?)$/iu.test(capacity)
}

/** Marks a bracket as a party: a lone "(F)" must not be read as a mark of absence. */
const party = '\u0001'

function place(text: string, segment: string): number {
  const at = text.indexOf(segment.replace(party, ''))
  return at < 0 ? text.length : at
}

/** "Anna Ek (Vinnova) Secretary": words behind the bracket of a whole name are no more of it; "Anna (Ankan) Ek" is. */
function afterName(text: string): string {
  return text.replace(/^([^,;()[\]]+)([([][^()[\]]*[)\]]) (?=\p{L})/u, (whole, name: string, bracket: string) =>
    isFullName(name.trim()) ? `${name}${bracket}, ` : whole,
  )
}

/** Brackets out of the text: their contents, marks read. */
export function takeBrackets(text: string, marks: Marks, affiliations: string[]): string {
  return afterName(text).replace(/[([]([^()[\]]*)[)\]]/gu, (whole, inner: string) => {
    const content = inner.trim()
    if (content === '') return ' '
    if (isInitials(content, text)) return ' '
    // A cross tells of presence, before it could be taken for a party's letter.
    if (/^[xX✓✔]$/u.test(content) && readBareMark(content, marks)) return ' '
    const small = partyOf(content)
    if (small !== null) {
      affiliations.push(`${party}${small}`)
      return ' '
    }
    if (isPartyMark(content) && !hasRoleWord(content)) {
      affiliations.push(`${party}${content === '-' ? 'partilös' : content}`)
      return ' '
    }
    const rest = takeMarks(content, marks)
    affiliations.push(...segmentsOf(rest).filter((segment) => !isInitials(segment, text)))
    return whole.length > 0 ? ' ' : ''
  })
}

/** "Region X", "Bolag X": a thing that has no other name; the letter is no cross. */
const namedX =
  /(?<!\p{L})(?:region|kommun|landsting|bolag|företag|organisation|förening|myndighet|enhet|grupp|party|company|team|university) X$/iu

/** Nobody by name. */
const everybody =
  /^(?:alla|samtliga|all|everyone|everybody|ingen|inga|nobody)(?: (?:närvarande|deltagare|present|members|medlemmar|ledamöter))?\.?$/iu

/** Reads "Namn, roll, organisation" and its relatives as one person. Null when no name is found. */
export function readPerson(
  text: string,
  habits: ListHabits,
  listNumber: number | null,
  marks: Marks,
): ReadPerson | null {
  if (isVacant(text) || everybody.test(text)) return null
  const affiliations: string[] = []
  const crossed = namedX.test(text.trim())
    ? null
    : /^(?<who>.*(?:\p{L}{2}|[\p{L}\d.]\)|\p{L}\.))(?:,? [xX✓✔]|[*†]+)$/u.exec(text.trim())
  if (crossed !== null && /[xX✓✔]$/u.test(text.trim())) readBareMark('X', marks)
  const plain = (crossed?.groups?.['who'] ?? text).replace(/\s+/gu, ' ').trim()
  const unmarked = takeMarks(
    plain.replace(/(?<=\()[^()]+,[^()]+(?=\))/gu, (content) => withoutReason(content, marks)),
    marks,
  )
  const open = takeBrackets(unmarked, marks, affiliations)
    .replace(/\s+/gu, ' ')
    .replace(/ ,/gu, ',')
    .replace(/[\s,;–—-]+$/u, '')
    .trim()
  const segments = segmentsOf(
    besideSlash(open).replace(/[.:]$/u, (sign) => (/\b\p{L}{1,4}\.$/u.test(open) ? sign : '')),
  )
  const first = segments[0] ?? ''
  if (first === '') return null
  const second = segments[1]
  if (habits.familyFirst && second !== undefined && !/\s/u.test(first) && couldBeName(first) && couldBeName(second)) {
    return finish(
      `${second} ${first}`,
      `${first}, ${second}`,
      listNumber,
      [...segments.slice(2), ...affiliations],
      marks,
    )
  }
  const stray = repairStray(segments, open, habits)
  if (stray !== null) {
    return finish(stray.name, stray.asWritten, listNumber, [...segments.slice(2), ...affiliations], marks, true)
  }
  if (couldBeName(first) && acronymAt(first.split(' ')) === 0)
    return finish(first, first, listNumber, [...segments.slice(1), ...affiliations], marks, false, text)
  const split = splitUnmarked(first)
  if (split !== null) {
    return finish(
      split.name,
      split.name,
      listNumber,
      [...split.affiliations.map(lowerRole), ...segments.slice(1), ...affiliations],
      marks,
    )
  }
  const at = segments.findIndex((segment) => isFullName(segment))
  const before = segments.slice(0, Math.max(at, 0))
  if (at > 0 && at <= 2 && before.every((segment) => hasRoleWord(segment) || hasOrganisationWord(segment))) {
    const name = segments[at] ?? ''
    return finish(name, name, listNumber, [...before, ...segments.slice(at + 1), ...affiliations], marks)
  }
  return null
}

/** "Anna Ek/Havsverket": what follows the stroke is no part of the name. */
function besideSlash(text: string): string {
  const parts = /^(?<who>[^/,;]+)\/(?<whose>[^/]+)$/u.exec(text)?.groups
  return parts?.['who'] !== undefined && isFullName(parts['who']) ? `${parts['who']}, ${parts['whose'] ?? ''}` : text
}

/** "Helena, Lind, ledamot": a comma slipped into the name, seen by two single words where others have full names. */
function repairStray(
  segments: readonly string[],
  written: string,
  habits: ListHabits,
): { name: string; asWritten: string } | null {
  const [first, second] = segments
  if (first === undefined || second === undefined) return null
  if (!habits.onePerLine || habits.familyFirst || /\s/u.test(first) || !couldBeName(first)) return null
  if (!couldBeName(second) || (/\s/u.test(second) && !isFirstName(first))) return null
  if (hasOrganisationWord(second) || hasRoleWord(second) || habits.organisations.has(second.toLowerCase())) return null
  if (segments.length < 3 && !isFirstName(first)) return null
  const asWritten = written.slice(written.indexOf(first), written.indexOf(second, first.length) + second.length)
  return { name: `${first} ${second}`, asWritten }
}
