/**
 * Swedish promises that the form alone tells, whatever the verb: a duty or a need with an s-passive and nobody who does
 * it ("taket behöver lagas"), "någon" who has to, what is needed, what was suggested. The same form lays down rules and
 * aims, so that verbs of those, and sentences that speak for a law or a government, say nothing here.
 */
import { habit } from './promise-passives.ts'
import { asks, end, says, start, type Pattern } from './promise-pattern.ts'

const oneOf = (words: string) => words.trim().split(/\s+/u).join('|')

/** Verbs that are no passives although they end like one. */
const deponents = oneOf(`
  finnas hoppas minnas lyckas misslyckas trivas vantrivas synas kännas vistas mötas skiljas brytas andas låtsas envisas
  skämmas trängas enas samsas fattas saknas rymmas råkas träffas hjälpas åldras krävas behövas tyckas anas höras märkas
  frodas födas nalkas handskas avundas kallas heta umgås turas kivas slåss kalas`)
/** What rules and orders of procedure are written with. */
const ruled = oneOf(`
  hållas lämnas inlämnas inkomma inges redovisas rapporteras beslutas fattas betalas erläggas inbetalas anmälas
  återlämnas parkeras användas nyttjas utnyttjas förvaras bäras tecknas ställas räknas betraktas anses uppfattas
  tolkas tillämpas följas beaktas iakttas vägas finansieras bekostas beviljas godkännas antas bifogas undertecknas
  underskrivas protokollföras firas öppnas stängas låsas släckas invigas inledas avslutas påbörjas startas behandlas
  prövas bedömas ersättas beräknas delas ges erbjudas villkorsändras verkställas upphävas utföras uppvisas visas
  respekteras jämföras ingås avgöras ajourneras debiteras kvitteras motiveras mätas anges upplevas förstås bevaras
  arkiveras diarieföras gallras väljas läsas fyllas tjänas sorteras slängas kastas registreras styrkas`)
/** What aims are written with. */
const aimed = oneOf(`
  integreras utvecklas vidareutvecklas förbättras stärkas förstärkas främjas säkras säkerställas tryggas skyddas
  optimeras fördubblas halveras ökas minskas sänkas effektiviseras positioneras marknadsföras adresseras uppnås uppfyllas
  inriktas förläggas bedrivas drivas tillgodoses förhindras undvikas förebyggas motverkas begränsas automatiseras
  digitaliseras användas värnas bibehållas bryggas stimuleras uppmuntras prioriteras tillvaratas nyttiggöras
  möjliggöras underlättas synliggöras implementeras realiseras förverkligas genomsyras accepteras skapas tas sättas genomföras samordnas spridas`)
const done = `(?:(?!(?:${deponents}|${ruled}|${aimed})${end})\\p{Ll}{2,}as|utses|förses|sys|dras|ses över|gås igenom|slås (?:ihop|samman|upp))`

/** Says that a subject is over, or that none began. */
const joins =
  '(?!(?:att|som|och|men|samt|när|hur|där|här|vad|vilka|vilket|vilken|eftersom|medan|ingen|inget|inga|är|var|har|hade|ska|kan|vill|man|vi|de|jag|hon|han|ni|du)(?!\\p{L}))'
const word = `${joins}[\\p{L}\\d-]+ `
/** Where a clause begins: with the sentence, or with what was said. */
const opening = '(?<=^[-–•*\\s]{0,4}|(?<!\\p{L})(?:att|men|samt) |[,;:] )'
const adverb = '(?:(?:nu|också|även|fortsatt|därför|snarast|vidare|dock|först|sedan|åter|omgående|genast) )?'
const duty = '(?:behöver|behövde|bör|borde|måste)'
/** Behind "av" stands who does it; a second verb says that all this was its subject: "frågan om … diskuterades". */
const nobodys = '(?![^.,;:]* (?:av|är|togs|väcktes|\\p{L}+[aeiouyåäörnlgvs]des|\\p{L}+[kpst]tes)(?!\\p{L}))'

/**
 * Those who lay down what is to be, and what they lay it down in: a meeting only tells of it. What was decided and moved
 * has its own place in the minutes.
 */
