/** Titles that stand beside a name: before it, after it, as a label on its line. */
import type { Named } from '#contract/reading.ts'
import { readAffiliations, titlePhrase } from './affiliations.ts'
import type { Affiliation } from './affiliations.ts'
import type { Passage, Sentence } from './passage.ts'
import { placeWords } from './known-words.ts'
import { isSeatLabel } from './group-labels.ts'
import { capitalOf, namedOf } from './named.ts'
import type { PersonMention } from './people.ts'
import { hasTitle, isTitleWord } from './roles.ts'

/** Words that may stand between an adjective's start and the title in front of a name. */
const beforeTitle =
  /^(?:nationella?|nationelle|biträdande|vice|tf\.?|tillförordnad|tillförordnade|tidigare|förre|förra|f\.d\.|f\.?d|ny|nya|nye|nyblivna|tillträdande|avgående|senior|acting|former|deputy|new|chief|executive|managing|general|interim|vår|our|regeringens|regional|lokal|medicinsk|vetenskaplig|strategisk|operativ|verkställande|särskild|särskilda|kommersiell|scientific|medical|associate|assistant|life|science|swedish|första|andre|emeritus|adjungerad|internationell|politisk|kommunikations|project|programme|research|head|innovation|health|digital|policy|minister)$/iu

/** The title that stands right before a name: "socialminister", "Vinnovas generaldirektör", "samordnaren för …,". */
export function titleBefore(
  passage: Passage,
  sentence: Sentence | undefined,
  person: PersonMention,
): Affiliation | null {
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
export function labelBefore(passage: Passage, person: PersonMention): Affiliation | null {
  const label = /^(?<title>\p{L}[^:;.!?\d]{2,60}): ?$/u.exec(passage.text.slice(0, person.start))?.groups?.['title']
  if (label === undefined || !hasTitle(label)) return null
  return readAffiliations(passage, 0, label.length, true).find((one) => one.title !== null) ?? null
}

/** "Ordförande är NN", "Föreståndare blir professor NN". */
export function seatBefore(passage: Passage, person: PersonMention): Affiliation | null {
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
export const appoints = (passage: Passage, person: PersonMention): boolean =>
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
export function titlesAfter(passage: Passage, person: PersonMention, listed: boolean): Affiliation[] {
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
export function isListLine(passage: Passage, person: PersonMention): boolean {
  const front = passage.text
    .slice(0, person.start)
    .replace(/^\d{1,3}[.)] /u, '')
    .trim()
  if (front !== '' && !front.split(' ').every(isTitleWord)) return false
  if (passage.people.length > 1 || passage.text.length > 170) return false
  return !/[.!?]\s/u.test(passage.text.slice(person.end)) || passage.text.length < 90
}
