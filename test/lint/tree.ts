/** The project's own files, for the checks that read them all. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** What git would name; null where it is not installed, or does not trust a folder that is somebody else's. */
function namedByGit(): string[] | null {
  const asked = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  return asked.status === 0 ? asked.stdout.split('\n').filter((path) => path !== '') : null
}

/** Every file below the root but what .gitignore names, of which all but the endings are folders or whole names. */
function foundByWalking(): string[] {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split(/[\n/]+/)
  const skip = (name: string) => name === '.git' || ignored.includes(name) || /\.kansli(-.*)?$/.test(name)
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter(({ name }) => !skip(name))
      .flatMap((entry) => {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`
        return entry.isDirectory() ? walk(path) : [path]
      })
  return walk('')
}

/** Paths of every file that is, or is about to be, part of the project. */
export const files: readonly string[] = namedByGit() ?? foundByWalking()

export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

export const code = files.filter((path) => /\.(ts|tsx|mjs)$/.test(path))

export type Import = { file: string; specifier: string; typeOnly: boolean }

/** Every import, export-from, and import() with a plain string. */
export function importsOf(file: string): Import[] {
  const found: Import[] = []
  const text = read(file)
  const statements = [
    /^import\s+(type\s)?(?:[\w*{][^'"`;]*?\sfrom\s+)?['"]([^'"\n]+)['"]/gm,
    /^export\s+(type\s)?(?:\*[^'"`;]*|\{[^}'"`;]*\})\s*from\s+['"]([^'"\n]+)['"]/gm,
  ]
  for (const [, type, specifier] of statements.flatMap((statement) => [...text.matchAll(statement)])) {
    if (specifier !== undefined) found.push({ file, specifier, typeOnly: type !== undefined })
  }
  for (const [, specifier] of text.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g)) {
    if (specifier !== undefined) found.push({ file, specifier, typeOnly: false })
  }
  return found
}
