/** Windows beside the first, and the end of one. */
import type { Page } from '@playwright/test'
import { expect } from '../kansli.ts'

/** Another window of the same browser on the meeting. `first` runs before the page does. */
export async function anotherWindowOn(
  from: Page,
  meetingId: string,
  first: () => void = () => undefined,
): Promise<Page> {
  const pass = await from.evaluate(() => sessionStorage.getItem('kansli.pass') ?? '')
  const { origin } = new URL(from.url())
  const page = await from.context().newPage()
  await page.addInitScript((kept) => sessionStorage.setItem('kansli.pass', kept), pass)
  await page.addInitScript(first)
  await page.goto(`${origin}/#/moten/${meetingId}`)
  await expect(page.locator('.meeting-head h1')).toBeVisible()
  return page
}

/** Ends the page's process, as when the system runs out of memory. */
export async function crash(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash')
  const devtools = await page.context().newCDPSession(page)
  devtools.send('Page.crash').catch(() => undefined)
  await gone
}
