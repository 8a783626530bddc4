/** What an event is called: its name in quotes or capitals, or the word for it with what describes it. */
import type { Passage } from './passage.ts'
import type { Day } from './days.ts'
import { placeWords } from './known-words.ts'

const noun =
  /(?<![\p{L}])(?<noun>(?:[\p{L}-]*(?:konferens|seminari|webbinari|webinari|workshop|hearing|kongress|symposi|stämma|rundabordssamtal|frukostmöte|nätverksträff|informationsmöte|dialogmöte|årsmöte|samrådsmöte|styrelsemöte|invigning|mässa|utställning|medborgardialog|lunchseminari|öppet hus|sammanträde|hackathon|vernissage|temadag|inspirationsdag|kickoff|kick-off)[\p{L}]*)|(?!bemöte|tillmötes)(?:[\p{L}-]*möte(?:t|n|ts)?)|träff(?:en)?|summit|conference|seminar|webinar|symposium|workshop|hearing|meeting|annual general meeting|roundtable|forum|congress|fair|exhibition|launch event|open day|information session|assembly)(?![\p{L}])/iu
const gathering =
  /(?<![\p{L}])(?:att samlas|samlades|samlas|träffades|träffas|möttes|sammanträdde|sammanträder|gathered|convened|met)(?![\p{L}])/iu
export const notEvent =
  /(?<![\p{L}])(?:möte(?:t)? med (?:patienten|kunden)|inför mötet|föregående möte|hearings? aid)(?![\p{L}])/iu

interface Found {
  title: string
  noun: string
}

export function stem(word: string): string {
  const lower = word.toLowerCase()
  const kind =
    /konferens|conference|summit|seminari|webbinari|webinar|workshop|möte|meeting|mässa|fair|hearing|stämma|samla|träff|sammantr/u.exec(
      lower,
    )?.[0] ?? lower
  return /samla|träff|möte|meeting|sammantr/u.test(kind) ? 'möte' : kind.replace('conference', 'konferens')
}

/** "Konferensen" alone is the one that the heading names. */
export function headedTitle(event: Found, passage: Passage): string {
  const heading = passage.heading?.text ?? ''
  const bare =
    /^(?:Den |The )?(?:konferensen|seminariet|webbinariet|mässan|mötet|workshopen|konferens|conference|seminar)$/iu.test(
      event.title,
    )
  const again = noun.exec(heading)?.[0]
  return bare && again !== undefined && stem(again) === stem(event.noun) && heading.length < 110 ? heading : event.title
}

/** A verb of coming together has no name: the event is a meeting. */
export function titled(title: string, word: string): string {
  if (gathering.test(title) && title === word) return /gathered|convened|met/iu.test(word) ? 'Meeting' : 'Möte'
  return title.charAt(0).toLocaleUpperCase('sv') + title.slice(1)
}

/** The event a day belongs to: the nearest word for one, on its side of other days. */
export function eventNear(text: string, day: Day, days: readonly Day[]): Found | null {
  let best: { found: Found; distance: number } | null = null
  for (const match of text.matchAll(new RegExp(noun.source, 'giu'))) {
    const at = match.index
    if (days.some((other) => at >= other.start && at < other.end)) continue
    const distance = at > day.start ? at - day.end : day.start - at - match[0].length
    const between = at > day.start ? text.slice(day.end, at) : text.slice(at, day.start)
    const blocked = days.some(
      (other) =>
        other !== day && ((other.start > day.end && other.start < at) || (other.end < day.start && other.start > at)),
    )
    if (blocked || distance > 170 || /[;]/u.test(between)) continue
    if (best === null || distance < best.distance)
      best = { found: { title: titleAround(text, at, match[0]), noun: match[0] }, distance }
  }
  const together = gathering.exec(text)
  if (best === null && together !== null && Math.abs(together.index - day.end) < 170)
    best = { found: { title: together[0], noun: together[0] }, distance: 0 }
  return best?.found ?? null
}

