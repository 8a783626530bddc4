import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, expectAccessible, test } from '../kansli.ts'
import { commitPreview, newWorkspace, openMap, previewText } from '../pages/import-page.ts'

const twin = readFileSync(new URL('../../fixtures/minutes/twin.txt', import.meta.url), 'utf8')
const kansli = fileURLToPath(new URL('../../../electron/hosts/launch/kansli.mjs', import.meta.url))

test('old minutes go in, stand as a meeting, leave as a sound Word file and show as a network', async ({
  kansli: { page },
}, info) => {
  await newWorkspace(page, 'Provkansliet')
  await previewText(page, twin)
  await expectAccessible(page)
  await commitPreview(page)
  await expect(page.getByText('31 närvarande')).toBeVisible()
  await expectAccessible(page)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^minnesanteckningar-[a-z0-9-]+\.docx$/)
  const path = info.outputPath('minutes.docx')
  await file.saveAs(path)
  // The leaked page number is still in the text, so the check ends with 1; its report is what counts.
  const { stdout } = spawnSync(process.execPath, [kansli, 'check', path, '--json'])
  const checked = JSON.parse(stdout.toString()) as { findings: { code: string }[] }
  expect(checked.findings.map((finding) => finding.code)).toEqual(['page-number-in-text'])

  await openMap(page)
  await expectAccessible(page)
})

test('a whole import goes with one undo and comes back with one redo', async ({ kansli: { page } }) => {
  await newWorkspace(page, 'Provkansliet')
  await previewText(page, twin)
  await commitPreview(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Möten' }).first().click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: /^Ångra/ }).click()
  await expect(page.getByRole('table')).toHaveCount(0)
  await page.getByRole('button', { name: /^Gör om/ }).click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
})

test('what is typed is saved while typing, says so only then, and is there after a reload', async ({
  kansli: { page },
}) => {
  await newWorkspace(page, 'Provkansliet')
  await previewText(page, twin)
  await commitPreview(page)
  await page
    .getByRole('region', { name: /^Text:/ })
    .or(page.getByRole('textbox', { name: /^Text:/ }))
    .first()
    .click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ett tillägg skrivet i provet.')
  await expect(page.getByText(/^Sparat \d\d\.\d\d\.\d\d$/).first()).toBeVisible()
  await expect
    .poll(async () => page.evaluate(() => document.body.textContent.includes('Ett tillägg skrivet i provet.')))
    .toBe(true)
  await page.waitForFunction(() => !/Sparar|osparat/i.test(document.querySelector('main')?.textContent ?? ''))
  await page.reload()
  await expect(page.getByText('Ett tillägg skrivet i provet.')).toBeVisible()
})

test('a line read wrongly is corrected in the preview, and the correction is what is stored', async ({
  kansli: { page },
}) => {
  await newWorkspace(page, 'Provkansliet')
  await previewText(
    page,
    'Protokoll\nMöte med Provrådet den 6 maj 2030\n\nNärvarande: Prov Provsson, Test Testlund\n\n§ 1 Öppnande\n\nMötet öppnades.\n\nEn fråga för sig\n\nRådet talade om frågan.\n',
  )
  await page.getByText('En fråga för sig').first().click()
  await page.getByRole('button', { name: /Läs som/ }).click()
  await page
    .getByRole('menuitem', { name: /punkt/i })
    .or(page.getByRole('menuitemradio', { name: /punkt/i }))
    .first()
    .click()
  await commitPreview(page)
  await expect(page.getByRole('heading', { name: /En fråga för sig/ })).toBeVisible()
})

test('a text that is no minutes is refused in words, and nothing is stored', async ({ kansli: { page } }) => {
  await newWorkspace(page, 'Provkansliet')
  await page.evaluate(() => {
    location.hash = '#/las-in'
  })
  await page.getByRole('textbox', { name: 'Klistra in texten' }).fill('Mjölk, ägg, bröd och två burkar tomater.')
  await page.getByRole('button', { name: 'Förhandsgranska' }).click()
  await expect(
    page
      .getByRole('alert')
      .or(page.getByRole('status'))
      .filter({ hasText: /anteckningar|protokoll/i })
      .first(),
  ).toBeVisible()
})
