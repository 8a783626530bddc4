/** Present among past: minutes tell what happened, and one tense of telling holds from the first item to the last. */
import { raise, tells, within, type Passage, type Raised, type ReviewInput } from './passages.ts'
import { namesBorne, opening, type Opening } from './tense-subjects.ts'
import {
  actsOfBody,
  actsOfMeeting,
  furtherPast,
  standing,
  tenses,
  toCome,
  toldOn,
  wantsComplement,
} from './tense-words.ts'

type Language = 'sv' | 'en'

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

const isPast = (verb: string, language: Language) => pastVerbs[language].has(verb) || furtherPast.has(verb)

/** Whether the present of a sentence is surely told of the meeting; `before` is what began the sentence in front of it. */
function isTold(opened: Opening, text: string, before: Opening | null, language: Language): boolean {
  const { verb, at, subject } = opened
  const rest = text.slice(at)
  // "Anna Ek svarar henne under veckan": what will be done has not been told in the wrong tense.
  if (!actsOfMeeting.has(verb) && toCome[language].test(rest)) return false
  if (subject === 'sure') return true
  if (standing[language].test(rest)) return false
  if (subject === 'turned') return true
  if (wantsComplement[language].test(rest)) return false
  if (subject === 'body') return actsOfBody.has(verb)
  // "Han beskriver livet på landet": of whom, only what was told just before can say.
  return subject === 'short' || (before !== null && isPast(before.verb, language))
}

/** Words from the first verb to the last, and what they become. */
function inPassage(passage: Passage, language: Language, borne: ReadonlySet<string>): Raised[] {
  const opened = passage.sentences.map(({ text }) => opening(text, language, borne))
  return passage.sentences.flatMap((sentence, place): Raised[] => {
    const own = opened[place] ?? null
    if (own === null) return []
    const begunInPast = isPast(own.verb, language)
    if (begunInPast) {
      const rest = sentence.text.slice(own.at)
      if (toCome[language].test(rest) || standing[language].test(rest)) return []
    } else if (!tenses[language].has(own.verb) || !isTold(own, sentence.text, opened[place - 1] ?? null, language)) {
      return []
    }
    const all = flips(sentence.text, own.at, language)
    const verbs = begunInPast
      ? all.filter(({ from, to }) => toldOn.has(sentence.text.slice(from, to)) && sentence.text[from - 2] !== ',')
      : all
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
function pastCount(passages: readonly Passage[], language: Language, borne: ReadonlySet<string>): number {
  let count = 0
  for (const { text, sentences } of passages) {
    for (const sentence of sentences) {
      const opened = opening(sentence.text, language, borne)
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
  const borne = namesBorne(view, told)
  const found = told.flatMap((passage) => inPassage(passage, language, borne))
  if (found.length === 0) return []
  const past = pastCount(told, language, borne)
  return past >= fewest && past >= 2 * found.length ? found : []
}
