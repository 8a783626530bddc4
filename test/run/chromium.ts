/** A Chromium for the end-to-end tests: what the machine has, else what it can get. Each step is said in a line. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { run, tool } from './tools.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const fixed =
  process.platform === 'darwin'
    ? [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ]
    : process.platform === 'win32'
      ? ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
          ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
            join(process.env[name] ?? '', path),
          ),
        )
      : []

/** A browser of the machine's own. */
export function systemChromium(path = process.env['PATH'] ?? ''): string | null {
  const chosen = process.env['KANSLI_CHROMIUM']
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : null
  const folders = path.split(delimiter).filter(Boolean)
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...fixed]
  return candidates.find((candidate) => existsSync(candidate)) ?? null
}

const own = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : null)

export type Found = { path: string } | { path: null; refused: boolean; why: string }

const advice = 'no Chromium: install one (Debian: apt-get install chromium) and run the tests again'

export async function findChromium(say: (line: string) => void): Promise<Found> {
  const there = own() ?? systemChromium()
  if (there !== null) return { path: there }
  if (process.env['KANSLI_NO_BROWSER_INSTALL'] === '1')
    return { path: null, refused: true, why: `${advice}; KANSLI_NO_BROWSER_INSTALL=1 says not to fetch one` }

  say('browser: no Chromium here; trying Playwright\u2019s own download (at most 3 minutes)')
  await tool('@playwright/test/cli.js', ['install', 'chromium'], { seconds: 180 })
  const fetched = own()
  if (fetched !== null) return { path: fetched }

  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say('browser: the download did not succeed; installing the system\u2019s chromium with apt-get')
    const quiet = { seconds: 900, env: { DEBIAN_FRONTEND: 'noninteractive' } }
    await run('apt-get', ['update', '-qq'], quiet)
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
    const installed = systemChromium()
    if (installed !== null) return { path: installed }
  }
  return { path: null, refused: false, why: advice }
}
