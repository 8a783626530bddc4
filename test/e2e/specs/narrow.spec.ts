/** Narrow windows, and ordinary ones magnified: nothing is lost, nothing lies over anything else. */
import type { Page } from '@playwright/test'
import { expect, goTo, test } from '../kansli.ts'
import { expectFocusOn, expectNoTrap } from '../pages/keyboard.ts'
import { placesOfExample } from '../pages/places.ts'

/** What a person cannot get at: a page that scrolls sideways, controls cut off at a side or lying over each other. */
async function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const words = (one: Element) =>
      `${one.tagName.toLowerCase()} "${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 40)}"`
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways')
    for (const pane of document.querySelectorAll('main, main *')) {
      const { overflowX } = getComputedStyle(pane)
      // A table of data may be wider than its window, and a row of tabs too.
      if (!/auto|scroll/.test(overflowX) || pane.matches('.map-table, .tabs, textarea, input')) continue
      if (pane.scrollWidth > pane.clientWidth + 1) found.push(`${words(pane)} scrolls sideways`)
    }
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true }) &&
        one.closest('[inert], .visually-hidden, .skip-link, .map-table') === null &&
        one.getBoundingClientRect().width > 2,
    )
    const boxes = controls.map((one) => one.getBoundingClientRect())
    controls.forEach((one, at) => {
      const box = boxes[at]
      if (box === undefined) return
      if (box.left < -1 || box.right > innerWidth + 1) found.push(`${words(one)} is cut off`)
      controls.slice(at + 1).forEach((other, later) => {
        const next = boxes[at + 1 + later]
        if (next === undefined || one.contains(other) || other.contains(one)) return
        const wide = Math.min(box.right, next.right) - Math.max(box.left, next.left)
        const high = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top)
        if (wide <= 3 || high <= 3) return
        // What is scrolled away under a bar is not in anybody's way.
        const top = document.elementFromPoint(
          Math.max(box.left, next.left) + wide / 2,
          Math.max(box.top, next.top) + high / 2,
        )
        const pane = (element: Element) =>
          element.closest('.pane-middle, .pane, header, .document-bar, .find-bar, .import-head')
        if (top !== null && (one.contains(top) || other.contains(top)) && pane(one) === pane(other))
          found.push(`${words(one)} lies over ${words(other)}`)
      })
    })
    return found
  })
}

test.beforeEach(async ({ kansli: { page, host } }) => {
  test.skip(host === null, 'the pages are the same in the desktop program')
  await page.getByRole('button', { name: /exempl/i }).click()
  await expect(page.locator('.places')).toBeVisible()
})

for (const size of [
  { width: 1000, height: 700 },
  { width: 720, height: 450 },
  { width: 400, height: 800 },
]) {
  test(`at ${size.width} px no page scrolls sideways and no control is cut off or covered`, async ({
    kansli: { page },
  }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(size)
    for (const place of placesOfExample) {
      await test.step(place.name, async () => {
        await place.open(page)
        expect(await faults(page)).toEqual([])
      })
    }
  })
}

/** Choices whose chosen words are longer than the room they have. */
const cutChoices = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLSelectElement>('.meeting-head select')].flatMap((one) => {
      const { fontWeight, fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(one)
      const pen = document.createElement('canvas').getContext('2d')
      const words = one.selectedOptions[0]?.textContent ?? ''
      if (pen === null) return [words]
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
      const room = one.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
      return pen.measureText(words).width > room + 1 ? [words] : []
    }),
  )

test('the kind of a meeting and what else is chosen in its head is read whole in a window of 1280', async ({
  kansli: { page },
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await goTo(page, 'Möten')
  await page
    .getByRole('link', { name: /Minnesanteckningar/ })
    .first()
    .click()
  await expect(page.getByRole('combobox', { name: 'Slag' })).toHaveValue('minnesanteckningar')
  expect(await cutChoices(page)).toEqual([])
})

test('the pane beside a meeting is a drawer when narrow: focus goes in and back, Escape closes, the rest is inert', async ({
  kansli: { page },
}) => {
  await page.setViewportSize({ width: 1000, height: 800 })
  await placesOfExample.find(({ name }) => name === 'meeting')?.open(page)
  const side = page.getByRole('dialog', { name: 'Om mötet' })
  const button = page.getByRole('button', { name: 'Om mötet' })
  await expect(side).toBeHidden()

  await button.focus()
  await page.keyboard.press('Enter')
  await expect(side).toHaveAttribute('aria-modal', 'true')
  await expectFocusOn(page, side.getByRole('tab', { name: /Deltagare/ }))
  for (const behind of ['.title-bar', '.places', '.pane-middle', '.foot']) {
    await expect(page.locator(behind)).toHaveAttribute('inert', '')
  }
  await expectNoTrap(page)

  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(side).toBeHidden()
  await expectFocusOn(page, button)
  await expect(page.locator('[inert]')).toHaveCount(0)

  await page.keyboard.press('F8')
  await expect(side).toBeVisible()
  await page.keyboard.press('F8')
  await expect(side).toBeHidden()
  await expectFocusOn(page, button)
})

test('what is typed in a drawer is there when the window grows, and a finding opens the drawer it stands in', async ({
  kansli: { page },
}) => {
  await page.setViewportSize({ width: 1000, height: 800 })
  await placesOfExample.find(({ name }) => name === 'meeting')?.open(page)
  await expect(
    page
      .locator('.agenda')
      .getByText(/\d+ fynd/)
      .first(),
  ).toBeVisible()
  await page.keyboard.press('j')
  await expectFocusOn(page, page.getByRole('dialog', { name: 'Om mötet' }).locator('.finding-row:focus'))
  await page.getByRole('tab', { name: /Deltagare/ }).click()
  await page.getByRole('button', { name: 'Lägg till deltagare' }).click()
  const name = page.getByRole('combobox', { name: 'Namn' })
  await name.fill('Prov Provsson')
  await page.setViewportSize({ width: 1440, height: 800 })
  await expect(name).toHaveValue('Prov Provsson')
  await expect(page.locator('[inert]')).toHaveCount(0)
  await expect(page.getByRole('dialog', { name: 'Om mötet' })).toHaveCount(0)
})

test('at twice the size the agenda is a drawer too, and going to an item closes it', async ({ kansli: { page } }) => {
  await page.setViewportSize({ width: 720, height: 450 })
  await placesOfExample.find(({ name }) => name === 'meeting')?.open(page)
  await page.keyboard.press('Shift+F8')
  const agenda = page.getByRole('dialog', { name: 'Dagordning' })
  await expect(agenda).toBeVisible()
  await agenda.locator('.agenda-row').nth(2).focus()
  await page.keyboard.press('Enter')
  await expect(agenda).toBeHidden()
  await expectFocusOn(page, page.locator('[data-item]').nth(2))
})
