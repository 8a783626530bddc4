/** Cells and properties put together to contacts, with what is wrong with them. Pure. */
import type { Contact, ContactField, ContactPlace, ContactProblem } from '#contract/exchange.ts'
import { isEmail } from './fields.ts'

export type ReadContact = {
  line: number
  quote: string
  contact: Contact
  usable: boolean
  problems: { code: ContactProblem; words: string }[]
}

/** UTF-16 units of a name, a title or an address. */
export const longest = 500
/** Values of one kind that a contact may have. */
const mostValues = 50

export const emptyContact = (): Contact => ({
  name: null,
  places: [],
  emails: [],
  phones: [],
  addresses: [],
  urls: [],
  note: null,
})

/** One line: a spreadsheet's breaks within a cell are spaces. */
export const oneLine = (text: string) => text.replace(/[\s\u0085]+/gu, ' ').trim()

/** What a spreadsheet takes for a formula, also behind spaces and in full width. */
const formula = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u
const reckoned = (cell: string) => formula.test(cell.replace(/^'+/u, ''))

/** A cell that is text whatever it begins with: one apostrophe more before what would be reckoned. */
export const guarded = (cell: string) => (reckoned(cell) ? `'${cell}` : cell)
/** The way back from `guarded`. */
export const unguarded = (cell: string) => (cell.startsWith("'") && reckoned(cell) ? cell.slice(1) : cell)

/** "Ek, Anna" and "Ek Anna" as "Anna Ek". */
export function turned(name: string): string {
  const [family = '', given = ''] = name.includes(',')
    ? name.split(',', 2)
    : [name.split(' ')[0], name.slice(name.indexOf(' '))]
  return name.includes(',') || name.includes(' ') ? oneLine(`${given} ${family}`) : name
}

export const emptyPlace = (): ContactPlace => ({ organisation: null, department: null, title: null, role: null })

/** Google parts several values of one column so. */
const several = (value: string) =>
  value
    .split(/(?<=\S) ::: (?=\S)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/**
 * A contact from the cells of a row. The nth title stands by the nth organisation; where there is one organisation at
 * most, what is said first stands by it.
 * @param byComma columns where a reversed name has a comma, and one without is not reversed
 */
export function fromCells(
  cells: readonly string[],
  fields: readonly ContactField[],
  byComma: ReadonlySet<number> = new Set(),
): Contact {
  const isOne = fields.filter((field) => field === 'organisation').length < 2
  const found = emptyContact()
  const [given, family]: [string[], string[]] = [[], []]
  const seen = new Map<ContactField, number>()
  const place = (field: 'organisation' | 'department' | 'title' | 'role', value: string) => {
    if (value === '' && isOne) return
    const nth = seen.get(field) ?? 0
    seen.set(field, nth + 1)
    while (found.places.length <= nth) found.places.push(emptyPlace())
    const at = found.places[nth]
    if (at !== undefined && value !== '') at[field] = value
  }
  fields.forEach((field, column) => {
    const raw = unguarded(cells[column] ?? '')
    const value = oneLine(raw)
    if (field === 'organisation' || field === 'department' || field === 'title' || field === 'role') place(field, value)
    if (value === '') return
    if (field === 'name') found.name ??= value
    else if (field === 'nameReversed')
      found.name ??= byComma.has(column) && !value.includes(',') ? value : turned(value)
    else if (field === 'givenName') given.push(value)
    else if (field === 'familyName') family.push(value)
    else if (field === 'email') found.emails.push(...several(value).flatMap(emailsIn))
    else if (field === 'phone') found.phones.push(...several(value))
    else if (field === 'url') found.urls.push(...several(value))
    else if (field === 'address') found.addresses.push(...several(value))
    else if (field === 'postal') {
      const last = found.addresses.pop()
      found.addresses.push(last === undefined ? value : `${last}, ${value}`)
    }
  })
  if (found.name === null && given.length + family.length > 0) found.name = [...given, ...family].join(' ')
  return found
}

/** One cell may hold several addresses, or one with a name around it: "Anna Ek <anna@example.org>". */
function emailsIn(value: string): string[] {
  const bare = (part: string) => (/<([^<>]*)>/u.exec(part)?.[1] ?? part).trim().replace(/^mailto:/iu, '')
  return value
    .split(/[;,]\s*|\s+(?=[^\s@]+@)/u)
    .map(bare)
    .filter((part) => part !== '' && part !== '-' && part !== '–')
}

const unique = (values: readonly string[], key = (value: string) => value) => [
  ...new Map(values.map((value) => [key(value), value])).values(),
]

/** Judges a contact: what cannot be an address leaves it, what is missing or odd is said. */
export function judged(line: number, quote: string, raw: Contact, more: readonly ContactProblem[] = []): ReadContact {
  const problems = more.map((code) => ({ code, words: '' }))
  const say = (code: ContactProblem, words = '') => problems.push({ code, words: words.slice(0, 200) })
  for (const email of raw.emails) if (!isEmail(email)) say('bad-email', email)
  const contact: Contact = {
    ...raw,
    // A role without anything it is a role in is a title.
    places: raw.places
      .map((place) =>
        place.organisation === null && place.department === null && place.title === null
          ? { ...place, title: place.role, role: null }
          : place,
      )
      .filter((place) => Object.values(place).some((value) => value !== null)),
    emails: unique(raw.emails.filter(isEmail), (value) => value.toLowerCase()),
    phones: unique(raw.phones),
    addresses: unique(raw.addresses),
    urls: unique(raw.urls),
  }
  const values = [
    contact.name,
    ...contact.places.flatMap((place) => Object.values(place)),
    ...contact.phones,
    ...contact.urls,
    ...contact.addresses,
  ]
  const long = values.find((value) => value !== null && value.length > longest)
  const many = [contact.places, contact.emails, contact.phones, contact.addresses, contact.urls].some(
    (list) => list.length > mostValues,
  )
  if (long !== undefined || many) say('too-long', (long ?? '').slice(0, 60))
  const nobody = contact.name === null && (contact.places[0]?.organisation ?? null) === null
  if (nobody) say('no-name')
  if (contact.name !== null && /[@\d]/u.test(contact.name)) say('name-unlikely', contact.name)
  if (values.some((value) => value?.includes('\uFFFD') === true)) say('replaced')
  return { line, quote, contact, usable: !nobody && long === undefined && !many, problems }
}
