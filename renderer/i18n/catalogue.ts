/**
 * The sentences at hand, by language, file and key. It does what the locale files use and no more: values in
 * double braces, and two forms by number. It is part of the first script, where a general library was a tenth.
 */
import type { Language } from './languages.ts'

export type Tree = { readonly [key: string]: string | Tree }
export type Values = Readonly<Record<string, string | number>>

/** `file:a.b`, with the file left out for `ui`. */
function place(key: string): readonly [file: string, key: string] {
  const colon = key.indexOf(':')
  return colon < 0 ? ['ui', key] : [key.slice(0, colon), key.slice(colon + 1)]
}

function flatten(tree: Tree, before: string, into: Map<string, string>): Map<string, string> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') into.set(before + key, value)
    else flatten(value, `${before}${key}.`, into)
  }
  return into
}

/** Swedish and English have the same two forms: one of a thing, and any other number. */
const ending = (count: number) => (Math.abs(count) === 1 ? '_one' : '_other')

const slot = /\{\{\s*(\w+)\s*\}\}/g

export function createCatalogue() {
  const files = new Map<string, ReadonlyMap<string, string>>()

  function sentence(language: Language, whole: string, count: unknown): string | undefined {
    const [file, key] = place(whole)
    const sentences = files.get(`${language}/${file}`)
    return (typeof count === 'number' ? sentences?.get(key + ending(count)) : undefined) ?? sentences?.get(key)
  }

  return {
    has: (language: Language, file: string): boolean => files.has(`${language}/${file}`),
    add(language: Language, file: string, tree: Tree): void {
      files.set(`${language}/${file}`, flatten(tree, '', new Map()))
    },
    exists: (language: Language, key: string): boolean => sentence(language, key, undefined) !== undefined,
    /** The sentence with its values put in, `count` choosing the form; the key itself where there is none. */
    text(language: Language, key: string, values: Values = {}): string {
      const found = sentence(language, key, values['count'])
      if (found === undefined) return place(key)[1]
      // A value is put in as it is: what looks like a slot or a pattern inside it is text.
      return found.replace(slot, (bare: string, name: string) =>
        Object.hasOwn(values, name) ? String(values[name]) : bare,
      )
    },
  }
}
