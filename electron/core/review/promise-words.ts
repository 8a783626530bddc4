/**
 * How Swedish and English minutes speak of what is to be done by nobody: passives without an agent, wishes, and
 * subjects that are everybody. What was told, shown and discussed is no promise, and neither are aims.
 */
import { openEnglish } from './promise-open-english.ts'
import { open } from './promise-open.ts'
import { passives, passiveVerbs } from './promise-passives.ts'
import { asks, end, says, start, type Pattern } from './promise-pattern.ts'

const s = (stems: string) => stems.trim().split(/\s+/u).join('|')

/** Work that somebody has to do, as an s-passive after "ska", "bör", "måste", "behöver". */
const toBeDone = s(`
  avgöras(?!\\si\\s?dag) bearbetas beredas beskrivas besvaras bevakas bokas bjudas diskuteras distribueras efterfrågas
  fastställas formuleras förankras förberedas fördelas förklaras förtydligas granskas göras hanteras inhämtas inventeras
  justeras kallas kartläggas klargöras klarläggas kollas kompletteras konkretiseras kontaktas kontrolleras
  korrigeras lösas läggas lyftas meddelas planeras prioriteras publiceras revideras 
  sammanställas samlas samordnas ses skickas skrivas stämmas sättas tas tillfrågas tydliggöras undersökas uppdateras
  utformas utredas utses utvärderas väljas åtgärdas återkopplas översättas följas arbetas genomföras
  ordnas åstadkommas tittas belysas analyseras preciseras dokumenteras spridas`)
/** Of these, the ones that say enough without a particle; the rest need theirs: "ses över", "tas fram". */
const particles: Readonly<Record<string, string>> = {
  ses: 'över',
  tas: 'fram|upp|bort|om hand|kontakt|in',
  följas: 'upp',
  arbetas: 'fram|om|vidare',
  läggas: 'till|upp|ut|in|fram',
  stämmas: 'av',
  sättas: 'upp|ihop|samman',
  bjudas: 'in',
  kallas: 'till|in',
  samlas: 'in|ihop',
  skickas: 'ut|in|till|vidare|på',
  tittas: 'på|närmare',
  göras: 'om|klart|färdigt|klar|tydlig|tydligare|en|ett',
  spridas: 'till|vidare|inom',
  genomföras: 'en|ett|under|innan|inför|till|senast',
  samordnas: 'med|inför|bättre|av|mellan',
}
const doable = toBeDone
  .split('|')
  .map((verb) => (particles[verb] === undefined ? verb : `${verb} (?:\\p{L}+ ){0,2}?(?:${particles[verb]})`))
  .join('|')
const must = 'behöver|behövde|bör|borde|måste|ska|skall|kan behöva|kommer att behöva|kommer att|får'
const between =
  '(?:(?:nu|också|även|fortsatt|därför|alltid|snarast|vidare|dock|först|sedan|åter|inte|närmare|bättre) ){0,2}'

/** Everybody, and therefore nobody. */
const anybody = 'man|någon|vi|alla|det'
/** Those who are many, and of whom nobody is asked. */
const everybody = 'gruppen|grupperna|man|mötet|rådet|ledamöterna|deltagarna|medlemmarna|parterna|flera|alla|många'
const activities =
  'diskutera|ta fram|se över|ta upp|följa upp|utreda|undersöka|kontakta|skicka|sammanställa|förtydliga|klargöra|tydliggöra|återkomma|stämma av|titta (?:närmare )?på|fundera (?:vidare )?(?:på|över)|planera|boka|kartlägga|komplettera|uppdatera|formulera|bestämma|skriva|samla in|bjuda in|hitta'

