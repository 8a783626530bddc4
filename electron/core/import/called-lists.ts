/** Lists of those who were called, beside one of who came or stayed away: everybody is one person. */
import type { ProposedParticipant } from '#contract/proposal.ts'
import { nameWords } from './names.ts'

/** "Kallade", "Inkallade", "Called", "Invited": whom the summons went to. */
export function isCalled(title: string): boolean {
  return /^(?:(?:in)?kallade|inbjudna|called|invited)(?: (?:ledamöter|deltagare|personer|till mötet|to attend))?$/iu.test(
    title.trim(),
  )
}

interface Lists {
  participants: ProposedParticipant[]
  personLines: Map<number, number>
  called: ReadonlySet<ProposedParticipant>
  stated: ReadonlySet<ProposedParticipant>
}

/**
 * Gives those who were called the presence that another list says of the same name, and takes that second mention away.
 * Where a list says who was there, whoever was called and is on no such list was not.
 */
export function settleCalled(lists: Lists): void {
  const { participants, personLines, called, stated } = lists
  const key = ({ name }: ProposedParticipant): string => nameWords(name).join(' ')
  const byName = new Map<string, ProposedParticipant[]>()
  for (const person of called) byName.set(key(person), [...(byName.get(key(person)) ?? []), person])
  const same = new Map<ProposedParticipant, ProposedParticipant>()
  for (const person of stated) {
    const [own, ...others] = byName.get(key(person)) ?? []
    if (own !== undefined && others.length === 0) same.set(person, own)
  }
  if (same.size === 0) return
  const met = new Set(same.values())
  for (const [mention, own] of same) {
    own.status = mention.status
    own.capacity ??= mention.capacity
    own.organisation ??= mention.organisation
    own.items ??= mention.items
    if (own.mode === 'unknown') own.mode = mention.mode
  }
  if ([...same.keys()].some(({ status }) => status === 'present'))
    for (const person of called) if (!met.has(person) && person.status === 'present') person.status = 'absent'
  const people = [...participants]
  participants.splice(0, participants.length, ...people.filter((person) => !same.has(person)))
  for (const [line, at] of personLines) {
    const person = people[at]
    if (person !== undefined) personLines.set(line, participants.indexOf(same.get(person) ?? person))
  }
}
