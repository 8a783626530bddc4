/** Labels inside a run of people ("Anna Ek (Vinnova), Region Syd: Bo Ål och Cia Ö, LIF: Ida Ny"), and what each says. */
import { noMarks, takeMarks } from './marks.ts'
import { isFirstName, nameScore, splitHonorific } from './names.ts'
import { readPeopleHeading } from './people-headings.ts'
import { lowerRole, splitUnmarked } from './unmarked.ts'
import type { ReadPerson } from './person.ts'
import { isOrganisationShape } from './organisation-shape.ts'
import { hasOrganisationWord, hasRoleWord, isRoleLabel } from './roles.ts'

/** People in a row who stand under the same label, or under none. */
interface Stretch {
  label: string | null
  text: string
}

const labelShape = /^(?<label>[\p{L}§][^:;,()]{0,58}(?: \([^():]{1,30}\))?): (?=\S)/u
/** "Vinnova – Anna Ek": a label only where the name behind is sure and the words before are none. */
const dashShape = /^(?<label>\p{Lu}[^:;,()–—]{1,58}?)(?<dash> [–—-] )(?=\S)/u

/** Words that name a field of one person, never whom several people come from. */
const fieldWord =
  /^(?:org(?:anisation)?|organization|företag|company|arbetsgivare|roll|role|titel|title|funktion|uppdrag|parti|party|enhet|tel(?:efon)?|phone|mobil|e-?post|e-?mail|adress|address|not|obs|anm(?:ärkning)?|note|kl)\.?$/iu

const joint = / (?:och|samt|and|&) /u

