/** Those who are listed, by whatever a text calls them further down: whole name, given or family name, initials. */
import { initialsOf } from './initials.ts'
import { isFirstName, splitHonorific } from './names.ts'
import { hasRoleWord } from './roles.ts'

export interface Crew {
  /** One name or several ("Anna", "AE + BF", "Anna, Bo och Eva Ek"), each of them somebody listed. */
  knows: (owner: string) => boolean
  /** The only one listed with these initials. */
  named: (initials: string) => string | null
  /** An organisation somebody listed is from, or what such a one is called in short ("Kommunen"). */
  isBody: (words: string) => boolean
  /** The organisation of several words a sentence begins with ("Myndigheten för kajer"), small ones among them. */
  bodyIn: (sentence: string) => string | null
  /** The minutes tell in the present tense what was said and done ("Ordföranden öppnar mötet"). */
  toldInPresent: () => boolean
}

const between = / ?[,/&+] ?| (?:och|samt|and|o\.?) /u

const past =
  /(?<!\p{L})(?:öppnade|hälsade|berättade|redovisade|informerade|rapporterade|redogjorde|föredrog|presenterade|frågade|undrade|visade|tackade|gick igenom|beslutade|beslöt|beslöts|meddelade|påminde|föreslog|framhöll|godkändes|avslutade|avslutades|valdes|utsågs|diskuterades|diskuterade|konstaterade|konstaterades|opened|reported|presented|explained|welcomed|thanked|noted|discussed|showed|went through)(?!\p{L})/giu
const present =
  /(?<!\p{L})(?:öppnar|hälsar|berättar|redovisar|informerar|rapporterar|redogör|föredrar|presenterar|frågar|undrar|visar|tackar|går igenom|beslutar|meddelar|påminner|föreslår|framhåller|framhålls|godkänns|avslutar|avslutas|väljs|utses|diskuteras|diskuterar|konstaterar|konstateras|förklarar|opens|reports|presents|explains|welcomes|thanks|notes|discusses|shows|goes through)(?!\p{L})/giu

const inShort =
  /^(?:Kommunen|Regionen|Länsstyrelsen|Institutet|Förvaltningen|Kansliet|Sekretariatet|Departementet|Myndigheten|Universitetet|Leverantören|Konsulten|Entreprenören|Beställaren|Byggherren|Skolan|Föreningen|Valberedningen|Arbetsgruppen|Projektgruppen|Styrelsen|Förvaltaren)$/u

/** Nobody can be called by more names than these; a longer list is cut off. */
const mostPeople = 2000

export function crewOf(people: readonly { name: string; organisation: string | null }[], text: string): Crew {
  const calls = new Set<string>()
  const initials = new Map<string, Set<string>>()
  for (const { name } of people.slice(0, mostPeople)) {
    const bare = splitHonorific(name).name
    const words = bare.split(/\s+/u)
    const [first = '', last = ''] = [words[0], words.at(-1)]
    // "Niklas T" and "Niklas T." are of two who share a given name.
    const short = words.length > 1 ? `${first} ${last.slice(0, 1)}` : first
    for (const call of [name, bare, first, last, `${first} ${last}`, short, `${short}.`])
      if (/^\p{Lu}\p{L}/u.test(call)) calls.add(call)
    for (const made of initialsOf(bare)) initials.set(made, (initials.get(made) ?? new Set()).add(name))
  }
  const bodies = new Set(people.slice(0, mostPeople).map(({ organisation }) => organisation ?? ''))
  const long = [...bodies].filter((body) => /^\p{Lu}.{3,80} \p{Ll}/u.test(body)).slice(0, 50)
  const knowsOne = (owner: string): boolean => {
    const { name, title } = splitHonorific(owner.trim())
    if (calls.has(owner.trim()) || calls.has(name) || initials.has(name)) return true
    const words = name.split(' ')
    // "Kassören Anna": a role in front of a name. Without a list of people a common given name is one.
    if (words.length > 1 && hasRoleWord(words[0] ?? '') && !isFirstName(words[0] ?? ''))
      return calls.has(words.slice(1).join(' '))
    return people.length === 0 && title === null && words.length < 4 && isFirstName(words[0] ?? '')
  }
  let inPresent: boolean | null = null
  return {
    knows: (owner) => {
      const names = owner.length < 120 ? owner.split(between) : []
      // Beside somebody listed a common given name is a person as well: "Erik och Tina".
      return names.some(knowsOne) && names.every((name) => knowsOne(name) || isFirstName(name))
    },
    named: (written) => {
      const names = initials.get(written)
      const [name] = names ?? []
      return names?.size === 1 && name !== undefined ? name : null
    },
    bodyIn: (sentence) => long.find((body) => sentence.startsWith(`${body} `)) ?? null,
    isBody: (words) => bodies.has(words) || inShort.test(words),
    toldInPresent: () => (inPresent ??= (text.match(present)?.length ?? 0) > (text.match(past)?.length ?? 0)),
  }
}
