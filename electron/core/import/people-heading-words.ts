/** The words that headings of people are made of, and what those they name are in the singular. */

/** Words that make a heading one of people, with the capacity they give. */
export const keyWords: ReadonlyMap<string, string | null> = new Map<string, string | null>([
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
  ['apols', null],
  ['apol', null],
  ['borta', null],
  ['sorry', null],
  ['invitation', null],
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
export const strongKeys = new Set([
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
export const sideWords = new Set(
  `roll roller roles enligt därutöver dessutom härutöver vidare utöver ytterligare additionally närvarade vi hade möjlighet där there vilka som kom kunde nej gjorde lokalen digitala digital apologies large övriga övrig övr inkallade inkallad även också samt och ordinarie valda tjänstgörande icke ej inte vid på mötet möte sammanträdet sammanträde träffen nätverksträffen samrådet samtalet avstämningen
  stämman årsmötet dagens följande var har hade anmält anmäld anmälda meddelat plats distans via digitalt teams zoom skype länk
  telefon fysiskt i sal rummet med med yttranderätt närvarorätt utan rösträtt röstberättigade från styrelsen nämnden kommittén
  gruppen för av kansliet sekretariatet del under hela delar tjänsteman styrelsens nämndens gruppens utskottets fackliga
  personalföreträdare personalrepresentanter lista över förteckning politiker externa interna extern intern andra personer person
  the at of and in for from also other others not voting non-voting nonvoting meeting list received absence board committee
  council were was following invited were external internal remote remotely online person by phone video with staff those
  giltigt laga förfall co-opted full alternate substitute ex officio virtual virtually on-site site teaching student governing`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)

const qualifiers = ['icke tjänstgörande', 'ej tjänstgörande', 'inte tjänstgörande', 'tjänstgörande', 'ordinarie']

/** What a heading of these words makes of somebody; null where it names several kinds of people, or none. */
export function capacityOf(words: readonly string[], title: string): string | null {
  const lower = title.toLowerCase()
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
export function singularRole(word: string): string | null {
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
