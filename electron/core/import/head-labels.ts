/** Labels of a meeting's head ("Tid:", "Dnr", "Chair:") and the fields of one line, in any order. */
import { tellsOfBreak } from './breaks.ts'

export type HeadField =
  | 'date'
  | 'time'
  | 'start'
  | 'end'
  | 'place'
  | 'timeAndPlace'
  | 'dnr'
  | 'chair'
  | 'secretary'
  | 'adjuster'
  | 'form'
  | 'next'
  | 'body'
  | 'sender'
  | 'title'
  | 'project'
  | 'other'

export interface HeadEntry {
  field: HeadField
  label: string
  value: string
}

const labels: ReadonlyArray<readonly [HeadField, string]> = [
  [
    'timeAndPlace',
    'plats och (?:tid|datum)|(?:tid|datum|när) (?:och|&|/) (?:plats|lokal|var)|tid/plats|plats/tid|datum, tid och plats|tid, plats|(?:date|time),? (?:and|&) (?:place|venue|location)|date, time and (?:place|venue|location)|when and where|var och när',
  ],
  [
    'date',
    'datum för (?:mötet|sammanträdet)|mötets datum|dag och tid|dag/tid|dag & tid|datum och tid|datum/tid|tid och datum|datum & tid|date and time|date/time|date & time|(?:mötes|sammanträdes|protokolls)?datum|mötesdag|sammanträdesdag|date of (?:the )?meeting|held on|meeting date|date|dag|day|when|när',
  ],
  [
    'next',
    'nästa (?:\\p{L}*möte|\\p{L}*sammanträde|\\p{L}*träff|mötestillfälle|stämma)|datum för nästa (?:möte|sammanträde)|kommande möten?|nästkommande möte|(?:date of )?next meeting',
  ],
  [
    'start',
    'starttid|mötet öppnades|öppnades|mötets början|mötesstart|start(?:ed)?|start time|meeting opened|opened|called to order',
  ],
  [
    'end',
    'sluttid|mötet (?:avslutades|slutade)|avslutades|mötets slut|slut|end(?:ed)?|end time|finish|meeting closed|closed|adjourned',
  ],
  ['time', '(?:mötes|sammanträdes)?tid(?:punkt)?|klockslag|time of meeting|meeting time|time|klockan|call'],
  [
    'place',
    '(?:mötes|sammanträdes)?plats|(?:möteslokal|lokal|sal|rum|ort|var|hos)|place of meeting|held at|place|venue|location|where|room',
  ],
  [
    'dnr',
    'dnr|d\\.nr|diarie-?(?:nr|nummer|n:r)|diarienummer|ärende(?:nr|nummer|beteckning)|beteckning|vår beteckning|vår referens|referens(?:nr|nummer)?|registreringsnummer|reference(?: (?:no\\.?|number))?|ref(?:\\.|:?nr| no\\.?)?|our ref(?:erence)?|file (?:no|number|ref)\\.?|case (?:no|number)\\.?|registration (?:no|number)\\.?|document (?:no|number)\\.?|protokollsnummer',
  ],
  [
    'chair',
    '(?:mötes)?ordförande(?: för (?:mötet|kvällen|dagen|sammanträdet))?|(?:mötes)?ordf\\.?|mötesledare|chair(?:person|man|woman)?|chaired by|presiding|facilitator|in the chair|meeting chair|moderator|conven[eo]r|sammankallande',
  ],
  [
    'secretary',
    'ant\\.?|(?:mötes|nämnd|protokolls)?sekreterare(?: för (?:mötet|kvällen|dagen|sammanträdet))?|(?:prot\\.? ?|protokoll?s?|mötes)?sekr\\.?|protokollförare|(?:dagens|kvällens|mötets) (?:antecknare|sekreterare|skribent)|skriver|skrivare|skribent|pennan?|anteckningsansvarig|anteckningsförare|notes|noter|vid (?:protokollet|pennan|anteckningarna|tangenterna|tangentbordet|datorn)|antecknare|antecknade|antecknat|anteckningar|anteckningar(?: förda)? av|protokoll(?:et)?(?: fört| fördes)? av|antecknat av|protokoll|minutes(?: (?:taken|recorded|prepared|written))? by|minutes|minute[- ]?taker|(?:meeting )?secretary|notes(?: taken)? by|note[- ]?taker|recorded by|recorder|recording secretary|clerk|referent|nedtecknat av|scribe|taken by|rapporteur',
  ],
  [
    'adjuster',
    '(?:protokolls?)?justerare|just\\.?|justeringspers(?:on(?:er)?|\\.)?|justeringsm[aä]n|justeras(?: av)?|justerat av|justerande|att justera(?: (?:dagens )?protokollet)?|(?:utse[ds]|utsed(?:d|da|dd)|val(?:d|da|dd|des)|väljs) (?:att justera(?: protokollet)?|justerare|till justerare)|(?:utsedd|utsedda|vald|valda) justerare|minutes (?:checked|verified|approved|confirmed) by|(?:to be )?(?:checked|verified|approved|confirmed|adjusted) by|approvers?|scrutineers?|adjusters?|minutes checkers?',
  ],
  [
    'form',
    'hybridmöte|digitalt möte|distansmöte|fysiskt möte|hybrid meeting|mötesform|mötesformat|sammanträdesform|mötestyp|form för mötet|form|format|meeting (?:form|format|type|mode)|mode',
  ],
  [
    'body',
    'organ|nämnd|grupp|arbetsgrupp|forum|styrelse|kommitté|utskott|råd|instans|committee|board|group|body|working group|team|meeting of|council',
  ],
  [
    'sender',
    'avsändare|myndighet|organisation|förening|företag|verksamhet|sender|organi[sz]ation|issued by|company|from',
  ],
  [
    'title',
    'möte|mötesnamn|mötets namn|rubrik|titel|ärende|avser|ämne|subject|meeting|title|meeting title|re|sammanträde',
  ],
  ['project', 'projekt(?:namn|et)?|project(?: name)?|entreprenad|uppdrag'],
  [
    'other',
    '(?:(?:1|2|3):[ea] |förste |andre )?(?:vice|v\\.) ?ordförande|(?:vice|deputy)[- ]chair(?:man|person|woman)?|från|till|to|paragrafer|§§?|omfattning|omfattar|bilagor|bilaga|telefon|tel|e-?post|e-?mail|distribution|sändlista|kopia(?: till)?|skickat|sent|värd(?:organisation)?|host(?:ed by)?|sida|page|för kännedom|utdragsbestyrkande|status|version|handläggare|kontakt(?:person)?|sidor|klassning|sekretess|nr|nummer|no|protokollsnr|protokoll nr|minutes no|underskrifter|attachments?|enclosures?|copy|cc|distribution list|circulation|website|webbplats|anslag(?:sdatum)?|datum för (?:anslag\\p{L}*|justering\\p{L}*|expediering\\p{L}*|nedtagande\\p{L}*)(?: (?:uppsättande|nedtagande|publicering))?|justeringsdatum|justering(?:en)?s? (?:plats|tid|datum)(?: och (?:tid|plats|datum))?|expedieras(?: till)?|sammanträdestyp|quorum|language|språk',
  ],
]

