/** Granska: what the text raises is answered by keyboard alone, and each answer is taken back by Ctrl+Z. */
import { readFileSync } from 'node:fs'
import { expect, expectAccessible, test } from '../kansli.ts'
import { commitPreview, newWorkspace, previewText } from '../pages/import-page.ts'
import { expectFocusOn } from '../pages/keyboard.ts'

const twin = readFileSync(new URL('../../fixtures/minutes/twin.txt', import.meta.url), 'utf8')

test('findings are walked, accepted, changed, dismissed and taken back by keyboard, with their words in view', async ({
  kansli: { page },
}) => {
  const keys = page.keyboard
  await newWorkspace(page, 'Granskningen')
  await previewText(page, twin)
  await commitPreview(page)
  await expect(page.getByRole('tab', { name: 'Granska 14' })).toBeVisible()
  await page.getByRole('tab', { name: /^Granska/ }).click()
  await page.getByRole('link', { name: 'Hela granskningen' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Granska/ })).toBeVisible()
  await expect(page.getByText('1 av 15 avgjorda')).toBeVisible()
  await expectAccessible(page)

  const row = (name: RegExp) => page.locator('.finding-row', { hasText: name })
  const paper = page.getByRole('region', { name: 'Texten' })
  const to = async (name: RegExp) => {
    for (let step = 0; step < 20 && !(await row(name).evaluate((one) => one === document.activeElement)); step += 1)
      await keys.press('j')
    await expectFocusOn(page, row(name))
    await expect(paper.locator('.finding-chosen')).toBeInViewport()
  }

  await test.step('a promise becomes an action with who and when', async () => {
    await to(/hjälmkravet bör förklaras/)
    await keys.press('c')
    await expectFocusOn(page, page.getByRole('combobox', { name: 'Vem' }))
    await keys.type('Provkansliet')
    await keys.press('Tab')
    await keys.type('nästa möte')
    await keys.press('Enter')
    await expect(page.locator('[data-settled] .finding-row', { hasText: 'hjälmkravet' })).toBeVisible()
  })

  await test.step('other words are put by C', async () => {
    await to(/Bindestreck i intervall/)
    await keys.press('ArrowDown')
    await keys.press('ArrowUp')
    await expectFocusOn(page, row(/Bindestreck i intervall/))
    await keys.press('c')
    await expectFocusOn(page, page.getByRole('textbox', { name: 'Skriv i stället' }))
    await keys.type('två till fyra')
    await keys.press('Enter')
    await expect(paper).toContainText('efterfrågades tips på två till fyra andra platser')
  })

  await test.step('words are put, and Ctrl+Z takes them out again', async () => {
    await to(/öppen luft kultur/)
    await expect(paper.locator('.finding-chosen')).toHaveText('öppen luft kultur')
    await keys.press('a')
    await expect(paper).toContainText('en öppen luft-kultur”')
    await expect(page.getByText('4 av 15 avgjorda')).toBeVisible()
    await keys.press('Control+z')
    await expect(paper).toContainText('en öppen luft kultur”')
    await expect(page.getByText('3 av 15 avgjorda')).toBeVisible()
  })

  await test.step('what nobody promised is dismissed', async () => {
    await to(/det behöver avgöras/)
    await keys.press('d')
    await expect(page.locator('[data-settled] .finding-row', { hasText: 'det behöver avgöras' })).toBeVisible()
  })

  await test.step('beside the text the same findings wait', async () => {
    await page.getByRole('link', { name: 'Till mötet' }).click()
    await expect(page.getByRole('tab', { name: 'Granska 11' })).toBeVisible()
    await expect(page.getByText('Provkansliet').first()).toBeVisible()
  })
})

test('Start names what waits in the latest minutes, and a row of it opens them', async ({ kansli: { page } }) => {
  await newWorkspace(page, 'Granskningen')
  await previewText(page, twin)
  await commitPreview(page)
  await page.evaluate(() => {
    location.hash = '#/'
  })
  const waiting = page.getByRole('region', { name: /^Väntar på dig/ })
  await expect(waiting.getByRole('heading')).toHaveText('Väntar på dig 14')
  await expect(waiting.getByText('Och 8 till')).toBeVisible()
  await expect(waiting.getByRole('link')).toHaveCount(6)
  await waiting.getByRole('link').first().press('Enter')
  await expect(page.getByRole('tab', { name: 'Granska 14' })).toBeVisible()
})
