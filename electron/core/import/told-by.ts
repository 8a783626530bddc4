/** Sentences that tell who took part, with for whom in front: "Från Region Väst deltog NN och NN." */

/** "Från Region Väst deltog NN", "Av styrelsen deltog NN": for whom, and who. */
const fromThem =
  /^(?<lead>Från|För|Av) (?<whom>[\p{L}][^.,:;]{1,80}?) (?:deltog|medverkade|närvarade|(?:var|kom|fanns)(?= (?:(?:även|också|dessutom) )?(?:närvarande|med|på plats) )) (?:(?:även|också|dessutom) )?(?:(?:med|närvarande|på plats) )?(?<rest>\p{Lu}.+)$/u
/** "Dessutom deltog NN", "Som gäst medverkade NN". */
const besides =
  /^(?:(?:Dessutom|Därutöver|Vidare|Även|Också|Härutöver|I övrigt|Digitalt|På distans|På länk|Vid mötet|På mötet) (?:deltog|medverkade|närvarade)|Som (?<kind>gäst|observatör|adjungerad|åhörare)(?:er|e)? (?:deltog|medverkade|närvarade|fanns)) (?:(?:även|också|dessutom) )?(?<rest>\p{Lu}.+)$/u

interface ToldBy {
  organisation: string | null
  capacity: string | null
  /** The names, as written. */
  rest: string
  title: string
}

/** Null for any other sentence. */
export function toldBy(sentence: string): ToldBy | null {
  if (sentence.length > 3000 || !/ (?:deltog|medverkade|närvarade|kom|fanns|var) /u.test(sentence)) return null
  const { lead, whom, rest } = fromThem.exec(sentence)?.groups ?? {}
  const plain = (names: string): string => names.replace(/(?<=\p{L}{2})\.$/u, '')
  if (whom !== undefined && rest !== undefined)
    // "Av styrelsen deltog" tells which of those who met were there.
    return { organisation: lead === 'Av' ? null : whom, capacity: null, rest: plain(rest), title: `${lead} ${whom}` }
  const beside = besides.exec(sentence)?.groups
  return beside?.['rest'] === undefined
    ? null
    : { organisation: null, capacity: beside['kind'] ?? null, rest: plain(beside['rest']), title: '' }
}
