/** Bodies in running text: programmes, groups, offices, inquiries, councils, boards. */
import type { BodyType } from '#contract/reading.ts'
import { matchKey } from '#core/register/names.ts'

export interface BodyMention {
  start: number
  end: number
  name: string
  asWritten: string
  type: BodyType
  /** Equal for the spellings and short forms of one body within a text. */
  key: string
}

/** Words that end a body's name in running text. */
const stop =
  'leds|leder|ledde|är|var|blir|blev|samt|som|ska|skall|fortsätter|fortsatte|har|hade|i|på|av|vid|att|genom|inom|kan|får|fick|under|syftar|bidrar|består|till|med|träffas|träffades|möts|möttes|gav|ger|arbetar|består|inrättades|bildades|tillsattes|lämnade|lämnar|där|när|den|det|om|från|sänder|gör|ställer|har|beslutade|menar|is|was|will|has|have|met|meets|led|leads|that|which|at|in|by|to|consists|presented|publishes|gathers|samlas|samlar|hade|enligt|mot|efter|hos|redovisar|rapporterade|föreslår|anser|ingår|deltar|deltog|startar|startade|består|arrangerar|bjuder|skriver|säger|vars|vilken|vilket|sedan|fram|och\\s+(?:en|ett|den|det|de|\\p{Lu})'
/** Verbs alone: names of inquiries go on over small words. */
const verb =
  'leds|leder|är|var|blir|ska|skall|har|hade|kan|får|fick|gav|ger|arbetar|består|inrättades|bildades|tillsattes|lämnade|lämnar|föreslår|anser|redovisar|rapporterade|i syfte|samt|som|där|när'
const lowerTail = String.raw`(?:[ ,](?! ?(?:${stop})(?![\p{L}]))(?:(?:och |and |& )(?!(?:${stop})(?![\p{L}])))?[\p{Ll}][\p{L}-]*){0,6}`
const capital = String.raw`\p{Lu}[\p{L}\p{N}-]*`
const begin = String.raw`(?<![\p{L}\p{N}-])`

interface Shape {
  pattern: RegExp
  type: BodyType
  /** Part of the match that tells the body from others of its kind. */
  core: (match: RegExpMatchArray) => string
}

const wholeMatch = (match: RegExpMatchArray): string => match[0]
const first = (match: RegExpMatchArray): string => match[1] ?? match[0]

const shapes: readonly Shape[] = [
  {
    pattern: new RegExp(String.raw`${begin}[Ss]amverkansprogrammet (?:för )?(${capital}${lowerTail})`, 'gu'),
    type: 'program',
    core: first,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:[Pp]rogrammet|[Ff]orskningsprogrammet|[Ii]nnovationsprogrammet|[Hh]andlingsprogrammet) (${capital}(?: ${capital})*${lowerTail})`,
      'gu',
    ),
    type: 'program',
    core: first,
  },
  {
    pattern: new RegExp(String.raw`${begin}((?:${capital} ){1,5}[Pp]rogramme)(?![\p{L}])`, 'gu'),
    type: 'program',
    core: wholeMatch,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}[Ss]amverkansgruppen (?:för|inom) ((?:${capital}|\p{Ll}[\p{L}-]*)(?: och (?:${capital}|\p{Ll}[\p{L}-]*)(?: (?:Science|science))?)?${lowerTail})`,
      'gu',
    ),
    type: 'samverkansgrupp',
    core: first,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:[Aa]rbetsgruppen|[Dd]elgruppen|[Ee]xpertgruppen|[Rr]eferensgruppen|[Ss]tyrgruppen|[Pp]rojektgruppen|[Ff]okusgruppen) (?!(?!om |inom )(?:${stop})(?![\p{L}]))((?:${capital}|(?:för|kring|om|inom) [\p{L}-]{2,}|(?!\p{L}+(?:ar|er|ade|de|te|as|es|it|ts)(?![\p{L}]))\p{Ll}[\p{L}-]{5,})${lowerTail})`,
      'gu',
    ),
    type: 'arbetsgrupp',
    core: first,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:[Ww]orking [Gg]roup|[Tt]ask [Ff]orce|[Ss]teering [Gg]roup|[Ee]xpert [Gg]roup|[Rr]eference [Gg]roup) (?:on|for) (?:the )?(${capital}(?:(?: and| of)? ${capital})*|\p{Ll}[\p{L}-]+(?: (?:and )?(?!is|was|has|will|met|led|that|which|in|at|by)\p{Ll}[\p{L}-]+){0,4})`,
      'gu',
    ),
    type: 'arbetsgrupp',
    core: first,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:${capital} ){1,4}(?:[Ww]orking [Gg]roup|[Tt]ask [Ff]orce|[Ss]teering [Gg]roup)(?![\p{L}])`,
      'gu',
    ),
    type: 'arbetsgrupp',
    core: wholeMatch,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:${capital} ){1,5}(?:Advisory Board|Advisory Council|Council|Advisory Group)(?![\p{L}])(?! of \p{Lu})`,
      'gu',
    ),
    type: 'råd',
    core: wholeMatch,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:${capital}(?: \p{Ll}+)?-|\p{Lu}\p{Ll}{3,})(?:kontoret|kansliet|sekretariatet)(?![\p{L}])`,
      'gu',
    ),
    type: 'kontor',
    core: wholeMatch,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:Kontoret|Kansliet|Sekretariatet|Office) (?:för|for) ${capital}${lowerTail}`,
      'gu',
    ),
    type: 'kontor',
    core: wholeMatch,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:[Uu]tredningen) (?:om|av|för) [^.;:()\n]{3,80}? \([A-ZÅÄÖ][a-zåäö]? \d{4}:\d{1,3}\)`,
      'gu',
    ),
    type: 'utredning',
    core: wholeMatch,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:Utredningen) (?:om|för) (?:[\p{L}-]+ ){0,7}?[\p{L}-]+(?= (?:${verb})(?![\p{L}])|[.,;:(]| \(|$)`,
      'gu',
    ),
    type: 'utredning',
    core: wholeMatch,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:\p{Lu}\p{Ll}{4,}|${capital}-)(?:utredningen|kommissionen)(?![\p{L}])`,
      'gu',
    ),
    type: 'utredning',
    core: wholeMatch,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:Kommittén|Delegationen) för (?:[\p{L}-]+ ){0,5}?[\p{L}-]+(?= (?:${verb})(?![\p{L}])| och (?:Kommitt|Deleg)|[.,;:()]| \(|$)`,
      'gu',
    ),
    type: 'nämnd',
    core: wholeMatch,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}\p{Lu}\p{Ll}{4,}(?:rådet)(?![\p{L}])|${begin}(?:[Rr]ådet|[Nn]ationella rådet) för ${lowerTail.replace('[ ,]', ' ?')}`,
      'gu',
    ),
    type: 'råd',
    core: wholeMatch,
  },
  {
    pattern: new RegExp(String.raw`${begin}\p{Lu}\p{Ll}{4,}(?:nämnden|utskottet)(?![\p{L}])`, 'gu'),
    type: 'nämnd',
    core: wholeMatch,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:[Ss]tyrelsen för ${capital}(?: ${capital}){0,4}|(?:[Uu]niversitets|[Hh]ögskole|[Rr]egion|[Kk]ommun|[Ff]akultets|[Ff]örenings|[Bb]olags|[Pp]rogram|[Pp]rojekt|[Ff]örbunds|[Ii]nstitutions|[Ss]kol)styrelsen?(?![\p{L}]))`,
      'gu',
    ),
    type: 'styrelse',
    core: wholeMatch,
  },
]

