/** Swedish or English, by the small words of the text. */
const swedish =
  /(?<!\p{L})(?:och|att|för|med|som|av|är|inte|till|på|den|det|möte|mötet|närvarande|beslut|ordförande|frågor|från|vid|om|ett|en|har)(?!\p{L})/giu
const english =
  /(?<!\p{L})(?:the|and|of|to|for|with|that|is|was|were|meeting|minutes|present|by|from|be|were|agreed|item|action|chair)(?!\p{L})/giu

const probe = 30_000

export function languageOf(text: string): 'sv' | 'en' {
  const start = text.slice(0, probe)
  const sv = (start.match(swedish)?.length ?? 0) + (start.match(/[åäö]/giu)?.length ?? 0) * 0.2
  const en = start.match(english)?.length ?? 0
  return en > sv ? 'en' : 'sv'
}
