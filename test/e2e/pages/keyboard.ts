/** A person who has a keyboard and nothing else: walks with Tab, and always sees where she is. */
import { expect, type Locator, type Page } from '@playwright/test'

type Focus = { name: string; seen: string | null; body: boolean }

/** What has the focus, by role-giving element and words, and what is wrong with how it shows (null: nothing). */
async function focusNow(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement
    const words = (one: Element) =>
      `${one.tagName.toLowerCase()} ${one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 60)}`
    if (element === null || element === document.body) return { name: 'the page', seen: null, body: true }
    // The ring may stand on what the element stands for: a hidden radio's label, the row that a list box is at.
    const at = element.getAttribute('aria-activedescendant')
    const stands = [element, element.closest('label'), at === null ? null : document.getElementById(at)].filter(
      (one) => one !== null,
    )
    const ring = stands.some((one) =>
      [null, '::before', '::after'].some((part) => {
        const style = getComputedStyle(one, part)
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
      }),
    )
    // In running text the caret is the sign, and main is only where a new page begins.
    const quiet = element.matches('main, .ProseMirror')
    const inside = stands.some((one) => {
      const box = one.getBoundingClientRect()
      return box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
    })
    const fault = !ring && !quiet ? 'has no ring' : inside ? null : 'is outside the window'
    return { name: words(element), seen: fault, body: false }
  })
}

/** Fails unless the focus can be seen. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const focus = await focusNow(page)
  expect(focus.seen, `${focus.name}: focus`).toBeNull()
}

/** Tab, or Shift+Tab, until `target` has the focus, which shows at every stop. Gives how many times it was pressed. */
export async function tabTo(page: Page, target: Locator, back = false): Promise<number> {
  const way: string[] = []
  await expect(target.first()).toBeAttached()
  for (let stop = 0; stop < 140; stop += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    const [focus, there] = await Promise.all([
      focusNow(page),
      target.first().evaluate((one) => one === document.activeElement),
    ])
    expect(focus.seen, `${focus.name}: focus`).toBeNull()
    if (there) return stop + 1
    way.push(focus.name)
  }
  throw new Error(`Tab never came to ${String(target)}; it passed ${way.join(' > ')}`)
}

/** The target has the focus, and it shows. */
export async function expectFocusOn(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeFocused()
  await expectFocusSeen(page)
}

/** Tab goes round: from the page's start over every control, each seen, and out again, forwards and backwards. */
export async function expectNoTrap(page: Page): Promise<void> {
  for (const key of ['Tab', 'Shift+Tab']) {
    const stops: string[] = []
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
    let out = false
    for (let stop = 0; stop < 260 && !out; stop += 1) {
      await page.keyboard.press(key)
      const focus = await focusNow(page)
      out = focus.body && stop > 0
      if (!out) {
        expect(focus.seen, `${key}, ${focus.name}: focus`).toBeNull()
        stops.push(focus.name)
      }
    }
    expect(out, `${key} comes out again; it ended ${stops.slice(-6).join(' > ')}`).toBe(true)
  }
}