const exact: ReadonlyArray<readonly [HeadField, RegExp]> = labels.map(([field, words]) => [
  field,
  new RegExp(`^(?:${words})$`, 'iu'),
])

const anyLabel = new RegExp(
  `(?:^|(?<=[;|,.\\t)])|(?<= ))\\s*(${labels.map(([, words]) => words).join('|')})\\s*:`,
  'giu',
)

const opensWithLabel = new RegExp(`^(?:${labels.map(([, words]) => words).join('|')})(?![\\p{L}\\d])`, 'iu')

/** The field a label stands for, without its colon; null when unknown. */
export function fieldOf(label: string): HeadField | null {
  const bare = label
    .replace(/\s*\(.*?\)\s*/gu, ' ')
    .replace(/[:.]$/u, '')
    .trim()
  if (bare.length > 45) return null
  return exact.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}

/** "Datum   Diarienummer": labels side by side, their values on the line below. */
export function isLabelRow(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell) => cell.length < 40 && strict.has(fieldOf(cell) ?? 'other'))
}

function isOfficer(field: HeadField): boolean {
  return field === 'chair' || field === 'secretary' || field === 'adjuster'
}

const strict: ReadonlySet<HeadField> = new Set([
  'date',
  'time',
  'start',
  'end',
  'timeAndPlace',
  'place',
  'dnr',
  'form',
  'next',
])

/** Labels of numbers and addresses, plain by what stands behind them. */
const numberLabel = /^(?:paragrafer|telefon|tel\.?|mobil|sidor|antal sidor|bilagor|omfattning|e-?post|e-?mail)$/iu

