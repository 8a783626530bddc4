/** Who and what each piece of a text names, and under which heading it stands. */
import { nameParticle } from '#contract/name-particles.ts'
import { sentencesOf } from '#core/import/sentences.ts'
import { matchKey } from '#core/register/names.ts'
import { addAbbreviations, addDirections } from './abbreviations.ts'
import { bodyTypeOf, findBodies } from './body-names.ts'
import { creditedFirm } from './credits.ts'
import type { Document, Piece } from './document.ts'
import { findOrganisations } from './organisations.ts'
import { findPeople, isKnownFirstName } from './people.ts'
import type { PersonMention } from './people.ts'
import type { Passage, Sentence } from './passage.ts'
import { isTitleWord } from './roles.ts'

/** "Ledamöter: …": roles in front of a list of people. */
export const personLabel =
  /^(?<label>(?:(?:vice |1:e vice |2:e vice |övriga |ordinarie |tidigare |ny |nya )?(?:champions?|talespersoner|talesperson|kontaktpersoner|kontaktperson|kontakt|sammankallande|ordförande|ledamöter|ledamot|styrelseledamöter|suppleanter|suppleant|ersättare|sekreterare|kassör|projektledare|programledare|samordnare|revisorer|revisor|valberedning|moderatorer|moderator|talare|medverkande|presskontakt|adjungerade|adjungerad|deltagare|medlemmar|processledare|redaktör|utredare|särskild utredare|expert(?:er)?|huvudsekreterare|members?|board members?|chair(?:man|woman|person)?|vice[- ]chair|deputy chair|co-chairs?|secretary|treasurer|contacts?|contact persons?|convenor|convener|coordinators?|project leader|project manager|speakers?|moderators?|spokespersons?|auditors?|alternates?|deputies|participants))(?:(?:, | \/ |\/| och | and | & )(?:champions?|talespersoner|talesperson|kontaktpersoner|kontaktperson|sammankallande|ordförande|sekreterare|projektledare|samordnare|suppleanter|ersättare|convener|chair|coordinator|spokespersons?))*) ?: ?(?<rest>.*)$/iu

const photo = /^(?:foto|fotograf|photo|photograph|bild|bildbank|illustration|photo credit|image)(?:graf)?\b/iu
const linkLine =
  /^(?:pressmeddelande|artikel|proposition|promemoria|rapport|kommittédirektiv|läs mer|länk|länkar|mer information|relaterat|se även|ladda ner|till toppen|tillbaka till|dela|skriv ut|prenumerera|rss|e-post till|telefon|tel|mobil|e-post|epost|email|e-mail|phone|read more|back to|share|download|press release|related|follow us|följ oss|publicerad|uppdaterad|senast uppdaterad|english version|artikel|hitta hit|besök oss)(?![\p{L}-])(?!.{0,40}[.!?]\s)/iu
const linkEnd = /(?:webbplats|, pdf|\(pdf[^)]*\)|\.pdf|website)$/iu

export function isLinkLine(text: string): boolean {
  return text.length < 220 && !/[.!?]$/u.test(text) && (linkLine.test(text) || linkEnd.test(text))
}

/** True when the words are one person's name and nothing else. */
export function loneName(piece: { text: string; people: readonly PersonMention[] }): boolean {
  const [only] = piece.people
  return (
    only !== undefined &&
    piece.people.length === 1 &&
    only.start <= 12 &&
    only.end >= piece.text.length - 1 &&
    isNearStart(piece.text, only)
  )
}

function isNearStart(text: string, person: PersonMention): boolean {
  const front = text
    .slice(0, person.start)
    .replace(/^\d{1,3}[.)] /u, '')
    .trim()
  return (
    front === '' ||
    front
      .split(' ')
      .every((word) => isTitleWord(word) || /^(?:Dr|Mr|Mrs|Ms|Dame|Sir|Lord|Lady|Prof|Rev)\.?$/u.test(word))
  )
}