/** The name a text opens with, without roles and marks around it; '' when it opens with none. */
function openingName(text: string): string {
  const upTo = /^[^,;(]+?(?=,|;|\(| och | samt | and | & |$)/u.exec(text)?.[0] ?? ''
  const bare = splitHonorific(takeMarks(upTo, noMarks()).replace(/\s+/gu, ' ').trim()).name
  const name = nameScore(bare) > 0 ? bare : (splitUnmarked(bare)?.name ?? '')
  return hasOrganisationWord(name) && nameScore(name) < 3 ? '' : name
}

/** "Anna Ek" in "Anna Ek: ordförande": who, no label over others. */
export function isPersonLabel(label: string): boolean {
  return nameScore(label) >= 3 && !hasOrganisationWord(label) && !hasRoleWord(label)
}

function isLabel(label: string, after: string): boolean {
  if (fieldWord.test(label) || /\p{L}{2,}[.!?] \p{Lu}/u.test(label) || isPersonLabel(label)) return false
  const [left = ''] = label.split(joint)
  if (left !== label && nameScore(openingName(left)) >= 2) return false
  const name = openingName(after)
  if (nameScore(name) < 2 && !isFirstName(name)) return false
  if (takeMarks(label, noMarks()).trim() === '' || readPeopleHeading(`${label}:`) !== null) return true
  return !/\d/u.test(label) && (/^\p{Lu}/u.test(label) || isRoleLabel(label))
}

/** The label that opens a text and where the names behind it begin; null when none does. */
function labelAt(text: string, sentence: boolean): { label: string; length: number } | null {
  const label = labelShape.exec(text)?.groups?.['label']
  if (label !== undefined && isLabel(label, text.slice(label.length + 2)))
    return sentence && readPeopleHeading(`${label}:`) === null && !hasOrganisationWord(label)
      ? null
      : { label, length: label.length + 2 }
  const dashed = sentence ? undefined : dashShape.exec(text)?.groups
  const before = dashed?.['label']
  if (before === undefined || dashed?.['dash'] === undefined) return null
  const length = before.length + dashed['dash'].length
  const [left = ''] = before.split(joint)
  if (
    (nameScore(before) >= 2 && !isOrganisationShape(before)) ||
    isFirstName(before) ||
    (left !== before && nameScore(openingName(left)) >= 2)
  )
    return null
  const least = isOrganisationShape(before) ? 2 : 3
  if (nameScore(splitUnmarked(before)?.name ?? '') >= 2 || nameScore(openingName(text.slice(length))) < least)
    return null
  return isLabel(before, text.slice(length)) ? { label: before, length } : null
}

/** A run cut where a label opens, and where a semicolon closes what stands under one. */
export function stretchesOf(run: string): Stretch[] {
  if (!/: | [–—-] /u.test(run)) return [{ label: null, text: run }]
  const cuts: Array<{ label: string | null; at: number; from: number; semicolon: boolean }> = []
  let depth = 0
  for (let at = 0; at < run.length; at += 1) {
    const sign = run[at] ?? ''
    if (sign === '(' || sign === '[') depth += 1
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const sentence = sign === '.' && /\p{L}{2}$|\)$/u.test(run.slice(Math.max(0, at - 2), at))
    const opens =
      at === 0 || sign === ',' || sign === ';' || sentence
        ? /^[,;.]?\s*/u
        : sign === ' '
          ? /^ (?:och|samt|and|&) /u
          : null
    const lead = opens?.exec(run.slice(at, at + 6))?.[0]
    if (lead === undefined) continue
    const from = at + lead.length
    const found = labelAt(run.slice(from, from + 200), sentence)
    if (found !== null) {
      cuts.push({ label: found.label, at, from: from + found.length, semicolon: false })
    } else if (sign === ';') cuts.push({ label: null, at, from: at + 1, semicolon: true })
  }
  const labels = cuts.filter((cut) => cut.label !== null).length
  const stretches: Stretch[] = []
  const whole = cuts.filter((cut, index) => {
    if (!cut.semicolon) return true
    // A semicolon after one label alone parts its people; beside other labels or a list of its own it ends it.
    const before = cuts.slice(0, index).findLast((other) => other.label !== null)
    return before !== undefined && (labels > 1 || run.slice(before.from, cut.at).includes(','))
  })
  const first = whole[0]?.at ?? run.length
  if (first > 0) stretches.push({ label: null, text: run.slice(0, first).trim() })
  whole.forEach((cut, index) => {
    const text = run.slice(cut.from, whole[index + 1]?.at ?? run.length).trim()
    stretches.push({ label: cut.label, text })
  })
  return stretches.filter(({ text }) => text !== '')
}

/** "För Brandmännens Riksfack" as a label: whom those named speak for; a bare noun ("arbetsgivaren") stays a noun. */
export function labelOrganisation(label: string): string {
  return label.replace(/^(?:för|från|for|from) (?:the )?/iu, '')
}

/** A role that one person at a meeting has: the next name behind it is somebody else. */
const lonely =
  /^(?:mötes|nämnd)?(?:(?:vice |v\. ?|1:e |2:e |förste |andre )?(?:ordförande|ordf\.?)|sekreterare|sekr\.?|chair\p{L}*|vice-?chair\p{L}*|(?:vice|deputy) chair\p{L}*|secretary|clerk|treasurer|kassör)$/iu

const presides = /^(?:mötes)?(?:ordförande|ordf\.?|chair\p{L}*)$/iu

/** "Left early", "Anlände senare": when somebody came or went, never whom they speak for. */
const comesOrGoes =
  /^(?:left|leaving|joined|arrived|late|lämnade|gick|anlände|ankom|kom|anslöt|avvek|tillkom|sen ankomst)(?: (?:early|late|later|tidigare|tidigt|senare|sent|mötet|the meeting|during|under).*)?$/iu

/** Kinds of people that are no organisation and nobody's office. */
const crowd = /^(?:vuxna|barn|ungdomar|adults|children|young people|övriga|andra|others?|även|also)$/iu

/** "Från styrelsen": those whom the meeting's own board sent come from no other organisation. */
const ownBoard = /^(?:från|för|ur|from) (?:the )?(?:styrelsen|nämnden|kommittén|board|committee)$/iu

/** Kinds of people as a label, and what each of them is. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['föräldrar', 'förälder'],
  ['vårdnadshavare', 'vårdnadshavare'],
  ['elever', 'elev'],
  ['boende', 'boende'],
  ['lärare', 'lärare'],
  ['anhöriga', 'anhörig'],
  ['brukare', 'brukare'],
  ['parents', 'parent'],
  ['pupils', 'pupil'],
  ['students', 'student'],
  ['teachers', 'teacher'],
  ['residents', 'resident'],
  ['tenants', 'tenant'],
  ['carers', 'carer'],
])

/** A person as the label in front says, where the person's own words do not; `first` is the one right behind it. */
export function underLabel(person: ReadPerson, label: string, first: boolean): ReadPerson {
  const marks = noMarks()
  if (takeMarks(label, marks).trim() === '') {
    return {
      ...person,
      mode: person.mode ?? marks.mode,
      status: person.status ?? marks.status,
      items: person.items ?? marks.items,
    }
  }
  // "Gäst p. 4: Anna Ek": what the guest is there for stands in the label.
  const bare = takeMarks(label, noMarks())
    .replace(/ ?\(\s*\)/gu, '')
    .trim()
  if (marks.items !== null && bare !== '' && bare !== label)
    return underLabel({ ...person, items: person.items ?? marks.items }, bare, first)
  if (crowd.test(label) || ownBoard.test(label)) return person
  const kind = kinds.get(label.toLowerCase())
  if (kind !== undefined) return { ...person, capacity: person.capacity ?? kind }
  if (comesOrGoes.test(label)) return { ...person, kept: [...person.kept, label] }
  const heading = readPeopleHeading(`${label}:`)
  if (heading !== null && (heading.status !== null || heading.mode !== null)) {
    return {
      ...person,
      status: person.status ?? heading.status,
      mode: person.mode ?? heading.mode,
      capacity: person.capacity ?? heading.capacity,
      organisation: person.organisation ?? heading.organisation,
    }
  }
  if (isRoleLabel(label)) {
    if (!first && lonely.test(label)) return person
    const role = heading?.capacity ?? lowerRole(label)
    // "Ordförande: Anna Ek, generaldirektör": the office at the meeting and the title are two things.
    if (person.capacity !== null && presides.test(label) && !presides.test(person.capacity.split(/[ ,]/u)[0] ?? ''))
      return { ...person, capacity: `${role}, ${person.capacity}` }
    return { ...person, capacity: person.capacity ?? role }
  }
  if (heading?.capacity !== undefined && heading.capacity !== null)
    return { ...person, capacity: person.capacity ?? heading.capacity }
  return { ...person, organisation: person.organisation ?? labelOrganisation(label) }
}
