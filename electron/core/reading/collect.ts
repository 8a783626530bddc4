/** Findings of one text, each once, with all the places that say it. */
import type { Finding, FindingKind, FindingOf, Place } from '#contract/reading.ts'
import { matchKey } from '#core/register/names.ts'

export class Collector {
  readonly #byKey = new Map<string, Finding>()
  readonly #seen = new Map<string, Set<string>>()

  /** Adds a finding, or its places to the one that says the same. Returns the one that is kept. */
  add<K extends FindingKind>(finding: FindingOf<K>): FindingOf<K> {
    const key = keyOf(finding)
    const known = this.#byKey.get(key)
    if (known === undefined || known.kind !== finding.kind) {
      this.#byKey.set(key, finding)
      this.#seen.set(key, new Set(finding.places.map(placeKey)))
      return finding
    }
    for (const place of finding.places) this.#addPlace(key, known, place)
    fill(known, finding)
    // Same key, same kind: the map never holds two kinds under one key.
    return known as FindingOf<K>
  }

  /** Words within words that are known already are no further place. */
  #addPlace(key: string, known: Finding, place: Place): void {
    const seen = this.#seen.get(key)
    if (seen?.has(placeKey(place)) === true) return
    seen?.add(placeKey(place))
    const last = known.places.slice(-8)
    if (last.some((one) => one.from <= place.from && one.to >= place.to && one.quote.includes(place.quote))) return
    known.places.push(place)
  }

  ofKind<K extends FindingKind>(kind: K): FindingOf<K>[] {
    return [...this.#byKey.values()].filter((one): one is FindingOf<K> => one.kind === kind)
  }

  drop(findings: ReadonlySet<Finding>): void {
    for (const [key, one] of this.#byKey) if (findings.has(one)) this.#byKey.delete(key)
  }

  all(): Finding[] {
    return [...this.#byKey.values()]
  }
}

const placeKey = (place: Place): string => `${place.from}:${place.to}:${place.quote}`

/** What one place says and another left open. */
function fill(known: Finding, other: Finding): void {
  if (known.kind === 'body' && other.kind === 'body') {
    known.type ??= other.type
    known.parent ??= other.parent
    known.organisation ??= other.organisation
    known.mandate ??= other.mandate
    known.targetSize ??= other.targetSize
    for (const one of other.members) if (!known.members.some(({ name }) => name === one.name)) known.members.push(one)
  } else if (known.kind === 'organisation' && other.kind === 'organisation') known.type ??= other.type
  else if (known.kind === 'event' && other.kind === 'event') {
    known.venue ??= other.venue
    known.body ??= other.body
    for (const one of other.parties)
      if (!known.parties.some(({ who, role }) => role === one.role && matchKey(who.name) === matchKey(one.who.name)))
        known.parties.push(one)
  } else if (known.kind === 'theme' && other.kind === 'theme') {
    known.body ??= other.body
    known.parent ??= other.parent
  }
}

const name = (named: { name: string } | null): string => (named === null ? '' : matchKey(named.name))

function keyOf(finding: Finding): string {
  switch (finding.kind) {
    case 'person':
    case 'organisation':
    case 'body':
      return JSON.stringify([finding.kind, name(finding.who)])
    case 'theme':
      return JSON.stringify([finding.kind, finding.type, finding.code, matchKey(finding.title), name(finding.body)])
    case 'focus':
      return JSON.stringify([
        finding.kind,
        name(finding.body),
        finding.theme.code,
        finding.theme.code === null ? finding.theme.title : null,
      ])
    case 'tenure':
      return JSON.stringify([
        finding.kind,
        name(finding.person),
        finding.pronoun,
        finding.role,
        matchKey(finding.title ?? ''),
        name(finding.organisation),
        name(finding.body),
        finding.post,
        finding.span.from,
        finding.span.to,
      ])
    case 'event':
      return JSON.stringify([finding.kind, matchKey(finding.title), finding.from ?? finding.asWritten])
    case 'assignment':
      return JSON.stringify([finding.kind, matchKey(finding.title), finding.theme?.code ?? null])
  }
}
