/** Actions: who is to do what until when. */
import { asksFor, happensTo, isEnglishDoing, offersToServe, onlyTells } from './doing.ts'
import { dueOf, tellsOutcome } from './due.ts'
import { couldBeName, isFirstName } from './names.ts'
import { isOwner, personal, personName, tidyOwner } from './owners.ts'
import { taskOf } from './tasks.ts'

export interface FoundAction {
  text: string
  owner: string | null
  /** The words that say when, as written. */
  dueWords: string | null
}

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
const labels =
  /^(?:åtgärd(?:er)?|aktivitet(?:er)?|uppdrag|att göra|uppgift|action(?: item| point)?s?|ap|ai|to ?do|task)(?:\s*(?:nr\.?|no\.?|#)?\s*(?:[a-z]{1,3}-?)?\d+(?:[.:/-]\d+)*[a-z]?)?\s*(?:\((?<by>[^)]{2,50})\))?(?:\s*[:–—]\s*| - )(?<what>.+)$/iu
/** "TODO Mina mejlar Lars", "Action Mina: mejla Lars", "@Mina mejlar Lars": the name follows without a colon. */
const loose =
  /^(?:(?:TODO|To-?do|ATT GÖRA|Att göra|AP|ACTION|Action|ÅTGÄRD|Åtgärd|UPPGIFT|Uppgift|UPPDRAG|Uppdrag)(?: ?(?:\p{Lu}{1,3}-?)?\d+(?:[.:/-]\d+)*)?[ ]+(?:@)?|@)(?<what>(?<name>\p{Lu}[\p{L}'’-]+(?:(?: ?[+/&,] ?| )\p{Lu}[\p{L}'’-]+){0,2})\s*(?:[:–—-] ?)?\s.+)$/u
const forOwner =
  /^(?:uppdrag (?:åt|till)|action (?:for|on|by)|åtgärd för) (?<owner>[^:,–]{2,60}?)\s*[:,–]\s*(?:att )?(?<what>.+)$/iu
const promise =
  /^(?<owner>[\p{Lu}][\p{L}'’-]+(?: (?:och |and |& )?[\p{Lu}][\p{L}'’.-]+){0,4}(?: \([^)]{1,20}\))?) (?<what>(?:återkommer|återkopplar|undersöker|kontaktar|skickar|sammanställer|kollar|bokar|beställer|ordnar|skriver|tar fram|tar med|tar kontakt|bjuder in|ser till|följer upp|uppdaterar|förbereder|samordnar|kallar till|tar reda på|pratar med|sätter upp|handlar|köper|lägger upp|lägger ut|publicerar|ringer|mejlar|lämnar|hör av sig|fixar|reviderar|justerar planen|distribuerar|delar ut|redovisar|presenterar vid nästa|rapporterar (?:vid|till)|lyfter frågan|stämmer av|begär in|påminner|skaffar|hämtar|översätter|planerar|ser över|granskar|utreder|kollar upp|kontrollerar)(?![\p{L}\p{N}]).*)$/u

/** What somebody who "will" is to do, not what will happen. */
const englishTask = /^(?:also |then )?(?<verb>\p{Ll}+)/u

/** What a named person does next; of a body it may tell what it does anyway. */
const doesIt =
  /^(?:beställer|ringer|mejlar|köper|handlar|fixar|skaffar|hämtar|begär in|översätter|reviderar|distribuerar|delar ut|sätter upp)(?!\p{L})/u

/** "… (Ansvarig: vaktmästare Lelle, klart 31/1)" at the end. */
const answersFor =
  /^(?<what>.+?) ?[([](?:ansvariga?|ansv\.?|owner|responsible)\s*:\s*(?<owner>[^,;:()[\]]{2,60})(?:[,;] ?(?<when>[^()[\]]{2,60}))?[)\]]\.?$/iu

/** "Åtgärd: … Ansvarig: … Klart: …" and the like, in any order. */
function fromFields(text: string): FoundAction | null {
  const { what: thing, owner: by, when: day } = answersFor.exec(text)?.groups ?? {}
  const until = day === undefined ? null : dueOf(day)
  if (
    thing !== undefined &&
    by !== undefined &&
    !/\b(?:ansv\p{L}*|owner)\s*:/iu.test(thing) &&
    (day === undefined || until !== null)
  )
    return { text: thing, owner: by.trim(), dueWords: until }
  const owner =
    /(?:ansvarig(?:a|t)?|owner|responsible|ansv\.?|vem|assigned to|who)\s*:\s*([^.;|:]+?)(?=\s*(?:[.;|]|,? ?(?:klart?|senast|deadline|due|när|förfaller|datum|by)\b|$))/iu.exec(
      text,
    )
  const due =
    /(?:klart?(?: senast)?|deadline|due(?: date)?|senast|när|datum|förfaller|tid)\s*:\s*([^;|]+?)(?=\s*(?:[;|]|\.$|(?<![\s:]v)\. |,? ?(?:ansvarig|owner)|$))/iu.exec(
      text,
    )
  if (owner === null && due === null) return null
  let what = text
  for (const match of [owner, due]) if (match !== null) what = what.replace(match[0], ' ')
  what = what.replace(labels, (...parts: unknown[]) => {
    const groups = parts.at(-1)
    return typeof groups === 'object' && groups !== null && 'what' in groups ? String(groups.what) : String(parts[0])
  })
  const tidy = what
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;|,–(-]+$/u, '')
    .trim()
  const when = due?.[1]?.trim() ?? null
  return tidy === '' ? null : { text: tidy, owner: owner?.[1]?.trim() ?? null, dueWords: when }
}