/** A label without sign before its value ("Datum 2021-11-10", "Plats Rosenbad"): known words, then something fitting. */
function unsigned(text: string): HeadEntry | null {
  if (text.length > 300 || !opensWithLabel.test(text)) return null
  const words = text.split(' ')
  for (let take = Math.min(5, words.length - 1); take >= 1; take -= 1) {
    const label = words.slice(0, take).join(' ')
    const field = fieldOf(label)
    if (field === null) continue
    const value = words.slice(take).join(' ')
    // "Date of memo: 14 June": a longer label, and another's day.
    if (/^\p{Ll}[^\d:]*:/u.test(value)) continue
    const fits =
      (strict.has(field) &&
        /^\p{Lu}/u.test(label) &&
        (/\d/u.test(value) ||
          (field === 'place' &&
            /^(?:plats|lokal|mötesplats|sammanträdesplats|venue|location)$/iu.test(label) &&
            /^\p{Lu}/u.test(value)))) ||
      (field === 'dnr' && /\d/u.test(value)) ||
      (field === 'other' && /^\p{Lu}/u.test(label) && numberLabel.test(label) && /^[§\d+(]|^\S+@/u.test(value)) ||
      (isOfficer(field) && /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.-]+){1,3}(?:,.*|\(.*)?$/u.test(value))
    return fits && value.length < 120 ? { field, label, value } : null
  }
  return null
}

/** To whom the minutes go: no people of the meeting. */
export const circulated =
  /^(?:kopia(?: till)?|cc|copy|sändlista|distribution(?: list)?|för kännedom|expedieras(?: till)?|circulation|(?:utdelas|utdelat|delges|distribueras|utskickas|skickas|sänds|sändes)(?: till)?|circulated to)$/iu

/** Labels that as often say something else ("Notes: the budget is late"): before a name they say who wrote. */
const looseLabel = /^(?:notes|noter|skriver|pennan?)$/iu
const nameAlone =
  /^(?!None|Nil|Inga|Ingen)\p{Lu}[\p{L}'’.-]+(?: (?:(?:von|af|av|de|van|och|and) )?\p{Lu}[\p{L}'’.-]*){0,4}(?: ?\([^()]{1,40}\))?(?:,[^.:]{1,60})?$/u

const unsignedLabel =
  /(?<!\p{L})(?:Datum|Mötesdatum|Sammanträdesdatum|Tid|Plats|Lokal|Dnr|Diarienummer|Ordförande|Sekreterare|Justerare|Date|Time|Place|Venue|Location|Chair|Secretary)(?= \S)/gu

/** "Datum 20 mars 2024 Tid 18–20 Plats Klubbhuset": labels without signs, each before a value that fits it. */
function besideUnsigned(text: string): HeadEntry[] {
  const starts = [...text.matchAll(unsignedLabel)].map(({ index }) => index)
  if (starts[0] !== 0 || text.includes(':') || text.length > 300) return []
  const entries = starts.map((from, at) => unsigned(text.slice(from, starts[at + 1]).replace(/[\s,;]+$/u, '')))
  return entries.every((entry) => entry !== null) ? entries : []
}

/** "Klubbhuset Närvarande: NN, NN": a list of people behind a value is none of it. */
function beforePeople(words: string): { value: string; rest: HeadEntry | null } {
  const found =
    /(?<=\S[.;,|]? +)(?<label>närvarande|deltagare|beslutande|frånvarande|present|participants|attendees|apologies): *(?<names>\S.*)$/iu.exec(
      words,
    )
  const { label, names } = found?.groups ?? {}
  if (found === null || label === undefined || names === undefined) return { value: words, rest: null }
  return { value: words.slice(0, found.index), rest: { field: 'other', label, value: names.trim() } }
}

/**
 * Fields on one line. `raw` with its tabs: "Tid: 13.00–15.30 Plats: Rosenbad", "Plats⇥Rosenbad",
 * "Datum: 2021-11-10 | Tid: 13–15". An entry with an empty value asks for the next line.
 */
export function readHeadLine(raw: string): HeadEntry[] {
  const sure: HeadEntry[] = []
  for (const entry of readEntries(raw)) {
    const loose = looseLabel.test(entry.label) && !(nameAlone.test(entry.value) && /:/u.test(raw))
    const last = sure.at(-1)
    if (!loose) sure.push(entry)
    else if (last === undefined) return []
    else last.value = `${last.value} ${entry.label}: ${entry.value}`.trim()
  }
  return sure
}

