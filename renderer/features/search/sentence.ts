/** The sentence of a text around a place. Pure. */

/** Behind these a full stop ends no sentence; lower case. */
const abbreviations = new Set(
  'bl.a t.ex m.m m.fl o.d d.v.s dvs kl nr dnr resp s.k fr.o.m t.o.m prof dr tel st jfr ev inkl exkl mr mrs ms no'.split(
    ' ',
  ),
)
const segmenter = new Intl.Segmenter('sv', { granularity: 'sentence' })

function goesOn(segment: string): boolean {
  const last = /(\S+?)[.]\s*$/u.exec(segment)?.[1]?.replace(/^["'(”“»]+/u, '')
  return last !== undefined && (/^\p{L}$/u.test(last) || abbreviations.has(last.toLowerCase()))
}

/** From and to of the sentence that holds `at`, in UTF-16 units, without spaces around it. */
export function sentenceAt(text: string, at: number): { from: number; to: number } {
  let from = 0
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length
    if (goesOn(segment) && end < text.length) continue
    if (at < end || end === text.length) {
      const sentence = text.slice(from, end)
      const lead = sentence.length - sentence.trimStart().length
      return { from: from + lead, to: from + Math.max(sentence.trimEnd().length, lead) }
    }
    from = end
  }
  return { from: 0, to: text.length }
}
