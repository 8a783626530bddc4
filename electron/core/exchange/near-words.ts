/** Finds the few words of many that are like a given one, by their lengths and letters first. Pure. */
import { areVariants, isEveryday, soundsOfGiven } from '#core/identity/given-names.ts'
import { wordOf, wordSimilarity, type Word } from '#core/register/similarity.ts'

/** Two words of a name that is near another are above it. */
const alikeLimit = 0.75
/** Every word of a name that is near another is above it: one word below drags the whole under what is asked about. */
const looseLimit = 0.63
/** Words whose likes are remembered. */
const mostRemembered = 50_000

/** Letters that open the same sound share a drawer. */
const drawers: Readonly<Record<string, string>> = {
  c: 'k',
  q: 'k',
  w: 'v',
  z: 's',
  å: 'a',
  ä: 'a',
  ö: 'o',
  ø: 'o',
  é: 'e',
}
const drawerOf = (text: string) => drawers[text[0] ?? ''] ?? text[0] ?? ''
const isForm = (a: Word, b: Word) => isEveryday(a.sound, b.sound) || areVariants(a.sound, b.sound)

/** Whether two words of names count as alike. */
export function areAlike(a: Word, b: Word): boolean {
  if (drawerOf(a.text) !== drawerOf(b.text)) return false
  // An initial stands for every name that begins with it.
  if (a.text.length === 1 || b.text.length === 1) return a.text[0] === b.text[0]
  if (isForm(a, b)) return true
  if (Math.abs(a.text.length - b.text.length) > 3) return false
  return wordSimilarity(a, b) >= alikeLimit
}

/** The letters of a word as bits, by their codes. */
function lettersOf(text: string): number {
  let bits = 0
  for (let place = 0; place < text.length; place += 1) bits |= 1 << (text.charCodeAt(place) & 31)
  return bits
}

export function bitsIn(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Puts a number into the list of a key. */
export function add(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** Spellings of one length: their letters, and the words they stand for. */
type Shelf = { letters: number[]; places: number[] }

/** Spellings by length. */
class Shelves {
  readonly #shelves: (Shelf | undefined)[] = []

  add(text: string, place: number): void {
    const shelf = (this.#shelves[text.length] ??= { letters: [], places: [] })
    shelf.letters.push(lettersOf(text))
    shelf.places.push(place)
  }

  /** Words whose spelling may be changed into this one by so few letters that it is as like as the limit. */
  collect(text: string, limit: number, found: Set<number>): void {
    const letters = lettersOf(text)
    for (let length = Math.ceil(text.length * limit); length <= text.length / limit; length += 1) {
      const shelf = this.#shelves[length]
      if (shelf === undefined) continue
      const most = Math.floor((1 - limit) * Math.max(length, text.length))
      for (let nth = 0; nth < shelf.places.length; nth += 1) {
        const theirs = shelf.letters[nth] ?? 0
        // What one has and the other has not must be written anew.
        if (bitsIn(letters & ~theirs) <= most && bitsIn(theirs & ~letters) <= most) found.add(shelf.places[nth] ?? 0)
      }
    }
  }
}

/** What is worked out once for each word that is asked about. */
function remembered(find: (text: string) => number[]): (text: string) => readonly number[] {
  const known = new Map<string, number[]>()
  return (text) => {
    let found = known.get(text)
    if (found !== undefined) return found
    if (known.size > mostRemembered) known.clear()
    known.set(text, (found = find(text)))
    return found
  }
}

/** The words of many names, spoken of by their places. */
export class Words {
  readonly #known: Word[] = []
  readonly #places = new Map<string, number>()
  readonly #drawers = new Map<string, number[]>()
  readonly #texts = new Shelves()
  readonly #sounds = new Shelves()
  readonly #folded = new Map<string, number[]>()
  readonly #forms = new Map<string, number[]>()

  get count(): number {
    return this.#known.length
  }

  /** The place of a word, a new one when nobody had it. */
  place(text: string): number {
    const found = this.#places.get(text)
    if (found !== undefined) return found
    const place = this.#known.length
    const word = wordOf(text)
    this.#known.push(word)
    this.#places.set(text, place)
    this.#texts.add(text, place)
    this.#sounds.add(word.sound, place)
    add(this.#drawers, drawerOf(text), place)
    add(this.#folded, word.folded, place)
    for (const sound of soundsOfGiven(word.sound)) add(this.#forms, sound, place)
    return place
  }

  /** Those for which an everyday form stands, or that stand for one. */
  readonly forms = remembered((text) => {
    const word = wordOf(text)
    const found = new Set(soundsOfGiven(word.sound).flatMap((sound) => this.#forms.get(sound) ?? []))
    return [...found].filter((place) => this.#is(place, (other) => isForm(word, other)))
  })

  /** Those that are not so unlike that the names they stand in cannot be near. */
  readonly loose = remembered((text) => {
    const word = wordOf(text)
    const found = new Set(this.#folded.get(word.folded))
    this.#texts.collect(text, looseLimit, found)
    this.#sounds.collect(word.sound, looseLimit, found)
    for (const place of this.#initials(text)) found.add(place)
    return [...found].filter((place) => this.#is(place, (other) => wordSimilarity(word, other) >= looseLimit))
  })

  /** Those that are alike by areAlike. */
  readonly alike = remembered((text) => {
    const word = wordOf(text)
    const found = new Set([...this.loose(text), ...this.forms(text)])
    return [...found].filter((place) => this.#is(place, (other) => areAlike(word, other)))
  })

  /** An initial's words, a word's initial. */
  #initials(text: string): readonly number[] {
    const [first = ''] = text
    if (text.length === 1) return this.#drawers.get(drawerOf(text)) ?? []
    const place = this.#places.get(first)
    return place === undefined ? [] : [place]
  }

  #is(place: number, holds: (word: Word) => boolean): boolean {
    const word = this.#known[place]
    return word !== undefined && holds(word)
  }
}