/** The same, whatever the labels. */
function readEntries(raw: string): HeadEntry[] {
  const visible = raw
    .replace(/\*\*/gu, '')
    .replace(/(?<=^|[\s|])([*_]{1,2})(\p{L}[^*_:]{0,40}(?::\1|\1:))(?=\s|$)/gu, (_, mark: string, words: string) =>
      words.replace(mark, ''),
    )
    .trim()
    .replace(/\s[·•∙]\s/gu, ' | ')
    .replace(/^[-•*] (?=\p{Lu}[\p{L} ]{1,30}:)/u, '')
  if (visible === '' || visible.length > 600 || tellsOfBreak(visible)) return []
  const text = visible.replace(/ +/gu, ' ')
  const parts = /\||\t| {2,}/u.test(visible)
    ? visible
        .split(/\t+|\||(?: {2,})/u)
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : []
  if (parts.length > 1) {
    const each = parts.map((part) => (part.includes(':') ? (readHeadLine(part)[0] ?? null) : unsigned(part)))
    if (each.every((entry) => entry !== null && entry.value !== '')) return each.filter((entry) => entry !== null)
  }
  const hits = text.includes(':') ? [...text.matchAll(anyLabel)] : []
  const labelled = hits.flatMap((hit, at) => {
    const from = hit.index + hit[0].length
    const to = hits[at + 1]?.index ?? text.length
    const label = hit[1] ?? ''
    const people = beforePeople(text.slice(from, to))
    const own: HeadEntry = {
      field: fieldOf(label) ?? 'other',
      label,
      value: people.value
        .replace(/^[\s|]+|[\s;|,]+$/gu, '')
        .replace(at + 1 < hits.length ? /(?<=\p{L}{3}|\d)\.$/u : /$/u, '')
        .trim(),
    }
    return people.rest === null ? [own] : [own, people.rest]
  })
  const [first] = hits
  if (first !== undefined && first.index === 0) return labelled
  // "Datum 2022-09-08. Plats: Göteborg": only the first label does without a colon.
  if (first !== undefined && /[.;|,)]$/u.test(text.slice(0, first.index).trim())) {
    const before = unsigned(text.slice(0, first.index).replace(/[\s.;|,]+$/u, ''))
    if (before !== null) return [before, ...labelled]
  }
  const cells = visible
    .replace(/^\||\|$/gu, '')
    .split(/\t+|\||(?: {2,})/u)
    .map((cell) => cell.replace(/ +/gu, ' ').trim())
    .filter((cell) => cell !== '')
  if (cells.length >= 2 && !isLabelRow(cells)) {
    const entries: HeadEntry[] = []
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? ''
      const field = fieldOf(cell)
      const own = field === null ? unsigned(cell) : null
      const last = entries.at(-1)
      const next = cells[at + 1]
      // "Underskrifter   Sekreterare   ............": who signs has a label of their own.
      if (at === 0 && cells.length > 2 && field === 'other' && isOfficer(fieldOf(next ?? '') ?? 'other')) continue
      if (field !== null && next !== undefined) {
        entries.push({ field, label: cell, value: next })
        at += 1
      } else if (own !== null && last !== undefined) entries.push(own)
      else if (last === undefined) break
      else last.value = [last.value, cell].join(isOfficer(last.field) ? ', ' : ' ')
    }
    if (entries.length > 0) return entries
  }
  if (cells.length >= 2) {
    const each = cells.map((cell) => unsigned(cell))
    if (each.every((entry) => entry !== null)) return each
  }
  const bracketed = /^([\p{L} /&-]{2,40}\([^)]{1,30}\)) ?: ?(.*)$/u.exec(text)
  const bracketField = bracketed?.[1] === undefined ? null : fieldOf(bracketed[1])
  if (bracketed?.[1] !== undefined && bracketField !== null) {
    return [{ field: bracketField, label: bracketed[1], value: bracketed[2] ?? '' }]
  }
  const beside = besideUnsigned(text)
  if (beside.length > 1) return beside
  const alone = fieldOf(text)
  const single = alone === null ? unsigned(text) : null
  if (single !== null) return [single]
  return alone !== null && /^\p{Lu}/u.test(text) && alone !== 'other' ? [{ field: alone, label: text, value: '' }] : []
}
