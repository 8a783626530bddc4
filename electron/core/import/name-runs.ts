/** A run of names taken apart: where one person ends and the next begins. */
import { noMarks, takeMarks } from './marks.ts'
import { couldBeName, isFullName, nameScore, splitHonorific } from './names.ts'
import { splitUnmarked } from './person.ts'
import type { ListHabits } from './person.ts'
import { hasOrganisationWord, hasRoleWord } from './roles.ts'
import { startsLower } from './words.ts'

/** How sure we are that a segment after a comma begins a new person. */
function beginsPerson(segment: string, habits: ListHabits, wholeNames: boolean, afterBracket: boolean): boolean {
  const bare = segment.replace(/\s*\(.*\)\s*$/u, '').trim()
  if (habits.organisations.has(bare.toLocaleLowerCase('sv'))) return false
  const marks = noMarks()
  const unmarked = takeMarks(bare, marks).trim()
  const titled = splitHonorific(unmarked)
  const split = titled.name === unmarked ? splitUnmarked(unmarked) : { name: titled.name, affiliations: ['chair'] }
  const core = split?.name ?? unmarked
  const about = split !== null && hasRoleWord(split.affiliations.join(' ')) ? core : unmarked
  const score = nameScore(core)
  if ((hasOrganisationWord(core) || hasOrganisationWord(about)) && score < 3) return false
  if (habits.onePerLine && !afterBracket) return score >= 3 && !hasOrganisationWord(core)
  return score >= 2 || (!wholeNames && score >= 0.5) || (score >= 1.5 && !habits.onePerLine)
}

/** Splits a run of names ("Anna Ek (ordf.), Bo Ål och Cia Ö") into one text per person. */
export function splitPeople(whole: string, habits: ListHabits): string[] {
  const text = whole
    .replace(/(?<=\p{Lu}\p{L}+)\.$/u, '')
    .replace(/,? (?:och|samt|and|plus|\+) (?:cirka |ca |about |a further )?\d{1,4} (?:\p{Ll}+ ?){1,4}\.?$/u, '')
  const byAnd = text.replace(/(?:,)? (?:och|samt|and|&) (?=(?:\p{Ll}{4,} )?\p{Lu})/gu, (sign, at: number) => {
    const before = text.slice(0, at)
    const open = (before.match(/\(/gu)?.length ?? 0) > (before.match(/\)/gu)?.length ?? 0)
    const after = text.slice(at + sign.length)
    const next = /^[^,;(]+?(?=,|;|\(| och | samt | and |$)/u.exec(after)?.[0]?.trim() ?? ''
    const nextPlain = takeMarks(next, noMarks()).trim()
    const nextCore = startsLower(nextPlain) ? (splitUnmarked(nextPlain)?.name ?? '') : nextPlain
    return !open &&
      (nameScore(nextCore) >= 2 || (nameScore(nextCore) >= 0.5 && !/ /u.test(nextCore))) &&
      !hasOrganisationWord(nextCore)
      ? ', '
      : sign
  })
  const semicolons = byAnd
    .split(/;(?![^(]*\))/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (semicolons.length > 1) return semicolons.flatMap((part) => splitPeople(part, { ...habits, onePerLine: true }))
  const segments: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < byAnd.length; i += 1) {
    const sign = byAnd[i]
    if (sign === '(') depth += 1
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (sign === ',' && depth === 0) {
      segments.push(byAnd.slice(from, i).trim())
      from = i + 1
    }
  }
  segments.push(byAnd.slice(from).trim())
  const bareFirst = (segments[0] ?? '').replace(/\(.*\)/u, '').trim()
  const wholeNames =
    isFullName(bareFirst) ||
    (!couldBeName(bareFirst) && segments.some((segment) => isFullName(segment.replace(/\(.*\)/u, '').trim())))
  const people: string[] = []
  const singles = wholeNames && singlesAreNames(segments)
  let label = ''
  for (const written of segments) {
    if (written === '') continue
    const labelled = labelInRun(written)
    if (labelled !== null) {
      label = labelled.label
      people.push(`${labelled.who} (${label})`)
      continue
    }
    const segment = written
    if (
      people.length === 0 ||
      (singles && !habits.onePerLine && isLoneName(segment)) ||
      beginsPerson(segment, habits, wholeNames, people.at(-1)?.endsWith(')') === true)
    )
      people.push(label === '' ? segment : `${segment} (${label})`)
    else people[people.length - 1] = `${people.at(-1)}, ${segment}`
  }
  return people
}

/** "Anna Ek, på länk: Bo Ål": words inside a run that mark whoever follows. */
function labelInRun(segment: string): { label: string; who: string } | null {
  const match = /^(?<label>\p{L}[^:(]{2,30}): (?<who>\p{Lu}.+)$/u.exec(segment)
  const label = match?.groups?.['label']?.trim()
  const who = match?.groups?.['who']
  if (label === undefined || who === undefined || nameScore(label) > 1) return null
  return takeMarks(label, noMarks()).trim() === '' ? { label, who } : null
}

function isLoneName(segment: string): boolean {
  const bare = takeMarks(segment.replace(/\s*\(.*\)\s*$/u, ''), noMarks()).trim()
  return !bare.includes(' ') && couldBeName(bare) && !hasOrganisationWord(bare) && !hasRoleWord(bare)
}

/**
 * Single words among full names are people too where organisations stand in brackets, or where they
 * do not follow the names in turn ("Anna Ek, Vinnova, Bo Ål, Luftverket").
 */
function singlesAreNames(segments: readonly string[]): boolean {
  const lone = segments.filter((segment) => isLoneName(segment)).length
  const full = segments.filter((segment) => isFullName(segment.replace(/\(.*\)/u, '').trim())).length
  const bracketed = segments.some((segment) => /\((?:\p{Lu}\p{Ll}|\p{Lu}{2,}\p{L}* )[^)]*\)/u.test(segment))
  return lone > 0 && (bracketed || lone < full * 0.4 || lone > full)
}
