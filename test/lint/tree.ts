/** The project's own files, for the checks that read them all. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** Paths of every file that is, or is about to be, part of the project. */
export const files: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => path !== '')

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
