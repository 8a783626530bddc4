/** "VD Cytiva", "nationell samordnare och chef för Life science-kontoret": titles with what they belong to. */
import type { Named } from '#contract/reading.ts'
import { startsUpper } from '#core/import/words.ts'
import type { Passage } from './passage.ts'
import { capitalOf } from './named.ts'
import { hasTitle, isTitleWord } from './roles.ts'

export interface Affiliation {
  title: string | null
  organisation: Named | null
  body: Named | null
  /** Where its words stand in the passage. */
  start: number
  end: number
  /** "NN, Sjöfartsverket (ordförande)": a seat in what the list is of, not where the organisation is. */
  seat?: string
}

const seatInBrackets =
  /^ ?\((?<seat>adjungerad|ordförande|vice ordförande|sammankallande|ledamot|suppleant|ersättare|sekreterare|chair|convener)\)?$/iu

const verbs =
  'är|var|blir|blev|har|hade|ska|kan|får|fick|gav|ger|säger|menar|berättar|berättade|konstaterar|skriver|leder|ledde|presenterade|presenterar|redogjorde|inledde|inleder|öppnade|öppnar|medverkar|medverkade|deltog|deltar|tackar|tackade|hälsade|lyfter|lyfte|som|om|under|när|där|efter|inför|i studion|vill|tror|kommer|går|börjar|började|tillträder|tillträdde|lämnar|efterträder|efterträdde|utses|utsågs|valdes|omvaldes|betonar|betonade|understryker|förklarar|tillsätter|beslutar|beslutade|skriver|modererade|modererar|föreläser|föreläste|visade|visar|sedan|tillsammans|bjuder|arbetar|svarar|is|was|has|had|will|says|said|who|that|which|leads|led|presented|presents|opened|opens|joins|joined|told|explains|explained|welcomed|succeeds|chairs|chaired|takes|took|gave|gives|since|från och med|från (?:den )?\\d|mellan (?:den |åren )?\\d|fram till|till och med|from \\d|nås|tar|tog|höll|håller|talar|talade|utsedd|fortsätter'
const stopAt = new RegExp(String.raw`(?:^|[\s,]) ?(?:${verbs})(?![\p{L}-])`, 'iu')
const preposition = /[\s,]*(?<![\p{L}])(?:vid|på|hos|från|för|i|inom|av|at|of|for|from|with|in|the|och|and|@)$/iu

/** Up to the first verb or sign that ends a title. */
export function titlePhrase(text: string): string {
  const sign = /[.;:!?()”"]\s|[.;:!?()”"]$| [–—|] |\s-\s\p{Ll}/u.exec(`${text}`)
  const cut = sign === null ? text : text.slice(0, sign.index)
  const verb = stopAt.exec(cut)
  return (verb === null ? cut : cut.slice(0, verb.index)).replace(/[\s,–-]+$/u, '').replace(/ (?:och|and|samt)$/u, '')
}

/** Cuts a run of titles where the next is complete by itself; each cut keeps its place. */
function segments(text: string, at: number): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = []
  let from = 0
  const cut = /, (?:och |samt |and )?| samt (?:även )?| (?:och|and|&) (?:även |också |also )?|\/| \/ /gu
  for (const match of text.matchAll(cut)) {
    const left = text.slice(from, match.index)
    const right = text.slice(match.index + match[0].length)
    const strong = /samt|^,|\//u.test(match[0])
    const [one = '', two = '', three = ''] = right.split(/[ ,]/u)
    const titled = isTitleWord(one) || ((isTitleWord(two) || isTitleWord(three)) && /^\p{Ll}/u.test(one))
    const own = /^(?:[\p{L}-]+ ){0,2}[\p{L}-]+ (?:för|of|vid|at|på) (?=\p{Lu}|samverkansp|arbetsg|the )/u.test(right)
    if (strong ? !(match[0].startsWith(',') || titled) : !(titled && own && hasTitle(left))) continue
    if (strong && match[0].startsWith(',') && /^(?:för|and|och) /u.test(right) && !titled) continue
    parts.push({ text: left, start: at + from })
    from = match.index + match[0].length
  }
  parts.push({ text: text.slice(from), start: at + from })
  return parts.filter((part) => part.text.trim() !== '')
}

/**
 * Reads titles and organisations from `start` up to `end` of a passage, which follow a name.
 * @param listed in a list or label a lone capitalised word is an organisation; in running text it must be known
 */
export function readAffiliations(passage: Passage, start: number, end: number, listed: boolean): Affiliation[] {
  const raw = passage.text.slice(start, endBeforeOther(passage, start, end))
  const lead = /^[\s,(|:–—-]*/u.exec(raw)?.[0].length ?? 0
  const text = (listed ? raw.slice(lead).replace(/[\s.,;)]+$/u, '') : titlePhrase(raw.slice(lead))).slice(0, 220)
  const found: Affiliation[] = []
  for (const segment of segments(text, start + lead)) {
    const one = readSegment(
      passage,
      segment.text.trim(),
      segment.start + (/^\s*/u.exec(segment.text)?.[0].length ?? 0),
      listed,
    )
    if (one === null) {
      if (listed) continue
      break
    }
    const last = found.at(-1)
    const joins =
      last !== undefined &&
      ((one.title === null && last.organisation === null && last.body === null) ||
        (last.title === null && one.organisation === null && one.body === null))
    if (last !== undefined && joins) {
      last.title ??= one.title
      last.organisation ??= one.organisation
      last.body ??= one.body
      last.end = one.end
    } else if (one.title !== null || found.length === 0) found.push(one)
  }
  return found
}

