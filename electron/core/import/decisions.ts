/** Decisions in sentences: "Mötet beslutade att …", "Beslut: …", "It was agreed to …". */
import { bodies, englishBodies } from './decision-bodies.ts'
import { couldBeName } from './names.ts'
import { hasRoleWord } from './roles.ts'
import { foldText, wordEnd, wordStart, wordsOf } from './words.ts'
import { mixedCase } from './mixed-case.ts'

const verbs =
  '(?:beslutade|beslutar|beslöt|beslöts|beslutades|beslutas|enades (?:\\p{Ll}+ )?om|kom (?:\\p{Ll}+ )?överens om|bestämde|bestämdes|bestämmer|beslutat|(?:fattade|fattar|tog|tar) (?:\\p{Ll}+ )?beslut(?:et)? om|var (?:\\p{Ll}+ )?(?:eniga|överens) om|uttalade|uttalar|fastslog)'
const elects =
  '(?:godkände|godkänner|fastställde|fastställer|antog|antar|valde|väljer|utsåg|utser|biföll|bifaller|avslog|avslår|bordlade|återremitterade|bordlägger|återremitterar|tillstyrkte|tillstyrker|avstyrkte|avstyrker|ställde sig bakom|ställer sig bakom)'
const passives =
  '(?:godkändes|godkänns|fastställdes|fastställs|antogs|antas|bifölls|avslogs|bordlades|bordläggs|återremitterades|tillstyrktes|avstyrktes|(?:lades|läggs) (?:\\p{Ll}+ ){0,3}?till handlingarna|beviljades|beviljas)'

const swedishThat = mixedCase(
  `${wordStart}(?:(?:${bodies}) +(?:\\p{L}+ +){0,3}?${verbs}|(?-i:(?:^|(?<=[.;] ))\\p{Lu}{2,6}) ${verbs}|${verbs} +(?:\\p{L}+ +){0,2}?${bodies}${wordEnd}|(?:det|därmed|härmed) +${verbs}|(?:^|(?<=[:;] ))beslut(?= att \\p{L}+a )|^beslut (?:togs|fattades|tas|fattas) om|^beslutet (?:blev|blir)|(?:enades|kom|blev|var) ${bodies} (?:\\p{Ll}+ )?(?:om|överens om|eniga om)|^(?:alla|samtliga) var (?:\\p{Ll}+ )?(?:eniga|överens) om|^${verbs}|(?<=(?:och|samt) )(?:beslutade|beslöt|beslutar|enades om))(?<between>[^.!?]{0,90}?)[ :,]*${wordStart}(?<that>att ${'.'}+)$`,
  'u',
)
/** "Styrelsen beslutar godkänna rapporten": the clause without its "att". */
const swedishBare = new RegExp(
  `^(?:därefter )?(?:${bodies}|(?:därefter |därmed |härmed )?(?:beslutar|beslutade|beslöt) ${bodies}) *(?:beslutar|beslutade|beslöt)?(?: (?:enhälligt|därför|således|även|också|därmed|därefter|vidare|sedan))* (?<that>(?!föreslå .* att )(?!(?:bara|samma|denna|dessa|alla|andra|sina|egna|första|vissa|flera|extra|båda|samtliga|detta|ta emot)(?!\\p{L}))(?:\\p{Ll}{2,}a|(?:\\p{Ll}{1,5})?(?:slå|stå|gå|få|ge|se|be)|dra)(?: (?!att )\\S.*))$`,
  'iu',
)
/** "Årsmötet beslutade i enlighet med styrelsens förslag, dvs. 200 kr": what was proposed is decided. */
const swedishAccording = new RegExp(
  `^(?:därefter )?(?:${bodies}) (?:beslutar|beslutade|beslöt)(?: (?:enhälligt|därför|således|även|också|därmed|därefter|vidare|sedan))* (?<that>(?:i enlighet med|enligt|i överensstämmelse med) .{4,})$`,
  'iu',
)
/** "…, med villkoret att …": on what terms, no further decision. */
const condition =
  / (?:villkor|förutsättning|förbehåll|undantag|tillägg|ändring|skillnad|justering|reservation)\p{Ll}* (?:för |om |av )?att /giu
