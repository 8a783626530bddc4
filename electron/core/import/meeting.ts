/** Reads one meeting from its lines: head, people, items, signatures, findings, and a place for every line. */
import type { ProposedItem, ProposedMeeting } from '#contract/proposal.ts'
import { daysOf } from './date-spans.ts'
import { withoutColumnTitle } from './action-columns.ts'
import { readAgendaRow } from './agenda-content.ts'
import { addApologies } from './apologies.ts'
import { readItemContent } from './blocks.ts'
import { clockInItems } from './clock-said.ts'
import { crewOf } from './crew.ts'
import { settleDated } from './dated-columns.ts'
import { findDates, isoOf, yearForward } from './dates.ts'
import { firstProse } from './first-prose.ts'
import { finding, inferredYear, readFindings } from './findings.ts'
import { settleColumns } from './head-columns.ts'
import { readHead } from './head.ts'
import type { Heading, HeadingField } from './heading-field.ts'
import { findHeadings } from './headings.ts'
import type { ItemContext } from './item-context.ts'
import { heldInItems } from './held-sentence.ts'
import { languageOf } from './language.ts'
import type { SourceLine } from './lines.ts'
import { formOfModes, headFindings, settleDate, settleKind, settleTitle } from './meeting-settle.ts'
import { findNext } from './next-said.ts'
import { readNumber } from './numbering.ts'
import { mergeOfficers, officersCalled, officersInList, officersInText, tellOfficers } from './officers.ts'
import { readOutline } from './outline.ts'
import { ownerAmong } from './owners.ts'
import { forgetOwnBody, forgetTitles } from './people-result.ts'
import { namelessLists } from './nameless-lists.ts'
import { readPeople } from './people-zone.ts'
import { Placer } from './placer.ts'
import { preludeEnd } from './prelude.ts'
import { printedRegistryLine } from './registry.ts'
import { readSignature } from './signature.ts'
import { headRole, trailingHead } from './trailing-head.ts'
import { readWrapping } from './wrap.ts'

interface ReadMeeting {
  meeting: ProposedMeeting
  /** A line of the text names the meeting. */
  titled: boolean
}

function newItem(heading: Heading | null, title: string, line: number): ProposedItem {
  return {
    number: heading?.number ?? null,
    numberStyle: heading?.style ?? 'none',
    title: heading?.title ?? title,
    dnr: heading?.dnr ?? null,
    line,
    blocks: [],
    decisions: [],
    actions: [],
  }
}

/** Non-blank lines and what stands around them, for the search for headings. */
function headingField(lines: readonly SourceLine[], taken: (line: SourceLine) => boolean): HeadingField {
  const filled = lines.filter((line) => !line.blank).map((line) => withoutColumnTitle(line))
  const gap = (a: SourceLine | undefined, b: SourceLine | undefined): boolean =>
    a === undefined || b === undefined || b.n > a.n + 1
  return {
    lines: filled,
    gapBefore: (at) => gap(filled[at - 1], filled[at]),
    gapAfter: (at) => gap(filled[at], filled[at + 1]),
    taken,
  }
}

