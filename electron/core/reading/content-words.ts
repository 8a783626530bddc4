/** The words of a text that tell what it is about, without endings that Swedish and English words change. */

const small = new Set(
  `och att det som en ett den de i på av för till med om är var har inte från vid kan ska skall samt eller men så när där hur vad vi ni
  man sig sin sina sitt blir blev under över efter inom mellan genom även också denna detta dessa alla flera olika nya ny arbete arbetet
  the of and to in a an is was for on with by at from that this these those as be are were or it its has have will into their our
  about which who what how life science framåt`.split(/\s+/u),
)

const ending = /(?:arnas|ernas|ornas|arna|erna|orna|ens|ets|ans|ar|er|or|en|et|an|na|s|n|ing|ings)$/u

/** A telling word: as the text has it, and lower-case without a common ending, for comparing. */
export type ContentWord = { written: string; stem: string }

/** As {@link contentWords}, each with the word as written. */
export function writtenWords(text: string): ContentWord[] {
  return (text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).flatMap((written) => {
    const word = written.toLocaleLowerCase('sv')
    if (word.length <= 2 || small.has(word)) return []
    return [{ written, stem: word.length > 6 ? word.replace(ending, '') : word }]
  })
}

/** Lower case, small words left out, common endings off. */
export function contentWords(text: string): string[] {
  return writtenWords(text).map(({ stem }) => stem)
}

/** Share of `words` that stand in `other`, by equality or a common start of six letters. */
export function overlap(words: readonly string[], other: readonly string[]): number {
  if (words.length === 0) return 0
  const set = new Set(other)
  const hits = words.filter(
    (word) =>
      set.has(word) ||
      (word.length >= 8 && other.some((one) => one.length >= 8 && one.slice(0, 8) === word.slice(0, 8))),
  )
  return hits.length / words.length
}