/** "pressekreterare hos kustminister NN": another person's name, and the title before it, are no place of work. */
function endBeforeOther(passage: Passage, start: number, end: number): number {
  const other = passage.people.find((one) => one.start >= start && one.start < end)
  if (other === undefined) return end
  const words = [...passage.text.slice(start, other.start).matchAll(/\S+/gu)]
  let last = words.length
  while (last > 0 && /^[\p{L}./-]+$/u.test(words[last - 1]?.[0] ?? '') && isTitleWord(words[last - 1]?.[0] ?? ''))
    last -= 1
  const title = words[last]
  return title === undefined ? other.start : start + title.index
}

/** "(tjänstledig t.o.m. 31 augusti)", "(50 %)": how somebody is there, no part of what they are there as. */
const aside = / \((?:[^()]*(?:ledig|sjukskriv|vikari|leave|\d)[^()]*)(?:\)|$)/giu

const cleanTitle = (text: string): string | null => {
  let title = text.replace(aside, '').replace(/^[\s,(–-]+|[\s,–-]+$/gu, '')
  for (let cut = preposition.exec(title); cut !== null; cut = preposition.exec(title))
    title = title.slice(0, cut.index).trim()
  return title === '' || title.length > 110 ? null : title
}

/** Written where a name is still to come. */
const nobody = /^(?:N\. ?N\.?|NN|vakant|vacant|tillsätts senare)$/iu

function readSegment(passage: Passage, text: string, at: number, listed: boolean): Affiliation | null {
  if (nobody.test(text)) return null
  const end = at + text.length
  const base = { start: at, end }
  const inside = <T extends { start: number; end: number }>(list: readonly T[]): T | undefined =>
    list.find((one) => one.start >= at && one.end <= end)
  const body = inside(passage.bodies)
  const organisation = inside(passage.organisations)
  if (body !== undefined && (organisation === undefined || body.start <= organisation.start)) {
    const before = cleanTitle(passage.text.slice(at, body.start))
    if (before === null || hasTitle(before))
      return { ...base, title: before, organisation: null, body: { name: body.name, asWritten: body.asWritten } }
  }
  if (organisation !== undefined) {
    const before = cleanTitle(passage.text.slice(at, organisation.start))
    const after = cleanTitle(passage.text.slice(organisation.end, end))
    const named: Named = { name: organisation.name, asWritten: organisation.asWritten }
    if (before !== null && hasTitle(before)) return { ...base, title: before, organisation: named, body: null }
    const seat = seatInBrackets.exec(passage.text.slice(organisation.end, end))?.groups?.['seat']
    if (before === null && seat !== undefined) return { ...base, title: null, organisation: named, body: null, seat }
    if (before === null && after !== null && hasTitle(after))
      return { ...base, title: after, organisation: named, body: null }
    if (before === null && (listed || after === null || organisation.end >= end - 1))
      return { ...base, title: null, organisation: named, body: null }
    if (before !== null && listed && /^(?:från|from|vid|at|of|för|repr)/iu.test(passage.text.slice(at)))
      return { ...base, title: null, organisation: named, body: null }
  }
  if (hasTitle(text.split(' ').slice(0, 7).join(' '))) return splitTitle(text, base)
  if (!listed) return null
  if (/^\p{Lu}\p{L}*\.?$|^\p{Lu}/u.test(text) && !/\d{3}|@/u.test(text) && text.split(' ').length <= 7)
    return { ...base, title: null, organisation: { name: text, asWritten: text }, body: null }
  const from = /^(?:från|from|vid|at|repr\.?|representing|of) (?:the )?(\p{Lu}.*)$/iu.exec(text)?.[1]
  if (from !== undefined && startsUpper(from))
    return { ...base, title: null, organisation: { name: from, asWritten: from }, body: null }
  return null
}

/** "VD Swedish Medtech", "grundare av Hjärtat i rörelse": titles first, then a name nobody knows. */
function splitTitle(text: string, base: { start: number; end: number }): Affiliation {
  const words = text.split(' ')
  let last = -1
  words.forEach((word, index) => {
    const ahead = words.slice(last + 1, index)
    if (isTitleWord(word) && ahead.every((one) => /^\p{Ll}|^&$/u.test(one) || index - last <= 1)) last = index
  })
  const rest = words.slice(last + 1)
  const [first = '', second = ''] = rest
  const placed = /^(?:vid|på|hos|från|at|from|av|of|för|for|i|in|inom)$/iu.test(first)
  if (last >= 0 && rest.length > 0 && startsUpper(first) && !placed)
    return { ...base, title: words.slice(0, last + 1).join(' '), organisation: capitalOf(rest.join(' ')), body: null }
  if (last >= 0 && placed && startsUpper(second) && /^(?:vid|på|hos|från|at|from|av|of|för|for)$/iu.test(first)) {
    const named = rest.slice(1).join(' ')
    const work = words.slice(0, last + 1).join(' ')
    // A project or a field that somebody leads is no organisation: the title keeps it.
    if (
      /^(?:för|for|i|of)$/iu.test(first) &&
      /(?:projekt|program|process|samordn|ansvarig|minister|project|coordinator)/iu.test(work)
    )
      return { ...base, title: cleanTitle(text), organisation: null, body: null }
    if (!/^(?:Sverige|Sweden|Europa|Europe|EU)$/u.test(named))
      return { ...base, title: words.slice(0, last + 1).join(' '), organisation: capitalOf(named), body: null }
  }
  return { ...base, title: cleanTitle(text), organisation: null, body: null }
}
