/** Builds what is stale: the page, and the desktop program. A stamp beside the built files names the sources they came from. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { systemLanguage, wordsIn, type Words } from '../words.ts'
import { distFolder, root } from './root.ts'

const stampName = '.stamp'

type Target = {
  name: 'renderer' | 'desktop'
  label: 'start.page' | 'start.desktop'
  /** Files and folders it is made from. */
  sources: readonly string[]
  /** Arguments of vite, one run each. */
  runs: readonly (readonly string[])[]
}

const targets: Record<Target['name'], Target> = {
  renderer: {
    name: 'renderer',
    label: 'start.page',
    sources: ['renderer', 'electron/contract', 'assets', 'package-lock.json'],
    runs: [['--config', 'renderer/vite.config.ts']],
  },
  desktop: {
    name: 'desktop',
    label: 'start.desktop',
    sources: ['electron', 'db', 'assets/locales', 'package-lock.json'],
    runs: [
      ['--config', 'electron/vite.config.ts', '--mode', 'desktop'],
      ['--config', 'electron/vite.config.ts', '--mode', 'preload'],
    ],
  },
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** One hash over names and contents. */
function stampOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesUnder(join(root, source)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function runVite(args: readonly string[], outDir: string): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const vite = spawn(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', ...args, '--outDir', outDir, '--logLevel', 'warn'],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } },
    )
    let output = ''
    vite.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    vite.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    vite.on('error', (error) => resolve({ ok: false, output: error.message }))
    vite.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/** Whether `folder` was built from the sources with this stamp. */
function isFrom(folder: string, stamp: string): boolean {
  try {
    return readFileSync(join(folder, stampName), 'utf8') === stamp
  } catch {
    return false
  }
}

/** Says what the build tool said. */
export class BuildFailed extends Error {}

/**
 * Moves what was built into `beside` to `folder`, in place of what was built from other sources. Where another start
 * was there first with the same sources its files stay: they may be being read.
 */
export function putInPlace(beside: string, folder: string, stamp: string): void {
  for (let tries = 1; !isFrom(folder, stamp); tries += 1) {
    rmSync(folder, { recursive: true, force: true })
    try {
      renameSync(beside, folder)
    } catch (error) {
      // Another start moved its own in between; which sources that is from is looked at again.
      if (tries === 5) throw error
    }
  }
}

/**
 * Builds `name` unless dist/ holds it from the same sources. It is built beside and put in place
 * whole, so that two starts at once cannot mix their files. @throws BuildFailed
 */
export async function ensureBuilt(name: Target['name'], words: Words, say: (line: string) => void): Promise<string> {
  const target = targets[name]
  const folder = join(distFolder, name)
  const stamp = stampOf(target.sources)
  if (isFrom(folder, stamp)) return folder

  const what = words.t(target.label)
  say(words.t('start.building', { what }))
  const started = performance.now()
  const beside = join(distFolder, `.${name}-${process.pid}`)
  try {
    for (const args of target.runs) {
      const { ok, output } = await runVite(args, beside)
      if (!ok) throw new BuildFailed(`${words.t('start.buildFailed', { what })}\n${output}`)
    }
    writeFileSync(join(beside, stampName), stamp)
    putInPlace(beside, folder, stamp)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(words.t('start.built', { what, seconds: words.language === 'sv' ? seconds.replace('.', ',') : seconds }))
  return folder
}

/** Both, for packaging. */
export async function buildAll(): Promise<void> {
  const words = wordsIn(systemLanguage())
  try {
    await ensureBuilt('renderer', words, console.log)
    await ensureBuilt('desktop', words, console.log)
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
