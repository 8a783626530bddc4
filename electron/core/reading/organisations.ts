/** Organisations in running text: those everybody knows, and those whose names say what they are. */
import type { OrganisationType } from '#contract/reading.ts'
import { organisationKey } from '#core/register/names.ts'
import { knownOrganisations } from './known-organisations.ts'
import { isTitleWord } from './roles.ts'

export interface OrganisationMention {
  start: number
  end: number
  /** As it stands, without a genitive's s and with its own capital. */
  name: string
  asWritten: string
  type: OrganisationType | null
}

interface Alias {
  text: string
  lower: string
  type: OrganisationType | null
  /** Short or ordinary words count only in exactly this spelling. */
  exact: boolean
}

const ordinary = new Set([
  'vision',
  'kommunal',
  'unionen',
  'polisen',
  'formas',
  'forte',
  'sida',
  'smer',
  'digg',
  'konstfack',
])

const byFirstWord = new Map<string, Alias[]>()
const typeByKey = new Map<string, OrganisationType | null>()
const nameByKey = new Map<string, string>()
for (const { name, others, type } of knownOrganisations) {
  for (const text of [name, ...others]) {
    const first = /^[\p{L}\p{N}]+/u.exec(text)?.[0].toLocaleLowerCase('sv') ?? text
    const exact = (!text.includes(' ') && text.length <= 6) || ordinary.has(text.toLowerCase())
    const list = byFirstWord.get(first) ?? []
    list.push({ text, lower: text.toLocaleLowerCase('sv'), type, exact })
    byFirstWord.set(first, list)
    if (!typeByKey.has(organisationKey(text))) typeByKey.set(organisationKey(text), type)
    if (!nameByKey.has(organisationKey(text))) nameByKey.set(organisationKey(text), name)
  }
}
for (const list of byFirstWord.values()) list.sort((a, b) => b.text.length - a.text.length)

/** What is generally known about a name: the full name and the type. Null for a name that is not in the table. */
export function organisationFacts(name: string): { name: string; type: OrganisationType | null } | null {
  const full = nameByKey.get(organisationKey(name))
  return full === undefined ? null : { name: full, type: typeByKey.get(organisationKey(name)) ?? null }
}

const endings: readonly (readonly [RegExp, OrganisationType | null])[] = [
  [/departementet$/u, 'departement'],
  [/(?:regionen|landstinget)$/u, 'region'],
  [/kommunen$/u, 'kommun'],
  [/(?:universitetet|högskolan)$/u, 'lärosäte'],
  [/(?:myndigheten|inspektionen|verket|styrelsen|ombudsmannen|ämbetet|datainspektionen)$/u, 'myndighet'],
  [/(?:industriföreningen|företagarna|företagen|industrierna)$/u, 'branschorganisation'],
  [/(?:stiftelsen|föreningen|förbundet|sällskapet|fonden|akademien|samfundet)$/u, 'civilsamhälle'],
  [/(?:bolaget|koncernen)$/u, 'företag'],
  [/(?:institutet|sjukhuset|museet|byrån|kassan|centralen)$/u, null],
]

/** Words with such an ending that name no organisation. */
const notOrganisations =
  /^(?:styrelsen|verket|kommunen|regionen|universitetet|högskolan|föreningen|förbundet|stiftelsen|fonden|institutet|sjukhuset|bolaget|koncernen|företagen|rådet|nämnden|museet|byrån|myndigheten|departementet|inspektionen|akademien|sällskapet|bolagsstyrelsen|projektstyrelsen|huvudstyrelsen|områdesstyrelsen|programstyrelsen|programrådet|expertrådet|partistyrelsen|förbundsstyrelsen|kommunstyrelsen|regionstyrelsen|skolstyrelsen|fakultetsstyrelsen|universitetsstyrelsen|högskolestyrelsen|kommitté\p{L}*|samråd\p{L}*|nätverket|regelverket|ramverket|konstverket|hantverket|samverkan|kraftverket|vattenverket|kärnkraftverket|bakverket|tillverket|verkstaden|patientföreningen|industriföretagen|småföretagen|kundföretagen|medlemsföretagen|storföretagen|portföljbolaget|dotterbolaget|moderbolaget|aktiebolaget|forskningsinstitutet|universitetssjukhuset|länsstyrelsen|nämndstyrelsen|valnämnden|valberedningen|ledningsrådet|ungdomsrådet|\p{L}*gruppen|socialnämnden|byggnadsnämnden|miljönämnden|kulturnämnden|utbildningsnämnden|regionnämnden|grannkommunen|storstadsregionen|huvudstadsregionen|\p{L}*bostadsbolaget)$/iu

