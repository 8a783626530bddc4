/** Cards of people: vCard 2.1, 3.0 and 4.0. Pure. */
import { mostContacts, type ContactPlace } from '#contract/exchange.ts'
import { KansliError } from '#contract/errors.ts'
import { emptyContact, emptyPlace, judged, oneLine, type ReadContact } from './contact.ts'
import { components, contentLines, unescaped, type ContentLine } from './content-lines.ts'

/** A card's positions: ORG, TITLE and ROLE of one group belong together, those without a group by their order. */
function placesOf(lines: readonly ContentLine[]): ContactPlace[] {
  const places = new Map<string, ContactPlace>()
  const counts = new Map<string, number>()
  for (const { group, name, value } of lines) {
    if (name !== 'ORG' && name !== 'TITLE' && name !== 'ROLE') continue
    const nth = counts.get(`${group} ${name}`) ?? 0
    counts.set(`${group} ${name}`, nth + 1)
    const key = `${group} ${nth}`
    const place = places.get(key) ?? emptyPlace()
    places.set(key, place)
    if (name === 'ORG') {
      const [organisation, ...units] = components(value).map(oneLine)
      place.organisation = organisation === undefined || organisation === '' ? null : organisation
      const department = units.filter((unit) => unit !== '').join(', ')
      place.department = department === '' ? null : department
    } else {
      const said = oneLine(unescaped(value))
      if (said !== '') place[name === 'TITLE' ? 'title' : 'role'] = said
    }
  }
  return [...places.values()]
}

/** Family name first in N, given name first in what people read. */
function nameOf(lines: readonly ContentLine[]): string | null {
  const shown = oneLine(unescaped(lines.find(({ name }) => name === 'FN')?.value ?? ''))
  if (shown !== '') return shown
  const [family = '', given = '', more = ''] = components(lines.find(({ name }) => name === 'N')?.value ?? '').map(
    oneLine,
  )
  const whole = oneLine([given, more, family].join(' '))
  return whole === '' ? null : whole
}

/** One readable line for each card: what is kept as the source's text. Pictures and keys stay outside. */
function rendition(contact: ReadContact['contact']): string {
  const { name, places, emails, phones, addresses, urls } = contact
  const held = places.map(({ title, role, department, organisation }) =>
    [title, role, department, organisation].filter((part) => part !== null).join(', '),
  )
  return oneLine([name ?? '–', ...held, ...emails, ...phones, ...addresses, ...urls].join(' · '))
}

function cardOf(lines: readonly ContentLine[], number: number, whole: boolean): ReadContact {
  const contact = emptyContact()
  const organisation = lines.some(
    ({ name, value }) => name === 'KIND' && /^(?:org|group|location)$/iu.test(value.trim()),
  )
  contact.places = placesOf(lines)
  contact.name = nameOf(lines)
  if (organisation) {
    const [first = emptyPlace()] = contact.places
    contact.places = [{ ...emptyPlace(), organisation: first.organisation ?? contact.name }]
    contact.name = null
  }
  for (const { name, value } of lines) {
    const said = oneLine(unescaped(value))
    if (said === '' && name !== 'ADR') continue
    if (name === 'EMAIL') contact.emails.push(said.replace(/^mailto:/iu, ''))
    else if (name === 'TEL') contact.phones.push(said.replace(/^tel:/iu, ''))
    else if (name === 'URL') contact.urls.push(said)
    else if (name === 'ADR') {
      const address = components(value)
        .map(oneLine)
        .filter((part) => part !== '')
        .join(', ')
      if (address !== '') contact.addresses.push(address)
    }
  }
  return judged(number, rendition(contact), contact, whole ? [] : ['cut-short'])
}

/** The cards of a text. A card within a card is left out; one without its end is taken and marked. @throws KansliError contacts.too-many */
export function readCards(text: string): ReadContact[] {
  const found: ReadContact[] = []
  let open: ContentLine[] | null = null
  let depth = 0
  const close = (whole: boolean) => {
    if (open === null) return
    if (found.length === mostContacts) throw new KansliError('contacts.too-many', { limit: mostContacts })
    found.push(cardOf(open, found.length + 1, whole))
    open = null
  }
  for (const line of contentLines(text)) {
    const { name, value } = line
    const card = /^vcard$/iu.test(value.trim())
    if (name === 'AGENT' && /^begin:vcard$/iu.test(value.trim())) depth += 1
    else if (name === 'BEGIN' && card) {
      if (depth > 0) continue
      close(false)
      open = []
    } else if (name === 'END' && card) {
      if (depth > 0) depth -= 1
      else close(true)
    } else if (depth === 0 && open !== null) open.push(line)
  }
  close(false)
  return found
}
