/** The sentence of a paragraph in which somebody is named. Pure. */

/** Behind these a full stop ends no sentence; lower case. */
const abbreviations = new Set(
  'bl.a t.ex m.m m.fl o.d d.v.s dvs kl nr dnr resp s.k fr.o.m t.o.m prof dr tel st jfr ev inkl exkl mr mrs ms no'.split(
    ' ',
  ),
)
const segmenter = new Intl.Segmenter('sv', { granularity: 'sentence' })

/** A sign with something behind it: it may end a sentence. */
const inside = /[^\p{L}\p{N} ,]./su

/** Where the sentences of a text begin and end, in UTF-16 units. */
function sentences(text: string): { from: number; to: number }[] {
  // Many a paragraph is one sentence, and that is seen far sooner than where sentences end.
  if (!inside.test(text)) return [{ from: 0, to: text.length }]
  const found: { from: number; to: number }[] = []
  let open: number | null = null
  for (const { segment, index } of segmenter.segment(text)) {
    const from: number = open ?? index
    const last = /(\S+?)[.]\s*$/u.exec(segment)?.[1]?.replace(/^["'(”“»]+/u, '')
    const goesOn = last !== undefined && (/^\p{L}$/u.test(last) || abbreviations.has(last.toLowerCase()))
    if (goesOn && index + segment.length < text.length) open = from
    else {
      found.push({ from, to: index + segment.length })
      open = null
    }
  }
  return found
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')

/** A single letter names nobody: it stands in every sentence. */
export function isFindable(name: string): boolean {
  return [...name].length > 1
}

/** One expression for many names, as whole words; a name may stand in the genitive. Null without names. */
function anyOf(names: readonly string[]): RegExp | null {
  const usable = names.filter(isFindable)
  if (usable.length === 0) return null
  const longestFirst = usable.toSorted((a, b) => b.length - a.length).map(escaped)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?:s|:s)?(?![\\p{L}\\p{N}])`, 'gu')
}

/** Finds the first sentence that names somebody by one of `names`, and not merely as part of one of `others`. */
export function mentionFinder(names: readonly string[], others: readonly string[]): (text: string) => string | null {
  const own = anyOf(names)
  const longer = anyOf(others)
  return (text) => {
    if (own === null) return null
    const taken =
      longer === null ? [] : [...text.matchAll(longer)].map((hit) => [hit.index, hit.index + hit[0].length] as const)
    for (const hit of text.matchAll(own)) {
      const { index } = hit
      const end = index + hit[0].length
      if (taken.some(([from, to]) => from <= index && index < to)) continue
      // A name with a sign in it may run over what looks like the end of a sentence.
      const over = sentences(text).filter(({ from, to }) => from < end && index < to)
      return text.slice(over[0]?.from, over.at(-1)?.to).trim()
    }
    return null
  }
}
