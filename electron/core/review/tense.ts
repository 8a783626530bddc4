/** Present among past: minutes tell what happened, and one tense of telling holds from the first item to the last. */
import { nameParticle } from '#contract/name-particles.ts'
import { raise, tells, within, type Passage, type Raised, type ReviewInput } from './passages.ts'
import { actsOfMeeting, tenses, toCome } from './tense-words.ts'

const person = `\\p{Lu}[\\p{L}’'-]*\\p{Ll}(?: (?:${nameParticle} )?\\p{Lu}[\\p{L}’'-]*\\p{Ll}){1,3}`
const roles = {
  sv: 'Ordförande|Ordföranden|Mötesordföranden|Sekreteraren|Samordnaren|Mötet|Sammanträdet|Ledamöterna|Deltagarna|Kassören|Vice ordföranden',
  en: 'The chair|The chairman|The chairperson|The secretary|The meeting|The members|The treasurer',
} as const
const aside = '(?: \\([^()]{1,60}\\)|, [^,.;]{2,60},)?'
const adverb = {
  sv: '(?: (?:sedan|därefter|även|också|därmed|slutligen|då))?',
  en: '(?: (?:then|also|finally))?',
} as const

type Language = 'sv' | 'en'

const openings = Object.fromEntries(
  (['sv', 'en'] as const).map((language) => [
    language,
    new RegExp(
      `^(?:(?:${roles[language]})(?: ${person})?|${person})${aside}${adverb[language]} (?<verb>\\p{Ll}+)(?!\\p{L})`,
      'u',
    ),
  ]),
) as Record<Language, RegExp>

/** Who or what opens a sentence and does something in it; null when it opens otherwise. */
function opening(text: string, language: Language): { verb: string; at: number } | null {
  const match = openings[language].exec(text)
  const verb = match?.groups?.['verb']
  return match === null || verb === undefined ? null : { verb, at: match[0].length - verb.length }
}

const pastVerbs = { sv: new Set(tenses.sv.values()), en: new Set(tenses.en.values()) }
const pastPassive = /(?<!\p{L})\p{Ll}{3,}(?:ades|erades|tes|des|lyftes|hölls|gavs|togs)(?!\p{L})/gu

/** Verbs of the main clauses: the first, and those joined to it before anything else begins. */
function flips(text: string, first: number, language: Language): { from: number; to: number; past: string }[] {
  const rest = text.slice(first)
  const stop = /[.;:!?–]|(?<!\p{L})(?:som|att|där|när|medan|eftersom|that|which|who|where|when|as)(?!\p{L})/u.exec(rest)
  const clause = rest.slice(0, stop?.index ?? rest.length)
  const found: { from: number; to: number; past: string }[] = []
  for (const match of clause.matchAll(/(?<=^|(?:och|samt|and|,) )\p{Ll}+(?!\p{L})/gu)) {
    const past = tenses[language].get(match[0])
    if (past !== undefined) found.push({ from: first + match.index, to: first + match.index + match[0].length, past })
  }
  return found
}

/** Words from the first verb to the last, and what they become. */
function inPassage(passage: Passage, language: Language): Raised[] {
  return passage.sentences.flatMap((sentence): Raised[] => {
    const opened = opening(sentence.text, language)
    if (opened === null || !tenses[language].has(opened.verb)) return []
    // "Anna Ek svarar henne under veckan": what will be done has not been told in the wrong tense.
    if (!actsOfMeeting.has(opened.verb) && toCome[language].test(sentence.text.slice(opened.at))) return []
    const verbs = flips(sentence.text, opened.at, language)
    const [first, last] = [verbs[0], verbs.at(-1)]
    if (first === undefined || last === undefined || within(passage.quoted, sentence.from + first.from)) return []
    let text = sentence.text.slice(first.from, last.to)
    for (const { from, to, past } of verbs.toReversed())
      text = text.slice(0, from - first.from) + past + text.slice(to - first.from)
    const range = { from: sentence.from + first.from, to: sentence.from + last.to }
    return [raise('tense', passage, range, { kind: 'words', text })]
  })
}

/** How often the minutes tell in the past. */
function pastCount(passages: readonly Passage[], language: Language): number {
  let count = 0
  for (const { text, sentences } of passages) {
    for (const sentence of sentences) {
      const opened = opening(sentence.text, language)
      if (opened !== null && pastVerbs[language].has(opened.verb)) count += 1
    }
    if (language === 'sv') count += [...text.matchAll(pastPassive)].length
  }
  return count
}

/** Fewest times of telling in the past before a present among them is one. */
const fewest = 3

export function tense({ view, passages }: ReviewInput): Raised[] {
  const { language } = view.head
  const told = passages.filter(tells)
  const found = told.flatMap((passage) => inPassage(passage, language))
  if (found.length === 0) return []
  const past = pastCount(told, language)
  return past >= fewest && past >= 2 * found.length ? found : []
}
