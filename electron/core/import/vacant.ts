/** Entries of a list that name nobody: seats without a holder, and an organisation's attendance told without a name. */
import { bulletMark } from './lines.ts'
import { noMarks, readBareMark, takeMarks } from './marks.ts'

const seat = '(?:plats|post|stol|mandat|säte|seat|position|place)'
const vacant = new RegExp(
  `^(?:${seat} )?(?:vakant|vakans|vacant|vacancy|n\\.? ?n\\.?|(?:ännu )?ej tillsatt|(?:ej|inte) utsedd|obesatt|not (?:yet )?appointed|to be appointed|tba|tbd)(?: ${seat})?\\.?$`,
  'iu',
)

/** "Vakant", "N.N.", "(vakant)", "Vakant plats", "Vakant (M)", "Vakant, Region Syd", "Region Syd: vakant". */
export function isVacant(text: string): boolean {
  if (text.length > 100) return false
  // "Ledarna – ej representerade"
  if (/(?:: | [–—-] |, )(?:(?:ej|inte) representera[dt]e?|ingen representant|not represented)\.?$/iu.test(text))
    return true
  const bare = text
    .slice(bulletMark(text))
    .replace(/^\d{1,4}[.):]?\s+/u, '')
    .trim()
  const whole = /^[([](?<inside>[^()[\]]+)[)\]]$/u.exec(bare)?.groups?.['inside'] ?? bare.replace(/\([^()]*\)/gu, ' ')
  const [first = ''] = whole.replace(/^[^:,;]{2,60}: /u, '').split(/[,;]| [–—-] /u)
  return vacant.test(first.replace(/\s+/gu, ' ').trim())
}

const parted =
  /^(?<who>[\p{L}\d][^:;,()\t|]{1,60}?)(?:: ?|, | [–—-] | {2,}|\t+ *| ?\| ?| \((?=[^()]+\)$))(?<mark>[^:()]{1,60})\)?[.!]*$/u

/** True for words that only say how somebody took part ("förhinder", "via Teams"). */
function isOnlyMark(words: string): boolean {
  if (
    /^(?:ingen|inga|none|nobody|(?:ingen|inga|nobody|no one) (?:kom|deltog|närvarande|här|där|came|attended|present)|ingen representant|no representative|(?:ej|inte) representera[dt]e?|not represented)$/iu.test(
      words,
    )
  )
    return true
  return takeMarks(words, noMarks()).trim() === '' || readBareMark(words, noMarks())
}

/**
 * True for an entry that names nobody: a vacant seat, or an organisation with a mark ("Bolagsverket: förhinder").
 * Whoever asks has found no person on it.
 */
export function namesNobody(text: string): boolean {
  if (isVacant(text)) return true
  const mark =
    text.length > 140 ? undefined : parted.exec(text.trim().slice(bulletMark(text.trim())).trim())?.groups?.['mark']
  return mark !== undefined && isOnlyMark(mark.trim())
}
