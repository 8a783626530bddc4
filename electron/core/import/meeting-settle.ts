/** What is decided last about a meeting: date, kind, title, form. */
import type { Officer, ProposedItem, ProposedMeeting } from '#contract/proposal.ts'
import { isoOf, yearBackward } from './dates.ts'
import { dateFinding, finding } from './findings.ts'
import type { Head } from './head-fields.ts'
import { isBareKind } from './head-title.ts'
import type { SourceLine } from './lines.ts'
import { nextInHead } from './next-said.ts'
import { bodyOfCompound, formOfPlace, kindOf } from './titles.ts'
import { capitalise } from './words.ts'

export function settleDate(head: Head, today: string | undefined): string | null {
  if (head.date === null) return null
  const stated = isoOf(head.date)
  if (stated !== null) return stated
  const years = head.dates.map((entry) => entry.found.year).filter((year) => year !== null)
  const [year] = years
  if (year !== undefined) return isoOf(head.date, year)
  return today === undefined ? null : yearBackward(head.date, today)
}

export function headFindings(head: Head, date: string | null): ProposedMeeting['findings'] {
  const found: ProposedMeeting['findings'] = []
  if (date === null) found.push(finding('date-unclear', head.dateLine, head.date?.quote ?? ''))
  else if (head.date !== null && (head.date.year === null || head.date.ambiguous)) {
    found.push(finding('date-unclear', head.dateLine, head.date.quote, { suggestion: date }))
  }
  const others = new Set(
    head.dates.map((entry) => isoOf(entry.found)).filter((iso) => iso !== null && iso.length === 10),
  )
  if (date !== null && others.size > 1 && !others.has(date)) found.push(finding('date-unclear', head.dateLine, date))
  // "Nästa möte: vecka 12": words that give no day.
  if (head.next !== null && nextInHead(head, date) === null)
    found.push(finding('detail-unread', head.next.line, head.next.words))
  for (const { found: one, line } of head.dates) {
    found.push(...dateFinding(one, line, null, null))
  }
  return found
}

export function settleKind(
  title: string,
  language: 'sv' | 'en',
  items: readonly ProposedItem[],
  officers: readonly Officer[],
): ProposedMeeting['kind'] {
  const said = kindOf(title)
  if (said === 'protokoll' || said === 'minnesanteckningar') return said
  if (language === 'en') return 'minutes'
  if (items.some((item) => item.numberStyle === 'paragraph')) return 'protokoll'
  const decided = items.some((item) =>
    item.decisions.some((decision) => !decision.inline || decision.text.startsWith('att ')),
  )
  // Notes are not adjusted.
  const adjusted = officers.some((officer) => officer.role === 'adjuster')
  // Whoever only took notes is no officer of a protocol.
  const presided = officers.some((officer) => officer.role !== 'secretary')
  return adjusted || (presided && decided) ? 'protokoll' : 'minnesanteckningar'
}

/**
 * Some on the spot and some on a screen, as the list says it; a place that is no screen is a spot. Where everybody was
 * on a screen, so was the meeting.
 */
export function formOfModes(
  participants: ProposedMeeting['participants'],
  place: string | null,
): ProposedMeeting['form'] {
  const present = participants.filter((person) => person.status === 'present')
  const far = present.filter(({ mode }) => mode === 'remote' || mode === 'phone').length
  if (far === 0) return null
  if (place !== null) return formOfPlace(place) ?? 'hybrid'
  if (present.some(({ mode }) => mode === 'room')) return 'hybrid'
  return far > 1 && far === present.length ? 'distans' : null
}

/** A title line that holds only the kind ("PROTOKOLL") says of which body, where the text does. */
export function settleTitle(lines: readonly SourceLine[], head: Head): string {
  const title = head.title ?? fallbackTitle(lines, head)
  // "Protokoll 2024:5" tells meetings apart, and "Styrelseprotokoll" says the body already.
  if (head.body === null || !isBareKind(title) || /\d/u.test(title) || bodyOfCompound(title) !== null) return title
  const beside = lines
    .filter((line) => head.titleLines.includes(line.n))
    .map((line) => line.text.replace(title, '').replace(/(?<!\p{L})(?:sida?|page|av|of)(?!\p{L})/giu, ''))
  if (beside.some((words) => /\p{L}/u.test(words))) return title
  const kind = title.replace(/[\s.:]+$/u, '')
  return `${kind === kind.toLocaleUpperCase('sv') ? capitalise(kind.toLowerCase()) : kind} ${head.body}`
}

function fallbackTitle(lines: readonly SourceLine[], head: Head): string {
  const first = lines.find((line) => !line.blank && line.text.length < 200 && head.parts.get(line.n) !== 'head')
  return first?.text ?? lines.find((line) => !line.blank)?.text.slice(0, 200) ?? ''
}
