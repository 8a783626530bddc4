/** What `npm start` does once a recent Node runs it. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { OpenFirst } from '../core-process/protocol.ts'
import { systemLanguage, wordsIn, type Words } from '../words.ts'
import { hasDisplay } from './browser.ts'
import { runBrowserHost } from './browser-host.ts'
import { BuildFailed, ensureBuilt } from './build.ts'
import { runDesktopHost } from './desktop-host.ts'
import { electronBinary, fetchElectron } from './electron-binary.ts'

const options = {
  browser: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true, allowNegative: false })
  } catch {
    return null
  }
}

/** Paths are the person's: npm runs its scripts in the project, INIT_CWD is where the person stands. */
function toOpen(given: string | undefined): OpenFirst | null {
  return given === undefined ? null : { path: resolve(process.env['INIT_CWD'] ?? process.cwd(), given), create: false }
}

/** Electron's program when this machine can show it; null, after a line that says why, when it is the browser's turn. */
async function desktopProgram(words: Words): Promise<string | null> {
  if (!hasDisplay()) return null
  const binary = electronBinary() ?? (await fetchElectron({ words, say: console.log }))
  if (binary !== null && process.platform === 'linux' && process.getuid?.() === 0) {
    console.log(words.t('start.rootNoDesktop'))
    return null
  }
  return binary
}

async function run(words: Words, args: string[]): Promise<void> {
  const given = parsed(args)
  if (given === null || given.positionals.length > 1) {
    console.error(words.t('start.usage'))
    process.exitCode = 2
    return
  }
  if (given.values.help === true) return console.log(words.t('start.usage'))
  const open = toOpen(given.positionals[0])
  if (open !== null && !existsSync(open.path)) {
    console.error(words.error({ code: 'workspace.not-found', params: { file: open.path } }))
    process.exitCode = 1
    return
  }
  const page = await ensureBuilt('renderer', words, console.log)
  const binary = given.values.browser === true || given.values['no-open'] === true ? null : await desktopProgram(words)
  if (binary !== null) {
    await ensureBuilt('desktop', words, console.log)
    if (await runDesktopHost(binary, open)) return
    console.log(words.t('start.desktopFailed'))
  }
  await runBrowserHost({ words, page, open, openBrowser: given.values['no-open'] !== true })
}

/** Builds what is stale and opens the application; returns when it has ended. */
export async function start(args: string[]): Promise<void> {
  const words = wordsIn(systemLanguage())
  try {
    await run(words, args)
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
