/** The forms in which a person's name may stand in texts, and taking them out. Pure. */
import { foldKey, matchKey, sortKey } from '#core/register/names.ts'

/** Shorter than this a word stands inside too many others to be looked for. */
export const shortest = 3

/** Every form of the names that a text may have: as written, in capitals, family name first. Longest first. */
export function formsOf(names: readonly string[]): string[] {
  const forms = names.flatMap((name) => {
    const words = name.split(' ').filter(Boolean)
    const family = words.at(-1) ?? name
    const turned = words.length > 1 ? `${family}, ${words.slice(0, -1).join(' ')}` : name
    return [name, turned].flatMap((form) => [form, form.toUpperCase()])
  })
  return [...new Set(forms)].filter((form) => form.length >= shortest).toSorted((a, b) => b.length - a.length)
}

/** Keys that the register keeps of a name, for finding rows by them. */
export function keyFormsOf(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => [matchKey(name), foldKey(name), sortKey(name)]))].filter(
    (form) => form.length >= shortest,
  )
}

/** Words of the names that no name of anybody else has; in those, a single word points at the person. */
export function ownParts(names: readonly string[], others: ReadonlySet<string>): string[] {
  const parts = new Set(names.flatMap((name) => name.split(/[\s,]+/u)).filter((part) => [...part].length >= shortest))
  return [...parts].filter((part) => /^\p{Lu}/u.test(part) && !others.has(matchKey(part)))
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')

/**
 * Replaces every form, with a genitive's s, and every part where it stands as a word of its own.
 * @returns the text as it was when nothing stands in it
 */
export function replacer(
  forms: readonly string[],
  parts: readonly string[],
  replacement: string,
): (text: string) => string {
  if (forms.length === 0 && parts.length === 0) return (text) => text
  // A form may stand inside a longer word or a path: nothing of it may stay.
  const whole = forms.map((form) => `${escaped(form)}(?:s(?![\\p{L}\\p{N}]))?`)
  const single = parts.flatMap((part) =>
    [part, part.toUpperCase()].map((form) => `(?<![\\p{L}\\p{N}])${escaped(form)}s?(?![\\p{L}\\p{N}])`),
  )
  const pattern = new RegExp([...whole, ...single].join('|'), 'gu')
  return (text) => text.replace(pattern, () => replacement)
}

/** Characters kept on either side of a name in a line that is long itself. */
const around = 120

/** A line that is as long as a text is cut to what stands around the names. */
function cutLine(line: string, forms: readonly string[]): string {
  if (line.length <= 4 * around) return line
  const pattern = new RegExp(
    `.{0,${around}}(?:${forms.map(escaped).join('|')})(?:.{0,${around}}(?:${forms.map(escaped).join('|')}))*.{0,${around}}`,
    'gu',
  )
  return (line.match(pattern) ?? []).join(' … ')
}

/** The lines of a long text that have one of the forms, with their numbers; the whole text when it is short. */
export function cutToNaming(text: string, forms: readonly string[]): string {
  if (text.length <= 400) return text
  return text
    .split('\n')
    .flatMap((line, at) =>
      forms.some((form) => line.includes(form)) ? [`${at + 1}: ${cutLine(line.trim(), forms)}`] : [],
    )
    .join('\n')
}
