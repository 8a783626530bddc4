/** Who holds which title or role, in running text and beside a name in a list. */
import type { Named, Span } from '#contract/reading.ts'
import { readAffiliations } from './affiliations.ts'
import { isRoleLine, loneName, personLabel } from './annotate.ts'
import type { Passage, Sentence } from './passage.ts'
import { bodyKey, bodyTypeOf } from './body-names.ts'
import { addBody, addOrganisation, addPerson, addTenure, bodyName, quoteAt } from './context.ts'
import type { Context } from './context.ts'
import { namedOf } from './named.ts'
import type { PersonMention } from './people.ts'
import { hasTitle } from './roles.ts'
import { readSpan } from './spans.ts'
import { titleBefore, labelBefore, seatBefore, appoints, titlesAfter, isListLine } from './titles-beside.ts'

const takesOffice =
  /^(?:Hon|Han|She|He|\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?) (?:tillträder|börjar|takes (?:up|office))(?!\p{L})/u

/** "… utsett NN till generaldirektör. Hon tillträder den 1 juni 2023.": the day stands in the next sentence. */
function takenUp(context: Context, passage: Passage, sentence: Sentence, person: PersonMention): Span | null {
  const next = passage.sentences.find((one) => one.start >= sentence.end)
  const opens = next === undefined ? null : takesOffice.exec(next.text)
  if (next === undefined || opens === null) return null
  const others = passage.people.some(
    (one) => one.start >= next.start && one.end <= next.end && one.name !== person.name,
  )
  const [subject = ''] = opens[0].split(/ (?:tillträder|börjar|takes)/u)
  const means = /^(?:Hon|Han|She|He)$/u.test(subject) || person.name.endsWith(subject)
  return others || !means ? null : readSpan(next.text, context.publication)
}

const photoLabel = /(?:foto|fotograf|photo(?:graph(?:er)?)?(?: by)?|bild)(?:graf)?:? $/iu

export function readTenures(context: Context): void {
  context.passages.forEach((passage, index) => {
    const [first] = passage.people
    if (personLabel.test(passage.text)) return
    for (const person of passage.people) readOne(context, passage, person)
    readPronoun(context, passage)
    readLed(context, passage)
    readCaption(context, passage)
    if (first !== undefined && first.start <= 12) readAbove(context, passage)
    if (
      loneName(passage) ||
      (first !== undefined && passage.text.length < 90 && isListLine(passage, first) && !/[.!?]$/u.test(passage.text))
    )
      readBelow(context, passage, context.passages.slice(index + 1, index + 3))
  })
}

function readOne(context: Context, passage: Passage, person: PersonMention): void {
  const who: Named = namedOf(person)
  const place = quoteAt(passage, person.start, person.end)
  addPerson(context, who, place)
  if (photoLabel.test(passage.text.slice(0, person.start))) {
    const next = passage.people.find((one) => one.start > person.start)
    const [where] = readAffiliations(passage, person.end, next?.start ?? passage.text.length, true)
    const plain = passage.text.slice(person.end)
    const organisation = /^(?:,| \||\/| \/)/u.test(plain) ? (where?.organisation ?? null) : null
    addTenure(context, { person: who, role: 'fotograf', organisation }, place)
    return
  }
  const sentence = passage.sentences.find((one) => one.start <= person.start && one.end >= person.end)
  const listed = isListLine(passage, person) || passage.text.startsWith(' | ', person.end)
  const before = titleBefore(passage, sentence, person) ?? labelBefore(passage, person)
  const after = titlesAfter(passage, person, listed)
  const seat = seatBefore(passage, person)
  if (seat !== null) addTenure(context, { person: who, ...seat }, place)
  const all = [...(before === null ? [] : [before]), ...after]
  const [one] = after
  // "professor Anna Ek vid Lunds universitet": the title before, its place after.
  const joined =
    before !== null && one !== undefined && before.organisation === null && one.title === null
      ? [{ ...before, organisation: one.organisation, body: one.body }, ...after.slice(1)]
      : all
  const span =
    joined.length === 1 &&
    !context.seated.has(passage) &&
    sentence !== undefined &&
    passage.people.filter((other) => other.start < sentence.end && other.end > sentence.start).length === 1
      ? (readSpan(sentence.text, context.publication) ??
        (appoints(passage, person) ? takenUp(context, passage, sentence, person) : null))
      : null
  for (const affiliation of joined) {
    if (affiliation.title === null && affiliation.organisation === null && affiliation.body === null) continue
    addTenure(context, { person: who, ...affiliation, ...(span === null ? {} : { span }) }, place)
  }
}