const noBody =
  /^(?:\p{L}*(?:kansli|departements|kommunal|region|borgar|ämnes|kammar|hovrätts|lands|justitie|stats|gemen)råde?t?|(?:the|this|our|a|new) (?:working group|steering group|task force|council|programme)|vetenskapsrådet|ministerrådet|europarådet|kulturrådet|forskningsrådet|högskolerådet|säkerhetsrådet|rådet|kontoret|kansliet|regeringskansliet|utredningen|huvudkontoret|statskontoret|riksgäldskontoret|kommunkontoret|lokalkontoret|europakontoret|landskontoret|nämnden|exportkreditnämnden|studiestödsnämnden|regelrådet|samrådet|skattekontoret|postkontoret|försäljningskontoret|etikrådet|kansli|eu-kommissionen|europeiska kommissionen|statsrådet|länsrådet|medborgarrådet|utskottet|kommittén|hemkontoret|jourkontoret|bankkontoret|the council|swedish research council|nordic council|european council)$/iu

/** Bodies of a text in order, not overlapping. */
export function findBodies(text: string): BodyMention[] {
  const found: BodyMention[] = []
  for (const { pattern, type, core } of shapes) {
    for (const match of text.matchAll(pattern)) {
      const written = match[0].replace(/[ ,]+$/u, '').replace(/ (?:och|and|&)$/u, '')
      const start = match.index
      const end = start + written.length
      if (found.some((one) => start < one.end && one.start < end) || noBody.test(written)) continue
      if (/Regeringskansliet|Research Council|European Council|City Council|County Council|Council of/u.test(written))
        continue
      const tail = core(match)
        .replace(/[ ,]+$/u, '')
        .replace(/ (?:och|and|&)$/u, '')
      found.push({ start, end, name: capitalised(written), asWritten: written, type, key: bodyKey(tail, type) })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

export function bodyKey(core: string, type: BodyType | null): string {
  const plain = matchKey(
    core.replace(/^(?:samverkansprogrammet|arbetsgruppen|samverkansgruppen)\s+(?:för\s+|inom\s+|kring\s+)?/iu, ''),
  )
  return `${type ?? ''}:${plain}`
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
}

const kinds: readonly (readonly [RegExp, BodyType])[] = [
  [/samverkansgrupp/iu, 'samverkansgrupp'],
  [
    /arbetsgrupp|delgrupp|working group|task force|projektgrupp|styrgrupp|referensgrupp|expertgrupp|steering group|ledningsgrupp|fokusgrupp|expert group/iu,
    'arbetsgrupp',
  ],
  [/samverkansprogram|(?:^|\s)program(?:met|me)?(?:\s|$)/iu, 'program'],
  [/(?<!huvud)kontor(?:et)?(?:\s|$)|kansli(?:et)?(?:\s|$)|sekretariat|secretariat|(?:^|\s)office(?:\s|$)/iu, 'kontor'],
  [/utredning(?:en)?(?:\s|$)|inquiry|kommission/iu, 'utredning'],
  [
    /styrelse(?:n)?(?:\s|$)|board of directors|^board$|management board|executive board|^our board$|^the board$|direktion(?:en)?$/iu,
    'styrelse',
  ],
  [/(?:\p{L}råd|^råd|(?:igt|skt|ellt|nde) råd)(?:et)?(?:\s|$)|council|advisory board|insynsråd/iu, 'råd'],
  [/nämnd(?:en)?(?:\s|$)|utskott|kommitté|committee|valberedning/iu, 'nämnd'],
]

/** Kind of a body by its name; null when the name does not say. */
export function bodyTypeOf(name: string): BodyType | null {
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? null
}
