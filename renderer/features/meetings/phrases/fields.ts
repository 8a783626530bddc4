/** Places of a phrase that are filled in where it is used: {words in braces}. Pure. */

export type Place = { name: string; from: number; to: number }

const pattern = /\{([^{}\n\t]{1,60})\}/gu

export function placesIn(text: string): Place[] {
  return [...text.matchAll(pattern)].map((found) => ({
    name: (found[1] ?? '').trim(),
    from: found.index,
    to: found.index + found[0].length,
  }))
}

/** Puts in what is known; the rest stays a place to fill in. */
export function filled(text: string, known: ReadonlyMap<string, string>): string {
  return text.replace(pattern, (place: string, name: string) => known.get(name.trim().toLowerCase()) ?? place)
}

const people = new Set(['namn', 'name', 'vem', 'who', 'ordförande', 'chair', 'sekreterare', 'secretary', 'person'])
/** Whether a place holds somebody's name. */
export const isName = ({ name }: Place) => people.has(name.toLowerCase())

/** The place behind `offset`, else the first; before it, else the last, when going back. Null when there is none other. */
export function nextPlace(text: string, offset: number, way: 1 | -1): Place | null {
  const places = placesIn(text)
  if (way > 0) return places.find(({ from }) => from >= offset) ?? places.find(({ to }) => to < offset) ?? null
  return places.findLast(({ to }) => to <= offset) ?? places.findLast(({ from }) => from > offset) ?? null
}
