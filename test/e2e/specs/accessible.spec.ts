/** Every page in both languages, at full width and at twice the size, each with the colours of both looks. */
import { expect, expectAccessible, expectContrastInOtherLook, test } from '../kansli.ts'
import { comparison } from '../pages/council.ts'
import { holdAnswers } from '../pages/late.ts'
import { placesOfExample } from '../pages/places.ts'

const runs = [
  { theme: 'light', language: 'sv', width: 1440 },
  { theme: 'dark', language: 'en', width: 720 },
] as const

for (const { theme, language, width } of runs) {
  test(`axe finds nothing on any page: ${theme}, ${language}, ${width} px`, async ({ kansli: { page, host } }) => {
    test.skip(host === null, 'the pages are the same in the desktop program')
    test.setTimeout(360_000)
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate(
      ([look, words]) => {
        localStorage.setItem('kansli.theme', look)
        localStorage.setItem('kansli.language', words)
      },
      [theme, language] as const,
    )
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await test.step('first screen', () => expectAccessible(page))
    await page.getByRole('button', { name: /exempl|example/i }).click()
    await expect(page.locator('.places')).toBeVisible()
    for (const place of placesOfExample) {
      await test.step(place.name, async () => {
        await place.open(page)
        await expectAccessible(page)
        await expectContrastInOtherLook(page)
      })
    }
  })
}

for (const { theme, width } of [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 720 },
] as const) {
  test(`axe finds nothing on the palette, with commands and with results longer than it: ${theme}, ${width} px`, async ({
    kansli: { page, host },
  }) => {
    test.skip(host === null, 'the palette is the same in the desktop program')
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate((look) => localStorage.setItem('kansli.theme', look), theme)
    await page.reload()
    await page.getByRole('button', { name: /exempl/i }).click()
    await expect(page.locator('.places')).toBeVisible()
    await page.keyboard.press('Control+k')
    const list = page.locator('.palette').getByRole('listbox')
    const longer = () => list.evaluate((element) => element.scrollHeight > element.clientHeight)
    await expect(list.getByRole('option').first()).toBeVisible()
    await expect.poll(longer).toBe(true)
    await expectAccessible(page)
    await page.keyboard.type('an')
    await expect(list.locator('[data-record], mark, b').first()).toBeVisible()
    await expect.poll(longer).toBe(true)
    await expectAccessible(page)
  })
}

test('axe finds nothing on the pages of an empty workspace', async ({ kansli: { page } }) => {
  await page.getByRole('textbox', { name: 'Namn' }).fill('Provkansliet')
  await page.keyboard.press('Enter')
  await expect(page.locator('.places')).toBeVisible()
  for (const path of ['/', '/moten', '/register', '/karta', '/las-in']) {
    await page.evaluate((to) => {
      location.hash = to
    }, path)
    await expect(page.locator('main h1').first()).toBeVisible()
    await expectAccessible(page)
  }
})

test('axe finds nothing while the name of the meeting that leads to a page is not read yet', async ({
  kansli: { page },
}) => {
  await page.getByRole('button', { name: /exempl/i }).click()
  await expect(page.locator('.places')).toBeVisible()
  const path = await comparison(page)
  const names = await holdAnswers(page, 'meetings.get')
  await page.evaluate((to) => {
    location.hash = to
  }, path)
  // Start may have read it.
  await page.reload()
  const crumbs = page.getByRole('navigation', { name: 'Plats i arbetsytan' })
  await expect(crumbs).toContainText('Jämförelse')
  await expectAccessible(page)
  await expect(crumbs.getByRole('link')).toHaveCount(2)
  await names.tell()
  await expect(crumbs.getByRole('link')).toHaveCount(3)
})