/** "ANSVARIG: Hanna – bokar lokal": who, and what behind a dash. */
const ownerFirst =
  /^(?:ansvariga?|ansv\.?|owner|responsible)\s*:\s*(?<owner>\p{Lu}[^:–—]{1,50}?)\s+[–—-]\s+(?<what>(?!(?:klart?|senast|deadline|due|by|till|före|innan|vecka|when|när)(?!\p{L}))\p{L}{2,}.* .+)$/iu
/** "All partners – send one news item": whoever stands in front of what is asked for. */
const anybodyFirst = /^(?<owner>\p{Lu}[^–—:.]{1,60}?)(?:\s+[–—-]|:)\s+(?<what>\p{Ll}.+)$/u

/** "Action: …", "Åtgärd: …", "AP: …": the rest as an action. Null without such a label. */
export function labelledAction(text: string): FoundAction | null {
  const named = forOwner.exec(text)
  if (named?.groups?.['owner'] !== undefined && named.groups['what'] !== undefined) {
    const what = named.groups['what']
    return { text: what, owner: named.groups['owner'].trim(), dueWords: dueOf(what) }
  }
  const first = ownerFirst.exec(text)?.groups
  if (first?.['owner'] !== undefined && first['what'] !== undefined && personalOrShort(first['owner']))
    return { text: first['what'], owner: first['owner'], dueWords: dueOf(first['what']) }
  const match = labels.exec(text)
  const what = match?.groups?.['what']?.replace(/^@(?=\p{Lu})/u, '')
  if (match === null || what === undefined || tellsOutcome(what)) return null
  const fields = fromFields(what)
  if (fields !== null) {
    const named =
      fields.owner ?? (actionOf(fields.text) ?? entryAction(fields.text) ?? anyOwner(fields.text))?.owner ?? null
    return { ...fields, owner: named, dueWords: fields.dueWords ?? dueOf(fields.text) }
  }
  const by = match.groups?.['by'] ?? null
  const inner = actionOf(what) ?? entryAction(what) ?? anyOwner(what)
  if (inner !== null) return { ...inner, owner: inner.owner ?? by }
  const front = anybodyFirst.exec(what)?.groups
  if (front?.['owner'] !== undefined && asksFor(front['what'] ?? '') && isOwner(front['owner']))
    return { text: front['what'] ?? what, owner: front['owner'], dueWords: dueOf(what) }
  return { text: what, owner: by, dueWords: dueOf(what) }
}

/** "TODO Mina mejlar Lars": without a colon a label is sure only in front of somebody's name and what they do. */
export function namedAction(text: string): FoundAction | null {
  const { what, name } = loose.exec(text)?.groups ?? {}
  if (what === undefined || name === undefined) return null
  const found =
    shortEntry(what) ?? severalEntry(what) ?? entryAction(what) ?? (couldBeName(name) ? anyOwner(what) : null)
  return typeof found?.owner === 'string' &&
    (personName(found.owner) || severalInitials.test(found.owner) || found.owner === name) &&
    (text.startsWith('@') || name.startsWith(found.owner) || found.owner.startsWith(name))
    ? found
    : null
}

/** "Matteo + Joost: review": several names in front of what they are to do. */
function severalEntry(text: string): FoundAction | null {
  const { owner, what } = /^(?<owner>[^:–—-]{2,60}?)\s*(?::|[–—-](?= ))\s+(?<what>\S.+)$/u.exec(text)?.groups ?? {}
  const names = owner?.split(/ ?[+/&,] ?| (?:och|and) /u) ?? []
  return owner !== undefined &&
    what !== undefined &&
    names.length > 1 &&
    names.every((name) => couldBeName(name) || isFirstName(name))
    ? { text: what, owner, dueWords: dueOf(what) }
    : null
}

function personalOrShort(owner: string): boolean {
  return personal(owner) || severalInitials.test(owner)
}

const severalInitials = /^\p{Lu}{2,4}(?: ?[+/&,] ?\p{Lu}{2,4})*$/u

/** "BF - ny prognos", "JS + KO: stäm av …": initials in front of what they are to do. */
export function shortEntry(text: string): FoundAction | null {
  const { owner, what } = /^(?<owner>[^:–—-]{2,30}?)\s*[:–—-]\s+(?<what>.+)$/u.exec(text)?.groups ?? {}
  if (owner === undefined || what === undefined || !severalInitials.test(owner)) return null
  return { text: what, owner, dueWords: dueOf(what) }
}

