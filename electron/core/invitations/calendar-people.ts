/** The people of a calendar entry (RFC 5545), each once. Pure. */
import { calledAs } from '#core/exchange/called.ts'
import { oneLine } from '#core/exchange/contact.ts'
import type { ContentLine } from '#core/exchange/content-lines.ts'

/** People of one entry that are looked at. */
const mostPeople = 1000

export type ReadPerson = {
  name: string | null
  email: string
  organiser: boolean
  answer: 'accepted' | 'declined' | 'tentative' | 'none'
}

const answers: Readonly<Record<string, ReadPerson['answer']>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
}

function personOf({ name, parameters, value }: ContentLine): ReadPerson | null {
  // A room or a projector is nobody.
  if (/^(?:ROOM|RESOURCE)$/iu.test(parameters.get('CUTYPE')?.[0] ?? '')) return null
  const address = parameters.get('EMAIL')?.[0] ?? value
  const email = /^(?:mailto:)?([^\s@<>]{1,200}@[^\s@<>]{1,200})$/iu.exec(address.trim())?.[1] ?? ''
  const called = oneLine(parameters.get('CN')?.[0] ?? '').slice(0, 500)
  const known = called === '' || called.includes('@') ? null : called
  if (known === null && email === '') return null
  return {
    name: known === null ? null : calledAs(known).name,
    email,
    organiser: name === 'ORGANIZER',
    answer: answers[(parameters.get('PARTSTAT')?.[0] ?? '').toUpperCase()] ?? 'none',
  }
}

/** Each once; whoever calls the meeting and is called to it too is one. */
function each(people: readonly ReadPerson[]): ReadPerson[] {
  const found = new Map<string, ReadPerson>()
  for (const one of people.slice(0, mostPeople)) {
    const key = one.email === '' ? `n ${one.name ?? ''}` : one.email.toLowerCase()
    const before = found.get(key)
    found.set(
      key,
      before === undefined
        ? one
        : {
            ...before,
            name: before.name ?? one.name,
            organiser: before.organiser || one.organiser,
            answer: before.answer === 'none' ? one.answer : before.answer,
          },
    )
  }
  return [...found.values()]
}

/** Who calls the meeting and who is called to it. */
export function peopleOf(lines: readonly ContentLine[]): ReadPerson[] {
  return each(
    lines.filter(({ name }) => name === 'ORGANIZER' || name === 'ATTENDEE').flatMap((line) => personOf(line) ?? []),
  )
}
