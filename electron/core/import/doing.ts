/** Verbs of what somebody does once after the meeting, and what the same verbs tell of the meeting itself. */

/** Present tense; what is said or done at a meeting ("informerar", "redovisar", "föreslår") is left out. */
const presents =
  `anlitar anmäler anordnar anpassar annonserar ansöker arbetar arrangerar avbokar avropar bakar bearbetar begär
  beräknar beställer besöker betalar bevakar bildar bistår bjuder bokar bygger byter delar deklarerar distribuerar
  dokumenterar efterlyser efterfrågar fakturerar fixar formulerar fortsätter fotograferar fyller fångar följer
  fördelar förankrar förbereder förhandlar förmedlar förnyar genomför ger gör grejar gräver hanterar handlar hjälper
  hyr hämtar hör inbjuder inhandlar inhämtar initierar installerar intervjuar inventerar jobbar jämför
  justerar kallar klipper kollar kompletterar kontaktar kontrollerar koordinerar kopierar kör köper laddar lagar
  lanserar letar levererar ligger lyfter lånar låter lägger lämnar läser mailar mejlar mäter målar monterar möter
  namnger ordnar organiserar packar planerar planterar plockar pratar provar prövar publicerar påbörjar påminner
  redigerar renskriver rensar reparerar reviderar ringer ritar räknar rättar samlar sammankallar sammanställer
  samordnar samråder samtalar ser skaffar skapar skickar skissar skissar skriver skruvar sköter slutför sonderar
  sopar sorterar sprider stämmer startar städar ställer sänder sätter söker talar tar testar tillfrågar
  tillser tillskriver tittar trycker träffar undersöker uppdaterar upphandlar upprättar utarbetar utformar utlyser
  utreder utvärderar vidarebefordrar ändrar åtgärdar åker återkommer återkopplar återrapporterar översätter
  överlämnar affischerar analyserar arkiverar attesterar beskär besvarar bokför definierar designar diskar dukar eftersöker
  engagerar expedierar felanmäler felsöker filmar forslar frågar införskaffar kartlägger klargör konfigurerar konsulterar
  krattar kungör marknadsför ombesörjer polisanmäler postar prioriterar programmerar putsar registrerar rekryterar
  reklamerar röjer sågar sår schemalägger serverar signerar skannar skottar släcker slänger specificerar stänger
  säkerställer tvättar tömmer undertecknar utbildar vattnar verifierar verkställer värvar öppnar överklagar avtalar färdigställer författar inarbetar
  omarbetar ombokar omformulerar rengör renoverar tecknar vidareutvecklar`.split(/\s+/u)

const irregular: Readonly<Record<string, string>> = {
  ger: 'ge',
  gör: 'göra',
  tar: 'ta',
  ser: 'se',
  bistår: 'bistå',
  hör: 'höra',
  hyr: 'hyra',
  kör: 'köra',
  begär: 'begära',
  jämför: 'jämföra',
  genomför: 'genomföra',
  slutför: 'slutföra',
  bokför: 'bokföra',
  marknadsför: 'marknadsföra',
  beskär: 'beskära',
  klargör: 'klargöra',
  rengör: 'rengöra',
  kungör: 'kungöra',
  sår: 'så',
  samråder: 'samråda',
}

function infinitive(verb: string): string {
  return irregular[verb] ?? (verb.endsWith('ar') ? verb.slice(0, -1) : verb.replace(/er$/u, 'a'))
}

const presentSet: ReadonlySet<string> = new Set(presents)
const infinitiveSet: ReadonlySet<string> = new Set(presents.map(infinitive))

