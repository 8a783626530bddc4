/** Who holds which title or role, in running text and beside a name in a list. */
import type { Named, Span } from '#contract/reading.ts'
import { readAffiliations, titlePhrase } from './affiliations.ts'
import type { Affiliation } from './affiliations.ts'
import { isRoleLine, loneName, personLabel } from './annotate.ts'
import type { Passage, Sentence } from './passage.ts'
import { bodyKey, bodyTypeOf } from './body-names.ts'
import { addBody, addOrganisation, addPerson, addTenure, bodyName, quoteAt } from './context.ts'
import type { Context } from './context.ts'
import { placeWords } from './known-words.ts'
import { isSeatLabel } from './groups.ts'
import { capitalOf, namedOf } from './named.ts'
import type { PersonMention } from './people.ts'
import { hasTitle, isTitleWord } from './roles.ts'
import { readSpan } from './spans.ts'

/** Words that may stand between an adjective's start and the title in front of a name. */
const beforeTitle =
  /^(?:nationella?|nationelle|biträdande|vice|tf\.?|tillförordnad|tillförordnade|tidigare|förre|förra|f\.d\.|f\.?d|ny|nya|nye|nyblivna|tillträdande|avgående|senior|acting|former|deputy|new|chief|executive|managing|general|interim|vår|our|regeringens|regional|lokal|medicinsk|vetenskaplig|strategisk|operativ|verkställande|särskild|särskilda|kommersiell|scientific|medical|associate|assistant|life|science|swedish|första|andre|emeritus|adjungerad|internationell|politisk|kommunikations|project|programme|research|head|innovation|health|digital|policy|minister)$/iu