/** "… Hon leder kontoret och är även projektledare för …": the one person named just before. */
function readPronoun(context: Context, passage: Passage): void {
  for (const sentence of passage.sentences) {
    if (!/^(?:Hon|Han|She|He) /u.test(sentence.text)) continue
    const earlier = passage.people.filter((one) => one.end <= sentence.start)
    const before = passage.sentences.filter((one) => one.end <= sentence.start).at(-1)
    const near = earlier.filter((one) => before !== undefined && one.start >= before.start)
    const [person] = near
    if (person === undefined || new Set(near.map((one) => one.name)).size !== 1) continue
    const match =
      /(?<=där (?:hon|han) )(?:är)(?: (?:även|också))* (?=\p{L})/u.exec(sentence.text) ??
      /(?<![\p{L}])(?:är|blir|var|is|was|has been|arbetade som|arbetar som|kommer närmast från|kommer från|works as|worked as)(?: (?:även|också|nu|idag|i dag|also|the|a|an|en|ett|en tjänst som|rollen som|uppdraget som))* (?=\p{L})/u.exec(
        sentence.text,
      )
    if (match === null) continue
    const start = sentence.start + match.index + match[0].length
    const [read] = readAffiliations(passage, start, sentence.end, false)
    const past = /var|was|arbetade|kommer|worked/u.test(match[0])
    if (read === undefined || read.title === null || past || !hasTitle(read.title.split(' ').slice(0, 4).join(' ')))
      continue
    const place = passage.place(sentence.start, sentence.end)
    const there = /,? där (?:hon|han) $/u.exec(sentence.text.slice(0, match.index))
    const where =
      there === null ? undefined : passage.organisations.find((one) => one.end === sentence.start + there.index)
    if (where !== undefined) read.organisation ??= namedOf(where)
    const span = readSpan(sentence.text, context.publication)
    addTenure(
      context,
      { person: { name: person.name, asWritten: person.asWritten }, ...read, ...(span === null ? {} : { span }) },
      place,
    )
  }
}

/** "Samverkansgruppen … leds av NN": whoever leads a body. */
function readLed(context: Context, passage: Passage): void {
  for (const match of passage.text.matchAll(
    /(?:leds av|leds (?:[\p{L}-]+ ){1,7}?av|under ledning av|(?:is|are) (?:led|headed|chaired) by) /gu,
  )) {
    const end = match.index + match[0].length
    const person = passage.people.find((one) => one.start >= end && one.start <= end + 90)
    const sentence = passage.sentences.find((one) => one.start <= match.index && one.end >= end)
    if (person === undefined || sentence === undefined || person.end > sentence.end) continue
    const between = passage.text.slice(end, person.start)
    if (between !== '' && !hasTitle(between)) continue
    const body = passage.bodies.filter((one) => one.start >= sentence.start && one.end <= end).at(-1)
    const above = /^(?:Den|Det|Gruppen|Arbetsgruppen|Rådet|Styrelsen|Kontoret|Programmet|It|The) /u.test(sentence.text)
      ? passage.heading
      : null
    const own = above?.bodies.find((one) => one.end - one.start >= above.text.length - 2)
    // A heading of words that are no body's by themselves, which the lines under it made one.
    const headed = above === null ? undefined : context.bodyNames.get(bodyKey(above.text, bodyTypeOf(above.text)))
    const led =
      body !== undefined
        ? bodyName(context, body)
        : own !== undefined
          ? bodyName(context, own)
          : above === null || headed === undefined
            ? null
            : { name: headed, asWritten: above.text }
    if (led === null) continue
    addTenure(
      context,
      { person: namedOf(person), role: /chaired/u.test(match[0]) ? 'ordförande' : 'ledare', body: led },
      passage.place(sentence.start, sentence.end),
    )
  }
}