/** What these verbs tell of the meeting, of how things are or of what is always so. */
const told = new RegExp(
  `^(?:${[
    'tar (?:ordet|plats|emot|över (?:som|ordf|klubban|mötet)|del|ställning|slut|vid|bort|tid|paus|hand om (?:ordf|klubban)|upp (?!.*(?<!\\p{L})(?:med|hos|på nästa|till nästa|vid nästa|i nästa)(?!\\p{L})))',
    'lämnar (?:mötet|rummet|lokalen|sammanträdet|salen|bordet|över ordet|ordet|plats|styrelsen|föreningen|sitt|sin|en (?:kort )?(?:rapport|redogörelse|redovisning|lägesrapport|information)|information|information|det(?! till)|återbud|förslag(?:et)? (?:om|att)|en öppen)',
    'ger (?:en |ett )?(?:\\p{Ll}+ )?(?:rapport|lägesrapport|lägesbild|information|bakgrund|exempel|bild|överblick|inblick|presentation|redogörelse|beröm|sin|sitt|sina|upp|uttryck|oss)',
    'gör (?:en |ett )?(?:\\p{Ll}+ )?(?:genomgång|presentation|dragning|sammanfattning|återblick|inlägg|reflektion|tillägg|gällande|skillnad|bedömningen)',
    'lyfter (?!.*(?<!\\p{L})(?:till|med|hos|på nästa|vid nästa)(?!\\p{L}))',
    'läser (?:upp|\\p{Ll}+ protokoll)',
    'lägger (?:fram|till att|ner|ned|märke|stor|vikt)',
    'ställer (?:sig|proposition|en fråga|frågan om|upp(?! \\p{Ll}+ (?:i|på|till)))',
    'ser (?:(?:ett|en|inga|inte|positivt|fram|gärna|risk\\p{L}*|stora?|att)(?!\\p{L}))',
    'följer(?! upp)',
    'arbetar(?! (?:vidare|fram|in|om)(?!\\p{L}))',
    'jobbar(?! (?:vidare|fram))',
    'ligger',
    'fyller(?! (?:i|på|upp)(?!\\p{L}))',
    'begär (?:ordet|att|votering|omröstning|rösträkning)',
    'anmäler (?:jäv|att|reservation|sig|avvikande|förhinder|frånvaro|en övrig|övrig)',
    'hör (?:till|inte|hemma|att)',
    'fortsätter (?:som|att vara|sitt|sin|i|på|med (?:sin|sitt))',
    'möter (?:motstånd|inte)',
    'justerar (?:protokoll|dagens|mötets)',
    'återkommer till (?:mötet|sammanträdet|rummet|lokalen|salen|bordet|sin plats|frågan (?:senare|nedan)|detta (?:senare|nedan|under))',
    'skriver(?: dagens| mötets| vid| på| nu| här| ner| ned| under| också)* (?:protokoll|anteckning|minnesanteckning|i chatten|att)',
    'startar (?:upp )?mötet',
    'handlar om',
    'räknar (?:med|kallt|inte)',
    'beräknar att',
    'efterlyser (?:en|ett|mer|fler|svar|besked)(?!\\p{L})',
    'frågar (?:om|varför|hur|vad|vem|var|när|ifall|efter|sig)(?!\\p{L})',
    'frågar[.]?$',
    '(?:öppnar|stänger) (?:mötet|sammanträdet|årsmötet|stämman|dagens|för|upp|varje|klockan|kl)',
    'engagerar sig',
    'prioriterar',
    'besvarar (?:frågor|frågan|frågorna)',
    'ringer in ',
    'byter (?:jobb|plats|roll)',
    'söker (?:nytt|nya|jobb|arbete|en ny)',
    'samlar på',
    'planerar att',
    'tar ut ',
    'skriver (?:i|om) ',
    'delar (?!ut|upp|med (?!sig))',
    'skriver på (?!till|avtal|kontrakt)',
    'talar (?:om|för|varmt|emot)',
    'pratar om',
    'samtalar om',
    'betalar (?:för närvarande|idag|i dag)',
    'kallar (?:det|detta)',
    'bevakar (?:mötet|för)',
    'påminner (?:om|att)(?!\\p{L})',
    'justerar',
    'kompletterar (?:med att|genomgången|bilden|redovisningen|att)',
  ].join('|')})`,
  'u',
)

const english: ReadonlySet<string> = new Set(
  `add advertise amend apply approach arrange ask book bring brief build buy calculate call canvass chase check
  circulate clarify clean collate collect compile complete confirm consult contact convene coordinate copy cost create
  deliver design discuss distribute download draft edit email enquire establish explore fetch file finalise finalize
  find fix forward follow get give hand help identify inform inspect install invite investigate issue launch liaise
  list look mail make measure meet negotiate notify obtain order organise organize paint pay phone pick place plan post
  prepare present print process produce provide publicise publish purchase put raise recruit register remind remove
  repair replace report research reserve respond review revise ring run scan schedule seek sell send set share sort
  source speak submit summarise supply survey take talk test thank translate update upload verify write archive clear close cut dig fill hang hire lend load lock mend mow nominate open proofread reimburse
  rent reply request return scan secure sign sow store sweep tidy transfer trim wash water`.split(/\s+/u),
)

/** "lämnar mötet", "tar ordet", "återkommer till sammanträdet": told of the meeting or of how things are. */
export function onlyTells(what: string): boolean {
  return told.test(what) || always.test(what)
}

