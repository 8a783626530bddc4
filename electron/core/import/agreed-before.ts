/** Decisions of two sentences: what one proposes and the next agrees to. */

const proposed =
  /(?:föreslog|föreslår|yrkade|yrkar|begärde|önskade|ville|undrade om inte|proposed|proposes|suggested|suggests|asked|requested|recommended|moved)(?: [^,.;:]{1,40})?,? (?<that>(?:att|that) .+)$/iu
const agreedTo =
  /^(?:(?:this|that|it|the proposal|the suggestion) (?:was|is) (?:\p{L}+ )?(?:agreed|accepted|approved|adopted)|agreed|so agreed|all agreed|(?:det|detta|förslaget|yrkandet) (?:godkändes|godkänns|bifölls|bifalls|beslutades|antogs)|så beslutades|(?:mötet|styrelsen|nämnden|gruppen|rådet) (?:biföll (?:förslaget|yrkandet)|beslutade (?:så|enligt förslaget)|beslutar (?:så|enligt förslaget)))(?: (?:unanimously|enhälligt|by all|med acklamation))?\.?$/iu

/** "This was agreed.", "Mötet biföll förslaget.": what the sentence above proposed is decided. Null where it is not so. */
export function agreedBefore(sentence: string, above: string | undefined): string | null {
  if (above === undefined || !agreedTo.test(sentence)) return null
  return proposed.exec(above)?.groups?.['that'] ?? null
}
