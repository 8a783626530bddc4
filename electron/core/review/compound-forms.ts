/** Which words are forms of one compound: "handlingsplanen", "handlingsplanernas" and "handlingsplan". */

/** Endings of a form of a noun and what they stand in place of; one word may have several readings. */
const readings: readonly (readonly [ending: RegExp, instead: readonly string[]])[] = [
  [/(?:en|et)$/u, ['']],
  [/(?<=[aeoå])n$|(?<=e)t$|(?<=e)na$/u, ['']],
  [/(?<=[bdfgjklmnprstv])arna$/u, ['', 'e', 'are']],
  [/(?<=[bdfgjklmnprstv])erna$/u, ['', 'e']],
  [/orna$/u, ['a']],
  [/(?<=[bdfgjklmnprstv])or$/u, ['a']],
]
/** The bare plural ends as the present tense does: "projekt startar". */
const barePlural: typeof readings = [[/(?<=[bdfgjklmnprstv])(?:ar|er)$/u, ['', 'e']]]

function read(word: string, by: typeof readings): string[] {
  return by.flatMap(([ending, instead]) => (ending.test(word) ? instead.map((put) => word.replace(ending, put)) : []))
}

/** The definite and the plural forms that a heading or a name may have are other forms of the same. */
const wholeEnding = /(?:en|et|[aeo]rna|[aeo]r|ena)$/u

/** What the register or a heading writes, with what it may be a form of. Lower case. */
export function basesOf(word: string): string[] {
  return wholeEnding.test(word) ? [word, ...read(word, [...readings, ...barePlural])] : [word]
}

/** What a word may be a form of, itself first; `sure` leaves out the endings that verbs share ("startar", "stöds"). */
export function formsOf(word: string, sure: boolean): string[] {
  const by = sure ? readings : [...readings, ...barePlural]
  const genitive = (sure ? /(?<=(?:[aeoå]n|et|na))s$/u : /(?<!s)s$/u).test(word) ? [word.slice(0, -1)] : []
  return [word, ...genitive].flatMap((one) => [one, ...read(one, by)])
}
