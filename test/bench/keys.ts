/** Keys in a browser's page, each timed from its event to the first task after the next frame. */
import type { Page } from '@playwright/test'

/** Milliseconds between two keys: quick typing. */
const pace = 35
const typed = 'kansliet antecknar vad som sades '

declare global {
  interface Window {
    keyTimes?: number[]
  }
}

/** Puts the caret at the end of the paragraph that begins with `start`, as a person does: by a press there. */
export async function pressInto(page: Page, start: string): Promise<void> {
  const paragraph = page.locator('p', { hasText: start }).first()
  await paragraph.scrollIntoViewIfNeeded()
  await paragraph.click()
  await page.locator('.ProseMirror:focus').waitFor()
  await page.evaluate(() => {
    if (window.keyTimes !== undefined) return
    const times: number[] = []
    window.keyTimes = times
    window.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => times.push(performance.now() - timeStamp)
          port2.postMessage(null)
        }),
      { capture: true },
    )
  })
}

/** Types `count` keys at the caret. @returns milliseconds of each, and what was typed */
export async function typeKeys(page: Page, count: number): Promise<{ times: number[]; text: string }> {
  await page.bringToFront()
  const text = Array.from({ length: count }, (_, index) => typed[index % typed.length]).join('')
  await page.evaluate(() => window.keyTimes?.splice(0))
  await page.keyboard.type(text, { delay: pace })
  const found = await page.waitForFunction((wanted) => {
    const times = window.keyTimes ?? []
    return times.length >= wanted ? times : null
  }, count)
  return { times: (await found.jsonValue()) ?? [], text }
}

/** Presses the element at `opener` and waits for a caret in `.ProseMirror` on a painted page. @returns milliseconds */
export async function openingTime(page: Page, opener: string): Promise<number> {
  await page.locator(opener).first().waitFor()
  await page.bringToFront()
  return page.evaluate(
    (selector) =>
      new Promise<number>((done, failed) => {
        const button = document.querySelector<HTMLElement>(selector)
        if (button === null) return failed(new Error('nothing to press'))
        const started = performance.now()
        const look = () => {
          if (document.activeElement?.matches('.ProseMirror') === true) {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => done(performance.now() - started)
            port2.postMessage(null)
            return
          }
          // The text of the program's page is painted, and an editor as soon as it is pressed.
          document.querySelector<HTMLElement>('.record-text:not(.ProseMirror)')?.click()
          requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
        button.click()
      }),
    opener,
  )
}
