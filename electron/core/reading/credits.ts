/** Whose picture it is: a firm that no list knows, named by a photo credit alone. */
import { organisationType, type OrganisationMention } from './organisations.ts'

const credit =
  /^(?:[Ff]oto(?:graf)?|FOTO|[Pp]hoto(?:graph(?:er)?)?|[Bb]ild(?:bank)?|[Ii]llustration|[Ii]mage)(?: by| av)?:? +(?<name>\p{Lu}[\p{L}\p{N}]*)\.?$/u
/** A capital within a word is written in names of firms, and of people only behind these. */
const innerCapital = /\p{Ll}\p{Lu}/u
const ofPeople = /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Af)\p{Lu}/u

/** "Foto: ProvBolaget": the one word of a credit, when its spelling is a firm's and no photographer's. */
export function creditedFirm(text: string): OrganisationMention | null {
  const name = credit.exec(text)?.groups?.['name'] ?? ''
  if (!innerCapital.test(name) || ofPeople.test(name)) return null
  const start = text.lastIndexOf(name)
  return { start, end: start + name.length, name, asWritten: name, type: organisationType(name) }
}
