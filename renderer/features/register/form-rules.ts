/** What the forms of the register take from their fields. Pure. */
import type { Input } from '#contract/methods.ts'
import type { BodyType, OrganisationType, PartyRole } from '#contract/reading.ts'
import type { NameKind } from '#contract/register.ts'
import type { T } from '../../i18n/resources.ts'
import { typeWords } from '../../i18n/type-words.ts'

export type PartOf = 'event' | 'assignment'
type Amount = { sek: number | null; text: string }

const rolesIn: Readonly<Record<PartOf, readonly PartyRole[]>> = {
  assignment: ['charged', 'coordinating', 'issuer', 'funder', 'recipient', 'partner'],
  event: ['organiser', 'participant', 'guest', 'partner'],
}

/** The parts that can be chosen; one that a text gave stays among them. */
export function rolesFor(of: PartOf, has: PartyRole | null): PartyRole[] {
  const roles = rolesIn[of]
  return has === null || roles.includes(has) ? [...roles] : [has, ...roles]
}

export const mostSums = 50
export const longestSum = 500

/** Sums as lines of a field. */
export const moneyLines = (amounts: readonly Amount[]) => amounts.map(({ text }) => text).join('\n')

/**
 * Sums from a field, one a line. Words that stood before keep the figure that stood with them, the others are left
 * for the core to reckon; null where there are too many or one is too long.
 */
export function sumsOf(
  typed: string,
  before: readonly Amount[],
): NonNullable<Input<'assignments.add'>['amounts']> | null {
  const kept = [...before]
  const sums = typed
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => {
      const at = kept.findIndex((one) => one.text === text)
      const [known] = at < 0 ? [] : kept.splice(at, 1)
      return known === undefined ? { text } : { text, sek: known.sek }
    })
  return sums.length > mostSums || sums.some(({ text }) => text.length > longestSum) ? null : sums
}

/** As the contract has them, in its order. */
export const nameKinds: readonly NameKind[] = ['official', 'variant', 'abbreviation', 'former', 'misspelt']

/** Types to choose from, and that none is known. */
export function typeOptions<V extends OrganisationType | BodyType>(
  t: T,
  types: readonly V[],
): { value: V | ''; label: string }[] {
  return [
    { value: '', label: t('register:form.typeNone') },
    ...types.map((value) => ({ value, label: typeWords(t, value) })),
  ]
}

/** A field's text, or null when it says nothing. */
export const lineOf = (typed: string) => (typed.trim() === '' ? null : typed.trim())
