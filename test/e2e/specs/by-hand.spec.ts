/** Entries put right by hand: what an organisation and a group are, their names, events and places that are one. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../kansli.ts'
import { field, fill, openForm } from '../pages/forms.ts'
import { newWorkspace } from '../pages/import-page.ts'

const save = async (page: Page) => {
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
const region = (page: Page, name: RegExp) => page.getByRole('region', { name })

/** Chooses an entry that the field proposes for its text. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text)
  await expect(page.getByRole('option', { name: text }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('combobox', { name, exact: true })).toHaveValue(text)
  await expect(page.getByRole('option')).toHaveCount(0)
}

test('an event that is told of twice becomes one, and is taken apart and joined again, by keyboard', async ({
  kansli: { page },
}) => {
  await newWorkspace(page, 'Rättat för hand')
  await openForm(page, 'Ny händelse')
  await page.keyboard.type('Sagokonferensen')
  await fill(page, 'Organ som håller det', 'Låtsaskontoret')
  await fill(page, 'Första dag', 'maj 2032')
  await save(page)
  await openForm(page, 'Ny händelse')
  await page.keyboard.type('Låtsasdagarna')
  await fill(page, 'Organ som håller det', 'Påhittsrådet')
  await fill(page, 'Arrangör', 'Asta Dittelin')
  await save(page)
  await openForm(page, 'Samma händelse som')
  await choose(page, 'Den andra händelsen', 'Sagokonferensen')
  await expectAccessible(page)
  await save(page)
  await expect(region(page, /Samma händelse/)).toContainText('Sagokonferensen')
  await expect(page.locator('.reg-head')).toContainText('maj 2032')
  await page.getByRole('button', { name: /^Ta isär Sagokonferensen/ }).press('Enter')
  await expect(region(page, /Samma händelse/)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(region(page, /Samma händelse/)).toContainText('Sagokonferensen')
})

test('a group gets its type, place and purpose, a name of old, and is said to be an organisation, by keyboard', async ({
  kansli: { page },
}) => {
  test.setTimeout(180_000)
  await newWorkspace(page, 'Rättat för hand')
  await openForm(page, 'Ny händelse')
  await page.keyboard.type('Låtsasdagarna')
  await fill(page, 'Organ som håller det', 'Låtsaskontoret')
  await save(page)
  await page.getByRole('link', { name: 'Låtsaskontoret' }).press('Enter')

  await openForm(page, 'Ändra organet')
  await field(page, 'Slag').selectOption('kontor')
  await fill(page, 'Ligger under organet', 'Låtsaskontoret')
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('kan inte också ligga över det')
  await fill(page, 'Ligger under organet', 'Påhittsrådet')
  await fill(page, 'Finns i organisationen', 'Hittepådepartementet')
  await fill(page, 'Uppgift', 'Ska samordna det påhittade.')
  await expectAccessible(page)
  await save(page)
  await expect(region(page, /^Uppgift/)).toContainText('Ska samordna det påhittade.')
  await expect(region(page, /^Hör till/)).toContainText('PåhittsrådetHittepådepartementet')
  await expect(region(page, /^Har varit/)).toContainText('Slag')

  await region(page, /^Namn som de står/)
    .getByRole('button', { name: 'Lägg till namn' })
    .press('Enter')
  await page.keyboard.type('Samordningskansliet')
  await fill(page, 'Till och med', '2019')
  await expectAccessible(page)
  await save(page)
  await expect(region(page, /^Namn som de står/)).toContainText('tidigare namn · till 2019 · egen uppgift')
  await page.getByRole('button', { name: 'Mer för namnet Samordningskansliet' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Ta bort namnet' }).press('Enter')
  await expect(region(page, /^Namn som de står/)).not.toContainText('Samordningskansliet')
  await page.keyboard.press('Control+z')
  await expect(region(page, /^Namn som de står/)).toContainText('Samordningskansliet')

  await openForm(page, 'Är samma som organisationen')
  await choose(page, 'Organisation', 'Hittepådepartementet')
  await expectAccessible(page)
  await save(page)
  await expect(region(page, /^Är organisationen/)).toContainText('Hittepådepartementet')
  await expect(region(page, /^Hör till/)).not.toContainText('Hittepådepartementet')
  await expectAccessible(page)
  await region(page, /^Är organisationen/)
    .getByRole('link')
    .press('Enter')
  await expect(region(page, /^Är organet/)).toContainText('Låtsaskontoret')
  await expect(region(page, /^Händelser/)).toContainText('Låtsasdagarna')

  // The groups have it too, and say what it is as well.
  await page.getByRole('tab', { name: 'Organ', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Låtsaskontoret' }).first()).toContainText(
    'även organisation: Hittepådepartementet',
  )
  await page.goBack()

  await openForm(page, 'Ändra organisationen')
  await field(page, 'Slag').selectOption('departement')
  await fill(page, 'Upphörde', 'mars 2020')
  await save(page)
  await expect(page.locator('.reg-head')).toContainText('departement')
  await expect(page.locator('.reg-head')).toContainText('upphörde mars 2020')
  await expectAccessible(page)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.reg-head')).toContainText('slag saknas')
})
