/** The packages cannot be built on every machine; what they are built from is held to here. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
// electron-builder's own reader and its own check of what was read.
const builder = createRequire(createRequire(join(root, 'package.json')).resolve('electron-builder'))
const { load } = builder('js-yaml') as { load(text: string): unknown }
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config') as {
  validateConfiguration(config: unknown, logger: unknown): Promise<void>
}

type Target = { target: string; arch: string[] }
type Config = {
  files: string[]
  asar: boolean
  asarUnpack: string[]
  extraResources: { from: string; to: string }[]
  npmRebuild: boolean
  publish: null
  electronFuses: Record<string, boolean>
  fileAssociations: { ext: string }[]
  [platform: string]: unknown
}
const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
// Held to electron-builder's schema by the first test.
const config = load(text) as Config
const targets = (platform: string) =>
  (config[platform] as { target: Target[] }).target.map(({ target, arch }) => `${target} ${arch.join('+')}`)

describe('electron-builder.yml', () => {
  it('is what electron-builder takes', async () => {
    await expect(validateConfiguration(config, { isEnabled: false, add: () => undefined })).resolves.toBeUndefined()
  })

  it('makes installers for Windows, macOS and Linux', () => {
    expect(targets('win')).toEqual(['nsis x64'])
    expect(targets('mac')).toEqual(['dmg x64+arm64'])
    expect(targets('linux')).toEqual(['AppImage x64', 'deb x64'])
  })

  it('opens .kansli files', () => {
    expect(config.fileAssociations.map(({ ext }) => ext)).toEqual(['kansli'])
  })

  it('sets every fuse that lets somebody else’s code in to off, and every check to on', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
      resetAdHocDarwinSignature: true,
    })
  })

  it('unpacks what no archive can load, the native driver and the thread of the spelling, and rebuilds nothing', () => {
    expect(config.asar).toBe(true)
    expect(config.asarUnpack).toEqual(['**/*.node', 'dist/desktop/{spelling-worker,rolldown-runtime}.js'])
    expect(config.npmRebuild).toBe(false)
    for (const platform of ['win32-x64', 'darwin-x64', 'darwin-arm64', 'linux-x64'])
      expect(existsSync(join(root, `node_modules/better-sqlite3/prebuilds/${platform}.node`)), platform).toBe(true)
  })

  it('ships each dictionary as files of its own with their licence, and none inside the archive', () => {
    for (const name of ['dictionary-sv', 'dictionary-en-gb'])
      expect(config.extraResources).toContainEqual(
        expect.objectContaining({ from: `node_modules/${name}`, to: `dictionaries/${name}` }),
      )
    expect(config.files).toContain('!node_modules/{dictionary-sv,dictionary-en-gb}/**')
  })

  it('publishes nowhere, and fetches nothing while it runs', () => {
    expect(config.publish).toBeNull()
    expect(text).not.toMatch(/electron-updater|crashReporter|https?:/)
  })

  it('packs the built files and what they read, not the sources', () => {
    expect(config.files).toEqual(
      expect.arrayContaining(['package.json', 'dist/desktop/**', 'dist/renderer/**', 'assets/**']),
    )
    expect(config.files.filter((path) => /^(electron|renderer|db|test|\*\*)/.test(path))).toEqual([])
    // npm's own file.
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string }
    expect(main).toBe('dist/desktop/main.js')
  })
})
