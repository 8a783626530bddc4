/** What every end-to-end test starts from: the app on a fresh data folder, through the project's host. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { sentenceKeys } from './sentence-keys.ts'
import { startDesktop } from './hosts/desktop.ts'
import { startLoopbackHost, type RunningHost } from './hosts/loopback.ts'

export type Kansli = {
  page: Page
  dataFolder: string
  /** Only on the loopback host: the process behind the page. */
  host: RunningHost | null
  /** The meeting that the script of `made` tells of; empty without one. */
  meetingId: string
}

/** Runs a script of made/ in a process of its own. */
function makeWorkspace(script: string, path: string): string {
  const { stderr, stdout } = spawnSync(process.execPath, [script, path], { encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout
}

/** As after a person has skipped the tour of the example; it has a test of its own. */
const skipTour = () => window.localStorage.setItem('kansli.tour', 'done')

type Options = {
  /** A workspace to begin with. */
  open: string | undefined
  /** The path of a script of made/ that writes one. */
  made: string | undefined
  tour: boolean
}

export const test = base.extend<{ kansli: Kansli } & Options>({
  open: [undefined, { option: true }],
  made: [undefined, { option: true }],
  tour: [false, { option: true }],
  kansli: async ({ browser, open: given, made, tour }, provide, info) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'kansli-e2e-'))
    const madeFolder = mkdtempSync(join(tmpdir(), 'kansli-made-'))
    const open = made === undefined ? given : join(madeFolder, 'prov.kansli')
    const faults: string[] = []
    const watch = (page: Page) => {
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('console', (message) => {
        if (/Content.Security.Policy|Refused to/i.test(message.text())) faults.push(message.text())
      })
      return page
    }
    try {
      const meetingId = made === undefined || open === undefined ? '' : makeWorkspace(made, open)
      if (info.project.name === 'desktop') {
        const { app, page } = await startDesktop({
          binary: process.env['KANSLI_ELECTRON'] ?? '',
          dataFolder,
          ...(open === undefined ? {} : { open }),
        })
        if (!tour) {
          await page.evaluate(skipTour)
          await page.reload()
        }
        await provide({ page: watch(page), dataFolder, host: null, meetingId })
        await app.close()
      } else {
        const host = await startLoopbackHost({ dataFolder, ...(open === undefined ? {} : { open }) })
        const context = await browser.newContext({ acceptDownloads: true })
        if (!tour) await context.addInitScript(skipTour)
        const page = watch(await context.newPage())
        await page.goto(host.address)
        await provide({ page, dataFolder, host, meetingId })
        await context.close()
        if (host.process.exitCode === null) expect(await host.end(), 'the host ends cleanly').toBe(0)
      }
      expect(faults, 'no error and no breach of the content policy').toEqual([])
    } finally {
      for (const folder of [dataFolder, madeFolder]) rmSync(folder, { recursive: true, force: true })
    }
  },
})

export { expect }

/** Nothing that axe finds at WCAG 2.2 AA and best practice, once the page is drawn: a blank one has no heading. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('main h1').first()).toBeVisible()
  // A sentence whose file is not there yet shows its key.
  const words = (await page.locator('body').innerText()).split(/[\s,;()”"]+/)
  expect(words.filter((word) => sentenceKeys.has(word))).toEqual([])
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }))).toEqual([])
}

/** Nothing that axe finds of contrast in the look that the page is not in; it ends in its own. */
export async function expectContrastInOtherLook(page: Page): Promise<void> {
  const root = page.locator('html')
  const [own, other] = (await root.getAttribute('data-theme')) === 'dark' ? ['dark', 'light'] : ['light', 'dark']
  const show = (look: string) => root.evaluate((html, theme) => html.setAttribute('data-theme', theme), look)
  await show(other)
  const axe = new AxeBuilder({ page }).withRules(['color-contrast']).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  expect(
    violations.flatMap(({ nodes }) => nodes.map((node) => node.target.join(' '))),
    other,
  ).toEqual([])
  await show(own)
}

/** Follows a place of the column at the left. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: place }).first().click()
}
