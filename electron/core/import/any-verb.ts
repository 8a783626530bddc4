/**
 * Whatever somebody does by a day that is named is to be done, whichever verb says so. Only verbs of a closed kind do
 * not: those that say how things are, what is thought, what is said, and what a meeting itself does.
 */
import { dueOf, dueOfTask } from './due.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** How things are or come about, what is thought, felt and may be; with a day they last or happen. */
const isSo = setOf(
  `är har blir finns heter bor sitter står ligger löper gäller varar pågår räcker väntar inväntar avvaktar studerar
  pluggar tjänstgör vikarierar förblir stannar kvarstår fortgår vilar dröjer kostar uppgår äger tillhör består omfattar
  innehåller leder ansvarar driver råder saknar behöver kräver tål hinner lever dör firar fyller reser åker går kommer
  beror slutar börjar fortsätter upphör avgår tillträder deltar närvarar medverkar arbetar jobbar höjer sänker ökar
  minskar stiger sjunker växer krymper håller heter mår trivs ser hör känner vet kan ska skall får bör måste vill lär
  brukar orkar vågar slipper verkar tänker tror anser menar tycker önskar hoppas förväntar räknar bedömer uppskattar
  befarar fruktar minns glömmer förstår märker upplever planerar avser ämnar överväger föredrar gillar stöder stödjer
  välkomnar ifrågasätter motsätter instämmer skulle åtar tar ger lämnar utgör betyder innebär medför förutsätter
  gifter representerar ersätter efterträder hyser vinner förlorar spelar sjunger bär tvivlar skyller bidrar röker
  återvänder semestrar tjänar besitter behärskar behåller bibehåller disponerar förfogar garanterar nöjer orsakar passar
  påverkar riskerar skiljer tenderar tillåter undviker vägrar väger ångrar älskar ogillar hatar oroar litar tvekar
  accepterar missar tappar erhåller belastar drabbar motsvarar täcker rymmer gynnar hotar förekommer framgår uppstår
  inträffar utgår fungerar faller hänger hamnar lider närmar passerar sker sover upptar överstiger understiger uppfyller
  uppnår når klarar innehar prenumererar abonnerar opponerar emigrerar lovar insjuknar opereras förestår undervisar sponsrar ansluter upplåter föreläser vistas finansierar befinner kandiderar bestämmer drömmer`,
)
/** What is said at a meeting and what the meeting does with its items; "senast" alone makes it a promise. */
const isSaid = setOf(
  `säger berättar informerar redogör redovisar rapporterar presenterar visar påpekar påminner framhåller framför
  understryker betonar poängterar nämner noterar konstaterar förklarar förtydligar svarar frågar undrar efterfrågar
  tillägger efterlyser kommenterar beskriver sammanfattar meddelar hänvisar tackar hälsar föreslår yrkar begär rekommenderar
  förordar uppmanar uppmärksammar varnar lyfter diskuterar samtalar beslutar godkänner fastställer väljer utser antar
  avslår bifaller bordlägger ajournerar öppnar stänger avslutar reserverar avstår röstar invänder upplyser medger bekräftar
  tillstyrker avstyrker anför skjuter hänskjuter återremitterar uppskjuter remitterar vädjar inleder föredrar lägger`,
)
/** Words that end as verbs do and are none. */
const noVerb = setOf(
  'eller efter över under inför per var för där här när hur mer fler ner dagar timmar kronor år senior junior alltefter utöver därefter dessförinnan',
)

/** The verb in the present tense, and what stands behind it. */
const presentTense = /^(?<verb>\p{Ll}*[aeiouyåäö]r) (?<rest>\S.*)$/u
/** A place, a state or a way and no thing that something is done to: "studerar i Lund till sommaren". */
const lasts =
  /^(?:i|på|hos|vid|som|kvar|till|från|åt|utan|ensam|deltid|heltid|borta|hemma|ute|där|här|nu|inte|ej|redan|alltid|ofta|sig(?! (?:av|till)(?!\p{L})))(?!\p{L})/u
/** Clauses of their own ("att …", "som är …") name days of their own; "som publiceras senast" is what is done. */
const ownClause =
  /(?<!\p{L})(?:att|som(?! (?:\p{Ll}{4,}s|kommer|går)(?: ut)? $)|om|när|vilket|vilka|där|än|eftersom|medan|varför|hur|vad|vem|då|fast|trots|därför|inte|ej)(?!\p{L})|[;:]/u
const strong = /(?<!\p{L})senast (?!(?:i |under )?(?:går|förra|fjol))/u
const byThen =
  /(?<!\p{L})(?:senast|före|innan|inför|(?<!(?:från|(?:fr|t)\.?o\.?m\.?|fram|ända|kvar|mellan|\d) )till(?! och med)(?= (?:den |nästa |v\.|vecka|\d|påsk|jul|sommaren|hösten|våren|årsmötet|stämman|mötet|sammanträdet|månadsskiftet|årsskiftet|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\p{L}))))(?!\p{L})/u
/** What is told or shown another time: "redovisar enkäten på nästa möte". */
const nextTime = /(?<!\p{L})(?:på|vid) (?:nästa|kommande) (?:\p{L}*möte|sammanträde|träff|styrgrupp)/u
/** An item that is moved to another meeting. */
const postponed =
  /^(?:flyttar|tar upp|sparar|överlämnar|hänvisar|drar|bordlägger|skjuter|hänskjuter|återremitterar|uppskjuter|ajournerar) .*(?:till|på|inför) (?:nästa|årsmötet|mötet|stämman|sammanträdet)/u

