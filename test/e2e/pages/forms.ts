/** Forms in a dialog, opened by the names of their commands. */
import { expect, type Page } from '@playwright/test'

/** Runs a command that opens a form. */
export async function openForm(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(page.getByRole('option', { name }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  // The palette is a dialog too.
  await expect(page.getByRole('dialog').locator('form')).toBeVisible()
}

export const field = (page: Page, name: string) => page.getByRole('dialog').getByLabel(name, { exact: true })

/** Writes into a field of a form and goes on to the next: entries that it proposes cover nothing any more. */
export async function fill(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text)
  await page.keyboard.press('Tab')
}
