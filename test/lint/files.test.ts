/** What holds for every file of the project. */
import { describe, expect, it } from 'vitest'
import { code, files, read } from './tree.ts'

const lengths = code.map((file) => ({ file, lines: read(file).split('\n').length - 1 }))

const text = files.filter(
  (path) =>
    /\.(ts|tsx|mjs|js|json|css|html|md|yml|yaml|sql|txt)$|^\.[a-z]+rc|^\.ci\//.test(path) &&
    !path.startsWith('test/fixtures/'),
)

describe('files', () => {
  it('are none of them longer than 500 lines', () => {
    expect(lengths.filter(({ lines }) => lines > 500)).toEqual([])
  })

  it('are at the median no longer than 110 lines', () => {
    const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(110)
  })

  it('have names in kebab-case', () => {
    const wrong = code.filter(
      (path) => !/^([a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9-]+)*\.(ts|tsx|mjs)$/.test(path.split('/').at(-1) ?? ''),
    )
    expect(wrong).toEqual([])
  })

  it('speak of no machine and of no registry', () => {
    const machine =
      /(?<![\w.~-])\/(?:work|root|tmp|home\/\w+)\/[\w.-]|registry\.npmjs\.org|npmjs\.org|\bnpm\.pkg\.|artifactory|\blocalhost:\d{4}\b/
    const wrong = text.filter((path) => !path.startsWith('test/lint/') && machine.test(read(path)))
    expect(wrong).toEqual([])
  })

  it('make no path of an address by cutting it: a folder with a space, an å or a drive letter would not be found', () => {
    const wrong = code.filter((path) => /import\.meta\.url\)\.pathname/.test(read(path)))
    expect(wrong).toEqual([])
  })

  it('end with one line break and have none of another system', () => {
    const wrong = text.filter((path) => {
      const content = read(path)
      return content !== '' && (!content.endsWith('\n') || content.endsWith('\n\n') || content.includes('\r'))
    })
    expect(wrong).toEqual([])
  })

  it('take away again every folder that they make for a while', () => {
    const wrong = code.filter((path) => /\bmkdtemp(?:Sync)?\(/.test(read(path)) && !/\brm(?:Sync)?\(/.test(read(path)))
    expect(wrong).toEqual([])
  })

  it('carry no test that runs alone, and none still to be written', () => {
    const wrong = code.filter(
      (path) =>
        path.startsWith('test/') &&
        path !== 'test/lint/fences.test.ts' &&
        /\b(?:it|test|describe)\.(?:only|todo)\s*\(\s*['"`]/.test(read(path)),
    )
    expect(wrong).toEqual([])
  })
})

/** What is read of an entry of npm's lock file. */
type Locked = {
  integrity?: string
  resolved?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
}

describe('package.json', () => {
  // npm's own file.
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>

  it('names exact versions only', () => {
    const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((part) =>
      Object.entries(manifest[part] ?? {}),
    )
    expect(versions.length).toBeGreaterThan(10)
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('lets no package run an install script', () => {
    expect(Object.values(manifest['allowScripts'] ?? {}).every((allowed) => String(allowed) === 'false')).toBe(true)
  })

  it('needs at run time the native driver alone: everything else is built in', () => {
    expect(Object.keys(manifest['dependencies'] ?? {})).toEqual(['better-sqlite3'])
  })

  it('is locked with a hash for every package, from no host by name', () => {
    // npm's own file.
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, Locked>
    }
    const entries = Object.entries(lock.packages).filter(([path]) => path !== '')
    // The registry in use may lack a tool's part for another system; such a part is named without a hash, and is not installed here.
    const elsewhere = ({ optional, os, cpu, libc }: Locked) =>
      optional === true &&
      (os?.includes(process.platform) === false ||
        cpu?.includes(process.arch) === false ||
        libc?.includes('glibc') === false)
    const unproven = entries.filter(([, entry]) => entry.integrity === undefined && !elsewhere(entry))
    expect(unproven.map(([path]) => path)).toEqual([])
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  })
})
