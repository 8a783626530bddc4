/** Lines that announce, number or label decisions: "Beslut", "Beslut nr 2026:4", "RESOLVED:", "Styrelsen beslutar att". */
import { bodies, englishBodies } from './decision-bodies.ts'
import { notOurs } from './decisions.ts'
import { wordStart } from './words.ts'
import { mixedCase } from './mixed-case.ts'

/** Some word without which no line announces or labels a decision: spares the longer patterns most lines. */
const telling = /besl[uö]t|bestäm|deci|resol|agreed|överens|enades|motion|confirmed|approved|adopted/iu

/** "Nämndens", "Barn-, ungdoms- och kulturnämndens", "Kommunstyrelsens arbetsutskotts", "Nämnden för vatten och avlopps". */
const whose =
  '(?:(?:\\p{L}+-,? ){0,2}(?:(?:och|samt|&) )?\\p{L}+s(?: \\p{L}+s){0,2} |\\p{L}+ för \\p{L}+(?: och \\p{L}+)?s )?'
/** "… i ärendet", "… för egen del", "… på delegation", "… i byggnadsnämnden" */
const inWhat =
  '(?: i ärendet| för (?:sin )?egen del| på delegation| i (?:\\p{L}+-?,? ){0,2}(?:(?:och|samt) )?\\p{L}*(?:nämnden|styrelsen|utskottet|fullmäktige))'
const headingWords = new RegExp(
  `^(?:${whose}(?:beslut|beslutet)${inWhat}?|beslutspunkter|beslutslista|(?:fattade|tagna|följande) beslut|(?:följande )?beslut (?:fattades|togs)|beslutades?|beslöts?|bestämdes|bestämt|beslutas|(?:(?:\\p{Lu}[\\p{L}-]*(?: och| för)? )?${bodies}(?: (?:för|i) \\p{L}+(?: och \\p{L}+)?)?|\\p{Lu}[\\p{L}-]+) (?:\\p{L}+ )?(?:beslutar|beslutade|beslöt|har beslutat)(?: för (?:sin )?egen del)?(?: (?:enhälligt|därför|följande|därmed|således|att))?|det (?:beslutades|beslöts)(?: att)?|decisions?|resolutions?|resolved|it was (?:resolved|agreed|decided)(?: that)?|agreed|${englishBodies} (?:resolved|agreed|decided)(?: that)?|decisions? taken|motion)(?:\\s*:|(?<=följande)\\.)?$`,
  'iu',
)

/** The number a decision is given: "4", "5.1", "nr 4", "D3", "§ 12"; "4-1" is the first of the fourth meeting. */
const counted =
  ' (?:(?:nr|no|nummer|number)\\.? ?|#|§ ?)?(?:\\p{Lu}{1,3}-?)?(?:\\d{1,3}[-–]\\d{1,3}|\\d{1,4}(?:[.:/]\\d{1,4}){0,2})(?![\\d.:/–-]\\d|\\d)[a-e]?'
const countedHeading = new RegExp(
  `^(?:beslut|decision|resolution)${counted}(?: \\(\\p{Lu}[\\p{L} ,-]{1,40}\\))?\\s*:?$`,
  'iu',
)

/** "Beslut 5.1:", "Decision D3 –", "Decision 2:": a label with a number that others may point to. */
export function countsDecision(label: string): boolean {
  return countedHeading.test(label.trim().replace(/\s*(?::|[–—-])$/u, ''))
}

/** Number of a decision as our own documents print it: "Beslut nr 2026:4". */
const ownNumber = '(?:beslut\\s+nr|decision\\s+no\\.?)\\s*\\d{4}:\\d{1,6}'
const numberedHeading = new RegExp(`^${ownNumber}\\s*:?$`, 'iu')
const numberBehind = new RegExp(`\\s*\\(${ownNumber}\\)(?=:?$)`, 'iu')
const numberAlone = new RegExp(`^\\(${ownNumber}\\)$`, 'iu')

/** "Beslut nr 2026:4", "Styrelsens beslut (Beslut nr 2026:4)": a heading of one decision. */
export function numbersDecision(text: string): boolean {
  const line = text.trim()
  if (line.length > 120) return false
  return numberedHeading.test(line) || (numberBehind.test(line) && headingWords.test(line.replace(numberBehind, '')))
}

/** "(Beslut nr 2026:4)" on a line of its own: the number of what the text above it decides. */
export function isDecisionNumber(text: string): boolean {
  return text.length < 60 && numberAlone.test(text.trim())
}

/** A line that only announces decisions: "Beslut", "Kommunstyrelsens beslut:", "Mötet beslutade", "RESOLVED". */
export function isDecisionHeading(text: string): boolean {
  if (!telling.test(text)) return false
  if (numbersDecision(text)) return true
  if (text.length > 80 || /^förslag/iu.test(text)) return false
  if (countedHeading.test(text.trim())) return true
  return headingWords.test(text.trim()) && (/^\p{Lu}/u.test(text) || text.endsWith(':'))
}

/** "Kommunstyrelsens förslag till kommunfullmäktige" where the board itself met: what it decides is what it proposes. */
export function proposesUpwards(text: string, body: string | null): boolean {
  return (
    body !== null &&
    text.length < 120 &&
    text.startsWith(`${body}s förslag till `) &&
    /^(?:beslut (?:i|av|för) )?\p{Ll}*(?:fullmäktige|styrelsen|stämman|stämma|årsmötet)\s*:?$/u.test(
      text.slice(body.length + 's förslag till '.length),
    )
  )
}