/** What is known of who does it. */
export interface Doer {
  /** A person, and no body, of which a day may tell what it always does. */
  person: boolean
  /** The minutes tell everything in the present tense. */
  inPresent: boolean
}

/** The words that say until when, where `what`, which begins with a verb in the present tense, is done by then; else null. */
export function doneBy(what: string, { person, inPresent }: Doer): string | null {
  const { verb = '', rest = '' } = what.length > 300 ? {} : (presentTense.exec(what)?.groups ?? {})
  if (verb === '' || noVerb.has(verb) || postponed.test(what)) return null
  const told = isSaid.has(verb)
  const through =
    /^(?:går (?:igenom|ut med)|märker (?:ut|upp)|håller i|tar (?:fram|in|hem|med|ner|ned)|ger (?:besked|svar)|lämnar (?:in|besked|svar|över))(?!\p{L})/u.test(
      what,
    )
  if (isSo.has(verb) && !through) return null
  const firm = strong.exec(what)
  const at = firm ?? (told ? (person ? nextTime.exec(what) : null) : byThen.exec(what))
  if (at === null) {
    if (inPresent || !person || (told && !what.startsWith('lägger fram'))) return null
    return soonDone(what, rest)
  }
  // "slipar om texten": done once more, no clause of its own.
  const lead = what.slice(0, at.index).replace(/^\p{Ll}+ om (?=\p{Ll})/u, '')
  // Of a body "till den 1 juli" may tell how long it goes on with what it always does.
  if (!person && /^till (?!nästa)/u.test(what.slice(at.index))) return null
  if (ownClause.test(lead) || (firm === null && lasts.test(rest))) return null
  if (
    firm === null &&
    inPresent &&
    !/^(?:till|innan|före|inför|på|vid) (?:nästa|kommande) /u.test(what.slice(at.index))
  )
    return null
  return told ? dueOfTask(what.slice(at.index)) : dueOf(what.slice(at.index))
}

/** Times so near that what stands in front of them is done by then; what is told of a month may go on through it. */
const near =
  /(?<!\p{L})(?:(?:(?:under |i )?(?:denna|nästa|den här|innevarande) vecka|(?:nu )?i veckan|under (?:veckan|helgen|dagen)|i ?dag|i ?kväll|i ?morgon|inom (?:en|ett par|två|tre|fyra|\d) (?:dagar|veck(?:a|or)|månad(?:er)?))(?!\p{L})|omgående|omedelbart|skyndsamt|snarast)/u

/** "flyttar möblerna nästa vecka": in minutes that tell in the past tense a time soon to come is until when. */
function soonDone(what: string, rest: string): string | null {
  if (lasts.test(rest) || /^sig(?!\p{L})/u.test(rest) || ownClause.test(what)) return null
  return near.test(what) || what.startsWith('lägger fram') ? dueOfTask(what) : null
}

const isSoInEnglish = setOf(
  `is are has have was were does do lives live sits sit remains remain stays stay needs need wants want hopes hope thinks
  think expects expect believes believe feels feel knows know owns own works work leads lead leaves leave retires retire
  starts start begins begin ends end turns turn becomes become seems seem means mean fears fear doubts doubt likes like
  prefers prefer intends intend plans plan says say reports report asks ask tells tell notes note explains explain adds
  suggests suggest proposes propose postpones postpone defers defer moves move opens open closes close runs run lasts
  last expires expire goes go comes come sees see rises rise falls fall grows grow costs cost receives receive gets get
  agree agrees pledge pledges hold holds keep keeps use uses continue continues cover covers exceed exceeds reach reaches
  owe owes teach teaches total totals amount amounts vary depend depends belong belongs contain contains include includes relate relates refer
  refers appear appears happen happens occur occurs exist exists differ differs chairs serve serves represent represents
  welcome welcomes thank thanks approve approves support supports recommend recommends require requires appoint appoints
  elect elects win wins lose loses finish finishes take takes give gives miss misses retire joins join
  this his hers its as us plus always perhaps besides`,
)
/** Past tenses and helping verbs that look as a plural's present does. */
const pastInEnglish = setOf(
  `sent spent met got gave told said took made went came saw found felt held kept left lost had did knew thought brought
  bought built won paid put set cut read ran began became chose drew drove fell grew heard lent led let meant rose sold
  spoke stood taught wrote understood wore can could may might must should would shall will also now then already and or
  of from in on at for with to who whose not only both being`,
)
/** The same in English: "scrubs the decking by the end of May", and of several "send comments no later than 6 June". */
export function doneByInEnglish(what: string, several: boolean): string | null {
  const verb = what.length > 300 ? '' : (/^(\p{Ll}{2,}) \S/u.exec(what)?.[1] ?? '')
  if (verb === '' || isSoInEnglish.has(verb) || pastInEnglish.has(verb)) return null
  const ofOne = verb.endsWith('s') && !verb.endsWith('ss')
  if (several ? ofOne || /(?:ed|ing|ly)$/u.test(verb) : !ofOne) return null
  const at = /(?<!\p{L})(?:no later than|by|before) /u.exec(what)
  if (
    at === null ||
    /(?<!\p{L})(?:that|which|who|if|whether|because|until|not)(?!\p{L})/u.test(what.slice(0, at.index))
  )
    return null
  return dueOf(what.slice(at.index))
}
