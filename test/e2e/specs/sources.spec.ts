import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, goTo, test } from '../kansli.ts'
import { commitPreview, newWorkspace, previewText } from '../pages/import-page.ts'

const text = (name: string) => readFileSync(new URL(`../../fixtures/texts/twins/${name}.txt`, import.meta.url))

async function add(page: Page, name: string): Promise<void> {
  await goTo(page, 'Källor')
  await page.locator('main').getByRole('button', { name: 'Lägg till text' }).first().click()
  await page
    .locator('dialog input[type=file]')
    .setInputFiles({ name: `${name}.txt`, mimeType: 'text/plain', buffer: text(name) })
  await page.getByRole('button', { name: 'Behåll texten' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `${name}.txt` })).toBeVisible()
}

test('a text is pasted, kept, and its proposals answered by keyboard alone, each with its words marked', async ({
  kansli: { page },
}) => {
  await newWorkspace(page, 'Provkansliet')
  await goTo(page, 'Källor')
  await expect(page.getByText('inget hamnar i registret förrän du godtar det')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Klistra in texten' }).fill(text('program').toString())
  await page.getByRole('button', { name: 'Läs texten' }).press('Enter')
  await page.getByRole('textbox', { name: 'Namn' }).fill('Programsidan')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Programsidan' })).toBeVisible()

  await page.keyboard.press('j')
  await expect(page.locator('.src-row[data-chosen]')).toContainText('Bror Himmelmo')
  await expect(page.locator('mark')).toHaveCount(1)
  await expect(page.locator('#src-line-29 mark')).toContainText('Bror Himmelmo')
  await expectAccessible(page)
  await page.keyboard.press('a')
  await expect(page.locator('.src-row[data-state=accepted]')).toContainText('Bror Himmelmo')
  await expect(page.locator('.src-row[data-chosen]')).toContainText('Ottilia Rönnskaft')
  await page.keyboard.press('x')
  await expect(page.locator('.src-row[data-state=rejected]')).toContainText('Ottilia Rönnskaft')
  await page.keyboard.press('k')
  await page.keyboard.press('o')
  await expect(page.locator('.src-row[data-state=rejected]')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.src-row[data-state=rejected]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Godta alla: Roller och uppdrag' }).click()
  const roles = page.getByRole('region', { name: /^Roller och uppdrag/ })
  await expect(roles.locator('.src-row[data-state=open]')).toHaveCount(0)
  await expect(roles.locator('.src-row[data-state=accepted]').first()).toBeVisible()
  await expectAccessible(page)
})

test('a proposal is put right before it is accepted', async ({ kansli: { page } }) => {
  await newWorkspace(page, 'Provkansliet')
  await add(page, 'later')
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Namn' }).fill('Hilding Luftmarker')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.locator('.src-row[data-chosen]')).toContainText('Hilding Luftmarker')
  await page.keyboard.press('a')
  await goTo(page, 'Register')
  await expect(page.locator('main').getByText('Hilding Luftmarker').first()).toBeVisible()
})

test('withdrawing shows what falls, and undo brings it back', async ({ kansli: { page } }) => {
  await newWorkspace(page, 'Provkansliet')
  await add(page, 'year')
  await page.getByRole('button', { name: 'Godta allt' }).click()
  await expect(page.getByText('Alla förslag är besvarade.')).toBeVisible()
  await page.getByRole('button', { name: /Mer om/ }).click()
  await page.getByRole('menuitem', { name: /Återkalla/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Ragna Sopvind').first()).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Återkalla' }).click()
  await expect(page.getByText('Texten är återkallad.')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Alla förslag är besvarade.')).toBeVisible()
})

test('two accounts of one meeting lie side by side, each fact a step from its line', async ({ kansli: { page } }) => {
  await newWorkspace(page, 'Provkansliet')
  await previewText(page, readFileSync(new URL('../../fixtures/minutes/twin.txt', import.meta.url), 'utf8'))
  await commitPreview(page)
  await expect(page).toHaveURL(/#\/moten\//)
  await add(page, 'news')
  await page.getByRole('link', { name: 'Jämför' }).click()
  await expect(page.getByRole('heading', { name: /I båda/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'rad 7', exact: true }).first().click()
  await expect(page.locator('.src-line[data-lit]')).toBeVisible()
})
