/** What the readers of one text share. */
import type { FindingOf, Named, OrganisationType, Place, Span } from '#contract/reading.ts'
import { matchKey } from '#core/register/names.ts'
import { healthWords } from '#core/privacy/sensitive.ts'
import type { Passage } from './passage.ts'
import { bodyKey, bodyTypeOf } from './body-names.ts'
import type { BodyMention } from './body-names.ts'
import type { Collector } from './collect.ts'
import { openSpan } from './days.ts'
import type { Publication } from './days.ts'
import type { Document } from './document.ts'
import { organisationType } from './organisations.ts'
import { postOf, roleOf } from './roles.ts'

export interface Context {
  document: Document
  passages: readonly Passage[]
  publication: Publication
  writtenAfter: string | null
  collector: Collector
  /** What stands under each heading, other headings left out. */
  under: ReadonlyMap<Passage, readonly Passage[]>
  /** The best name of a body by its key, so that its short forms meet. */
  bodyNames: Map<string, string>
  /** Lines that stand in a list of a body's people. */
  seated: Set<Passage>
  /** What the text or general knowledge says that an organisation is, by matchKey. */
  types: ReadonlyMap<string, OrganisationType>
}

/** The sentence around a place of a passage, or the whole of a short one. */
export function quoteAt(passage: Passage, start: number, end: number): Place {
  if (passage.text.length <= 220) return passage.place()
  const first = passage.sentences.find((one) => one.end > start)
  const last = passage.sentences.findLast((one) => one.start < end)
  return passage.place(Math.min(first?.start ?? start, start), Math.max(last?.end ?? end, end))
}

export function bodyName(context: Context, mention: BodyMention): Named {
  return { name: context.bodyNames.get(mention.key) ?? mention.name, asWritten: mention.asWritten }
}

/** The register's name for a body that a text calls so. */
export function bodyNamed(context: Context, named: Named): Named {
  const key = bodyKey(named.name, bodyTypeOf(named.name))
  return { ...named, name: context.bodyNames.get(key) ?? named.name }
}

export function addPerson(context: Context, who: Named, place: Place): void {
  context.collector.add<'person'>({ kind: 'person', who, places: [place] })
}

export function addOrganisation(context: Context, who: Named, place: Place): void {
  context.collector.add<'organisation'>({
    kind: 'organisation',
    who,
    type: context.types.get(matchKey(who.name)) ?? organisationType(who.name),
    places: [place],
  })
}

export function addBody(
  context: Context,
  who: Named,
  place: Place,
  more: Partial<FindingOf<'body'>> = {},
): FindingOf<'body'> {
  const named = bodyNamed(context, who)
  return context.collector.add<'body'>({
    kind: 'body',
    who: named,
    type: bodyTypeOf(named.name),
    parent: null,
    organisation: null,
    mandate: null,
    targetSize: null,
    members: [],
    places: [place],
    ...more,
  })
}

export interface TenureParts {
  person: Named
  role?: string | null
  title?: string | null
  organisation?: Named | null
  body?: Named | null
  span?: Span
}

/** A tenure with what its title tells, and the findings of everybody in it. */
export function addTenure(context: Context, parts: TenureParts, place: Place): void {
  const { person, organisation = null } = parts
  const title = parts.title ?? null
  const body = parts.body === undefined || parts.body === null ? null : bodyNamed(context, parts.body)
  const employed = title === null ? null : roleOf(title)
  const role =
    parts.role ??
    (employed === 'anställd' &&
    body !== null &&
    organisation === null &&
    title !== null &&
    /(?:^|\s)(?:chef|head|director)(?:\s|$)/iu.test(title)
      ? 'chef'
      : employed)
  addPerson(context, person, place)
  if (organisation !== null) addOrganisation(context, organisation, place)
  if (body !== null) addBody(context, body, place)
  context.collector.add<'tenure'>({
    kind: 'tenure',
    person,
    pronoun: null,
    role,
    title,
    organisation,
    body,
    post: title === null ? null : postOf(title),
    span: parts.span ?? openSpan(context.publication, context.writtenAfter),
    sensitive: title !== null && healthWords(title) !== null,
    places: [place],
  })
}
