/** Tasks that the words around a name and a day make certain: "… (Anna, senast 1 juni)", "beställs av Anna". */
import { doesLaterInEnglish, happensTo, onlyTells, opensWithDoing } from './doing.ts'
import { dueOf } from './due.ts'
import type { FoundAction } from './found-action.ts'
import { isOwner, personal, personName } from './owners.ts'
import { wordsOf } from './words.ts'

export interface FoundTask {
  text: string
  owner: string
  /** The words that say when, as written. */
  dueWords: string | null
}

const name = "\\p{Lu}[\\p{L}'’-]*(?: (?:och |and |& )?\\p{Lu}[\\p{L}'’.-]+){0,3}"
const named = `(?:(?:ansvarig|ansv\\.?|ansvar|owner|responsible):? )?(?<owner>${name}|\\p{Lu}{2,3})`
/** Words that can only lead in until when, never when something is or was. */
const until =
  '(?:senast|klart?(?: senast)?|deadline|före|innan|till(?= (?:den |nästa |v\\.|vecka|\\d))|inför(?= (?:nästa |mötet|årsmötet|stämman))|by|before|no later than|due)'

/** "… (Anna, senast 1 juni)" and "… (senast 1 juni, Anna)" at the end of a point. */
const inBracket = new RegExp(
  `^(?<what>.+?)\\s*[([](?:${named}(?:,| [–—-]|;)? (?<when>${until}:? .+)|(?<first>${until}:? [^,;)]+)[,;] (?<second>${name}))[)\\]]\\.?$`,
  'u',
)
/** "… (ansvarig Anna)", "… (Anna ansvarar)": who alone. */
const answering = new RegExp(
  `^(?<what>.+?)\\s*[([](?:(?:[Aa]nsvarig|[Aa]nsv\\.?|[Oo]wner|[Rr]esponsible):? (?<owner>${name})|(?<second>${name}) (?:ansvarar|ordnar|fixar|är ansvarig|tar detta|tar det))[)\\]]\\.?$`,
  'u',
)
/** "Ta fram förslag, ansvarig Anna, klart v. 12". */
const appended = new RegExp(
  `^(?<what>.+?)(?:,| [–—-]) (?:ansvarig|ansv\\.?) (?<owner>${name})(?:(?:,| [–—-]|;)? (?<when>${until}:? .+?))?\\.?$`,
  'u',
)
/** "Anna: ring banken senast fredag": what is asked of her, not what she said. */
const asked = new RegExp(
  `^(?<owner>${name}): (?<what>(?:ring|mejl|mail|skick|bok|beställ|köp|koll|sammanställ|undersök|kontakt|fix|ordn|förbered|uppdater|hämt|lämn|publicer|städ|skaff)a?|(?:ta|bjud|bjuda|följ|följa|se|lägg|lägga) (?:fram|med|reda på|kontakt|in|upp|till|över|ut)) (?<rest>.+)$`,
  'u',
)

const doneBy = new RegExp(
  `^(?<what>.+? (?<verb>\\p{Ll}+s)(?: (?:in|fram|upp|ut|över|med|om|iordning))? av (?<owner>${name}))(?<rest>\\.?|,? .*)$`,
  'u',
)
const passives =
  /^(?:beställs|bokas|ordnas|köps|inhandlas|tas|sammanställs|undersöks|kontaktas|fixas|skaffas|hämtas|kollas|utreds|ses|förbereds|uppdateras|revideras|rings|tillfrågas|påminns|översätts|skickas|publiceras|läggs|sätts|målas|städas|repareras|lagas|hyrs|anlitas|renskrivs|distribueras)$/u
/** What has somebody's name behind it without being anybody's task: "leds av", "kallas av". */
const noTask =
  /^(?:leds|kallas|ägs|drivs|finns|hålls|består|används|stöds|delas|bärs|begränsas|öppnas|avslutas|väljs|utses|skrivs|förs|justeras|föredras|presenteras|föreslås|yrkas)$/u

