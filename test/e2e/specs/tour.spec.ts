import { expect, expectAccessible, test } from '../kansli.ts'
import { expectFocusOn, tabTo } from '../pages/keyboard.ts'

test.use({ tour: true })

test('the example shows itself in six steps, by keyboard alone, and not again once it was left', async ({
  kansli: { page },
}) => {
  await page.getByRole('button', { name: /exempl/i }).click()
  const tour = page.getByRole('complementary', { name: 'Rundtur i exemplet' })
  await expect(tour).toContainText('Steg 1 av 6')
  await expectAccessible(page)
  await tabTo(page, tour.getByRole('button', { name: 'Visa mötet' }), true)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/moten\//)
  await expect(page.getByRole('heading', { name: 'Mötets öppnande och inledning' })).toBeVisible()
  // From here on one key goes from step to step.
  await page.keyboard.press('Tab')
  for (const [step, place] of [
    [2, /#\/kallor/],
    [3, /#\/register\/person\//],
    [4, /#\/register\/post/],
    [5, /#\/karta/],
    [6, /#\/$/],
  ] as const) {
    await expectFocusOn(page, tour.getByRole('button', { name: 'Nästa' }))
    await page.keyboard.press('Enter')
    await expect(tour).toContainText(`Steg ${step} av 6`)
    await expect(page).toHaveURL(place)
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
  }
  await expectFocusOn(page, tour.getByRole('button', { name: 'Klart' }))
  await page.keyboard.press('Enter')
  await expect(tour).toBeHidden()
  await expect(page.getByRole('main')).toBeFocused()
  await page.reload()
  await expect(page.locator('.places')).toBeVisible()
  await expect(tour).toBeHidden()
  // Where the first step goes is told late.
  const told = Promise.withResolvers<void>()
  await page.route('**/*', async (route) => {
    if (route.request().postData()?.includes('"limit":1}') === true) await told.promise
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('rundturen')
  await page.keyboard.press('Enter')
  await expect(tour).toContainText('Steg 1 av 6')
  await expect(tour.getByRole('button', { name: 'Visa mötet' })).toBeHidden()
  told.resolve()
  await expectFocusOn(page, tour.getByRole('button', { name: 'Visa mötet' }))
  // Asked for again while it stands there, it takes the focus as well.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('rundturen')
  await page.keyboard.press('Enter')
  await expectFocusOn(page, tour.getByRole('button', { name: 'Visa mötet' }))
  await tabTo(page, tour.getByRole('button', { name: 'Hoppa över rundturen' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await expect(tour).toBeHidden()
})

for (const size of [
  { width: 1440, height: 900 },
  { width: 720, height: 450 },
  { width: 400, height: 800 },
]) {
  test(`the tour lies over nothing in a window of ${size.width} by ${size.height}`, async ({ kansli: { page } }) => {
    await page.setViewportSize(size)
    await page.getByRole('button', { name: /exempl/i }).click()
    const tour = page.getByRole('complementary', { name: 'Rundtur i exemplet' })
    await expect(tour).toBeVisible()
    await expectAccessible(page)
    const over = await tour.evaluate((one) => {
      const box = one.getBoundingClientRect()
      const others = [...document.querySelectorAll('main, header, nav, footer')].filter((other) => !one.contains(other))
      return {
        inside: box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
        covered: others
          .filter((other) => other.closest('main') === null || other.matches('main'))
          .map((other) => [other.tagName, other.getBoundingClientRect()] as const)
          .filter(([, rect]) => rect.bottom > box.top + 1 && rect.top < box.bottom - 1)
          .map(([name]) => name),
        page: document.querySelector('main')?.getBoundingClientRect().height ?? 0,
      }
    })
    expect(over.inside).toBe(true)
    expect(over.covered).toEqual([])
    expect(over.page).toBeGreaterThan(size.height / 3)
  })
}
