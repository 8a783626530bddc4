/** Conferences, meetings and the like, with their days and whoever holds them. */
import type { FindingOf, Named, Party, PartyRole } from '#contract/reading.ts'
import { matchKey } from '#core/register/names.ts'
import type { Passage, Sentence } from './passage.ts'
import { personLabel } from './annotate.ts'
import { addBody, addOrganisation, bodyName } from './context.ts'
import type { Context } from './context.ts'
import { findDays, inferYear } from './days.ts'
import type { Day } from './days.ts'
import { placeWords } from './known-words.ts'
import { namedOf } from './named.ts'
import { isDatedPost } from './posts.ts'

const noun =
  /(?<![\p{L}])(?<noun>(?:[\p{L}-]*(?:konferens|seminari|webbinari|webinari|workshop|hearing|kongress|symposi|stämma|rundabordssamtal|frukostmöte|nätverksträff|informationsmöte|dialogmöte|årsmöte|samrådsmöte|styrelsemöte|invigning|mässa|utställning|medborgardialog|lunchseminari|öppet hus|sammanträde|hackathon|vernissage|temadag|inspirationsdag|kickoff|kick-off)[\p{L}]*)|(?!bemöte|tillmötes)(?:[\p{L}-]*möte(?:t|n|ts)?)|träff(?:en)?|summit|conference|seminar|webinar|symposium|workshop|hearing|meeting|annual general meeting|roundtable|forum|congress|fair|exhibition|launch event|open day|information session|assembly)(?![\p{L}])/iu
const gathering =
  /(?<![\p{L}])(?:att samlas|samlades|samlas|träffades|träffas|möttes|sammanträdde|sammanträder|gathered|convened|met)(?![\p{L}])/iu
const notEvent =
  /(?<![\p{L}])(?:möte(?:t)? med (?:patienten|kunden)|inför mötet|föregående möte|hearings? aid)(?![\p{L}])/iu

interface Found {
  title: string
  noun: string
}

const calendarWords =
  /(?<![\p{L}])(?:kalend(?:er|ern|arium|ariet)|evenemang(?:en)?|på gång|kommande (?:aktiviteter|möten|händelser|evenemang)|aktiviteter|calendar|events|upcoming)(?![\p{L}])/iu

