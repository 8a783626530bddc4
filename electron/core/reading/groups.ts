/** Groups with their people and challenges, read from headings, labels and lists. */
import type { Named, Place } from '#contract/reading.ts'
import { countOf, severalWord } from '#core/import/count-words.ts'
import { readAffiliations } from './affiliations.ts'
import { isRoleLine, loneName, personLabel } from './annotate.ts'
import type { Passage } from './passage.ts'
import { bodyKey, bodyTypeOf } from './body-names.ts'
import { addBody, addPerson, addTenure, bodyName, quoteAt } from './context.ts'
import type { Context } from './context.ts'
import { namedOf } from './named.ts'
import { hasTitle, roleOf } from './roles.ts'
import { readSpan } from './spans.ts'

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

const pieceLabel = (piece: Passage): RegExpExecArray | null =>
  personLabel.exec(piece.text) ?? (isRoleLine(piece.text) ? personLabel.exec(`${piece.text}:`) : null)

/** The headings that are the names of bodies, with what stands under them. */
function sectionsOf(context: Context): Section[] {
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
function underGroups(context: Context, heading: Passage): boolean {
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
function mandateOf(pieces: readonly Passage[]): string | null {
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

export function readGroups(context: Context): void {
  const sections = sectionsOf(context)
  const parent = groupParent(context)
  const byHeading = new Map<Passage, Named>()
  for (const { heading, body, pieces } of sections) {
    const own =
      pieces.some((one) => /^(?:Arbetsgruppen|The working group)/u.test(one.text)) || underGroups(context, heading)
    const type = bodyTypeOf(body.name) ?? (own ? 'arbetsgrupp' : null)
    if (!context.bodyNames.has(bodyKey(body.name, bodyTypeOf(body.name))))
      context.bodyNames.set(bodyKey(body.name, bodyTypeOf(body.name)), body.name)
    addBody(context, body, heading.place(), {
      type,
      mandate: mandateOf(pieces),
      parent: type === 'arbetsgrupp' ? parent : null,
    })
    byHeading.set(heading, body)
    const labelled = pieces.some((one) => pieceLabel(one) !== null)
    if (type === 'arbetsgrupp' && labelled) readChallenges(context, body, pieces)
    readFocus(context, body, pieces)
  }
  const { seated } = context
  readLabels(context, byHeading, seated)
  readMemberLines(context, byHeading, seated)
  readMemberSentences(context, byHeading)
  readSizes(context)
  readListedGroups(context, parent)
}

/** "I samverkansgrupperna formeras även arbetsgrupper": the advisory group above the working groups. */
function groupParent(context: Context): Named | null {
  for (const passage of context.passages) {
    const match =
      /(?:i|inom|under) (samverkansgrupp|samverkansprogram)(?:erna|en|met|men)?(?: \p{L}+){0,3} (?:formeras|finns|bildas|skapas)(?: även)? (?:\p{L}+ )?arbetsgrupper/iu.exec(
        passage.text,
      )
    if (match === null) continue
    const type = match[1]?.toLowerCase() === 'samverkansgrupp' ? 'samverkansgrupp' : 'program'
    const body = context.passages.flatMap((one) => one.bodies).find((one) => one.type === type)
    if (body !== undefined) return bodyName(context, body)
  }
  return null
}

/** The list under a group: what it has taken on. */
function readChallenges(context: Context, body: Named, pieces: readonly Passage[]): void {
  for (const piece of pieces) {
    if (piece.kind !== 'bullet' || piece.people.length > 0) continue
    context.collector.add<'theme'>({
      kind: 'theme',
      type: 'challenge',
      code: null,
      title: piece.text.replace(/[.;,]$/u, ''),
      parent: null,
      body,
      places: [piece.place()],
    })
  }
}

const focus =
  /(?:fokusera\p{L}*|inrikta\p{L}*|arbetar|arbete|focus\p{L}*|works)\s[^.;]{0,60}?(?<![\p{L}])(?:på|med|on|mot) (?:målsättning|mål|delmål|objective|goal) (?<code>\d+\.\d+)(?:[^:.]{0,50}: (?<title>[^.;]{3,120}))?/iu

function readFocus(context: Context, body: Named, pieces: readonly Passage[]): void {
  for (const piece of pieces) {
    for (const sentence of piece.sentences) {
      const match = focus.exec(sentence.text)
      if (match === null) continue
      const theme = { code: match.groups?.['code'] ?? null, title: match.groups?.['title']?.trim() ?? null }
      context.collector.add<'focus'>({
        kind: 'focus',
        body,
        theme,
        places: [piece.place(sentence.start, sentence.end)],
      })
    }
  }
}

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

/** The body that a passage belongs to, when its heading or the one above is one. */
function bodyAt(passage: Passage, byHeading: ReadonlyMap<Passage, Named>, context: Context): Named | null {
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

function readLabels(context: Context, byHeading: ReadonlyMap<Passage, Named>, seated: Set<Passage>): void {
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

/** True when at least two lines under the heading are people. */
function inList(context: Context, passage: Passage, known: Map<Passage, boolean>): boolean {
  const { heading } = passage
  if (heading === null) return false
  const answer = known.get(heading)
  if (answer !== undefined) return answer
  const lines = (context.under.get(heading) ?? []).filter(
    (one) => (one.people[0]?.start ?? 99) <= 25 && one.text.length <= 170,
  )
  known.set(heading, lines.length >= 2)
  return lines.length >= 2
}

/** "NN (sammankallande), NN och NN" on one line under a body's heading. */
function readMemberRun(context: Context, passage: Passage, body: Named): void {
  passage.people.forEach((person, at) => {
    const end = passage.people[at + 1]?.start ?? passage.text.length
    const [own] = readAffiliations(passage, person.end, end, true)
    const seat = own?.title === null || own === undefined ? null : roleOf(own.title)
    const role = seat !== null && seatRole.test(seat) ? seat : 'ledamot'
    addTenure(
      context,
      { person: namedOf(person), role, title: seat === role ? (own?.title ?? null) : null, body },
      passage.place(),
    )
  })
}

const memberSentence =
  /^(?:(?:Övriga )?(?:Ledamöter|Medlemmar)(?: i \p{L}+)? är|I (?<body>\p{L}+) (?:sitter|ingår)|(?:Other )?[Mm]embers (?:are|include))(?![\p{L}])/u

/** "Members are NN (X), NN (Y) and NN." in the text of a body. */
function readMemberSentences(context: Context, byHeading: ReadonlyMap<Passage, Named>): void {
  for (const passage of context.passages) {
    for (const sentence of passage.sentences) {
      const match = memberSentence.exec(sentence.text)
      if (match === null) continue
      const called = match.groups?.['body']
      const heading = passage.heading === null ? undefined : byHeading.get(passage.heading)
      const known = called === undefined ? undefined : context.bodyNames.get(bodyKey(called, bodyTypeOf(called)))
      const body = known === undefined ? heading : { name: known, asWritten: called ?? known }
      if (body === undefined) continue
      const people = passage.people.filter((one) => one.start >= sentence.start && one.end <= sentence.end)
      const place = passage.place(sentence.start, sentence.end)
      people.forEach((person, at) => {
        addTenure(context, { person: namedOf(person), role: 'ledamot', body }, place)
        for (const one of readAffiliations(passage, person.end, people[at + 1]?.start ?? sentence.end, true))
          if (one.organisation !== null || one.title !== null)
            addTenure(context, { person: namedOf(person), ...one }, place)
      })
    }
  }
}

const seatRole = /ordförande|ledamot|ersättare|kassör|sekreterare|sammankallande|revisor/u

/** Lines "Namn, titel, organisation" under the heading of a board, a council or a group. */
function readMemberLines(context: Context, byHeading: ReadonlyMap<Passage, Named>, seated: Set<Passage>): void {
  const lists = new Map<Passage, boolean>()
  for (const passage of context.passages) {
    const [person] = passage.people
    if (seated.has(passage) || passage.kind === 'heading' || person === undefined || person.start > 25) continue
    if (passage.people.length > 1) {
      const run = passage.heading === null ? undefined : byHeading.get(passage.heading)
      const outside = passage.people.reduce((left, one) => left - (one.end - one.start), passage.text.length)
      if (
        run !== undefined &&
        pieceLabel(passage) === null &&
        outside < passage.text.length * 0.6 &&
        bodyTypeOf(run.name) !== 'kontor'
      )
        readMemberRun(context, passage, run)
      continue
    }
    if (
      passage.text.length > 170 ||
      pieceLabel(passage) !== null ||
      (loneName(passage) === false && !/^(?:,| –| -| \(|:| \||\.?$)/u.test(passage.text.slice(person.end)))
    )
      continue
    const body = bodyAt(passage, byHeading, context)
    if (body === null || bodyTypeOf(body.name) === 'kontor' || passage.heading === null) continue
    if (!inList(context, passage, lists)) continue
    const affiliations = readAffiliations(passage, person.end, passage.text.length, true)
    const seat = affiliations
      .map((one) => (one.seat === undefined ? one : { ...one, title: one.seat }))
      .map((one) => (one.title === null ? null : { role: roleOf(one.title), one }))
      .find(
        (one) =>
          one !== null &&
          one.role !== null &&
          /ordförande|ledamot|ersättare|kassör|sekreterare|sammankallande|revisor/u.test(one.role),
      )
    const headed = /suppleant|ersättare|alternates/iu.test(passage.heading.text) ? 'ersättare' : 'ledamot'
    const who = namedOf(person)
    const days = readSpan(passage.text, context.publication)
    seated.add(passage)
    addTenure(
      context,
      {
        person: who,
        role: seat?.role ?? headed,
        title: seat?.one.title ?? null,
        body,
        ...(days === null ? {} : { span: days }),
      },
      passage.place(),
    )
  }
}

const sizes = new RegExp(
  String.raw`(?:varje |each )?(?<kind>samverkansgrupp\p{L}*|arbetsgrupp\p{L}*|rådet|råd|styrelsen|nämnden|gruppen|council|board|committee|group)(?: \p{L}+){0,3} (?:har|består av|består idag av|omfattar|has|consists of|is made up of) (?<size>(?:omkring |cirka |ca |runt |ungefär |about |around |some )?(?:\d{1,3}|${severalWord})) (?:ordinarie |externa )?(?:ledamöter|medlemmar|personer|members)`,
  'iu',
)

/** "Varje samverkansgrupp har omkring 20 ledamöter": how large such a body is. */
function readSizes(context: Context): void {
  const bodies = context.collector.ofKind('body')
  for (const passage of context.passages) {
    const match = sizes.exec(passage.text)
    if (match === null) continue
    const kind = bodyTypeOf(match.groups?.['kind'] ?? '')
    const candidates = bodies.filter((one) => one.type === kind && kind !== null)
    const near = passage.bodies.find((one) => one.type === kind)
    const body =
      near === undefined
        ? candidates.length === 1
          ? candidates[0]
          : undefined
        : candidates.find((one) => one.who.name === bodyName(context, near).name)
    if (body === undefined) continue
    body.targetSize ??= match.groups?.['size'] ?? null
    const place = quoteAt(passage, match.index, match.index + match[0].length)
    if (!body.places.some((one) => one.from === place.from && one.quote === place.quote)) body.places.push(place)
  }
}

const countedGroups = new RegExp(
  String.raw`(?<![\p{L}\d])(?<count>${severalWord}|\d{1,2}) (?:\p{L}+ ){0,2}(?<what>arbetsgrupper|samverkansprogram(?:men)?|delgrupper|working groups|programmes)(?![\p{L}])`,
  'iu',
)

/** "… skapades fyra arbetsgrupper …" with a list, and lists of programmes. */
function readListedGroups(context: Context, parent: Named | null): void {
  for (const passage of context.passages) {
    const match = countedGroups.exec(passage.text)
    if (match === null) continue
    const size = countOf(match.groups?.['count'] ?? '')
    const list: Passage[] = []
    for (const next of context.passages.slice(passage.index + 1, passage.index + 40)) {
      if (
        (next.kind !== 'bullet' && !(next.kind === 'heading' && list.length > 0 && next.indent === list[0]?.indent)) ||
        list.length >= size
      )
        break
      list.push(next)
    }
    if (list.length !== size || list.some((one) => one.text.length > 90)) continue
    const program = /program/iu.test(match.groups?.['what'] ?? '')
    const above = program
      ? null
      : (passage.bodies.find((one) => one.type === 'program' || one.type === 'samverkansgrupp') ??
        passage.heading?.bodies[0])
    for (const one of list) {
      const title = one.text.replace(/[.,;]$/u, '')
      const type = program ? 'program' : 'arbetsgrupp'
      const name = context.bodyNames.get(bodyKey(title, type)) ?? title
      addBody(context, { name, asWritten: title }, one.place(), {
        type,
        parent: program ? null : above === undefined || above === null ? parent : bodyName(context, above),
      })
    }
  }
}
