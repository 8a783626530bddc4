/** Cutting running text into sentences without stumbling over abbreviations and dates. */

const abbreviation =
  /(?:^|[\s(])(?:bl\.a|t\.ex|t\.o\.m|fr\.o\.m|m\.m|m\.fl|d\.v\.s|dvs|osv|o\.s\.v|s\.k|f\.d|f\.n|p\.g\.a|e\.d|i\.e|e\.g|etc|dr|prof|doc|st|kl|nr|no|ca|c:a|resp|inkl|exkl|max|min|tel|mr|mrs|ms|vs|approx|sid|ev|ang|enl|ordf|sekr|bitr|tf|jfr|bil|dir|vol|fig|art|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec|u\.a|o\.d|p|\p{Lu}|\d{1,2})\.$/iu

interface Sentence {
  text: string
  /** Place in the text searched. */
  index: number
}

/** Sentences with their places. Closing quotes and brackets stay with their sentence. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = []
  const border = /[.!?…]+["”“’»)\]]*(?=\s+["“”»(–-]?\s?[\p{Lu}\d])/gu
  let from = 0
  const push = (to: number): void => {
    const raw = text.slice(from, to)
    const trimmed = raw.trim()
    if (trimmed !== '') found.push({ text: trimmed, index: from + raw.indexOf(trimmed.slice(0, 1)) })
    from = to
  }
  for (const match of text.matchAll(border)) {
    const end = match.index + match[0].length
    if (match[0] === '.') {
      const before = text.slice(Math.max(from, end - 14), end)
      const behind = text.slice(end, end + 4).trimStart()
      const whole = wordToo.test(before) && !counts.test(behind)
      if (!whole && abbreviation.test(before) && !endsLikeSentence(before, behind.slice(0, 1))) continue
    }
    push(end)
  }
  push(text.length)
  return found
}

/** Words that are none but abbreviations in front of what they count: "bil. 3", "bil. A". */
const wordToo = /(?:^|\s)bil\.$/iu
/** "3", "A,", "A och B": what an appendix is called by. */
const counts = /^(?:\d|\p{Lu}(?!\p{L}))/u

const monthAlone = /(?:^|\p{L}{2} )(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec)\.$/iu

/** "… möte 5. Nästa …": a number or initial before the stop may still end a sentence. */
function endsLikeSentence(before: string, next: string): boolean {
  // "i 2 A. Tor skriver": a stairway or a class, no initial.
  if (/(?<!(?:§|p\.?|punkt|nr|no\.?|item) )(?<!\d)\d{1,2} \p{Lu}\.$/iu.test(before)) return /\p{Lu}/u.test(next)
  // "före jul. Anna …": a month is shortened behind its day.
  if (monthAlone.test(before)) return /\p{Lu}/u.test(next)
  if (/\d\.$/u.test(before))
    return (
      /\p{Lu}/u.test(next) &&
      !/(?:nr|no|§|punkt)\.? ?\d+\.$/iu.test(before) &&
      /\s\d{1,4}\.$|[.:]\d{2}\.$/u.test(before)
    )
  return false
}
