/** How the contacts of a file meet each other and the register. Nothing here links anybody. */
import type { ContactRow } from '#contract/exchange.ts'
import type { Match } from '#contract/imports.ts'
import type { ReadableDb } from '#db/connection.ts'
import { closedPeople, ownersOfEmails } from '#db/queries/exchange.ts'
import { affiliationsOf } from '#db/queries/register-lists.ts'
import { organisationNamesOfMany } from '#db/queries/register.ts'
import { registerNames } from '#core/imports/matches.ts'
import { matchNames, type Known } from '#core/register/matching.ts'
import { matchKey, organisationKey } from '#core/register/names.ts'
import { wordSimilarity, wordsOfKey, wordsSimilarity } from '#core/register/similarity.ts'
import type { ReadContact } from './contact.ts'
import { NearNames } from './near.ts'

/** Rows shown beside a row, and rows of one name that are looked at. */
const [mostNear, mostBearers] = [5, 50]
type Standing = Pick<ContactRow, 'same' | 'near'>

const organisationOf = (row: ReadContact) => row.contact.places[0]?.organisation ?? null
const emailsOf = (row: ReadContact) => row.contact.emails.map((email) => email.toLowerCase())

/** Two rows of one name are one contact when nothing tells them apart, or an address tells that they are one. */
function isSame(a: ReadContact, b: ReadContact): boolean {
  const [mine, others] = [emailsOf(a), new Set(emailsOf(b))]
  if (mine.some((email) => others.has(email))) return true
  if (mine.length > 0 && others.size > 0) return false
  const [here, there] = [organisationOf(a), organisationOf(b)]
  return here === null || there === null || organisationKey(here) === organisationKey(there)
}

/** From here on names are asked about, as those of the register are. */
const nearLimit = 0.82

/** Finds the rows before one whose names are like its own. */
function likenessWithin(keys: readonly string[]): (key: string, before: number) => number[] {
  const names = new NearNames(keys)
  // Many rows bear one name.
  const found = new Map<string, number[]>()
  const alike = (key: string) => {
    const own = wordsOfKey(key)
    const likeness = new Map<string, boolean>()
    return names.near(key, { forms: false, most: mostBearers }).filter((place) => {
      const other = keys[place] ?? ''
      let near = likeness.get(other)
      if (near === undefined)
        likeness.set(other, (near = wordsSimilarity(own, wordsOfKey(other), wordSimilarity, nearLimit) >= nearLimit))
      return near
    })
  }
  return (key, before) => {
    let near = found.get(key)
    if (near === undefined) found.set(key, (near = alike(key).toSorted((a, b) => a - b)))
    return near.filter((place) => place < before)
  }
}

/** How each row meets those before it. */
function withinFile(rows: readonly ReadContact[]): Standing[] {
  const names = new Map<string, number[]>()
  const emails = new Map<string, number[]>()
  const keys = rows.map(({ contact }) => matchKey(contact.name ?? ''))
  const alike = likenessWithin(keys)
  const found: Standing[] = []
  rows.forEach((row, index) => {
    const standing: Standing = { same: null, near: [] }
    found.push(standing)
    const { name } = row.contact
    if (name === null) return
    const key = keys[index] ?? ''
    const bearers = names.get(key) ?? []
    names.set(key, [...bearers.slice(0, mostBearers), index])
    const first = bearers.find((other) => {
      const before = rows[other]
      return before !== undefined && isSame(row, before)
    })
    const near = new Map<number, 'name' | 'email'>()
    if (first !== undefined) standing.same = found[first]?.same ?? first
    else for (const other of bearers) near.set(other, 'name')
    for (const email of emailsOf(row)) {
      const owners = emails.get(email) ?? []
      for (const other of owners) if (keys[other] !== key) near.set(other, 'email')
      emails.set(email, [...owners.slice(0, mostBearers), index])
    }
    if (first === undefined) for (const other of alike(key, index)) if (!near.has(other)) near.set(other, 'name')
    // A row that stands for an earlier one is not shown twice.
    const shown = new Map([...near].map(([other, why]) => [found[other]?.same ?? other, why] as const))
    standing.near = [...shown].map(([other, why]) => ({ row: other, why })).slice(0, mostNear)
  })
  return found
}

type RowMatch = ContactRow['match']
/** near: names that are like others are looked for; equal: only those that are the same. */
export type Search = 'near' | 'equal'

// A register's names stay while nobody changes them, and with them what is known of their words.
const indexes = new WeakMap<readonly Known[], NearNames>()

function indexOf(people: readonly Known[]): NearNames {
  let index = indexes.get(people)
  if (index === undefined) indexes.set(people, (index = new NearNames(people.map(({ matchKey: key }) => key))))
  return index
}

