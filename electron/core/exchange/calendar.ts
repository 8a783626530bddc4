/** Those invited to the events of a calendar file (RFC 5545): organiser and attendees, with role and answer. Pure. */
import { mostContacts } from '#contract/exchange.ts'
import { KansliError } from '#contract/errors.ts'
import { calledAs } from './called.ts'
import { emptyContact, emptyPlace, judged, oneLine, type ReadContact } from './contact.ts'
import { contentLines, unescaped, type ContentLine } from './content-lines.ts'

type Invited = { name: string | null; organisation: string | null; email: string; notes: string[] }

function dayOf(value: string): string {
  const found = /^(\d{4})(\d\d)(\d\d)/u.exec(value)
  return found === null ? '' : found.slice(1, 4).join('-')
}

function personOf({ name, parameters, value }: ContentLine): (Omit<Invited, 'notes'> & { note: string }) | null {
  // A room or a projector is nobody.
  if (/^(?:ROOM|RESOURCE)$/iu.test(parameters.get('CUTYPE')?.[0] ?? '')) return null
  const address = parameters.get('EMAIL')?.[0] ?? value
  const email = /^(?:mailto:)?([^\s@]+@[^\s@]+)$/iu.exec(address.trim())?.[1] ?? ''
  const called = oneLine(parameters.get('CN')?.[0] ?? '')
  const note = [
    name === 'ORGANIZER' ? 'ORGANIZER' : (parameters.get('ROLE')?.[0] ?? ''),
    parameters.get('PARTSTAT')?.[0] ?? '',
  ]
  return {
    // Programs put the address where they know no name.
    ...(called === '' || called.includes('@') ? { name: null, organisation: null } : calledAs(called)),
    email,
    note: note.filter((part) => part !== '').join(' '),
  }
}

/** Everybody of all events, each once by address and name. @throws KansliError contacts.too-many */
export function readInvited(text: string): ReadContact[] {
  const found = new Map<string, Invited>()
  const inside: string[] = []
  let event: { title: string; day: string; people: ContentLine[] } | null = null
  for (const line of contentLines(text)) {
    const value = line.value.trim().toUpperCase()
    if (line.name === 'BEGIN') {
      inside.push(value)
      if (inside.length > 50) throw new KansliError('contacts.unsafe')
      if (value === 'VEVENT') event = { title: '', day: '', people: [] }
    } else if (line.name === 'END') {
      inside.pop()
      if (value !== 'VEVENT' || event === null) continue
      for (const one of event.people) take(found, event, one)
      event = null
    } else if (event !== null && inside.at(-1) === 'VEVENT') {
      if (line.name === 'SUMMARY') event.title = oneLine(unescaped(line.value)).slice(0, 200)
      else if (line.name === 'DTSTART') event.day = dayOf(line.value)
      else if (line.name === 'ORGANIZER' || line.name === 'ATTENDEE') event.people.push(line)
    }
  }
  return [...found.values()].map(({ name, organisation, email, notes }, index) => {
    const places = organisation === null ? [] : [{ ...emptyPlace(), organisation }]
    const contact = { ...emptyContact(), name, places, emails: email === '' ? [] : [email], note: notes.join('; ') }
    return judged(index + 1, oneLine([name ?? '–', email, ...notes].filter((part) => part !== '').join(' · ')), contact)
  })
}

function take(found: Map<string, Invited>, event: { title: string; day: string }, line: ContentLine): void {
  const person = personOf(line)
  if (person === null || (person.name === null && person.email === '')) return
  const key = JSON.stringify([person.email.toLowerCase(), person.name])
  if (!found.has(key) && found.size === mostContacts)
    throw new KansliError('contacts.too-many', { limit: mostContacts })
  const known = found.get(key) ?? {
    name: person.name,
    organisation: person.organisation,
    email: person.email,
    notes: [],
  }
  const note = [event.title, event.day, person.note].filter((part) => part !== '').join(', ')
  if (note !== '' && known.notes.length < 20) known.notes.push(note)
  found.set(key, known)
}
