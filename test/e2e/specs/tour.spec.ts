import { expect, expectAccessible, test } from '../kansli.ts'

test.use({ tour: true })

test('the example shows itself in six steps, by keyboard alone, and not again once it was left', async ({
  kansli: { page },
}) => {
  await page.getByRole('button', { name: /exempl/i }).click()
  const tour = page.getByRole('complementary', { name: 'Rundtur i exemplet' })
  await expect(tour).toContainText('Steg 1 av 6')
  await expectAccessible(page)
  await tour.getByRole('button', { name: 'Visa mötet' }).press('Enter')
  await expect(page).toHaveURL(/#\/moten\//)
  await expect(page.getByRole('heading', { name: 'Mötets öppnande och inledning' })).toBeVisible()
  for (const [step, place] of [
    [2, /#\/kallor/],
    [3, /#\/register\/person\//],
    [4, /#\/register\/post/],
    [5, /#\/karta/],
    [6, /#\/$/],
  ] as const) {
    await tour.getByRole('button', { name: 'Nästa' }).press('Enter')
    await expect(tour).toContainText(`Steg ${step} av 6`)
    await expect(page).toHaveURL(place)
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
  }
  await tour.getByRole('button', { name: 'Klart' }).press('Enter')
  await expect(tour).toBeHidden()
  await page.reload()
  await expect(page.locator('.places')).toBeVisible()
  await expect(tour).toBeHidden()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('rundturen')
  await page.keyboard.press('Enter')
  await expect(tour).toContainText('Steg 1 av 6')
  await tour.getByRole('button', { name: 'Hoppa över rundturen' }).press('Enter')
  await expect(tour).toBeHidden()
})
