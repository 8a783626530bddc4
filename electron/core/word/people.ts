/**
 * Who took part. The source's numbers and groups stand as they are: each group is a list of its own, set
 * apart by space, and gets no heading that the source does not have.
 */
import type { MeetingJson } from '#contract/minutes.ts'
import { fill } from './texts.ts'
import type { DocumentTexts } from './texts.ts'
import { addParagraph, printed } from './writer.ts'
import type { Writing } from './writer.ts'

export type Participant = MeetingJson['participants'][number]
export type NumberStyle = 'paragraph' | 'plain'

export type PeopleSection = { part: 'present' | 'guests' | 'absent' | 'excused' | 'unknown'; people: Participant[] }

/** Participants in the document's order: those present, guests, then those who were not there. Empty sections are left out. */
export function peopleSections(participants: readonly Participant[]): PeopleSection[] {
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
    parts[status === 'present' && isGuest(person) ? 'guests' : status].push(person)
  }
  return (['present', 'guests', 'absent', 'excused', 'unknown'] as const)
    .map((part) => ({ part, people: parts[part] }))
    .filter(({ part, people }) => people.length > 0 || part === 'present')
}

/** A guest outside the numbered list; one who has a number keeps the place it gives. */
function isGuest(person: Participant): boolean {
  return person.listNumber === null && person.capacity !== null && /^(?:gäst|guest)$/iu.test(person.capacity.trim())
}

export function addPeople(writing: Writing, meeting: MeetingJson, numberStyle: NumberStyle): void {
  const { texts } = writing
  const titles: Record<PeopleSection['part'], string> = {
    present: meeting.kind === 'protokoll' ? texts.present : texts.participants,
    guests: texts.guests,
    absent: texts.absent,
    excused: texts.excused,
    unknown: texts.attendanceUnknown,
  }
  for (const { part, people } of peopleSections(meeting.participants)) {
    // An empty list of those present beside others would say that nobody came.
    if (part === 'present' && people.length === 0 && meeting.participants.length > 0) continue
    const guestsBelow =
      part === 'guests' && meeting.participants.some((person) => !isGuest(person) && person.status === 'present')
    addParagraph(writing, titles[part], { style: guestsBelow ? 'Heading3' : 'Rubrik2Onumrerad' })
    if (people.length === 0) addParagraph(writing, texts.unknownSentence)
    if (part === 'present' && meeting.presence !== undefined) addParagraph(writing, printed(writing, meeting.presence))
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
      addParagraph(writing, printed(writing, participantText(person, texts, numberStyle)) || texts.unknown, {
        style: fresh && before !== undefined ? 'DeltagareGrupp' : 'Deltagare',
        ...(instance === undefined ? {} : { instance }),
      })
      before = person
    }
  }
}

/** "Name, role, organisation, på distans, §§ 3–5"; "Name (S), role" where the source has its organisation in brackets. */
export function participantText(person: Participant, texts: DocumentTexts, numberStyle: NumberStyle): string {
  const { name, capacity, organisation } = person
  const bracketed = organisation !== null && person.asWritten.includes(`(${organisation})`)
  const guest = isGuest(person)
  const parts = [
    bracketed ? `${name} (${organisation})` : name,
    guest ? null : capacity,
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
