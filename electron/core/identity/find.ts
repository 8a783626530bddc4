/** Entries whose names are like a given one. */
import type { Output, Parsed } from '#contract/methods.ts'
import type { ReadableDb } from '#db/connection.ts'
import { knownNames } from '#core/register/known.ts'
import { matchNames } from '#core/register/matching.ts'
import { judgeBodies, judgeOrganisations } from './judge-organisation.ts'
import { judgeNames } from './judge-person.ts'

export function findLike(
  db: ReadableDb,
  { kind, name, organisation, except }: Parsed<'identity.find'>,
): Output<'identity.find'>['found'] {
  const [match] = matchNames([{ name, organisation }], knownNames(db, kind), kind)
  return (match?.candidates ?? [])
    .filter(({ id }) => id !== except)
    .map((one) => {
      const [a, b] = [name, one.name].map((text) => ({ name: text, type: null, parentId: null }))
      const found =
        a === undefined || b === undefined
          ? null
          : kind === 'person'
            ? judgeNames(a.name, b.name)
            : kind === 'organisation'
              ? judgeOrganisations(a, b)
              : judgeBodies(a, b)
      return { ...one, reasons: found?.reasons ?? [] }
    })
}
