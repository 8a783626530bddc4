/** People who act in the text ("Anna Ek presenterade …") and are not on the list. */
import { nameParticle } from '#contract/name-particles.ts'
import { isFirstName, isFullName, nameWords, sameName, splitHonorific } from './names.ts'
import { readAffiliation } from './affiliations.ts'
import { hasOrganisationWord, hasRoleWord } from './roles.ts'
import { wordsOf } from './words.ts'

interface Actor {
  name: string
  capacity: string | null
  organisation: string | null
  line: number
  item: number | null
  quote: string
}

/** Somebody as one sentence has them. */
interface Said {
  name: string
  capacity: string | null
  organisation: string | null
  /** The text's own words of them: "Anna Ek från Vinnova", "docenten Eva Test". */
  words: string
}

/** What people do in minutes, as alternatives of a regular expression: "Anna Ek presenterade". */
export const actingVerbs = `presenterade|presenterar|berättade|berättar|redogjorde|redogör|informerade|informerar|föredrog|föredrar|hälsade|hälsar|öppnade|öppnar|öppnades av|avslutade|avslutar|kommenterade|kommenterar|svarade|svarar|besvarade|besvarar|inledde|inleder|rapporterade|rapporterar|redovisade|redovisar|visade|visar|beskrev|beskriver|fortsatte|påpekade|påpekar|framhöll|framhåller|underströk|understryker|lyfte|lyfter|frågade|frågar|undrade|undrar|föreslog|föreslår|höll|håller|gav|ger|gick igenom|går igenom|tackade|tackar|tog upp|tar upp|medverkade|besökte|gästade|deltog|yrkade|yrkar|betonade|betonar|förklarade|förklarar|meddelade|meddelar|nämnde|nämner|sammanfattade|sammanfattar|introducerade|introducerar|ledde|leder|talade|talar|efterfrågade|konstaterade|konstaterar|anmälde|anmäler|ansåg|anser|menade|menar|kompletterade|kompletterar|orienterade|påminde|påminner|demonstrerade|läste upp|lämnade en|lämnar en|flaggade|reflekterade|välkomnade|välkomnar|presented|presents|reported|reports|gave|gives|opened|opens|closed|welcomed|welcomes|introduced|introduces|explained|explains|informed|informs|outlined|outlines|described|describes|summarised|summarized|commented|comments|answered|replied|noted|notes|asked|asks|raised|raises|proposed|thanked|thanks|confirmed|confirms|briefed|provided|led|chaired|demonstrated|updated|told|spoke|said|stated|highlighted|shared|walked|stressed|suggested|delivered|announced|pointed out|declared|showed`

/** More of it, told after a name alone: what somebody said to a matter, promised, or had sent in. */
const furtherVerbs =
  'tillstyrkte|tillstyrker|avstyrkte|avstyrker|tillade|tillägger|upplyste|upplyser|instämde|instämmer|undertecknade|lovade|lovar|åtog sig|åtar sig|erbjöd sig|reserverade sig|reserverar sig|närvarade|deltar|medverkar|mejlade|mejlar|hörde av sig|tipsade|varnade|invände|invänder|joined(?= (?:as|for|the (?:meeting|call)))|anslöt(?= (?:som|till mötet))'
const sentIn =
  '(?:har|hade) (?:(?:även|också|tidigare|redan|dessutom|inför mötet) )?(?:mejlat|mailat|skickat|skrivit|ringt|frågat|ställt|lämnat|anmält|föreslagit|bett|önskat|meddelat|framfört|hört av sig|tagit upp|lyft|påpekat|undrat|svarat|berättat|informerat|presenterat|redogjort|redovisat|deltagit|medverkat|yrkat)'