/** Under a label everybody can own: "Sky Agency to circulate …", "Kansliet ska …". */
function anyOwner(text: string): FoundAction | null {
  const match = /^(?<owner>\p{Lu}.{1,60}?) (?:to|will|shall|ska|skall) (?<what>\p{Ll}.*)$/u.exec(text)
  const owner = tidyOwner(match?.groups?.['owner'] ?? '')
  if (match?.groups?.['what'] === undefined || !isOwner(owner)) return null
  return { text, owner, dueWords: dueOf(match.groups['what']) }
}

/** An entry in a list of things to do: "Ihsan beställer fjädrar – senast 3 maj", "Ravi: ring NN". */
export function entryAction(text: string): FoundAction | null {
  const named =
    /^(?<owner>[\p{Lu}][\p{L}'’.-]+(?: (?:och |and |& )?[\p{Lu}][\p{L}'’.-]+){0,4})\s*[:–—-]\s+(?<what>.+)$/u.exec(text)
  if (
    named?.groups?.['owner'] !== undefined &&
    named.groups['what'] !== undefined &&
    couldBeName(named.groups['owner'].replace(/ (?:och|and|&) /u, ' '))
  ) {
    return { text: named.groups['what'], owner: named.groups['owner'], dueWords: dueOf(named.groups['what']) }
  }
  const bracket =
    /^(?<what>.+?)\s*\((?<owner>[\p{Lu}][\p{L}'’.-]+(?: [\p{Lu}][\p{L}'’.-]+){0,3})(?:, (?<when>[^)]+))?\)\.?$/u.exec(
      text,
    )
  if (
    bracket?.groups?.['owner'] !== undefined &&
    bracket.groups['what'] !== undefined &&
    couldBeName(bracket.groups['owner'])
  ) {
    return {
      text: bracket.groups['what'],
      owner: bracket.groups['owner'],
      dueWords: bracket.groups['when'] ?? dueOf(bracket.groups['what']),
    }
  }
  const initials = /^(?<owner>\p{Lu}{2,3}) (?<what>\p{Ll}.+)$/u.exec(text)
  if (initials?.groups?.['owner'] !== undefined && initials.groups['what'] !== undefined) {
    return { text, owner: initials.groups['owner'], dueWords: dueOf(initials.groups['what']) }
  }
  const subject =
    /^(?<owner>[\p{Lu}][\p{L}'’.-]+(?: (?:och |and |& )?[\p{Lu}][\p{L}'’.-]+){0,3}) (?<what>(?:to )?(?!(?:och|and|samt) )\p{Ll}.+)$/u.exec(
      text,
    )
  if (subject?.groups?.['owner'] !== undefined && subject.groups['what'] !== undefined) {
    const { owner, what } = { owner: subject.groups['owner'], what: subject.groups['what'] }
    if (
      couldBeName(owner.replace(/ (?:och|and|&) /u, ' ')) &&
      (isFirstName(owner.split(' ')[0] ?? '') || owner.includes(' '))
    ) {
      return {
        text: text.replace(/ – .*$/u, (tail) => (dueOf(tail) === null ? tail : '')),
        owner,
        dueWords: dueOf(what),
      }
    }
  }
  return null
}

/** "Kristin skriver.", "Kristin skriver protokollet": who does what now; and a bare verb promises nothing. */
const minuteTaking =
  /^(?:(?!återkommer|återkopplar|hör av sig)\p{L}+(?: (?:fram|med|in|till|upp|ut|över))?[.!]?$|skriver på (?:en|ett|sin|sitt|sina) |skriver (?:(?:dagens|mötets|vid|på|i|nu|idag|här|det här|den här|ner|ned|under|även|också) )*(?:protokoll|minnesanteckning|anteckning|mötesanteckning|minutes|notes|tangent|dag(?!o)|gång|mötet))/iu

/** A body that agrees decides. */
const decidesThere =
  /^(?:IT WAS|It was|THIS WAS|RESOLVED|AGREED)(?!\p{L})|^(?:.{0,80}?[\s,])?(?:[Tt]he )?(?:\p{L}+ ){0,3}(?:trustees|board|committee|council|meeting|members|directors|group|panel|partners|governors|assembly|senate|forum) (?:\p{Ll}+ly |all |then |also )?(?:agreed|resolved|decided|voted) (?:not )?to(?!\p{L})/u

/** An action a sentence states; the sentence is its text. Null when it states none. */
export function actionOf(sentence: string): FoundAction | null {
  if (sentence.length > 900 || sentence.length < 8 || sentence.endsWith('?')) return null
  const fields = /(?:ansvariga?|(?<!\p{L})ansv\.?|owner|responsible)\s*:/iu.test(sentence) ? fromFields(sentence) : null
  if (fields !== null) return { ...fields, dueWords: fields.dueWords ?? dueOf(fields.text) }
  for (const pattern of [assigned, inverted, handed]) {
    const match = pattern.exec(sentence)
    const owner = tidyOwner(match?.groups?.['owner'] ?? '')
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
  return taskOf(sentence)
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
