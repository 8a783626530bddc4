/** Commands by their names, as from the palette. */
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
