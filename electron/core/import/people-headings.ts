/** Headings of lists of people: "Närvarande", "Icke tjänstgörande ersättare", "Apologies for absence:". */
import type { AttendanceMode, AttendanceStatus } from '#contract/minutes.ts'
import { fieldOf } from './head-labels.ts'
import { monthName, noMarks, takeMarks } from './marks.ts'
import { capacityOf, keyWords, sideWords, singularRole, strongKeys } from './people-heading-words.ts'
import { readPlaceHeading } from './place-headings.ts'
import { toldBy } from './told-by.ts'

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
  /** For which items those below took part ("Gäst, punkt 3"). */
  items?: string
  /** It stands inside a column with a label of its own. */
  nested?: boolean
  /** A line below that holds the rest of the label. */
  tail?: number
  /** A sentence behind the names, which says something else. */
  after?: string
  /** The list is told as a sentence, which may run over lines. */
  said?: boolean
  /** The names end with the heading's own line. */
  whole?: boolean
}

function statusOf(title: string): AttendanceStatus | null {
  if (
    /förhinder|förhindra|^sjuk|bortresta|återbud|tackat nej|avböjt|with apologies|anmäl[dt]a? frånvaro|frånvarande med anmälan|apol(?:ogi|s?$)|^borta$|^sorry$|giltigt förfall|laga förfall|regrets|excused|leave of absence|^on leave/iu.test(
      title,
    )
  )
    return 'excused'
  if (
    /frånv|absen[tc]|deltog (?:ej|inte|icke)|(?:ej|inte|icke) (?:närvarande|deltagande|deltog|deltagit|med|på plats|komma|delta|där|här)|not (?:present|there|here|in attendance|attending)|unable to attend|non-?attend/iu.test(
      title,
    )
  ) {
    return /apologies for absence/iu.test(title) ? 'excused' : 'absent'
  }
  return /^med$|(?:^| )med$|^med (?:på|vid|var)(?: |$)|(?:var|were|was) (?:där|there)|närv|deltag|deltog|medverk|present|attend|participa/iu.test(
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

/** Cheap test before the long pattern. */
export const toldPresence =
  / (?:was|were|var|är) (?:\p{L}+ )?(?:present|in attendance|absent|there|närvarande|frånvarande|med|där)(?: |\.|$)| närvarade/iu
/** "NN, NN and NN were present.": a list told as a sentence that opens with the names. */
const namesFirst =
  /^(?:quorum[:.] ?)?(?<rest>\p{Lu}[^.:]{0,300}?(?:,| and | och | samt )[^.:]{0,300}?),? (?<title>(?:was|were) (?:(?:also|all) )?(?:present|in attendance|absent|there)|(?:var|är) (?:(?:också|även|alla) )?(?:närvarande|frånvarande|med|där)|närvarade)(?: (?:på|vid) mötet| at the meeting)?\.?$/iu

/** "Närvarande var NN och NN", "Apologies were received from …": a list told as a sentence. */
const saidSentence =
  /^(?<title>(?:närvarande|deltagare|deltagande|frånvarande|apologies(?: for absence)?|present|(?:har )?anmält förhinder|vid mötet deltog|på mötet deltog|med(?: på mötet)?(?= var )|deltog|i mötet deltog|förhinder)(?: på mötet| vid mötet)?(?: med anmälan| med anmält förfall)?(?: var| är| har| hade| were| was| have been)?(?: (?:anmälts av|anmält|received|given|sent|noted))?(?: from| by| av)?) (?<rest>[\p{L}\d].+)$/iu
/** "Närvarande för arbetsgivaren", "Deltagare från Luftverket": for whom those below took part. */
const forWhom =
  /^(?:närvarande|deltagare|deltagande|frånvarande|ledamöter|representanter|ersättare|present|attending|participants|members|representatives|absent) (?:för|från|hos|ur|for|from|representing|of|i(?= \p{L}*(?:rådet|gruppen|styrelsen|nämnden|utskottet|nätverket|kommittén|delegationen|panelen|forumet))) (?<whom>[^:.,;]{2,60})$/iu

/** "There were 23 residents there, plus:", "Närvarande: 14 medlemmar samt:": so many, and by name those below. */
const countedThen =
  /^(?:there (?:were|was)|present|in attendance|attendance|närvarande|deltagare|det var|vi var|på mötet var)(?![\p{L}])[^.;]{0,60}\d[^.;]{0,60} (?:plus|as well as|along with|together with|and|samt|och|jämte|dessutom)(?: \p{Ll}+){0,2}:$/iu
/** "Sorry they couldn’t come:", "Could not attend:" */
const couldNot =
  /(?:^|(?<= ))(?:(?:kunde|kan) (?:tyvärr )?(?:inte|ej) (?:delta|komma|medverka|närvara|vara med)|(?:could(?:n[’']t| not)|can(?:[’']t|not)|unable to|not able to) (?:come|make it|be (?:there|present|with us)|attend|join(?: us)?))$/iu

function toldHeading(title: string, status: AttendanceStatus | null, rest = ''): PeopleHeading {
  return { status, capacity: null, mode: null, organisation: null, rest, title }
}

/** "Gäst via Teams, punkt 3", "Inbjudna (§§ 4–5):": for which items those below took part. */
const forItems =
  /^(?<who>\p{Lu}[^:;.(\d§]{2,50}?),? \(?(?<items>(?:(?:för|vid|under|endast|for|during) )?(?:§§? ?|(?:punkt(?:en|erna)?|p\.|items?) )\d{1,3}(?:\.\d{1,2})?(?: ?(?:[–,-]|och|and) ?\d{1,3}(?:\.\d{1,2})?)*)\)?(?<names>:.*)?$/u

/** "Guest on 5 June", "Inbjudna den 12 mars": on which of several days those below took part. */
const forDay = new RegExp(
  `^(?<who>\\p{Lu}[^:;.(\\d]{2,40}?),? \\(?(?:on |den |endast )(?<day>\\d{1,2} ${monthName})\\)?(?<names>:.*)?$`,
  'iu',
)

/** "Med på mötet" over those who came. */
const withUs =
  /^(?:med|inte med|ej med) (?:på|vid) \p{L}*(?:mötet|sammanträdet|träffen|samrådet|samtalet|avstämningen)$/iu

/** "Vilka var med?", "Who came?": a heading that asks. */
const asked =
  /^(?:vilka|vem|who) (?:var|kom|kunde|deltog|närvarade|came|was|were|could|couldn[’']t|attended|took part)(?: (?:inte|ej|not|komma|delta|närvara|vara|come|be|make it|tyvärr|med|där|här|på|vid|plats|mötet|dagens|there|here|present|at|the|meeting))* ?\?$/iu
/** "Förhindrade att delta", "Prevented from attending": what they could not do says no more than that. */
const fromWhat = /(?<=^(?:\p{L}+ )?förhindrade?) (?:från )?att (?:delta|närvara|medverka|komma|vara med)$/iu

/** "Arbetsgivarens företrädare", "Studenternas representanter": whose they are is part of it. */
function ofWhom(words: readonly string[], plural: string | null): string | null {
  const [whose = '', ...more] = words
  return plural !== null && more.length === 1 && /^\p{L}{4,}s$/u.test(whose) && !sideWords.has(whose)
    ? `${whose} ${plural}`
    : plural
}

/** Only people stand under these; "Ledamöter och ersättare" too. Running text never passes. */
export function readPeopleHeading(line: string, sentences = false): PeopleHeading | null {
  if (line.length > 4000) return null
  const { who, items, names } = (/\d/u.test(line) ? forItems.exec(line) : null)?.groups ?? {}
  if (who !== undefined && items !== undefined) {
    const whole = readPeopleHeading(`${who}${names ?? ''}`, sentences)
    const marks = noMarks()
    takeMarks(items, marks)
    if (whole !== null && marks.items !== null) return { ...whole, items: marks.items }
  }
  const onDay = /\d/u.test(line) ? forDay.exec(line)?.groups : undefined
  if (onDay?.['who'] !== undefined && onDay['day'] !== undefined) {
    const whole = readPeopleHeading(`${onDay['who']}${onDay['names'] ?? ''}`, sentences)
    if (whole !== null && whole.status === null) return { ...whole, items: onDay['day'] }
  }
  if (countedThen.test(line)) return toldHeading(line.replace(/:$/u, ''), 'present')
  if (line.length < 60 && asked.test(line)) {
    const title = line.replace(/ ?\?$/u, '')
    return toldHeading(title, statusOf(title) ?? 'present')
  }
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
      whole: /\p{L}{3}\.$/u.test(said.groups['rest']) && !/\. \p{Lu}/u.test(said.groups['rest']),
    }
  }
  const by = sentences ? toldBy(line) : null
  if (by !== null) return { status: 'present', mode: null, said: true, ...by }
  const opening = sentences && line.length < 500 && toldPresence.test(line) ? namesFirst.exec(line)?.groups : undefined
  if (opening?.['title'] !== undefined && opening['rest'] !== undefined)
    return toldHeading(opening['title'], statusOf(opening['title']), opening['rest'])
  const place = readPlaceHeading(line)
  if (place !== null) {
    const { title, rest, side } = place
    return {
      status: null,
      capacity: null,
      mode: side ? null : (modeOf(title) ?? 'room'),
      organisation: side && rest !== '' ? title : null,
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
  if (
    couldNot.test(title) &&
    (cutAt >= 0 ? title.split(' ').length < 9 : /^(?:kunde|could|unable)(?!\p{L})/iu.test(title))
  )
    return toldHeading(title, /^sorry|apolog/iu.test(title) ? 'excused' : 'absent', rest)
  const bare = title.replace(/^(?:bilaga|appendix) \d+[.:]? ?/iu, '').replace(fromWhat, '')
  const whom = forWhom.exec(bare)?.groups?.['whom']
  if (whom !== undefined) {
    const title = bare.split(' ')[0] ?? bare
    return {
      status: statusOf(title),
      capacity: capacityOf([title.toLowerCase()], title),
      mode: null,
      organisation: /^\p{Lu}/u.test(whom) ? whom : null,
      rest,
      title: bare,
    }
  }
  const words = bare
    .toLowerCase()
    .split(/[\s/,&+]+/u)
    // "Närvaro- och yttranderätt"
    .map((word) => word.replace(/(?<=\p{L})-$/u, ''))
    .filter((word) => word !== '')
  if (words.length === 0 || words.length > 8) return null
  // "Bolagsverket – ej närvarande": who, and that nobody came.
  const dash = words.findIndex((word) => /^[-–—]$/u.test(word))
  if (dash > 0 && words.slice(0, dash).every((word) => !keyWords.has(word) && !sideWords.has(word))) return null
  const adjourned =
    /^(?:tjänstgörande|icke tjänstgörande|ej tjänstgörande|tjg|övriga|not there|inte där|in attendance|inbjudna|kallade|others|roll[- ]?call|upprop)$/iu.test(
      bare,
    ) ||
    (sentences && line[cutAt] === ':' && /^(?:dessutom|därutöver|härutöver|also|in addition|besides)$/iu.test(bare))
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
  if (!adjourned && !words.every((word, at) => fits(word, at))) return null
  if (
    words[0] === 'som' ||
    (words.includes('med') &&
      !withUs.test(bare) &&
      (cutAt < 0 || words.at(-1) !== 'med') &&
      !words.some((word) => word !== 'med' && keyWords.has(word))) ||
    (words[0] === 'på' && words.length > 3)
  )
    return null
  if (
    /^(?:deltog|närvaro|representanter|staff|officers|directors|members|medlemmar|ledamot)$/iu.test(bare) &&
    cutAt < 0 &&
    words.length === 1
  ) {
    if (!/^(?:närvaro|medlemmar|members|staff|directors|officers)$/iu.test(bare)) return null
  }
  const whose = ofWhom(words, plural)
  const tjg = /^(?:(icke |ej )?tjänstgörande|tjg)$/iu.exec(bare)
  return {
    status: statusOf(bare),
    capacity:
      tjg === null
        ? key
          ? (capacityOf(words, bare) ?? (whose === plural ? null : whose))
          : whose
        : `${(tjg[1] ?? '').toLowerCase()}tjänstgörande ersättare`,
    mode: modeOf(`${bare} ${bracket}`),
    organisation: /^\p{Lu}/u.test(bracket) && modeOf(bracket) === null && !/\d/u.test(bracket) ? bracket : null,
    rest,
    title,
  }
}
