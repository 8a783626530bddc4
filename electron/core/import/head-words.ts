/** Words of a head that tell a paper, an owner or a person from the meeting's own fields. */
import { startsLower, wordsOf } from './words.ts'

/** What sort of paper it is, and how far it has come: nobody's name. */
export const documentWord =
  /^(?:promemoria|pm|rapport|tjänsteskrivelse|skrivelse|bilaga(?: \d{1,2})?|dokument|arbetsmaterial|utkast|förslag|internt?|öppen|konfidentiellt|justerat|ojusterat|memo(?:randum)?|memorandum|report|annex(?: \p{Lu}|\d{1,2})?|unconfirmed|confirmed|draft|final|approved|confidential|internal|restricted|public)$/iu

/** "Ankarby kommun", "Region Viken": whoever the body belongs to. */
export function isAuthority(text: string): boolean {
  return /^(?:\p{Lu}[\p{L}-]+ ){1,3}(?:kommun|stad|landsting|församling|pastorat|universitet|högskola|AB|ekonomiska? förening)$|^Region \p{Lu}[\p{L} -]{2,30}$|^\p{Lu}\p{L}+(?:verket|myndigheten|styrelsen) i \p{Lu}\p{L}+$/u.test(
    text,
  )
}

/** "Delaktighetsverket 2024-09-30": whose letterhead has the day, not where anybody met. */
export function isSender(text: string): boolean {
  return (
    isAuthority(text) ||
    /^\p{Lu}[\p{L}-]*(?:verket|myndigheten|inspektionen|kansliet|departementet|universitetet|högskolan)$/u.test(text)
  )
}

/** "Sam Oakley – joined 18:50": of somebody, not of the meeting. */
export const cameOrLeft =
  /(?<!\p{L})(?:joined|left|arrived|departed|anslöt|ansluter|gick|avvek|kom|lämnade|anlände|tillkom)(?!\p{L})/iu

/** "Lowgate House, Kornlaan 40, Aldenhove": a street with its number between commas. */
export function isAddress(text: string): boolean {
  return /(?:^|, )\p{Lu}[\p{L}.’'-]{2,}(?: \p{L}[\p{L}.’'-]+){0,2} \d{1,4} ?[A-Za-z]?, \p{Lu}|, \p{Lu}[\p{L}.’'-]{2,}(?: \p{L}[\p{L}.’'-]+){0,2} \d{1,4} ?[A-Za-z]?$/u.test(
    text,
  )
}

/** Over a list of what comes, not who sends it. */
export const listsItems =
  /^(?:agenda|dagordning(?:en)?|föredragningslista(?:n)?|table of contents|contents|innehåll)\W*$/iu

/** "Projekt 4471 Ombyggnad Kv. Ugglan" */
export const projectLine = /^(?:projekt|project|entreprenad)(?:nr|nummer|no)?\.? (?=.*\p{Lu})[\p{Lu}\d].{3,90}$/iu

/** "nr 3 2024, Teams" in "Möte nr 3 2024, Teams": which meeting of the series it was. */
export const meetingNumber = /^(?:nr|no|nummer|number)\b[.:]? ?\d{1,3}(?:[ /:–-]+(?:19|20)?\d{2})?(?:, | |$)/iu

/** Most of the words are small: a sentence that goes on in the line below, no place. */
export function isProse(words: string): boolean {
  const all = wordsOf(words)
  return all.length > 6 && all.filter((word) => startsLower(word)).length > all.length * 0.6
}
