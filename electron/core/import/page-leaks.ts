/** A printed page number that slid into a sentence: "… och 1 frågor lyftes". */
interface Leak {
  /** The line as it would read without the number. */
  suggestion: string
  index: number
}

const joints =
  'och|att|men|eller|samt|som|för|med|av|om|till|i|på|den|det|de|en|ett|från|vid|under|mellan|inom|utan|and|that|but|or|the|of|for|with|which|who|to|in|on|by|from|a|an'
const swedishPlural =
  /^(?!januari|oktober|september|november|december|meter|liter|timmar|kronor|euro|per$|eller$|under$|efter$|över$|inte$|dollar|år$|hektar|dagar$|gånger$|inför$|mer$|fler$|utöver$|kommer$|har$|är$|var$|säger$|ser$|ger$|blir$|gör$|får$|går$|står$|samt$|kvar$|där$|här$|när$|denna|sektor$|chef|styrelse|junior|senior|faktor|motor|doktor)[\p{Ll}-]{3,}(?:or|ar|er|orna|arna|erna)$/u
const englishJoint = /^(?:and|that|but|or|the|of|for|with|which|who|in|on|an)$/iu
const englishPlural = /^(?!as$|is$|was$|this|plus$|minus$|s$)[\p{Ll}-]{3,}(?<!s)s$/u
const cannotFollow =
  /^(?:och|att|som|men|är|var|har|hade|ska|skulle|kan|kunde|bör|måste|blev|blir|lyftes|framfördes|diskuterades|konstaterades|noterades|det|den|de|vi|han|hon|detta|denna|dessa|inte|även|också|sedan|därefter|the|that|this|is|was|were|are|has|have|had|they|we|he|she|it|not|also|which|who)$/iu
const labels =
  /(?:punkt|punkterna|bilaga|alternativ|version|fas|steg|etapp|grupp|del|kapitel|avsnitt|figur|tabell|sida|paragraf|§|nr|nummer|vecka|år|klass|nivå|artikel|item|appendix|phase|step|stage|part|section|figure|table|page|number|week|level|article|option|wp|kl|klockan|den|rum|sal|hus|linje|prio|mål|spår|område)\.?$/iu

const candidate = new RegExp(`(?<![\\p{L}\\d])(?<before>${joints}) (?<number>\\d{1,3}) (?<after>[\\p{L}-]+)`, 'giu')

/** The first leaked page number of a line's text; null when all numbers make sense. */
export function findLeak(text: string): Leak | null {
  if (text.length > 20_000) return null
  for (const match of text.matchAll(candidate)) {
    const { before = '', number = '', after = '' } = match.groups ?? {}
    if (
      labels.test(text.slice(0, match.index).trimEnd()) ||
      (/^(?:den|i|till|av|på|to|of|in|on|by|from|från|the|vid|under|mellan|or|eller)$/iu.test(before) &&
        /^(?:och|and|or|eller|är|is|was|var|the|that|det|den|även)$/iu.test(after))
    )
      continue
    if (/\d[\s%]*$/u.test(text.slice(0, match.index))) continue
    const plural =
      number === '1' &&
      (englishJoint.test(before) ? englishPlural.test(after) : swedishPlural.test(after)) &&
      !/^(?:i|på|to|by|from|från|mellan)$/iu.test(before)
    const stuck = /^(?:och|att|men|samt|som|and|that|but|which|who)$/iu.test(before) && cannotFollow.test(after)
    if (!plural && !stuck) continue
    const at = match.index + before.length
    return { suggestion: text.slice(0, at) + text.slice(at + 1 + number.length), index: at + 1 }
  }
  return null
}
