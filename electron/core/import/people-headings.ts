/** Headings of lists of people: "Närvarande", "Icke tjänstgörande ersättare", "Apologies for absence:". */
import type { AttendanceMode, AttendanceStatus } from '#contract/minutes.ts'
import { fieldOf } from './head-labels.ts'
import { readPlaceHeading } from './place-headings.ts'

export interface PeopleHeading {
  /** Null where the heading says nothing of presence ("Ersättare"); present is then assumed. */
  status: AttendanceStatus | null
  /** What the heading makes of somebody without a role of their own, in the singular. */
  capacity: string | null
  mode: AttendanceMode | null
  organisation: string | null
  /** Names on the heading's own line. */
  rest: string
  /** How it was written, for placing. */
  title: string
  /** A line below that holds the rest of the label. */
  tail?: number
  /** The list is told as a sentence, which may run over lines. */
  said?: boolean
}

/** Words that make a heading one of people, with the capacity they give. */
const keyWords: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ['närvarande', null],
  ['närvarolista', null],
  ['närvaro', null],
  ['närvaroförteckning', null],
  ['deltagare', null],
  ['deltagande', null],
  ['deltagarlista', null],
  ['deltagarförteckning', null],
  ['mötesdeltagare', null],
  ['medverkande', null],
  ['deltog', null],
  ['frånvarande', null],
  ['återbud', null],
  ['tackat', null],
  ['avböjt', null],
  ['secretariat', null],
  ['sekretariat', null],
  ['attendant', null],
  ['med', null],
  ['who', null],
  ['komma', null],
  ['vilka', null],
  ['där', null],
  ['there', null],
  ['närv', null],
  ['frånv', null],
  ['frånvaro', null],
  ['förhinder', null],
  ['sjuka', null],
  ['sjukanmälda', null],
  ['bortresta', null],
  ['förhindrade', null],
  ['förhindrad', null],
  ['beslutande', 'beslutande'],
  ['ledamöter', 'ledamot'],
  ['ledamot', 'ledamot'],
  ['styrelseledamöter', 'styrelseledamot'],
  ['nämndledamöter', 'nämndledamot'],
  ['ersättare', 'ersättare'],
  ['suppleanter', 'suppleant'],
  ['styrelsesuppleanter', 'styrelsesuppleant'],
  ['suppleant', 'suppleant'],
  ['adjungerade', 'adjungerad'],
  ['adjungerad', 'adjungerad'],
  ['gäster', 'gäst'],
  ['gäst', 'gäst'],
  ['inbjudna', 'inbjuden'],
  ['inbjuden', 'inbjuden'],
  ['föredragande', 'föredragande'],
  ['tjänstemän', 'tjänsteman'],
  ['tjänstepersoner', 'tjänsteperson'],
  ['observatörer', 'observatör'],
  ['observatör', 'observatör'],
  ['åhörare', 'åhörare'],
  ['medlemmar', 'medlem'],
  ['kallade', null],
  ['representanter', null],
  ['present', null],
  ['attendees', null],
  ['attendance', null],
  ['attending', null],
  ['participants', null],
  ['participating', null],
  ['apologies', null],
  ['regrets', null],
  ['absent', null],
  ['leave', null],
  ['absentees', null],
  ['excused', null],
  ['members', 'member'],
  ['trustees', 'trustee'],
  ['directors', 'director'],
  ['councillors', 'councillor'],
  ['guests', 'guest'],
  ['guest', 'guest'],
  ['observers', 'observer'],
  ['observer', 'observer'],
  ['visitors', 'visitor'],
  ['presenters', 'presenter'],
  ['speakers', 'speaker'],
  ['alternates', 'alternate'],
  ['substitutes', 'substitute'],
  ['deputies', 'deputy'],
  ['staff', null],
  ['officers', 'officer'],
])

/** Before these a word nobody foresaw may stand ("Digitala deltagare"): names below prove it. */
const strongKeys = new Set([
  'närvarande',
  'deltagare',
  'ledamöter',
  'frånvarande',
  'present',
  'attendees',
  'participants',
  'absent',
  'members',
])

/** Words that may stand beside a key word. */
const sideWords = new Set(
  `roll roller roles enligt därutöver dessutom härutöver vidare utöver ytterligare additionally närvarade vi hade möjlighet där there vilka som kom kunde nej gjorde lokalen digitala digital apologies large övriga övrig övr inkallade inkallad även också samt och ordinarie valda tjänstgörande icke ej inte vid på mötet möte sammanträdet sammanträde
  stämman årsmötet dagens följande var har hade anmält anmäld anmälda meddelat plats distans via digitalt teams zoom skype länk
  telefon fysiskt i sal rummet med med yttranderätt närvarorätt utan rösträtt röstberättigade från styrelsen nämnden kommittén
  gruppen för av kansliet sekretariatet del under hela delar tjänsteman styrelsens nämndens gruppens utskottets fackliga
  personalföreträdare personalrepresentanter lista över förteckning politiker externa interna extern intern andra personer person
  the at of and in for from also other others not voting non-voting nonvoting meeting list received absence board committee
  council were was following invited were external internal remote remotely online person by phone video with staff those
  co-opted full alternate substitute ex officio virtual virtually on-site site teaching student governing`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)

