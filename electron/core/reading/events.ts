/** Conferences, meetings and the like, with their days and whoever holds them. */
import type { FindingOf, Named, Party } from '#contract/reading.ts'
import type { Passage, Sentence } from './passage.ts'
import { personLabel } from './annotate.ts'
import { addBody, addOrganisation } from './context.ts'
import type { Context } from './context.ts'
import { findDays, inferYear } from './days.ts'
import type { Day } from './days.ts'
import { namedOf } from './named.ts'
import { isDatedPost } from './posts.ts'
import { notEvent, stem, headedTitle, titled, eventNear } from './event-titles.ts'
import { partiesIn, bodyOf, venueIn } from './event-parties.ts'

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

/** A day on which something else happened: a decision, a deadline, a birth. */
function pastFact(text: string, day: Day): boolean {
  const left = text.slice(Math.max(0, day.start - 50), day.start)
  return /(?:senast|före|deadline|anmälan|anmäl dig|sista dag\p{L}*|register by|registration|by|no later than|publicerad|publicerades|published|uppdaterad|beslut\p{L}*)(?: (?:den|till|senast|the|on|är))*\s*$/iu.test(
    left,
  )
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
