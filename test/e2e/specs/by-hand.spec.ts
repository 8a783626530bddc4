/** Entries put right by hand: what an organisation and a group are, their names, events and places that are one. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../kansli.ts'
import { newWorkspace } from '../pages/import-page.ts'

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(page.getByRole('option', { name }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').locator('form')).toBeVisible()
}

const save = async (page: Page) => {
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
const field = (page: Page, name: string) => page.getByRole('dialog').getByLabel(name, { exact: true })
const region = (page: Page, name: RegExp) => page.getByRole('region', { name })

/** Chooses an entry that the field proposes for its text. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text)
  await expect(page.getByRole('option', { name: text }).first()).toBeVisible()
  await field(page, name).press('ArrowDown')
  await field(page, name).press('Enter')
  await expect(field(page, name)).toHaveValue(text)
}

test('a group and an organisation get their type, place, purpose and names by keyboard, and are joined and taken apart', async ({
  kansli: { page },
}) => {
  await newWorkspace(page, 'Rättat för hand')
  await command(page, 'Ny händelse')
  await page.keyboard.type('Sagokonferensen')
  await field(page, 'Organ som håller det').fill('Låtsaskontoret')
  await field(page, 'Första dag').fill('maj 2032')
  await save(page)
  await command(page, 'Ny händelse')
  await page.keyboard.type('Låtsasdagarna')
  await field(page, 'Organ som håller det').fill('Påhittsrådet')
  await field(page, 'Arrangör').fill('Asta Dittelin')
  await save(page)
  await command(page, 'Samma händelse som')
  await choose(page, 'Den andra händelsen', 'Sagokonferensen')
  await expectAccessible(page)
  await save(page)
  await expect(region(page, /Samma händelse/)).toContainText('Sagokonferensen')
  await expect(page.getByRole('banner').or(page.locator('.reg-head'))).toContainText(['maj 2032'])
  await page.getByRole('button', { name: /^Ta isär Sagokonferensen/ }).press('Enter')
  await expect(region(page, /Samma händelse/)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(region(page, /Samma händelse/)).toContainText('Sagokonferensen')
})
