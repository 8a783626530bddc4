/** Contacts from a file into the register, out again, and the whole workspace to JSON and back. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../kansli.ts'

const list = `Namn;Befattning;Företag;E-post;Tfn;Intern kod
Ada Testdotter;spetspatient;Provverket;ada@prov.example;+46 8 123 45 67;A1
Bo Prov;chef;Provverket;bo(at)prov;;A2
Ada Testdoter;;Prov-verket;;;A3
;;;info@prov.example;;A4
Ada Testdotter;;Provverket;ada@prov.example;;A5
`
const file = { name: 'kontakter.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }

test('contacts are looked at, put right, taken in and given out; the workspace goes to JSON and back', async ({
  kansli: { page },
}) => {
  await page.getByRole('button', { name: 'Öppna exemplet' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Register' }).first().click()
  await page.getByRole('link', { name: 'Läs in kontakter' }).click()
  await expect(page.getByRole('heading', { name: 'Läs in kontakter' })).toBeVisible()
  await expectAccessible(page)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('heading', { name: 'Kolumner' })).toBeVisible()
  await expect(page.getByLabel('Befattning')).toHaveValue('title')
  await expect(page.getByLabel('Intern kod')).toHaveValue('ignore')
  await expect(page.getByRole('table').getByText('bo(at)prov')).toBeVisible()
  // The encoding is chosen by hand where the guess is wrong, and so is the separator.
  await page.getByLabel('Teckenkod').selectOption('UTF-16 LE')
  await expect(page.getByRole('table').getByText('bo(at)prov')).toBeHidden()
  await page.getByLabel('Teckenkod').selectOption('UTF-8')
  await expect(page.getByRole('table').getByText('bo(at)prov')).toBeVisible()
  await page.getByLabel('Skiljetecken').selectOption('Komma')
  await expect(page.getByLabel('Skiljetecken')).toHaveValue(',')
  await expect(page.getByLabel('Befattning')).toHaveCount(0)
  await page.getByLabel('Skiljetecken').selectOption('Semikolon')
  await expect(page.getByLabel('Befattning')).toHaveValue('title')
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await expectAccessible(page)
    await picture(page, `preview-${theme}`)
  }
  await page.setViewportSize({ width: 720, height: 900 })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await picture(page, 'preview-narrow')
  await page.setViewportSize({ width: 1280, height: 900 })
  const answer = page.getByLabel('Rad 4: vad som händer')
  await answer.selectOption({ index: 0 })
  await expect(answer.locator('option:checked')).toContainText('Samma som rad 2')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('nya personer 2')).toBeVisible()
  await picture(page, 'done')

  await page.getByRole('link', { name: 'Till registret' }).click()
  await page.getByRole('button', { name: 'Exportera' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('spetspatient').first()).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'export')
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Exportera' }).click()
  const csv = readFileSync(await (await download).path(), 'utf8')
  expect(csv).toMatch(/^Ada Testdotter;Provverket;.*;ada@prov\.example;'\+46 8 123 45 67;/mu)
  expect(csv).not.toContain('spetspatient')

  await page.goto(`${new URL(page.url()).origin}/#/installningar`)
  const whole = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Spara allt som JSON' }).click()
  const json = await (await whole).path()
  await picture(page, 'settings')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Kopia.json', mimeType: 'application/json', buffer: readFileSync(json) })
  await page.getByRole('button', { name: 'Skapa och öppna' }).click()
  // The new one is open: it begins at its first page, and its file has the name that was chosen.
  await expect(page.getByText('Senaste mötet')).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Inställningar' }).click()
  await expect(page.getByText(/Kopia\.kansli$/u)).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Register' }).first().click()
  await expect(page.getByText('Ada Testdotter').first()).toBeVisible()
})

/** A picture for whoever wants to look, when a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['KANSLI_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
