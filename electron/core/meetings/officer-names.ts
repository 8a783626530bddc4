/** Who of a meeting's officers are one and the same. */

type Holder = { name: string; personId: string | null }

/** A name as it is compared: letters of any case, with one space between words. */
export function nameCompared(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('sv')
}

/** By the register where it knows both, else by name. */
export function isSameHolder(one: Holder, other: Holder): boolean {
  if (one.personId !== null && other.personId !== null) return one.personId === other.personId
  return nameCompared(one.name) === nameCompared(other.name)
}
