/** Words that tell of somebody's health. Pure. */

/** Beginnings of words; a Swedish compound may carry them first or last ("spetspatient", "patientföreträdare"). */
const health =
  /(?:^|[^\p{L}])(?:\p{L}*patient(?!\p{L}*(?:säkerhet|nämnd|data|avgift|register|lag))\p{L}*|\p{L}*sjukskriv\p{L}*|\p{L}*överlevare|cancersjuk\p{L}*|kroniskt? sjuk\p{L}*|lived experience|survivor)/iu

/** The words of a title that tell of health, or null. A union of patients, or a law, tells of nobody's health. */
export function healthWords(title: string): string | null {
  const found = health.exec(title)
  return found === null ? null : found[0].replace(/^[^\p{L}]+/u, '')
}