const word = `\\p{Lu}(?=[\\p{L}’'-]{0,30}\\p{Ll})[\\p{L}’'-]{1,30}(?![\\p{L}])|\\p{Lu}\\.`
const name = `(?:${word})(?: (?:${nameParticle} )?(?:${word})){1,4}`
const subject = new RegExp(
  `(?<![\\p{L}])(?<name>${name})(?<aside> ?(?:\\([^()]{1,90}\\)|, [^,.;()]{2,90},| (?:från|vid|på|of|from|at) (?:(?!${actingVerbs})[\\p{L}\\d&'’-]+ ?){1,7}?))? (?:(?:och|and|samt) (?:${name})(?:, [^,.;]{2,60},)? )?(?:(?:därefter|sedan|även|också|kort|inledningsvis|dessutom|vidare|then|also|briefly|now|has|har|hade) )?(?<verb>${actingVerbs}|${furtherVerbs}|${sentIn})(?![\\p{L}])`,
  'gu',
)
const doneBy =
  '(?:presenterades|föredrogs|redovisades|öppnades|inleddes|hölls|leddes|besvarades|lyftes|framfördes|kommenterades|sammanfattades|introducerades|demonstrerades|beskrevs|presented|given|introduced|delivered|led) (?:av|by) '
const passive = new RegExp(
  `${doneBy}(?<role>\\p{Ll}[\\p{L}-]{2,30} )?(?<name>${name})(?<aside>,? ?(?:\\([^()]{1,90}\\)|, [^,.;()]{2,70}(?=[,.]|$)| (?:från|vid|of|from|at) \\p{Lu}[\\p{L}\\d&'’-]+(?: \\p{Lu}[\\p{L}\\d&'’-]+){0,4}))?`,
  'gu',
)

/** What a person is called or spoken for behind the name. */
const aside = `(?<aside>,? ?(?:\\([^()]{1,90}\\)|, [^,.;()]{2,70}(?=[,.]|$)| (?:från|vid) \\p{Lu}[\\p{L}\\d&'’-]+(?: \\p{Lu}[\\p{L}\\d&'’-]+){0,4}))?`

/** "Därefter informerade Anna Ek", "Under punkten deltog Bo Al", "Föredragande: Eva Test". */
const turnedLead =
  '(?:(?<![\\p{L}])(?:Därefter|Därpå|Sedan|Sist|Slutligen|Avslutningsvis|Inledningsvis|Dessutom|Vidare|Först|Under (?:punkten|mötet|paragrafen|ärendet)|(?:Vid|På) (?:mötet|punkten|sammanträdet)|Som gäst)(?: (?:även|också))? (?:presenterade|berättade|redogjorde|informerade|föredrog|rapporterade|redovisade|beskrev|deltog|medverkade|talade|inledde|svarade|orienterade|demonstrerade)(?: (?:även|också))?|(?:^|\\n)(?:Föredragande|Presenter):) '
const turned = new RegExp(`${turnedLead}(?<role>\\p{Ll}[\\p{L}-]{2,30} )?(?<name>${name})${aside}`, 'gu')

/**
 * "På frågan svarade Anna Ek", "Från Provverket medverkade Bo Al": behind what opens with a preposition the verb stands
 * before whoever acts. Behind a subject it does not: "Styrelsen tackade Anna Ek".
 */
const frontedVerb =
  '(?:svarade|svarar|presenterade|presenterar|berättade|berättar|redogjorde|redogör|informerade|informerar|föredrog|föredrar|rapporterade|redovisade|beskrev|deltog|deltar|medverkade|medverkar|närvarade|talade|inledde|orienterade|demonstrerade|förklarade|framhöll|påpekade|påminde|undrade|frågade|föreslog|yrkade|meddelade|nämnde|kommenterade|kompletterade|gästade|tillade|höll|gav|ställde)(?: (?:även|också))? '
const fronted = new RegExp(
  `(?<=^|[.!?:\\n]\\s{0,2})(?:Från (?<from>\\p{Lu}[\\p{L}\\d&-]+(?: \\p{Lu}[\\p{L}\\d&-]+){0,4})|(?:På|I|Vid|Under|Efter|Från|För|Om|Till|Med|Inför|Som|När|Innan)(?: (?!att )[\\p{L}\\d-]+){1,7}?) ${frontedVerb}(?<role>\\p{Ll}[\\p{L}-]{2,30} )?(?<name>${name})${aside}`,
  'gu',
)

