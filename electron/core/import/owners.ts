/** Whom an action's owner as written means among those listed. */
import { couldBeName } from './names.ts'
import { hasRoleWord } from './roles.ts'

/**
 * "Utbildningschefen Sara Vik", "Sara Vik (M)": the listed person's name alone, when exactly one is named so with
 * nothing but a role before and a bracket behind. Else the words as they are.
 */
export function ownerAmong(owner: string, people: readonly { name: string }[]): string {
  const bare = owner.replace(/\s*\([^()]*\)$/u, '')
  const named = new Set(people.map(({ name }) => name).filter((name) => name.includes(' ') && endsWithName(bare, name)))
  const [name] = named
  return named.size === 1 && name !== undefined ? name : owner
}

function endsWithName(owner: string, name: string): boolean {
  if (owner === name) return true
  if (!owner.endsWith(` ${name}`)) return false
  const before = owner.slice(0, -name.length).trim()
  // "Barbro Sara Vik" is another person, "Kansliet och Sara Vik" are two.
  const role = before.toLocaleLowerCase('sv')
  return (
    hasRoleWord(role) &&
    !/(?:^| )(?:och|samt|and|&)(?: |$)|,/u.test(before) &&
    !(couldBeName(before) && before.includes(' '))
  )
}
