/** Finding by a few letters. å, ä and ö are letters of their own, but whoever types none still finds them. */

/** Lower case with marks taken off, one character for one: positions stay those of the text. */
export function fold(text: string): string {
  return [...text]
    .map((sign) => {
      const bare = sign.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
      return bare.length === sign.length ? bare : sign
    })
    .join('')
}

/** A word of the query: é and ü are forgiven, a typed å, ä or ö means just that letter. */
function asked(word: string): string {
  return [...word].map((sign) => ('åäö'.includes(sign) ? sign : fold(sign))).join('')
}

export type Hit = { score: number; ranges: readonly (readonly [number, number])[] }

const wordStart = (text: string, index: number) => index === 0 || /[^\p{L}\p{N}]/u.test(text[index - 1] ?? ' ')

/** One word of the query inside the text: whole at a word's start, anywhere, or letter by letter; null when it is not there. */
function findWord(word: string, text: string): Hit | null {
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    if (wordStart(text, from)) return { score: from === 0 ? 100 : 80, ranges: [[from, from + word.length]] }
  }
  const inside = text.indexOf(word)
  if (inside >= 0) return { score: 50, ranges: [[inside, inside + word.length]] }
  const ranges: [number, number][] = []
  let at = 0
  let starts = 0
  for (const sign of word) {
    const found = text.indexOf(sign, at)
    if (found < 0) return null
    if (wordStart(text, found)) starts += 1
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === found) last[1] = found + 1
    else ranges.push([found, found + 1])
    at = found + 1
  }
  // Letters strewn about mean nothing; the first letters of words do ("am" is Anna Malm).
  return starts >= ranges.length || ranges.length <= 2 ? { score: 20 + starts, ranges } : null
}

/** Every word of the query must be there; null when one is not. Exact letters count more than forgiven marks. */
export function fuzzy(query: string, text: string): Hit | null {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return { score: 0, ranges: [] }
  const lower = text.toLowerCase().length === text.length ? text.toLowerCase() : fold(text)
  const folded = fold(text)
  let score = 0
  const ranges: (readonly [number, number])[] = []
  for (const word of words) {
    const exact = findWord(word, lower)
    const forgiven = exact === null ? findWord(asked(word), folded) : null
    const hit = exact ?? forgiven
    if (hit === null) return null
    score += hit.score - (exact === null ? 10 : 0)
    ranges.push(...hit.ranges)
  }
  return { score: score / words.length - text.length / 1000, ranges: merged(ranges) }
}

function merged(ranges: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0])
  const out: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = out.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}
