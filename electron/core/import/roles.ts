/** Telling a role ("ledamot", "head of unit") from an organisation ("Näringsdepartementet", "Acme AB"). */
import { anyWord, startsLower, wordsOf } from './words.ts'

const roleWords = new Set(
  `överste överstelöjtnant löjtnant fanjunkare sergeant kommendör adjungerad adjungerade adjunkt administratör advokat akademisekreterare analytiker annonsör ansvarig arkitekt arkivarie artist
  assessor assistent avdelningschef bibliotekarie biträdande bitr borgmästare byggherre byrådirektör chef controller
  dekan departementsråd departementssekreterare direktör disponent docent doktorand domare drottning ekonom elev
  ersättare expert forskare fritidspolitiker förbundsordförande föredragande förtroendevald förvaltare gd
  generaldirektör generalsekreterare gruppledare gäst handläggare hovrättsråd huvudman informatör ingenjör inspektör
  intendent jurist justerare justeringsman justeringsperson kammarråd kanslichef kanslist kansliråd kapten kassör
  kommissarie kommundirektör kommunalråd kommunikatör konsul konsult konstnär koordinator kurator kyrkoherde
  landshövding ledamot ledamöter ledare lektor lärare läkare mentor minister moderator mäklare nämndsekreterare
  nämndeman ombud ombudsman ordf ordförande ordinarie partner partsombud planerare politiker politisk praktikant
  presidium press prodekan professor projektledare prokurator protokollförare psykolog redaktör regionråd rektor
  prorektor representant revisor riksdagsledamot rådgivare rådman sakkunnig samordnare samhällsplanerare
  sammankallande sekr sekreterare sjuksköterska skyddsombud specialist språkrör statsråd statssekreterare stf
  strateg student studierektor suppleant stadsarkitekt styrelseledamot styrelsesuppleant talesperson talman tekniker
  tf tjänsteman tjänstgörande tolk utredare utvecklare valberedning vaktmästare vd verksamhetschef verkställande vice vicevärd
  v.ordf värd åhörare länsråd planeringsråd hovrättsassessor riksdagsman ålderman ämnesråd äldreombud överläkare observatör sköterska vårdnadshavare förälder elev boende pl pi co-pi cto cfo prefekt proprefekt guardian ordföranden sekreteraren ledamöterna ledamoten suppleanten suppleanterna ersättaren ersättarna kassören revisorn revisorerna gästen gästerna solicitor barrister agent physician master harbourmaster midwife pharmacist surgeon therapist members commissioners councillors directors trustees councilmember councilmembers councilor councilors vice-mayor minutes minute-taker convenor convener headteacher
  accountant administrator adviser advisor alderman analyst apologies architect assistant associate attorney auditor
  ceo cfo chair chairman chairperson chairwoman chancellor chief cio clerk co-chair commissioner consultant
  convener convenor coo coordinator councillor counsel counsellor cto curator dean delegate deputy designer developer
  director editor engineer examiner executive expert facilitator fellow founder governor guest head inspector intern
  interpreter investigator journalist lawyer lead leader lecturer liaison librarian manager mayor member minister
  minute-taker moderator nurse observer officer organiser organizer owner partner planner policy postdoc president
  principal producer professor provost rapporteur reader recorder registrar reporter representative researcher resident scientist
  secretary senior specialist speaker spokesperson staff steward strategist student superintendent supervisor surveyor
  teacher technician tenant treasurer trustee vice-chair vice-president visitor volunteer warden`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)

const roleEnding = new RegExp(
  `(?:ordförande|sekreterare|ledamot|ledare|chef|direktör|ansvarig|handläggare|strateg|samordnare|koordinator|utredare|revisor|jurist|ekonom|controller|professor|docent|forskare|lärare|rektor|läkare|sköterska|representant|rådgivare|ombud|suppleant|ersättare|ingenjör|arkitekt|assistent|administratör|specialist|expert|konsult|minister|kommissarie|intendent|inspektör|analytiker|utvecklare|planerare|tekniker|kassör|föredragande|observatör|doktorand|student|politiker|förvaltare|redaktör|kurator|psykolog|tolk|talesperson|justerare|förare|skötare|mästare|ämnesråd|kansliråd|departementsråd|statsråd|kommunalråd|regionråd|borgarråd|värd|vakt|pedagog|terapeut|arbetare|kommunikatör|arkivarie|bibliotekarie|sakkunnig|kontrollant|besiktningsman|talman|fullmäktig|kamrer|sekr|ordf|talesman|huvudman|tjänsteman|ombudsman|justeringsman|förtroendeman|nämndeman|lektor|ägare|sponsor|beställare|företrädare|medlem|vetare|olog|antikvarie|konservator|producent|curator|kommissionär|fogde|mätare|inspektor|adjunkt|teacher|master|physician|keeper|worker|holder|officer|engineer|manager|director|adviser)$`,
  'u',
)

