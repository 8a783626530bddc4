/** What every side of the application asks of a finding. Pure: no schema is loaded for it. */
import type { Finding, FindingKind, Named } from '#contract/reading.ts'
import type { EntityKind } from '#contract/register.ts'

/** In the order a list has them. */
export const findingKinds = [
  'person',
  'organisation',
  'body',
  'theme',
  'focus',
  'tenure',
  'event',
  'assignment',
] as const satisfies readonly FindingKind[]

/** A name that a finding uses, with the organisation that a person is named with. */
export type UsedName = { kind: EntityKind; who: Named; organisation: Named | null }

/** Every name of people, organisations and bodies in a finding, in its order; one may stand twice. */
export function namesOfFinding(finding: Finding): UsedName[] {
  const used = (kind: EntityKind, who: Named | null, organisation: Named | null = null): UsedName[] =>
    who === null ? [] : [{ kind, who, organisation }]
  switch (finding.kind) {
    case 'person':
    case 'organisation':
      return used(finding.kind, finding.who)
    case 'body':
      return [
        ...used('body', finding.who),
        ...used('body', finding.parent),
        ...used('organisation', finding.organisation),
        ...finding.members.flatMap((member) => used('organisation', member)),
      ]
    case 'theme':
    case 'focus':
      return used('body', finding.body)
    case 'tenure':
      return [
        ...used('person', finding.person, finding.organisation),
        ...used('organisation', finding.organisation),
        ...used('body', finding.body),
      ]
    case 'event':
      return [...used('body', finding.body), ...finding.parties.flatMap(({ kind, who }) => used(kind, who))]
    case 'assignment':
      return finding.parties.flatMap(({ kind, who }) => used(kind, who))
  }
}
