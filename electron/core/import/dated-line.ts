/** A running head: "Söndagen den 17 mars 2024 i klubbstugan. Närvarande: 34 medlemmar." */
import { findDates } from './dates.ts'
import { endsSentence } from './words.ts'

export interface DatedLine {
  /** Who met, where the line says it as a sentence: "Styrelsen sammanträdde …". */
  subject: string | null
  /** The day, and what stands with it: clock times and a place. */
  day: string
  /** What the line says besides, each as one labelled sentence. */
  more: string[]
}

/** Told, not noted down: "Den 3 mars 2024 i Lund hölls årsmötet." */
const told =
  /(?<!\p{L})(?:hölls|håller|träffades|samlades|möttes|ägde|äger|var|är|blev|ska|skall|kommer|har|hade|was|is|were|met|took|takes|will|had|has|gathered|\p{L}+ades|beslut\p{L}*)(?!\p{L})/iu
const labelled = /^\p{Lu}[\p{L} ]{2,30}: ?\S/u

/** "Styrelsen sammanträdde torsdagen den", "Mötet hölls", "The Board met on": up to the day. */
const met =
  /^(?:the )?(?<subject>\p{Lu}[\p{L}-]+(?: [\p{L}-]+){0,3}) (?:hölls|sammanträdde|träffades|möttes|samlades|ägde rum|met|was held|took place) (?:on )?(?:den )?$/iu

/** A line that opens with its day and says no more than head lines say; null for any other. */
export function datedLine(text: string): DatedLine | null {
  if (text.length > 240) return null
  const [date] = findDates(text, { slash: true })
  if (date === undefined || date.year === null) return null
  const lead = text.slice(0, date.index)
  const subject = met.exec(lead)?.groups?.['subject'] ?? null
  if (subject === null && !/^(?:den )?$/iu.test(lead)) return null
  const [whole = '', ...more] = text.split(/(?<=\p{L}{2}\.|[\d)]\.) (?=\p{Lu}[\p{L} ]{2,30}:)/u)
  const day = subject === null ? whole : whole.slice(date.index)
  const rest = whole.slice(date.end)
  if (rest.length > 90 || told.test(rest) || /[.!?] \p{Lu}/u.test(rest)) return null
  if (rest !== '' && !/^(?:[,;.]|$| (?:kl|klockan|i|på|vid|hos|in|at|from|\d|[–-]))/iu.test(rest)) return null
  if (!more.every((one) => labelled.test(one))) return null
  return { subject, day: endsSentence(day) ? day.replace(/\.$/u, '') : day, more }
}