const qualifiers = ['icke tjänstgörande', 'ej tjänstgörande', 'inte tjänstgörande', 'tjänstgörande', 'ordinarie']

function statusOf(title: string): AttendanceStatus | null {
  if (
    /förhinder|förhindra|^sjuk|bortresta|återbud|tackat nej|avböjt|with apologies|anmäl[dt]a? frånvaro|apologi|regrets|excused|leave of absence|^on leave/iu.test(
      title,
    )
  )
    return 'excused'
  if (
    /frånv|absen[tc]|deltog (?:ej|inte|icke)|(?:ej|inte|icke) (?:närvarande|deltagande|deltog|deltagit|med|på plats|komma|delta)|not (?:present|there|in attendance|attending)|unable to attend|non-?attend/iu.test(
      title,
    )
  ) {
    return /apologies for absence/iu.test(title) ? 'excused' : 'absent'
  }
  return /^med$|(?:^| )med$|(?:var|were|was) (?:där|there)|närv|deltag|deltog|medverk|present|attend|participa/iu.test(
    title,
  )
    ? 'present'
    : null
}

function modeOf(title: string): AttendanceMode | null {
  if (/distans|digital|teams|zoom|skype|webex|meet$|länk|skärm|uppkoppl|online|remote|virtual|video/iu.test(title))
    return 'remote'
  if (/telefon|phone|dialled/iu.test(title)) return 'phone'
  return /på plats|fysiskt|on-?site|in person|i rummet|i lokalen|in the (?:meeting )?room|in room|i sal/iu.test(title)
    ? 'room'
    : null
}

function capacityOf(words: readonly string[], title: string): string | null {
  const lower = title.toLocaleLowerCase('sv')
  const naming = words.map((word) => keyWords.get(word) ?? null).filter((capacity) => capacity !== null)
  const capacity = naming.length === 1 ? (naming[0] ?? null) : naming.length === 0 ? null : (naming.at(-1) ?? null)
  if (capacity === null || (naming.length > 1 && / och | samt | and |[/,]/u.test(lower))) return null
  if (/^(?:övriga|other) /iu.test(lower) && capacity !== 'ersättare') return null
  const qualifier = qualifiers.find((phrase) => lower.includes(phrase))
  return qualifier !== undefined && qualifier !== 'ordinarie' && /ersättare|suppleant/u.test(capacity)
    ? `${qualifier} ${capacity}`
    : capacity
}

/** "Studentrepresentanter" → "studentrepresentant"; null when the word is no plural of a role. */
function singularRole(word: string): string | null {
  const tries: ReadonlyArray<readonly [RegExp, string]> = [
    [
      /(?:representanter|revisorer|experter|konsulter|specialister|observatörer|inspektörer|ekonomer|jurister|studenter|assistenter|politiker)$/u,
      'er',
    ],
    [/(?:chefer|direktörer|professorer|docenter|rektorer)$/u, 'er'],
    [/ledamöter$/u, ''],
    [/(?:ledare|företrädare|ombud|handläggare|läkare|lärare|forskare|samordnare|utredare|rådgivare|sakkunniga)$/u, '='],
  ]
  for (const [pattern, ending] of tries) {
    if (!pattern.test(word) || word.length < 6) continue
    if (ending === '=') return word.replace(/sakkunniga$/u, 'sakkunnig')
    if (ending === '') return word.replace(/ledamöter$/u, 'ledamot')
    return word.endsWith('politiker') ? word : word.slice(0, -2)
  }
  const english =
    /^(?:.*-)?(?:representative|officer|director|trustee|adviser|advisor|manager|consultant|expert|delegate)s$/u
  return english.test(word) ? word.slice(0, -1) : null
}

/** "Närvarande var NN och NN", "Apologies were received from …": a list told as a sentence. */
const saidSentence =
  /^(?<title>(?:närvarande|deltagare|deltagande|frånvarande|apologies(?: for absence)?|present|(?:har )?anmält förhinder|vid mötet deltog|på mötet deltog|deltog|i mötet deltog|förhinder)(?: på mötet| vid mötet)?(?: var| är| har| were| was| have been)?(?: (?:anmälts av|anmält|received|given|sent|noted))?(?: from| by| av)?) (?<rest>[\p{L}\d].+)$/iu
/** "Närvarande för arbetsgivaren", "Deltagare från Luftverket": for whom those below took part. */
const forWhom =
  /^(?:närvarande|deltagare|deltagande|frånvarande|ledamöter|representanter|ersättare|present|attending|participants|members|representatives|absent) (?:för|från|hos|ur|for|from|representing|of|i(?= \p{L}*(?:rådet|gruppen|styrelsen|nämnden|utskottet|nätverket|kommittén|delegationen|panelen|forumet))) (?<whom>[^:.,;]{2,60})$/iu