const laidDown = new RegExp(
  `regering|riksdag|kommission|proposition|direktiv|förordning|föreskrift|strategi|myndighet|utredningen|betänkande|${start}(?:EU|beslut\\p{L}*|lag(?:en|ar|stiftning)?|mål(?:et|en|sättning\\p{L}*)?|stadg\\p{L}+|avtal(?:et|en)?|regler\\p{L}*|villkor\\p{L}*|krav|syfte\\p{L}*|vision\\p{L}*|yrka\\p{L}*|motion\\p{L}*|ansök\\p{L}*|bygglov\\p{L}*|enligt|annars|endast|aldrig|samtliga|(?:för|så) att)${end}`,
  'iu',
)
/** Who tells what comes tells news. */
const news = /informera(?:r|de)(?!\p{L})|berätta|rapport|meddela|upply|nämnde|redogj/iu
const meetings = (sentence: string) => !laidDown.test(sentence) && !habit.test(sentence)

/** Infinitives of those who only are, have or may. */
const being = '(?!(?:vara|ha|finnas|bli|kunna|vilja|få|veta|känna|tycka|tro|behöva)(?!\\p{L}))'
/** What one needs once for a thing to be allowed. */
const formal =
  '(?!(?:\\p{L}*(?:majoritet|underskrift|tillstånd|intyg|samtycke|legitimation|anmälan|lov|röst)\\p{L}*)(?!\\p{L}))'
const more = '(?:fler|flera|mer|mera|en|ett|ny|nya|nytt|ytterligare|några|bättre|större)'

/** What is suggested for the meeting itself to decide, or of somebody. */
const settled =
  '(?!(?:\\p{Lu}|(?:\\p{L}+ ){0,2}?(?:styrelsen|kansliet|sekreteraren|ordföranden|kassören|valberedningen|nämnden|förvaltningen|kommittén|utskottet|revisorn|revisorerna)(?!\\p{L}))|[^.]*(?:välj|omvälj|avgift|arvode|ajourner|bordlägg|godkän|fastställ|ansvarsfrihet|avslå|avslag|bifall|bevilja|återremit|till handlingarna|uppdrag åt))'

export const open: readonly Pattern[] = [
  // "taket behöver lagas"
  {
    ...asks(new RegExp(`${opening}(?<subject>(?:${word}){1,7})${duty} ${adverb}${done}${end}${nobodys}`, 'giu')),
    sentence: meetings,
  },
  // "skylten ska bytas ut före sommaren"
  {
    ...asks(
      new RegExp(
        `${opening}(?<subject>(?:${word}){1,7})(?:ska|skall|kommer att(?: behöva)?) ${adverb}${done}${end}${nobodys}`,
        'giu',
      ),
    ),
    sentence: (words) => meetings(words) && !news.test(words),
  },
  // "träden är sjuka och måste fällas"
  {
    ...asks(
      new RegExp(
        `${opening}(?<subject>(?:${word}){1,6}(?:är|var) (?:${word}){1,5}(?:och|men) )(?:behöver|bör|borde|måste) ${adverb}${done}${end}${nobodys}`,
        'giu',
      ),
    ),
    sentence: meetings,
  },
  // "före sommaren ska taket lagas"
  {
    ...asks(
      new RegExp(
        `^(?:(?:under|till|före|innan|inför|efter) \\p{L}+|i (?:höst|vinter|sommar|vår)|snarast|nästa \\p{L}+) (?:${duty}|ska|skall) (?<subject>(?:${word}){1,4})${done}${end}${nobodys}`,
        'giu',
      ),
    ),
    sentence: meetings,
  },
  // "någon måste ringa kommunen"
  {
    ...asks(
      new RegExp(
        `${start}någon (?:måste|bör|borde|behöver|ska) ${adverb}${being}(?:\\p{Ll}{2,}a|ta|se|ge|gå|stå|sy|be|dra|slå|så)${end}`,
        'giu',
      ),
    ),
    sentence: meetings,
  },
  // "fler ledamöter behövs", "det behövs en ny stege"
  {
    ...asks(
      new RegExp(
        `${opening}${more} (?:${formal}${word}){1,3}behövs(?! (?:inte|ej|endast|bara|alltid|dock))${end}`,
        'giu',
      ),
    ),
    sentence: meetings,
  },
  {
    ...asks(new RegExp(`${opening}det behövs (?:nu |också |även )?${more} ${formal}\\p{Ll}+`, 'giu')),
    sentence: meetings,
  },
  // "det föreslogs att en enkät görs"
  {
    ...says(
      new RegExp(`${start}(?:[Dd]et (?:föreslogs|begärdes)|(?:[Ff]öreslogs|[Bb]egärdes) det) att ${settled}`, 'gu'),
    ),
    sentence: (sentence) => !/(?<!\p{L})(?:enligt|lag|beslut\p{L}*)(?!\p{L})/u.test(sentence),
  },
]