const organisationWords = anyWord([
  'socialdemokraterna',
  'moderaterna',
  'sverigedemokraterna',
  'kristdemokraterna',
  'liberalerna',
  'miljöpartiet de gröna',
  'ab',
  'aktiebolag',
  'hb',
  'kb',
  'gmbh',
  'ltd',
  'inc',
  'llc',
  'llp',
  'plc',
  'corp',
  'oy',
  'a/s',
  'ekonomisk förening',
  'ek\\.? för\\.?',
  'universitet',
  'university',
  'college',
  'school',
  'högskola',
  'högskolan',
  'kth',
  'region',
  'kommun',
  'county',
  'municipality',
  'council',
  'stad',
  'stads?',
  'län',
  'länsstyrelse',
  'länsstyrelsen',
  'landsting',
  'ministry',
  'department',
  'agency',
  'authority',
  'institute',
  'institut',
  'foundation',
  'trust',
  'association',
  'society',
  'union',
  'federation',
  'group',
  'network',
  'nätverk',
  'nätverket',
  'committee',
  'commission',
  'board',
  'centre',
  'center',
  'centrum',
  'laboratory',
  'bank',
  'museum',
  'hospital',
  'förvaltning',
  'förbund',
  'förening',
  'sällskap',
  'akademi',
  'akademin',
  'kansli',
  'kansliet',
  'byrå',
  'bolag',
  'stiftelse',
  'fond',
  'sweden',
  'sverige',
  'svenska',
  'nordic',
  'europe',
  'sjukhus',
  'rk',
  'office',
  'services',
  'consulting',
  'solutions',
  'pharma',
  'biotech',
  'company',
  'housing',
  'management',
  'partners',
  'holdings',
  'systems',
  'technologies',
  'properties',
  'industries',
  'logistics',
  'engineering',
  'solicitors',
  '& son',
  '& sons',
  'architects',
  'construction',
  'studio',
  'robotics',
  'consultants',
  'data',
  'energi',
  'energy',
  'library',
  'standards',
  'forum',
  'konsult',
  'invest',
  'press',
  'media',
])

const organisationEnding =
  /(?:departementet|departement|verket|verk|myndigheten|myndighet|kontoret|kontor|universitet|universitetet|högskola|högskolan|skolan|regionen|kommunen|förbundet|förbund|institutet|institut|rådet|stiftelsen|förvaltningen|förvaltning|nämnden|nämnd|styrelsen|delegationen|inspektionen|föreningen|förening|klubben|sällskapet|akademin|bolaget|bolagen|fonden|banken|sjukhuset|sjukhus|centralen|centrum|centret|byrån|kansliet|enheten|avdelningen|sektionen|kliniken|museet|biblioteket|utskottet|kommittén|kommissionen|beredningen|presidiet|gruppen|nätverket|alliansen|partiet|samfundet|samfälligheten|fakulteten|institutionen|laboratoriet|organisationen|industrierna|företagen|handeln|tjänsten|polisen|domstolen|firman|firma|hovrätten|tingsrätten|ombudsmannen|marknaden|bygg|konsult|teknik|gården|huset|kyrkan|församling|församlingen|verkstad|verkstaden|bageri|bageriet|fabrik|fabriken|koncernen|landstinget|staben|unionen)$/u

/** The word itself is known as a role, in any case. */
export function isKnownRole(word: string): boolean {
  return roleWords.has(word.toLowerCase())
}

/** A word that is a role, or a compound of one. */
export function isRoleWord(word: string): boolean {
  const lower = word.toLowerCase().replace(/[.:]$/u, '')
  if (roleWords.has(lower)) return true
  const bare = /^(?:pro-vice|vice|co|pro|deputy|sub|non|acting)-(?<role>.+)$/u.exec(lower)?.groups?.['role']
  if (bare !== undefined && roleWords.has(bare)) return true
  // The definite form before a name: "ekonomichefen", "direktören".
  if (startsLower(word) && /(?:are|ande|or|ör|ef|ot|ist|ent)e?n$/u.test(lower)) {
    // "horn" ends alike and has nothing to take off.
    const stem = lower.replace(/(?<=are|ande)n$|en$/u, '')
    if (stem !== lower) return isRoleWord(stem)
  }
  if (lower.length < 5 || !roleEnding.test(lower)) return false
  if (lower.endsWith('konsult') && !startsLower(word)) return false
  return true
}

/** True when a word is a role that no family is called: a known one, or a long compound of one. */
export function hasSureRole(text: string): boolean {
  return wordsOf(text).some((word) => {
    const lower = word.toLowerCase()
    return (
      roleWords.has(lower) ||
      /\p{L}{2,}(?:sekreterare|ordförande|ledare|chef|direktör|handläggare|ansvarig|ledamot|samordnare|representant|lektor|professor|strateg|koordinator|utredare|ingenjör|läkare)$/u.test(
        lower,
      )
    )
  })
}

/** A word that in this spelling can only be a role, in lower or upper case. */
export function hasRoleWord(text: string): boolean {
  return wordsOf(text.replace(/\bv\. ?(?=ordf)/giu, 'v')).some(isRoleWord)
}

export function hasOrganisationWord(text: string): boolean {
  if (organisationWords.test(text)) return true
  return wordsOf(text).some((word) => {
    const lower = word.toLowerCase()
    return organisationEnding.test(lower) && lower.length > 4 && !isRoleWord(word)
  })
}

/** "Staff side", "Arbetsgivarsidan": whom somebody sits for. */
const side = / side:?$|sidan:?$/iu

/** "Ordförande", "Sekreterare:", "Vice ordförande": a role alone, as a label in front of a name. */
export function isRoleLabel(label: string): boolean {
  const words = wordsOf(label)
  if (words.length === 0 || words.length > 5 || side.test(label)) return false
  return hasRoleWord(label) && !(hasOrganisationWord(label) && !isRoleWord(words.at(-1) ?? ''))
}

/** Party marks in Swedish minutes: "(S)", "(KD)", "(-)". */
export function isPartyMark(text: string): boolean {
  return /^(?:S|M|SD|C|V|KD|L|MP|FP|FI|KL|-|[A-ZÅÄÖ]{1,4})$/u.test(text.trim())
}
