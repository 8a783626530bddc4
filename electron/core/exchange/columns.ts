/** What stands in the columns of a table, and which of them have the family name first. Pure. */
import { nameParticle } from '#contract/name-particles.ts'
import type { ContactField } from '#contract/exchange.ts'

export const share = (values: readonly string[], test: (value: string) => boolean) =>
  values.length === 0 ? 0 : values.filter(test).length / values.length

export function columnValues(rows: readonly (readonly string[])[], column: number): string[] {
  return rows
    .slice(0, 200)
    .map((cells) => (cells[column] ?? '').trim())
    .filter((cell) => cell !== '')
}

const familyFirst = new RegExp(
  String.raw`^(?:${nameParticle} )*\p{Lu}[\p{L}'’-]*(?<more> \p{Lu}[\p{L}'’-]*)?, \p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’.-]*)*$`,
  'u',
)

/** "Ek, Anna" in nearly every cell. What stands behind a comma after whole names is something else about them. */
export function isReversed(values: readonly string[]): boolean {
  const read = values.map((value) => familyFirst.exec(value))
  const one = read.filter((match) => match !== null && match.groups?.['more'] === undefined)
  return values.length > 0 && share(values, (value) => familyFirst.test(value)) >= 0.8 && one.length * 2 > values.length
}

/** Columns of reversed names whose cells part the two with a comma: a cell without one has a name as it is said. */
export function reversedByComma(
  rows: readonly (readonly string[])[],
  fields: readonly ContactField[],
): ReadonlySet<number> {
  return new Set(
    fields.flatMap((field, column) =>
      field === 'nameReversed' && share(columnValues(rows, column), (value) => value.includes(',')) > 0.5
        ? [column]
        : [],
    ),
  )
}