/** What the name itself says about what it is. */
export function organisationType(name: string): OrganisationType | null {
  const known = typeByKey.get(organisationKey(name))
  if (known !== undefined) return known
  const lower = name.toLocaleLowerCase('sv')
  if (/^ministry (?:of|for) |departementet$/u.test(lower)) return 'departement'
  if (/^region \p{L}|regionen$|landsting$|^county council/u.test(lower)) return 'region'
  if (/ kommun$|^(?:city|municipality) of | stad$| municipality$|kommunen$/u.test(lower)) return 'kommun'
  if (
    /universitet$|universitetet$|högskola$|^högskolan |^university |university(?: of .+| college.*)?$|handelshögskolan/u.test(
      lower,
    )
  )
    return 'lärosäte'
  if (
    /^länsstyrelsen|^myndigheten för |^(?:swedish|national) .*(?:agency|authority|board|inspectorate|administration)|agency$|authority$/u.test(
      lower,
    )
  )
    return 'myndighet'
  if (
    /(?:^|\s)(?:ab|aktiebolag|hb|kb|ltd|limited|inc|plc|gmbh|llc|corp|oy|oyj|a\/s|asa|as|ag|sa|bv|nv)\.?(?: \(publ\))?$|^ab /u.test(
      lower,
    )
  )
    return 'företag'
  if (/branschförening|industriförening|branschorganisation|trade association|industriförbund/u.test(lower))
    return 'branschorganisation'
  if (/stiftelse|förening|förbund|sällskap|foundation|charity|society|akademi/u.test(lower)) return 'civilsamhälle'
  return endings.find(([pattern]) => pattern.test(lower))?.[1] ?? null
}

const word = String.raw`\p{Lu}[\p{L}\p{N}&!'’+]*(?:[-–./](?=[\p{L}\p{N}])[\p{L}\p{N}&!'’+]+)*`
const shapes: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:University|City|Municipality|Bank|College|County Council) of (?:the )?${word}(?: ${word}){0,2}`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${word}(?: ${word}){0,2} (?:Municipality|County Council|City Council)(?![\p{L}\p{N}])`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${word} ){1,3}\p{Lu}\p{L}+(?:förening|förbund|klubb|sällskap|stiftelse|kooperativ|kammare)(?![\p{L}\p{N}])`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${word} (?:i |och |and )?){1,4}(?:AB|Ltd|Limited|Inc|HB)(?![\p{L}\p{N}])`,
    'gu',
  ),
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:Region|Länsstyrelsen i|Länsstyrelsen) ${word}(?: län)?`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${word}) (?:${word} )?(?:kommun|stad)(?![\p{L}\p{N}])`, 'gu'),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${word}) (?:${word} |tekniska |lantbruks)?(?:universitet|Universitet|högskola|Högskola|universitetssjukhus|sjukhus|lasarett)(?![\p{L}\p{N}])`,
    'gu',
  ),
  new RegExp(String.raw`(?<![\p{L}\p{N}])Högskolan (?:i |för )?${word}`, 'gu'),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${word} ){1,4}(?:AB|Ltd|Limited|Inc|PLC|plc|GmbH|LLC|Oy|A/S|ASA|Corp|BV|NV|AG|HB)(?![\p{L}\p{N}])(?: \(publ\))?`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:AB|Bostads AB|Stiftelsen|Föreningen|Riksförbundet|Bostadsrättsföreningen|Brf|Institutet för|Svenska|Sveriges|Kungliga|Kungl\.) ${word}(?: ${word}){0,3}(?: (?:förening|förbund|sällskap|stiftelse|riksförbund))?`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${word} ){1,3}(?:stiftelse|förening|förbund|riksförbund|sällskap|fond|studentkår|handelskammare|bygdegård|idrottsförening|hembygdsförening|idrottsklubb)(?![\p{L}\p{N}])`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${word} ){1,4}(?:University|College|Agency|Authority|Institute|Institutes|Foundation|Association|Society|Federation|Hospital|Museum|Council|Trust|Bank|Group|Partners|Pharma|Therapeutics|Biotech|Technologies|Medtech|Science Park|Academy|Chamber of Commerce|Alliance|Ventures|Invest|Capital|Biologics)(?: of (?:the )?${word}(?: ${word}){0,2}| for ${word}(?: ${word}){0,2})?(?![\p{L}\p{N}])`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:Ministry|Department|Institute|Royal Institute|Academy) (?:of|for) (?:the )?${word}(?:(?:,| and|, and)? (?!Region|University|Ministry)${word}){0,4}`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:Swedish|National|Royal|European|Nordic|Norwegian|Danish|Finnish) (?:${word} |(?:and|of|for) ){0,4}(?:Agency|Authority|Board|Council|Institute|Commission|Inspectorate|Administration|Association|Academy|Foundation|Bank|Federation|Centre|Center|Office)(?: (?:of|for) ${word}(?:(?: and|,)? ${word}){0,3})?(?![\p{L}\p{N}])`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:Myndigheten|Delegationen|Nämnden|Institutet|Styrelsen|Stiftelsen|Centrum) för (?:(?!är|har|ska|får|som|att|till|med|vid|på|i|och)[\p{Ll}][\p{Ll}-]+-? (?:och |& )?){0,2}[\p{Ll}]{4,}(?![\p{L}\p{N}])`,
    'gu',
  ),
  /(?<![\p{L}\p{N}])(?:\p{Lu}\p{Ll}+- (?:och|&) )?\p{L}{3,}(?:departementet|myndigheten|styrelsen|inspektionen|verket|ombudsmannen|ämbetet|universitetet|högskolan|regionen|stiftelsen|förbundet|föreningen|fonden|institutet|byrån|bolaget|sällskapet|företagen|industrierna|museet|kassan|sjukhuset|delegationen|akademien)(?:s|:s)?(?![\p{L}\p{N}])/gu,
]