/** The register's judgement of each row by its name. Each name meets the few entries that it can be like. */
function judgedByName(
  db: ReadableDb,
  rows: readonly ReadContact[],
  people: readonly Known[],
  search: Search,
): (Match | null)[] {
  const keys = new Set(rows.map(({ contact }) => matchKey(contact.name ?? '')))
  const bearers = people.flatMap(({ id, matchKey: key }) => (keys.has(key) ? [id] : []))
  const organisations = Map.groupBy(organisationNamesOfMany(db, bearers), ({ personId }) => personId)
  const near = (key: string) => (search === 'near' ? indexOf(people).near(key, { forms: true }) : [])
  const wanted = rows.flatMap((row) =>
    row.contact.name === null ? [] : [{ name: row.contact.name, organisation: organisationOf(row) }],
  )
  const found = matchNames(wanted, people, 'person', {
    near,
    organisationsOf: ({ id }) => (organisations.get(id) ?? []).map(({ text }) => text),
    plain: true,
  }).values()
  return rows.map(({ contact }) => (contact.name === null ? null : (found.next().value ?? null)))
}

/** Each row against the register: by name, and by whose address it is. */
function withRegister(
  db: ReadableDb,
  rows: readonly ReadContact[],
  names: ReturnType<typeof registerNames>,
  search: Search,
): RowMatch[] {
  const matches = judgedByName(db, rows, names.people, search)
  const owners = Map.groupBy(ownersOfEmails(db, rows.flatMap(emailsOf)), ({ email }) => email)
  const shown = new Set(matches.flatMap((match) => match?.candidates.map(({ id }) => id) ?? []))
  for (const all of owners.values()) for (const { personId } of all) shown.add(personId)
  const details = affiliationsOf(db, [...shown])
  return rows.map((row, index): RowMatch => {
    const { name } = row.contact
    const match = matches[index]
    if (name === null || match === undefined || match === null)
      return { name: name ?? '', verdict: 'none', candidates: [] }
    const known = new Map(
      emailsOf(row).flatMap((email) => (owners.get(email) ?? []).map((one) => [one.personId, one] as const)),
    )
    const candidates = match.candidates.map((one) => ({
      ...one,
      detail: details.get(one.id) ?? null,
      why: known.has(one.id) ? ('email' as const) : ('name' as const),
    }))
    for (const [id, owner] of known)
      if (!candidates.some((one) => one.id === id))
        candidates.push({ id, name: owner.name, detail: details.get(id) ?? null, similarity: 0, why: 'email' })
    const byEmail = candidates.filter(({ why }) => why === 'email')
    const [one] = byEmail
    // The very name with the very address is one person, whatever else is said of either.
    if (byEmail.length === 1 && one?.similarity === 1) return { name, verdict: 'exact', candidates: [one] }
    const against = match.verdict === 'exact' && byEmail.some(({ id }) => id !== match.candidates[0]?.id)
    const verdict = candidates.length === 0 ? 'none' : match.verdict === 'exact' && !against ? 'exact' : 'near'
    return {
      name,
      verdict,
      candidates: [...byEmail, ...candidates.filter(({ why }) => why === 'name')].slice(0, mostNear),
    }
  })
}

export type Compared = { rows: ContactRow[]; organisations: Match[] }

/** Everything that is to be said of a file's contacts before they are taken in. Storing them asks only what is equal. */
export function compared(db: ReadableDb, contacts: readonly ReadContact[], search: Search = 'near'): Compared {
  const names = registerNames(db)
  const closed = new Set(closedPeople(db))
  const standings = withinFile(contacts)
  const matches = withRegister(db, contacts, names, search)
  const organisations = new Map(
    contacts.flatMap(({ contact }) =>
      contact.places.flatMap(({ organisation }) =>
        organisation === null ? [] : [[matchKey(organisation), organisation] as const],
      ),
    ),
  )
  const rows = contacts.map((row, index): ContactRow => {
    const match = matches[index] ?? { name: '', verdict: 'none', candidates: [] }
    const restricted = match.verdict === 'exact' && closed.has(match.candidates[0]?.id ?? '')
    // Whoever is restricted is offered to nobody.
    const candidates = match.candidates.filter(({ id }) => !closed.has(id))
    return {
      ...row,
      ...(standings[index] ?? { same: null, near: [] }),
      usable: row.usable && !restricted,
      problems: restricted ? [...row.problems, { code: 'restricted', words: '' }] : row.problems,
      match: { ...match, verdict: candidates.length === 0 ? 'none' : match.verdict, candidates },
    }
  })
  return {
    rows,
    organisations: (search === 'equal'
      ? []
      : matchNames(
          [...organisations.values()].map((name) => ({ name, organisation: null })),
          names.organisations,
          'organisation',
        )
    ).filter(({ verdict }) => verdict === 'near'),
  }
}