const swedish: readonly Pattern[] = [
  // "det behöver diskuteras gruppvis", "protokollen bör ses över", "ett förslag måste tas fram"
  asks(
    new RegExp(
      `${start}(?<subject>(?:(?:att )?(?:det|detta|frågan|\\p{L}+) )?)(?:${must}) ${between}(?:${doable})${end}`,
      'giu',
    ),
  ),
  // "en ny enkät måste göras"
  asks(new RegExp(`${start}(?<subject>(?:\\p{L}+ )?)(?:behöver|bör|borde|måste) ${between}göras(?=[.,;]|$)`, 'giu')),
  // "efterfrågades förslag på", "efterlystes exempel"
  says(new RegExp(`${start}(?:efterfrågades|efterlystes|eftersöktes|efterfrågas|efterlyses)${end}(?! av )`, 'giu')),
  // "önskemål om att göra … tydligare", "en önskan om att", "det önskades"
  says(
    new RegExp(
      `${start}(?<!inkommit med )(?:önskemål(?:et)?|önskan|begäran|förfrågan|förslag(?:et)?) (?:om|på) att${end}`,
      'giu',
    ),
  ),
  says(new RegExp(`${start}(?:önskades|önskas)${end}(?! av )`, 'giu')),
  // "önskemål framfördes om", "en önskan om mer tid", "gruppen önskar att"
  says(
    new RegExp(
      `${start}(?:önskemål|önskan) (?:(?:framfördes|framställdes|uttrycktes|lyftes|finns|fanns) )?(?:om|på)${end}`,
      'giu',
    ),
  ),
  says(
    new RegExp(
      `${start}(?:${everybody}) (?:önskar|önskade|efterfrågar|efterfrågade|efterlyser|efterlyste)${end}`,
      'giu',
    ),
  ),
  // "ledamöterna uppmanades att"
  says(new RegExp(`${start}(?:${everybody}) (?:uppmanades|uppmanas|ombads|ombeds) att${end}`, 'giu')),
  // "Frågan återkommer", "Kansliet återkommer": no day says when
  says(new RegExp(`${start}(?:\\p{L}+ )?(?:återkommer(?! i (?:de|alla|många|flera))|återkopplar)${end}`, 'giu')),
  asks(
    new RegExp(
      `${start}(?:${anybody}) (?:behöver|bör|borde|måste|skulle behöva) ${between}(?:${activities})${end}`,
      'giu',
    ),
  ),
  // "man ska återkomma", "att vi följer upp"
  asks(new RegExp(`${start}(?:man|någon) (?:ska|skall|kan|får|kommer att) ${between}(?:${activities})${end}`, 'giu')),
  asks(
    new RegExp(
      `${start}att (?:vi|man|någon|alla) (?:följer upp|ser över|tar upp|tar fram|tar kontakt|tittar på|stämmer av|återkommer)${end}`,
      'giu',
    ),
  ),
  // "det vore bra om någon tittade på det"
  says(
    new RegExp(
      `${start}det (?:vore|skulle vara) (?:bra|fint|klokt|lämpligt|värdefullt|önskvärt|intressant) (?:om|att)${end}`,
      'giu',
    ),
  ),
  // "man enades om att undersöka saken"
  says(
    new RegExp(
      `${start}(?:${everybody}|vi) (?:enades om|kom överens om|var (?:eniga|ense|överens) om) att ${between}(?:${activities})${end}`,
      'giu',
    ),
  ),
  says(
    new RegExp(
      `${start}(?:återstår|kvarstår) att${end}|${start}(?:får|ska|bör|behöver|kan) (?:frågan )?(?:tas upp|lyftas) (?:igen|vid|på|senare)|${start}(?:tas|lyfts) upp (?:igen(?! nedan)|senare|vid ett (?:senare|annat|kommande))`,
      'giu',
    ),
  ),
  ...passives,
  ...open,
]

const participles = s(`
  addressed agreed amended analysed analyzed arranged assessed checked circulated clarified collected considered
  contacted corrected decided defined developed discussed distributed drafted examined explained explored finalised
  finalized followed identified investigated invited mapped prepared prioritised prioritized published raised reported
  resolved reviewed revised revisited scheduled sent set shared simplified sorted specified summarised summarized
  translated updated worked written`)

