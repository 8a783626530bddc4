/** Names in the fields of a block: those present first, then the register; a few letters are enough for one of them. */
import { useState } from 'react'
import { fold } from '../../../commands/fuzzy.ts'
import { useRead } from '../../../transport/hooks.ts'
import type { View } from '../text/savers.ts'

export type KnownName = { name: string; personId: string | null }

/** Names of a meeting's participants. A name that two people bear stands for neither. */
export function participantNames(view: Pick<View, 'attendance'>): KnownName[] {
  return single(view.attendance.map(({ name, personId }) => ({ name, personId })))
}

function single(names: readonly { name: string; personId: string }[]): KnownName[] {
  const found = new Map<string, KnownName>()
  for (const { name, personId } of names) {
    const known = found.get(name)
    found.set(name, { name, personId: known === undefined || known.personId === personId ? personId : null })
  }
  return [...found.values()]
}

const wordsOf = (name: string) =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Whether a few letters may mean a name: beginnings of its words in their order, or its initials. */
function means(typed: string, name: string): boolean {
  const words = wordsOf(name)
  const asked = wordsOf(typed)
  if (asked.length === 0) return false
  const [only] = asked
  if (asked.length === 1 && only !== undefined && only.length > 1 && only === words.map((word) => word[0]).join(''))
    return true
  let at = 0
  return asked.every((part) => {
    const found = words.findIndex((word, index) => index >= at && word.startsWith(part))
    at = found + 1
    return found >= 0
  })
}

/** The one name that a few letters mean, first among `present`, then among `others`; what was typed when there is none, or more. */
export function completedName(typed: string, present: readonly string[], others: readonly string[]): string {
  for (const names of [present, others]) {
    if (names.includes(typed)) return typed
    const found = names.filter((name) => means(typed, name))
    const [only] = found
    if (found.length === 1 && only !== undefined) return only
    if (found.length > 1) return typed
  }
  return typed
}

/** What is offered for what is typed, and whom a name means. */
export function useNames(present: readonly KnownName[]) {
  const [typed, setTyped] = useState('')
  const { data } = useRead(
    'register.list',
    { kind: 'person', query: typed.slice(0, 200), limit: 20 },
    { enabled: typed.trim() !== '', keepPrevious: true },
  )
  const names = present.map(({ name }) => name)
  const others = single((data?.rows ?? []).map(({ id, name }) => ({ name, personId: id })))
  return {
    setTyped,
    names,
    all: [...new Set([...names, ...others.map(({ name }) => name)])],
    complete: (words: string) =>
      completedName(
        words,
        names,
        others.map(({ name }) => name),
      ),
    personOf: (name: string) =>
      (present.find((one) => one.name === name) ?? others.find((one) => one.name === name))?.personId ?? null,
  }
}