/** "företaget X": what the word in front says that the name is. */
const introduced = new RegExp(
  String.raw`(?<![\p{L}])(?<kind>forskningsrådet|Forskningsrådet|forskningsfinansiären|Forskningsfinansiären|Stiftelsen|Tankesmedjan|Branschorganisationen|Patientorganisationen|fackförbundet|fackförbunden|företaget|bolaget|läkemedelsföretaget|medtechföretaget|konsultbolaget|konsultföretaget|startupbolaget|startup-bolaget|teknikföretaget|techbolaget|byggbolaget|energibolaget|tankesmedjan|organisationen|patientorganisationen|intresseorganisationen|branschorganisationen|arbetsgivarorganisationen|föreningen|patientföreningen|stiftelsen|forskningsinstitutet|myndigheten|the company|the firm|the start-up|the charity|the think tank|the agency|the trade association|the non-profit) (?<name>(?:${word})(?: (?:${word}|& ${word})){0,3})`,
  'gu',
)
const introducedType = (kind: string): OrganisationType | null => {
  if (/företag|bolag|company|firm|start-up/u.test(kind)) return 'företag'
  if (/bransch|arbetsgivar|trade/u.test(kind)) return 'branschorganisation'
  if (/tankesmedja|patient|intresse|förening|stiftelse|charity|think tank|non-profit/u.test(kind))
    return 'civilsamhälle'
  return /myndighet|agency/u.test(kind) ? 'myndighet' : null
}

/** A word at the head of a shape that only opens the sentence. */
const opener =
  /^(?:I|På|Vid|Hos|Från|För|Av|Till|Med|Enligt|När|Även|Både|Samt|Och|Genom|Inom|Under|Efter|Mot|Utan|Kring|Om|Som|Att|Den|Det|De|En|Ett|Vår|Vårt|Våra|Hela|Också|Sedan|Idag|Nu|Där|Här|Då|At|In|On|From|The|By|With|For|And|Our|This|That|Both|As|While|When|After|Kontakta|Läs|Hos|Foto|Se) /u

/** What stands in front of a name and is none of it: a sentence's first word, a title, "Bolaget". */
function cutOff(written: string): RegExpExecArray | null {
  const opens = opener.exec(written)
  if (opens !== null) return opens
  const first = /^(?<word>\p{Lu}[\p{L}-]+)(?: of| för| vid)? /u.exec(written)
  if (first === null || !written.slice(first[0].length).includes(' ')) return null
  const word = first.groups?.['word'] ?? ''
  return /(?:bolaget|företaget|koncernen)$/u.test(word) || (isTitleWord(word) && !/^(?:Partner|Kommunal)/u.test(word))
    ? first
    : null
}

/** Nouns that follow an owner: what stands before them ends in a genitive's s. */
const owned =
  /^ (?:stora |nya |långsiktiga )?(?:satsning|stöd|arbete|webbplats|styrelse|vd|VD|ordförande|rapport|uppdrag|medlemmar|anslag|ledning|lokaler|huvudkontor|generaldirektör|chef|donation|bidrag|verksamhet|kansli|grundare)/u

