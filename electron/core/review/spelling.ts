/** One spelling for each person: names in text and list against the name the register shows. */
import { nameParticle } from '#contract/name-particles.ts'
import { plainApostrophes } from '#contract/typography.ts'
import { keystrokes } from '#core/identity/words.ts'
import { nameWords, splitHonorific } from '#core/import/names.ts'
import { raise, within, type Passage, type Raised, type ReviewInput } from './passages.ts'

const word = "\\p{Lu}[\\p{L}’'-]*\\p{L}"
const run = new RegExp(`(?<![\\p{L}-])${word}(?: (?:${nameParticle} )?${word}){1,4}`, 'gu')

/** Letters that are joined once hyphens, spaces, commas and marks are forgotten. */
const joined = (name: string) => nameWords(name).join('')

type Person = { shown: string; key: string; words: readonly string[] }

/** One or two slips in a long name, or another way to join its parts; never another name of the same shape. */
function isVariant(written: string, person: Person): boolean {
  // A title in front is no part of the name.
  if (splitHonorific(written).title !== null) return false
  const own = nameWords(written)
  const key = own.join('')
  if (key === person.key) return true
  if (own.length !== person.words.length || Math.min(key.length, person.key.length) < 8) return false
  let slips = 0
  for (const [place, part] of own.entries()) {
    const other = person.words[place] ?? ''
    const apart = part === other ? 0 : keystrokes(part, other)
    if (apart > 1 || (apart === 1 && Math.min(part.length, other.length) < 4)) return false
    slips += apart
  }
  return slips === 1
}

function everybody({ view, known }: ReviewInput): Person[] {
  const rows = [
    ...view.attendance.map(({ personId, name }) => known.shown.get(personId) ?? name),
    ...view.officers.map(({ personId, name }) => (personId === null ? name : (known.shown.get(personId) ?? name))),
  ]
  return [...new Set(rows)].map((shown) => ({ shown, key: joined(shown), words: nameWords(shown) }))
}

/** Drawers of people by the first two letters of each word, so that a long list stays quick to ask. */
function drawersOf(people: readonly Person[]): (written: string) => Iterable<Person> {
  const drawers = new Map<string, Set<Person>>()
  const keys = (words: readonly string[]) => words.map((part) => part.slice(0, 2))
  for (const person of people)
    for (const key of keys(person.words)) drawers.set(key, (drawers.get(key) ?? new Set()).add(person))
  return (written) => new Set(keys(nameWords(written)).flatMap((key) => [...(drawers.get(key) ?? [])]))
}

/** A capitalised run's own parts: a role may stand before the name, a further word after it. */
function* readings(text: string): Iterable<{ at: number; name: string }> {
  const parts = text.split(' ')
  for (let size = parts.length; size >= 2; size -= 1)
    for (let first = 0; first + size <= parts.length; first += 1)
      yield {
        at: parts.slice(0, first).reduce((sum, part) => sum + part.length + 1, 0),
        name: parts.slice(first, first + size).join(' '),
      }
}

function inPassage(
  passage: Passage,
  people: (written: string) => Iterable<Person>,
  exact: ReadonlySet<string>,
): Raised[] {
  const found: Raised[] = []
  for (const match of passage.text.matchAll(run)) {
    if (within(passage.foreign, match.index)) continue
    const all = [...readings(match[0])]
    if (
      all.some(
        ({ name }) => exact.has(plainApostrophes(name)) || exact.has(plainApostrophes(name.replace(/['’]?s$/u, ''))),
      )
    )
      continue
    for (const { at, name } of all) {
      const bare = /[^s]s$/u.test(name) ? [name, name.slice(0, -1)] : [name]
      const hit = bare
        .flatMap((written) => [...people(written)].map((person) => ({ written, person })))
        .find(({ written, person }) => isVariant(written, person))
      if (hit === undefined) continue
      const from = match.index + at
      const range = { from, to: from + hit.written.length }
      found.push(raise('name-variant', passage, range, { kind: 'words', text: hit.person.shown }))
      break
    }
  }
  return found
}

function inList({ view, known }: ReviewInput): Raised[] {
  return view.attendance.flatMap((row): Raised[] => {
    const shown = known.shown.get(row.personId)
    if (shown === undefined || plainApostrophes(shown) === plainApostrophes(row.name)) return []
    const proposal = { kind: 'name', text: shown } as const
    return [{ code: 'list-variant', passage: null, attendanceId: row.id, from: 0, to: 0, words: row.name, proposal }]
  })
}

export function spelling(input: ReviewInput): Raised[] {
  const all = everybody(input)
  const exact = new Set([...all.map(({ shown }) => shown), ...input.known.people].map(plainApostrophes))
  const people = drawersOf(all)
  return [...inList(input), ...input.passages.flatMap((passage) => inPassage(passage, people, exact))]
}
