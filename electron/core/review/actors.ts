/** Who acts in the text, or in a block of it, and is not in the list. */
import { findUnlisted } from '#core/import/actors.ts'
import { sameName } from '#core/import/names.ts'
import { raise, tells, type Passage, type Raised, type ReviewInput } from './passages.ts'

function guest(name: string, capacity: string | null, organisation: string | null) {
  return { kind: 'guest', name, capacity, organisation } as const
}

/** People whom blocks name in fields of their own: who presented, moved, voted, dissented. */
function inBlocks({ view, passages }: ReviewInput, listed: readonly string[]): Raised[] {
  const ids = new Set(view.attendance.map(({ personId }) => personId))
  return passages.flatMap((passage) =>
    passage.paragraph.people
      .filter(({ personId, name }) => (personId === null || !ids.has(personId)) && name.trim() !== '')
      .filter(({ name }) => !listed.some((one) => sameName(name, one)))
      .map(({ name }) => {
        const at = passage.text.indexOf(name)
        const place = at < 0 ? { from: 0, to: 0 } : { from: at, to: at + name.length }
        return { ...raise('actor-not-listed', passage, place, guest(name, null, null)), words: name }
      }),
  )
}

/** Each actor once, at the first place. Silent while nobody is listed: then nobody is missing. */
export function actors(input: ReviewInput): Raised[] {
  const { view, passages, known } = input
  if (view.attendance.length === 0) return []
  const listed = [...view.attendance, ...view.officers].map(({ name }) => name)
  const told = passages.filter(tells)
  const found = findUnlisted(
    told.map(({ text }, index) => ({ text, line: 0, item: index, lineAt: (at) => ({ line: at, quote: '' }) })),
    listed.map((name) => ({ name })),
    known.things,
  ).flatMap(({ name, capacity, organisation, item, line }): Raised[] => {
    const passage: Passage | undefined = item === null ? undefined : told[item]
    if (passage === undefined) return []
    return [
      raise('actor-not-listed', passage, { from: line, to: line + name.length }, guest(name, capacity, organisation)),
    ]
  })
  const names = found.map(({ words }) => words)
  return [...found, ...inBlocks(input, [...listed, ...names])]
}
