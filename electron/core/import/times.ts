/** Clock times: "kl. 13.00–15.30", "9–11", "1.30 pm", "14h00", "start 14:00 CET, end 15:45 CET". */
import { findDates } from './dates.ts'

interface FoundTimes {
  start: string
  end: string | null
  index: number
  endIndex: number
}

const clock =
  '(\\d{1,2})(?:[.:h](\\d{2})(?!\\d)|(?<=\\d{2})(\\d{2}))?(?: ?(am|pm|a\\.m\\.?|p\\.m\\.?|noon))?(?: ?h(?!\\p{L}))?'
/** "14.00 CET–15.45 CET": the zone stands with each. */
const zone = '(?: ?\\(?(?:CES?T|EES?T|WES?T|GMT|BST|UTC)\\)?)?'
/** "14:00, end 15:45", "öppnades 18.00 och avslutades 19.40": a word, not a stroke, leads to the end. */
const endWord =
  '[,.;]? ?(?:(?:och|and|mötet|sammanträdet|the|meeting) )*(?:(?:av)?slut(?:ade[ts]?|at|ar)?|end(?:s|ed|ing)?|clos(?:es|ed|ing)|finish(?:es|ed|ing)?|adjourned)(?: (?:mötet|sammanträdet|the meeting))?[: ] ?(?:kl(?:ockan)?\\.? ?|ca |at )*'
const signed = '(?:kl(?:ockan)?\\.?:? ?|at +|from +)'
const between = `${zone} ?(?:(?:[-–—]+|till|to|until|tills?|and|och) ?(?:kl(?:ockan)?\\.? ?|ca +)?|${endWord})`
const range = new RegExp(`(${signed})?(?<![\\d.:/-])${clock}${between}${clock}(?![\\d/-]|[.:]\\d)`, 'giu')
const single = new RegExp(`(${signed})?(?<![\\d.:/-])${clock}(?![\\d/-]|[.:]\\d)`, 'giu')

/** What stands behind a bare figure that is no hour. */
const countsSomething =
  /^ (?:\p{Lu}\p{Ll}|(?!(?:in|at|on|to|until|till|by|via|and|for|with|when|o|sharp|the|held|hosted|noon|midnight)(?!\p{L}))\p{Ll})/u

function toClock(hour: string | undefined, minute: string | undefined, half: string | undefined): string | null {
  if (hour === undefined) return null
  let h = Number(hour)
  const m = minute === undefined ? 0 : Number(minute)
  if (half !== undefined) {
    const afternoon = half.toLowerCase().startsWith('p')
    if (h > 12 || h === 0) return null
    if (afternoon && h < 12) h += 12
    if (half.toLowerCase().startsWith('a') && h === 12) h = 0
  }
  if (h > 23 || m > 59) return null
  return `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`
}

/**
 * The first time or span of time in a text. With `expected` (the value of a head field "Tid") bare
 * hours count; else a time needs minutes, "kl" or am/pm. Dates in the text are passed over.
 */
export function findTimes(text: string, expected: boolean): FoundTimes | null {
  let masked = text
  for (const date of findDates(text, { slash: true })) {
    const written = text.slice(date.index, date.end)
    if (/^\d{1,2}\.\d{1,2}$/u.test(written)) continue
    masked = masked.slice(0, date.index) + '¤'.repeat(date.end - date.index) + masked.slice(date.end)
  }
  for (const m of masked.matchAll(range)) {
    const [whole, sign, h1, m1, c1, half1, h2, m2, c2, half2] = m
    const certain =
      expected ||
      sign !== undefined ||
      m1 !== undefined ||
      m2 !== undefined ||
      half1 !== undefined ||
      half2 !== undefined
    if (!certain) continue
    const half = half1 ?? (half2 !== undefined && Number(h1) <= Number(h2) ? half2 : half1)
    const start = toClock(h1, m1 ?? c1, half)
    const end = toClock(h2, m2 ?? c2, half2)
    if (start !== null && end !== null) return { start, end, index: m.index, endIndex: m.index + whole.length }
  }
  for (const m of masked.matchAll(single)) {
    const [whole, sign, hour, minutes, compact, half] = m
    if (!expected && sign === undefined && half === undefined && minutes === undefined) continue
    // "At 22 Cannon Lane", "from 17 flats": a house, a number of something.
    const bare = minutes === undefined && compact === undefined && half === undefined
    if (bare && /^(?:at|from)/iu.test(sign ?? '') && countsSomething.test(masked.slice(m.index + whole.length)))
      continue
    if (expected && sign === undefined && minutes === undefined && compact === undefined && half === undefined) {
      if (masked.trim() !== whole.trim()) continue
    }
    const start = toClock(hour, minutes ?? compact, half)
    if (start !== null) return { start, end: null, index: m.index, endIndex: m.index + whole.length }
  }
  return null
}
