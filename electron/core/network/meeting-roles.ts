/** What somebody was at a meeting says nothing of what they are in the organisation they speak for. */

const roles =
  /^(?:(?:icke |ej |inte )?(?:tjänstgörande |ordinarie )?(?:beslutande|ledamot|ersättare|suppleant)|(?:(?:1:e|2:e|3:e|förste|andre|tredje|v\.?|vice|mötes|tf\.?|t\.f\.) ?)*(?:ordförande|sekreterare)|mötesordförande|nämndsekreterare|mötessekreterare|protokollförare|justerare|adjungerad|gäst|inbjuden|föredragande|observatör|åhörare|deltagare|guest|invited|member|deputy(?: member)?|substitute|(?:vice[- ]|deputy )?chair(?:man|woman|person)?|secretary|adjuster|co-?opted|observer|participant|presenter)$/iu

/** The part of a capacity that may be held in an organisation: "VD" of "gäst, VD"; null of "ledamot". */
export function ofOrganisation(capacity: string | null): string | null {
  const held = (capacity ?? '').split(/, ?/u).filter((part) => part.trim() !== '' && !roles.test(part.trim()))
  return held.length === 0 ? null : held.join(', ')
}