function genitiveOff(text: string): string {
  return text.replace(/(?<=\p{Lu}|\d):s$/u, '').replace(/(?<=[\p{L}])[’']s$/u, '')
}

function knownAt(text: string, at: number): OrganisationMention | null {
  const first = /^[\p{L}\p{N}]+/u.exec(text.slice(at, at + 40))?.[0] ?? ''
  if (first === '') return null
  const lower = first.toLocaleLowerCase('sv')
  for (const key of lower.endsWith('s') ? [lower, lower.slice(0, -1)] : [lower]) {
    for (const alias of byFirstWord.get(key) ?? []) {
      const written = text.slice(at, at + alias.text.length)
      const same = alias.exact ? written === alias.text : written.toLocaleLowerCase('sv') === alias.lower
      if (!same || !/^\p{Lu}|^e\p{Lu}/u.test(written)) continue
      const rest = text.slice(at + alias.text.length, at + alias.text.length + 3)
      const tail = /^(?:s|:s|’s|'s)?(?![\p{L}\p{N}])/u.exec(rest)
      if (tail === null || /^-\p{Ll}/u.test(rest)) continue
      if (tail[0] === 's' && alias.exact && /\p{Lu}$/u.test(alias.text)) continue
      const end = at + alias.text.length
      return {
        start: at,
        end: end + tail[0].length,
        name: written,
        asWritten: text.slice(at, end + tail[0].length),
        type: alias.type,
      }
    }
  }
  return null
}

/** Organisations of a text in order, not overlapping. */
export function findOrganisations(text: string): OrganisationMention[] {
  const found: OrganisationMention[] = []
  const free = (start: number, end: number): boolean => !found.some((one) => start < one.end && one.start < end)
  for (const match of text.matchAll(/(?<![\p{L}\p{N}!-])[\p{Lu}e][\p{L}\p{N}]*/gu)) {
    if (!free(match.index, match.index + 1)) continue
    const mention = knownAt(text, match.index)
    if (mention !== null) found.push(mention)
  }
  for (const match of text.matchAll(introduced)) {
    const kind = match.groups?.['kind'] ?? ''
    // "Stiftelsen Gnistor" is the name itself, "stiftelsen Gnistor" tells what Gnistor is.
    const own =
      /^\p{Lu}/u.test(kind) && match.index > 0 && !/[.!?:]\s*$/u.test(text.slice(0, match.index))
        ? true
        : /^(?:Stiftelsen|Forskningsrådet)$/u.test(kind)
    const bare = (match.groups?.['name'] ?? '').replace(/(?<=\p{Lu}):s$/u, '')
    const start = own ? match.index : match.index + match[0].length - (match.groups?.['name'] ?? '').length
    const name = own ? `${kind} ${bare}` : bare
    const end = start + name.length
    if (bare !== '' && free(start, end))
      found.push({
        start,
        end,
        name,
        asWritten: name,
        type: organisationType(name) ?? introducedType(kind.toLowerCase()),
      })
  }
  for (const shape of shapes) {
    for (const match of text.matchAll(shape)) {
      let start = match.index
      let written = match[0]
      for (let cut = cutOff(written); cut !== null; cut = cutOff(written)) {
        start += cut[0].length
        written = written.slice(cut[0].length)
      }
      if (!free(start, start + written.length) || !/^\p{Lu}/u.test(written)) continue
      const single = !/\s/u.test(written)
      const name = single && /(?:et|en|an|na|ån)s$/u.test(written) ? written.slice(0, -1) : genitiveOff(written)
      if (single && (notOrganisations.test(name) || name.length < 8)) continue
      if (
        single &&
        /(?:bolaget|företaget|företagen)$/u.test(name) &&
        /^ \p{Lu}/u.test(text.slice(start + written.length))
      )
        continue
      if (
        !single &&
        /^(?:Svenska|Sveriges|Kungliga) \p{Lu}\p{L}+$/u.test(name) &&
        !/(?:förening|förbund|sällskap|akademi\p{L}*|institutet|kyrkan|turistföreningen)$/u.test(name)
      )
        continue
      found.push({ start, end: start + written.length, name, asWritten: written, type: organisationType(name) })
    }
  }
  for (const one of found) {
    if (
      !/\p{Ll}s$/u.test(one.name) ||
      one.name !== one.asWritten ||
      !one.name.includes(' ') ||
      !owned.test(text.slice(one.end, one.end + 40))
    )
      continue
    one.name = one.name.slice(0, -1)
    one.type ??= organisationType(one.name)
  }
  return found.toSorted((a, b) => a.start - b.start)
}