const swedishActs = new RegExp(
  `^(?:(?:därefter|sedan|efter (?:\\p{L}+ ){1,4})?(?:${bodies}) +(?:\\p{L}+ +){0,2}?${elects}${wordEnd}|(?:${elects}) +(?:${bodies})${wordEnd}).+$`,
  'iu',
)
const swedishAbout =
  /^(?:(?:mötet|vi|gruppen|styrelsen) (?:\p{Ll}+ )?(?:beslutade|beslöt)|(?:det )?beslutades|beslut (?:fattades|togs)) om (?!att )\p{Ll}.+$/iu
/** "Rådet enades om följande tider: 3 maj och 7 juni": what follows the colon is decided. */
const swedishFollowing = new RegExp(
  `^(?:därefter )?${bodies} (?:\\p{Ll}+ )?(?:enades om|kom överens om|beslutade om|beslutar om|fastställde|fastställer) följande \\p{Ll}[^:]{2,60}: \\S.+$`,
  'iu',
)
const swedishFiles = new RegExp(`^(?:därefter )?(?:${bodies}) (?:lägger|lade) .{3,120} till handlingarna`, 'iu')
const swedishPassive = new RegExp(`^(?:[^.!?:]{2,160}? )?${passives}${wordEnd}[^?]*$`, 'iu')
/** "Avslås.", "Ansökan bifalls med 5 000 kr": what becomes of it, in no clause that hangs on another. */
const swedishOutcome =
  /^(?:(?!(?:att|om|som|när|där|ifall|huruvida|därför|eftersom)(?!\p{L}))[^ .!?:]+ ){0,14}(?:avslås|bifalls|bifalles|tillstyrks|avstyrks|återremitteras)(?!\p{L})[^?]*$/iu
/** "Remissen om kajer: styrelsen avstår från att yttra sig": what those who meet leave alone; not to take part is no decision. */
const leavesAlone = new RegExp(
  `^(?:(?![^:]*(?:förslag|yrkan))[^.:!?]{3,80}: )?${bodies} (?:\\p{Ll}+ )?(?:avstår|avstod) från (?:att (?!delta)\\p{Ll}|yttrande)`,
  'iu',
)
const swedishElected = new RegExp(
  `^(?:till (?:\\p{Ll}+ ?){1,6}.{0,80}? (?:valdes|omvaldes|nyvaldes|utsågs|utses|väljs) \\p{Lu}|.{2,80} (?:valdes|omvaldes|nyvaldes|utsågs|utses|väljs) (?:(?:med|genom) \\p{Ll}+ )?(?:till|att|som|enhälligt) |att (?:jämte \\p{L}+ )?justera .{0,60}(?:valdes|utsågs|utses) \\p{Lu})`,
  'iu',
)
const englishThat = new RegExp(
  `(?:^|(?<=[,;:] |(?:and|then) )|(?<=^(?:after|following|having|on|with|given|in view of|in the light of) [^.;:]{2,90} ))(?:(?:it|this) (?:was|is) (?:\\p{L}+ ){0,2}?(?:agreed|decided|resolved|noted and agreed)|there was (?:\\p{L}+ )?(?:agreement|consensus)|${englishBodies} (?:\\p{L}+ ){0,2}?(?:decided|resolved|agreed|voted|decides|agrees|resolves|determined)|resolved|agreed|decided)[, ]+(?<that>(?:that|to|not to|on|by|unanimously (?:that|to)) .+)$`,
  'iu',
)
/** "Motion (Ann, seconded by Bo): to paint the hall", "Motion 3: that …": a label, and who made it. */
const labelledMotion = /^(?:the )?motion(?: \d{1,3}| \([^)]{2,80}\)| by [^:]{2,80})?: (?<that>(?:to|that) .+)$/iu
const motion =
  /^(?:(?:on )?(?:an? |the )?)?(?:(?:it was )?(?:moved|motion)(?: was made| made)?(?: by .{2,60}?)?(?:,? (?:and )?seconded(?: by [^,]{2,50}?)?)?,? (?<that>(?:to|that) .+)|.{2,60}? moved (?:and .{2,50}? seconded )?(?<moved>(?:to|that) .+?)(?:[,;] seconded.*)?)$/iu
