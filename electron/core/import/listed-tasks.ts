/** Tasks whose subject is somebody listed: "Ismail skriver till gatukontoret", "AE + BF ska ringa", "Anna will run …". */
import { doneBy, doneByInEnglish } from './any-verb.ts'
import type { Crew } from './crew.ts'
import {
  asksFor,
  couldBeNow,
  doesLater,
  doesLaterInEnglish,
  happensTo,
  isDoing,
  isEnglishDoing,
  offersToServe,
} from './doing.ts'
import { dueOf } from './due.ts'
import { hasRoleWord } from './roles.ts'
import { promisedBy } from './tasks.ts'
import type { FoundTask } from './tasks.ts'

const one = "\\p{Lu}[\\p{L}'’.-]*(?: (?:(?:von|af|de|van|el|al) )?(?:\\p{Lu}[\\p{L}'’-]+|\\p{Lu}\\.?(?= ))){0,3}"
const led = new RegExp(
  `^(?<owner>${one}(?:(?: ?[,/&+] ?| och | o\\.? | samt | and )${one}){0,4}|[\\p{Lu}][\\p{L} -]{2,50} \\((?<inner>${one})\\)) (?<what>\\p{Ll}.+)$`,
  'u',
)

const swedishWill =
  /^(?:ska|skall|skulle|kommer att|får|fick|tänker|försöker|hjälper till att|lovar|lovade|erbjöd sig|erbjuder sig|åtog sig|åtar sig|tar på sig|tog på sig) (?:att )?(?:(?:även|också|sedan|då|gärna|se till att|själv) )?(?:att )?(?<verb>\p{Ll}+)/u
