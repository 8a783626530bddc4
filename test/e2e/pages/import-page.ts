/** 'Läs in gamla anteckningar': from a text to a meeting. */
import { expect, type Page } from '@playwright/test'
import { goTo } from '../kansli.ts'

/** Makes a workspace and stands on its first page. */
export async function newWorkspace(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Namn' }).fill(name)
  await page.getByRole('button', { name: 'Skapa' }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Start' })).toBeVisible()
}

/** Pastes a text and waits for what it was recognised as. */
export async function previewText(page: Page, text: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/las-in'
  })
  await page.getByRole('textbox', { name: 'Klistra in texten' }).fill(text)
  await page.getByRole('button', { name: 'Förhandsgranska' }).click()
  await expect(page.getByRole('heading', { name: /Granska före inläsning/ })).toBeVisible()
}

/** Reads the previewed text in and waits for its meeting's page. */
export async function commitPreview(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Läs in/ }).click()
  await expect(page).toHaveURL(/#\/moten\/[0-9a-f-]{36}/)
}

/** The map of the open workspace. */
export async function openMap(page: Page): Promise<void> {
  await goTo(page, 'Karta')
  await expect(page.getByText(/\d+ noder, \d+ band/)).toBeVisible()
}