/** The title that stands right before a name: "socialminister", "Vinnovas generaldirektör", "samordnaren för …,". */
function titleBefore(passage: Passage, sentence: Sentence | undefined, person: PersonMention): Affiliation | null {
  const from = Math.max(sentence?.start ?? 0, person.start - 120, previousEnd(passage, person))
  const left = passage.text.slice(from, person.start)
  const words = [...left.matchAll(/[^\s]+/gu)].map((match) => ({ text: match[0], start: from + match.index }))
  const last = words.at(-1)
  if (last === undefined) return null
  const bare = last.text.replace(/^[("”“–-]+/u, '')
  if (
    isTitleWord(bare) &&
    /^[\p{L}./-]+$/u.test(bare) &&
    !/^(?:Dr|Mr|Mrs|Ms|Dame|Sir|Lord|Lady|Prof)\.?$/u.test(bare)
  ) {
    let index = words.length - 1
    while (index > 0 && beforeTitle.test((words[index - 1]?.text ?? '').replace(/^[("”“–-]+/u, ''))) index -= 1
    const start = words[index]?.start ?? last.start
    const owner = passage.organisations.find((one) => one.end === start - 1 && one.asWritten !== one.name)
    const group =
      /(?<=^|[\s(])(?<name>\p{Lu}[\p{L}-]*(?:styrelsen|nämnden|rådet|utskottet|gruppen|kommittén|delegationen))s $/u.exec(
        passage.text.slice(from, start),
      )?.groups?.['name']
    const lead = /^[("”“–-]+/u.exec(passage.text.slice(start))?.[0].length ?? 0
    const title = passage.text.slice(start + lead, person.start).trim()
    return {
      title,
      organisation: owner === undefined ? null : namedOf(owner),
      body: group === undefined ? null : { name: group, asWritten: `${group}s` },
      start: owner?.start ?? start,
      end: person.start,
    }
  }
  if (!last.text.endsWith(',')) return null
  const head = words.findLastIndex((word) => isTitleWord(word.text) && /^\p{Ll}|^VD$/u.test(word.text))
  if (
    head === words.length - 1 &&
    words.slice(Math.max(0, head - 3), head).some((word) => /^(?:en|den|vår|a|an|the|our)$/iu.test(word.text))
  ) {
    let from = head
    while (from > 0 && beforeTitle.test(words[from - 1]?.text ?? '')) from -= 1
    const start = words[from]?.start ?? last.start
    return {
      title: passage.text.slice(start, last.start + last.text.length - 1),
      organisation: null,
      body: null,
      start,
      end: person.start,
    }
  }
  if (head < 0 || head === words.length - 1 || !/^(?:för|vid|på|i|of|at|for|inom)$/iu.test(words[head + 1]?.text ?? ''))
    return null
  let index = head
  while (index > 0 && beforeTitle.test(words[index - 1]?.text ?? '')) index -= 1
  const start = words[index]?.start ?? 0
  const read = readAffiliations(passage, start, person.start - 1, false)[0]
  return read === undefined || read.title === null ? null : read
}

/** "Kommunikatör: NN" on a line of its own. */
function labelBefore(passage: Passage, person: PersonMention): Affiliation | null {
  const label = /^(?<title>\p{L}[^:;.!?\d]{2,60}): ?$/u.exec(passage.text.slice(0, person.start))?.groups?.['title']
  if (label === undefined || !hasTitle(label)) return null
  return readAffiliations(passage, 0, label.length, true).find((one) => one.title !== null) ?? null
}

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

/** "Ordförande är NN", "Föreståndare blir professor NN". */
function seatBefore(passage: Passage, person: PersonMention): Affiliation | null {
  const left = passage.text.slice(Math.max(0, person.start - 110), person.start)
  const stated =
    /(?:^|[.!?] )(?<seat>\p{Lu}[^.,;:!?]{3,70}?) (?:är|blir|var|is|will be)(?: (?:nu|också|fortsatt))?(?: f\.d\.)?(?: \p{Ll}+){0,2} $/u.exec(
      left,
    )
  const put =
    /(?:^|[.!?] )(?:Till|Som) (?<seat>[^.,;:!?]{3,70}?) (?:förordnades|utsågs|utses|valdes|utnämndes|har regeringen (?:utsett|förordnat)|förordnas|utnämns)(?: (?:f\.d\. )?[\p{L} ]{0,40})? ?$/u.exec(
      left,
    )
  const match = put ?? stated
  const words = match?.groups?.['seat'] ?? ''
  if (match === null || !hasTitle(words.split(' ').slice(0, 3).join(' '))) return null
  const start = person.start - left.length + match.index + match[0].indexOf(words)
  const [read] = readAffiliations(passage, start, start + words.length, false)
  return read === undefined || read.title === null || isSeatLabel(read.title) ? null : read
}

function previousEnd(passage: Passage, person: PersonMention): number {
  const before = passage.people.filter((one) => one.end <= person.start).at(-1)
  return before?.end ?? 0
}

const appointed =
  /^,? (?:som (?:har )?(?:varit|är|var)|who (?:is|was|has been)|är|blir|var|har utsetts till|utses till|utsågs till|är utsedd till|har blivit|valdes till|omvaldes till|anställdes som|tillträder som|tillträdde som|börjar som|har anställts som|har förordnats som|förordnas som|is|was|has been appointed(?: as)?|has been elected|was appointed(?: as)?|was elected(?: as)?|becomes|became|serves as|works as|arbetar som|joins as|takes over as|tar över som|efterträder \p{Lu}[\p{L} -]{4,40} som|succeeds \p{Lu}[\p{L} -]{4,40} as)(?: (?:även|också|nu|ny|nya|idag|i dag|ordinarie|sedan|the|a|an|new|our|also|currently|vår|den|en))* (?=\p{L})/u

const named =
  /(?:utsett|utser|utsåg|utnämnt|utnämner|förordnat|förordnar|anställt|valt|väljer|omvalt|rekryterat|appointed|appoints|elected|named) $/iu

/** True where the words around a name give somebody a post. */
const appoints = (passage: Passage, person: PersonMention): boolean =>
  named.test(passage.text.slice(Math.max(0, person.start - 24), person.start)) ||
  appointed.test(passage.text.slice(person.end, person.end + 60))

/** "Sundhults kommun har anställt NN som …": whoever takes somebody on is where they work. */
function employerOf(passage: Passage, person: PersonMention): Named | null {
  const left = passage.text.slice(Math.max(0, person.start - 60), person.start)
  const verb =
    /(?: har| has)?(?: (?:nu|idag|now))? (?:anställt|anställer|rekryterat|rekryterar|hired|recruited|appointed|hires) $/u.exec(
      left,
    )
  if (verb === null) return null
  const end = person.start - left.length + verb.index
  const owner = passage.organisations.find((one) => one.end === end)
  return owner === undefined ? null : namedOf(owner)
}

const listWords = /^(?:, | – | - | \| | ?\(|: |\s{2,}|\t)/u

/** A run of capitalised words where a name's place of work is told. */
const unknownName = /^\p{Lu}[\p{L}&!-]+(?: (?:\p{Lu}[\p{L}&!-]*|AB))*(?=[ ,.;:)]|$)/u

/** Titles that stand after a name in a sentence. */
function titlesAfter(passage: Passage, person: PersonMention, listed: boolean): Affiliation[] {
  const next = passage.people.find((one) => one.start >= person.end)
  const sentence = passage.sentences.find((one) => one.start <= person.start && one.end >= person.end)
  // "näringsminister NN, socialminister MM": the title beside the next name is that one's.
  const ahead = next === undefined ? null : titleBefore(passage, sentence, next)
  const limit = Math.min(
    ahead !== null && ahead.start >= person.end ? ahead.start : (next?.start ?? passage.text.length),
    listed ? passage.text.length : (sentence?.end ?? passage.text.length),
  )
  const right = passage.text.slice(person.end, limit)
  const verb =
    appointed.exec(right) ??
    (named.test(passage.text.slice(Math.max(0, person.start - 24), person.start))
      ? /^ (?:till|som|as|to be) (?:ny |nya |ny tillförordnad |vår |the |a |new |its |its new )*(?=\p{L})/u.exec(right)
      : null)
  if (verb !== null) {
    const start = person.end + verb[0].length
    const phrase = titlePhrase(passage.text.slice(start, limit))
    if (hasTitle(phrase.split(' ').slice(0, 4).join(' '))) {
      const list = readAffiliations(passage, start, limit, false).filter((one) => one.title !== null)
      const [only] = list
      const employer =
        only !== undefined && only.organisation === null && only.body === null ? employerOf(passage, person) : null
      return only !== undefined && employer !== null ? [{ ...only, organisation: employer }, ...list.slice(1)] : list
    }
  }
  if (listWords.test(right)) {
    const bracket = /^ ?\(([^()]{2,90})\)/u.exec(right)
    const end = bracket === null ? limit : person.end + bracket[0].length - 1
    if (bracket !== null && /^(?:\p{Lu}{1,3}|född \d.*|f\. ?\d.*|[\d-]+)$/u.test(bracket[1] ?? '')) return []
    const list = readAffiliations(passage, person.end, end, listed)
    return list.filter((one) => one.title !== null || listed)
  }
  const placed = /^ (?:vid|på|hos|från|at|of|from|i) (?:the )?/u.exec(right)
  if (placed !== null) {
    const at = person.end + placed[0].length
    const organisation = passage.organisations.find((one) => one.start === at)
    if (organisation !== undefined)
      return [{ title: null, organisation: namedOf(organisation), body: null, start: at, end: organisation.end }]
    const unknown = unknownName.exec(passage.text.slice(at, at + 80))?.[0]
    const body = passage.bodies.find((one) => one.start === at)
    if (body !== undefined) return [{ title: null, organisation: null, body: namedOf(body), start: at, end: body.end }]
    if (
      body === undefined &&
      unknown !== undefined &&
      !/ i (?:the )?$/u.test(placed[0]) &&
      !unknown.split(' ').some((word) => placeWords.has(word.toLocaleLowerCase('sv')))
    )
      return [{ title: null, organisation: capitalOf(unknown), body: null, start: at, end: at + unknown.length }]
  }
  return []
}

/** True for a line of a list: the name first, then commas, a dash or a bracket. */
function isListLine(passage: Passage, person: PersonMention): boolean {
  const front = passage.text
    .slice(0, person.start)
    .replace(/^\d{1,3}[.)] /u, '')
    .trim()
  if (front !== '' && !front.split(' ').every(isTitleWord)) return false
  if (passage.people.length > 1 || passage.text.length > 170) return false
  return !/[.!?]\s/u.test(passage.text.slice(person.end)) || passage.text.length < 90
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
