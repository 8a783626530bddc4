/** What is decided last about a meeting: date, kind, title, clock times, the next meeting. */
import type { Officer, ProposedItem, ProposedMeeting } from '#contract/proposal.ts'
import { isoOf, yearBackward } from './dates.ts'
import { dateFinding, finding } from './findings.ts'
import type { Head } from './head-fields.ts'
import { isBareKind } from './head-title.ts'
import type { SourceLine } from './lines.ts'
import { nextDateIn, saysNextOnly, speaksOfNext } from './next-meeting.ts'
import type { NextDate } from './next-meeting.ts'
import { sentencesOf } from './sentences.ts'
import { bodyOfCompound, formOfPlace, kindOf } from './titles.ts'
import { capitalise, foldText } from './words.ts'

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
  return adjusted || (officers.length > 0 && decided) ? 'protokoll' : 'minnesanteckningar'
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
  return `${kind === kind.toLocaleUpperCase('sv') ? capitalise(kind.toLocaleLowerCase('sv')) : kind} ${head.body}`
}

function fallbackTitle(lines: readonly SourceLine[], head: Head): string {
  const first = lines.find((line) => !line.blank && line.text.length < 200 && head.parts.get(line.n) !== 'head')
  return first?.text ?? lines.find((line) => !line.blank)?.text.slice(0, 200) ?? ''
}

const opened = /(?:öppna|opened|to order|började|startade|commenced|hälsa(?:de|r) .{0,60}välkom|välkomna(?:de|r))/iu
const closed = /(?:avsluta|closed|adjourned|slutade|ended)/iu
const clockInText =
  /(?:(?:kl(?:ockan)?\.?|at|(?:avslut|öppn)a(?:des|de|s|t) ?(?:mötet|sammanträdet|stämman|årsmötet|årsstämman)?|slutade|började|startade|ca) ?)(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?(?![\d.:]\d| ?%|\d)(?: ?(?<half>[ap])\.?m)?/giu

/** The clock times of a sentence with their places. */
function clocksOf(text: string): { index: number; time: string }[] {
  return [...text.matchAll(clockInText)].flatMap(({ index, groups }) => {
    const { hour = '', minute, half } = groups ?? {}
    // "kl 9" is a time, "ca 20" is a number.
    if (minute === undefined && half === undefined) return []
    const h = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
    if (h > 23 || Number(minute ?? 0) > 59) return []
    return [{ index, time: `${String(h).padStart(2, '0')}:${minute ?? '00'}` }]
  })
}

/**
 * A clock time in the opening (`'start'`) or closing sentence, where the head has none. Where one sentence tells both,
 * each has the time behind its own word.
 */
export function clockInItems(items: readonly ProposedItem[], which: 'start' | 'end'): string | null {
  const [own, other] = which === 'start' ? [opened, closed] : [closed, opened]
  const item = which === 'start' ? items[0] : items.at(-1)
  // "§ 1 Mötets öppnande kl. 18.30"
  const titled = item !== undefined && own.test(item.title) ? clocksOf(item.title)[0] : undefined
  if (titled !== undefined) return titled.time
  for (const block of item?.blocks ?? []) {
    if (block.text.length > 2000) continue
    for (const { text } of sentencesOf(block.text)) {
      const at = own.exec(text)?.index
      if (at === undefined) continue
      const clocks = clocksOf(text)
      const rival = other.exec(text)?.index ?? -1
      const behind = clocks.find(({ index }) => index >= at && !(rival > at && index >= rival))
      const before = clocks.findLast(({ index }) => index < at && !(rival >= 0 && rival < at && index >= rival))
      const found = behind ?? before
      if (found !== undefined) return found.time
    }
  }
  return null
}
/** The next meeting as the head says it. */
function nextInHead(head: Head, date: string | null): (NextDate & { line: number }) | null {
  const found = head.next === null ? null : nextDateIn(head.next.words, date, true)
  return found === null || head.next === null ? null : { ...found, line: head.next.line }
}

export function findNext(
  items: readonly ProposedItem[],
  head: Head,
  date: string | null,
): (NextDate & { line: number }) | null {
  const inHead = nextInHead(head, date)
  if (inHead !== null) return inHead
  for (const item of items.toReversed()) {
    const about =
      /^(?:nästa (?!steg|fas|etapp|år|vecka|månad)\p{L}+$|nästa (?:möte|sammanträde|träff|styrelsemöte|gång|avstämning|tillfälle)|kommande möten?|(?:date of )?(?:the )?next meeting|datum för nästa .*|mötesdatum)/u.test(
        foldText(item.title),
      )
    if (about || saysNextOnly(item.title)) {
      const inTitle = nextDateIn(item.title, date, true)
      if (inTitle !== null) return { ...inTitle, line: item.line }
    } else if (speaksOfNext(item.title)) {
      const inTitle = nextDateIn(item.title, date, false)
      if (inTitle !== null) return { ...inTitle, line: item.line }
    }
    for (const block of item.blocks.toReversed()) {
      if (block.text.length > 6000) continue
      for (const { text } of sentencesOf(block.text)) {
        const whole = about || saysNextOnly(item.title)
        if (!whole && !speaksOfNext(text)) continue
        const found = nextDateIn(text, date, whole)
        if (found !== null) return { ...found, line: block.lines[0] }
      }
    }
  }
  return null
}