/** Only people stand under these; "Ledamöter och ersättare" too. Running text never passes. */
export function readPeopleHeading(line: string, sentences = false): PeopleHeading | null {
  if (line.length > 4000) return null
  const said = sentences ? saidSentence.exec(line) : null
  if (
    said?.groups?.['title'] !== undefined &&
    said.groups['rest'] !== undefined &&
    /^(?:\p{Lu}|(?:cirka |ca |totalt |about )?\d{1,4} \p{Ll}{3,}[^,;]{0,60}$)/u.test(said.groups['rest'])
  ) {
    const title = said.groups['title']
    return {
      status: statusOf(title),
      capacity: null,
      mode: null,
      organisation: null,
      rest: said.groups['rest'].replace(/(?<=\p{L}{3})\.$/u, ''),
      title,
      said: true,
    }
  }
  const place = readPlaceHeading(line)
  if (place !== null) {
    const { title, rest, side } = place
    return {
      status: null,
      capacity: null,
      mode: side ? null : (modeOf(title) ?? 'room'),
      organisation: null,
      rest,
      title,
    }
  }
  const cutAt = line.search(/[:\t]| [–—-] (?=\p{Lu})/u)
  const title = (cutAt >= 0 ? line.slice(0, cutAt) : line).replace(/\s*\(.*?\)\s*$/u, '').trim()
  const bracket = /\(([^)]*)\)\s*$/u.exec(cutAt >= 0 ? line.slice(0, cutAt) : line)?.[1] ?? ''
  const rest =
    cutAt >= 0
      ? line
          .slice(cutAt + 1)
          .replace(/^\s*[–—-] /u, '')
          .trim()
      : ''
  if (title.length > 70 || title === '') return null
  if (!/^\p{Lu}/u.test(title) && cutAt < 0) return null
  const bare = title.replace(/^(?:bilaga|appendix) \d+[.:]? ?/iu, '')
  const whom = forWhom.exec(bare)?.groups?.['whom']
  if (whom !== undefined) {
    const title = bare.split(' ')[0] ?? bare
    return {
      status: statusOf(title),
      capacity: capacityOf([title.toLocaleLowerCase('sv')], title),
      mode: null,
      organisation: /^\p{Lu}/u.test(whom) ? whom : null,
      rest,
      title: bare,
    }
  }
  const words = bare
    .toLocaleLowerCase('sv')
    .split(/[\s/,&+]+/u)
    .filter((word) => word !== '')
  if (words.length === 0 || words.length > 8) return null
  // "Bolagsverket – ej närvarande": who, and that nobody came.
  const dash = words.findIndex((word) => /^[-–—]$/u.test(word))
  if (dash > 0 && words.slice(0, dash).every((word) => !keyWords.has(word) && !sideWords.has(word))) return null
  const adjourned =
    /^(?:tjänstgörande|icke tjänstgörande|ej tjänstgörande|tjg|övriga|not there|inte där|in attendance|inbjudna|kallade|others)$/iu.test(
      bare,
    )
  const plural = words.length <= 3 && fieldOf(bare) === null ? singularRole(words.at(-1) ?? '') : null
  const key = words.some((word) => keyWords.has(word))
  if (!adjourned && !key && plural === null) return null
  const fits = (word: string, at: number): boolean =>
    keyWords.has(word) ||
    (words.length <= 4 &&
      words.length > 1 &&
      at < words.length - 1 &&
      strongKeys.has(words.at(-1) ?? '') &&
      /^\p{L}{3,}$/u.test(word)) ||
    sideWords.has(word) ||
    /^[-–]$/u.test(word) ||
    (plural !== null && at === words.length - 1) ||
    (words.length <= 3 && /^\p{L}{3,}s$/u.test(word))
  if (!words.every((word, at) => fits(word, at))) return null
  if (
    words[0] === 'som' ||
    (words.includes('med') &&
      (cutAt < 0 || words.at(-1) !== 'med') &&
      !words.some((word) => word !== 'med' && keyWords.has(word))) ||
    (words[0] === 'på' && words.length > 3)
  )
    return null
  if (
    /^(?:deltog|närvaro|representanter|staff|officers|directors|members|medlemmar|attending|ledamot)$/iu.test(bare) &&
    cutAt < 0 &&
    words.length === 1
  ) {
    if (!/^(?:närvaro|medlemmar|members|staff|directors|officers)$/iu.test(bare)) return null
  }
  const tjg = /^(?:(icke |ej )?tjänstgörande|tjg)$/iu.exec(bare)
  return {
    status: statusOf(bare),
    capacity:
      tjg === null
        ? key
          ? capacityOf(words, bare)
          : plural
        : `${(tjg[1] ?? '').toLowerCase()}tjänstgörande ersättare`,
    mode: modeOf(`${bare} ${bracket}`),
    organisation: /^\p{Lu}/u.test(bracket) && modeOf(bracket) === null && !/\d/u.test(bracket) ? bracket : null,
    rest,
    title,
  }
}