const englishWill =
  /^(?:will|shall|'ll|is going to|are going to|is to|are to|(?:has |have )?(?:kindly |also |again )?(?:agreed|offered|promised|volunteered|undertook|undertaken) to) (?:also |then |now |again )?(?<verb>\p{Ll}+)/u

/** "(Johannes Ek)" behind a body, "Kassören", somebody listed. */
function owns(owner: string, inner: string | undefined, crew: Crew): boolean {
  if (inner !== undefined) return crew.knows(inner)
  // Who writes the notes says so of themselves.
  if (crew.knows(owner) || owner === 'Jag' || owner === 'Undertecknad') return true
  const role = owner.replace(/^The /u, '')
  return (
    !role.includes(' ') &&
    /(?:n|VD|^Rektor|^Ordförande|^Sekreterare|^Kassör|^Förskolechef|chef|Chair|Chairman|Chairperson|Secretary|Treasurer|Clerk|Manager)$/u.test(
      role,
    ) &&
    hasRoleWord(role)
  )
}

const everybody =
  /^(?:Alla|Samtliga|Övriga(?: (?:ledamöter|medlemmar|deltagare|myndigheter|organisationer|parter))?|Alla (?:ledamöter|medlemmar|deltagare|gruppmedlemmar)|Ledamöterna|Deltagarna|Medlemmarna|Gruppens medlemmar|Everyone|All members)$/u

/** "Alla i styrelsen ska …": all of those who meet. */
const allWithin =
  /^(?<owner>(?:Alla|Samtliga|Övriga)(?: \p{Ll}{4,})? (?:i|på|inom|från|hos) (?:\p{Ll}+ )?\p{L}{3,}(?:en|et|na)) (?<what>\p{Ll}+r .+|ska .+)$/u
/** "Members", "All partners", "The trustees": people of a kind. */
const peopleOfKind =
  /^(?<owner>(?:All |The |All the )?(?:members|partners|participants|trustees|governors|directors|delegates|volunteers|attendees|organisers|committees|beneficiaries|departments|parents|teachers|leaders|chairs|officers|coordinators|representatives|colleagues)) (?<what>\p{Ll}{2,} .+)$/iu

/** "Samtliga kommuner meddelar …": all of a kind. */
const eachOf = /^(?<owner>(?:Samtliga|Alla|Respektive|Varje|Övriga) \p{Ll}{3,}) (?<what>\p{Ll}+r .+)$/u

function byDay(text: string, owner: string, what: string): FoundTask | null {
  const dueWords = promisedBy(what)
  return dueWords === null ? null : { text, owner, dueWords }
}

const inFront = /^(?<owner>[^:]{2,60}): (?<what>.+)$/u
const behind = [
  /^(?<what>.+?) ?[([](?<owner>[^()[\]]{2,40})[)\]]\.?$/u,
  /^(?<what>.+?) (?:\/{1,2}|[–—-]) ?(?<owner>[^/()–—-]{2,40}?)\.?$/u,
  /^(?<what>.+?), (?<owner>[^,()]{2,40}?)(?:, (?<when>[^,()]{2,30}))?\.?$/u,
]
/** "Ansvarig för bakningen: Pontus". */
const answersFor =
  /^(?:Ansvariga?|Ansvar|Responsible|In charge) (?:för|for|of) (?<what>[^:.]{3,60}): (?<owner>[^:;]{2,60}?)\.?$/u
const handedTo = /^(?<what>.+?) (?:->|→|=>|»|>>) ?(?<owner>[^>→»]{2,40}?)\.?$/u

/** "Skylten målas om", "Jord köps in": what is to be done to it. */
const toBeDone = /(?<!\p{L})\p{Ll}{2,}s(?: (?:om|in|fram|upp|ut|bort|över|till|med|ner|ned|iordning))?$/u

/** "Hanna: boka lokal", "Boka lokal (HE)", "Lokal -> Hanna": what is asked, and whose it is. */
function asked(sentence: string, crew: Crew): FoundTask | null {
  const arrow = handedTo.exec(sentence)?.groups
  if (arrow?.['owner'] !== undefined && arrow['what'] !== undefined && crew.knows(arrow['owner']))
    return { text: arrow['what'], owner: arrow['owner'], dueWords: dueOf(arrow['what']) }
  const charge = answersFor.exec(sentence)?.groups
  if (charge?.['owner'] !== undefined && charge['what'] !== undefined && crew.knows(charge['owner']))
    return { text: charge['what'], owner: charge['owner'], dueWords: null }
  const front = inFront.exec(sentence)?.groups
  const said = front?.['what'] ?? ''
  const later = doesLater(said.slice(0, 1).toLowerCase() + said.slice(1)) && !crew.toldInPresent()
  if (front?.['owner'] !== undefined && (asksFor(said) || later) && crew.knows(front['owner']))
    return { text: said, owner: front['owner'], dueWords: dueOf(said) }
  for (const pattern of behind) {
    const { what, owner, when } = pattern.exec(sentence)?.groups ?? {}
    if (what === undefined || owner === undefined || !(asksFor(what) || toBeDone.test(what)) || !crew.knows(owner))
      continue
    return { text: what, owner, dueWords: when ?? dueOf(what) }
  }
  return null
}

/** "Tom said he would ring the council", "Adam meddelade att han kontaktar kommunen". */
const saidToDo =
  /^(?:said|confirmed|promised|added|reported|replied) (?:that )?(?:he|she|they) (?:would|will) (?<verb>\p{Ll}+)|^(?:sa|sade|meddelade|bekräftade|lovade|svarade|lovar|meddelar) att (?:han|hon|hen|de) (?:(?:ska|skall|skulle|kan) )?(?<own>\p{Ll}+ .+)$/u

const charged =
  /^(?:The |the )?(?:\p{L}+ ){0,3}?(?:board|committee|council|meeting|group|trustees|members|chair|Chair|team|panel|\p{Lu}\p{L}+) (?:also |then )?(?:asked|requested|instructed|tasked|directed) (?<owner>.{2,50}?) to (?<what>\p{Ll}.+)$/u
const begged =
  /^(?:\p{L}+ ){1,3}(?:bad|ber) (?:även |också )?(?<owner>\p{Lu}[^,]{1,50}?) (?:att )?(?<what>\p{Ll}+ .+)$/u
const allTo = /^(?<owner>All(?: \p{Ll}+)?|Everyone|Everybody) to (?<verb>\p{Ll}+) .+$/u

/** "The committee asked Tom to …", "Styrelsen bad Adam att …", "All members to send …": who it falls to is asked. */
function askedOf(sentence: string, crew: Crew): FoundTask | null {
  const { owner, what } = (charged.exec(sentence) ?? begged.exec(sentence))?.groups ?? {}
  // To answer or to tell is asked for at the meeting itself.
  if (
    /^(?:speak|present|explain|confirm|clarify|respond|thank|repeat)(?!\p{L})/u.test(what ?? '') &&
    dueOf(what ?? '') === null
  )
    return null
  const verb = /^\p{Ll}+/u.exec(what ?? '')?.[0] ?? ''
  if (
    owner !== undefined &&
    (isDoing(verb) || isEnglishDoing(verb)) &&
    owns(owner.replace(/^the /u, 'The '), undefined, crew)
  )
    return { text: sentence, owner, dueWords: dueOf(what ?? '') }
  const all = allTo.exec(sentence)?.groups
  return all?.['owner'] !== undefined && isEnglishDoing(all['verb'] ?? '')
    ? { text: sentence, owner: all['owner'], dueWords: dueOf(sentence) }
    : null
}

/** "Adam tar kontakt med kommunen, Tomas ringer elfirman": each part with its own subject; the sentence when it is one. */
export function tasksApart(sentence: string, crew: Crew): string[] {
  if (sentence.length > 600) return [sentence]
  const parts = sentence.split(
    /(?:(?:,|;| och| samt| and|,? medan) (?=\p{Lu}\S* \p{Ll})|(?<=\p{L}[.,]?) (?=Ansvariga? för ))/u,
  )
  return parts.length > 1 && parts.length < 8 && parts.every((part) => listedTask(part, crew) !== null)
    ? parts
    : [sentence]
}

const gathered = /^(?:actions?|action points|åtgärder|att göra|uppdrag|todo|to do)\s*:\s*(?<rest>.+)$/iu

/** "Actions: Doreen – posters; Josie to invite the Mayor": each of them with its owner; none where one has none. */
export function tasksGathered(sentence: string, crew: Crew): FoundTask[] {
  if (sentence.length > 2000) return []
  const parts = gathered.exec(sentence)?.groups?.['rest']?.split(/; ?/u) ?? []
  const found = parts.flatMap((part) => {
    const { owner, what } = /^(?<owner>[^:–—-]{2,40}?) ?[:–—-] (?<what>.+?)\.?$/u.exec(part)?.groups ?? {}
    if (owner !== undefined && what !== undefined && crew.knows(owner))
      return [{ text: what, owner, dueWords: dueOf(what) }]
    const plain = /^(?<owner>\p{Lu}.{1,40}?) to \p{Ll}/u.exec(part)?.groups?.['owner']
    if (plain !== undefined && crew.knows(plain)) return [{ text: part, owner: plain, dueWords: dueOf(part) }]
    const task = listedTask(part, crew)
    return task === null ? [] : [task]
  })
  return parts.length > 1 && found.length === parts.length ? found : []
}

/** "Doreen queried the bill and Lionel undertook to raise it": what follows on a main clause with its own subject. */
export function clausesBehind(sentence: string): string[] {
  if (sentence.length > 600) return []
  const joint = /,? (?:and|och|but|men|så) (?=\p{Lu}\S* \p{Ll})/gu
  return [...sentence.matchAll(joint)]
    .filter(
      (match) =>
        !/(?<!\p{L})(?:att|om|that|whether|if|varför|hur|när|why|how|when)(?!\p{L})/iu.test(
          sentence.slice(0, match.index),
        ),
    )
    .filter((match) => / /u.test(sentence.slice(0, match.index)))
    .map((match) => sentence.slice(match.index + match[0].length))
}

/** A task told in the present tense by minutes that tell everything so, and could as well be what was done there. */
export function tellsNow(sentence: string, owner: string | null, crew: Crew): boolean {
  return (
    owner !== null &&
    sentence.startsWith(`${owner} `) &&
    couldBeNow(sentence.slice(owner.length + 1)) &&
    crew.toldInPresent()
  )
}

/** A sentence that says what somebody listed does next; null where it tells, states or asks. */
export function listedTask(sentence: string, crew: Crew): FoundTask | null {
  if (sentence.length > 400 || /[?:]$/u.test(sentence)) return null
  const direct = asked(sentence, crew) ?? askedOf(sentence, crew)
  if (direct !== null) return direct
  // "Tom'll" and "Ade's going to" are Tom and Ade.
  const spelt = sentence.replace(
    /^(\p{Lu}\p{L}+)['’](?:ll (?=\p{Ll})|s (?=going to ))/u,
    (short, name: string) => `${name} ${short.includes('ll ') ? 'will' : 'is'} `,
  )
  const each = eachOf.exec(spelt)?.groups
  const all = each?.['owner'] === undefined ? null : byDay(sentence, each['owner'], each['what'] ?? '')
  if (all !== null) return all
  const kind = peopleOfKind.exec(spelt)?.groups
  const by = kind === undefined || crew.toldInPresent() ? null : doneByInEnglish(kind['what'] ?? '', true)
  if (by !== null) return { text: sentence, owner: kind?.['owner'] ?? '', dueWords: by }
  const within = allWithin.exec(spelt)?.groups
  if (within?.['owner'] !== undefined) return allDo(within['what'] ?? '', sentence, within['owner'], crew)
  const body = crew.bodyIn(spelt)
  const { owner, inner, what } =
    body === null
      ? (led.exec(spelt)?.groups ?? {})
      : { owner: body, inner: undefined, what: spelt.slice(body.length + 1) }
  if (owner === undefined || what === undefined) return null
  const found = { text: sentence, owner, dueWords: dueOf(what) }
  if (everybody.test(owner)) return allDo(what, sentence, owner, crew)
  if (!owns(owner, inner, crew)) {
    if (!crew.isBody(owner)) return null
    const later = doesLater(what) && !crew.toldInPresent() && (named(what) || surely.test(what))
    return later ? found : timed(what, found, crew, false)
  }
  return taskIn(what, found, crew) ?? taskBehind(what, found, crew) ?? timed(what, found, crew, true)
}

/** A time that no clause of its own names: "bygger en väg som är klar till hösten" says when the road is there. */
function named(what: string): boolean {
  return dueOf(what.replace(/(?<!\p{L})(?:som|vilket|där|eftersom|that|which) (?!\p{Ll}+s ).*$/u, '')) !== null
}

/** What everybody does, or is to do, until when. */
function allDo(what: string, text: string, owner: string, crew: Crew): FoundTask | null {
  const found = { text, owner, dueWords: dueOf(what) }
  const verb = swedishWill.exec(what)?.groups?.['verb']
  // "Alla ska öva före jul" tells what everybody does; at the latest by a day it is a task.
  const will = verb === undefined ? doesLater(what) : isDoing(verb) || (!happensTo.test(verb) && / senast /u.test(what))
  return found.dueWords !== null && will ? found : (byDay(text, owner, what) ?? timed(what, found, crew, false))
}

/** Whatever the verb, until when it is done. */
function timed(what: string, found: FoundTask, crew: Crew, person: boolean): FoundTask | null {
  const inPresent = crew.toldInPresent()
  const dueWords = doneBy(what, { person, inPresent })
  const day = dueWords ?? (inPresent ? null : doneByInEnglish(what, / and |,/u.test(found.owner)))
  return day === null ? null : { ...found, dueWords: found.dueWords ?? day }
}

/** "har pratat med kommunen och återkommer", "has finished the survey and will share it": the later verb is the task. */
function taskBehind(what: string, found: FoundTask, crew: Crew): FoundTask | null {
  const [first = '', ...rest] = what.split(/,? (?:och|and) (?=\p{Ll})/u)
  if (
    !/^(?:har|hade|has|have|had|\p{Ll}+(?:de|te|ed))(?!\p{L})/u.test(first) ||
    /(?<!\p{L})(?:att|som|om|that|which|who|if|whether)(?!\p{L})/u.test(first)
  )
    return null
  // "explained the constraints and offered to meet him" tells of a kindness, not of a task.
  return rest.some((part) => !part.startsWith('offered to') && taskIn(part, found, crew) !== null) ? found : null
}

/** What a body surely is to do and does not do always. */
const surely =
  /^(?:återkommer|återkopplar|tar fram|sammanställer|kontaktar|undersöker|utreder|bjuder in|kallar till|ser över|tar kontakt)(?!\p{L})/u

function taskIn(what: string, found: FoundTask, crew: Crew): FoundTask | null {
  if (doesLater(what) || doesLaterInEnglish(what))
    return found.dueWords !== null || !crew.toldInPresent() ? found : null
  const promised = saidToDo.exec(what)?.groups
  if (promised !== undefined) {
    const own = promised['own'] ?? ''
    const done = isEnglishDoing(promised['verb'] ?? '') || doesLater(own) || isDoing(own.split(' ')[0] ?? '')
    return done ? found : null
  }
  const verb = swedishWill.exec(what)?.groups?.['verb']
  if (verb !== undefined) {
    if (happensTo.test(verb)) return null
    return isDoing(verb) || found.dueWords !== null ? found : null
  }
  const will = englishWill.exec(what)
  const next = will?.groups?.['verb']
  if (will === null || next === undefined || offersToServe.test(what)) return null
  const lead = will[0].slice(0, -next.length)
  if (happensTo.test(what.slice(lead.length))) return null
  return isEnglishDoing(next) || (found.dueWords !== null && !/^(?:will|shall|'ll) /u.test(lead)) ? found : null
}
