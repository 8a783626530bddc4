/** A page whose answers come late, as on a slow machine: they are told only when the test says so. Or one that gets its turns late. */
import type { Page, Route } from '@playwright/test'

export type Held = {
  /** How many calls wait. */
  count: () => number
  /** Lets all that waits go on, and whatever comes from now on; waits itself for the first to come. */
  tell: () => Promise<void>
}

async function hold(
  page: Page,
  method: string,
  go: (route: Route, told: Promise<void>) => Promise<void>,
): Promise<Held> {
  const told = Promise.withResolvers<void>()
  const come = Promise.withResolvers<void>()
  let count = 0
  let over = false
  await page.route('**/call', async (route) => {
    if (over || route.request().postData()?.startsWith(`{"name":"${method}"`) !== true) return route.fallback()
    count += 1
    come.resolve()
    await go(route, told.promise)
    count -= 1
  })
  return {
    count: () => count,
    tell: async () => {
      await come.promise
      over = true
      told.resolve()
    },
  }
}

/** What is asked by one method is done at once, and answered late. */
export function holdAnswers(page: Page, method: string): Promise<Held> {
  return hold(page, method, async (route, told) => {
    const response = await route.fetch()
    await told
    await route.fulfill({ response })
  })
}

/** What is asked by one method is not done yet. */
export function holdCalls(page: Page, method: string): Promise<Held> {
  return hold(page, method, async (route, told) => {
    await told
    await route.fallback()
  })
}

/** What is asked by one method is refused, late. */
export function refuseCalls(page: Page, method: string): Promise<Held> {
  return hold(page, method, async (route, told) => {
    await told
    await route.fulfill({ json: { ok: false, error: { code: 'call.internal', params: {} } } })
  })
}

/** From the next loading on, what the page puts off to a turn of its own comes half a second late; clicks and keys do not. */
export async function lateTurns(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { postMessage } = MessagePort.prototype
    MessagePort.prototype.postMessage = function (message: unknown) {
      setTimeout(() => postMessage.call(this, message), 500)
    }
  })
}
