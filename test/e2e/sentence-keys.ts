/** The keys of the interface's sentences, as the page shows one whose sentence it does not have: `reason.equal`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../assets/locales/sv/', import.meta.url))

function keysOf(value: unknown, before: string): string[] {
  if (typeof value !== 'object' || value === null) return [before.replace(/_(?:one|other)$/, '')]
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, before === '' ? key : `${before}.${key}`))
}

/** A key of one word may be a word of the screen: those with a point alone tell. */
export const sentenceKeys: ReadonlySet<string> = new Set(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => keysOf(JSON.parse(readFileSync(join(folder, name), 'utf8')), ''))
    .filter((key) => key.includes('.')),
)