const englishActs = new RegExp(
  `^${englishBodies} (?:\\p{L}+ ){0,2}?(?:approved|adopted|elected|appointed|ratified|accepted|endorsed|rejected|confirmed|approves|adopts|authori[sz]ed)${wordEnd}.+$`,
  'iu',
)
const englishPassive = new RegExp(
  `^(?:[^.!?:]{3,160}? (?:was|were|is|are) (?:\\p{L}+ ){0,2}?|)(?:approved|adopted|accepted|confirmed|ratified|elected|re-elected|appointed)${wordEnd}(?! by the (?:county|government|ministry|court)| on \\d)[^?]*$`,
  'iu',
)

/** "Behaviour policy – approved with the change on page 4": what became of it stands behind a dash. */
const outcome =
  /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] )?\p{Lu}[^.!?:–—]{3,100} [–—-] (?:approved|adopted|agreed|accepted|ratified|endorsed|godkän[dst]s?|godkändes|antogs?|antagen|antaget|fastställ(?:d|t|des|s)|bifölls|bifallen)(?: (?:with|as|subject|unanimously|by|until|from|med|enligt|enhälligt|efter) .+| unanimously| enhälligt)?\.?$/u

/** Words that turn a "decision" into a proposal, a condition or history. */
export const notOurs =
  /(?:föreslår|föreslog|föreslås|föreslogs|yrkar|yrkade|rekommenderar att|rekommenderade att|förslag(?:et)? (?:till|på|är|om)|anser att|ansåg att|önskar att|vill att|inför att|innan|när .{0,40} beslutar|om (?:nämnden|styrelsen|mötet|stämman)|(?<!\p{L})ifall|huruvida|inte beslutat|har tidigare|hade tidigare|tidigare beslut|tidigare i år|förra året|i fjol|har (?:\p{L}+ ){0,3}?beslutat|hade (?:\p{L}+ ){0,3}?beslutat|inga beslut|inget beslut|proposed that|proposes that|propose that|recommended that|suggested that|previously|last year|has (?:\p{L}+ )?(?:decided|approved|agreed)|had (?:\p{L}+ )?(?:decided|approved|agreed)|have been|has been|had been|whether|no decisions?|would be|should be|will be|if (?:the|it)|subject to being|yet to be|not yet)/iu

/** "godkände förslaget till budget": what is accepted was proposed, and is decided. */
const accepted =
  /(?<=(?:godkän(?:de|ner)|fastställ(?:de|er)|anta[rs]|antog|bifaller|biföll|st(?:ällde|äller) sig bakom) (?:\p{L}+ ){0,2})förslag(?:et)? (?:till|på|om)/iu

/** "Förslaget om julfest bifölls": what became of it is decided. */
const carriedProposal =
  /^(?:\p{L}+s )?(?:förslag|yrkande)(?:et|n)? (?:till|på|om)(?= [^.!?:]{2,120} (?:bifölls|bifalls|godkändes|godkänns|antogs|antas|avslogs|avslås|fastställdes|fastställs|tillstyrktes)(?!\p{L}))/iu

/** "Adam sade att styrelsen beslutat att …": somebody tells of it, or asks. */
const retold =
  /(?<!\p{L})(?:sade|sa|berättade|berättar|uppgav|uppger|nämnde|undrade|undrar|frågade|frågar|informerade|informerar|menade|påpekade|påminde|påminner)(?: \p{Ll}+)? (?:om |för )?(?:att|om|huruvida)(?!\p{L})/iu

