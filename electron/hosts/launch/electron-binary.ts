/** Electron's own program: where it lies, or its own download when it is missing. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Words } from '../words.ts'
import { root } from './root.ts'

const folder = join(root, 'node_modules', 'electron')
/** Seconds without a single byte after which the download is given up. */
const patience = 10

/** Path of the program; null when Electron's package holds none. */
export function electronBinary(): string | null {
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8').trim()
    const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

function bytesUnder(path: string): number {
  try {
    return readdirSync(path, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  } catch {
    // A file that was there a moment ago has been moved on.
    return 0
  }
}

export type FetchOptions = {
  words: Words
  say: (line: string) => void
  /** Script that fetches; Electron's own. */
  script?: string
  seconds?: number
}

/**
 * Runs Electron's own download. Goes on as long as bytes come; gives up after 10 s in which none
 * came. Null when it failed, after saying why in one line.
 */
export async function fetchElectron({
  words,
  say,
  script = join(folder, 'install.js'),
  seconds = patience,
}: FetchOptions): Promise<string | null> {
  say(words.t('start.fetchingElectron'))
  const scratch = mkdtempSync(join(tmpdir(), 'kansli-electron-'))
  const fetching = spawn(process.execPath, [script], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch },
  })
  let why: string | null = null
  let bytes = 0
  let grewAt = performance.now()
  let saidAt = performance.now()
  const watch = setInterval(() => {
    const now = performance.now()
    const found = bytesUnder(scratch) + bytesUnder(join(folder, 'dist'))
    if (found > bytes) grewAt = now
    bytes = found
    if (bytes > 0 && now - saidAt > 5000) {
      saidAt = now
      say(words.t('start.fetchedSoFar', { megabytes: Math.round(bytes / 1e6) }))
    }
    if (now - grewAt > seconds * 1000) {
      why = bytes === 0 ? words.t('start.noAnswer', { seconds }) : words.t('start.stalled')
      fetching.kill('SIGKILL')
    }
  }, 200)
  const code = await new Promise<number | null>((resolve) => {
    fetching.on('error', () => resolve(1))
    fetching.on('exit', resolve)
  })
  clearInterval(watch)
  rmSync(scratch, { recursive: true, force: true })
  const binary = code === 0 ? electronBinary() : null
  if (binary === null) say(words.t('start.noElectron', { why: why ?? words.t('start.notFetched') }))
  return binary
}
