/**
 * Who took part. The source's numbers and groups stand as they are: each group is a list of its own, set
 * apart by space, and gets no heading that the source does not have. Formal minutes whose list says who decides
 * have those, the deputies and the others each under a heading.
 */
import type { MeetingJson } from '#contract/minutes.ts'
import { callsDeciding, partiesOf, presentParts, repeats } from './people-parts.ts'
import type { Participant, PeopleLayout, PresentPart } from './people-parts.ts'
import { fill } from './texts.ts'
import type { DocumentTexts } from './texts.ts'
import { addParagraph, printed } from './writer.ts'
import type { Writing } from './writer.ts'

export type NumberStyle = 'paragraph' | 'plain'

export type PeopleSection = {
  part: 'present' | 'guests' | 'absent' | 'excused' | 'unknown'
  people: Participant[]
  /** The parts of those present, in formal minutes that tell them apart. */
  parts?: { part: PresentPart; people: Participant[] }[]
}

/** Participants in the document's order: those present, guests, then those who were not there. Empty sections are left out. */
export function peopleSections(
  { kind, participants }: Pick<MeetingJson, 'kind' | 'participants'>,
  layout: PeopleLayout = 'parts',
): PeopleSection[] {
  const parts: Record<PeopleSection['part'], Participant[]> = {
    present: [],
    guests: [],
    absent: [],
    excused: [],
    unknown: [],
  }
  for (const person of participants) {
    // Invited and never marked: no text says whether somebody came.
    const status = person.status === 'expected' ? 'unknown' : person.status
    parts[status === 'present' && isGuest(person, layout) ? 'guests' : status].push(person)
  }
  const told = kind === 'protokoll' && layout === 'parts' ? presentParts(parts.present) : null
  const present: PeopleSection =
    told === null
      ? { part: 'present', people: parts.present }
      : { part: 'present', people: told.flatMap(({ people }) => people), parts: told }
  const others = (['guests', 'absent', 'excused', 'unknown'] as const).map((part) => ({ part, people: parts[part] }))
  return [present, ...others.filter(({ people }) => people.length > 0)]
}

const guestWord = { parts: /^\s*(?:gäst|guest)(?:,\s*|\s*$)/iu, groups: /^\s*(?:gäst|guest)\s*$/iu }

/** A guest outside the numbered list; one who has a number keeps the place it gives. */
function isGuest(person: Participant, layout: PeopleLayout): boolean {
  return person.listNumber === null && person.capacity !== null && guestWord[layout].test(person.capacity)
}

type Printing = Readonly<{ numberStyle: NumberStyle; layout: PeopleLayout; parties: ReadonlySet<string> }>

export function printingOf(
  meeting: Pick<MeetingJson, 'participants'>,
  numberStyle: NumberStyle,
  layout: PeopleLayout = 'parts',
): Printing {
  return { numberStyle, layout, parties: layout === 'parts' ? partiesOf(meeting.participants) : new Set() }
}

export function addPeople(
  writing: Writing,
  meeting: MeetingJson,
  numberStyle: NumberStyle,
  layout: PeopleLayout = 'parts',
): void {
  const { texts } = writing
  const printing = printingOf(meeting, numberStyle, layout)
  const titles: Record<PeopleSection['part'], string> = {
    present: meeting.kind === 'protokoll' ? texts.present : texts.participants,
    guests: texts.guests,
    absent: texts.absent,
    excused: texts.excused,
    unknown: texts.attendanceUnknown,
  }
  for (const { part, people, parts } of peopleSections(meeting, layout)) {
    // An empty list of those present beside others would say that nobody came.
    if (part === 'present' && people.length === 0 && meeting.participants.length > 0) continue
    const guestsBelow =
      part === 'guests' &&
      meeting.participants.some((person) => !isGuest(person, layout) && person.status === 'present')
    addParagraph(writing, titles[part], { style: guestsBelow ? 'Heading3' : 'Rubrik2Onumrerad' })
    if (people.length === 0) addParagraph(writing, texts.unknownSentence)
    if (part === 'present' && meeting.presence !== undefined) addParagraph(writing, printed(writing, meeting.presence))
    if (parts === undefined) addList(writing, people, printing)
    for (const one of parts ?? []) {
      addParagraph(writing, partTitle(one.part, people, texts), { style: 'Heading3' })
      addList(writing, one.people, printing, one.part)
    }
  }
}