const english: readonly Pattern[] = [
  asks(
    new RegExp(
      `${start}(?<subject>(?:(?:it|this|that|the \\p{L}+|\\p{L}+) )?)(?:should|must|needs? to|has to|have to|ought to|shall|will need to) (?:also |still |now |then |further |first )?be (?:\\p{Ll}+ly |further |also )?(?:${participles}|looked (?:into|at)|followed up|taken (?:up|forward)|made (?:clear|clearer|available)|drawn up|put (?:together|in place|forward)|brought back)${end}`,
      'giu',
    ),
  ),
  says(
    new RegExp(
      `${start}(?<!['’]s )(?:wish|wishes|request|requests|call|calls|suggestion|suggestions|(?<=(?:the|a|any|clear|urgent) )need) (?:was |were )?(?:expressed |made )?(?:to|for (?!the meeting to)|that)${end}`,
      'giu',
    ),
  ),
  says(
    new RegExp(
      `${start}(?:suggestions?|proposals?|ideas|examples|input|comments|views) (?:(?:on|for|from) (?:\\p{L}+ ){1,3})?(?:was|were|is|are) (?:requested|sought|invited|asked for|called for)${end}`,
      'giu',
    ),
  ),
  says(
    new RegExp(
      `${start}(?:it was (?:requested|suggested|asked) (?:that|to)|to be (?:confirmed|decided|determined|clarified|followed up|discussed|agreed)|remains to be)${end}`,
      'giu',
    ),
  ),
  asks(
    new RegExp(
      `${start}(?:we|someone|somebody|everyone|one|they) (?:should|must|needs? to|have to|ought to) (?:also |still )?(?:clarify|review|discuss|follow up|check|look into|investigate|prepare|draft|consider|find|decide|update|contact|send|revisit|explain)${end}`,
      'giu',
    ),
  ),
  ...openEnglish,
]

export const patterns = { sv: swedish, en: english } as const

/** "om" that asks, and not the one behind "frågan" and "förslaget", which says of what. */
const whether =
  '(?<!(?:frågan|frågor|frågorna|ärendet|ärenden|förslag|förslaget|punkten|diskussion|diskussionen|rapporten|information|informationen|uppgifter|avtal|avtalet|beslut|beslutet|samtal|samtalet) )om'

/** What turns such words into something else: a question of how, a rule, an aim, a habit. */
export const unsaid = {
  sv: new RegExp(
    `${start}(?:hur|vad|vem|vilka|vilken|vilket|när|var|varför|huruvida|${whether}|(?:beslutat|bestämt|anger|föreskriver|fastslagit) att|så att|för att|som|där|vars|eftersom|ifall)(?: (?!att )[\\p{L}\\d-]+){0,7} ?$`,
    'iu',
  ),
  en: new RegExp(
    `${start}(?:how|what|who|whom|which|when|where|why|whether|if|so that|in order to|that can|because)(?: (?!that )[\\p{L}\\d'’-]+){0,7} ?$`,
    'iu',
  ),
} as const

/** An agent behind the passive: "av kansliet", "by the secretary". */
export const agent = {
  sv: /^[^.;:!?]{0,60}? av (?:\p{Lu}\p{L}+|(?:arbets|styr|lednings|projekt)?(?:gruppen|kansliet|ordföranden|sekreteraren|styrelsen|kontoret|samordnaren|förvaltningen|nämnden|kassören|sekretariatet))/u,
  en: /^[^.;:!?]{0,60}? by (?:the )?(?:\p{Lu}\p{L}+|chair|secretary|secretariat|board|committee|office|clerk|treasurer)/u,
} as const

/** What every pattern has a part of: a sentence without any is left alone. */
export const hints = {
  sv: new RegExp(
    `behöv|bör|borde|måste|föreslog|begärdes|(?<!\\p{L})ska|får|kan |efter(?:fråg|lys|sök)|önsk|begäran|förfrågan|förslag|åter(?:k|st)|kvarst|skulle|kommer att|upp|ombe|att (?:vi|man|någon|alla) |vore|enades|överens|ense|eniga|${start}(?:${passiveVerbs})${end}`,
    'iu',
  ),
  en: /should|must|will |is to|are to|need|ha[sv]e? to|ought|shall|wish|request|call|suggest|proposal|ideas|examples|input|comments|views|to be /iu,
} as const
