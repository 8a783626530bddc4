/** Who or what acts in a sentence of minutes: a person, an officer, a body, a pronoun; in front of the verb or behind it. */
import type { MeetingView } from '#contract/meetings.ts'
import { nameParticle } from '#contract/name-particles.ts'
import { couldBeName, isFirstName } from '#core/import/names.ts'
import type { Passage } from './passages.ts'

const person = `\\p{Lu}[\\p{L}’'-]*\\p{Ll}(?: (?:${nameParticle} )?\\p{Lu}[\\p{L}’'-]*\\p{Ll}){1,3}`
const roles = {
  sv: 'Ordförande|Ordföranden|Mötesordföranden|Sekreteraren|Samordnaren|Mötet|Sammanträdet|Ledamöterna|Deltagarna|Kassören|Vice ordföranden',
  en: 'The chair|The chairman|The chairperson|The secretary|The meeting|The members|The treasurer',
} as const
const bodies = {
  sv: 'Styrelsen|Nämnden|Rådet|Utskottet|Kommittén|Arbetsgruppen|Gruppen|Kansliet|Presidiet',
  en: 'The board|The committee|The council|The panel|The group|The working group',
} as const
const pronouns = { sv: 'Hon|Han|Hen|De', en: 'She|He|They' } as const
const aside = '(?: \\([^()]{1,60}\\)|, [^,.;]{2,60},)?'
const adverb = {
  sv: '(?: (?:sedan|därefter|även|också|därmed|slutligen|då))?',
  en: '(?: (?:then|also|finally))?',
} as const
/** What tells that the sentence goes on with the meeting. */
const lead = {
  sv: '(?:Därefter|Därpå|Sedan|Sist|Slutligen|Avslutningsvis|Inledningsvis|Dessutom|Vidare|Först|Till (?:sist|slut)|På frågan|På en fråga|Som svar|I diskussionen|Under (?:punkten|diskussionen)|Efter (?:pausen|lunchen|kaffet|fikat|presentationen|föredraget|genomgången|diskussionen|det|detta))(?: (?:även|också))?',
  en: '(?:Then|Next|Finally|Afterwards|After (?:that|this|lunch|the break)),?',
} as const

type Language = 'sv' | 'en'
/** "sure": whose present tense alone is a lapse; "body" and "short" want more than that, and a pronoun somebody in front. */
type Subject = 'sure' | 'body' | 'short' | 'pronoun' | 'turned'
export type Opening = { verb: string; at: number; subject: Subject }

const both = <T>(of: (language: Language) => T): Record<Language, T> => ({ sv: of('sv'), en: of('en') })
const verb = '(?<verb>\\p{Ll}+)(?!\\p{L})'
const single = "\\p{Lu}[\\p{L}’'-]*\\p{Ll}"
const openings = both(
  (language) =>
    new RegExp(`^(?:(?:${roles[language]})(?: ${person})?|${person})${aside}${adverb[language]} ${verb}`, 'u'),
)
const further = both(
  (language) =>
    new RegExp(
      `^(?:(?<body>${bodies[language]})|(?<pronoun>${pronouns[language]})|(?<name>${single}))${adverb[language]} ${verb}`,
      'u',
    ),
)
const anyone = both((language) => {
  const named = `${roles[language]}|${bodies[language]}|${pronouns[language]}`
  return `(?:(?<named>${named}|${named.toLowerCase()})|(?<person>${person})|(?<name>${single}))(?!\\p{L})`
})
const turned = {
  sv: new RegExp(`^${lead.sv} ${verb} ${anyone.sv}`, 'u'),
  en: new RegExp(`^${lead.en} ${anyone.en} ${verb}`, 'u'),
}

const anybody = new RegExp(`(?<![\\p{L}-])${person}`, 'gu')

/** First names and surnames that somebody of the meeting bears, on the list or in the text. */
export function namesBorne({ attendance, officers }: MeetingView, passages: readonly Passage[]): ReadonlySet<string> {
  const borne = new Set<string>()
  const add = (name: string) => {
    for (const word of name.split(' ')) if (/^\p{Lu}\p{L}+/u.test(word) && couldBeName(word)) borne.add(word)
  }
  for (const { name } of [...attendance, ...officers]) add(name)
  for (const { text } of passages)
    for (const [name] of text.matchAll(anybody))
      if (isFirstName(name.split(' ')[0] ?? '') && couldBeName(name)) add(name)
  return borne
}

/** Who or what begins a sentence and does something in it; null when it begins otherwise. */
export function opening(text: string, language: Language, borne: ReadonlySet<string>): Opening | null {
  const match = openings[language].exec(text)
  const placed = ({ 0: whole, groups }: RegExpExecArray, subject: Subject): Opening => {
    const word = groups?.['verb'] ?? ''
    const end = whole.length - word.length
    return { verb: word, at: end, subject }
  }
  if (match !== null) return placed(match, 'sure')
  const other = further[language].exec(text)
  const { body, pronoun, name = '' } = other?.groups ?? {}
  if (other !== null && body !== undefined) return placed(other, 'body')
  if (other !== null && pronoun !== undefined) return placed(other, 'pronoun')
  if (other !== null && borne.has(name)) return placed(other, 'short')
  const behind = turned[language].exec(text)
  if (behind === null || (behind.groups?.['name'] !== undefined && !borne.has(behind.groups['name']))) return null
  const word = behind.groups?.['verb'] ?? ''
  const at = language === 'en' ? behind[0].length - word.length : behind[0].indexOf(` ${word} `) + 1
  return { verb: word, at, subject: 'turned' }
}