/** "3–5 maj 2022: Skärgårdsdagarna i Blekö" in a calendar: the day first, then what happens, whatever it is called. */
function readCalendarLine(context: Context, passage: Passage): FindingOf<'event'> | null {
  const over = [passage.heading?.text ?? '', context.passages[0]?.text ?? '']
  if (passage.text.length > 300 || !over.some((one) => one.length < 90 && calendarWords.test(one))) return null
  const [day, second] = findDays(passage.text)
  const [sentence] = passage.sentences
  if (day === undefined || sentence === undefined || day.end > sentence.end) return null
  if (!/^(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?$/iu.test(passage.text.slice(0, day.start)))
    return null
  const until =
    second !== undefined && /^\s*(?:[–-]|till)\s*(?:den )?$/u.test(passage.text.slice(day.end, second.start))
      ? second
      : null
  const rest = passage.text.slice((until ?? day).end, sentence.end)
  const lead = /^(?:,? (?:kl\.?|klockan) ?[\d.:–-]+(?: ?[–-] ?[\d.:]+)?)?(?: ?[:–-] | )/u.exec(rest)?.[0] ?? null
  if (lead === null) return null
  const title = /^(?<title>\p{Lu}[^.,;:!?]{3,110})/u.exec(rest.slice(lead.length))?.groups?.['title']?.trim()
  if (title === undefined || passage.people.some((one) => one.start <= (until ?? day).end + lead.length)) return null
  const organiser = /(?<![\p{L}])(?:Arrangör(?:er)?|Organiser|Värd): ?/u.exec(passage.text)
  const at = organiser === null ? -1 : organiser.index + organiser[0].length
  const host = passage.organisations.find((one) => one.start === at)
  return {
    kind: 'event',
    title,
    ...datesOf(context, passage, sentence, day, until),
    venue: venueIn(sentence.text),
    body: null,
    parties: host === undefined ? [] : [{ kind: 'organisation', who: namedOf(host), role: 'organiser' }],
    places: [passage.place()],
  }
}

export function readEvents(context: Context): void {
  const found: { finding: FindingOf<'event'>; noun: string }[] = []
  for (const passage of context.passages) {
    if (
      passage.aside ||
      isDatedPost(passage.text) ||
      personLabel.test(passage.text) ||
      context.publication.line === passage.line
    )
      continue
    const before = found.length
    for (const sentence of passage.sentences) {
      if (sentence.text.length > 700) continue
      for (const one of readSentence(context, passage, sentence)) found.push(one)
    }
    const entry = found.length === before ? readCalendarLine(context, passage) : null
    if (entry !== null) found.push({ finding: entry, noun: entry.title })
  }
  const events = merged(found)
  readGuests(
    context,
    events.map((one) => one.finding),
  )
  for (const finding of events) context.collector.add(finding.finding)
}

/** Guests told of apart from the day: they belong to the first meeting told of. */
function readGuests(context: Context, events: readonly FindingOf<'event'>[]): void {
  const meeting = events.find((one) => one.body !== null)
  if (meeting === undefined) return
  const add = (kind: Party['kind'], who: Named): void => {
    if (!meeting.parties.some((one) => one.kind === kind && one.who.name === who.name))
      meeting.parties.push({ kind, who, role: 'guest' })
  }
  for (const passage of context.passages) {
    for (const sentence of passage.sentences) {
      if (
        !/inbjudna? gäst|invited guest|gästerna|gästade/iu.test(sentence.text) ||
        !/möte|meeting/iu.test(sentence.text)
      )
        continue
      if (findDays(sentence.text).length > 0) continue
      const place = passage.place(sentence.start, sentence.end)
      const inside = (one: { start: number; end: number }): boolean =>
        one.start >= sentence.start && one.end <= sentence.end
      for (const one of passage.organisations.filter(inside)) {
        addOrganisation(context, namedOf(one), place)
        add('organisation', namedOf(one))
      }
      const unknown = /gäst\p{L}*[^.]{0,40}? var (?<name>\p{Lu}[\p{L}&-]+(?: \p{Lu}[\p{L}&-]*)*)/u.exec(sentence.text)
        ?.groups?.['name']
      const at = unknown === undefined ? -1 : sentence.start + sentence.text.indexOf(unknown)
      const named = [...passage.organisations, ...passage.people, ...passage.bodies]
      if (unknown !== undefined && !named.some((one) => one.start < at + unknown.length && at < one.end)) {
        const who = { name: unknown, asWritten: unknown }
        addOrganisation(context, who, place)
        add('organisation', who)
        meeting.places.push(place)
      }
      for (const one of passage.people.filter(inside)) add('person', namedOf(one))
      if (passage.organisations.some(inside)) meeting.places.push(place)
    }
  }
}

/** One event told twice on one day, once by its name and once by its kind. */
function merged(found: readonly { finding: Event; noun: string }[]): { finding: Event; noun: string }[] {
  const byDay = new Map<string, { finding: Event; noun: string }[]>()
  for (const one of found) {
    const key = `${stem(one.noun)} ${monthDay(one.finding.from?.slice(4) ?? one.finding.asWritten ?? '')}`
    const list = byDay.get(key) ?? []
    byDay.set(key, list)
    const known = list
      .slice(0, 40)
      .find(({ finding }) => finding.from === one.finding.from || finding.from === null || one.finding.from === null)
    if (known === undefined) list.push(one)
    else join(known.finding, one.finding)
  }
  const kept = new Set([...byDay.values()].flat())
  return found.filter((one) => kept.has(one))
}

type Event = FindingOf<'event'>

function join(known: Event, other: Event): void {
  const more = other.places.filter(
    (place) => !known.places.some((one) => one.from === place.from && one.quote === place.quote),
  )
  known.places.push(...more)
  known.from ??= other.from
  known.to ??= other.to
  if (known.basis === 'unknown') known.basis = other.basis
  known.venue ??= other.venue
  known.body ??= other.body
  for (const party of other.parties)
    if (!known.parties.some((one) => one.who.name === party.who.name)) known.parties.push(party)
  if (known.title.length < 12 && other.title.length > known.title.length) known.title = other.title
}

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
/** "-06-07", "den 7 juni" and "7 juni" alike. */
function monthDay(text: string): string {
  const iso = /^-(\d\d)-(\d\d)$/u.exec(text)
  if (iso !== null) return `${Number(iso[2])} ${months[Number(iso[1]) - 1] ?? ''}`
  const words = /(\d{1,2})[^\p{L}]*(?:e |a |st |nd |rd |th )?(\p{L}{3})/u.exec(text.toLowerCase())
  return words === null ? text : `${words[1]} ${(words[2] ?? '').replace('may', 'maj').replace('oct', 'okt')}`
}

function stem(word: string): string {
  const lower = word.toLowerCase()
  const kind =
    /konferens|conference|summit|seminari|webbinari|webinar|workshop|möte|meeting|mässa|fair|hearing|stämma|samla|träff|sammantr/u.exec(
      lower,
    )?.[0] ?? lower
  return /samla|träff|möte|meeting|sammantr/u.test(kind) ? 'möte' : kind.replace('conference', 'konferens')
}

function readSentence(
  context: Context,
  passage: Passage,
  sentence: Sentence,
): { finding: FindingOf<'event'>; noun: string }[] {
  const text = sentence.text
  if (notEvent.test(text)) return []
  const days = findDays(text)
  const [year] = days.length === 0 ? findDays(text, true) : []
  const found: { finding: FindingOf<'event'>; noun: string }[] = []
  const usable = days.length > 0 ? days : year !== undefined && passage.text.length < 90 ? [] : []
  usable.forEach((day, index) => {
    const previous = usable[index - 1]
    const range = previous !== undefined && /^\s*(?:[–-]|till|to)\s*$/u.test(text.slice(previous.end, day.start))
    if (range) return
    const event = eventNear(text, day, usable)
    if (event === null || pastFact(text, day) || (day.start <= 4 && /^\s*[–—-] \p{Lu}/u.test(text.slice(day.end))))
      return
    const next = usable[index + 1]
    const until = next !== undefined && /^\s*(?:[–-]|till|to)\s*$/u.test(text.slice(day.end, next.start)) ? next : null
    const dates = datesOf(context, passage, sentence, day, until)
    const parties = partiesIn(context, passage, sentence)
    const body = /möte|mött|samla|träff|stämma|sammantr|meeting|assembl|met$|gathered|convened/iu.test(event.noun)
      ? bodyOf(context, passage, sentence)
      : null
    const title = headedTitle(event, passage)
    const place = passage.place(sentence.start, sentence.end)
    for (const { kind, who } of parties) if (kind === 'organisation') addOrganisation(context, who, place)
    if (body !== null) addBody(context, body, place)
    found.push({
      noun: event.noun,
      finding: {
        kind: 'event',
        title: titled(title, event.noun),
        ...dates,
        venue: venueIn(text),
        body,
        parties,
        places: [place],
      },
    })
  })
  return found
}

/** "Konferensen" alone is the one that the heading names. */
function headedTitle(event: Found, passage: Passage): string {
  const heading = passage.heading?.text ?? ''
  const bare =
    /^(?:Den |The )?(?:konferensen|seminariet|webbinariet|mässan|mötet|workshopen|konferens|conference|seminar)$/iu.test(
      event.title,
    )
  const again = noun.exec(heading)?.[0]
  return bare && again !== undefined && stem(again) === stem(event.noun) && heading.length < 110 ? heading : event.title
}

/** A verb of coming together has no name: the event is a meeting. */
function titled(title: string, word: string): string {
  if (gathering.test(title) && title === word) return /gathered|convened|met/iu.test(word) ? 'Meeting' : 'Möte'
  return title.charAt(0).toLocaleUpperCase('sv') + title.slice(1)
}

/** A day on which something else happened: a decision, a deadline, a birth. */
function pastFact(text: string, day: Day): boolean {
  const left = text.slice(Math.max(0, day.start - 50), day.start)
  return /(?:senast|före|deadline|anmälan|anmäl dig|sista dag\p{L}*|register by|registration|by|no later than|publicerad|publicerades|published|uppdaterad|beslut\p{L}*)(?: (?:den|till|senast|the|on|är))*\s*$/iu.test(
    left,
  )
}

/** The event a day belongs to: the nearest word for one, on its side of other days. */
function eventNear(text: string, day: Day, days: readonly Day[]): Found | null {
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

function datesOf(
  context: Context,
  passage: Passage,
  sentence: Sentence,
  day: Day,
  until: Day | null,
): Pick<FindingOf<'event'>, 'from' | 'to' | 'basis' | 'asWritten'> {
  // "3–5 maj"; the parts of "2022-03-08" are no days of a run.
  const dash = /(?<![\d-])(\d{1,2}) ?[-–—] ?(\d{1,2})(?![\d-])/u.exec(day.text)
  const both = /^(\d{1,2}) ?(?:[-–—]|och|and|&) ?(\d{1,2})/u.exec(day.text.replace(/^den /u, ''))
  const last = until?.iso ?? null
  const end = (iso: string): string => {
    const number = dash?.[2] ?? both?.[2]
    if (last !== null || number === undefined || iso.length !== 10 || Number(number) > 31) return last ?? iso
    const until = `${iso.slice(0, 8)}${number.padStart(2, '0')}`
    return until < iso ? iso : until
  }
  if (day.iso !== null) return { from: day.iso, to: end(day.iso), basis: 'stated', asWritten: null }
  if (day.found === null) return { from: null, to: null, basis: 'unknown', asWritten: day.text }
  const inferred =
    last !== null
      ? `${last.slice(0, 4)}-${String(day.found.month).padStart(2, '0')}-${String(day.found.day ?? 1).padStart(2, '0')}`
      : inferYear(day.found, context.publication, yearHint(context, passage, sentence), isPast(sentence.text))
  if (inferred === null) return { from: null, to: null, basis: 'unknown', asWritten: day.text }
  return { from: inferred, to: end(inferred), basis: last === null ? 'inferred' : 'stated', asWritten: day.text }
}

const pastTense =
  /(?<![\p{L}])(?:hölls|höll|var|genomfördes|arrangerades|anordnades|samlades|träffades|möttes|ägde rum|bjöd|deltog|besökte|invigdes|valdes|inleddes|was|were|took place|held|met|gathered|visited|attended)(?![\p{L}])/u

const isPast = (text: string): boolean =>
  pastTense.test(text) && !/(?<![\p{L}])(?:kommer|ska|will|nästa|kommande|next)(?![\p{L}])/iu.test(text)

/** The one year that the sentence, its heading, or the title of a text that states no day gives: "Konferensen 2022". */
function yearHint(context: Context, passage: Passage, sentence: Sentence): number | null {
  const title = context.publication.from === null ? (context.passages[0]?.text ?? '') : ''
  for (const text of [sentence.text, passage.heading?.text ?? '', title.length < 120 ? title : '']) {
    const years = new Set(findDays(text, true).flatMap((day) => (day.iso === null ? [] : [day.iso.slice(0, 4)])))
    if (years.size === 1) return Number([...years][0])
  }
  return null
}

function partiesIn(context: Context, passage: Passage, sentence: Sentence): Party[] {
  const parties: Party[] = []
  const text = sentence.text
  const inside = (one: { start: number; end: number }): boolean =>
    one.start >= sentence.start && one.end <= sentence.end
  const add = (kind: Party['kind'], who: Named, role: PartyRole): void => {
    if (!parties.some((one) => one.who.name === who.name)) parties.push({ kind, who, role })
  }
  const by = [
    ...text.matchAll(
      /(?:arrangeras|arrangerades|anordnas|anordnades|ordnas|hålls|organiseras|arrangerat|arrangerad|arrangemang|organised|organized|hosted|arranged|co-hosted)(?: \p{Ll}+){0,3} (?:av|by)(?: (?:både|bland annat|the|both))? /giu,
    ),
  ]
  const active =
    /(?<![\p{L}])(?:bjuder|bjöd|inbjuder|arrangerar|arrangerade|anordnar|anordnade|ordnar|ordnade|håller|höll|organises|organizes|organised|organized|hosts|hosted|hosting|holds|invites|arranges|arranged|kallar|is hosting|will host)(?![\p{L}])/iu.exec(
      text,
    )
  for (const one of passage.organisations.filter(inside)) {
    const at = one.start - sentence.start
    const left = text.slice(0, at)
    const listed = (start: number): boolean =>
      start <= at &&
      !/(?<![\p{L}])(?:i|på|vid|där|som|in|at|where|for|den|on)(?![\p{L}])/u.test(text.slice(start, at)) &&
      text.slice(start, at).length < 160
    const passive = by.some((match) => listed(match.index + match[0].length))
    const after =
      active !== null &&
      at > active.index &&
      /(?:tillsammans med|i samarbete med|ihop med|together with|in cooperation with|in collaboration with|jointly with)/iu.test(
        text.slice(active.index, at),
      ) &&
      listed(active.index + active[0].length)
    const inverted =
      active !== null &&
      /^(?:bjuder|bjöd|inbjuder|arrangerar|arrangerade|anordnar|anordnade|håller|höll|ordnar|kallar)$/iu.test(
        active[0],
      ) &&
      at === active.index + active[0].length + 1
    const subject =
      active !== null &&
      at < active.index &&
      !/(?<![\p{L}])(?:som|där|på|i|vid|hos|at|in)(?![\p{L}])/u.test(
        text.slice(one.end - sentence.start, active.index),
      ) &&
      !/(?:på|i|vid|hos|at|in) $/u.test(left)
    if (passive || after || inverted || subject) add('organisation', namedOf(one), 'organiser')
    else if (/(?:inbjudna? gäst\p{L}*|gäst\p{L}*|guests?)/iu.test(text)) add('organisation', namedOf(one), 'guest')
  }
  for (const one of passage.bodies.filter(inside)) {
    const at = one.start - sentence.start
    const passive = by.some((match) => match.index + match[0].length <= at && at - match.index < 160)
    const subject = active !== null && at < active.index && active.index - at < 80
    const inverted = active !== null && at === active.index + active[0].length + 1
    if (passive || subject || inverted) add('body', bodyName(context, one), 'organiser')
  }
  if (/(?<![\p{L}])regeringens (?:årliga )?konferens/u.test(text))
    add('organisation', { name: 'Regeringen', asWritten: 'regeringens' }, 'organiser')
  for (const one of passage.people.filter(inside)) {
    const right = passage.text.slice(one.end, one.end + 90)
    if (
      /^(?:,[^,.]{2,70},)? (?:deltar|deltog|medverkar|medverkade|talar|talade|föreläser|inledningstalar|inleder|modererar|presenterar|will speak|speaks|spoke|participated|gave)/u.test(
        right,
      )
    )
      add('person', namedOf(one), 'participant')
  }
  return parties
}

const kindOf: readonly (readonly [RegExp, string])[] = [
  [/samverkansgruppen|samverkansgruppens/iu, 'samverkansgrupp'],
  [/arbetsgruppen/iu, 'arbetsgrupp'],
  [/(?<![\p{L}])rådets?(?![\p{L}])/iu, 'råd'],
]

/** The body that meets: named in the sentence, or meant by its short form. */
function bodyOf(context: Context, passage: Passage, sentence: Sentence): Named | null {
  const inside = passage.bodies.filter((one) => one.start >= sentence.start && one.end <= sentence.end)
  const [near] = inside.filter((one) => one.type !== 'program' && one.type !== 'kontor')
  if (near !== undefined) return bodyName(context, near)
  for (const [pattern, type] of kindOf) {
    if (!pattern.test(sentence.text)) continue
    const all = new Map(
      context.passages
        .flatMap((one) => one.bodies)
        .filter((one) => one.type === type)
        .map((one) => [one.key, one]),
    )
    const [only] = all.values()
    if (only !== undefined && all.size === 1) return bodyName(context, only)
  }
  return null
}

const place =
  /(?<![\p{L}])(?:äger rum|hålls|hölls|genomförs|genomfördes|arrangeras|arrangerades|anordnas|held|takes place|took place|samlas|samlades|träffades|möttes|bjuder in|gathered|met|konferens\p{L}*|seminari\p{L}*|möte\p{L}*|meeting|conference|seminar|workshop)(?![\p{L}])[^.;]{0,90}?(?<![\p{L}])(?:i|på|vid|in|at) (?<venue>(?!Samverkan|Life|Regeringen|Januari|Februari|Mars|April|Maj|Juni|Juli|Augusti|September|Oktober|November|December|January|February|March|May|June|July|August|October)\p{Lu}[\p{L}’'-]*(?:(?: (?:och |i |of |the )?\p{Lu}[\p{L}’'-]*)){0,3}(?:, \p{Lu}\p{L}+)?)/u

function venueIn(text: string): string | null {
  const venue = place.exec(text)?.groups?.['venue'] ?? null
  if (venue === null || matchKey(venue) === '') return null
  return /^(?:Sverige|Europa|EU|Norden)$/u.test(venue) ? null : venue
}