const adjective =
  /^(?:[\p{Ll}-]+(?:t|a|n|e|d|isk|lig|al|l|r|iv|g)|[\p{L}-]+science|årlig\p{L}*|årets|life|national|international|annual|digital|regional|public|joint|open|first|second|third|next|final|opening|general|special|online|high-level|[\p{Lu}][\p{L}-]+(?:s)?)$/u
const notAdjective =
  /^(?:den|det|de|en|ett|till|in|på|i|av|med|om|för|vid|and|och|samt|är|var|att|bjuder|livesänds|sänds|hålls|hölls|arrangeras|anordnas|genomförs|genomfördes|äger|sker|the|a|an|to|of|for|at|on|is|will|be|was|held|vår|vårt|our|its|dess|deras|vill|ska|has|have|när|där|här|during|under|efter|inför|från|from|by|bjöd|arrangerar|arrangerade|anordnar|deltar|deltog|välkomna|missade|du|se|invites|welcome|welcomes|konferensen|mötet|åter|dags|host|hosts|hosted|organises|organise|organised|ordnar|inleds|avslutas|kommer|planeras|invigs|medverkade|genomför|håller|höll|kallar|anmäl|hålla|hold|holds|attend|dig|dagen|i\s)$/iu

/** The words of the event: a name in quotes, a name with capitals, or the word with what describes it. */
function titleAround(text: string, at: number, word: string): string {
  const end = at + word.length
  const quoted = /^[^.”"“]{0,22}["”“»](?<name>[^"”“«»]{3,110})["”“«]/u.exec(text.slice(end))
  if (quoted?.groups?.['name'] !== undefined) return quoted.groups['name'].trim()
  const inside = /["”“»](?<name>[^"”“«»]{0,90})$/u.exec(text.slice(0, at))
  const closes = /^(?<rest>[^"”“«»]{0,60})["”“«]/u.exec(text.slice(end))
  if (inside !== null && closes !== null)
    return `${inside.groups?.['name'] ?? ''}${word}${closes.groups?.['rest'] ?? ''}`.trim()
  const capital =
    /^ (?<name>(?:\p{Lu}[\p{L}\d&-]+)(?: (?:(?:för|of|for|och|and|i|in) )?(?:\p{Lu}[\p{L}\d&-]*|\d{4}))*)/u.exec(
      text.slice(end),
    )
  const before = text.slice(0, at).trimEnd().split(' ')
  let from = before.length
  for (let step = 0; step < 6 && from > 0; step += 1) {
    const one = before[from - 1] ?? ''
    if (!adjective.test(one) || notAdjective.test(one) || /\d/u.test(one)) break
    if (from === 1 && /^(?:Den|Det|The|Under|I|På|Vid)$/u.test(one)) break
    from -= 1
  }
  const described = [...before.slice(from), word].join(' ')
  if (
    capital?.groups?.['name'] !== undefined &&
    !placeWords.has(capital.groups['name'].toLowerCase()) &&
    /konferens|mässa|seminari|forum|fair|summit|conference/iu.test(word)
  )
    return capital.groups['name']
  const about =
    /^ (?<about>(?:om|kring|inom|i|för|med|on|about|of|for|with) (?!den \d|\d|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|(?:January|February|March|April|May|June|July|August|September|October|November|December))[^.,;:()!?]{3,80}?)(?= (?:den \d|\d{1,2} \p{L}|i (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|kommer|hålls|äger|sänds|livesänds|genomfördes|genomförs|anordnas|arrangeras|hölls|på \p{Lu}|i \p{Lu}|vid \p{Lu}|in \p{Lu}|at |on \d|will|was|is|took|takes|där|which|som|var|att|var det)|[.,;:()!?]|$)/u.exec(
      text.slice(end),
    )
  return about?.groups?.['about'] === undefined ? described : `${described} ${about.groups['about']}`
}
