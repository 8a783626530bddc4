/** What the columns of a table tell: by their headings in Swedish and English, else by what stands in them. Pure. */
import { nameParticle } from '#contract/name-particles.ts'
import type { ContactField } from '#contract/exchange.ts'
import { foldKey } from '#core/register/names.ts'
import { columnValues, isReversed, share } from './columns.ts'

type Told = Exclude<ContactField, 'ignore'>

/** Headings without marks, figures and signs, as address books and offices write them. */
const headings: Readonly<Record<Told, readonly string[]>> = {
  name: [
    'namn',
    'name',
    'fullstandigt namn',
    'full name',
    'fullname',
    'visningsnamn',
    'display name',
    'kontakt',
    'contact',
    'kontaktperson',
    'contact person',
    'deltagare',
    'participant',
    'attendee',
    'person',
    'ledamot',
    'anstalld',
    'fn',
    'for och efternamn',
    'namn fornamn efternamn',
    'contact name',
  ],
  nameReversed: [
    'efternamn fornamn',
    'efternamn och fornamn',
    'last name first name',
    'last first',
    'surname first name',
    'family name given name',
  ],
  givenName: [
    'fornamn',
    'tilltalsnamn',
    'given name',
    'givenname',
    'first name',
    'firstname',
    'first',
    'mellannamn',
    'middle name',
    'additional name',
  ],
  familyName: ['efternamn', 'family name', 'familyname', 'last name', 'lastname', 'surname', 'last'],
  title: [
    'titel',
    'title',
    'befattning',
    'job title',
    'jobtitle',
    'jobbtitel',
    'tjanst',
    'tjanstetitel',
    'yrke',
    'yrkestitel',
    'position',
    'profession',
    'occupation',
    'organization title',
    'organisation title',
  ],
  role: ['roll', 'role', 'funktion', 'function', 'uppdrag', 'uppgift'],
  organisation: [
    'organisation',
    'organization',
    'org',
    'foretag',
    'foretagsnamn',
    'company',
    'company name',
    'myndighet',
    'authority',
    'agency',
    'arbetsgivare',
    'employer',
    'bolag',
    'organisationsnamn',
    'organization name',
    'organisation name',
    'arbetsplats',
    'lan',
    'representerar',
    'affiliation',
    'institution',
    'universitet',
  ],
  department: [
    'avdelning',
    'department',
    'enhet',
    'unit',
    'sektion',
    'section',
    'grupp',
    'division',
    'forvaltning',
    'organization department',
    'institutionsnamn',
  ],
  email: [
    'e post',
    'epost',
    'e postadress',
    'epostadress',
    'mejl',
    'mejladress',
    'mail',
    'mailadress',
    'email',
    'e mail',
    'email address',
    'e mail address',
    'mail address',
    'e mail value',
    'email value',
    'e post arbete',
    'e post jobb',
    'smtp',
  ],
  phone: [
    'telefon',
    'telefonnummer',
    'tel',
    'tfn',
    'tele',
    'phone',
    'phone number',
    'telephone',
    'telephone number',
    'mobil',
    'mobilnummer',
    'mobiltelefon',
    'mobile',
    'mobile phone',
    'cell',
    'cell phone',
    'direktnummer',
    'vaxel',
    'telefon arbete',
    'arbetstelefon',
    'business phone',
    'work phone',
    'home phone',
    'primary phone',
    'hemtelefon',
    'telefon bostad',
    'telefon hem',
    'phone value',
    'company main phone',
    'telefon mobil',
  ],
  address: [
    'adress',
    'address',
    'gatuadress',
    'postadress',
    'besoksadress',
    'gata',
    'street',
    'street address',
    'business street',
    'adress arbete',
    'gata arbete',
    'mailing address',
    'postal address',
    'home street',
    'address formatted',
    'business address',
  ],
  postal: [
    'postnummer',
    'postnr',
    'postal code',
    'zip',
    'zip code',
    'postcode',
    'ort',
    'postort',
    'stad',
    'city',
    'town',
    'land',
    'country',
    'business city',
    'business postal code',
    'postnummer arbete',
    'ort arbete',
    'land region arbete',
    'business country region',
  ],
  url: ['webb', 'webbplats', 'webbsida', 'hemsida', 'web', 'web page', 'website', 'url', 'homepage', 'lank', 'www'],
}
const byHeading = new Map(
  // Object.entries widens the keys of the table above.
  Object.entries(headings).flatMap(([field, words]) => words.map((word) => [word, field as Told] as const)),
)