/** Headings that say no more than that something is decided: "Beslut", "Decision 2", "It was resolved that". */
const bareHeading =
  /^(?:beslut(?:et|ades?|as)?(?: i ärendet)?|beslöts?|det (?:beslutades|beslöts)(?: att)?|decisions?(?: taken)?|resolutions?|resolved|agreed|motion|it was (?:resolved|agreed|decided)(?: that)?)(?: \d{1,2}| [a-e])?$/iu

/**
 * What a heading or label of decisions says beyond itself, who decided or how ("Nämnden beslutar enhälligt",
 * "Kommunstyrelsens beslut"), in the source's words; null when it says nothing more.
 */
export function saysWhoDecided(text: string): string | null {
  const words = text
    .trim()
    .replace(numberBehind, '')
    .replace(/\s*(?::| [–—-])$/u, '')
  return words === '' || bareHeading.test(words) || numberedHeading.test(words) ? null : words
}

const decidingNow = new RegExp(
  `^(?:${bodies}|${englishBodies})(?: (?:för|i) \\p{L}+(?: och \\p{L}+)?)?,? *(?:\\p{L}+ )?(?:beslutar|beslutas|bestämmer|enas om|godkänner|fastställer|antar|väljer|utser|bifaller|avslår|bordlägger|återremitterar|lägger|decides|resolves|agrees|approves|adopts)(?!\\p{L})|^(?:härmed|därmed|det) beslutas(?!\\p{L})`,
  'iu',
)

/** A paragraph that opens with what its body decides there and then, in the present tense: "Rådet beslutar att …". */
export function decidesNow(text: string, body: string | null): boolean {
  if (decidingNow.test(text)) return true
  // Its own name may have no word for a body in it: "Kvastklubben Nord beslutar".
  return body !== null && text.startsWith(`${body} `) && decidingNow.test(`Mötet ${text.slice(body.length + 1)}`)
}

/** "…, efter votering 5–3,": how, between the verb and the clauses. */
const howVoted =
  '(?:,? (?:efter|genom|med) (?:sluten |öppen )?(?:omröstning|votering|acklamation|röstsiffrorna)[^.:;]{0,40})?'
/** "… i enlighet med styrelsens förslag": whose proposal, between the verb and the clauses. */
const asProposed =
  '(?: (?:i enlighet med|enligt|i överensstämmelse med) (?:\\p{Ll}+ ){1,4}(?:förslag|rekommendation)(?:et|en)?)?'
const leading = new RegExp(
  `${wordStart}(?:beslutade|beslutar|beslöt|beslutas|beslutades|beslöts|har beslutat|resolved|decided|agreed)(?: ${bodies})?(?: (?:för (?:sin )?egen del|enhälligt|därför|följande|unanimously|därmed|also|även|att|that|således|sedan|to))*${howVoted}${asProposed}(?:\\s*:|(?<=följande)\\.)?$`,
  'iu',
)

/** "Stämman beslutade enligt valberedningens förslag:", "… i enlighet med förslaget:" */
const leadingAsProposed = new RegExp(
  `${wordStart}(?:beslutade|beslutar|beslöt|beslutades|beslöts)(?: ${bodies})?(?: enhälligt)? (?:enligt|i enlighet med) (?:\\p{L}+ ){0,3}förslag(?:et)?(?:,? att)?:$`,
  'iu',
)

/** A line that ends in the verb and leaves the decisions to the lines below. */
export function leadsToDecisions(text: string): boolean {
  const end = text.slice(-160).replace(/^.*[.!?] +(?=\p{Lu})/u, '')
  if (!telling.test(end)) return false
  return (
    (/förslag\p{L}*(?:,? att)?:$/iu.test(end) && leadingAsProposed.test(end)) ||
    (leading.test(end) && !notOurs.test(end))
  )
}

const openEnd =
  /(?<!\p{L})(?:besluta(?:r|de|s)?|beslöt|föreslå(?:r|s)?|föreslog|hemställer|hemställa|rekommenderar?)(?: (?:\p{L}|-)+){0,5}?:?$/iu

/** "Utskottet föreslår fullmäktige besluta": behind a label, and with clauses below, it leaves the decisions to them. */
export function leavesClauses(text: string): boolean {
  return text.length < 160 && !/[.!?]$| att .* att /u.test(text) && openEnd.test(text)
}

const labelled = mixedCase(
  `^(?:${whose}beslut(?: [a-e]|${counted})?|decisions?(?:${counted})?|resolved|resolution(?:${counted}| [\\d/]+)?|agreed|beslutades|beslöts|bestämdes|bestämt|överenskommet|motion carried|(?-i:CONFIRMED|APPROVED|ADOPTED|DECIDED))(?:\\s*:\\s*| [–—-] )(?=\\S)|^${bodies} (?:beslutar|beslutade|beslöt|bestämde|bestämmer|enades om|kom överens om)(?: följande)?\\s*:\\s*(?=\\S)|^(?-i:Beslut|BESLUT) (?=(?-i:Vi|Man|Alla|Ingen|Inga|Från|Till|Det|Den|De|En|Ett) [^:]{8,}[.!]$)|^(?-i:Decision|DECISION) (?=(?-i:We|All|The|No|From|Each) [^:]{8,}[.!]$)|^(?-i:RESOLVED|AGREED|DECIDED|BESLUTADES) (?=\\((?:[a-z]|[ivx]+|\\d)\\) )`,
  'u',
)
/** Length of a label with the decision after it ("Beslut 5.1: …", "RESOLVED: That …"), 0 when none. */
export function decisionLabel(text: string): number {
  return telling.test(text) ? (labelled.exec(text)?.[0].length ?? 0) : 0
}
