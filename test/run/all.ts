/** The stages of `npm test`, in order, and what they come to. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../../electron/hosts/launch/build.ts'
import { electronBinary } from '../../electron/hosts/launch/electron-binary.ts'
import { wordsIn } from '../../electron/hosts/words.ts'
import { findChromium } from './chromium.ts'
import { add, closingLine, nothing, playwrightTally, type PlaywrightReport, type Tally } from './tally.ts'
import { endAll, results, run, tool, type Ran } from './tools.ts'

type Stage = { name: string; run: () => Promise<Tally> }

const say = (line: string) => console.log(line)

/** A stage that holds or not: one check. Its tools' words are shown when it fails. */
function check(name: string, tools: () => Promise<Ran[]>): Stage {
  return {
    name,
    async run() {
      const ran = await tools()
      const bad = ran.filter(({ ok }) => !ok)
      for (const { output } of bad) say(output.trimEnd())
      return bad.length === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }
    },
  }
}

function readJson<T>(file: string): T | null {
  // Written by our own reporter, or by Playwright in its documented form.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null
}

async function vitest(filters: readonly string[]): Promise<Tally> {
  const file = join(results, 'vitest.json')
  const ran = await tool(
    'vitest/vitest.mjs',
    [
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=default',
      '--reporter=./test/run/vitest-reporter.ts',
      ...filters,
    ],
    { env: { KANSLI_TALLY: file } },
  )
  const tally = readJson<Tally>(file)
  if (!ran.ok || tally === null) say(ran.output.trimEnd())
  if (tally === null) return { ...nothing, failed: 1 }
  // The tool's own verdict counts where the sum shows no fault.
  return ran.ok || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

async function endToEnd(filters: readonly string[]): Promise<Tally> {
  const found = await findChromium((line) => say(`  ${line}`))
  if (found.path === null) {
    say(`  ${found.why}`)
    return found.refused
      ? { ...nothing, skipped: [{ name: 'end-to-end tests', reason: found.why }] }
      : { ...nothing, failed: 1 }
  }
  say(`  browser: ${found.path}`)
  await ensureBuilt('renderer', wordsIn('en'), (line) => say(`  ${line}`))
  const display =
    process.platform !== 'linux' || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== ''
  const electron = display && !(process.platform === 'linux' && process.getuid?.() === 0) ? electronBinary() : null
  if (electron !== null) await ensureBuilt('desktop', wordsIn('en'), (line) => say(`  ${line}`))

  const file = join(results, 'playwright.json')
  const ran = await tool(
    '@playwright/test/cli.js',
    ['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json', ...filters],
    {
      env: { KANSLI_CHROMIUM: found.path, KANSLI_ELECTRON: electron ?? '', PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    },
  )
  const report = readJson<PlaywrightReport>(file)
  if (!ran.ok || report === null) say(ran.output.trimEnd())
  if (report === null) return { ...nothing, failed: 1 }
  const { covered, ...tally } = playwrightTally(report)
  say(
    `  hosts covered: ${covered.length === 0 ? 'none' : covered.join(', ')}${electron === null ? ' (desktop: no Electron program, or no display for it)' : ''}`,
  )
  return ran.ok || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

function stages(filters: readonly string[]): Stage[] {
  return [
    check('format', async () => [await tool('oxfmt/bin/oxfmt', ['--check'])]),
    check('types', async () => [await run(process.execPath, ['test/lint/types.mjs'])]),
    check('lint', async () => [
      await tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
      await tool('knip/bin/knip.js', ['--config', 'knip.json', '--no-progress']),
    ]),
    {
      name: 'tests',
      run: async () => {
        // Some of them start the app, which stands on the built page.
        await ensureBuilt('renderer', wordsIn('en'), (line) => say(`  ${line}`))
        return vitest(filters)
      },
    },
    { name: 'e2e', run: () => endToEnd(filters) },
  ]
}

/**
 * `npm test`: all stages. `npm test -- tests money`: one stage, its tests filtered. Returns the exit code.
 */
export async function runAll(args: readonly string[]): Promise<number> {
  process.once('SIGINT', () => {
    endAll()
    process.exit(130)
  })
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const [only, ...filters] = args
  const all = stages(filters)
  const wanted = only === undefined ? all : all.filter(({ name }) => name === only)
  if (wanted.length === 0) {
    console.error(`no stage ${only}: ${all.map(({ name }) => name).join(', ')}`)
    return 2
  }
  let total = nothing
  for (const stage of wanted) {
    const started = performance.now()
    say(`${stage.name} …`)
    let tally: Tally
    try {
      tally = await stage.run()
    } catch (error) {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error))
      tally = { ...nothing, failed: 1 }
    }
    say(`${stage.name}: ${closingLine(tally)} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
    total = add(total, tally)
  }
  for (const { name, reason } of total.skipped) say(`skipped: ${name}: ${reason}`)
  say(closingLine(total))
  return total.failed === 0 ? 0 : 1
}
