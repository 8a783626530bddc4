/** The entries of a card: their names, and the words in which each name is written. */
import { KansliError } from '#contract/errors.ts'
import type { Candidate, Cluster, Reason } from '#contract/identity.ts'
import type { EntityKind, Evidence } from '#contract/register.ts'
import { distance } from 'fastest-levenshtein'
import type { ReadableDb } from '#db/connection.ts'
import { referencesOf, isNameTable } from '#db/queries/identity.ts'
import { namesWithKinds, typeOf, writtenPlaces, type Written } from '#db/queries/identity-names.ts'
import { affiliationOf } from '#db/queries/register-lists.ts'
import { entityName } from '#db/queries/register.ts'
import type { SourceReader } from '#db/queries/sources.ts'
import { organisationSimilarity } from '#core/register/organisation-similarity.ts'
import { nameSimilarity } from '#core/register/similarity.ts'

const mostQuotes = 3
const looked = 12

function quoteOf(read: SourceReader, place: Written): Evidence {
  const { sourceId, sourceName, line, meetingId, meetingDate } = place
  const quote = read(sourceId, line).words ?? place.quote
  return { sourceId, sourceName, line, quote, meetingId, meetingDate, itemId: null, itemNumber: null }
}

/** One quote for each spelling first, then others; the same line only once. */
function quotesFor(quotes: readonly Evidence[], names: readonly string[]): Evidence[] {
  const chosen = new Set<Evidence>()
  for (const name of names) {
    const quote = quotes.find((one) => one.quote.includes(name))
    if (quote !== undefined) chosen.add(quote)
  }
  for (const quote of quotes) chosen.add(quote)
  const seen = new Set<string>()
  return [...chosen]
    .filter((one) => {
      const key = JSON.stringify([one.sourceId, one.meetingId, one.line, one.quote])
      return !seen.has(key) && seen.add(key).size > 0
    })
    .slice(0, mostQuotes)
}

/** @throws KansliError entity.not-found */
export function memberOf(db: ReadableDb, read: SourceReader, kind: EntityKind, id: string): Candidate {
  const name = entityName(db, kind, id)
  if (name === null) throw new KansliError('entity.not-found')
  const names = [...new Set([name, ...namesWithKinds(db, kind, id).map(({ text }) => text)])]
  const places = referencesOf(db, kind, id)
    .filter(({ table }) => !isNameTable(table))
    .reduce((sum, { rows }) => sum + rows.length, 0)
  const quotes = writtenPlaces(db, kind, id, looked).map((place) => quoteOf(read, place))
  const detail = kind === 'person' ? affiliationOf(db, id) : typeOf(db, kind, id)
  return { id, name, names, detail, places, evidence: quotesFor(quotes, names) }
}

/** The official name where there is one; else the spelling of the entry that most texts speak of. */
export function suggestedName(db: ReadableDb, kind: EntityKind, members: readonly Candidate[]): string {
  if (kind !== 'body')
    for (const { id } of members) {
      const official = namesWithKinds(db, kind, id).find(({ nameKind }) => nameKind === 'official')
      if (official !== undefined) return official.text
    }
  const counted = members.flatMap((member) => {
    const quotes = member.evidence.map(({ quote }) => quote)
    return member.names.map((text) => ({
      text,
      shown: text === member.name,
      abbreviation: /^\p{Lu}{2,6}$/u.test(text),
      count: quotes.filter((quote) => quote.includes(text)).length,
      places: member.places,
    }))
  })
  const [best] = counted.toSorted(
    (a, b) =>
      Number(a.abbreviation) - Number(b.abbreviation) ||
      Number(b.shown) - Number(a.shown) ||
      b.places - a.places ||
      b.count - a.count ||
      b.text.length - a.text.length ||
      (a.text < b.text ? -1 : 1),
  )
  return best?.text ?? members[0]?.name ?? ''
}

/** The entries beside each other, with what the names differ by. */
export function clusterOf(
  db: ReadableDb,
  read: SourceReader,
  kind: EntityKind,
  ids: readonly string[],
  found: { verdict: Cluster['verdict']; reasons: readonly Reason[]; shared: readonly string[] },
): Cluster {
  // The entry that most is written of stands first: it is the one that would stay.
  const members = ids
    .map((id) => memberOf(db, read, kind, id))
    .toSorted((a, b) => b.places - a.places || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
  let [far, likeness] = [0, 1]
  members.forEach((one, place) => {
    for (const two of members.slice(place + 1)) {
      far = Math.max(far, distance(one.name, two.name))
      const alike = kind === 'person' ? nameSimilarity(one.name, two.name) : organisationSimilarity(one.name, two.name)
      likeness = Math.min(likeness, alike)
    }
  })
  return {
    kind,
    verdict: found.verdict,
    members,
    reasons: [...found.reasons],
    distance: far,
    likeness: Math.round(likeness * 1000) / 1000,
    shared: [...found.shared],
    suggested: suggestedName(db, kind, members),
  }
}