const startsWithPerson = (piece: Piece, people: readonly PersonMention[]): boolean =>
  people.some((one) => isNearStart(piece.text, one) && /^(?:,| –| -| \(|:| \||$)/u.test(piece.text.slice(one.end)))

const roleLine =
  /^(?:(?:vice |1:e vice |2:e vice |ställföreträdande |biträdande |tillförordnad |administrativ |vetenskaplig |verkställande |övriga |ordinarie |deputy |vice[- ]|executive |managing )?[\p{L}-]+(?: [\p{Ll}-]+){0,3}):?$/iu

/** A line that is a title or role and nothing else: "Studierektor", "Ledamöter". */
export function isRoleLine(text: string): boolean {
  if (
    text.length > 60 ||
    !roleLine.test(text) ||
    /^(?:kontakt(?:er)?|contacts?|valberedning(?:en)?|talare|speakers|medverkande|deltagare|participants|medlemmar|members|champions?|chefer):?$/iu.test(
      text,
    )
  )
    return false
  const plain = text.replace(/:$/u, '')
  if (bodyTypeOf(plain) !== null) return false
  return (
    personLabel.test(`${plain}:`) ||
    (/^\p{Lu}/u.test(plain) &&
      plain.split(' ').length <= 4 &&
      isTitleWord(plain.split(' ').at(-1) ?? '') &&
      !/\p{L} \p{Lu}/u.test(plain))
  )
}

const capitals = new RegExp(
  String.raw`^\p{Lu}[\p{L}’'.-]*(?: (?:${nameParticle} )?\p{Lu}[\p{L}’'.-]*){1,3}(?: \([^)]*\))?[,.]?$`,
  'u',
)

const listHeading =
  /^(?:valberedning(?:en)?|talare|speakers|medverkande|deltagare|participants|medlemmar|members|champions?|vårt team|our team|team|medarbetare|våra medarbetare|staff|people):?$/iu
const opensNames = (text: string): boolean =>
  isRoleLine(text) || listHeading.test(text) || (text.length < 60 && bodyTypeOf(text) !== null && !/[.!?]$/u.test(text))

/** Lines of capitalised words that stand where a name is expected: under a role, or right above a title. */
function nameLines(pieces: readonly Piece[]): Set<Piece> {
  const found = new Set<Piece>()
  let under = false
  pieces.forEach((piece, index) => {
    const [before, next] = [pieces[index - 1], pieces[index + 1]]
    if (opensNames(piece.text)) {
      under = true
      return
    }
    if (piece.text.length > 120 || (piece.apart && before !== undefined && !opensNames(before.text))) under = false
    const [one = '', two = ''] = next?.text.split(/[ ,]/u) ?? []
    const above =
      next !== undefined &&
      next.line === piece.toLine + 1 &&
      capitals.test(piece.text) &&
      (isTitleWord(one) || (/^\p{Ll}/u.test(one) && isTitleWord(two)))
    if (under || above) found.add(piece)
  })
  return found
}

/** Nobody writes longer sentences; what looks like one is read in parts. */
const longestSentence = 1_200

function cutLong(text: string, start: number): Sentence[] {
  if (text.length <= longestSentence) return [{ start, end: start + text.length, text }]
  const parts: Sentence[] = []
  for (let from = 0; from < text.length; from += longestSentence) {
    const part = text.slice(from, from + longestSentence)
    parts.push({ start: start + from, end: start + from + part.length, text: part })
  }
  return parts
}

const several =
  /^(?:ledamöter|styrelseledamöter|suppleanter|ersättare|medlemmar|deltagare|medverkande|talare|adjungerade|moderatorer|revisorer|kontakter|kontaktpersoner|talespersoner|champions|members|board members|contacts|contact persons|speakers|participants|alternates|deputies|auditors|moderators|co-chairs|spokespersons|experter|valberedning|övriga ledamöter|sekreterare)/iu

/** Behind a label for one, or where points part the people, each part has one person: other capitals are their firms. */
function keepFirsts(text: string, label: RegExpExecArray, people: PersonMention[]): void {
  const cuts = [...text.matchAll(/(?<=[\p{L})]{2})\.(?= \p{Lu})|;/gu)].map((match) => match.index)
  if (cuts.length === 0 && several.test(label.groups?.['label'] ?? '')) return
  const first = new Set<number>()
  const kept = people.filter((person) => {
    const part = cuts.filter((cut) => cut < person.start).length
    const opens = !first.has(part)
    first.add(part)
    return opens || isKnownFirstName(person.name.split(' ')[0] ?? '')
  })
  people.splice(0, people.length, ...kept)
}

export function annotate(document: Document): Passage[] {
  const named = nameLines(document.pieces)
  const passages: Passage[] = document.pieces.map((piece, index) => {
    const organisations = findOrganisations(piece.text)
    const firm = organisations.length === 0 ? creditedFirm(piece.text) : null
    if (firm !== null) organisations.push(firm)
    const label = personLabel.exec(piece.text)
    const listed = piece.kind !== 'text' || piece.text.length < 140
    const people = findPeople(
      piece.text,
      organisations,
      label === null ? (named.has(piece) || (listed && photo.test(piece.text)) ? 1.5 : 0) : 1.5,
    )
    if (label !== null) keepFirsts(piece.text, label, people)
    const clear = organisations.filter(
      (one) => !people.some((person) => one.start < person.end && person.start < one.end),
    )
    const bodies = findBodies(piece.text).filter(
      (body) =>
        !clear.some(
          (one) => one.start < body.end && body.start < one.end && one.end - one.start >= body.end - body.start,
        ),
    )
    return {
      ...piece,
      index,
      people,
      bodies,
      organisations: clear.filter((one) => !bodies.some((body) => one.start >= body.start && one.end <= body.end)),
      sentences: sentencesOf(piece.text).flatMap(({ text, index: start }) => cutLong(text, start)),
      heading: null,
      above: null,
      aside: photo.test(piece.text) && piece.text.length < 140 ? true : isLinkLine(piece.text),
    }
  })
  spread(passages)
  spreadOffices(passages)
  addAbbreviations(passages)
  addDirections(passages)
  for (const passage of passages) {
    if (passage.kind !== 'heading') continue
    if (
      isRoleLine(passage.text) ||
      passage.aside ||
      personLabel.exec(passage.text)?.groups?.['rest'] ||
      startsWithPerson(passage, passage.people) ||
      loneName(passage)
    )
      passage.kind = 'text'
  }
  setHeadings(passages)
  return passages
}