function partTitle(part: PresentPart, present: readonly Participant[], texts: DocumentTexts): string {
  if (part === 'deciding') return callsDeciding(present) ? texts.deciding : texts.members
  return { serving: texts.servingDeputies, deputies: texts.deputies, others: texts.otherPresent }[part]
}

function addList(writing: Writing, people: readonly Participant[], printing: Printing, under?: PresentPart): void {
  const { texts } = writing
  let before: Participant | undefined
  let bullets: number | undefined
  for (const person of people) {
    const fresh = before === undefined || before.group !== person.group
    if (fresh) bullets = undefined
    if (person.listNumber === null) bullets ??= writing.numbering.list('bullet', 1)
    const instance =
      person.listNumber === null || person.listNumber < 0
        ? bullets
        : writing.numbering.participant(person.listNumber, fresh)
    addParagraph(writing, printed(writing, participantText(person, texts, printing, under)) || texts.unknown, {
      style: fresh && before !== undefined ? 'DeltagareGrupp' : 'Deltagare',
      ...(instance === undefined ? {} : { instance }),
    })
    before = person
  }
}

/** "Name, role, organisation, på distans, §§ 3–5"; "Name (S), role" for a party or what the source has in brackets. */
export function participantText(
  person: Participant,
  texts: DocumentTexts,
  { numberStyle, layout, parties }: Printing,
  under?: PresentPart,
): string {
  const { name, capacity, organisation } = person
  const bracketed =
    organisation !== null && (person.asWritten.includes(`(${organisation})`) || parties.has(organisation))
  // The heading above says the rest.
  const own = isGuest(person, layout) ? (capacity ?? '').replace(guestWord[layout], '') : capacity
  const parts = [
    bracketed ? `${name} (${organisation})` : name,
    own !== null && under !== undefined && repeats(under, own) ? null : own,
    person.deputyFor === undefined ? null : fill(texts.deputyFor, { name: person.deputyFor }),
    bracketed ? null : organisations([organisation, ...(person.alsoFor ?? [])], texts),
    person.personal === true ? texts.personal : null,
    ...tookPart(person, texts, numberStyle),
  ]
  return parts.filter((part) => part !== null && part.trim() !== '').join(', ')
}

function organisations(names: readonly (string | null)[], texts: DocumentTexts): string {
  const known = names.filter((name) => name !== null)
  const last = known.at(-1) ?? ''
  return known.length < 2 ? last : `${known.slice(0, -1).join(', ')} ${texts.and} ${last}`
}

/** Where, and at which items: "på distans", "på distans §§ 3–5, närvarande t.o.m. § 5" of somebody who moved. */
function tookPart(person: Participant, texts: DocumentTexts, numberStyle: NumberStyle): (string | null)[] {
  const words = { room: null, unknown: null, remote: texts.remote, phone: texts.phone }
  const items = person.items === null ? null : attendedItems(person.items, texts, numberStyle)
  if (person.modes === undefined) return [words[person.mode], items]
  const moved = person.modes.flatMap((one) => {
    const word = words[one.mode]
    return word === null ? [] : [`${word} ${attendedItems(one.items, texts, numberStyle)}`]
  })
  return [...moved, items === null ? null : fill(texts.presentAt, { items })]
}

/** Puts § or "punkt" before the numbers of "3–5", "ej 6", "t.o.m. 4". Words without a number stay as written. */
export function attendedItems(items: string, texts: DocumentTexts, numberStyle: NumberStyle): string {
  const match = /^(\D*?)\s*(\d.*)$/su.exec(items.trim())
  if (match === null || items.includes('§')) return items
  const [, before = '', numbers = ''] = match
  const many = /\d\s*(?:[-–,;&+]|och|and|to|till)\s*\d/iu.test(numbers)
  const signed =
    numberStyle === 'paragraph'
      ? `${many ? '§§' : '§'} ${numbers}`
      : fill(many ? texts.itemMany : texts.itemOne, { items: numbers })
  return before === '' ? signed : `${before} ${signed}`
}