/** Verbs that with a day until when are a promise, too, and without one tell of the meeting. */
const saysUntil =
  /^(?:svarar|meddelar|informerar|kikar på|funderar|föreslår|redovisar|rapporterar|presenterar|remitterar|visar|tränar|drar|eldar)(?!\p{L})/u
/** "ska även ringa": what somebody is said to do later. */
const will =
  /^(?:ska|skall|kommer att) (?:även |också |sedan |då |se till att )?(?<verb>\p{Ll}+(?:a|å|e|o|är|r)?)(?!\p{L})/u
const byDay = new RegExp(`(?<!\\p{L})(?:${until}:? |(?:v\\.? ?|vecka |week )\\d{1,2}\\.?$)`, 'iu')

/** A point that ends in who and until when; its words in front are what is to be done. */
export function bracketed(text: string): FoundTask | null {
  const groups =
    (/[([]/u.test(text) ? (inBracket.exec(text)?.groups ?? answering.exec(text)?.groups) : undefined) ??
    (text.includes(' ansv') ? appended.exec(text)?.groups : undefined)
  const owner = groups?.['owner'] ?? groups?.['second']
  const what = groups?.['what']
  if (
    owner === undefined ||
    what === undefined ||
    wordsOf(what).length === 0 ||
    !(personal(owner) || /^\p{Lu}{2,3}$/u.test(owner))
  )
    return null
  const when = groups?.['when'] ?? groups?.['first'] ?? null
  const dueWords = when === null ? dueOf(what) : dueOf(when)
  return when !== null && dueWords === null ? null : { text: what, owner, dueWords }
}

/** "Nycklar beställs av Oskar": somebody is to do it; "mötet leds av Oskar" tells what is. */
function passive(text: string): FoundTask | null {
  const { verb = '', owner, rest = '' } = doneBy.exec(text)?.groups ?? {}
  if (owner === undefined || !personName(owner) || noTask.test(verb)) return null
  const dueWords = dueOf(rest)
  const closed = /^\.?$/u.test(rest)
  if (passives.test(verb) && (closed || dueWords !== null)) return { text, owner, dueWords }
  return dueWords !== null && byDay.test(rest) ? { text, owner, dueWords } : null
}

function dayIn(what: string): string | null {
  const at = byDay.exec(what)
  return at === null ? null : dueOf(what.slice(at.index))
}

/** "räknar med att …", "anmäler att …": the day is that of what is counted on or said. */
const countsOn =
  /^(?:räknar (?:med|kallt|inte)|ligger|(?:påminner|svarar|meddelar|informerar|föreslår|rapporterar|redovisar|visar|anmäler|beräknar|begär|hör|frågar|efterlyser|efterfrågar|planerar|skriver|talar|godtar)(?: \p{Ll}+)? (?:att|om att|hur|när))(?!\p{L})/u

/** Until when something is promised by words that begin with the verb; null where no verb of doing or saying does, or no day stands. */
export function promisedBy(what: string): string | null {
  // What somebody counts on or says of others is nothing they do, and what lasts to a day is not done by it.
  if (countsOn.test(what) || (onlyTells(what) && !/(?<!\p{L})senast(?!\p{L})/u.test(what))) return null
  return opensWithDoing(what) || saysUntil.test(what) ? dayIn(what) : null
}

const somebodyDoes = new RegExp(`^(?<owner>${name}) (?<what>\\p{Ll}.+)$`, 'u')

/** "Karin gör ett utkast till den 6/11", "Karin ska ringa banken": who, and what they do next. */
function promised(text: string): FoundTask | null {
  const called = asked.exec(text)?.groups
  if (called?.['owner'] !== undefined && personName(called['owner']) && byDay.test(text))
    return { text: text.slice(called['owner'].length + 2), owner: called['owner'], dueWords: dueOf(text) }
  const { owner, what } = somebodyDoes.exec(text)?.groups ?? {}
  if (owner === undefined || what === undefined || !personName(owner)) return null
  const dueWords = dayIn(what)
  const planned = will.exec(what)
  const verb = planned?.groups?.['verb']
  if (verb !== undefined) {
    if (happensTo.test(verb)) return null
    return dueWords !== null ? { text, owner, dueWords } : null
  }
  return promisedBy(what) !== null ? { text, owner, dueWords } : null
}

/** "The secretariat calls the group by 14 March": a day until when makes what a body does a task of its own. */
function bodyDoes(text: string): FoundTask | null {
  const { owner, what } = /^(?<owner>The \p{L}+(?: \p{L}+)?) (?<what>\p{Ll}+s .+)$/u.exec(text)?.groups ?? {}
  if (owner === undefined || what === undefined || !personal(owner) || !doesLaterInEnglish(what)) return null
  const at = /(?<!\p{L})(?:by|before|no later than) /u.exec(what)
  const dueWords = at === null ? null : dueOf(what.slice(at.index))
  return dueWords === null ? null : { text, owner, dueWords }
}

/** "Hamnverket ombads att se över planen": who was asked, for something that is done later. */
const requested =
  /^(?<owner>\p{Lu}[^,.:;]{1,70}?) (?:ombads|ombeds|ombedes|uppmanas|uppmanades|anmodas|anmodades) (?:även |också |därför )?(?:att )?(?<what>\p{Ll}+[aåeö] .+)$/u
/** What is asked for at the meeting itself. */
const asksNow =
  /^(?:berätta|redogöra|presentera|förklara|redovisa|lämna (?:rummet|lokalen|mötet|salen)|svara|utveckla|tala|kommentera|inleda|informera|sammanfatta|läsa)(?!\p{L})/u
/** Those who sit there: what they are asked for without a day they give on the spot. */
const allHere =
  /^(?:Alla|Samtliga|Gruppen|Mötet|(?:(?:Alla|Samtliga) )?(?:(?:Mötes)?[Dd]eltagar(?:na|e)|[Ll]edamöter(?:na)?|(?:[Dd]e )?[Nn]ärvarande))$/u
/** "Synpunkter lämnas till Anna Ek senast den 9 maj": what is handed in, to whom and until when; nobody is named to do it. */
const handedIn =
  /^(?<what>\p{Lu}[^.:;]{2,120}? (?:lämnas|skickas|mejlas|mailas|sänds|lämnas in|skickas in|sänds in|rapporteras|anmäls|meddelas) (?:in )?till (?<to>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3}|\p{Ll}+(?:en|et)|[^\s@]+@[^\s@]+),? (?<when>(?:senast|före|innan) .+?))\.?$/u

/** "Comments should be sent to Tom by 12 June". */
const handedInEnglish =
  /^(?<what>\p{Lu}[^.:;]{2,120}? (?:should|must|are to|is to|shall|can|may) be (?:sent|submitted|returned|e-?mailed|forwarded|given|reported|handed in) to (?<to>(?:the \p{Ll}+|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3}|[^\s@]+@[^\s@]+)),? (?<when>(?:by|before|no later than) .+?))\.?$/u

/** The task of a sentence that says to whom something goes and until when; whose it is, is not said. */
export function handedInTask(text: string): FoundAction | null {
  const {
    what,
    to = '',
    when = '',
  } = (text.length < 300 ? (handedIn.exec(text) ?? handedInEnglish.exec(text)) : null)?.groups ?? {}
  const dueWords = dueOf(when)
  return what !== undefined && dueWords !== null && (to.includes('@') || to.startsWith('the ') || personal(to))
    ? { text, owner: null, dueWords }
    : null
}

function requestedTask(text: string): FoundTask | null {
  const { owner = '', what = '' } = requested.exec(text)?.groups ?? {}
  if (owner === '' || !isOwner(owner)) return null
  const dueWords = dueOf(what)
  return dueWords === null && (asksNow.test(what) || allHere.test(owner)) ? null : { text, owner, dueWords }
}

/** A task of one sentence or point; null where neither the verb nor a day makes it certain. */
export function taskOf(text: string): FoundTask | null {
  if (text.length > 400 || text.endsWith('?')) return null
  return bracketed(text) ?? passive(text) ?? promised(text) ?? bodyDoes(text) ?? requestedTask(text)
}