/** Names that stand surely somewhere are recognised where less speaks for them, also by surname behind a title. */
function spread(passages: readonly Passage[]): void {
  const sure = new Map<string, string>()
  for (const { people } of passages) for (const one of people) sure.set(matchKey(one.name), one.name)
  const bySurname = new Map<string, string[]>()
  for (const name of sure.values()) {
    const last = name.split(' ').at(-1) ?? ''
    bySurname.set(last, [...new Set([...(bySurname.get(last) ?? []), name])])
  }
  for (const passage of passages) {
    for (const one of passage.people) {
      const bare = one.name.replace(/s$/u, '')
      if (bare !== one.name && sure.has(matchKey(bare))) {
        one.name = bare
        sure.delete(matchKey(one.asWritten))
      }
    }
    for (const match of passage.text.matchAll(/(?<=(?<![\p{L}])(?<title>[\p{L}-]+) )\p{Lu}[\p{L}-]+(?![\p{L}])/gu)) {
      const names = bySurname.get(match[0]) ?? []
      const [name] = names
      const title = match.groups?.['title'] ?? ''
      if (name === undefined || names.length > 1 || !isTitleWord(title)) continue
      const start = match.index
      const end = start + match[0].length
      if (passage.people.some((one) => start < one.end && one.start < end)) continue
      passage.people.push({ start, end, name, asWritten: match[0], score: 2 })
    }
    passage.people.sort((a, b) => a.start - b.start)
  }
}

/** An office that stands somewhere with a capital is meant by the same words without one. */
function spreadOffices(passages: readonly Passage[]): void {
  const offices = new Map(
    passages
      .flatMap((one) => one.bodies)
      .filter((one) => one.type === 'kontor' && one.asWritten.includes(' '))
      .map((one) => [one.name.toLocaleLowerCase('sv'), one]),
  )
  for (const [lower, office] of [...offices].slice(0, 40)) {
    for (const passage of passages) {
      const text = passage.text.toLocaleLowerCase('sv')
      if (text.length !== passage.text.length) continue
      for (let at = text.indexOf(lower); at >= 0; at = text.indexOf(lower, at + lower.length)) {
        const end = at + lower.length
        if (
          passage.bodies.some((one) => at < one.end && one.start < end) ||
          /[\p{L}-]/u.test(text.charAt(at - 1) + text.charAt(end))
        )
          continue
        passage.bodies.push({ ...office, start: at, end, asWritten: passage.text.slice(at, end) })
      }
      passage.bodies.sort((a, b) => a.start - b.start)
    }
  }
}

const backToTop = /^(?:tillbaka till|till toppen|back to)/iu

/** A list entry with paragraphs of its own under it is a heading; the entries of a plain list are not. */
function setHeadings(passages: Passage[]): void {
  const follows = (index: number): Passage | undefined =>
    passages.slice(index + 1, index + 4).find((next) => !next.aside)
  const isPlain = (next: Passage | undefined): boolean =>
    next !== undefined &&
    next.kind === 'text' &&
    (next.text.length > 40 || /[.!?]$/u.test(next.text)) &&
    personLabel.exec(next.text) === null
  const alone = (index: number): boolean => passages[index - 1]?.kind !== 'bullet' || passages[index]?.apart === true
  const single = passages.filter(
    (one, index) => one.kind === 'bullet' && alone(index) && isPlain(follows(index)),
  ).length
  const bulletHead = (one: Passage, index: number): boolean => {
    const next = follows(index)
    if (one.kind !== 'bullet' || next === undefined || next.kind === 'bullet' || !isPlain(next)) return false
    if (/[.;:,]$/u.test(one.text) || one.text.length > 220 || !/^["”“\p{Lu}\d]/u.test(one.text)) return false
    return next.indent > one.indent || single >= 3
  }
  let heading: Passage | null = null
  let above: Passage | null = null
  passages.forEach((one, index) => {
    one.above = above
    one.heading = heading
    if (backToTop.test(one.text)) {
      heading = above
      return
    }
    if (one.kind === 'heading') {
      above = one
      heading = one
      one.heading = null
    } else if (bulletHead(one, index)) {
      one.kind = 'heading'
      one.heading = above
      heading = one
    }
  })
}
