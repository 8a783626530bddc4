/** Tasks whose subject is somebody listed: "Ismail skriver till gatukontoret", "AE + BF ska ringa", "Anna will run …". */
import type { Crew } from './crew.ts'
import { asksFor, couldBeNow, doesLater, happensTo, isDoing, isEnglishDoing } from './doing.ts'
import { dueOf } from './due.ts'
import { hasRoleWord } from './roles.ts'

interface FoundTask {
  text: string
  owner: string
  /** The words that say when, as written. */
  dueWords: string | null
}

const one = "\\p{Lu}[\\p{L}'’.-]*(?: (?:(?:von|af|de|van|el|al) )?\\p{Lu}[\\p{L}'’-]+){0,3}"
const led = new RegExp(
  `^(?<owner>${one}(?:(?: ?[,/&+] ?| och | samt | and )${one}){0,4}|[\\p{Lu}][\\p{L} -]{2,50} \\((?<inner>${one})\\)) (?<what>\\p{Ll}.+)$`,
  'u',
)

const swedishWill =
  /^(?:ska|skall|skulle|kommer att|får|fick|tänker|försöker|hjälper till att|lovar|lovade|erbjöd sig|erbjuder sig|åtog sig|åtar sig|tar på sig|tog på sig) (?:att )?(?:(?:även|också|sedan|då|gärna|se till att|själv) )?(?:att )?(?<verb>\p{Ll}+)/u
const englishWill =
  /^(?:will|shall|'ll|is going to|are going to|is to|are to|(?:has |have )?(?:kindly |also |again )?(?:agreed|offered|promised|volunteered|undertook|undertaken) to) (?:also |then |now |again )?(?<verb>\p{Ll}+)/u
/** What somebody offers that the meeting has to take up first. */
const invitation = /^(?:offered|volunteered) to (?:host|chair|stand|serve|act|be|become|join)(?!\p{L})/u

/** "(Johannes Ek)" behind a body, "Kassören", somebody listed. */
function owns(owner: string, inner: string | undefined, crew: Crew): boolean {
  if (inner !== undefined) return crew.knows(inner)
  if (crew.knows(owner)) return true
  const role = owner.replace(/^The /u, '')
  return (
    !role.includes(' ') &&
    /(?:n|VD|Chair|Chairman|Chairperson|Secretary|Treasurer|Clerk|Manager)$/u.test(role) &&
    hasRoleWord(role)
  )
}

const everybody =
  /^(?:Alla|Samtliga|Alla (?:ledamöter|medlemmar|deltagare|gruppmedlemmar)|Ledamöterna|Deltagarna|Medlemmarna|Gruppens medlemmar|Everyone|All members)$/u

/** "Hanna: boka lokal", "Boka lokal (HE)", "Check the fan (MK)": what is asked, and whose it is. */
function asked(sentence: string, crew: Crew): FoundTask | null {
  const front = /^(?<owner>[^:]{2,60}): (?<what>.+)$/u.exec(sentence)?.groups
  const behind =
    /^(?<what>.+?) ?(?:\((?<owner>[^()]{2,40})\)|(?<= )[/–—-] ?(?<after>[^/()–—-]{2,40})|, (?<third>[^,()]{2,40})(?:, (?<when>[^,()]{2,30}))?)\.?$/u.exec(
      sentence,
    )?.groups
  for (const groups of [front, behind]) {
    const [owner, what] = [groups?.['owner'] ?? groups?.['after'] ?? groups?.['third'], groups?.['what']]
    if (owner !== undefined && what !== undefined && asksFor(what) && crew.knows(owner))
      return { text: what, owner, dueWords: groups?.['when'] ?? dueOf(what) }
  }
  return null
}

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
  const parts = sentence.split(/(?:,|;| och| samt| and|,? medan) (?=\p{Lu}\S* \p{Ll})/u)
  return parts.length > 1 && parts.length < 8 && parts.every((part) => listedTask(part, crew) !== null)
    ? parts
    : [sentence]
}

/** A task told in the present tense by minutes that tell everything so, and could as well be what was done there. */
export function tellsNow(sentence: string, owner: string | null, crew: Crew): boolean {
  return (
    crew.toldInPresent &&
    owner !== null &&
    sentence.startsWith(`${owner} `) &&
    couldBeNow(sentence.slice(owner.length + 1))
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
  const { owner, inner, what } = led.exec(spelt)?.groups ?? {}
  if (owner === undefined || what === undefined) return null
  const found = { text: sentence, owner, dueWords: dueOf(what) }
  if (everybody.test(owner)) return found.dueWords !== null && doesLater(what) ? found : null
  if (!owns(owner, inner, crew)) return null
  if (doesLater(what)) return !crew.toldInPresent || found.dueWords !== null ? found : null
  const verb = swedishWill.exec(what)?.groups?.['verb']
  if (verb !== undefined) {
    if (happensTo.test(verb)) return null
    return isDoing(verb) || found.dueWords !== null ? found : null
  }
  const will = englishWill.exec(what)
  const next = will?.groups?.['verb']
  if (will === null || next === undefined || invitation.test(what)) return null
  const lead = will[0].slice(0, -next.length)
  if (happensTo.test(what.slice(lead.length))) return null
  return isEnglishDoing(next) || (found.dueWords !== null && !/^(?:will|shall|'ll) /u.test(lead)) ? found : null
}
