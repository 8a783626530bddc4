/** Decisions of two sentences: what one proposes and the next agrees to. */

const proposed =
  /(?:föreslog|föreslår|yrkade|yrkar|begärde|önskade|ville|undrade om inte|proposed|proposes|suggested|suggests|asked|requested|recommended|moved)(?: [^,.;:]{1,40})?,? (?<that>(?:att|that) .+)$/iu
const agreedTo =
  /^(?:(?:this|that|it|the proposal|the suggestion) (?:was|is) (?:\p{L}+ )?(?:agreed|accepted|approved|adopted)|agreed|so agreed|all agreed|(?:det|detta|förslaget|yrkandet) (?:godkändes|godkänns|bifölls|bifalls|beslutades|antogs)|så beslutades|(?:mötet|styrelsen|nämnden|gruppen|rådet) (?:biföll (?:förslaget|yrkandet)|beslutade (?:så|enligt förslaget)|beslutar (?:så|enligt förslaget)))(?: (?:unanimously|enhälligt|by all|med acklamation))?\.?$/iu

/** "Carried.", "Vote: 14 for, 3 against.", "Seconded by Pete.": how it went, between what was proposed and its end. */
const passed =
  /^(?:(?:the )?(?:motion|proposal) )?(?:was )?(?:carried|passed|agreed|approved|bifalles|bifölls|antogs)(?: (?:unanimously|enhälligt|nem\.? con\.?|on a show of hands|by .{3,30}))?\.?$/iu
const between =
  /^(?:seconded|vote|votes|voting|all in favou?r|in favou?r|for|against|opposed|abstain(?:ed|ing)|abstentions?|omröstning|votering|röster)(?!\p{L}).{0,100}$/iu

/** Sentences proposed and carried with the seconder and the count between them; null where it is not so. */
export function carriedBefore(sentences: ReadonlyArray<{ text: string }>, at: number): string | null {
  if (!passed.test(sentences[at]?.text ?? '')) return null
  let from = at - 1
  while (from >= 0 && between.test(sentences[from]?.text ?? '')) from -= 1
  const that = proposed.exec(sentences[from]?.text ?? '')?.groups?.['that']
  return that ?? null
}

/** How what is moved at `at` went: the sentence behind the seconder and the count; empty where none follows. */
export function outcomeOf(sentences: ReadonlyArray<{ text: string }>, at: number): string {
  let behind = at + 1
  while (behind < sentences.length && between.test(sentences[behind]?.text ?? '')) behind += 1
  return sentences[behind]?.text ?? ''
}

/** "This was agreed.", "Mötet biföll förslaget.": what the sentence above proposed is decided. Null where it is not so. */
export function agreedBefore(sentence: string, above: string | undefined): string | null {
  if (above === undefined || !agreedTo.test(sentence)) return null
  return proposed.exec(above)?.groups?.['that'] ?? null
}
