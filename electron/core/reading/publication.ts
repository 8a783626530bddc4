/** When a text was public, by what it says of itself. */
import { findDays, publicPeriod, type Publication } from './days.ts'

/** When a document was made public and last changed, as its own data beside the text say. */
export type StatedPublication = Pick<Publication, 'from' | 'to'>

const published =
  /^(?:publicerad|publicerat|publiceringsdatum|publicerades|datum|published|date|uppdaterad|senast uppdaterad|senast ändrad|updated|last updated|nyhet|news|press release|pressmeddelande|posted)(?: (?:den|on|av [^\d]{2,40}))?[\s:,|–-]*/iu
const changed = /uppdaterad|ändrad|updated/iu

/** What stands before a day that tells when the text was first public, or when it was changed. */
const firstPublic =
  /^(?:först |first )?(?:publicer(?:ad|at|ades)|publiceringsdatum|published|publication date|posted|date published)$/iu
const lastChanged =
  /^(?:senast |last )?(?:uppdater(?:ad|at|ades)|uppdateringsdatum|ändra[dt]|ändrades|reviderad|updated|modified|revised|date modified|update)$/iu

/** The words between two days, without times, names of authors and signs. */
function labelIn(gap: string): string {
  return gap
    .replace(/\d{1,2}[.:]\d{2}(?:[.:]\d{2})?/gu, ' ')
    .replace(/(?<!\p{L})(?:av|by)\s[^\d,;|·•(]{2,40}/giu, ' ')
    .replace(/(?<!\p{L})(?:kl|klockan|den|on|at|och|and|the)(?!\p{L})/giu, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
}

/**
 * "Publicerad 3 mars 2021, uppdaterad 5 maj 2021" in either order, Swedish or English; also where the first day
 * stands alone. Null for a line that says anything besides.
 */
function firstAndLast(line: string): StatedPublication | null {
  const days = findDays(line)
  const [one, two] = days
  if (days.length !== 2 || one?.iso?.length !== 10 || two?.iso?.length !== 10) return null
  if (labelIn(line.slice(two.end)) !== '') return null
  const [before, between] = [labelIn(line.slice(0, one.start)), labelIn(line.slice(one.end, two.start))]
  const told =
    (before === '' || firstPublic.test(before)) && lastChanged.test(between)
      ? { from: one.iso, to: two.iso }
      : lastChanged.test(before) && firstPublic.test(between)
        ? { from: two.iso, to: one.iso }
        : null
  return told !== null && told.from <= told.to ? told : null
}

/** Lines that may lie between the day of publication and that of a change for both to be told together. */
const apart = 2

/** How sure a line is of its own day: a period, both days, the day of publication, any other. */
const sure = { period: 4, both: 3, published: 2, other: 1 } as const
/** A document's own data count for more than a day without words, and for less than a line that a reader sees. */
const beside = 1.5

/**
 * The period or day of publication that a text states about itself, within its first and last lines.
 * @param stated what the document's data beside the text say
 */
export function readPublication(lines: readonly string[], stated: StatedPublication | null = null): Publication {
  let best: Publication = { from: stated?.from ?? null, to: stated?.to ?? null, line: null }
  let rank: number = stated === null || stated.from === null ? 0 : beside
  const changes: { iso: string; line: number }[] = []
  const take = (weight: number, found: Publication) => {
    if (weight <= rank) return
    rank = weight
    best = found
  }
  lines.forEach((raw, index) => {
    const line = raw.replace(/\s+/gu, ' ').trim()
    if (line === '' || line.length > 160) return
    const span = publicPeriod.exec(line)
    const [from] = findDays(span?.[1] ?? '', true)
    const [to] = findDays(span?.[2] ?? '', true)
    if (span !== null && from !== undefined && to !== undefined)
      return take(sure.period, { from: from.iso, to: to.iso, line: index + 1 })
    if (index > 25 && index < lines.length - 12) return
    const both = firstAndLast(line)
    if (both !== null) return take(sure.both, { ...both, line: index + 1 })
    const head = published.exec(line)
    const days = findDays(line)
    const [day] = days
    if (day?.iso?.length !== 10) return
    const lone = line.replace(day.text, '').replace(/[\s\d:.,|–-]|kl|klockan/giu, '').length <= 2
    const own = head !== null && day.start <= head[0].length + 12
    const late = own && changed.test(head[0])
    if (late) changes.push({ iso: day.iso, line: index + 1 })
    if (own || (lone && index <= 12))
      take(own && !late ? sure.published : sure.other, { from: day.iso, to: day.iso, line: index + 1 })
  })
  const { from, line } = best
  if (rank !== sure.published || from === null || line === null) return best
  const later = changes.find((one) => Math.abs(one.line - line) <= apart && one.iso > from)
  return later === undefined ? best : { ...best, to: later.iso }
}
