/** Check 13: the document says what the meeting's list says, in its order, and leaves nothing out. */
import type { MeetingJson } from '#contract/minutes.ts'
import { bare } from './check-view.ts'
import type { CheckView } from './check-view.ts'
import { peopleSections } from './people.ts'
import type { Participant } from './people-parts.ts'
import { sanitise } from './sanitise.ts'
import { typeset } from './typography.ts'

export function checkMeeting(view: CheckView): void {
  if (view.expected === null) return
  checkParticipants(view, view.expected)
  checkCounts(view, view.expected)
  checkWords(view, view.expected)
}

/** Approved minutes keep the order that they were printed in. */
function checkParticipants(view: CheckView, expected: MeetingJson): void {
  const [now, before] = (['parts', 'groups'] as const).map((layout) => {
    const people = peopleSections(expected, layout).flatMap((section) => section.people)
    return participantFaults(view, people)
  })
  const fewest = (before?.length ?? 0) < (now?.length ?? 0) ? before : now
  for (const [code, where] of fewest ?? []) view.report(code, where)
}

type Fault = Parameters<CheckView['report']>

function participantFaults({ labelled }: CheckView, people: readonly Participant[]): Fault[] {
  const faults: Fault[] = []
  const report = (...fault: Fault) => faults.push(fault)
  const names = people.map((person) => stored(person.name))
  const all = labelled.map(({ paragraph, label }) => ({
    paragraph,
    label,
    text: bare(paragraph.text),
    inTable: paragraph.inTable,
  }))
  const hits = (some: typeof all) => names.filter((name) => some.some(({ text }) => text.includes(name))).length
  const listed = all.filter(
    ({ paragraph, label }) =>
      !paragraph.inTable && (label !== null || paragraph.style?.startsWith('Deltagare') === true),
  )
  const tabled = all.filter(({ inTable }) => inTable)
  // Either a list or a table has the participants; names in a table of actions are not them.
  const lines = hits(tabled) > hits(listed) ? tabled : listed
  const used = new Set<number>()
  let last = -1
  for (const [at, person] of people.entries()) {
    const name = names[at] ?? ''
    if (name === '') continue
    const matches = (text: string, index: number) => !used.has(index) && text.includes(name)
    const after = lines.findIndex(({ text }, index) => index > last && matches(text, index))
    const found = after >= 0 ? after : lines.findIndex(({ text }, index) => matches(text, index))
    const line = lines[found]
    if (line === undefined) {
      report('participant-missing', person.name)
      continue
    }
    used.add(found)
    if (found < last) report('participant-order', person.name)
    last = Math.max(last, found)
    if (line.inTable) continue
    const shown = /\d+/.exec(line.label ?? '')?.[0]
    if ((shown === undefined ? null : Number(shown)) !== person.listNumber) {
      report('participant-number', `${line.label ?? ''} ${person.name}`)
    }
  }
  return faults
}

const counted =
  /(?<![\d.,§-])(\d{1,4}) (?:personer |ledamöter |people |members )?(?:var |deltog |were |took part )?(närvarande|på distans|frånvarande|present|remote(?:ly)?|absent)(?!\p{L})/giu

const countable = /närvarande|distans|frånvarande|present|remote|absent/i

/** "31 närvarande, varav 12 på distans": a count in words is the list's own. Unknown modes are not counted against it. */
function checkCounts({ labelled, report }: CheckView, expected: MeetingJson): void {
  const { participants } = expected
  if (participants.length === 0 || participants.some(({ status }) => status === 'unknown')) return
  const modesKnown = participants.every(({ status, mode }) => status !== 'present' || mode !== 'unknown')
  const present = participants.filter(({ status }) => status === 'present')
  for (const { paragraph } of labelled) {
    if (!countable.test(paragraph.text)) continue
    for (const match of paragraph.text.replace(/\s+/gu, ' ').matchAll(counted)) {
      const what = (match[2] ?? '').toLowerCase()
      const remote = /distans|remote/.test(what)
      if (remote && !modesKnown) continue
      const modes = (...wanted: readonly string[]) => present.filter(({ mode }) => wanted.includes(mode)).length
      // Whoever telephones may be counted among those who are not in the room, or apart.
      const actual = remote
        ? [modes('remote'), modes('remote', 'phone')]
        : [/frånvarande|absent/.test(what) ? participants.length - present.length : present.length]
      if (!actual.includes(Number(match[1]))) report('participant-count', match[0])
    }
  }
}

const lineBreak = /\r\n?|[\n\u0085\u2028\u2029]/
/** Between the rows of a table and around its empty cells, where the document puts a sign or a title of its own. */
const filledCells = /\n|\t(?=[^\S\n]*(?:[\t\n]|$))/

function checkWords({ labelled, language, report }: CheckView, expected: MeetingJson): void {
  const all = bare(labelled.map(({ paragraph }) => paragraph.text).join(' '))
  let at = 0
  for (const item of expected.items) {
    for (const { kind, text } of item.blocks) {
      for (const line of text.split(kind === 'table' ? filledCells : lineBreak)) {
        // Set as the document sets it, for a dash may come to be a list mark by that. List marks and the colon of a
        // heading are the document's own business.
        const words = stored(
          typeset(sanitise(line, { count: 0 }), language)
            .replace(/^(?:[-–—•·▪◦‣*●○o]|\d{1,3}[.)]|[a-z]\))\s+/u, '')
            .replace(/:$/, ''),
        )
        // The document follows the meeting's order, so the next words are close by.
        const found = all.indexOf(words, at)
        if (found >= 0) at = found
        else if (!all.includes(words)) report('text-missing', line)
      }
    }
  }
}

/** Stored text as the document can hold it. */
function stored(text: string): string {
  return bare(sanitise(text, { count: 0 }))
}