/** "Kansliet från vänster: NN, NN och NN": those in a picture of a body belong to it. */
function readCaption(context: Context, passage: Passage): void {
  const match = /(?: från vänster| fr\.? ?v\.?| from left(?: to right)?|, left to right): ?/iu.exec(passage.text)
  if (match === null) return
  const body = passage.bodies.find((one) => one.end >= match.index - 1 && one.end <= match.index + 1)
  if (body === undefined) return
  for (const person of passage.people.filter((one) => one.start >= match.index)) {
    if (photoLabel.test(passage.text.slice(0, person.start))) return
    addTenure(
      context,
      { person: namedOf(person), body: bodyName(context, body) },
      quoteAt(passage, match.index, person.end),
    )
  }
}

/** True when the line stands for the name under it, not for the one above. */
function isFollowedByName(context: Context, line: Passage): boolean {
  const next = context.passages[line.index + 1]
  return next !== undefined && next.line === line.toLine + 1 && loneName(next)
}

/** A title alone on its line, and a name on the next. */
function readAbove(context: Context, passage: Passage): void {
  const above = context.passages[passage.index - 1]
  const [person] = passage.people
  if (above === undefined || person === undefined || above.toLine + 1 !== passage.line || above.people.length > 0)
    return
  if (!isRoleLine(above.text) || personLabel.test(`${above.text}:`)) return
  const place = { from: above.line, to: passage.toLine, quote: '' }
  place.quote = context.document.lines
    .slice(place.from - 1, place.to)
    .join('\n')
    .trim()
  for (const one of readAffiliations(above, 0, above.text.length, true))
    if (one.title !== null) addTenure(context, { person: namedOf(person), ...one }, place)
}

/** A name alone on its line, and its title on the next. */
function readBelow(context: Context, passage: Passage, next: readonly Passage[]): void {
  const [person] = passage.people
  const [below] = next
  if (person === undefined || below === undefined || below.people.length > 0 || below.text.length > 160) return
  if (below.line > passage.toLine + 1 || !hasTitle(below.text.split(' ').slice(0, 4).join(' '))) return
  if (
    personLabel.test(below.text) ||
    // "Administratör: N.N.": another seat with its own holder.
    /^[^:]{2,60}: ?\S/u.test(below.text) ||
    /^(?:Har|Tidigare|Has|Previously|Telefon|Phone|Vice ordförande$|Ledam|Suppl|Sekreterare$|Kassör$)/u.test(below.text)
  )
    return
  if (
    below.kind === 'heading' ||
    (isRoleLine(below.text) && /^\p{Lu}/u.test(below.text) && isFollowedByName(context, below))
  )
    return
  const stop = /[.!?](?:\s|$)/u.exec(below.text)
  const end = stop === null ? below.text.length : stop.index
  const place = { from: passage.line, to: below.toLine, quote: '' }
  place.quote = context.document.lines
    .slice(place.from - 1, place.to)
    .join('\n')
    .trim()
  for (const one of readAffiliations(below, 0, end, true))
    if (one.title !== null) addTenure(context, { person: namedOf(person), ...one }, place)
}

/** Organisations and bodies that are only named. */
export function readNames(context: Context): void {
  for (const passage of context.passages) {
    for (const one of passage.organisations)
      addOrganisation(context, namedOf(one), quoteAt(passage, one.start, one.end))
    for (const one of passage.bodies)
      addBody(context, bodyName(context, one), quoteAt(passage, one.start, one.end), { type: one.type })
  }
}
