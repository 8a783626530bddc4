/** The headings that are the names of bodies, with what stands under them. */
import type { Named } from '#contract/reading.ts'
import { isRoleLine, personLabel } from './annotate.ts'
import type { Passage } from './passage.ts'
import { bodyKey, bodyTypeOf } from './body-names.ts'
import { bodyName } from './context.ts'
import type { Context } from './context.ts'

const actsAsGroup =
  /^(?:Arbetsgruppen|Delgruppen|Gruppen|Expertgruppen|Referensgruppen|Styrgruppen|Projektgruppen|Fokusgruppen|Rådet|Nämnden|Utskottet|Kommittén|Samverkansgruppen|The (?:working |expert |steering )?group|The committee|The council|The task force)(?![\p{L}])/u
const listOfGroups =
  /(?<![\p{L}])(?:arbetsgrupper|delgrupper|expertgrupper|working groups|task forces|kommittéer|committees|utskott)(?![\p{L}])/iu
/** Headings over lists of people that name no body themselves. */
const generic =
  /^(?:kontakt(?:er|a oss|uppgifter)?|ledamöter(?:na)?|(?:styrelse)?medlemmar|övriga ledamöter|suppleanter|ersättare|deltagare|medverkande|talare|medarbetare|personal|vi som arbetar här|våra medarbetare|om oss|team|our team|staff|people|members|speakers|contact(?: us)?|contacts|who we are|fakta|program|revisorer|ordförande|sekretariat|kansli|organisation|om .*|ledamöter i .*|members of .*|mer information|läs mer|aktuellt|nyheter)$/iu

/** Those who speak for a group, on one line with their names. */
const spokesperson = /^(?:champions?|talespers\p{L}+|sammankallande|convenors?|conveners?)(?![\p{L}])/iu

interface Section {
  heading: Passage
  body: Named
  pieces: readonly Passage[]
}

export const pieceLabel = (piece: Passage): RegExpExecArray | null =>
  personLabel.exec(piece.text) ?? (isRoleLine(piece.text) ? personLabel.exec(`${piece.text}:`) : null)

/** The headings that are the names of bodies, with what stands under them. */
export function sectionsOf(context: Context): Section[] {
  const sections: Section[] = []
  for (const heading of context.passages) {
    if (heading.kind !== 'heading' || generic.test(heading.text) || heading.text.length > 90) continue
    const pieces = context.under.get(heading) ?? []
    const type = bodyTypeOf(heading.text)
    const whole = heading.bodies.find((one) => one.end - one.start >= heading.text.length - 2)
    const groupText = pieces.some((one) => actsAsGroup.test(one.text))
    const lists = pieces.some((one) => (pieceLabel(one)?.groups?.['rest'] ?? '') !== '' && one.people.length > 0)
    const people = pieces.filter((one) => (one.people[0]?.start ?? 99) <= 12 && one.text.length < 140).length
    const seats = rolesBelow(context, heading)
    const named =
      whole !== undefined ||
      (type !== null && (people > 0 || lists || seats || speaksOf(pieces, heading.text)) && !/[:?]/u.test(heading.text))
    const spokenFor = pieces.some((one) => one.people.length > 0 && spokesperson.test(one.text))
    if (!named && !(groupText && lists) && !((groupText || spokenFor) && underGroups(context, heading))) continue
    const body = whole === undefined ? headingName(context, heading.text) : bodyName(context, whole)
    sections.push({ heading, body, pieces })
  }
  return sections
}

/** "Vårt patientråd" is the "Patientrådet" of the text around it. */
function headingName(context: Context, text: string): Named {
  const plain = text.replace(/^(?:vårt|vår|våra|our|the) /iu, '')
  for (const name of [plain, `${plain}et`, `${plain}en`, `${plain}n`]) {
    const known = context.bodyNames.get(bodyKey(name, bodyTypeOf(name)))
    if (known !== undefined) return { name: known, asWritten: text }
  }
  return { name: plain.charAt(0).toLocaleUpperCase('sv') + plain.slice(1), asWritten: text }
}

/** True when role headings with names follow: "Ordförande", "Ledamöter" under "Styrelsen". */
function rolesBelow(context: Context, heading: Passage): boolean {
  for (let index = heading.index + 1; index < heading.index + 12; index += 1) {
    const one = context.passages[index]
    if (one === undefined || (one.kind === 'heading' && !isRoleLine(one.text))) return false
    if (isRoleLine(one.text)) return (context.passages[index + 1]?.people.length ?? 0) > 0
  }
  return false
}

/** True when what follows is about the body that the heading names. */
function speaksOf(pieces: readonly Passage[], title: string): boolean {
  const lower = title.toLocaleLowerCase('sv')
  return pieces.some((one) => one.text.toLocaleLowerCase('sv').replace(/^the /u, '').startsWith(lower))
}

/** True when the headings above speak of working groups in the plural. */
export function underGroups(context: Context, heading: Passage): boolean {
  let left = 6
  for (let index = heading.index - 1; index >= 0 && left > 0; index -= 1) {
    const one = context.passages[index]
    if (one?.kind !== 'heading') continue
    if (listOfGroups.test(one.text)) return true
    left -= 1
  }
  return false
}

/** The words of a group about what it is to do. */
export function mandateOf(pieces: readonly Passage[]): string | null {
  for (const piece of pieces) {
    const sentence = piece.sentences.find((one) =>
      /(?<![\p{L}])(?:ska|skall|syftar till|har (?:till|i) uppgift|har till uppdrag|har i uppdrag|uppdrag är|fokusera|identifierar|arbetar för att|arbetar med|shall|aims to|is tasked|responsible for|advises)(?![\p{L}])/u.test(
        one.text,
      ),
    )
    if (sentence !== undefined && actsAsGroup.test(sentence.text)) return sentence.text
  }
  return null
}

/** The body that a passage belongs to, when its heading or the one above is one. */
export function bodyAt(passage: Passage, byHeading: ReadonlyMap<Passage, Named>, context: Context): Named | null {
  for (const heading of [passage.heading, passage.above]) {
    const body = heading === null ? undefined : byHeading.get(heading)
    if (body !== undefined) return body
  }
  if (passage.heading === null) return null
  if (!generic.test(passage.heading.text)) return null
  if (/^(?:kontakt|contact)/iu.test(passage.heading.text)) return null
  for (let index = passage.heading.index - 1; index >= 0; index -= 1) {
    const one = context.passages[index]
    if (one?.kind === 'heading' && !generic.test(one.text)) return byHeading.get(one) ?? null
  }
  return null
}
