/**
 * Stops a Node that is too old before anything else is loaded: the database's native part would crash
 * in it. Plain JavaScript that every Node from 16 on reads.
 */
import { readFileSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

/** Runs TypeScript by itself, and loads the native part. */
export const recentEnough = major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)

function sentence() {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
  const language = locale.startsWith('sv') ? 'sv' : 'en'
  const file = new URL(`../../../assets/locales/${language}/errors.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')).runtime['too-old'].replace('{{version}}', process.versions.node)
}

/**
 * Keeps what Node makes of the sources, for this process and its children: reading all of TypeScript anew takes a
 * second of every start. A folder that cannot be written is no fault; then nothing is kept.
 */
function keepCompiled() {
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../../node_modules/.cache/kansli', import.meta.url))
  module.enableCompileCache()
}

/** Ends the program with one sentence when this Node is too old; else makes its starts quick. */
export function guard() {
  if (recentEnough) return keepCompiled()
  console.error(sentence())
  process.exit(1)
}
