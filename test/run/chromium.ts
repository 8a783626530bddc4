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

/** The browser that KANSLI_CHROMIUM names, else one of the machine's own. */
export function systemChromium(path = process.env['PATH'] ?? ''): string | null {
  const chosen = process.env['KANSLI_CHROMIUM']
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : null
  const folders = path.split(delimiter).filter(Boolean)
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...fixed]
  return candidates.find((candidate) => existsSync(candidate)) ?? null
}

export type Found = { path: string } | { path: null; refused: boolean; why: string }

/** What the search asks of the machine. */
export type Machine = {
  /** Playwright's own, then the system's: those whose file is there. */
  candidates: () => string[]
  /** A download without the libraries it wants is there and cannot run. */
  starts: (path: string) => Promise<boolean>
  download: () => Promise<unknown>
  /** Null where this user may not install packages, or the system has no apt. */
  install: (() => Promise<unknown>) | null
  mayFetch: boolean
}

async function startsHere(path: string): Promise<boolean> {
  // On Windows the question would open a window; its browsers bring all they need.
  return process.platform === 'win32' || (await run(path, ['--version'], { seconds: 30 })).ok
}

async function aptInstall(): Promise<void> {
  const quiet = { seconds: 900, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-qq'], quiet)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
}

function thisMachine(): Machine {
  const chosen = (process.env['KANSLI_CHROMIUM'] ?? '') !== ''
  return {
    candidates: () => {
      const own = chosen ? null : chromium.executablePath()
      return [own, systemChromium()].filter((path): path is string => path !== null && existsSync(path))
    },
    starts: startsHere,
    download: () => tool('@playwright/test/cli.js', ['install', '--no-shell', 'chromium'], { seconds: minutes * 60 }),
    install:
      process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') ? aptInstall : null,
    mayFetch: process.env['KANSLI_NO_BROWSER_INSTALL'] !== '1',
  }
}

const minutes = 10
const advice = 'no Chromium: install one (Debian: apt-get install chromium) and run the tests again'

/** The first that starts: Playwright's own, the system's, Playwright's download, apt's. */
export async function findChromium(say: (line: string) => void, machine: Machine = thisMachine()): Promise<Found> {
  const refused = new Set<string>()
  const first = async (): Promise<Found | null> => {
    for (const path of machine.candidates()) {
      if (refused.has(path)) continue
      if (await machine.starts(path)) return { path }
      refused.add(path)
      say(`browser: ${path} is here but does not start (libraries of the system are missing, it may be)`)
    }
    return null
  }
  const there = await first()
  if (there !== null) return there
  if (!machine.mayFetch)
    return { path: null, refused: true, why: `${advice}; KANSLI_NO_BROWSER_INSTALL=1 says not to fetch one` }

  say(`browser: no Chromium here; trying Playwright\u2019s own download (at most ${minutes} minutes)`)
  await machine.download()
  const fetched = await first()
  if (fetched !== null) return fetched

  if (machine.install !== null) {
    say('browser: the download gave none that starts; installing the system\u2019s chromium with apt-get')
    await machine.install()
    // With its libraries in place, a browser that did not start may.
    refused.clear()
    const installed = await first()
    if (installed !== null) return installed
    say('browser: apt-get gave none either')
  }
  return { path: null, refused: false, why: advice }
}
