/** Names of people in running text and lists. Words with capitals are no proof; what stands around them helps. */
import { nameParticle } from '#contract/name-particles.ts'
import { firstNames } from '#core/import/first-names.ts'
import { notNames } from '#core/import/not-names.ts'
import { moreFirstNames, placeWords, surnameEnding, thingWords } from './known-words.ts'
import type { OrganisationMention } from './organisations.ts'
import { isTitleWord } from './roles.ts'

export interface PersonMention {
  start: number
  end: number
  name: string
  asWritten: string
  /** Two and more: a person; less needs words around it that say so. */
  score: number
}

// "Nils P. Ek": a letter with a point is a word of a name where another follows.
const nameWord = String.raw`(?:\p{Lu}\.(?= \p{Lu})|\p{Lu}(?:[\p{L}’'´]*[\p{L}´])?|\p{Lu}\.)(?:[-–]\p{Lu}?[\p{L}’']+)*`
const particle = `(?:${nameParticle}(?: ${nameParticle})?)`
const run = new RegExp(String.raw`(?<![\p{L}\p{N}])${nameWord}(?: (?:${particle} )?${nameWord}){1,5}`, 'gu')
const camel = /\p{Ll}\p{Lu}/u
const openers = new Set(
  `i på vid när efter under för från med av till enligt genom inom hos om som att det den de vi ni han hon man en ett alla flera några
  många även också samt och men därefter sedan vidare dessutom nu där här då idag igår både kontakta kontakt foto fotograf text bild läs
  the this that these a an in on at after before then next during it we he she they all both from by with and but as photo contact
  tillsammans säger berättar skriver enligt utöver utom ordförande ledamöter sekreterare medverkande talare deltagare moderator övriga
  hälsningar tack hej dear thanks vice tidigare förre former nye nya current pressekreterare`.split(/\s+/u),
)