/** The meeting read from `lines`, which it owns alone and which follow each other without a gap. `today` helps where the date has no year. */
export function readMeeting(lines: readonly SourceLine[], text: string, today: string | undefined): ReadMeeting {
  const language = languageOf(text)
  const english = language === 'en'
  const { furniture, around, table, header, solid, inTable } = readOutline(lines)
  const places = new Placer()
  for (const n of around) places.put(n, 'unplaced')
  for (const n of furniture) places.put(n, 'furniture')
  if (header !== null) places.put(header.n, 'furniture')
  const wrapping = readWrapping(lines.filter((line) => !furniture.has(line.n)))
  const rows = new Map(table?.rows.map((row) => [row.line.n, row]))
  const people = readPeople(
    solid.filter((line) => !inTable(line)),
    furniture,
    (line) => headRole(line),
  )
  const isPeople = (line: SourceLine): boolean =>
    people.personLines.has(line.n) || (people.headingLines.has(line.n) && readNumber(line.text) === null)
  const odd = new Set(people.strangeLines.map((line) => line.n))
  for (const line of namelessLists(solid, isPeople)) odd.add(line.n)
  const outside = solid.filter((line) => !isPeople(line) && !odd.has(line.n))
  const endOfPrelude = preludeEnd(solid, (line) => isPeople(line) || odd.has(line.n))
  const signature = readSignature(outside, endOfPrelude, () => false)
  const taken = (line: SourceLine): boolean =>
    line.forced !== null && line.forced !== 'itemHeading' && line.forced !== 'paragraph'
      ? true
      : isPeople(line) || odd.has(line.n) || signature.lines.has(line.n) || line.n <= endOfPrelude
  const headings = findHeadings(headingField(solid, taken), table)
  const firstHeading = headings[0]?.line.n ?? Number.POSITIVE_INFINITY
  const hasHeadings = headings.length > 0

  const bodyStart = hasHeadings ? firstHeading : endOfPrelude + 1
  const prelude = outside.filter((line) => line.n < bodyStart && !signature.lines.has(line.n))
  const later = outside.filter(
    (line) => line.n >= bodyStart && (line.forced === 'head' || line.forced === 'title' || line.forced === 'sender'),
  )
  const head = readHead([...prelude, ...later, ...trailingHead(outside, people, headings, signature.lines)], english)
  settleColumns(head, [...prelude, ...later])
  for (const [n, part] of head.parts) places.put(n, part)
  if (head.next !== null) places.put(head.next.line, 'nextMeeting')
  const date = settleDate(head, today)
  people.keptWords.push(...settleDated(people.dated, people.participants, date, daysOf(head.date, date)))

  for (const n of people.headingLines) places.put(n, 'participantHeading')
  for (const [n, participant] of people.personLines) places.put(n, 'participant', { participant })
  for (const n of odd) places.put(n, 'unplaced')
  for (const n of signature.lines) places.put(n, 'signature')

  const inferred: ProposedMeeting['findings'] = []
  const due = (words: string | null, line: number): string | null => {
    if (words === null) return null
    const [found] = findDates(words, { slash: true, english })
    if (found === undefined) return words
    const stated = isoOf(found)
    if (stated !== null) return stated
    const forward = date === null ? null : yearForward(found, date)
    if (forward === null) return words
    inferred.push(...inferredYear(found, line, null, forward))
    return forward
  }

  const first = lines[0]?.n ?? 1
  const items: ProposedItem[] = []
  const saidActions = new Set<string>()
  const crew = crewOf(people.participants, text)
  const sections: Array<{ heading: Heading | null; from: number; to: number }> = headings.map((heading, at) => ({
    heading,
    from: heading.line.n,
    to: (headings[at + 1]?.line.n ?? Number.POSITIVE_INFINITY) - 1,
  }))
  const prose = firstProse(prelude, head, headings, bodyStart)
  if (prose !== null) {
    for (const line of prelude) if (line.n >= prose && head.parts.get(line.n) === 'unplaced') places.remove(line.n)
    if (hasHeadings) sections.unshift({ heading: null, from: prose, to: bodyStart - 1 })
  }
  if (!hasHeadings) sections.push({ heading: null, from: prose ?? bodyStart, to: Number.POSITIVE_INFINITY })
  for (const { heading, from, to } of sections) {
    const index = items.length
    const all = lines
      .slice(Math.max(0, from - first), to + 1 - first)
      .filter(
        (line) =>
          line.n !== heading?.line.n &&
          line.n !== heading?.titleLine?.n &&
          line.n !== heading?.registryLine?.n &&
          (line.blank || furniture.has(line.n) || !places.has(line.n)),
      )
    const registry = heading === null ? null : registryBelow(heading, all)
    const own = registry === null ? all : all.filter((line) => line !== registry)
    if (heading === null && !own.some((line) => !line.blank && !furniture.has(line.n))) continue
    const firstOwn = own.find((line) => !line.blank)
    const item = newItem(heading, hasHeadings ? '' : (head.title ?? ''), heading?.line.n ?? firstOwn?.n ?? from)
    items.push(item)
    if (heading !== null) {
      placeHeading(heading, index, places)
    }
    if (registry !== null) {
      item.dnr = printedRegistryLine(registry.text)
      places.put(registry.n, 'itemHeading', { item: index })
    }
    // Text on the heading's own line is read like a line below it.
    const spoken = heading === null ? null : (heading.titleLine ?? heading.line)
    const rest = heading?.rest ?? ''
    const said = spoken !== null && rest !== '' ? [{ ...spoken, raw: rest, text: rest, forced: null }] : []
    const content = [...said, ...own]
    const row = heading === null ? undefined : rows.get(heading.line.n)
    const context: ItemContext = {
      wrapping,
      body: head.body,
      crew,
      due,
      furniture,
      said: saidActions,
      place: (line, part, block) => {
        if (line.n === heading?.line.n || line.n === spoken?.n) {
          places.put(line.n, 'itemHeading', { item: index, block })
          return
        }
        places.put(line.n, part, part === 'furniture' || part === 'unplaced' ? {} : { item: index, block })
      },
    }
    if (row !== undefined) readAgendaRow(item, row, context)
    readItemContent(
      item,
      content.filter((line) => row === undefined || line.n > row.last),
      context,
    )
  }

  addApologies(items, lines, people)
  forgetOwnBody(people.participants, head.body)
  if (english) forgetTitles(people.participants, lines)
  for (const item of items) {
    for (const action of item.actions) {
      if (action.owner !== null) action.owner = ownerAmong(action.owner, people.participants)
    }
  }
  const next = findNext(items, head, date)
  const called = officersCalled(head.unsure, people.participants)
  const headOfficers = [...head.officers, ...called]
  const officers = mergeOfficers(
    [
      headOfficers,
      officersInText(items, people.participants).filter(
        (officer) => officer.role !== 'chair' || headOfficers.every((other) => other.role !== 'chair'),
      ),
      officersInList(people.participants),
      signature.officers,
    ],
    people.participants,
  )
  const told = tellOfficers(head.told, people.participants)
  const title = settleTitle(solid, head)
  const start = head.start ?? clockInItems(items, 'start')
  const held = head.place === null && head.form === null ? heldInItems(items) : null
  const place = head.place ?? held?.place ?? null
  const findings = readFindings({
    lines,
    items,
    people,
    officers: headOfficers,
    things: [head.body, head.sender, title].filter((thing) => thing !== null),
    date,
    uncertainHeadings: headings.filter((heading) => !heading.certain).map((heading) => heading.line.n),
  })
  for (const extra of inferred) {
    if (
      !findings.some(
        (other) => other.code === extra.code && other.line === extra.line && other.quote.includes(extra.quote),
      )
    )
      findings.push(extra)
  }
  for (const one of headFindings(head, date)) findings.push(one)
  const uncalled = head.unsure.filter(
    (one) => !called.some((other) => other.line === one.line && other.role === one.role),
  )
  const unread = uncalled.map(({ line, name }) => ({ line, words: name }))
  for (const { line, words } of [...people.keptWords, ...head.kept, ...told, ...unread]) {
    findings.push(finding('detail-unread', line, words))
  }
  return {
    titled: head.titleLines.length > 0,
    meeting: {
      lines: [first, lines.at(-1)?.n ?? first],
      language,
      kind: settleKind(title, language, items, [...officers, ...signature.officers]),
      title,
      body: head.body,
      sender: head.sender,
      date,
      start,
      end: head.end ?? clockInItems(items, 'end', english ? start : null),
      place,
      form: head.form ?? formOfModes(people.participants, place) ?? held?.form ?? null,
      dnr: head.dnr,
      officers,
      items,
      participants: people.participants,
      nextMeeting: next === null ? null : { date: next.date, basis: next.basis, line: next.line },
      findings: findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      placements: places.all(lines),
    },
  }
}

function placeHeading({ line, titleLine, registryLine }: Heading, index: number, places: Placer): void {
  for (const one of [line, titleLine, registryLine]) if (one !== null) places.put(one.n, 'itemHeading', { item: index })
}

/** The line below a heading that holds the item's registry number and nothing else. */
function registryBelow(heading: Heading, own: readonly SourceLine[]): SourceLine | null {
  const from = heading.titleLine?.n ?? heading.line.n
  const next = own.find((line) => !line.blank)
  if (heading.dnr !== null || heading.rest !== '' || next === undefined || next.n - from > 2) return null
  return next.forced === null && printedRegistryLine(next.text) !== null ? next : null
}
