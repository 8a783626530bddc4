/** Titles of columns in tables of people, and what stands below each. */

export type ColumnRole =
  | 'number'
  | 'name'
  | 'organisation'
  | 'role'
  | 'kind'
  | 'presence'
  | 'initials'
  | 'delegation'
  | 'instead'
  | 'items'
  | 'note'
  | 'other'

const titles: ReadonlyArray<readonly [ColumnRole, RegExp]> = [
  ['number', /^(?:nr|no|#|n:o)$/iu],
  [
    'name',
    /^(?:(?:för- och efter|full ?)?namn|(?:full |first and last )?name|deltagare|ledamot|ledamöter|beslutande|ersättare|suppleant(?:er)?|participants?|members?|attendees?|delegates?|person|experts?|sakkunnig(?:a)?|vem|who|representant(?:er)?|representatives?|medlem(?:mar)?|närvarande)$/iu,
  ],
  [
    'organisation',
    /^(?:org|organisation|organization|företag|company|firma|bolag|partner|partners?|kommun|region|myndighet|representing|represents|representerar|repr|affiliation|arbetsgivare|employer|parti|party|enhet|avdelning|förvaltning|department|dept|unit|division|institution|förening|country|land|klass|class|municipality|team|skola|school|arbetsplats|hemvist|verksamhet|för)$/iu,
  ],
  [
    'role',
    /^(?:roll|role|funktion|function|titel|title|job title|uppdrag|position|befattning|capacity|yrke|ansvar|område)$/iu,
  ],
  [
    'presence',
    /^(?:när|närv\p{L}*|present|attend\p{L}*|deltog|deltar|deltagande|deltagit|status|form|mode|på plats|ej|frånv\p{L}*|absent|närvarande ja\/nej|ja\/nej|yes\/no|ja|nej|yes|tjg|tjänstgör(?:ande)?)$/iu,
  ],
  [
    'delegation',
    /^(?:national (?:body|committee|member)|member (?:body|state)|delegation|nationell kommitté|medlemsorgan)$/iu,
  ],
  ['kind', /^(?:category|kategori|type of \p{L}+|typ av \p{L}+)$/iu],
  ['instead', /^(?:tjänstgör för|tjg för|ersätter|i stället för|istället för|replacing|deputy for|substitute for)$/iu],
  ['items', /^(?:paragraf(?:er)?|§§?|punkt(?:er)?|ärenden|items?)$/iu],
  [
    'initials',
    /^(?:init|initialer|initials?|sign|signatur|signature|distr|distribution|e-?post|e-?mail|tel|telefon|phone|mobil|förk)$/iu,
  ],
  ['note', /^(?:anm|anmärkning(?:ar)?|kommentar(?:er)?|comments?|notes?|noteringar?|övrigt|remarks)$/iu],
]

/** What stands below a title; null for a title nobody knows. "Närvarande" is a column of names unless one stands before it. */
export function columnRole(title: string, named: boolean): ColumnRole | null {
  const bare = title
    .replace(/ ?\([^()]*\)/gu, '')
    .replace(/[.:?*]+$/u, '')
    .trim()
  const roles = titles.filter(([, pattern]) => pattern.test(bare)).map(([role]) => role)
  if (named && /^(?:ersättare|suppleant(?:er)?|ledamot|ledamöter)$/iu.test(bare)) return 'name'
  return roles.find((role) => role !== 'name' || !named) ?? null
}
