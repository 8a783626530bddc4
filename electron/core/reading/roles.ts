/** Titles and roles: what a word for a person's work or seat tells. */
import { hasRoleWord, hasSureRole } from '#core/import/roles.ts'
import { healthWords } from '#core/privacy/sensitive.ts'

/** A role that is a task or a seat rather than employment, by its title. First match wins. */
const roles: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s|-)(?:\p{L}|-)*minister(?:n)?(?:\s|$)|statsråd|secretary of state/iu, 'statsråd'],
  [
    /(?:vice|v\.|1:e vice|2:e vice|förste vice|andre vice|deputy|vice-) ?(?:\p{L}*ordförande|ordf\.?|chair\p{L}*)/iu,
    'vice ordförande',
  ],
  [/styrelseordförande|ordförande|(?:^|\s)ordf\.?(?:\s|$)|chair(?:man|woman|person)?(?:\s|$|,)/iu, 'ordförande'],
  [/champion|talesperson|spokesperson|talesman|språkrör/iu, 'talesperson'],
  [/kontaktperson|contact person|presskontakt|(?:^|\s)kontakt(?:\s|$)/iu, 'kontaktperson'],
  [/sammankallande|convenor|convener/iu, 'sammankallande'],
  [/suppleant|ersättare|alternate|deputy member/iu, 'ersättare'],
  [/ledamot|ledamöter|board member|council member|trustee|(?:^|\s)member(?:\s|$)|adjungerad/iu, 'ledamot'],
  [/(?:lärar|student|arbetstagar|personal|doktorand)representant/iu, 'ledamot'],
  [/samordnare|koordinator|coordinator/iu, 'samordnare'],
  [/projektledare|project (?:leader|manager|lead)/iu, 'projektledare'],
  [/programledare|programme (?:manager|director)/iu, 'programledare'],
  [/kassör|treasurer/iu, 'kassör'],
  [/^(?:sekreterare|secretary|mötessekreterare)$/iu, 'sekreterare'],
  [/revisor|auditor/iu, 'revisor'],
  [/valberedning/iu, 'valberedning'],
  [/särskild utredare|(?:^|\s)utredare/iu, 'utredare'],
  [/fotograf|photographer/iu, 'fotograf'],
  [/moderator/iu, 'moderator'],
]

const notEmployed = /^(?:med)?(?:grundare|founder|co-founder|anhörig\p{L}*|student|pensionär|volontär|ambassadör)/iu

/** Role of a title; "anställd" for work, the first word of it where it is none. */
export function roleOf(title: string): string | null {
  const plain = title.trim()
  if (plain === '') return null
  const found = roles.find(([pattern]) => pattern.test(plain))
  if (found !== undefined) return found[1]
  if (healthWords(plain) !== null) {
    // The role is open to everybody: it never repeats the word that tells of health.
    const rest = plain.split(/ (?:och|and|samt|&) |, /u).filter((part) => healthWords(part) === null)
    return rest.length === 0 ? null : roleOf(rest.join(' '))
  }
  if (notEmployed.test(plain)) return (/^[\p{L}-]+/u.exec(plain)?.[0] ?? plain).toLocaleLowerCase('sv')
  return 'anställd'
}

/** The seat that outlives its holders, of titles that are one: a minister's. Written without a capital or article. */
export function postOf(title: string): string | null {
  const plain = title.trim().replace(/[.,;:]$/u, '')
  if (!/minister/iu.test(plain) || /(?:f\.d\.|före detta|tidigare|former|förre|tillträdande) /iu.test(plain))
    return null
  return plain.charAt(0).toLocaleLowerCase('sv') + plain.slice(1).replace(/ministern$/u, 'minister')
}

const more =
  /(?:^|\s)(?:föreståndare|VD|vd|GD|CEO|CTO|CFO|COO|CIO|chef\p{L}*|\p{L}*chef|head of|director|direktör|grundare|founder|spetspatient|forskare|minister(?:n)?|\p{L}*minister(?:n)?|generalsekreterare|rektor|professor|docent|landshövding|ordförande|champion|samordnaren?|projektledaren?|president|statsminister|biskop|ärkebiskop|abbot|prefekt|dekanus|dekan|prost|doktorand|förbundsdirektör|regiondirektör|kommundirektör|borgmästare|utredaren?|ambassadör|verksamhetsledare|vicerektor|prorektor|enhetschef|programchef|redaktör|vetenskapsjournalist|författare|moderator|artist|entreprenör|innovationsledare|näringslivsutvecklare|kurator|klinikchef|överläkare|sjuksköterska|barnmorska|apotekare|patientföreträdare|fotograf|general|överste|polismästare|rikspolischef|länspolismästare|partiledare|statssekreterare|riksdagsledamot|regionråd|oppositionsråd|kommunalråd|kyrkoherde|lead|manager|officer|chair|secretary-general|ombudsman|commissioner|officer|scientist|lecturer|fellow|nurse|physician|surgeon)(?:\s|$|[,.;:)])/iu

/** What somebody is there as who speaks of their own: by itself a title, among other words none. */
const isStanding = (text: string) =>
  /^(?:\p{L}*patient|patientombud(?:sman)?|brukare|anhörig|närstående|peer[ -]?supporter)$/iu.test(text.trim())

/** True when words hold a title or role. */
export function hasTitle(text: string): boolean {
  return isStanding(text) || hasSureRole(text) || more.test(text) || hasRoleWord(text)
}

/** A single word that is surely a title, also with a capital: "Näringsminister", "VD". */
export function isTitleWord(word: string): boolean {
  const plain = word.replace(/[.,:;]$/u, '')
  if (/^\p{L}{6,}(?:en|n|et)$/u.test(plain) && hasSureRole(plain.replace(/(?:en|et|n)$/u, ''))) return true
  return (
    /^(?:VD|GD|CEO|CTO|CFO|COO|Vice|Tf|Tillförordnad|Biträdande|Dr|Prof)$/u.test(plain) ||
    hasSureRole(plain) ||
    more.test(plain) ||
    isStanding(plain)
  )
}
