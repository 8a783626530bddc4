/** Actions that sentences state: who is to do what until when. */
import { fromFields } from './action-fields.ts'
import { bodies } from './decision-bodies.ts'
import { happensTo, isEnglishDoing, offersToServe, onlyTells } from './doing.ts'
import { dueOf } from './due.ts'
import type { FoundAction } from './found-action.ts'
import { isOwner, personal, personName, tidyOwner } from './owners.ts'
import { handedInTask, taskOf } from './tasks.ts'
import { hasMeetingWord } from './titles.ts'

const assigned =
  /^(?<owner>.{2,90}?) (?:(?:får|fick|ges|gavs|har|tilldelas|tilldelades|har fått) (?:också |även |därför )?(?:i uppdrag|i uppgift|uppdraget|uppgiften|ansvaret|ansvar för|uppdrag) (?:att |för att )?|(?:är|blir|blev) ansvarig(?:a)? för (?:att )?|ansvarar för (?:att )?|(?:åtar|åtog|tar|tog) (?:sig|på sig)(?: uppgiften| uppdraget| ansvaret)? (?:för )?att |(?:uppdras|uppdrogs) (?:åt )?att |lovade att |lovar att )(?<what>.+)$/iu
const inverted =
  /^(?:uppdrogs|uppdras|det uppdrogs|det uppdras|(?:(?!att )\p{L}+ ){1,3}uppdr(?:og|ar)) (?:åt|till) (?<owner>.{2,70}?) att (?<what>.+)$/iu