const plainHeading = (heading: string) =>
  foldKey(heading)
    .replace(/[^a-z ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

/** Of what is said twice, for work and for home, the one for work: home has headings of its own above. */
const atWork = / (?:arbete|arbetet|jobb|jobbet)$|^(?:business|work) /u

/** Address books have a column of their own for "Dr" and "Mr", and call it as offices call what somebody does. */
const honorific = new Set(['title', 'titel'])
const isJobTitle = (heading: string) => !honorific.has(plainHeading(heading)) && fieldOfHeading(heading) === 'title'

/** Figures that reach nobody by telephone. */
const otherFigures = /\b(?:post|zip|person|org|kund|faktura|konto|diarie|fodel|birth|datum|date|anstallnings)/u

/** The field a heading names; null for a heading that says nothing to us. "E-post 2" is "E-post". */
export function fieldOfHeading(heading: string): Told | null {
  const plain = plainHeading(heading)
  return byHeading.get(plain) ?? byHeading.get(plain.replace(atWork, '')) ?? null
}

export const isEmail = (text: string) =>
  text.length <= 254 && /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@.]{2,}$/u.test(text)
export const looksLikePhone = (text: string) =>
  /^(?:tel:)?[+(]?[\d\s()/.+–-]{5,24}(?:\s*(?:ext|ankn|x)\.?\s*\d{1,6})?$/iu.test(text) &&
  (text.match(/\d/gu)?.length ?? 0) >= 5 &&
  !/^\d{4}-\d\d-\d\d$/u.test(text)
const looksLikeUrl = (text: string) => /^(?:https?:\/\/|www\.)\S+$/iu.test(text)
const wholeName = new RegExp(String.raw`^\p{Lu}[\p{L}'’.-]*(?:,? (?:${nameParticle} )*\p{Lu}[\p{L}'’.-]*){1,4}$`, 'u')
const looksLikeName = (text: string) => wholeName.test(text)
const looksLikeOrganisation = (text: string) =>
  /(?:\b(?:AB|KB|HB|Ltd|Inc|Oy|AS|GmbH)\b|universitet|university|högskola|myndighet|verket\b|region|kommun|departement|förbund|förening|institut|stiftelse|rådet\b|agency|council|sjukhus|bolag)/iu.test(
    text,
  )

/** The field that most values of a column look like. */
function fieldOfValues(values: readonly string[]): Told | null {
  const tests: readonly (readonly [Told, (value: string) => boolean])[] = [
    ['email', (value) => value.split(/[;,\s]+/u).some(isEmail)],
    ['url', looksLikeUrl],
    ['phone', looksLikePhone],
    ['organisation', looksLikeOrganisation],
    ['name', looksLikeName],
  ]
  return tests.find(([, test]) => share(values, test) > 0.5)?.[0] ?? null
}

const told = (cell: string) => isEmail(cell.trim()) || looksLikePhone(cell.trim()) || looksLikeUrl(cell.trim())

/** Whether the first row names the columns rather than being a contact. */
export function guessHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = []] = rows
  const cells = first.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (cells.length === 0 || cells.some(told)) return false
  const known = cells.filter((cell) => fieldOfHeading(cell) !== null).length
  if (known >= 2 || (known === 1 && (cells.length <= 2 || rows.length === 1))) return true
  // Words over columns of addresses, numbers and names are headings whatever they say.
  const over = (column: number, test: (value: string) => boolean) =>
    share(columnValues(rows.slice(1), column), test) > 0.5
  const tells = (cell: string, column: number) =>
    over(column, told) || (cell.trim() !== '' && !looksLikeName(cell.trim()) && over(column, looksLikeName))
  return known > 0 || first.some(tells)
}

/** What each column tells. At most one column of names is told by its values alone. */
export function guessFields(rows: readonly (readonly string[])[], header: boolean): ContactField[] {
  const [first = []] = rows
  const body = header ? rows.slice(1) : rows
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  const fields = Array.from({ length: header ? Math.max(first.length, 1) : width }, (_, column): Told | null =>
    header ? fieldOfHeading(first[column] ?? '') : null,
  )
  const named = () => fields.some((field) => field === 'name' || field === 'nameReversed' || field === 'familyName')
  const job = header && first.some(isJobTitle)
  const isHonorific = (column: number) => job && honorific.has(plainHeading(first[column] ?? ''))
  fields.forEach((field, column) => {
    if (field !== null) return
    const guess = fieldOfValues(columnValues(body, column))
    if (guess === 'phone' && header && otherFigures.test(plainHeading(first[column] ?? ''))) return
    if (guess === 'name' && named()) return
    // Under a heading that says something else only what cannot be mistaken counts.
    if (header && guess === 'organisation' && (first[column] ?? '').trim() !== '') return
    fields[column] = guess
  })
  return fields.map((field, column) => {
    if (isHonorific(column)) return 'ignore'
    if (field === 'name' && isReversed(columnValues(body, column))) return 'nameReversed'
    return field ?? 'ignore'
  })
}
