/** People behind a label of their role: "Champions: NN, NN", "Sammankallande är NN". */
import type { Named, Place } from '#contract/reading.ts'
import { readAffiliations } from './affiliations.ts'
import type { Passage } from './passage.ts'
import { addPerson, addTenure, quoteAt } from './context.ts'
import type { Context } from './context.ts'
import { namedOf } from './named.ts'
import { hasTitle, roleOf } from './roles.ts'
import { readSpan } from './spans.ts'
import { pieceLabel, bodyAt } from './group-headings.ts'

const labelRoles: readonly (readonly [RegExp, string])[] = [
  [/champion/iu, 'champion'],
  [/^talesp|spokesp/iu, 'talesperson'],
  [/kontakt|contact/iu, 'kontaktperson'],
  [/sammankallande|conven/iu, 'sammankallande'],
  [/medlem|^(?:board )?members?$|ledam/iu, 'ledamot'],
  [/deltagare|participants/iu, 'deltagare'],
  [/talare|medverkande|speakers?/iu, 'talare'],
  [/^expert/iu, 'expert'],
  [/huvudsekreterare/iu, 'huvudsekreterare'],
  [/sekreterare|secretary/iu, 'sekreterare'],
]

/** Roles of a label: "Champions / talespersoner" is one, "Kontaktperson, sammankallande" two. */
export function labelledRoles(label: string): string[] {
  const parts = label.split(/, | \/ |\/| och | and | & /u).map((part) => part.trim())
  const roles = parts.map((part) => labelRoles.find(([pattern]) => pattern.test(part))?.[1] ?? seatOf(part))
  if (/champion/iu.test(label)) return ['champion']
  return [...new Set(roles)]
}

/** The role that a label's own word is, where no other word is used for it. */
function seatOf(label: string): string {
  const role = roleOf(label)
  return role === null || role === 'anställd' ? label.toLocaleLowerCase('sv') : role
}

const eventRoles = new Set(['talare', 'deltagare', 'moderator'])

function addListed(
  context: Context,
  passage: Passage,
  at: { person: number; end: number },
  roles: readonly string[],
  body: Named | null,
  place: Place,
): void {
  const person = passage.people[at.person]
  if (person === undefined) return
  const who = namedOf(person)
  addPerson(context, who, place)
  const seats = roles.filter((role) => !eventRoles.has(role))
  // Days on a line of a list are those of the seat that the list is of.
  const days = body === null ? null : readSpan(passage.text, context.publication)
  const dated = days === null ? {} : { span: days }
  for (const role of seats) addTenure(context, { person: who, role, body, ...dated }, place)
  const left = /^\p{Lu}\p{L}+ $/u.exec(passage.text.slice(Math.max(0, person.start - 20), person.start))
  if (left !== null && hasTitle(left[0].trim())) addTenure(context, { person: who, title: left[0].trim() }, place)
  for (const one of readAffiliations(passage, person.end, at.end, true)) {
    if (one.title === null && one.organisation === null && one.body === null) continue
    if (one.seat !== undefined && body !== null)
      addTenure(context, { person: who, title: one.seat, body, ...dated }, place)
    const seat = one.title === null ? null : roleOf(one.title)
    const inBody =
      body !== null && one.organisation === null && one.body === null && seat !== null && seat !== 'anställd'
    addTenure(context, inBody ? { person: who, title: one.title, body, ...dated } : { person: who, ...one }, place)
  }
}

/** "Sammankallande och kontaktperson är NN, X": a label that is a sentence. */
const labelSentence =
  /^(?<label>(?:champions?|talespersoner|talesperson|kontaktperson(?:er)?|sammankallande)(?: (?:och|samt|\/) (?:kontaktperson(?:er)?|sammankallande|talesperson(?:er)?))*)(?: för (?:arbets)?gruppen)? är (?<rest>\p{Lu}.+)$/iu

/** True for the words of such a label, which name seats in a group and no work. */
export const isSeatLabel = (words: string): boolean => labelSentence.test(`${words} är X.`)

export function readLabels(context: Context, byHeading: ReadonlyMap<Passage, Named>, seated: Set<Passage>): void {
  context.passages.forEach((passage, index) => {
    const label = pieceLabel(passage) ?? (passage.people.length > 0 ? labelSentence.exec(passage.text) : null)
    if (label === null) return
    const roles = labelledRoles(label.groups?.['label'] ?? '')
    const body = bodyAt(passage, byHeading, context) ?? passage.bodies[0] ?? null
    const named = body === null ? null : { name: body.name, asWritten: body.asWritten }
    const restAt = passage.text.length - (label.groups?.['rest'] ?? '').length
    passage.people.forEach((person, at) => {
      if (person.start < restAt) return
      const next = passage.people[at + 1]
      addListed(
        context,
        passage,
        { person: at, end: next?.start ?? passage.text.length },
        roles,
        named,
        passage.text.length < 500 ? passage.place() : quoteAt(passage, person.start, next?.start ?? person.end),
      )
    })
    if ((label.groups?.['rest'] ?? '') !== '') return
    for (const below of context.passages.slice(index + 1, index + 40)) {
      const [person] = below.people
      if (
        below.kind === 'heading' ||
        pieceLabel(below) !== null ||
        (below.apart && below.index > index + 1 && person === undefined)
      )
        return
      if (person === undefined && below.text.length < 60 && /@|\d{3}/u.test(below.text)) continue
      if (person === undefined || person.start > 25) return
      seated.add(below)
      addListed(context, below, { person: 0, end: below.text.length }, roles, named, below.place())
    }
  })
}