/** What somebody "ska" or "will" that happens to them rather than being done. */
export const happensTo =
  /^(?:vara|bli|ha|få|kunna|sluta|börja|resa|åka|flytta|gå|avgå|delta|medverka|komma|fylla|sitta|fortsätta|vilja|heta|bo|föda|opereras|vila|närvara|tillträda|studera|ersätta|efterträda|pensioneras|tjänstgöra|vikariera|representera|be|have|become|leave|retire|remain|stay|need|step|attend|start|join|arrive|move|serve|act|chair|continue|receive|turn|go|replace|succeed|take (?:over|up|effect|part)|represent|stand|miss|know|see|hear|find (?!out)|like|want)(?!\p{L})/u

/** An offer to be something or to receive the others: the meeting has to take it up first, and it is nobody's task yet. */
export const offersToServe =
  /(?<!\p{L})(?:offered|volunteered) to (?:host|chair|stand|serve|act|be|become|join)(?!\p{L})/u

/** "Ringa", "ring", "Kontakta", "ta fram": a verb of doing in the infinitive or the imperative opens the words. */
export function asksFor(words: string): boolean {
  const [, verb = '', next] = /^(\p{L}\p{Ll}+)(?: (\S+))?/u.exec(words) ?? []
  const first = verb.toLowerCase()
  return next !== undefined && (infinitiveSet.has(first) || infinitiveSet.has(`${first}a`) || english.has(first))
}

/** What a present tense may tell of the meeting itself as well: "skriver ut förslaget", "delar ut en broschyr". */
export function couldBeNow(words: string): boolean {
  return /^(?:skriver|delar|lägger|hämtar|läser|bjuder|lämnar|hjälper|ställer)(?!\p{L})/u.test(words)
}

/** "circulate", "order": an English verb of doing, as it stands behind "will" and "to". */
export function isEnglishDoing(verb: string): boolean {
  return english.has(verb)
}

const saying =
  /^(?:answer|ask|brief|clarif|confirm|describe|discuss|explain|follow|get|give|grant|help|inform|look|note|present|raise|recommend|remind|reply|report|respond|speak|suggest|summarise|take|talk|test|thank|find|measure|share|hang|cut|clear|lead)/u

/** "checks prices", "orders them": the same verbs in the present tense, where minutes tell in the past. */
export function doesLaterInEnglish(what: string): boolean {
  if (/^looks into \S/u.test(what)) return !always.test(what)
  const [, verb = ''] = /^(\p{Ll}+)s \S/u.exec(what) ?? []
  const stem = verb.replace(/ie$/u, 'y').replace(/(?<=s|x|z|ch|sh)e$/u, '')
  return verb !== '' && !saying.test(verb) && (english.has(verb) || english.has(stem)) && !always.test(what)
}

/** Always, already or not at all. */
const always =
  /^\p{Ll}+ (?:inte|ej|icke|aldrig|redan|alltid|ofta|ibland|fortfarande|normalt|vanligtvis|normalt sett|i dag|idag|just nu|för närvarande|varje|årligen|sedan (?:\d|flera|många|länge))(?!\p{L})|(?<!\p{L})(?:på (?:mån|tis|ons|tors|fre|lör|sön)dagar|till vardags|varje (?:dag|vecka|månad|år|kvartal|termin|vår|höst|(?:mån|tis|ons|tors|fre|lör|sön)dag)|every (?:day|week|month|year)|vid behov|årligen|månadsvis|kvartalsvis|veckovis|dagligen)(?!\p{L})/u

/** "ringer banken", "tar fram en folder": something done once, later; `what` begins with the verb in the present tense. */
export function doesLater(what: string): boolean {
  const verb = /^\p{Ll}+/u.exec(what)?.[0] ?? ''
  if (/^för .* vidare(?!\p{L})|^håller (?:fortsatt |i )?kontakt|^(?:fixar|ordnar|kollar|undersöker)\.?$/u.test(what))
    return true
  return presentSet.has(verb) && what.split(' ').length > 1 && !told.test(what) && !always.test(what)
}

/** "ringer banken": a verb of doing in the present tense stands first, whatever it tells of. */
export function opensWithDoing(what: string): boolean {
  return presentSet.has(/^\p{Ll}+/u.exec(what)?.[0] ?? '')
}

/** "ringa", "ta": the infinitive of such a verb. */
export function isDoing(verb: string): boolean {
  return infinitiveSet.has(verb)
}
