/** A person's name taken apart: first names, surnames, particles, the elder or the younger, former surnames. Pure. */
import { matchKey } from '#core/register/names.ts'
import { wordOf, type Word } from '#core/register/similarity.ts'
import { isGivenName } from './given-names.ts'

export type PersonName = {
  /** As matchKey has it, without titles and asides. */
  key: string
  given: Word[]
  surnames: Word[]
  /** "von", "af", "de la"; '' for none. */
  particles: string
  generation: 'older' | 'younger' | null
  /** The first name is a double one, written with a hyphen. */
  hyphened: boolean
  /** Surnames that the text says were borne before. */
  former: string[]
  /** A comma stands inside the name. */
  comma: boolean
}

const titles = new Set('dr prof professor docent tekn med fil lic fru herr mr mrs ms dir civ ing'.split(' '))
const particleOf: Readonly<Record<string, string>> = {
  von: 'von',
  v: 'von',
  af: 'af',
  av: 'af',
  de: 'de',
  la: 'la',
  der: 'der',
  van: 'van',
  den: 'den',
  di: 'di',
  du: 'du',
  zu: 'zu',
  da: 'da',
}
const formerly = /\s*[(,]\s*(?:tidigare|tid\.|f\.?\s?d\.|född|f\.|ogift|née|formerly)\s+([\p{L}\- ]+?)\)?\s*$/iu
const elder = /[\s,]+(?:d\.?\s?ä\.?|den äldre|senior|sr\.?)$/iu
const younger = /[\s,]+(?:d\.?\s?y\.?|den yngre|junior|jr\.?)$/iu
const dash = '[-\u2010-\u2015]'
const doubleFirst = new RegExp(`^\\p{L}+\\.?${dash}\\p{L}`, 'u')

/** Asides in brackets, and an everyday name in quotes between the others. */
function withoutAsides(text: string): string {
  return text
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/(?<=\p{L}\s+)["”“»«][^"”“»«]*["”“»«](?=\s+\p{L})/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** One name in its usual order. A word that is a first name is one as long as another is left for the surname. */
export function personName(text: string): PersonName {
  let plain = text.trim()
  const former: string[] = []
  const before = formerly.exec(plain)
  if (before !== null) {
    former.push(matchKey(before[1] ?? ''))
    plain = plain.slice(0, before.index)
  }
  plain = withoutAsides(plain)
  const generation = elder.test(plain) ? 'older' : younger.test(plain) ? 'younger' : null
  plain = plain.replace(elder, '').replace(younger, '')
  const words = matchKey(plain).split(' ').filter(Boolean)
  while (words.length > 2 && titles.has(words[0] ?? '')) words.shift()
  const bare: string[] = []
  const particles: string[] = []
  words.forEach((word, place) => {
    const particle = particleOf[word]
    // A letter at the beginning, or the last word, is no particle.
    if (particle !== undefined && place > 0 && place < words.length - 1 && (word !== 'v' || /\bv\./iu.test(plain)))
      particles.push(particle)
    else bare.push(word)
  })
  const hyphened = doubleFirst.test(plain)
  let cut = Math.min(hyphened && bare.length > 2 ? 2 : 1, bare.length)
  while (cut < bare.length - 1 && (isGivenName(bare[cut] ?? '') || (bare[cut] ?? '').length === 1)) cut += 1
  return {
    key: words.join(' '),
    given: bare.slice(0, cut).map(wordOf),
    surnames: bare.slice(cut).map(wordOf),
    particles: particles.join(' '),
    generation,
    hyphened,
    former,
    comma: /\p{L}\s*,\s*\p{L}/u.test(plain),
  }
}

/** The ways to read a name: as it stands, and with the surname first when its words allow it. */
export function readings(text: string): { name: PersonName; turned: boolean }[] {
  const found = [{ name: personName(text), turned: false }]
  const generation = elder.test(text) || younger.test(text)
  const comma = /^([^,(]+),\s*([^,(]+)$/u.exec(text.trim())
  if (comma !== null && !generation && !formerly.test(text))
    found.push({ name: personName(`${comma[2] ?? ''} ${comma[1] ?? ''}`), turned: true })
  else if (comma === null) {
    const words = withoutAsides(text).split(/\s+/u)
    const [first = '', ...rest] = words
    // "Rosenkvarn Erik", "Nguyen Thi Lan": a first word that is no first name may be the surname.
    if (rest.length > 0 && !isGivenName(matchKey(first).split(' ')[0] ?? '') && first.length > 2)
      found.push({ name: personName(`${rest.join(' ')} ${first}`), turned: true })
  }
  return found
}

/** Each surname that a name was or is written with: the name itself, and with every former surname. */
export function namesBefore(name: PersonName): string[] {
  const given = name.given.map((word) => word.text).join(' ')
  return name.former.map((surname) => `${given} ${surname}`)
}
