/**
 * English promises that the form alone tells, whatever the verb: a duty or a need with a passive and nobody who does it
 * ("the roof should be repaired"), "someone" who has to, what is needed. Rules and announcements have the same form.
 */
import { asks, end, start, type Pattern } from './promise-pattern.ts'

const oneOf = (words: string) => words.trim().split(/\s+/u).join('|')

/** Participles of work that do not end in "-ed". */
const irregular = oneOf(`
  bought brought built chosen cut drawn dug done found fixed given hung laid led lent let made mown put redone rebuilt
  rewritten rung sent set sold sought split spoken swept taken taught told torn thrown undertaken withdrawn written`)
/** What states, tells, rules and announces. */
const idle = oneOf(`
  needed required allowed permitted expected supposed interested involved based located used noted remembered recalled
  stressed emphasised emphasized welcomed congratulated thanked deemed considered treated regarded charged entered
  returned declared closed opened delivered released submitted hosted celebrated attended launched elected appointed
  signed received limited excluded included counted assumed obtained achieved avoided ensured respected observed
  restricted reduced increased improved strengthened encouraged protected preserved supported enabled maintained paid
  accompanied affected admitted approved awarded granted wanted pleased delighted tired worried red indeed seed feed
  disqualified marked retained calculated measured refused followed given held presented named called stored kept
  assigned funded financed covered reimbursed completed finished performed conducted parked handed worn registered recorded carried deducted sorted born recycled joined`)
const done = `(?!(?:${idle})${end})(?:\\p{Ll}{2,}ed|(?:${irregular}))`

const joins =
  "(?!(?:that|which|who|whom|whose|and|but|or|when|where|if|how|what|why|whether|because|while|as|no|not|nobody|nothing|is|are|was|were|has|have|had|will|can|you|i|we|he|she|each|every|any|all)(?![\\p{L}'’]))"
const word = `${joins}[\\p{L}\\d'’-]+ `
const opening = '(?<=^[-–•*\\s]{0,4}|(?<!\\p{L})(?:that|but) |[,;:] )'
/** Behind "by" stands who does it, or a time. */
const nobodys =
  '(?![^.,;:]* by (?!(?:the )?(?:end|start|beginning|middle|next|early|mid|late|then|spring|summer|autumn|winter|easter|christmas|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\d)))'
const willBe = '(?:will|is going to|are going to) (?:also |now |then )?be (?:\\p{Ll}+ly |also )?'
const duty =
  '(?:should|must|needs? to|has to|have to|ought to|will have to|will need to|is to|are to) (?:also |still |now |then |further |first )?be (?:\\p{Ll}+ly |further |also )?'

/** Laws, rules, habits and what was decided: a meeting only tells of them. */
const laidDown = new RegExp(
  `${start}(?:laws?|legislation|regulations?|directive|statutes?|by-?laws|rules?|polic(?:y|ies)|governments?|commission|parliament|ministry|strategy|under the|according to|in accordance|subject to|contract|unless|until|in order to|so that|if|always|never|normally|usually|only|every|each|annual(?:ly)?|monthly|weekly|daily|yearly|regularly|resolved|decided|decision|moved|seconded|motion|carried|approved|applicants?|applications?|candidates?|days? (?:before|after|later)|before the (?:meeting|event)s)${end}`,
  'iu',
)
/** Who tells what comes tells news. */
const news = /report|announce|inform|noted|explain|said|told|confirm|stated|advised/iu
const meetings = (sentence: string) => !laidDown.test(sentence)

export const openEnglish: readonly Pattern[] = [
  // "the roof should be repaired", "the lease is to be reviewed"
  {
    ...asks(new RegExp(`${opening}(?<subject>(?:${word}){1,7})${duty}${done}${end}${nobodys}`, 'giu')),
    sentence: meetings,
  },
  // "the website will be updated"
  {
    ...asks(new RegExp(`${opening}(?<subject>(?:${word}){1,7})${willBe}${done}${end}${nobodys}`, 'giu')),
    sentence: (words) => meetings(words) && !news.test(words),
  },
  // "someone needs to ring the council"
  {
    ...asks(
      new RegExp(
        `${start}(?:someone|somebody) (?:should|must|needs to|has to|ought to|will have to|will need to) (?:also |still )?(?!(?:be|have|know|not)${end})\\p{Ll}+`,
        'giu',
      ),
    ),
    sentence: meetings,
  },
  // "more volunteers are needed"
  {
    ...asks(
      new RegExp(
        `${opening}(?:more|new|another|an?|extra|additional) (?:(?!quorum|majority|licence|permit|signature)${word}){1,4}(?:is|are) needed${end}`,
        'giu',
      ),
    ),
    sentence: meetings,
  },
]