/** "Mr Dan Orr, Timetabling, to look into this": to whom a task is given. */
const charged = new RegExp(
  `^(?:Mrs?|Ms|Miss|Dr|Prof(?:essor)?)\\.? (?<name>${name})(?<aside>, [^,.;:()]{2,60},)? to \\p{Ll}`,
  'gu',
)

/**
 * "Dr Hal Moss joined at 10:30", "Docent Eva Test anslöt via länk": a title says that somebody came, and what follows
 * the verb that it was to the meeting.
 */
const arriving =
  '(?:(?:joined|arrived|left|attended|entered|dialled in|came in)(?= (?:at (?:\\d|this (?:point|item|stage))|the (?:meeting|call|session|room)|(?:for|during) (?:this |the )?(?:item|items|agenda|meeting|discussion|point)(?!\\p{L})|remotely|online|late|by (?:phone|telephone|video|link)|via (?:phone|telephone|video|link|Zoom|Teams)|as a guest|as an observer))|(?:anslöt|anlände|tillkom|inträdde|kom|lämnade|avvek)(?= (?:(?:till )?(?:mötet|sammanträdet)|kl\\.? ?\\d|klockan|via (?:länk|telefon|video|Teams|Zoom)|på länk|digitalt|under (?:mötet|punkten|§)|(?:vid|från) (?:punkt|§)|som gäst)))'
const title = '(?:Mrs?|Ms|Miss|Dr|Prof(?:essor)?|Docent|docent|professor|doktor|Doktor|lektor|Lektor|dr|prof)\\.?'
const arrived = new RegExp(
  `(?<![\\p{L}])${title} (?<name>${name})(?<aside> ?(?:\\([^()]{1,90}\\)|, [^,.;()]{2,90},| (?:från|vid|of|from|at) (?:[\\p{L}\\d&'’-]+ ?){1,7}?))? (?:(?:därefter|sedan|även|också|then|also|has|had) )?${arriving}`,
  'gu',
)

const arrivedBehind = new RegExp(
  `(?:Därefter|Därpå|Sedan|(?:Vid|På) (?:mötet|sammanträdet|punkten)|Under (?:mötet|punkten|paragrafen)|(?:Kl\\.?|Klockan) ?\\d{1,2}(?:[.:]\\d{2})?) (?:anslöt|anlände|tillkom)(?: (?:även|också))? ${title} (?<name>${name})${aside}`,
  'gu',
)

/** Those who are several, and present somebody rather than being one. */
const collective =
  /(?:styrelsen|nämnden|rådet|gruppen|mötet|stämman|kansliet|kommunen|regionen|utskottet|kommittén|bolaget|föreningen|klubben|ledningen)$/u

/** "Gäst var Anna Ek från Provverket". */
const namedLead =
  '(?:[Gg]äst(?:er|en)?|[Tt]alare|[Ff]öredragshållare|[Ff]öredragande|[Ii]nledare|[Mm]oderator|[Gg]ästföreläsare)(?: (?:på|vid|under) (?:mötet|punkten|sammanträdet))? (?:var|är) '
const named = new RegExp(`(?<![\\p{L}])${namedLead}(?<name>${name})${aside}`, 'gu')