const handed =
  /^(?:\p{Lu}\p{L}+(?: \p{L}+){0,3}? )(?:ger|gav) (?:därför |också |även )?(?<owner>(?:(?!att )[\p{L}\d'’()-]+ ){1,7}?)(?:i uppdrag|uppdraget) att (?<what>.+)$/u
const given =
  /(?:att )?(?:(?<![\p{L}])(?:ge|gav|ger|gett|uppdra[rs]? (?:åt|till)|uppdrogs? (?:åt|till)|att be|anmoda|to ask|to instruct)) (?<owner>(?:(?!att )[\p{L}\d'’()-]+ ){1,7}?)(?:i uppdrag |uppdraget |uppdrag )?(?:att|to) (?<what>.+)$/iu
const english =
  /^(?<owner>(?:[\p{Lu}][\p{L}'’.-]*|the|and|of|&|von|de|van|[\p{Ll}]{3,14})(?: (?:[\p{Lu}][\p{L}'’.-]*|and|of|&|von|de|van|[\p{Ll}]{3,12})){0,4}?) (?:(?:was|were|is|are) (?:\p{L}+ )?(?:asked|tasked|instructed|requested|to be asked|assigned|responsible|charged)(?: with| for)? (?:to )?|(?:(?:has|have|kindly|also|then|again) ){0,2}(?:agreed|undertook|undertaken|volunteered|offered|promised) to |will |shall )(?<what>.+)$/u
const promise =
  /^(?<owner>[\p{Lu}][\p{L}'’-]+(?: (?:och |and |& )?[\p{Lu}][\p{L}'’.-]*){0,4}(?: \([^)]{1,20}\))?) (?<what>(?:återkommer|återkopplar|undersöker|kontaktar|skickar|sammanställer|kollar|bokar|beställer|ordnar|skriver|tar fram|tar med|tar kontakt|bjuder in|ser till|följer upp|uppdaterar|förbereder|samordnar|kallar till|tar reda på|pratar med|sätter upp|handlar|köper|lägger upp|lägger ut|publicerar|ringer|mejlar|lämnar|hör av sig|fixar|reviderar|justerar planen|distribuerar|delar ut|redovisar|presenterar vid nästa|rapporterar (?:vid|till)|lyfter frågan|stämmer av|begär in|påminner|skaffar|hämtar|översätter|planerar|ser över|granskar|utreder|kollar upp|kontrollerar)(?![\p{L}\p{N}]).*)$/u

/** What somebody who "will" is to do, not what will happen. */
const englishTask = /^(?:also |then )?(?<verb>\p{Ll}+)/u

/** What a named person does next; of a body it may tell what it does anyway. */
const doesIt =
  /^(?:beställer|ringer|mejlar|köper|handlar|fixar|skaffar|hämtar|begär in|översätter|reviderar|distribuerar|delar ut|sätter upp)(?!\p{L})/u

/** "Kristin skriver.", "Kristin skriver protokollet": who does what now; and a bare verb promises nothing. */
const minuteTaking =
  /^(?:(?!återkommer|återkopplar|hör av sig)\p{L}+(?: (?:fram|med|in|till|upp|ut|över))?[.!]?$|skriver på (?:en|ett|sin|sitt|sina) |skriver (?:(?:dagens|mötets|vid|på|i|nu|idag|här|det här|den här|ner|ned|under|även|också) )*(?:protokoll|minnesanteckning|anteckning|mötesanteckning|minutes|notes|tangent|dag(?!o)|gång|mötet))/iu

/** A body that agrees decides. */
const decidesThere =
  /^(?:IT WAS|It was|THIS WAS|RESOLVED|AGREED)(?!\p{L})|^(?:.{0,80}?[\s,])?(?:[Tt]he )?(?:\p{L}+ ){0,3}(?:trustees|board|committee|council|meeting|members|directors|group|panel|partners|governors|assembly|senate|forum) (?:\p{Ll}+ly |all |then |also )?(?:agreed|resolved|decided|voted) (?:not )?to(?!\p{L})/u

/** "Verket har fått i uppdrag av regeringen att …": what somebody else has asked for already, not those who meet. */
const toldOfOthers = new RegExp(
  `(?<!\\p{L})(?:har|hade) (?:\\p{Ll}+ )?fått (?:\\p{Ll}+ )?(?:i uppdrag|i uppgift|uppdraget|uppgiften|uppdrag) (?:av|från) (?!(?:${bodies})(?!\\p{L}))`,
  'iu',
)

/** An action a sentence states; the sentence is its text. Null when it states none. */
export function actionOf(sentence: string): FoundAction | null {
  if (sentence.length > 900 || sentence.length < 8 || sentence.endsWith('?')) return null
  const fields = /(?:ansvariga?|(?<!\p{L})ansv\.?|owner|responsible)\s*:/iu.test(sentence) ? fromFields(sentence) : null
  if (fields !== null) return { ...fields, dueWords: fields.dueWords ?? dueOf(fields.text) }
  for (const pattern of [assigned, inverted, handed]) {
    const match = pattern.exec(sentence)
    const owner = tidyOwner(match?.groups?.['owner'] ?? '')
    if (match?.groups?.['what'] !== undefined && toldOfOthers.test(match[0]) && dueOf(match.groups['what']) === null)
      break
    if (match?.groups?.['what'] !== undefined && isOwner(owner))
      return { text: sentence, owner, dueWords: dueOf(match.groups['what']) }
  }
  const told = english.exec(sentence)
  const toldOwner = tidyOwner(told?.groups?.['owner'] ?? '')
  if (
    decidesThere.test(sentence) ||
    offersToServe.test(sentence) ||
    /^(?:All )?\p{Lu}\p{Ll}+s (?:are|were|will be) (?:\p{Ll}+ )?(?:asked|requested)/u.test(sentence)
  )
    return taskOf(sentence)
  // "Tom explained the rota and offered to …": the name is further in front, and a verb between.
  const cutOff = / (?:and|but)$/u.test(toldOwner)
  if (told?.groups?.['what'] !== undefined && !cutOff && isOwner(toldOwner) && personal(toldOwner)) {
    if (
      /^ (?:will|shall) be (?:asked|requested|reminded|invited)/u.test(
        sentence.slice(sentence.indexOf(toldOwner) + toldOwner.length),
      )
    )
      return null
    const strong =
      /(?:asked|tasked|instructed|requested|assigned|responsible|charged|agreed|undertook|volunteered|offered|promised) ?(?:with|for|to)?/u.test(
        sentence.slice(toldOwner.length, toldOwner.length + 40),
      )
    const due = dueOf(told.groups['what'])
    const task = personName(toldOwner) && isEnglishDoing(englishTask.exec(told.groups['what'])?.groups?.['verb'] ?? '')
    if (strong || task || due !== null || / to /u.test(sentence.slice(toldOwner.length, toldOwner.length + 4))) {
      return { text: sentence, owner: toldOwner, dueWords: due }
    }
  }
  const plainTo =
    /^(?<owner>[\p{Lu}][\p{L}'’.-]+(?:(?: and| &|,)? [\p{Lu}][\p{L}'’.-]+){0,3}|The [\p{Lu}]?[\p{L}]+|\p{Lu}{2,4}) to (?<what>\p{Ll}+ .+)$/u.exec(
      sentence,
    )
  const toOwner = plainTo?.groups?.['owner']
  if (
    toOwner !== undefined &&
    plainTo?.groups?.['what'] !== undefined &&
    !happensTo.test(plainTo.groups['what']) &&
    // "Visit to the museum" is where to.
    !/^(?:the|an?|our|its|his|her|their|this|that|these|all|be)(?!\p{L})/u.test(plainTo.groups['what']) &&
    // "Nothing to report" and "AGM to follow" name nobody.
    !/^(?:Nothing|Something|Anything|Everything|Much|More|Little|Less|Time|None|Lots|Plenty|Due|Prior|Subject|Next|Further)(?!\p{L})/u.test(
      toOwner,
    ) &&
    !hasMeetingWord(toOwner) &&
    (personal(toOwner) || /^\p{Lu}{2,4}$/u.test(toOwner))
  ) {
    return { text: sentence, owner: toOwner, dueWords: dueOf(plainTo.groups['what']) }
  }
  const match = promise.exec(sentence)
  const owner = match?.groups?.['owner']
  if (owner !== undefined && match?.groups?.['what'] !== undefined) {
    const due = dueOf(match.groups['what'])
    const sure =
      (personName(owner) && doesIt.test(match.groups['what'])) ||
      /^(?:återkommer|återkopplar|tar fram|tar med|undersöker|kontaktar|bjuder in|skickar|sammanställer|följer upp|ordnar|bokar|ser till|hör av sig|skriver|kallar till|kontrollerar (?:detta|det|saken|med|om))/u.test(
        match.groups['what'],
      )
    const told = (due === null && minuteTaking.test(match.groups['what'])) || onlyTells(match.groups['what'])
    if (personal(owner) && (due !== null || sure) && !told) return { text: sentence, owner, dueWords: due }
  }
  return taskOf(sentence) ?? handedInTask(sentence)
}

const entrusted =
  /^(?:[Aa]tt )?(?<owner>(?:\p{Lu}|\p{L}{3,}(?:en|et|erna|na|et)(?= )).{1,70}?|\p{Ll}{3,}(?:en|et|erna|na)) (?:får|ges|fick|gavs|har fått|tilldelas|tilldelades) (?:också |även |därför )?(?:i uppdrag|i uppgift|uppdraget|uppgiften) (?:av \p{L}+ )?att (?<what>.+)$/u

/** A verb that decides something else than who is to do what. */
const deciding =
  /(?<!\p{L})(?:beslut(?:ar|ade|ades|at|ats|as|a)|beslöts?|godkän(?:ner|de|ts|des|nts|na|t)|fastställ(?:er|de|des|ts|t|as|a)|antogs?|antar|antas?|avslår?|avslogs?|bif(?:aller|alla|öll|ölls)|utse[rs]?|utsågs?|val(?:de|des)|väljer|välj[as]|konstatera(?:r|de|des|s)?|notera(?:r|de|des|s)?)(?!\p{L})/u

/** A decision that hands out a task: "att ge NN i uppdrag att …", "att uppdra åt NN att …", "NN får i uppdrag att …". */
export function actionInDecision(text: string): FoundAction | null {
  const own = entrusted.exec(text)
  const match = own ?? given.exec(text)
  const named = tidyOwner(match?.groups?.['owner'] ?? '')
  // "Nämnden godkände planen och Anna Ek": who is to do it stands last.
  const owner = own !== null && deciding.test(named) ? tidyOwner(named.replace(/^.* (?:och|samt) /iu, '')) : named
  if (own !== null && deciding.test(owner)) return null
  if (match?.groups?.['what'] === undefined || !isOwner(owner)) return null
  if (own === null && /^att ge /iu.test(text) && !/uppdrag/iu.test(text)) return null
  return { text: match.groups['what'].replace(/\.$/u, ''), owner, dueWords: dueOf(match.groups['what']) }
}