export function isKnownFirstName(word: string): boolean {
  const lower = word.toLocaleLowerCase('sv').replace(/[’']s$/u, '')
  if (firstNames.has(lower) || moreFirstNames.has(lower)) return true
  const [first = ''] = lower.split('-')
  return lower.includes('-') && (firstNames.has(first) || moreFirstNames.has(first))
}

const lowerOf = (word: string): string => word.toLocaleLowerCase('sv')
const isParticle = (word: string): boolean => /^\p{Ll}/u.test(word)

/** How surely words are a name, by themselves. */
export function scoreName(words: readonly string[]): number {
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  const own = words.filter((word) => !isParticle(word))
  if (own.length < 2 || own.length > 5) return -5
  const given = isKnownFirstName(first)
  let score = given ? 2 : 0
  if (own.some((word) => camel.test(word) && !/^(?:Mc|Mac|O’|O'|De|Di|Le|La|Van|Von|Af)\p{Lu}/u.test(word))) return -5
  for (const word of own.slice(given ? 1 : 0)) {
    const lower = lowerOf(word)
    if (/^\p{Lu}{2,}$/u.test(word)) score -= 3
    if (thingWords.has(lower) || /\d/u.test(word)) score -= 4
    else if (notNames.has(lower)) score -= 3
    else if (placeWords.has(lower) || (lower.endsWith('s') && placeWords.has(lower.slice(0, -1))))
      score -= given ? 1 : 3
    else if (
      /(?:strategin?|programmet|arbete|ing|het|tion|tioner|ningen|verket|departementet|myndigheten|gruppen|kontoret|lagen|konferensen?|universitetet|institutet|plattform)$/u.test(
        lower,
      ) &&
      !surnameEnding.test(lower) &&
      !/^\p{Lu}\p{L}{2,5}ing$/u.test(word)
    )
      score -= 3
  }
  if (surnameEnding.test(lowerOf(last).replace(/s$/u, '')) || surnameEnding.test(lowerOf(last))) score += 1
  if (own.length === 2 || own.length === 3) score += 0.5
  if (words.length > own.length) score += 0.5
  if (/^\p{Lu}\.$/u.test(first) && own.length === 2) score -= 0.5
  return score
}

/** Capitalised words taken apart: sentence openers and titles off the front, other things off the end. */
function trim(words: string[]): { words: string[]; dropped: number; titled: boolean } {
  let rest = words
  let dropped = 0
  let titled = false
  while (rest.length > 1) {
    const [first = '', second = ''] = rest
    const title =
      (isTitleWord(first) && !isKnownFirstName(first)) ||
      /^(?:Dr|Mr|Mrs|Ms|Dame|Sir|Lord|Lady|Prof|Rev)\.?$/u.test(first)
    const opens =
      openers.has(lowerOf(first)) && !(isKnownFirstName(first) && !isKnownFirstName(second) && first !== 'Du')
    if (!title && !opens && !isParticle(first)) break
    titled ||= title
    dropped += first.length + 1
    rest = rest.slice(1)
  }
  while (rest.length > 2 && /^\p{Lu}{2,}$/u.test(rest.at(-1) ?? '') && !rest.every((word) => /^\p{Lu}+$/u.test(word)))
    rest = rest.slice(0, -1)
  while (
    rest.length > 2 &&
    /^(?:Foto|Fotograf|Photo|Telefon|Phone|Tel|E-post|Epost|Email|Mobil|Bild|Text|Läs|Foton|Twitter|Publicerad)$/u.test(
      rest.at(-1) ?? '',
    )
  )
    rest = rest.slice(0, -1)
  return { words: rest, dropped, titled }
}

const speaks =
  /^(?:,? (?:säger|menar|berättar|konstaterar|skriver|betonar|understryker|tror|kommenterar|presenterade|presenterar|redogjorde|inledde|modererade|föreläste|medverkar|medverkade|föreläser|deltog|tackade|hälsade|avslutade|ledde|leder|blir|utses|utsågs|tillträder|efterträder|efterträdde|lämnar|valdes|omvaldes|är|var|har|har utsetts|anställdes|said|says|explains|presented|leads|led|chairs|joined|joins|will|succeeds|has been|was|is|told|welcomed|opened)(?![\p{L}]))/u
const before =
  /(?:säger|menar|berättar|konstaterar|skriver|av|by|med|with|said|says|kontakta|leds av|utnämnt|utsett|förordnat|utnämner|utser|förordnar|anställt|valt|appointed|welcomes|welcome|efter|tack till|samtalar|intervju med|bjuder|are|är|ingår|sitter) $/iu
const labelled =
  /(?:^|[\s(])(?:foto|fotograf|photo|bild|text|av|by|kontakt|kontaktperson|e-post till|skribent|redaktör|pressekreterare|contact)\p{L}*:? ?$/iu

/** Points for what stands right before and after a name. */
function aroundScore(text: string, start: number, end: number): number {
  const left = text.slice(Math.max(0, start - 60), start)
  const right = text.slice(end, end + 70)
  let score = 0
  const word = /(\p{L}[\p{L}-]*),? $/u.exec(left)?.[1] ?? ''
  // "Anna Ek, VD Norra Skaft": what follows the title is where she works.
  const apposition = /\p{Lu}[\p{L}’'-]+, (?:\p{L}+ )?[\p{L}-]+ $/u.test(left)
  if (word !== '' && isTitleWord(word)) score += apposition ? -1.5 : 2
  if (
    /(?:efterträder|efterträdde|ersätter|ersatte|avlöser|succeeds|succeeded|replaces|replaced|utsett|utser|utnämnt|utnämner|välkomna till|kontakta|leds av|chaired by|led by) $/iu.test(
      left,
    )
  )
    score += 2
  else if (labelled.test(left)) score += 1.5
  else if (before.test(left)) score += 1
  if (speaks.test(right)) score += 1
  if (/^,? (?:\(\p{L}{1,3}\)|\((?:f\.|född|born|ordf|vice|tf|adj|suppl|ledamot))/u.test(right)) score += 1.5
  if (/^ (?:från|vid|hos|at|from|of) (?:the )?\p{Lu}/u.test(right)) score += 0.5
  if (/^ \(\p{Lu}\p{L}{2,}[^()]{0,60}\)/u.test(right)) score += 1
  const next = /^(?:, | – | - | \| | \()(?<words>[^,.;()|]{2,60})/u.exec(right)?.groups?.['words']
  if (next !== undefined) {
    const [one = '', two = ''] = next.split(' ')
    if (isTitleWord(one) || (/^\p{Ll}/u.test(one) && isTitleWord(two))) score += 1.5
  }
  return score
}

/** People of a text, in order. Words within an organisation's name are none. */
export function findPeople(text: string, organisations: readonly OrganisationMention[], bonus = 0): PersonMention[] {
  const found: PersonMention[] = []
  for (const match of text.matchAll(run)) {
    for (const part of outside(match[0], match.index, organisations)) {
      const split = trim(part.text.split(' '))
      const words = [...split.words]
      while (words.length > 0 && isParticle(words.at(-1) ?? '')) words.pop()
      const name = words.join(' ')
      const start = part.start + split.dropped
      const end = start + name.length
      if (words.length < 2 || name.length > 60) continue
      const around = aroundScore(text, start, end) + (split.titled ? 2 : 0) + bonus
      const score = scoreName(words) + around
      if (score >= 2) found.push({ start, end, name, asWritten: text.slice(start, end), score })
    }
  }
  return found
}

/** The stretches of a run of capitals that no organisation covers. */
function outside(
  written: string,
  at: number,
  organisations: readonly OrganisationMention[],
): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = []
  let from = at
  const end = at + written.length
  const push = (to: number): void => {
    const raw = written.slice(from - at, to - at)
    const text = raw.trim()
    if (text.includes(' ')) parts.push({ text, start: from + raw.indexOf(text) })
  }
  for (const one of organisations) {
    if (one.end <= from || one.start >= end) continue
    if (one.start > from) push(one.start)
    from = Math.min(one.end, end)
  }
  if (from < end) push(end)
  return parts
}