/** Cheap test before the long patterns: a capitalised pair of words somewhere. */
const acting = /\p{Lu}[\p{L}.’'-]{0,30} (?:\p{Ll}{2,3} )?\p{Lu}/u

/** Each way of naming who acts, behind the words without which it cannot be: spares most texts the long patterns. */
const ways: ReadonlyArray<readonly [RegExp, RegExp]> = [
  [new RegExp(`(?:${actingVerbs}|${furtherVerbs}|${sentIn})`, 'u'), subject],
  [new RegExp(doneBy, 'u'), passive],
  [new RegExp(turnedLead, 'u'), turned],
  [new RegExp(` ${frontedVerb}`, 'u'), fronted],
  [new RegExp(namedLead, 'u'), named],
  [/^(?:M[rsi]|Dr|Prof).* to /u, charged],
  [/(?<!\p{L})(?:M(?:rs?|s|iss)|[Dd]r|[Pp]rof|[Dd]ocent|[Dd]oktor|[Ll]ektor)/u, arrived],
  [/ (?:anslöt|anlände|tillkom) /u, arrivedBehind],
]

/** Characters of one block that are searched; longer pieces are no minutes. */
const longest = 50_000

/** First words that open a sentence or name a thing, not a person. */
const openers =
  /^(?:Därefter|Sedan|Vidare|Efter|Efteråt|Under|Inför|Enligt|Genom|Dessutom|Även|Också|När|Då|Där|Här|Det|Den|De|Vi|Ni|Han|Hon|Man|En|Ett|Alla|Flera|Några|Många|Mötet|Styrelsen|Nämnden|Rådet|Gruppen|Kommunen|Regionen|Regeringen|Ordföranden?|Sekreteraren?|Kassören?|Revisorn|Ledamoten?|Punkten|Nästa|I|På|Vid|Från|Som|The|This|That|These|A|An|In|On|At|After|Before|Then|Next|During|It|We|He|She|They|All|Both|Board|Committee|Chair|Chairman|Treasurer|Secretary|Council|Members|Project|Dagens|Årets|Hela|Varje|Projektet|Arbetet|Rapporten|Presentationen|Diskussionen|Konferensen|Mötesordföranden?|Kanslichef\p{L}*|VD|Ord)$/u

const notPerson =
  /(?:Agency|University|Council|Committee|Board|Group|Department|Ministry|Institute|Region|Kommun|Sverige|Sweden|Europe|Nation|Life|Science|Summit|Project|Programme|Program|Report|Plan|Strategy|Team|Trust|Society|Association|House|Street|Road|Hall|Centre|Center|Park|School|Church|Bank|AB|Ltd|Inc|Invest|Vision|Agenda|Forum|Network|Week|Day|North|South|East|West|United|Royal|European|Nordic|Swedish|Svenska|Nya|Stora|Norra|Södra|Östra|Västra)$/u

/** Index of listed names by each of their words, so that a long list stays quick to ask. */
function nameIndex(listed: readonly string[]): (mention: string) => boolean {
  const byWord = new Map<string, string[]>()
  const short = new Map<string, string[]>()
  const push = (map: Map<string, string[]>, key: string, value: string): void => {
    const at = map.get(key)
    if (at === undefined) map.set(key, [value])
    else if (at.length < 200) at.push(value)
  }
  for (const listedName of listed) {
    for (const part of nameWords(listedName)) {
      push(byWord, part, listedName)
      push(short, part.slice(0, 2), listedName)
    }
  }
  return (mention) => {
    const parts = nameWords(mention)
    for (const part of parts) {
      const stem = part.endsWith('s') ? part.slice(0, -1) : part
      if (
        [...(byWord.get(part) ?? []), ...(byWord.get(stem) ?? [])].some((listedName) => sameName(mention, listedName))
      )
        return true
    }
    for (const part of parts) {
      if ((short.get(part.slice(0, 2)) ?? []).some((listedName) => sameName(mention, listedName))) return true
    }
    return parts.length === 0
  }
}

function asideOf(aside: string | undefined): { capacity: string | null; organisation: string | null } {
  const text = (aside ?? '').replace(/^[\s,(]+|[\s,)]+$/gu, '')
  if (text === '') return { capacity: null, organisation: null }
  const from = /^(?:från|vid|på|of|from|at) (?:the )?(.+)$/iu.exec(text)
  if (from?.[1] !== undefined) return { capacity: null, organisation: from[1].trim() }
  const pieces = text.split(/, /u).map((piece) => readAffiliation(piece))
  return {
    capacity: pieces.find((piece) => piece.capacity !== null)?.capacity ?? null,
    organisation: pieces.find((piece) => piece.organisation !== null)?.organisation ?? null,
  }
}

/** A capitalised run that could be a person: opening words cut off, titles cut off, no known thing. */
function personFrom(written: string): { name: string; capacity: string | null; from: string } | null {
  let words = written.split(' ')
  let capacity: string | null = null
  while (words.length > 2 && openers.test(words[0] ?? '')) words = words.slice(1)
  if (openers.test(words[0] ?? '')) return null
  const from = words.join(' ')
  if (words.length > 2 && hasRoleWord(words[0] ?? '') && !isFirstName(words[0] ?? '')) {
    capacity = (words[0] ?? '').toLowerCase()
    words = words.slice(1)
  }
  const { name: plain, title } = splitHonorific(words.join(' '))
  if (!isFullName(plain)) return null
  const parts = plain.split(' ')
  if (notPerson.test(parts.at(-1) ?? '') && !isFirstName(parts[0] ?? '')) return null
  if (hasOrganisationWord(plain) && !isFirstName(parts[0] ?? '')) return null
  if (parts.some((part) => /^\p{Lu}{2,}$/u.test(part))) return null
  // "Tanner's Row"
  if (parts.slice(0, -1).some((part) => /[’']s$/u.test(part))) return null
  if (hasRoleWord(parts[0] ?? '') && !isFirstName(parts[0] ?? '')) return null
  return { name: plain, capacity: capacity ?? title, from }
}

export interface ActorText {
  text: string
  line: number
  item: number | null
  /** Source line for a place in `text`, to quote. */
  lineAt: (index: number) => { line: number; quote: string }
}

/** All acting people of the texts who match nobody listed and none of the known bodies, each once. */
export function findUnlisted(
  texts: readonly ActorText[],
  participants: readonly { name: string }[],
  things: readonly string[],
): Actor[] {
  if (participants.length === 0) return []
  const listed = nameIndex(participants.map((person) => person.name))
  const isThing = new Set(things.map((thing) => thing.toLowerCase()))
  const found: Actor[] = []
  const known = new Set<string>()
  for (const { text, item, lineAt } of texts) {
    for (const { name: called, capacity, organisation, at } of actorsIn(text)) {
      const key = nameWords(called).join(' ')
      if (known.has(key) || isThing.has(called.toLowerCase())) continue
      if (listed(called)) continue
      if ([...known].slice(-50).some((other) => sameName(called, other))) continue
      known.add(key)
      const place = lineAt(at)
      found.push({ name: called, capacity, organisation, line: place.line, item, quote: place.quote })
    }
  }
  return found
}

/** Everybody who acts in a text, as often as they do; at: where the name begins. */
function* actorsIn(text: string): Generator<Said & { at: number }> {
  if (!acting.test(text)) return
  for (const [words, pattern] of ways) {
    if (!words.test(text)) continue
    for (const match of text.slice(0, longest).matchAll(pattern)) {
      const written = match.groups?.['name'] ?? ''
      const person = personFrom(written)
      if (person === null || wordsOf(person.name).length < 2) continue
      const role = match.groups?.['role']?.trim() ?? null
      // "Vid mötet presenterade styrelsen Anna Ek": it was the board that did.
      if (role !== null && ((pattern === fronted && !hasRoleWord(role)) || collective.test(role))) continue
      const own = role !== null && hasRoleWord(role) ? role : null
      const beside = asideOf(match.groups?.['aside'])
      const start = match.index + match[0].indexOf(written)
      const from = start + written.length - person.from.length
      const before = beside.organisation === null ? (match.groups?.['from'] ?? null) : null
      const words = `${own === null ? '' : `${own} `}${person.from}${match.groups?.['aside'] ?? ''}`
      yield {
        name: person.name,
        capacity: beside.capacity ?? person.capacity ?? own,
        organisation: beside.organisation ?? before,
        words: (before === null ? words : match[0]).replace(/[\s,]+$/u, ''),
        at: Math.max(from, text.indexOf(person.name.split(' ')[0] ?? '', from)),
      }
    }
  }
}

/** The text's own words of somebody who acts in it: "Anna Ek från Vinnova"; null where they do not act. */
export function introduced(text: string, called: string): string | null {
  for (const { name: own, words } of actorsIn(text)) if (own === called) return words
  return null
}
