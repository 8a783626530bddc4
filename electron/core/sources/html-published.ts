/** When a page says that it was made public and changed: in meta elements, in marked times, in data for search engines. */
import { isDay } from '#contract/calendar.ts'
import type { StatedPublication } from '#core/reading/publication.ts'

type Which = 'from' | 'to'

/** What comes first says it best; what stands last may mean any date. */
const names: readonly (readonly [name: string, which: Which])[] = [
  ['article:published_time', 'from'],
  ['og:article:published_time', 'from'],
  ['datepublished', 'from'],
  ['dcterms.issued', 'from'],
  ['dc.date.issued', 'from'],
  ['dcterms.available', 'from'],
  ['parsely-pub-date', 'from'],
  ['pubdate', 'from'],
  ['publishdate', 'from'],
  ['publication_date', 'from'],
  ['article:modified_time', 'to'],
  ['og:article:modified_time', 'to'],
  ['datemodified', 'to'],
  ['dcterms.modified', 'to'],
  ['dc.date.modified', 'to'],
  ['og:updated_time', 'to'],
  ['dcterms.created', 'from'],
  ['dc.date.created', 'from'],
  ['dcterms.date', 'from'],
  ['dc.date', 'from'],
  ['date', 'from'],
]
const places = new Map(names.map(([name, which], place) => [name, { which, place }]))

/** Longer data are of a shop or a feed, not of a text. */
const mostData = 200_000
const mostDepth = 6

/** The day that a machine-readable date begins with, as it is written there; null when it is none. */
function dayIn(value: string): string | null {
  const day = /^\s*(\d{4}-\d{2}-\d{2})(?![\d-])/u.exec(value)?.[1]
  return day !== undefined && isDay(day) ? day : null
}

type Told = { which: Which; place: number; day: string }

/** What data for search engines (JSON-LD) say of the page's own article: the first that is told, outermost first. */
function inData(data: string): Told[] {
  if (data.length > mostData) return []
  let level: unknown[]
  try {
    level = [JSON.parse(data)]
  } catch {
    return []
  }
  for (let depth = 0; depth < mostDepth && level.length > 0; depth += 1) {
    const told = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.entries(one) : []))
    const found = told.flatMap(([key, value]): Told[] => {
      const known = places.get(key.toLowerCase())
      const day = typeof value === 'string' ? dayIn(value) : null
      return known === undefined || day === null || !key.toLowerCase().startsWith('date') ? [] : [{ ...known, day }]
    })
    if (found.some(({ which }) => which === 'from')) return found
    level = told.map(([, value]): unknown => value)
  }
  return []
}

export class PublishedFinder {
  readonly #told: Told[] = []
  #data: string | null = null

  #keep(name: string | undefined, value: string | undefined): void {
    const known = places.get((name ?? '').trim().toLowerCase())
    const day = dayIn(value ?? '')
    if (known !== undefined && day !== null) this.#told.push({ ...known, day })
  }

  element(name: string, attributes: Readonly<Record<string, string>>): void {
    const { content, datetime, itemprop, property, class: classes = '' } = attributes
    if (name === 'script') this.#data = /^\s*application\/ld\+json/iu.test(attributes['type'] ?? '') ? '' : null
    if (name === 'meta')
      for (const one of [property, attributes['name'], itemprop, attributes['http-equiv']]) this.#keep(one, content)
    else this.#keep(itemprop, datetime ?? content)
    if (name !== 'time') return
    const marks = classes.toLowerCase().split(/\s+/u)
    if ('pubdate' in attributes || marks.includes('published')) this.#keep('datepublished', datetime)
    if (marks.includes('updated') && !marks.includes('published')) this.#keep('datemodified', datetime)
  }

  /** Text wherever it stands; only that of data is looked at. */
  text(words: string): void {
    if (this.#data !== null && this.#data.length <= mostData) this.#data += words
  }

  close(name: string): void {
    if (name !== 'script' || this.#data === null) return
    this.#told.push(...inData(this.#data))
    this.#data = null
  }

  /** From the day of publication to that of the last change, when that is later; null when no day of publication is told. */
  found(): StatedPublication | null {
    const best = (which: Which) =>
      this.#told.filter((one) => one.which === which).toSorted((a, b) => a.place - b.place)[0]?.day ?? null
    const [from, to] = [best('from'), best('to')]
    return from === null ? null : { from, to: to !== null && to > from ? to : from }
  }
}
