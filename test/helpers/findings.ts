/** Findings made by hand, for tests of what becomes of them. */
import type { Finding, FindingOf, Named, Party, Place, Span } from '#contract/reading.ts'

export const named = (name: string, asWritten = name): Named => ({ name, asWritten })

/** A line of a text, whole. */
export const at = (lines: readonly string[], ...numbers: number[]): { places: Place[] } => ({
  places: numbers.map((line) => ({ from: line, to: line, quote: lines[line - 1]?.trim() || '–' })),
})

export const undated: Span = {
  from: null,
  fromAfter: null,
  to: null,
  toKind: 'unknown',
  basis: 'unknown',
  seenFrom: null,
  seenTo: null,
  writtenAfter: null,
}

type Holding = Partial<Omit<FindingOf<'tenure'>, 'person' | 'organisation' | 'body' | 'span'>> & {
  person?: string
  organisation?: string
  body?: string
  span?: Partial<Span>
}

export function tenure({ person, organisation, body, span: days, ...rest }: Holding & { places: Place[] }): Finding {
  return {
    kind: 'tenure',
    person: person === undefined ? null : named(person),
    pronoun: null,
    role: null,
    title: null,
    organisation: organisation === undefined ? null : named(organisation),
    body: body === undefined ? null : named(body),
    post: null,
    sensitive: false,
    ...rest,
    span: { ...undated, ...days },
  }
}

export function event(
  title: string,
  more: Partial<Omit<FindingOf<'event'>, 'body'>> & { body?: string; places: Place[] },
): Finding {
  const { body, ...rest } = more
  return {
    kind: 'event',
    title,
    from: null,
    to: null,
    basis: 'unknown',
    asWritten: null,
    venue: null,
    parties: [],
    ...rest,
    body: body === undefined ? null : named(body),
  }
}

export const party = (kind: Party['kind'], name: string, role: Party['role']): Party => ({
  kind,
  who: named(name),
  role,
})

export const body = (name: string, type: FindingOf<'body'>['type'], places: { places: Place[] }): Finding => ({
  kind: 'body',
  who: named(name),
  type,
  parent: null,
  organisation: null,
  mandate: null,
  targetSize: null,
  members: [],
  ...places,
})