const foreign =
  /(?:^|[\s(])(?:regeringen|riksdagen|EU-?kommissionen|kommissionen|Europaparlamentet|domstolen|tingsrätten|hovrätten|länsstyrelsen|departementet|parliament|the government|the court|the ministry|the county)(?:\s+\p{L}+){0,2}?\s+(?:beslutade|beslutar|beslöt|har|decided|approved|agreed|resolved|antog|godkände)/iu

interface FoundDecision {
  text: string
  /** The whole sentence is the decision: nothing of it stands outside `text`. */
  whole: boolean
}

/** "att a, att b samt att c" as its parts, when each part plainly opens with att. */
export function splitThat(text: string): string[] {
  const swedish = /^att /iu.test(text)
  const pattern = swedish
    ? /(?:,| samt| och|, samt|, och|, men|;) +(?=att )/giu
    : /(?:[;,] (?:and )?|,? and )(?=that )/giu
  if (!swedish && !/^that /iu.test(text)) return [text]
  const parts: string[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(from, match.index)
    if (swedish && match[0].startsWith(' och') && !closed(before)) continue
    parts.push(before)
    from = match.index + match[0].length
  }
  parts.push(text.slice(from))
  return parts.map((part) => trimJoint(part)).filter((part) => part !== '')
}

/** "att meddela X och att …": a further "och att" belongs to the same verb unless the clause has a verb of its own. */
function closed(clause: string): boolean {
  return wordsOf(clause).length >= 3
}

/** Off with a closing comma, semicolon, "samt", "och", "and", "and be it further" that only ties to the next part. */
export function trimJoint(text: string): string {
  return text
    .trim()
    .replace(
      /(?:[,;] *(?:samt|och|and)|[,;]| samt| och| and|[,;]? (?:and )?be it (?:further|finally|also)(?: resolved)?,?)$/iu,
      '',
    )
    .trim()
}

/** Some word without which nothing is decided: spares the longer patterns most sentences. */
const telling =
  /beslut|beslöt|bestäm|enades|enig|överens|uttala|fastslog|godkän|fastställ|antog|antar|antas|vald|välj|utse|utsåg|utses|bif[aö]ll|avs[lå]|avst[åo]|bordl|återremitt|styrk|handlingarna|bevilja|bakom|agree|decid|resol|vote|determin|approv|adopt|elect|appoint|ratif|accept|endors|reject|confirm|authori|carried|moved|motion/iu

/**
 * Decisions a sentence states, with the words of the att-clause. `body` is the meeting's own name,
 * `after` the next sentence, which may say that a motion failed.
 */
export function decisionsIn(sentence: string, body: string | null, after = ''): FoundDecision[] {
  if (!telling.test(sentence)) return []
  if (sentence.length > 1500 || sentence.length < 6) return []
  if (foreign.test(sentence)) return []
  // A row of dots or a rule is there to be signed on.
  if (/^["“”»]|\?$|\.{4}|_{4}/u.test(sentence)) return []
  if (sentence.endsWith(':')) return decisionsBefore(sentence, body)
  const label = /^(?:beslut|decision|resolved|resolution|agreed|beslutades):? /iu.exec(sentence)
  const without = swedishBare.exec(sentence)?.groups?.['that']
  if (without !== undefined && /beslut|beslöt/iu.test(sentence.slice(0, -without.length)) && !pastYear(sentence))
    return [{ text: without, whole: false }]
  const according = swedishAccording.exec(sentence)?.groups?.['that']
  if (according !== undefined && !/ att /u.test(according.replace(condition, ' ')) && !pastYear(sentence))
    return [{ text: sentence, whole: true }]
  const that = swedishThat.exec(sentence) ?? ownBody(sentence, body)
  if (that?.groups?.['that'] !== undefined) {
    const before = sentence.slice(0, sentence.length - that.groups['that'].length)
    if (!notOurs.test(before) && !pastYear(before) && !retold.test(before))
      return splitThat(that.groups['that']).map((text) => ({ text, whole: false }))
    return []
  }
  const english = englishThat.exec(sentence)
  if (english?.groups?.['that'] !== undefined) {
    const before = sentence.slice(0, sentence.length - english.groups['that'].length)
    if (!notOurs.test(before)) {
      const text = english.groups['that'].replace(/^unanimously /u, '')
      return splitThat(text).map((part) => ({ text: part, whole: false }))
    }
    return []
  }
  const moved = labelledMotion.exec(sentence) ?? motion.exec(sentence)
  const motionText = moved?.groups?.['that'] ?? (isMotion(sentence) ? moved?.groups?.['moved'] : undefined)
  if (motionText !== undefined) {
    const clause = motionText.replace(carried, '')
    return notCarried.test(after) || notCarried.test(motionText.slice(-40)) ? [] : [{ text: clause, whole: false }]
  }
  if (/^(?:the motion (?:was )?)?(?:carried|passed)/iu.test(sentence)) return []
  if (
    /(?:godkändes|fastställdes|antogs|bifölls|beviljades|approved|adopted|accepted) (?:inte|ej|icke|not)(?!\p{L})|not (?:approved|adopted|accepted)/iu.test(
      sentence,
    )
  )
    return []
  if (label !== null && label[0].includes(':'))
    return splitThat(sentence.slice(label[0].length)).map((text) => ({ text, whole: false }))
  if (swedishAbout.test(sentence) && !notOurs.test(sentence) && !pastYear(sentence))
    return [{ text: sentence, whole: true }]
  if (label !== null || notOurs.test(sentence.replace(accepted, '').replace(carriedProposal, '')) || pastYear(sentence))
    return []
  const short = wordsOf(sentence).length <= 45
  if (
    short &&
    (swedishActs.test(sentence) ||
      swedishFiles.test(sentence) ||
      leavesAlone.test(sentence) ||
      (sentence.includes(' följande ') && swedishFollowing.test(sentence)) ||
      swedishElected.test(sentence) ||
      outcome.test(sentence) ||
      englishActs.test(sentence))
  ) {
    return [{ text: sentence, whole: true }]
  }
  // "IT:s ansökan bifölls": that colon parts nothing.
  const plain = sentence.replace(/(?<=\p{Lu}):(?=s )/u, '')
  if (
    wordsOf(sentence).length <= 28 &&
    (swedishPassive.test(plain) || swedishOutcome.test(plain) || englishPassive.test(sentence))
  ) {
    return [{ text: sentence, whole: true }]
  }
  return []
}

/** "… beslutade att tilldela följande sökande stipendium:" decides, and lists what; "… beslutade följande:" only leads in. */
function decisionsBefore(sentence: string, body: string | null): FoundDecision[] {
  const said = sentence.replace(/\s*:$/u, '')
  const listed = / (?:enligt (?:följande|nedan)|as follows)$/iu.exec(said)?.[0] ?? ''
  if (listed !== '') {
    // "bevilja bidrag enligt följande:" decides; "beslutade enligt följande:" only leads in.
    return decisionsIn(said.slice(0, -listed.length), body)
      .filter((found) => !found.whole && wordsOf(found.text).length > 1)
      .map((found) => ({ ...found, text: `${found.text}${listed}` }))
  }
  if (/(?:följande|the following)$/iu.test(said)) return []
  return decisionsIn(said, body).filter((found) => !found.whole && wordsOf(found.text).length > 3)
}

const notCarried = /(?:failed|defeated|lost|withdrawn)/iu
/** "The motion to … was carried unanimously": how it went is no part of it. */
const carried =
  /,? (?:was |were )?(?:duly )?(?:carried|passed|adopted|agreed|approved)(?: unanimously| nem\.? con\.?| by \d.*| \d.*)?\.?$/iu

/** "Anna Ek moved to adopt …" is a motion; "The deadline moved to M18" and "Anna Ek moved to Lund" are none. */
function isMotion(sentence: string): boolean {
  const [, mover = '', lead, next = ''] =
    /^(.{2,60}?) moved (?:and .{2,50}? seconded )?(to|that) (\S+)/u.exec(sentence) ?? []
  if (lead === 'that') return true
  const name = mover.replace(/^the /iu, '')
  return (
    (couldBeName(name) || hasRoleWord(name)) && /^\p{Ll}/u.test(next) && !/^(?:the|an?|its|their|his|her)$/u.test(next)
  )
}

function ownBody(sentence: string, body: string | null): RegExpExecArray | null {
  if (body === null || body.length > 80) return null
  const folded = foldText(body)
  const head = foldText(sentence.slice(0, body.length + 10))
  if (folded === '' || !head.startsWith(folded)) return null
  return new RegExp(
    `^.{${Math.max(1, body.length - 3)},${body.length + 6}}? ${verbs}(?<between>[^.!?]{0,80}?)[ :,]*(?<that>att .+)$`,
    'iu',
  ).exec(sentence)
}

/** A year gone by before the verb makes it history: "nämnden beslutade 2019 att". */
function pastYear(text: string): boolean {
  return /(?:beslutade|beslöt|decided|agreed|resolved|antog|godkände|approved) (?:redan )?(?:i |in |år )?(?:\p{L}+ )?(?:19|20)\d{2}(?![\d-])/iu.test(
    text,
  )
}
