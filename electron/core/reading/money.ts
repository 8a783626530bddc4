/** Sums of money in Swedish and English texts, in whole kronor. */
import { countOf, countWord } from '#core/import/count-words.ts'

export interface Amount {
  /** Null where the currency is another, or a sum is not a figure. */
  sek: number | null
  text: string
  start: number
  end: number
}

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:miljard(?:er)?|mdr|mdkr|billions?|bn)/iu, 1_000_000_000],
  [/^(?:miljon(?:er)?|mnkr|mkr|mn|millions?|m)/iu, 1_000_000],
  [/^(?:tusen|tkr|thousand|kkr)/iu, 1_000],
]
const figure = String.raw`(?<number>\d{1,3}(?:[ \u00A0\u202F.]\d{3})+|\d+(?:[.,]\d+)?)`
const inWords = String.raw`(?<words>en halv|en och en halv|half a|${countWord})`
const unit = String.raw`(?<unit>miljarder|miljard|mdr|mdkr|miljoner|miljon|mnkr|mkr|tkr|tusen|billion|million|thousand)`
const currency = String.raw`(?<currency>kronor|konor|kr|sek|svenska kronor|swedish kronor|euro|eur|€|dollar|usd|danska kronor|norska kronor|dkk|nok|pund)`
const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}\d])(?<currency>SEK|EUR|€|USD) ?${figure}(?: ?${unit}| ?(?<short>bn|m|mn)(?![\p{L}]))?`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d.,])(?:${figure}|${inWords}) ${unit}(?: ${currency})?(?:\/år| per år| om året| årligen| per year| a year| annually)?(?![\p{L}\d])`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d.,])${figure} ?${currency}(?![\p{L}\d])(?:\/år| per år| om året| årligen| per year)?`,
    'giu',
  ),
]
/** Halves in words, which no count has. */
const halves: Readonly<Record<string, number>> = { 'en halv': 0.5, 'half a': 0.5, 'en och en halv': 1.5 }

function valueOf(text: string): number {
  const grouped = /^\d{1,3}(?:[ \u00A0\u202F.]\d{3})+$/u.test(text)
  return Number(grouped ? text.replace(/[^\d]/gu, '') : text.replace(',', '.'))
}

/** Sums of a text in order. "16 miljoner" without a currency counts as kronor only beside words of paying. */
export function findAmounts(text: string): Amount[] {
  const found: Amount[] = []
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {}
      const start = match.index
      const end = start + match[0].length
      if (found.some((one) => start < one.end && one.start < end)) continue
      const currencyWord = groups['currency']?.toLowerCase()
      if (
        currencyWord === undefined &&
        !/^(?:mnkr|mkr|mdkr|tkr)$/iu.test(groups['unit'] ?? '') &&
        !/satsa|avsätt|betala|anslå|tillför|tilldela|bidra|finansier|skjut|invester|stöd|funding|grant|fund|budget|anslag|medel|kost/iu.test(
          text.slice(Math.max(0, start - 90), end + 40),
        )
      )
        continue
      const rank = groups['unit'] ?? groups['short'] ?? ''
      const times = rank === '' ? 1 : (units.find(([one]) => one.test(rank))?.[1] ?? 1)
      const words = groups['words'] ?? ''
      const count =
        groups['number'] === undefined ? (halves[words.toLowerCase()] ?? countOf(words)) : valueOf(groups['number'])
      const kronor =
        currencyWord === undefined || /^(?:kronor|konor|kr|sek|svenska kronor|swedish kronor)$/u.test(currencyWord)
      const sek = kronor && Number.isFinite(count) ? Math.round(count * times) : null
      found.push({ sek: sek !== null && Number.isSafeInteger(sek) ? sek : null, text: match[0].trim(), start, end })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** Whole kronor in words that are about money alone: "3,7 miljoner", "16 000 kr"; null when they name no one such sum. */
export function kronorIn(text: string): number | null {
  // A word of paying before it lets a sum without a currency be one.
  const sums = [`budget ${text}`, `${text} kr`].map(findAmounts).find((found) => found.length > 0)
  return sums?.length === 1 ? (sums[0]?.sek ?? null) : null
}
