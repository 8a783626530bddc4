/** Kinds of organisations and bodies in the language of the screen. */
import type { BodyType, OrganisationType } from '#contract/reading.ts'
import type { RegisterKind } from '#contract/register.ts'
import { shortDate } from './dates.ts'
import type { Language } from './languages.ts'
import type { T } from './resources.ts'

/** The contract's own lists, in its order, without its schemas: the screen has no use for those. */
export const organisationTypes: readonly OrganisationType[] = [
  'departement',
  'myndighet',
  'region',
  'kommun',
  'lärosäte',
  'företag',
  'branschorganisation',
  'civilsamhälle',
  'statligt bolag',
  'internationell',
]
export const bodyTypes: readonly BodyType[] = [
  'program',
  'samverkansgrupp',
  'arbetsgrupp',
  'kontor',
  'utredning',
  'råd',
  'nämnd',
  'styrelse',
]

const known: ReadonlySet<string> = new Set([...organisationTypes, ...bodyTypes])
const isKnown = (type: string): type is OrganisationType | BodyType => known.has(type)

/** The word of a type; one that somebody made up is said as it is. */
export function typeWords(t: T, type: string): string {
  return isKnown(type) ? t(`types:${type}`) : type
}

/** What stands beside an entry's name in a list: a type or a day in the language of the screen, else as it is. */
export function detailWords(
  t: T,
  language: Language,
  { kind, detail, also = null }: { kind: RegisterKind; detail: string | null; also?: string | null },
): string | null {
  if (also !== null)
    return [
      detail === null ? null : typeWords(t, detail),
      t(kind === 'body' ? 'alsoOrganisation' : 'alsoGroup', { name: also }),
    ]
      .filter((part) => part !== null)
      .join(' · ')
  if (detail === null) return null
  if (kind === 'organisation' || kind === 'body') return typeWords(t, detail)
  return kind === 'event' ? shortDate(detail, language) : detail
}
